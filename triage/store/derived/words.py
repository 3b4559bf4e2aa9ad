"""Which words and people each item has, as numbers, and what rankings were made of them, in a file of their own.

It can be made anew any time and holds no text: a word is a number that many words share. What was kept of an item is
deleted with the step that seals it, and with it every ranking, as each of them may have learned from that item.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import apsw

from triage.model.items import ItemId, ItemNo
from triage.store.db import Store, listed
from triage.store.derived import files
from triage.store.derived.near import FOLDER
from triage.store.relations import HERE, items_state

FILE = "item-words.db"
_TABLES = """PRAGMA secure_delete=ON;
CREATE TABLE IF NOT EXISTS words(
    item INTEGER PRIMARY KEY, stamp INTEGER NOT NULL, columns BLOB NOT NULL, counts BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS complete(state TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS ranking(target TEXT PRIMARY KEY, made TEXT NOT NULL) WITHOUT ROWID;"""
# An item's texts are as of the last audit row that changed its own row or its segments.
_LAST = "SELECT key, max(audit) FROM committed WHERE kind=? GROUP BY key"
_GIVEN = "(SELECT value FROM json_each(?))"
_CHANGING = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE
_UNREADABLE = (apsw.NotADBError, apsw.CorruptError, apsw.SQLError)

WordRow = tuple[ItemNo, int, bytes, bytes]
"""An item's number, the audit row as of which its texts are, its columns, and how often each of them counts."""


def stamps(store: Store) -> dict[ItemNo, int]:
    """Return of each item that is here, and not sealed, the audit row as of which its texts are."""
    own, texts = (dict(store.db.execute(_LAST, (kind,))) for kind in ("item", "segment"))
    return {no: max(own.get(no, 0), texts.get(no, 0)) for no in ids(store)}


def ids(store: Store) -> dict[ItemNo, ItemId]:
    """Return the ids of the items that are here and not sealed."""
    return dict(store.db.execute(f"SELECT n, id FROM item WHERE {HERE}"))


@contextmanager
def _writing(case: Path) -> Iterator[apsw.Connection]:
    """Open the file for writing; one that is damaged, or is something else, is made anew."""
    path = case / FOLDER / FILE
    path.parent.mkdir(exist_ok=True)
    with closing(files.connection(path, _CHANGING)) as db:
        try:
            list(db.execute(_TABLES))
            db.execute("SELECT stamp FROM words LIMIT 1")
            db.execute("SELECT state FROM complete LIMIT 1")
        except _UNREADABLE:
            pass
        else:
            yield db
            return
    path.unlink()
    with closing(files.connection(path, _CHANGING)) as db:
        list(db.execute(_TABLES))
        yield db


@contextmanager
def _reading(case: Path) -> Iterator[apsw.Connection | None]:
    """Open the file for reading alone; None where there is none, or it is damaged."""
    with files.reading(case / FOLDER / FILE) as db:
        try:
            if db is not None:
                db.execute("SELECT stamp FROM words LIMIT 1")
                db.execute("SELECT state FROM complete LIMIT 1")
        except (*_UNREADABLE, apsw.CantOpenError, apsw.ReadOnlyError):
            db = None
        yield db


def known(case: Path, version: int) -> dict[ItemNo, int]:
    """Return the items of which words are kept by this version, each with its stamp."""
    with _reading(case) as db:
        if db is None or db.pragma("user_version") != version:
            return {}
        return dict(db.execute("SELECT item, stamp FROM words"))


def is_complete(case: Path, version: int, state: str) -> bool:
    """Whether the words of all items are kept as they are in this state, so that none need be read."""
    with _reading(case) as db:
        if db is None or db.pragma("user_version") != version:
            return False
        return list(db.execute("SELECT state FROM complete")) == [(state,)]


def complete(store: Store, case: Path, state: str) -> None:
    """Note that the words of all items are kept as they are in this state, unless items changed since."""
    with store.immediate():
        if items_state(store) == state:
            with _writing(case) as db, db:
                db.execute("DELETE FROM complete")
                # Not where what was kept had to be made anew meanwhile.
                db.execute(
                    "INSERT INTO complete SELECT ? WHERE (SELECT count(*) FROM words)>=?", (state, len(ids(store)))
                )


class StoredRows:
    """The rows of one moment, which can be read several times: an item's number, its columns, how often each counts."""

    def __init__(self, db: apsw.Connection | None) -> None:
        self._db = db

    def __iter__(self) -> Iterator[tuple[ItemNo, bytes, bytes]]:
        if self._db is not None:
            yield from self._db.execute(
                "SELECT item, columns, counts FROM words WHERE length(columns)=4*length(counts) ORDER BY item"
            )


@contextmanager
def rows(case: Path) -> Iterator[StoredRows]:
    """Open the rows that are kept, by number; nothing can be written meanwhile."""
    with _reading(case) as db:
        if db is None:
            yield StoredRows(None)
            return
        with db:
            yield StoredRows(db)


def begin(case: Path, version: int) -> None:
    """Make the file ready for rows of this version; those of another one are deleted."""
    with _writing(case) as db, db:
        if db.pragma("user_version") != version:
            db.execute("DELETE FROM words; DELETE FROM ranking; DELETE FROM complete")
            db.pragma("user_version", version)


def save(store: Store, case: Path, fresh: Sequence[WordRow]) -> None:
    """Keep the words of items, in place of what was kept of them.

    No seal is set meanwhile: an item that was sealed since it was read is left out, and a later seal deletes its row.
    """
    with store.immediate():
        here = set(
            store.db.execute(f"SELECT n FROM item WHERE n IN {_GIVEN} AND {HERE}", (listed(r[0] for r in fresh),))
        )
        with _writing(case) as db, db:
            db.executemany("INSERT OR REPLACE INTO words VALUES(?,?,?,?)", (r for r in fresh if (r[0],) in here))


def forget(store: Store, case: Path, nos: Collection[ItemNo]) -> None:
    """Delete what was kept of items, and every ranking."""
    if (case / FOLDER / FILE).exists():
        with _writing(case) as db, db:
            db.execute(f"DELETE FROM words WHERE item IN {_GIVEN}", (listed(nos),))
            db.execute("DELETE FROM ranking; DELETE FROM complete")


def drop(case: Path, nos: Collection[ItemNo]) -> None:
    """Delete the words of items that aren't here any more."""
    with _writing(case) as db, db:
        db.execute(f"DELETE FROM words WHERE item IN {_GIVEN}", (listed(nos),))


def keep_ranking(store: Store, case: Path, target: str, made: str, state: str) -> None:
    """Keep what a ranking was made of, as JSON, in place of the one before for the same target.

    None is kept if items were changed or sealed since ``state``, as of which it was made.
    """
    with store.immediate():
        if items_state(store) == state:
            with _writing(case) as db, db:
                db.execute("INSERT OR REPLACE INTO ranking VALUES(?,?)", (target, made))


def rankings(case: Path) -> list[str]:
    """Return what the rankings that are kept were made of, as JSON."""
    with _reading(case) as db:
        return [] if db is None else [made for (made,) in db.execute("SELECT made FROM ranking ORDER BY target")]
