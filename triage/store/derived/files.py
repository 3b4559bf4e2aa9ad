"""How the files of a case's folder ``derived`` are opened: databases of their own, which can be made anew any time.

They may have come with a case from somebody else: nothing in them is run.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import apsw

from triage.store.db import Store

_PATIENCE = 60_000


@contextmanager
def replacing(store: Store, path: Path, tables: str) -> Iterator[apsw.Connection]:
    """Give a new database that takes the place of the one before. No seal is set meanwhile."""
    path.parent.mkdir(exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    with store.immediate():
        with closing(apsw.Connection(str(fresh))) as db, db:
            list(db.execute(tables))
            yield db
        fresh.replace(path)


@contextmanager
def reading(path: Path) -> Iterator[apsw.Connection | None]:
    """Open a database for reading alone; None where there is none."""
    if not path.exists():
        yield None
        return
    with closing(connection(path, apsw.SQLITE_OPEN_READONLY)) as db:
        yield db


@contextmanager
def deleting(path: Path) -> Iterator[apsw.Connection | None]:
    """Open a database for deleting rows, of which no byte is left; None where there is none."""
    if not path.exists():
        yield None
        return
    with closing(connection(path, apsw.SQLITE_OPEN_READWRITE)) as db:
        list(db.execute("PRAGMA secure_delete=ON"))
        yield db


def connection(path: Path, flags: int) -> apsw.Connection:
    """Open a database whose schema is untrusted; others are waited for."""
    db = apsw.Connection(str(path), flags=flags)
    db.set_busy_timeout(_PATIENCE)
    db.config(apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
    return db
