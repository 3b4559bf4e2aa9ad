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
_TABLES = """CREATE TABLE signature(
    item INTEGER PRIMARY KEY, stamp INTEGER NOT NULL, size INTEGER NOT NULL, sum BLOB NOT NULL, hashes BLOB NOT NULL);
CREATE TABLE share(
    one INTEGER, other INTEGER, share REAL NOT NULL, PRIMARY KEY(one, other)) WITHOUT ROWID;
CREATE INDEX share_other ON share(other);"""
_GIVEN = "(SELECT value FROM json_each(?))"


class SignatureRow(NamedTuple):
    """An item's signature: the audit row as of which its texts are, how many runs they have, their sum, the hashes."""

    no: ItemNo
    stamp: int
    size: int
    sum: bytes
    hashes: bytes


def load(store: Store, case: Path, version: int, stamps: Mapping[ItemNo, int], width: int) -> list[SignatureRow]:
    """Return the signatures of this version that items have as they are now; ``width`` is how many bytes one has."""
    with files.vouched(store, case / FOLDER / FILE) as db:
        if db is None or db.pragma("user_version") != version:
            return []
        rows = map(SignatureRow._make, db.execute("SELECT * FROM signature ORDER BY item"))
        return [
            row for row in rows if stamps.get(row.no) == row.stamp and len(row.hashes) == width and len(row.sum) == 8
        ]


def shares(store: Store, case: Path, version: int, nos: Collection[ItemNo]) -> dict[tuple[ItemNo, ItemNo], float]:
    """Return how near those of these items are that were compared."""
    with files.vouched(store, case / FOLDER / FILE) as db:
        if db is None or db.pragma("user_version") != version:
            return {}
        rows = db.execute("SELECT one, other, share FROM share")
        return {(one, other): share for one, other, share in rows if one in nos and other in nos}


def save(
    store: Store,
    case: Path,
    version: int,
    current: Collection[ItemNo],
    fresh: Sequence[SignatureRow],
    shares: Mapping[tuple[ItemNo, ItemNo], float],
) -> None:
    """Keep signatures in place of those that items had, and how near items are; nothing of others than ``current``.

    No seal is set meanwhile: an item that was sealed since it was read is left out, and a later seal deletes its row.
    """
    with files.replacing(store, case / FOLDER / FILE, _TABLES, version=version, kept=True) as db:
        here = numbers(store.db, f"SELECT n FROM item WHERE {HERE}") & set(current)
        signed = {ItemNo(no) for (no,) in db.execute("SELECT item FROM signature")}
        _forget(db, (signed - here) | {row.no for row in fresh})
        db.executemany("INSERT INTO signature VALUES(?,?,?,?,?)", [row for row in fresh if row.no in here])
        signed = here & (signed | {row.no for row in fresh})
        rows = [(*pair, share) for pair, share in sorted(shares.items()) if signed.issuperset(pair)]
        db.executemany("INSERT OR REPLACE INTO share VALUES(?,?,?)", rows)


def forget(store: Store, case: Path, nos: Collection[ItemNo]) -> None:
    """Delete what was kept of items."""
    with files.leaving_out(store, case / FOLDER / FILE) as db:
        if db is not None:
            _forget(db, nos)


def _forget(db: apsw.Connection, nos: Collection[ItemNo]) -> None:
    given = (listed(nos),)
    if nos:
        db.execute(f"DELETE FROM signature WHERE item IN {_GIVEN}", given)
        db.execute(f"DELETE FROM share WHERE one IN {_GIVEN}", given)
        db.execute(f"DELETE FROM share WHERE other IN {_GIVEN}", given)
