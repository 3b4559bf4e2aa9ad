"""The folder that becomes an export: it takes new files and keeps the size and hash of each as it is written.

Folder and files are for their owner alone, whatever the umask.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

from triage.errors import ExportError
from triage.files import locked, sha256
from triage.scope.mounts import root_among
from triage.scope.policy import Policy

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC


class Written(NamedTuple):
    """Size and hash of a file as it was written."""

    size: int
    sha256: str


class WrittenFiles(Mapping[str, Written]):
    """Files by slash-separated path, packed: an export may have hundreds of thousands."""

    def __init__(self) -> None:
        self._packed: dict[str, bytes] = {}

    def __getitem__(self, path: str) -> Written:
        packed = self._packed[path]
        return Written(int.from_bytes(packed[32:], "big"), packed[:32].hex())

    def __setitem__(self, path: str, written: Written) -> None:
        self._packed[path] = bytes.fromhex(written.sha256) + written.size.to_bytes(6, "big")

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)


class BundleFolder:
    """A folder being filled; ``files`` are what was written into it, by slash-separated path."""

    def __init__(self, path: Path) -> None:
        self.files = WrittenFiles()
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

    def read(self, name: str) -> bytes:
        """Return what was written into a file."""
        return (self._path / name).read_bytes()

    def _new(self, name: str) -> BinaryIO:
        return os.fdopen(os.open(self._prefix + name, _NEW, 0o600), "wb")


@contextmanager
def new_folder(target: Path, policy: Policy, begin: Callable[[Path], None] = lambda _: None) -> Iterator[BundleFolder]:
    """Give a folder to be filled that becomes ``target``, a new or empty folder whose parent exists.

    It is beside the target until all of it is written, so that the target is whole or not there. ``begin`` is called
    with it, before anything is in it. Raises ExportError where the target can't be used or written.
    """
    _check(target, policy)
    partial = _partial(target)
    try:
        with locked(partial):
            begin(partial)
            yield BundleFolder(partial)
            if target.is_dir():
                target.rmdir()  # it is empty; where something came in meanwhile this fails, and nothing is overwritten
            partial.rename(target)
    except OSError as error:
        raise ExportError("export-failed", path=target, error=error.strerror or str(error)) from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def _check(target: Path, policy: Policy) -> None:
    """Raise ExportError for a target that would overwrite something, or lies among the evidence."""
    if root := root_among(policy, target):
        raise ExportError("export-among-evidence", path=target, root=root.path)
    if not target.parent.is_dir():
        raise ExportError("export-parent-missing", path=target.parent)
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise ExportError("export-no-folder", path=target)
    if target.is_dir() and any(target.iterdir()):
        raise ExportError("export-folder-not-empty", path=target)


def remove_left_over(partial: Path) -> bool:
    """Delete what a killed export left in the folder that it filled; return whether that is gone now.

    There may be nothing, or by now the folder of an export that is running.
    """
    try:
        with locked(partial):
            shutil.rmtree(partial)
    except OSError:
        return False
    return True


def _partial(target: Path) -> Path:
    """Make the folder that becomes the bundle; one that is there already is another export's.

    An empty one that nobody fills is of an export that was killed before it was on record.
    """
    partial = target.with_name(f".{target.name}.partial")
    with suppress(OSError), locked(partial):
        partial.rmdir()
    try:
        partial.mkdir(mode=0o700)
    except FileExistsError:
        raise ExportError("export-left-over", path=partial) from None
    except OSError as error:
        raise ExportError("export-unwritable", path=target.parent, error=error.strerror) from error
    return partial
