"""Tests of triage.case.insight.gaps: all planted gaps are found, nothing else is, and each query finds its items."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.insight.people.mailboxes import mailboxes
from tests.records import case_of, mail
from triage.case import Case
from triage.messages import render
from triage.model.insight.gaps import ABSENT, ATTACHMENT, COPY, FILE, KINDS, SILENCE, Gap, GapReport


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with case_of(tmp_path_factory.mktemp("gaps"), mailboxes()) as case:
        return case.path


@pytest.fixture
def case(made: Path, tmp_path: Path) -> Iterator[Case]:
    shutil.copytree(made, tmp_path / "case")
    with Case.open(tmp_path / "case") as opened:
        yield opened


def report(case: Case, *kinds: str) -> GapReport:
    found = case.reports.insight.gaps.find(kinds=kinds or KINDS)
    assert found is not None
    return found


def gaps(case: Case, *kinds: str) -> list[Gap]:
    return list(report(case, *kinds).gaps)


def test_a_silence_is_found_with_what_is_usual(case: Case) -> None:
    (silence,) = gaps(case, SILENCE)
    assert (silence.custodian, silence.first, silence.last) == ("dana", "2023-03-06", "2023-03-26")
    assert "3 or more, so that 9 could be expected" in render(silence.evidence)
    assert silence.query == "custodian:dana date:2023-03-06..2023-03-26" and silence.nos == ()


def test_an_absent_message_is_found_and_a_known_one_is_not(case: Case) -> None:
    (absent,) = gaps(case, ABSENT)
    assert absent.about == "<nowhere@orrin.example>" and absent.people == ("Omar Said <omar@orrin.example>",)
    assert [case.search.item(no).row.subject for no in absent.nos] == ["Re: Nowhere"]
    assert (absent.custodian, absent.first) == ("omar", "2023-03-14")


def test_attachments_in_three_scripts_are_missing_and_quoted_ones_are_not(case: Case) -> None:
    assert sorted(gap.about for gap in gaps(case, ATTACHMENT)) == ["Budget", "תקציב", "عقد"]
    said = " ".join(render(gap.evidence) for gap in gaps(case, ATTACHMENT))
    assert "Please find attached budget.xls" in said and "מצורף הקובץ שביקשת" in said


def test_a_file_that_no_item_has_is_missing(case: Case) -> None:
    (missing,) = gaps(case, FILE)
    assert missing.about == "budget.xls"
    assert [case.search.item(no).row.subject for no in missing.nos] == ["Budget"]


def test_copies_that_others_have_are_lacking(case: Case) -> None:
    lacking = gaps(case, COPY)
    assert [(gap.custodian, gap.about) for gap in lacking] == [("dana", "Lost")]
    assert render(lacking[0].evidence).startswith("Sent to dana@orrin.example, an address of dana")


def test_each_query_finds_the_items_of_its_gap(case: Case) -> None:
    found = report(case)
    assert [one.kind for one in found.counts] == [SILENCE, ABSENT, *[ATTACHMENT], FILE, COPY]
    assert {kind: found.total(kind) for kind in KINDS} == {SILENCE: 1, ABSENT: 1, ATTACHMENT: 3, FILE: 1, COPY: 1}
    for gap in found.gaps:
        assert gap.query and case.search.run(gap.query).nos == gap.nos
        assert gap.ids == tuple(case.search.item(no).row.id for no in gap.nos)


def test_gaps_of_one_custodian_and_the_first_of_each_kind(case: Case) -> None:
    of_omar = case.reports.insight.gaps.find(custodian="omar", limit=1)
    assert of_omar is not None and {one.custodian for one in of_omar.counts} == {"omar"}
    assert [gap.kind for gap in of_omar.gaps] == [ABSENT, ATTACHMENT, FILE] and of_omar.total(ATTACHMENT) == 3


def test_copies_depend_on_whose_an_address_is(case: Case) -> None:
    people = case.reports.insight.people
    own = {one.custodian: one for one in report(case, COPY).addresses}
    assert own["dana"].second.key == "dana@orrin.example" and own["dana"].score == 1.0
    people.reject(own["dana"].id, "Rae")
    assert gaps(case, COPY) == []
    people.accept(own["dana"].id, "Rae")
    assert len(gaps(case, COPY)) == 1
    (same,) = [one for one in people.suggestions() if one.first and one.second.key == "dl77@post.example"]
    people.accept(same.id, "Rae")
    assert [gap.about for gap in gaps(case, COPY)] == ["Lost", "Private"]


def test_a_seal_shows_no_gap_and_closes_those_it_explains(case: Case) -> None:
    nos = case.search.run("subject:budget NOT subject:re OR subject:nowhere").nos
    case.decisions.seal(list(nos), "customer content", "Rae", "key")
    found = report(case)
    assert found.total(ABSENT) == 0 and found.total(FILE) == 0 and found.total(ATTACHMENT) == 2
    assert set(nos).isdisjoint(no for gap in found.gaps for no in gap.nos)
    assert not (case.path / "derived").exists() or not any((case.path / "derived").iterdir())


def test_a_sealed_message_is_not_silence_nor_lacking(tmp_path: Path) -> None:
    files = mailboxes()
    files["dana/silent.eml"] = mail("Sealed", "secret", date="Wed, 15 Mar 2023 09:00:00 +0000")
    files["dana/lost.eml"] = files["omar/lost.eml"]
    with case_of(tmp_path, files) as case:
        case.decisions.seal(
            list(case.search.run('subject:sealed OR path:"dana/lost.eml"').nos), "content", "Rae", "key"
        )
        assert all(gap.about != "Lost" and gap.custodian != "dana" for gap in gaps(case, COPY, SILENCE))


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
