"""Word documents before 2007: doc and dot of Word 6 to 2003, read by their piece table.

MS-DOC 2.4.1 (retrieving text), 2.5 (the file information block), 2.6 (character properties). Text has the origins that
it has in docx; embedded objects and large pictures become children.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from operator import itemgetter

from triage.errors import FormatError
from triage.model.items import Extract
from triage.parsers.kit import drawings
from triage.parsers.kit.charset import CHARSETS, page_of_language
from triage.parsers.kit.compound import CompoundFile
from triage.parsers.kit.contract import Context, Data, Probe
from triage.parsers.kit.drawings import words
from triage.parsers.kit.list_labels import Level, ListLabels
from triage.parsers.kit.ole import controls, is_rights_managed, loose, macros, objects, open_ole, properties, stream
from triage.parsers.kit.passwords import decrypted
from triage.parsers.kit.texts import Changers, Texts, moment
from triage.parsers.kit.xml_parts import quiet_tree
from triage.text import raised

# The runs of a Word 6 to 2003 document: the piece table joined with the character properties. MS-DOC 2.8.35 (Clx),
# 2.9.177 (Pcd), 2.9.73 (FcCompressed), 2.8.25 and 2.9.41 (ChpxFkp), 2.6.1 (Sprms). Word 6 and 95 have one byte a
# character, in many code pages ("Microsoft Word 6.0 for Windows, File Format Specification": FFN, styles); those by a
# font's character set are those of RTF. Text in a font that states no character set, in a document that states no
# language, is reported as guessed.

# The property modifiers of Word, taken apart, what they say of a run of text, and the pages on which they stand. MS-DOC
# 2.2.5.1 (Sprm), 2.6.1, 2.8.25 and 2.8.26 (PlcBteChpx, PlcBtePapx); of Word 6 and 95 "Microsoft Word 6.0 for Windows,
# File Format Specification".

DELETED, INSERTED, HIDDEN, SPECIAL, SMALL = 1, 2, 4, 8, 16

_FLAGS = {0x0800: DELETED, 0x0801: INSERTED, 0x083C: HIDDEN, 0x0855: SPECIAL}
_SYMBOL, _COLOR, _SIZE, _FIELD_DATA, _DATA_OFFSET = 0x6A09, 0x6870, 0x4A43, 0x0806, 0x6A03
_RAISED, _OLD_RAISED = 0x2A48, 104  # superscript and subscript, by an operand that isn't 0 (sprmCIss)
_CHANGES = {0x4804: "inserter", 0x6805: "inserted", 0x4863: "deleter", 0x6864: "deleted"}
# Bytes of a property's operand by the upper three bits of its code; 0 means that the size stands first.
_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)
# Two properties whose size is written in another way: in two bytes, and as 255 for what has to be counted.
_TABLE, _TABS = 0xD608, 0xC615
_OLD_FLAGS = {65: DELETED, 66: INSERTED, 92: HIDDEN, 117: SPECIAL}
_OLD_FONT = 93
# Bytes of a character property's operand in Word 6 and 95.
_OLD_SIZES = {
    83: 0,
    **dict.fromkeys((65, 66, 67, 71, 75, *range(85, 93), 94, 98, 100, 102, 104, 117, 118), 1),
    **dict.fromkeys((69, 72, 80, 93, 96, 97, 99, 101, 107, 109, 110), 2),
    **dict.fromkeys((73, 95), 3),
    70: 4,
}
# Character properties whose operand begins with its size.
_OLD_COUNTED = frozenset({68, 74, 81, 82, 103, 105, 106, 108})


@dataclass(frozen=True, slots=True)
class RunFormat:
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
def run_format(grpprl: bytes, old: bool) -> RunFormat:
    """Return the look that a list of property modifiers gives; ``old`` for one of Word 6 or 95."""
    known = _OLD_FLAGS if old else _FLAGS
    flags, symbol, font, form, holds_field_data, changes = 0, "", -1, -1, False, {}
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
        elif code == _DATA_OFFSET:
            form = int.from_bytes(operand, "little")
    return RunFormat(flags, symbol, font, form if holds_field_data else -1, **changes)


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

_PLAIN = RunFormat()
_SUFFIXES = {" cyr": "cp1251", " ce": "cp1250", " greek": "cp1253", " tur": "cp1254", " baltic": "cp1257"}
# Character sets that say nothing about the code page: western, default, symbol, the old console's.
_PLAIN_SETS = (0, 1, 2, 255)


@dataclass(frozen=True, slots=True)
class DocRun:
    """Text of one look, from byte ``at`` of the main stream on, each character ``width`` bytes wide."""

    text: str
    format: RunFormat
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
        offset = struct.unpack_from("<I", body, 4 * (count + 1) + 8 * index + 2)[0]
        packed = bool(offset & 0x40000000)
        start = (offset & 0x3FFFFFFF) // 2 if packed else offset & 0x3FFFFFFF
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
            (start, run_format(page[at + 1 : at + 1 + page[at]] if at else b"", old))
            for start, page, at in _placed(main, bins, 2 if old else 4, 1)
        )
        self._looks = sorted(looks, key=itemgetter(0)) or [(0, _PLAIN)]

    def between(self, first: int, last: int) -> Iterator[DocRun]:
        for begin, end, offset, width in self._pieces:
            low, high = max(first, begin), min(last, end)
            if low < high:
                start = offset + (low - begin) * width
                yield from self._of_bytes(start, start + (high - low) * width, width)

    def _of_bytes(self, start: int, end: int, width: int) -> Iterator[DocRun]:
        end = min(end, len(self._main))
        index = max(bisect_right(self._looks, start, key=itemgetter(0)) - 1, 0)
        while start < end:
            following = self._looks[index + 1][0] if index + 1 < len(self._looks) else end
            stop = min(max(following, start + width), end)
            stop -= (stop - start) % width
            if stop <= start:
                stop = end
            its = self._looks[index][1] if index < len(self._looks) else _PLAIN
            raw = self._main[start:stop]
            if width == 1 and self.fonts:
                text = self.fonts.decoded(raw, its.font)
            else:
                text = raw.decode("utf-16-le" if width == 2 else "cp1252", "replace")
            yield DocRun(text, its, start, width)
            start = stop
            index += 1


def old_codec(main: bytes) -> str:
    """Return the codec of a document as a whole: by its character set (Macintosh), else by its language."""
    language, characters = struct.unpack_from("<6xH12xH", main)
    if main[0x12] == 1 or characters == 0x100:
        return "mac_roman"
    return page_of_language(language)


class OldFonts:
    """Decodes runs by their font; ``guessed`` becomes true where nothing states what letters the bytes are."""

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
    """Return the codec of each font, "" where its entry has none (FFN: size, flags, weight, set, alternative)."""
    table = block(main, main, 0xD0)
    codecs, at = [], 2
    while at + 6 < len(table):
        characters, name = table[at + 4], table[at + 6 : at + 1 + table[at]].partition(b"\0")[0].lower()
        by_name = next((codec for end, codec in _SUFFIXES.items() if name.endswith(end.encode())), "")
        codecs.append(by_name if characters in _PLAIN_SETS else CHARSETS.get(characters, ""))
        at += 1 + table[at]
    return codecs


def _usual_font(main: bytes) -> int:
    sheet = block(main, main, 0x60)
    if len(sheet) < 16:
        return 0
    head, base = struct.unpack_from("<H2xH", sheet)
    style = sheet[4 + head : 4 + head + int.from_bytes(sheet[2 + head : 4 + head], "little")]
    at = base + 2 + style[base] if len(style) > base else 0
    at += at % 2
    paragraph = int.from_bytes(style[at : at + 2], "little")
    at += 2 + paragraph + paragraph % 2
    font = run_format(style[at + 2 : at + 2 + int.from_bytes(style[at : at + 2], "little")], True).font
    return font if font >= 0 else int.from_bytes(sheet[14:16], "little")


# The lists of a Word 97-2003 document: their definitions, which paragraph belongs to which, and its label. MS-DOC
# 2.9.147 (LSTF), 2.9.150 (LVL), 2.9.151 (LVLF), 2.9.131 (LFO), 2.9.133 (LFOLVL); number formats are those of MS-OSHARED
# 2.2.1.3. A paragraph's list is that of its own properties (2.8.26 PlcBtePapx, 2.9.174 PapxFkp), else of its style or
# of a style that this is based on (2.9.271 STSH, 2.9.260 STD).

_FORMS = dict(
    enumerate("decimal upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText".split())
)
_FORMS |= dict(enumerate("hebrew1 arabicAlpha hebrew2 arabicAbjad".split(), 45))
_FORMS |= {22: "decimalZero", 23: "bullet", 57: "numberInDash", 58: "russianLower", 59: "russianUpper", 255: "none"}
_LEVELS = 9
_LIST_FORMAT, _LEVEL = 0x460B, 0x260A
_NOT_BASED = 0xFFF
_DEEPEST = 16

Place = tuple[int | None, int | None]
"""The number of a list (from 1; 0 for none) and a level in it (from 0), each None where it isn't stated."""


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
    start, form, flags = struct.unpack_from("<iBB", table, at)
    positions = table[at + 6 : at + 15]
    looks, paragraph, after = table[at + 24], table[at + 25], table[at + 26]
    at += 28 + looks + paragraph
    count = struct.unpack_from("<H", table, at)[0]
    text = table[at + 2 : at + 2 + 2 * count].decode("utf-16-le", "replace")
    marked = {position - 1 for position in positions if position}
    shown = "".join(
        f"%{ord(c) + 1}" if i in marked and ord(c) < _LEVELS else c.replace("%", "％") for i, c in enumerate(text)
    )
    restart = after if flags & 8 else -1
    return Level(start, _FORMS.get(form, "decimal"), shown, bool(flags & 4), restart), at + 2 + 2 * count


def _list_position(grpprl: bytes) -> Place:
    number = level = None
    for code, operand in modifiers(grpprl):
        if code == _LIST_FORMAT and len(operand) == 2:
            number = int.from_bytes(operand, "little")
        elif code == _LEVEL and operand:
            level = operand[0]
    return number, level


class Paragraphs:
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
    size = page[at] * 2 - 1 if at and page[at] else 0
    if at and not size:
        at += 1
        size = page[at] * 2 if at < 512 else 0
    papx = page[at + 1 : at + 1 + size]
    return int.from_bytes(papx[:2], "little"), _list_position(papx[2:])


def _styles(sheet: bytes) -> dict[int, tuple[int, Place]]:
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
        styles[number] = (parent if parent != number else _NOT_BASED, _list_position(papx[2:]))
    return styles


# Form fields of a Word 97-2003 document: what was chosen or ticked, and what else could have been. MS-DOC 2.9.78
# (FFData), which stands in a NilPICFAndBinData.

_HEADER = 0x44
_VERSION = b"\xff\xff\xff\xff"
_TEXT, _BOX, _LIST = 0, 1, 2
_UNSET = 25  # the result of a field that nobody has filled in: its default holds
_LONGEST, _MOST = 255, 10_000


Form = tuple[str, list[str]]
"""What a form field shows instead of a result, and what it doesn't show: its default, help, other choices."""


class _Forms:
    def __init__(self, untrusted_data: bytes, texts: Texts) -> None:
        self._data = untrusted_data
        self._texts = texts
        self._left = _MOST

    def at(self, offset: int) -> Form | None:
        self._left -= 1
        if self._left < 0:
            self._texts.trouble("limit-count", "too-many-form-fields", most=_MOST)
            return None
        try:
            return _form(self._data, offset)
        except (ValueError, struct.error):
            return None


def _form(data: bytes, at: int) -> Form | None:
    """Return the form field at this byte, None where there is none. Raises ValueError or struct.error at damage."""
    size, header = struct.unpack_from("<IH", data, at)
    settings = data[at + header : at + size]
    if header != _HEADER or settings[:4] != _VERSION:
        return None
    bits = struct.unpack_from("<H", settings, 4)[0]
    kind, chosen = bits & 3, bits >> 2 & 0x1F
    (_, *others), at = _strings(settings, 10, 2 if kind == _TEXT else 1)  # its name, and what a text is at first
    if kind != _TEXT:
        chosen = struct.unpack_from("<H", settings, at)[0] if chosen == _UNSET else chosen
        at += 2
    (_, *helps), at = _strings(settings, at, 3)  # the format of a text, help, the status line
    others += helps
    shown = "☒" if chosen else "☐"
    if kind == _LIST:
        _, at = _strings(settings, at, 2)  # macros on entry and on exit
        count, extra = struct.unpack_from("<HH", settings, at + 2)  # 2.2.4 STTB of two bytes a letter
        entries, _ = _strings(settings, at + 6, count, extra)
        shown = entries.pop(chosen) if chosen < len(entries) else ""
        others += entries
    return shown if kind in (_BOX, _LIST) else "", list(filter(None, others))


def _strings(data: bytes, at: int, count: int, after: int = 2) -> tuple[list[str], int]:
    """Return counted strings with so many bytes after each (those of a Xstz end with NUL), and where they end."""
    texts = []
    for _ in range(count):
        size = struct.unpack_from("<H", data, at)[0]
        end = at + 2 + 2 * size
        if size > _LONGEST or end > len(data):
            raise ValueError(f"a text of {size} letters is longer than there may be")
        texts.append(data[at + 2 : end].decode("utf-16-le", "replace"))
        at = end + after
    return texts, at


# Who commented on a Word 97-2003 document and who changed it, and when. MS-DOC 2.8.4 (PlcfandRef, with its ATRDPre10),
# 2.9.87 (GrpXstAtnOwners), and its ATRDPost10, SttbfRMark and DTTM. Times are the writer's own, without a zone.

OWNERS, COMMENTS, CHANGERS, EXTRA = 0x1BA, 0xBA, 0x232, 0x41A
"""Where the places of these blocks stand in the file information block; the last since Word 2002."""
_BLOCKS, _COUNT = 0x9A, 0x98
_COMMENT, _EXTRA = 30, 18


def strings(untrusted_block: bytes, at: int = 0) -> Iterator[str]:
    """Yield counted strings of two bytes a letter up to the end."""
    while at + 2 <= len(untrusted_block):
        size = struct.unpack_from("<H", untrusted_block, at)[0]
        yield untrusted_block[at + 2 : at + 2 + 2 * size].decode("utf-16-le", "replace")
        at += 2 + 2 * size


def _comment_heads(main: bytes, table: bytes) -> list[str]:
    """Return what stands above each comment, in their order: author, initials and date, as far as they are known."""
    owners = list(strings(block(main, table, OWNERS)))
    refs = block(main, table, COMMENTS)
    count = max((len(refs) - 4) // (4 + _COMMENT), 0)
    known = struct.unpack_from("<H", main, _COUNT)[0] if len(main) >= _BLOCKS else 0
    extra = block(main, table, EXTRA) if known > (EXTRA - _BLOCKS) // 8 else b""
    heads = []
    for index in range(count):
        size, initials, owner = struct.unpack_from("<H18sH", refs, 4 * (count + 1) + _COMMENT * index)
        author = owners[owner] if owner < len(owners) else ""
        short = initials[: 2 * min(size, 9)].decode("utf-16-le", "replace")
        date = int.from_bytes(extra[_EXTRA * index : _EXTRA * index + 4], "little")
        heads.append(", ".join(part for part in (author, short, moment(date)) if part.strip(" \0")))
    return heads


class _Reviewers:
    def __init__(self, untrusted_names: bytes) -> None:
        self._names = list(strings(untrusted_names, 6)) if untrusted_names[:2] == b"\xff\xff" else []
        self.changers = Changers()

    def note(self, run_format: RunFormat) -> None:
        inserted, deleted = (
            (INSERTED, run_format.inserter, run_format.inserted),
            (DELETED, run_format.deleter, run_format.deleted),
        )
        for flag, who, when in (inserted, deleted):
            if run_format.flags & flag and 0 <= who < len(self._names) and self._names[who].strip():
                self.changers.note(self._names[who], moment(when))


# One story of a Word 97-2003 document: its control characters read, its text by origin. MS-DOC 2.4.1 and 2.9.113 name
# the characters. Fields stand as 0x13 code 0x14 result 0x15, one inside another.

_BEGIN, _SEPARATE, _END = "\x13", "\x14", "\x15"
_SHOWN = {"\x0b": "\n", "\x0e": "\n", "\x1e": "-", "\x1f": "", "\t": "\t"}
_CONTROLS = frozenset(map(chr, range(32)))


class _DocStory:
    def __init__(
        self, texts: Texts, origin: str, heads: list[str], labels: Labels, reviewers: _Reviewers, forms: _Forms | None
    ) -> None:
        self._labels = labels
        self._reviewers = reviewers
        self._forms = forms
        self._texts = texts
        self._origin = origin
        self._heads = iter(heads)
        self._now: list[str] = []
        self._before: list[str] = []
        self._apart: dict[str, list[str]] = {"inserted": [], "hidden": []}
        self._deleted = False
        self._between = 0
        self._fields: list[list[str] | None] = []
        self._shown: list[Form | None] = []
        self._after_cell = False

    def read(self, runs: Iterable[DocRun]) -> None:
        for run in runs:
            run_format = run.format
            if run_format.flags & (INSERTED | DELETED):
                self._reviewers.note(run_format)
            if _CONTROLS.isdisjoint(run.text) and not (run_format.symbol and run_format.flags & SPECIAL):
                self._put(run.text, run_format.flags)
            else:
                for index, character in enumerate(run.text):
                    self._read_character(character, run, run.at + index * run.width)
            if self._texts.full:
                return
        while self._fields:
            self._end_field(0)
        self._flush("\n", -1)

    def _read_character(self, character: str, run: DocRun, at: int) -> None:
        if character == _BEGIN:
            self._fields.append([])
            self._shown.append(None)
        elif character == _SEPARATE:
            self._end_code()
        elif character == _END:
            self._end_field(run.format.flags)
        elif character == "\x01" and run.format.form >= 0 and self._forms and self._fields:
            self._shown[-1] = self._forms.at(run.format.form)
        elif character == "\x05" and self._origin == "comment":
            head = next(self._heads, "")
            if head:
                self._texts.add("comment", head, ": ")
        elif character in "\r\x0c":
            self._flush("\n", at if character == "\r" else -1)
        elif character == "\x07":
            self._flush("\n" if self._after_cell else "\t", at)
            self._after_cell = not self._after_cell
            return
        elif run.format.symbol and run.format.flags & SPECIAL and character == "(":
            self._put(run.format.symbol, run.format.flags)
        elif character not in _CONTROLS or character in _SHOWN:
            self._put(_SHOWN.get(character, character), run.format.flags)
        self._after_cell = False

    def _end_code(self) -> None:
        if self._fields and self._fields[-1] is not None:
            code = "".join(self._fields[-1])
            self._texts.add("fieldcode", code)
            self._fields[-1] = None
            # These two show nothing without settings.
            if self._forms and not self._shown[-1] and code.strip() in ("FORMDROPDOWN", "FORMCHECKBOX"):
                self._texts.trouble("damaged", "form-field-unreadable")

    def _end_field(self, flags: int) -> None:
        self._end_code()
        if self._fields:
            self._fields.pop()
            form = self._shown.pop()
            if form:
                shown, others = form
                self._put(shown, flags)
                for other in others:
                    self._texts.add("fieldcode", other)

    def _put(self, text: str, flags: int) -> None:
        code = next((f for f in reversed(self._fields) if f is not None), None)
        if code is not None:
            code.append(text)
            return
        if flags & SMALL:
            text = raised(text)
        if flags & HIDDEN:
            hidden, between = self._apart["hidden"], len(self._before) + len(self._now)
            if hidden and between != self._between:  # what stands before and behind other text isn't joined
                hidden.append("\n")
            hidden.append(text)
            self._between = between
        elif flags & DELETED:
            self._deleted = True
            self._before.append(text)
        else:
            self._now.append(text)
            inserted = self._apart["inserted"]
            if flags & INSERTED:
                inserted.append(text)
                return
            self._before.append(text)
            if inserted and inserted[-1] != "\n":
                inserted.append("\n")

    def _flush(self, end: str, at: int) -> None:
        text = "".join(self._now)
        label = self._labels.label(at) if at >= 0 else ""
        if label and text.strip():
            text = f"{label}\t{text}"
        self._texts.add(self._origin, text, end)
        if end == "\n" and not text.strip():
            self._texts.end_with(self._origin, "\n")
        if self._deleted:
            self._texts.add("tracked", "".join(self._before))
        self._texts.add("tracked", "".join(self._apart["inserted"]))
        self._texts.add("hidden", "".join(self._apart["hidden"]))
        for parts in (self._now, self._before, *self._apart.values()):
            parts.clear()
        self._deleted = False


TYPE = "application/msword"

_WORD97 = 0xC1
_SHAPE = b"\x0f\0\x04\xf0"
_WORD2 = b"\xdb\xa5"
# The stories in the order in which their lengths stand in the file information block (2.5.4).
_ORIGINS = ("body", "note", "margin", "hidden", "comment", "note", "textbox", "textbox")


def claims(probe: Probe) -> bool:
    return probe.head[:2] == _WORD2 or any(name.lower() == "worddocument" for name in probe.ole_names)


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Read all stories; of a stream that isn't Word's the loose strings."""
    texts = Texts(context.limits)
    extract = Extract(TYPE, troubles=texts.troubles)
    if untrusted_data[:2] == _WORD2:
        texts.add("body", _raw(untrusted_data[:]))
    else:
        _read(untrusted_data, context, extract, texts)
    extract.segments = texts.segments()
    return extract


def _read(untrusted_data: Data, context: Context, extract: Extract, texts: Texts) -> None:
    ole = open_ole(untrusted_data, texts)
    if is_rights_managed(ole, texts):
        return
    main = stream(ole, "WordDocument", texts)
    if len(main) < 0x60 or struct.unpack_from("<H", main)[0] not in (0xA5EC, 0xA5DC):
        texts.trouble("damaged", "word-stream-unlike")
        loose(main, texts)
        return
    if main[0x0B] & 1:
        opened = decrypted(untrusted_data, context, texts)
        if opened is None:
            return
        ole = open_ole(opened, texts)
        main = stream(ole, "WordDocument", texts)
    data = stream(ole, "Data", texts)
    changed = _stories(ole, main, data, texts)
    if changed:
        extract.properties.append(("Changed by", changed))
    properties(ole, extract, texts)
    macros(ole, texts)
    controls(ole, "ObjectPool", texts)
    for entry in ole.streams():
        if entry.path[0] == "MsoDataStore" and entry.name == "Item":
            root = quiet_tree(stream(ole, entry, texts))  # XML data that newer versions keep beside the text
            for text in root.itertext() if root is not None else ():
                texts.add("properties", text.strip())
    pictures = drawings.Drawings(texts)
    for part in (data, main):
        pictures.read(part)
    for origin, text in _inline(data):
        texts.add(origin, text)
    texts.report_missing_text(ole.find("Data") is not None or bool(main[0x22E:0x232].strip(b"\0")))
    extract.children = chain(objects(ole, "ObjectPool"), pictures.children())


def _stories(ole: CompoundFile, main: bytes, data: bytes, texts: Texts) -> str:
    """Read all stories; return who made the tracked changes in them, "" for nobody."""
    old = struct.unpack_from("<H", main, 2)[0] < _WORD97
    table = main if old else stream(ole, "1Table" if main[0x0B] & 2 else "0Table", texts)
    try:
        runs = Runs(main, table, old)
        lengths = struct.unpack_from("<8I", main, 0x34 if old else 0x4C)
    except (struct.error, IndexError, ValueError) as error:
        texts.trouble("damaged", "word-tables-damaged", error=error)
        texts.add("body", _raw(main))
        return ""
    if runs.broken:
        texts.trouble("damaged", "word-text-outside")
    at = 0
    newer = b"" if old else table  # Word 6 and 95 have other blocks at the places of these
    heads = _comment_heads(main, newer)
    reviewers = _Reviewers(block(main, newer, CHANGERS))
    forms = None if old else _Forms(data, texts)
    labels = Labels(main, newer)
    for origin, length in zip(_ORIGINS, lengths, strict=True):
        if length:
            labels.begin()
            story = _DocStory(texts, origin, heads if origin == "comment" else [], labels, reviewers, forms)
            story.read(runs.between(at, at + length))
        at += length
    if runs.fonts and runs.fonts.guessed:
        texts.trouble("charset-guessed", "word-fonts-guessed")
    saves = block(main, newer, 0x2D2)  # who saved it where, kept for the last ten times (2.9.287 SttbSavedBy)
    names = list(strings(saves, 6)) if saves[:2] == b"\xff\xff" else []
    for who, where in zip(names[::2], names[1::2], strict=False):
        texts.add("properties", f"saved by {who}: {where}")
    _drawings(block(main, newer, 0x22A), texts)
    return reviewers.changers.text()


def _raw(main: bytes) -> str:
    first, last = struct.unpack_from("<II", main, 0x18)
    text = main[first:last].decode(old_codec(main), "replace")
    return text.replace("\r", "\n").replace("\x07", "\t")


def _drawings(art: bytes, texts: Texts) -> None:
    """Add WordArt and alternative text (2.9.172 OfficeArtContent): drawing groups, each after a byte of its own."""
    at = 0
    while at + 8 <= len(art):
        skip = 0 if art[at + 2 : at + 4] == b"\x00\xf0" else 1
        size = 8 + int.from_bytes(art[at + skip + 4 : at + skip + 8], "little")
        for origin, text in words(art[at + skip : at + skip + size]):
            texts.add(origin, text)
        at += skip + size


def _inline(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield WordArt and alternative text of shapes in the lines of the text (2.9.192 PICFAndOfficeArtData)."""
    at = data.find(_SHAPE)
    while at >= 0:
        end = at + 8 + int.from_bytes(data[at + 4 : at + 8], "little")
        if end > len(data):
            end = at + 8
        yield from words(data[at:end])
        at = data.find(_SHAPE, end)
