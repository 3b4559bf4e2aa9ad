"""What Python's own email package and extract-msg read in a mail, for the differential: every header, and all text.

Left out are the names of fields that have a place of their own, and files packed by uuencode in a text; and what the
other reader doesn't read itself: text and header fields that aren't in their stated character set, and messages inside
messages that are packed in base64.
"""

from __future__ import annotations

import email
import re
import signal
from collections.abc import Iterator
from email.header import decode_header
from email.message import Message
from pathlib import Path

import lxml.html

_OWN = ("from", "to", "cc", "bcc", "subject")
_PACKED = re.compile(r"^begin [0-7]{3,4} .*?^end\s*?$", re.MULTILINE | re.DOTALL)
_SECONDS = 20


def mail_text(path: Path) -> str | None:
    """Return the text of a message, None where the other reader fails or takes too long."""
    signal.signal(signal.SIGALRM, _too_slow)
    signal.alarm(_SECONDS)
    try:
        pieces = _msg(path) if path.suffix == ".msg" else _pieces(email.message_from_bytes(path.read_bytes()))
        return "\n".join(pieces).encode("utf-8", "replace").decode()
    except Exception:  # of any kind, as readers of damaged files raise
        return None
    finally:
        signal.alarm(0)


def _too_slow(_signal: int, _frame: object) -> None:
    raise TimeoutError


def _pieces(part: Message) -> Iterator[str]:
    yield from _headers(part)
    yield part.get_filename() or ""
    payload, kind = part.get_payload(decode=True), part.get_content_maintype()
    packed = kind == "message" and "base64" in str(part.get("content-transfer-encoding", "")).lower()
    if part.is_multipart() and not packed:
        for inner in part.get_payload():
            yield from _pieces(inner)
    elif kind == "text" and isinstance(payload, bytes):
        try:
            text = payload.decode(part.get_content_charset() or "ascii")
        except (LookupError, UnicodeError):
            return
        yield _page(text) if part.get_content_subtype() == "html" else _PACKED.sub("", text)


def _headers(part: Message) -> Iterator[str]:
    for name, value in part.items():
        yield f"{'' if name.lower() in _OWN else name}: {_decoded(str(value))}"


def _decoded(value: str) -> str:
    value = re.sub(r"\r?\n[ \t]*", " ", value).replace('"=?', " =?").replace('?="', "?= ")
    words = decode_header(value) if value.isascii() else []
    return "".join(w.decode(charset or "ascii", "replace") if isinstance(w, bytes) else w for w, charset in words)


def _page(text: str) -> str:
    if not text.strip():
        return ""
    page = lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=lxml.html.HTMLParser(encoding="utf-8"))
    for element in page.xpath("//script | //style | //comment()"):
        element.drop_tree()
    return " ".join(page.itertext())


def _msg(path: Path) -> Iterator[str]:
    import extract_msg

    suppress = extract_msg.enums.ErrorBehavior.SUPPRESS_ALL
    with extract_msg.openMsg(path, delayAttachments=False, errorBehavior=suppress) as item:
        yield from _item(item)


def _item(item: object) -> Iterator[str]:
    for name in ("subject", "sender", "to", "cc", "bcc", "body", "messageId", "inReplyTo"):
        yield str(getattr(item, name, None) or "")
    page = getattr(item, "htmlBody", None)
    if isinstance(page, bytes):
        yield _page(page.decode("utf-8", "ignore"))
    if header := getattr(item, "headerText", None):
        yield from _headers(email.message_from_string(header))
    for attachment in getattr(item, "attachments", ()):
        yield str(getattr(attachment, "longFilename", None) or getattr(attachment, "shortFilename", None) or "")
        inner = getattr(attachment, "data", None)
        if hasattr(inner, "attachments"):
            yield from _item(inner)
