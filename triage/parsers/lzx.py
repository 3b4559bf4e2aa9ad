"""What LZX packs (floor 2): the decoder that cabinets and compiled help files share; MS-PATCH 2 and the CAB SDK's text.

Packed bytes in, one frame of at most 32 KiB out at a time, so that limits and alarms are kept between frames. Nothing
here knows of files, and no length in the data is believed: each run ends at its frame.
"""

from __future__ import annotations

import struct
from functools import lru_cache
from itertools import repeat

FRAME = 1 << 15
"""How many bytes a frame unpacks to; only the last of a stream may give fewer (MS-PATCH 2.2.1)."""

LONGEST = FRAME + 6144 + 1024
"""How many packed bytes a frame may take, with room for the header of one more block."""

_SLOTS = {15: 30, 16: 32, 17: 34, 18: 36, 19: 38, 20: 42, 21: 50}
WINDOWS = tuple(_SLOTS)
"""Window sizes that there are, as powers of two."""

_VERBATIM, _ALIGNED, _RAW = 1, 2, 3
_LENGTHS = 249
_LONGEST_MATCH = 257
_NONE_MAIN, _NONE_LENGTH, _NONE_ALIGNED, _NONE_PRE = 1 << 12, 1 << 16, 1 << 40, 99
_TRANSLATED_FRAMES = 32768

Match = tuple[int, int, int, int, bool]
"""What a symbol of a match says: length, first distance (0 to -2: a former one), more bits, their mask, aligned."""


@lru_cache(maxsize=32)
def _matches(slots: int, aligned: bool) -> tuple[Match, ...]:
    """Return what the main tree's symbols mean; those below 256 are bytes, and mean no match (MS-PATCH 2.6)."""
    found: list[Match] = [(0, 0, 0, 0, False)] * 256
    base = 0
    for slot in range(slots):
        extra = 0 if slot < 4 else min(slot // 2 - 1, 17)
        split = aligned and extra >= 3
        bits = extra - 3 if split else extra
        first = base - 2 if slot > 2 else -slot
        found += [(length + 2, first, bits, (1 << bits) - 1, split) for length in range(8)]
        base += 1 << extra
    return tuple(found)


def _table(lengths: list[int], none: int) -> tuple[list[int], int]:
    """Return a table by the next bits, of symbol << 5 | its bits, and how many bits; ``none`` where no code leads.

    Raises ValueError where the lengths make no prefix code.
    """
    longest = max(lengths)
    by_length: list[list[int]] = [[] for _ in range(longest + 1)]
    for symbol, length in enumerate(lengths):
        by_length[length].append(symbol)
    table: list[int] = []
    for length in range(1, longest + 1):
        times = 1 << (longest - length)
        for symbol in by_length[length]:
            table += repeat(symbol << 5 | length, times)
    room = (1 << longest) - len(table)
    if room < 0:
        raise ValueError("the lengths of an LZX tree make no code")
    table += repeat(none << 5, room)
    return table, longest


class Decoder:
    """One LZX stream from its start, or from a reset: what was unpacked, the trees, the three last distances."""

    def __init__(self, window: int) -> None:
        """Raises ValueError for a window that isn't 2 to the power of 15 to 21."""
        if window not in _SLOTS:
            raise ValueError(f"no LZX window of 2 to the power of {window}")
        self._slots = _SLOTS[window]
        self._window = 1 << window
        self._out = bytearray()
        self._main = [0] * (256 + 8 * self._slots)
        self._long = [0] * _LENGTHS
        self._last = (1, 1, 1)
        self._kind = self._left = self._odd = 0
        self._frames = self._done = 0
        self._called: int | None = None
        self._tables: tuple[list[int], int, list[int], int, list[int], int] = ([0], 0, [0], 0, [0], 0)
        self._load(b"", 0)

    def frame(self, packed: bytes, size: int) -> tuple[bytes, int]:
        """Return the next ``size`` bytes, FRAME or fewer, and how many bytes of ``packed`` they took.

        ``packed`` begins where the frame before ended. Raises EOFError where it is too short, ValueError at damage;
        the decoder is of no more use then, but for ``partial``.
        """
        self._load(packed, 0)
        self._begin = len(self._out)
        end = self._begin + size
        try:
            if self._called is None:
                self._called = (self._bits(16) << 16 | self._bits(16)) if self._bits(1) else 0
            while (gone := len(self._out)) < end:
                self._run(min(self._left or self._header(), end - gone))
        except IndexError:
            raise EOFError("the packed data ends too early") from None
        used = self._base + (self._at // 8 if self._kind == _RAW else (self._at + 15) // 16 * 2)
        if used > len(packed) + 1:
            raise EOFError("the packed data ends too early")
        return self._taken(), min(used, len(packed))

    def partial(self) -> bytes:
        """Return what was unpacked of a frame that then failed."""
        return self._taken() if len(self._out) > self._begin else b""

    def _taken(self) -> bytes:
        out = self._out
        whole = bytes(memoryview(out)[self._begin :])
        if self._called and self._frames < _TRANSLATED_FRAMES and len(whole) > 10:
            whole = _untranslated(whole, self._done, self._called)
        self._done += len(whole)
        self._frames += 1
        if len(out) > 2 * self._window + FRAME:
            del out[: len(out) - self._window]
        self._begin = len(out)
        return whole

    def _load(self, packed: bytes, base: int) -> None:
        """Lay out the bits from ``base`` on: for each 16-bit word, it and the next as a number (MS-PATCH 2.1)."""
        self._packed, self._base, self._at = packed, base, 0
        room = packed[base:] + bytes(8 + (len(packed) - base) % 2)
        count = len(room) // 2
        swapped = struct.pack(f">{count}H", *struct.unpack(f"<{count}H", room))
        words = [0] * (count - 1)
        words[0::2] = struct.unpack_from(f">{count // 2}I", swapped)
        words[1::2] = struct.unpack_from(f">{(count - 1) // 2}I", swapped, 2)
        self._words = words

    def _bits(self, count: int) -> int:
        at = self._at
        self._at = at + count
        return self._words[at >> 4] >> (32 - count - (at & 15)) & ((1 << count) - 1)

    def _header(self) -> int:
        """Read a block's header and its trees; return its length (MS-PATCH 2.3)."""
        if self._kind == _RAW and self._odd:
            self._at += 8
        if self._at % 16 and self._kind == _RAW:  # its bytes began in the frame before, at an odd place of this one
            self._load(self._packed, self._base + self._at // 8)
        self._kind, self._left = self._bits(3), self._bits(8) << 16 | self._bits(16)
        self._odd = self._left % 2
        if self._kind not in (_VERBATIM, _ALIGNED, _RAW) or not self._left:
            raise ValueError("an LZX block of no known kind")
        if self._kind == _RAW:
            self._at = (self._at + 16) // 16 * 16
            begin = self._base + self._at // 8
            if begin + 12 > len(self._packed):
                raise EOFError("the packed data ends too early")
            self._last = struct.unpack_from("<3I", self._packed, begin)
            self._at += 12 * 8
            return self._left
        aligned = [self._bits(3) for _ in range(8)] if self._kind == _ALIGNED else [0]
        self._read_lengths(self._main, 0, 256)
        self._read_lengths(self._main, 256, len(self._main))
        self._read_lengths(self._long, 0, _LENGTHS)
        self._tables = (
            *_table(self._main, _NONE_MAIN),
            *_table(self._long, _NONE_LENGTH),
            *_table(aligned, _NONE_ALIGNED),
        )
        return self._left

    def _read_lengths(self, lengths: list[int], at: int, end: int) -> None:
        """Read code lengths as changes of those before, by a tree of their own (MS-PATCH 2.5)."""
        table, most = _table([self._bits(4) for _ in range(20)], _NONE_PRE)
        while at < end:
            code = self._symbol(table, most)
            times = 1
            if code == 17:
                times = 4 + self._bits(4)
            elif code == 18:
                times = 20 + self._bits(5)
            elif code == 19:
                times, code = 4 + self._bits(1), self._symbol(table, most)
            if code > 18 or at + times > end:
                raise ValueError("the lengths of an LZX tree break off")
            lengths[at : at + times] = [0 if code > 16 else (lengths[at] - code) % 17] * times
            at += times

    def _symbol(self, table: list[int], most: int) -> int:
        entry = table[self._words[self._at >> 4] >> (32 - most - (self._at & 15)) & ((1 << most) - 1)]
        self._at += entry & 31
        return entry >> 5

    def _run(self, size: int) -> None:
        """Unpack ``size`` bytes of the block that is open."""
        end = len(self._out) + size
        if self._kind == _RAW:
            begin = self._base + self._at // 8
            self._out += self._packed[begin : begin + size]
            self._at += size * 8
            if len(self._out) < end:
                raise EOFError("the packed data ends too early")
        else:
            while (left := end - len(self._out)) > 0:
                self._symbols(max(1, left // _LONGEST_MATCH))
            if left:
                raise ValueError("an LZX match runs over the end of its block")
        self._left -= size

    def _symbols(self, count: int) -> None:
        """Unpack ``count`` bytes or matches (MS-PATCH 2.6): the loop that the time goes to, all in local names."""
        words, at, out = self._words, self._at, self._out
        main, main_most, long, long_most, fine, fine_most = self._tables
        main_shift, main_mask, add = 32 - main_most, (1 << main_most) - 1, out.append
        matches = _matches(self._slots, self._kind == _ALIGNED)
        last, second, third = self._last
        for _ in repeat(None, count):
            entry = main[words[at >> 4] >> (main_shift - (at & 15)) & main_mask]
            at += entry & 31
            if entry < 8192:
                add(entry >> 5)
                continue
            length, distance, bits, mask, aligned = matches[entry >> 5] if entry < 131072 else _NOWHERE
            if length == 9:
                entry = long[words[at >> 4] >> (32 - long_most - (at & 15)) & ((1 << long_most) - 1)]
                at += entry & 31
                length += entry >> 5
            if distance > 0:
                more = words[at >> 4] >> (32 - bits - (at & 15)) & mask
                at += bits
                if aligned:
                    entry = fine[words[at >> 4] >> (32 - fine_most - (at & 15)) & ((1 << fine_most) - 1)]
                    at += entry & 31
                    more = (more << 3) + (entry >> 5)
                third, second, last = second, last, distance + more
            elif distance == -1:
                last, second = second, last
            elif distance == -2:
                last, third = third, last
            begin = len(out) - last
            if begin < 0 or not last:
                raise ValueError("an LZX match begins before the data")
            if length <= last:
                out += out[begin : begin + length]
            else:
                out += (out[begin:] * (length // last + 1))[:length]
        self._last, self._at = (last, second, third), at


_NOWHERE: Match = (2, 1 << 40, 0, 0, False)


def _untranslated(whole: bytes, done: int, size: int) -> bytes:
    """Undo the translation of calls (MS-PATCH 2.2.2): their absolute targets become relative again.

    ``done`` is how many bytes were unpacked before, ``size`` the size that the stream's header states for this.
    """
    at, end = whole.find(b"\xe8"), len(whole) - 10
    if not 0 <= at < end:
        return whole
    out = bytearray(whole)
    while 0 <= at < end:
        place = done + at
        target = int.from_bytes(out[at + 1 : at + 5], "little", signed=True)
        if -place <= target < size:
            moved = target - place if target >= 0 else target + size
            out[at + 1 : at + 5] = (moved & 0xFFFFFFFF).to_bytes(4, "little")
        at = whole.find(b"\xe8", at + 5)
    return bytes(out)
