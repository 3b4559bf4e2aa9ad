# ruff: noqa: E501  (markup stands in one piece)
"""Mail: messages in their transfer encodings, mailboxes, Apple Mail's files (builders)."""

from __future__ import annotations

import base64
import binascii
import quopri
from functools import partial
from urllib.parse import quote

from tests.selftest.plant import Builder, Plant
from tests.writers.mail import attached, encoded_word, joined, part
from tests.writers.package import zipped
from triage.selftest.documents import ARABIC, ENGLISH, HEBREW

_MAIL = "Mail message"
_PLAIN = "text/plain; charset=utf-8"


def _head(plant: Plant, kind: str) -> str:
    def person(column: str) -> str:
        return f"{encoded_word(plant(column))} <{column}@wren.example>"

    fields = [
        ("From", person("from")),
        ("To", person("to")),
        ("Cc", person("cc")),
        ("Bcc", person("bcc")),
        ("Subject", encoded_word(plant("subject"))),
        ("Date", "Tue, 14 May 2024 08:00:00 +0000"),
        ("Message-ID", f"<{kind.split('/')[-1].split(';')[0]}.{plant.format.replace(' ', '.')}@wren.example>"),
        ("X-Remark", encoded_word(plant("headers", "an X- header"))),
        ("Comments", plant("headers", "a header in raw UTF-8")),
        ("Keywords", encoded_word(plant("headers", "the keywords"))),
        ("In-Reply-To", encoded_word(plant("message-id", "what it answers"))),
        ("Received", encoded_word(plant("transport", "a Received header"))),
        ("MIME-Version", "1.0"),
        ("Content-Type", kind),
    ]
    return "".join(f"{name}: {value}\r\n" for name, value in fields)


def _message(plant: Plant) -> bytes:
    html = f'<p>{plant("alternative", "the HTML part")}</p><p style="display:none">{plant("hidden", "in the HTML part")}</p>'
    quoted = quopri.encodestring(plant("body", "the plain part, quoted-printable").encode()).decode()
    plain = part(_PLAIN, quoted, "Content-Transfer-Encoding: quoted-printable")
    both = joined("both", plain, attached(html.encode(), "text/html; charset=utf-8"))
    text = part(_PLAIN, plant("attachment", "an attached message's text"))
    file = attached(plant("inner", "a file attached to an attached message").encode(), _PLAIN, "c.txt")
    mixed = part('multipart/mixed; boundary="low"', joined("low", text, file))
    inner = f"From: a@wren.example\r\nMIME-Version: 1.0\r\n{mixed}"
    third = plant("attachment", "a message attached in base64")
    packed = zipped({"d.txt": plant("inner", "a file in an attached zip").encode()})
    parts = (
        part('multipart/alternative; boundary="both"', both),
        attached(plant("attachment", "an attached text").encode(), _PLAIN, "a.txt"),
        part("message/rfc822", inner),
        attached(packed, "application/zip", "e.zip"),
        attached(f"From: b@wren.example\r\n{part(_PLAIN, third)}".encode(), "message/rfc822"),
    )
    return (_head(plant, 'multipart/mixed; boundary="top"') + "\r\n" + joined("top", *parts)).encode()


def _simple(plant: Plant) -> bytes:
    return (_head(plant, _PLAIN) + f"\r\n{plant('body', 'the text')}\r\n").encode()


def _webmail(plant: Plant) -> bytes:
    html = f'<html><body>{plant("body", "the HTML")}<span style="color:white">{plant("hidden", "white text")}</span></body></html>'
    return (_head(plant, "text/html; charset=utf-8") + f"\r\n{html}\r\n").encode()


def _uuencoded(plant: Plant) -> bytes:
    data = plant("attachment", "a uuencoded file").encode()
    rows = b"".join(binascii.b2a_uu(data[at : at + 45]) for at in range(0, len(data), 45))
    head = _head(plant, _PLAIN) + f"\r\n{plant('body', 'the text')}\r\n\r\n"
    return head.encode() + b"begin 644 f.txt\r\n" + rows.replace(b"\n", b"\r\n") + b"`\r\nend\r\n"


def _mbox(plant: Plant) -> bytes:
    mark = "From ada@wren.example Tue May 14 08:00:00 2024\n"
    mails = [
        f"From: {n}@wren.example\nSubject: {n}\nContent-Type: text/plain; charset=utf-8\n\n{plant('attachment', place)}\n\n"
        for n, place in enumerate(("the first message", "the last message"), 1)
    ]
    return "".join(mark + mail for mail in mails).encode()


def _emlx(plant: Plant) -> bytes:
    mail = _simple(plant)
    notes = (
        '<?xml version="1.0"?><plist version="1.0"><dict><key>remark</key>'
        f"<string>{plant('properties', 'Apple Mails list')}</string></dict></plist>"
    )
    return f"{len(mail)}\n".encode() + mail + notes.encode()


def _old(plant: Plant, charset: str) -> bytes:
    subject, body = plant("subject"), plant("body", "the text")
    codec = charset.removesuffix("-i")
    letters = base64.b64encode(subject.encode(codec)).decode()
    head = f"From: Ada <a@wren.example>\r\nSubject: =?{charset}?B?{letters}?=\r\n"
    kind = (
        f"MIME-Version: 1.0\r\nContent-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    )
    return (head + kind).encode() + body.encode(codec) + b"\r\n"


def _calendar(plant: Plant) -> bytes:
    """An invitation: a calendar beside the text, and an attachment whose name is continued (RFC 2231)."""
    event = f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:{plant('attachment', 'the summary of the invitation')}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    name = quote(plant("file", "the name of an attachment"))
    half = len(name) // 6 * 3
    disposition = f"attachment; filename*0*=utf-8''{name[:half]};\r\n filename*1*={name[half:]}.txt"
    parts = (
        part(_PLAIN, plant("body", "the text")),
        part("text/calendar; charset=utf-8; method=REQUEST", event),
        part("text/plain", "x", f"Content-Disposition: {disposition}"),
    )
    head = _head(plant, 'multipart/mixed; boundary="top"') + f"\r\n{plant('hidden', 'before the first part')}\r\n"
    tail = f"\r\n{plant('hidden', 'after the last part')}\r\n"
    return (head + joined("top", *parts) + tail).encode()


BUILDERS = (
    Builder("eml", "message.eml", _MAIL, _message),
    Builder("eml plain", "message.eml", _MAIL, _simple),
    Builder("eml html", "message.eml", _MAIL, _webmail),
    Builder("eml uuencode", "message.eml", _MAIL, _uuencoded),
    Builder("eml invitation", "message.eml", _MAIL, _calendar),
    Builder("eml windows-1255", "message.eml", _MAIL, partial(_old, charset="windows-1255"), (ENGLISH, HEBREW)),
    Builder("eml iso-8859-8-i", "message.eml", _MAIL, partial(_old, charset="iso-8859-8-i"), (ENGLISH, HEBREW)),
    Builder("eml windows-1256", "message.eml", _MAIL, partial(_old, charset="windows-1256"), (ENGLISH, ARABIC)),
    Builder("mbox", "box.mbox", "Mailbox (mbox)", _mbox),
    Builder("emlx", "1.emlx", "Apple Mail message", _emlx),
)
