"""Whether a database is damaged. SQLite says that too of one whose drive fails for a moment, which needs no backup."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import apsw

_BLOCK = 1 << 20


def is_damaged(path: Path) -> bool:
    """Whether a database can be read to its end, and isn't sound; this reads all of it, and changes nothing."""
    try:
        with path.open("rb") as file:
            while file.read(_BLOCK):
                pass
        with closing(apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)) as db:
            return list(db.execute("PRAGMA quick_check(1)")) != [("ok",)]
    except OSError:
        return False
    except apsw.Error:
        return True
