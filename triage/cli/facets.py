"""``triage facets``: how the items of a search divide, and the query for each part."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from triage.cli import query_text, terminal
from triage.messages import render
from triage.model import tables
from triage.model.reports import Facet, Results

HELP = "Count what a search finds by custodian, type, sender domain, month, tag, problem, family role and state."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    terminal.case_arguments(parser)
    query_text.arguments(parser, "what to divide (default: all items)", default="*")
    terminal.number_argument(parser, "--limit", 12, "values a facet (default 12; 0 lists all)")


def run(args: argparse.Namespace) -> int:
    """Count and print."""
    with terminal.open_case(args) as case:
        found = case.search.run(args.query, reviewer="")
        facets = case.reports.facets(found.nos, found.past)
        undated, months = case.reports.undated(found.nos)
    value = {"query": args.query, "reading": found.reading, "total": found.total, "facets": facets, "undated": undated}
    return terminal.show(args, value, [*_lines(found, facets, args.limit or None), *_undated(undated, months)])


def _undated(undated: int, months: dict[str, int]) -> Iterator[str]:
    """Yield how many items the months count by the time of a file, or of what holds them."""
    if undated:
        stand_in = sum(items for month, items in months.items() if month)
        yield (
            f"\nNo date of their own: {terminal.count(undated, 'item')} (is:undated); {stand_in:,} of them are\n"
            "counted in a month by the time of their file or of what holds them"
        )


def _lines(found: Results, facets: Sequence[Facet], limit: int | None) -> Iterator[str]:
    yield f"interpreted as: {found.reading}\n{terminal.count(found.total, 'item')}, copies included"
    yield from (f"note: {render(note)}" for note in found.notes)
    for facet in facets:
        values = facet.values[:limit]
        yield f"\n{facet.name}"
        if values:
            none = "current" if facet.name == "state" else "(none)"
            shown = tables.short if facet.name == "type" else str
            rows = [(v.items, shown(v.value) or none, v.query) for v in values]
            columns = {"items": 0, "value": 40, "in: AND …; out: AND NOT (…)": 60}
            yield from terminal.table(columns, rows, len(facet.values))
