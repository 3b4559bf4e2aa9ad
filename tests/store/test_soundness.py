"""Tests of triage.store.schema: what others put into a database doesn't run, for reading or for writing."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import apsw
import pytest

from tests.records import case_of
from triage.case import Case, verify
from triage.errors import CaseError
from triage.messages import render
from triage.store.db import Store

WRITABLE = "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql="
ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n) SELECT count(*) AS n FROM n"


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("foreign")
    with case_of(folder, {"dana/a.txt": "heron"}) as case:
        case.decisions.tag(case.search.run("*").nos, "hot", "Rae", "key")
    return folder / "case"


@pytest.mark.parametrize(
    ("statement", "names"),
    [
        (
            "CREATE TRIGGER drops BEFORE INSERT ON decision WHEN new.value='hot' BEGIN SELECT raise(IGNORE); END",
            "trigger 'drops'",
        ),
        (f"DROP TABLE palette; CREATE VIEW palette AS {ENDLESS}", "view 'palette'"),
        (f"DROP VIEW current_item; CREATE VIEW current_item AS {ENDLESS}", "view 'current_item'"),
        (
            "DROP TRIGGER decision_fixed; CREATE TRIGGER decision_fixed AFTER UPDATE ON decision BEGIN SELECT 1; END",
            "fixed",
        ),
        ("CREATE VIRTUAL TABLE other USING fts5(x)", "virtual table 'other'"),
        ("CREATE TABLE more(x)", "table 'more'"),
        ("CREATE INDEX more ON decision(value)", "index 'more'"),
        ("CREATE UNIQUE INDEX once ON decision(reviewer, value, item)", "index 'once'"),
        ("DROP INDEX item_date; CREATE INDEX item_date ON item(date/2)", "index 'item_date'"),
        (f"{WRITABLE}replace(sql, 'ON item(id)', 'ON item(id||1)') WHERE name='item_id'", "index 'item_id'"),
        (
            f"{WRITABLE}replace(sql, 'value TEXT NOT NULL,', 'value TEXT NOT NULL ON CONFLICT IGNORE,')"
            " WHERE name='decision'",
            "table 'decision'",
        ),
        (f"{WRITABLE}rtrim(sql, ')') || ', late AS (item+1))' WHERE name='problem'", "table 'problem'"),
        ("DROP TABLE search_fts; CREATE VIRTUAL TABLE search_fts USING fts5(body, content='item')", "'search_fts'"),
    ],
)
def test_it_is_named_and_nothing_is_opened(base: Path, tmp_path: Path, statement: str, names: str) -> None:
    folder = shutil.copytree(base, tmp_path / "case")
    with closing(apsw.Connection(str(folder / "case.db"))) as db:
        db.execute(statement)
    with pytest.raises(CaseError, match=names):
        Case.open(folder)
    with pytest.raises(CaseError, match=names):
        Store(folder / "case.db", write=False)
    with pytest.raises(CaseError, match=names):
        verify(folder)


def test_a_database_of_ours_is_opened(base: Path) -> None:
    with Case.open(base) as case, closing(Store(base / "case.db", write=False)) as store:
        assert case.status().items == store.value("SELECT count(*) FROM item") == 1


@pytest.mark.parametrize("statement", ["ANALYZE", "VACUUM", "PRAGMA journal_mode=DELETE"])
def test_what_other_tools_do_to_any_database_is_no_harm(base: Path, tmp_path: Path, statement: str) -> None:
    folder = shutil.copytree(base, tmp_path / "case")
    with closing(apsw.Connection(str(folder / "case.db"))) as db:
        list(db.execute(statement))
    assert all(check.held for check in verify(folder))


def test_a_table_that_was_renamed_is_ours(base: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(base, tmp_path / "case")
    with closing(apsw.Connection(str(folder / "case.db"))) as db:
        db.execute("ALTER TABLE search_fts_idx RENAME TO other; ALTER TABLE other RENAME TO search_fts_idx")
    assert all(check.held for check in verify(folder))


@pytest.mark.parametrize("name", ["item_id", "item_family", "decision_undoes"])
def test_an_index_that_is_gone_is_named(base: Path, tmp_path: Path, name: str) -> None:
    folder = shutil.copytree(base, tmp_path / "case")
    with closing(apsw.Connection(str(folder / "case.db"))) as db:
        db.execute(f"DROP INDEX {name}")
    (failed,) = (render(check.message) for check in verify(folder) if not check.held)
    assert name in failed


def test_an_index_with_other_entries_than_its_table_is_found(base: Path, tmp_path: Path) -> None:
    """The index is made anew on another column, and its statement then put back."""
    folder = shutil.copytree(base, tmp_path / "case")
    with closing(apsw.Connection(str(folder / "case.db"))) as db:
        ((sql,),) = db.execute("SELECT sql FROM sqlite_schema WHERE name='item_date'")
        db.execute("DROP INDEX item_date; CREATE INDEX item_date ON item(size)")
        db.execute("PRAGMA writable_schema=ON")
        db.execute("UPDATE sqlite_schema SET sql=? WHERE name='item_date'", (sql,))
    (failed,) = (render(check.message) for check in verify(folder) if not check.held)
    assert "item_date" in failed
