"""What the objects of an AutoCAD drawing say (floor 2): the strings of one object with where they belong.

Open Design Specification for .dwg files, chapters 20.4 (objects) and 20.4.1 (what all entities begin with). From R2007
on all strings of an object stand together and are all taken; before, those of objects that hold text or a name are read
where they stand, and those of all others are found by the length that stands before each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from triage.parsers.cadtext import BYTES, STRING, flowing, plain, value_size
from triage.parsers.contract import seconds_left
from triage.parsers.dwgbits import Bits
from triage.parsers.dwgloose import MOST, loose_strings
from triage.parsers.dwgobjects import Class, Layout, Record

TEXT, ATTRIB, ATTDEF, BLOCK, MTEXT, TOLERANCE, DICTIONARY, BLOCK_HEADER, XRECORD = 1, 2, 3, 4, 44, 46, 42, 49, 79
OLE_FRAME, MACROS, LAYOUT = 74, 81, 82
_DIMENSIONS = frozenset(range(20, 27))
_NAMED = frozenset((51, 53, 57, 61, 63, 65, 67, 69, 71, 72, 73))
_MORE_THAN_NAMES = frozenset((53, 57, 69, 73))
_FLOWING = frozenset((ATTRIB, ATTDEF, MTEXT, TOLERANCE, *_DIMENSIONS))
_SHAPES = frozenset(
    (
        *range(5, 20),
        *range(27, 42),
        45,
        47,
        48,
        50,
        52,
        54,
        56,
        58,
        60,
        62,
        64,
        66,
        68,
        70,
        76,
        77,
        78,
        XRECORD,
        OLE_FRAME,
        MACROS,
    )
)
_WITH_TEXT = frozenset((TEXT, ATTDEF, MTEXT))
_PROXIES = frozenset((498, 499))
_UNCOUNTED = frozenset((OLE_FRAME, 80, MACROS, LAYOUT, *_PROXIES))
_REFERENCES = frozenset(("IMAGEDEF", "PDFDEFINITION", "DWFDEFINITION", "DGNDEFINITION", "POINTCLOUDDEF", "RTEXT"))
_NAMES_ALONE = frozenset(
    (
        "ACDBPLACEHOLDER", "LAYOUT", "PLOTSETTINGS", "DICTIONARYVAR", "SCALE", "MATERIAL", "VISUALSTYLE", "TABLESTYLE",
        "MLEADERSTYLE", "CELLSTYLEMAP", "FIELD", "FIELDLIST", "SORTENTSTABLE", "RASTERVARIABLES", "WIPEOUTVARIABLES",
        "IMAGE", "IMAGEDEF", "IMAGEDEF_REACTOR", "WIPEOUT", "DBCOLOR", "LAYER_INDEX", "SPATIAL_INDEX", "SPATIAL_FILTER",
        "LAYER_FILTER", "IDBUFFER", "HATCH", "LWPOLYLINE", "SUN",
    )
)  # fmt: skip
"""Classes whose objects hold names of what stands elsewhere, too, or no text."""
_LAST_KIND, _COOKIE, _MEASURED = LAYOUT, "DWGPROPS COOKIE", "<>"
_SECONDS = 5
Said = tuple[str, str]
"""Where a string belongs (an origin), and the string."""

_Reader = Callable[[Bits, Layout], list[bytes]]


class Teller:
    """Tells what objects say, and keeps count.

    ``loosely`` counts objects whose strings are loose, ``torn`` those that make no sense; ``limited`` tells whether
    loose strings were not looked for everywhere. ``elsewhere`` are files that the drawing refers to, ``summary`` is
    what R13 to R2000 keep of its properties, by DXF's numbers.
    """

    def __init__(self, layout: Layout, classes: dict[int, Class], codec: str) -> None:
        self._layout, self._classes, self._codec = layout, classes, codec
        self.loosely = self.torn = self._searched = 0
        self.limited = False
        self.elsewhere: set[str] = set()
        self.summary: list[tuple[int, str]] = []

    def said(self, record: Record) -> list[Said]:
        """Return the strings of an object; of one that makes no sense, loose ones."""
        try:
            extended, bits = self._layout.extended(record)
            own = [said for said in self._own(record, bits) if said[1] and said[1] != _MEASURED]
        except (EOFError, ValueError, IndexError):
            self.torn += 1
            return [("body", plain(text)) for text in self.loose(record.data)]
        return own + [("hidden", plain(self._decoded(text))) for text in extended]

    def knows(self, record: Record) -> bool:
        """Whether an object that no map tells of can be one: of a kind there is, and taken apart to its end."""
        kind = record.kind
        if kind not in self._classes and kind not in _PROXIES and kind > _LAST_KIND:
            return False
        try:
            self._layout.extended(record)
            if self._layout.wide:
                self._layout.strings(record)
        except (EOFError, ValueError, IndexError):
            return False
        return True

    def loose(self, data: bytes) -> list[str]:
        """Return loose strings, none where so many bytes were searched before that there is no room or time."""
        self._searched += len(data)
        if self._searched > MOST or seconds_left() < _SECONDS:
            self.limited = True
            return []
        return loose_strings(data, None if self._layout.wide else self._codec)

    def _decoded(self, text: str | bytes) -> str:
        return text if isinstance(text, str) else text.decode(self._codec, "replace")

    def _own(self, record: Record, bits: Bits) -> Iterator[Said]:
        drawn, kind = record.is_drawn(self._classes), record.kind
        origin, shown = self._place(kind, drawn)
        if kind == XRECORD:
            common = self._common(bits, drawn)
            for text in self._record(common.raw(common.long())):
                yield "hidden", plain(text)
        if self._layout.wide:
            texts = self._layout.strings(record)
        elif kind in _SHAPES:
            texts = []
        elif (read := self._reader(kind)) is not None:
            texts = [self._decoded(text) for text in read(self._common(bits, drawn), self._layout)]
            if kind in _WITH_TEXT and not any(texts):
                texts = self.loose(record.data)
        else:
            texts = self.loose(record.data)
            self.loosely += kind not in _UNCOUNTED and self._name(kind) not in _NAMES_ALONE
        if kind in _PROXIES or (kind in _MORE_THAN_NAMES and not self._layout.wide):
            texts += self.loose(record.data)
            self.loosely += kind in _PROXIES
        self._refer(kind, texts)
        for text in texts:
            yield origin, shown(text)

    def _name(self, kind: int) -> str:
        named = self._classes.get(kind)
        return named.name if named is not None else ""

    def _reader(self, kind: int) -> _Reader | None:
        """Return what reads the strings of a kind before R2007, None where nothing does."""
        return _dictionary if self._name(kind) == "ACDBDICTIONARYWDFLT" else _READERS.get(kind)

    def _refer(self, kind: int, texts: list[str]) -> None:
        """Keep the names of files that lie elsewhere: drawings, and pictures and the like."""
        if kind == BLOCK_HEADER:
            self.elsewhere.update(filter(None, texts[1:2]))
        elif self._name(kind) in _REFERENCES:
            self.elsewhere.update(text for text in texts if "." in text)

    def _place(self, kind: int, drawn: bool) -> tuple[str, Callable[[str], str]]:
        """Return the origin of an object's strings, and what undoes their codes."""
        if drawn and kind != BLOCK:
            return "body", flowing if kind in _FLOWING or kind in self._classes else plain
        return "fieldcode" if self._name(kind) == "FIELD" else "properties", plain

    def _common(self, bits: Bits, drawn: bool) -> Bits:
        """Return a reader behind what objects begin with (20.4.1; entities before R2007 only)."""
        layout, bits = self._layout, Bits(bits.data, bits.at, bits.end)
        if drawn and bits.bits(1):
            size = bits.number(4)
            bits.at += 8 * size
        if layout.old:
            bits.end = min(bits.end, bits.number(4))
        bits.bits(2 if drawn else 0)
        bits.long()
        bits.bits(layout.colored + layout.stored)
        if drawn:
            bits.bits(2 if layout.old else 0 if layout.colored else 1)
            color = bits.short()
            if layout.colored:
                bits.bits(32 if color & 0x2000 else 0)
                bits.bits(32 if color & 0xC000 == 0x8000 else 0)
            bits.skip_doubles(1)
            bits.bits(0 if layout.old else 4)
            bits.short()
            bits.bits(0 if layout.old else 8)
        return bits

    def _record(self, data: bytes) -> list[str]:
        """Return the strings of an XRECORD (20.4.102): values behind the numbers that DXF gives them."""
        found, at = [], 0
        while at + 2 < len(data):
            code = int.from_bytes(data[at : at + 2], "little")
            at += 2
            size = value_size(code)
            if size == STRING:
                head = 2 if self._layout.wide else 3
                length = int.from_bytes(data[at : at + 2], "little") * (2 if self._layout.wide else 1)
                raw = data[at + head : at + head + length]
                found.append((code, raw.decode("utf-16-le" if self._layout.wide else self._codec, "replace")))
                at += head + length
            elif size == BYTES:
                at += 1 + data[at]
            elif size:
                at += size
            else:
                found += [(0, text) for text in self.loose(data[at:])]
                break
        if found and found[0][1].rstrip("\0") == _COOKIE:
            self.summary = found[1:]
            return []
        return [text.rstrip("\0") for _, text in found]


def _text(bits: Bits, layout: Layout) -> list[bytes]:
    """TEXT (20.4.3), and what ATTRIB and ATTDEF begin with."""
    return [_shown_text(bits, layout)[0]]


def _shown_text(bits: Bits, layout: Layout) -> tuple[bytes, int]:
    if layout.old:
        bits.skip_doubles(1)
        bits.at += 256
        bits.skip_doubles(8)
        return bits.text(), 0
    flags = bits.number(1)
    bits.at += 128 if flags & 1 else 192
    if not flags & 2:
        for _ in range(2):
            bits.bits((0, 32, 48, 64)[bits.bits(2)])
    _extruded(bits)
    bits.at += 64 * sum(not flags & flag for flag in (4, 8, 16)) + 64
    return bits.text(), flags


def _extruded(bits: Bits) -> None:
    """Pass over an extrusion and a thickness (BE, BT)."""
    if not bits.bits(1):
        bits.skip_doubles(3)
    if not bits.bits(1):
        bits.skip_doubles(1)


def _attribute(bits: Bits, layout: Layout) -> list[bytes]:
    """ATTRIB (20.4.4): its text and its tag."""
    text, flags = _shown_text(bits, layout)
    for flag in (0x20, 0x40, 0x80):
        if not flags & flag:
            bits.short()
    return [text, bits.text()]


def _definition(bits: Bits, layout: Layout) -> list[bytes]:
    """ATTDEF (20.4.5): its default, its tag, and what is asked of whoever inserts it."""
    found = _attribute(bits, layout)
    bits.short()
    bits.number(1)
    return [*found, bits.text()]


def _lines(bits: Bits, layout: Layout) -> list[bytes]:
    """MTEXT (20.4.46)."""
    bits.skip_doubles(11)
    bits.short()
    bits.short()
    bits.skip_doubles(2)
    return [bits.text()]


def _dimension(bits: Bits, layout: Layout) -> list[bytes]:
    """What stands in place of a dimension's measure (20.4.22)."""
    bits.skip_doubles(3)
    bits.at += 128
    bits.skip_doubles(1)
    bits.number(1)
    return [bits.text()]


def _tolerance(bits: Bits, layout: Layout) -> list[bytes]:
    """TOLERANCE (20.4.47)."""
    if layout.old:
        bits.short()
        bits.skip_doubles(2)
    bits.skip_doubles(9)
    return [bits.text()]


def _name(bits: Bits, layout: Layout) -> list[bytes]:
    """What entries of tables begin with."""
    return [bits.text()]


def _header(bits: Bits, layout: Layout) -> list[bytes]:
    """BLOCK_HEADER (20.4.52): the block's name, the file that it refers to, its description."""
    name = bits.text()
    bits.bits(1)
    bits.short()
    bits.bits(5 if layout.old else 6)
    if layout.colored:
        bits.long()
    bits.skip_doubles(3)
    path = bits.text()
    if layout.old:
        return [name, path]
    while bits.number(1):
        pass
    return [name, path, bits.text()]


_MOST_ENTRIES = 100_000


def _dictionary(bits: Bits, layout: Layout) -> list[bytes]:
    """DICTIONARY (20.4.44): the names of its entries."""
    count = bits.long()
    if not layout.old:
        bits.short()
        bits.number(1)
    return [bits.text() for _ in range(min(count, _MOST_ENTRIES))]


_READERS: dict[int, _Reader] = {
    TEXT: _text, ATTRIB: _attribute, ATTDEF: _definition, BLOCK: _name, MTEXT: _lines, TOLERANCE: _tolerance,
    DICTIONARY: _dictionary, BLOCK_HEADER: _header, **dict.fromkeys(_DIMENSIONS, _dimension),
    **dict.fromkeys(_NAMED, _name),
}  # fmt: skip
