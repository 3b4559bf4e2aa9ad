"""``triage status`` and ``triage problems``: the sums of a case, how far its review is, and what could not be read."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from triage.cli.options import READING, TABLES, Option, command, flag, limit, several
from triage.cli.running import open_case, write_tables
from triage.cli.terminal import Cell, confinement, count, more, one_line, show, table
from triage.errors import PROBLEM_CODES, CaseError
from triage.messages import render
from triage.model import tables

if TYPE_CHECKING:  # a status without --review loads nothing of the review
    from triage.model.items import Problem, Status
    from triage.model.reports import Table
    from triage.model.runs import Extent
    from triage.model.team import Batch, ReviewPart, ReviewProgress, ShownShare

_MOST, _MOST_NAMES = 20, 12


@command(
    "status",
    "Show the totals: files by what became of them, how far items can be searched, decisions, and what is gone.",
    (
        *READING,
        flag(
            "--review",
            "show review progress by custodian, term, batch, tag and reviewer, decisions per hour, and disagreement",
        ),
        several("--term", "QUERY", "with --review: count for this query as well", is_query=True),
        limit(12, "with --review: lines per table"),
    ),
)
def _status(args: argparse.Namespace) -> int:
    if args.review:
        with open_case(args) as case:
            progress, seen = case.team.progress(args.term), case.reports.shown()
        value = {**{name: getattr(progress, name) for name in progress.__struct_fields__}, "shown": seen}
        return show(args, value, [*_progress_lines(progress, args.limit), *_seen(seen)])
    with open_case(args) as case:
        status = case.status(shown=True)
    traces = "        traces of sealed text are still to be cleared from the case's files: triage seal CASE"
    value = {**msgspec.to_builtins(status), "adds_up": status.adds_up}
    show(args, value, [*_lines(status), *([traces] if status.traces_left else [])])
    # a check failed if the sums don't add up or not everything is read
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
        were = count(s.outdated, "was", "were")
        yield f"        {were} to be read again by a run that was stopped: run triage index"
    yield from (f"        {sentence}" for sentence in confinement(s))
    how_far = f"{s.fully:,} fully searchable, {s.partly:,} partly, {s.not_searchable:,} not"
    if s.denied_since:
        more = count(s.denied_since, "more was", "more were")
        yield f"        {more} read before the scope denied access; the items are kept"
    sealed = f" ({s.sealed:,} sealed)" if s.sealed else ""
    yield f"Items   {s.items:,}: {how_far}{sealed}; {count(s.problems, 'problem')}"
    yield from _past(s)
    decisions = count(s.decisions, "decision")
    yield f"Coding  {count(s.tagged, 'item')} tagged, {s.read or 0:,} of them read, {decisions}" + _list(s.tags)
    if s.disputed:
        yield f"        {count(s.disputed, 'item is', 'items are')} disputed (is:disputed)"
    yield "Types  " + _list(_by_name(s.types))[1:]
    yield "Custodians" + _list(s.custodians)[1:]


def _past(s: Status) -> Iterator[str]:
    if s.purged:
        yield f"Purged  {count(s.purged, 'item')} no longer in scope (is:purged)"
    if not (s.vanished_files or s.superseded or s.vanished):
        return
    past = f"{s.superseded:,} superseded, {s.vanished:,} vanished items are kept (is:superseded, is:vanished)"
    yield f"Past    {past}; {count(s.vanished_files, 'file')} vanished"
    for item in s.past_decided[:_MOST]:
        by = f" by {item.successor}" if item.successor else ""
        tags = f": {', '.join(item.tags)}" if item.tags else ""
        yield f"        decided on and {item.state}{by}: {item.id}{tags}"
    if (more := len(s.past_decided) - _MOST) > 0:
        yield f"        and {more:,} more that were decided on; --json lists them"


def _list(pairs: tuple[tuple[str, int], ...]) -> str:
    named = [one_line(f"{name} {count:,}") for name, count in pairs[:_MOST_NAMES]]
    return ": " + ", ".join([*named, *more(len(named), len(pairs))]) if pairs else ""


def _by_name(types: tuple[tuple[str, int], ...]) -> tuple[tuple[str, int], ...]:
    counts: Counter[str] = Counter()
    for media_type, items in types:
        counts[tables.short(media_type)] += items
    return tuple(counts.most_common())


def _seen(seen: ShownShare | None) -> Iterator[str]:
    yield f"\nShown to people: {seen.in_words() if seen else 'not recorded, see triage verify'}"
    for name, items in seen.people if seen else ():
        yield f"  {name}: {count(items, 'item')}"


def _progress_lines(progress: ReviewProgress, limit: int) -> Iterator[str]:
    case, disputed = progress.whole, progress.disputed
    yield f"{progress.case}, {progress.time}: {case.coded:,} of {case.items:,} items are coded ({_share(case)})"
    yield f"{progress.read:,} of these were read: shown to the reviewer before they were coded"
    disagree = f"reviewers disagree on {count(disputed.items, 'item')} ({disputed.query})"
    yield f"{count(progress.decisions, 'decision')}; {disagree}"
    searched = ", ".join(f"{count.items:,} {count.name}" for count in progress.searchable)
    yield f"Searchable: {searched}; {count(progress.files, 'file')} could not be processed"
    yield from confinement(progress)
    for head, parts in (
        ("custodian", [_part(p, p.name or "(none)") for p in progress.custodians]),
        ("term", [_part(p, p.name) for p in progress.terms]),
        ("batch", [(f"{b.name} ({b.state})", b.items, b.coded, _share(b), b.left_query) for b in progress.batches]),
        ("month", [_part(p, p.name or "(no date of its own)") for p in progress.months]),
    ):
        yield from _part_table({head: 40, "items": 0, "coded": 0, "done": 0, "what is left": 60}, parts, limit)
    for head, counts in (("tag", progress.tags), ("problem", progress.problems)):
        yield from _part_table({head: 40, "items": 0, "query": 60}, [(c.name, c.items, c.query) for c in counts], limit)
    yield from _part_table(
        {"reviewer": 30, "decisions": 0, "items": 0, "an hour": 0, "last (UTC)": 0, "query": 60},
        [(r.name, r.decisions, r.items, f"{r.per_hour:,.0f}", r.last[:16], r.query) for r in progress.reviewers],
        limit,
    )
    hours = [
        (h.start, h.decisions, ", ".join(f"{by.name} {by.decisions:,}" for by in h.reviewers), h.query)
        for h in progress.hours
    ]
    yield from _part_table({"hour (UTC)": 0, "decisions": 0, "by": 60, "query": 0}, hours, -limit)


def _part_table(columns: dict[str, int], rows: Sequence[Sequence[Cell]], limit: int) -> Iterator[str]:
    """Yield the first rows, up to ``limit``, as a table, the last ones where it is negative, all where it is 0."""
    if rows:
        yield ""
        yield from table(columns, rows[limit:] if limit < 0 else rows[: limit or None], len(rows))


def _part(part: ReviewPart, name: str) -> tuple[Cell, ...]:
    return name, part.items, part.coded, _share(part), render(part.note) if part.note else part.left_query


def _share(part: ReviewPart | Batch) -> str:
    return f"{part.coded / part.items:.0%}" if part.items else "-"


@command(
    "problems",
    "List what could not be read, or only in part, with the reason; grouped, or one per line.",
    (*READING, Option("--code", help="only problems with this code, one per line"), *TABLES),
)
def _problems(args: argparse.Namespace) -> int:
    if args.code not in (None, *PROBLEM_CODES):
        raise CaseError("problem-code-bad", code=args.code, known=", ".join(PROBLEM_CODES))
    with open_case(args) as case:
        problems = [p for p in case.reports.problems() if args.code in (None, p.code)]
    if any((args.csv, args.xlsx, args.html)):
        write_tables(args, _problem_table(problems, str(args.case), args.extent))
    one_by_one = (one_line(f"{p.path}: {render(p.message)} ({p.searchable} searchable)") for p in problems)
    grouped = _grouped(problems, str(args.case), so_far=not args.extent.whole)
    return show(args, problems, one_by_one if args.code else grouped)


def _problem_table(problems: list[Problem], case: str, extent: Extent) -> Table:
    from triage.model.reports import Table

    notes = (render(extent.message),) if extent.message else ()
    rows = tuple((p.path, p.code, p.searchable, render(p.message), p.item or "") for p in problems)
    return Table(f"Problems: {case}", (), notes, ("path", "code", "searchable", "sentence", "item"), rows)


def _grouped(problems: list[Problem], case: str, *, so_far: bool) -> Iterator[str]:
    if not problems:
        yield f"No problems on record{'' if so_far else ': everything that the scope allows was read'}."
        return
    counts = Counter((p.code, p.searchable) for p in problems)
    example = {p.code: p for p in reversed(problems)}
    rows = [
        (n, code, how, example[code].path, render(example[code].message))
        for (code, how), n in sorted(counts.items(), key=lambda x: (-x[1], x[0]))
    ]
    yield from table({"count": 8, "code": 18, "searchable": 10, "for example": 40, "what happened": 70}, rows)
    yield f"All of one code: triage problems {case} --code CODE"
