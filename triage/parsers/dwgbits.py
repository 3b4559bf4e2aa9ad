"""The bits of AutoCAD drawings (floor 2): numbers, texts and handles that begin at any bit of a byte.

Open Design Specification for .dwg files, chapter 2. A reader moves forward over bytes; reading past its end raises
EOFError. Nothing here knows what an object is.
"""

from __future__ import annotations


class Bits:
    """A place in bytes, counted in bits; ``end`` is the bit before which it stops."""

    __slots__ = ("at", "data", "end")

    def __init__(self, untrusted_data: bytes, at: int = 0, end: int | None = None) -> None:
        self.data = untrusted_data
        self.at = at
        self.end = len(untrusted_data) * 8 if end is None else min(end, len(untrusted_data) * 8)

    def bits(self, count: int) -> int:
        """Read bits as a number, the first one highest (B, BB)."""
        at = self.at
        self.at = past = at + count
        if past > self.end or at < 0:
            raise EOFError("an object ends too early")
        last = (past + 7) >> 3
        return int.from_bytes(self.data[at >> 3 : last], "big") >> (last * 8 - past) & ((1 << count) - 1)

    def raw(self, count: int) -> bytes:
        """Read whole bytes."""
        if self.at & 7 or self.at + 8 * count > self.end or count < 0:
            return self.bits(8 * count).to_bytes(count, "big") if count > 0 else b""
        first = self.at >> 3
        self.at += 8 * count
        return self.data[first : first + count]

    def number(self, count: int) -> int:
        """Read a number of so many bytes, the lowest first (RC, RS, RL, RLL)."""
        return int.from_bytes(self.raw(count), "little")

    def short(self) -> int:
        """Read a BS: two bits say how it is written."""
        kind = self.bits(2)
        return self.number(2 - kind) if kind < 2 else 256 * (kind - 2)

    def long(self) -> int:
        """Read a BL."""
        kind = self.bits(2)
        return self.number(4 if kind == 0 else 1) if kind < 2 else 0

    def longest(self) -> int:
        """Read a BLL: three bits say how many bytes it has."""
        return self.number(self.bits(3))

    def skip_doubles(self, count: int) -> None:
        """Pass over so many BD."""
        for _ in range(count):
            if self.bits(2) == 0:
                self.at += 64

    def handle(self) -> None:
        """Pass over a handle."""
        length = self.bits(8) & 0xF
        self.at += 8 * length

    def chars(self) -> int:
        """Read an MC: seven bits a byte, lowest first, until one without its highest bit. Never signed."""
        value = shift = 0
        while True:
            byte = self.bits(8)
            value |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80 or shift > 63:
                return value

    def words(self) -> int:
        """Read an MS: fifteen bits for each two bytes."""
        value = shift = 0
        while True:
            word = self.number(2)
            value |= (word & 0x7FFF) << shift
            shift += 15
            if not word & 0x8000 or shift > 45:
                return value

    def text(self) -> bytes:
        """Read a TV: the bytes of a text of one byte a letter, without the zero that may end it."""
        return self.raw(self.short()).rstrip(b"\0")

    def wide(self) -> str:
        """Read a TU, a text in UTF-16."""
        return self.raw(2 * self.short()).decode("utf-16-le", "surrogatepass")


def _step(value: int) -> int:
    for _ in range(8):
        value = value >> 1 ^ (0xA001 if value & 1 else 0)
    return value


_STEPS = tuple(map(_step, range(256)))


def check_sum(untrusted_data: bytes) -> int:
    """Return the CRC of 16 bits that stands behind objects and parts of their map (2.14)."""
    value = 0xC0C1
    for byte in untrusted_data:
        value = value >> 8 ^ _STEPS[(value ^ byte) & 0xFF]
    return value


def shifted(untrusted_data: bytes) -> list[bytes]:
    """Return the bytes as they read from each of the eight bits of the first byte on."""
    whole, size = int.from_bytes(untrusted_data, "big"), len(untrusted_data)
    mask = (1 << 8 * size) - 1
    return [untrusted_data, *((whole << bit & mask).to_bytes(size, "big") for bit in range(1, 8))]
