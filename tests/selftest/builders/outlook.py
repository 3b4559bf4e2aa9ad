"""Outlook's own forms (builders): message files (MS-OXMSG 2), transport envelopes."""

from __future__ import annotations

import struct

from tests.selftest.plant import Builder, Plant
from tests.writers import outlook as forms
from tests.writers.outlook import BINARY, INTEGER, OBJECT, UNICODE, Property
from triage.parsers.kit.compound import build


def _rtf(text: str) -> bytes:
    """Return rich text as a property holds it, uncompressed (MS-OXRTFCP 2.1.3.1)."""
    data = ("{\\rtf1\\ansi " + "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in text) + "}").encode()
    return struct.pack("<IIII", len(data) + 12, len(data), 0x414C454D, 0) + data


def _message(subject: str, body: str) -> list[Property]:
    return [(0x001A, UNICODE, "IPM.Note"), (0x0037, UNICODE, subject), (0x1000, UNICODE, body)]


def _msg(plant: Plant) -> bytes:
    sender = plant("from")
    html = f"<html><body><p>{plant('alternative', 'the HTML')}</p></body></html>".encode()
    stated = plant("headers", "the sender's name in the internet headers")
    headers = f"X-Remark: {plant('headers', 'an internet header')}\r\nFrom: {stated} <a@wren.example>\r\n\r\n"
    values = _message(plant("subject"), plant("body", "the plain text"))
    values += [(0x0C1A, UNICODE, sender), (0x0C1E, UNICODE, "SMTP"), (0x0C1F, UNICODE, "a@wren.example")]
    values += [(0x007D, UNICODE, headers), (0x1013, BINARY, html), (0x3FDE, INTEGER, 65001)]
    name, data = plant("file", "the name of an attached file"), plant("attachment", "an attached file").encode()
    file: list[Property] = [(0x3705, INTEGER, 1), (0x3707, UNICODE, f"{name}.txt"), (0x3701, BINARY, data)]
    inner = _message("inside", plant("attachment", "an embedded message's text"))
    holder = forms.properties(bytes(8), [(0x3705, INTEGER, 5), (0x3001, UNICODE, "inside"), (0x3701, OBJECT, b"")])
    holder.entries["__substg1.0_3701000D"] = forms.message(inner, top=False)
    people = [
        forms.recipient(plant(column), f"{number}@wren.example", number, number - 1)
        for number, column in enumerate(("to", "cc", "bcc"), 1)
    ]
    return build(forms.message(values, people, [forms.properties(bytes(8), file), holder]))


def _msg_rtf(plant: Plant) -> bytes:
    values: list[Property] = [(0x001A, UNICODE, "IPM.Note"), (0x0037, UNICODE, plant("subject"))]
    values.append((0x1009, BINARY, _rtf(plant("body", "the rich text"))))
    return build(forms.message(values))


def winmail(plant: Plant) -> bytes:
    """A transport envelope: a property list and an attachment of the old kind."""
    texts = {0x0037: plant("subject"), 0x1000: plant("body", "the plain text")}
    listed = {(number, UNICODE): text.encode("utf-16-le") + b"\0\0" for number, text in texts.items()}
    return forms.tnef(
        forms.tnef_attribute(1, 0x9006, 8, struct.pack("<I", 0x10000)),
        forms.tnef_attribute(1, 0x9003, 6, forms.tnef_properties(listed)),
        forms.tnef_attribute(2, 0x9002, 6, bytes(14)),
        forms.tnef_attribute(2, 0x8010, 1, b"a.txt\0"),
        forms.tnef_attribute(2, 0x800F, 6, plant("attachment", "an attached file").encode()),
    )


BUILDERS = (
    Builder("msg", "message.msg", "Outlook item", _msg),
    Builder("msg rtf", "message.msg", "Outlook item", _msg_rtf),
    Builder("tnef", "winmail.dat", "Outlook transport envelope (winmail.dat)", winmail),
)
