"""Checksums that no library at hand works out (floor 2): CRC-16 of LHA and CRC-32C of snappy. Bytes in, number out.

A long piece is laid out in lanes, and one byte of each goes through the table at once; as the sum of two messages has
the sum of their checksums, those of the lanes are then put together.
"""

from __future__ import annotations

import struct
from functools import lru_cache

_LANE, _FEWEST, _MOST = 256, 16, 4096
"""Bytes of a lane, and how many lanes are taken at a time."""


@lru_cache(maxsize=2)
def _table(polynomial: int) -> list[int]:
    """Return what the lowest byte of the register becomes one byte later."""
    table = list(range(256))
    for _ in range(8):
        table = [value >> 1 ^ (polynomial if value & 1 else 0) for value in table]
    return table


@lru_cache(maxsize=2)
def _later(polynomial: int) -> list[list[int]]:
    """Return for each of the register's bytes what they become a whole lane later."""
    table, later = _table(polynomial), []
    for byte in range(4):
        becomes = [0]
        for bit in range(8):
            value = 1 << 8 * byte + bit
            for _ in range(_LANE):
                value = table[value & 0xFF] ^ value >> 8
            becomes += [value ^ known for known in becomes]
        later.append(becomes)
    return later


def _lanes(piece: bytes, table: list[int]) -> tuple[int, ...]:
    """Return the checksum of each lane, as if none stood before it."""
    count = len(piece) // _LANE
    parts = [bytes(value >> shift & 0xFF for value in table) for shift in (0, 8, 16, 24)]
    first = second = third = fourth = 0
    for at in range(_LANE):
        column = (int.from_bytes(piece[at::_LANE], "little") ^ first).to_bytes(count, "little")
        first = int.from_bytes(column.translate(parts[0]), "little") ^ second
        second = int.from_bytes(column.translate(parts[1]), "little") ^ third
        third = int.from_bytes(column.translate(parts[2]), "little") ^ fourth
        fourth = int.from_bytes(column.translate(parts[3]), "little")
    together = bytearray(4 * count)
    for place, row in enumerate((first, second, third, fourth)):
        together[place::4] = row.to_bytes(count, "little")
    return struct.unpack(f"<{count}I", together)


def _sum(data: bytes, polynomial: int, value: int) -> int:
    table, at = _table(polynomial), 0
    while len(data) - at >= _FEWEST * _LANE:
        piece = data[at : at + min((len(data) - at) // _LANE, _MOST) * _LANE]
        at += len(piece)
        one, two, three, four = _later(polynomial)
        for lane in _lanes(piece, table):
            value = one[value & 255] ^ two[value >> 8 & 255] ^ three[value >> 16 & 255] ^ four[value >> 24] ^ lane
    for byte in data[at:]:
        value = table[(value ^ byte) & 0xFF] ^ value >> 8
    return value


def crc16(data: bytes) -> int:
    """Return the CRC-16 of LHA, x^16 + x^15 + x^2 + 1 with the bits of each byte turned round."""
    return _sum(data, 0xA001, 0)


def crc32c(data: bytes) -> int:
    """Return the CRC-32C of Castagnoli (RFC 3720 appendix B.4)."""
    return _sum(data, 0x82F63B78, 0xFFFFFFFF) ^ 0xFFFFFFFF
