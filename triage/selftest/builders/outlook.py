"""Outlook's own forms (builders): message files (MS-OXMSG 2), data files (MS-PST), transport envelopes.

The compound file around a message is written by ``parsers.cfb`` and read by olefile.
"""

from __future__ import annotations

import struct

from triage.parsers.kit.compound.writer import Storage
from triage.parsers.kit.compound.writer import build as compound
from triage.parsers.outlook.mapi import Bag
from triage.selftest.builders.pstwriter import PstBuilder
from triage.selftest.canary import Builder, Plant

_INTEGER, _UNICODE, _BINARY, _OBJECT = 0x0003, 0x001F, 0x0102, 0x000D
_Values = list[tuple[int, int, int | str | bytes]]
"""Property id, type (MS-OXCDATA 2.11.1), value."""


def _fill(storage: Storage, header: bytes, values: _Values) -> Storage:
    """Put a property stream (MS-OXMSG 2.4) with its values beside it."""
    table = header
    for number, kind, value in sorted(values, key=lambda v: v[0]):
        tag = kind | number << 16
        if isinstance(value, int):
            table += struct.pack("<IIq", tag, 6, value)
            continue
        data = value.encode("utf-16-le") if isinstance(value, str) else value
        table += struct.pack("<IIII", tag, 6, len(data) + 2 * (kind == _UNICODE), 0)
        storage.entries[f"__substg1.0_{tag:08X}"] = data
    storage.entries["__properties_version1.0"] = table
    return storage


def _recipient(name: str, kind: int) -> Storage:
    address = f"{kind}@wren.example"
    values: _Values = [(0x0C15, _INTEGER, kind), (0x3001, _UNICODE, name), (0x3002, _UNICODE, "SMTP")]
    return _fill(Storage(), bytes(8), [*values, (0x3003, _UNICODE, address), (0x39FE, _UNICODE, address)])


def _rtf(text: str) -> bytes:
    """Return rich text as a property holds it, uncompressed (MS-OXRTFCP 2.1.3.1)."""
    data = ("{\\rtf1\\ansi " + "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in text) + "}").encode()
    return struct.pack("<IIII", len(data) + 12, len(data), 0x414C454D, 0) + data


def _message(subject: str, body: str) -> _Values:
    return [(0x001A, _UNICODE, "IPM.Note"), (0x0037, _UNICODE, subject), (0x1000, _UNICODE, body)]


def _msg(plant: Plant) -> bytes:
    """A message with a rendering in HTML, four kinds of people, a file and a message inside."""
    sender = plant("from")
    html = f"<html><body><p>{plant('alternative', 'the HTML')}</p></body></html>".encode()
    headers = f"X-Remark: {plant('headers', 'an internet header')}\r\nFrom: {sender} <a@wren.example>\r\n\r\n"
    values = _message(plant("subject"), plant("body", "the plain text"))
    values += [(0x0C1A, _UNICODE, sender), (0x0C1E, _UNICODE, "SMTP"), (0x0C1F, _UNICODE, "a@wren.example")]
    values += [(0x007D, _UNICODE, headers), (0x1013, _BINARY, html), (0x3FDE, _INTEGER, 65001)]
    file: _Values = [(0x3705, _INTEGER, 1), (0x3707, _UNICODE, plant("file", "the name of an attached file") + ".txt")]
    file.append((0x3701, _BINARY, plant("attachment", "an attached file").encode()))
    inner = _message("inside", plant("attachment", "an embedded message's text"))
    root = Storage()
    for number, column in enumerate(("to", "cc", "bcc")):
        root.entries[f"__recip_version1.0_#{number:08X}"] = _recipient(plant(column), number + 1)
    root.entries["__attach_version1.0_#00000000"] = _fill(Storage(), bytes(8), file)
    held = _fill(Storage(), bytes(8), [(0x3705, _INTEGER, 5), (0x3001, _UNICODE, "inside")])
    table = held.entries["__properties_version1.0"]
    assert isinstance(table, bytes)
    held.entries["__properties_version1.0"] = table + struct.pack("<IIII", 0x3701 << 16 | _OBJECT, 6, 0xFFFFFFFF, 1)
    held.entries["__substg1.0_3701000D"] = _fill(Storage(), bytes(24), inner)
    root.entries["__attach_version1.0_#00000001"] = held
    counts = struct.pack("<IIII", 3, 2, 3, 2)
    return compound(_fill(root, bytes(8) + counts + bytes(8), values))


def _msg_rtf(plant: Plant) -> bytes:
    """A message whose body is rich text alone."""
    values: _Values = [(0x001A, _UNICODE, "IPM.Note"), (0x0037, _UNICODE, plant("subject"))]
    values.append((0x1009, _BINARY, _rtf(plant("body", "the rich text"))))
    root = Storage()
    return compound(_fill(root, bytes(32), values))


def _attribute(level: int, number: int, kind: int, data: bytes) -> bytes:
    return struct.pack("<BHHI", level, number, kind, len(data)) + data + struct.pack("<H", sum(data) & 0xFFFF)


def winmail(plant: Plant) -> bytes:
    """A transport envelope: a property list and an attachment of the old kind."""
    texts = {0x0037: plant("subject"), 0x1000: plant("body", "the plain text")}
    listed = struct.pack("<I", len(texts))
    for number, text in texts.items():
        data = text.encode("utf-16-le") + b"\0\0"
        listed += struct.pack("<HHII", _UNICODE, number, 1, len(data)) + data + bytes(-len(data) % 4)
    attached = plant("attachment", "an attached file").encode()
    pieces = [
        _attribute(1, 0x9006, 8, struct.pack("<I", 0x10000)),
        _attribute(1, 0x9003, 6, listed),
        _attribute(2, 0x9002, 6, bytes(14)),
        _attribute(2, 0x8010, 1, b"a.txt\0"),
        _attribute(2, 0x800F, 6, attached),
    ]
    return struct.pack("<IH", 0x223E9F78, 1) + b"".join(pieces)


def _bag(values: dict[int, str], kind: int = 0) -> Bag:
    """Return an item of texts; ``kind`` is that of a recipient."""
    bag = Bag({(number, _UNICODE): text.encode("utf-16-le") for number, text in values.items()})
    if kind:
        bag.values[0x0C15, _INTEGER] = struct.pack("<i", kind)
    return bag


def _pst(plant: Plant) -> bytes:
    """A data file with a mail in a folder, a file and a mail attached to it, and a mail that no folder lists."""
    root, inbox = 0x122, 0x8022
    mail = _bag({0x1A: "IPM.Note", 0x37: plant("subject"), 0x1000: plant("attachment", "a message's text")})
    sender = {0x0C1A: plant("from"), 0x0C1E: "SMTP", 0x0C1F: "a@wren.example"}
    mail.values |= _bag(sender).values
    for kind, column in enumerate(("to", "cc", "bcc"), 1):
        mail.recipients.append(_bag({0x3001: plant(column), 0x39FE: f"{column}@wren.example"}, kind))
    file = _bag({0x3707: "a.txt"})
    file.values[0x3705, _INTEGER] = struct.pack("<i", 1)
    file.values[0x3701, _BINARY] = plant("inner", "a file attached to a message").encode()
    held = _bag({0x3001: "inside"})
    held.values[0x3705, _INTEGER] = struct.pack("<i", 5)
    held.item = _bag({0x1A: "IPM.Note", 0x37: "inside", 0x1000: plant("inner", "a message attached to a message")})
    mail.attachments += [file, held]
    data = PstBuilder()
    data.folder(root, "", root)
    data.folder(inbox, "Inbox", root)
    data.message(mail, inbox)
    lost = {0x1A: "IPM.Note", 0x37: "lost", 0x1000: plant("attachment", "a message that no folder lists")}
    data.message(_bag(lost), inbox, listed=False)
    return data.build()


BUILDERS = (
    Builder("msg", "message.msg", "Outlook item", _msg),
    Builder("msg rtf", "message.msg", "Outlook item", _msg_rtf),
    Builder("pst", "archive.pst", "Outlook data file", _pst),
    Builder("tnef", "winmail.dat", "Outlook transport envelope (winmail.dat)", winmail),
)
