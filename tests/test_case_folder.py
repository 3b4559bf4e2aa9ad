"""Whether a case can be written: by this login, and never on a network share, where it can be read all the same."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from tests.records import case_of, scope
from triage import case_folder as module
from triage.case import Case
from triage.case_folder import share, writable
from triage.errors import CaseError

NOBODY = 65534


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
