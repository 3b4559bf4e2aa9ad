"""Who had read what they decided on: by the log of what people were shown, which alone says that an item was read.

An item was read where the case's log has it, or an exact copy, as shown to the reviewer before the decision. Nothing
counts as read where that log was changed, nor what was shown in another copy of the case or in a read-only session.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from triage.model.items import ItemNo, ListedPlace
from triage.store import decision_log
from triage.store.db import Store
from triage.store.relations import CopyGroups, copy_groups


class Showing(NamedTuple):
    """That an item was shown: when, and where as the next one in a list in the suggested order, None in none."""

    time: str
    place: ListedPlace | None


_time = attrgetter("time")


class ShownItems:
    """What was shown in a case until now, given by person and item's id in the order of time."""

    def __init__(self, store: Store, people: Mapping[str, Mapping[str, Sequence[Showing]]]) -> None:
        self._store = store
        self._ids = set[str]().union(*people.values())
        self._of: defaultdict[tuple[str, int], list[Showing]] = defaultdict(list)
        nos = decision_log.numbers_by_id(store, self._ids)
        self._groups = copy_groups(store) if nos else CopyGroups((), 0)  # takes a while in a large case
        for person, items in people.items():
            for item_id, showings in items.items():
                if (no := nos.get(item_id)) is not None:
                    self._of[" ".join(person.split()), self._groups.keys([no])[0]] += showings
        for each in self._of.values():
            each.sort(key=_time)

    def before(self, no: ItemNo, reviewer: str, time: str) -> Showing | None:
        """Return when an item, or a copy of it, was last shown to somebody by then; None where it wasn't."""
        showings = self._of.get((reviewer, self._groups.keys([no])[0]), []) if self._of else []
        at = bisect_right(showings, time, key=_time)
        return showings[at - 1] if at else None

    def read(self) -> int:
        """Return how many of the items that carry a tag were read before somebody put it on them."""
        tagged = decision_log.taggings(self._store, self._ids) if self._of else []
        return len({no for no, reviewer, time in tagged if self.before(no, reviewer, time)})
