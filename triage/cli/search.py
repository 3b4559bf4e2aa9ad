"""``triage search``: find items and list them."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from triage.cli import terminal
from triage.messages import render
from triage.model.items import Row

HELP = "Find items; shows how the query was interpreted, what wildcards expand to, and what is not searchable."
_MOST_WORDS = 12
"""Words shown of a wildcard; triage coverage shows more."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("case", type=Path, help="the case's folder")
    parser.add_argument(
        "query", help='words, "phrases", AND OR NOT ( ), prefix*, field:value; see docs/query-language.md'
    )
    parser.add_argument("--limit", type=int, default=20, metavar="N", help="rows to list (default 20; 0 lists all)")
    parser.add_argument("--sort", default="date", help="date (default), sender, subject, name, type, custodian, size")
    parser.add_argument("--desc", action="store_true", help="highest first")
    parser.add_argument("--ids", action="store_true", help="print the item ids alone, one per line, all of them")
    parser.add_argument("--json", action="store_true", help="print everything as JSON")


def run(args: argparse.Namespace) -> int:
    """Search and print."""
    from triage.case import Case

    with Case.open(args.case) as case:
        limit = None if args.ids or not args.limit else args.limit
        found = case.search.run(args.query, sort=args.sort, descending=args.desc, limit=limit, expand=not args.ids)
    if args.ids:
        print("\n".join(row.id for row in found.rows))
        return 0
    if args.json:
        terminal.print_json(
            {
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
        )
        return 0
    print(f"interpreted as: {found.reading}")
    for note in found.notes:
        print(f"note: {render(note)}")
    for expansion in found.expansions:
        print(terminal.expansion(expansion, _MOST_WORDS))
    print(
        f"{found.total:,} of {found.items:,} items · {found.not_searchable:,} not searchable, {found.partly:,} partly"
        + (f" · the first {len(found.rows):,}:" if len(found.rows) < found.total else "")
    )
    if found.rows:
        _print_rows(found.rows)
    return 0


def _short(media_type: str) -> str:
    return media_type.rpartition("/")[2]


def _print_rows(rows: Sequence[Row]) -> None:
    head = ("id", "date", "from", "subject or name", "type", "custodian", "tags")
    cells = [
        (r.id[:10], r.date[:10], r.sender, r.subject or r.name, _short(r.type), r.custodian, ", ".join(r.tags))
        for r in rows
    ]
    print(terminal.table(head, cells, (10, 10, 28, 48, 16, 20, 20)))
