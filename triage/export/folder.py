"""The folder that becomes a bundle: it takes new files and keeps the size and hash of each as it is written.

Folder and files are for their owner alone, whatever the umask.
"""

from __future__ import annotations

import errno
import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple

from triage.plain_files import sha256

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC


class Written(NamedTuple):
    """Size and hash of a file as it was written."""

    size: int
    sha256: str


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a folder that is being filled, until this process ends at the latest; raises OSError where another does.

    Where the file system has no locks, nobody is kept out.
    """
    fd = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno == errno.EWOULDBLOCK:
                raise
        yield
    finally:
        os.close(fd)


class BundleFolder:
    """A folder being filled; ``files`` are what was written into it, by slash-separated path."""

    def __init__(self, path: Path) -> None:
        self.files: dict[str, Written] = {}
        self._path = path
        self._prefix = f"{path}/"

    def make(self, name: str) -> None:
        """Make a folder in it."""
        (self._path / name).mkdir(mode=0o700)

    def write(self, name: str, data: bytes, sha256: str = "") -> None:
        """Write a new file; ``sha256`` is the hash of the data where that is known already."""
        with self._new(name) as out:
            out.write(data)
        self.files[name] = Written(len(data), sha256 or hashlib.sha256(data).hexdigest())

    @contextmanager
    def open(self, name: str) -> Iterator[BinaryIO]:
        """Give a new file to be written in pieces and in any order; it is hashed at the end."""
        with self._new(name) as out:
            yield out
        path = self._path / name
        self.files[name] = Written(path.stat().st_size, sha256(path))

    def _new(self, name: str) -> BinaryIO:
        return os.fdopen(os.open(self._prefix + name, _NEW, 0o600), "wb")
