"""Temporary files, which may hold evidence: in the folder of the case or of what is written, never in the system's.

A process that is killed leaves its own, and the next one deletes them.
"""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

FULL = (errno.ENOSPC, errno.EDQUOT)
"""Numbers of the errors of a full disk."""
_PREFIX = ".triage-temporary-"
_ROOM = 1 << 16
"""Bytes that a disk must have for the files that SQLite keeps beside a database."""


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


@contextmanager
def temporary_folder(inside: Path) -> Iterator[Path]:
    """Give a folder inside this one, for its owner alone, that is deleted at the end; what was left there is now.

    Raises OSError where it can't be made.
    """
    remove_left_over(inside)
    made = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=inside))
    try:
        with locked(made):
            yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


@contextmanager
def becoming(place: Path, last: str) -> Iterator[Path]:
    """Give a folder to fill that becomes ``place``, a new or empty folder, if the file ``last`` is in it at the end.

    It is beside a new folder. One that is there may be a mount, or all that its owner can write in: then it is inside,
    and what it holds is moved up, ``last`` at the end (``is_half_made``). Raises OSError where that can't be done.
    """
    new = not place.exists()
    if new:
        place.parent.mkdir(parents=True, exist_ok=True)
    with temporary_folder(place.parent if new else place) as folder:
        made = folder / place.name
        made.mkdir(0o700)
        yield made
        if not (made / last).exists():
            return
        if new:
            made.rename(place)
            return
        place.chmod(0o700)
        for path in sorted(made.iterdir(), key=lambda path: path.name == last):
            path.rename(place / path.name)


def is_half_made(place: Path, last: str) -> bool:
    """Whether ``becoming`` was killed while it filled the folder ``place``, or does it now."""
    return not (place / last).exists() and any(place.glob(f"{_PREFIX}*"))


def remove_left_over(inside: Path) -> None:
    """Delete the temporary folders inside this one that no process uses any more."""
    for left in inside.glob(f"{_PREFIX}*"):
        with suppress(OSError), locked(left):
            shutil.rmtree(left)


def is_full(folder: Path) -> bool:
    """Whether a folder's disk has no room: SQLite doesn't say why it can't open a file. What is tried has no name."""
    try:
        fd = os.open(folder, os.O_TMPFILE | os.O_RDWR | os.O_CLOEXEC, 0o600)
        try:
            os.posix_fallocate(fd, 0, _ROOM)
        finally:
            os.close(fd)
    except OSError as error:
        return error.errno in FULL
    return False


def shared_memory_fails(database: Path) -> bool:
    """Whether the memory that the processes with a database share can't be written, which would end them by a signal.

    SQLite writes one byte to each 4 KiB of the file behind it, and so has room for all of it unless blocks are smaller.
    """
    folder = database.resolve().parent
    return os.statvfs(folder).f_bsize < 4096 and is_full(folder)
