"""The usual distance, decided on the places of a whole index at once.

It decides as ``pairs`` does for one field after the other. Pure computation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from triage.arrays import are_among, distinct
from triage.search.proximity.pairs import Pair

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Numbers: TypeAlias = "NDArray[np.int64]"


def items_met(pair: Pair, lefts: Numbers, rights: Numbers, bits: int) -> list[int]:
    """Return the items in which a pair that allows it (``Pair.at_once``) is met.

    ``lefts`` and ``rights``: where the sides begin, ascending, as whole numbers whose ``bits`` lower bits tell the
    field and the position; no place comes twice. The shorter side's places are looked up among the other's.
    """
    import numpy as np  # takes some hundredths of a second, which other searches are spared

    low, high = pair.reach
    if len(rights) < len(lefts):
        lefts, rights, low, high = rights, lefts, -high, -low
    near = np.searchsorted(rights, lefts + high, "right") - np.searchsorted(rights, lefts + low)
    if low <= 0 <= high and not pair.apart:
        near -= are_among(lefts, rights)  # the same word of the text on both sides
    items: list[int] = distinct(lefts[near > 0] >> bits).tolist()
    return items
