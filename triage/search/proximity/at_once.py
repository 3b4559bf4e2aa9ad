"""Distances decided on the places of many items at once, by arrays.

It decides as ``exact`` does for one field after the other. A place is a whole number whose lower bits tell the field
and the position, so that places of two fields are never near. Pure computation. NumPy is imported where it is used:
that takes some hundredths of a second, which other searches are spared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, reduce
from itertools import product
from operator import or_
from typing import TYPE_CHECKING, TypeAlias

from triage.arrays import are_among, distinct
from triage.search.query.tree import Near

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Mask: TypeAlias = NDArray[np.bool_]

Numbers: TypeAlias = "NDArray[np.int64]"

_AT_ONCE = 500_000
"""Places or pairs that are tried between two looks at the clock, in some hundredths of a second."""
_MOST = 4_000_000
"""Pairs of stretches that are kept, 32 MB for each of their leaves."""


class TooManyAtOnce(Exception):
    """There is more than the memory is meant for: the items are to be decided in about so many ``parts``."""

    def __init__(self, parts: int = 2) -> None:
        super().__init__()
        self.parts = parts


class Stretches:
    """Stretches that are made of the same leaves: where each leaf begins in each of them, and how wide it is."""

    def __init__(self, starts: list[Numbers], widths: list[int]) -> None:
        self.starts, self.widths = starts, widths

    def __len__(self) -> int:
        return len(self.starts[0])

    @property
    def of_one_leaf(self) -> bool:
        """Whether they are the places of one leaf, ascending, and all of one length."""
        return len(self.starts) == 1

    @cached_property
    def firsts(self) -> Numbers:
        """The first place of each."""
        import numpy as np

        return reduce(np.minimum, self.starts)

    @cached_property
    def lasts(self) -> Numbers:
        """The last place of each."""
        import numpy as np

        return reduce(np.maximum, [starts + (width - 1) for starts, width in self.leaves()])

    def leaves(self) -> Iterator[tuple[Numbers, int]]:
        """Yield for each leaf where it begins in each of them, and how wide it is."""
        return zip(self.starts, self.widths, strict=True)

    def some(self, which: Mask | Numbers) -> Stretches:
        """Return those that are chosen."""
        return Stretches([some[which] for some in self.starts], self.widths)


class Joiner:
    """Joins the two sides of a distance.

    ``apart``: no token of a text can belong to both. ``check`` is called now and then, and may raise.
    """

    def __init__(self, near: Near, apart: bool, check: Callable[[], None]) -> None:
        self._far, self._ordered, self._apart, self._check = near.distance, near.ordered, apart, check

    def joined(self, lefts: list[Stretches], rights: list[Stretches]) -> list[Stretches]:
        """Return the stretches of a left and a right one each that are near. Raises TooManyAtOnce."""
        return [self._both(left, right) for left, right in product(lefts, rights)]

    def far(self, lefts: list[Stretches], rights: list[Stretches]) -> list[Stretches]:
        """Return the left stretches with no right one near."""
        return [left.some(~self._near_any(left, rights)) for left in lefts]

    def near(self, lefts: list[Stretches], rights: list[Stretches]) -> Iterator[Numbers]:
        """Yield a place of left stretches that are near a right one, or of right ones that are near a left one."""
        for left, right in product(lefts, rights):
            if self._simple(left, right) and len(right) < len(left):
                ranges = [(-high, -low) for low, high in self._ranges(left, right)]
                yield right.firsts[self._counted(right, left, ranges)]
            else:
                yield left.firsts[self._near_any(left, [right])]

    def _near_any(self, left: Stretches, rights: list[Stretches]) -> Mask:
        import numpy as np

        return reduce(or_, [self._near_one(left, right) for right in rights], np.zeros(len(left), np.bool_))

    def _near_one(self, left: Stretches, right: Stretches) -> Mask:
        """Return of each left stretch whether a right one is near."""
        import numpy as np

        if self._simple(left, right):
            return self._counted(left, right, self._ranges(left, right))
        near = np.zeros(len(left), np.bool_)
        for which, _ in self._pairs(left, right):
            near[which] = True
        return near

    def _simple(self, left: Stretches, right: Stretches) -> bool:
        return left.of_one_leaf and right.of_one_leaf

    def _ranges(self, left: Stretches, right: Stretches) -> list[tuple[int, int]]:
        """Return how far from the start of a left stretch a right one's may lie: behind it, and before it."""
        (width,), (right_width,) = left.widths, right.widths
        behind = (width, width - 1 + self._far)
        if self._ordered:
            return [behind]
        before = (1 - self._far - right_width, -right_width)
        return [(before[0], behind[1])] if self._apart else [before, behind]

    def _counted(self, side: Stretches, other: Stretches, ranges: list[tuple[int, int]]) -> Mask:
        import numpy as np

        near = np.zeros(len(side), np.bool_)
        for at in range(0, len(side), _AT_ONCE):
            self._check()
            some = side.firsts[at : at + _AT_ONCE]
            for low, high in ranges:
                end = np.searchsorted(other.firsts, some + high, "right")
                near[at : at + _AT_ONCE] |= end > np.searchsorted(other.firsts, some + low)
        return near

    def _both(self, left: Stretches, right: Stretches) -> Stretches:
        import numpy as np

        if self._ordered and self._far == 1 and self._simple(left, right):  # one right behind the other
            (width,), (right_width,) = left.widths, right.widths
            if len(right) < len(left):
                before = right.firsts - width
                follow = before[are_among(before, left.firsts)]
            else:
                follow = left.firsts[are_among(left.firsts + width, right.firsts)]
            return Stretches([follow], [width + right_width])
        lefts, rights = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
        kept = 0
        for which, others in self._pairs(left, right):
            lefts.append(which)
            rights.append(others)
            kept += len(which)
            if kept > _MOST:
                raise TooManyAtOnce
        starts = left.some(np.concatenate(lefts)).starts + right.some(np.concatenate(rights)).starts
        return Stretches(starts, left.widths + right.widths)

    def _pairs(self, left: Stretches, right: Stretches) -> Iterator[tuple[Numbers, Numbers]]:
        """Yield the indexes of stretches that are near, in pieces."""
        import numpy as np

        if not len(left) or not len(right):
            return
        order = np.argsort(right.firsts, kind="stable")
        firsts, longest = right.firsts[order], int((right.lasts - right.firsts).max())
        lows = left.lasts + 1 if self._ordered else left.firsts - self._far - longest
        begins = np.searchsorted(firsts, lows)
        counts = np.maximum(np.searchsorted(firsts, left.lasts + self._far, "right") - begins, 0)
        for rows in _pieces(counts):
            self._check()
            which = np.repeat(np.arange(rows.start, rows.stop), counts[rows])
            steps = np.arange(len(which)) - np.repeat(np.cumsum(counts[rows]) - counts[rows], counts[rows])
            others = order[np.repeat(begins[rows], counts[rows]) + steps]
            if not self._ordered:
                kept = self._fitting(left.some(which), right.some(others))
                which, others = which[kept], others[kept]
            yield which, others

    def _fitting(self, left: Stretches, right: Stretches) -> Mask:
        """Return of each pair whether it is near enough and no token belongs to both stretches."""
        fitting: Mask = left.firsts - right.lasts <= self._far
        if not self._apart:
            for (start, width), (right_start, right_width) in product(left.leaves(), right.leaves()):
                fitting &= (start + width <= right_start) | (right_start + right_width <= start)
        return fitting


def either(groups: Iterable[Stretches]) -> list[Stretches]:
    """Return the stretches of several alternatives, those of leaves of one width together."""
    import numpy as np

    by_width: dict[int, list[Numbers]] = {}
    others: list[Stretches] = []
    for group in groups:
        if group.of_one_leaf:
            by_width.setdefault(group.widths[0], []).append(group.starts[0])
        else:
            others.append(group)
    alone = ((some[0] if len(some) == 1 else distinct(np.concatenate(some)), width) for width, some in by_width.items())
    return [Stretches([places], [width]) for places, width in alone] + others


def _pieces(counts: Numbers) -> Iterator[slice]:
    """Yield rows whose counts together are few, or one row."""
    import numpy as np

    ends, at = np.cumsum(counts), 0
    while at < len(counts):
        before = int(ends[at - 1]) if at else 0
        end = max(at + 1, int(np.searchsorted(ends, before + _AT_ONCE, "right")))
        yield slice(at, end)
        at = end
