"""The property modifiers of Word, taken apart, what they say of a run of text, and the pages on which they stand.

MS-DOC 2.2.5.1 (Sprm), 2.6.1, 2.8.25 and 2.8.26 (PlcBteChpx, PlcBtePapx); of Word 6 and 95 "Microsoft Word 6.0 for
Windows, File Format Specification". Nothing here reads text.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

DELETED, INSERTED, HIDDEN, SPECIAL, SMALL = 1, 2, 4, 8, 16

_FLAGS = {0x0800: DELETED, 0x0801: INSERTED, 0x083C: HIDDEN, 0x0855: SPECIAL}
_SYMBOL, _COLOR, _SIZE, _FIELD_DATA, _PLACE = 0x6A09, 0x6870, 0x4A43, 0x0806, 0x6A03
_RAISED, _OLD_RAISED = 0x2A48, 104
"""Superscript and subscript, by an operand that isn't 0 (sprmCIss)."""
_CHANGES = {0x4804: "inserter", 0x6805: "inserted", 0x4863: "deleter", 0x6864: "deleted"}
_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)
"""Bytes of a property's operand by the upper three bits of its code; 0 means that the size stands first."""
_TABLE, _TABS = 0xD608, 0xC615
"""Two properties whose size is written in another way: in two bytes, and as 255 for what has to be counted."""

_OLD_FLAGS = {65: DELETED, 66: INSERTED, 92: HIDDEN, 117: SPECIAL}
_OLD_FONT = 93
_OLD_SIZES = {
    83: 0,
    **dict.fromkeys((65, 66, 67, 71, 75, *range(85, 93), 94, 98, 100, 102, 104, 117, 118), 1),
    **dict.fromkeys((69, 72, 80, 93, 96, 97, 99, 101, 107, 109, 110), 2),
    **dict.fromkeys((73, 95), 3),
    70: 4,
}
"""Bytes of a character property's operand in Word 6 and 95."""
_OLD_COUNTED = frozenset({68, 74, 81, 82, 103, 105, 106, 108})
"""Character properties whose operand begins with its size."""


@dataclass(frozen=True, slots=True)
class Look:
    """Properties of a run: ``flags`` (DELETED, INSERTED, HIDDEN, SPECIAL, and SMALL for what is raised or lowered).

    ``symbol`` is the character a symbol shows, ``font`` is that of Word 6 and 95 (-1: none is named), ``form`` where a
    form field's settings stand in the stream Data (-1: none). A tracked change has the numbers of who inserted and who
    deleted it (-1: not known) and the dates as Word writes them.
    """

    flags: int = 0
    symbol: str = ""
    font: int = -1
    form: int = -1
    inserter: int = -1
    inserted: int = 0
    deleter: int = -1
    deleted: int = 0


def modifiers(grpprl: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield (code, operand) of each modifier; ends where one is cut. The operand of a sized one has no size before."""
    at = 0
    while at + 3 <= len(grpprl):
        code = int.from_bytes(grpprl[at : at + 2], "little")
        size = _SIZES[code >> 13]
        at += 2
        if code == _TABLE:
            size = max(int.from_bytes(grpprl[at : at + 2], "little") - 1, 0)
            at += 2
        elif code == _TABS and grpprl[at] == 0xFF:
            deleted = grpprl[at + 1] if at + 1 < len(grpprl) else 0
            added = grpprl[at + 2 + 4 * deleted] if at + 2 + 4 * deleted < len(grpprl) else 0
            size = 3 + 4 * deleted + 3 * added
        elif not size:
            size = grpprl[at]
            at += 1
        yield code, grpprl[at : at + size]
        at += size


def _old_modifiers(grpprl: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield (code, operand) of each modifier of Word 6 and 95; ends where one is cut or isn't known."""
    at = 0
    while at + 1 < len(grpprl):
        code = grpprl[at]
        size = 1 + grpprl[at + 1] if code in _OLD_COUNTED else _OLD_SIZES.get(code, -1)
        operand = grpprl[at + 1 : at + 1 + size]
        if size < 0 or len(operand) < size:
            return
        yield code, operand
        at += 1 + size


@lru_cache(1024)
def look(grpprl: bytes, old: bool) -> Look:
    """Return the look that a list of property modifiers gives; ``old`` tells that it is of Word 6 or 95."""
    known = _OLD_FLAGS if old else _FLAGS
    flags, symbol, font, place, holds_field_data, changes = 0, "", -1, -1, False, {}
    for code, operand in _old_modifiers(grpprl) if old else modifiers(grpprl):
        if code in known and operand:
            flags = flags | known[code] if operand[0] & 1 else flags & ~known[code]
        elif code == (_OLD_RAISED if old else _RAISED) and operand:
            flags = flags | SMALL if operand[0] else flags & ~SMALL
        elif old:
            font = int.from_bytes(operand, "little") if code == _OLD_FONT else font
        elif code == _SYMBOL and len(operand) == 4:
            sign = struct.unpack_from("<H", operand, 2)[0]
            # A picture of a font's own, which no text can show, is a blank.
            symbol = " " if 0xD800 <= sign <= 0xF8FF or sign < 0x20 else chr(sign)
        elif (code == _COLOR and operand[:4] == b"\xff\xff\xff\x00") or (
            code == _SIZE and len(operand) == 2 and operand[0] <= 2 and operand[1] == 0
        ):
            flags |= HIDDEN
        elif code in _CHANGES:
            changes[_CHANGES[code]] = int.from_bytes(operand, "little")
        elif code == _FIELD_DATA and operand:
            holds_field_data = bool(operand[0] & 1)
        elif code == _PLACE:
            place = int.from_bytes(operand, "little")
    return Look(flags, symbol, font, place if holds_field_data else -1, **changes)


def block(main: bytes, table: bytes, at: int) -> bytes:
    """Return a block of the table stream by the place of its (offset, size) in the file information block."""
    if len(main) < at + 8:
        return b""
    offset, size = struct.unpack_from("<II", main, at)
    return table[offset : offset + size]


def placed(main: bytes, bins: bytes, width: int, entry: int) -> Iterator[tuple[int, bytes, int]]:
    """Yield (first byte, page, where on it the properties stand; 0 for none) of all runs or paragraphs in a table.

    ``width`` is how many bytes the number of a page has there, ``entry`` how many an entry on a page has (2.9.41,
    2.9.174).
    """
    count = max((len(bins) - 4) // (4 + width), 0)
    for index in range(count):
        at = 4 * (count + 1) + width * index
        number = int.from_bytes(bins[at : at + width], "little") & 0x3FFFFF
        page = main[number * 512 : number * 512 + 512]
        here = min(page[511], 507 // (4 + entry)) if len(page) == 512 else 0
        for inner in range(here):
            yield struct.unpack_from("<I", page, 4 * inner)[0], page, page[4 * (here + 1) + entry * inner] * 2
