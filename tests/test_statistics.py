"""Tests of the Clopper-Pearson interval: against published values and against the binomial tails in exact fractions."""

from __future__ import annotations

from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.statistics import beta_share, clopper_pearson

KNOWN = (
    (0, 10, 0.95, 0.0, 0.3084971),
    (1, 10, 0.95, 0.0025286, 0.4450161),
    (5, 10, 0.95, 0.1870860, 0.8129140),
    (10, 10, 0.95, 0.6915029, 1.0),
    (10, 100, 0.95, 0.0490047, 0.1762226),
    (50, 100, 0.95, 0.3983211, 0.6016789),
)


@pytest.mark.parametrize(("found", "sample", "confidence", "low", "high"), KNOWN)
def test_known_values(found: int, sample: int, confidence: float, low: float, high: float) -> None:
    said = clopper_pearson(found, sample, confidence)
    assert said.low == pytest.approx(low, abs=6e-7) and said.high == pytest.approx(high, abs=6e-7)


@pytest.mark.parametrize(
    ("found", "sample", "low", "high"),
    [(81, 263, 0.2527, 0.3676), (15, 148, 0.0578, 0.1617), (0, 20, 0.0, 0.1684), (1, 29, 0.0009, 0.1776)],
)
def test_published_values(found: int, sample: int, low: float, high: float) -> None:
    """R. Newcombe, Statistics in Medicine 17 (1998), 857-872, table I, method 5; four digits."""
    said = clopper_pearson(found, sample)
    assert (round(said.low, 4), round(said.high, 4)) == (low, high)


def tail(found: int, sample: int, share: float) -> Fraction:
    """Return the chance of ``found`` or more in a sample, without rounding."""
    p = Fraction(share)
    return sum((comb(sample, k) * p**k * (1 - p) ** (sample - k) for k in range(found, sample + 1)), Fraction(0))


@given(st.integers(1, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), st.floats(0.5, 0.999))
def test_the_tails_are_half_of_what_is_left(pair: tuple[int, int], confidence: float) -> None:
    found, sample = pair
    said = clopper_pearson(found, sample, confidence)
    assert 0 <= said.low <= found / sample <= said.high <= 1
    half = (1 - confidence) / 2
    if found:
        assert float(tail(found, sample, said.low)) == pytest.approx(half, rel=1e-9)
    if found < sample:
        assert float(1 - tail(found + 1, sample, said.high)) == pytest.approx(half, rel=1e-9)


@given(st.integers(1, 40), st.integers(1, 40), st.floats(0.001, 0.999))
def test_the_beta_share_is_the_binomial_tail(a: int, b: int, x: float) -> None:
    assert beta_share(x, a, b) == pytest.approx(float(tail(a, a + b - 1, x)), rel=1e-9, abs=1e-300)


def test_large_samples_end() -> None:
    said = clopper_pearson(3, 1_000_000)
    assert 6.1e-7 < said.low < 6.3e-7 and 8.7e-6 < said.high < 8.8e-6


@pytest.mark.parametrize(("found", "sample", "confidence"), [(-1, 5, 0.95), (6, 5, 0.95), (0, 0, 0.95), (1, 5, 1.0)])
def test_nonsense_is_refused(found: int, sample: int, confidence: float) -> None:
    with pytest.raises(ValueError, match="is no sample"):
        clopper_pearson(found, sample, confidence)
