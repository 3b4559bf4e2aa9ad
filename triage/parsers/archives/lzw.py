"""What the Unix program compress packs: LZW with codes that grow from 9 to 16 bits.

The layout is that of compress 4.0: codes stand in groups of eight, and a change of width or a cleared table skips to
the end of a group.
"""

from __future__ import annotations

from collections.abc import Iterator

from triage.errors import FormatError
from triage.parsers.kit.contract import Data

_CLEAR = 256
_NARROWEST, _WIDEST = 9, 16
_PIECE = 1 << 16


class _Table:
    """The strings known so far, each as a shorter string and one more byte."""

    def __init__(self, first_free: int) -> None:
        self.free = first_free
        self._prefix = [0] * (1 << _WIDEST)
        self._last = bytearray(1 << _WIDEST)

    def spell(self, code: int, previous: int, most: int) -> bytes:
        """Return the string of a code and learn the string before it with the first byte of this one."""
        if previous < 0:
            if code > 255:
                raise FormatError("lzw-first-code")
            return bytes((code,))
        if code > self.free:
            raise FormatError("lzw-unknown-code")
        backwards = bytearray()
        walk = previous if code == self.free else code
        while walk > 255:
            backwards.append(self._last[walk])
            walk = self._prefix[walk]
        backwards.append(walk)
        backwards.reverse()
        if code == self.free:
            backwards.append(walk)
        if self.free < most:
            self._prefix[self.free], self._last[self.free] = previous, walk
            self.free += 1
        return bytes(backwards)


def unpack(packed: Data) -> Iterator[bytes]:
    """Yield the unpacked bytes; raises FormatError for a header or code that can't be."""
    most, block = packed[2] & 0x1F, bool(packed[2] & 0x80)
    if not _NARROWEST <= most <= _WIDEST:
        raise FormatError("lzw-width-out-of-range")
    table = _Table(257 if block else 256)
    out = bytearray()
    at, width, previous = 3, _NARROWEST, -1
    while at < len(packed):
        group = packed[at : at + width]
        at += width
        bits, wider = int.from_bytes(group, "little"), width
        for number in range(len(group) * 8 // width):
            code = (bits >> (number * width)) & ((1 << width) - 1)
            if code == _CLEAR and block:
                table.free, wider, previous = 257, _NARROWEST, -1
                break
            out += table.spell(code, previous, 1 << most)
            previous = code
            if table.free > (1 << width) - 1 and width < most:
                wider = width + 1
                break
        width = wider
        if len(out) >= _PIECE:
            yield bytes(out)
            out.clear()
    yield bytes(out)
