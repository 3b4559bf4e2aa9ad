"""Excel 97-2003 workbooks: cells, hidden rows and sheets, objects, and damage."""

from __future__ import annotations

import struct

import pytest
from msoffcrypto.method.xor_obfuscation import DocumentXOR

from tests.parsers.office_builders import xls
from tests.parsers.reading import read
from tests.writers.office97 import packaged, record
from tests.writers.office97 import text16 as wide
from triage.parsers.kit.cells import rk_number
from triage.parsers.kit.compound import Storage, build
from triage.parsers.office.excel97 import formula_strings, locks, records, string_list

END = record(0x0A)


def bof(version: int, kind: int = 0x10) -> bytes:
    return record(0x809, struct.pack("<HHHH", version, kind, 0, 0))


def label(row: int, column: int, number: int) -> bytes:
    return record(0xFD, struct.pack("<HHHI", row, column, 0, number))


def number(row: int, column: int, value: float) -> bytes:
    return record(0x203, struct.pack("<HHHd", row, column, 0, value))


def test_cells_and_what_is_around_them() -> None:
    sheet = (
        label(0, 0, 0)
        + number(0, 1, 42.0)
        + record(0x27E, struct.pack("<HHHI", 1, 0, 0, 7 << 2 | 2))
        + record(0x14, wide("&LFor internal use"))
        + record(0x5D, struct.pack("<HHHH", 0x15, 18, 0x19, 5) + bytes(14))
        + record(0x1B6, bytes(10) + struct.pack("<H", 10) + bytes(6))
        + record(0x3C, b"\x00not booked")
        + record(0x1C, struct.pack("<HHHH", 0, 0, 0, 5) + wide("Dana"))
    )
    reading = read(xls(sheet=sheet, strings=("Falcon", "left over")))
    assert reading.text() == "Ledger\nFalcon\t42\n7"
    assert reading.text("margin") == "For internal use"
    assert reading.text("comment") == "Dana: not booked"
    assert reading.text("hidden") == "left over"
    assert reading.codes == []


def test_hidden_rows_columns_and_sheets() -> None:
    hidden_row = record(0x208, struct.pack("<HHHHHHHH", 1, 0, 1, 0, 0, 0, 0x20, 0))
    hidden_column = record(0x7D, struct.pack("<HHHHHH", 1, 1, 0, 0, 1, 0))
    cells = number(0, 0, 1) + number(0, 1, 2) + number(1, 0, 3)
    reading = read(xls(sheet=hidden_row + hidden_column + cells))
    assert reading.text() == "Ledger\n1" and reading.text("hidden").split() == ["2", "3"]
    secret = read(xls(sheet=number(0, 0, 9), state=2))
    assert secret.text() == "" and secret.text("hidden") == "Ledger\n9"


def test_a_formula_with_a_text_result() -> None:
    tokens = b"\x17\x04\x00wire"
    formula = (
        struct.pack("<HHH", 0, 0, 0) + b"\0\0\0\0\0\0\xff\xff" + bytes(6) + struct.pack("<H", len(tokens)) + tokens
    )
    reading = read(xls(sheet=record(6, formula) + record(0x207, wide("wire sent"))))
    assert reading.text() == "Ledger\nwire sent" and reading.text("fieldcode") == "wire"


def test_shared_strings_go_on_over_records() -> None:
    whole = struct.pack("<II", 1, 1) + struct.pack("<HB", 6, 1) + "שלו".encode("utf-16-le")
    stream = record(0xFC, whole) + record(0x3C, b"\x00abc")
    (table,) = records(stream)
    assert string_list(table, 8, 1) == ["שלוabc"]


def test_objects_are_children() -> None:
    import olefile

    inner = olefile.OleFileIO(packaged("figures.txt", b"1 2 3")).openstream("\x01Ole10Native").read()
    reading = read(xls({"MBD0001/\x01Ole10Native": inner}))
    assert [(c.name, c.data) for c in reading.children] == [("figures.txt", b"1 2 3")]


def test_packed_numbers() -> None:
    assert rk_number(7 << 2 | 2) == 7 and rk_number((100 << 2) | 3) == 1
    assert rk_number(((1 << 30) - 1) << 2 | 2) == -1 and rk_number(0x3FF00000) == 1.0


def test_strings_in_formulas_end_at_what_is_not_known() -> None:
    assert formula_strings(b"\x1e\x01\x00\x17\x02\x00ab\x08\x7f\x17\x01\x00c") == ["ab"]


def test_a_sheet_without_an_end_is_reported() -> None:
    whole = xls(sheet=number(0, 0, 1))
    cut = whole.replace(number(0, 0, 1) + record(0x0A, b""), number(0, 0, 1) + record(0x0B, b""))
    reading = read(cut)
    assert "truncated" in reading.codes and "1" in reading.text()


def test_errors_are_shown() -> None:
    plain = record(0x205, struct.pack("<HHHBB", 0, 0, 0, 0x17, 1))
    worked_out = record(6, struct.pack("<HHH", 0, 1, 0) + b"\2\0\x07\0\0\0\xff\xff" + bytes(8))
    assert read(xls(sheet=plain + worked_out)).text() == "Ledger\n#REF!\t#DIV/0!"


@pytest.mark.parametrize("version", [0x500, 0x600])
def test_the_cells_of_a_charts_data_sheet(version: int) -> None:
    flags = b"\0" if version == 0x600 else b""
    cells = record(4, struct.pack("<HH3xB", 0, 0, 5) + flags + b"North")
    cells += record(3, struct.pack("<HH3xd", 0, 1, 20.4)) + record(2, struct.pack("<HH3xH", 0, 2, 7))
    assert read(bof(version) + cells + END).text() == "North\t20.4\t7"


def test_a_workbook_without_its_stream_gives_its_loose_strings() -> None:
    root = Storage()
    root.put(["Workbook"], b"")
    root.put(["Left"], b"the heron contract was signed")
    reading = read(build(root))
    assert reading.codes == ["damaged"] and "the heron contract" in reading.text()


ASKED_OF_NOBODY = struct.pack("<HH", 0xB359, 0x9A0A)
"""Key and verifier of the password that Excel uses where no one chose one."""


def hidden(kind: int, data: bytes, at: int, array: list[int]) -> bytes:
    """Return a record obfuscated as MS-OFFCRYPTO 2.3.7.3 says: turned left by five bits, then XOR."""
    turn = (at + 4 + len(data)) % 16
    turned = [(b << 5 | b >> 3) & 0xFF for b in data]
    return record(kind, bytes(b ^ array[(turn + i) % 16] for i, b in enumerate(turned)))


def book(filepass: bytes, password: str, text: bytes = b"Falcon transfer") -> bytes:
    """Return a bare Excel 95 stream with one cell, of which only the beginning is in the clear."""
    array = DocumentXOR.create_xor_array_method1(password)
    stream = bof(0x500) + record(0x2F, filepass)
    for kind, data in ((0x204, struct.pack("<HHHH", 0, 0, 0, len(text)) + text), (0x0A, b"")):
        stream += hidden(kind, data, len(stream), array)
    return stream


def test_what_only_looks_protected_is_read() -> None:
    reading = read(book(ASKED_OF_NOBODY, "VelvetSweatshop"))
    assert reading.text() == "Falcon transfer" and reading.codes == []


def test_a_password_of_the_list_opens_it() -> None:
    key = DocumentXOR.create_xor_key_method1("sesame")
    verifier = next(n for n in range(0x10000) if DocumentXOR.verifypw("sesame", n))
    stream = book(struct.pack("<HHH", 0, key, verifier), "sesame")
    assert locks(stream) == [struct.pack("<HHH", 0, key, verifier)]
    closed = read(stream, passwords=("open", "a password longer than can be", "סיסמה"))
    assert closed.codes == ["encrypted"] and closed.text() == ""
    assert read(stream, passwords=("open", "sesame")).text() == "Falcon transfer"


def test_a_sheet_may_state_a_later_version_than_its_workbook() -> None:
    sheet = bof(0x600) + record(0x204, struct.pack("<HHHH", 0, 0, 0, 2) + b"ok") + END
    assert read(bof(0x500, 5) + END + sheet).text() == "ok"


@pytest.mark.parametrize(
    ("page", "codec", "text"),
    [
        (10029, "mac_latin2", "Dvořák źródło"),
        (10007, "mac_cyrillic", "Сокол"),
        (10081, "mac_turkish", "doğu"),
        (0x8000, "mac_roman", "café"),
        (0x8001, "cp1252", "café"),
        (1250, "cp1250", "Dvořák"),
        (936, "gbk", "价格"),
    ],
)
def test_code_pages_of_the_macintosh_in_excel_95(page: int, codec: str, text: str) -> None:
    words = text.encode(codec)
    cell = record(0x204, struct.pack("<HHHH", 0, 0, 0, len(words)) + words)
    assert read(bof(0x500) + record(0x42, struct.pack("<H", page)) + cell + END).text() == text
