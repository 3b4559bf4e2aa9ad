"""One writer of a ledger at a time: locks on the case's folder that die with their process."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path

from triage.errors import CaseError

_PATIENCE = 5.0  # seconds; showing an original holds the lock for as long as it takes to read it


def writing(folder: Path) -> AbstractContextManager[None]:
    """Hold the right to open sources for a case; raises CaseError where another process has it."""
    return _locked_file(folder / "index.lock", 0, "index-locked")


def looking(folder: Path) -> AbstractContextManager[None]:
    """Hold the right to open single sources to show them; waits for others who do, raises CaseError if they go on."""
    return _locked_file(folder / "views.lock", _PATIENCE, "originals-locked")


def showing(folder: Path) -> AbstractContextManager[None]:
    """Hold the right to record what is shown; waits a moment for others who do, raises CaseError if they go on."""
    return _locked_file(folder / "shown.lock", 0.2, "originals-locked")


@contextmanager
def _locked_file(path: Path, patience: float, refusal: str) -> Iterator[None]:
    fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    deadline = time.monotonic() + patience
    try:
        while not _locked(fd):
            if time.monotonic() >= deadline:
                raise CaseError(refusal)
            time.sleep(0.02)
        yield
    finally:
        os.close(fd)


def _locked(fd: int) -> bool:
    with suppress(OSError):
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    return False
