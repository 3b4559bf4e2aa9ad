from __future__ import annotations

import struct

from tests.parsers.office_builders import package, rels
from tests.parsers.reading import read
from triage.selftest.builders.xlsb import record, wide


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
            "xl/_rels/workbook.bin.rels": rels(("r0", "worksheet", "worksheets/sheet1.bin", False)),
            "xl/worksheets/sheet1.bin": sheet,
            "xl/sharedStrings.bin": record(19, b"\0" + wide("Falcon")),
            "xl/comments1.bin": comments,
        }
    )
    reading = read(data, "a.xlsb")
    assert reading.text() == "Sums\nFalcon\t42\tin place"
    assert reading.text("hidden") == "7" and reading.text("comment") == "Dana: not booked"


def test_a_cut_record_is_passed_over_and_told() -> None:
    data = package(
        {
            "xl/workbook.bin": record(156, struct.pack("<II", 0, 1) + wide("r0") + wide("Sums")),
            "xl/_rels/workbook.bin.rels": rels(("r0", "worksheet", "worksheets/sheet1.bin", False)),
            "xl/worksheets/sheet1.bin": row(0)
            + record(5, cell(0) + b"\0\0")
            + record(6, cell(1) + wide("kept"))
            + record(3, cell(2) + b"\x17")
            + record(11, cell(3) + b"\x2a"),
        }
    )
    reading = read(data)
    assert "kept\t#REF!\t#N/A" in reading.text() and "damaged" in reading.codes
