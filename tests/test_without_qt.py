"""What there is without the system libraries of Qt: one sentence that says what to install, and all but the window."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ui.qt_libraries import DEBIAN, FEDORA

ROOT = Path(__file__).parent.parent
HINT = "The window can't open because a system library is missing (lib"


def _without_qt(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run Python where the loader finds an empty file in place of a library that Qt needs."""
    (folder / "libEGL.so.1").touch()
    env = {**os.environ, "LD_LIBRARY_PATH": str(folder)}
    return subprocess.run([sys.executable, "-m", *command], cwd=ROOT, env=env, capture_output=True, text=True)


def test_the_window_says_what_is_missing_in_one_sentence(tmp_path: Path) -> None:
    done = _without_qt(tmp_path, "ui", "case")
    assert done.returncode == 2 and done.stdout == ""
    assert done.stderr.startswith(HINT) and done.stderr.count("\n") == 1
    assert f"sudo apt install {DEBIAN}" in done.stderr and f"sudo dnf install {FEDORA}" in done.stderr


@pytest.mark.nightly
def test_the_demo_does_its_job_and_ends_with_the_same_sentence(tmp_path: Path) -> None:
    done = _without_qt(tmp_path, "triage", "demo", "--folder", str(tmp_path / "demo"))
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1].startswith("next ") and done.stderr.startswith(HINT)


@pytest.mark.nightly
def test_the_tests_of_the_window_are_skipped_for_that_reason(tmp_path: Path) -> None:
    options = ("-n", "0", "-p", "no:cacheprovider", "--ignore-glob", f"{ROOT}/tests/[!u]*")
    done = _without_qt(tmp_path, "pytest", "tests", *options)
    assert done.returncode == pytest.ExitCode.NO_TESTS_COLLECTED, done.stdout + done.stderr
    assert HINT in done.stdout and done.stdout.rstrip().split("\n")[-1].startswith("1 skipped")
