"""How often a query's words stand in what it found: the places that ``spans`` marks, counted.

A place is a stretch of text, counted once even where several terms of the query mark it. Words under NOT don't count,
nor what a ``not w/N`` keeps away; of a distance only what takes part in meeting it. Exact texts are counted beside.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from triage.model.items import ItemNo
from triage.search.deadline import NO_LIMIT, Deadline
from triage.search.locate import Locator
from triage.search.proximity.exact import Plan, Where, normal, roles, width
from triage.search.query import exact_text
from triage.search.query.tree import Leaf, Literal, Near, Node, Or, marked, may_stand_in
from triage.store.reading import StoredTexts

Stretch = tuple[Where, int, int]
"""An item's field, the first token and the number of tokens."""


class Occurrences:
    """Counts the places of expanded queries in items."""

    def __init__(self, locator: Locator, texts: StoredTexts) -> None:
        self._locator = locator
        self._texts = texts

    def count(self, query: Node, within: Set[ItemNo], clock: Deadline = NO_LIMIT) -> int:
        """Return at how many places the query's words stand in these items. Raises EngineRefusal out of time."""
        nodes = [node for _, node in marked(query)]
        exact = sum(self._exact(node, within, clock) for node in nodes if isinstance(node, Literal))
        nears = [node for node in nodes if isinstance(node, Near)]
        leaves = [node for node in nodes if not isinstance(node, Literal | Near)]
        if not nears and (len(leaves) < 2 or Plan(Or(tuple(leaves))).apart):  # no place of one can be another's
            return exact + sum(self._locator.count(leaf, within) for leaf in leaves)
        stretches: set[Stretch] = set()
        for leaf in leaves:
            clock.check()
            stretches.update(self._stretches(leaf, within))
        for near in nears:
            stretches.update(self._taking_part(near, within, clock))
        return exact + len(stretches)

    def _stretches(self, leaf: Leaf, within: Set[ItemNo]) -> Iterator[Stretch]:
        wide = width(leaf)
        for where, starts in self._locator.places(leaf, within).items():
            yield from ((where, start, wide) for start in starts)

    def _taking_part(self, near: Near, within: Set[ItemNo], clock: Deadline) -> Iterator[Stretch]:
        whole = normal(near)
        plan = Plan(whole, clock)
        places = [self._locator.places(leaf, within) for leaf in plan.leaves]
        needed = [set(of_leaf) for of_leaf, role in zip(places, roles(whole), strict=True) if role.needed]
        taking_part: dict[Where, set[int]] = {}
        for where in set.intersection(*needed) if needed else set().union(*places):
            clock.check()
            taking_part[where] = plan.tokens([of_leaf.get(where, ()) for of_leaf in places])
        for leaf in (role.leaf for role in roles(near) if role.taking_part):
            for where, start, wide in self._stretches(leaf, within):
                if taking_part.get(where, set()).issuperset(range(start, start + wide)):
                    yield where, start, wide

    def _exact(self, node: Literal, within: Set[ItemNo], clock: Deadline) -> int:
        count = 0
        for _, field, text in self._texts.holding(within, exact_text.piece(node)):
            clock.check()
            if may_stand_in(node, field):
                count += sum(1 for _ in exact_text.found(node, text))
        return count
