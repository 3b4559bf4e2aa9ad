"""Tests of triage.insight.order.api: nothing is said too early, and hardly ever too much."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.insight.order.api import review_curve


def test_nothing_is_said_of_recall_before_twenty_and_two_hundred() -> None:
    for read in ([], [True] * 19 + [False] * 500, [True] * 50 + [False] * 199, [False] * 900):
        curve = review_curve(read, 1_000)
        assert (curve.p, curve.low, curve.high, curve.enough) == (None, None, None, False)


def test_the_test_is_the_chance_of_so_many_misses_in_a_row() -> None:
    curve = review_curve([True] * 20 + [False] * 200, 320)
    # Recall is below .95 if 2 of the 300 items before the misses were relevant; none of 200 drawn is either of them.
    assert curve.p == pytest.approx(100 / 300 * 99 / 299)
    assert not curve.enough and curve.misses == 200 and curve.in_order == 220
    longer = review_curve([True] * 20 + [False] * 250, 320)
    assert longer.p == pytest.approx(50 / 300 * 49 / 299) and longer.enough
    assert longer.low == pytest.approx(20 / 21) and longer.high == 1


def test_when_all_is_read_the_recall_is_known() -> None:
    curve = review_curve([True] * 20 + [False] * 300, 320)
    assert curve.enough and curve.low == 1 and curve.p == 0


def test_an_interval_at_a_goal_agrees_with_the_test() -> None:
    for many in range(200, 900, 7):
        curve = review_curve([True] * 60 + [False] * many, 1_000)
        assert curve.low is not None and curve.enough == (curve.low >= 0.95)


@given(st.lists(st.booleans(), max_size=600))
def test_the_curve_rises_to_what_was_found(read: list[bool]) -> None:
    points = review_curve(read, len(read)).points
    assert len(points) <= 201 and all(a[0] < b[0] and a[1] <= b[1] for a, b in pairwise(points))
    assert not read or points[-1] == (len(read), sum(read))
    assert all(found == sum(read[:many]) for many, found in points)


@pytest.mark.nightly
def test_items_read_at_random_show_enough_too_early_in_a_twentieth_at_most() -> None:
    """The hardest case: what is left is as rich as what was read, which a ranking never leaves."""
    wrong = 0
    for seed in range(200):
        read = [at < 80 for at in range(2_000)]
        Random(seed).shuffle(read)
        stop = next((at for at in range(200, 2_000, 50) if review_curve(read[:at], 2_000).enough), None)
        wrong += stop is not None and sum(read[:stop]) < 76
    assert wrong <= 10
