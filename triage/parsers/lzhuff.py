"""The packing of LHA's methods lh4 to lh7 and ARJ's 1 to 3 (floor 2): copies and letters in blocks of Huffman codes.

Each block brings three codes: one for the lengths of the second, one for letters and lengths of copies, and one for how
many bits a copy's distance has. They differ in the size of the window alone. Bytes in, bytes out.
"""

from __future__ import annotations

from typing import NamedTuple

from triage.parsers.lzbits import Unpacker, copy

_QUICK = 11
_LONGEST = 16
_LETTERS, _LETTER_BITS = 510, 9
_LENGTHS, _LENGTH_BITS = 19, 5
_FIRST_COPY, _SHORTEST_COPY = 256, 3
_ENOUGH = 56
"""Bits for the longest copy: two codes of 16 and a distance of 20."""


class Code(NamedTuple):
    """A prefix code. ``quick`` has for the next ``width`` bits ``symbol << 5 | length``, or -1: see ``long``.

    The keys of ``long`` are ``length << 16 | code``.
    """

    quick: list[int]
    width: int
    long: dict[int, int]

    def find(self, bits: int) -> int:
        """Return the entry for these 16 bits where the quick ones don't tell. Raises ValueError where there is none."""
        for length in range(self.width + 1, _LONGEST + 1):
            symbol = self.long.get(length << 16 | bits >> _LONGEST - length)
            if symbol is not None:
                return symbol << 5 | length
        raise ValueError("bits that are no code")


def code_of(lengths: list[int]) -> Code:
    """Return the code whose symbols have these lengths, the shorter first; ValueError where they are too many."""
    by_length: list[list[int]] = [[] for _ in range(_LONGEST + 1)]
    for symbol, length in enumerate(lengths):
        by_length[length].append(symbol)
    longest = max(lengths)
    width = min(longest, _QUICK)
    quick: list[int] = []
    for length in range(1, width + 1):
        for symbol in by_length[length]:
            quick += [symbol << 5 | length] * (1 << width - length)
    code, long = len(quick) << _LONGEST - width, {}
    for length in range(width + 1, longest + 1):
        for symbol in by_length[length]:
            long[length << 16 | code >> _LONGEST - length] = symbol
            code += 1 << _LONGEST - length
    if code > 1 << _LONGEST:
        raise ValueError("more codes than there is room for")
    return Code(quick + [-1] * ((1 << width) - len(quick)), width, long)


def _only(symbol: int) -> Code:
    """Return the code of one symbol, which takes no bits."""
    return Code([symbol << 5], 0, {})


class StaticHuffman(Unpacker):
    """A member packed so. ``distances`` counts the numbers of bits that a distance may have, from 0 on."""

    def __init__(self, packed: bytes, size: int, distances: int, history: bytes = b"") -> None:
        super().__init__(packed, size, history)
        self._distances = distances
        self._distance_bits = 4 if distances < 15 else 5
        self._left = 0
        self._letters = self._places = _only(0)

    def _unpack(self, stop: int) -> None:
        while len(self._out) < stop:
            if not self._left:
                self._left = self._take(16) or 1 << 16
                lengths = self._short_lengths(_LENGTHS, _LENGTH_BITS, 3)
                self._letters = self._letter_code(lengths)
                self._places = self._short_lengths(self._distances, self._distance_bits, -1)
            self._block(stop)

    def _short_lengths(self, most: int, bits: int, gap: int) -> Code:
        """Read a code of few symbols: lengths in three bits and more, and how many are left out after ``gap``."""
        count = self._take(bits)
        if not count:
            return _only(self._take(bits))
        lengths: list[int] = []
        while len(lengths) < count:
            length = self._take(3)
            while length >= 7 and self._take(1):
                length += 1
            if length > _LONGEST:
                raise ValueError("a code longer than 16 bits")
            lengths.append(length)
            if len(lengths) == gap:
                lengths += [0] * self._take(2)
        if len(lengths) > most:
            raise ValueError("more lengths than symbols")
        return code_of(lengths)

    def _letter_code(self, lengths_code: Code) -> Code:
        """Read the code of letters and copies: lengths, in a code of their own, with runs of zeros."""
        count = self._take(_LETTER_BITS)
        if not count:
            return _only(self._take(_LETTER_BITS))
        lengths: list[int] = []
        while len(lengths) < count:
            symbol = self._symbol(lengths_code)
            if symbol > 2:
                lengths.append(symbol - 2)
            else:
                lengths += [0] * (1, 3, 20)[symbol]
                if symbol:
                    lengths += [0] * self._take((0, 4, _LETTER_BITS)[symbol])
        if len(lengths) > _LETTERS:
            raise ValueError("more lengths than symbols")
        return code_of(lengths)

    def _symbol(self, code: Code) -> int:
        """Return the next symbol."""
        if self._count < _LONGEST:
            self._refill()
        entry = code.quick[self._bits >> self._count - code.width & (1 << code.width) - 1]
        if entry < 0:
            entry = code.find(self._bits >> self._count - _LONGEST & 0xFFFF)
        self._take(entry & 31)
        return entry >> 5

    def _block(self, stop: int) -> None:
        """Write what the block says, up to its end or to ``stop``: the loop in which all the time goes."""
        out, bits, count, lent, left = self._out, self._bits, self._count, self._lent, self._left
        quick, width, _ = self._letters
        far, far_width, _ = self._places
        mask, far_mask = (1 << width) - 1, (1 << far_width) - 1
        append = out.append
        while left and len(out) < stop:
            if count < _ENOUGH:
                self._count = count
                self._refill()
                bits, count, lent = self._bits, self._count, self._lent
            entry = quick[bits >> count - width & mask]
            if entry < 0:
                entry = self._letters.find(bits >> count - _LONGEST & 0xFFFF)
            count -= entry & 31
            symbol = entry >> 5
            if symbol < _FIRST_COPY:
                if count < lent:
                    raise EOFError("the packed data ends too early")
                append(symbol)
            else:
                entry = far[bits >> count - far_width & far_mask]
                if entry < 0:
                    entry = self._places.find(bits >> count - _LONGEST & 0xFFFF)
                count -= entry & 31
                back = entry >> 5
                if back > 1:
                    more = back - 1
                    count -= more
                    back = 1 << more | bits >> count & (1 << more) - 1
                if count < lent:
                    raise EOFError("the packed data ends too early")
                copy(out, back + 1, symbol - _FIRST_COPY + _SHORTEST_COPY)
            left -= 1
        self._count, self._left = count, left
