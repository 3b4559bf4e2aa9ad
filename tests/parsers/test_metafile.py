from __future__ import annotations

import struct

from hypothesis import given
from hypothesis import strategies as st

from tests.parsers.metafiles import blip, emf, emf_text, wmf
from tests.parsers.office_builders import docx, paragraph, xls
from tests.parsers.reading import read
from triage.parsers.metafile import in_pictures, lines
from triage.selftest.builders.office97 import record


def wmf_font(charset: int, height: int = -20) -> tuple[int, bytes]:
    return 0x2FB, struct.pack("<h11xB", height, charset) + bytes(4) + b"Arial\0"


def wmf_text(text: bytes, x: int, y: int, steps: tuple[int, ...] = ()) -> tuple[int, bytes]:
    padded = text + bytes(len(text) % 2)
    return 0xA32, struct.pack("<hhHH", y, x, len(text), 0) + padded + struct.pack(f"<{len(steps)}h", *steps)


def test_text_of_a_wmf_in_the_letters_of_its_font() -> None:
    short = (0x521, struct.pack("<H", 3) + b"Sum\0" + struct.pack("<hh", 90, 5))
    picture = wmf(
        (0x2FC, b""), wmf_font(204), (0x12D, struct.pack("<H", 1)), wmf_text("Счёт".encode("cp1251"), 0, 0),
        (0x1F0, struct.pack("<H", 0)), wmf_font(0), (0x12D, struct.pack("<H", 0)),
        wmf_text("Café".encode("cp1252"), 0, 50), short, placeable=True,
    )  # fmt: skip
    assert lines(picture) == ["Счёт", "Café", "Sum"]


def test_pieces_on_one_line_are_joined_by_where_they_stand() -> None:
    drawn = [wmf_text(b"Fal", 0, 0, (10, 10, 10)), wmf_text(b"con", 31, 0, (10, 10, 10)), wmf_text(b"pays", 70, 2)]
    assert lines(wmf(wmf_font(0), (0x12D, b"\0\0"), *drawn)) == ["Falcon pays"]
    font = (82, struct.pack("<Ii", 1, -20) + bytes(400))
    wide = [emf_text("Fal", 0, 0, 10), emf_text("con", 30, 0, 10), emf_text("pays", 80, 0), emf_text("now", 0, 40)]
    assert lines(emf(font, (37, struct.pack("<I", 1)), *wide)) == ["Falcon pays", "now"]


def test_text_drawn_from_the_pen_goes_on_until_it_moves() -> None:
    pen = (22, struct.pack("<I", 1))
    moves = (27, struct.pack("<ii", 0, 90))
    assert lines(emf(pen, moves, emf_text("Fal", 0, 0), emf_text("con", 0, 0), moves, emf_text("pays", 0, 0))) == [
        "Falcon", "pays",
    ]  # fmt: skip


def test_every_record_that_draws_text_in_an_emf() -> None:
    narrow = (83, bytes(28) + struct.pack("<iiIIIiiiiI", 0, 0, 4, 76, 0, 0, 0, 0, 0, 0) + "Zoë!".encode("cp1252"))
    small = (108, struct.pack("<iiIIIff", 0, 50, 5, 0x300, 1, 1.0, 1.0) + b"small")
    several = bytes(28) + struct.pack("<I", 2)
    for index in range(2):
        several += struct.pack("<iiIIIiiiiI", 0, 100 + 50 * index, 2, 40 + 80 + 4 * index, 0, 0, 0, 0, 0, 0)
    several += "abcd".encode("utf-16-le")
    assert lines(emf(narrow, small, (97, several))) == ["Zoë!", "small", "ab", "cd"]
    glyphs = emf_text("xyz", 0, 0, options=0x10)
    assert lines(emf(glyphs)) == []


def test_newer_records_are_read_where_the_older_ones_say_nothing() -> None:
    text = "Falcon".encode("utf-16-le")
    body = struct.pack("<IIIffff", 0, 0, 6, 1.0, 2.0, 50.0, 10.0) + text
    plus = struct.pack("<HHII", 0x401C, 0, 12 + len(body), len(body)) + body
    comment = (70, struct.pack("<I", 4 + len(plus)) + b"EMF+" + plus)
    assert lines(emf(comment)) == ["Falcon"]
    assert lines(emf(comment, emf_text("Falcon", 0, 0))) == ["Falcon"]


@given(st.binary(max_size=400), st.integers(0, 300))
def test_damage_is_survived(noise: bytes, at: int) -> None:
    for good in (emf(emf_text("Falcon", 0, 0, 10)), wmf(wmf_font(0), wmf_text(b"Falcon", 0, 0))):
        lines(good[:at] + noise + good[at + len(noise) :])
    list(in_pictures(blip(noise, 0xF01A, 0x3D4, packed=False) + noise))
    list(in_pictures(blip(b"", 0xF01B, 0x217)[:at] + noise))


PICTURE = emf(emf_text("Falcon margins", 0, 0))


def test_metafiles_in_documents_are_read() -> None:
    media = {"word/media/image1.emf": PICTURE}
    assert read(docx(paragraph("text"), **media)).text("textbox") == "Falcon margins"
    for stored in (blip(PICTURE, 0xF01A, 0x3D4), blip(PICTURE, 0xF01A, 0x3D5, packed=False)):
        assert list(in_pictures(b"\x1a\xf0" + stored)) == [["Falcon margins"]]
    book = xls(sheet=record(0xEB, bytes(8)) + record(0x3C, blip(PICTURE, 0xF01A, 0x3D4)))
    assert read(book).text("textbox") == "Falcon margins"


def test_a_metafile_is_a_picture_whose_text_is_read() -> None:
    reading = read(PICTURE)
    assert reading.text() == "Falcon margins" and "needs-ocr" not in reading.codes
    assert "needs-ocr" in read(emf()).codes
