"""Tests of copies of a case: each is whole, of one moment, and verified. New records: tests/cli/test_terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.indexing.test_audit_checks import execute
from tests.records import case_of, mail
from triage.case import Case, verify
from triage.errors import CaseError
from triage.messages import render


@pytest.fixture
def case(tmp_path: Path) -> Path:
    case_of(tmp_path, {f"dana/{n}.eml": mail(f"No {n}", f"osprey {n}") for n in range(3)}).close()
    return tmp_path / "case"


def test_a_backup_is_a_case_that_verifies_and_goes_on(case: Path, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    with Case.open(case) as opened, Case.open(case) as other:
        opened.decisions.tag(opened.search.run("osprey").nos, "hot", "Rae", "key")

        def decide(done: int, total: int) -> None:
            seen.append((done, total))
            other.decisions.note(other.search.run("").nos[0], "too late", "Rae", "key")

        backup = opened.verification.back_up(tmp_path / "copies" / "case", decide)
        keys = str(opened._opened.keys.folder)
    assert backup is not None and backup.keys == keys
    assert all(check.held for check in backup.checks) and len(backup.checks) > 15
    assert seen[-1][0] == seen[-1][1]
    copied = Path(backup.folder)
    assert backup.bytes == sum(path.stat().st_size for path in copied.rglob("*") if path.is_file())
    assert {path.name for path in copied.iterdir()} == {"case.db", "ledger.jsonl", "ledger.key", "heads", "scope.toml"}
    assert copied.stat().st_mode & 0o077 == 0
    with Case.open(copied) as restored:
        assert len(restored.search.run("tag:hot").nos) == 3
        assert not restored.search.run("note:late").nos
        assert all(check.held for check in verify(case))
        assert restored.index().unchanged == 3


def test_a_backup_that_is_stopped_or_refused_leaves_nothing(case: Path, tmp_path: Path) -> None:
    with Case.open(case) as opened:
        assert opened.verification.back_up(tmp_path / "stopped", stop=lambda: True) is None
        for target in (case / "inside", tmp_path / "records" / "backup", tmp_path / "records"):
            with pytest.raises(CaseError, match="Choose another place"):
                opened.verification.back_up(target)
        (tmp_path / "file").touch()
        with pytest.raises(CaseError, match="Choose another place"):
            opened.verification.back_up(tmp_path / "file" / "below")
    assert {path.name for path in tmp_path.iterdir()} == {"case", "records", "file"}
    assert not (case / "inside").exists()


@pytest.mark.nightly
@pytest.mark.parametrize("damage", ["cut", "lost", "audit", "rolled back"])
def test_what_was_recovered_is_signed_and_proved_like_any_other(case: Path, tmp_path: Path, damage: str) -> None:
    ledger = case / "ledger.jsonl"
    before = ledger.read_bytes()
    with Case.open(case) as opened:
        opened.decisions.tag(opened.search.run("osprey").nos, "hot", "Rae", "key")
        (tmp_path / "records/dana/more.eml").write_bytes(mail("More", "osprey"))
        opened.index()
    if damage == "audit":
        execute(case, "UPDATE audit SET actor='Ben' WHERE action='tag'")
    elif damage == "rolled back":
        ledger.write_bytes(before)
    elif damage == "lost":
        ledger.unlink()
    else:
        ledger.write_bytes(ledger.read_bytes()[:-100])
    with Case.open(case) as opened:
        assert not opened.verification.recover("the disk failed").unsigned
    assert [check.name for check in verify(case) if not check.held] == ["record"], "for good"
    with Case.open(case) as opened:
        assert not opened.index().unsigned
        opened.verification.write_head()
        opened.export.prove(tmp_path / "proof")
    assert [check.name for check in verify(case) if not check.held] == ["record"]
    checks = verify(tmp_path / "proof")
    assert all(check.held for check in checks)
    said = " ".join(render(check.message) for check in checks)
    assert "a broken or older record was gone on from; reason: the disk failed" in said
    assert "heads of the record before it was begun anew, which its logs no longer have: " in said
    page = (tmp_path / "proof/non-access.html").read_text()
    assert "The record was broken, and begun anew on" in page and "(the disk failed)" in page
