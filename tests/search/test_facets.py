"""Tests of facets: every value's query finds as many items as the facet counts, in every list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

import pytest

from tests.records import case_of, mail
from tests.search.test_terms import with_attachment
from triage.case import Case
from triage.model.items import ItemNo
from triage.store.report_counts import domain

ADA = mail("Two", "heron nest", sender="Ada <Ada@MAIL.Contoso.example>", date="Mon, 01 Jan 2024 00:30:00 +0200")
FILES: dict[str, bytes | str] = {
    "dana/4.eml": mail("Four", "no bird", sender="Rae <rae@contoso.example>"),
    "dana/1.eml": mail("One", "a heron", sender="Dana <dana@orrin.example>"),
    "dana/2.eml": ADA,
    "omar/2.eml": ADA,
    "omar/3.eml": with_attachment("Three", "egret", "heron"),
    "omar/broken.pdf": b"%PDF-1.4 broken",
    "key person/notes.txt": "heron",
}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    with case_of(tmp_path_factory.mktemp("facets"), FILES) as case:
        case.decisions.tag(case.search.run("nest").nos, "second look", "Rae", "key")
        case.decisions.tag(case.search.run("egret").nos, "hot", "Rae", "key")
        yield case


@pytest.mark.parametrize("query", ["*", "heron", "custodian:omar", "is:untagged", "nothing"])
def test_each_value_is_what_its_query_finds(case: Case, query: str) -> None:
    for facet in case.reports.facets(case.search.run(query).nos):
        for value in facet.values:
            assert value.items > 0
            if value.query:
                within = case.search.run(f"({query}) AND ({value.query})").total
                assert within == value.items, (facet.name, value)
                without = case.search.run(f"({query}) AND NOT ({value.query})").total
                assert within + without == case.search.run(query).total


def test_every_list_is_counted_item_by_item(case: Case) -> None:
    """Of most items of a case all are counted and the others taken off, which is quicker; both give the same."""

    def counts(nos: Sequence[ItemNo]) -> Counter[tuple[str, str]]:
        return Counter({(facet.name, v.value): v.items for facet in case.reports.facets(nos) for v in facet.values})

    every = case.search.run("*").nos
    each = {no: counts([no]) for no in every}
    for size in range(len(every) + 1):
        for nos in combinations(every, size):
            assert counts(nos) == sum((each[no] for no in nos), Counter())


def test_facets_and_their_values(case: Case) -> None:
    found = {
        facet.name: {v.value: v.items for v in facet.values} for facet in case.reports.facets(case.search.run("*").nos)
    }
    assert list(found) == ["custodian", "type", "language", "sender domain", "month", "tag", "problem", "family role"]
    assert found["custodian"] == {"dana": 3, "omar": 4, "key person": 1}  # a copy counts for whoever holds it
    assert found["sender domain"]["mail.contoso.example"] == 2 and found["sender domain"]["orrin.example"] == 2
    assert found["month"]["2023-12"] == 2  # in UTC
    assert found["tag"] == {"": 5, "second look": 2, "hot": 1}
    assert found["problem"]["damaged"] == 1
    assert found["family role"] == {"single": 6, "parent": 1, "attachment": 1}


def test_domains_can_be_asked_for(case: Case) -> None:
    for facet in case.reports.facets(case.search.run("*").nos):
        if facet.name == "sender domain":
            assert {v.query: v.items for v in facet.values} == {
                "domain:mail.contoso.example": 2,
                "domain:contoso.example": 1,
                "domain:orrin.example": 2,
                "NOT domain:?*": 3,
            }
            assert case.search.run("from:@contoso.example").total == 3
            assert case.search.run("domain:*.CONTOSO.example").total == 2


def test_problems_can_be_asked_for(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {"dana/a.eml": "Subject: x\n\nplain\n", "dana/b.pdf": b"%PDF-1.4 broken"}
    with case_of(tmp_path, files) as case:
        (facet,) = (facet for facet in case.reports.facets(case.search.run("*").nos) if facet.name == "problem")
        assert any(value.value for value in facet.values)
        for value in facet.values:
            assert case.search.run(value.query).total == value.items
            assert value.query == (f"problem:{value.value}" if value.value else "NOT is:problem")


def test_an_empty_list_has_no_values(case: Case) -> None:
    assert all(not facet.values for facet in case.reports.facets([]))


@pytest.mark.parametrize(
    ("sender", "expected"),
    [
        ("Dana <dana@Orrin.example>", "orrin.example"),
        ("a@b.example (via) <x@y.example>", "y.example"),
        ("dana@orrin.example.", "orrin.example"),
        ("Dana", ""),
        ("", ""),
    ],
)
def test_domain(sender: str, expected: str) -> None:
    assert domain(sender) == expected


def test_languages_are_counted_and_found(tmp_path: Path) -> None:
    english = "Subject: plan\n\nWe have to send the plan for the heron site with this letter.\n"
    german = "Subject: plan\n\nDie Post ist noch nicht da, wir warten auf den Brief.\n"
    with case_of(tmp_path, {"dana/a.eml": english, "dana/b.eml": german, "dana/c.eml": "Subject: x\n\n12\n"}) as case:
        found = {
            facet.name: {v.value: v.items for v in facet.values}
            for facet in case.reports.facets(case.search.run("*").nos)
        }
        assert found["language"] == {"en": 1, "de": 1, "": 1}
        assert case.search.run("lang:german").total == case.search.run("lang:unknown").total == 1
        assert case.search.run("lang:none").nos == case.search.run("lang:unknown").nos
        assert case.search.run("NOT lang:en").total == 2


def test_copies_count_once_for_each_value(tmp_path: Path) -> None:
    again = mail("heron", "twice", sender="Dana <d@orrin.example>")
    files: dict[str, bytes | str] = {
        "dana/1.eml": again,
        "dana/2.eml": again.replace(b"Dana <d@", b"D. L. <d@"),
        "omar/1.eml": again,
        "omar/note.txt": "a heron",
    }
    with case_of(tmp_path, files) as case:
        nos = case.search.run("").nos
        case.decisions.tag(nos[:1], "hot", "Rae", "key")
        for facet in case.reports.facets(nos, collapse=True):
            for value in facet.values:
                found = case.search.run(value.query, collapse=True)
                assert found.distinct == value.items, (facet.name, value)
        (custodians,) = (f for f in case.reports.facets(nos, collapse=True) if f.name == "custodian")
        assert {v.value: v.items for v in custodians.values} == {"dana": 1, "omar": 2}
        assert not {facet.name for facet in case.reports.facets((), collapse=True) if facet.values}


def test_items_without_a_date_of_their_own_are_counted_with_the_months_that_stand_in(tmp_path: Path) -> None:
    bare = "From: Rae <rae@orrin.example>\nMessage-ID: <{}@orrin.example>\n\n{}\n"
    files: dict[str, bytes | str] = {
        "dana/1.eml": bare.format(1, "one"),
        "dana/2.eml": bare.format(2, "two"),
        "omar/2.eml": bare.format(2, "two"),
        "dana/3.eml": mail("Three", "three"),
        "dana/notes.txt": "a file's time isn't a document's date",
    }
    with case_of(tmp_path, files) as case:
        every = case.search.run("*").nos
        for collapse, many in ((False, 4), (True, 3)):
            total, months = case.reports.undated(every, collapse=collapse)
            assert total == many == sum(months.values()) and len(months) == 1
        assert case.search.run("is:undated").total == 4
        assert case.reports.undated(case.search.run("three").nos) == (0, {})
