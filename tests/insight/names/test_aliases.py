"""Tests of triage.insight.names.aliases: what stands where a name stands is found first, twice the same."""

from __future__ import annotations

from tests.insight.names.test_ranking import stream_of
from triage.insight.names import aliases


def test_the_name_that_is_used_alike_comes_first() -> None:
    found = aliases.like(stream_of(), "Plover", 5)
    assert found[0].word == "gannet" and found[0].items == 30 and 0 < found[-1].score < found[0].score <= 1
    assert "plover" not in [one.word for one in found]


def test_the_same_texts_give_the_same_words() -> None:
    assert aliases.like(stream_of(), "gannet", 5) == aliases.like(stream_of(), "gannet", 5)


def test_an_unknown_name_is_like_none() -> None:
    assert aliases.like(stream_of(), "Whimbrel", 5) == [] == aliases.like(stream_of(), "", 5)
