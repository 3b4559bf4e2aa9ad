"""What a Visio drawing before 2013 is packed in: a tree of streams, each of which may be packed by LZ77.

No standard was published; pointers, formats and the packing are as Apache POI and LibreOffice's libvisio found them
out. Nothing here says what a stream means.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from triage.parsers.kit.contract import seconds_left

_VERSION, _TRAILER = 0x1A, 0x24
_FIRST_WIDE = 6
"""The version from which on pointers and their counts have four bytes a number."""
_COUNTS = {0x14: 130, 0x15: 66, 0x18: 30, 0x1A: 30, 0x1D: 30, 0x1E: 54, 0x4E: 30}
"""Where version 5 counts a stream's pointers, by the stream's kind; elsewhere it is at ``_COUNT``."""
_COUNT = 10
_COLORS, _END = 0x16, 0x14
_WINDOW = 4096
_MOST_BYTES, _MOST_STREAMS, _DEEPEST = 32 << 20, 100_000, 16
_SECONDS = 5
"""What has to be left of an item's time for another stream to be unpacked."""


@dataclass(frozen=True, slots=True)
class VisioStream:
    """A stream of a drawing, unpacked: ``kind`` and ``form`` are its numbers, ``above`` the kinds that it lies in.

    ``head`` is how many bytes stand before what it holds: a block's size, where it was packed.
    """

    kind: int
    form: int
    data: bytes
    head: int
    above: tuple[int, ...]


def unpacked(untrusted_block: bytes, most: int) -> bytes:
    """Return a packed stream as it was, at most about ``most`` bytes of it.

    A byte says which of the next eight are bytes and which a length and a place in a window of 4 KB, zeros at first.
    """
    out, at, size = bytearray(_WINDOW), 0, len(untrusted_block)
    while at < size and len(out) < most + _WINDOW:
        flags = untrusted_block[at]
        at += 1
        for bit in range(8):
            if flags >> bit & 1:
                out += untrusted_block[at : at + 1]
                at += 1
                continue
            if at + 1 >= size:
                return bytes(out[_WINDOW:])
            low, high = untrusted_block[at : at + 2]
            at += 2
            back = (len(out) - ((high & 0xF0) << 4) - low - 18) % _WINDOW or _WINDOW
            length = (high & 0xF) + 3
            start = len(out) - back
            out += out[start : start + length] if back >= length else (out[start:] * length)[:length]
    return bytes(out[_WINDOW:])


class VisioDrawing:
    """Follows the pointers of a drawing; afterwards ``broken`` and ``limit`` tell what could not be followed.

    ``version`` is Visio's: 5 or less, 6 (2000 and 2002), 11 (2003 to 2010).
    """

    def __init__(self, untrusted_document: bytes) -> None:
        self._document = untrusted_document
        self.version = int.from_bytes(untrusted_document[_VERSION : _VERSION + 2], "little")
        self.broken = False
        self.limit = False
        self._seen: set[tuple[int, int]] = set()
        self._left = _MOST_BYTES + len(untrusted_document)

    def streams(self) -> Iterator[VisioStream]:
        """Yield every stream that the pointers lead to, in their order, each once."""
        try:
            yield from self._from(self._document, _TRAILER, ())
        except struct.error:
            self.broken = True

    def _from(self, holder: bytes, at: int, above: tuple[int, ...]) -> Iterator[VisioStream]:
        """Yield the stream that a pointer leads to, and those that it points to itself. Raises struct.error."""
        if self.version >= _FIRST_WIDE:
            kind, place, size, form = struct.unpack_from("<I4xIIH", holder, at)
        else:
            kind, form, place, size = struct.unpack_from("<HH4xII", holder, at)
        kind, form = kind & 0xFF, form & 0xFF
        if not kind or not size or (place, size) in self._seen:
            return
        self._seen.add((place, size))
        block = self._document[place : place + size]
        if len(block) < size:
            self.broken = True
            if not form & 2:
                return  # a pointer that lies about the size lies about the packing too
        if len(self._seen) > _MOST_STREAMS or len(above) > _DEEPEST or self._left <= 0 or seconds_left() < _SECONDS:
            self.limit = True
            return
        most = min(self._left, _MOST_BYTES)
        data = unpacked(block, most) if form & 2 else block
        self.limit |= bool(form & 2) and len(data) >= most
        stream = VisioStream(kind, form, data, 4 if form & 2 else 0, above)
        self._left -= len(data)
        yield stream
        if (form >> 4 == 5 and kind != _COLORS) or kind == _END or form in (0x1D, 0x1E):
            try:
                for pointer in self._pointers(stream):
                    yield from self._from(stream.data, pointer, (*above, kind))
            except struct.error:
                self.broken = True

    def _pointers(self, stream: VisioStream) -> range:
        """Return where the pointers of a stream begin. Raises struct.error where they aren't there."""
        if self.version >= _FIRST_WIDE:
            at = stream.head + struct.unpack_from("<I", stream.data, stream.head)[0]
            first, count, width = at + 8, struct.unpack_from("<I", stream.data, at)[0], 18
        else:
            at = stream.head + _COUNTS.get(stream.kind, _COUNT)
            first, count, width = at + 2, struct.unpack_from("<H", stream.data, at)[0], 16
        most = max(len(stream.data) - first, 0) // width
        self.broken |= count > most
        return range(first, first + min(count, most) * width, width)
