"""``triage progress``: how far the review is, by custodian, term, tag, reviewer and time."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from triage.cli import terminal
from triage.messages import render
from triage.model.team import ReviewPart, ReviewProgress, ShownShare

HELP = "Show review progress: by custodian, term, batch, tag and reviewer, decisions per hour, disagreement."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    terminal.case_arguments(parser)
    parser.add_argument("--term", action="append", default=[], metavar="QUERY", help="count for this query as well")
    terminal.number_argument(parser, "--limit", 12, "lines a table (default 12; 0 lists all)")


def run(args: argparse.Namespace) -> int:
    """Count and print."""
    with terminal.open_case(args) as case:
        progress, shown = case.team.progress(args.term), case.reports.shown()
    value = {**{name: getattr(progress, name) for name in progress.__struct_fields__}, "shown": shown}
    return terminal.show(args, value, [*_lines(progress, args.limit), *_seen(shown)])


def _seen(shown: ShownShare | None) -> Iterator[str]:
    """Yield how much was shown to people, and to whom."""
    yield f"\nShown to people: {shown.in_words() if shown else 'not recorded, see triage verify'}"
    for name, items in shown.people if shown else ():
        yield f"  {name}: {terminal.count(items, 'item')}"


def _lines(progress: ReviewProgress, limit: int) -> Iterator[str]:
    whole, disputed = progress.whole, progress.disputed
    yield f"{progress.case}, {progress.time}: {whole.coded:,} of {whole.items:,} items are coded ({_share(whole)})"
    yield f"{progress.read:,} of these were read: shown to the reviewer before they were coded"
    disagree = f"reviewers disagree on {terminal.count(disputed.items, 'item')} ({disputed.query})"
    yield f"{terminal.count(progress.decisions, 'decision')}; {disagree}"
    searched = ", ".join(f"{count.items:,} {count.name}" for count in progress.searchable)
    yield f"Searchable: {searched}; {terminal.count(progress.files, 'file')} could not be processed"
    yield from terminal.confinement(progress)
    batches = [ReviewPart(f"{b.name} ({b.state})", b.items, b.coded, b.query, b.left_query) for b in progress.batches]
    for head, parts in (
        ("custodian", progress.custodians),
        ("term", progress.terms),
        ("batch", batches),
        ("month", [replace(month, name=month.name or "(no date of its own)") for month in progress.months]),
    ):
        columns = {head: 40, "items": 0, "coded": 0, "done": 0, "what is left": 60}
        yield from _table(columns, [(p.name or "(none)", p.items, p.coded, _share(p), _left(p)) for p in parts], limit)
    for head, counts in (("tag", progress.tags), ("problem", progress.problems)):
        yield from _table({head: 40, "items": 0, "query": 60}, [(c.name, c.items, c.query) for c in counts], limit)
    yield from _table(
        {"reviewer": 30, "decisions": 0, "items": 0, "an hour": 0, "last (UTC)": 0, "query": 60},
        [(r.name, r.decisions, r.items, f"{r.per_hour:,.0f}", r.last[:16], r.query) for r in progress.reviewers],
        limit,
    )
    hours = [
        (h.start, h.decisions, ", ".join(f"{by.name} {by.decisions:,}" for by in h.reviewers), h.query)
        for h in progress.hours
    ]
    yield from _table({"hour (UTC)": 0, "decisions": 0, "by": 60, "query": 0}, hours, -limit)


def _table(columns: dict[str, int], rows: Sequence[Sequence[terminal.Cell]], limit: int) -> Iterator[str]:
    """Yield the first rows, up to ``limit``, as a table, the last ones where it is negative, all where it is 0."""
    if rows:
        shown = rows[limit:] if limit < 0 else rows[: limit or None]
        yield "\n" + terminal.table(columns, shown)
        yield from terminal.more(len(shown), len(rows))


def _share(part: ReviewPart) -> str:
    return f"{part.coded / part.items:.0%}" if part.items else "-"


def _left(part: ReviewPart) -> str | None:
    return render(part.note) if part.note else part.left_query
