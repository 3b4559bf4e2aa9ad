"""Secret keys of a case, each in a file of its own. Nothing here knows what a key is for."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from triage.errors import CaseError

SIZE = 32
"""Bytes of a key."""


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
        _make(path)
    key = path.read_bytes()
    if len(key) != SIZE:
        raise CaseError("key-file-damaged", path=path)
    return key


def _make(path: Path) -> None:
    new = path.with_name(f"{path.name}.{os.getpid()}.new")
    new.unlink(missing_ok=True)
    fd = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        os.write(fd, secrets.token_bytes(SIZE))
        os.fsync(fd)
    finally:
        os.close(fd)
    try:
        os.link(new, path)
    except FileExistsError:  # another process was first
        pass
    except OSError:  # a file system without links
        new.replace(path)
    new.unlink(missing_ok=True)
