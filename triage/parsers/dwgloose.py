"""Loose strings of AutoCAD drawings (floor 2): what looks like text at any bit, where the objects can't be taken apart.

Before a text stands its length (Open Design Specification, 2.8: TV and TU), which tells a text of single bytes from
chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from triage.parsers.cadtext import plain
from triage.parsers.dwgbits import shifted
from triage.parsers.ole import WIDE
from triage.parsers.texts import speaks

MOST = 8 << 20
"""Bytes in which loose strings are looked for: each is looked at eight times."""

_PRINTED = rb"\t\n\r\x20-\x7e\x80-\xff"
_PRINTED_BYTES = b"\t\n\r" + bytes((*range(0x20, 0x7F), *range(0x80, 0x100)))
_LEAST, _LONG, _LONGER = 3, 32, 256


def _ending(bits: int) -> bytes:
    """Return a class of the bytes that end with these two bits."""
    return b"[" + b"".join(rb"\x%02x" % byte for byte in range(bits, 256, 4)) + b"]"


_SHORT_TEXT = re.compile(rb"[\x03-\x1f](?<=" + _ending(1) + rb".)(?=[" + _PRINTED + rb"]{%d})" % _LEAST, re.DOTALL)
_RUN = re.compile(rb"[" + _PRINTED + rb"]{%d,}" % _LONG)
_HIGH = re.compile(rb"[\0\x04-\x06\x20]{3,}")
"""The higher bytes of UTF-16 in the scripts that are looked for."""

_ONE_SCRIPT = (re.compile("[\0-\x7f\u0370-\u07ff]+"), re.compile("[\0-\x7f\u2e80-\uffee]+"))
"""One script beside ASCII: Greek, Cyrillic, Hebrew or Arabic, or those of East Asia."""

_CODE = re.compile(r"[0-9A-Za-z].*[0-9A-Za-z]", re.DOTALL)
_SURE = 5


def loose_strings(untrusted_data: bytes, codec: str | None) -> list[str]:
    """Return what looks like text at any bit of the first ``MOST`` bytes, each once; ``codec`` None means UTF-16."""
    found: dict[str, None] = {}
    for data in shifted(untrusted_data[:MOST]):
        found.update(dict.fromkeys(filter(speaks, _wide(data)) if codec is None else _narrow(data, codec)))
    if codec is None:  # a bit before its place, a text reads as one of twice its numbers
        whole = "\n".join(found)
        return [text for text in found if not text.isprintable() or _halved(text) not in whole]
    return list(found)


def _halved(text: str) -> str:
    return "".join(chr(ord(letter) >> 1) for letter in text)


def _wide(data: bytes) -> Iterator[str]:
    for odd in (0, 1):
        for run in _HIGH.finditer(data[odd + 1 :: 2]):
            for match in WIDE.finditer(data[odd + 2 * run.start() : odd + 2 * run.end()]):
                yield match[0].decode("utf-16-le", "replace").strip()


def _narrow(data: bytes, codec: str) -> Iterator[str]:
    done = 0
    for first, past in sorted(_places(data), key=lambda place: (place[0], -place[1])):
        if past > done:  # else it is a part of one that was taken
            text = data[first:past].rstrip(b"\0").decode(codec, "replace")
            if _says(plain(text)):
                done = past
                yield text


def _says(text: str) -> bool:
    """Whether a text with its length before it is no chance: chance writes short ones, and few of ASCII alone."""
    if text.isascii():
        if len(text) < _SURE:
            return speaks(text) and (text.islower() or text.isupper() or text.istitle())
        return speaks(text) or _CODE.search(text) is not None
    if not speaks(text) or any(pattern.fullmatch(text) for pattern in _ONE_SCRIPT):
        return speaks(text)
    return len(text) >= _SURE and (len(text) - len(text.encode("ascii", "ignore"))) * 3 <= len(text)


def _places(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield where texts begin and end: before each stand two bits 01 and a byte, or 00 and two bytes."""
    for match in _SHORT_TEXT.finditer(data):
        first = match.end()
        past = first + data[first - 1]
        if past <= len(data) and not data[first:past].rstrip(b"\0").translate(None, _PRINTED_BYTES):
            yield first, past
    for run in _RUN.finditer(data):
        past = run.end() + (data[run.end() : run.end() + 1] == b"\0")
        for first in range(max(run.start(), 3), run.end() - _LONG + 1):
            size, longer = data[first - 1], data[first - 2] | data[first - 1] << 8
            if _LONG <= size <= past - first and data[first - 2] & 3 == 1:
                yield first, first + size
            if _LONGER <= longer <= past - first and data[first - 3] & 3 == 0:
                yield first, first + longer
