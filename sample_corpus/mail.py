"""Mail as the story needs it: RFC 5322 messages and mbox files, the same bytes every time."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sample_corpus.catalog import Node
from tests.writers.mail import base64_lines, encoded_word

HOST = "orrelane.example"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a name and an address."""

    name: str
    address: str

    def plain(self) -> str:
        """Return ``Name <address>``."""
        return f"{self.name} <{self.address}>"

    def header(self, charset: str) -> str:
        """Return the person as a mail header carries them (RFC 2047 where the name isn't ASCII)."""
        return f"{encoded_word(self.name, charset)} <{self.address}>"


def mail_id(key: str) -> str:
    """Return the Message-ID that belongs to a message's key; what follows ``~`` tells copies apart and isn't in it."""
    key = key.partition("~")[0]
    return f"<{hashlib.sha256(key.encode()).hexdigest()[:24]}@mail.{HOST}>"


def _quoted_printable(data: bytes) -> str:
    """Return data whose lines end in CRLF as quoted-printable (RFC 2045 6.7)."""
    lines = []
    for raw in data.split(b"\r\n"):
        line = ""
        for at, byte in enumerate(raw):
            last = at == len(raw) - 1
            safe = (33 <= byte <= 126 and byte != 61) or (byte == 32 and not last)
            piece = chr(byte) if safe else f"={byte:02X}"
            if len(line) + len(piece) > 75:
                lines.append(line + "=")
                line = ""
            line += piece
        lines.append(line)
    return "\r\n".join(lines)


def _text_part(text: str, kind: str, charset: str, how: str) -> bytes:
    data = text.replace("\n", "\r\n").encode(charset)
    head = f'Content-Type: text/{kind}; charset="{charset}"\r\nContent-Transfer-Encoding: {how}\r\n\r\n'
    if how == "base64":
        return (head + base64_lines(data) + "\r\n").encode()
    if how == "quoted-printable":
        return (head + _quoted_printable(data) + "\r\n").encode()
    return head.encode() + data + b"\r\n"


def _attached(node: Node) -> bytes:
    name = encoded_word(node.name, "utf-8").replace("\r\n ", " ")
    head = f'Content-Type: {node.media}; name="{name}"\r\nContent-Disposition: attachment; filename="{name}"\r\n'
    if node.media == "message/rfc822":
        return (head + "\r\n").encode() + node.data
    return (head + "Content-Transfer-Encoding: base64\r\n\r\n" + base64_lines(node.data) + "\r\n").encode()


def _multipart(kind: str, boundary: str, parts: Sequence[bytes]) -> bytes:
    body = b"".join(b"--" + boundary.encode() + b"\r\n" + part for part in parts)
    head = f'Content-Type: multipart/{kind}; boundary="{boundary}"\r\n\r\n'.encode()
    return head + body + b"--" + boundary.encode() + b"--\r\n"


def _content(key: str, body: str, html: str, attach: Sequence[Node], charset: str, how: str) -> bytes:
    mark = hashlib.sha256(b"boundary" + key.encode()).hexdigest()[:20]
    content = _text_part(body, "plain", charset, how)
    if html and not body:
        content = _text_part(html, "html", charset, how)
    elif html:
        content = _multipart("alternative", f"=_alt_{mark}", [content, _text_part(html, "html", charset, how)])
    if attach:
        content = _multipart("mixed", f"=_mix_{mark}", [content, *map(_attached, attach)])
    return content


def mail(
    key: str,
    sender: Person,
    to: Sequence[Person],
    subject: str,
    date: str,
    body: str = "",
    *,
    cc: Sequence[Person] = (),
    bcc: Sequence[Person] = (),
    html: str = "",
    seen: str = "",
    attach: Sequence[Node] = (),
    charset: str = "utf-8",
    how: str = "8bit",
    reply: Sequence[str] = (),
    extra: Sequence[tuple[str, str]] = (),
    raw_date: str = "",
) -> Node:
    """Write a message; its key names its content, so that exact copies have the same key wherever they are.

    ``date`` is "2024-03-05 09:12 +0100"; ``reply`` holds the keys of the thread's earlier messages, oldest first (a key
    of a message that isn't in the corpus makes a missing member); ``seen`` is the text that ``html`` shows.
    """
    stamp = raw_date or _rfc_date(date)
    lines = [f"Date: {stamp}", f"From: {sender.header(charset)}"]
    for label, persons in (("To", to), ("Cc", cc), ("Bcc", bcc)):
        if persons:
            lines.append(f"{label}: " + ",\r\n ".join(p.header(charset) for p in persons))
    lines += [f"Subject: {encoded_word(subject, charset)}", f"Message-ID: {mail_id(key)}"]
    if reply:
        lines += [f"In-Reply-To: {mail_id(reply[-1])}", "References: " + "\r\n ".join(map(mail_id, reply))]
    lines += [f"{name}: {value}" for name, value in extra] + ["MIME-Version: 1.0", ""]
    data = "\r\n".join(lines).encode() + _content(key, body, html, attach, charset, how)
    groups = {"from": [sender], "to": to, "cc": cc, "bcc": bcc}
    texts = [(label, ", ".join(p.plain() for p in group)) for label, group in groups.items()]
    texts += [("subject", subject), ("body", body), ("alternative", seen)]
    texts += [("headers", f"{name}: {value}") for name, value in extra]
    return Node(key, data, texts, list(attach), media="message/rfc822", mail=True)


def _rfc_date(date: str) -> str:
    moment = datetime.strptime(date, "%Y-%m-%d %H:%M %z")
    day = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][moment.weekday()]
    month = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][moment.month - 1]
    return f"{day}, {moment.day:02d} {month} {moment:%Y %H:%M:%S} {date[-5:]}"


def mbox(key: str, messages: Sequence[Node]) -> Node:
    """Write messages into one mbox file (RFC 4155, lines beginning with From are quoted as in mboxrd)."""
    data = b""
    for number, message in enumerate(messages):
        lines = message.data.replace(b"\r\n", b"\n").split(b"\n")
        quoted = [b">" + line if line.lstrip(b">").startswith(b"From ") else line for line in lines]
        data += f"From MAILER-DAEMON Thu Jan 02 08:{number:02d}:00 2025\n".encode() + b"\n".join(quoted) + b"\n"
    return Node(key, data, [], list(messages), media="application/mbox")
