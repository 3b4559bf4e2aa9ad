"""Spans that are apart: hits as they were, and what is marked beside them wherever no hit is."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from triage.model.items import LISTED
from ui.models.marks import apart

_SPAN = st.tuples(st.integers(0, 30), st.integers(1, 9), st.sampled_from([0, 1, LISTED, LISTED + 1]))


@given(st.lists(_SPAN, max_size=8))
def test_hits_stay_and_marks_fill_what_they_leave(found: list[tuple[int, int, int]]) -> None:
    spans = sorted((start, start + length, term) for start, length, term in found)
    hits = apart([span for span in spans if span[2] < LISTED], 40)
    both = apart(spans, 40)
    assert [span for span in both if span[2] < LISTED] == hits
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(both)) and both == sorted(both)
    covered = {at for start, end, _ in both for at in range(start, end)}
    assert covered == {at for start, end, _ in hits for at in range(start, end)} | {
        at for start, end, term in spans if term >= LISTED for at in range(start, end)
    }
