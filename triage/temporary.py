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

_PREFIX = ".triage-temporary-"


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


def remove_left_over(inside: Path) -> None:
    """Delete the temporary folders inside this one that no process uses any more."""
    for left in inside.glob(f"{_PREFIX}*"):
        with suppress(OSError), locked(left):
            shutil.rmtree(left)
