"""What a case's database may hold that acts: triggers and views of ours, the search index, and nothing else.

A trigger or a view of somebody else runs whatever it likes as soon as a row is written or read. So it is looked for
before anything else is.
"""

from __future__ import annotations

import re
from contextlib import closing
from functools import cache

import apsw

from triage.store.schema import TABLES

_ACTING = "SELECT type, name, sql FROM main.sqlite_schema WHERE type NOT IN ('table', 'index') OR rootpage=0"
_INDEX = re.compile(
    r"""CREATE VIRTUAL TABLE search_fts USING fts5\(["a-z0-9_, -]+, """
    r"content='', contentless_delete=1, tokenize='ascii'(, prefix='1')?\)"
)


def foreign(db: apsw.Connection) -> tuple[str, str] | None:
    """Return kind and name of a trigger, a view or a virtual table that no version of Triage makes; None for none."""
    for kind, name, sql in db.execute(_ACTING):
        if (name, sql) not in _ours() and not (name == "search_fts" and _INDEX.fullmatch(sql)):
            return ("virtual table" if kind == "table" else kind), str(name)
    return None


@cache
def _ours() -> frozenset[tuple[str, str]]:
    with closing(apsw.Connection(":memory:")) as db:
        db.execute(TABLES)
        return frozenset((name, sql) for _, name, sql in db.execute(_ACTING))
