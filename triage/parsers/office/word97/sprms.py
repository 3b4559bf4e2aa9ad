"""The property modifiers of Word 97 to 2003: a list of codes with their operands, taken apart.

MS-DOC 2.2.5.1 (Sprm), 2.6. Nothing here says what a property means.
"""

from __future__ import annotations

from collections.abc import Iterator

_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)
"""Bytes of a property's operand by the upper three bits of its code; 0 means that the size stands first."""
_TABLE, _TABS = 0xD608, 0xC615
"""Two properties whose size is written in another way: in two bytes, and as 255 for what has to be counted."""


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
