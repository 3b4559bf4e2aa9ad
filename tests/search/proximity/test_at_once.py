"""A distance decided on the places of many items at once is met where it is item by item."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from triage.search.proximity.at_once import items_met
from triage.search.proximity.exact import Plan
from triage.search.query.tree import Near, Phrase, Word, Words

A, B, C = map(Word, "abc")
BITS = 8
positions = st.lists(st.sets(st.integers(0, 12)).map(sorted), min_size=5, max_size=5)
sides = st.sampled_from([A, B, Words(("a", "b")), Words(("b", "c")), Phrase((A, B)), Phrase((C, C))])


def joined(by_item: list[list[int]]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return np.array([(item << BITS) + place for item, places in enumerate(by_item) for place in places], np.int64)


@given(sides, sides, st.integers(1, 4), st.booleans(), positions, positions)
def test_it_is_met_in_the_same_items(
    left: Word, right: Word, far: int, ordered: bool, lefts: list[list[int]], rights: list[list[int]]
) -> None:
    pair = Plan(Near(left, right, far, ordered)).pair
    assert pair is not None
    if left == right:
        rights = lefts
    one_by_one = [item for item, starts in enumerate(zip(lefts, rights, strict=True)) if pair.holds(starts)]
    if pair.at_once:
        assert items_met(pair, joined(lefts), joined(rights), BITS) == one_by_one


def test_an_ordered_phrase_can_be_decided_so() -> None:
    pair = Plan(Near(Words(("a", "b")), Phrase((A, B)), 1, ordered=True)).pair
    assert pair is not None and pair.at_once
    assert items_met(pair, joined([[3], [3]]), joined([[4], [3]]), BITS) == [0]
