"""How AutoCAD drawings pack their pages (floor 2): two kinds of LZ77, Reed-Solomon blocks and a mask over headers.

Open Design Specification for .dwg files, chapters 4 (R2004: 4.7 compression) and 5 (R2007: 5.12 decompression, 5.13
Reed-Solomon). Bytes in, bytes out; nothing here knows what a page means. Bytes of error correction are passed over.
"""

from __future__ import annotations

import struct

from triage.parsers.lzbits import copy

_LITERAL, _SHORT, _LONG, _FAR = 0x10, 0x40, 0x20, 0x4000
_END = 0x11


class BrokenError(ValueError):
    """Packed bytes that make no sense from some place on; ``data`` is what was unpacked before."""

    def __init__(self, data: bytes) -> None:
        super().__init__("the packed data makes no sense")
        self.data = data


def unpacked(untrusted_packed: bytes, most: int) -> bytes:
    """Return what bytes of R2004 and later unpack to, at most ``most`` bytes. Raises BrokenError where they end early.

    An operation copies from what came out before, and says how many of the next bytes (up to three) stand for
    themselves; longer such runs have an operation of their own.
    """
    packed, out, at = untrusted_packed, bytearray(), 0
    try:
        while len(out) < most and (op := packed[at]) != _END:
            at += 1
            if op < _LITERAL:
                plain, at = _count(packed, at, op, 0x0F)
                plain += 1
            elif op >= _SHORT:
                back = (op >> 2 & 3 | packed[at] << 2) + 1
                at += 1
                copy(out, back, (op >> 4) - 1)
                plain = op & 3
            else:
                near = op >= _LONG
                length, at = _count(packed, at, op & (31 if near else 7), 31 if near else 7)
                low, high = packed[at], packed[at + 1]
                at += 2
                back = (low >> 2 | high << 6) + (1 if near else _FAR + ((op & 8) << 11))
                copy(out, back, length)
                plain = low & 3
            out += packed[at : at + plain]
            at += plain
    except (IndexError, ValueError) as error:
        raise BrokenError(bytes(out[:most])) from error
    return bytes(out[:most])


def _count(packed: bytes, at: int, given: int, widest: int) -> tuple[int, int]:
    """Return a length and where to read on: in the operation, else 255 for each zero byte and what follows them."""
    if given:
        return given + 2, at
    first = at
    while packed[at] == 0:
        at += 1
    return widest + 255 * (at - first) + packed[at] + 2, at + 1


def unpacked_2007(untrusted_packed: bytes, most: int) -> bytes:
    """Return what bytes of R2007 unpack to, at most ``most`` bytes. Raises BrokenError where they end early."""
    packed, out = untrusted_packed, bytearray()
    try:
        op, at, plain = packed[0], 1, 0
        if op >> 4 == 2:
            plain, at = packed[3] & 7, 4
        while at < len(packed) and len(out) < most:
            if not plain:
                plain, at = _plain_2007(packed, at, op)
            _turn(out, packed[at : at + plain])
            at += plain
            if at >= len(packed):
                break
            op, at, plain = _copies_2007(packed, at, out, most)
    except (IndexError, ValueError) as error:
        raise BrokenError(bytes(out[:most])) from error
    return bytes(out[:most])


def _plain_2007(packed: bytes, at: int, op: int) -> tuple[int, int]:
    """Return how many bytes stand for themselves, and where they begin."""
    length = op + 8
    if length == 0x17:
        more = packed[at]
        at, length = at + 1, length + more
        while more in (0xFF, 0xFFFF):
            more = packed[at] | packed[at + 1] << 8
            at, length = at + 2, length + more
    return length, at


def _copies_2007(packed: bytes, at: int, out: bytearray, most: int) -> tuple[int, int, int]:
    """Carry out copies until bytes follow that stand for themselves; returns the operation, the place, their number."""
    op = packed[at]
    at += 1
    while True:
        length, back, op, at = _instruction_2007(packed, at, op)
        copy(out, back, length)
        plain = op & 7
        if plain or at >= len(packed) or len(out) >= most:
            return op, at, plain
        op = packed[at]
        at += 1
        if op >> 4 == 0:
            return op, at, 0
        if op >> 4 == 0xF:
            op &= 0xF


def _instruction_2007(packed: bytes, at: int, op: int) -> tuple[int, int, int, int]:
    """Return length and distance of a copy, the last byte of the instruction, and where to read on."""
    first = packed[at]
    kind = op >> 4
    if kind > 2:
        return kind, ((first & 0xF8) << 1) + (op & 0xF) + 1, first, at + 1
    second = packed[at + 1]
    if kind == 0:
        return (op & 0xF) + 0x13 + (second >> 3 & 0x10), ((second & 0x78) << 5) + first + 1, second, at + 2
    if kind == 1:
        return (op & 0xF) + 3, ((second & 0xF8) << 5) + first + 1, second, at + 2
    back, third = first | second << 8, packed[at + 2]
    if not op & 8:
        return (op & 7) + (third & 0xF8), back, third, at + 3
    last = packed[at + 3]
    return (op & 7) + (third << 3) + ((last & 0xF8) << 8) + 0x100, back + 1, last, at + 4


_PIECES = (
    "", "0+1", "0+2", "0+3", "0+4", "4+1 0+4", "5+1 1+4 0+1", "5+2 1+4 0+1", "0+8", "8+1 0+8", "9+1 1+8 0+1",
    "9+2 1+8 0+1", "8+4 0+8", "12+1 8+4 0+8", "13+1 9+4 1+8 0+1", "13+2 9+4 1+8 0+1", "0+16", "9+8 8+1 0+8",
    "17+1 1+16 0+1", "16+3 0+16", "16+4 0+16", "20+1 16+4 0+16", "20+2 16+4 0+16", "20+3 16+4 0+16", "16+8 0+16",
    "17+8 16+1 0+16", "25+1 17+8 16+1 0+16", "25+2 17+8 16+1 0+16", "24+4 16+8 0+16", "28+1 24+4 16+8 0+16",
    "28+2 24+4 16+8 0+16", "30+1 26+4 18+8 2+16 0+2",
)  # fmt: skip
"""In what order a number of bytes under 32 stands (the table in 5.12): pieces by place and length.

The halves of a piece of 16, and the bytes of one of two or three, are turned around themselves.
"""


def _order(pieces: str) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    for place, size in (map(int, piece.split("+")) for piece in pieces.split()):
        step = {2: 1, 3: 1, 16: 8}.get(size, size)
        found += [(at, step) for at in range(place + size - step, place - 1, -step)]
    return tuple(found)


_ORDERS = tuple(map(_order, _PIECES))


def _turn(out: bytearray, plain: bytes) -> None:
    """Append bytes that stand for themselves: 32 at a time, in eights from the last on, then the rest by its length."""
    whole = len(plain) & ~31
    for at in range(0, whole, 32):
        for step in (24, 16, 8, 0):
            out += plain[at + step : at + step + 8]
    for place, size in _ORDERS[len(plain) - whole]:
        out += plain[whole + place : whole + place + size]


def without_parity(untrusted_coded: bytes, kept: int, count: int) -> bytes:
    """Return the data of ``count`` interwoven blocks of 255 bytes, of which the first ``kept`` are data (5.13)."""
    return b"".join(untrusted_coded[at : kept * count : count] for at in range(count))


def unmasked(untrusted_masked: bytes) -> bytes:
    """Return the file header of R2004 without its mask, the low bytes of a row of pseudo-random numbers (4.1)."""
    seed, out = 1, bytearray()
    for byte in untrusted_masked:
        seed = (seed * 0x343FD + 0x269EC3) & 0xFFFFFFFF
        out.append(byte ^ (seed >> 16 & 0xFF))
    return bytes(out)


def page_head(untrusted_head: bytes, place: int) -> tuple[int, ...]:
    """Return the eight numbers before a page of data, whose mask depends on its place (4.6). Raises struct.error."""
    mask = 0x4164536B ^ place & 0xFFFFFFFF
    return tuple(number ^ mask for number in struct.unpack("<8I", untrusted_head))
