"""``--progress json``: a line each, the report or the error at the end, and an end when nobody listens any more."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.effort import HANGS
from tests.records import mail, write
from triage.case import Allow, Case, Policy, verify
from triage.messages import decode, render

ROOT = Path(__file__).parents[2]
PIPE = subprocess.PIPE
COUNT = 400


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """A case whose sources have not been read."""
    write(tmp_path / "records", {f"dana/{n}.eml": mail(f"Heron {n}", "the blue heron flies") for n in range(COUNT)})
    policy = Policy("x", "y", (Allow("a", str(tmp_path / "records"), "{1}"),))
    with Case.create(tmp_path / "fresh", policy):
        return tmp_path / "fresh"


@pytest.fixture
def running() -> Iterator[list[subprocess.Popen[bytes]]]:
    """Commands that a test starts; none outlives it."""
    started: list[subprocess.Popen[bytes]] = []
    yield started
    for process in started:
        process.kill()
        process.communicate()


def start(*args: str, stdin: int | None = PIPE) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "triage", *args], stdin=stdin, stdout=PIPE, stderr=PIPE, cwd=ROOT)


def lines(output: bytes) -> list[dict[str, Any]]:
    """Return what was printed: any number of lines of progress, then one that is none."""
    news = [json.loads(line) for line in output.splitlines()]
    assert all(line.keys() == {"progress"} for line in news[:-1]) and "progress" not in news[-1]
    return news


@pytest.mark.nightly
def test_a_report_comes_last_while_somebody_listens(fresh: Path, running: list[subprocess.Popen[bytes]]) -> None:
    running.append(process := start("index", str(fresh), "--progress", "json"))
    assert process.stdout is not None and process.stderr is not None
    *_, last = lines(process.stdout.read())
    assert process.stderr.read() == b"" and process.wait(HANGS) == 0
    assert last["report"]["items"] == COUNT and not last["report"]["stopped"]
    with Case.open(fresh) as case:
        assert case.status().items == COUNT and not case.verification.wants_matrix


@pytest.mark.nightly
def test_it_ends_when_its_parent_is_gone_and_resumes(fresh: Path) -> None:
    gone = start("index", str(fresh), "--progress", "json")
    output, _ = gone.communicate(timeout=HANGS)  # which closes its standard input
    first = lines(output)[-1]["report"]
    assert gone.returncode == 130 and first["stopped"]
    with Case.open(fresh) as case:
        assert all(check.held for check in case.verification.run())
    again = start("index", str(fresh), "--progress", "json", stdin=subprocess.DEVNULL)
    output, _ = again.communicate(timeout=HANGS)
    second = lines(output)[-1]["report"]
    assert again.returncode == 0 and not second["stopped"], "only a pipe that closes stops it"
    assert first["items"] + second["items"] == COUNT


@pytest.mark.nightly
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_it(fresh: Path, running: list[subprocess.Popen[bytes]], number: signal.Signals) -> None:
    running.append(process := start("index", str(fresh), "--progress", "json"))
    assert process.stdout is not None
    first = process.stdout.readline()
    assert first.startswith(b'{"progress"')
    process.send_signal(number)
    assert lines(process.stdout.read())[-1]["report"]["stopped"] and process.wait(HANGS) == 130


@pytest.mark.nightly
def test_an_export_takes_its_query_from_standard_input(
    mails: str, tmp_path: Path, running: list[subprocess.Popen[bytes]]
) -> None:
    command = ("export", mails, str(tmp_path / "out"), "--query", "-", "--reviewer", "Rae", "--progress", "json")
    running.append(process := start(*command))
    assert process.stdin is not None and process.stdout is not None
    process.stdin.write(b"from:omar OR heron\n")
    process.stdin.flush()
    *_, last = lines(process.stdout.read())
    assert process.wait(HANGS) == 0
    with Case.open(Path(mails)) as case:
        assert last["report"]["findings"] == case.search.run("from:omar OR heron").total > 0
    assert all(check.held for check in verify(tmp_path / "out"))


def test_without_a_query_nothing_is_exported(mails: str, tmp_path: Path) -> None:
    command = ("export", mails, str(tmp_path / "out"), "--query", "-", "--progress", "json")
    for given in (b"", b"heron"):
        process = start(*command)
        output, _ = process.communicate(given, timeout=HANGS)
        assert process.returncode == 2 and "standard input" in lines(output)[-1]["error"]
        assert not os.path.lexists(tmp_path / "out")


@pytest.mark.nightly
def test_an_error_is_a_sentence_with_its_key_and_values(mails: str, tmp_path: Path) -> None:
    command = ("export", mails, str(tmp_path / "out"), "--query", "(heron", "--progress", "json")
    process = start(*command)
    output, errors = process.communicate(timeout=HANGS)
    (only,) = lines(output)
    assert process.returncode == 2 and errors == b""
    assert render(decode(only["message"])) == only["error"] != ""
