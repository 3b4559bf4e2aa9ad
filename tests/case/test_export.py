"""An export is on record before it appears; what a killed one left is deleted by the next."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.records import case_of
from triage.case import Case, verify
from triage.store.audit import integrity

KILLED = """
import os, signal, sys
from pathlib import Path
from triage.case import Case

with Case.open(Path(sys.argv[1])) as case:
    case.export.bundle(Path(sys.argv[2]), "heron", "Rae", lambda done, total: os.kill(os.getpid(), signal.SIGKILL))
"""


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of two texts."""
    with case_of(tmp_path_factory.mktemp("export"), {"dana/1.txt": "heron", "dana/2.txt": "heron again"}) as case:
        return case.path


@pytest.fixture
def folder(indexed: Path, tmp_path: Path) -> Path:
    """A copy of it for one test."""
    return shutil.copytree(indexed, tmp_path / "case")


def _steps(case: Case) -> list[tuple[str, dict[str, object]]]:
    rows = [row for row in integrity.audit(case._opened.store) if row.action.startswith("export")]
    return [(row.action, json.loads(row.detail)) for row in rows]


def test_an_export_is_on_record_before_it_begins(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "out"
    seen: list[bool] = []
    with Case.open(folder) as case:
        case.export.bundle(target, "heron", "Rae", lambda *_: seen.append(_steps(case)[-1][0] == "export-begin"))
        assert seen == [True, True]
        (begin, about), (end, _) = _steps(case)
    assert (begin, end) == ("export-begin", "export")
    assert (about["target"], about["query"], about["items"]) == (str(target), "heron", 2)


def test_what_a_killed_export_left_is_deleted_by_the_next(folder: Path, tmp_path: Path) -> None:
    left = tmp_path / ".first.partial"
    done = subprocess.run([sys.executable, "-c", KILLED, str(folder), str(tmp_path / "first")], check=False)
    assert done.returncode == -signal.SIGKILL and list((left / "natives").iterdir())
    with Case.open(folder) as case:
        assert [action for action, _ in _steps(case)] == ["export-begin"]
        case.export.bundle(tmp_path / "second", "heron", "Rae")
        assert _steps(case)[1][1]["removed"] == str(left)
        case.export.bundle(tmp_path / "first", "heron", "Rae")
        assert "removed" not in _steps(case)[3][1]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["case", "first", "second"]
    assert all(check.held for path in ("case", "first", "second") for check in verify(tmp_path / path))


def test_a_name_that_is_not_utf8_is_recorded(folder: Path, tmp_path: Path) -> None:
    with Case.open(folder) as case:
        case.export.bundle(tmp_path / os.fsdecode(b"out\xff"), "heron", "Rae")
        assert str(_steps(case)[0][1]["target"]).endswith("out\\xff")
