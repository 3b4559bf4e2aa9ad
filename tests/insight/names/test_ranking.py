"""Tests of triage.insight.names.ranking: a deal's name ranks above people, places and companies, twice the same."""

from __future__ import annotations

from tests.insight.letters import addresses, letters
from triage.insight.names import ranking
from triage.insight.names.nouns import RankedName, Writing
from triage.insight.names.ranking import WordStream, read_texts
from triage.model.items import ItemNo


def stream_of(seed: int = 1) -> WordStream:
    made = read_texts(letters(seed), lambda _: None, lambda: False)
    assert made is not None
    return made


def ranked(seed: int = 1) -> list[RankedName]:
    stream = stream_of(seed)
    return ranking.rank(stream, ranking.collect_explanations(stream, addresses()), 10)


def test_the_deal_comes_first_and_what_is_explained_last() -> None:
    words = [one.word for one in ranked()]
    assert words[:2] in (["plover", "gannet"], ["gannet", "plover"])
    assert set(words[2:]) <= {"holmby", "tarnow", "dana", "omar", "rae", "noa"}


def test_a_candidate_has_its_items_and_how_it_is_written() -> None:
    plover = next(one for one in ranked() if one.word == "plover")
    assert plover.written == "Plover" and plover.items == tuple(one.no for one in letters() if "Plover" in one.text)


def test_the_same_texts_give_the_same_ranking() -> None:
    assert ranked() == ranked() != ranked(2)


def test_directories_and_postal_addresses_explain_words() -> None:
    known = ranking.collect_explanations(stream_of(), [*addresses(), "Rae Counsel <rc@firm.example>"])
    assert known.own_domain == "orrin.example" and known.people["levi"] == sum("levi" in one for one in addresses())
    assert known.people["counsel"] == 1 and known.domains["firm"] == 1 and "plover" not in known.people


def test_the_first_line_of_all_explains_words_as_any_other_does() -> None:
    header, address = "From: Omar Tarnow", "Plover House, Tarnow TX 12345"
    for line in (header, address):
        first, later = (ranking.collect_explanations(stream(text), []).people for text in (line, f"hello\n{line}"))
        assert first == later and first["tarnow"] == 1


def test_nothing_is_ranked_of_no_text() -> None:
    stream = read_texts([], lambda _: None, lambda: False)
    assert stream is not None and ranking.rank(stream, ranking.collect_explanations(stream, []), 10) == []


def stream(*texts: str) -> WordStream:
    made = read_texts(
        [Writing(ItemNo(n), "", None, text) for n, text in enumerate(texts, 1)], lambda _: None, lambda: False
    )
    assert made is not None
    return made


def words(made: WordStream) -> list[str]:
    return [made.words[key] for key in made.keys[made.tokens] if key]


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
    assert [made.words[key] for key in made.keys[made.tokens[made.named]]] == ["heron", "לוויתנ"]


def test_reading_stops_where_it_is_told_to() -> None:
    assert read_texts([Writing(ItemNo(1), "", None, "word")], lambda _: None, lambda: True) is None


def test_no_text_has_no_words() -> None:
    assert words(stream()) == [] and len(stream().named) == 0
