"""Packs LZX for tests, by MS-PATCH 2: every kind of block, former distances, trees told as changes, calls translated.

Codes have nearly equal lengths, whatever the data: what is tested is reading, and nobody else reads what is written.
"""

from __future__ import annotations

import struct

FRAME = 1 << 15
VERBATIM, ALIGNED, RAW = 1, 2, 3
SLOTS = {15: 30, 16: 32, 17: 34, 18: 36, 19: 38, 20: 42, 21: 50}
LONGEST = 136
"""The longest match that is written: the tree of lengths has 128 codes, and none for the other 121."""


def _even_lengths(count: int) -> list[int]:
    """Return the lengths of a complete code that are as equal as can be."""
    bits = (count - 1).bit_length()
    short = (1 << bits) - count
    return [bits - 1] * short + [bits] * (count - short)


def _codes(lengths: list[int]) -> list[tuple[int, int]]:
    """Return (code, bits) for each symbol."""
    codes, code = [(0, 0)] * len(lengths), 0
    for bits in range(1, 17):
        for symbol, length in enumerate(lengths):
            if length == bits:
                codes[symbol] = (code, bits)
                code += 1
        code <<= 1
    return codes


class Packer:
    """One stream; ``frames`` are what was written for each 32 KiB of the data."""

    def __init__(self, window: int = 15, calls: int = 0) -> None:
        self.frames: list[bytes] = []
        self._slots = SLOTS[window]
        self._window = 1 << window
        self._bases = [0]
        for slot in range(self._slots):
            self._bases.append(self._bases[-1] + (1 << self._extra(slot)))
        self._old = {"main": [0] * (256 + 8 * self._slots), "long": [0] * 249}
        self._last = [1, 1, 1]
        self._bits: list[str] = []
        self._raw = b""
        self._calls = calls
        self._begun = False

    @staticmethod
    def _extra(slot: int) -> int:
        return 0 if slot < 4 else min(slot // 2 - 1, 17)

    def pack(self, data: bytes, kinds: tuple[int, ...] = (VERBATIM,), block: int = 1 << 20) -> list[bytes]:
        """Pack all of the data in blocks of this many bytes, of these kinds in turn; return the frames."""
        data = translated(data, self._calls) if self._calls else data
        self._seen: dict[bytes, int] = {}
        ends = [*range(block, len(data), block), len(data)]
        begin = 0
        for number, end in enumerate(ends):
            self._block(data, begin, end, kinds[number % len(kinds)])
            begin = end
        self._flush()
        return self.frames

    def _put(self, value: int, bits: int) -> None:
        if bits:
            self._bits.append(f"{value:0{bits}b}")

    def _align(self) -> None:
        text = "".join(self._bits)
        text += "0" * (-len(text) % 16)
        words = [int(text[at : at + 16], 2) for at in range(0, len(text), 16)]
        self._raw += struct.pack(f"<{len(words)}H", *words)
        self._bits = []

    def _flush(self) -> None:
        self._align()
        if self._raw:
            self.frames.append(self._raw)
        self._raw = b""

    def _block(self, data: bytes, begin: int, end: int, kind: int) -> None:
        if not self._begun:
            self._begun = True
            self._put(int(bool(self._calls)), 1)
            if self._calls:
                self._put(self._calls >> 16, 16)
                self._put(self._calls & 0xFFFF, 16)
        self._put(kind, 3)
        self._put((end - begin) >> 16, 8)
        self._put((end - begin) & 0xFFFF, 16)
        if kind == RAW:
            self._put(0, 16 if sum(map(len, self._bits)) % 16 == 0 else 1)
            self._align()
            self._raw += struct.pack("<3I", *self._last)
            for at in self._within(begin, end):
                self._raw += data[at : min(end, (at // FRAME + 1) * FRAME)]
                if (at // FRAME + 1) * FRAME <= end - 1:
                    self.frames.append(self._raw)
                    self._raw = b""
            self._raw += b"\0" * ((end - begin) % 2)
            if end % FRAME == 0:
                self._flush()
            return
        if kind == ALIGNED:
            for _ in range(8):
                self._put(3, 3)
        main, long = _even_lengths(256 + 8 * self._slots), [7] * 128 + [0] * 121
        self._tree(main[:256], self._old["main"], 0)
        self._tree(main[256:], self._old["main"], 256)
        self._tree(long, self._old["long"], 0)
        self._main, self._long = _codes(main), _codes(long)
        at = begin
        while at < end:
            at = self._token(data, at, min(end, (at // FRAME + 1) * FRAME), kind)
            if at % FRAME == 0:
                self._flush()

    @staticmethod
    def _within(begin: int, end: int) -> list[int]:
        return [begin, *range((begin // FRAME + 1) * FRAME, end, FRAME)]

    def _tree(self, lengths: list[int], old: list[int], begin: int) -> None:
        codes = _codes(_even_lengths(20))
        for bits in _even_lengths(20):
            self._put(bits, 4)
        at = 0
        while at < len(lengths):
            run = 1
            while at + run < len(lengths) and lengths[at + run] == lengths[at] and run < 51:
                run += 1
            change = (old[begin + at] - lengths[at]) % 17
            if not lengths[at] and run >= 20:
                self._put(*codes[18])
                self._put(run - 20, 5)
            elif not lengths[at] and run >= 4:
                run = min(run, 19)
                self._put(*codes[17])
                self._put(run - 4, 4)
            elif run >= 4:
                run = min(run, 5)
                self._put(*codes[19])
                self._put(run - 4, 1)
                self._put(*codes[change])
            else:
                run = 1
                self._put(*codes[change])
            old[begin + at : begin + at + run] = lengths[at : at + run]
            at += run

    def _token(self, data: bytes, at: int, end: int, kind: int) -> int:
        length, distance = self._found(data, at, end)
        key = data[at : at + 3]
        self._seen[key] = at
        if length < 3:
            self._put(*self._main[data[at]])
            return at + 1
        if distance in self._last:
            slot = self._last.index(distance)
            self._last[0], self._last[slot] = self._last[slot], self._last[0]
            self._match(slot, length)
            return at + length
        self._last = [distance, *self._last[:2]]
        slot = next(n for n in range(3, self._slots) if self._bases[n] <= distance + 2 < self._bases[n + 1])
        self._match(slot, length)
        rest, bits = distance + 2 - self._bases[slot], self._extra(slot)
        if kind == ALIGNED and bits >= 3:
            self._put(rest >> 3, bits - 3)
            self._put(rest & 7, 3)
        else:
            self._put(rest, bits)
        return at + length

    def _match(self, slot: int, length: int) -> None:
        head = min(length - 2, 7)
        self._put(*self._main[256 + 8 * slot + head])
        if head == 7:
            self._put(*self._long[length - 9])

    def _found(self, data: bytes, at: int, end: int) -> tuple[int, int]:
        """Return length and distance of the best match at hand; former distances are tried first."""
        best = (0, 0)
        for distance in (*self._last, at - self._seen.get(data[at : at + 3], at)):
            if 0 < distance <= min(at, self._window - 3):
                length = 0
                while at + length < end and length < LONGEST and data[at + length] == data[at + length - distance]:
                    length += 1
                best = max(best, (length, distance), key=lambda pair: pair[0])
        return best


def translated(data: bytes, size: int) -> bytes:
    """Return the data with targets of calls made absolute, frame by frame (MS-PATCH 2.2.2)."""
    out = bytearray(data)
    for frame in range(0, len(data), FRAME):
        end = min(frame + FRAME, len(data))
        at = frame
        while end - frame > 10 and (at := data.find(b"\xe8", at, end - 10)) >= 0:
            target = int.from_bytes(data[at + 1 : at + 5], "little", signed=True)
            if -at <= target < size - at:
                out[at + 1 : at + 5] = (target + at).to_bytes(4, "little", signed=True)
            elif size - at <= target < size:
                out[at + 1 : at + 5] = (target - size).to_bytes(4, "little", signed=True)
            at += 5
    return bytes(out)
