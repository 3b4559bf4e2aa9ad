"""Tests of triage.store.audit.foreign: what others put into a database doesn't run, for reading or for writing."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import apsw
import pytest

from tests.records import case_of
from triage.case import Case, verify
from triage.errors import CaseError
from triage.store.db import Store

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
