"""Work in a process of its own: the same report, errors in words, and nothing left by what is stopped or killed."""

from __future__ import annotations

import os
import signal
import threading
from pathlib import Path

import pytest

from tests.ui import records
from triage.case import Allow, Case, Policy, verify
from triage.errors import CaseError
from triage.messages import render
from triage.model.runs import Progress
from ui.case import background


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """A case whose sources have not been read."""
    records.write(tmp_path / "records")
    with Case.create(tmp_path / "fresh", Policy("x", "y", (Allow("a", str(tmp_path / "records"), "{1}"),))):
        pass
    return tmp_path / "fresh"


@pytest.mark.nightly
def test_it_reports_what_the_case_then_holds(fresh: Path) -> None:
    seen: list[Progress] = []
    report = background.index(fresh, seen.append, threading.Event())
    with Case.open(fresh) as case:
        status = case.status()
    assert report.items == status.items > 30
    assert status.adds_up
    assert not report.stopped
    assert all(isinstance(progress, Progress) for progress in seen)


@pytest.mark.nightly
def test_the_case_holds_what_its_readers_find_of_canaries(fresh: Path) -> None:
    background.index(fresh, lambda progress: None, threading.Event())
    with Case.open(fresh) as case:
        assert not case.verification.wants_matrix
        assert any("canaries found" in render(check.message) for check in case.verification.run())


@pytest.mark.nightly
def test_it_stops_when_asked(fresh: Path) -> None:
    stop = threading.Event()
    stop.set()
    first = background.index(fresh, lambda progress: None, stop)
    second = background.index(fresh, lambda progress: None, threading.Event())
    assert first.items + second.items > 30
    assert not second.stopped


@pytest.mark.nightly
def test_an_export_reports_what_it_wrote(case_path: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    target = tmp_path / "out"
    report = background.export(case_path, target, "heron", "Rae", lambda *n: told.append(n), threading.Event())
    with Case.open(case_path) as case:
        total = case.search.run("heron").total
    assert (report.folder, report.findings) == (str(target), total)
    assert all(isinstance(pair, tuple) for pair in report.missing)
    assert all(0 <= done <= many == total for done, many in told)
    assert all(check.held for check in verify(target))


@pytest.mark.nightly
def test_an_export_that_is_stopped_leaves_nothing(case_path: Path, tmp_path: Path) -> None:
    stop = threading.Event()
    stop.set()
    report = background.export(case_path, tmp_path / "out", "*", "Rae", lambda *n: None, stop)
    assert sum("out" in path.name for path in tmp_path.iterdir()) == (not report.stopped)


@pytest.mark.nightly
def test_an_export_that_cannot_be_is_refused_in_words(case_path: Path, tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="doesn't exist"):
        background.export(case_path, tmp_path / "no" / "out", "heron", "Rae", lambda *n: None, threading.Event())
    with pytest.raises(CaseError, match=r"bracket|closed"):
        background.export(case_path, tmp_path / "out", "(heron", "Rae", lambda *n: None, threading.Event())


@pytest.mark.nightly
def test_an_export_that_is_killed_says_what_to_do(case_path: Path, tmp_path: Path) -> None:
    def kill(*numbers: int) -> None:
        for child in Path(f"/proc/self/task/{threading.get_native_id()}/children").read_text().split():
            os.kill(int(child), signal.SIGKILL)

    with pytest.raises(CaseError, match="Delete what it left there"):
        background.export(case_path, tmp_path / "out", "*", "Rae", kill, threading.Event())


@pytest.mark.nightly
def test_what_is_wrong_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="isn't a case"):
        background.index(tmp_path, lambda progress: None, threading.Event())
