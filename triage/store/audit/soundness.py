"""Whether a case's database is damaged, and whether it holds anything that Triage doesn't make."""

from __future__ import annotations

import re
from contextlib import closing
from functools import cache
from pathlib import Path

import apsw

from triage.store.schema import LATE_INDEXES, TABLES

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


# What a case's database may hold: the tables, indexes, triggers and views of ours, the search index, and nothing
# else.
#
# A trigger or a view of somebody else runs whatever it likes as soon as a row is written or read. A table with
# another constraint, or an index on another expression, changes answers without any row being changed. So all of them
# are looked at, statement by statement, before anything else is.

_ALL = "SELECT type, name, sql, rootpage FROM main.sqlite_schema"
_INDEX = re.compile(
    r"""CREATE VIRTUAL TABLE search_fts USING fts5\(["a-z0-9_, -]+, """
    r"content='', contentless_delete=1, tokenize='ascii'(, prefix='1')?\)"
)
_TABLES_OF_INDEX = "CREATE VIRTUAL TABLE search_fts USING fts5(x, content='', contentless_delete=1)"
_QUOTED = re.compile(r"""^CREATE TABLE ["'](\w+)["']""")
_STATISTICS = {"sqlite_stat1": "(tbl,idx,stat)", "sqlite_stat4": "(tbl,idx,neq,nlt,ndlt,sample)"}
"""The tables of SQLite's ANALYZE: they decide how fast an answer is found, not what is found."""
_OF_A_CONSTRAINT = "sqlite_autoindex_"
"""The names of indexes that SQLite makes by itself for a constraint; they have no statement of their own."""


def foreign(db: apsw.Connection) -> tuple[str, str] | None:
    """Return kind and name of what Triage doesn't make: a table, index, trigger or view; None for none."""
    for kind, name, sql, page in db.execute(_ALL):
        if (name, sql) not in _ours() and not _allowed(kind, name, sql):
            return ("virtual table" if kind == "table" and not page else kind), str(name)
    return None


def missing(db: apsw.Connection, *, indexed: bool) -> str:
    """Return the name of what each database of ours has and this one lacks, "" for nothing.

    ``indexed``: a run has ended here, and the indexes that it makes then are there as well.
    """
    here = {name for _, name, _, _ in db.execute(_ALL)}
    return next((name for name in _made(TABLES + LATE_INDEXES * indexed) if name not in here), "")


def _allowed(kind: str, name: str, sql: str | None) -> bool:
    if sql is None:
        return kind == "index" and name.startswith(_OF_A_CONSTRAINT)
    if kind == "table" and name in _STATISTICS:
        return sql == f"CREATE TABLE {name}{_STATISTICS[name]}"
    return (name, _plain(sql)) in _plainly_ours() or (name == "search_fts" and bool(_INDEX.fullmatch(sql)))


def _plain(sql: str) -> str:
    """Return a statement as one line, without quotes around a table's name, which SQLite adds when one is renamed."""
    return _QUOTED.sub(r"CREATE TABLE \1", " ".join(sql.split()))


@cache
def _ours() -> frozenset[tuple[str, str]]:
    return frozenset(_made(TABLES + LATE_INDEXES + _TABLES_OF_INDEX).items()) - {("search_fts", _TABLES_OF_INDEX)}


@cache
def _plainly_ours() -> frozenset[tuple[str, str]]:
    return frozenset((name, _plain(sql)) for name, sql in _ours())


@cache
def _made(statements: str) -> dict[str, str]:
    with closing(apsw.Connection(":memory:")) as db:
        db.execute(statements)
        return {name: sql for _, name, sql, _ in db.execute(_ALL) if sql}
