"""Tests of triage.store.audit.content: what is covered, and that the cost of a change doesn't grow with the case."""

from __future__ import annotations

from contextlib import closing

import apsw
import pytest

from triage.store.audit import content
from triage.store.schema import TABLES

NOT_COVERED = {
    "audit": "a chain of its own",
    "committed": "the commitments themselves; the audit has the digest over them",
    "meta": "what the program notes for itself",
    "tagged": "worked out from decisions by the verification",
    "sealed_segment": "empty but in cases of earlier versions, until their seals are locked up",
}


@pytest.fixture
def db() -> apsw.Connection:
    with closing(apsw.Connection(":memory:")) as db:
        db.execute(TABLES)
        content.watch(db)
        yield db


def test_every_table_is_covered_with_all_columns_or_is_listed_here(db: apsw.Connection) -> None:
    tables = {name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type='table'")}
    assert tables == content.KINDS.keys() | NOT_COVERED.keys()
    for name, kind in content.KINDS.items():
        assert {column for (column,) in db.execute("SELECT name FROM pragma_table_info(?)", (name,))} == {*kind.columns}


@pytest.mark.parametrize("name", content.KINDS)
def test_a_kind_is_looked_up_by_index(db: apsw.Connection, name: str) -> None:
    plans: list[str] = []
    db.exec_trace = lambda cursor, sql, bindings: plans.append(sql) or True
    list(content.digests(db, name, touched=True))
    list(content.latest(db, name, touched=True))
    list(content.digests(db, name))
    db.exec_trace = None
    small = {"saved", "saved_run"}
    for sql in plans:
        for *_, step in db.execute(f"EXPLAIN QUERY PLAN {sql.replace('?1', 'NULL')}"):
            if name not in small and "touched" in sql:
                assert step not in (f"SCAN {name}", f"SCAN {name} LEFT-JOIN"), step
            assert "TEMP B-TREE FOR ORDER BY" not in step or name in {*small, "item_alias", "known_answers"}, (
                sql,
                step,
            )


def test_rows_put_in_changed_and_taken_out(db: apsw.Connection) -> None:
    def change(audit: int, sql: str) -> str:
        with db:
            db.execute(sql)
            return content.commit(db, audit)

    assert change(1, "INSERT INTO past VALUES(1); INSERT INTO segment VALUES(1048576, 'body', 'a')") != content.NOTHING
    first = content.latest(db, "segment")
    assert change(2, "UPDATE segment SET text='a'") == content.NOTHING
    assert change(3, "INSERT INTO segment VALUES(1048577, 'body', 'b')") != content.NOTHING
    assert content.latest(db, "segment").keys() == {1} and content.latest(db, "segment") != first
    change(4, "DELETE FROM segment WHERE key=1048577; DELETE FROM past")
    assert content.latest(db, "segment") == first and content.latest(db, "past") == {1: b""}
    assert content.commitments(db).keys() == {1, 3, 4}


def test_a_change_taken_back_leaves_nothing_to_commit_to(db: apsw.Connection) -> None:
    with pytest.raises(ZeroDivisionError), db:
        db.execute("INSERT INTO past VALUES(1)")
        raise ZeroDivisionError
    assert content.commit(db, 1) == content.NOTHING
