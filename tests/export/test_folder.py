"""A folder that is being filled keeps what each file was written with."""

from __future__ import annotations

import hashlib
import resource
from pathlib import Path

import pytest

from triage.export.folder import BundleFolder, Written
from triage.files import sha256


def test_sizes_and_hashes_are_those_of_the_files_on_disk(tmp_path: Path) -> None:
    folder, large = BundleFolder(tmp_path), bytes(range(256)) * (1 << 14)
    folder.make("natives")
    for name, data in (("a.txt", b""), ("natives/b.bin", large), ("c.txt", "שלום".encode())):
        folder.write(name, data)
        assert (tmp_path / name).read_bytes() == data
    folder.write("known.txt", b"known", hashlib.sha256(b"known").hexdigest())
    with folder.open("report") as out:
        out.write(b"....end")
        out.seek(0)
        out.write(b"from")
    assert (tmp_path / "report").read_bytes() == b"fromend"
    assert sorted(folder.files) == ["a.txt", "c.txt", "known.txt", "natives/b.bin", "report"]
    for name, written in folder.files.items():
        assert written == Written((tmp_path / name).stat().st_size, sha256(tmp_path / name))


def test_no_file_is_written_twice(tmp_path: Path) -> None:
    folder = BundleFolder(tmp_path)
    folder.write("a.txt", b"first")
    with pytest.raises(FileExistsError):
        folder.write("a.txt", b"second")
    with pytest.raises(FileExistsError), folder.open("a.txt"):
        pass
    assert (tmp_path / "a.txt").read_bytes() == b"first"
    assert folder.files == {"a.txt": Written(5, sha256(tmp_path / "a.txt"))}


def test_a_file_that_is_cut_short_is_an_error(tmp_path: Path) -> None:
    folder, limits = BundleFolder(tmp_path), resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(OSError, match="too large"):
            folder.write("a.txt", bytes(1001))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert not folder.files
