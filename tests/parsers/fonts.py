"""Fonts written by hand."""

from __future__ import annotations

import struct
from collections.abc import Mapping


def character_map(glyphs: Mapping[int, int]) -> bytes:
    """Return a TrueType font that has nothing but its character map: glyphs by their characters (OpenType, "cmap")."""
    ends = struct.pack(f">{len(glyphs) + 1}H", *glyphs, 0xFFFF)
    deltas = struct.pack(f">{len(glyphs) + 1}H", *((glyph - code) & 0xFFFF for code, glyph in glyphs.items()), 1)
    count = 2 * (len(glyphs) + 1)
    segments = struct.pack(">HHHH", count, 0, 0, 0) + ends + b"\0\0" + ends + deltas + bytes(count)
    table = struct.pack(">HHHHIHHH", 0, 1, 3, 1, 12, 4, 6 + len(segments), 0) + segments
    return struct.pack(">IHHHH4sIII", 0x10000, 1, 16, 0, 0, b"cmap", 0, 28, len(table)) + table
