"""Dates, sizes and names as typed after a field."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pytest

from tests.records import case_of
from triage.case import Case
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


# Tests of what a name before a colon stands for, on a real case: headers above all.

_ID, _ANSWERED, _ROOT = "20240501.1234.kite@heron.example", "77.tern@heron.example", "5.tern@heron.example"
_PARTS = "--b\nContent-Type: text/x-swift\n\nwords\n--b--\n"
FILES: dict[str, bytes | str] = {
    "d/answer.eml": f"""Received: from heron.example by egret.example; Wed, 1 May 2024 10:00:00 +0200
Message-ID: <{_ID}>
In-Reply-To: <{_ANSWERED}>
References: <{_ROOT}> <{_ANSWERED}>
Content-Type: text/plain; charset="us-ascii"
X-Route: egret

A grey kite""",
    "d/asked.eml": f"Message-ID: <{_ANSWERED}>\nDate: Tue, 30 Apr 2024 10:00:00 +0200\n\nAn old kite of 2024",
    "d/parts.eml": f"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n{_PARTS}",
}


@pytest.fixture(scope="module", params=["fts5", "whoosh", "memory"])
def case(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[Case]:
    with case_of(tmp_path_factory.mktemp("fields"), FILES, engine=request.param) as case:
        yield case


@pytest.mark.parametrize(
    ("query", "names", "places"),
    [
        (f'headers:"{_ID}"', "answer", 1),
        (f'"{_ANSWERED}"', "answer asked", 3),
        (f"message-id:{_ANSWERED}", "answer asked", 3),
        (f'="<{_ROOT}>"', "answer", 1),
        ('message-id:"References 5"', "answer", 1),
        ('"2024* 1234"', "answer", 1),
        ("message-id:ker*", "", 0),
        ("message-id:kit*", "answer", 1),
        ("message-id:(1234 w/2 heron)", "answer", 2),
        ("heron", "", 0),
        ("hero*", "", 0),
        ("hero?", "", 0),
        ("tern w/2 example", "", 0),
        ("headers:heron", "answer asked", 6),
        ("headers:her?n", "answer asked", 6),
        ("transport:heron", "answer", 1),
        ('headers:"from heron example by egret"', "answer", 1),
        ("headers:(from pre/3 egret)", "", 0),
        ("headers:(from pre/4 egret)", "answer", 2),
        ('"from heron example by egret"', "", 0),
        ("egret", "answer", 1),
        ("headers:egret", "answer", 2),
        ('headers:"Tue, 30 Apr 2024"', "asked", 1),
        ('"30 Apr 2024"', "", 0),
        ("2024", "asked", 1),
        ("headers:x-swift", "parts", 1),
        ("swift", "", 0),
        ('headers:"charset us ascii"', "answer", 1),
        ("multipart OR ascii", "", 0),
        ("kite NOT headers:kite", "asked", 1),
    ],
)
def test_headers(case: Case, query: str, names: str, places: int) -> None:
    """Found, marked and counted: what a search without a name passes over, and what identifies a message."""
    found = case.search.run(query)
    assert sorted(case.search.item(no).row.name.removesuffix(".eml") for no in found.nos) == names.split()
    assert len(case.reports.hits(query).lines) == case.reports.hits(query).total == places
    assert [row.tally.hits for row in case.reports.terms([query]).rows if row.tally] == [places]
