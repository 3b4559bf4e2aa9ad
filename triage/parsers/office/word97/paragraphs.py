"""Which list each paragraph of a Word 97-2003 document belongs to.

MS-DOC 2.8.26 and 2.9.174 (PlcBtePapx, PapxFkp), 2.9.271 (STSH) and 2.9.260 (STD): a paragraph's own properties, else
those of its style or of a style that it is based on.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator

from triage.parsers.office.word97.sprms import modifiers

_LIST, _LEVEL = 0x460B, 0x260A
_NOT_BASED = 0xFFF
_DEEPEST = 16

Place = tuple[int | None, int | None]
"""The number of a list (from 1; 0 for none) and a level in it (from 0), each None where it isn't said."""


def _place(grpprl: bytes) -> Place:
    number = level = None
    for code, operand in modifiers(grpprl):
        if code == _LIST and len(operand) == 2:
            number = int.from_bytes(operand, "little")
        elif code == _LEVEL and operand:
            level = operand[0]
    return number, level


class Paragraphs:
    """Tells the list and level of the paragraph whose mark stands at a byte of the main stream."""

    def __init__(self, main: bytes, bins: bytes, sheet: bytes) -> None:
        self._starts: list[int] = []
        self._found: list[tuple[int, Place]] = []
        self._styles = _styles(sheet)
        count = max((len(bins) - 4) // 8, 0)
        for index in range(count):
            page = struct.unpack_from("<I", bins, 4 * (count + 1) + 4 * index)[0] & 0x3FFFFF
            for start, style, place in _page(main[page * 512 : page * 512 + 512]):
                self._starts.append(start)
                self._found.append((style, place))
        if self._starts != sorted(self._starts):
            order = sorted(range(len(self._starts)), key=self._starts.__getitem__)
            self._starts, self._found = [self._starts[i] for i in order], [self._found[i] for i in order]

    def place(self, at: int) -> tuple[int, int]:
        """Return the number of the list (0 for none) and the level of the paragraph whose mark is at this byte."""
        index = bisect_right(self._starts, at) - 1
        if index < 0:
            return 0, 0
        style, (number, level) = self._found[index]
        for _ in range(_DEEPEST):
            if (number is not None and level is not None) or style not in self._styles:
                break
            style, (by_style, level_by_style) = self._styles[style]
            if number is None:
                number, level = by_style, level_by_style if level is None else level
        return number or 0, level or 0


def _page(block: bytes) -> Iterator[tuple[int, int, Place]]:
    """Yield (first byte, style, place) of each paragraph of a page of properties."""
    count = min(block[511], 29) if len(block) == 512 else 0
    for index in range(count):
        start = struct.unpack_from("<I", block, 4 * index)[0]
        at = block[4 * (count + 1) + 13 * index] * 2
        size = block[at] * 2 - 1 if at and block[at] else 0
        if at and not block[at]:
            at += 1
            size = block[at] * 2 if at < 512 else 0
        papx = block[at + 1 : at + 1 + size]
        yield start, int.from_bytes(papx[:2], "little"), _place(papx[2:])


def _styles(sheet: bytes) -> dict[int, tuple[int, Place]]:
    """Return, by a paragraph style's number, the style that it is based on and the list that it says."""
    found: dict[int, tuple[int, Place]] = {}
    if len(sheet) < 6:
        return found
    head, count, base = struct.unpack_from("<HHH", sheet)
    at = 2 + head
    for number in range(min(count, 4096)):
        size = int.from_bytes(sheet[at : at + 2], "little")
        style = sheet[at + 2 : at + 2 + size]
        at += 2 + size
        if len(style) < base + 4 or style[2] & 0xF != 1:  # not a paragraph style
            continue
        parent = int.from_bytes(style[2:4], "little") >> 4
        update = base + 4 + 2 * int.from_bytes(style[base : base + 2], "little")
        papx = style[update + 2 : update + 2 + int.from_bytes(style[update : update + 2], "little")]
        found[number] = (parent if parent != number else _NOT_BASED, _place(papx[2:]))
    return found
