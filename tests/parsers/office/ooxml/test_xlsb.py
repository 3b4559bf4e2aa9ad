"""Excel binary workbooks: cells, comments, hidden rows, and damage."""

from __future__ import annotations

import struct

from tests.parsers.reading import read
from triage.messages import render
from triage.selftest.writers.excel import binary_record as record
from triage.selftest.writers.excel import binary_text as wide
from triage.selftest.writers.package import linked, package


def cell(column: int) -> bytes:
    return struct.pack("<II", column, 0)


def row(number: int, hidden: bool = False) -> bytes:
    return record(0, struct.pack("<IIHBBB", number, 0, 300, 0, 0x10 if hidden else 0, 0))


def test_cells_comments_and_hidden_rows() -> None:
    sheet = row(0) + record(7, cell(0) + struct.pack("<I", 0)) + record(5, cell(1) + struct.pack("<d", 42.0))
    sheet += (
        record(6, cell(2) + wide("in place")) + row(1, hidden=True) + record(2, cell(0) + struct.pack("<I", 7 << 2 | 2))
    )
    comments = (
        record(632, wide("Dana"))
        + record(635, struct.pack("<I", 0) + bytes(32))
        + record(637, b"\0" + wide("not booked"))
    )
    data = package(
        {
            "xl/workbook.bin": record(156, struct.pack("<II", 0, 1) + wide("r0") + wide("Sums")),
            "xl/_rels/workbook.bin.rels": linked(("r0", "worksheet", "worksheets/sheet1.bin")),
            "xl/worksheets/sheet1.bin": sheet,
            "xl/sharedStrings.bin": record(19, b"\0" + wide("Falcon")),
            "xl/comments1.bin": comments,
        }
    )
    reading = read(data, "a.xlsb")
    assert reading.text() == "Sums\nFalcon\t42\tin place"
    assert reading.text("hidden") == "7" and reading.text("comment") == "A1 Dana: not booked"


def test_a_cut_record_is_passed_over_and_told() -> None:
    data = package(
        {
            "xl/workbook.bin": record(156, struct.pack("<II", 0, 1) + wide("r0") + wide("Sums")),
            "xl/_rels/workbook.bin.rels": linked(("r0", "worksheet", "worksheets/sheet1.bin")),
            "xl/worksheets/sheet1.bin": row(0)
            + record(5, cell(0) + b"\0\0")
            + record(6, cell(1) + wide("kept"))
            + record(3, cell(2) + b"\x17")
            + record(11, cell(3) + b"\x2a"),
        }
    )
    reading = read(data)
    assert "kept\t#REF!\t#N/A" in reading.text() and "damaged" in reading.codes


def book(*sheets: bytes) -> bytes:
    return package(
        {
            "xl/workbook.bin": b"".join(record(156, sheet) for sheet in sheets),
            "xl/_rels/workbook.bin.rels": linked(("r0", "worksheet", "worksheets/sheet1.bin")),
            "xl/worksheets/sheet1.bin": row(0) + record(6, cell(0) + wide("an early sheet")),
        }
    )


def test_sheets_as_the_betas_wrote_them() -> None:
    """Four bytes more stand before the sheet's relation."""
    reading = read(book(struct.pack("<III", 0, 0, 1) + wide("r0") + wide("Sums")))
    assert reading.text() == "Sums\nan early sheet" and reading.codes == []


def test_a_sheet_that_lies_nowhere_is_told() -> None:
    known = struct.pack("<II", 0, 1) + wide("r0") + wide("Sums")
    for lost in (struct.pack("<II", 0, 2) + wide("r9") + wide("Lost"), b"\0" * 12 + wide("r9") + wide("Lost")):
        reading = read(book(known, lost))
        assert reading.text() == "Sums\nan early sheet\nLost" and reading.codes == ["damaged"]
        assert any("'Lost'" in render(trouble.message) for trouble in reading.troubles)
    assert read(book(known, b"\0\0")).codes == ["damaged"]


def test_where_a_workbook_was_saved_is_a_property() -> None:
    known = struct.pack("<II", 0, 1) + wide("r0") + wide("Sums")
    parts = {"xl/workbook.bin": record(156, known) + record(2071, wide("C:\\Users\\dana\\")) + record(2071, b"\0")}
    reading = read(package(parts), "a.xlsb")
    assert ("Saved in", "C:\\Users\\dana\\") in reading.extract.properties
    assert reading.codes == ["damaged", "damaged"]


def test_a_comment_says_its_cell() -> None:
    def comment(row_: int, column: int) -> bytes:
        place = struct.pack("<IIIII", 0, row_, row_, column, column)
        return record(635, place + bytes(16)) + record(637, b"\0" + wide("not booked"))

    comments = record(632, wide("Dana")) + comment(0, 0) + comment(11, 26) + comment(1_048_575, 16_383)
    data = package({"xl/workbook.bin": b"", "xl/comments1.bin": comments + record(635, b"\0" * 8)})
    reading = read(data, "a.xlsb")
    assert reading.text("comment").split("\n") == [
        "A1 Dana: not booked",
        "AA12 Dana: not booked",
        "XFD1048576 Dana: not booked",
    ]
    assert reading.codes == ["damaged"]
