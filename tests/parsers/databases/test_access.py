"""Access databases: rows, long texts, deleted ones, files in cells, and damage."""

from __future__ import annotations

import random
import struct

import pytest

from tests.parsers.office_builders import pdf, shows
from tests.parsers.reading import LIMITS, read
from tests.writers.access import DELETED, ELSEWHERE, LONG, MEMO, MOVED, OLE, TEXT, Database, attached
from triage.messages import render
from triage.parsers.kit.contract import Limits

COLUMNS = [("ID", LONG), ("who", TEXT), ("said", MEMO), ("place", TEXT)]
PDF = pdf([shows("Falcon drawing")])


def wide(text: str) -> bytes:
    return text.encode("utf-16-le")


@pytest.mark.parametrize("key", [0, 0x12345678])
@pytest.mark.parametrize("old", [False, True])
def test_tables_are_read_row_by_row(old: bool, key: int) -> None:
    db = Database(old=old)
    said = ["the falcon is ready" + " and more" * n for n in range(0, 40, 8)]
    memos = [db.inline(text.encode() if old else wide(text)) for text in said]
    page = db.table(COLUMNS, [[n, "dana" * n or None, memo, None if n % 2 else "here"] for n, memo in enumerate(memos)])
    found = read(db.whole([("Tab", 1, page)], key), "a.mdb")
    assert found.label == "Access database" and found.codes == ["partial"]
    lines = [f"{n}\t{'dana' * n}\t{text}\t{'' if n % 2 else 'here'}".rstrip() for n, text in enumerate(said)]
    assert [line.rstrip() for line in found.text().split("\n")] == ["Tab\tID\twho\tsaid\tplace", *lines]


def test_text_of_any_alphabet_and_in_single_bytes() -> None:
    db = Database()
    mixed = b"\xff\xfefalcon \0" + wide("הבז") + b"\0 and"
    page = db.table([("a", TEXT)], [["שלום"], [mixed], ["abc"]])
    assert read(db.whole([("T", 1, page)])).text() == "T\ta\nשלום\nfalcon הבז and\nabc"


def test_long_texts_elsewhere_and_in_chains() -> None:
    db, text = Database(), "the falcon memo " * 400
    rows: list[list[object]] = [
        [1, None, db.elsewhere(wide(text[:1500])), None],
        [2, None, db.chained(wide(text)), None],
    ]
    page = db.table(COLUMNS, rows)
    found = read(db.whole([("T", 1, page)]))
    assert f"1\t\t{text[:1500].strip()}" in found.text() and f"2\t\t{text.strip()}" in found.text()
    assert found.text("hidden") == ""


def test_a_chain_that_goes_round_ends() -> None:
    db = Database()
    number = len(db.pages) + 1
    pointer = b"\0" + number.to_bytes(3, "little")
    db.put(int.from_bytes(b"LVAL", "little"), [(0, pointer + wide("falcon"))])
    page = db.table([("a", MEMO)], [[struct.pack("<I", 1 << 24) + pointer + bytes(4)]])
    assert read(db.whole([("T", 1, page)])).text() == "T\ta\nfalcon"


def test_rich_text_is_read_as_such() -> None:
    db = Database()
    page = db.table([("a", MEMO)], [[db.inline(wide("<div>over the <strong>bold </strong><em>dog</em></div>"))]])
    assert read(db.whole([("T", 1, page)])).text() == "T\ta\nover the bold dog"


def test_deleted_rows_and_tables_are_hidden_text() -> None:
    db = Database()
    kept = db.table([("a", TEXT)], [["what stays"]], [["the heron row"]])
    gone = db.table([("a", TEXT)], [["of a deleted table"]])
    assert gone > kept
    found = read(db.whole([("T", 1, kept)]))
    assert found.text() == "T\ta\nwhat stays"
    assert found.text("hidden").split("\n") == ["the heron row", "of a deleted table"]


def test_pages_that_a_table_gave_up_are_hidden_text() -> None:
    db = Database()
    page = db.table([("a", TEXT)], [["what stays"]])
    db.put(page, [(0, db.row([("a", TEXT)], ["an older copy"]))])
    found = read(db.whole([("T", 1, page)]))
    assert found.text() == "T\ta\nwhat stays" and found.text("hidden") == "an older copy"


def test_rows_that_were_moved_count_once() -> None:
    db, columns = Database(), [("ID", LONG), ("a", TEXT)]
    at = db.keep()
    target = db.put(
        at, [(MOVED, db.row(columns, [1, "the falcon was moved"])), (MOVED, db.row(columns, [2, "left over"]))]
    )
    pointer = b"\0" + target.to_bytes(3, "little")
    main = db.put(at, [(ELSEWHERE, pointer + bytes(9)), (0, db.row(columns, [3, "stays"])), (DELETED, pointer)])
    db.define(at, columns, [main, target])
    found = read(db.whole([("T", 1, at)]))
    assert sorted(found.text().split("\n")) == ["1\tthe falcon was moved", "3\tstays", "T\tID\ta"]
    assert found.text("hidden") == "2\tleft over"


def test_files_in_cells_and_attachments_are_children() -> None:
    db = Database()
    ole = db.table([("a", OLE)], [[db.chained(PDF)], [db.inline(b"\1\2the falcon memo\3")]])
    held = db.table([("FileData", OLE), ("FileName", TEXT)], [[db.elsewhere(attached(PDF)), "drawing.pdf"]])
    found = read(db.whole([("T", 1, ole), ("f_T", 1, held)]))
    assert found.names == ["T a 1.pdf", "drawing.pdf"] and all(child.data == PDF for child in found.children)
    assert "the falcon memo" in found.text() and "\tdrawing.pdf" in found.text()


def test_other_objects_are_named_and_read_loosely() -> None:
    db = Database()
    queries = db.table([("Expression", TEXT), ("Lv", OLE)], [["heron > 3", db.inline(wide("deep inside a blob"))]])
    db.put(int.from_bytes(b"LVAL", "little"), [(0, b"\7" + wide("Caption of the egret form") + b"\7")])
    found = read(db.whole([("MSysQueries", 1, queries), ("Egret form", -32768, 0), ("Sums", 5, 0)]))
    assert found.text("fieldcode") == "heron > 3"
    assert found.text("properties") == "Form: Egret form\nQuery: Sums"
    assert "Caption of the egret form" in found.text("hidden") and "deep inside a blob" in found.text("hidden")


def test_rows_beside_a_long_value_on_its_page_are_read_loosely() -> None:
    db = Database()
    form = b"\7" + wide("Caption of the egret form") + b"\7"
    number = db.put(int.from_bytes(b"LVAL", "little"), [(0, wide("the falcon memo")), (0, form)])
    memo = struct.pack("<I", 30 | 0x40000000) + b"\0" + number.to_bytes(3, "little") + bytes(4)
    found = read(db.whole([("T", 1, db.table([("a", MEMO)], [[memo]]))]))
    assert found.text() == "T\ta\nthe falcon memo"
    assert "Caption of the egret form" in found.text("hidden") and "falcon" not in found.text("hidden")


def test_an_attachment_that_breaks_off_is_told() -> None:
    db = Database()
    cut = attached(random.Random(3).randbytes(3000))[:-500]
    page = db.table([("FileData", OLE), ("FileName", TEXT)], [[db.chained(cut), "noise.bin"]])
    found = read(db.whole([("T", 1, page)]))
    assert found.codes == ["partial", "truncated"] and 2000 < len(found.children[0].data) < 3000


def test_an_encrypted_database_is_told() -> None:
    db = Database(version=2)
    page = db.table([("a", TEXT)], [["falcon"]])
    assert read(db.whole([("T", 1, page)])).text() == "T\ta\nfalcon"
    assert read(db.whole([("T", 1, page)], key=7)).codes == ["encrypted"]


@pytest.mark.parametrize("engine", [b"Standard Jet DB\0", b"Standard ACE DB\0"])
def test_a_database_that_breaks_off_keeps_loose_strings(engine: bytes) -> None:
    """Text in UTF-16, and in single bytes behind their mark; empty fields are no words."""
    rows = wide("Blue Heron") + bytes(3) + b"\xff\xfeFalcon pays" + b"\xff\xfeDana Levi\x01"
    reading = read(b"\x00\x01\x00\x00" + engine + bytes(200) + rows + b"\xff" * 12 + b"\x00AAAAAA\x00", "x.mdb")
    assert {"Blue Heron", "Falcon pays", "Dana Levi"} <= set(reading.text().splitlines())
    assert "ÿÿ" not in reading.text() and "AAA" not in reading.text()
    assert reading.extract.type == "application/x-msaccess" and reading.codes == ["damaged"]


def test_without_a_list_of_tables_they_are_read_by_number() -> None:
    db = Database()
    page = db.table([("a", TEXT)], [["falcon"]])
    data = bytearray(db.whole([("T", 1, page)]))
    data[2 * 4096 : 2 * 4096 + 2] = b"\7\7"
    assert read(bytes(data)).text() == f"Table {page}\ta\nfalcon"


def test_text_stops_at_its_limit() -> None:
    db = Database()
    page = db.table([("a", TEXT)], [["falcon " * 15] for _ in range(30)])
    found = read(db.whole([("T", 1, page)]), limits=Limits(LIMITS.item_bytes, LIMITS.total_bytes, LIMITS.ratio, 500))
    assert "limit-size" in found.codes and len(found.text()) <= 500


def test_rows_that_make_no_sense_are_told_and_read_loosely() -> None:
    db = Database()
    at = db.keep()
    torn = b"\xff\x7f" + wide("the falcon row") + b"\xff" * 9
    db.define(at, [("a", TEXT)], [db.put(at, [(0, db.row([("a", TEXT)], ["a sound row"])), (0, torn)])])
    found = read(db.whole([("T", 1, at)]))
    assert found.codes == ["damaged", "partial"] and render(found.troubles[0].message).endswith(
        "loose strings were kept."
    )
    assert "a sound row" in found.text() and "the falcon row" in found.text()
