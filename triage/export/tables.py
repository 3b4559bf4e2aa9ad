"""Reports as tables: one table with what it is about, written as CSV, XLSX or HTML.

A value that a spreadsheet would run as a formula begins with an apostrophe in CSV (``texts.cell``); a workbook holds
it as text (inline strings, no formulas, no links). Nothing here counts or searches.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO

from triage.errors import ExportError
from triage.export.texts import READ_SO_FAR, cell
from triage.files import temporary_folder
from triage.messages import render, say
from triage.model.reports import Cell, HitList, Scope, Table, Tally, TermReport, TermRow
from triage.proof.verify import page
from triage.proof.verify.page import visible


def write(table: Table, path: Path, ending: str = "") -> None:
    """Write a table to a new file, in the format of its ending, or of ``ending``: .csv, .xlsx or .html.

    Raises ExportError for another ending, and where the file exists already or can't be written.
    """
    form = _FORMATS.get(ending or path.suffix.lower())
    if form is None:
        raise ExportError("report-bad-ending", name=path.name, known=", ".join(_FORMATS))
    if path.exists():
        raise ExportError("report-exists", path=path)
    part = path.with_name(path.name + ".part")
    try:
        part.unlink(missing_ok=True)
        part.touch(mode=0o600, exist_ok=False)
        form(table, part)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise ExportError("report-unwritable", path=path, error=error.strerror) from error


def _csv(table: Table, path: Path) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as text:
        lines = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        lines.writerow(map(cell, table.head))
        lines.writerows([cell(_plain(value)) for value in row] for row in table.rows)


def _plain(value: Cell) -> str:
    if value is None:
        return ""
    return f"{value:.6f}" if isinstance(value, float) else str(value)


_LONGEST = 32_000
"""Characters that a cell of a workbook takes; Excel refuses more than 32,767."""


@contextmanager
def workbook(out: BinaryIO) -> Iterator[Any]:
    """Open a workbook that is written row by row into a file, without formulas and links.

    Its rows wait in files beside it until all are there.
    """
    import xlsxwriter.exceptions  # type: ignore[import-untyped]

    options: dict[str, Any] = {"constant_memory": True, "strings_to_numbers": False}
    options |= {"strings_to_formulas": False, "strings_to_urls": False}
    with ExitStack() as stack:
        if isinstance(out, io.BytesIO):
            options["in_memory"] = True
        else:
            beside = Path(f"/proc/self/fd/{out.fileno()}").readlink().parent
            options["tmpdir"] = str(stack.enter_context(temporary_folder(beside)))
        stack.enter_context(_raising_its_cause(xlsxwriter.exceptions.FileCreateError))
        yield stack.enter_context(xlsxwriter.Workbook(out, options))


@contextmanager
def _raising_its_cause(kind: type[Exception]) -> Iterator[None]:
    """Raise the OSError that a library has wrapped in an error of its own."""
    try:
        yield
    except kind as error:
        raise error.args[0] from error


def _xlsx(table: Table, path: Path) -> None:
    with path.open("wb") as out, workbook(out) as book:
        bold, share = book.add_format({"bold": True, "text_wrap": True}), book.add_format({"num_format": "0.00%"})
        sheet = book.add_worksheet("Report")
        sheet.freeze_panes(1, 2)
        sheet.set_column(1, 3, 28)
        for number, row in enumerate([table.head, *table.rows]):
            for column, value in enumerate(row):
                put(sheet, number, column, value, share if number else bold)
        about = book.add_worksheet("About")
        about.set_column(0, 1, 40)
        lines = [(table.title, ""), *table.facts, *((note, "") for note in table.notes)]
        for number, (label, text) in enumerate(lines):
            put(about, number, 0, label, bold if not number else None)
            put(about, number, 1, text, None)


def write_list(out: BinaryIO, name: str, title: str, created: datetime, rows: Iterable[Sequence[str]]) -> None:
    """Write a workbook of one sheet, of which the first row is the head."""
    with workbook(out) as book:
        book.set_properties({"title": title[:255], "created": created.replace(tzinfo=None)})
        sheet, bold = book.add_worksheet(name), book.add_format({"bold": True, "text_wrap": True})
        sheet.freeze_panes(1, 2)
        for number, row in enumerate(rows):
            if not number:
                sheet.set_column(0, len(row) - 1, 24)
            for column, value in enumerate(row):
                put(sheet, number, column, value, None if number else bold)


def put(sheet: Any, row: int, column: int, value: Cell, form: object) -> None:
    """Write a value into a cell of a sheet: a number as one, and all else as text, cut where Excel would refuse it."""
    if isinstance(value, str):
        text = visible(value)
        sheet.write_string(row, column, text if len(text) <= _LONGEST else text[:_LONGEST] + " … (cut)", form)
    elif value is not None:
        sheet.write_number(row, column, value, form if isinstance(value, float) else None)


_STYLE = """
body{font:14px/1.45 system-ui,"Segoe UI","Noto Sans","Noto Sans Hebrew","Noto Sans Arabic",Arial,sans-serif;
color:#1b1f24;background:#fff;margin:2rem}
h1{font-size:1.5rem}table{border-collapse:collapse;margin:1rem 0}
th,td{text-align:start;vertical-align:top;padding:.25rem .6rem;border:1px solid #d0d7de;white-space:pre-line;
unicode-bidi:plaintext}
thead th{background:#f6f8fa;position:sticky;top:0}thead{display:table-header-group}tr{break-inside:avoid}
td.n{text-align:end;font-variant-numeric:tabular-nums}
table.facts th{font-weight:400;color:#57606a}
@media print{body{margin:0;font-size:9pt}thead th{position:static}}
@page{size:landscape;margin:12mm}
"""


def _html(table: Table, path: Path) -> None:
    body = chain(
        page.facts(table.facts),
        (f'<p dir="auto">{page.safe(note)}</p>\n' for note in table.notes),
        page.table(table.head, (map(_cell, row) for row in table.rows)),
    )
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(page.page(table.title, _STYLE, body))


def _cell(value: Cell) -> str:
    match value:
        case None:
            return "<td></td>"
        case float():
            return f'<td class="n">{value:.2%}</td>'
        case int():
            return f'<td class="n">{value:,}</td>'
        case _:
            return page.cell(page.safe(value))


_FORMATS: dict[str, Callable[[Table, Path], None]] = {".csv": _csv, ".xlsx": _xlsx, ".html": _html}


HIT_HEAD = ("#", "Item", "Field", "Before", "Hit", "After")
_COUNTS = tuple("Documents|+Family|Unique documents|Unique +Family|Hits|Deduplicated documents|Families".split("|"))
UNION = "UNION of all terms: each document once, not the sum of the rows"
NOTES = (
    "Documents: items of the searched set that the term finds. +Family: these with the whole of their families, also "
    "what lies outside the searched set. Unique: found by no other term of this list; unique +family: in families "
    "that no other term reaches.",
    "Hits: places in the text that the term marks, each counted once. Words of a family's other members and words "
    "under NOT don't count.",
    "Deduplicated documents: items with the same content count once. The columns of custodians say in whose records "
    "the documents lie, copies included.",
    "Variants: the words of the index that a term stands for, with the number of the case's items that hold each.",
    "Not searchable in scope: items of the searched set that no term can speak for. A term that finds nothing says "
    "nothing about them; triage coverage draws a sample to check.",
)


def term_table(report: TermReport) -> Table:
    """Return a search term report as a table: one row for each term, then the union."""
    head = ("#", "Term as entered", "Parsed as", "Variants", *_COUNTS, *report.custodians)
    head = (*head, "% of scope", "Not searchable in scope", "Error", "Run at (UTC)", "Index id")
    rows = [_row(row, report) for row in report.rows]
    union = ("", UNION, "", "", *_numbers(report.union, report), "", report.time, report.index.id)
    return Table(f"Search terms: {report.case}", tuple(_facts(report)), NOTES, head, (*rows, union))


def _row(row: TermRow, report: TermReport) -> tuple[Cell, ...]:
    reading = "\n".join((row.reading, *map(render, row.notes)))
    variants = "\n".join(expansion.in_words() for expansion in row.expansions)
    error = render(row.error) if row.error else ""
    return row.number, row.term, reading, variants, *_numbers(row.tally, report), error, row.time, report.index.id


def _numbers(tally: Tally | None, report: TermReport) -> tuple[Cell, ...]:
    if tally is None:
        return (None,) * (len(_COUNTS) + len(report.custodians) + 2)
    t, by_custodian, items = tally, dict(tally.custodians), report.scope.items
    counts = (t.documents, t.family, t.unique, t.unique_family, t.hits, t.distinct, t.families)
    custodians = (by_custodian.get(name, 0) for name in report.custodians)
    return *counts, *custodians, t.documents / items if items else 0.0, report.scope.not_searchable


def _facts(report: TermReport) -> list[tuple[str, str]]:
    failed = sum(1 for row in report.rows if row.tally is None)
    facts = [
        ("Case", report.case),
        ("Searched set", searched(report.scope) + ("" if report.index.extent.whole else "; read so far")),
        ("Terms", f"{len(report.rows):,}, of which {failed:,} could not be asked"),
        ("Run at (UTC)", report.time),
        ("Index", f"{report.index.id}, triage {report.index.program}"),
    ]
    if extent := report.index.extent.message:
        facts.append((READ_SO_FAR, render(extent)))
    if report.index.unconfined:
        facts.append(("Confinement", render(say("broker-unconfined"))))
    return [*facts, ("Stopped", "the rest of the list was not asked")] if report.stopped else facts


def searched(scope: Scope) -> str:
    """Return the searched set in words."""
    which = f"{scope.items:,} items that {scope.reading} finds" if scope.text else f"all {scope.items:,} items"
    return f"{which}: {scope.fully:,} fully searchable, {scope.partly:,} partly, {scope.not_searchable:,} not"


def hit_table(hits: HitList) -> Table:
    """Return a hit list as a table: keyword in context, its lines in their order."""
    extent = hits.extent.message
    facts = (
        ("Read as", hits.reading),
        ("Hits", f"{hits.total:,} in {hits.items:,} items"),
        ("Listed", f"{len(hits.lines):,} hits"),
        *([(READ_SO_FAR, render(extent))] if extent else []),
    )
    rows = tuple((number, h.id, h.field, h.left, h.hit, h.right) for number, h in enumerate(hits.lines, 1))
    return Table(f"Hits of {hits.reading}", facts, tuple(map(render, hits.notes)), HIT_HEAD, rows)
