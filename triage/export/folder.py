"""The folder that becomes a bundle: it takes new files and keeps the size and hash of each as it is written."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple

from triage.plain_files import sha256

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC


class Written(NamedTuple):
    """What a file was written with."""

    size: int
    sha256: str


class BundleFolder:
    """A folder being filled; ``files`` are what was written into it, by slash-separated path."""

    def __init__(self, path: Path) -> None:
        self.files: dict[str, Written] = {}
        self._path = path
        self._prefix = f"{path}/"

    def make(self, name: str) -> None:
        """Make a folder in it."""
        (self._path / name).mkdir()

    def write(self, name: str, data: bytes, sha256: str = "") -> None:
        """Write a new file; ``sha256`` is the hash of the data where that is known already."""
        file = os.open(self._prefix + name, _NEW, 0o666)
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(file, rest) :]
        finally:
            os.close(file)
        self.files[name] = Written(len(data), sha256 or hashlib.sha256(data).hexdigest())

    @contextmanager
    def open(self, name: str) -> Iterator[BinaryIO]:
        """Give a new file to be written in pieces and in any order; it is hashed at the end."""
        path = self._path / name
        with path.open("xb") as out:
            yield out
        self.files[name] = Written(path.stat().st_size, sha256(path))
