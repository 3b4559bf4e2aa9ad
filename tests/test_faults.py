"""The faults that other tests cause come to pass, at exactly the call that is meant, and nowhere else."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests import faults
from tests.faults import CREATE, KILL, READ, SYNC, WRITE, Fault, Faults
from tests.records import case_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with case_of(tmp_path, {"a.txt": "heron", "b.txt": "egret"}) as case:
        return case.path


def test_calls_are_counted_and_exactly_one_of_them_fails(folder: Path, under: Faults) -> None:
    words = ("tag", folder, "hot", "--query", "heron", "--reviewer", "Rae")
    outcome = under.run(Fault((folder,), at=1), *words)
    assert (outcome.code, outcome.calls >= 1) == (2, True) and outcome.first.startswith(str(folder))
    elsewhere = under.run(Fault((folder.parent / "elsewhere",)), *words)
    assert (elsewhere.code, elsewhere.calls, elsewhere.first) == (0, 0, "")


@pytest.mark.nightly
@pytest.mark.parametrize("kinds", [READ, WRITE, SYNC, CREATE])
def test_each_kind_of_call_is_met_and_can_be_where_a_process_is_killed(folder: Path, under: Faults, kinds: int) -> None:
    assert under.calls(Fault((folder,), kinds), "tag", folder, "hot", "--query", "heron", "--reviewer", "Rae") > 0
    killed = under.run(
        Fault((folder,), kinds, 1, KILL), "tag", folder, "unsure", "--query", "heron", "--reviewer", "Rae"
    )
    assert (killed.code, killed.calls) == (-signal.SIGKILL, 1)


def test_without_a_compiler_tests_are_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(pytest.skip.Exception, match="compiler"):
        faults.compiled(tmp_path)
