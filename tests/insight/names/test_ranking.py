"""Tests of triage.insight.names.ranking: a deal's name ranks above people, places and companies, twice the same."""

from __future__ import annotations

from tests.insight.letters import addresses, letters
from triage.insight.names import ranking
from triage.insight.names.nouns import RankedName
from triage.insight.names.ranking import WordStream, read_texts


def stream_of(seed: int = 1) -> WordStream:
    made = read_texts(letters(seed), lambda _: None, lambda: False)
    assert made is not None
    return made


def ranked(seed: int = 1) -> list[RankedName]:
    stream = stream_of(seed)
    return ranking.rank(stream, ranking.explained(stream, addresses()), 10)


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
    known = ranking.explained(stream_of(), [*addresses(), "Rae Counsel <rc@firm.example>"])
    assert known.house == "orrin.example" and known.people["levi"] == sum("levi" in one for one in addresses())
    assert known.people["counsel"] == 1 and known.domains["firm"] == 1 and "plover" not in known.people


def test_nothing_is_ranked_of_no_text() -> None:
    stream = read_texts([], lambda _: None, lambda: False)
    assert stream is not None and ranking.rank(stream, ranking.explained(stream, []), 10) == []
