"""Outlook message files (MS-OXMSG 2.1 to 2.4) with recipients, attachments and embedded messages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from sample_corpus.catalog import Node
from sample_corpus.mail import Person, mail_id
from tests.writers.outlook import BINARY, INTEGER, OBJECT, TIME, UNICODE, Property, message, properties, recipient
from triage.parsers.kit.compound import Storage, build


def _attachment(node: Node, number: int) -> Storage:
    embedded = node.media == "application/vnd.ms-outlook"
    values: list[Property] = [
        (0x0E21, INTEGER, number),
        (0x0FFE, INTEGER, 7),
        (0x3705, INTEGER, 5 if embedded else 1),
        (0x3001, UNICODE, node.name),
        (0x370B, INTEGER, 0xFFFFFFFF),
    ]
    if embedded:
        storage = properties(bytes(8), [*values, (0x3701, OBJECT, b"")])
        storage.entries["__substg1.0_3701000D"] = _EMBEDDED[node.key]
        return storage
    values += [(0x3701, BINARY, node.data), (0x3707, UNICODE, node.name), (0x370E, UNICODE, node.media)]
    extension = "." + node.name.rpartition(".")[2]
    return properties(bytes(8), [*values, (0x3703, UNICODE, extension)])


_EMBEDDED: dict[str, Storage] = {}
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
    recipients = [recipient(p.name, p.address, kind, n) for n, (p, kind) in enumerate(people)]
    attachments = [_attachment(node, n) for n, node in enumerate(attach)]
    _EMBEDDED[key] = message(values, recipients, attachments, top=False)
    outer = message(values, recipients, attachments)
    outer.entries["__nameid_version1.0"] = Storage(
        entries={f"__substg1.0_{n:04X}0102": b"" for n in (2, 3, 4)},
    )
    texts = [(label, ", ".join(p.plain() for p in group)) for label, group in (("to", to), ("cc", cc), ("bcc", bcc))]
    texts += [("from", sender.plain()), ("subject", subject), ("body", body)]
    return Node(key, build(outer), texts, list(attach), media="application/vnd.ms-outlook", mail=True)
