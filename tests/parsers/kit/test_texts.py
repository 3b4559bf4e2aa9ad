"""Texts keep to the limit, ends of lines included, so that nothing has to be cut, and copied, afterwards."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.parsers.reading import LIMITS
from triage.parsers.kit.texts import Texts


@given(st.lists(st.tuples(st.sampled_from(("body", "note")), st.text("ab \n", max_size=12)), max_size=12))
def test_no_more_is_kept_than_the_limit(added: list[tuple[str, str]]) -> None:
    texts = Texts(replace(LIMITS, text_chars=20))
    for origin, text in added:
        texts.add(origin, text)
    assert sum(len(segment.text) for segment in texts.segments()) <= 20


def test_what_fits_is_kept_whole_and_what_does_not_is_told() -> None:
    texts = Texts(replace(LIMITS, text_chars=10))
    texts.add("body", "123456")
    assert not texts.full
    texts.add("note", "abcdef")
    assert texts.full and [t.code for t in texts.troubles] == ["limit-size"]
    assert [(s.origin, s.text) for s in texts.segments()] == [("body", "123456"), ("note", "abc")]
