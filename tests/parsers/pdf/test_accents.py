"""Tests of triage.parsers.pdf.text: accents that a page draws as glyphs of their own."""

from __future__ import annotations

import pytest

from tests.effort import counted
from tests.parsers.office_builders import pdf
from tests.parsers.reading import read

ACUTE, DIAERESIS, CEDILLA = "\\264", "\\250", "\\270"


def _page(shown: str) -> str:
    """Return the text of a page with a line in Helvetica, whose accents are 333 wide, "c" 500, other letters 556."""
    return read(pdf([f"BT /F 12 Tf 72 700 Td {shown} ET"], fonts="/Encoding/WinAnsiEncoding")).text().strip()


@pytest.mark.parametrize(
    ("shown", "meant"),
    [
        (f"[(Kyr) -111 ({DIAERESIS}) 444 (ol) -111 ({DIAERESIS}) 444 (a)] TJ", "Kyrölä"),
        (f"[(J) -111 ({ACUTE}) 444 (egou)] TJ", "Jégou"),
        (f"[(Jego) 1446 ({ACUTE}) -446 ( )] TJ", "Jégo"),
        (f"[(Fran) -83 ({CEDILLA}) 416 (cois)] TJ", "François"),
        (f"[(J) (or) 778 ({DIAERESIS}) -222 (g met us)] TJ", "Jörg met us"),
    ],
    ids=["before its letter", "acute", "behind its word", "under its letter", "behind the next letter"],
)
def test_an_accent_over_or_under_a_letter_is_part_of_it(shown: str, meant: str) -> None:
    assert _page(shown) == meant


@pytest.mark.parametrize(
    ("shown", "meant"),
    [
        (f"(don{ACUTE}t) Tj", "don´t"),
        ("(run `make all` now) Tj", "run `make all` now"),
        (f"[(a2) 445 ({ACUTE})] TJ", "a2´"),
    ],
    ids=["beside its letters", "signs of their own", "over a digit"],
)
def test_a_sign_that_belongs_to_no_letter_stays(shown: str, meant: str) -> None:
    assert _page(shown) == meant


def test_many_accents_take_no_longer_than_their_number() -> None:
    with counted() as effort:
        _page(f"({'a' + ACUTE * 4000}) Tj")
    assert effort.steps < 2_000_000
