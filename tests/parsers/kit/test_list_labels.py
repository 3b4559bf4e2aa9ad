"""Labels of lists: numbers, letters and levels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.parsers.kit.list_labels import Level, ListLabels, number


@pytest.mark.parametrize(
    ("form", "value", "text"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 7, "07"),
        ("lowerLetter", 28, "bb"),
        ("upperLetter", 26, "Z"),
        ("lowerRoman", 1994, "mcmxciv"),
        ("upperRoman", 4, "IV"),
        ("ordinal", 22, "22nd"),
        ("ordinal", 112, "112th"),
        ("cardinalText", 1342, "One thousand three hundred forty-two"),
        ("ordinalText", 30, "Thirtieth"),
        ("ordinalText", 121, "One hundred twenty-first"),
        ("hebrew1", 15, "טו"),
        ("hebrew1", 416, "תטז"),
        ("hebrew2", 23, "אא"),
        ("arabicAbjad", 4, "د"),
        ("russianUpper", 3, "В"),
        ("bullet", 3, ""),
        ("none", 3, ""),
        ("chineseCounting", 3, "3"),
        ("lowerRoman", 0, "0"),
        ("decimalZero", 0, "00"),
        ("ordinal", 0, "0th"),
        ("upperLetter", 40000, "40000"),
    ],
)
def test_numbers_as_lists_write_them(form: str, value: int, text: str) -> None:
    assert number(form, value) == text


def test_deeper_levels_start_again_and_name_the_higher_ones() -> None:
    levels = [Level(text="%1."), Level(text="%1.%2"), Level(form="lowerLetter", text="(%3)")]
    lists = ListLabels()
    labels = [lists.label("a", at, levels) for at in (0, 1, 1, 2, 2, 0, 1, 2)]
    assert labels == ["1.", "1.1", "1.2", "(a)", "(b)", "2.", "2.1", "(a)"]
    assert lists.label("b", 1, levels) == "1.1"
    assert lists.label("b", 7, levels) == ""


def test_a_level_that_was_passed_over_counts() -> None:
    levels = [Level(text="%1"), Level(form="lowerLetter", text="%1.%2"), Level(form="upperRoman", text="%1.%2.%3")]
    lists = ListLabels()
    labels = [lists.label("a", at, levels) for at in (0, 0, 2, 1, 2, 0, 1)]
    assert labels == ["1", "2", "2.a.I", "2.b", "2.b.I", "3", "3.a"]


def test_starts_figures_and_levels_that_never_start_again() -> None:
    levels = [Level(form="upperRoman", text="Article %1."), Level(text="Section %1.%2", legal=True, restart=0)]
    lists = ListLabels()
    lists.start("a", 0, 4)
    labels = [lists.label("a", at, levels) for at in (0, 1, 0, 1)]
    assert labels == ["Article IV.", "Section 4.1", "Article V.", "Section 5.2"]


@given(st.sampled_from(["lowerLetter", "upperRoman", "ordinalText", "hebrew1", "cardinalText"]), st.integers())
def test_any_number_is_written(form: str, value: int) -> None:
    assert number(form, value)
