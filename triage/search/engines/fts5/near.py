"""Distances on FTS5, exact: FTS5's NEAR where it means the same, else its positions and ``proximity``.

FTS5's NEAR knows two phrases, no order, and lets both be the same word of the text; what goes beyond is decided here,
on the positions that FTS5 gives for each candidate, or, where a side stands for very many words, on its list of places.
"""

from __future__ import annotations

from collections.abc import Callable

import apsw

from triage.model.items import ItemNo
from triage.search.deadline import Deadline
from triage.search.engines.fts5.candidates import CandidateFilter, FtsRow, candidate_filter
from triage.search.engines.fts5.places import PlaceReader
from triage.search.engines.fts5.read import IndexCache, items
from triage.search.proximity.exact import Leaf, Plan, normal, pruned
from triage.search.query.tree import Near, Node, Or, Phrase, Prefix, Word, Words

_VERIFIED = "AND search_near(search_fts)"
ItemsOf = Callable[[Leaf], set[ItemNo]]


class Nearness:
    """Answers distances over one connection."""

    def __init__(self, db: apsw.Connection) -> None:
        self._db = db
        self._places = PlaceReader(db)
        self._holds: Callable[[FtsRow], bool] = _never
        db.register_fts5_function("search_near", self._verify)

    def search(self, near: Near, clock: Deadline, items_of: ItemsOf, kept: IndexCache) -> set[ItemNo]:
        """Return the items in which the distance is met; ``items_of`` answers single leaves."""
        whole = pruned(normal(near))
        if whole is None:
            return set()
        if not isinstance(whole, Near):
            return self._items(whole, clock, items_of, kept)
        plan = Plan(whole, clock)
        if whole.negated:
            return self._negated(whole, plan, clock, items_of, kept)
        candidates = candidate_filter(whole, plan)
        if candidates is None:
            return self._places.search(whole, plan, clock, kept)
        return (
            items(self._db, candidates.match) if candidates.certain and candidates.match else self._verified(candidates)
        )

    def _negated(self, near: Near, plan: Plan, clock: Deadline, items_of: ItemsOf, kept: IndexCache) -> set[ItemNo]:
        """Items that hold the left side and no right one are certain; those that hold both are looked at."""
        left = self._items(near.left, clock, items_of, kept)
        both = left & self._items(near.right, clock, items_of, kept)
        if not both:
            return left
        candidates = candidate_filter(near, plan)
        if candidates is None:
            return (left - both) | self._places.search(near, plan, clock, kept)
        return (left - both) | self._verified(candidates)

    def _items(self, node: Node, clock: Deadline, items_of: ItemsOf, kept: IndexCache) -> set[ItemNo]:
        match node:
            case Near():
                return self.search(node, clock, items_of, kept)
            case Or(parts=parts):
                return set().union(*(self._items(part, clock, items_of, kept) for part in parts))
            case Word() | Prefix() | Words() | Phrase():
                return items_of(node)
            case _:
                raise TypeError(f"{node} can't be a side of a distance")

    def _verified(self, candidates: CandidateFilter) -> set[ItemNo]:
        self._holds = candidates.holds
        try:
            return items(self._db, candidates.match, _VERIFIED) if candidates.match else set()
        finally:
            self._holds = _never

    def _verify(self, api: apsw.FTS5ExtensionApi, *_: apsw.SQLiteValue) -> bool:
        """Say of the row that FTS5 stands on whether the distance is met in one of its columns."""
        return self._holds(api)


def _never(_: FtsRow) -> bool:
    return False
