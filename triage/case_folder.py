"""Whether a case's folder can be written, and is to be: on a network share it isn't. Nothing is opened here.

SQLite's write-ahead log needs memory that all processes share, and locks that hold (sqlite.org/wal.html). Over a
network there is neither, and two computers would damage a case without a word.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from triage.errors import CaseError

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
