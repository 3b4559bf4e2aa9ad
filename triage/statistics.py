"""Samples: drawing by a seed, how many to draw, what a sample says of the whole, and of misses in a row.

The interval is that of C. Clopper and E. Pearson, Biometrika 26 (1934), 404-413: the shares at which the binomial
tails are half of what the confidence leaves. SciPy has it and the hypergeometric tail, too, but takes 0.7 s to load,
and what decides when a review is enough, or how good one is, needs no more than these few lines. The tests compare both
with SciPy. Nothing here reads a case.
"""

from __future__ import annotations

import hashlib
import heapq
from collections.abc import Callable, Iterable
from math import ceil, exp, lgamma, log, log1p
from statistics import NormalDist
from typing import TypeVar

from triage.model.reports import Interval

_MOST_STEPS = 10_000
_TINY = 1e-300
_T = TypeVar("_T")


def draw(things: Iterable[_T], key: Callable[[_T], str], seed: str, size: int) -> list[_T]:
    """Return ``size`` things, or all: those whose SHA-256 of ``seed:key`` is smallest, in that order.

    Anyone can draw them again with any tool, and nobody can choose them; the first n are a sample of their own.
    """

    def rank(thing: _T) -> str:
        return hashlib.sha256(f"{seed}:{key(thing)}".encode("utf-8", "surrogateescape")).hexdigest()

    return heapq.nsmallest(size, things, key=rank)


def size_for(margin: float, confidence: float, population: int) -> int:
    """Return how many to draw so that any share is met within ``margin`` (0.05: five points) at this confidence.

    Source: W. Cochran, Sampling Techniques, 3rd edition (1977), 4.4: the normal approximation at the share of one half,
    with the correction for a finite population. Raises ValueError where the numbers make no sense.
    """
    if not 0 < margin < 1 or not 0 < confidence < 1 or population < 0:
        raise ValueError(f"{margin} at {confidence} of {population} is no margin")
    deviations = NormalDist().inv_cdf((1 + confidence) / 2)
    unlimited = deviations**2 * 0.25 / margin**2
    return min(population, ceil(unlimited / (1 + (unlimited - 1) / population))) if population else 0


def clopper_pearson(found: int, sample: int, confidence: float = 0.95) -> Interval:
    """Return the exact two-sided interval for a share of which ``found`` in ``sample`` were seen.

    It holds the true share in at least ``confidence`` of all samples, however small. Raises ValueError where the
    numbers make no sense.
    """
    if not 0 <= found <= sample or not sample or not 0 < confidence < 1:
        raise ValueError(f"{found} of {sample} at {confidence} is no sample")
    tail = (1 - confidence) / 2
    low = _root(lambda p: beta_share(p, found, sample - found + 1), tail) if found else 0.0
    high = _root(lambda p: beta_share(p, found + 1, sample - found), 1 - tail) if found < sample else 1.0
    return Interval(found, sample, confidence, low, high)


def none_drawn(total: int, marked: int, drawn: int) -> float:
    """Return how likely a sample of ``drawn`` out of ``total`` has none of the ``marked`` ones, drawn without return.

    It is the hypergeometric distribution at 0: C(total - marked, drawn) / C(total, drawn).
    """
    rest = total - marked
    if drawn > rest:
        return 0.0
    return exp(lgamma(rest + 1) - lgamma(rest - drawn + 1) - lgamma(total + 1) + lgamma(total - drawn + 1))


def beta_share(x: float, a: float, b: float) -> float:
    """Return the regularised incomplete beta function I_x(a, b), for a and b above 0."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):  # the fraction converges fast on the other side of the mean
        return 1.0 - beta_share(1 - x, b, a)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)) / a
    return front / _fraction(x, a, b)


def _fraction(x: float, a: float, b: float) -> float:
    """Return the continued fraction of DLMF 8.17.22 by Lentz's method."""
    value = upper = 1.0
    lower = 0.0
    for step in range(1, _MOST_STEPS):
        term = _term(step, x, a, b)
        lower = 1 / (1 + term * lower or _TINY)
        upper = 1 + term / upper or _TINY
        value *= upper * lower
        if abs(upper * lower - 1) < 1e-16:
            break
    return value


def _term(step: int, x: float, a: float, b: float) -> float:
    m, odd = divmod(step, 2)
    if odd:
        return -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    return m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))


def _root(rising: Callable[[float], float], target: float) -> float:
    """Return where a rising function of a share meets the target, by halving."""
    low, high = 0.0, 1.0
    while low < (middle := (low + high) / 2) < high:
        low, high = (middle, high) if rising(middle) < target else (low, middle)
    return middle
