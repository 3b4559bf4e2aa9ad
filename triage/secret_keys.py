"""Secret keys, each in a file of its own, and the login that they belong to. Nothing here knows what a key is for."""

from __future__ import annotations

import fcntl
import os
import pwd
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from triage.errors import CaseError, naming

SIZE = 32
"""Bytes of a key."""


def login() -> str:
    """Return the name of the login that runs the program, as a key's name and an entry of the audit can have it."""
    try:
        name = pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        name = str(os.getuid())
    return re.sub(r"[\s+|\x00-\x1f\x7f-\x9f\ud800-\udfff]", "-", name)


def login_folder() -> Path:
    """Return the folder for keys of the login, outside of every case: as TRIAGE_KEYS says, else at home (XDG)."""
    data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return Path(os.environ.get("TRIAGE_KEYS") or data / "triage" / "keys")


def key_at(path: Path) -> bytes:
    """Return the key in a file, made on first use: 32 random bytes, for the file's owner alone.

    It is on the disk for good, whole, before it is returned, and of several processes that make one at the same time
    the first wins. Raises CaseError where the file holds something else, OSError where it can't be read or made.
    """
    if not path.exists():
        create(path, secrets.token_bytes(SIZE))
    key = path.read_bytes()
    if len(key) != SIZE:
        raise CaseError("key-file-damaged", path=path)
    return key


def create(path: Path, data: bytes) -> bool:
    """Make a file for its owner alone and return True, or False where it exists; it is on the disk for good, whole."""
    with _written(path, data) as new:
        return _put(new, path)


def replace(path: Path, data: bytes) -> None:
    """Write a file for its owner alone in place of one that may be there; it is on the disk for good, whole."""
    with _written(path, data) as new:
        new.replace(path)
        sync(path.parent)


@contextmanager
def _written(path: Path, data: bytes) -> Iterator[Path]:
    """Write a file beside the path and yield it, locked; it is removed at the end, unless it was moved."""
    remove_left_over(path.parent, re.escape(path.name))
    new = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        with naming(path), os.fdopen(_locked(new), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            yield new
    finally:
        new.unlink(missing_ok=True)


def remove_left_over(folder: Path, name: str) -> None:
    """Delete what processes that were killed left where they wrote files of this ``name``, a regular expression."""
    left_over = re.compile(rf"(?:{name})\.[0-9]+\.new")
    for left in folder.iterdir() if folder.is_dir() else ():
        if left_over.fullmatch(left.name):
            with suppress(OSError), left.open("rb") as file:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)  # a process that writes it has a lock on it
                left.unlink()


def _locked(new: Path) -> int:
    """Make a file for its owner alone and lock it, where the file system has locks; return its descriptor."""
    while True:
        fd = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        with suppress(OSError):
            fcntl.flock(fd, fcntl.LOCK_EX)
        if os.fstat(fd).st_nlink:  # else another process took it for left over before it was locked
            return fd
        os.close(fd)


def _put(new: Path, path: Path) -> bool:
    try:
        os.link(new, path)
    except FileExistsError:  # another process was first
        return False
    except OSError:  # a file system without links
        new.replace(path)
    sync(path.parent)
    return True


def sync(path: Path) -> None:
    """Wait until the disk has what a file contains, or which files a folder has."""
    fd = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)
