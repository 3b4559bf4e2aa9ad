"""Tests of triage.case.scope: what it would include, its versions, and that nothing is opened without approval."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from tests.indexing.test_verify_scope import FILES, failing, index, indexed, over, sql
from tests.records import copied, write
from triage.case import Allow, Case
from triage.errors import CaseError, DecisionError, ScopeError, VerifyError
from triage.messages import render
from triage.proof.keys import approving_key
from triage.scope.ledger import writing
from triage.scope.policy import dump
from triage.store import scope_versions


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = {**FILES, "dana/hr/unlisted/x": "x", "omar/3.txt": "kestrel"}
    return indexed(tmp_path_factory.mktemp("made"), files)


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return copied(made / "case", tmp_path)


def test_a_plan_counts_by_rule_and_opens_nothing(folder: Path) -> None:
    before = (folder / "case/ledger.jsonl").read_bytes()
    with Case.open(folder / "case") as case:
        plan = case.scope.plan()
        assert [(r.id, r.files) for r in plan.roots] == [("dana", 1)]
        assert [(r.glob, r.names) for r in plan.rules] == [("hr", 1)]
        assert (plan.version, plan.changed, plan.new_files, plan.removal.sources) == (1, False, 0, 0)
        index(folder, "omar", "dana", "gone", deny=("1.eml",), read=False)
        (no,) = case.search.run("osprey").nos
        case.decisions.tag([no], "hot", "Rae", "key")
        plan = case.scope.plan()
        assert [(r.id, r.files, r.error is None) for r in plan.roots] == [
            ("omar", 2, True),
            ("dana", 2, True),
            ("gone", 0, False),
        ]
        assert (plan.changed, plan.new_files) == (True, 4)
        assert plan.roots[0].bytes == sum(p.stat().st_size for p in (folder / "records/omar").iterdir())
        assert (plan.removal.sources, plan.removal.items, plan.removal.decided) == (1, 1, 1)
        assert len(case.scope.history()) == 1
    assert (folder / "case/ledger.jsonl").read_bytes() == before


def test_a_plan_knows_what_was_read_at_a_swapped_path(folder: Path) -> None:
    index(folder, "dana=forbidden", deny=("hr",))
    index(folder, "dana", deny=("hr",))
    with Case.open(folder / "case") as case:
        assert case.scope.plan().removal.sources == 2
    index(folder, "dana=omar", deny=("hr",))
    with Case.open(folder / "case") as case:
        assert case.scope.plan().removal.sources == 3


def test_versions_differ_line_by_line(folder: Path) -> None:
    index(folder, "dana", deny=("hr", "*.tmp"))
    index(folder, "dana", deny=("*.tmp",), read=False)
    with Case.open(folder / "case") as case:
        assert [(v.number, v.action) for v in case.scope.history()] == [(1, "create"), (2, "use")]
        assert '+glob = "*.tmp"' in case.scope.diff("1", "2").lines
        diff = case.scope.diff()
        assert (diff.before, diff.after) == ("2", "") and '-glob = "hr"' in diff.lines
        assert case.scope.diff("2", "2").lines == ()
        with pytest.raises(ScopeError, match="no version 7"):
            case.scope.diff("7")


def test_a_reason_on_record_explains_a_narrower_scope(folder: Path) -> None:
    index(folder, "dana=forbidden", deny=("hr",))
    index(folder, "dana", deny=("hr",))
    assert "under version 2" in failing(folder)["scope versions"]
    with Case.open(folder / "case") as case:
        case.scope.approve("Rae Counsel")
        assert "under version 2" in failing(folder)["scope versions"]
        version = case.scope.approve("Rae  Counsel", "the wrong folder, read by mistake")
        assert (version.number, version.action, version.approver) == (5, "approve", "Rae Counsel")
        assert approving_key(case._opened.store.first_audit_hash(), version).name
        with pytest.raises(DecisionError):
            case.scope.approve(" ")
    assert not failing(folder)


def test_nothing_is_opened_without_approval(tmp_path: Path) -> None:
    write(tmp_path / "records", FILES)
    with Case.create(tmp_path / "case", over(tmp_path, "dana"), require_approval=True) as case:
        assert case.scope.plan().unapproved
        with pytest.raises(ScopeError, match="triage scope approve"):
            case.index()
        case.scope.approve("Rae Counsel")
        assert not case.scope.plan().unapproved
        assert case.index().items == 2
        index(tmp_path, "dana", "omar", read=False)
        (no,) = case.search.run("osprey").nos
        for refused in (
            case.index,
            lambda: case.originals.read_bytes(no, 0, 9, "Rae"),
            lambda: case.export.bundle(tmp_path / "out", "osprey", "Rae"),
        ):
            with pytest.raises(ScopeError, match="triage scope approve"):
                refused()
        assert len(case.scope.history()) == 2
        case.scope.approve("Rae Counsel", "Omar as well")
        assert case.index().items == 1
    assert not failing(tmp_path)
    # the scope of before is another one again
    (tmp_path / "case/scope.toml").write_text(dump(over(tmp_path, "dana")))
    with Case.open(tmp_path / "case") as case, pytest.raises(ScopeError, match="triage scope approve"):
        case.index()


def test_an_approval_that_nobody_signed_opens_nothing(tmp_path: Path) -> None:
    write(tmp_path / "records", FILES)
    with Case.create(tmp_path / "case", over(tmp_path, "dana"), require_approval=True) as case:
        with case._opened.store.change("Mallory", "scope") as detail:
            scope_versions.add(case._opened.store, detail, "approve", case.scope.policy.text, "", "Rae Counsel")
        with pytest.raises(VerifyError, match="version 2 isn't signed"):
            case.index()
    assert "isn't signed" in failing(tmp_path)["scope versions"]


def test_use_without_approval_is_named(folder: Path) -> None:
    with Case.open(folder / "case") as case:
        checks = {c.name: c for c in case.verification.run()}
        assert checks["scope versions"].held
        case._opened.store.db.execute(  # as if the case had been created so
            "DROP TRIGGER audit_fixed; UPDATE audit SET detail=json_set(detail, '$.require_approval', json('true'))"
        )
        checks = {c.name: c for c in case.verification.run()}
        assert "used without approval: line 1" in render(checks["scope versions"].message)
        assert (
            json.dumps([c.name for c in checks.values() if not c.held])
            == '["audit chain", "database", "scope versions", "heads"]'
        )


@pytest.mark.parametrize("require_approval", [False, True])
def test_versions_that_were_deleted_are_named(tmp_path: Path, require_approval: bool) -> None:
    write(tmp_path / "records", FILES)
    with Case.create(tmp_path / "case", over(tmp_path, "dana"), require_approval=require_approval) as case:
        case.scope.approve("Rae Counsel")
        case.index()
    sql("DELETE FROM scope_version")(tmp_path)
    with Case.open(tmp_path / "case") as case:
        for refused in (case.scope.plan, case.scope.leaves_out):
            with pytest.raises(VerifyError, match="version 2 isn't what the audit says"):
                refused()
        if require_approval:
            with pytest.raises(ScopeError, match="triage scope approve"):
                case.index()


def test_a_change_takes_a_reason_and_is_a_version(folder: Path) -> None:
    with Case.open(folder / "case") as case:
        wider = over(folder, "dana", "omar", deny=("hr",))
        assert [(r.id, r.files) for r in case.scope.plan(wider).roots] == [("dana", 1), ("omar", 2)]
        counted: list[int] = []
        assert case.scope.plan(wider, counted.append).new_files == 2
        assert counted == [1, 3]
        with pytest.raises(CaseError, match="stopped"):
            case.scope.plan(wider, stop=lambda: len(counted) > 0)
        assert case.scope.policy == over(folder, "dana", deny=("hr",)), "a plan changes nothing"
        with pytest.raises(ScopeError, match="give the reason"):
            case.scope.change(wider, "  ")
        assert case.scope.change(wider, " Omar was\nnamed ").approver == ""
        assert case.scope.change(over(folder, "dana", deny=("*.tmp", "hr")), "too wide", "Rae").approver == "Rae"
        assert case.scope.policy == over(folder, "dana", deny=("*.tmp", "hr"))
        assert [(v.action, v.reason, v.approver) for v in case.scope.history()[1:]] == [
            ("use", "Omar was named", ""),
            ("approve", "too wide", "Rae"),
        ]
        case.index()
        assert len(case.scope.history()) == 3
    assert not failing(folder)


def test_a_change_that_cannot_be_meant_changes_nothing(folder: Path) -> None:
    before = (folder / "case/scope.toml").read_bytes()
    with Case.open(folder / "case") as case:
        for policy, why in (
            (over(folder), "allows nothing"),
            (over(folder, "dana", deny=(str((folder / "records/dana").resolve()),)), "denies"),
            (dataclasses.replace(over(folder, "dana"), allow=(Allow("a", "/srv/x", "Formats {1}"),)), "stand alone"),
        ):
            with pytest.raises(ScopeError, match=why):
                case.scope.change(policy, "because")
        with writing(folder / "case"), pytest.raises(CaseError, match="index"):
            case.scope.change(over(folder, "omar"), "because")
        assert len(case.scope.history()) == 1
    assert (folder / "case/scope.toml").read_bytes() == before
    with pytest.raises(ScopeError, match="stand alone"):
        Case.create(
            folder / "new", dataclasses.replace(over(folder, "dana"), allow=(Allow("a", "/srv/x", "Formats {1}"),))
        )


def test_a_folder_that_moved_is_linked_again_and_its_items_keep_their_ids(folder: Path) -> None:
    with Case.open(folder / "case") as case:
        (item,) = case.search.rows(case.search.run("osprey").nos)
        case.decisions.tag([item.no], "hot", "Rae", "key")
        (folder / "records/dana").rename(folder / "records/levi")
        (folder / "records/levi/new.txt").write_text("stork")
        moved = over(folder, "dana=levi", deny=("hr",))
        assert case.scope.moved_there(moved.allow[0]) == (1, 1)
        assert case.scope.moved_there(over(folder, "dana=omar").allow[0]) == (0, 1)
        case.scope.change(moved, "The share was renamed", "Rae")
        report = case.index()
        assert (report.unchanged, report.indexed, report.vanished) == (1, 1, 0)
        assert case.search.run("osprey AND tag:hot").nos == (item.no,)
    assert not failing(folder)
