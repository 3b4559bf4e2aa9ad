"""Cutting: a phrase is gone wherever and however it is written, and nothing else is."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.effort import examples
from tests.export.records import Records
from triage.export.production.cutting import Cutter, NearMisses, remaining, texts_of
from triage.model.items import Item, Segment
from triage.model.redactions import MarkedPassage, Redaction, Region
from triage.text import words

MARK = "[Redacted: Privilege]"


def item(*texts: str, **values: Any) -> Item:
    records = Records()
    no = records.add(b"m")
    (made,) = records.items([no])
    segments = tuple(Segment("body", text) for text in texts)
    return replace(made, row=replace(made.row, **values), segments=segments)


def cutter(made: Item, *texts: str) -> Cutter:
    return Cutter(made, [Redaction("Privilege", MarkedPassage(0, 0, text)) for text in texts])


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("the blue heron flies", f"the {MARK} flies"),
        ("The BLUE\n  Héron, twice: blue-heron", f"The {MARK}, twice: {MARK}"),
        ("blue herons and blueheron stay", "blue herons and blueheron stay"),
        ("heron blue", "heron blue"),
        ("", ""),
    ],
)
def test_a_phrase_is_found_however_it_is_written(text: str, left: str) -> None:
    assert cutter(item(text), "blue heron").text(text) == left


def test_overlapping_phrases_are_cut_once_and_signs_too() -> None:
    made = item("a b c d £€ e")
    assert cutter(made, "a b", "b c", "£€").text("a b c d £€ e") == f"{MARK} c d {MARK} e".replace(" c d", " d")


def test_everything_that_is_written_about_the_item_is_cut() -> None:
    made = item("of heron", subject="Heron", sender="heron@x.example", name="heron.eml", path="a/heron.eml")
    made = replace(made, to=("Heron <b@x.example>",), message_id="<heron@x>", references=("<heron@y>",))
    made = replace(made, row=replace(made.row, custodian="heron"))
    cut = cutter(made, "heron").item(made)
    assert not any("heron" in text.casefold() for text in texts_of(cut)) and cut.sha256 == ""
    assert not cutter(made, "heron").remains(texts_of(cut)) and cutter(made, "heron").remains(texts_of(made))


def test_a_field_is_cut_with_its_words_and_a_region_with_the_text() -> None:
    made = item("from Dana Levi", sender="Dana Levi <d@x.example>")
    cut = Cutter(made, [Redaction("Privilege", field="from")]).item(made)
    assert cut.row.sender == MARK and "d@x" not in " ".join(texts_of(cut))
    whole = Cutter(made, [Redaction("Privilege", region=Region(0, 1, 1, 2, 2))]).item(made)
    assert [segment.text for segment in whole.segments] == [
        "[Redacted: Regions of its pages are redacted. Its text isn't produced.]"
    ]


def test_labels_and_reasons_are_no_words_of_the_item() -> None:
    made = item("a note on privilege")
    cut = Cutter(made, [Redaction("Privilege", MarkedPassage(0, 0, "privilege"))])
    assert not cut.remains(texts_of(cut.item(made)))


@settings(max_examples=examples(150))
@given(st.lists(st.sampled_from("ab c Ä é ß œ ׳ ي heron 12 -_\n".split(" ")), max_size=30).map(" ".join), st.data())
@pytest.mark.nightly
def test_no_token_run_of_it_is_left(text: str, data: st.DataObject) -> None:
    spelled = words(text)
    if not spelled:
        return
    start = data.draw(st.integers(0, len(spelled) - 1))
    phrase = spelled[start : data.draw(st.integers(start + 1, len(spelled)))]
    made = item(text)
    made_by = cutter(made, " ".join(phrase))
    left = words(made_by.text(text).replace(MARK, " | "))
    parts = made_by.text(text).split(MARK)
    assert all(phrase != words(part)[at : at + len(phrase)] for part in parts for at in range(len(words(part))))
    assert len(left) <= len(spelled)
    assert made_by.expected(made)[0] >= 1


# Near misses: what is nearly a redacted word is found, and the word itself and other words aren't.


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
