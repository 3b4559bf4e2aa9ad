"""Filters of a query: what counts as one, adding, taking away, leaving out, ranges, words struck out."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.case import Case
from triage.search.query.values import ATTRIBUTES
from ui.presenters import filters


@pytest.mark.parametrize(
    ("query", "rest", "found"),
    [
        ("", "", ()),
        ("heron", "heron", ()),
        ("heron AND custodian:dana", "heron", ("custodian:dana",)),
        ("heron custodian:dana invoice", "heron invoice", ("custodian:dana",)),
        ('tag:"key person" AND NOT type:pdf', "", ('tag:"key person"', "NOT type:pdf")),
        ("heron OR custodian:dana", "heron OR custodian:dana", ()),
        ("(heron OR egret) AND date:2023", "(heron OR egret)", ("date:2023",)),
        ("heron AND NOT egret", "heron AND NOT egret", ()),
        ("heron AND NOT (is:family AND NOT is:attachment)", "heron", ("NOT (is:family AND NOT is:attachment)",)),
        ('"custodian:dana AND x"', '"custodian:dana AND x"', ()),
        ("from:@halden.example AND subject:heron", "subject:heron", ("from:@halden.example",)),
        ("heron w/5 nest AND is:untagged", "heron w/5 nest", ("is:untagged",)),
        ("tag:hot w/5 nest", "tag:hot w/5 nest", ()),
        ("heron AND (tag:hot NOT NOT type:pdf)", "heron", ("(tag:hot NOT NOT type:pdf)",)),
        ("heron AND (NOT)", "heron AND (NOT)", ()),
        ("heron AND (AND)", "heron AND (AND)", ()),
        ("heron AND (tag:hot NOT)", "heron AND (tag:hot NOT)", ()),
    ],
)
def test_a_query_is_taken_apart(query: str, rest: str, found: tuple[str, ...]) -> None:
    assert filters.split(query) == (rest, found)


def test_filters_are_added_once_and_taken_away() -> None:
    query = filters.add("heron OR egret", "custodian:dana")
    assert query == "(heron OR egret) AND custodian:dana"
    assert filters.add(query, "custodian:dana") == query
    assert filters.take_away(query, "custodian:dana") == "heron OR egret"
    assert filters.add("", "type:pdf") == "type:pdf"


def test_leaving_out_replaces_taking_in() -> None:
    query = filters.add("heron", "custodian:dana")
    assert filters.add(query, filters.opposite("custodian:dana")) == "heron AND NOT custodian:dana"
    assert filters.opposite("NOT is:problem") == "is:problem"
    assert filters.opposite("is:family AND NOT is:attachment") == "NOT (is:family AND NOT is:attachment)"


def test_a_range_replaces_other_dates() -> None:
    assert filters.between("heron AND date:2022", "2023-01", "2023-03") == "heron AND date:2023-01..2023-03"
    assert filters.between("", "2023-01", "2023-01") == "date:2023-01"


def test_the_searched_set_is_the_filters_alone() -> None:
    assert filters.within("heron custodian:dana AND NOT tag:hot") == "custodian:dana AND NOT tag:hot"


@pytest.mark.parametrize(
    ("query", "term", "struck", "after"),
    [
        ("Atlas* OR heron", "atlas*", ["atlases"], "Atlas*!(atlases) OR heron"),
        ("atlas*!(atlases)", "atlas*!(atlases)", ["atlases", "atlasblue"], "atlas*!(atlasblue,atlases)"),
        ("atlas*!(atlases) x", "atlas*!(atlases)", [], "atlas* x"),
        ("heron~1 w/5 nest", "heron~1", ["herons"], "heron~1!(herons) w/5 nest"),
        ("blue* OR truebluer", "blue*", ["blues"], "blue*!(blues) OR truebluer"),
        ("heron", "atlas*", ["x"], None),
    ],
)
def test_words_are_struck_out(query: str, term: str, struck: list[str], after: str | None) -> None:
    assert filters.strike(query, term, struck) == after


@given(st.text(alphabet='ab "()ORNTAD:custodian', max_size=40))
def test_any_text_is_taken_apart_and_put_together(query: str) -> None:
    rest, found = filters.split(query)
    assert filters.split(filters.join(rest, found)).filters == found


def test_what_filters_write_the_case_reads(indexed: Path) -> None:
    with Case.open(indexed) as case:
        heron = set(case.search.run("heron OR report").nos)
        said = set(case.search.run("custodian:said").nos)
        taken = filters.add("heron OR report", "custodian:said")
        assert set(case.search.run(taken).nos) == heron & said
        left = filters.add(taken, filters.opposite("custodian:said"))
        assert set(case.search.run(left).nos) == heron - said
        struck = filters.strike("repor* OR heron", "repor*", ["report"])
        assert struck is not None
        assert set(case.search.run(struck).nos) == set(case.search.run("heron").nos)


def test_every_attribute_of_the_language_can_be_a_filter() -> None:
    for name in ATTRIBUTES:
        assert filters.split(f"heron AND {name}:x") == ("heron", (f"{name}:x",))
