"""Text in Windows metafiles: its letters, its order, and the files inside."""

from __future__ import annotations

import struct

from hypothesis import given
from hypothesis import strategies as st

from tests.parsers.metafiles import blip, emf, emf_text, wmf
from tests.parsers.office_builders import xls
from tests.parsers.reading import read
from tests.writers.office97 import record
from tests.writers.opendocument import odf
from tests.writers.word import docx, paragraph
from triage.model.items import Child
from triage.parsers.kit import drawings as office_art
from triage.parsers.kit.contract import Limits
from triage.parsers.kit.drawings import embedded_files, lines, pictures
from triage.parsers.kit.texts import Texts


def wmf_font(charset: int, height: int = -20) -> tuple[int, bytes]:
    return 0x2FB, struct.pack("<h11xB", height, charset) + bytes(4) + b"Arial\0"


def wmf_text(text: bytes, x: int, y: int, steps: tuple[int, ...] = ()) -> tuple[int, bytes]:
    padded = text + bytes(len(text) % 2)
    return 0xA32, struct.pack("<hhHH", y, x, len(text), 0) + padded + struct.pack(f"<{len(steps)}h", *steps)


def test_text_of_a_wmf_in_the_letters_of_its_font() -> None:
    short = (0x521, struct.pack("<H", 3) + b"Sum\0" + struct.pack("<hh", 90, 5))
    picture = wmf(
        (0x2FC, b""),
        wmf_font(204),
        (0x12D, struct.pack("<H", 1)),
        wmf_text("Счёт".encode("cp1251"), 0, 0),
        (0x1F0, struct.pack("<H", 0)),
        wmf_font(0),
        (0x12D, struct.pack("<H", 0)),
        wmf_text("Café".encode("cp1252"), 0, 50),
        short,
        placeable=True,
    )
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
        "Falcon",
        "pays",
    ]


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


def transform(*values: float, mode: int = 2) -> tuple[int, bytes]:
    return 36, struct.pack("<6fI", *values, mode)


SAVE, RESTORE = (33, b""), (34, struct.pack("<i", -1))
FONT = [(82, struct.pack("<Ii", 1, -20) + bytes(400)), (37, struct.pack("<I", 1))]


def test_a_place_is_where_the_transforms_put_it() -> None:
    """All is drawn at 0, 0; only the transforms tell what stands beside what."""

    def at(x: float, y: float, text: str) -> list[tuple[int, bytes]]:
        return [SAVE, transform(1, 0, 0, 1, x, y), emf_text(text, 0, 0, 10), RESTORE]

    drawn = [*at(0, 0, "13"), *at(0, 400, "next"), *at(40, 400, "-"), *at(50, 400, "generation"), *at(300, 400, "plan")]
    assert lines(emf(*FONT, *drawn)) == ["13", "next-generation plan"]


def test_changes_of_the_transform_in_every_way() -> None:
    absolute = (35, struct.pack("<6f", 2, 0, 0, 2, 0, 100))
    drawn = [
        absolute,
        emf_text("Fal", 0, 0, 10),
        emf_text("con", 30, 0, 10),  # twice as large: 0, then 60
        transform(1, 0, 0, 1, 60, 0),
        emf_text("s", 0, 0, 10),  # before: 120 lies at the end of "con"
        transform(1, 0, 0, 1, 100, 0, mode=3),
        emf_text("pay", 0, 0, 10),  # after: 220
        transform(1, 0, 0, 1, 0, 500, mode=4),
        emf_text("all", 0, 0, 10),
        transform(9, 9, 9, 9, 9, 9, mode=1),
        emf_text("now", 30, 500, 10),
        transform(9, 9, 9, 9, 9, 9, mode=7),
        emf_text("!", 60, 500, 10),
    ]
    assert lines(emf(*FONT, *drawn)) == ["Falcons pay", "allnow!"]


def test_states_are_kept_within_bounds() -> None:
    pen = (22, struct.pack("<I", 1))
    deep = [SAVE] * 3000 + [transform(1, 0, 0, 1, 0, 90)] + [RESTORE] * 3000
    assert lines(emf(pen, emf_text("Fal", 0, 0), *deep, emf_text("con", 0, 0))) == ["Fal", "con"]
    assert lines(emf(pen, emf_text("Fal", 0, 0), SAVE, RESTORE, RESTORE, emf_text("con", 0, 0))) == ["Falcon"]
    endless = [transform(3e38, 3e38, 3e38, 3e38, 3e38, 3e38)] * 20
    assert lines(emf(*endless, emf_text("Falcon", 0, 0, 10), emf_text("pays", 0, 0, 10))) == ["Falcon", "pays"]


def test_blanks_that_are_drawn_are_the_blanks() -> None:
    """Letters drawn one by one stand wide at large sizes; the picture tells its blanks itself."""

    def spaced(text: str, y: int) -> list[tuple[int, bytes]]:
        return [emf_text(letter, 14 * place, y, 10) for place, letter in enumerate(text)]

    assert lines(emf(*FONT, *spaced("Two or more", 0), *spaced("News", 100))) == ["Two or more", "News"]
    wide_apart = [emf_text("1", 0, 0, 10), emf_text(" ", 12, 0, 5), emf_text("2", 17, 0, 10), emf_text("3", 40, 0, 10)]
    assert lines(emf(*FONT, *wide_apart)) == ["1 2 3"]
    assert lines(emf(*FONT, emf_text("Fal", 0, 0, 10), emf_text("con", 34, 0, 10), emf_text(" ", 64, 0, 5))) == [
        "Fal con"
    ]


def test_whole_files_that_a_metafile_keeps() -> None:
    formats = struct.pack("<IIII", 0x50444620, 1, 9, 60) + struct.pack("<IIII", 0x50444620, 1, 5, 0xFFFFFF00)
    body = struct.pack("<I4sI16sI", 0, b"GDIC", 0x40000004, bytes(16), 2) + formats + b"%PDF-1.4\n"
    picture = emf((70, body), emf_text("Falcon", 0, 0))
    assert list(embedded_files(picture, "art")) == [Child("art_1.pdf", b"%PDF-1.4\n")]
    drawings = office_art.Drawings(Texts(Limits(1 << 20, 1 << 20, 100, 1 << 20)))
    drawings.read(b"x" + blip(picture, 0xF01A, 0x3D4))
    assert list(drawings.children()) == [Child("metafile1_1.pdf", b"%PDF-1.4\n")]
    assert read(picture, "x.emf").names == ["metafile_1.pdf"]
    assert read(docx(paragraph("text"), {"word/media/image1.emf": picture})).names == ["image1_1.pdf"]
    assert read(odf("text", "", parts={"Pictures/art.emf": picture})).names == ["art_1.pdf"]
    many = struct.pack("<I4sI16sI", 0, b"GDIC", 0x40000004, bytes(16), 0xFFFFFFFF)
    assert list(embedded_files(emf((70, many), (70, many[:20])), "art")) == []
    assert list(embedded_files(wmf(), "art")) == []


@given(st.binary(max_size=400), st.integers(0, 300))
def test_damage_raises_nothing(noise: bytes, at: int) -> None:
    moved = emf(SAVE, transform(1, 0, 0, 1, 2, 3), (35, bytes(24)), emf_text("Falcon", 0, 0, 10), RESTORE)
    for good in (emf(emf_text("Falcon", 0, 0, 10)), moved, wmf(wmf_font(0), wmf_text(b"Falcon", 0, 0))):
        broken = good[:at] + noise + good[at + len(noise) :]
        lines(broken)
        list(embedded_files(broken, "art"))
    list(pictures(blip(noise, 0xF01A, 0x3D4, packed=False) + noise))
    list(pictures(blip(b"", 0xF01B, 0x217)[:at] + noise))


PICTURE = emf(emf_text("Falcon margins", 0, 0))


def test_metafiles_in_documents_are_read() -> None:
    media = {"word/media/image1.emf": PICTURE}
    assert read(docx(paragraph("text"), media)).text("textbox") == "Falcon margins"
    for stored in (blip(PICTURE, 0xF01A, 0x3D4), blip(PICTURE, 0xF01A, 0x3D5, packed=False)):
        assert [found for p in pictures(b"\x1a\xf0" + stored) if (found := lines(p))] == [["Falcon margins"]]
    book = xls(sheet=record(0xEB, bytes(8)) + record(0x3C, blip(PICTURE, 0xF01A, 0x3D4)))
    assert read(book).text("textbox") == "Falcon margins"


def test_drawings_that_two_records_share_are_one() -> None:
    """What is too long for a record goes on in a second one of its kind, and in Continue records after it."""
    art = bytes(8) + blip(PICTURE, 0xF01A, 0x3D4, packed=False)
    assert len(art) > 150
    book = xls(sheet=record(0xEB, art[:80]) + record(0xEB, art[80:120]) + record(0x3C, art[120:]) + record(0xEC, b""))
    assert read(book).text("textbox") == "Falcon margins"


def test_a_metafile_is_a_picture_whose_text_is_read() -> None:
    reading = read(PICTURE)
    assert reading.text() == "Falcon margins" and "needs-ocr" not in reading.codes
    assert "needs-ocr" in read(emf()).codes
