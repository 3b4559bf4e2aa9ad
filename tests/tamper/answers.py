"""Changes after which a case would answer otherwise, or take in other things later, though none of its rows differs."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import apsw

from tests.tamper.database import schema, sql
from tests.tamper.intact import Change

_STATEMENT = "UPDATE sqlite_schema SET sql=? WHERE name=?"


def entries(name: str, other: str) -> Callable[[Path], None]:
    """Return what makes an index anew from ``other`` than its statement says, and leaves the statement as it was."""

    def act(folder: Path) -> None:
        path = str(folder / "case/case.db")
        with closing(apsw.Connection(path)) as db:
            ((before, head),) = db.execute(
                "SELECT sql, substr(sql, 1, instr(sql, ' ON ')) FROM sqlite_schema WHERE name=?", (name,)
            )
            db.execute(f"DROP INDEX {name}; {head.replace('UNIQUE ', '')} ON {other}")
            db.execute("PRAGMA writable_schema=ON")
            db.execute(_STATEMENT, (before, name))
        with closing(apsw.Connection(path)) as db:
            assert db.execute(f"SELECT count(*) FROM sqlite_schema WHERE name='{name}' AND sql=?", (before,)).get == 1

    return act


def statement(table: str, old: str, new: str) -> Callable[[Path], None]:
    """Return what puts other words into the statement of a table that is there."""

    def act(folder: Path) -> None:
        with closing(apsw.Connection(str(folder / "case/case.db"))) as db:
            before = str(db.execute("SELECT sql FROM sqlite_schema WHERE name=?", (table,)).get)
            assert old in before
            db.execute("PRAGMA writable_schema=ON")
            db.execute(_STATEMENT, (new.join(before.rsplit(old, 1)), table))

    return act


def words(no: str, text: str | None) -> Callable[[Path], None]:
    """Return what gives an item other words in the index: ``text`` as its body, none for None."""
    gone = f"DELETE FROM search_fts WHERE rowid={no}"
    return sql(gone) if text is None else sql(gone, f"INSERT INTO search_fts(rowid, body) VALUES({no}, '{text}')")


HERON = "(SELECT n FROM item WHERE subject='heron')"
REPLY = "(SELECT n FROM item WHERE subject='Re: heron')"
OTHER_WORDS = "in 1 items the index has other words than the text \\([0-9a-f]{20}\\)"
_INDEX, _DATABASE = ("index",), ("database",)

CHANGES = [
    Change(
        104,
        "the trees of the last head",
        sql(
            "UPDATE meta SET value=replace(value, substr(value, instr(value, '[\"')+2, 8), 'abcdef01')"
            " WHERE key='heads'"
        ),
        ("heads",),
        "what the case notes of its last head",
    ),
    Change(
        105,
        "text of a sealed item",
        schema(
            "CREATE TABLE sealed_segment(key INTEGER PRIMARY KEY, origin TEXT NOT NULL, text TEXT NOT NULL);"
            "INSERT INTO sealed_segment SELECT item << 20, 'body', 'osprey' FROM sealed"
        ),
        refused="table 'sealed_segment'",
    ),
    Change(
        106,
        "a source that seems half read",
        sql(
            "INSERT INTO source SELECT 99, root, path, raw, custodian, size, mtime_ns, ctime_ns, inode, 'cafe',"
            " 'reading', 1, run, NULL, NULL, NULL FROM source WHERE path='0.eml'"
        ),
        ("items were opened",),
        ":0.eml",
    ),
    Change(107, "a table", schema("CREATE TABLE notes(x)"), refused="table 'notes'"),
    Change(
        108,
        "a column that drops later tags",
        statement("decision", ")", ", late AS (nullif(value, 'hot')) NOT NULL ON CONFLICT IGNORE)"),
        refused="table 'decision'",
    ),
    Change(109, "an index of an expression", schema("CREATE INDEX x ON item(abs(n))"), refused="index 'x'"),
    Change(
        110,
        "a unique index",
        schema("CREATE UNIQUE INDEX x ON decision(reviewer, value, item, seq)"),
        refused="index 'x'",
    ),
    Change(111, "entries of problem_item", entries("problem_item", "problem(number)"), _DATABASE, "problem_item"),
    Change(112, "an id's entry", entries("item_id", "item(id||'0')"), _DATABASE, "item_id"),
    Change(113, "a child", entries("item_family", "item(family+(parent IS NOT NULL))"), _DATABASE, "item_family"),
    Change(114, "a seal's reach", entries("sealed_digest", "sealed(digest||'0')"), _DATABASE, "sealed_digest"),
    Change(115, "same contents", entries("source_content", "source(sha256||'0')"), _DATABASE, "source_content"),
    Change(116, "a thread", entries("item_thread", "item(thread+1)"), _DATABASE, "item_thread", in_suite=True),
    Change(117, "an item's words are others", words(REPLY, "kestrel merlin"), _INDEX, OTHER_WORDS),
    Change(118, "an item's subject isn't found", words(HERON, "the heron stands"), _INDEX, OTHER_WORDS),
    Change(119, "an item is found by more words", words(REPLY, "yes merger"), _INDEX, OTHER_WORDS),
    Change(120, "a setting", sql("UPDATE search_fts_config SET v=0 WHERE k='hashsize'"), _INDEX, "setting 'hashsize'"),
    Change(121, "words leave several items", words(f"{HERON} OR rowid={REPLY}", None), _INDEX, "in 2 items the index"),
    Change(
        122,
        "a column that drops later Problems",
        statement("problem", ")", ", late AS (nullif(code, 'damaged')) NOT NULL ON CONFLICT IGNORE)"),
        refused="table 'problem'",
    ),
]
