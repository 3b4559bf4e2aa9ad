"""Tests of triage.insight.names.spellings: ways to write a name whose words are there, and no others."""

from __future__ import annotations

import pytest

from triage.insight.names.spellings import IndexWords, parts_of, propose
from triage.text import words

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
