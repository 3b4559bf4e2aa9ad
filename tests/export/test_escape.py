"""Hostile text made safe to show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.export.escape import cell, line, visible


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\x00", "＝1+1", "＠x"])
def test_formulas_begin_with_an_apostrophe(text: str) -> None:
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Re: = + - @", "שלום", "1-2", "'=1"])
def test_other_cells_stay_as_they_are(text: str) -> None:
    assert cell(text) == text


@given(st.text(alphabet=st.characters()))
def test_visible_text_can_stand_in_xml_and_turns_nothing_around(text: str) -> None:
    from lxml import etree

    shown = visible(text)
    element = etree.Element("a")
    element.text = shown  # lxml refuses what XML can't hold
    assert not set(shown) & set("\u202d\u202e")
    shown.encode("utf-8")


def test_a_turned_name_is_spelled_out() -> None:
    assert visible("invoice\u202efdp.exe") == "invoice⟦U+202E⟧fdp.exe"
    assert line("two\r\n  lines\t") == "two lines"


def test_harmless_format_characters_stay() -> None:
    for text in ("می\u200cخواهم\u200f", "\u202bשלום (Dana)\u202c", "\u2067שלום\u2069"):
        assert visible(text) == text
