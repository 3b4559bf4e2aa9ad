"""Batches: a result becomes portions of whole families, each with one person at a time.

States are those of the field: blank, checked out, pending, completed. Every change is one transaction in which the
batch is looked at first, so that two processes can't check out the same one.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from msgspec.structs import replace

from triage.errors import DecisionError, TriageError
from triage.messages import render, say
from triage.model.items import ItemId, ItemNo
from triage.model.team import Batch, Count, Hour, HourPart, NewBatches, ReviewerPart, ReviewPart, ReviewProgress
from triage.review.decision_writer import both, find_list, list_name, new_list, query_for
from triage.store import decision_log, extent, reading, report_counts, worklists
from triage.store.db import Store, now
from triage.store.decision_log import person
from triage.store.relations import CopyGroups, copy_groups
from triage.store.report_counts import ReviewerHour, Tagging
from triage.store.worklists import Worklist, WorklistTally, WorkStep

_Family = list[tuple[ItemNo, ItemId]]
_KIND, _BAD_NAME = "batch", "batch-bad-name"
MOST_ITEMS = 1_000_000


class Batches:
    """The batches of a case; ``find`` runs a query. An ``untrusted_name`` is a batch's name or its id."""

    def __init__(self, store: Store, find: Callable[[str], Sequence[ItemNo]]) -> None:
        self._store, self._find = store, find

    def create(
        self,
        query: str,
        name: str,
        reviewer: str,
        size: int = 0,
        fresh: bool = False,
        selected: Collection[ItemNo] = (),
    ) -> NewBatches:
        """Create batches of at most ``size`` items (0: one batch) of what a query finds, families whole, copies once.

        A family larger than that is a batch of its own. Several are named ``name 1``, ``name 2`` ... ``fresh`` leaves
        out families of which something, or a copy of it, is in a batch that isn't completed. Where a person
        ``selected`` some of what was found, the batches are of these alone, and their source says so.
        """
        store, nos, source = self._store, sorted(selected), query
        if nos:
            source = render(say("batch-of-selected", count=len(nos), query=query))
        else:
            nos = list(self._find(query))
        name, reviewer = list_name(name, _BAD_NAME), person(reviewer)
        if not 0 <= size <= MOST_ITEMS:
            raise DecisionError("batch-size", most=MOST_ITEMS, size=size)
        with store.change(reviewer, "new batch", source=source, size=size) as detail:
            open_items, groups = _open_items(store), copy_groups(store)
            families = list(_one_of_each(groups, worklists.families(store, nos), open_items if fresh else ()))
            if not families:
                raise DecisionError("batch-of-nothing")
            items = [no for family in families for no, _ in family]
            added, copies = set(items).difference(nos), _left_out(groups, nos, items, open_items)
            numbers = list(_kept(store, _portions(families, size), groups, source, name, reviewer))
            detail.update(batches=len(numbers), name=name, items=len(items), added=len(added), copies=copies)
        made = [b for number, b in _all(store) if number in set(numbers)]
        return NewBatches(tuple(made), len(added), 0 if fresh else len(open_items.intersection(items)), copies)

    def all(self) -> list[Batch]:
        """Return every batch with its state and progress, oldest first."""
        return all_of(self._store)

    def named(self, untrusted_name: str) -> Batch:
        """Return the batch of a name or an id; raises DecisionError where none or several have it."""
        return _one(self._store, untrusted_name)[1]

    def check_out(self, untrusted_name: str, reviewer: str, again: bool = False) -> Batch:
        """Check a batch out to a reviewer; raises DecisionError where somebody else has it.

        "" takes the oldest that is blank, or pending if none is. ``again`` reopens a completed one.
        """
        store, reviewer = self._store, person(reviewer)
        with store.change(reviewer, "take batch") as detail:
            number, batch = _one(store, untrusted_name) if untrusted_name.strip() else _next(store, reviewer)
            detail.update(name=batch.name, id=batch.id)
            if batch.state == "completed" and not again:
                raise DecisionError("batch-completed", name=batch.name, who=batch.reviewer)
            if batch.state == "checked out":
                if reviewer in _holders(batch):
                    return batch
                raise DecisionError("batch-taken", who=batch.reviewer, name=batch.name, time=batch.since)
            worklists.add_step(store, number, "take", reviewer, reviewer)
        return self.named(batch.id)

    def check_in(self, untrusted_name: str, reviewer: str) -> Batch:
        """Return a batch before it is complete; anyone may, for the one who has it. It is pending then."""
        return self._end(untrusted_name, reviewer, "give")

    def complete(self, untrusted_name: str, reviewer: str, anyway: bool = False) -> Batch:
        """Complete a batch; raises DecisionError where another has it or, unless ``anyway``, items have no tag."""
        return self._end(untrusted_name, reviewer, "done", anyway)

    def _end(self, untrusted_name: str, reviewer: str, action: str, anyway: bool = False) -> Batch:
        store, reviewer = self._store, person(reviewer)
        with store.change(reviewer, f"{action} batch") as detail:
            number, batch = _one(store, untrusted_name)
            if batch.state != "checked out":
                raise DecisionError("batch-not-checked-out", name=batch.name, state=batch.state)
            holder = reviewer if reviewer in batch.contested else batch.reviewer
            if action == "done" and holder != reviewer:
                raise DecisionError("batch-of-another", who=holder, name=batch.name)
            left = batch.items - batch.coded
            if action == "done" and left and not anyway:
                raise DecisionError(
                    "batch-has-untagged", left=left, items=batch.items, name=batch.name, query=batch.left_query
                )
            worklists.add_step(store, number, action, holder, reviewer)
            detail.update(name=batch.name, id=batch.id, left=left, holder=holder)
        return self.named(batch.id)


def _one_of_each(
    groups: CopyGroups, families: Iterable[tuple[int, _Family]], open_items: Iterable[ItemNo]
) -> Iterator[_Family]:
    """Yield the families of which something is no copy of what came before; with open items, none of theirs."""
    is_open, met = set(groups.keys([*open_items])), set[int]()
    for _, family in families:
        keys = set(groups.keys([no for no, _ in family]))
        if not keys <= met and keys.isdisjoint(is_open):
            met |= keys
            yield family


def _left_out(groups: CopyGroups, nos: Sequence[ItemNo], items: Sequence[ItemNo], open_items: set[ItemNo]) -> int:
    batched = {*items, *open_items}
    keys, rest = set(groups.keys([*batched])), [no for no in nos if no not in batched]
    return sum(key in keys for key in groups.keys(rest))


def _open_items(store: Store) -> set[ItemNo]:
    completed = {number for number, batch in _all(store) if batch.state == "completed"}
    listed = worklists.listed_items(store, _KIND)
    return set[ItemNo]().union(*(items for number, items in listed.items() if number not in completed))


def _portions(families: Iterable[_Family], size: int) -> Iterator[_Family]:
    portion: _Family = []
    for family in families:
        if size and portion and len(portion) + len(family) > size:
            yield portion
            portion = []
        portion += family
    yield portion


def _kept(
    store: Store, portions: Iterator[_Family], groups: CopyGroups, source: str, title: str, author: str
) -> Iterator[int]:
    every = list(portions)
    width = len(str(len(every)))
    for at, portion in enumerate(every, 1):
        called = list_name(f"{title} {at:0{width}}" if len(every) > 1 else title, _BAD_NAME)
        copies = sum(len(groups.of(no)) for no, _ in portion)
        made = new_list(store, _KIND, called, source, author, {"with_copies": copies})
        yield worklists.add(store, made, [item_id for _, item_id in portion])


def all_of(store: Store) -> list[Batch]:
    return [batch for _, batch in _all(store)]


def _all(store: Store, called: str = "") -> list[tuple[int, Batch]]:
    lists = worklists.lists(store, _KIND, called)
    steps, tallies = worklists.steps(store, lists), worklists.tallies(store, lists)
    handles = worklists.handles(store, _KIND)
    return [
        (w.number, _batch(w, handles[w.number], steps.get(w.number, []), tallies.get(w.number, WorklistTally())))
        for w in lists
    ]


def _batch(made: Worklist, handle: str, steps: list[WorkStep], tally: WorklistTally) -> Batch:
    state, holders, last = "blank", list[str](), ""
    for step in steps:
        holders = [holder for holder in holders if holder != step.value]
        last = step.value
        if step.action == "take":
            holders.append(step.value)
        state = "checked out" if holders else "completed" if step.action == "done" else "pending"
    query = query_for(_KIND, handle) or ""
    return Batch(
        id=made.id,
        name=made.name,
        source=made.source,
        author=made.author,
        time=made.time,
        state=state,
        reviewer=holders[-1] if holders else last,
        since=steps[-1].time if steps else "",
        items=tally.items,
        families=tally.families,
        coded=tally.coded,
        missing=tally.missing,
        contested=tuple(holders) if len(holders) > 1 else (),
        query=query,
        left_query=both(query, "is:untagged") or "",
        with_copies=made.detail["with_copies"],
    )


def _one(store: Store, untrusted_name: str) -> tuple[int, Batch]:
    return _all(store, find_list(store, _KIND, untrusted_name).id)[0]


def _holders(batch: Batch) -> tuple[str, ...]:
    """Return who has a batch that is checked out: several people where merged copies had it checked out differently."""
    return batch.contested or (batch.reviewer,)


def _next(store: Store, reviewer: str) -> tuple[int, Batch]:
    batches = _all(store)
    mine = [pair for pair in batches if pair[1].state == "checked out" and reviewer in _holders(pair[1])]
    free = [pair for state in ("blank", "pending") for pair in batches if pair[1].state == state]
    if not mine and not free:
        raise DecisionError("no-batch-free")
    return (mine or free)[0]


# How far the review is: the numbers of the dashboard, of one moment, each with the query that finds its items.

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
            _part(row, query_for("custodian", row.name) if row.name else None)
            for row in report_counts.custodians(store)
        ),
        terms=tuple(_terms(store, terms, find)),
        months=tuple(map(_month, report_counts.months(store))),
        batches=tuple(all_of(store)),
        tags=tuple(Count(tag, n, query_for("tag", tag)) for tag, n in report_counts.tags(store)),
        reviewers=tuple(_reviewers(hours, report_counts.reviewed(store))),
        hours=tuple(_hours(hours)),
        disputed=Count("disputed", decision_log.disputed_count(store), "is:disputed"),
        problems=tuple(Count(code, n, query_for("problem", code)) for code, n in report_counts.problems(store)),
        searchable=tuple(Count(name, levels[name], query) for name, query in _LEVELS.items()),
        files=len(report_counts.lost_files(store)),
        seconds=0.0,
        unconfined=reading.unconfined(store),
        extent=extent.extent(store),
    )


def _month(row: Tagging) -> ReviewPart:
    own = query_for("date", row.name) if row.name else None
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
            query_for("reviewer", name),
        )
        for name, rows in by_name.items()
    ]
    return sorted(parts, key=lambda part: (-part.decisions, part.name))


def _hours(rows: Iterable[ReviewerHour]) -> Iterable[Hour]:
    by_hour: dict[str, list[HourPart]] = {}
    for row in rows:
        query = query_for("decided", f"{row.hour} by {row.reviewer}")
        by_hour.setdefault(row.hour, []).append(HourPart(row.reviewer, row.decisions, query))
    return (
        Hour(f"{hour}:00Z", sum(part.decisions for part in each), tuple(each), f"decided:{hour}")
        for hour, each in by_hour.items()
    )
