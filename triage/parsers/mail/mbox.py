"""Mailboxes in one file (RFC 4155), read from a map without copying it: mboxo, mboxrd (quoted "From " lines stay),
mboxcl and mboxcl2 (Content-Length), and MMDF, where lines of four control characters stand around each message.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import chain

from triage.messages import say
from triage.model.items import Child, Extract, Trouble
from triage.parsers.kit.contract import Context, Data, Probe
from triage.parsers.mail.headers import WELL_KNOWN

_START = (
    rb"From (?:[^\r\n]*@[^\r\n]*|-[ \t]*|MAILER-DAEMON[^\r\n]*"
    rb"|[^\r\n]*\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b[^\r\n]*\d[^\r\n]*"
    rb"|[^\r\n]*\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b[^\r\n]*\d\d[^\r\n]*)\r?\n"
    rb"(?:[ \t]*\r?\n)?>?[!-9;-~]{1,80}(?:[ \t]*:| )"
)
_STRICT = rb"From \S+ +[A-Z][a-z]{2} [A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d (?:[A-Z+-]\S* )?\d{4}[ \t]*\r?$"
_FIRST = re.compile(rb"(?:\xef\xbb\xbf)?[\r\n]*(?=" + _START + rb"|" + _STRICT + rb")", re.MULTILINE)
_LINE = re.compile(rb"\nFrom ")  # by itself, as it is looked for ten times as fast as a pattern of more
_NEXT = re.compile(rb"(?=(" + _STRICT + rb")?)(?=" + _START + rb"|" + _STRICT + rb")", re.MULTILINE)
_HEADER = re.compile(rb"([!-9;-~]{1,80})[ \t]*:")
_LENGTH = re.compile(rb"^Content-Length[ \t]*:[ \t]*(\d{1,12})[ \t]*\r?$", re.MULTILINE | re.IGNORECASE)
_MMDF = re.compile(rb"^\x01{4}\r?\n", re.MULTILINE)
_BLANK = re.compile(rb"\r?\n\r?\n")
TYPE = "application/mbox"
_EXTENSIONS = ("mbox", "mbx", "mboxrd", "mboxcl", "mmdf")
_LOOK = 8192


def claims(probe: Probe) -> bool:
    if _MMDF.match(probe.head):
        return True
    if probe.head[:5] != b"From " and b"From " not in probe.head[:64]:
        return False
    first = _FIRST.match(probe.data[:_LOOK])
    if first is None or probe.declared in ("message/rfc822", "message/news"):
        return False
    if probe.extension in _EXTENSIONS or probe.declared == TYPE or probe.name.lower() == "mbox":
        return True
    return probe.extension != "eml" and _next(probe.data, first.end() + 5) < len(probe.data)


def parse(untrusted_data: Data, context: Context) -> Extract:
    if _MMDF.match(untrusted_data):
        return Extract(TYPE, children=_between_lines(untrusted_data))
    return Extract(TYPE, children=_messages(untrusted_data, context.limits.item_bytes))


def _between_lines(data: Data) -> Iterator[Child | Trouble]:
    at = 0
    for match in chain(_MMDF.finditer(data), (None,)):
        message = data[at : match.start() if match else len(data)]
        if message.strip():
            yield _message(data, at, at + len(message))
        at = match.end() if match else len(data)


def _messages(data: Data, most: int) -> Iterator[Child | Trouble]:
    first = _FIRST.match(data)
    at = first.end() if first else 0
    while at < len(data):
        end = _end(data, at)
        if end - at > most:
            yield Trouble("limit-size", say("mbox-message-too-large", size=end - at))
        else:
            yield _message(data, at, end)
        at = end


def _message(data: Data, at: int, end: int) -> Child:
    return Child(None, data[at:end], "message/rfc822", location=f"{at}-{end}")


def members(untrusted_data: Data, context: Context) -> Callable[[str], Child]:
    return lambda location: _message(untrusted_data, *map(int, location.split("-")))


def _end(data: Data, at: int) -> int:
    # Where its Content-Length says, if that fits.
    top = data[at : at + _LOOK]
    blank = _BLANK.search(top)
    length = _LENGTH.search(top, 0, blank.start()) if blank else None
    if blank and length:
        end = at + blank.end() + int(length[1])
        gap = data[end : end + 4]
        after = gap.lstrip(b"\r\n")
        if end <= len(data) and (not after or data[end : end + 16].lstrip(b"\r\n")[:5] == b"From "):
            return end + len(gap) - len(after)
    return _next(data, at + 5)


def _next(data: Data, at: int) -> int:
    """Return where the next message starts, or the end. A separator names a sender or a time, and a known header field
    follows; after a blank line any field does, or the usual form of the separator alone.
    """
    for line in _LINE.finditer(data, at - 1):
        match = _NEXT.match(data, line.start() + 1)
        if match is None:
            continue
        if match[1] is not None and _after_blank(data, match.end()):
            return match.end()
        line_end = data.find(b"\n", match.end()) + 1
        after = data[line_end : line_end + 400].lstrip(b"\r\n ")
        if after[:6] == b">From " and b"\n" in after:
            after = after.split(b"\n", 1)[1]
        header = _HEADER.match(after)
        is_known = header is not None and header[1].decode("ascii").lower() in WELL_KNOWN
        if header is not None and (is_known or _after_blank(data, match.end())):
            return match.end()
    return len(data)


def _after_blank(data: Data, at: int) -> bool:
    before = data[max(at - 4, 0) : at]
    return before.endswith((b"\n\n", b"\n\r\n"))
