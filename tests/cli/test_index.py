"""``triage index``: it resumes, and shows how far it is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.effort import HANGS
from tests.records import case_of, mail, write
from triage.cli import main
from triage.cli.index import ProgressLine, describe
from triage.model.runs import Progress

# ``triage index``: stopped by Ctrl-C, it resumes.


_ROOT = Path(__file__).parents[2]
_PRESSED = """
import os, signal, sys
import pytest
from tests.indexing.halts import halt_after
from triage.cli import main
halt_after(pytest.MonkeyPatch(), 200, lambda: os.kill(os.getpid(), signal.SIGINT))
sys.exit(main(["index", sys.argv[1]]))
"""


@pytest.mark.nightly
def test_ctrl_c_stops_cleanly_and_a_second_run_resumes(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {f"d/{i:05}.eml": mail(f"S{i}", f"w{i} " * 200) for i in range(500)}
    root = write(tmp_path / "records", files)
    case = tmp_path / "case"
    assert main(["new", str(case), "--allow", str(root), "--custodian", "D"]) == 0
    command = [sys.executable, "-c", _PRESSED, str(case)]
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=HANGS, cwd=_ROOT)
    assert run.returncode == 130, (run.stdout, run.stderr)
    assert "Traceback" not in run.stderr and "Read the rest with: triage index" in run.stdout
    command = [sys.executable, "-m", "triage", "index", str(case)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "Traceback" not in done.stderr
    assert main(["verify", str(case)]) == 0
    assert main(["status", str(case)]) == 0


def test_the_items_of_a_mailbox_that_grew_which_stay_are_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("triage.scope.sources.YOUNG", 0)
    box, line = tmp_path / "records" / "in.mbox", b"From a@x.example Tue May  2 08:20:30 2023\n"
    mails = [line + mail(f"S{n}", f"w{n}", message_id=f"<{n}@x.example>") + b"\n" for n in range(4)]
    write(tmp_path / "records", {"in.mbox": b"".join(mails[:3])})
    case = str(tmp_path / "case")
    assert main(["new", case, "--allow", str(tmp_path / "records"), "--custodian", "D"]) == 0
    assert main(["index", case]) == 0 and "not read again" not in capsys.readouterr().out
    box.write_bytes(b"".join(mails))
    assert main(["index", case]) == 0
    assert (
        "2 items of mailboxes that grew were not read again: the bytes are those on record." in capsys.readouterr().out
    )


# How far an index run is, on standard error.


def test_what_takes_long_after_reading_is_named_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    line = ProgressLine()
    stages = (
        ("reading", 9.0),
        ("reading", 11.0),
        ("reading", 12.0),
        ("linking", 13.0),
        ("merging", 14.0),
        ("done", 30.0),
    )
    for stage, seconds in stages:
        line(Progress(stage, 7, 7, 1_000, 0, 9, 9, 9, seconds))
    first, *rest = capsys.readouterr().err.splitlines()
    assert "7 of 7 files" in first
    assert rest == ["Linking conversations ...  1,000 items", "Merging the index ...  1,000 items"]


def test_no_time_is_left_to_tell_where_nothing_is_done() -> None:
    assert "left" not in describe(Progress("reading", 1, 1, 9_488, 28, 9, 0, 10, 10.0))
    assert "30 s left" in describe(Progress("reading", 1, 4, 9_488, 28, 9, 25, 100, 10.0))


def test_only_an_index_on_a_cluster_is_claimed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case_of(tmp_path, {"one.eml": mail()}).close()
    assert main(["index", str(tmp_path / "case"), "--moved"]) == 2
    assert "This case has fts5" in capsys.readouterr().err
