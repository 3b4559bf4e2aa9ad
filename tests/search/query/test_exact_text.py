"""Tests of exact text: what a text must hold for it, and where it stands."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.search.query.exact_text import found, piece
from triage.search.query.tree import Literal


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("RE:", "RE:"),
        ("Thank you,", "Thank you"),
        ("a@b.example, Dana Cohen", "a@b.example"),
        ("Größe 1/2 Zoll", "e 1/2 Zoll"),
        ("OK", "O"),
        ("שלום", ""),
        ('say "a\\b"', "say"),
    ],
)
def test_a_piece_is_what_every_text_with_the_literal_holds(text: str, sure: str) -> None:
    assert piece(Literal(text)) == sure


def test_no_character_but_a_few_is_the_same_as_one_of_ascii() -> None:
    same = {unicodedata.normalize("NFC", chr(code)) for code in range(128, sys.maxunicode + 1)}
    assert {character for text in same for character in text if character < "\x80"} == set("K;`")


@given(st.text(max_size=8), st.text(max_size=8), st.text(min_size=1, max_size=12), st.sampled_from(["NFC", "NFD"]))
def test_where_a_literal_stands_its_piece_stands(before: str, after: str, sought: str, form: str) -> None:
    text = unicodedata.normalize(form, f"{before} {sought} {after}")  # type: ignore[arg-type]
    literal = Literal(sought)
    assert next(found(literal, text), None) is None or piece(literal) in text
