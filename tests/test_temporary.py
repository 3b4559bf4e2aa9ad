"""Temporary files lie in the folder that they are for, for their owner alone, and none is left after the next run."""

from __future__ import annotations

import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.records import case_of
from triage.case import Case
from triage.export.tables import workbook
from triage.temporary import remove_left_over, temporary_folder

OFFICE = """
import os, signal, sys
from pathlib import Path
from triage.sandbox.render import libreoffice

libreoffice.found = lambda: "/bin/true"
libreoffice._convert = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
libreoffice.to_pdf(b"the heron", "application/msword", Path(sys.argv[1]))
"""
WORKBOOK = """
import os, signal, sys
from pathlib import Path
from tests.records import case_of
from triage.case import Case
from triage.export.tables import workbook

with Path(sys.argv[1], "report.xlsx").open("wb") as out, workbook(out) as book:
    sheet = book.add_worksheet()
    for row in range(2):
        sheet.write_string(row, 0, "the heron")
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("program", [OFFICE, WORKBOOK])
def test_what_a_killed_process_left_is_in_the_folder_and_deleted_by_the_next(tmp_path: Path, program: str) -> None:
    """With the system's temporary folder elsewhere, nothing is written there."""
    elsewhere, inside = tmp_path / "elsewhere", tmp_path / "case of ours"
    elsewhere.mkdir()
    inside.mkdir()
    done = subprocess.run(
        ["bash", "-c", 'umask 0; exec "$@"', "bash", sys.executable, "-c", program, str(inside)],
        env={"TMPDIR": str(elsewhere), "PATH": "/usr/bin:/bin"},
        check=False,
    )
    assert done.returncode == -signal.SIGKILL and not list(elsewhere.iterdir())
    (left,) = inside.glob(".triage-temporary-*")
    files = [path for path in left.rglob("*") if path.is_file()]
    assert files and stat.S_IMODE(left.stat().st_mode) == 0o700
    own = [path for path in files if path.suffix != ".xcu"]
    assert {stat.S_IMODE(path.stat().st_mode) for path in own} == {0o600}
    with temporary_folder(inside):
        assert not left.exists()
    assert not list(inside.glob(".triage-temporary-*"))


def test_a_folder_in_use_is_left_alone(tmp_path: Path) -> None:
    with temporary_folder(tmp_path) as one:
        remove_left_over(tmp_path)
        assert one.is_dir()
        with temporary_folder(tmp_path) as other:
            assert other != one
    assert not list(tmp_path.iterdir())


def test_a_finished_workbook_leaves_nothing_beside_it(tmp_path: Path) -> None:
    with (tmp_path / "report.xlsx").open("wb") as out, workbook(out) as book:
        book.add_worksheet().write_string(0, 0, "heron")
        assert list(tmp_path.glob(".triage-temporary-*/*"))
    assert [path.name for path in tmp_path.iterdir()] == ["report.xlsx"]


def test_a_case_that_is_opened_for_writing_deletes_what_was_left_and_one_for_reading_changes_nothing(
    tmp_path: Path,
) -> None:
    with case_of(tmp_path, {"dana/1.txt": "heron"}) as case:
        left = case.path / ".triage-temporary-left"
        left.mkdir()
        (left / "document.doc").write_text("the heron")
    with Case.open(case.path, read_only=True):
        assert (left / "document.doc").is_file()
    with Case.open(case.path):
        assert not left.exists()
