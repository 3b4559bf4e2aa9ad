"""Tests of triage.text: what a word is."""

from __future__ import annotations

import sqlite3
import sys
import unicodedata
from contextlib import closing
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.text import (
    BORDER,
    INVISIBLE,
    INVISIBLE_UTF8,
    LEVEL,
    RAISED,
    SMALL,
    UNICODE,
    Phrases,
    fold,
    indexed,
    judged_differently,
    marked,
    raised,
    shown,
    small_stretches,
    spellings,
    tokens,
    unmarked,
    words,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Blue-Heron's 2nd", ["blue", "heron", "s", "2nd"]),
        ("blue_heron.docx", ["blue", "heron", "docx"]),
        ("שָׁלוֹם", ["שלומ"]),
        ("שלום", ["שלומ"]),
        ('צה"ל צה״ל', ["צהל", "צהל"]),
        ("צה''ל צה’’ל 'צה' 'ל'", ["צהל", "צהל", "צה", "ל"]),
        ("مُحَمَّد", ["محمد"]),
        ("أطلس إطلس آطلس", ["اطلس"] * 3),
        ("مكتبة مكتبه", ["مكتبه"] * 2),
        ("كـــتاب", ["كتاب"]),
        ("Straße STRASSE", ["strasse"] * 2),
        ("ﬁle co\u00adop zero\u200bwidth", ["file", "coop", "zerowidth"]),
        ("١٢٣ ۱۲۳ 123", ["123"] * 3),
        ("Œuvre ŁÓDŹ", ["oeuvre", "lodz"]),
        ("東京 タワー", ["東", "京", "タ", "ワ", "ー"]),
        ("a½b", ["a1", "2b"]),
        ("㋀ a㋀", ["1", "月", "a1", "月"]),
        ("", []),
        ("\ud83d x", ["x"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_syllable_is_a_word_however_it_is_composed() -> None:
    composed = "서울 회사는"
    assert len(words(composed)) == 5
    assert words(unicodedata.normalize("NFD", composed)) == words(composed)


def test_border_is_no_ones_word() -> None:
    assert words(BORDER) == []


@given(st.text(alphabet=st.characters(), max_size=200))
def test_tokens_are_the_words_with_their_places(text: str) -> None:
    found = list(tokens(text))
    assert [t.word for t in found] == words(text)
    assert all(0 <= t.start < t.end <= len(text) for t in found)
    assert all(a.start <= b.start and a.end <= b.end for a, b in pairwise(found))


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=100))
def test_fold_is_stable_and_what_the_index_sees(text: str) -> None:
    assert words(fold(text)) == words(text)
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute("CREATE VIRTUAL TABLE f USING fts5(t, tokenize='ascii')")
        db.execute("CREATE VIRTUAL TABLE v USING fts5vocab(f, 'instance')")
        db.execute("INSERT INTO f VALUES(?)", (fold(text),))
        assert [w for (w,) in db.execute("SELECT term FROM v ORDER BY offset")] == words(text)


@given(st.text(max_size=50), st.text(max_size=50))
def test_case_and_marks_do_not_matter(a: str, b: str) -> None:
    text = a + "cafe\u0301" + b
    assert words(text) == words(a + "caf\u00e9" + b)


def test_no_character_folds_to_what_would_fold_otherwise() -> None:
    every = map(chr, range(sys.maxunicode + 1))
    several = [c for c in every if unicodedata.decomposition(c) or c.casefold() != c]
    assert [c for c in several if words(fold(c)) != words(c)] == []


_LETTERS = "".join(chr(c) for c in range(0x700) if unicodedata.category(chr(c)) != "Cn") + "‘’“”–—…€™№½ßœŒ\u200f\u00ad"


@given(st.text(alphabet=_LETTERS, min_size=1, max_size=200))
def test_text_of_any_alphabet_is_folded_as_its_characters_are(text: str) -> None:
    assert words(text) == [token.word for token in tokens(text)]


@pytest.mark.parametrize("name", ["cp1250", "cp1251", "cp1252", "cp1253", "cp1255", "cp1256"])
def test_each_character_of_a_set_is_folded_among_others_as_alone(name: str) -> None:
    for character in bytes(range(256)).decode(name, "ignore"):
        text = f"é{character}x"
        assert words(text) == [token.word for token in tokens(text)]


def test_folding_by_pieces_is_folding_by_characters() -> None:
    text = "plain words " * 60 + "Größe ﬁn שלום 東京 " + "more plain words " * 90 + "é" * 1025
    assert fold(text) == "".join(map(fold, text))
    for before in range(500, 520):  # a quote inside a word that stands where pieces meet
        assert words("x" * before + ' צה"ל ' + "y" * 600)[1] == "צהל"


def test_phrases_are_found_among_words_in_their_order() -> None:
    phrases = Phrases([["a", "b"], ["b"], [], ["b", "c", "d"], ["x"]])
    assert list(phrases.among(["a", "b", "c", "a", "b"])) == [(0, 0, 2), (1, 1, 1), (3, 0, 2), (4, 1, 1)]
    assert list(phrases.among(["b", "c", "d"])) == [(0, 1, 1), (0, 3, 3)]
    assert list(phrases.among([])) == list(phrases.among(["z"])) == []


def test_invisible_characters_are_the_same_in_both_forms() -> None:
    shown = {0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2}  # signs around numbers
    for code in (*range(0xD800), *range(0xE000, 0x20000), *range(0xE0000, 0xE1001)):
        character = chr(code)
        invisible = INVISIBLE.match(character) is not None
        assert invisible == (INVISIBLE_UTF8.search(character.encode()) is not None), hex(code)
        assert not invisible or fold(character) == "", hex(code)
        if unicodedata.category(character) == "Cf" and code < 0x11000:
            assert invisible != (code in shown), hex(code)


def test_where_something_stands_small_is_known_without_its_marks() -> None:
    text = f"m{raised('2 a')}, x{raised('y')}z {RAISED}w"
    assert unmarked(text) == "m2 a, xyz w" and small_stretches(text) == ((1, 2), (3, 4), (7, 8), (10, 11))
    assert marked("m2", ((1, 2),)) == f"m{raised('2')}" and marked("m2", ()) == "m2"


def test_small_characters_are_those_of_unicode() -> None:
    for code in (*range(128, 0x3192), *range(0x31A0, 0xD800), *range(0xE000, 0x20000)):
        is_small = unicodedata.decomposition(chr(code)).startswith(("<super>", "<sub>"))
        assert is_small <= (SMALL.match(chr(code)) is not None), hex(code)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ann@xn--mnchen-3ya.example", {"ann": "ann", "munchen": "xn--mnchen-3ya", "example": "example"}),
        ("(XN--Mnchen-3YA-) é", {"munchen": "XN--Mnchen-3YA", "e": "é"}),
        ("xn--bcher-markt-thb.x", {"bucher": "x", "markt": "xn--bcher-markt-thb", "x": "x"}),
        ("www.xn--zz", {"www": "www", "xn": "xn", "zz": "zz"}),
        ("xn-- axn--mnchen-3ya", {"xn": "xn", "axn": "axn", "mnchen": "mnchen", "3ya": "3ya"}),
        (f"xn--{'a' * 80}", {"xn": "xn", "a" * 80: "a" * 80}),
    ],
)
def test_domains_in_punycode_are_the_words_that_they_stand_for(text: str, expected: dict[str, str]) -> None:
    assert words(text) == [token.word for token in tokens(text)] == list(expected)
    assert [text[token.start : token.end] for token in tokens(text)] == list(expected.values())


def test_letters_with_a_stroke_and_fillers_of_hangul() -> None:
    assert words("Ħal Ŧ ħŧ") == ["hal", "t", "ht"] and words("quill\u3164back\uffa0x") == ["quill", "back", "x"]


# Tokens of an index: each word in its place, with all of its spellings.


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("quillback™", [["quillbacktm", "quillback"]]),
        ("quillback²,", [["quillback2", "quillback"]]),
        ("¹quillback", [["1quillback", "quillback"]]),
        ("H₂O m² ²", [["h2o", "ho"], ["m2", "m"], ["2"]]),
        (f"quillback{raised('see it')}.", [["quillbacksee", "quillback"], ["it"]]),
        ("the quill-\nback plan", [["the"], ["quill", "quillback"], ["back"], ["plan"]]),
        ("quill-\nback™ x", [["quill", "quillbacktm"], ["backtm", "back"], ["x"]]),
        ("> long-\r\n> term-\r\n> view", [["long", "longterm"], ["term", "termview"], ["view"]]),
        ("quill-\n\nback XK-\n9 -\na", [["quill"], ["back"], ["xk"], ["9"], ["a"]]),
        ("秘密²計画", [["秘"], ["密"], ["2"], ["計"], ["画"]]),
    ],
)
def test_what_stands_small_or_was_hyphenated_gives_a_token_several_spellings(
    text: str, expected: list[list[str]]
) -> None:
    assert [list(spellings(token)) for token in indexed(text).split()] == expected


@given(st.text(alphabet='ab²™-\n> \r\u2010\u0301\u2064\u2063秘א"é,', max_size=30))
def test_an_index_has_the_same_tokens_in_the_same_places(text: str) -> None:
    assert [shown(token) for token in indexed(text).split()] == words(text)
    assert [token.word for token in tokens(text)] == words(text)


@given(st.text(alphabet='ab2²-\n \u2064\u2063\u200bצה"é,', max_size=30))
def test_a_text_without_marks_and_where_they_were_are_what_is_indexed(text: str) -> None:
    bare, small = unmarked(text), small_stretches(text)
    assert RAISED not in bare and LEVEL not in bare
    assert indexed(marked(bare, small)).split() == indexed(text).split()
    assert words(bare) == words(text)
    assert all(first < last for first, last in small) and list(small) == sorted(small)


# Which characters versions of Unicode judge differently, by the Python that runs the test.

NEW = {"15.0.0": "\U00031350", "15.1.0": "\U0002ebf0", "16.0.0": "\U00010d50"}


def test_a_character_is_judged_differently_by_versions_before_and_after_it_came() -> None:
    order = ["14.0.0", *NEW]
    for there in order:
        for here in order:
            pattern = judged_differently([there], here)
            between = order[min(map(order.index, (there, here))) + 1 : max(map(order.index, (there, here))) + 1]
            found = {version for version, letter in NEW.items() if pattern and pattern.search(letter)}
            assert found == set(between), (there, here)
            assert pattern is None or not pattern.search("heron שלום 鷺 m² \U00020000")


def test_one_of_several_versions_is_enough() -> None:
    pattern = judged_differently(["14.0.0", "15.0.0"], "15.0.0")
    assert pattern and pattern.search(NEW["15.0.0"]) and not pattern.search(NEW["15.1.0"])
    assert judged_differently(["an odd one"], "15.1.0") and judged_differently([], UNICODE) is None


def test_this_python_knows_what_came_up_to_its_version_and_no_more() -> None:
    for version, letter in NEW.items():
        later = tuple(map(int, version.split("."))) > tuple(map(int, UNICODE.split(".")))
        assert (unicodedata.category(letter) == "Cn") == later, version
