"""How the files of a case's folder ``derived`` are opened: databases of their own, which can be made anew any time.

They may have come with a case from somebody else: nothing in them is run.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import apsw

from triage.errors import naming
from triage.store.db import Store

_PATIENCE = 60_000
_FRESH = ".new"
_UNREADABLE = (apsw.NotADBError, apsw.CorruptError, apsw.CantOpenError, apsw.ReadOnlyError, apsw.IOError)


@contextmanager
def replacing(store: Store, path: Path, tables: str) -> Iterator[apsw.Connection]:
    """Give a new database that takes the place of the one before. No seal is set meanwhile."""
    path.parent.mkdir(exist_ok=True)
    fresh = path.with_suffix(_FRESH)
    with store.immediate(), naming(fresh):
        _remove(fresh)
        with closing(apsw.Connection(str(fresh))) as db, db:
            list(db.execute(tables))
            yield db
        _journal(path).unlink(missing_ok=True)  # of a process that was killed: it isn't for the new file
        fresh.replace(path)


@contextmanager
def reading(path: Path) -> Iterator[apsw.Connection | None]:
    """Open a database for reading alone; None where there is none that can be read."""
    db = None
    if path.exists():
        with suppress(*_UNREADABLE):
            db = connection(path, apsw.SQLITE_OPEN_READONLY)
    if db is None:
        yield None
        return
    with closing(db):
        yield db if _is_readable(db) else None


@contextmanager
def deleting(path: Path) -> Iterator[apsw.Connection | None]:
    """Open a database for deleting rows, of which no byte is left; None where there is none.

    One that can't be read is deleted, and so is what a process left that was killed while it made a new one: nobody
    makes one while a seal is set.
    """
    _remove(path.with_suffix(_FRESH))
    if not path.exists():
        yield None
        return
    with closing(connection(path, apsw.SQLITE_OPEN_READWRITE)) as db:
        readable = _is_readable(db)
        if readable:
            list(db.execute("PRAGMA secure_delete=ON"))
            yield db
    if not readable:
        _remove(path)
        yield None


@contextmanager
def changing(path: Path, tables: str, version: int) -> Iterator[apsw.Connection]:
    """Open a database for one change of its rows; one that is damaged, or of another version, is made anew."""
    path.parent.mkdir(exist_ok=True)
    if path.exists():
        with closing(connection(path, apsw.SQLITE_OPEN_READWRITE)) as db:
            current = _is_readable(db) and db.pragma("user_version") == version
        if not current:
            _remove(path)
    with naming(path), closing(connection(path, apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE)) as db:
        with db:
            list(db.execute(tables))
            db.pragma("user_version", version)
        list(db.execute("PRAGMA secure_delete=ON"))
        with db:
            yield db


def version(path: Path) -> tuple[int, ...]:
    """Return what is another tuple once something else is stored, () where there is no file."""
    with suppress(OSError):
        s = path.stat()
        return s.st_ino, s.st_size, s.st_mtime_ns
    return ()


def _is_readable(db: apsw.Connection) -> bool:
    """Whether it is a database, and a change that was broken off could be taken back."""
    try:
        return db.execute("SELECT count(*) FROM sqlite_schema").fetchone() is not None
    except _UNREADABLE:
        return False


def _journal(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)
    _journal(path).unlink(missing_ok=True)


def connection(path: Path, flags: int) -> apsw.Connection:
    """Open a database whose schema is untrusted; others are waited for."""
    db = apsw.Connection(str(path), flags=flags)
    db.set_busy_timeout(_PATIENCE)
    db.config(apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
    return db
