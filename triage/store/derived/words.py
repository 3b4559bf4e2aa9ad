"""Which words and people each item has, as numbers, in a file of their own; and what rankings were made of them.

The file can be made anew any time and holds no text: a word is a number that many words share. What was kept of an item
is deleted with the step that seals it, and with it every ranking, as each of them may have learned from that item.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import apsw

from triage.model.items import ItemId, ItemNo
from triage.store.db import Store, listed
from triage.store.derived import files
from triage.store.derived.near import FOLDER
from triage.store.relations import HERE, items_state

FILE = "item-words.db"
_TABLES = """CREATE TABLE words(
    item INTEGER PRIMARY KEY, stamp INTEGER NOT NULL, columns BLOB NOT NULL, counts BLOB NOT NULL);
CREATE TABLE complete(state TEXT NOT NULL);"""
_RANKING = "ranking/"
"""Keys of the table ``meta`` that begin so have a ranking each."""
_IS_RANKING = f"key GLOB '{_RANKING}*'"
# An item's texts are as of the last audit row that changed its own row or its segments.
_LAST = "SELECT key, max(audit) FROM committed WHERE kind=? GROUP BY key"
_GIVEN = "(SELECT value FROM json_each(?))"

WordRow = tuple[ItemNo, int, bytes, bytes]
"""An item's number, the audit row as of which its texts are, its columns, and how often each of them counts."""


def stamps(store: Store) -> dict[ItemNo, int]:
    """Return of each item that is here, and not sealed, the audit row as of which its texts are."""
    own, texts = (dict(store.db.execute(_LAST, (kind,))) for kind in ("item", "segment"))
    return {no: max(own.get(no, 0), texts.get(no, 0)) for no in ids(store)}


def ids(store: Store) -> dict[ItemNo, ItemId]:
    """Return the ids of the items that are here and not sealed."""
    return dict(store.db.execute(f"SELECT n, id FROM item WHERE {HERE}"))


def _path(case: Path) -> Path:
    return case / FOLDER / FILE


def known(store: Store, case: Path, version: int) -> dict[ItemNo, int]:
    """Return the items of which words are kept by this version, each with its stamp."""
    with files.vouched(store, _path(case)) as db:
        if db is None or db.pragma("user_version") != version:
            return {}
        return dict(db.execute("SELECT item, stamp FROM words"))


def is_complete(store: Store, case: Path, version: int, state: str) -> bool:
    """Whether the words of all items are kept as they are in this state, so that none need be read."""
    with files.vouched(store, _path(case)) as db:
        if db is None or db.pragma("user_version") != version:
            return False
        return list(db.execute("SELECT state FROM complete")) == [(state,)]


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
def rows(store: Store, case: Path) -> Iterator[StoredRows]:
    """Open the rows that are kept, by number; they stay as they are meanwhile."""
    with files.vouched(store, _path(case)) as db:
        yield StoredRows(db)


def save(
    store: Store, case: Path, version: int, kept: Collection[ItemNo], fresh: Sequence[WordRow], state: str = ""
) -> None:
    """Keep the words of items, beside those of the items ``kept``, and no others.

    ``state`` is given where these are all items as they are in that state. No seal is set meanwhile: an item that was
    sealed since it was read is left out, and a later seal deletes its row.
    """
    with files.replacing(store, _path(case), _TABLES, version=version, kept=True) as db:
        here = set(
            store.db.execute(f"SELECT n FROM item WHERE n IN {_GIVEN} AND {HERE}", (listed(r[0] for r in fresh),))
        )
        gone = [no for (no,) in db.execute("SELECT item FROM words") if no not in kept]
        db.execute(f"DELETE FROM words WHERE item IN {_GIVEN}", (listed(gone),))
        db.executemany("INSERT OR REPLACE INTO words VALUES(?,?,?,?)", (r for r in fresh if (r[0],) in here))
        db.execute("DELETE FROM complete")
        # Not where what was kept had to be made anew meanwhile.
        if state == items_state(store) and db.execute("SELECT count(*) FROM words").get == len(ids(store)):
            db.execute("INSERT INTO complete VALUES(?)", (state,))


def forget(store: Store, case: Path, nos: Collection[ItemNo]) -> None:
    """Delete what was kept of items, and every ranking."""
    store.db.execute(f"DELETE FROM meta WHERE {_IS_RANKING}")
    with files.leaving_out(store, _path(case)) as db:
        if db is not None:
            db.execute(f"DELETE FROM words WHERE item IN {_GIVEN}", (listed(nos),))
            db.execute("DELETE FROM complete")


def keep_ranking(store: Store, target: str, made: str, state: str) -> None:
    """Keep what a ranking was made of, as JSON, in place of the one before for the same target.

    None is kept if items were changed or sealed since ``state``, as of which it was made.
    """
    with store.immediate():
        if items_state(store) == state:
            store.set_meta(_RANKING + target, made)


def rankings(store: Store) -> list[str]:
    """Return what the rankings that are kept were made of, as JSON."""
    return [made for (made,) in store.db.execute(f"SELECT value FROM meta WHERE {_IS_RANKING} ORDER BY key")]
