"""How pages of AutoCAD drawings are packed (selftest room, builders). Bytes in, bytes out; no canaries here."""

from __future__ import annotations

import struct


def squeezed(data: bytes) -> bytes:
    """Return data packed as R2004 does: bytes that stand for themselves, and copies of what came before."""
    out, plain, at, seen = b"", b"", 0, dict[bytes, int]()
    while at < len(data):
        key = data[at : at + 4]
        back, length = at - seen.get(key, -0x9000), 0
        while length < 600 and at + length < len(data) and data[at + length] == data[at + length - back :][:1][0]:
            length += 1
        seen[key] = at
        if length < 4 or back > 0x7FFF or (not out and len(plain) < 4) or 0 < len(plain) < 4:
            plain, at = plain + data[at : at + 1], at + 1
            continue
        out += _alone(plain) + _copied(back, length)
        plain, at = b"", at + length
    if 0 < len(plain) < 4 and out:
        plain += bytes(4)
    return out + _alone(plain) + b"\x11\0\0"


def _alone(plain: bytes) -> bytes:
    """Return a run of bytes that stand for themselves with its length (four at least)."""
    if not plain:
        return b""
    size = len(plain) - 3
    return (bytes((size,)) if size < 16 else b"\0" + _stretched(size - 15)) + plain


def _stretched(rest: int) -> bytes:
    return bytes((rest - 1) // 255) + bytes(((rest - 1) % 255 + 1,))


def _copied(back: int, length: int) -> bytes:
    """Return the operation that copies: near and short, near, or far."""
    if back <= 0x400 and length <= 14:
        return bytes(((length + 1) << 4 | (back - 1 & 3) << 2, back - 1 >> 2))
    if back <= 0x4000:
        op, widest, rest = 0x20, 31, back - 1
    else:
        op, widest, rest = 0x10, 7, back - 0x4000
    size = length - 2
    head = bytes((op | size,)) if size <= widest else bytes((op,)) + _stretched(size - widest)
    return head + bytes((rest << 2 & 0xFF, rest >> 6))


def masked(data: bytes) -> bytes:
    """Return the header of R2004 under its mask."""
    seed, out = 1, bytearray()
    for byte in data:
        seed = (seed * 0x343FD + 0x269EC3) & 0xFFFFFFFF
        out.append(byte ^ (seed >> 16 & 0xFF))
    return bytes(out)


_TURNED = (24, 16, 8, 0)


def squeezed_2007(data: bytes) -> bytes:
    """Return data and zeros packed as R2007 does: 32 bytes that stand for themselves at a time, then 200 zeros more."""
    whole = data.ljust(64, b"\0") + bytes(-max(len(data), 64) % 32 + 32)
    turned = b"".join(whole[at : at + 32][place : place + 8] for at in range(0, len(whole), 32) for place in _TURNED)
    left = len(whole) - 0x17
    head = b"\x0f" + bytes((min(left, 0xFF),))
    if left >= 0xFF:
        left -= 0xFF
        head += b"\xff\xff" * (left // 0xFFFF) + struct.pack("<H", left % 0xFFFF)
    return head + turned + b"\x20\1\0\xc8"


def woven(data: bytes, kept: int) -> bytes:
    """Return data in interwoven blocks of 255 bytes; those of error correction are zeros."""
    blocks = [data[at : at + kept].ljust(255, b"\0") for at in range(0, len(data) + 7 & ~7, kept)]
    woven = bytes(block[at] for at in range(255) for block in blocks)
    return woven + bytes(-len(woven) % 32)
