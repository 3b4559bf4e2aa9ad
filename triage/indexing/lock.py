"""One writer of the ledger at a time (indexing room): a lock on the case's folder that dies with its process."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from triage.errors import CaseError

try:
    import fcntl
except ImportError:  # Windows: SQLite's own lock has to do
    fcntl = None  # type: ignore[assignment]


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Hold the right to open sources for a case; raises CaseError where another process has it."""
    fd = os.open(folder / "index.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        if fcntl is not None:
            try:
                fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise CaseError(
                    "Another run is indexing or exporting this case. Wait until it has ended, or stop it."
                ) from error
        yield
    finally:
        os.close(fd)
