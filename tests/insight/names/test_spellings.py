"""Tests of triage.insight.names.spellings: ways to write a name whose words are there, and no others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.benchmarks.documented_names import TRANSLITERATIONS
from triage.insight.names import spellings
from triage.insight.names.spellings import IndexWords, parts_of, propose
from triage.text import fold, words

TEXT = """Blue Heron #blueheron Blue Her- on B l u e H e r o n Вlue Heron Blue Herom whimbrel Whimbrell wh1mbrel
night jar nightjar יצחק Yitzhak"""
VOCABULARY = dict.fromkeys(words(TEXT), 1) | {"blue": 9, "heron": 9, "whimbrel": 9}


def index(vocabulary: dict[str, int]) -> IndexWords:
    return IndexWords(lambda stem: [pair for pair in sorted(vocabulary.items()) if pair[0].startswith(stem)])


def kinds(name: str) -> set[tuple[str, str]]:
    return {(one.kind, one.query) for one in propose(name, index(VOCABULARY))}


def test_the_words_of_a_name_as_typed() -> None:
    assert parts_of("BlueHeron") == parts_of("Blue Heron") == parts_of("Blue-Heron") == ["Blue", "Heron"]
    assert parts_of("whimbrel2") == ["whimbrel2"] and parts_of("LJM") == ["LJM"] and parts_of(" ") == []


@pytest.mark.parametrize("name", ["BlueHeron", "Blue Heron"])
def test_a_name_of_two_words(name: str) -> None:
    found = kinds(name)
    assert ("line end", '="Blue Her- on"') in found and ("spaced", '"b l u e h e r o n"') in found
    assert ("initials", '="B.H."') in found and ("letters", '"вlue heron"') in found
    assert ("spelling", '"blue herom"') in found
    assert (("joined", '"blueheron"') in found) == (name == "Blue Heron")
    assert (("split", '"blue heron"') in found) == (name == "BlueHeron")


def test_a_name_of_one_word() -> None:
    assert {("spelling", '"whimbrell"'), ("letters", '"wh1mbrel"')} <= kinds("Whimbrel")
    assert ("split", '"night jar"') in kinds("nightjar")
    assert ("script", '"יצחק"') in kinds("Yitzhak") and ("script", '"yitzhak"') in kinds("יצחק")


def test_nothing_is_proposed_that_the_index_has_no_words_for() -> None:
    assert {one.kind for one in propose("Gannet", index({"gannet": 3, "gannett": 0}))} == {"spaced"}
    assert propose("", index(VOCABULARY)) == []
    assert propose("one two three four five", index(dict.fromkeys("one two three four five".split(), 1))) == []


def test_only_words_that_begin_alike_are_read() -> None:
    asked: list[str] = []
    propose("whimbrel", IndexWords(lambda stem: asked.append(stem) or [("whimbrel", 9), ("whimbrell", 2)]))
    assert "" not in asked and {one[0] for one in asked if one.isascii()} <= set("whimbrel")


LATIN = [latin.lower() for latin, _ in TRANSLITERATIONS]
OTHERS = [fold(other).strip() for _, other in TRANSLITERATIONS]
SCRIPTS = "abcdefghijklmnopqrstuvwxyzאבגדהוזחטיכלמנסעפצקרשתابتثجحخدذرزسشصضطظعغفقكلمنهوي"


@pytest.mark.parametrize(("latin", "other"), zip(LATIN, OTHERS, strict=True))
def test_a_name_is_among_the_first_three_in_the_other_script(latin: str, other: str) -> None:
    assert other in [word for word, _ in spellings.like(latin, [*LATIN, *OTHERS], 3)]
    assert latin in [word for word, _ in spellings.like(other, [*LATIN, *OTHERS], 3)]


def test_words_of_the_same_script_and_of_others_are_left_out() -> None:
    assert spellings.like("plover", ["plovr", "пловер", "123"], 3) == []
    assert spellings.like("123", ["plover"], 3) == []


@given(st.text(SCRIPTS, max_size=12), st.text(SCRIPTS, max_size=12))
def test_likeness_is_symmetric_and_between_0_and_1(first: str, second: str) -> None:
    assert 0 <= spellings.likeness(first, second) <= 1
    assert spellings.likeness(first, second) == pytest.approx(spellings.likeness(second, first))


@given(st.sampled_from([*LATIN, *OTHERS]), st.floats(0, 1))
def test_a_least_likeness_leaves_out_the_others_and_no_more(name: str, least: float) -> None:
    every = spellings.like(name, [*LATIN, *OTHERS], 999)
    assert spellings.like(name, [*LATIN, *OTHERS], 999, least) == [one for one in every if one[1] >= least]
