"""Files and folders of the program's own: plain files, temporary folders, a case's folder, tables beside modules.

Sources are opened by the broker alone (``scope.broker``).
"""

from __future__ import annotations

import errno
import fcntl
import hashlib
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from pkgutil import get_data
from typing import BinaryIO

from triage.errors import CaseError


def open_plain(path: Path) -> BinaryIO:
    """Open a regular file for reading; raises OSError for a link, pipe, socket or device.

    What comes from others may hold a pipe or a device in a file's place, which keeps the reader waiting, or never ends.
    """
    fd = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY)
    if not stat.S_ISREG(os.fstat(fd).st_mode):
        os.close(fd)
        raise OSError(errno.EINVAL, "not a regular file", str(path))
    return os.fdopen(fd, "rb")


def sha256(path: Path) -> str:
    """Return the hex SHA-256 of a regular file, as long as it is when it is opened; raises OSError for others."""
    digest = hashlib.sha256()
    with open_plain(path) as file:
        left = os.fstat(file.fileno()).st_size
        while left and (block := file.read(min(left, 1 << 20))):
            digest.update(block)
            left -= len(block)
    return digest.hexdigest()


# Temporary files, which may hold evidence: in the folder of the case or of what is written, never in the system's.
#
# A process that is killed leaves its own, and the next one deletes them.

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


# Whether a case's folder can be written, and is to be: on a network share it isn't. Nothing is opened here.
#
# SQLite's write-ahead log needs memory that all processes share, and locks that hold (sqlite.org/wal.html). Over a
# network there is neither, and two computers would damage a case without a word.

DATABASE = "case.db"
"""What the database is called in the case's folder."""
_SHARES = frozenset(("nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs"))
_MOUNTS = Path("/proc/self/mountinfo")


def writable(folder: Path) -> bool:
    """Whether a case's folder can be written by this login, and the database with what SQLite keeps beside it."""
    database = (folder / DATABASE).resolve()
    beside = [path for end in ("-wal", "-shm") if (path := database.with_name(database.name + end)).exists()]
    needed = (folder, database.parent, database, *beside)
    return all(os.access(path, os.W_OK, effective_ids=True) for path in needed) and not share(database.parent)


def share(folder: Path) -> str:
    """Return the type of the network share that a folder is on, "" where it is on none or that can't be told.

    A folder that isn't there yet is on what the folder around it is on.
    """
    there = next((path for path in (folder, *folder.parents) if path.exists()), None)
    with suppress(OSError, ValueError):
        device = there.stat().st_dev if there else 0
        number = f"{os.major(device)}:{os.minor(device)}".encode()
        for line in _MOUNTS.read_bytes().splitlines():  # proc_pid_mountinfo(5)
            before, _, after = line.partition(b" - ")
            if before.split()[2] == number and (kind := after.split()[0].decode()) in _SHARES:
                return kind
    return ""


def refuse_special_files(folder: Path) -> None:
    """Raise CaseError for what is neither a file nor a folder anywhere in a case's folder: a link, a pipe, a device.

    A case may come from others. What a link points to is outside of it, and could be written through the link; a pipe
    never ends. Of hidden folders, which temporary ones are, nothing is read.
    """
    folders = [folder]
    while folders:
        for path in folders.pop().iterdir():
            if path.is_symlink() or not (path.is_dir() or path.is_file()):
                if os.path.lexists(path):  # or another process deleted it since
                    raise CaseError("case-special-file", path=path)
            elif path.is_dir() and not path.name.startswith("."):
                folders.append(path)


def check_place(folder: Path) -> None:
    """Raise CaseError where a case in this folder couldn't be written, as it is on a network share."""
    if kind := share(folder):
        raise CaseError("case-on-share", path=folder, kind=kind)


def must_be_writable(folder: Path) -> None:
    """Raise CaseError, as a case here is open for reading alone; it says why."""
    check_place(folder)
    raise CaseError("case-read-only", path=folder)


# Tables that stand beside their modules as files: a row a line, tabs between its values, "#" before a comment.


def rows(module: str, name: str) -> list[list[str]]:
    """Return the rows of a table in the folder of a module. Raises OSError where it is missing."""
    data = get_data(module, name)
    if data is None:
        raise FileNotFoundError(name)
    return [line.split("\t") for line in data.decode().splitlines() if line and not line.startswith("#")]
