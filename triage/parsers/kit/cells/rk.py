"""Packed numbers of the binary workbooks: MS-XLS 2.5.217, MS-XLSB 2.5.122."""

from __future__ import annotations

import struct


def rk_number(packed: int) -> float:
    """Return the number in an RkNumber: 30 bits of a whole number or of a double, perhaps to be divided by 100."""
    if packed & 2:
        value = float((packed >> 2) - (1 << 30 if packed & 0x80000000 else 0))
    else:
        (value,) = struct.unpack("<d", b"\0\0\0\0" + struct.pack("<I", packed & 0xFFFFFFFC))
    return value / 100 if packed & 1 else value
