"""Plain files, temporary folders, cases that can be written, and tables: what is opened, left behind and refused."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

import triage
from tests.records import case_of, scope, write
from triage import files as module
from triage.case import Case, verify
from triage.errors import CaseError, DecisionError
from triage.export.tables import workbook
from triage.files import open_plain, remove_left_over, rows, sha256, share, temporary_folder, writable


def test_a_file_is_read_and_hashed(tmp_path: Path) -> None:
    data = os.urandom((1 << 20) + 7)
    (tmp_path / "file").write_bytes(data)
    with open_plain(tmp_path / "file") as file:
        assert file.read() == data
    assert sha256(tmp_path / "file") == hashlib.sha256(data).hexdigest()


def test_nothing_else_is_opened_or_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to(tmp_path / "file")
    (tmp_path / "endless").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket"))
        for path in ("pipe", "link", "endless", "socket", "none", "/dev/zero", ""):
            with pytest.raises(OSError):
                sha256(tmp_path / path)


def test_a_file_that_never_ends_has_an_end() -> None:
    assert sha256(Path("/proc/self/mem")) == hashlib.sha256().hexdigest(), "its size is 0"


# Temporary files lie in the folder that they are for, for their owner alone, and none is left after the next run.

OFFICE = """
import os, signal, sys
from pathlib import Path
from triage.sandbox.render import libreoffice

libreoffice.office_program = lambda: "/bin/true"
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


@pytest.mark.nightly
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


# Whether a case can be written: by this login, and never on a network share, where it can be read all the same.

NOBODY = 65534


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case's folder, with a file below each folder that it can have."""
    with case_of(tmp_path_factory.mktemp("indexed"), {"dana/1.txt": "heron plan"}) as case:
        case.reports.insight.names.find()
        return case.path


@pytest.mark.parametrize(
    "name", ["case.db", "ledger.jsonl", "shown.jsonl", "heads", "derived", "derived/names.db", "scope.toml"]
)
@pytest.mark.parametrize("kind", ["link", "pipe"])
def test_what_is_no_file_or_folder_in_a_case_is_refused(indexed: Path, tmp_path: Path, name: str, kind: str) -> None:
    case = shutil.copytree(indexed, tmp_path / "case")
    moved = tmp_path / "moved"
    if (case / name).exists():
        (case / name).rename(moved)
    (case / name).symlink_to(moved) if kind == "link" else os.mkfifo(case / name)
    for refused in (lambda: verify(case), lambda: Case.open(case), lambda: Case.open(case, read_only=True)):
        with pytest.raises(CaseError, match=f"{name} is a link, a pipe or a device|isn't a case"):
            refused()
    with Case.open(indexed) as other, pytest.raises(CaseError, match=r"is a link, a pipe or a device|isn't a case"):
        other.team.merge(case, "Rae")


def test_the_way_to_a_case_may_be_a_link(indexed: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(indexed)
    assert all(check.held for check in verify(tmp_path / "link"))


def test_a_pipe_is_no_decision_file(indexed: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with Case.open(indexed) as case, pytest.raises(DecisionError, match="pipe"):
        case.team.merge(tmp_path / "pipe", "Rae")


@pytest.mark.nightly
def test_all_in_a_case_is_private_whatever_the_umask(tmp_path: Path) -> None:
    root, case = write(tmp_path / "records", {"dana/1.txt": "heron plan"}), tmp_path / "case"
    commands = (
        ["new", case, "--allow", root, "--custodian", "D", "--engine", "whoosh"],
        ["index", case],
        ["names", case],
        ["search", case, "heron"],
    )
    lines = ["import os, sys", "from triage.cli import main", "os.umask(0)"]
    lines += [f"assert main({[*map(str, command)]}) == 0" for command in commands]
    subprocess.run([sys.executable, "-c", "\n".join(lines)], check=True, stdout=subprocess.DEVNULL)
    assert {path.name for path in (case, *case.rglob("*")) if path.stat().st_mode & 0o077} == set()


@pytest.mark.parametrize("shut", ["case", "case/case.db", "case/case.db-wal", "other", ""])
def test_a_case_is_writable_if_all_that_is_written_is(shut: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path in (folder / "case", folder / "other"):
            path.mkdir()
        for path in (folder / "case" / "case.db", folder / "other" / "case.db", folder / "case" / "case.db-wal"):
            path.touch()
        if shut == "other":
            (folder / "case" / "case.db").unlink()
            (folder / "case" / "case.db").symlink_to(folder / "other" / "case.db")
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o777)
        if shut:
            (folder / shut).chmod(0o555)
        superuser = os.geteuid() == 0
        if superuser:
            os.seteuid(NOBODY)
        try:
            assert writable(folder / "case") is not bool(shut)
        finally:
            if superuser:
                os.seteuid(0)
            folder.joinpath(shut).chmod(0o777)


def written(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def mounted(folder: Path, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the device that a folder is on be of this type; no share can be mounted in a test."""
    device = folder.stat().st_dev
    line = f"36 25 {os.major(device)}:{os.minor(device)} / / rw,relatime shared:1 - {kind} server:/x rw\n"
    table = folder / "mountinfo"
    table.write_text(f"1 0 999999:1 / /other rw - nfs server:/y rw\n{line}")
    monkeypatch.setattr(module, "_MOUNTS", table)


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "smb3", "fuse.sshfs", "9p"])
def test_a_case_on_a_network_share_is_read_and_never_written(
    tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with case_of(tmp_path, {"dana/a.txt": "heron"}) as case:
        nos = case.search.run("heron").nos
    before = written(tmp_path / "case")
    mounted(tmp_path, kind, monkeypatch)
    assert share(tmp_path / "not" / "yet" / "there") == kind
    with pytest.raises(CaseError, match=f"network share \\({kind}\\)"):
        Case.create(tmp_path / "other", scope(tmp_path / "records"))
    assert not (tmp_path / "other").exists()
    with Case.open(tmp_path / "case") as case:
        assert case.search.run("heron").nos == nos
        with pytest.raises(CaseError, match="network share"):
            case.decisions.tag(nos, "hot", "Rae", "key")
        with pytest.raises(CaseError, match="network share"):
            case.index()
    assert written(tmp_path / "case") == before


def test_a_local_disk_is_no_share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert share(tmp_path) == ""
    mounted(tmp_path, "ext4", monkeypatch)
    assert share(tmp_path) == ""
    monkeypatch.setattr(module, "_MOUNTS", tmp_path / "none")
    assert share(tmp_path) == ""


# Every table of the program is read whole, and one that is missing is no empty one.

FOLDER = Path(triage.__file__).parent
TABLES = sorted(FOLDER.rglob("*.tsv"))


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_the_rows_of_a_table_have_the_same_columns(path: Path) -> None:
    package = ".".join(("triage", *path.parent.relative_to(FOLDER).parts))
    table = rows(package, path.name)
    assert len(table) > 5
    assert len({len(row) for row in table}) == 1
    assert all(cell == cell.strip() for row in table for cell in row)
    assert not any(row[0].startswith("#") for row in table)


def test_a_missing_table_is_no_empty_one() -> None:
    with pytest.raises(OSError):
        rows("triage", "no-such-table.tsv")
