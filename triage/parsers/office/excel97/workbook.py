"""The records of a workbook stream: globals, then sheet after sheet into a grid.

MS-XLS 2.4 names the records; those of BIFF5 as Excel's own readers know them: strings in the code page, one byte a
character.
"""

from __future__ import annotations

import struct
from collections.abc import Callable

from triage.errors import FormatError
from triage.parsers.kit.cells.formatting import BUILTIN
from triage.parsers.kit.cells.grid import CellStyle, Grid, plain_margin
from triage.parsers.kit.cells.rk import rk_number
from triage.parsers.kit.compound.properties import known_codec
from triage.parsers.kit.drawing import blips
from triage.parsers.kit.drawing.office_art import words
from triage.parsers.kit.texts import Texts
from triage.parsers.office.excel97.links import Beside
from triage.parsers.office.excel97.records import (
    ExcelRecord,
    continued_text,
    formula_strings,
    records,
    shared_strings,
    wide,
)

_BOF = 0x0809
_DAMAGE = (struct.error, IndexError)


class Book:
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
        self.art = blips.Drawings(texts)
        self._pieces: list[bytes] = []
        self._handlers = self._record_handlers()
        self._beside = Beside(texts, self._long, self._usual)
        self._handlers.update(self._beside.handlers)

    def _record_handlers(self) -> dict[int, Callable[[ExcelRecord], None]]:
        return {
            0x0A: self._end,
            0x42: self._codepage,
            0x85: self._bound_sheet,
            0x22: self._date_mode,
            0x41E: self._format,
            0xE0: self._xf,
            0x31: self._font,
            0xFC: self._sst,
            0x18: self._name,
            0x5C: self._user,
            0x208: self._row_info,
            0x7D: self._column_info,
            0xFD: self._label_sst,
            0x04: self._chart_label,
            0x203: self._number,
            0x03: self._chart_number,
            0x02: self._chart_integer,
            0x27E: self._rk,
            0xBD: self._mulrk,
            0x205: self._bool,
            0x207: self._string,
            0x1C: self._note,
            0x5D: self._obj,
            0x1B6: self._text_object,
            0x100D: self._caption,
            0xEB: self._pictures,
            0x866: self._margin_pictures,
            0x89C: self._margins,
            0xEC: self._drawing,
            **dict.fromkeys((0x204, 0xD6), self._label),
            **dict.fromkeys((0x06, 0x206, 0x406), self._formula),
            **dict.fromkeys((0x14, 0x15), self._margin),
        }

    def read(self, untrusted_stream: bytes) -> None:
        """Read all records. Raises FormatError where there is none."""
        damaged = count = 0
        for record in records(untrusted_stream):
            count += 1
            try:
                if record.kind == _BOF:
                    self._begin(record)
                elif record.kind in self._handlers:
                    self._handlers[record.kind](record)
            except _DAMAGE:
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
        for number, text in enumerate(self._strings):
            if number not in self._used and not self._texts.full:
                self._texts.add("hidden", text)

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

    def _end(self, record: ExcelRecord) -> None:
        self._depth = max(self._depth - 1, 0)

    def _close_sheet(self) -> None:
        self._grid.end_row()
        self._read_pictures()
        self._beside.end()
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

    def _short(self, data: bytes, at: int) -> str:
        return self._counted(data, at, 1)[0]

    def _long(self, data: bytes, at: int) -> str:
        return self._counted(data, at, 2)[0]

    def _usual(self, data: bytes, at: int) -> tuple[str, int]:
        """Return a string whose length is two bytes since Excel 97, one before, and where it ends."""
        return self._counted(data, at, 2 if self._version == 8 else 1)

    # Globals

    def _codepage(self, record: ExcelRecord) -> None:
        page = struct.unpack_from("<H", record.data)[0]
        name = {0x8000: "mac_roman", 0x8001: "cp1252", 10000: "mac_roman", 1200: "utf-16-le"}.get(page, f"cp{page}")
        self._codec = known_codec(name)

    def _bound_sheet(self, record: ExcelRecord) -> None:
        at, state = struct.unpack_from("<IB", record.data)
        self._sheets[at] = (self._short(record.data, 6), bool(state & 3))

    def _date_mode(self, record: ExcelRecord) -> None:
        self._from_1904 = record.data[:1] == b"\1"

    def _format(self, record: ExcelRecord) -> None:
        number = struct.unpack_from("<H", record.data)[0]
        self._codes[number] = self._usual(record.data, 2)[0]

    def _font(self, record: ExcelRecord) -> None:
        self._white.append(struct.unpack_from("<4xH", record.data)[0] in (1, 9))
        if len(self._white) == 4:
            self._white.append(False)  # font 4 doesn't exist (2.5.129 FontIndex)

    def _xf(self, record: ExcelRecord) -> None:
        font, number = struct.unpack_from("<HH", record.data)
        white = font < len(self._white) and self._white[font]
        plain = (
            self._version == 8 and len(record.data) >= 20 and struct.unpack_from("<I", record.data, 14)[0] >> 26 == 0
        )
        self._formats.append(CellStyle(self._codes.get(number, "General"), white and plain))

    def _sst(self, record: ExcelRecord) -> None:
        readings: list[str] = []
        self._strings = shared_strings(record, readings)
        wanted = struct.unpack_from("<I", record.data, 4)[0]
        if len(self._strings) < wanted:
            self._texts.trouble("damaged", "shared-strings-missing", wanted=wanted, count=len(self._strings))
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

    def _user(self, record: ExcelRecord) -> None:
        text = self._usual(record.data, 0)[0]
        if text.strip():
            self._texts.add("properties", f"last written by: {text.strip()}")

    # Cells

    def _place(self, record: ExcelRecord) -> tuple[int, int]:
        """Turn to the cell's row; return its column and format."""
        row, column, style = struct.unpack_from("<HHH", record.data)
        self.written = True
        if row != self._row:
            self._grid.end_row()
            self._row = row
            self._grid.row_hidden = row in self._hidden_rows
        return column, style

    def _row_info(self, record: ExcelRecord) -> None:
        row, flags = struct.unpack_from("<H10xH", record.data)
        if flags & 0x20:
            self._hidden_rows.add(row)

    def _column_info(self, record: ExcelRecord) -> None:
        first, last, flags = struct.unpack_from("<HH4xH", record.data)
        if flags & 1:
            self._grid.hide_columns(first, last)

    def _label_sst(self, record: ExcelRecord) -> None:
        column, style = self._place(record)
        number = struct.unpack_from("<I", record.data, 6)[0]
        self._used.add(number)
        self._grid.text(self._strings[number], column, style)

    def _label(self, record: ExcelRecord) -> None:
        column, style = self._place(record)
        self._grid.text(self._long(record.data, 6), column, style)

    def _chart_place(self, record: ExcelRecord) -> tuple[int, int]:
        """Turn to the row of a cell in a chart's data sheet (MS-OGRAPH), which holds its own number format."""
        column, _ = self._place(record)
        return column, record.data[5] & 0x3F

    def _chart_label(self, record: ExcelRecord) -> None:
        column, style = self._chart_place(record)
        data = record.data
        text = wide(data, 8, data[7])[0] if self._version == 8 else self._bytes(data, 8, data[7])
        self._grid.text(text, column, style)

    def _chart_number(self, record: ExcelRecord) -> None:
        column, style = self._chart_place(record)
        self._grid.number(struct.unpack_from("<d", record.data, 7)[0], column, style)

    def _chart_integer(self, record: ExcelRecord) -> None:
        column, style = self._chart_place(record)
        self._grid.number(struct.unpack_from("<H", record.data, 7)[0], column, style)

    def _number(self, record: ExcelRecord) -> None:
        column, style = self._place(record)
        self._grid.number(struct.unpack_from("<d", record.data, 6)[0], column, style)

    def _rk(self, record: ExcelRecord) -> None:
        column, style = self._place(record)
        self._grid.number(rk_number(struct.unpack_from("<I", record.data, 6)[0]), column, style)

    def _mulrk(self, record: ExcelRecord) -> None:
        column, _ = self._place(record)
        for index in range((len(record.data) - 6) // 6):
            style, packed = struct.unpack_from("<HI", record.data, 4 + 6 * index)
            self._grid.number(rk_number(packed), column + index, style)

    def _bool(self, record: ExcelRecord) -> None:
        column, style = self._place(record)
        if record.data[7]:
            self._grid.error(record.data[6], column, style)
        else:
            self._grid.text("TRUE" if record.data[6] else "FALSE", column, style)

    def _formula(self, record: ExcelRecord) -> None:
        column, style = self._place(record)
        result = record.data[6:14]
        if result[6:8] != b"\xff\xff":
            self._grid.number(struct.unpack("<d", result)[0], column, style)
        elif result[0] == 0:
            self._pending = (column, style)
        elif result[0] == 1:
            self._grid.text("TRUE" if result[2] else "FALSE", column, style)
        elif result[0] == 2:
            self._grid.error(result[2], column, style)
        if self._version == 8:
            size = struct.unpack_from("<H", record.data, 20)[0]
            for text in formula_strings(record.data[22 : 22 + size]):
                self._texts.add("fieldcode", text)

    def _string(self, record: ExcelRecord) -> None:
        if self._pending is None:
            return
        column, style = self._pending
        self._pending = None
        self._grid.text(self._joined(record), column, style)

    def _joined(self, record: ExcelRecord) -> str:
        """Return a formula's text result, which may go on in Continue records."""
        text = self._long(record.data, 0)
        missing = struct.unpack_from("<H", record.data)[0] - len(text)
        return text + (continued_text(record, missing) if missing > 0 and self._version == 8 else "")

    # Around the cells

    def _margin(self, record: ExcelRecord) -> None:
        if record.data:
            text = self._usual(record.data, 0)[0]
            self._texts.add("margin", plain_margin(text))

    def _margins(self, record: ExcelRecord) -> None:
        """Add the margins of even and first pages (2.4.137 HeaderFooter)."""
        counts = struct.unpack_from("<4H", record.data, 30)
        at = 38
        for count in counts:
            if count:
                text, at = wide(record.data, at + 2, count)
                self._texts.add("margin", plain_margin(text))

    def _obj(self, record: ExcelRecord) -> None:
        if self._version == 8 and record.data[:2] == b"\x15\0":
            self._object = struct.unpack_from("<4xHH", record.data)
        elif self._version == 5 and len(record.data) > 72:
            self._old_text_box(record)

    def _old_text_box(self, record: ExcelRecord) -> None:
        """Add the text of a BIFF5 text box, which stands after the object's fixed fields."""
        kind, count = struct.unpack_from("<4xH36x2xH", record.data)
        if kind == 6 and 0 < count < 8192:
            start = 70
            name = record.data[start]
            self._texts.add("textbox", self._bytes(record.data, start + 1 + name + (1 - name % 2), count))

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
        flags, number = struct.unpack_from("<4xHH", record.data)
        if self._version < 8:
            self._texts.add("comment", self._bytes(record.data, 6, flags))
            return
        author = self._long(record.data, 8)
        self._texts.add("comment", f"{author}: {self._notes.pop(number, '')}")

    def _drawing(self, record: ExcelRecord) -> None:
        for origin, text in words(record.whole):
            self._texts.add(origin, text)

    def _pictures(self, record: ExcelRecord) -> None:
        """Keep a piece of the drawing group (2.4.170), which goes on in further records of its kind."""
        self._pieces += [record.data, *record.more]

    def _margin_pictures(self, record: ExcelRecord) -> None:
        """Keep a piece of the drawings in headers and footers (2.4.138 HFPicture)."""
        self._pieces.append(record.data[14:])

    def _read_pictures(self) -> None:
        if self._pieces:
            self.art.read(b"".join(self._pieces))
            self._pieces.clear()

    def _caption(self, record: ExcelRecord) -> None:
        self._texts.add("textbox", self._short(record.data, 2))
