"""Tests of triage.insight.names.spellings: a name is found in another script by its consonants."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.benchmarks.documented_names import TRANSLITERATIONS
from triage.insight.names import spellings
from triage.text import fold

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
