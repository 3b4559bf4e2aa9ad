"""Changes to the database by other programs, whatever its triggers forbid."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import apsw

from tests.indexing.test_audit_checks import execute
from tests.store.test_soundness import ENDLESS
from tests.tamper.intact import Change


def sql(*statements: str) -> Callable[[Path], None]:
    return lambda folder: execute(folder / "case", "; ".join(statements))


def schema(*statements: str) -> Callable[[Path], None]:
    """Return what changes tables, triggers and views, and leaves them so."""

    def act(folder: Path) -> None:
        with closing(apsw.Connection(str(folder / "case/case.db"))) as db:
            db.execute(";".join(statements))

    return act


def file(change: Callable[[Path], object]) -> Callable[[Path], None]:
    def act(folder: Path) -> None:
        path = folder / "case/case.db"
        with closing(apsw.Connection(str(path))) as db:
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        change(path)

    return act


def overwritten(at: int, data: bytes) -> Callable[[Path], None]:
    def act(path: Path) -> None:
        with path.open("r+b") as out:
            out.seek(at)
            out.write(data)

    return act


def row(number: int, about: str, statement: str, names: str, *more: str, in_suite: bool = False) -> Change:
    """Return a change to rows that the audit commits to; ``more`` are other checks that find it."""
    return Change(number, about, sql(statement), ("content", *more), names, in_suite=in_suite)


TEXT, ITEM = "the text of item [0-9a-f]{20} is", "item [0-9a-f]{20} isn't"
MEMBER = "(SELECT n FROM item WHERE parent IS NOT NULL)"
EGRET = "(SELECT n FROM item WHERE source=(SELECT number FROM source WHERE path='2.txt'))"
EMPTIED = "INSERT INTO search_fts(search_fts) VALUES('delete-all')"
LAST = "(SELECT max(seq) FROM audit)"
CHAIN = ("audit chain",)
AMID = (*CHAIN, "audit rows named", "content")
FORGED = [
    ("palette", "UPDATE palette SET tags='[]'"),
    ("run", "UPDATE run SET report='{}'"),
    ("sample_set", "UPDATE sample_set SET found=x'00'"),
    ("worklist_item", "UPDATE worklist_item SET item=2 WHERE list=1 AND place=0"),
]

CHANGES = [
    row(20, "a tag is another", "UPDATE decision SET value='hot' WHERE seq=1", "decision 1", "decisions are audited"),
    Change(
        21, "a tag that nobody decided", sql("INSERT INTO tagged VALUES(2, 'hot')"), ("decisions are audited",), "hot"
    ),
    row(22, "a reviewer is another", "UPDATE decision SET reviewer='Omar' WHERE seq=1", "decision 1", in_suite=True),
    row(23, "a decision's time", "UPDATE decision SET time='2020-01-01T00:00:00.000Z' WHERE seq=1", "decision 1"),
    row(24, "a decision's item", "UPDATE decision SET item=2 WHERE seq=1", "decision 1"),
    row(25, "a note", "UPDATE decision SET value='ask Omar' WHERE action='note'", "decision"),
    row(
        26,
        "a decision goes",
        "DELETE FROM decision WHERE seq=1",
        "row 1 of the table 'decision' is missing",
        "decisions are audited",
    ),
    row(
        27,
        "a decision comes",
        "INSERT INTO decision(item,action,value,reviewer,time,how,grp,event) "
        "VALUES(2,'tag','hot','X','t','key',1,'x.0')",
        "decision",
        "decisions are audited",
    ),
    row(
        28,
        "tags become untags",
        "UPDATE decision SET action=iif(action='tag','untag','tag') WHERE action IN ('tag','untag')",
        "decision 1",
        "decisions are audited",
    ),
    row(
        29,
        "a word of a text",
        "UPDATE segment SET text=replace(text,'stands','falls')",
        TEXT,
        "index",
    ),
    row(30, "a text is emptied", "UPDATE segment SET text='' WHERE key>>20=1", TEXT, "index"),
    row(31, "a text goes", "DELETE FROM segment WHERE key>>20=1", TEXT, "index"),
    row(
        32,
        "whose mail, and when",
        "UPDATE item SET subject='x', sender='x', date=0 WHERE n=1",
        ITEM,
        "index",
    ),
    row(33, "the digest of a member", f"UPDATE item SET sha256='00' WHERE n={MEMBER}", "item"),
    row(34, "the digest of a file", "UPDATE item SET sha256='00' WHERE n=1", ITEM),
    row(35, "an item goes", "DELETE FROM item WHERE n=2", "item 2 is missing", "index"),
    row(36, "all Problems go", "DELETE FROM problem", "Problem 1"),
    row(37, "a source's digest", "UPDATE source SET sha256='00' WHERE number=1", "source 1", "items were opened"),
    row(38, "a source's path", "UPDATE source SET path='x' WHERE number=1", "source 1", "items were opened"),
    row(39, "a source's custodian", "UPDATE source SET custodian='Omar' WHERE number=1", "source 1"),
    row(
        40,
        "a source goes with its items",
        f"DELETE FROM item WHERE n={EGRET}; DELETE FROM source WHERE path='2.txt'",
        "",
        "index",
    ),
    Change(41, "a row of the audit", sql("UPDATE audit SET actor='X' WHERE seq=4"), CHAIN, "row 4", "audit"),
    Change(
        42, "the audit's last row goes", sql(f"DELETE FROM audit WHERE seq={LAST}"), CHAIN, "", "audit", in_suite=True
    ),
    Change(43, "a row amid the audit goes", sql("DELETE FROM audit WHERE seq=4"), AMID, "row 4", "audit"),
    Change(44, "its last three rows go", sql(f"DELETE FROM audit WHERE seq>{LAST}-3"), CHAIN, "", "audit"),
    row(45, "what a saved search found", "UPDATE saved_run SET total=0, found=x'00'", "saved_run"),
    row(46, "a saved search", "UPDATE saved SET query='egret'", "'saved'"),
    row(47, "an item of a batch goes", "DELETE FROM worklist_item WHERE list=1 AND place=0", "worklist_item"),
    row(48, "the known answers", "UPDATE known_answers SET matrix='x'", "known_answers", "known answers"),
    Change(49, "the index is emptied", sql(EMPTIED), ("index",), "other words than the text"),
    Change(49, "its pages are", sql("DELETE FROM search_fts_data"), ("index", "seals", "database"), "search_fts"),
    Change(
        50,
        "random bytes on a page",
        file(overwritten(40 * 4096, b"\xa5" * 4096)),
        ("database",),
        "",
        in_suite=True,
    ),
    Change(51, "the header is destroyed", file(overwritten(0, b"\xff" * 100)), refused="."),
    Change(52, "its second half is cut off", file(lambda p: os.truncate(p, p.stat().st_size // 2)), refused="."),
    Change(
        61,
        "a trigger that drops tags",
        schema("CREATE TRIGGER d BEFORE INSERT ON decision WHEN new.value='hot' BEGIN SELECT raise(IGNORE); END"),
        refused="trigger 'd'",
        in_suite=True,
    ),
    Change(
        62,
        "a view that never ends",
        schema("DROP VIEW current_item", f"CREATE VIEW current_item AS {ENDLESS}"),
        refused="view 'current_item'",
    ),
    Change(
        63,
        "the last export's row goes",
        sql("DELETE FROM audit WHERE seq>=(SELECT max(seq) FROM audit WHERE action='export')"),
        CHAIN,
        "",
        "audit",
    ),
    row(
        64,
        "an item hides behind another",
        "UPDATE item SET digest=(SELECT digest FROM item WHERE n=2), family=2 WHERE n=1",
        ITEM,
    ),
    *(row(65, f"a row of {table}", statement, table) for table, statement in FORGED),
    Change(
        66,
        "an item's words leave the index",
        sql("DELETE FROM search_fts WHERE rowid=1"),
        ("index",),
        "in 1 items the index has other words",
    ),
]
