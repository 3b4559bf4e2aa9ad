"""Rows of a sheet for a table. Workbooks and separated text in, cells out; no formula is worked out.

The values are those that the file stores: numbers as numbers, dates in ISO 8601. How its formats show them stands in
the item's text.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import sys
import zipfile
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from typing import Any, BinaryIO

from triage.errors import FormatError
from triage.model import previews

Rows = Iterable[list[str]]
Pieces = Callable[[int], Iterator[tuple[int, str]]]
"""Gives a text from a byte on in pieces, each with the byte at which it begins."""
CSV, TSV = "text/csv", "text/tab-separated-values"
SEPARATED = (CSV, TSV)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MOST_HIDDEN = 1 << 20  # rows of a workbook
_SNIFFED = 64_000
_READ, _LONGEST_TAG = 1 << 20, 1 << 16  # bytes of a sheet's XML at a time, and of a tag in it
_TAG = re.compile(rb"<(?:[\w.-]+:)?(row|col)(\s[^<>]*|/)?>")
_ATTRIBUTE = re.compile(rb"""\s(r|min|max|hidden)\s*=\s*["'](\w*)["']""")
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


class Tables:
    """The sheet that was shown last, so that more rows of it cost little; an original of number 0 isn't kept."""

    def __init__(self) -> None:
        self._of: tuple[int, int] | None = None
        self._sheet: _Sheet | _Separated | None = None

    def release(self, original: int) -> None:
        """Let go of a sheet that is of another original than this one."""
        if self._of is not None and (not original or self._of[0] != original):
            self._of = self._sheet = None

    def separated(self, original: int, first: int, untrusted_pieces: Pieces, media: str) -> previews.SheetRows:
        """Return rows of separated text (RFC 4180, as found); their number is the whole file's."""
        if not isinstance(self._sheet, _Separated) or self._of != (original, 0):
            self._of, self._sheet = (original, 0), _Separated(untrusted_pieces, media)
        return self._sheet.rows(first, untrusted_pieces)

    def workbook(
        self, original: int, number: int, first: int, untrusted_file: BinaryIO, media: str
    ) -> previews.SheetRows:
        """Return rows of one sheet of a workbook (xlsx, xlsb, xls, ods). Raises FormatError."""
        with _reading():
            if not isinstance(self._sheet, _Sheet) or self._of != (original, number):
                self._of = self._sheet = None  # before memory is needed for the next
                self._sheet = _Sheet(number, untrusted_file, media)
                self._of = (original, number)
            return self._sheet.rows(first)

    def all_sheets(self, original: int, untrusted_file: BinaryIO) -> Iterator[Rows]:
        """Yield the rows of each sheet of a workbook. Raises FormatError."""
        with _reading():
            book, sheets = _opened(untrusted_file)
            for number, (name, _) in enumerate(sheets):
                if isinstance(self._sheet, _Sheet) and self._of == (original, number):
                    yield self._sheet.all_rows()
                else:
                    self._of = self._sheet = None
                    yield _rows(book.get_sheet_by_name(name), 0)


class _Separated:
    """Where the rows of separated text begin, for the first line of each piece that begins one."""

    def __init__(self, untrusted_pieces: Pieces, media: str) -> None:
        self._delimiter = _delimiter_of(untrusted_pieces, media)
        self._begins = [(0, 0)]  # row, byte
        self._total = self._columns = 0
        for row in _split(self._counted(untrusted_pieces(0)), self._delimiter):
            self._total, self._columns = self._total + 1, max(self._columns, len(row))

    def _counted(self, untrusted_pieces: Iterator[tuple[int, str]]) -> Iterator[str]:
        within = -1
        for start, text in untrusted_pieces:
            for number, line in enumerate(io.StringIO(text)):
                # The row before was counted only if it ended with the line before.
                if not number and within != self._total and start:
                    self._begins.append((self._total, start))
                within = self._total
                yield line

    def rows(self, first: int, untrusted_pieces: Pieces) -> previews.SheetRows:
        row, start = self._begins[bisect_right(self._begins, (first, sys.maxsize)) - 1]
        rows = _split(_lines(untrusted_pieces(start)), self._delimiter)
        return previews.SheetRows(
            sheets=(("", False),),
            first=first,
            total=self._total,
            columns=min(self._columns, previews.MOST_COLUMNS),
            rows=tuple(map(_cells, islice(rows, first - row, first - row + previews.MOST_ROWS))),
            hidden_rows=frozenset(),
            hidden_columns=frozenset(),
            notes=_cut(self._columns),
        )


def _cells(row: list[str]) -> tuple[str, ...]:
    return tuple(cell[: previews.MOST_CELL] for cell in row[: previews.MOST_COLUMNS])


def _lines(untrusted_pieces: Iterable[tuple[int, str]]) -> Iterator[str]:
    return chain.from_iterable(io.StringIO(text) for _, text in untrusted_pieces)


def _split(lines: Iterable[str], delimiter: str) -> Iterator[list[str]]:
    csv.field_size_limit(1 << 24)
    return csv.reader(lines, delimiter=delimiter)


def _delimiter_of(untrusted_pieces: Pieces, media: str) -> str:
    return "\t" if media == TSV else _delimiter(next(untrusted_pieces(0), (0, ""))[1])


def rows_of_text(untrusted_pieces: Pieces, media: str) -> Iterator[Rows]:
    rows = _split(_lines(untrusted_pieces(0)), _delimiter_of(untrusted_pieces, media))
    yield (row[: previews.MOST_COLUMNS] for row in rows)


def _delimiter(text: str) -> str:
    """Return the mark that cuts most of the first lines into equally many cells."""
    lines = [line for line in text[:_SNIFFED].splitlines()[:50] if line.strip()]

    def fitting(mark: str) -> int:
        counts = sorted(line.count(mark) for line in lines)
        usual = counts[len(counts) // 2] if counts else 0
        return counts.count(usual) * (usual > 0)

    return max(",;\t|", key=fitting)


class _Sheet:
    """One sheet of a workbook with all its cells. Raises FormatError."""

    def __init__(self, number: int, untrusted_file: BinaryIO, media: str) -> None:
        book, sheets = _opened(untrusted_file)
        if not 0 <= number < len(sheets):
            raise FormatError("view-no-such-sheet", sheets=len(sheets), number=number + 1)
        self._sheets = tuple(sheets)
        self._sheet = book.get_sheet_by_name(sheets[number][0])
        self._hidden = _hidden(untrusted_file, sheets[number][0]) if media == XLSX else None

    def all_rows(self) -> Rows:
        return _rows(self._sheet, 0)

    def rows(self, first: int) -> previews.SheetRows:
        last = self._sheet.end or (-1, -1)
        rows, columns = self._hidden if self._hidden and not first else ((), ())
        return previews.SheetRows(
            sheets=self._sheets,
            first=first,
            total=min(last[0] + 1, previews.LAST_ROW - 1),
            columns=min(last[1] + 1, previews.MOST_COLUMNS),
            rows=tuple(map(tuple, islice(_rows(self._sheet, first), previews.MOST_ROWS))),
            hidden_rows=frozenset(rows),
            hidden_columns=frozenset(columns),
            notes=_cut(last[1] + 1) + (() if self._hidden else ("rows",)),
        )


def places(untrusted_tables: Iterable[Rows], sought: Sequence[str]) -> previews.CellPlaces:
    """Return where a text that is sought stands, letter case apart, in every sheet; as much of it as tables show."""
    matches = (
        (sheet, row, column)
        for sheet, rows in enumerate(untrusted_tables)
        for row, cells in enumerate(rows)
        for column, cell in enumerate(cells)
        if cell and _contains(cell[: previews.MOST_CELL].casefold(), sought)
    )
    first = tuple(islice(matches, previews.MOST_PLACES + 1))
    return previews.CellPlaces(first[: previews.MOST_PLACES], len(first) > previews.MOST_PLACES)


def _contains(folded: str, sought: Sequence[str]) -> bool:
    return any(text in folded for text in sought)


@contextmanager
def _reading() -> Iterator[None]:
    import python_calamine

    try:
        yield
    except python_calamine.PasswordError as error:
        raise FormatError("view-password") from error
    except python_calamine.CalamineError as error:
        raise FormatError("view-sheets-failed", error=str(error)[:150]) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # that of Rust, which is no Exception
            raise
        raise FormatError("view-sheets-failed", error=str(error)[:150]) from error


def _opened(untrusted_file: BinaryIO) -> tuple[Any, list[tuple[str, bool]]]:
    import python_calamine

    book = python_calamine.CalamineWorkbook.from_filelike(untrusted_file)
    sheets = [s for s in book.sheets_metadata if s.typ == python_calamine.SheetTypeEnum.WorkSheet]
    return book, [(sheet.name, sheet.visible != python_calamine.SheetVisibleEnum.Visible) for sheet in sheets]


def _rows(sheet: Any, first: int) -> Iterator[list[str]]:
    """Yield rows; calamine gives the empty ones at the top, but not the empty columns at the left."""
    left = [""] * (sheet.start[1] if sheet.start else 0)
    for row in islice(sheet.iter_rows(), first, None):
        yield (left + [_written(cell) for cell in row])[: previews.MOST_COLUMNS]


def _written(value: object) -> str:
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return f"{value:.0f}" if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, dt.datetime):
        return value.isoformat(" ", "seconds").removesuffix(" 00:00:00")
    return str(value)[: previews.MOST_CELL]


def _cut(columns: int) -> tuple[previews.SheetNote, ...]:
    return ("columns",) if columns > previews.MOST_COLUMNS else ()


def _hidden(untrusted_file: BinaryIO, name: str) -> tuple[list[int], list[int]] | None:
    """Return an xlsx sheet's hidden rows and columns (ECMA-376-1 18.3.1.73, .13), None where that isn't known.

    Its tags are looked for in the bytes, as a parser takes twice as long for a sheet as reading all its cells.
    """
    rows: list[int] = []
    columns: list[int] = []
    row = 0
    try:
        untrusted_file.seek(0)
        with zipfile.ZipFile(untrusted_file) as package, package.open(_part(package, name)) as part:
            rest = b""
            while data := part.read(_READ):
                tags = rest + data
                if b"\0" in tags:  # in UTF-16
                    return None
                end = max(0, tags.rfind(b"<"))
                rest = tags[end:] if len(tags) - end < _LONGEST_TAG else b""
                for tag, text in _TAG.findall(tags, 0, end):
                    attributes = dict(_ATTRIBUTE.findall(text))
                    hidden = attributes.get(b"hidden") in (b"1", b"true")
                    if tag == b"row":
                        row = int(attributes.get(b"r", row + 1))
                        rows += [row - 1] * hidden
                    elif hidden:
                        first, last = int(attributes[b"min"]) - 1, int(attributes[b"max"])
                        columns += range(first, min(last, previews.MOST_COLUMNS))
    except Exception:
        return None
    return [row for row in rows if 0 <= row < _MOST_HIDDEN], [column for column in columns if column >= 0]


def _part(package: zipfile.ZipFile, name: str) -> str:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    book = etree.fromstring(package.read("xl/workbook.xml"), parser)
    links = etree.fromstring(package.read("xl/_rels/workbook.xml.rels"), parser)
    target = next(e.get(_REL) for e in book.iter(f"{_MAIN}sheet") if e.get("name") == name)
    path = next(str(e.get("Target")) for e in links if e.get("Id") == target)
    return path.lstrip("/") if path.startswith("/") else f"xl/{path}"
