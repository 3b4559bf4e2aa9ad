"""Says how far a review in the order of a ranking has come: the curve of what was found, and whether it is enough.

It never stops anything. *Enough* is said by a test, not by the shape of the curve: after 20 relevant items and 200
others in a row. The test asks how likely so many misses in a row would be if the stated recall had not been reached,
taking the last items read for a random sample of what was unread before them (M. Callaghan and F. Müller-Hansen,
"Statistical stopping criteria for automated screening in systematic reviews", 2020). As a ranking puts what is likely
relevant first, what is left is poorer still than they are, and the test errs on the side of reading on.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from math import ceil, floor

from msgspec.structs import replace

from triage.model.reports import ReviewCurve
from triage.statistics import none_drawn

LEAST_RELEVANT, LEAST_MISSES = 20, 200
"""Relevant items, and others in a row at last, before anything is said about recall."""
_MOST_POINTS = 200
_TINY = 1e-9


def review_curve(read: Sequence[bool], items: int, recall: float = 0.95, confidence: float = 0.95) -> ReviewCurve:
    """Return how far a review is that has read these of ``items`` in this order, True for a relevant one.

    ``read`` are those alone that were read in the suggested order.
    """
    curve = ReviewCurve(
        items=items,
        in_order=len(read),
        read=len(read),
        relevant=sum(read),
        misses=next((at for at, relevant in enumerate(reversed(read)) if relevant), len(read)),
        points=_points(read),
        recall=recall,
        confidence=confidence,
    )
    if curve.relevant < LEAST_RELEVANT or curve.misses < LEAST_MISSES:
        return curve
    p = _likelihood(curve, floor(curve.relevant / recall + _TINY) + 1 - curve.relevant)
    missed = _most_missed(curve)
    low = curve.relevant / (curve.relevant + missed)
    return replace(curve, p=p, low=low, high=1.0, enough=p < 1 - confidence)


def _likelihood(curve: ReviewCurve, left: int) -> float:
    """Return how likely the misses at last were if so many relevant items had been left before them."""
    before = curve.items - curve.in_order + curve.misses
    return none_drawn(before, left, curve.misses)


def _most_missed(curve: ReviewCurve) -> int:
    """Return the most relevant items that may be unread, at the curve's confidence, by halving."""
    low, high = 0, curve.items - curve.in_order
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if _likelihood(curve, middle) >= 1 - curve.confidence else (low, middle - 1)
    return low


def _points(read: Sequence[bool]) -> tuple[tuple[int, int], ...]:
    """Return (items read, relevant ones among them), evenly spaced, the last one always."""
    if not read:
        return ()
    found = list(accumulate(map(int, read)))
    step = max(1, ceil(len(read) / _MOST_POINTS))
    at = [*range(step, len(read), step), len(read)]
    return tuple((many, found[many - 1]) for many in at)
