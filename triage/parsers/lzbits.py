"""What the old packers have in common (floor 2): bits from the highest down, and copies of what was written before.

An ``Unpacker`` gives its bytes piece by piece, so that limits and clocks reach it; how far it reads and writes is told
by the size that the archive states. Nothing here knows an archive.
"""

from __future__ import annotations

from collections.abc import Iterator

_PIECE = 1 << 18
_WORD = 8


def copy(out: bytearray, back: int, length: int) -> None:
    """Write once more what stands ``back`` bytes before the end; it may run into what it writes. Raises ValueError."""
    start = len(out) - back
    if start < 0 or back < 1:
        raise ValueError("a copy from before the start")
    if back >= length:
        out += out[start : start + length]
    else:
        out += (out[start:] * (length // back + 1))[:length]


class Unpacker:
    """A packed member, to be unpacked once. ``history`` is what copies find before the first byte."""

    def __init__(self, packed: bytes, size: int, history: bytes = b"") -> None:
        self._data = packed
        self._size = size
        self._out = bytearray(history)
        self._window = max(len(history), 1 << 16)
        self._gone = -len(history)
        """Bytes that were written and don't stand in ``_out`` any more."""
        self._at = self._bits = self._count = 0
        self._lent = 0
        """Bits that aren't there, beyond the end of the data."""

    def pieces(self) -> Iterator[bytes]:
        """Yield the unpacked bytes; raises EOFError where the packed data end early, ValueError for what can't be."""
        out, left, begin = self._out, self._size, len(self._out)
        while left:
            try:
                self._unpack(begin + min(left, _PIECE))
            except (EOFError, ValueError):
                yield bytes(out[begin : begin + left])
                raise
            piece = bytes(out[begin : begin + left])
            yield piece
            left -= len(piece)
            old = max(0, len(out) - self._window)
            del out[:old]
            self._gone += old
            begin = len(out)

    def _unpack(self, stop: int) -> None:
        """Go on until ``_out`` holds ``stop`` bytes or a few more."""
        raise NotImplementedError

    def _refill(self) -> None:
        """Put eight more bytes behind the bits that are left; zeros, which are lent, where there are no more."""
        piece = self._data[self._at : self._at + _WORD]
        self._at += _WORD
        self._lent += 8 * (_WORD - len(piece))
        self._bits = (self._bits & (1 << self._count) - 1) << 8 * _WORD | int.from_bytes(piece.ljust(_WORD, b"\0"))
        self._count += 8 * _WORD

    def _take(self, count: int) -> int:
        """Return the next bits, at most 64 of them, as a number."""
        if self._count < count:
            self._refill()
        self._count -= count
        if self._count < self._lent:
            raise EOFError("the packed data ends too early")
        return self._bits >> self._count & (1 << count) - 1
