"""``triage terms``: a list of search terms and what each of them finds."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from triage.cli import terminal
from triage.messages import render
from triage.model.reports import TermReport, TermRow

HELP = "Report what each term in a list finds: items, families, unique items, hits; a bad line never stops the list."

_COLUMNS = {
    "#": 6,
    "term": 40,
    "documents": 0,
    "+family": 0,
    "unique": 0,
    "unique +family": 0,
    "hits": 0,
    "deduplicated": 0,
    "error": 80,
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    terminal.case_arguments(parser)
    parser.add_argument(
        "list", type=Path, help="one term per line; .csv and .xlsx by the first column, or the column 'Term'"
    )
    parser.add_argument("--within", metavar="QUERY", help="only among the items that this finds")
    parser.add_argument("--untagged", action="store_true", help="only among the items without a tag")
    terminal.table_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Ask all terms and print what they find."""
    args.query = args.within
    with terminal.open_case(args) as case, terminal.stopping() as stop:
        report = case.reports.terms(args.list, args.within, untagged=args.untagged, stop=stop)
    terminal.write_tables(args, report)
    terminal.show(args, report, _lines(report))
    return 130 if report.stopped else 0


def _lines(report: TermReport) -> Iterator[str]:
    s, u = report.scope, report.union
    terms, items = terminal.count(len(report.rows), "term"), terminal.count(s.items, "item")
    so_far = "" if report.index.extent.whole else " read so far"
    which = f"in the {items} that {s.reading} finds" if s.text else f"in all {items}{so_far}"
    yield f"{terms} {which} · {s.not_searchable:,} not searchable, {s.partly:,} partly"
    yield f"{report.index.id} · {report.time}"
    yield from terminal.confinement(report.index)
    union = (None, "UNION (not the sum)", u.documents, u.family, None, None, None, u.distinct, None)
    yield from terminal.table(_COLUMNS, [*map(_row, report.rows), union])
    if report.stopped:
        run = terminal.count(len(report.rows), "term of the list was", "terms of the list were")
        yield f"Stopped: only the first {run} run."


def _row(row: TermRow) -> tuple[terminal.Cell, ...]:
    t = row.tally
    counts = (t.documents, t.family, t.unique, t.unique_family, t.hits, t.distinct) if t else (None,) * 6
    return (str(row.number), row.term, *counts, render(row.error) if row.error else "")
