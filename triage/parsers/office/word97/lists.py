"""The lists of a Word 97-2003 document: their definitions, and the label of each numbered paragraph.

MS-DOC 2.9.147 (LSTF), 2.9.150 (LVL), 2.9.151 (LVLF), 2.9.131 (LFO), 2.9.133 (LFOLVL); number formats are those of
MS-OSHARED 2.2.1.3. Nothing here adds text.
"""

from __future__ import annotations

import struct

from triage.parsers.kit.list_labels import Level, ListLabels
from triage.parsers.office.word97.paragraphs import Paragraphs

_FORMS = {
    0: "decimal",
    1: "upperRoman",
    2: "lowerRoman",
    3: "upperLetter",
    4: "lowerLetter",
    5: "ordinal",
    6: "cardinalText",
    7: "ordinalText",
    22: "decimalZero",
    23: "bullet",
    45: "hebrew1",
    46: "arabicAlpha",
    47: "hebrew2",
    48: "arabicAbjad",
    57: "numberInDash",
    58: "russianLower",
    59: "russianUpper",
    255: "none",
}
_LEVELS = 9


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
            bins, sheet = (table[o : o + s] for o, s in (struct.unpack_from("<II", main, at) for at in (0x102, 0xA2)))
            self._paragraphs = Paragraphs(main, bins, sheet)

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
        if not size:
            return
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
        if not size:
            return
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
