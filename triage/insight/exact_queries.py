"""Queries that find exactly given items: one that says why, else their ids. A set is neither widened nor narrowed."""

from __future__ import annotations

from collections.abc import Sequence

from triage.insight.open_case import InsightCase
from triage.model.items import ItemId, ItemNo
from triage.store import reading

_MOST_IDS = 500
"""Items that are named one by one."""
_MOST_KEPT = 64
_OWN = ("type:mail", "NOT is:sealed", "participants:", "from:", "to:", "(participants:", "(from:", "(to:")
"""How parts begin that ask for nothing but current items, so that what all of them find is what they find together."""


class PartQueries:
    """Makes queries of parts that are joined by AND; what a part finds is kept for the next query."""

    def __init__(self, case: InsightCase) -> None:
        self._case = case
        self._found: dict[str, frozenset[ItemNo]] = {}

    def exact(self, parts: Sequence[str], nos: Sequence[ItemNo]) -> str:
        """Return the query of these parts if it finds exactly these items, else one of their ids.

        "" stands for a query where they are too many to be named, or none.
        """
        if parts and self._together(parts) == frozenset(nos):
            return " AND ".join(parts)
        return by_ids(self._case, nos)

    def _together(self, parts: Sequence[str]) -> frozenset[ItemNo]:
        if not all(part.startswith(_OWN) for part in parts):
            return frozenset(self._case.found(" AND ".join(parts))[1])
        smallest, *others = sorted(map(self._of, parts), key=len)
        return smallest.intersection(*others)

    def _of(self, part: str) -> frozenset[ItemNo]:
        found = self._found.get(part)
        if found is None:
            found = frozenset(self._case.found(part)[1])
            if len(self._found) < _MOST_KEPT:
                self._found[part] = found
        return found


def by_ids(case: InsightCase, nos: Sequence[ItemNo]) -> str:
    """Return the query that names these items; "" where they are too many, or none."""
    if len(nos) > _MOST_IDS:
        return ""
    ids = reading.ids(case.store, nos)
    return of_ids([ids[no] for no in nos])


def of_ids(ids: Sequence[ItemId]) -> str:
    """Return the query that names the items of these ids; "" where they are too many, or none."""
    return " OR ".join(f"id:{one}" for one in ids) if len(ids) <= _MOST_IDS else ""
