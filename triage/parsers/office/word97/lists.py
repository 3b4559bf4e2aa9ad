"""The lists of a Word 97-2003 document: their definitions, which paragraph belongs to which, and its label.

MS-DOC 2.9.147 (LSTF), 2.9.150 (LVL), 2.9.151 (LVLF), 2.9.131 (LFO), 2.9.133 (LFOLVL); number formats are those of
MS-OSHARED 2.2.1.3. A paragraph's list is that of its own properties (2.8.26 PlcBtePapx, 2.9.174 PapxFkp), else of its
style or of a style that this is based on (2.9.271 STSH, 2.9.260 STD). Nothing here adds text.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from operator import itemgetter

from triage.parsers.kit.list_labels import Level, ListLabels
from triage.parsers.office.word97.sprms import block, modifiers, placed

_FORMS = dict(
    enumerate("decimal upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText".split())
)
_FORMS |= dict(enumerate("hebrew1 arabicAlpha hebrew2 arabicAbjad".split(), 45))
_FORMS |= {22: "decimalZero", 23: "bullet", 57: "numberInDash", 58: "russianLower", 59: "russianUpper", 255: "none"}
_LEVELS = 9
_LIST, _LEVEL = 0x460B, 0x260A
_NOT_BASED = 0xFFF
_DEEPEST = 16

Place = tuple[int | None, int | None]
"""The number of a list (from 1; 0 for none) and a level in it (from 0), each None where it isn't said."""


class Labels:
    """Gives the label of the paragraph whose mark stands at a byte of the main stream, in reading order."""

    def __init__(self, main: bytes, table: bytes) -> None:
        self._lists = ListLabels()
        self._begun: set[int] = set()
        self._definitions: dict[int, list[Level]] = {}
        self._uses: list[tuple[int, dict[int, Level], dict[int, int]]] = []
        self._paragraphs: Paragraphs | None = None
        try:
            self._define(table, *struct.unpack_from("<II", main, 0x2E2))
            self._use(table, *struct.unpack_from("<II", main, 0x2EA))
        except (struct.error, IndexError):
            pass  # what can't be read gives no labels; no word of the text is lost by that
        if self._uses and self._definitions:
            self._paragraphs = Paragraphs(main, block(main, table, 0x102), block(main, table, 0xA2))

    def begin(self) -> None:
        """Begin a story, which counts for itself."""
        self._lists = ListLabels()
        self._begun.clear()

    def label(self, at: int) -> str:
        """Return the label of the paragraph whose mark is at this byte, "" where it has none; counts it."""
        number, level = self._paragraphs.place(at) if self._paragraphs else (0, 0)
        if not 0 < number <= len(self._uses):
            return ""
        key, changed, starts = self._uses[number - 1]
        if number not in self._begun:
            self._begun.add(number)
            for index, value in starts.items():
                self._lists.start(key, index, value)
        levels = [changed.get(i, own) for i, own in enumerate(self._definitions.get(key, ()))]
        return self._lists.label(key, level, levels)

    def _define(self, table: bytes, offset: int, size: int) -> None:
        """Read the definitions; their levels follow after all of them."""
        count = min(struct.unpack_from("<H", table, offset)[0], (size - 2) // 28)
        at = offset + size
        for index in range(count):
            entry = offset + 2 + 28 * index
            key = struct.unpack_from("<i", table, entry)[0]
            levels = self._definitions[key] = []
            for _ in range(1 if table[entry + 26] & 1 else _LEVELS):
                level, at = _level(table, at)
                levels.append(level)

    def _use(self, table: bytes, offset: int, size: int) -> None:
        """Read how paragraphs refer to the definitions, with what is changed in them."""
        count = min(struct.unpack_from("<I", table, offset)[0], (size - 4) // 16)
        at = offset + 4 + 16 * count
        for index in range(count):
            key, changes = struct.unpack_from("<i8xB", table, offset + 4 + 16 * index)
            levels: dict[int, Level] = {}
            starts: dict[int, int] = {}
            self._uses.append((key, levels, starts))
            at += 4
            for _ in range(changes):
                start, flags = struct.unpack_from("<iI", table, at)
                at += 8
                if flags & 0x10:
                    starts[flags & 0xF] = start
                if flags & 0x20:
                    levels[flags & 0xF], at = _level(table, at)


def _level(table: bytes, at: int) -> tuple[Level, int]:
    """Return a level and where it ends. Raises struct.error or IndexError where it is cut."""
    start, form, flags = struct.unpack_from("<iBB", table, at)
    places = table[at + 6 : at + 15]
    looks, paragraph, after = table[at + 24], table[at + 25], table[at + 26]
    at += 28 + looks + paragraph
    count = struct.unpack_from("<H", table, at)[0]
    text = table[at + 2 : at + 2 + 2 * count].decode("utf-16-le", "replace")
    marked = {place - 1 for place in places if place}
    shown = "".join(
        f"%{ord(c) + 1}" if i in marked and ord(c) < _LEVELS else c.replace("%", "％") for i, c in enumerate(text)
    )
    restart = after if flags & 8 else -1
    return Level(start, _FORMS.get(form, "decimal"), shown, bool(flags & 4), restart), at + 2 + 2 * count


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
        self._styles = _styles(sheet)
        entries = ((start, _properties(page, at)) for start, page, at in placed(main, bins, 4, 13))
        self._properties = sorted(entries, key=itemgetter(0))

    def place(self, at: int) -> tuple[int, int]:
        """Return the number of the list (0 for none) and the level of the paragraph whose mark is at this byte."""
        index = bisect_right(self._properties, at, key=itemgetter(0)) - 1
        if index < 0:
            return 0, 0
        style, (number, level) = self._properties[index][1]
        for _ in range(_DEEPEST):
            if (number is not None and level is not None) or style not in self._styles:
                break
            style, (by_style, level_by_style) = self._styles[style]
            if number is None:
                number, level = by_style, level_by_style if level is None else level
        return number or 0, level or 0


def _properties(page: bytes, at: int) -> tuple[int, Place]:
    """Return the style of a paragraph whose properties stand there on their page, and the place that they say."""
    size = page[at] * 2 - 1 if at and page[at] else 0
    if at and not size:
        at += 1
        size = page[at] * 2 if at < 512 else 0
    papx = page[at + 1 : at + 1 + size]
    return int.from_bytes(papx[:2], "little"), _place(papx[2:])


def _styles(sheet: bytes) -> dict[int, tuple[int, Place]]:
    """Return, by a paragraph style's number, the style that it is based on and the list that it says."""
    styles: dict[int, tuple[int, Place]] = {}
    if len(sheet) < 6:
        return styles
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
        styles[number] = (parent if parent != number else _NOT_BASED, _place(papx[2:]))
    return styles
