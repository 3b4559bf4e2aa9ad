"""The database written anew: as a copy, or without the room that removed rows left. What it holds stays the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import apsw

from triage.errors import CaseError, naming
from triage.store.db import Store

_PAGES = 2048
"""Pages between two reports of progress."""
_STEPS = 100
"""Steps of SQLite between two looks at whether to stop."""


def copy(store: Store, path: Path, report: Callable[[int, int], object], stop: Callable[[], bool]) -> bool:
    """Copy the database to a new file, as it is once others no longer write; return False where it was stopped."""
    try:
        with naming(path), closing(apsw.Connection(str(path))) as target:
            backup = target.backup("main", store.db, "main")
            while not backup.done and not stop():
                backup.step(_PAGES)
                report(backup.page_count - backup.remaining, backup.page_count)
            return backup.done
    except apsw.FullError as error:
        raise CaseError("disk-full", path=path) from error


@contextmanager
def temporary_files(store: Store) -> Iterator[None]:
    """Let SQLite sort on disk rather than in memory: in the case's folder, in files without a name.

    Nothing is written outside the folder, and nothing is left. SQLite drops the connection's temporary tables at the
    beginning and at the end.
    """
    folder = str(Path(store.db.filename).resolve().parent).replace("'", "''")
    list(store.db.execute(f"PRAGMA temp_store=FILE; PRAGMA temp_store_directory='{folder}'"))
    try:
        yield
    finally:
        list(store.db.execute("PRAGMA temp_store_directory=''; PRAGMA temp_store=MEMORY"))


def compact(store: Store, stop: Callable[[], bool]) -> bool:
    """Give the room that removed rows left back to the disk; return False where it was stopped."""
    store.db.set_progress_handler(stop, _STEPS)
    try:
        with temporary_files(store):
            store.db.execute("VACUUM")
    except apsw.InterruptError:
        return False
    except apsw.FullError as error:
        raise CaseError("disk-full", path=store.db.filename) from error
    except apsw.BusyError as error:
        raise CaseError("case-being-written") from error
    finally:
        store.db.set_progress_handler(None)
    list(store.db.execute("PRAGMA wal_checkpoint(TRUNCATE)"))  # answers that it is busy where others read
    return True
