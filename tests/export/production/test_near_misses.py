"""Near misses: what is nearly a redacted word is found, and the word itself and other words aren't."""

from __future__ import annotations

import base64
from collections.abc import Iterable

import pytest

from triage.export.production.cutting import NearMisses, remaining
from triage.text import words


def found(text: str, *redacted: str) -> list[str]:
    return [miss.text for miss in NearMisses([words(one) for one in redacted]).among([text])]


@pytest.mark.parametrize(
    "string",
    [
        "JohnSmith",
        "Smiths",
        "J%20Smith%20x",
        "x%53mith",
        "J%2520Smith",
        "&#83;mith",
        "Sm&iacute;th",
        r"\u0053mith",
        "Sm=69th",
        "=?utf-8?q?John_=53mith?=",
        "=?utf-8?B?Sm9obiBTbWl0aA==?=",
        "S m i t h",
        "Smi-\nth",
        base64.b64encode(b"a letter to Mr Smith of today").decode(),
    ],
)
def test_what_holds_the_word_in_another_form_is_found_as_one_string(string: str) -> None:
    assert found(f"a letter to {string} came", "Smith") == [string]


@pytest.mark.parametrize("text", ["Smith", "SMITH wrote", "a smit h0 th", "internationalisation of Smyth", "100% sure"])
def test_the_word_itself_and_other_words_are_none(text: str) -> None:
    assert found(text, "Smith") == []


def test_a_word_of_fewer_than_four_letters_is_found_whole_alone() -> None:
    assert found("Leeds sleeves lee=20 Lee &#76;ee", "Lee") == ["&#76;ee"]
    assert found("Dr Lee met Lee and Leeds", "Dr Lee") == ["Lee"]


def test_words_of_a_short_phrase_count_by_themselves_and_those_of_a_long_one_do_not() -> None:
    assert found("JohnSmith, Smith, John and Smithson; John Smith", "John Smith") == [
        "JohnSmith",
        "Smith",
        "John",
        "Smithson",
    ]
    long = "the letter of Friday about the house"
    assert found(f"letter, Friday, house; {long}; {long.replace(' ', '_')}; {long.replace(' ', '')}", long) == [
        long.replace(" ", "")
    ]


def test_other_letters_are_asked_for_and_found() -> None:
    def forms(phrase: str, vocabulary: Iterable[str]) -> Iterable[str]:
        return ["סמית"] if phrase == "smith" and "סמית" in vocabulary else []

    misses = NearMisses([["smith"]], forms).among(["the smith", "אמר סמית אתמול"])
    assert [miss.text for miss in misses] == ["סמית"]


def test_what_remains_is_what_was_not_accepted() -> None:
    assert remaining([["smith"]], ["Smiths and JohnSmith"], ["SMITHS"]) == ["JohnSmith"]
