"""``triage progress``: how far the review is, by custodian, term, tag, reviewer and time."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from triage.cli import terminal
from triage.messages import render
from triage.model.team import Count, HourPart, ReviewPart, ReviewProgress

HELP = "Show review progress: by custodian, term, batch, tag and reviewer, decisions per hour, disagreement."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("case", type=Path, help="the case's folder")
    parser.add_argument("--term", action="append", default=[], metavar="QUERY", help="count for this query as well")
    parser.add_argument("--limit", type=int, default=12, metavar="N", help="lines a table (default 12; 0 lists all)")
    parser.add_argument("--json", action="store_true", help="print everything as JSON")


def run(args: argparse.Namespace) -> int:
    """Count and print."""
    from triage.case import Case

    with Case.open(args.case) as case:
        said = case.team.progress(args.term)
    if args.json:
        terminal.print_json(said)
        return 0
    for line in _lines(said, args.limit or None):
        print(terminal.safe(line))
    return 0


def _lines(said: ReviewProgress, limit: int | None) -> Iterator[str]:
    whole = said.whole
    yield f"{said.case}, {said.time}: {whole.coded:,} of {whole.items:,} items have a tag ({_share(whole)})"
    yield f"{said.decisions:,} decisions; reviewers disagree on {said.disputed.items:,} items ({said.disputed.query})"
    searched = ", ".join(f"{count.items:,} {count.name}" for count in said.searchable)
    yield f"Searchable: {searched}; {said.files:,} files could not be processed"
    yield from _parts("custodian", said.custodians, limit)
    yield from _parts("term", said.terms, limit)
    batches = [ReviewPart(f"{b.name} ({b.state})", b.items, b.coded, b.query, b.left_query) for b in said.batches]
    yield from _parts("batch", batches, limit)
    yield from _parts("month", said.months, limit)
    yield from _counts("tag", said.tags, limit)
    yield from _counts("problem", said.problems, limit)
    yield from _reviewers(said, limit)
    shown = said.hours[-(limit or len(said.hours)) :]
    hours = [(h.start, f"{h.decisions:,}", _named(h.reviewers), h.query) for h in shown]
    yield from _table(("hour (UTC)", "decisions", "by", "query"), hours, (0, 0, 60, 0), len(said.hours))


def _parts(what: str, parts: Sequence[ReviewPart], limit: int | None) -> Iterator[str]:
    rows = [
        (
            p.name or "(none)",
            f"{p.items:,}",
            f"{p.coded:,}",
            _share(p),
            render(p.note) if p.note else p.left_query or "",
        )
        for p in parts[:limit]
    ]
    yield from _table((what, "items", "coded", "done", "what is left"), rows, (40, 0, 0, 0, 60), len(parts))


def _counts(what: str, counts: Sequence[Count], limit: int | None) -> Iterator[str]:
    rows = [(c.name, f"{c.items:,}", c.query or "") for c in counts[:limit]]
    yield from _table((what, "items", "query"), rows, (40, 0, 60), len(counts))


def _reviewers(said: ReviewProgress, limit: int | None) -> Iterator[str]:
    rows = [
        (r.name, f"{r.decisions:,}", f"{r.items:,}", f"{r.per_hour:,.0f}", r.last[:16], r.query or "")
        for r in said.reviewers[:limit]
    ]
    head = ("reviewer", "decisions", "items", "an hour", "last (UTC)", "query")
    yield from _table(head, rows, (30, 0, 0, 0, 0, 60), len(said.reviewers))


def _table(head: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int], total: int) -> Iterator[str]:
    if rows:
        yield "\n" + terminal.table(head, rows, widths)
        if len(rows) < total:
            yield f"and {total - len(rows):,} more (--limit 0 lists all)"


def _share(part: ReviewPart) -> str:
    return f"{part.coded / part.items:.0%}" if part.items else "-"


def _named(parts: Sequence[HourPart]) -> str:
    return ", ".join(f"{part.name} {part.decisions:,}" for part in parts)
