"""Tests of triage.store.extent: what is no longer in the sources is kept, counted, and found where it is asked for."""

from __future__ import annotations

import dataclasses
import json
import os
import shutil
import threading
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.records import case_of, mail, scope
from triage.case import Case
from triage.messages import render
from triage.model.items import ItemNo
from triage.scope import policy

FILES: dict[str, bytes | str] = {
    "dana/plan.txt": "heron plan",
    "dana/list.txt": "heron list",
    "omar/mail.eml": mail("Heron", "about the heron", message_id="<1@x>"),
    "omar/copy.txt": "heron list",
}


def one(case: Case, query: str) -> ItemNo:
    (no,) = case.search.run(query).nos
    return no


def names(case: Case, query: str) -> list[str]:
    return sorted(row.name for row in case.search.rows(case.search.run(query).nos))


def sound(case: Case) -> None:
    """Assert that the sums add up and the record proves what was read."""
    assert case.status().adds_up, case.status()
    assert [check for check in case.verification.run() if not check.held] == []


@pytest.mark.nightly
def test_a_vanished_file_is_counted_listed_and_found_where_it_is_asked_for(tmp_path: Path) -> None:
    with case_of(tmp_path, FILES) as case:
        plan = one(case, "plan")
        case.decisions.tag([plan], "relevant", "Rae", "key")
        (tmp_path / "records/dana/plan.txt").unlink()
        report = case.index()
        assert (report.seen, report.unchanged, report.indexed, report.vanished) == (3, 3, 0, 1)
        status = case.status()
        assert (status.files, status.vanished_files, status.items, status.vanished, status.tagged) == (3, 1, 3, 1, 0)
        (decided,) = status.past_decided
        assert (decided.id, decided.state, decided.tags, decided.successor) == (
            case.search.item(plan).row.id,
            "vanished",
            ("relevant",),
            None,
        )
        sound(case)
        (problem,) = case.reports.problems()
        assert (problem.code, problem.path, problem.item) == ("vanished", "dana/plan.txt", decided.id)
        assert render(problem.message).startswith("It is no longer there.")
        found = case.search.run("heron")
        assert (found.total, found.items, found.past) == (3, 3, (plan,))
        assert render(found.notes[-1]).startswith("superseded or vanished items that also match: 1;")
        assert case.search.run("NOT heron").total == 0 and case.search.run("is:superseded").total == 0
        assert names(case, "heron AND is:vanished") == names(case, "is:vanished") == ["plan.txt"]
        assert case.search.item(plan).row.state == "vanished"
        assert case.reports.terms(["heron", "plan"]).union.documents == 3
        assert case.reports.coverage().scope.items == 3 and case.team.progress().whole.items == 3
        assert case.index().vanished == 0, "it is told once"


def test_what_comes_back_is_current_again(tmp_path: Path) -> None:
    with case_of(tmp_path, FILES) as case:
        plan, path = one(case, "plan"), tmp_path / "records/dana/plan.txt"
        case.decisions.tag([plan], "relevant", "Rae", "key")
        path.unlink()
        case.index()
        path.write_text("heron plan")
        report = case.index()
        assert report.items == 0 and one(case, "plan AND tag:relevant") == plan
        assert case.reports.problems() == [] and case.status().past_decided == ()
        sound(case)


def test_copies_and_threads_are_those_that_are_there(tmp_path: Path) -> None:
    with case_of(tmp_path, FILES) as case:
        (tmp_path / "records/dana/list.txt").unlink()
        case.index()
        assert names(case, "is:duplicate") == []
        facets = {facet.name: facet for facet in case.reports.facets(case.search.run("*").nos)}
        assert {v.value: v.items for v in facets["custodian"].values} == {"dana": 1, "omar": 2}
        assert dict(case.status().custodians) == {"dana": 1, "omar": 2}


def test_what_cannot_be_listed_or_read_has_not_vanished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.scandir

    def failing(path: object) -> object:
        if isinstance(path, int) and Path(f"/proc/self/fd/{path}").readlink().name == "dana":
            raise PermissionError(13, "Permission denied")
        return real(path)  # type: ignore[call-overload]

    with case_of(tmp_path, FILES) as case:
        monkeypatch.setattr(os, "scandir", failing)
        assert case.index().vanished == 0
        monkeypatch.undo()
        assert case.status().vanished_files == 0 and case.search.run("heron").total == 4


@pytest.mark.nightly
def test_a_run_over_a_part_marks_only_what_lay_there(tmp_path: Path) -> None:
    with case_of(tmp_path, FILES) as case:
        for name in ("dana/plan.txt", "omar/copy.txt"):
            (tmp_path / "records" / name).unlink()
        (tmp_path / "records/dana/new.txt").write_text("egret")
        report = case.index([tmp_path / "records/dana"])
        assert (report.vanished, report.grown, case.status().files) == (1, 0, 4)
        assert names(case, "is:vanished") == ["plan.txt"]
        sound(case)
        assert case.index().vanished == 1 and case.status().files == 3
        sound(case)


def test_a_stopped_run_marks_nothing(tmp_path: Path) -> None:
    with case_of(tmp_path, FILES) as case:
        (tmp_path / "records/omar/copy.txt").unlink()
        stop = threading.Event()
        stop.set()
        assert case.index(stop=stop).stopped and case.status().vanished == 0
        assert case.index().vanished == 1 and case.status().vanished == 1


@pytest.mark.nightly
def test_what_the_scope_denies_now_has_not_vanished(tmp_path: Path) -> None:
    with case_of(tmp_path, FILES) as case:
        both = policy.dump(scope(tmp_path / "records"))
        (tmp_path / "case/scope.toml").write_text(policy.dump(scope(tmp_path / "records", deny=("dana/plan.txt",))))
        assert case.index().vanished == 0
        status = case.status()
        assert (status.vanished_files, status.denied_since, status.items, status.adds_up) == (0, 1, 4, True)
        (tmp_path / "case/scope.toml").write_text(both)
        case.index()
        assert case.status().denied_since == 0
        sound(case)
        other = scope(tmp_path / "records/omar")
        moved = dataclasses.replace(other, allow=(replace(other.allow[0], id="other"),))
        (tmp_path / "case/scope.toml").write_text(policy.dump(moved))
        case.index()
        assert case.status().denied_since == 4 and case.status().adds_up


def test_an_earlier_version_of_a_file_is_superseded(tmp_path: Path) -> None:
    with case_of(tmp_path, FILES) as case:
        plan, path = one(case, "plan"), tmp_path / "records/dana/plan.txt"
        case.decisions.tag([plan], "relevant", "Rae", "key")
        path.write_text("heron plan, second version")
        case.index()
        new = one(case, "plan")
        assert new != plan and case.status().items == 4
        assert one(case, "is:superseded") == plan
        old = case.search.item(plan)
        assert (old.row.state, old.successor) == ("superseded", case.search.item(new).row.id)
        assert [(d.state, d.successor) for d in case.status().past_decided] == [("superseded", old.successor)]
        path.write_text("heron plan")
        case.index()
        assert one(case, "plan") == plan and one(case, "is:superseded") == new
        sound(case)
        shutil.rmtree(tmp_path / "records/dana")
        case.index()
        assert names(case, "is:vanished") == ["list.txt", "plan.txt"] and one(case, "is:superseded") == new


@pytest.mark.nightly
def test_exports_include_what_was_decided_on_and_mark_it(tmp_path: Path) -> None:
    with case_of(tmp_path, FILES) as case:
        plan, copied = one(case, "plan"), one(case, "copy")
        case.decisions.tag([plan, copied], "relevant", "Rae", "key")
        (tmp_path / "records/dana/plan.txt").write_text("heron plan, second version")
        (tmp_path / "records/omar/copy.txt").unlink()
        (tmp_path / "records/dana/list.txt").unlink()
        case.index()
        assert case.search.run("tag:relevant").total == 0
        report = case.export.bundle(tmp_path / "out", "tag:relevant", "Rae")
        assert report.findings == 2 and len(report.missing) == 2
        listed = json.loads((tmp_path / "out/manifest.json").read_text())
        later = case.search.item(one(case, "plan")).row.id
        assert {(f["id"], f["state"], f["successor"]) for f in listed["findings"]} == {
            (case.search.item(plan).row.id, "superseded", later),
            (case.search.item(copied).row.id, "vanished", None),
        }
        assert listed["counts"]["case_files_vanished"] == 2 and listed["counts"]["case_items_superseded"] == 1
        assert f"its later version is {later}" in (tmp_path / "out/report.html").read_text()
        everything = case.export.bundle(tmp_path / "all", "*", "Rae")
        assert everything.findings == 4, "what nobody decided on stays behind"
        facets = {facet.name: facet for facet in case.reports.facets(*_found(case, "heron"))}
        assert [(v.value, v.items) for v in facets["state"].values] == [("", 2), ("vanished", 2), ("superseded", 1)]
        for value in facets["state"].values:
            assert case.search.run(f"heron AND {value.query}").total == value.items
        assert "state" not in {facet.name for facet in case.reports.facets(_found(case, "heron")[0])}


def _found(case: Case, query: str) -> tuple[tuple[ItemNo, ...], tuple[ItemNo, ...]]:
    results = case.search.run(query)
    return results.nos, results.past
