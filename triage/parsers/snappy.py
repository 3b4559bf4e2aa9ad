"""What snappy packs (floor 2): its blocks, which iWork keeps too, and files of them, by Google's format descriptions.

A block states the size of what it unpacks to and is never unpacked beyond it; in a file that is 64 KiB at most.
"""

from __future__ import annotations

from collections.abc import Iterator

from triage.parsers.contract import Data
from triage.parsers.lzbits import copy
from triage.parsers.sums import crc32c

MAGIC = b"\xff\x06\x00\x00sNaPpY"
_PACKED, _PLAIN, _FIRST_TO_SKIP = 0x00, 0x01, 0x80
_MOST = 1 << 16
_MASK = 0xA282EAD8


def unpack(packed: Data) -> Iterator[bytes]:
    """Yield what a file's chunks hold; raises EOFError where it ends too early, ValueError for what can't be.

    Chunks stand for themselves: what can be read of a damaged one is given, and those behind it too, before the error.
    """
    at, damaged = 0, ""
    while at < len(packed):
        kind, size = packed[at], int.from_bytes(packed[at + 1 : at + 4], "little")
        chunk = packed[at + 4 : at + 4 + size]
        at += 4 + size
        if kind in (_PACKED, _PLAIN):
            piece, sound = (chunk[4:], True) if kind == _PLAIN else _beginning(chunk[4:])
            yield piece
            if at <= len(packed) and not (sound and _sum(piece) == int.from_bytes(chunk[:4], "little")):
                damaged = damaged or f"the chunk before byte {at} is damaged"
        elif kind < _FIRST_TO_SKIP:
            damaged = damaged or f"the chunk before byte {at} is of an unknown kind"
    if damaged:
        raise ValueError(damaged)
    if at > len(packed):
        raise EOFError("the packed data ends too early")


def _beginning(data: bytes) -> tuple[bytes, bool]:
    """Return what a block of a file holds as far as it can be read, and whether that was all."""
    out = bytearray()
    try:
        length = _fill(out, data, _MOST)
    except (ValueError, IndexError):
        return bytes(out), False
    return bytes(out), len(out) == length


def _sum(piece: bytes) -> int:
    """Return the checksum as chunks have it: turned round and shifted, so that it may be checked itself."""
    value = crc32c(piece)
    return ((value >> 15 | value << 17) + _MASK) & 0xFFFFFFFF


def block(data: bytes, most: int) -> bytes:
    """Return what a block holds. Raises ValueError for what can't be or is over ``most`` bytes, IndexError at its end.

    Where it ends before the size that it states, what came is given.
    """
    out = bytearray()
    _fill(out, data, most)
    return bytes(out)


def _fill(out: bytearray, data: bytes, most: int) -> int:
    """Write what a block holds, and return how much it states that it does."""
    length, at = varint(data, 0)
    if length > most:
        raise ValueError("a block too large")
    while at < len(data) and len(out) < length:
        tag = data[at]
        kind, size = tag & 3, (tag >> 2) + 1
        at += 1
        if not kind:
            if size > 60:
                width = size - 60
                size = int.from_bytes(data[at : at + width], "little") + 1
                at += width
            out += data[at : at + size]
            at += size
            continue
        if kind == 1:
            size, back = (tag >> 2 & 7) + 4, tag >> 5 << 8 | data[at]
            at += 1
        else:
            width = 2 * kind - 2
            back = int.from_bytes(data[at : at + width], "little")
            at += width
        copy(out, back, size)
    del out[length:]
    return length


def varint(data: bytes, at: int) -> tuple[int, int]:
    """Return a number in sevens of bits and where it ends. Raises IndexError or ValueError where it has no end."""
    value = shift = 0
    while shift < 70:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7
    raise ValueError("a number without an end")
