"""Tests of triage.insight.names.ranking: words as numbers in their order, and each line once."""

from __future__ import annotations

from triage.insight.names.nouns import Writing
from triage.insight.names.ranking import WordStream, read_texts
from triage.model.items import ItemNo


def stream(*texts: str) -> WordStream:
    made = read_texts(
        [Writing(ItemNo(n), "", None, text) for n, text in enumerate(texts, 1)], lambda _: None, lambda: False
    )
    assert made is not None
    return made


def words(made: WordStream) -> list[str]:
    tokens = made.tokens
    return [tokens.words[key] for key in tokens.keys[tokens.stream] if key]


def test_the_words_stand_in_their_order_and_folded() -> None:
    made = stream("Plover's wing, a WING", "Élan")
    assert words(made) == ["plover", "wing", "a", "wing", "elan"]
    assert [made.nos[at] for at in made.text_at[made.named]] == [1, 1, 2]


def test_a_line_that_was_read_before_counts_once() -> None:
    assert words(stream("the plover flies\nnew", "> the plover flies\nother", "hi", "hi")) == [
        *("the", "plover", "flies", "new", "other", "hi", "hi")  # a short line tells nothing and may come again
    ]


def test_a_word_in_quotation_marks_is_a_name_in_any_script() -> None:
    made = stream('he calls it "heron" and „לוויתן“ but not "two words"')
    tokens = made.tokens
    assert [tokens.words[key] for key in tokens.keys[tokens.stream[made.named]]] == ["heron", "לוויתנ"]


def test_reading_stops_where_it_is_told_to() -> None:
    assert read_texts([Writing(ItemNo(1), "", None, "word")], lambda _: None, lambda: True) is None


def test_no_text_has_no_words() -> None:
    assert words(stream()) == [] and len(stream().named) == 0
