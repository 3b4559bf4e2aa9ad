"""Styles that hide text: which text a reader doesn't see."""

from __future__ import annotations

import pytest

from triage.parsers.kit.html_text import BACKGROUND, GONE, INVISIBLE, WHITE, ZERO, flags_of, is_hidden


@pytest.mark.parametrize(
    ("style", "sets"),
    [
        ("display:none", GONE),
        ("DISPLAY : NONE", GONE),
        ("visibility:hidden;color:red", INVISIBLE),
        ("font-size:0", ZERO),
        ("font-size:0.0em", ZERO),
        ("font-size:10px", 0),
        ("color:#FFF", WHITE),
        ("background:#000", BACKGROUND),
        ("background-color:white", 0),
        ("height:0;overflow:hidden", GONE),
        ("height:0", 0),
        ("nonsense", 0),
    ],
)
def test_styles(style: str, sets: int) -> None:
    assert flags_of({"style": style})[0] == sets


def test_old_attributes() -> None:
    assert flags_of({"color": "ffffff"})[0] == WHITE
    assert flags_of({"bgcolor": "navy"})[0] == BACKGROUND
    assert flags_of({"hidden": None})[0] == GONE


def test_white_needs_a_background_to_be_seen() -> None:
    assert is_hidden(WHITE) and not is_hidden(WHITE | BACKGROUND) and not is_hidden(BACKGROUND)
