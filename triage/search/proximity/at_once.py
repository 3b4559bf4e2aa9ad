"""The usual distance on the places of a whole index at once.

It says the same as ``pairs`` does of one field after the other. Pure computation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from triage.search.proximity.pairs import Pair

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Numbers: TypeAlias = "NDArray[np.int64]"


def items_met(pair: Pair, lefts: Numbers, rights: Numbers, bits: int) -> list[int]:
    """Return the items in which a pair that allows it (``Pair.at_once``) is met.

    ``lefts`` and ``rights``: where the sides begin, ascending, as whole numbers whose ``bits`` lower bits tell the
    field and the position; no place comes twice. Looked for beside each place of the side that has fewer.
    """
    import numpy as np  # takes some hundredths of a second, which other questions are spared

    low, high = pair.reach
    if len(rights) < len(lefts):
        lefts, rights, low, high = rights, lefts, -high, -low
    near = np.searchsorted(rights, lefts + high, "right") - np.searchsorted(rights, lefts + low)
    if low <= 0 <= high and not pair.apart:
        near -= np.isin(lefts, rights)  # the same word of the text on both sides
    found: list[int] = np.unique(lefts[near > 0] >> bits).tolist()
    return found
