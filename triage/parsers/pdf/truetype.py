"""What the glyphs of an embedded TrueType or OpenType font mean, by its own character map.

OpenType 1.9, "cmap": formats 0, 4, 6 and 12. A font program comes in, the characters by the numbers of the glyphs go
out; of several characters the first one counts. Nothing is drawn.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

_MOST_TABLES, _MOST_GLYPHS = 64, 70_000
_BEST = ((3, 10), (0, 4), (0, 6), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0), (3, 0), (1, 0))
"""Platforms and encodings, those of all characters first; (3, 0) is a symbol font, (1, 0) Apple's Roman."""


def meanings(untrusted_font: bytes) -> dict[int, str]:
    """Return the character of each glyph, nothing where the font has no character map or a broken one."""
    try:
        return _meanings(untrusted_font)
    except (struct.error, UnicodeDecodeError):
        return {}


def _meanings(font: bytes) -> dict[int, str]:
    (count,) = struct.unpack_from(">H", font, 4)
    for index in range(min(count, _MOST_TABLES)):
        tag, _, start, length = struct.unpack_from(">4sIII", font, 12 + 16 * index)
        if tag == b"cmap":
            return _mapped(font[start : start + length])
    return {}


def _mapped(table: bytes) -> dict[int, str]:
    (count,) = struct.unpack_from(">H", table, 2)
    entries = [struct.unpack_from(">HHI", table, 4 + 8 * index) for index in range(min(count, _MOST_TABLES))]
    starts = {(platform, encoding): start for platform, encoding, start in entries}
    kind = next((kind for kind in _BEST if kind in starts), None)
    glyphs: dict[int, str] = {}
    for code, glyph in _pairs(table[starts[kind] :]) if kind else ():
        if kind == (1, 0):
            character = bytes([code]).decode("mac-roman") if code < 256 else ""
        else:
            character = chr(code & 0xFF if kind == (3, 0) and code >> 8 == 0xF0 else code)
        if glyph and character.isprintable() and len(glyphs) < _MOST_GLYPHS:
            glyphs.setdefault(glyph, character)
    return glyphs


def _pairs(table: bytes) -> Iterator[tuple[int, int]]:
    """Yield the codes and glyphs of a subtable."""
    (form,) = struct.unpack_from(">H", table)
    if form == 0:
        yield from enumerate(table[6:262])
    elif form == 4:
        yield from _segments(table)
    elif form == 6:
        first, count = struct.unpack_from(">HH", table, 6)
        yield from enumerate(struct.unpack_from(f">{count}H", table, 10), first)
    elif form == 12:
        (groups,) = struct.unpack_from(">I", table, 12)
        left = _MOST_GLYPHS
        for index in range(min(groups, _MOST_GLYPHS)):
            first, last, glyph = struct.unpack_from(">III", table, 16 + 12 * index)
            last = min(last, first + left, 0x10FFFF)
            left -= max(0, last - first)
            yield from zip(range(first, last + 1), range(glyph, 0xFFFF), strict=False)


def _segments(table: bytes) -> Iterator[tuple[int, int]]:
    """Yield the codes and glyphs of format 4."""
    (twice,) = struct.unpack_from(">H", table, 6)
    ends, starts = (struct.unpack_from(f">{twice // 2}H", table, at) for at in (14, 16 + twice))
    deltas, offsets = (struct.unpack_from(f">{twice // 2}H", table, at) for at in (16 + 2 * twice, 16 + 3 * twice))
    left = _MOST_GLYPHS
    for index, (start, end, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        for code in range(start, min(end, start + left, 0xFFFE) + 1):
            glyph = code
            if offset:
                (glyph,) = struct.unpack_from(">H", table, 16 + 3 * twice + 2 * index + offset + 2 * (code - start))
            yield code, (glyph + delta) & 0xFFFF if glyph else 0
        left -= max(0, end - start)
