"""What is worked out of a case and can be made anew any time: databases of their own in its folder ``derived``.

They may have come with a case from somebody else: nothing in them is run. The table ``meta`` has digests of each, among
the rows that the audit commits to: a file that has others isn't used. None is changed where it stands: its next version
is written beside it, and takes its place once it is on record. So a step that is broken off leaves the one before.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import Literal, NamedTuple

import apsw
import msgspec

from triage.errors import naming
from triage.model.items import ItemNo
from triage.store.db import Store
from triage.store.relations import HERE

FOLDER = "derived"
_PATIENCE = 60_000
_FRESH = ".new"
_KEY = "derived/"
"""Keys of the table ``meta`` that begin so are among what the audit commits to."""
_AT_ONCE = 1_000
_MOST_READ = 100
# An item's texts are as of the last audit row that changed its own row or its segments.
_LAST = "SELECT key, max(audit) FROM committed WHERE kind=? GROUP BY key"
State = Literal["none", "sound", "changed", "missing", "unrecorded"]
"""None was made; it is as it was made; it is not, or can't be read; it is gone; the record has nothing of it."""
_read: dict[tuple[tuple[int, ...], Made], bool] = {}
"""Whether files have digests, by their versions."""
_UNREADABLE = (apsw.NotADBError, apsw.CorruptError, apsw.CantOpenError, apsw.ReadOnlyError, apsw.IOError)


class DerivedState(NamedTuple):
    """What ``is:`` asks of a derived file, and the items for which it is so by that file and the store of now."""

    file: str
    items: Callable[[Store], frozenset[ItemNo]]


def path_of(store: Store, name: str) -> Path:
    return Path(store.db.filename).parent / FOLDER / name


def stamps(store: Store) -> dict[ItemNo, int]:
    """Return of each item that is here, and not sealed, the audit row as of which its texts are."""
    own, texts = (dict(store.db.execute(_LAST, (kind,))) for kind in ("item", "segment"))
    return {no: max(own.get(no, 0), texts.get(no, 0)) for (no,) in store.db.execute(f"SELECT n FROM item WHERE {HERE}")}


@contextmanager
def replacing(
    store: Store, name: str, tables: str, program: str = "", *, version: int = 0, kept: bool = False
) -> Iterator[apsw.Connection]:
    """Give a database to fill, which takes the place of the one before, and put it on record. No seal is set meanwhile.

    With ``kept`` it begins with the rows of the one before, if that is as the record has it, and of this version.
    """
    path = path_of(store, name)
    path.parent.mkdir(exist_ok=True)
    with store.change("triage", "derived", file=name), vouched(store, name) as before:
        if before is not None and not (kept and before.pragma("user_version") == version):
            before = None
        with _next_version(store, path, before, store.audit_head()[0], program) as db, db:
            if before is None:
                list(db.execute(tables))
                db.pragma("user_version", version)
            yield db
    settle(store, name)


@contextmanager
def leaving_out(store: Store, name: str) -> Iterator[apsw.Connection | None]:
    """Give the next version of a database, to delete rows of items, and put it on record; None where there is none.

    It belongs to a step of the store, and takes its place by ``settle`` once that is stored. One that isn't as the
    record has it is deleted.
    """
    known, path = made(store, name), path_of(store, name)
    with vouched(store, name) as before:
        if before is None or known is None:
            _remove(path)
            yield None
            return
        with _next_version(store, path, before, known.audit, known.program) as db:
            with db:
                yield db
            db.execute("VACUUM")  # rows leave bytes in pages that were put in order when others were added


@contextmanager
def _next_version(
    store: Store, path: Path, before: apsw.Connection | None, audit: int, program: str
) -> Iterator[apsw.Connection]:
    """Give what is to take a file's place, with the rows of a database, and put it on record beside the file.

    Its name has its digest: what is on record says which version counts, whether the step is stored or taken back.
    """
    fresh = path.with_suffix(_FRESH)
    with naming(fresh):
        try:
            _remove(fresh)
            if before is not None:
                before.execute("VACUUM INTO ?", (str(fresh),))
            with closing(apsw.Connection(str(fresh))) as db:
                yield db
                known = Made(_tables(db), _rows(db), audit, program)
            fresh.replace(_beside(path, known))
        except BaseException:
            _remove(fresh)
            raise
    store.set_meta(_KEY + path.name, json.dumps(known))


def settle(store: Store, *names: str) -> None:
    """Let versions that are on record take their place, and delete others; called outside of a step."""
    paths = [path_of(store, name) for name in names]
    if not any(map(_others, paths)):
        return
    with store.immediate():
        for path in paths:
            known = made(store, path.name)
            current = known and _vouched(path, known)
            if current and current != path:
                _journal(path).unlink(missing_ok=True)  # of a process that was killed: it isn't for the new file
                current.replace(path)
            for other in _others(path):
                other.unlink()


def _beside(path: Path, known: Made) -> Path:
    return path.with_suffix(f".{known.rows[:16]}{_FRESH}")


def _others(path: Path) -> list[Path]:
    """Return the versions of a file that stand beside it, finished or not, with their journals."""
    return [*path.parent.glob(f"{path.stem}*{_FRESH}*")]


class Made(NamedTuple):
    """What is on record of a file: digests of its tables and rows, the audit row before it, the program's version."""

    tables: str
    rows: str
    audit: int
    program: str


def made(store: Store, name: str) -> Made | None:
    text = store.meta(_KEY + name)
    return Made(*json.loads(text)) if text else None


def _tables(db: apsw.Connection) -> str:
    sql = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"
    return hashlib.sha256(msgspec.json.encode(list(db.execute(sql)))).hexdigest()


def _rows(db: apsw.Connection) -> str:
    whole = hashlib.sha256()
    for (name,) in list(db.execute("SELECT name FROM sqlite_schema WHERE type='table' ORDER BY name")):
        rows = db.execute(f'SELECT * FROM "{name}" NOT INDEXED')
        while some := list(islice(rows, _AT_ONCE)):
            whole.update(msgspec.json.encode((name, some)))
    return whole.hexdigest()


def state(store: Store, name: str) -> State:
    """Return whether a file is as the record of the case has it."""
    known, path = made(store, name), path_of(store, name)
    if known is None:
        return "unrecorded" if path.exists() else "none"
    if _vouched(path, known):
        return "sound"
    return "changed" if path.is_symlink() or path.exists() else "missing"


def _vouched(path: Path, known: Made) -> Path | None:
    """Return the file that has these digests: the one of this path, or one that didn't take its place yet."""
    return next((one for one in (path, _beside(path, known)) if _has(one, known)), None)


def _has(path: Path, known: Made) -> bool:
    """Whether a file has these digests; it is read once while it isn't changed.

    Rows are read of tables alone that are declared as the program does it, and their indexes lead to the same rows.
    """
    found = (version(path), known)
    if found not in _read:
        with reading(path) as db:
            has = False
            if db is not None:
                with suppress(*_UNREADABLE, apsw.SQLError):
                    has = _tables(db) == known.tables and _rows(db) == known.rows
                    has = has and db.execute("PRAGMA integrity_check(1)").get == "ok"
        if len(_read) == _MOST_READ:
            _read.clear()
        _read[found] = has
    return _read[found]


@contextmanager
def vouched(store: Store, name: str) -> Iterator[apsw.Connection | None]:
    """Open a database for reading alone; None where there is none, or none that is as the record has it."""
    known = made(store, name)
    file = known and _vouched(path_of(store, name), known)
    if file is None:
        yield None
        return
    with reading(file) as db:
        yield db


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


def version(path: Path) -> tuple[int, ...]:
    """Return what is another tuple once something else is stored, () where there is no file."""
    with suppress(OSError):
        s = path.stat()
        return s.st_ino, s.st_size, s.st_mtime_ns, s.st_ctime_ns  # the last can't be set back
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
