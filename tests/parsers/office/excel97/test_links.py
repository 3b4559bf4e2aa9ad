"""Excel 97-2003 workbooks: links, queries, validation lists and comments on names."""

from __future__ import annotations

import struct

from tests.parsers.kit.test_ole import counted, link
from tests.parsers.office_builders import xls
from tests.parsers.reading import Reading, read
from tests.writers.office97 import record
from tests.writers.office97 import text16 as wide


def narrow(text: str) -> bytes:
    return struct.pack("<HB", len(text), 0) + text.encode("latin-1")


def sheet(*records: bytes) -> Reading:
    reading = read(xls(sheet=b"".join(records)))
    assert reading.codes == [] and reading.text() == "Ledger"
    return reading


def test_what_is_kept_of_linked_workbooks() -> None:
    book = record(0x1AE, struct.pack("<H", 2) + narrow("\x01\x02plans\x03Bid.xls") + wide("הצעה") + narrow("Notes"))
    cells = b"\x01" + struct.pack("<d", 12.5) + b"\x02" + wide("סוד") + b"\x02" + narrow("") + bytes(9)
    cells += b"\x04\x01" + bytes(7) + b"\x10\x2a" + bytes(7)
    reading = sheet(book, record(0x59, bytes(4)), record(0x5A, struct.pack("<BBH", 7, 2, 9) + cells))
    assert reading.text("fieldcode") == "plans\\Bid.xls"
    assert reading.text("hidden") == "הצעה\nNotes\n12.5\tסוד\tTRUE\t#N/A"


def test_paths_of_linked_workbooks() -> None:
    for kept, path in {
        "\x01\x01Cplans\x03Bid.xls": "C:\\plans\\Bid.xls",
        "\x01\x01@host\x03a.xls": "\\\\host\\a.xls",
        "\x01\x04a.xls": "..\\a.xls",
    }.items():
        assert sheet(record(0x1AE, struct.pack("<H", 0) + wide(kept))).text("fieldcode") == path


def test_names_of_linked_sheets_go_on_over_records() -> None:
    start = struct.pack("<H", 1) + narrow("\x01Bid.xls") + struct.pack("<HB", 4, 0) + b"Le"
    assert sheet(record(0x1AE, start) + record(0x3C, b"\x00ft")).text("hidden") == "Left"


def test_what_is_kept_of_linked_workbooks_in_excel_95() -> None:
    cells = struct.pack("<BBH", 0, 0, 9) + b"\x02\x06caf\xe9ti"
    bof = record(0x809, struct.pack("<HHHH", 0x500, 5, 0, 0))
    reading = read(bof + record(0x5A, cells) + record(0x0A, b""))
    assert reading.text("hidden") == "caféti" and reading.codes == []


def test_pieces_of_queries_are_joined() -> None:
    def query(*counts: int) -> bytes:
        return record(0xDC, struct.pack("<6H", 0x19, *counts))

    def pieces(*texts: str) -> bytes:
        return b"".join(record(0xCD, wide(text)) for text in texts)

    reading = sheet(query(1, 2, 0, 1, 1), pieces("select a", "mount", "DSN=books", "which?", "select b"))
    assert reading.text("fieldcode") == "select amount\nDSN=books\nwhich?\nselect b" and reading.text("hidden") == ""
    cut = query(0, 3, 0, 0, 0) + pieces("select", " x")
    reading = sheet(cut, query(0, 1, 0, 0, 0), pieces("select y", "on its own"))
    assert reading.text("fieldcode") == "select x\nselect y" and reading.text("hidden") == "on its own"
    assert sheet(query(0, 3, 0, 0, 0), pieces("cut")).text("fieldcode") == "cut"


def test_connections() -> None:
    head = b"\x76\x08\x00\x00\x06\x00\x40\x01" + bytes(10)
    long = "https://example.test/" + "a" * 209
    parts = struct.pack("<I", 7) + narrow("Quarter") + bytes(8) + wide("D:\\עסקה.csv") + bytes(3)
    parts += b"\x02\0" + struct.pack("<I", 230) + narrow(long) + struct.pack("<I", 4) + narrow("tail") + b"\0\0"
    assert sheet(record(0x876, head + parts)).text("fieldcode") == f"Quarter\nD:\\עסקה.csv\n{long}tail"


def test_lists_to_choose_from_are_added_once() -> None:
    entries = "Approve\0 Refuse\0עכב"
    tokens = b"\x17" + bytes((len(entries), 1)) + entries.encode("utf-16-le")
    none = narrow("\0")
    rule = struct.pack("<I", 0x183) + none * 2 + narrow("Mind the gap") + none
    rule += struct.pack("<HH", len(tokens), 0) + tokens + bytes(4) + struct.pack("<5H", 1, 0, 0, 0, 0)
    reading = sheet(record(0x1BE, rule), record(0x1BE, rule))
    assert reading.text("fieldcode") == "Approve\nRefuse\nעכב"
    assert reading.text("annotation").splitlines() == ["Mind the gap"] * 2


def test_comments_on_names() -> None:
    data = b"\x94\x08" + bytes(10) + struct.pack("<HH", 5, 8) + b"\0Total" + b"\0comment\xe9"
    assert sheet(record(0x894, data)).text("hidden") == "commenté"


def test_links_in_any_script() -> None:
    place = bytes(8) + bytes(16)
    assert sheet(record(0x1B8, place + link(0x18, counted("לך"), counted("גיליון1!א1")))).text("fieldcode") == (
        "לך\nגיליון1!א1"
    )
    rare = sheet(record(0x1B8, place + link(0x01, bytes(16), counted("https://example.test/x"))))
    assert rare.text("fieldcode") == "https://example.test/x"
    tip = record(0x800, b"\0\x08" + bytes(8) + "הערה\0".encode("utf-16-le"))
    assert sheet(tip).text("annotation") == "הערה"


def test_empty_margins_of_two_bytes_are_sound() -> None:
    assert sheet(record(0x14, b"\0\0"), record(0x15, b"\0\0")).text("margin") == ""


def test_reading_aids_of_shared_strings_are_hidden() -> None:
    aid = "サギョウ"
    extra = struct.pack("<HHIHHH", 1, 20, 0, 1, len(aid), len(aid)) + aid.encode("utf-16-le") + bytes(6)
    item = struct.pack("<HBI", 2, 5, len(extra)) + "作業".encode("utf-16-le") + extra
    table = record(0xFC, struct.pack("<II", 2, 2) + item + wide("next"))
    cell = record(0xFD, struct.pack("<HHHI", 0, 0, 0, 0)) + record(0xFD, struct.pack("<HHHI", 0, 1, 0, 1))
    bof = record(0x809, struct.pack("<HHHH", 0x600, 5, 0, 0))
    reading = read(bof + table + cell + record(0x0A, b""))
    assert reading.text() == "作業\tnext" and reading.text("hidden") == aid and reading.codes == []


def test_damage_in_them_is_reported() -> None:
    for kind in (0x5A, 0xDC, 0x1BE, 0x894, 0x1AE):
        assert read(xls(sheet=record(kind, b"\x09"))).codes == ["damaged"], hex(kind)


def test_the_captions_of_pivot_tables_are_read_once() -> None:
    def named(kind: int, before: int, *names: str) -> bytes:
        lengths = b"".join(struct.pack("<H", len(name)) for name in names)
        return record(kind, bytes(before) + lengths + b"".join(b"\x01" + name.encode("utf-16-le") for name in names))

    pivot = named(0xB0, 40, "Osprey totals", "Values") + named(0xB1, 8, "Heron") + named(0xB2, 6, "Falcon")
    pivot += named(0xC5, 12, "Sum of Kestrel") + named(0xB1, 8, "Heron")
    pivot += record(0xB1, bytes(8) + b"\xff\xff")
    reading = read(xls(sheet=pivot))
    assert reading.text("hidden").split("\n") == ["Osprey totals", "Values", "Heron", "Falcon", "Sum of Kestrel"]
    assert reading.codes == []
