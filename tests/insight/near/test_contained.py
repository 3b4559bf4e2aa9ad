"""Tests of triage.insight.near.api: what is shown is found, and holds as long as the mails are as read."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.insight.contained_threads import mail, threads
from tests.records import case_of, copied
from triage.case import Case
from triage.errors import CaseError
from triage.insight.near.storage import CONTAINED
from triage.messages import render
from triage.model.items import ItemNo
from triage.store.derived_files import FOLDER

QUERY = "is:contained"


def files_of(many: int) -> dict[str, bytes | str]:
    files: dict[str, bytes | str] = {}
    for number, thread in enumerate(threads()[:many], 1):
        for place, letter in enumerate(thread.letters, 1):
            ident = f"{number}.{place}"
            files[f"all/{ident}.eml"] = mail(letter, ident, f"{number}.1" if place > 1 else "")
    return files


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fifty conversations as a case."""
    with case_of(tmp_path_factory.mktemp("contained"), files_of(50)) as case:
        return case.path


@pytest.fixture
def case(made: Path, tmp_path: Path) -> Iterator[Case]:
    with Case.open(copied(made, tmp_path) / "case") as opened:
        yield opened


def name(case: Case, no: ItemNo) -> str:
    return case.search.item(no).row.name.removesuffix(".eml")


def pairs(case: Case) -> set[tuple[str, str]]:
    report = case.reports.insight.contained.last()
    assert report is not None
    return {(name(case, one.no), name(case, one.later)) for one in report.mails}


def found(case: Case) -> set[str]:
    return {name(case, no) for no in case.search.run(QUERY).nos}


def no_of(case: Case, ident: str) -> ItemNo:
    (no,) = case.search.run(f'path:"all/{ident}.eml" NOT is:attachment').nos
    return no


def test_fifty_conversations_as_mails_on_disk(case: Case) -> None:
    assert case.reports.insight.contained.last() is None and found(case) == set()
    assert "no mails were compared" in render(case.search.run(QUERY).notes[0])
    report = case.reports.insight.contained.find()
    assert report is not None and report.current and report.compared == sum(len(one.letters) for one in threads())
    wanted = {(f"{n}.{a}", f"{n}.{b}") for n, one in enumerate(threads(), 1) for a, b in one.want}
    assert pairs(case) == wanted and found(case) == {a for a, _ in wanted}
    assert case.search.run(QUERY).notes == ()
    everything = set(case.search.run("").nos)
    assert set(case.search.run(f"NOT {QUERY}").nos) == everything - set(case.search.run(QUERY).nos)
    assert case.search.run("is:tagged").nos == (), "no decision follows"


def test_a_seal_takes_its_rows_along(case: Case) -> None:
    case.reports.insight.contained.find()
    before = pairs(case)
    for sealed, gone in (("1.2", ("1.1", "1.2")), ("2.1", ("2.1", "2.3"))):
        case.decisions.seal([no_of(case, sealed)], "customer content", "Rae", "key")
        before -= {gone}
        assert pairs(case) == before and found(case) == {a for a, _ in before}
    kept = (case.path / FOLDER / CONTAINED).read_bytes()
    assert b"orrin" not in kept
    assert case.reports.insight.contained.find() is not None and pairs(case) == before


def test_what_is_changed_is_contained_no_more(tmp_path: Path) -> None:
    with case_of(tmp_path, files_of(8)) as case:
        case.reports.insight.contained.find()
        before, records = pairs(case), tmp_path / "records" / "all"
        (records / "1.2.eml").unlink()
        shutil.copy(records / "3.2.eml", records / "7.2.eml")
        case.index()
        left = before - {("1.1", "1.2"), ("7.1", "7.2")}
        assert len(before) == 5 and pairs(case) == left and found(case) == {a for a, _ in left}
        assert "items were read or changed" in render(case.search.run(QUERY).notes[0])
        report = case.reports.insight.contained.find()
        assert report is not None and report.current and pairs(case) == left


def test_it_stops_when_asked_and_needs_a_case_that_can_be_written(case: Case) -> None:
    assert (
        case.reports.insight.contained.find(stop=lambda: True) is None and case.reports.insight.contained.last() is None
    )
    counts: list[tuple[int, int]] = []
    case.reports.insight.contained.find(lambda *count: counts.append(count))
    assert counts[-1][0] == counts[-1][1] > 0
    with Case.open(case.path, read_only=True) as other:
        assert pairs(other) == pairs(case)
        with pytest.raises(CaseError):
            other.reports.insight.contained.find()


def test_two_runs_give_the_same_bytes(case: Case) -> None:
    case.reports.insight.contained.find()
    first = (case.path / FOLDER / CONTAINED).read_bytes()
    case.reports.insight.contained.find()
    assert (case.path / FOLDER / CONTAINED).read_bytes() == first
