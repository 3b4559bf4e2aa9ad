"""In a case that isn't read to its end, everything that states a number states that: commands, reports, files."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.half_read import half_read, sentence
from tests.indexing.halts import halt_after
from tests.surfaces import LEARNING, asked, text_of
from triage.case import Case, verify, write_table
from triage.cli import COMMANDS, command, main
from triage.export.writers import WRITERS
from triage.messages import render

NO_COUNTS_IN = {
    "findings.csv": "a line for each finding",
    "decisions.jsonl": "a line for each decision",
    "problems.jsonl": "a line for each Problem",
    "known-answers.json": "what readers find of words that were hidden in other files",
    "hits.csv": "a line for each hit",
}
"""Files that state no number of the case, and what they have."""
NO_COUNTS = set("new scope redact record inspect doctor selftest demo".split())
"""What states nothing that more files would change; each says why."""


@pytest.fixture(scope="module", params=[False, pytest.param(True, marks=pytest.mark.nightly)], ids=["first", "second"])
def half(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case whose first or second run was stopped, with a tag, a sample, a batch and a saved search."""
    path = half_read(tmp_path_factory.mktemp("half"), second=request.param)
    with Case.open(path) as case:
        nos = case.search.run("harvest").nos
        case.decisions.tag(nos[:2], "relevant", "Rae", "key")
        case.search.save("crop", "harvest", "Rae")
        case.team.samples.draw("harvest", "drawn", "Rae", size=3)
    return path


def test_every_command_states_it_or_says_why_its_numbers_do_not_depend_on_it() -> None:
    reasons = {name: reason for name in COMMANDS if (reason := command(name).uncounted)}
    assert reasons.keys() == NO_COUNTS and all(reason.endswith(".") for reason in reasons.values())


def assert_stated(half: Path, folder: Path, capsys: pytest.CaptureFixture[str], leave_out: set[str]) -> None:
    """Call every command but these; what each prints, as text or as JSON, states it once."""
    case = shutil.copytree(half, folder / "case")
    with Case.open(case) as opened:
        item = opened.search.rows(opened.search.run("harvest").nos[-1:])[0].id
    said, calls = sentence(case), asked(case, folder)
    assert set(calls) | NO_COUNTS | {"index"} == set(COMMANDS)
    assert main(["record", "roster", "add", str(case), "--name", "Rae"]) == 0
    for name, call in [(one, call) for one, several in calls.items() if one not in leave_out for call in several]:
        arguments = [{"CASE": str(case), "ID": item}.get(one, one) for one in call]
        there = [one for one in call if (folder / one).exists()]
        capsys.readouterr()
        assert main([name, *arguments]) == (name == "status" and "--review" not in call), capsys.readouterr().err
        printed = capsys.readouterr()
        plain = name == "people" or "--ids" not in call
        assert said in (printed.out if plain else printed.err), (call, printed)
        assert (printed.out + printed.err).count(said) == 1, call
        if plain and "--reviewer" not in call and there == [one for one in call if (folder / one).exists()]:
            main([name, *arguments, "--json"])
            value = json.loads(capsys.readouterr().out)
            assert value["extent"]["whole"] is False if name != "verify" else said in str(value), call


def test_what_a_command_prints_states_it(half: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert_stated(half, tmp_path, capsys, leave_out=LEARNING)


@pytest.mark.nightly
def test_what_a_command_prints_that_takes_longer_states_it(
    half: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert_stated(half, tmp_path, capsys, leave_out=set(COMMANDS) - LEARNING)


def test_a_run_that_is_stopped_again_states_it(
    half: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    case = shutil.copytree(half, tmp_path / "case")
    halt_after(monkeypatch, 10, lambda: signal.raise_signal(signal.SIGINT))
    assert main(["index", str(case)]) == 130
    printed = capsys.readouterr().out
    assert "Stopped before the end." in printed and sentence(case) in printed


def test_what_goes_out_states_it(half: Path, tmp_path: Path) -> None:
    case, out = shutil.copytree(half, tmp_path / "case"), tmp_path / "out"
    with Case.open(case) as opened:
        extent = opened.extent
        assert opened.export.bundle(out, "harvest", "Rae").extent == extent
        for ending in (".csv", ".xlsx", ".html"):
            write_table(opened.reports.hits("harvest"), tmp_path / f"hits{ending}")
            write_table(opened.reports.terms(["harvest"]), tmp_path / f"terms{ending}")
    names = [*(writer.name for writer in WRITERS), "README.txt", "manifest.json"]
    said = f"{extent.read} of {extent.files} files in scope were read"
    for path in [*(out / name for name in names), *tmp_path.glob("*.*")]:
        told = text_of(path)
        assert path.name in NO_COUNTS_IN or said in told or '"whole": false' in told, path
    assert {check.name: render(check.message) for check in verify(out)}["extent"] == sentence(case)
    checked = [sys.executable, "-I", str(out / "verify.py"), str(out)]
    assert said in subprocess.run(checked, capture_output=True, text=True, check=True).stdout
