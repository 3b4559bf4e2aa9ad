"""Tests of triage.tables: every table of the program is read whole, and one that is missing is no empty one."""

from __future__ import annotations

from pathlib import Path

import pytest

import triage
from triage.tables import rows

FOLDER = Path(triage.__file__).parent
TABLES = sorted(FOLDER.rglob("*.tsv"))


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_the_rows_of_a_table_have_the_same_columns(path: Path) -> None:
    package = ".".join(("triage", *path.parent.relative_to(FOLDER).parts))
    table = rows(package, path.name)
    assert len(table) > 5
    assert len({len(row) for row in table}) == 1
    assert all(cell == cell.strip() for row in table for cell in row)
    assert not any(row[0].startswith("#") for row in table)


def test_a_missing_table_is_no_empty_one() -> None:
    with pytest.raises(OSError):
        rows("triage", "no-such-table.tsv")
