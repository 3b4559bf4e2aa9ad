"""Tests of triage.scope.sources: what is read of a large file is what was hashed, or it is known that it isn't."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from triage.scope import sources
from triage.scope.policy import Allow
from triage.scope.sources import MAPPED, Opened, Source, altered, keeps_times, read

DATA = bytes(range(256)) * (MAPPED // 256)


@pytest.fixture
def large(tmp_path: Path) -> Path:
    path = tmp_path / "large.bin"
    path.write_bytes(DATA)
    return path


@pytest.fixture
def settled(large: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file whose last change is long ago as far as the reading goes."""
    monkeypatch.setattr(sources, "YOUNG", 0)
    with large.open("rb") as file:
        if not keeps_times(file.fileno()):
            pytest.skip("the tests' folder is on a file system whose times aren't trusted")
    return large


def opened(path: Path) -> Opened:
    s = path.stat()
    source = Source(Allow("r", str(path.parent), "x"), path.name, path.name, s.st_size, s.st_mtime_ns, 0, s.st_ino, -1)
    return read(source, os.open(path, os.O_RDONLY), 1 << 30, path.parent)


@pytest.fixture
def source(settled: Path) -> Iterator[Opened]:
    found = opened(settled)
    yield found
    os.close(found.fd)


def test_a_file_that_stays_is_read_where_it_is(settled: Path, source: Opened) -> None:
    assert os.path.samestat(os.fstat(source.fd), settled.stat())
    assert source.sha256 == hashlib.sha256(DATA).hexdigest() and not altered(source)


@pytest.mark.parametrize("change", ["rewritten", "with its time put back", "longer", "cut off"])
def test_a_change_under_the_reader_is_seen_and_stays_seen(settled: Path, source: Opened, change: str) -> None:
    before = settled.stat()
    if change == "longer":
        with settled.open("ab") as file:
            file.write(b"more")
    elif change == "cut off":
        os.truncate(settled, MAPPED // 2)
    else:
        with settled.open("r+b") as file:
            file.write(b"other")
        if change == "with its time put back":
            os.utime(settled, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert altered(source)
    settled.write_bytes(DATA)
    assert altered(source)


def test_a_chmod_and_a_new_link_are_no_change_as_the_bytes_are_equal(settled: Path, source: Opened) -> None:
    settled.chmod(0o400)
    assert not altered(source)
    settled.with_name("other").hardlink_to(settled)
    assert not altered(source)
    settled.chmod(0o600)
    with settled.open("r+b") as file:
        file.write(b"other")
    assert altered(source)


def test_a_copy_is_read_of_a_file_that_was_just_written(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "YOUNG", 1 << 62)
    found = opened(large)
    large.write_bytes(b"other" * MAPPED)
    assert os.pread(found.fd, 5, 0) == DATA[:5] and os.fstat(found.fd).st_size == len(DATA) == found.size
    assert found.sha256 == hashlib.sha256(DATA).hexdigest() and not altered(found)
    assert list(large.parent.iterdir()) == [large], "the copy has no name"
    with pytest.raises(OSError):
        os.write(found.fd, b"x")
    os.close(found.fd)


def test_times_are_trusted_on_known_file_systems_alone(large: Path) -> None:
    with open("/proc/self/status") as proc:
        assert not keeps_times(proc.fileno())
