"""The usual distance (search room): between two sides of words, or of phrases of one length each, without stretches.

It says the same as ``proximity``'s stretches do, on one field or on the places of a whole index. Pure computation.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import sub

from triage.search.query import Near

Starts = Sequence[Sequence[int]]
"""For each leaf of a plan, the positions at which it starts, ascending."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A distance whose sides are leaves of one width each, given by their indexes.

    ``apart``: no token of a text can belong to both sides. ``same``: both sides are one and the same term.
    """

    lefts: range
    rights: range
    left_width: int
    right_width: int
    near: Near
    apart: bool
    same: bool
    _low: int = field(init=False)
    """How far from a left side's start a right one's may lie at least, and at most."""
    _high: int = field(init=False)

    def __post_init__(self) -> None:
        low = self.left_width if self.near.ordered else 1 - self.near.distance - self.right_width
        object.__setattr__(self, "_low", low)
        object.__setattr__(self, "_high", self.left_width - 1 + self.near.distance)

    def holds(self, starts: Starts) -> bool:
        """Whether the distance is met at least once in a field."""
        lefts = starts[0] if len(self.lefts) == 1 else _merged(starts, self.lefts)
        if not lefts:
            return False
        if self.same and not self.near.negated:
            return len(lefts) > 1 and min(map(sub, lefts[1:], lefts)) <= self.near.distance
        rights = starts[self.rights.start] if len(self.rights) == 1 else _merged(starts, self.rights)
        if self.apart:
            return self._outside(lefts, rights) if self.near.negated else self._inside(lefts, rights)
        return any(self._met(left, rights) != self.near.negated for left in lefts)

    def _inside(self, lefts: Sequence[int], rights: Sequence[int]) -> bool:
        """Whether a right side stands near a left one; looked for beside each of those that are fewer."""
        low, high = self._low, self._high
        if len(rights) < len(lefts):
            lefts, rights, low, high = rights, lefts, -high, -low
        count = len(rights)
        for left in lefts:
            at = bisect_left(rights, left + low)
            if at < count and rights[at] <= left + high:
                return True
        return False

    def _outside(self, lefts: Sequence[int], rights: Sequence[int]) -> bool:
        """Whether a left side stands with no right one near."""
        low, high, count = self._low, self._high, len(rights)
        for left in lefts:
            at = bisect_left(rights, left + low)
            if at == count or rights[at] > left + high:
                return True
        return False

    def _met(self, left: int, rights: Sequence[int]) -> bool:
        """Whether a right side stands near enough to a left one and shares no token with it."""
        after, last = left + self.left_width, left + self._high
        for index in range(bisect_left(rights, left + self._low), len(rights)):
            right = rights[index]
            if right > last:
                return False
            if right >= after or right + self.right_width <= left:
                return True
        return False

    @property
    def at_once(self) -> bool:
        """Whether ``met`` can decide it."""
        return not self.near.negated and (self.apart or self.left_width == self.right_width == 1)

    def met(self, lefts: Sequence[int], rights: Sequence[int]) -> list[int]:
        """Return, of places in many fields as whole numbers, those of a side that has the other near behind it.

        Of the nearest two that meet a distance, no other of either side stands between: each would be nearer.
        """
        ahead, behind = self._high, 0 if self.near.ordered else self.right_width - 1 + self.near.distance
        if not self.apart:
            return self._met_by_either(set(lefts), set(rights))
        # The side of a place is its last bit; the places of each side are often ascending, which makes sorting quick.
        # The last bit tells the sides apart; where the places of each ascend already, sorting them is a mere merge.
        ahead, behind = 2 * ahead + 1, 2 * behind - 1
        most = max(ahead, behind)
        places = sorted([*(2 * left for left in lefts), *(2 * right + 1 for right in rights)])
        return [
            one >> 1
            for one, two in pairwise(places)
            if two - one <= most and (two - one) & 1 and two - one <= (behind if one & 1 else ahead)
        ]

    def _met_by_either(self, left: set[int], right: set[int]) -> list[int]:
        """Do the same for words that may stand on both sides."""
        far, ordered = self.near.distance, self.near.ordered
        return [
            one
            for one, two in pairwise(sorted(left | right))
            if two - one <= far and ((one in left and two in right) or (not ordered and one in right and two in left))
        ]

    @property
    def direct(self) -> bool:
        """Whether the right one of two leaves must follow the left one directly, so that ``directly`` can decide it."""
        next_to = self.near.ordered and self.near.distance == 1 and not self.near.negated
        return next_to and len(self.lefts) == len(self.rights) == 1

    def directly(self, lefts: Sequence[int], rights: Sequence[int]) -> set[int]:
        """Return, of places in many fields as whole numbers, those of the left side that the right side follows."""
        if len(rights) < len(lefts):
            return {right - self.left_width for right in rights}.intersection(lefts)
        ahead = {left + self.left_width for left in lefts}.intersection(rights)
        return {right - self.left_width for right in ahead}


def _merged(starts: Starts, leaves: range) -> Sequence[int]:
    return sorted({start for leaf in leaves for start in starts[leaf]})
