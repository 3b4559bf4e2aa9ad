"""Dates, sizes and names as typed after a field."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from triage.search.query import values
from triage.search.query.values import checked


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("2023", "2023-01-01", "2024-01-01"),
        ("2023-12", "2023-12-01", "2024-01-01"),
        ("2024-02", "2024-02-01", "2024-03-01"),
        ("2024-02-29", "2024-02-29", "2024-03-01"),
        ("2023-5-2", "2023-05-02", "2023-05-03"),
        ("2023-05..2023-08", "2023-05-01", "2023-09-01"),
        ("2023..", "2023-01-01", ""),
        ("..2023-05-02", "", "2023-05-03"),
        (">2023-05", "2023-06-01", ""),
        (">=2023-05", "2023-05-01", ""),
        ("<2023-05", "", "2023-05-01"),
        ("<=2023-05", "", "2023-06-01"),
        ("2023-05-02..9999-12-31", "2023-05-02", ""),
        ("2023-05-02T09", "2023-05-02T09", "2023-05-02T10"),
        ("2023-5-2t9", "2023-05-02T09", "2023-05-02T10"),
        ("2023-12-31T23", "2023-12-31T23", "2024-01-01"),
        ("2023-05-02T09..2023-05-02T11", "2023-05-02T09", "2023-05-02T12"),
        ("2023-05-02T22..2023-05", "2023-05-02T22", "2023-06-01"),
        (">2023-05-02T09", "2023-05-02T10", ""),
        ("<2023-05-02T00", "", "2023-05-02T00"),
        ("9999-12-31T23", "9999-12-31T23", ""),
        ("9999-12-31T22", "9999-12-31T22", "9999-12-31T23"),
    ],
)
def test_a_date_is_two_days(text: str, low: str, high: str) -> None:
    assert values.dates(text) == (low, high)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023-05-02", ("2023-05-02", "2023-05-03", "*")),
        ("2023-05-02T09 by Dana Levi", ("2023-05-02T09", "2023-05-02T10", "Dana Levi")),
        (">=2023-05 BY dana*", ("2023-05-01", "", "dana*")),
    ],
)
def test_a_decision_has_a_time_and_may_have_a_reviewer(text: str, expected: tuple[str, str, str]) -> None:
    assert values.decided(text) == expected


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("500", 500, 501),
        ("1kb", 1024, 1025),
        (">1mb", (1 << 20) + 1, None),
        (">=1MB", 1 << 20, None),
        ("<1k", 0, 1024),
        ("1mb..1.5mb", 1 << 20, 3 * (1 << 19) + 1),
        ("..2gb", 0, (2 << 30) + 1),
        ("1.25kb..", 1280, None),
    ],
)
def test_a_size_is_two_counts_of_bytes(text: str, low: int, high: int | None) -> None:
    assert values.sizes(text) == (low, high)


@pytest.mark.parametrize(
    ("read", "text", "said"),
    [
        (values.dates, "yesterday", "isn't a date"),
        (values.dates, "2023-02-30", "in the calendar"),
        (values.dates, "..", "at least one end"),
        (values.dates, "2023..x", "isn't a date"),
        (values.dates, "2023-05-02T24", "in the calendar"),
        (values.dates, "2023-05T10", "isn't a date"),
        (values.dates, "2023-05-02T10:30", "isn't a date.*2023-05-02T10"),
        (values.dates, "2023-05-02T10..2023-05-02T09", "ends before it begins"),
        (values.decided, "2023-05-02 by", "isn't a date"),
        (values.decided, "by Dana", "isn't a date"),
        (values.dates, ">9999", "in the calendar"),
        (values.dates, "2023..2022", "ends before it begins: write 2022..2023"),
        (values.sizes, "2kb..1kb", "ends before it begins: write 1kb..2kb"),
        (values.sizes, "5 apples", "isn't a size"),
        (partial(checked, "is"), "lost", "untagged"),
        (partial(checked, "has"), "hair", "attachment"),
        (partial(checked, "origin"), "qqq", "comment"),
        (values.beginning, "abc", "at least 4"),
        (values.beginning, "abcg", "isn't an id"),
        (values.pattern, "  ", "missing"),
    ],
)
def test_what_cannot_be_read_is_said(read: Callable[[str], object], text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        read(text)


@pytest.mark.parametrize(("text", "code"), [("he", "he"), ("Hebrew", "he"), (" GERMAN ", "de"), ("unknown", "")])
def test_a_language_is_named_by_code_or_name(text: str, code: str) -> None:
    assert values.language(text) == code


def test_an_unknown_language_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match=r"he \(Hebrew\)"):
        values.language("klingon")


@pytest.mark.parametrize("code", ["encrypted", "limit-*", "ENCRYPTED", "limit-?????"])
def test_codes_of_problems_may_be_wild(code: str) -> None:
    assert values.problem(code) == code.lower()


@pytest.mark.parametrize(
    ("code", "said"), [("encryptd", "did you mean problem:encrypted"), ("zz", "truncated"), ("[a-z]*", "takes")]
)
def test_a_code_that_no_problem_has_is_refused(code: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        values.problem(code)
