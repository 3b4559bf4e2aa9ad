"""Arrays of whole numbers: the different ones among them, and which of them are among others.

Both work by sorting. Since its version 2.3, NumPy's ``unique`` hashes the numbers instead, and its ``isin`` and
``union1d`` use that: for the places of words in texts it took eighty times as long. NumPy is loaded when it is needed,
since that takes some hundredths of a second, which most searches are spared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_Number = TypeVar("_Number", bound="np.integer[Any]")


def distinct(values: NDArray[_Number]) -> NDArray[_Number]:
    import numpy as np

    ordered = np.sort(values)
    kept = np.empty(len(ordered), np.bool_)
    kept[:1] = True
    np.not_equal(ordered[1:], ordered[:-1], out=kept[1:])
    return ordered[kept]


def are_among(values: NDArray[_Number], others: NDArray[_Number]) -> NDArray[np.bool_]:
    """Return of each value whether it is among others, which are ascending."""
    import numpy as np

    if not len(others):
        return np.zeros(len(values), np.bool_)
    at = np.minimum(np.searchsorted(others, values), len(others) - 1)
    equal: NDArray[np.bool_] = others[at] == values
    return equal
