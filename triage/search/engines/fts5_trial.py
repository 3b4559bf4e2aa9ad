"""Distances as MATCH strings (search room): what FTS5 finds, and which of its phrases gives which leaf's positions.

Nothing here touches a database.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import product

from triage.model import FIELDS
from triage.search.engines.fts5_match import alternatives, scoped
from triage.search.proximity import Leaf, Plan
from triage.search.query import Near, Node, Or, Phrase, Prefix, Word, Words

_MOST_PHRASES = 240
"""Most phrases in one MATCH string; FTS5's time for an OR grows faster than the number of its parts."""


_NOWHERE: list[Sequence[int]] = [()] * len(FIELDS)

_DEEPEST = 30
"""Deepest nesting of a MATCH string; FTS5's parser overflows at about 100 parentheses."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A MATCH string that finds every item in which a distance may be met.

    ``certain``: and no other item. Else ``holds`` decides, on the columns and offsets of each of the string's ``count``
    phrases; ``groups`` names the phrases of each leaf of the plan. ``paired``: phrases 0 and 1 stand in a NEAR, 2 and 3
    in the next, and so on.
    """

    match: str
    count: int
    groups: tuple[tuple[int, ...], ...]
    plan: Plan
    certain: bool
    paired: bool

    def holds(self, locations: Sequence[Sequence[Sequence[int]]]) -> bool:
        """Whether the distance is met in a column, by the offsets of each phrase in each column."""
        if self.paired and self.count > 2:
            locations = _of_met_pairs(locations)
        by_leaf = [
            locations[group[0]] if len(group) == 1 else _together([locations[number] for number in group])
            for group in self.groups
        ]
        return any(self.plan.holds(starts) for starts in zip(*by_leaf, strict=True) if any(starts))


def write_trial(node: Node, plan: Plan) -> Trial | None:
    """Return the trial of a ``normal`` distance; None where it takes too many phrases."""
    writer = _Writer(len(plan.leaves))
    try:
        match, paired = writer.write(node)
    except _TooMany:
        return None
    certain = paired and plan.apart and isinstance(node, Near) and not node.ordered
    return Trial(match, writer.count, tuple(map(tuple, writer.groups)), plan, certain, paired)


class _TooMany(Exception):
    """A MATCH string would grow too long."""


class _Writer:
    """Writes one MATCH string and counts its phrases, each of which belongs to a leaf."""

    def __init__(self, leaves: int) -> None:
        self.count = 0
        self.groups: list[list[int]] = [[] for _ in range(leaves)]
        self._leaf = 0

    def write(self, node: Node) -> tuple[str, bool]:
        """Return the string and whether it is one NEAR for each pair of phrases."""
        flat = _flat_sides(node)
        if isinstance(node, Near) and flat is not None and not node.negated:
            return self._nears(node, *flat), True
        return self._needed(node), False

    def _nears(self, near: Near, lefts: list[Leaf], rights: list[Leaf]) -> str:
        """Say two sides of words and phrases by FTS5's own NEAR, once for each pair."""
        pairs = product(enumerate(lefts), enumerate(rights, len(lefts)))
        return " OR ".join(string for left, right in pairs for string in self._pair(near, left, right))

    def _pair(self, near: Near, left: tuple[int, Leaf], right: tuple[int, Leaf]) -> Iterator[str]:
        fields = _shared_fields(left[1].fields, right[1].fields)
        if fields is None:
            return
        for one, two in product(_alternatives(left[1]), _alternatives(right[1])):
            self._number(left[0])
            self._number(right[0])
            yield scoped(f"NEAR({one} {two}, {near.distance - 1})", fields)

    def _needed(self, node: Node, depth: int = 0) -> str:
        """Say what must stand in an item for the node to be met, and name the rest so that FTS5 gives its positions."""
        if depth > _DEEPEST:
            raise _TooMany
        match node:
            case Near(left=left, right=right, negated=negated):
                needed, other = self._needed(left, depth + 1), self._needed(right, depth + 1)
                if negated and depth:
                    other = f"({other} OR {self._again(left, depth + 1)})"
                return f"({needed} AND {other})"
            case Or(parts=parts):
                return "(" + " OR ".join(self._needed(part, depth + 1) for part in parts) + ")"
            case Word() | Prefix() | Words() | Phrase():
                index, self._leaf = self._leaf, self._leaf + 1
                phrases = _alternatives(node)
                for _ in phrases:
                    self._number(index)
                return "(" + scoped(" OR ".join(phrases), node.fields) + ")"
            case _:
                raise TypeError(f"{node} can't be a side of a distance")

    def _again(self, node: Node, depth: int) -> str:
        """Say a node that was said before, without its phrases counting for a leaf."""
        leaf, groups = self._leaf, self.groups
        self._leaf, self.groups = 0, [[] for _ in groups]
        text = self._needed(node, depth)
        self._leaf, self.groups = leaf, groups
        return text

    def _number(self, leaf: int) -> None:
        self.groups[leaf].append(self.count)
        self.count += 1
        if self.count > _MOST_PHRASES:
            raise _TooMany


def _of_met_pairs(locations: Sequence[Sequence[Sequence[int]]]) -> list[Sequence[Sequence[int]]]:
    """Blank what FTS5 says of a NEAR that the row doesn't meet.

    One of its two phrases then has no offsets; the other may still show those of an earlier row.
    """
    kept: list[Sequence[Sequence[int]]] = []
    for one, two in zip(locations[::2], locations[1::2], strict=True):
        kept += [one, two] if any(one) and any(two) else [_NOWHERE, _NOWHERE]
    return kept


def _flat_sides(node: Node) -> tuple[list[Leaf], list[Leaf]] | None:
    """Return the leaves of both sides where neither holds a distance itself."""
    if not isinstance(node, Near):
        return None
    sides = [_flat(side) for side in (node.left, node.right)]
    return None if sides[0] is None or sides[1] is None else (sides[0], sides[1])


def _flat(side: Node) -> list[Leaf] | None:
    match side:
        case Or(parts=parts):
            flat = [_flat(part) for part in parts]
            return None if None in flat else [leaf for leaves in flat if leaves for leaf in leaves]
        case Word() | Prefix() | Words() | Phrase():
            return [side]
        case _:
            return None


def _alternatives(leaf: Leaf) -> list[str]:
    phrases = alternatives(leaf)
    if phrases is None:
        raise _TooMany
    return phrases


def _shared_fields(one: tuple[str, ...], two: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return the fields in which both may stand, () for any, None for none."""
    if not one or not two:
        return one or two
    return tuple(field for field in one if field in two) or None


def _together(locations: list[Sequence[Sequence[int]]]) -> list[Sequence[int]]:
    """Return the offsets of several phrases as one, by column."""
    if not locations:
        return _NOWHERE
    return [list(merge(*(offsets for offsets in column if offsets))) for column in zip(*locations, strict=True)]
