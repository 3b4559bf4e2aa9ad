"""What the features need of an open case, which ``triage.case`` hands them, and queries for exactly given items.

Nothing here imports ``triage.case``.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from triage.model.items import ItemId, ItemNo
from triage.store import reading
from triage.store.db import Store

if TYPE_CHECKING:
    from triage.review.shown_items import ShownItems
    from triage.search.engine import Engine
    from triage.search.query.language import Reading
    from triage.search.snapshot import CaseSnapshot


class ExposureLog(Protocol):
    """The record of what people are shown of a case."""

    def note(self, event: str, reviewer: str | None, **details: str | int) -> None:
        """Record that somebody is shown something, "" for the login; with None nothing is recorded."""

    def shown_items(self) -> ShownItems:
        """Return what people were shown until now."""


class InsightCase(Protocol):
    """An open case, as ``triage.case.opened.OpenCase`` has it."""

    @property
    def path(self) -> Path: ...
    @property
    def store(self) -> Store: ...
    @property
    def blind(self) -> bool: ...
    @property
    def exposure(self) -> ExposureLog: ...
    @property
    def engine(self) -> Engine: ...
    @property
    def snapshot(self) -> CaseSnapshot: ...

    def found(self, text: str) -> tuple[Reading, tuple[ItemNo, ...], tuple[ItemNo, ...]]:
        """Read and run a query; return how it was read, the items, and past ones that it would find unasked."""


_MOST_IDS = 500
"""Items that are named one by one."""
_MOST_KEPT = 64
_OWN = ("type:mail", "NOT is:sealed", "participants:", "from:", "to:", "(participants:", "(from:", "(to:")
"""How parts begin that ask for nothing but current items, so that what all of them find is what they find together."""


class PartQueries:
    """Makes queries of parts that are joined by AND; what a part finds is kept for the next query."""

    def __init__(self, case: InsightCase) -> None:
        self._case = case
        self._by_part: dict[str, frozenset[ItemNo]] = {}

    def exact(self, parts: Sequence[str], nos: Sequence[ItemNo]) -> str:
        """Return the query of these parts if it finds exactly these items, else one of their ids.

        "" stands for a query where they are too many to be named, or none. A set is neither widened nor narrowed.
        """
        if parts and self._together(parts) == frozenset(nos):
            return " AND ".join(parts)
        if len(nos) > _MOST_IDS:
            return ""
        ids = reading.ids(self._case.store, nos)
        return of_ids([ids[no] for no in nos])

    def _together(self, parts: Sequence[str]) -> frozenset[ItemNo]:
        if not all(part.startswith(_OWN) for part in parts):
            return frozenset(self._case.found(" AND ".join(parts))[1])
        smallest, *others = sorted(map(self._of, parts), key=len)
        return smallest.intersection(*others)

    def _of(self, part: str) -> frozenset[ItemNo]:
        if (nos := self._by_part.get(part)) is None:
            nos = frozenset(self._case.found(part)[1])
            if len(self._by_part) < _MOST_KEPT:
                self._by_part[part] = nos
        return nos


def of_ids(ids: Sequence[ItemId]) -> str:
    """Return the query that names the items of these ids; "" where they are too many, or none."""
    return " OR ".join(f"id:{item_id}" for item_id in ids) if len(ids) <= _MOST_IDS else ""
