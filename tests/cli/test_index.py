"""``triage index``: stopped by Ctrl-C, it resumes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.effort import HANGS
from tests.records import mail, write
from triage.cli import main


@pytest.mark.nightly
def test_ctrl_c_stops_cleanly_and_a_second_run_resumes(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {f"d/{i:05}.eml": mail(f"S{i}", f"w{i} " * 200) for i in range(500)}
    root = write(tmp_path / "records", files)
    case = tmp_path / "case"
    assert main(["new", str(case), "--allow", str(root), "--custodian", "D"]) == 0
    command = [sys.executable, "-m", "triage", "index", str(case)]
    run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    ledger = case / "ledger.jsonl"
    while not ledger.exists() or ledger.stat().st_size < 12_000:
        assert run.poll() is None
        time.sleep(0.005)
    os.kill(run.pid, signal.SIGINT)
    out, err = run.communicate(timeout=HANGS)
    assert run.returncode == 130, (out, err)
    assert "Traceback" not in err and "Run it again to resume" in out
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "Traceback" not in done.stderr
    assert main(["verify", str(case)]) == 0
    assert main(["status", str(case)]) == 0
