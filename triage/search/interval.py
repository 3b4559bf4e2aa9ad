"""What a sample says of the whole (search room): the Clopper-Pearson interval, computed here to the last digit.

Source: C. Clopper and E. Pearson, Biometrika 26 (1934), 404-413: the shares at which the binomial tails are half of
what the confidence leaves. Pure arithmetic; nothing here draws or reads anything.
"""

from __future__ import annotations

from collections.abc import Callable
from math import exp, lgamma, log, log1p

from triage.reports import Interval

_MOST_STEPS = 10_000
_TINY = 1e-300


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
