"""Pages, Numbers and Keynote: the XML of iWork '08 and '09, and the archives that came after.

Neither is documented by its maker. The older form is an ``index.xml`` or ``index.apxl`` in a zip; the newer one keeps
protocol buffers packed with Snappy in ``Index/*.iwa``, of which the text storages and the cells of tables are read.
"""

from __future__ import annotations

import decimal
import math
import struct
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from triage.model.items import Extract
from triage.parsers.kit.contract import Context, Data, Probe
from triage.parsers.kit.texts import Texts
from triage.parsers.kit.xml_parts import Element, attribute, local, quiet_tree
from triage.parsers.office.ooxml.package import Package, key

# What the cells of iWork's tables show: in the XML of iWork '08 and '09, and in the bytes of newer documents.
#
# Nothing here is documented by its maker; names and fields are known from the files. A value stands as it is stored,
# without the format of its cell: numbers with 15 digits as a sheet shows them, dates in ISO 8601.
#
# Of a newer cell byte 0 is the version, a word of flags says which fields follow, in a fixed order. Up to version 4
# the type is byte 2, in version 4 byte 1, and numbers are doubles; from version 5 on they are IEEE 754-2008
# decimal128, and other fields come first.

_NUMBERS, _DATE, _BOOL, _DURATION = (2, 10), 5, 6, 7
_BIAS = 6176
_ROUND = decimal.Context(prec=15)


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell: its value as text, "" where it has none; keys into its table's lists of strings, rich texts, formats."""

    value: str = ""
    string: int | None = None
    rich: int | None = None
    format: int | None = None


def cells(storage: bytes, offsets: bytes, wide: bool) -> Iterator[bytes]:
    """Yield the bytes of a row's cells from left to right, with what follows; ``wide`` offsets count in fours."""
    for (offset,) in struct.iter_unpack("<H", offsets[: len(offsets) // 2 * 2]):
        at = offset * 4 if wide else offset
        if offset != 0xFFFF:
            yield storage[at : at + _LONGEST]


_LONGEST = 256
"""No cell is longer: 12 bytes, at most 32 fields, three of them wider than a word."""


def cell(data: bytes) -> _Cell:
    """Read a cell. Raises struct.error where it is cut short, ValueError for a version that isn't known."""
    version, kind = data[:1], data[1:2]
    if version == b"\x05":
        return _newer(data, kind[0] if kind else 0)
    if not version or version > b"\x05":
        raise ValueError("a cell of no known version")
    return _older(data, version[0], data[1 if version == b"\x04" else 2])


def _newer(data: bytes, kind: int) -> _Cell:
    layout = ((0x01, "<16s"), (0x02, "<d"), (0x04, "<d"), (0x08, "<I"), (0x10, "<I"))
    decimal, number, seconds, string, rich = _fields(data, 8, 12, layout)
    if kind in _NUMBERS and decimal is not None:
        return _Cell(_decimal(decimal), string, rich)
    return _Cell(_value(kind, number, seconds), string, rich)


def _older(data: bytes, version: int, kind: int) -> _Cell:
    start, wide = (12, True) if version > 1 else (8, False)
    # Three styles and conditions stand before a format.
    _, form = _fields(data, 4, start, ((0x0C82 if wide else 0x82, ""), (0x04, "<I")))
    # Styles, formats and formulas stand before a rich text, comments and warnings before the others.
    passed, notes = (0x0D8E, 0x3000) if wide else (0x018E, 0x1000)
    layout = ((passed, ""), (0x200, "<I"), (notes, ""), (0x10, "<I"), (0x20, "<d"), (0x40, "<d"))
    _, rich, _, string, number, seconds = _fields(data, 4, start, layout)
    return _Cell(_value(kind, number, seconds), string, rich, form)


def _fields(data: bytes, flags_at: int, at: int, layout: Iterable[tuple[int, str]]) -> Iterator[Any]:
    """Yield the values of fields in their order by (flag, form), None for one that isn't there or has no form.

    Without a form there may be several flags, of fields of four bytes each. Raises struct.error where one is cut.
    """
    (flags,) = struct.unpack_from("<I", data, flags_at)
    for flag, form in layout:
        if form and flags & flag:
            yield struct.unpack_from(form, data, at)[0]
            at += struct.calcsize(form)
        else:
            yield None
            at += 4 * (flags & flag).bit_count()


def _value(kind: int, number: float | None, seconds: float | None) -> str:
    if kind == _DATE and seconds is not None:
        return _date_text(seconds)
    if number is None:
        return ""
    if kind == _BOOL:
        return "true" if number > 0 else "false"
    if kind == _DURATION:
        return _duration_text(number)
    return _number_text(number) if kind in _NUMBERS else ""


def _decimal(packed: bytes) -> str:
    """Return a decimal128 in its binary form (IEEE 754-2008 3.5.2): a sign, 14 bits of exponent, 113 of digits."""
    whole = int.from_bytes(packed, "little")
    sign, exponent, digits = whole >> 127, (whole >> 113 & 0x3FFF) - _BIAS, whole & (1 << 113) - 1
    value = _ROUND.create_decimal(Decimal(-digits if sign else digits).scaleb(exponent, decimal.Context(prec=40)))
    value = value.normalize(_ROUND)
    if value.is_finite() and -20 < value.adjusted() < 30:
        return "0" if value.is_zero() else format(value, "f")
    return str(value)


CELL_TAGS = tuple(
    (
        "n d du cb st sl ra rn rd rdu rb grouping pm fo formula menu-choices number-cell date-cell duration-cell "
        "bool-cell checkbox-cell stepper-cell slider-cell rating-cell popup-menu-cell result-number-cell "
        "result-date-cell result-duration-cell result-bool-cell"
    ).split()
)
"""The elements that ``OldCells.take`` is to be asked about, besides those of texts."""

_VALUES = ("v", "value", "du", "cell-date", "group-formula-value")
_HOLDERS = ("datasource", "r", "result-cell")
_MENUS = ("pm", "popup-menu-cell")
_FORMULAS = {"fo": "fs", "formula": "formula-string"}
_DATES, _SPANS = ("d", "rd", "date-cell", "result-date-cell"), ("du", "rdu", "duration-cell", "result-duration-cell")
_FIRST_DAY = datetime(2001, 1, 1)
_MOST_CHOICES = 100_000


class _OldCells:
    """Reads the cells of one document into ``texts``, and remembers the choices of its pop-up menus by their ids."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._choices: dict[str, str] = {}
        self._told: set[str] = set()
        self._open = 0

    def take(self, event: str, element: Element, where: str) -> bool:
        """Read a cell at its end; whether the element is a cell or lies in a pop-up menu, which is read as a whole."""
        tag = local(element)
        if tag in _MENUS:
            self._open += 1 if event == "start" else -1
            if event == "end" and not self._open:
                self._menu(element, where)
            return True
        if event == "end" and tag in CELL_TAGS and not self._open:
            parent = element.getparent()
            holder = local(parent) if parent is not None else ""
            if tag in _FORMULAS and holder in ("f", "formula-cell", "grouping"):
                self._texts.add("fieldcode", attribute(element, _FORMULAS[tag]))
            elif holder in _HOLDERS:
                self._texts.add(where, _old_value(tag, element))
        return self._open > 0 or tag in CELL_TAGS

    def _menu(self, menu: Element, where: str) -> None:
        """Add the chosen value of a pop-up menu to its place; the choices to hidden, each once for a document."""
        cells = [(attribute(cell, "ID"), _choice(cell)) for choices in menu.iter("{*}menu-choices") for cell in choices]
        for name, text in cells:
            if len(self._choices) < _MOST_CHOICES:
                self._choices[name] = text
        chosen = next((attribute(e, "IDREF") for e in menu if local(e).startswith("proxied-cell")), "")
        if chosen in self._choices:
            self._texts.add(where, self._choices[chosen])
        for _, text in cells:
            if chosen not in self._choices:
                self._texts.add(where, text)
            elif text not in self._told and len(self._told) < _MOST_CHOICES:
                self._told.add(text)
                self._texts.add("hidden", text)


def _old_value(tag: str, element: Element) -> str:
    said = next(filter(None, (attribute(element, name) for name in _VALUES)), "")
    try:
        value = float(said)
    except ValueError:
        return said
    if tag in _DATES:
        return _date_text(value) or said
    return _duration_text(value) if tag in _SPANS else _number_text(value)


def _choice(cell: Element) -> str:
    texts = [attribute(e, "s") or attribute(e, "string") for e in cell.iter("{*}ct", "{*}cell-text", "{*}so")]
    return "".join(texts) or "".join(cell.itertext()).strip() or _old_value(local(cell), cell)


def _number_text(value: float) -> str:
    """Return a number with the 15 digits that a sheet shows, "" where it is none."""
    return format(value, ".15g") if math.isfinite(value) else ""


def _date_text(seconds: float) -> str:
    """Return seconds since 2001-01-01 as ISO 8601, without a time where it is midnight; "" beyond the calendar."""
    try:
        moment = _FIRST_DAY + timedelta(seconds=seconds)
    except (OverflowError, ValueError):
        return ""
    whole = moment.replace(microsecond=0)
    return str(whole.date() if (whole.hour, whole.minute, whole.second) == (0, 0, 0) else whole)


def _duration_text(seconds: float) -> str:
    """Return a duration as hours, minutes and seconds (1:30:00); "" where it is none."""
    if not math.isfinite(seconds):
        return ""
    minutes, rest = divmod(abs(seconds), 60)
    hours, minutes = divmod(int(minutes), 60)
    shown = _number_text(round(rest, 3))
    sign = "-" if seconds < 0 else ""
    return f"{sign}{hours}:{minutes:02}:{'0' if rest < 10 else ''}{shown}"


# The archives of newer iWork documents: Snappy chunks of protocol buffer messages.
#
# Snappy's format description and the protocol buffers encoding are public; which message holds text is known from the
# files themselves: type 2001 keeps a text storage's text in field 3; those of tables are read below.

STORAGES = (2001, 2005)
"""The types of messages that hold a text."""

_MOST_UNPACKED = 256 << 20


def messages(untrusted_archive: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Yield (object's number, type, bytes) of an archive's messages. Raises IndexError or ValueError for damage."""
    data = b"".join(_chunks(untrusted_archive))
    at = 0
    while at < len(data):
        size, at = _varint(data, at)
        info = _Fields(data[at : at + size])
        at += size
        for announced in map(_Fields, info.messages(2)):
            length = announced.number(3)
            yield info.number(1), announced.number(1), data[at : at + length]
            at += length


def _chunks(data: bytes) -> Iterator[bytes]:
    """Yield the unpacked chunks: a zero byte, three bytes of length, Snappy without its frame."""
    import cramjam

    at = total = 0
    while at + 4 <= len(data):
        if data[at]:
            raise ValueError("no chunk")
        size = int.from_bytes(data[at + 1 : at + 4], "little")
        chunk = data[at + 4 : at + 4 + size]
        total += _varint(chunk, 0)[0]  # what the chunk unpacks to, as it states (Snappy's format description, 1)
        if total > _MOST_UNPACKED:
            raise ValueError("too large")
        try:
            yield bytes(cramjam.snappy.decompress_raw(chunk))
        except cramjam.DecompressionError as error:
            raise ValueError("a damaged chunk") from error
        at += 4 + size


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """Return a number in sevens of bits and where it ends. Raises IndexError or ValueError where it has no end."""
    value = shift = 0
    while shift < 70:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7
    raise ValueError("a number without an end")


def fields(message: bytes) -> Iterator[tuple[int, int | bytes]]:
    """Yield (number, value) of a message's fields: bytes for those with a length, else a number."""
    at = 0
    while at < len(message):
        tag, at = _varint(message, at)
        kind = tag & 7
        if kind == 0:
            value, at = _varint(message, at)
            yield tag >> 3, value
        elif kind == 2:
            size, at = _varint(message, at)
            yield tag >> 3, message[at : at + size]
            at += size
        elif kind in (1, 5):
            at += 8 if kind == 1 else 4
        else:
            return


class _Fields:
    """The fields of a message by their numbers. Raises IndexError or ValueError where the message is damaged."""

    def __init__(self, message: bytes) -> None:
        self._values: dict[int, list[int | bytes]] = {}
        for number, value in fields(message):
            self._values.setdefault(number, []).append(value)

    def __contains__(self, number: int) -> bool:
        return number in self._values

    def messages(self, number: int) -> list[bytes]:
        """Return all values of a field that have bytes."""
        return [value for value in self._values.get(number, ()) if isinstance(value, bytes)]

    def data(self, number: int) -> bytes:
        """Return a field's bytes, none where it is a number or missing."""
        value = self._values.get(number, [b""])[-1]
        return value if isinstance(value, bytes) else b""

    def number(self, number: int) -> int:
        """Return a field's number, 0 where it is none or missing."""
        value = self._values.get(number, [0])[-1]
        return value if isinstance(value, int) else 0

    def reference(self, number: int) -> int:
        """Return the number of the object that a reference names, 0 where there is none."""
        return _Fields(self.data(number)).number(1)


def text(value: bytes) -> str:
    """Return a string of a message, "" where it isn't UTF-8."""
    try:
        return value.decode("utf-8").replace("\u2028", "\n").replace("\ufffc", "")
    except UnicodeDecodeError:
        return ""


# The tables of newer iWork documents: rows of cells in tiles, with lists of their strings and the like beside them.
#
# Nothing here is documented by its maker; types and fields are known from the files. What a table refers to may stand
# in any archive, so it is kept until all are read. Each list and tile is read once, however often a hostile file
# names it.

_TABLE, _TILE, _LIST, _SEGMENT, _MENU, _RICH = 6001, 6002, 6005, 6011, 6206, 6218
"""Types of messages: a table, some rows of it, a list, a part of a list, a pop-up menu, a rich text."""

_LISTS = (4, 17, 11, 16)
"""The fields of a table's store that name its lists: strings, rich texts, formats, menus."""

_MOST = 64 << 20
"""How many bytes of texts and tables are kept until the end."""


class _Entries:
    """A list of strings, and of its rich texts, formats or menus by their numbers; remembers what cells have shown.

    ``parts`` are the numbers of its parts that stand elsewhere; ``whole`` says whether all of it could be read.
    """

    def __init__(self, messages: list[bytes]) -> None:
        self.strings: dict[int, str] = {}
        self.payloads: dict[int, int] = {}
        self.menus: dict[int, int] = {}
        self.parts: list[int] = []
        self.shown: set[int] = set()
        self.in_table = False
        self.whole = True
        for message in messages:
            try:
                for number, value in fields(message):
                    if isinstance(value, bytes) and number in (3, 4):
                        self._add(number, _Fields(value))
            except (IndexError, ValueError):
                self.whole = False

    def _add(self, number: int, entry: _Fields) -> None:
        if number == 4:
            self.parts.append(entry.number(1))
            return
        key = entry.number(1)
        if 3 in entry:
            self.strings[key] = text(entry.data(3))
        if 9 in entry or 4 in entry:
            self.payloads[key] = entry.reference(9 if 9 in entry else 4)
        if 6 in entry:
            self.menus[key] = _Fields(entry.data(6)).number(38)

    def join(self, other: _Entries) -> None:
        """Take over what another part of the list holds."""
        self.whole = self.whole and other.whole
        self.strings.update(other.strings)
        self.payloads.update(other.payloads)
        self.menus.update(other.menus)

    def string(self, key: int) -> str:
        """Return a string for a cell that shows it, "" where there is none."""
        self.shown.add(key)
        return self.strings.get(key, "")


class Tables:
    """Keeps what tables are made of, and reads them into ``texts`` on ``close``."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._kept: dict[int, dict[int, list[bytes]]] = {
            kind: {} for kind in (_TABLE, _TILE, _LIST, _SEGMENT, _MENU, _RICH)
        }
        self._stories: dict[int, list[tuple[str, str]]] = {}
        self._lists: dict[int, _Entries] = {}
        self._payloads: dict[int, int] = {}
        self._choices: dict[int, list[str]] = {}
        self._left = _MOST

    def story(self, number: int, origin: str, said: list[str]) -> None:
        """Keep a text storage, as it may be a cell's rich text; past the bound it is read where it stands."""
        self._left -= sum(map(len, said))
        for line in said:
            if self._left < 0:
                self._texts.add(origin, line)
            else:
                self._stories.setdefault(number, []).append((origin, line))

    def keep(self, number: int, kind: int, message: bytes) -> None:
        """Keep a message where it belongs to a table."""
        if kind not in self._kept:
            return
        self._left -= len(message)
        if self._left < 0:
            self._texts.trouble("limit-size", "iwork-too-many-tables")
            for line in _Entries([message]).strings.values() if kind in (_LIST, _SEGMENT) else ():
                self._texts.add("body", line)
        else:
            self._kept[kind].setdefault(number, []).append(message)

    def close(self) -> None:
        """Read the texts outside of tables, then the tables, then the strings and texts that no cell shows."""
        self._lists = {number: _Entries(found) for number, found in self._kept[_LIST].items()}
        for held in self._lists.values():
            for part in held.parts:
                held.join(_Entries(self._kept[_SEGMENT].pop(part, [])))
        with self._reporting(all(held.whole for held in self._lists.values())):
            for number, found in self._kept[_MENU].items():
                self._choices[number] = [choice for message in found for choice in _choices(message)]
        with self._reporting():
            for number, found in self._kept[_RICH].items():
                self._payloads[number] = _Fields(found[0]).reference(1)
        in_cells = set(self._payloads.values())
        for number in [n for n in self._stories if n not in in_cells]:
            for origin, line in self._stories.pop(number):
                self._texts.add(origin, line)
        for messages in self._kept[_TABLE].values():
            for message in messages:
                with self._reporting():
                    self._table(_Fields(message))
        self._rest()

    @contextmanager
    def _reporting(self, whole: bool = True) -> Iterator[None]:
        """Report what breaks the rules of messages, and what did so before."""
        try:
            yield
        except (IndexError, ValueError):
            whole = False
        if not whole:
            self._texts.trouble("damaged", "iwork-tables-damaged")

    def _rest(self) -> None:
        """Add what no cell shows: strings are hidden where their table was read as a whole; choices always are."""
        for said in self._stories.values():
            for origin, line in said:
                self._texts.add(origin, line)
        segments = [_Entries(found) for found in self._kept[_SEGMENT].values()]
        for held in (*self._lists.values(), *segments):
            origin = "hidden" if held.in_table else "body"
            for number, line in held.strings.items():
                self._texts.add(origin, "" if number in held.shown else line)
        for choice in dict.fromkeys(choice for found in self._choices.values() for choice in found):
            self._texts.add("hidden", choice)

    def _table(self, model: _Fields) -> None:
        store = _Fields(model.data(4))
        lists = [self._lists.get(store.reference(field), _Entries([])) for field in _LISTS]
        self._texts.add("body", text(model.data(8)))
        whole = True
        for row in self._rows(store.data(3)):
            for data in row:
                try:
                    self._texts.add("body", self._shown(cell(data), *lists), "\t")
                except (struct.error, ValueError, IndexError):
                    whole = False
                if self._texts.full:
                    return
            self._texts.end_with("body", "\n")
        with self._reporting(whole):
            lists[0].in_table = whole

    def _shown(self, content: _Cell, strings: _Entries, rich: _Entries, formats: _Entries, menus: _Entries) -> str:
        """Return what a cell shows: a rich text, a string, what is chosen in a menu, or its value.

        A format names a menu, in the documents up to 2014 or so.
        """
        if content.rich is not None:
            story = self._stories.pop(self._payloads.get(rich.payloads.get(content.rich, 0), 0), [])
            if story:
                return "\n".join(line for _, line in story)
        if content.string is not None:
            return strings.string(content.string) or content.value
        menu = self._choices.get(menus.payloads.get(formats.menus.get(content.format or 0, 0), 0))
        if menu and content.value.isdigit() and 0 < int(content.value) <= len(menu):
            return menu[int(content.value) - 1] or content.value
        return content.value

    def _rows(self, storage: bytes) -> Iterator[Iterable[bytes]]:
        """Yield the cells of each row, from above; one that is no cell where rows are missing."""
        for part in sorted(map(_Fields, _Fields(storage).messages(1)), key=lambda part: part.number(1)):
            tiles = self._kept[_TILE].pop(part.reference(2), None)
            if tiles is None:
                yield [b""]
            for tile in tiles or ():
                yield from map(_cells, sorted(map(_Fields, _Fields(tile).messages(5)), key=lambda row: row.number(1)))


def _choices(menu: bytes) -> list[str]:
    """Return the texts of a pop-up menu in order, "" for a choice that isn't text; the empty choice is left out."""
    items = map(_Fields, _Fields(menu).messages(2))
    return [text(_Fields(item.data(5)).data(1)) for item in items if item.number(1) != 1]


def _cells(row: _Fields) -> Iterator[bytes]:
    """Return the bytes of a row's cells: in the newer form, if it is there beside the older one."""
    newer = bool(row.data(6) and row.data(7))
    storage, offsets = (6, 7) if newer else (3, 4)
    return cells(row.data(storage), row.data(offsets), newer and bool(row.number(8)))


TYPE = "application/vnd.apple.iwork"
_OLD = ("index.xml", "index.apxl")
_TYPES = {"pages": "application/vnd.apple.pages", "numbers": "application/vnd.apple.numbers"}
TYPES = (TYPE, *_TYPES.values(), "application/vnd.apple.keynote")
_TAGS = (
    *(
        "p ct so text-storage header footer footnotes notes annotation metadata string page-start slide "
        "master-slide tabular-model cell-text"
    ).split(),
    *CELL_TAGS,
)
_ORIGINS = {
    **dict.fromkeys(("header", "footer", "master-slide"), "margin"),
    "footnotes": "note",
    "notes": "speaker",
    "annotation": "comment",
}
_KINDS = {"header": "margin", "footer": "margin", "footnote": "note", "note": "speaker", "comment": "comment"}


def claims(probe: Probe) -> bool:
    """Whether the file is a package of one of the two forms."""
    names = {key(n) for n in probe.zip_names}
    archives = any(n.startswith("index/") and n.endswith(".iwa") for n in names)
    if archives or ("index.zip" in names and "metadata/" in str(names)):
        return True
    return bool(names & {*_OLD, "index.xml.gz"}) and "meta-inf/manifest.xml" not in names


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Read the document. Raises ValueError where the package holds no part."""
    texts = Texts(context.limits)
    package = Package(untrusted_data, context, texts)
    ending = context.name.rpartition(".")[2].lower()
    extract = Extract(_TYPES.get(ending, "application/vnd.apple.keynote" if ending == "key" else TYPE))
    old = next((m for m in package.members if key(m.filename) in _OLD), None)
    if old is not None:
        _old(package, old, extract, texts)
    else:
        _new(package, context, texts)
    for name, value in extract.properties:
        texts.add("properties", f"{name}: {value}")
    extract.subject = dict(extract.properties).get("title")
    texts.judge(any(key(m.filename).endswith((".jpg", ".png", ".tiff")) for m in package.members))
    extract.segments = texts.segments()
    extract.troubles = texts.troubles
    return extract


def _old(package: Package, member: zipfile.ZipInfo, extract: Extract, texts: Texts) -> None:
    head = package.open(member) if member.compress_type in (0, 8) else None
    if head is None or b"<" not in head.read(64):
        texts.trouble("encrypted", "password-needed-form")
        return
    where = ["body"]
    cells = _OldCells(texts)
    for event, element in package.walk(member, _TAGS):
        tag = local(element)
        if cells.take(event, element, where[-1]):
            continue
        if tag in _ORIGINS or tag == "text-storage":
            if event == "start":
                origin = _ORIGINS.get(tag) or _KINDS.get(attribute(element, "kind"), where[-1])
                where.append(origin)
            elif len(where) > 1:
                where.pop()
        elif event == "end":
            _old_text(tag, element, where[-1], extract, texts)


def _old_text(tag: str, element: Element, where: str, extract: Extract, texts: Texts) -> None:
    if tag in ("p", "cell-text"):
        texts.add(where, "".join(_spoken(element)))
        element.clear()
    elif tag in ("ct", "so"):
        texts.add(where, attribute(element, "s") or attribute(element, "string"))
    elif tag == "metadata":
        for entry in element:
            values = [attribute(e, "string") for e in entry.iter() if attribute(e, "string")]
            if values:
                extract.properties.append((local(entry), ", ".join(values)))
    elif tag == "tabular-model":
        texts.add(where, attribute(element, "name"))


def _spoken(paragraph: Element) -> Iterator[str]:
    """Yield a paragraph's text with its breaks; the prompts of a template (ghost text) are kept, as they are shown."""
    yield paragraph.text or ""
    for child in paragraph:
        tag = local(child)
        if tag in ("br", "lnbr", "crbr", "tab"):
            yield "\t" if tag == "tab" else "\n"
        elif tag == "p":
            yield "\n"
        yield from _spoken(child)
        yield child.tail or ""


def _new(package: Package, context: Context, texts: Texts) -> None:
    if any(key(m.filename) in (".iwpv2", ".iwph") for m in package.members):
        texts.trouble("encrypted", "password-needed-form")
        return
    inner = package
    if "Index.zip" in package:
        inner = Package(package.read("Index.zip"), context, texts)
    tables = Tables(texts)
    for member in inner.members:
        if key(member.filename).endswith(".iwa"):
            _archive(inner, member, tables, texts)
    tables.close()
    root = quiet_tree(inner.read("Metadata/Properties.plist"))
    for value in root.itertext() if root is not None else ():
        texts.add("properties", value.strip() if len(value.strip()) > 20 else "")


def _archive(package: Package, member: zipfile.ZipInfo, tables: Tables, texts: Texts) -> None:
    """Take the texts of an archive as they come, and what tables need, to be read when all of it is there."""
    place = key(member.filename)
    origin = "margin" if "masterslide" in place or "templateslide" in place else "body"
    origin = "comment" if "comment" in place else origin
    try:
        for number, kind, message in messages(package.read(member)):
            if kind in STORAGES:
                tables.story(number, origin, [text(value) for value in _Fields(message).messages(3)])
            else:
                tables.keep(number, kind, message)
    except (IndexError, ValueError):
        texts.trouble("damaged", "part-not-unpacked", name=member.filename)
