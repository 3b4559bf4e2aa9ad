"""Tests of triage.cli.backup and compact: what they print and return. The copy itself: tests/case/test_recovery."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.records import case_of, mail
from triage.cli import main


@pytest.fixture
def case(tmp_path: Path) -> Path:
    case_of(tmp_path, {"dana/1.eml": mail("One", "osprey")}).close()
    return tmp_path / "case"


def test_a_backup_states_what_is_in_it_and_what_is_not(
    case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["case", "backup", str(case), str(tmp_path / "copy")]) == 0
    printed = capsys.readouterr().out
    assert "ledger.key, seal.key) are in it" in printed and "Everything in it holds." in printed
    (tmp_path / "records/dana/1.eml").unlink()
    (case / "settings.toml").write_text("workers = 3\n")
    assert main(["case", "backup", "--progress", "json", str(case), str(tmp_path / "second")]) == 1
    report = json.loads(capsys.readouterr().out.splitlines()[-1])["report"]
    assert [check["name"] for check in report["checks"] if not check["held"]] == ["settings"]


def test_compacting_and_verifying_report_to_programs(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["case", "compact", str(case)]) == 0
    assert capsys.readouterr().out.startswith("The database had ")
    assert main(["case", "compact", "--progress", "json", str(case)]) == 0
    before, after = json.loads(capsys.readouterr().out)["report"]
    assert before >= after == (case / "case.db").stat().st_size
    assert main(["verify", "--progress", "json", str(case)]) == 0
    assert all(check["held"] for check in json.loads(capsys.readouterr().out)["report"])


def test_a_database_that_is_damaged_inside_is_told_in_a_sentence(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = bytearray((case / "case.db").read_bytes())
    for page in range(8192 * 8, len(data), 8192):
        data[page : page + 4096] = b"\xff" * 4096
    (case / "case.db").write_bytes(data)
    assert main(["search", str(case), "osprey"]) == 2
    assert "restore the case from a backup" in capsys.readouterr().err
