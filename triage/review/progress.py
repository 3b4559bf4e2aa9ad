"""How far the review is: the numbers of the dashboard, each with the query that finds its items.

Reads only, and in one moment of the case.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from msgspec.structs import replace

from triage.errors import TriageError
from triage.model.items import ItemNo
from triage.model.team import Count, Hour, HourPart, ReviewerPart, ReviewPart, ReviewProgress
from triage.review import batches
from triage.review.names import asked, both
from triage.store import current_decisions, reading, report_counts
from triage.store.db import Store, now
from triage.store.history import extent
from triage.store.report_counts import ReviewerHour, Tagging

_LEVELS = {"fully": "NOT (is:partly OR is:unsearchable)", "partly": "is:partly", "not": "is:unsearchable"}


def progress(
    store: Store, case: str, terms: Sequence[tuple[str, str]], find: Callable[[str], Collection[ItemNo]]
) -> ReviewProgress:
    """Return the numbers; ``terms`` are (name, query) pairs, each asked of ``find``."""
    began = time.perf_counter()
    with store.db:
        counts = _counted(store, case, terms, find)
    return replace(counts, seconds=time.perf_counter() - began)


def _counted(
    store: Store, case: str, terms: Sequence[tuple[str, str]], find: Callable[[str], Collection[ItemNo]]
) -> ReviewProgress:
    items, coded = report_counts.whole(store)
    levels = reading.level_counts(store)
    hours = report_counts.hours(store)
    return ReviewProgress(
        case=case,
        time=now(),
        whole=ReviewPart("", items, coded, "", "is:untagged"),
        decisions=sum(row.decisions for row in hours),
        custodians=tuple(
            _part(row, asked("custodian", row.name) if row.name else None) for row in report_counts.custodians(store)
        ),
        terms=tuple(_terms(store, terms, find)),
        months=tuple(map(_month, report_counts.months(store))),
        batches=tuple(batches.all_of(store)),
        tags=tuple(Count(tag, n, asked("tag", tag)) for tag, n in report_counts.tags(store)),
        reviewers=tuple(_reviewers(hours, report_counts.reviewed(store))),
        hours=tuple(_hours(hours)),
        disputed=Count("disputed", current_decisions.disputed_count(store), "is:disputed"),
        problems=tuple(Count(code, n, asked("problem", code)) for code, n in report_counts.problems(store)),
        searchable=tuple(Count(name, levels[name], query) for name, query in _LEVELS.items()),
        files=len(report_counts.lost_files(store)),
        seconds=0.0,
        unconfined=reading.unconfined(store),
        extent=extent.extent(store),
    )


def _month(row: Tagging) -> ReviewPart:
    own = asked("date", row.name) if row.name else None
    return _part(row, f"{own} AND NOT is:undated" if own else "is:undated")


def _part(row: Tagging, query: str | None) -> ReviewPart:
    return ReviewPart(row.name, row.items, row.coded, query, both(query, "is:untagged"))


def _terms(
    store: Store, terms: Sequence[tuple[str, str]], find: Callable[[str], Collection[ItemNo]]
) -> Iterator[ReviewPart]:
    coded = report_counts.coded(store) if terms else set()
    for name, query in terms:
        try:
            found = find(query)
        except TriageError as error:
            yield ReviewPart(name, 0, 0, query, None, error.message)
            continue
        yield ReviewPart(name, len(found), len(coded.intersection(found)), query, both(query, "is:untagged"))


def _reviewers(hours: Sequence[ReviewerHour], items: dict[str, int]) -> Iterable[ReviewerPart]:
    by_name: dict[str, list[ReviewerHour]] = {}
    for row in hours:
        by_name.setdefault(row.reviewer, []).append(row)
    parts = [
        ReviewerPart(
            name,
            sum(r.decisions for r in rows),
            items.get(name, 0),
            len(rows),
            min(r.first for r in rows),
            max(r.last for r in rows),
            asked("reviewer", name),
        )
        for name, rows in by_name.items()
    ]
    return sorted(parts, key=lambda part: (-part.decisions, part.name))


def _hours(rows: Iterable[ReviewerHour]) -> Iterable[Hour]:
    by_hour: dict[str, list[HourPart]] = {}
    for row in rows:
        query = asked("decided", f"{row.hour} by {row.reviewer}")
        by_hour.setdefault(row.hour, []).append(HourPart(row.reviewer, row.decisions, query))
    return (
        Hour(f"{hour}:00Z", sum(part.decisions for part in each), tuple(each), f"decided:{hour}")
        for hour, each in by_hour.items()
    )
