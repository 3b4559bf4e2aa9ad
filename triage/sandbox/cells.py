"""Rows of a sheet for a table (airlock). Workbooks and separated text in, cells out; no formula is worked out.

The values are those that the file stores: numbers as numbers, dates in ISO 8601. How its formats show them stands in
the item's text.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
from itertools import islice
from typing import Any, BinaryIO

from triage.sandbox.wire import Cells

CSV, TSV = "text/csv", "text/tab-separated-values"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PORTION = 1_000
"""Rows in one answer."""
_MOST_COLUMNS = 512
_MOST_CELL = 32_767  # a workbook's own limit
_SNIFFED = 64_000
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def separated(job: int, first: int, untrusted_text: str, media: str) -> Cells:
    """Return rows of text whose cells are separated by commas, semicolons, tabs or bars (RFC 4180, as found)."""
    csv.field_size_limit(1 << 24)
    total = columns = 0
    rows: list[list[str]] = []
    for row in csv.reader(io.StringIO(untrusted_text), delimiter=_delimiter(untrusted_text, media)):
        if first <= total < first + PORTION:
            rows.append([cell[:_MOST_CELL] for cell in row[:_MOST_COLUMNS]])
        total, columns = total + 1, max(columns, len(row))
    return Cells(job, [("", False)], first, total, min(columns, _MOST_COLUMNS), rows, [], [], _cut(columns))


def _delimiter(text: str, media: str) -> str:
    """Return the mark that cuts most of the first lines into equally many cells."""
    if media == TSV:
        return "\t"
    lines = [line for line in text[:_SNIFFED].splitlines()[:50] if line.strip()]
    best = ","
    score = 0
    for mark in ",;\t|":
        counts = sorted(line.count(mark) for line in lines)
        usual = counts[len(counts) // 2] if counts else 0
        fitting = counts.count(usual) * (usual > 0)
        if fitting > score:
            best, score = mark, fitting
    return best


def workbook(job: int, number: int, first: int, untrusted_file: BinaryIO, media: str) -> Cells:
    """Return rows of one sheet of a workbook (xlsx, xlsb, xls, ods). Raises ValueError with a sentence."""
    import python_calamine

    try:
        book = python_calamine.CalamineWorkbook.from_filelike(untrusted_file)
        tables = [s for s in book.sheets_metadata if s.typ == python_calamine.SheetTypeEnum.WorkSheet]
        shown = python_calamine.SheetVisibleEnum.Visible
        sheets = [(sheet.name, sheet.visible != shown) for sheet in tables]
        if not 0 <= number < len(sheets):
            raise ValueError(f"It has {len(sheets):,} sheets; there is no sheet {number + 1:,}.")
        sheet = book.get_sheet_by_name(sheets[number][0])
        last = sheet.end or (-1, -1)
        total, columns = last[0] + 1, last[1] + 1
        rows = _rows(sheet, first)
    except python_calamine.PasswordError as error:
        raise ValueError("It needs a password to open.") from error
    except python_calamine.CalamineError as error:
        raise ValueError(f"Its sheets can't be read as a table: {str(error)[:150]}") from error
    hidden: tuple[list[int], list[int]] = ([], [])
    notes = _cut(columns)
    if media == XLSX:
        hidden = _hidden(untrusted_file, sheets[number][0], notes)
    else:
        notes.append("rows")
    return Cells(job, sheets, first, total, min(columns, _MOST_COLUMNS), rows, *hidden, notes)


def _rows(sheet: Any, first: int) -> list[list[str]]:
    """Return a portion of rows; calamine gives the empty ones at the top, but not the empty columns at the left."""
    left = [""] * (sheet.start[1] if sheet.start else 0)
    found = islice(sheet.iter_rows(), first, first + PORTION)
    return [(left + [_written(cell) for cell in row])[:_MOST_COLUMNS] for row in found]


def _written(value: object) -> str:
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return f"{value:.0f}" if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, dt.datetime):
        return value.isoformat(" ", "seconds").removesuffix(" 00:00:00")
    return str(value)[:_MOST_CELL]


def _cut(columns: int) -> list[str]:
    return ["columns"] if columns > _MOST_COLUMNS else []


def _hidden(untrusted_file: BinaryIO, name: str, notes: list[str]) -> tuple[list[int], list[int]]:
    """Return which rows and columns of an xlsx sheet are hidden (ECMA-376-1 18.3.1.73, 18.3.1.13); counted from 0."""
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
                        columns += range(int(element.get("min")) - 1, min(int(element.get("max")), _MOST_COLUMNS))
                element.clear()
    except Exception:  # a package that only calamine can read; whether rows are hidden isn't known then
        notes.append("rows")
    return rows, columns


def _part(package: zipfile.ZipFile, name: str) -> str:
    """Return the package part that holds the sheet of this name."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    book = etree.fromstring(package.read("xl/workbook.xml"), parser)
    links = etree.fromstring(package.read("xl/_rels/workbook.xml.rels"), parser)
    target = next(e.get(_REL) for e in book.iter(f"{_MAIN}sheet") if e.get("name") == name)
    path = next(str(e.get("Target")) for e in links if e.get("Id") == target)
    return path.lstrip("/") if path.startswith("/") else f"xl/{path}"
