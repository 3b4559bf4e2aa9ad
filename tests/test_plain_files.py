"""Only regular files are opened, and read no further than they were long."""

from __future__ import annotations

import hashlib
import os
import socket
from pathlib import Path

import pytest

from triage.plain_files import open_plain, sha256


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
