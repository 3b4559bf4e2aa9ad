"""Where the sides of a distance stand, quickly: for few places, no two of which can be the same token.

It finds the same stretches as ``proximity.Plan``, which also knows shared tokens and long lists. Pure computation.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import count

from triage.search.proximity.pairs import Starts
from triage.search.query.tree import Near, Node, Or, Pattern, Phrase, Prefix, Term, Word, Words

Stretch = tuple[int, int]
"""First and last token."""

_MANY = 40
"""Pairs of stretches, from which on it is quicker to look for the near ones than to try all."""

Finder = Callable[[Starts], list[Stretch]]


def finder(node: Node, width: Callable[[Term | Phrase], int]) -> Finder:
    """Return what finds a ``normal`` node's stretches by where each of its leaves, from left to right, begins."""
    return _finder(node, width, count())


def _finder(node: Node, width: Callable[[Term | Phrase], int], leaves: Iterator[int]) -> Finder:
    match node:
        case Word() | Prefix() | Pattern() | Words() | Phrase():
            index, more = next(leaves), width(node) - 1
            return lambda starts: [(start, start + more) for start in starts[index]]
        case Or(parts=parts):
            finders = [_finder(part, width, leaves) for part in parts]
            return lambda starts: [stretch for find in finders for stretch in find(starts)]
        case Near(left=left, right=right):
            left_of, right_of = _finder(left, width, leaves), _finder(right, width, leaves)
            choose = _away if node.negated else _joined
            return lambda starts: choose(left_of(starts), right_of(starts), node)
        case _:
            raise TypeError(f"{node} can't be a side of a distance")


def _joined(lefts: list[Stretch], rights: list[Stretch], near: Near) -> list[Stretch]:
    far, ordered = near.distance, near.ordered
    if len(lefts) * len(rights) > _MANY:
        return list({stretch for left, some in _windows(lefts, rights, far) for stretch in _joined([left], some, near)})
    return list(
        {
            (start if start < first else first, end if end > last else last)
            for start, end in lefts
            for first, last in rights
            if first - end <= far and (first > end if ordered else start - last <= far)
        }
    )


def _windows(lefts: list[Stretch], rights: list[Stretch], far: int) -> Iterator[tuple[Stretch, list[Stretch]]]:
    """Yield each left stretch with the right ones that may be near enough."""
    rights.sort()
    widest = max(last - first for first, last in rights)
    for start, end in lefts:
        some = rights[bisect_left(rights, (start - far - widest,)) : bisect_left(rights, (end + far + 1,))]
        if some:
            yield (start, end), some


def _away(lefts: list[Stretch], rights: list[Stretch], near: Near) -> list[Stretch]:
    return [left for left in lefts if not _joined([left], rights, near)]
