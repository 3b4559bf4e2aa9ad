"""The runs of a Word 6 to 2003 document: the piece table joined with the character properties.

MS-DOC 2.8.35 (Clx), 2.9.177 (Pcd), 2.9.73 (FcCompressed), 2.8.25 and 2.9.41 (ChpxFkp), 2.6.1 (Sprms). Word 6 and 95
have one byte a character, in many code pages ("Microsoft Word 6.0 for Windows, File Format Specification": FFN,
styles); those by a font's character set are those of RTF. Text in a font that states no character set, in a document
that states no language, is told as guessed.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from triage.errors import FormatError
from triage.parsers.kit.charset import page_of_language
from triage.parsers.kit.list_labels import Level, ListLabels
from triage.parsers.kit.rtf_words import CHARSETS

# The property modifiers of Word, taken apart, what they say of a run of text, and the pages on which they stand.
#
# MS-DOC 2.2.5.1 (Sprm), 2.6.1, 2.8.25 and 2.8.26 (PlcBteChpx, PlcBtePapx); of Word 6 and 95 "Microsoft Word 6.0 for
# Windows, File Format Specification". Nothing here reads text.

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


def _placed(main: bytes, bins: bytes, width: int, entry: int) -> Iterator[tuple[int, bytes, int]]:
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


DocPiece = tuple[int, int, int, int]
"""A stretch of text: its first character and that after its last, the byte of its first, bytes a character."""

_PLAIN = Look()
_SUFFIXES = {" cyr": "cp1251", " ce": "cp1250", " greek": "cp1253", " tur": "cp1254", " baltic": "cp1257"}
_PLAIN_SETS = (0, 1, 2, 255)
"""Character sets that say nothing about the code page: western, default, symbol, the old console's."""


@dataclass(frozen=True, slots=True)
class DocRun:
    """Text of one look, from byte ``at`` of the main stream on, each character ``width`` bytes wide."""

    text: str
    look: Look
    at: int
    width: int


def _pieces(main: bytes, table: bytes, old: bool) -> list[DocPiece]:
    """Return the pieces in order. Raises struct.error or ValueError where the piece table is damaged."""
    offset, size = struct.unpack_from("<II", main, 0x160 if old else 0x1A2)
    clx = table[offset : offset + size]
    if old and not (main[0x0A] & 4 and clx):
        first, last = struct.unpack_from("<II", main, 0x18)
        return [(0, last - first, first, 1)]
    at = 0
    while at < len(clx) and clx[at] == 1:
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    if at >= len(clx) or clx[at] != 2:
        raise FormatError("word-without-piece-table")
    size = struct.unpack_from("<I", clx, at + 1)[0]
    body = clx[at + 5 : at + 5 + size]
    count = (len(body) - 4) // 12
    bounds = struct.unpack_from(f"<{count + 1}I", body)
    stretches = []
    for index in range(count):
        place = struct.unpack_from("<I", body, 4 * (count + 1) + 8 * index + 2)[0]
        packed = bool(place & 0x40000000)
        start = (place & 0x3FFFFFFF) // 2 if packed else place & 0x3FFFFFFF
        stretches.append((bounds[index], bounds[index + 1], start, 1 if packed or old else 2))
    return stretches


class Runs:
    """All text of a document, by character position."""

    def __init__(self, main: bytes, table: bytes, old: bool) -> None:
        self._main = main
        self._pieces = _pieces(main, table, old)
        self.broken = any(
            last < first or offset + (last - first) * width > len(main) for first, last, offset, width in self._pieces
        )
        self.fonts = OldFonts(main) if old else None
        bins = block(main, table, 0xB8 if old else 0xFA)
        looks = (
            (start, look(page[at + 1 : at + 1 + page[at]] if at else b"", old))
            for start, page, at in _placed(main, bins, 2 if old else 4, 1)
        )
        self._looks = sorted(looks, key=itemgetter(0)) or [(0, _PLAIN)]

    def between(self, first: int, last: int) -> Iterator[DocRun]:
        """Yield the runs of the characters from ``first`` up to ``last``."""
        for begin, end, offset, width in self._pieces:
            low, high = max(first, begin), min(last, end)
            if low < high:
                start = offset + (low - begin) * width
                yield from self._looked(start, start + (high - low) * width, width)

    def _looked(self, start: int, end: int, width: int) -> Iterator[DocRun]:
        """Yield the runs of the bytes from ``start`` to ``end`` of the main stream."""
        end = min(end, len(self._main))
        index = max(bisect_right(self._looks, start, key=itemgetter(0)) - 1, 0)
        while start < end:
            following = self._looks[index + 1][0] if index + 1 < len(self._looks) else end
            stop = min(max(following, start + width), end)
            stop -= (stop - start) % width
            if stop <= start:
                stop = end
            its = self._looks[index][1] if index < len(self._looks) else _PLAIN
            yield DocRun(self._decoded(self._main[start:stop], width, its.font), its, start, width)
            start = stop
            index += 1

    def _decoded(self, raw: bytes, width: int, font: int) -> str:
        if width == 2:
            return raw.decode("utf-16-le", "replace")
        return self.fonts.decoded(raw, font) if self.fonts else raw.decode("cp1252", "replace")


def old_codec(main: bytes) -> str:
    """Return the codec of a document as a whole: by its character set (Macintosh), else by its language."""
    language, characters = struct.unpack_from("<6xH12xH", main)
    if main[0x12] == 1 or characters == 0x100:
        return "mac_roman"
    return page_of_language(language)


class OldFonts:
    """Decodes runs by their font; ``guessed`` becomes true where nothing said what letters the bytes are."""

    def __init__(self, main: bytes) -> None:
        self.guessed = False
        self._codec = old_codec(main)
        self._stated = self._codec != "cp1252" or struct.unpack_from("<H", main, 6)[0] != 0
        self._codecs = list(_fonts(main))
        self._usual = _usual_font(main)

    def decoded(self, raw: bytes, font: int) -> str:
        """Return the text of a run in the font of this number (-1: the document's usual one)."""
        number = self._usual if font < 0 else font
        codec = self._codecs[number] if 0 <= number < len(self._codecs) else ""
        if not codec and not self._stated and not raw.isascii():
            self.guessed = True
        return raw.decode(codec or self._codec, "replace")


def _fonts(main: bytes) -> list[str]:
    """Return the codec of each font, "" where its entry doesn't tell (FFN: size, flags, weight, set, alternative)."""
    table = block(main, main, 0xD0)
    codecs, at = [], 2
    while at + 6 < len(table):
        characters, name = table[at + 4], table[at + 6 : at + 1 + table[at]].partition(b"\0")[0].lower()
        by_name = next((codec for end, codec in _SUFFIXES.items() if name.endswith(end.encode())), "")
        codecs.append(by_name if characters in _PLAIN_SETS else CHARSETS.get(characters, ""))
        at += 1 + table[at]
    return codecs


def _usual_font(main: bytes) -> int:
    """Return the font of text that names none: that of the style "Normal", else the style sheet's own, else 0.

    After the sheet's head (its size, then fields) stands the first style: its size, a base of a stated size, a counted
    name with NUL, the paragraph properties and the character properties, each with their size before and on even bytes.
    """
    sheet = block(main, main, 0x60)
    if len(sheet) < 16:
        return 0
    head, base = struct.unpack_from("<H2xH", sheet)
    style = sheet[4 + head : 4 + head + int.from_bytes(sheet[2 + head : 4 + head], "little")]
    at = base + 2 + style[base] if len(style) > base else 0
    at += at % 2
    paragraph = int.from_bytes(style[at : at + 2], "little")
    at += 2 + paragraph + paragraph % 2
    font = look(style[at + 2 : at + 2 + int.from_bytes(style[at : at + 2], "little")], True).font
    return font if font >= 0 else int.from_bytes(sheet[14:16], "little")


# The lists of a Word 97-2003 document: their definitions, which paragraph belongs to which, and its label.
#
# MS-DOC 2.9.147 (LSTF), 2.9.150 (LVL), 2.9.151 (LVLF), 2.9.131 (LFO), 2.9.133 (LFOLVL); number formats are those of
# MS-OSHARED 2.2.1.3. A paragraph's list is that of its own properties (2.8.26 PlcBtePapx, 2.9.174 PapxFkp), else of
# its style or of a style that this is based on (2.9.271 STSH, 2.9.260 STD). Nothing here adds text.

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
        entries = ((start, _properties(page, at)) for start, page, at in _placed(main, bins, 4, 13))
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
