"""Whether a case can be written: by this login, and never on a network share, where it can be read all the same."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.records import case_of, scope, write
from triage import case_folder as module
from triage.case import Case, verify
from triage.case_folder import share, writable
from triage.errors import CaseError, DecisionError

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
    """Return what a folder's files hold."""
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
