"""Records and strings of the older binary workbooks: BIFF5 to BIFF8.

MS-XLS 2.1.4 (records), 2.5.293 to 2.5.296 (strings), 2.4.265 (shared strings, which go on over Continue records).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

CONTINUE = 0x3C
_LONGEST_READING = 1 << 17


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
    held: ExcelRecord | None = None
    while at + 4 <= len(untrusted_stream):
        kind, size = struct.unpack_from("<HH", untrusted_stream, at)
        data = untrusted_stream[at + 4 : at + 4 + size]
        if kind == CONTINUE and held is not None:
            held.more.append(data)
        else:
            if held is not None:
                yield held
            held = ExcelRecord(kind, at, data)
        at += 4 + size
    if held is not None:
        yield held


def wide(data: bytes, at: int, count: int) -> tuple[str, int]:
    """Return ``count`` characters that stand after their flags byte, and where they end (formatting is passed over)."""
    flags = data[at]
    at += 1
    runs = extra = 0
    if flags & 8:
        runs = struct.unpack_from("<H", data, at)[0]
        at += 2
    if flags & 4:
        extra = struct.unpack_from("<I", data, at)[0]
        at += 4
    size = count * 2 if flags & 1 else count
    text = data[at : at + size].decode("utf-16-le" if flags & 1 else "latin-1", "replace")
    return text, at + size + 4 * runs + extra


def shared_strings(record: ExcelRecord, readings: list[str] | None = None) -> list[str]:
    """Return the strings of an SST record; reading aids (phonetic runs) are added to ``readings``.

    Stops at damage; what comes after is missing.
    """
    return string_list(record, 8, struct.unpack_from("<I", record.data, 4)[0], readings)


def string_list(record: ExcelRecord, at: int, count: int, readings: list[str] | None = None) -> list[str]:
    """Return ``count`` strings of a record from ``at`` on, which may go on over Continue records; stops at damage."""
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
        self._chunks = chunks
        self._chunk = 0
        self._at = 0

    def _take(self, size: int) -> bytes:
        piece = self._chunks[self._chunk][self._at : self._at + size]
        self._at += len(piece)
        while len(piece) < size:
            self._chunk += 1
            self._at = size - len(piece)
            piece += self._chunks[self._chunk][: self._at]
            self._at = min(self._at, len(self._chunks[self._chunk]))
        return piece

    def _skip(self, size: int) -> None:
        while size:
            left = len(self._chunks[self._chunk]) - self._at
            step = min(left, size)
            self._at += step
            size -= step
            if size:
                self._chunk += 1
                self._at = 0

    def string(self) -> tuple[str, str]:
        """Return the next string (2.5.293 XLUnicodeRichExtendedString) and its reading aid."""
        count, flags = struct.unpack("<HB", self._take(3))
        runs = struct.unpack("<H", self._take(2))[0] if flags & 8 else 0
        extra = struct.unpack("<I", self._take(4))[0] if flags & 4 else 0
        parts = []
        while count:
            if self._at >= len(self._chunks[self._chunk]):
                self._chunk += 1
                flags = self._chunks[self._chunk][0]
                self._at = 1
            width = 2 if flags & 1 else 1
            room = (len(self._chunks[self._chunk]) - self._at) // width
            step = min(room, count)
            raw = self._chunks[self._chunk][self._at : self._at + step * width]
            parts.append(raw.decode("utf-16-le" if width == 2 else "latin-1", "replace"))
            self._at += step * width if step else len(self._chunks[self._chunk])
            count -= step
        self._skip(4 * runs)
        behind = self._take(min(extra, _LONGEST_READING))
        self._skip(extra - len(behind))
        return "".join(parts), _reading(behind)


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
    0x01: 4,
    0x02: 4,
    0x1C: 1,
    0x1D: 1,
    0x1E: 2,
    0x1F: 8,
    0x20: 7,
    0x21: 2,
    0x22: 3,
    0x23: 4,
    0x24: 4,
    0x25: 8,
    0x26: 6,
    0x27: 6,
    0x28: 6,
    0x29: 2,
    0x2A: 4,
    0x2B: 8,
    0x2C: 4,
    0x2D: 8,
    0x39: 6,
    0x3A: 6,
    0x3B: 10,
    0x3C: 6,
    0x3D: 10,
}
"""Bytes after a formula token of BIFF8, by the token without its class (2.5.198)."""


def formula_strings(tokens: bytes) -> list[str]:
    """Return the string constants of a parsed formula; stops at the first token that isn't known."""
    found = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        at += 1
        if token == 0x17 and at + 2 <= len(tokens):
            text, at = wide(tokens, at + 1, tokens[at])
            found.append(text)
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
    return found
