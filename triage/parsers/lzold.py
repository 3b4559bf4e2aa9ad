"""The packing of older methods (floor 2): LHA's lh1, LArc's lzs and lz5, and ARJ's fastest, 4. Bytes in, bytes out.

Only the first has a code, which changes with each letter; the others write numbers of a fixed size or of few bits.
"""

from __future__ import annotations

from bisect import bisect_left

from triage.parsers.lzbits import Unpacker, copy
from triage.parsers.lzhuff import code_of

_BLANKS = b" " * 4096


class Lzs(Unpacker):
    """LArc's lzs: after a bit a letter, or a place in a ring of 2,048 bytes and a length."""

    def __init__(self, packed: bytes, size: int) -> None:
        super().__init__(packed, size, _BLANKS[:2048])

    def _unpack(self, stop: int) -> None:
        out, take = self._out, self._take
        while len(out) < stop:
            if take(1):
                out.append(take(8))
            else:
                place = take(11)
                copy(self._out, (self._gone + len(out) - place - 18) % 2048 + 1, take(4) + 2)


_PRESET = (
    b"".join(bytes((value,)) * 13 for value in range(256))
    + bytes(range(256))
    + bytes(range(255, -1, -1))
    + bytes(128)
    + b" " * 110
)
"""What LArc's ring of 4,096 bytes holds from its 18th byte on."""


class Lz5(Unpacker):
    """LArc's lz5: eight letters, or places in a ring with lengths, behind a byte that says which is which."""

    def __init__(self, packed: bytes, size: int) -> None:
        super().__init__(packed, size, b" " * 18 + _PRESET)
        self._kinds = 1

    def _unpack(self, stop: int) -> None:
        data, out, at, kinds = self._data, self._out, self._at, self._kinds
        try:
            while len(out) < stop:
                if kinds == 1:
                    kinds, at = data[at] | 256, at + 1
                if kinds & 1:
                    out.append(data[at])
                    at += 1
                else:
                    low, high = data[at], data[at + 1]
                    at += 2
                    place = low | (high & 0xF0) << 4
                    copy(self._out, (self._gone + len(out) - place - 19) % 4096 + 1, (high & 15) + 3)
                kinds >>= 1
        except IndexError:
            raise EOFError("the packed data ends too early") from None
        self._at, self._kinds = at, kinds


class Fastest(Unpacker):
    """ARJ's method 4: lengths and distances as numbers with as many bits as ones before them say."""

    def _number(self, least: int, most: int) -> int:
        width, sum_ = least, 0
        while width < most and self._take(1):
            sum_ += 1 << width
            width += 1
        return sum_ + (self._take(width) if width else 0)

    def _unpack(self, stop: int) -> None:
        while len(self._out) < stop:
            length = self._number(0, 7)
            if length:
                copy(self._out, self._number(9, 13) + 1, length + 2)
            else:
                self._out.append(self._take(8))


_SYMBOLS = 314
_NODES = 2 * _SYMBOLS - 1
_ROOT = _NODES - 1
_FULL = 1 << 15
_FAR = code_of([3] + [4] * 3 + [5] * 8 + [6] * 12 + [7] * 24 + [8] * 16)
"""The upper six bits of a distance."""


class AdaptiveHuffman(Unpacker):
    """LHA's lh1: a code that both sides make anew after each letter, from how often each has come so far.

    The tree's nodes stand in the order of their counts, the root last, and two that have the same parent beside each
    other. ``_below`` is the first of a node's two, or for a leaf its symbol and the number of nodes; ``_above`` is the
    parent of a node, or the leaf of a symbol plus the number of nodes.
    """

    def __init__(self, packed: bytes, size: int) -> None:
        super().__init__(packed, size, _BLANKS)
        self._often = [1] * _SYMBOLS
        self._below = [_NODES + symbol for symbol in range(_SYMBOLS)]
        self._above = [0] * (_NODES + _SYMBOLS)
        self._join()

    def _unpack(self, stop: int) -> None:
        out = self._out
        while len(out) < stop:
            symbol = self._letter()
            if symbol < 256:
                out.append(symbol)
            else:
                entry = _FAR.quick[self._take(8)]
                self._count += 8 - (entry & 31)
                copy(self._out, (entry >> 5 << 6 | self._take(6)) + 1, symbol - 253)

    def _letter(self) -> int:
        """Follow the bits from the root to a leaf, and count it. Counts up to 32,768 allow of no way of 64 bits."""
        if self._count < 64:
            self._refill()
        bits, count, below = self._bits, self._count, self._below
        node = below[_ROOT]
        while node < _NODES:
            count -= 1
            node = below[node + (bits >> count & 1)]
        self._count = count
        if count < self._lent:
            raise EOFError("the packed data ends too early")
        self._more(node)
        return node - _NODES

    def _more(self, leaf: int) -> None:
        """Count a leaf and all above it, and let each change places with the last of those that came less often."""
        often, below, above = self._often, self._below, self._above
        if often[_ROOT] == _FULL:
            self._halve()
        node = above[leaf]
        while True:
            now = often[node] = often[node] + 1
            if node == _ROOT:
                return
            if now > often[node + 1]:
                last = bisect_left(often, now, node + 1) - 1
                often[node], often[last] = often[last], now
                below[node], below[last] = below[last], below[node]
                self._adopt(node)
                self._adopt(last)
                node = last
            node = above[node]

    def _adopt(self, node: int) -> None:
        """Tell those below a node which it is."""
        first = self._below[node]
        self._above[first] = node
        if first < _NODES:
            self._above[first + 1] = node

    def _halve(self) -> None:
        """Halve the counts of the leaves, and make the tree anew."""
        leaves = [node for node in range(_NODES) if self._below[node] >= _NODES]
        self._often[:] = [(self._often[node] + 1) // 2 for node in leaves]
        self._below[:] = [self._below[node] for node in leaves]
        self._join()

    def _join(self) -> None:
        """Join the leaves, two by two, under nodes that go in where their counts belong."""
        often, below = self._often, self._below
        for first in range(0, _NODES - 1, 2):
            both = often[first] + often[first + 1]
            at = bisect_left(often, both + 1)
            often.insert(at, both)
            below.insert(at, first)
        for node in range(_NODES):
            self._adopt(node)
