"""Tests of exact text: what a text must hold for it, and where it stands."""

from __future__ import annotations

import re
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.search.query.exact_text import found, in_utf8, pieces, stands
from triage.search.query.tree import Literal


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("RE:", ["RE:"]),
        ("Thank you,", ["you,", "Thank"]),
        ("a@b.example, Dana Cohen", ["a@b.example,", "Cohen", "Dana"]),
        ("Größe 1/2 Zoll", ["1/2", "Zoll", "Gr"]),
        ("no, no, no", ["no,", "no"]),
        ("OK", ["O"]),
        ("שלום", []),
        ('say "a\\b"', ['"a\\b"', "say"]),
    ],
)
def test_pieces_are_what_every_text_with_the_literal_holds(text: str, sure: list[str]) -> None:
    assert pieces(Literal(text)) == sure


@pytest.mark.nightly
def test_no_character_but_a_few_is_the_same_as_one_of_ascii() -> None:
    same = {unicodedata.normalize("NFC", chr(code)) for code in range(128, sys.maxunicode + 1)}
    assert {character for text in same for character in text if character < "\x80"} == set("K;`")


@given(st.text(max_size=8), st.text(max_size=8), st.text(min_size=1, max_size=12), st.sampled_from(["NFC", "NFD"]))
def test_where_a_literal_stands_its_pieces_stand(before: str, after: str, sought: str, form: str) -> None:
    text = unicodedata.normalize(form, f"{before} {sought} {after}")  # type: ignore[arg-type]
    literal = Literal(sought)
    assert next(found(literal, text), None) is None or all(piece in text for piece in pieces(literal))


@pytest.mark.parametrize(
    "text",
    [
        *("Blue Heron", "Blue  \t Heron", "Blue\r\nHeron", "Blue\u00a0Heron", "Blue\u202f\u2009Heron", "Blue > Heron"),
        *("> Blue\n> Heron", "> > Blue\r\n> >\r\n> > Heron", ">>Blue\n>>Heron", "Blue\u2028>\u00a0\u200b Heron"),
    ],
)
def test_between_words_blanks_breaks_and_quote_marks_count_as_a_blank(text: str) -> None:
    assert len(list(found(Literal("Blue Heron"), text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        *("blue\nHeron", "Bl\u00fce\n Heron", "Blue\n- Heron", "Blue|\nHeron", "Blue>Heron", "BlueHeron"),
        *("Blue\u200bHeron", "Blue\n> Herons"),
    ],
)
def test_letters_accents_and_signs_count_over_a_break(text: str) -> None:
    assert not list(found(Literal("Blue Heron"), text))


@pytest.mark.parametrize("text", ["x > 5", "x\n> 5", "x  >\n> 5"])
def test_a_quote_mark_that_is_sought_is_a_sign(text: str) -> None:
    assert list(found(Literal("x > 5"), text)) and not list(found(Literal("x >= 5"), text))


@pytest.mark.parametrize("text", ["x 5", "x\n5", "x >> 5", "x < 5"])
def test_a_sign_that_is_sought_must_be_there(text: str) -> None:
    assert not list(found(Literal("x > 5"), text))


def test_long_runs_between_words_take_no_longer_than_their_length() -> None:
    text = "Blue" + " > \n" * 200_000 + "Egret"
    assert not list(found(Literal("Blue Heron"), text * 2))


@given(st.lists(st.sampled_from(["a", "A", "á", "-", ">", " ", "\n", "\u00a0", "\r\n> "]), max_size=14).map("".join))
def test_a_text_on_one_line_holds_what_the_text_holds(text: str) -> None:
    line = re.sub(r"[>\s]*\s[>\s]*", " ", text)
    for sought in ("a A", "a - a", "A á a", "a"):
        assert len(list(found(Literal(sought), text))) == len(list(found(Literal(sought), line))), sought


_SOUGHT = st.lists(st.sampled_from(["K", "a", "an", "1.", "-b", "=", "'", "Corp.", ";"]), min_size=1, max_size=3)
_BESIDE = [*" \n\t>-.Ka1;", "\r\n> ", "\u0301", "\u0338", "\u200b", "\u212a", "\u00e9", "\x1c", "\u00a0"]


@given(_SOUGHT.map(" ".join), st.lists(st.sampled_from([*_BESIDE, ""]), max_size=9), st.data())
def test_what_is_found_in_utf8_holds_the_literal(sought: str, others: list[str], data: st.DataObject) -> None:
    pattern = in_utf8(literal := Literal(sought))
    assert pattern
    broken = sought.replace(" ", data.draw(st.sampled_from([" ", "\n> ", " \u200b", "\r\n"])))
    text = "".join(data.draw(st.permutations([*others, broken, sought])))
    if match := pattern.search(text.encode()):
        assert stands(literal, text) and stands(literal, match[0].decode())
    for blank in (" ", "\n", ",", "", "> "):
        assert pattern.search(f"{blank}{broken}{blank}\u200b\u0301".encode()) or "\u200b" in broken or not blank


@pytest.mark.parametrize("text", ["a>=", "aa =", "a =\u0338", "\u00e9a =", "a\u200b="])
def test_what_does_not_hold_the_literal_for_sure_is_not_found_in_utf8(text: str) -> None:
    pattern = in_utf8(Literal("a ="))
    assert pattern and not pattern.search(text.encode())
    assert pattern.search(b"-a > =b") and not stands(Literal("a ="), text)


@pytest.mark.parametrize("sought", ["caf\u00e9", "x > 5", " heron"])
def test_what_is_not_looked_for_in_utf8(sought: str) -> None:
    assert in_utf8(Literal(sought)) is None


@pytest.mark.parametrize("unseen", ["\u00ad", "\u200b", "\u200d", "\u2060", "\ufeff", "\u200e", "\ufe0f", "\U000e0041"])
def test_invisible_characters_are_taken_away_on_both_sides(unseen: str) -> None:
    written = f"the quill{unseen}back{unseen} of\n {unseen}Heron"
    for sought in ("quillback of Heron", written, f"quill{unseen}back", f"{unseen}quillback", "Heron"):
        literal = Literal(sought)
        assert stands(literal, written) and stands(literal, "the quillback of Heron")
        assert all(piece in "the quillback of Heron" for piece in pieces(literal))
    assert not stands(Literal("quill"), written) and not stands(Literal("back of"), written)
    (span,) = found(Literal("quillback of"), written)
    assert written[slice(*span)].rstrip(unseen) == written[4 : written.index("of") + 2]


def test_offsets_stay_inside_a_text_in_which_letter_and_mark_stood_apart() -> None:
    text = "cafe\u200b\u0301 au lait"
    (span,) = found(Literal("café au"), text)
    assert 0 <= span[0] < span[1] <= len(text)
