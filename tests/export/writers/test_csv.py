"""findings.csv: read back exactly, and safe in a spreadsheet."""

from __future__ import annotations

import codecs
import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from tests.export.records import HEBREW, HOSTILE, Records, report_of, sample, written
from triage.export.texts import cell
from triage.export.writers.csv import COLUMNS, write


def table(records: Records) -> tuple[bytes, list[dict[str, str]]]:
    data = written(write, report_of(records))
    return data, list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_golden() -> None:
    data, rows = table(sample())
    assert data.startswith(codecs.BOM_UTF8 + b'"number","id","family",')
    assert data.endswith(b"\r\n")
    assert len(rows) == 5
    first = rows[0]
    assert [first[name] for name in ("number", "subject", "custodian", "tags")] == [
        "1",
        HEBREW,
        "Avi Cohen",
        "relevant",
    ]
    assert first["decisions"] == "2024-05-02T10:00:00Z Dana Levi: tag relevant (key)"
    assert (first["root"], first["path"], first["member"]) == ("mail", "inbox/4.eml", "")
    assert (first["date_utc"], first["date_kind"]) == ("2024-04-01T08:00:00Z", "sent")


def test_hostile_cells_are_no_formulas() -> None:
    _, rows = table(sample())
    assert rows[-1]["subject"] == f"'{HOSTILE}"
    assert rows[-1]["from"] == "'@evil <e@x.invalid>"


def test_an_empty_case_has_the_header_alone() -> None:
    data, rows = table(Records())
    assert rows == []
    assert data.count(b"\r\n") == 1


@given(st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"])), min_size=1, max_size=5))
def test_any_text_comes_back_as_written_but_for_the_apostrophe(values: list[str]) -> None:
    records = Records()
    for value in values:
        records.add(b"x", subject=value)
    _, rows = table(records)
    assert sorted(row["subject"] for row in rows) == sorted(cell(value) for value in values)
    assert set(rows[0]) == set(COLUMNS)
