"""``triage terms``: a list of search terms and what each of them finds."""

from __future__ import annotations

import argparse
from pathlib import Path

from triage.cli import table_files, terminal
from triage.messages import render
from triage.model.reports import TermReport, TermRow

HELP = "Report what each term in a list finds: items, families, unique items, hits; a bad line never stops the list."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("case", type=Path, help="the case's folder")
    parser.add_argument(
        "list", type=Path, help="one term per line; .csv and .xlsx by the first column, or the column 'Term'"
    )
    parser.add_argument("--within", default="", metavar="QUERY", help="only among the items that this finds")
    parser.add_argument("--untagged", action="store_true", help="only among the items without a tag")
    table_files.arguments(parser)
    parser.add_argument("--json", action="store_true", help="print everything as JSON")


def run(args: argparse.Namespace) -> int:
    """Ask all terms and print what they find."""
    from triage.case import Case, write_table

    args.query = args.within
    with Case.open(args.case) as case, terminal.stopping() as stop:
        report = case.reports.terms(args.list, args.within, untagged=args.untagged, stop=stop)
    table_files.write(args, lambda path, ending: write_table(report, path, ending))
    if args.json:
        terminal.print_json(report)
    else:
        _print(report)
    return 130 if report.stopped else 0


def _print(report: TermReport) -> None:
    s = report.scope
    which = f"in the {s.items:,} items that {s.reading} finds" if s.text else f"in all {s.items:,} items"
    print(f"{len(report.rows):,} terms {which} · {s.not_searchable:,} not searchable, {s.partly:,} partly")
    print(f"{report.index.id} · {report.time}")
    head = ("#", "term", "documents", "+family", "unique", "unique +family", "hits", "deduplicated", "error")
    rows = [_row(row) for row in report.rows]
    u = report.union
    rows.append(("", "UNION (not the sum)", f"{u.documents:,}", f"{u.family:,}", "", "", "", f"{u.distinct:,}", ""))
    print(terminal.table(head, rows, (6, 40, 0, 0, 0, 0, 0, 0, 80)))


def _row(row: TermRow) -> tuple[str, ...]:
    t = row.tally
    error = render(row.error) if row.error else ""
    if t is None:
        return (str(row.number), row.term, "", "", "", "", "", "", error)
    counts = (t.documents, t.family, t.unique, t.unique_family, t.hits, t.distinct)
    return (str(row.number), row.term, *("" if count is None else f"{count:,}" for count in counts), error)
