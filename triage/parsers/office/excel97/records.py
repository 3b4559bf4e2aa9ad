"""Records and strings of the older binary workbooks: BIFF5 to BIFF8.

MS-XLS 2.1.4 (records), 2.5.293 to 2.5.296 (strings), 2.4.265 (shared strings, which go on over Continue records).
"""

from __future__ import annotations

import struct
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate

CONTINUE = 0x3C


@dataclass(slots=True)
class ExcelRecord:
    """One record: its number, where it starts, its payload, and the payloads of the Continue records after it."""

    kind: int
    at: int
    data: bytes
    more: list[bytes] = field(default_factory=list)

    @property
    def whole(self) -> bytes:
        """The payload with those of the Continue records, for what doesn't begin anew in them."""
        return b"".join([self.data, *self.more])


def records(untrusted_stream: bytes) -> Iterator[ExcelRecord]:
    """Yield the records with their continuations; ends where a record is cut."""
    at = 0
    record: ExcelRecord | None = None
    while at + 4 <= len(untrusted_stream):
        kind, size = struct.unpack_from("<HH", untrusted_stream, at)
        data = untrusted_stream[at + 4 : at + 4 + size]
        if kind == CONTINUE and record is not None:
            record.more.append(data)
        else:
            if record is not None:
                yield record
            record = ExcelRecord(kind, at, data)
        at += 4 + size
    if record is not None:
        yield record


def wide(data: bytes, at: int, count: int) -> tuple[str, int]:
    """Return ``count`` characters that stand after their flags byte, and where they end (formatting is passed over)."""
    flags, at = data[at], at + 1
    runs = extra = 0
    if flags & 8:
        runs, at = struct.unpack_from("<H", data, at)[0], at + 2
    if flags & 4:
        extra, at = struct.unpack_from("<I", data, at)[0], at + 4
    size = count * 2 if flags & 1 else count
    text = data[at : at + size].decode("utf-16-le" if flags & 1 else "latin-1", "replace")
    return text, at + size + 4 * runs + extra


def string_list(record: ExcelRecord, at: int, count: int, readings: list[str] | None = None) -> list[str]:
    """Return ``count`` strings of a record from ``at`` on, which may go on over Continue records.

    Reading aids (phonetic runs) are added to ``readings``. Stops at damage; what comes after is missing.
    """
    source = _Continued([record.data[at:], *record.more])
    strings = []
    try:
        for _ in range(count):
            text, reading = source.string()
            strings.append(text)
            if reading and readings is not None:
                readings.append(reading)
    except (IndexError, struct.error):
        pass
    return strings


def _reading(extra: bytes) -> str:
    """Return the reading aid in what follows a string (ExtRst, RPHSSub), "" where there is none."""
    if len(extra) < 14 or extra[:2] != b"\1\0":
        return ""
    count = int(struct.unpack_from("<H", extra, 12)[0])
    return extra[14 : 14 + 2 * count].decode("utf-16-le", "replace")


class _Continued:
    """Reads over the borders of Continue records; a string's flags stand again where its characters go on."""

    def __init__(self, chunks: list[bytes]) -> None:
        self._data = b"".join(chunks)
        self._ends = list(accumulate(map(len, chunks)))
        self._at = 0

    def _take(self, size: int) -> bytes:
        self._at += size
        if self._at > len(self._data):
            raise IndexError("a string is cut")
        return self._data[self._at - size : self._at]

    def string(self) -> tuple[str, str]:
        """Return the next string (2.5.293 XLUnicodeRichExtendedString) and its reading aid."""
        count, flags = struct.unpack("<HB", self._take(3))
        runs = struct.unpack("<H", self._take(2))[0] if flags & 8 else 0
        extra = struct.unpack("<I", self._take(4))[0] if flags & 4 else 0
        parts = []
        number = bisect_left(self._ends, self._at)
        while count:
            if self._at >= self._ends[number]:
                number = bisect_right(self._ends, self._at)
                flags = self._take(1)[0]
            width = 2 if flags & 1 else 1
            step = min((self._ends[number] - self._at) // width, count)
            raw = self._take(step * width if step else self._ends[number] - self._at)
            if step:
                parts.append(raw.decode("utf-16-le" if width == 2 else "latin-1", "replace"))
            count -= step
        self._take(4 * runs)
        return "".join(parts), _reading(self._take(extra))


def continued_text(record: ExcelRecord, count: int) -> str:
    """Return the text of a TxO record, which stands in the Continue records after it (2.4.329)."""
    parts = []
    for data in record.more:
        if count <= 0 or not data:
            break
        width = 2 if data[0] & 1 else 1
        text = data[1 : 1 + count * width].decode("utf-16-le" if width == 2 else "latin-1", "replace")
        parts.append(text)
        count -= len(text)
    return "".join(parts)


_OPERAND = {
    0x1F: 8,
    0x20: 7,
    0x22: 3,
    **dict.fromkeys((0x1C, 0x1D), 1),
    **dict.fromkeys((0x1E, 0x21, 0x29), 2),
    **dict.fromkeys((0x01, 0x02, 0x23, 0x24, 0x2A, 0x2C), 4),
    **dict.fromkeys((0x26, 0x27, 0x28, 0x39, 0x3A, 0x3C), 6),
    **dict.fromkeys((0x25, 0x2B, 0x2D), 8),
    **dict.fromkeys((0x3B, 0x3D), 10),
}
"""Bytes after a formula token of BIFF8, by the token without its class (2.5.198)."""


def formula_strings(tokens: bytes) -> list[str]:
    """Return the string constants of a parsed formula; stops at the first token that isn't known."""
    strings = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        at += 1
        if token == 0x17 and at + 2 <= len(tokens):
            text, at = wide(tokens, at + 1, tokens[at])
            strings.append(text)
            continue
        if token == 0x19 and at + 3 <= len(tokens):
            jump = tokens[at] & 0x04
            at += 3 + (2 * (struct.unpack_from("<H", tokens, at + 1)[0] + 1) if jump else 0)
            continue
        base = token if token < 0x20 else 0x20 | (token & 0x1F)
        if base in _OPERAND:
            at += _OPERAND[base]
        elif not 0x03 <= token <= 0x16:
            break
    return strings
