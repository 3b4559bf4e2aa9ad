"""Tests of triage.insight.gaps.api: all planted gaps are found, nothing else is, and each query finds its items."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.insight.people.mailboxes import mailboxes
from tests.records import case_of
from triage.case import Case
from triage.insight.gaps.nouns import ABSENT, FILE, KINDS, Gap, GapReport


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with case_of(tmp_path_factory.mktemp("gaps"), mailboxes()) as case:
        return case.path


def report(case: Case, *kinds: str) -> GapReport:
    found = case.reports.insight.gaps.find(kinds=kinds or KINDS)
    assert found is not None
    return found


def gaps(case: Case, *kinds: str) -> list[Gap]:
    return list(report(case, *kinds).gaps)


def test_an_absent_message_is_found_and_a_known_one_is_not(case: Case) -> None:
    (absent,) = gaps(case, ABSENT)
    assert absent.about == "<nowhere@orrin.example>" and absent.people == ("Omar Said <omar@orrin.example>",)
    assert [case.search.item(no).row.subject for no in absent.nos] == ["Re: Nowhere"]
    assert (absent.custodian, absent.first) == ("omar", "2023-03-14")


def test_a_file_that_no_item_has_is_missing(case: Case) -> None:
    missing, hebrew = gaps(case, FILE)
    assert (missing.about, hebrew.about) == ("budget.xls", "דוח-2023.pdf")
    assert [case.search.item(no).row.subject for no in missing.nos] == ["Budget"]


def test_each_query_finds_the_items_of_its_gap(case: Case) -> None:
    found = report(case)
    assert [one.kind for one in found.counts] == [ABSENT, FILE]
    assert {kind: found.total(kind) for kind in KINDS} == {ABSENT: 1, FILE: 2}
    for gap in found.gaps:
        assert gap.query and case.search.run(gap.query).nos == gap.nos
        assert gap.ids == tuple(case.search.item(no).row.id for no in gap.nos)


def test_gaps_of_one_custodian_and_the_first_of_each_kind(case: Case) -> None:
    of_omar = case.reports.insight.gaps.find(custodian="omar", limit=1)
    assert of_omar is not None and {one.custodian for one in of_omar.counts} == {"omar"}
    assert [gap.kind for gap in of_omar.gaps] == [ABSENT, FILE] and of_omar.total(FILE) == 2


def test_a_seal_shows_no_gap_and_closes_those_it_explains(case: Case) -> None:
    nos = case.search.run("subject:budget NOT subject:re OR subject:nowhere").nos
    case.decisions.seal(list(nos), "customer content", "Rae", "key")
    found = report(case)
    assert found.total(ABSENT) == 0 and found.total(FILE) == 1
    assert set(nos).isdisjoint(no for gap in found.gaps for no in gap.nos)
    assert not (case.path / "derived").exists() or not any((case.path / "derived").iterdir())


def test_two_runs_give_the_same_and_a_stop_gives_none(case: Case) -> None:
    assert report(case) == report(case)
    assert case.reports.insight.gaps.find(stop=lambda: True) is None
    seen: list[tuple[int, int]] = []
    assert case.reports.insight.gaps.find(done=lambda done, total: seen.append((done, total)), kinds=[FILE]) is not None
    assert seen[-1][0] == seen[-1][1] > 0


def test_a_case_without_messages_has_no_gaps(tmp_path: Path) -> None:
    with case_of(tmp_path, {"dana/1.txt": "see the attached plan.pdf"}) as case:
        assert report(case).gaps == () and case.reports.insight.people.report().people == ()
        assert case.reports.insight.people.suggestions() == []
