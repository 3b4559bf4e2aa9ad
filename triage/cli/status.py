"""``triage status``: the sums of a case, and how far its review is."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from triage.cli import terminal
from triage.messages import render
from triage.model import tables
from triage.model.items import Status

if TYPE_CHECKING:  # a status without --review loads nothing of the review
    from triage.model.team import Batch, ReviewPart, ReviewProgress, ShownShare

_MOST, _MOST_NAMES = 20, 12

HELP = "Show the sums: every file found is an item, a problem or a denial, how far items can be searched, what is gone."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    terminal.case_arguments(parser)
    what = "show review progress instead: by custodian, term, batch, tag and reviewer, decisions per hour, disagreement"
    parser.add_argument("--review", action="store_true", help=what)
    what = "with --review: count for this query as well"
    parser.add_argument("--term", action="append", default=[], metavar="QUERY", help=what)
    terminal.number_argument(parser, "--limit", 12, "with --review: lines a table (default 12; 0 lists all)")


def run(args: argparse.Namespace) -> int:
    """Print the sums, with exit code 1 where they don't add up or not all is read; or the progress of the review."""
    if args.review:
        return _review(args)
    with terminal.open_case(args) as case:
        status = case.status(shown=True)
    shown = {**msgspec.to_builtins(status), "adds_up": status.adds_up}
    traces = "        traces of sealed text are still to be cleared from the case's files: triage seal CASE"
    left = [traces] * status.traces_left
    terminal.show(args, shown, [*_lines(status), *left])
    return 0 if status.adds_up and status.extent.whole else 1


def _lines(s: Status) -> Iterator[str]:
    yield f"{s.name} (engine {s.engine}), last whole run ended {s.last_run or 'never: run triage index'}"
    least, pending = "" if s.extent.whole or s.extent.counted else "at least ", s.extent.pending
    yield (
        f"Files   {least}{s.files:,} found = {s.with_items:,} became items + {s.failed:,} not readable"
        f" + {s.denied:,} denied{f' + {pending:,} still to be read' if pending else ''}"
    )
    if not s.adds_up:
        yield "        THESE DON'T ADD UP: run triage index again, then triage verify"
    if s.outdated:
        were = terminal.count(s.outdated, "was", "were")
        yield f"        {were} read by an earlier version: run triage index to read such files again;"
        yield "        until then, messages in such files count as exact copies only of messages with equal bytes"
    yield from (f"        {sentence}" for sentence in terminal.confinement(s))
    how_far = f"{s.fully:,} fully searchable, {s.partly:,} partly, {s.not_searchable:,} not"
    if s.denied_since:
        more = terminal.count(s.denied_since, "more was", "more were")
        yield f"        {more} read before the scope denied access; the items are kept"
    sealed = f" ({s.sealed:,} sealed)" if s.sealed else ""
    yield f"Items   {s.items:,}: {how_far}{sealed}; {terminal.count(s.problems, 'problem')}"
    yield from _past(s)
    decisions = terminal.count(s.decisions, "decision")
    yield f"Coding  {terminal.count(s.tagged, 'item')} tagged, {s.read or 0:,} of them read, {decisions}" + _list(
        s.tags
    )
    if s.disputed:
        yield f"        {terminal.count(s.disputed, 'item is', 'items are')} disputed (is:disputed)"
    yield "Types  " + _list(_by_name(s.types))[1:]
    yield "Custodians" + _list(s.custodians)[1:]


def _past(s: Status) -> Iterator[str]:
    """Yield what is no longer in the sources or in scope, and which of it somebody decided on."""
    if s.purged:
        yield f"Purged  {terminal.count(s.purged, 'item')} no longer in scope (is:purged)"
    if not (s.vanished_files or s.superseded or s.vanished):
        return
    kept = f"{s.superseded:,} superseded, {s.vanished:,} vanished items are kept (is:superseded, is:vanished)"
    yield f"Past    {kept}; {terminal.count(s.vanished_files, 'file')} vanished"
    for item in s.past_decided[:_MOST]:
        by = f" by {item.successor}" if item.successor else ""
        tags = f": {', '.join(item.tags)}" if item.tags else ""
        yield f"        decided on and {item.state}{by}: {item.id}{tags}"
    if (more := len(s.past_decided) - _MOST) > 0:
        yield f"        and {more:,} more that were decided on; --json lists them"


def _list(pairs: tuple[tuple[str, int], ...]) -> str:
    """Return names with their counts, the first of them."""
    named = [terminal.one_line(f"{name} {count:,}") for name, count in pairs[:_MOST_NAMES]]
    return ": " + ", ".join([*named, *terminal.more(len(named), len(pairs))]) if pairs else ""


def _by_name(types: tuple[tuple[str, int], ...]) -> tuple[tuple[str, int], ...]:
    """Return the counts of types by what people call them, the largest first."""
    counts: Counter[str] = Counter()
    for media_type, count in types:
        counts[tables.short(media_type)] += count
    return tuple(counts.most_common())


# ---- the review


def _review(args: argparse.Namespace) -> int:
    """Count and print."""
    with terminal.open_case(args) as case:
        progress, shown = case.team.progress(args.term), case.reports.shown()
    value = {**{name: getattr(progress, name) for name in progress.__struct_fields__}, "shown": shown}
    return terminal.show(args, value, [*_progress_lines(progress, args.limit), *_seen(shown)])


def _seen(shown: ShownShare | None) -> Iterator[str]:
    """Yield how much was shown to people, and to whom."""
    yield f"\nShown to people: {shown.in_words() if shown else 'not recorded, see triage verify'}"
    for name, items in shown.people if shown else ():
        yield f"  {name}: {terminal.count(items, 'item')}"


def _progress_lines(progress: ReviewProgress, limit: int) -> Iterator[str]:
    whole, disputed = progress.whole, progress.disputed
    yield f"{progress.case}, {progress.time}: {whole.coded:,} of {whole.items:,} items are coded ({_share(whole)})"
    yield f"{progress.read:,} of these were read: shown to the reviewer before they were coded"
    disagree = f"reviewers disagree on {terminal.count(disputed.items, 'item')} ({disputed.query})"
    yield f"{terminal.count(progress.decisions, 'decision')}; {disagree}"
    searched = ", ".join(f"{count.items:,} {count.name}" for count in progress.searchable)
    yield f"Searchable: {searched}; {terminal.count(progress.files, 'file')} could not be processed"
    yield from terminal.confinement(progress)
    for head, parts in (
        ("custodian", [_part(p, p.name or "(none)") for p in progress.custodians]),
        ("term", [_part(p, p.name) for p in progress.terms]),
        ("batch", [(f"{b.name} ({b.state})", b.items, b.coded, _share(b), b.left_query) for b in progress.batches]),
        ("month", [_part(p, p.name or "(no date of its own)") for p in progress.months]),
    ):
        yield from _table({head: 40, "items": 0, "coded": 0, "done": 0, "what is left": 60}, parts, limit)
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
        yield ""
        yield from terminal.table(columns, shown, len(rows))


def _part(part: ReviewPart, name: str) -> tuple[terminal.Cell, ...]:
    return name, part.items, part.coded, _share(part), render(part.note) if part.note else part.left_query


def _share(part: ReviewPart | Batch) -> str:
    return f"{part.coded / part.items:.0%}" if part.items else "-"
