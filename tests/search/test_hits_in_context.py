"""Tests of hit lists: every marked place has a line, in the order asked for, with its text around it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest

from tests.records import case_of, mail
from triage.case import Case
from triage.errors import CaseError
from triage.model.reports import HitLine
from triage.text import words

FILES: dict[str, bytes | str] = {
    "d/1.eml": mail("The heron file", "first the blue heron nests\nand\tthen the grey\n> heron  flies away"),
    "d/2.eml": mail("Two", "a blue heron and an old heron, ready"),
    "d/3.eml": mail("אטלס", "ראינו אנפה כחולה ליד אטלס הגדול"),
    "d/4.eml": mail("Long", "x " * 500 + "heron" + " y" * 500),
}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    with case_of(tmp_path_factory.mktemp("kwic"), FILES) as case:
        yield case


def test_a_line_for_each_marked_place(case: Case) -> None:
    found = case.reports.hits("heron OR her*", width=20)
    marked = [
        (no, s.field, s.start, s.end)
        for no in case.search.run("heron").nos
        for s in case.search.spans("heron", case.search.item(no))
    ]
    assert found.total == len(found.lines) == len(marked) == 6 and found.items == 3
    assert [(line.no, line.field) for line in found.lines] == [(no, field) for no, field, _, _ in marked]
    first, second = [line for line in found.lines if line.no == case.search.run("subject:file").nos[0]][:2]
    assert (first.field, first.left, first.hit, first.right) == ("subject", "The ", "heron", " file")
    assert second.left == "first the blue " and second.right == " nests and then the "


def test_a_line_says_which_term_marked_its_place(case: Case) -> None:
    lines = case.reports.hits("nests OR heron").lines
    assert {line.hit.lower(): line.term for line in lines} == {"nests": 0, "heron": 1}


def test_a_line_of_an_exact_text_that_is_broken_over_lines(case: Case) -> None:
    found = case.reports.hits('="grey heron flies"')
    assert [line.hit for line in found.lines] == ["grey > heron flies"]
    assert not case.reports.hits('="Grey heron flies"').lines


def test_of_a_batch_or_sample_the_words_that_it_was_made_of(tmp_path: Path) -> None:
    with case_of(tmp_path, FILES) as case:
        found = case.search.run("blue AND heron")
        case.team.batches.create("blue AND heron", "all", "Dana Levi")
        case.team.batches.create('batch:"all" AND nests', "part", "Dana Levi", selected=found.nos[:1])
        case.team.samples.draw('batch:"part"', "drawn", "Dana Levi", 1)
        for query, words_marked in (
            ('batch:"all"', {"blue", "heron"}),
            ('batch:"all" AND is:untagged AND flies', {"blue", "heron", "flies"}),
            ('batch:"part"', {"blue", "heron", "nests"}),
            ("batch:p*", {"blue", "heron", "nests"}),
            ('sample:"drawn"', {"blue", "heron", "nests"}),
            ('heron NOT batch:"part"', {"heron"}),
            ("is:untagged", set()),
        ):
            listed, nos = case.reports.hits(query), case.search.run(query).nos
            marked = [len(case.search.spans(query, case.search.item(no))) for no in nos]
            assert {line.hit.lower() for line in listed.lines} == words_marked, query
            assert listed.total == len(listed.lines) == sum(marked)
            counted = case.reports.columns(nos, ["hits"], query)
            assert [row.hits or 0 for row in counted] == marked


def test_the_width_is_kept(case: Case) -> None:
    for line in case.reports.hits("heron", width=7).lines:
        assert len(line.left) <= 7 and len(line.right) <= 7
    long = next(
        line for line in case.reports.hits("heron", width=7).lines if line.left.startswith(" x") or "x x" in line.left
    )
    assert long.left == "x x x x "[-7:] and long.right == " y y y "


def test_sorted_by_the_right(case: Case) -> None:
    rights = [words(line.right) for line in case.reports.hits("heron", sort="right", width=30).lines]
    assert rights == sorted(rights) and rights[0][0] == "and"


def test_sorted_by_the_left(case: Case) -> None:
    lefts = [words(line.left)[::-1] for line in case.reports.hits("heron", sort="left", width=30).lines]
    assert lefts == sorted(lefts) and [left[0] for left in lefts] == ["blue", "blue", "grey", "old", "the", "x"]


def test_the_first_lines_and_the_whole_count(case: Case) -> None:
    for sort in ("item", "left", "right"):
        some, whole = case.reports.hits("heron", sort=sort, limit=2), case.reports.hits("heron", sort=sort)
        assert some.lines == whole.lines[:2] and some.total == whole.total == 6


@pytest.mark.parametrize("sort", ["item", "date", "left", "right"])
def test_pages_that_follow_one_another_are_the_whole_list(case: Case, sort: str) -> None:
    query = 'heron OR blue OR "blue heron" OR אטלס'
    for order in (None, case.search.run(query).nos[::-1][:3]):
        whole, pages = case.reports.hits(query, sort=sort, order=order), list[HitLine]()
        while page := case.reports.hits(
            query, sort=sort, limit=2, order=order, after=pages[-1] if pages else None
        ).lines:
            pages += page
        assert tuple(pages) == whole.lines and len(pages) == whole.total > 5
        if sort == "item" and order is not None:
            assert [no for no, _ in groupby(line.no for line in pages)] == list(order)
    by_date = [line.no for line in case.reports.hits("heron", sort="date").lines]
    assert by_date == sorted(by_date, key=case.search.sorted(case.search.run("heron").nos, "date").index)


def test_hebrew_keeps_its_logical_order(case: Case) -> None:
    line = next(line for line in case.reports.hits("אטלס").lines if line.field == "body")
    assert (line.left, line.hit, line.right) == ("ראינו אנפה כחולה ליד ", "אטלס", " הגדול")


def test_it_can_be_stopped(case: Case) -> None:
    stop = threading.Event()
    stop.set()
    assert case.reports.hits("heron", stop=stop).lines == ()


@pytest.mark.parametrize("arguments", [{"sort": "beauty"}, {"width": 0}, {"limit": 0}, {"limit": 10**9}])
def test_what_there_is_not_is_refused(case: Case, arguments: dict[str, object]) -> None:
    with pytest.raises(CaseError):
        case.reports.hits("heron", **arguments)  # type: ignore[arg-type]
