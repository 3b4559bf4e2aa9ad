"""Tests of triage.statistics: against published values, exact fractions, and SciPy over a wide range."""

from __future__ import annotations

from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.statistics import beta_share, clopper_pearson, none_drawn, size_for

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


SIZES = (1, 2, 7, 20, 200, 3_000, 10_000, 1_000_000)


@pytest.mark.nightly
@pytest.mark.parametrize("sample", SIZES)
def test_the_interval_is_that_of_scipy(sample: int) -> None:
    from scipy.stats import beta

    for found in {0, 1, 2, sample // 50, sample // 3, sample // 2, sample - 1, sample} & set(range(sample + 1)):
        for confidence in (0.5, 0.8, 0.95, 0.99):
            said, tail = clopper_pearson(found, sample, confidence), (1 - confidence) / 2
            low = beta.ppf(tail, found, sample - found + 1) if found else 0.0
            high = beta.ppf(1 - tail, found + 1, sample - found) if found < sample else 1.0
            assert (said.low, said.high) == (pytest.approx(low, rel=1e-8), pytest.approx(high, rel=1e-8))


@pytest.mark.nightly  # for SciPy, which takes long to load
@pytest.mark.parametrize("total", [*SIZES[2:], 10_000_000])
def test_the_chance_to_draw_none_is_that_of_scipy(total: int) -> None:
    from scipy.stats import hypergeom

    parts = sorted({0, 1, 2, 5, total // 100, total // 3, total - 1, total} & set(range(total + 1)))
    for marked in parts:
        for drawn in parts:
            wanted = float(hypergeom.cdf(0, total, marked, drawn))
            assert none_drawn(total, marked, drawn) == pytest.approx(wanted, rel=1e-6, abs=1e-250), (marked, drawn)


@given(st.integers(0, 80), st.integers(0, 80), st.integers(0, 80))
def test_the_chance_to_draw_none_is_exact(marked: int, others: int, drawn: int) -> None:
    total, drawn = marked + others, min(drawn, marked + others)
    assert none_drawn(total, marked, drawn) == pytest.approx(comb(others, drawn) / comb(total, drawn), rel=1e-11)


@pytest.mark.parametrize(
    ("margin", "confidence", "population", "size"),
    [
        (0.05, 0.95, 10**9, 385),  # as without a finite population
        (0.05, 0.95, 10_000, 370),
        (0.05, 0.95, 1_000, 278),
        (0.02, 0.99, 10**9, 4_147),
        (0.01, 0.95, 100_000, 8_763),
        (0.05, 0.95, 387, 194),  # 193 without the correction's "- 1"
        (0.1, 0.9, 50, 29),
        (0.9, 0.5, 1, 1),  # the formula says 2
        (0.05, 0.95, 0, 0),
    ],
)
def test_as_many_are_drawn_as_cochran_s_formula_says(
    margin: float, confidence: float, population: int, size: int
) -> None:
    assert size_for(margin, confidence, population) == size


@pytest.mark.parametrize(
    ("margin", "confidence", "population"), [(0, 0.95, 9), (1, 0.95, 9), (0.05, 0, 9), (0.05, 1, 9), (0.05, 0.95, -1)]
)
def test_a_margin_that_makes_no_sense_is_refused(margin: float, confidence: float, population: int) -> None:
    with pytest.raises(ValueError, match="is no margin"):
        size_for(margin, confidence, population)
