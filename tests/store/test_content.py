"""Tests of triage.store.content: what is covered, and that the cost of a change doesn't grow with the case."""

from __future__ import annotations

from contextlib import closing

import apsw
import pytest

from triage.store import content
from triage.store.schema import TABLES

NOT_COVERED = {
    "audit": "a chain of its own",
    "committed": "the commitments themselves; the audit has the digest over them",
    "meta": "what the program notes for itself",
    "tagged": "worked out from decisions by the verification",
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
            return content.commit(db, audit, {})

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
    assert content.commit(db, 1, {}) == content.NOTHING


SEGMENTS = "INSERT INTO segment VALUES(?,?,?)"


def put_in(db: apsw.Connection, *rows: tuple[int, str, str]) -> content.Digests:
    return content.insert(db, SEGMENTS, "segment", rows, lambda row: row[0] >> 20)


def test_rows_put_in_in_bulk_are_digested_as_they_will_be_read(db: apsw.Connection) -> None:
    with db:
        written = put_in(db, (1 << 20, "body", "ä\0\u2028"), ((1 << 20) + 1, "name", "\U0001f426"), (2 << 20, "x", ""))
        content.commit(db, 1, {"segment": written})
    assert content.latest(db, "segment") == dict(content.digests(db, "segment")) == written
    assert written.keys() == {1, 2}


def test_what_changes_rows_that_were_put_in_in_bulk_is_noted(db: apsw.Connection) -> None:
    with db:
        written = put_in(db, (1 << 20, "body", "a"), (2 << 20, "body", "b"), (3 << 20, "body", "c"))
        db.execute(SEGMENTS, ((1 << 20) + 1, "body", "more"))
        db.execute("UPDATE segment SET text='B' WHERE key=?; DELETE FROM segment WHERE key=?", (2 << 20, 3 << 20))
        content.commit(db, 1, {"segment": written})
    assert content.latest(db, "segment") == dict(content.digests(db, "segment")) and len(written) == 3


def test_rows_are_noted_after_others_could_not_be_put_in_in_bulk(db: apsw.Connection) -> None:
    with pytest.raises(apsw.ConstraintError), db:
        put_in(db, (1 << 20, "body", "a"), (1 << 20, "body", "b"))
    with db:
        db.execute(SEGMENTS, (2 << 20, "body", "c"))
        content.commit(db, 1, {})
    assert content.latest(db, "segment").keys() == {2}
