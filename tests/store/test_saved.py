"""Tests of packed item numbers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from triage.model.items import ItemNo
from triage.store.saved import pack, unpack


@given(st.sets(st.integers(1, 2**32 - 1)))
def test_numbers_come_back_as_they_were(numbers: set[int]) -> None:
    assert unpack(pack(map(ItemNo, numbers))) == sorted(numbers)


def test_many_numbers_take_little_room() -> None:
    assert len(pack(ItemNo(n) for n in range(1, 200_000))) < 2_000
