"""A mailbox of messages, one after another (RFC 4155, in the form mboxrd: quoting can be undone)."""

from __future__ import annotations

import re
from typing import BinaryIO

CONVERTED = frozenset(("application/vnd.ms-outlook", "message/x-emlx"))
"""Mail that becomes a message where a protocol asks for messages."""
_FROM = re.compile(rb"^(>*From )", re.MULTILINE)
_BEGIN = b"From MAILER-DAEMON Thu Jan  1 00:00:00 1970\n"


def is_mail(media: str) -> bool:
    """Whether originals of a media type are messages, or may have become ones."""
    return media.startswith("message/") or media in CONVERTED


def write(out: BinaryIO, message: bytes) -> None:
    """Add a message; its lines end as Unix lines do, and those that begin like its neighbours are quoted."""
    lines = _FROM.sub(rb">\1", message.replace(b"\r\n", b"\n"))
    out.write(_BEGIN + lines + b"\n" * (1 if lines.endswith(b"\n") else 2))
