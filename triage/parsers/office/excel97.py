"""Excel workbooks before 2007: xls, xlt and xla of Excel 5 to 2003, record by record.

MS-XLS. Streams that Excel 5 and 95 hid by XOR obfuscation (MS-OFFCRYPTO 2.3.7) are revealed here, as msoffcrypto-tool
opens such streams in Excel 97's container only. No password is ever put into a trouble's sentence.
"""

from __future__ import annotations

import struct
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain, islice

from triage.errors import FormatError
from triage.model.items import Extract
from triage.parsers.kit import drawings
from triage.parsers.kit.cells import BUILTIN, CellStyle, Grid, general, plain_margin, rk_number
from triage.parsers.kit.charset import codec_of_page
from triage.parsers.kit.compound import CompoundFile
from triage.parsers.kit.contract import Context, Data, Probe
from triage.parsers.kit.drawings import words
from triage.parsers.kit.ole import (
    OLE_SIGNATURE,
    controls,
    hyperlink,
    is_rights_managed,
    loose,
    macros,
    objects,
    open_ole,
    properties,
    stream,
    strings,
)
from triage.parsers.kit.passwords import DEFAULTS, Tries, decrypted
from triage.parsers.kit.texts import Texts

# Records and strings of the older binary workbooks: BIFF5 to BIFF8. MS-XLS 2.1.4 (records), 2.5.293 to 2.5.296
# (strings), 2.4.265 (shared strings, which go on over Continue records).

CONTINUE = 0x3C


@dataclass(slots=True)
class ExcelRecord:
    """One record: its number, where it starts, its payload, and the payloads of the Continue records after it."""

    kind: int
    at: int
    data: bytes
    more: list[bytes] = field(default_factory=list)

    @property
    def whole(self) -> bytes:
        """The payload with those of the Continue records, for what doesn't begin anew in them."""
        return b"".join([self.data, *self.more])


def records(untrusted_stream: bytes) -> Iterator[ExcelRecord]:
    """Yield the records with their continuations; ends where a record is cut."""
    at = 0
    record: ExcelRecord | None = None
    while at + 4 <= len(untrusted_stream):
        kind, size = struct.unpack_from("<HH", untrusted_stream, at)
        data = untrusted_stream[at + 4 : at + 4 + size]
        if kind == CONTINUE and record is not None:
            record.more.append(data)
        else:
            if record is not None:
                yield record
            record = ExcelRecord(kind, at, data)
        at += 4 + size
    if record is not None:
        yield record


def wide(data: bytes, at: int, count: int) -> tuple[str, int]:
    """Return ``count`` characters that stand after their flags byte, and where they end (formatting is passed over)."""
    flags, at = data[at], at + 1
    runs = extra = 0
    if flags & 8:
        runs, at = struct.unpack_from("<H", data, at)[0], at + 2
    if flags & 4:
        extra, at = struct.unpack_from("<I", data, at)[0], at + 4
    size = count * 2 if flags & 1 else count
    text = data[at : at + size].decode("utf-16-le" if flags & 1 else "latin-1", "replace")
    return text, at + size + 4 * runs + extra


def string_list(record: ExcelRecord, at: int, count: int, readings: list[str] | None = None) -> list[str]:
    """Return ``count`` strings of a record, phonetic runs added to ``readings``; what comes after damage is missing."""
    source = _Continued([record.data[at:], *record.more])
    strings = []
    try:
        for _ in range(count):
            text, reading = source.string()
            strings.append(text)
            if reading and readings is not None:
                readings.append(reading)
    except (IndexError, struct.error):
        pass
    return strings


def _reading(extra: bytes) -> str:
    if len(extra) < 14 or extra[:2] != b"\1\0":
        return ""
    count = int(struct.unpack_from("<H", extra, 12)[0])
    return extra[14 : 14 + 2 * count].decode("utf-16-le", "replace")


class _Continued:
    """Reads over the borders of Continue records; a string's flags stand again where its characters go on."""

    def __init__(self, chunks: list[bytes]) -> None:
        self._data = b"".join(chunks)
        self._ends = list(accumulate(map(len, chunks)))
        self._at = 0

    def _next_bytes(self, size: int) -> bytes:
        self._at += size
        if self._at > len(self._data):
            raise IndexError("a string is cut")
        return self._data[self._at - size : self._at]

    def string(self) -> tuple[str, str]:
        """Return the next string (2.5.293 XLUnicodeRichExtendedString) and its reading aid."""
        count, flags = struct.unpack("<HB", self._next_bytes(3))
        runs = struct.unpack("<H", self._next_bytes(2))[0] if flags & 8 else 0
        extra = struct.unpack("<I", self._next_bytes(4))[0] if flags & 4 else 0
        parts = []
        number = bisect_left(self._ends, self._at)
        while count:
            if self._at >= self._ends[number]:
                number = bisect_right(self._ends, self._at)
                flags = self._next_bytes(1)[0]
            width = 2 if flags & 1 else 1
            step = min((self._ends[number] - self._at) // width, count)
            raw = self._next_bytes(step * width if step else self._ends[number] - self._at)
            if step:
                parts.append(raw.decode("utf-16-le" if width == 2 else "latin-1", "replace"))
            count -= step
        self._next_bytes(4 * runs)
        return "".join(parts), _reading(self._next_bytes(extra))


def continued_text(record: ExcelRecord, count: int) -> str:
    """Return the text of a TxO record, which stands in the Continue records after it (2.4.329)."""
    parts = []
    for data in record.more:
        if count <= 0 or not data:
            break
        width = 2 if data[0] & 1 else 1
        text = data[1 : 1 + count * width].decode("utf-16-le" if width == 2 else "latin-1", "replace")
        parts.append(text)
        count -= len(text)
    return "".join(parts)


# Bytes after a formula token of BIFF8, by the token without its class (2.5.198).
_OPERAND = {
    0x1F: 8,
    0x20: 7,
    0x22: 3,
    **dict.fromkeys((0x1C, 0x1D), 1),
    **dict.fromkeys((0x1E, 0x21, 0x29), 2),
    **dict.fromkeys((0x01, 0x02, 0x23, 0x24, 0x2A, 0x2C), 4),
    **dict.fromkeys((0x26, 0x27, 0x28, 0x39, 0x3A, 0x3C), 6),
    **dict.fromkeys((0x25, 0x2B, 0x2D), 8),
    **dict.fromkeys((0x3B, 0x3D), 10),
}


def formula_strings(tokens: bytes) -> list[str]:
    """Return the string constants of a parsed formula; stops at the first token that isn't known."""
    strings = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        at += 1
        if token == 0x17 and at + 2 <= len(tokens):
            text, at = wide(tokens, at + 1, tokens[at])
            strings.append(text)
            continue
        if token == 0x19 and at + 3 <= len(tokens):
            jump = tokens[at] & 0x04
            at += 3 + (2 * (struct.unpack_from("<H", tokens, at + 1)[0] + 1) if jump else 0)
            continue
        base = token if token < 0x20 else 0x20 | (token & 0x1F)
        if base in _OPERAND:
            at += _OPERAND[base]
        elif not 0x03 <= token <= 0x16:
            break
    return strings


_TEXT, _NUMBER, _BOOLEAN, _ERROR = 2, 1, 4, 0x10
_LONG_PIECE = 200

# What names a pivot table and its data, a field of it, an item, a value (2.4.313 SxView, Sxvd, SXVI, SXDI). Where the
# lengths of the names stand, where the names begin, and how many there are.
_CAPTIONS = {0xB0: (40, 44, 2), 0xB1: (8, 10, 1), 0xB2: (6, 8, 1), 0xC5: (12, 14, 1)}


def _path(virtual: str) -> str:
    """Return a path as people write it; in a workbook signs of control stand for drives and borders (VirtualPath)."""
    if virtual[:2] == "\x01\x01":
        virtual = ("\\\\" if virtual[2:3] == "@" else virtual[2:3] + ":\\") + virtual[3:]
    return virtual.lstrip("\x01\x02").translate({3: "\\", 4: "..\\"})


# The records of a workbook stream: globals, then sheet after sheet into a grid. MS-XLS 2.4 names the records; those of
# BIFF5 as Excel's own readers know them: strings in the code page, one byte a character.

_GLOBALS = (0x0A, 0x42, 0x85, 0x22, 0x41E, 0x31, 0x208, 0x7D)
_AROUND = (0x14, 0x15, 0x5C, 0xEC, 0xEB, 0x866, 0x100D)
# Records of cells; those in a chart's data sheet (MS-OGRAPH) hold their own number format.
_CELLS = (0xFD, 0x203, 0x27E, 0xBD, 0x06, 0x206, 0x406, 0x204, 0xD6, 0x205, 0x02, 0x03, 0x04)
_CHART_CELLS = (0x02, 0x03, 0x04)


class _Book:
    """Reads a workbook stream into ``texts``; ``written`` says if any cell holds something, ``art`` is its drawings."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._version = 8
        self._begun = False
        self._codec = "cp1252"
        self._strings: list[str] = []
        self._used: set[int] = set()
        self._codes = dict(BUILTIN)
        self._formats: list[CellStyle] = []
        self._white: list[bool] = []
        self._from_1904 = False
        self._sheets: dict[int, tuple[str, bool]] = {}
        self._grid = Grid(texts, [], False, False)
        self._depth = 0
        self._row = -1
        self._hidden_rows: set[int] = set()
        self._object: tuple[int, int] = (0, 0)
        self._notes: dict[int, str] = {}
        self._pending: tuple[int, int] | None = None
        self.written = False
        self.art = drawings.Drawings(texts)
        self._pieces: list[bytes] = []
        texts.waiting = self._unused
        self._query_pieces: list[str] = []
        self._query_lengths: Sequence[int] = ()
        self._listed: set[str] = set()
        self._captioned: set[str] = set()
        self._handlers = {
            **dict.fromkeys(_CELLS, self._cell),
            **dict.fromkeys(_GLOBALS, self._global),
            **dict.fromkeys(_AROUND, self._around),
            **dict.fromkeys(_CAPTIONS, self._captions),
            0x809: self._begin,
            0xE0: self._xf,
            0xFC: self._sst,
            0x18: self._name,
            0x207: self._string,
            0x89C: self._margins,
            0x1C: self._note,
            0x5D: self._obj,
            0x1B6: self._text_object,
            0x1AE: self._other_book,
            0x5A: self._cached_row,
            0xDC: self._query,
            0xCD: self._piece,
            0x876: self._connection,
            0x1BE: self._validation,
            0x1B8: self._link,
            0x894: self._name_comment,
            0x800: self._tooltip,
        }

    def read(self, untrusted_stream: bytes) -> None:
        """Read all records. Raises FormatError where there is none."""
        damaged = count = 0
        for record in records(untrusted_stream):
            count += 1
            try:
                take = self._handlers.get(record.kind)  # most records say nothing here
                if take is not None:
                    take(record)
            except (struct.error, IndexError):
                damaged += 1
            if self._texts.full:
                break
        if not count:
            raise FormatError("workbook-without-records")
        self._close_sheet()
        if damaged:
            self._texts.trouble("damaged", "workbook-records-damaged", damaged=damaged, count=count)
        if self._depth > 0:
            self._texts.trouble("truncated", "sheet-cut")
        for text in self._unused():
            if self._texts.full:
                break
            self._texts.add("hidden", text)
        self._texts.waiting = tuple

    def _unused(self) -> Iterator[str]:
        return (text for number, text in enumerate(self._strings) if number not in self._used)

    def _begin(self, record: ExcelRecord) -> None:
        self._depth += 1
        if self._depth > 1:
            return
        if not self._begun:  # the globals say the version; sheets of Excel 95 may state a later one
            self._version = 8 if struct.unpack_from("<H", record.data)[0] >= 0x600 else 5
        self._begun = True
        self._close_sheet()
        name, hidden = self._sheets.get(record.at, ("", False))
        self._texts.add("hidden" if hidden else "body", name)
        self._grid = Grid(self._texts, self._formats, self._from_1904, hidden)

    def _close_sheet(self) -> None:
        self._grid.end_row()
        if self._pieces:
            self.art.read(b"".join(self._pieces))
            self._pieces.clear()
        self._end_query()
        self._texts.cut("body")
        for text in self._notes.values():
            self._texts.add("textbox", text)
        self._notes.clear()
        self._hidden_rows.clear()
        self._row = -1

    def _bytes(self, data: bytes, at: int, count: int) -> str:
        return data[at : at + count].decode(self._codec, "replace")

    def _counted(self, data: bytes, at: int, width: int) -> tuple[str, int]:
        """Return a string whose length is ``width`` bytes, and where it ends; an empty one may lack its flags."""
        count, at = data[at] if width == 1 else struct.unpack_from("<H", data, at)[0], at + width
        if self._version == 8:
            return wide(data, at, count) if count else ("", at + 1)
        return self._bytes(data, at, count), at + count

    def _long(self, data: bytes, at: int) -> str:
        return self._counted(data, at, 2)[0]

    def _usual(self, data: bytes, at: int) -> tuple[str, int]:
        """Return a string whose length is two bytes since Excel 97, one before, and where it ends."""
        return self._counted(data, at, 2 if self._version == 8 else 1)

    def _global(self, record: ExcelRecord) -> None:
        data = record.data
        match record.kind:
            case 0x0A:  # the end of a sheet or of the globals
                self._depth = max(self._depth - 1, 0)
            case 0x42:  # CodePage
                self._codec = codec_of_page(struct.unpack_from("<H", data)[0])
            case 0x85:  # BoundSheet8
                at, state = struct.unpack_from("<IB", data)
                self._sheets[at] = (self._counted(data, 6, 1)[0], bool(state & 3))
            case 0x22:  # Date1904
                self._from_1904 = data[:1] == b"\1"
            case 0x41E:  # Format
                number = struct.unpack_from("<H", data)[0]
                self._codes[number] = self._usual(data, 2)[0]
            case 0x31:  # Font
                self._white.append(struct.unpack_from("<4xH", data)[0] in (1, 9))
                if len(self._white) == 4:
                    self._white.append(False)  # font 4 doesn't exist (2.5.129 FontIndex)
            case 0x208:  # Row
                row, flags = struct.unpack_from("<H10xH", data)
                if flags & 0x20:
                    self._hidden_rows.add(row)
            case 0x7D:  # ColInfo
                first, last, flags = struct.unpack_from("<HH4xH", data)
                if flags & 1:
                    self._grid.hide_columns(first, last)

    def _xf(self, record: ExcelRecord) -> None:
        data = record.data
        font, number = struct.unpack_from("<HH", data)
        white = font < len(self._white) and self._white[font]
        plain = self._version == 8 and len(data) >= 20 and struct.unpack_from("<I", data, 14)[0] >> 26 == 0
        self._formats.append(CellStyle(self._codes.get(number, "General"), white and plain))

    def _sst(self, record: ExcelRecord) -> None:
        readings: list[str] = []
        stated = struct.unpack_from("<I", record.data, 4)[0]
        self._strings = string_list(record, 8, stated, readings)
        if len(self._strings) < stated:
            self._texts.trouble("damaged", "shared-strings-missing", wanted=stated, count=len(self._strings))
        for text in readings:
            self._texts.add("hidden", text)

    def _name(self, record: ExcelRecord) -> None:
        data = record.data
        if self._version == 8:
            name = wide(data, 14, data[3])[0]
            size = struct.unpack_from("<H", data, 4)[0]
            for text in formula_strings(data[len(data) - size :] if size else b""):
                self._texts.add("fieldcode", text)
        else:
            name = self._bytes(data, 14, data[3])
        if len(name) > 1:
            self._texts.add("fieldcode", name)

    def _place(self, data: bytes) -> tuple[int, int]:
        row, column, style = struct.unpack_from("<HHH", data)
        self.written = True
        if row != self._row:
            self._grid.end_row()
            self._row = row
            self._grid.row_hidden = row in self._hidden_rows
        return column, style

    def _cell(self, record: ExcelRecord) -> None:
        kind, data = record.kind, record.data
        column, style = self._place(data)
        if kind in _CHART_CELLS:
            style = data[5] & 0x3F
        match kind:
            case 0xFD:  # LabelSst
                number = struct.unpack_from("<I", data, 6)[0]
                self._used.add(number)
                self._grid.text(self._strings[number], column, style)
            case 0x203:  # Number
                self._grid.number(struct.unpack_from("<d", data, 6)[0], column, style)
            case 0x27E:  # RK
                self._grid.number(rk_number(struct.unpack_from("<I", data, 6)[0]), column, style)
            case 0xBD:  # MulRk
                for index in range((len(data) - 6) // 6):
                    style, packed = struct.unpack_from("<HI", data, 4 + 6 * index)
                    self._grid.number(rk_number(packed), column + index, style)
            case 0x06 | 0x206 | 0x406:
                self._formula(data, column, style)
            case 0x204 | 0xD6:  # Label, RString
                self._grid.text(self._long(data, 6), column, style)
            case 0x205:  # BoolErr
                self._truth_or_error(data[6], bool(data[7]), column, style)
            case 0x02:  # a chart's integer, number and label
                self._grid.number(struct.unpack_from("<H", data, 7)[0], column, style)
            case 0x03:
                self._grid.number(struct.unpack_from("<d", data, 7)[0], column, style)
            case 0x04:
                self._grid.text(self._counted(data, 7, 1)[0], column, style)

    def _truth_or_error(self, value: int, is_error: bool, column: int, style: int) -> None:
        if is_error:
            self._grid.error(value, column, style)
        else:
            self._grid.text("TRUE" if value else "FALSE", column, style)

    def _formula(self, data: bytes, column: int, style: int) -> None:
        result = data[6:14]
        if result[6:8] != b"\xff\xff":
            self._grid.number(struct.unpack("<d", result)[0], column, style)
        elif result[0] == 0:
            self._pending = (column, style)
        elif result[0] in (1, 2):
            self._truth_or_error(result[2], result[0] == 2, column, style)
        if self._version == 8:
            size = struct.unpack_from("<H", data, 20)[0]
            for text in formula_strings(data[22 : 22 + size]):
                self._texts.add("fieldcode", text)

    def _string(self, record: ExcelRecord) -> None:
        if self._pending is None:
            return
        (column, style), self._pending = self._pending, None
        text = self._long(record.data, 0)
        missing = struct.unpack_from("<H", record.data)[0] - len(text)
        if missing > 0 and self._version == 8:
            text += continued_text(record, missing)
        self._grid.text(text, column, style)

    def _around(self, record: ExcelRecord) -> None:
        data = record.data
        match record.kind:
            case 0x14 | 0x15:  # Header, Footer
                if data:
                    self._texts.add("margin", plain_margin(self._usual(data, 0)[0]))
            case 0x5C:  # WriteAccess
                text = self._usual(data, 0)[0].strip()
                if text:
                    self._texts.add("properties", f"last written by: {text}")
            case 0xEC:  # MsoDrawing
                for origin, text in words(record.whole):
                    self._texts.add(origin, text)
            case 0xEB:  # a piece of the drawing group (2.4.170), which goes on in further records of its kind
                self._pieces += [data, *record.more]
            case 0x866:  # a piece of the drawings in headers and footers (2.4.138 HFPicture)
                self._pieces.append(data[14:])
            case 0x100D:  # SeriesText
                self._texts.add("textbox", self._counted(data, 2, 1)[0])

    def _margins(self, record: ExcelRecord) -> None:
        """Add the margins of even and first pages (2.4.137 HeaderFooter)."""
        data, at = record.data, 38
        for count in struct.unpack_from("<4H", data, 30):
            if count:
                text, at = wide(data, at + 2, count)
                self._texts.add("margin", plain_margin(text))

    def _obj(self, record: ExcelRecord) -> None:
        """Note what kind of object follows; the text of a BIFF5 text box stands after the object's fixed fields."""
        data = record.data
        if self._version == 8 and data[:2] == b"\x15\0":
            self._object = struct.unpack_from("<4xHH", data)
        elif self._version == 5 and len(data) > 72:
            kind, count = struct.unpack_from("<4xH36x2xH", data)
            if kind == 6 and 0 < count < 8192:
                name = data[70]
                self._texts.add("textbox", self._bytes(data, 71 + name + (1 - name % 2), count))

    def _text_object(self, record: ExcelRecord) -> None:
        count = struct.unpack_from("<10xH", record.data)[0]
        text = continued_text(record, count)
        kind, number = self._object
        if kind == 0x19:
            self._notes[number] = text
        else:
            self._texts.add("textbox", text)
        self._object = (0, 0)

    def _note(self, record: ExcelRecord) -> None:
        data = record.data
        flags, number = struct.unpack_from("<4xHH", data)
        if self._version < 8:
            self._texts.add("comment", self._bytes(data, 6, flags))
            return
        author = self._long(data, 8)
        self._texts.add("comment", f"{author}: {self._notes.pop(number, '')}")

    # Links, linked workbooks, queries, lists to choose from: nothing that lies elsewhere is fetched; what a workbook
    # keeps of it goes to "hidden", and how it is reached to "fieldcode".

    def _captions(self, record: ExcelRecord) -> None:
        lengths, at, names = _CAPTIONS[record.kind]
        for count in struct.unpack_from(f"<{names}H", record.data, lengths):
            if count not in (0, 0xFFFF):  # the last for none
                text, at = wide(record.data, at, count)
                if text not in self._captioned:
                    self._captioned.add(text)
                    self._texts.add("hidden", text)

    def _other_book(self, record: ExcelRecord) -> None:
        """Add a linked workbook's path and the names of its sheets (2.4.271 SupBook)."""
        sheets, size = struct.unpack_from("<HH", record.data)
        if not size or size == 0x401 or record.data[2:4] == b"\x01\x3a":
            return
        path, *names = string_list(record, 2, 1 + sheets) or [""]
        self._texts.add("fieldcode", _path(path))
        for name in names:
            self._texts.add("hidden", name)

    def _cached_row(self, record: ExcelRecord) -> None:
        """Add the values that are kept of a row in a linked workbook (2.4.65 CRN)."""
        data = record.whole
        last, first = struct.unpack_from("<BB", data)
        grid, at = Grid(self._texts, [], False, True), 4
        for column in range(first, last + 1):
            kind, at = data[at], at + 1
            if kind == _TEXT:
                text, at = self._usual(data, at)
                if text:
                    grid.text(text, column, 0)
                continue
            if kind == _NUMBER:
                grid.text(general(struct.unpack_from("<d", data, at)[0]), column, 0)
            elif kind == _BOOLEAN:
                grid.text("TRUE" if data[at] else "FALSE", column, 0)
            elif kind == _ERROR:
                grid.error(data[at], column, 0)
            at += 8
        grid.end_row()

    def _query(self, record: ExcelRecord) -> None:
        """Note how many pieces of text come for a query, its connection, form data and parameters (2.4.80 DbQuery)."""
        parameters, query, form, saved, connection = struct.unpack_from("<2x5H", record.data)
        self._end_query([count for count in (query, connection, form, *[1] * parameters, saved) if count])

    def _piece(self, record: ExcelRecord) -> None:
        """Take a piece of a query's text, or a value on its own that a pivot table keeps (2.4.304 SXString)."""
        if record.data[:2] == b"\xff\xff":
            return
        text = self._long(record.data, 0)
        if not self._query_lengths:
            self._texts.add("hidden", text)
            return
        self._query_pieces.append(text)
        if len(self._query_pieces) == self._query_lengths[0]:
            self._end_query(self._query_lengths[1:])

    def _end_query(self, lengths: Sequence[int] = ()) -> None:
        self._texts.add("fieldcode", "".join(self._query_pieces))
        self._query_pieces.clear()
        self._query_lengths = lengths

    def _connection(self, record: ExcelRecord) -> None:
        """Add the strings of a connection (2.4.84 DConn), found by their form, as each kind of source has its own."""
        data, at, end, parts = record.whole, 4, 0, [""]
        while at + 5 <= len(data):
            count, flags = struct.unpack_from("<HB", data, at)
            is_string = count > 1 and flags < 2 and at + 3 + (count << flags) <= len(data)
            text, after = wide(data, at + 2, count) if is_string else ("", 0)
            if not is_string or not text.isprintable():
                at += 1
                continue
            if len(parts[-1]) < _LONG_PIECE or at > end + 4:
                parts.append("")
            parts[-1] += text
            at = end = after
        for part in parts:
            self._texts.add("fieldcode", part)

    def _validation(self, record: ExcelRecord) -> None:
        """Add a cell's prompt and error message, and once the entries it lets one choose from (2.4.95 Dv)."""
        data, at = record.whole, 4
        for _ in range(4):
            count = struct.unpack_from("<H", data, at)[0]
            text, at = wide(data, at + 2, count)
            self._texts.add("annotation", text.strip("\0"))
        for _ in range(2):
            size = struct.unpack_from("<H", data, at)[0]
            for text in formula_strings(data[at + 4 : at + 4 + size]):
                if text not in self._listed:
                    self._listed.add(text)
                    self._texts.add("fieldcode", "\n".join(entry.strip() for entry in text.split("\0")))
            at += 4 + size

    def _name_comment(self, record: ExcelRecord) -> None:
        name, comment = struct.unpack_from("<12xHH", record.data)
        self._texts.add("hidden", wide(record.data, wide(record.data, 16, name)[1], comment)[0])

    def _tooltip(self, record: ExcelRecord) -> None:
        self._texts.add("annotation", record.data[10:].decode("utf-16-le", "replace").strip("\0"))

    def _link(self, record: ExcelRecord) -> None:
        """Add what a hyperlink says and where it leads (2.4.140 HLink); what has another form, as loose strings."""
        data = record.whole
        try:
            parts = hyperlink(data, 24)
        except (struct.error, ValueError, IndexError):
            parts = strings(data[32:])
        for text in parts:
            self._texts.add("fieldcode", text)


TYPE = "application/vnd.ms-excel"

_BARE = b"\x09\x08\x08\x00"
_SXSTRING = 0xCD
_HEADER = 512  # bytes of a compound file before its streams (MS-CFB 2.2)
_OTHERS = {"Revision Log": "tracked", "Ctls": "annotation"}
_SHOWN = ("textbox", "comment", "margin", "annotation", "tracked")

_FILEPASS = 0x2F
_BOUND_SHEET = 0x85
# Records that are never hidden: BOF, FilePass, UsrExcl, FileLock, InterfaceHdr, RRDInfo, RRDHead.
_OPEN = frozenset({0x809, _FILEPASS, 0x194, 0x195, 0xE1, 0x196, 0x138})
_LONGEST = 15
_ROTATED = bytes((value >> 5 | value << 3) & 0xFF for value in range(256))


def claims(probe: Probe) -> bool:
    names = {name.lower() for name in probe.ole_names}
    return bool(names & {"workbook", "book"}) or probe.head.startswith(_BARE)


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Read the workbook. Raises ValueError where it has no records."""
    texts = Texts(context.limits)
    extract = Extract(TYPE, troubles=texts.troubles)
    if untrusted_data[:8] == OLE_SIGNATURE:
        _read(untrusted_data, context, extract, texts)
    elif bare := _revealed(untrusted_data[:], context, texts):
        _Book(texts).read(bare)
    extract.segments = texts.segments()
    return extract


def _read(untrusted_data: Data, context: Context, extract: Extract, texts: Texts) -> None:
    ole = open_ole(untrusted_data, texts)
    if is_rights_managed(ole, texts):
        return
    book = stream(ole, "Workbook", texts) or stream(ole, "Book", texts)
    if not book:
        texts.trouble("damaged", "workbook-stream-unreadable")
        loose(untrusted_data[_HEADER:], texts)
        return
    clear = _revealed(book, context, texts)
    if clear is book and locks(book):
        opened = decrypted(untrusted_data, context, texts)
        ole = ole if opened is None else open_ole(opened, texts)
        clear = None if opened is None else stream(ole, "Workbook", texts) or stream(ole, "Book", texts)
    workbook = _Book(texts)
    if clear is not None:
        workbook.read(clear)
    properties(ole, extract, texts)
    if clear is None:
        return
    _besides(ole, texts)
    # The names of sheets say nothing of what pictures show.
    if not workbook.written and workbook.art.pictured() and not texts.has_text(*_SHOWN):
        texts.report_pictures_only()
    texts.report_missing_text(False)
    extract.children = chain(objects(ole), workbook.art.children())


def locks(book: bytes) -> list[bytes]:
    """Return what the records at the beginning of a stream say of how it is locked (2.4.117), nothing if it isn't."""
    return [record.data for record in islice(records(book), 12) if record.kind == _FILEPASS]


def _revealed(book: bytes, context: Context, texts: Texts) -> bytes | None:
    """Return the stream in the clear, itself if it isn't obfuscated, None, with a trouble, where no password fits."""
    lock = next((lock for lock in locks(book) if len(lock) == 4 or lock[:2] == b"\0\0"), None)
    if lock is None:
        return book
    from msoffcrypto.method.xor_obfuscation import DocumentXOR

    key, verifier = struct.unpack("<HH", lock[-4:]) if len(lock) >= 4 else (0, 0)
    tries = Tries(DEFAULTS[0], *context.passwords)
    for password in tries:
        if not 0 < len(password) <= _LONGEST or any(ord(c) > 0xFF for c in password):
            continue
        if (DocumentXOR.create_xor_key_method1(password), True) == (key, DocumentXOR.verifypw(password, verifier)):
            context.fitted.append(password)
            return _cleared(book, bytes(DocumentXOR.create_xor_array_method1(password)))
    texts.troubles += tries.troubles
    texts.trouble("encrypted", "password-needed-tried")
    return None


def _cleared(book: bytes, array: bytes) -> bytes:
    """Undo the obfuscation record by record; the array is turned by where a record's data ends."""
    clear = bytearray(book)
    at = 0
    while at + 4 <= len(book):
        kind, size = struct.unpack_from("<HH", book, at)
        start, end = at + 4, min(at + 4 + size, len(book))
        turn = (start + size) % 16
        if kind not in _OPEN:
            hidden = book[start:end]
            keys = (array[turn:] + array[:turn]) * (len(hidden) // 16 + 1)
            plain = bytes(map(int.__xor__, hidden, keys)).translate(_ROTATED)
            open_bytes = 4 if kind == _BOUND_SHEET else 0
            clear[start + open_bytes : end] = plain[open_bytes:]
        at += 4 + size
    return bytes(clear)


def _besides(ole: CompoundFile, texts: Texts) -> None:
    for entry in ole.streams():
        if entry.path[0] == "_SX_DB_CUR":
            for record in records(stream(ole, entry, texts)):
                if record.kind == _SXSTRING and len(record.data) > 3:
                    texts.add("hidden", wide(record.data, 2, int.from_bytes(record.data[:2], "little"))[0])
        elif entry.name in _OTHERS:
            texts.add(_OTHERS[entry.name], "\n".join(strings(stream(ole, entry, texts))))
    macros(ole, texts)
    controls(ole, "", texts)
