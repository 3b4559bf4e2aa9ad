"""The numbers of the dashboard as sheets: each is a table, and the same numbers as a chart. Pure functions.

A sheet's lines carry the queries that find their items, so that a row or a bar can be clicked into a search.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from operator import add
from typing import NamedTuple

from triage.messages import say
from triage.model.team import Batch, Count, Hour, HourPart, ReviewPart, ReviewProgress
from ui.i18n import formatting, messages
from ui.i18n.formatting import safe_line
from ui.i18n.language import as_is, later, tr
from ui.presenters import filters

MOST_SERIES = 6
"""Reviewers that have a colour of their own; the others are one."""
BATCH_STATES = {
    "blank": later("free"),
    "checked out": later("checked out"),
    "pending": later("returned"),
    "completed": later("complete"),
}
"""The states of batches in words."""


class SheetLine(NamedTuple):
    """One row and one bar: a number for each series, and more cells that the table alone shows.

    ``queries`` find the items of each series' number, ``query`` those of the whole row; None where no query can.
    """

    name: str
    numbers: tuple[int, ...]
    queries: tuple[str | None, ...]
    query: str | None
    more: tuple[str, ...] = ()
    note: str = ""


class Sheet(NamedTuple):
    """A table with its heads, and the names of the chart's series; ``upright`` bars stand along time.

    The last ``worded`` columns are words, not numbers.
    """

    key: str
    title: str
    heads: tuple[str, ...]
    series: tuple[str, ...]
    lines: tuple[SheetLine, ...]
    upright: bool = False
    note: str = ""
    worded: int = 0


def sheets(now: ReviewProgress) -> tuple[Sheet, ...]:
    gaps = tr("Months without an item are left out.")
    return (
        _parts("custodians", tr("Progress by custodian"), tr("Custodian"), now.custodians),
        _parts("terms", tr("Progress by saved search"), tr("Saved search"), now.terms),
        _counts("tags", tr("Tags"), tr("Tag"), now.tags),
        _reviewers(now),
        _hours(now.hours),
        _disagreement(now),
        _batches(now.batches),
        _counts("problems", tr("Problems"), tr("Problem"), now.problems),
        _coverage(now),
        _parts("months", tr("Timeline"), tr("Month"), now.months, gaps, tr("(no date of its own)"))._replace(
            upright=True
        ),
    )


def summary(now: ReviewProgress) -> str:
    coded, items = now.whole.coded, formatting.count(now.whole.items, "item")
    parts = (
        tr("{coded} of {items} coded ({share})", coded=coded, items=items, share=_share(coded, now.whole.items)),
        *[tr("{number} of these read", number=formatting.number(now.read))] * bool(coded),
        formatting.count(now.decisions, "decision"),
        formatting.count(len(now.reviewers), "reviewer"),
        tr("{items} disputed", items=now.disputed.items),
        *([] if now.extent.whole else [messages.part(now.extent)]),
        *[messages.shown(say("broker-unconfined"))] * now.unconfined,
    )
    return "  ·  ".join(parts)


def _share(some: int, of: int) -> str:
    return as_is(f"{100 * some / of:.1f} %") if of else "–"


def _and(query: str | None, other: str) -> str | None:
    if not query:
        return None if query is None else other
    return f"{query} AND {other}" if len(filters.pieces(query)) == 1 else f"({query}) AND {other}"


def _any_of(queries: Sequence[str | None]) -> str | None:
    return " OR ".join(query for query in queries if query) if queries and all(queries) else None


def _progress(name: str, part: ReviewPart | Batch, more: tuple[str, ...]) -> SheetLine:
    queries = (_and(part.query, "NOT is:untagged"), part.left_query)
    numbers, items = (part.coded, part.items - part.coded), formatting.number(part.items)
    return SheetLine(name, numbers, queries, part.query, (items, *more))


def _parts(key: str, title: str, head: str, parts: Sequence[ReviewPart], note: str = "", unnamed: str = "") -> Sheet:
    lines = []
    for part in parts:
        line = _progress(safe_line(part.name) or unnamed or tr("(none)"), part, (_share(part.coded, part.items),))
        lines.append(line._replace(note=messages.shown(part.note)) if part.note else line)
    heads = (head, tr("Coded"), tr("Left"), tr("Items"), tr("Share"))
    return Sheet(key, title, heads, (tr("coded"), tr("left")), tuple(lines), note=note)


def _count(name: str, items: int, query: str | None) -> SheetLine:
    return SheetLine(name, (items,), (query,), query)


def _counts(key: str, title: str, head: str, counts: Iterable[Count]) -> Sheet:
    lines = tuple(_count(safe_line(count.name), count.items, count.query) for count in counts)
    return Sheet(key, title, (head, tr("Items")), (tr("items"),), lines)


def _reviewers(now: ReviewProgress) -> Sheet:
    lines = []
    for reviewer in now.reviewers:
        numbers = map(formatting.number, (reviewer.decisions, reviewer.hours))
        more = (*numbers, f"{reviewer.per_hour:,.1f}", _days(reviewer.first, reviewer.last))
        days = tr(
            "{first} to {last} UTC", first=formatting.moment(reviewer.first), last=formatting.moment(reviewer.last)
        )
        lines.append(_count(safe_line(reviewer.name), reviewer.items, reviewer.query)._replace(more=more, note=days))
    heads = (tr("Reviewer"), tr("Items"), tr("Decisions"), tr("Hours"), tr("An hour"), tr("Days"))
    return Sheet("reviewers", tr("Reviewers"), heads, (tr("items"),), tuple(lines))


def _days(first: str, last: str) -> str:
    """Return the days from a first time to a last one (ISO 8601), as that standard shortens an interval."""
    begin, end = first[:10], last[:10]
    short = end[5:] if begin[:4] == end[:4] else end
    return as_is(begin if begin == end else f"{begin}/{short}")


def _hours(hours: Sequence[Hour]) -> Sheet:
    """Divide each hour's decisions by reviewer, those with the most first."""
    totals: Counter[str] = Counter()
    for hour in hours:
        totals.update({part.name: part.decisions for part in hour.reviewers})
    named = sorted(totals, key=lambda name: (-totals[name], name))[:MOST_SERIES]
    series = (*map(safe_line, named), *((tr("others"),) if len(totals) > len(named) else ()))
    lines = []
    for hour in hours:
        shares: list[list[HourPart]] = [[] for _ in series]
        for part in hour.reviewers:
            shares[named.index(part.name) if part.name in named else -1].append(part)
        numbers = tuple(sum(part.decisions for part in parts) for parts in shares)
        queries = tuple(_any_of([part.query for part in parts]) for parts in shares)
        start = formatting.when(hour.start.removesuffix("Z"))
        lines.append(SheetLine(start, numbers, queries, hour.query, (formatting.number(hour.decisions),)))
    heads = (tr("Hour (UTC)"), *series, tr("Decisions"))
    note = tr("Hours without a decision are left out; an item may have several decisions.")
    return Sheet("hours", tr("Decisions per hour"), heads, series, tuple(lines), upright=True, note=note)


def _disagreement(now: ReviewProgress) -> Sheet:
    agreed = max(0, now.whole.coded - now.disputed.items)
    lines = (
        _count(tr("disputed"), now.disputed.items, now.disputed.query),
        _count(tr("coded, undisputed"), agreed, _and(now.whole.query, "NOT is:untagged AND NOT is:disputed")),
    )
    note = tr("Disputed: the latest decisions of two people differ.")
    return Sheet("disputed", tr("Disagreement"), (tr("Items"), tr("Number")), (tr("items"),), lines, note=note)


def _batches(batches: Sequence[Batch]) -> Sheet:
    lines = tuple(
        _progress(safe_line(batch.name), batch, (tr(BATCH_STATES[batch.state]), safe_line(batch.reviewer)))
        for batch in batches
    )
    heads = (tr("Batch"), tr("Coded"), tr("Left"), tr("Items"), tr("State"), tr("Reviewer"))
    return Sheet("batches", tr("Batches"), heads, (tr("coded"), tr("left")), lines, worded=2)


def _coverage(now: ReviewProgress) -> Sheet:
    names = messages.LEVELS | {"fully": later("fully searchable")}
    lines = [_count(tr(names[level.name]), level.items, level.query) for level in now.searchable]
    lines.append(_count(tr("files that could not be processed"), now.files, None))
    return Sheet("coverage", tr("Coverage"), (tr("Items"), tr("Number")), (tr("items"),), tuple(lines))


# ---- for the chart


def shortened(sheet: Sheet, most: int) -> Sheet:
    """Return what a chart has room for: the latest hours, months or else years, the largest of the others."""
    if len(sheet.lines) <= most:
        return sheet
    if sheet.key == "months":
        return shortened(sheet._replace(key="years", lines=_years(sheet.lines)), most)
    if sheet.upright:
        return sheet._replace(lines=sheet.lines[-most:])
    largest = sorted(sheet.lines, key=lambda line: -sum(line.numbers))[:most]
    return sheet._replace(lines=tuple(line for line in sheet.lines if line in largest)[:most])


def _years(lines: Sequence[SheetLine]) -> tuple[SheetLine, ...]:
    years: dict[str, SheetLine] = {}
    for line in lines:
        year = line.name[:4] if line.name[:4].isdigit() else line.name
        if year in years:
            sums = tuple(map(add, years[year].numbers, line.numbers))
            years[year] = years[year]._replace(numbers=sums)
        elif year.isdigit():
            queries = (f"date:{year} AND NOT is:untagged", f"date:{year} AND is:untagged")
            years[year] = SheetLine(year, line.numbers, queries, f"date:{year}")
        else:
            years[year] = line
    return tuple(years.values())
