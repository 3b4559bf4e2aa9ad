"""``triage search``: find items and list them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from triage.cli import query_text, terminal
from triage.messages import render
from triage.model import tables
from triage.model.reports import Results

HELP = "Find items; shows how the query was interpreted, what wildcards expand to, and what is not searchable."
_MOST_WORDS = 12
"""Words shown of a wildcard; triage coverage shows more."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    terminal.case_arguments(parser)
    summary = 'words, "phrases", AND OR NOT ( ), prefix*, field:value; see docs/query-language.md'
    query_text.arguments(parser, summary, needed=True)
    terminal.number_argument(parser, "--limit", 20, "rows to list (default 20; 0 lists all)")
    parser.add_argument(
        "--sort",
        default="date",
        help="date (default), sender, to, subject, name, type, custodian, path, size, attachments",
    )
    parser.add_argument("--desc", action="store_true", help="highest first")
    parser.add_argument("--ids", action="store_true", help="print the item ids alone, one per line, all of them")


def run(args: argparse.Namespace) -> int:
    """Search and print."""
    with terminal.open_case(args) as case:
        limit = None if args.ids or not args.limit else args.limit
        found = case.search.run(
            args.query, sort=args.sort, descending=args.desc, limit=limit, expand=not args.ids, reviewer=""
        )
    if args.ids:
        print("\n".join(row.id for row in found.rows))
        return 0
    value = {
        "query": args.query,
        "reading": found.reading,
        "notes": found.notes,
        "expansions": found.expansions,
        "total": found.total,
        "items": found.items,
        "not_searchable": found.not_searchable,
        "partly_searchable": found.partly,
        "rows": found.rows,
    }
    return terminal.show(args, value, _lines(found))


def _lines(found: Results) -> Iterator[str]:
    yield f"interpreted as: {found.reading}"
    yield from (f"note: {render(note)}" for note in found.notes)
    yield from (expansion.in_words(_MOST_WORDS) for expansion in found.expansions)
    yield (
        f"{found.total:,} of {terminal.count(found.items, 'item')}, copies included "
        f"· {found.not_searchable:,} not searchable, {found.partly:,} partly"
        + (f" · the first {len(found.rows):,}:" if len(found.rows) < found.total else "")
    )
    if found.rows:
        columns = {
            "id": 10,
            "date": 11,
            "from": 28,
            "subject or name": 48,
            "type": 16,
            "custodian": 20,
            "tags": 20,
        }
        rows = [
            (
                r.id[:10],
                r.date[:10] + "?" * r.doubtful,
                r.sender,
                r.subject or r.name,
                tables.short(r.type),
                r.custodian,
                ", ".join(r.tags),
            )
            for r in found.rows
        ]
        yield from terminal.table(columns, rows, found.total)
