"""What near-duplicates are found by: a signature of each text, and how near texts are that were compared.

Numbers in a file of their own, which can be made anew any time. What was kept of an item is deleted with the step that
seals it, and is out of date once its texts were read again.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import apsw

from triage.model.items import ItemNo
from triage.store.db import Store, listed, numbers
from triage.store.derived import files
from triage.store.derived.near import FOLDER
from triage.store.relations import HERE

FILE = "signatures.db"
_TABLES = """CREATE TABLE IF NOT EXISTS signature(
    item INTEGER PRIMARY KEY, stamp INTEGER NOT NULL, size INTEGER NOT NULL, sum BLOB NOT NULL, hashes BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS share(
    one INTEGER, other INTEGER, share REAL NOT NULL, PRIMARY KEY(one, other)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS share_other ON share(other);"""
_GIVEN = "(SELECT value FROM json_each(?))"


class SignatureRow(NamedTuple):
    """An item's signature: the audit row as of which its texts are, how many runs they have, their sum, the hashes."""

    no: ItemNo
    stamp: int
    size: int
    sum: bytes
    hashes: bytes


def load(case: Path, version: int, stamps: Mapping[ItemNo, int], width: int) -> list[SignatureRow]:
    """Return the signatures of this version that items have as they are now; ``width`` is how many bytes one has."""
    with files.reading(case / FOLDER / FILE) as db:
        if db is None or db.pragma("user_version") != version:
            return []
        rows = map(SignatureRow._make, db.execute("SELECT * FROM signature ORDER BY item"))
        return [
            row for row in rows if stamps.get(row.no) == row.stamp and len(row.hashes) == width and len(row.sum) == 8
        ]


def shares(case: Path, version: int, nos: Collection[ItemNo]) -> dict[tuple[ItemNo, ItemNo], float]:
    """Return how near those of these items are that were compared."""
    with files.reading(case / FOLDER / FILE) as db:
        if db is None or db.pragma("user_version") != version:
            return {}
        rows = db.execute("SELECT one, other, share FROM share")
        return {(one, other): share for one, other, share in rows if one in nos and other in nos}


def save(store: Store, case: Path, version: int, fresh: Sequence[SignatureRow]) -> None:
    """Keep signatures in place of those that items had; what was compared of these items is out of date.

    No seal is set meanwhile: an item that was sealed since it was read is left out, and a later seal deletes its row.
    """
    with store.immediate():
        here = _here(store, [row.no for row in fresh])
        with files.changing(case / FOLDER / FILE, _TABLES, version) as db:
            _forget(db, [row.no for row in fresh])
            db.executemany("INSERT INTO signature VALUES(?,?,?,?,?)", [row for row in fresh if row.no in here])


def save_shares(store: Store, case: Path, version: int, fresh: Mapping[tuple[ItemNo, ItemNo], float]) -> None:
    """Keep how near items are, of those that are here and have a signature."""
    with store.immediate():
        here = _here(store, {no for pair in fresh for no in pair})
        with files.changing(case / FOLDER / FILE, _TABLES, version) as db:
            signed = {ItemNo(no) for (no,) in db.execute("SELECT item FROM signature")} & here
            rows = [(*pair, share) for pair, share in sorted(fresh.items()) if signed.issuperset(pair)]
            db.executemany("INSERT OR REPLACE INTO share VALUES(?,?,?)", rows)


def drop(case: Path, version: int, kept: Collection[ItemNo]) -> None:
    """Delete what is kept of other items than these."""
    with files.changing(case / FOLDER / FILE, _TABLES, version) as db:
        _forget(db, [no for (no,) in db.execute("SELECT item FROM signature") if no not in kept])


def forget(store: Store, case: Path, nos: Collection[ItemNo]) -> None:
    """Delete what was kept of items."""
    with files.deleting(case / FOLDER / FILE) as db:
        if db is not None:
            with db:
                _forget(db, nos)


def _forget(db: apsw.Connection, nos: Collection[ItemNo]) -> None:
    given = (listed(nos),)
    if nos:
        db.execute(f"DELETE FROM signature WHERE item IN {_GIVEN}", given)
        db.execute(f"DELETE FROM share WHERE one IN {_GIVEN}", given)
        db.execute(f"DELETE FROM share WHERE other IN {_GIVEN}", given)


def _here(store: Store, nos: Collection[ItemNo]) -> set[ItemNo]:
    return numbers(store.db, f"SELECT n FROM item WHERE n IN {_GIVEN} AND {HERE}", (listed(nos),))
