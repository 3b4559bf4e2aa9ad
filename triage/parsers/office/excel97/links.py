"""What a workbook's records say beside its cells: links, linked workbooks, queries, lists to choose from.

MS-XLS 2.4 names the records. Nothing that lies elsewhere is fetched; what a workbook keeps of it goes to "hidden", and
how it is reached to "fieldcode". Damage raises struct.error or IndexError, which the book counts.
"""

from __future__ import annotations

import struct
from collections.abc import Callable

from triage.parsers.kit.cells.formatting import general
from triage.parsers.kit.cells.grid import Grid
from triage.parsers.kit.compound.ole import strings
from triage.parsers.kit.hyperlink import hyperlink
from triage.parsers.kit.texts import Texts
from triage.parsers.office.excel97.records import ExcelRecord, formula_strings, string_list, wide

_TEXT, _NUMBER, _BOOLEAN, _ERROR = 2, 1, 4, 0x10
_LONG_PIECE = 200

_CAPTIONS = {0xB0: (40, 44, 2), 0xB1: (8, 10, 1), 0xB2: (6, 8, 1), 0xC5: (12, 14, 1)}
"""What names a pivot table and its data, a field of it, an item, a value (2.4.313 SxView, Sxvd, SXVI, SXDI).

Where the lengths of the names stand, where the names begin, and how many there are.
"""

KINDS = (0x1AE, 0x5A, 0xDC, 0xCD, 0x876, 0x1BE, 0x1B8, 0x894, 0x800, *_CAPTIONS)
"""Records that are read here."""


def _path(virtual: str) -> str:
    """Return a path as people write it; in a workbook signs of control stand for drives and borders (VirtualPath)."""
    if virtual[:2] == "\x01\x01":
        virtual = ("\\\\" if virtual[2:3] == "@" else virtual[2:3] + ":\\") + virtual[3:]
    return virtual.lstrip("\x01\x02").translate({3: "\\", 4: "..\\"})


class WorkbookExtras:
    """Takes records and puts what they say into ``texts``.

    ``long`` returns a string of the book's version, its length in two bytes; ``usual`` one whose length is in one byte
    before Excel 97, and where it ends.
    """

    def __init__(
        self, texts: Texts, long: Callable[[bytes, int], str], usual: Callable[[bytes, int], tuple[str, int]]
    ) -> None:
        self._texts = texts
        self._long = long
        self._usual = usual
        self._pieces: list[str] = []
        self._left: list[int] = []
        self._listed: set[str] = set()
        self._captioned: set[str] = set()

    def take(self, record: ExcelRecord) -> None:
        """Take a record of KINDS. Raises struct.error or IndexError where it is cut."""
        data = record.data
        match record.kind:
            case 0x1AE:
                self._other_book(record)
            case 0x5A:
                self._cached_row(record.whole)
            case 0xDC:
                self._query(data)
            case 0xCD:
                self._piece(data)
            case 0x876:
                self._connection(record.whole)
            case 0x1BE:
                self._validation(record.whole)
            case 0x1B8:
                self._link(record.whole)
            case 0xB0 | 0xB1 | 0xB2 | 0xC5:
                self._captions(data, *_CAPTIONS[record.kind])
            case 0x894:  # the comment on a defined name (NameCmt)
                name, comment = struct.unpack_from("<12xHH", data)
                self._texts.add("hidden", wide(data, wide(data, 16, name)[1], comment)[0])
            case 0x800:  # what shows where the pointer rests on a link (HLinkTooltip)
                self._texts.add("annotation", data[10:].decode("utf-16-le", "replace").strip("\0"))

    def _captions(self, data: bytes, lengths: int, at: int, names: int) -> None:
        """Add the captions of a pivot table, each once; 0xFFFF stands for none."""
        for count in struct.unpack_from(f"<{names}H", data, lengths):
            if count not in (0, 0xFFFF):
                text, at = wide(data, at, count)
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

    def _cached_row(self, data: bytes) -> None:
        """Add the values that are kept of a row in a linked workbook (2.4.65 CRN)."""
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

    def _query(self, data: bytes) -> None:
        """Note how many pieces of text come for a query, its connection, form data and parameters (2.4.80 DbQuery)."""
        parameters, query, form, saved, connection = struct.unpack_from("<2x5H", data)
        self.end()
        self._left = [count for count in (query, connection, form, *[1] * parameters, saved) if count]

    def _piece(self, data: bytes) -> None:
        """Take a piece of a query's text, or a value on its own that a pivot table keeps (2.4.304 SXString)."""
        if data[:2] == b"\xff\xff":
            return
        text = self._long(data, 0)
        if not self._left:
            self._texts.add("hidden", text)
            return
        self._pieces.append(text)
        if len(self._pieces) == self._left[0]:
            del self._left[0]
            self._flush()

    def _flush(self) -> None:
        self._texts.add("fieldcode", "".join(self._pieces))
        self._pieces.clear()

    def end(self) -> None:
        """Add what came of a query whose end is missing."""
        self._flush()
        self._left = []

    def _connection(self, data: bytes) -> None:
        """Add the names, files and commands of a connection (2.4.84 DConn).

        What stands between its strings depends on the kind of source, so that they are found by their form.
        """
        at, end, parts = 4, 0, [""]
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

    def _validation(self, data: bytes) -> None:
        """Add a cell's prompt and error message, and once the entries it lets one choose from (2.4.95 Dv)."""
        at = 4
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

    def _link(self, data: bytes) -> None:
        """Add what a hyperlink says and where it leads (2.4.140 HLink); what can't be told apart, as loose strings."""
        try:
            parts = hyperlink(data, 24)
        except (struct.error, ValueError, IndexError):
            parts = strings(data[32:])
        for text in parts:
            self._texts.add("fieldcode", text)
