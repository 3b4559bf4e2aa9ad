"""Rows of a sheet for a table. Workbooks and separated text in, cells out; no formula is worked out.

The values are those that the file stores: numbers as numbers, dates in ISO 8601. How its formats show them stands in
the item's text.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from typing import Any, BinaryIO

from triage.errors import FormatError
from triage.model import previews

Rows = Iterable[list[str]]
CSV, TSV = "text/csv", "text/tab-separated-values"
SEPARATED = (CSV, TSV)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MOST_HIDDEN = 1 << 20  # rows of a workbook
_SNIFFED = 64_000
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def separated(first: int, untrusted_texts: Iterator[str], media: str) -> previews.SheetRows:
    """Return rows of separated text (RFC 4180, as found); all is read, so that their number is the whole file's."""
    total = columns = 0
    rows: list[tuple[str, ...]] = []
    for row in _split(untrusted_texts, media):
        if first <= total < first + previews.MOST_ROWS:
            rows.append(tuple(cell[: previews.MOST_CELL] for cell in row[: previews.MOST_COLUMNS]))
        total, columns = total + 1, max(columns, len(row))
    return previews.SheetRows(
        sheets=(("", False),),
        first=first,
        total=total,
        columns=min(columns, previews.MOST_COLUMNS),
        rows=tuple(rows),
        hidden_rows=frozenset(),
        hidden_columns=frozenset(),
        notes=_cut(columns),
    )


def _split(texts: Iterator[str], media: str) -> Iterator[list[str]]:
    csv.field_size_limit(1 << 24)
    text = next(texts, "")
    lines = chain.from_iterable(map(io.StringIO, chain((text,), texts)))
    return csv.reader(lines, delimiter="\t" if media == TSV else _delimiter(text))


def rows_of_text(untrusted_texts: Iterator[str], media: str) -> Iterator[Rows]:
    yield (row[: previews.MOST_COLUMNS] for row in _split(untrusted_texts, media))


def _delimiter(text: str) -> str:
    """Return the mark that cuts most of the first lines into equally many cells."""
    lines = [line for line in text[:_SNIFFED].splitlines()[:50] if line.strip()]

    def fitting(mark: str) -> int:
        counts = sorted(line.count(mark) for line in lines)
        usual = counts[len(counts) // 2] if counts else 0
        return counts.count(usual) * (usual > 0)

    return max(",;\t|", key=fitting)


def workbook(number: int, first: int, untrusted_file: BinaryIO, media: str) -> previews.SheetRows:
    """Return rows of one sheet of a workbook (xlsx, xlsb, xls, ods). Raises FormatError."""
    with _reading():
        book, sheets = _opened(untrusted_file)
        if not 0 <= number < len(sheets):
            raise FormatError("view-no-such-sheet", sheets=len(sheets), number=number + 1)
        sheet = book.get_sheet_by_name(sheets[number][0])
        last = sheet.end or (-1, -1)
        total, columns = min(last[0] + 1, previews.LAST_ROW - 1), last[1] + 1
        rows = tuple(map(tuple, islice(_rows(sheet, first), previews.MOST_ROWS)))
    hidden = None if media != XLSX else _hidden(untrusted_file, sheets[number][0]) if first == 0 else ((), ())
    return previews.SheetRows(
        sheets=tuple(sheets),
        first=first,
        total=total,
        columns=min(columns, previews.MOST_COLUMNS),
        rows=rows,
        hidden_rows=frozenset(hidden[0] if hidden else ()),
        hidden_columns=frozenset(hidden[1] if hidden else ()),
        notes=_cut(columns) + (() if hidden else ("rows",)),
    )


def tables(untrusted_file: BinaryIO) -> Iterator[Rows]:
    """Yield the rows of each sheet of a workbook. Raises FormatError."""
    with _reading():
        book, sheets = _opened(untrusted_file)
        for name, _ in sheets:
            yield _rows(book.get_sheet_by_name(name), 0)


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
    """Return an xlsx sheet's hidden rows and columns (ECMA-376-1 18.3.1.73, .13), None where that isn't known."""
    from lxml import etree

    rows: list[int] = []
    columns: list[int] = []
    try:
        untrusted_file.seek(0)
        with zipfile.ZipFile(untrusted_file) as package, package.open(_part(package, name)) as part:
            wanted = (f"{_MAIN}row", f"{_MAIN}col")
            for at, (_, element) in enumerate(
                etree.iterparse(part, tag=wanted, resolve_entities=False, no_network=True, huge_tree=False)
            ):
                if element.get("hidden") in ("1", "true"):
                    if element.tag == wanted[0]:
                        rows.append(int(element.get("r", at + 1)) - 1)
                    else:
                        columns += range(
                            int(element.get("min")) - 1, min(int(element.get("max")), previews.MOST_COLUMNS)
                        )
                element.clear()
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
