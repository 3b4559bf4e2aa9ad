"""Distances decided on lists of places: where each leaf begins, by item and field.

Shared by the engines; how they come by their places is their own business.
"""

from __future__ import annotations

from collections.abc import Iterator

from triage.model.items import ItemNo
from triage.search.deadline import Deadline
from triage.search.proximity.exact import Plan
from triage.search.query.tree import Near, Node, Or

Where = tuple[ItemNo, str]
"""An item and one of its fields."""

Places = dict[Where, list[int]]
"""Where a leaf begins: token positions, ascending, by item and field."""


def met(node: Near, plan: Plan, places: list[Places], clock: Deadline) -> set[ItemNo]:
    """Return the items in which a ``normal`` distance is met, by the places of the plan's leaves."""
    found: set[ItemNo] = set()
    for where in _possible(node, iter(places)):
        clock.check()
        if where[0] not in found and plan.holds([of_leaf.get(where, ()) for of_leaf in places]):
            found.add(where[0])
    return found


def following(parts: list[Places]) -> Places:
    """Return where words follow one another directly, by where each of them stands."""
    first, *rest = parts
    found: Places = {}
    for where, starts in first.items():
        if all(where in part for part in rest):
            offsets = [frozenset(part[where]) for part in rest]
            whole = [start for start in starts if all(start + i in part for i, part in enumerate(offsets, 1))]
            if whole:
                found[where] = whole
    return found


def always_needed(node: Node) -> set[int]:
    """Return the indexes, from left to right, of the leaves without which the node can't be met."""
    return _always_needed(node, iter(range(1 << 30)), True)


def _possible(node: Node, places: Iterator[Places]) -> set[Where]:
    """Return the fields of items that hold what must stand there for the node to be met."""
    match node:
        case Near(left=left, right=right, negated=negated):
            one, two = _possible(left, places), _possible(right, places)
            return one if negated else one & two
        case Or(parts=parts):
            return set().union(*[_possible(part, places) for part in parts])
        case _:
            return set(next(places))


def _always_needed(node: Node, indexes: Iterator[int], needed: bool) -> set[int]:
    match node:
        case Near(left=left, right=right, negated=negated):
            one = _always_needed(left, indexes, needed)
            return one | _always_needed(right, indexes, needed and not negated)
        case Or(parts=parts):
            for part in parts:
                _always_needed(part, indexes, False)
            return set()
        case _:
            index = next(indexes)
            return {index} if needed else set()
