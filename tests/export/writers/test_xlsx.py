"""report.xlsx: a sheet for each table of the report, every value in it inert."""

from __future__ import annotations

import io
from zipfile import ZipFile

import pytest
from msgspec.structs import replace
from python_calamine import CalamineWorkbook

from tests.export.records import HOSTILE, report_of, sample, written
from triage.export.texts import DETAILS, RECORD
from triage.export.writers import xlsx
from triage.model.items import ItemNo, Span


def sheets(data: bytes) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_each_table_has_a_sheet() -> None:
    records = sample()
    records.hits[ItemNo(1)] = [Span(0, "body", 7, 11, 0)]
    read = sheets(written(xlsx.write, report_of(records)))
    assert list(read) == ["About", "What could not be searched", "Reviewers", "Chronology", "People", "Findings"]
    head, *rows = read["Findings"]
    assert head == ["No.", "Title", *DETAILS, "Passages", "Decisions", *RECORD]
    assert len(rows) == len(read["Chronology"]) - 1 == len(records.stored)
    assert [row[0] for row in rows] == [1, 2, 3, 4, 5]
    found = next(row for row in rows if row[head.index("Item")] == records.stored[ItemNo(1)].row.id)
    assert found[head.index("Passages")] == "Please keep this quiet."
    assert found[head.index("Decisions")] == "2024-05-02T10:00:00Z Dana Levi tag relevant key"
    about = {row[0]: row[1] for row in read["About"]}
    assert about["Purpose"] == "Suspected bid rigging" and about["Query"] == "tag:relevant"


@pytest.mark.parametrize(
    ("title", "cell"),
    [("123456789012345", 123456789012345), ("1234567890123456", "1234567890123456"), ("007", "007"), ("9" * 5000,) * 2],
)
def test_digits_are_kept(title: str, cell: object) -> None:
    records = sample()
    number = ItemNo(1)
    row = replace(records.stored[number].row, subject=title)
    records.stored[number] = replace(records.stored[number], row=row)
    head, *rows = sheets(written(xlsx.write, report_of(records)))["Findings"]
    assert cell in [row[head.index("Title")] for row in rows]


def test_nothing_in_it_runs_or_leads_anywhere() -> None:
    data = written(xlsx.write, report_of(sample()))
    assert any(HOSTILE in map(str, row) for row in sheets(data)["Findings"])
    with ZipFile(io.BytesIO(data)) as packed:
        assert not any("externalLink" in name or "hyperlink" in name.lower() for name in packed.namelist())
        parts = [packed.read(name) for name in packed.namelist() if name.startswith("xl/worksheets/sheet")]
        assert parts and not any(b"<f>" in part or b"<hyperlink" in part for part in parts)
