"""Word 97-2003 documents: every story, deleted and hidden text, objects, and damage."""

from __future__ import annotations

import struct

from tests.parsers.reading import read
from tests.writers.office97 import atom, doc, holder, packaged
from triage.parsers.kit.compound import Storage, build
from triage.text import LEVEL, RAISED


def flag(code: int) -> bytes:
    return struct.pack("<HB", code, 1)


def test_every_story_is_read_under_its_origin() -> None:
    reading = read(
        doc({0: "Board meeting\r", 1: "See the annex\r", 2: "Letterhead\r", 4: "Too risky\r", 6: "In the box\r"})
    )
    assert reading.text() == "Board meeting"
    assert reading.text("note") == "See the annex" and reading.text("margin") == "Letterhead"
    assert reading.text("comment") == "Too risky" and reading.text("textbox") == "In the box"
    assert reading.codes == []


def test_deleted_inserted_and_hidden_runs() -> None:
    text = "Project Falcon Eagle starts secretly\r"
    looks = [(0, b""), (8, flag(0x0800)), (15, flag(0x0801)), (21, b""), (28, flag(0x083C)), (36, b"")]
    reading = read(doc({0: text}, looks))
    assert reading.text() == "Project Eagle starts "
    assert reading.text("tracked").splitlines() == ["Project Falcon starts ", "Eagle "]
    assert reading.text("hidden") == "secretly"


def test_hidden_runs_are_kept_apart_where_something_stands_between() -> None:
    looks = [(0, flag(0x083C)), (3, flag(0x083C)), (7, b""), (8, flag(0x083C)), (10, b"")]
    reading = read(doc({0: "between us x\r"}, looks))
    assert reading.text("hidden") == "between\nus" and reading.text() == "  x"


def test_fields_cells_and_special_characters() -> None:
    reading = read(
        doc({0: '\x13HYPERLINK "https://example.test"\x14the link\x15 a\x1eb co\x1fop\rone\x07two\x07\x07after\r'})
    )
    assert reading.text() == "the link a-b coop\none\ttwo\nafter"
    assert "https://example.test" in reading.text("fieldcode")


def test_embedded_objects_are_children() -> None:
    source = packaged("figures.txt", b"1 2 3")
    import olefile

    inner = olefile.OleFileIO(source).openstream("\x01Ole10Native").read()
    reading = read(doc({0: "x\r"}, streams={"ObjectPool/_123/\x01Ole10Native": inner}))
    assert [(c.name, c.data) for c in reading.children] == [("figures.txt", b"1 2 3")]


def test_wordart_and_alternative_text_in_the_line() -> None:
    def table(code: int, text: str) -> bytes:
        return atom(0xF00B, struct.pack("<HI", 0x8000 | code, 2 * len(text)) + text.encode("utf-16-le"), instance=1)

    shape = holder(0xF004, atom(0xF00A, bytes(8)), table(0xC0, "Sold out"), table(0x381, "a heron"))
    cut = struct.pack("<HHI", 0xF, 0xF004, 0xFFFF)
    data = struct.pack("<IH", 68 + len(shape), 68) + bytes(62) + shape + cut + shape[8:]
    reading = read(doc({0: "seen\r"}, streams={"Data": data}))
    assert (reading.text(), reading.text("textbox"), reading.text("hidden")) == ("seen", "Sold out", "a heron")


def test_rights_management_gives_no_placeholder_as_content() -> None:
    reading = read(doc({0: "This document is protected.\r"}, streams={"\x09DRMContent": b"\0" * 10}))
    assert reading.extract.segments == [] and set(reading.codes) == {"encrypted", "rights-protected"}


def test_word_6_in_a_russian_code_page() -> None:
    text = "Договор\rподписан\r".encode("cp1251")
    main = bytearray(0x300)
    struct.pack_into("<HHxxH", main, 0, 0xA5DC, 0x68, 0x419)
    struct.pack_into("<II", main, 0x18, 0x300, 0x300 + len(text))
    struct.pack_into("<I", main, 0x34, len(text))
    root = Storage()
    root.put(["WordDocument"], bytes(main) + text)
    assert read(build(root), "old.doc").text() == "Договор\nподписан"


def test_a_text_that_runs_over_the_end_is_reported() -> None:
    data = doc({0: "kept\r"})
    broken = data.replace(
        struct.pack("<II", 0, 5) + b"\0\0\0\x08\0\0", struct.pack("<II", 0, 99999) + b"\0\0\0\x08\0\0"
    )
    assert broken != data
    assert "damaged" in read(broken).codes


def test_what_stands_small_is_marked() -> None:
    def position(value: int) -> bytes:
        return struct.pack("<HB", 0x2A48, value)

    looks = [(0, b""), (9, position(1)), (10, position(0)), (18, position(2)), (19, b"")]
    reading = read(doc({0: "quillback1 said, H2O\r"}, looks))
    assert reading.text() == f"quillback{RAISED}1{LEVEL} said, H{RAISED}2{LEVEL}O"


def test_what_stands_small_in_a_code_of_a_field_is_not() -> None:
    reading = read(doc({0: "\x13PAGEREF n1\x14quillback\x15 x\r"}, [(0, struct.pack("<HB", 0x2A48, 1))]))
    assert reading.text("fieldcode") == "PAGEREF n1"
