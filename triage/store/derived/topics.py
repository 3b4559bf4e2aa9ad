"""The space of what words are about, as last worked out: numbers of all items together, which can be made anew.

It is of one state of the items. As it was learned from all of them, a seal deletes it.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from triage.model.items import ItemNo
from triage.store.db import Store
from triage.store.derived import files
from triage.store.derived.near import FOLDER
from triage.store.relations import items_state

FILE = "topics.db"
_TABLE = """PRAGMA secure_delete=ON;
CREATE TABLE topics(version INTEGER NOT NULL, state TEXT NOT NULL, names BLOB NOT NULL, points BLOB NOT NULL);"""


def load(case: Path, version: int, state: str) -> tuple[bytes, bytes] | None:
    """Return the names and the points that were kept by this version, of this state of the items; None for none."""
    with files.reading(case / FOLDER / FILE) as db:
        if db is None:
            return None
        rows = db.execute("SELECT names, points FROM topics WHERE version=? AND state=?", (version, state))
        return next(iter(rows), None)


def save(store: Store, case: Path, version: int, state: str, names: bytes, points: bytes) -> None:
    """Keep the space in place of the one before, unless items were changed or sealed since that state."""
    with files.replacing(store, case / FOLDER / FILE, _TABLE) as db:
        if items_state(store) == state:
            db.execute("INSERT INTO topics VALUES(?,?,?,?)", (version, state, names, points))


def forget(case: Path, nos: Collection[ItemNo]) -> None:
    """Delete the space, where there are any such items."""
    with files.deleting(case / FOLDER / FILE) as db:
        if db is not None and nos:
            db.execute("DELETE FROM topics")
