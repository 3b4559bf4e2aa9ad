"""Arrays: the same answers as NumPy's own functions give."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.arrays import are_among, distinct

_ARRAYS = st.lists(st.integers(-5, 5) | st.integers(-(2**63), 2**63 - 1)).map(lambda values: np.array(values, np.int64))


@given(_ARRAYS)
def test_distinct_values_ascend(values: np.ndarray) -> None:
    before = values.copy()
    assert distinct(values).tolist() == sorted(set(before.tolist()))
    assert np.array_equal(values, before)


@pytest.mark.parametrize("kind", [np.uint64, np.int64, np.uint16])
def test_distinct_values_keep_their_type(kind: type[np.generic]) -> None:
    assert distinct(np.array([3, 1, 3], kind)).dtype == kind


@given(_ARRAYS, _ARRAYS)
def test_values_are_among_others(values: np.ndarray, others: np.ndarray) -> None:
    assert are_among(values, np.sort(others)).tolist() == np.isin(values, others).tolist()
