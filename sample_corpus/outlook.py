"""Outlook message files (MS-OXMSG 2.1 to 2.4) with recipients, attachments and embedded messages."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from datetime import UTC, datetime

from sample_corpus.catalog import Node
from sample_corpus.mail import Person, mail_id
from triage.parsers.kit.compound.writer import Storage, build

Tree = dict[str, "bytes | Tree"]
"""Storages are dicts, streams are bytes."""

INTEGER, BOOLEAN, UNICODE, TIME, BINARY, OBJECT = 0x0003, 0x000B, 0x001F, 0x0040, 0x0102, 0x000D
Value = str | bytes | int
Property = tuple[int, int, Value]
"""Property id, type (MS-OXCDATA 2.11.1) and value; a TIME is in 100 ns since 1601."""


def compound(tree: Tree) -> bytes:
    """Return the compound file that holds the tree."""
    return build(_storage(tree))


def _storage(tree: Tree) -> Storage:
    return Storage(entries={name: _storage(v) if isinstance(v, dict) else v for name, v in tree.items()})


def _streams(header: bytes, properties: Sequence[Property]) -> Tree:
    """Return the property stream (2.4) with the variable-length values beside it."""
    tree: Tree = {}
    table = header
    for number, kind, value in sorted(properties, key=lambda p: p[0]):
        tag = kind | number << 16
        if isinstance(value, int):
            table += struct.pack("<IIq", tag, 6, value)
            continue
        data = value.encode("utf-16-le") if isinstance(value, str) else value
        size = len(data) + 2 if kind == UNICODE else len(data)
        table += struct.pack("<IIII", tag, 6, 0xFFFFFFFF if kind == OBJECT else size, 1 if kind == OBJECT else 0)
        if kind != OBJECT:
            tree[f"__substg1.0_{tag:08X}"] = data
    tree["__properties_version1.0"] = table
    return tree


def _recipient(person: Person, kind: int, number: int) -> Tree:
    address = person.address
    values: list[Property] = [
        (0x0C15, INTEGER, kind),
        (0x0FFE, INTEGER, 6),
        (0x3000, INTEGER, number),
        (0x3001, UNICODE, person.name),
        (0x3002, UNICODE, "SMTP"),
        (0x3003, UNICODE, address),
        (0x39FE, UNICODE, address),
    ]
    return _streams(b"\0" * 8, values)


def _attachment(node: Node, number: int) -> Tree:
    embedded = node.media == "application/vnd.ms-outlook"
    values: list[Property] = [
        (0x0E21, INTEGER, number),
        (0x0FFE, INTEGER, 7),
        (0x3705, INTEGER, 5 if embedded else 1),
        (0x3001, UNICODE, node.name),
        (0x370B, INTEGER, 0xFFFFFFFF),
    ]
    if embedded:
        tree = _streams(b"\0" * 8, [*values, (0x3701, OBJECT, b"")])
        tree["__substg1.0_3701000D"] = _EMBEDDED[node.key]
        return tree
    values += [(0x3701, BINARY, node.data), (0x3707, UNICODE, node.name), (0x370E, UNICODE, node.media)]
    extension = "." + node.name.rpartition(".")[2]
    return _streams(b"\0" * 8, [*values, (0x3703, UNICODE, extension)])


_EMBEDDED: dict[str, Tree] = {}
"""The storage that each message has when it stands inside another one."""


def _filetime(moment: datetime) -> int:
    return int((moment - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000


def _headers(key: str, date: datetime, sender: Person, to: Sequence[Person], reply: Sequence[str]) -> str:
    lines = [f"Date: {date:%d} {date:%b} {date:%Y %H:%M:%S %z}", f"From: {sender.header('utf-8')}"]
    lines += ["To: " + ",\r\n ".join(p.header("utf-8") for p in to), f"Message-ID: {mail_id(key)}"]
    if reply:
        lines += [f"In-Reply-To: {mail_id(reply[-1])}", "References: " + "\r\n ".join(map(mail_id, reply))]
    return "\r\n".join(lines) + "\r\n\r\n"


def _message(
    key: str, sender: Person, subject: str, moment: datetime, body: str, headers: str, reply: Sequence[str]
) -> list[Property]:
    values: list[Property] = [
        (0x001A, UNICODE, "IPM.Note"),
        (0x0017, INTEGER, 1),
        (0x0037, UNICODE, subject),
        (0x0039, TIME, _filetime(moment)),
        (0x0042, UNICODE, sender.name),
        (0x0064, UNICODE, "SMTP"),
        (0x0065, UNICODE, sender.address),
        (0x0070, UNICODE, subject.removeprefix("RE: ")),
        (0x007D, UNICODE, headers),
        (0x0C1A, UNICODE, sender.name),
        (0x0C1E, UNICODE, "SMTP"),
        (0x0C1F, UNICODE, sender.address),
        (0x0E06, TIME, _filetime(moment)),
        (0x0E07, INTEGER, 1),
        (0x1000, UNICODE, body.replace("\n", "\r\n")),
        (0x1035, UNICODE, mail_id(key)),
        (0x340D, INTEGER, 0x40E79),
        (0x3FDE, INTEGER, 65001),
        (0x5D01, UNICODE, sender.address),
    ]
    if reply:
        values += [(0x1039, UNICODE, " ".join(map(mail_id, reply))), (0x1042, UNICODE, mail_id(reply[-1]))]
    return values


def msg(
    key: str,
    sender: Person,
    to: Sequence[Person],
    subject: str,
    date: str,
    body: str,
    *,
    cc: Sequence[Person] = (),
    bcc: Sequence[Person] = (),
    attach: Sequence[Node] = (),
    reply: Sequence[str] = (),
) -> Node:
    """Write an Outlook message; the arguments are those of ``mail.mail``."""
    moment = datetime.strptime(date, "%Y-%m-%d %H:%M %z")
    groups = ((1, to), (2, cc), (3, bcc))
    people = [(person, kind) for kind, group in groups for person in group]
    names = {1: 0x0E04, 2: 0x0E03, 3: 0x0E02}
    values = _message(key, sender, subject, moment, body, _headers(key, moment, sender, to, reply), reply)
    values += [(names[kind], UNICODE, "; ".join(p.name for p in group)) for kind, group in groups]
    counts = struct.pack("<IIII", len(people), len(attach), len(people), len(attach))
    inner = _streams(b"\0" * 8 + counts, values)
    parts: Tree = {f"__recip_version1.0_#{n:08X}": _recipient(p, kind, n) for n, (p, kind) in enumerate(people)}
    parts |= {f"__attach_version1.0_#{n:08X}": _attachment(node, n) for n, node in enumerate(attach)}
    _EMBEDDED[key] = inner | parts
    outer = _streams(b"\0" * 8 + counts + b"\0" * 8, values) | parts
    outer["__nameid_version1.0"] = {f"__substg1.0_{n:04X}0102": b"" for n in (2, 3, 4)}
    texts = [(label, ", ".join(p.plain() for p in group)) for label, group in (("to", to), ("cc", cc), ("bcc", bcc))]
    texts += [("from", sender.plain()), ("subject", subject), ("body", body)]
    return Node(key, compound(outer), texts, list(attach), media="application/vnd.ms-outlook", mail=True)
