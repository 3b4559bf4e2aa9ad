"""Excel binary workbooks: cells, comments, hidden rows, and damage."""

from __future__ import annotations

import struct
from collections.abc import Mapping

from tests.effort import counted
from tests.parsers.reading import Reading, read
from tests.writers.package import linked, package, zipped
from tests.writers.xlsb import record, wide
from triage.messages import render
from triage.parsers.office.ooxml.xlsb import _COUNTED, TYPE, spelled


def cell(column: int) -> bytes:
    return struct.pack("<II", column, 0)


def row(number: int, hidden: bool = False) -> bytes:
    return record(0, struct.pack("<IIHBBB", number, 0, 300, 0, 0x10 if hidden else 0, 0))


SUMS = struct.pack("<II", 0, 1) + wide("r0") + wide("Sums")


def sheet_book(cells: bytes, *sheets: bytes, parts: Mapping[str, bytes] | None = None) -> bytes:
    """Return a workbook that lists these sheets; the part of the first, r0, holds these records."""
    own: dict[str, str | bytes] = {
        "xl/workbook.bin": b"".join(record(156, sheet) for sheet in sheets),
        "xl/_rels/workbook.bin.rels": linked(("r0", "worksheet", "worksheets/sheet1.bin")),
        "xl/worksheets/sheet1.bin": cells,
    }
    return package({**own, **(parts or {})})


def read_sheet(cells: bytes, parts: Mapping[str, bytes] | None = None) -> Reading:
    return read(sheet_book(cells, SUMS, parts=parts), "a.xlsb")


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
    strings = record(19, b"\0" + wide("Falcon"))
    reading = read_sheet(sheet, {"xl/sharedStrings.bin": strings, "xl/comments1.bin": comments})
    assert reading.text() == "Sums\nFalcon\t42\tin place"
    assert reading.text("hidden") == "7" and reading.text("comment") == "A1 Dana: not booked"


def test_a_cut_record_is_passed_over_and_reported() -> None:
    cells = record(5, cell(0) + b"\0\0") + record(6, cell(1) + wide("kept"))
    cells += record(3, cell(2) + b"\x17") + record(11, cell(3) + b"\x2a")
    reading = read_sheet(row(0) + cells)
    assert "kept\t#REF!\t#N/A" in reading.text() and "damaged" in reading.codes


def book(*sheets: bytes) -> bytes:
    return sheet_book(row(0) + record(6, cell(0) + wide("an early sheet")), *sheets)


def test_sheets_as_the_betas_wrote_them() -> None:
    """Four bytes more stand before the sheet's relation."""
    reading = read(book(struct.pack("<III", 0, 0, 1) + wide("r0") + wide("Sums")))
    assert reading.text() == "Sums\nan early sheet" and reading.codes == []


def test_a_sheet_that_lies_nowhere_is_reported() -> None:
    for lost in (struct.pack("<II", 0, 2) + wide("r9") + wide("Lost"), b"\0" * 12 + wide("r9") + wide("Lost")):
        reading = read(book(SUMS, lost))
        assert reading.text() == "Sums\nan early sheet\nLost" and reading.codes == ["damaged"]
        assert any("'Lost'" in render(trouble.message) for trouble in reading.troubles)
    assert read(book(SUMS, b"\0\0")).codes == ["damaged"]


def test_where_a_workbook_was_saved_is_a_property() -> None:
    parts = {"xl/workbook.bin": record(156, SUMS) + record(2071, wide("C:\\Users\\dana\\")) + record(2071, b"\0")}
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


KIND = "application/vnd.ms-excel."
EXCEL = {
    "book": "sheet.binary.macroEnabled.main",
    "externalLink1": "externalLink",
    "pivotCacheDefinition1": "pivotCacheDefinition",
}


def with_types(parts: dict[str, str | bytes]) -> bytes:
    """Return a package with the content types of binary parts."""
    named = {name: EXCEL[name.rpartition("/")[2][:-4]] for name in parts if name.endswith(".bin")}
    rows = "".join(f'<Override PartName="/{name}" ContentType="{KIND}{kind}"/>' for name, kind in named.items())
    head = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    plain = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return zipped({"[Content_Types].xml": f"{head}{plain}{rows}</Types>", **parts})


def test_prompts_and_choices_of_cells() -> None:
    texts = wide("No such fee") + wide("Ask Dana first") + wide("Fees") + b"\xff\xff\xff\xff"
    literal = b"\x17" + struct.pack("<H", 12) + "heron,falcon".encode("utf-16-le")
    formula = struct.pack("<I", len(literal)) + literal + bytes(4)
    asks = struct.pack("<II4I", 3, 1, 0, 9, 0, 0) + texts + formula + bytes(8)
    reading = read_sheet(record(64, asks) + record(681, wide("osprey,kite")) + record(64, b"\0"))
    assert reading.text("annotation") == "No such fee\nAsk Dana first\nFees"
    assert reading.text("fieldcode") == "heron,falcon\nosprey,kite" and reading.codes == ["damaged"]


def test_words_of_formulas_and_formatted_cells() -> None:
    literal = b"\x1e\x17\x00" + b"\x17" + struct.pack("<H", 8) + "overpaid".encode("utf-16-le")
    formula = record(9, cell(0) + struct.pack("<dHI", 7.0, 0, len(literal)) + literal)
    reading = read_sheet(row(0) + formula + record(62, cell(1) + b"\1" + wide("in bold")))
    assert reading.text() == "Sums\n7\tin bold" and reading.text("fieldcode") == "overpaid"


def test_links_to_other_workbooks_and_caches_in_a_workbook_in_another_folder() -> None:
    link = record(360, struct.pack("<H", 0) + wide("rId1")) + record(359, struct.pack("<I", 1) + wide("Fees"))
    link += record(371, struct.pack("<I", 0) + wide("K")) + record(577, wide("Rate_Of_Fees"))
    cache = record(183, bytes(20) + wide("Region")) + record(24, wide("N")) + record(21, struct.pack("<d", 2.5))
    data = with_types(
        {
            "book/book.bin": record(156, SUMS),
            "_rels/.rels": linked(("r1", "officeDocument", "book/book.bin")),
            "book/externalLinks/externalLink1.bin": link,
            "book/externalLinks/_rels/externalLink1.bin.rels": linked(
                ("rId1", "externalLinkPath", "file:///C:/heron/fees.xlsb")
            ),
            "book/pivotCache/pivotCacheDefinition1.bin": cache,
        }
    )
    reading = read(data, "a")
    assert reading.extract.type == TYPE and reading.text() == "Sums"
    assert reading.text("hidden") == "Fees\nK\nRate_Of_Fees\nRegion\nN"
    assert reading.text("fieldcode") == "file:///C:/heron/fees.xlsb" and reading.children == []


def test_what_only_looks_like_strings_costs_little() -> None:
    payload = b"\xff\x7f\0\0\1\0" * 40_000
    with counted() as effort:
        assert list(spelled(payload, _COUNTED, 2)) == []
    assert effort.steps < 20_000
