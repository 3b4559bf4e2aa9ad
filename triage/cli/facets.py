"""``triage facets``: how the items of a search divide, and the query for each part."""

from __future__ import annotations

import argparse
from pathlib import Path

from triage.cli import terminal

HELP = "Count what a search finds by custodian, type, sender domain, month, tag, problem and family role."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("case", type=Path, help="the case's folder")
    parser.add_argument("query", nargs="?", default="", help="what to divide (default: all items)")
    parser.add_argument("--limit", type=int, default=12, metavar="N", help="values a facet (default 12; 0 lists all)")
    parser.add_argument("--json", action="store_true", help="print everything as JSON")


def run(args: argparse.Namespace) -> int:
    """Count and print."""
    from triage.case import Case

    with Case.open(args.case) as case:
        found = case.search.run(args.query)
        facets = case.reports.facets(found.nos)
    if args.json:
        terminal.print_json({"query": args.query, "reading": found.reading, "total": found.total, "facets": facets})
        return 0
    print(f"interpreted as: {found.reading}\n{found.total:,} items")
    for facet in facets:
        values = facet.values[: args.limit or None]
        more = len(facet.values) - len(values)
        print(f"\n{facet.name}" + (f" (the first {len(values):,} of {len(facet.values):,})" if more else ""))
        rows = [(f"{v.items:,}", v.value or "(none)", v.query) for v in values]
        if rows:
            print(terminal.table(("items", "value", "in: AND …; out: AND NOT (…)"), rows, (0, 40, 60)))
    return 0
