"""Tests of triage.parsers.kit.drawings on pictures built here, byte by byte."""

from __future__ import annotations

import io
import struct
from itertools import pairwise

import olefile
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tests.parsers.metafiles import blip, emf, emf_text, wmf
from tests.parsers.office_builders import xls
from tests.parsers.reading import read
from tests.writers.excel import xlsx
from tests.writers.office97 import doc, ppt, record
from tests.writers.opendocument import odf
from tests.writers.package import package
from tests.writers.word import docx, paragraph
from triage.model.items import Child
from triage.parsers.kit import drawings as office_art
from triage.parsers.kit.compound import Storage, build
from triage.parsers.kit.contract import Limits
from triage.parsers.kit.drawings import Drawings, embedded_files, is_page, lines, pictures, pixel_size
from triage.parsers.kit.texts import Texts

# Text in Windows metafiles: its letters, its order, and the files inside.


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


# Pictures inside older Office files: which ones become items.

NUMBERS = {"JPEG": (0xF01D, 0x46A), "PNG": (0xF01E, 0x6E0), "BMP": (0xF01F, 0x7A8), "TIFF": (0xF029, 0x6E4)}
ENDINGS = {"JPEG": ".jpg", "PNG": ".png", "BMP": ".bmp", "TIFF": ".tif"}


def drawn(kind: str, width: int = 640, height: int = 480, shade: int = 200, mode: str = "L") -> bytes:
    buffer = io.BytesIO()
    Image.new(mode, (width, height), shade).save(buffer, kind)
    return buffer.getvalue()


def kept(kind: str, picture: bytes, ids: int = 1) -> bytes:
    """Return a raster as a drawing record (MS-ODRAW 2.2.27 to 2.2.30); a bitmap is kept without its file header."""
    number, instance = NUMBERS[kind]
    body = bytes(16 * ids) + b"\xff" + (picture[14:] if kind == "BMP" else picture)
    return struct.pack("<HHI", (instance + ids - 1) << 4, number, len(body)) + body


def read_streams(*streams: bytes) -> Drawings:
    drawings = Drawings(Texts(Limits(1 << 20, 1 << 20, 100, 1 << 20)))
    for stream in streams:
        drawings.read(stream)
    return drawings


@pytest.mark.parametrize("kind", list(NUMBERS))
@pytest.mark.parametrize("ids", [1, 2])
def test_rasters_of_every_kind_come_back_as_they_were(kind: str, ids: int) -> None:
    picture = drawn(kind)
    (child,) = read_streams(b"\x1d\xf0 noise" + kept(kind, picture, ids) + b"noise").children()
    assert child.name == f"image1{ENDINGS[kind]}" and child.data == picture


@pytest.mark.parametrize("mode", ["1", "L", "RGB"])
def test_the_pixels_of_a_bitmap_are_found_behind_its_palette(mode: str) -> None:
    picture = drawn("BMP", shade=0, mode=mode)
    (child,) = read_streams(kept("BMP", picture)).children()
    assert child.data == picture


def test_small_and_repeated_ones_are_counted_but_no_items() -> None:
    icon, page = kept("PNG", drawn("PNG", 64, 64)), kept("PNG", drawn("PNG"))
    other = kept("JPEG", drawn("JPEG", shade=3), 2)
    assert [child.name for child in read_streams(icon + page + page, page + other).children()] == [
        "image2.png",
        "image3.jpg",
    ]
    assert read_streams(icon).pictured() and read_streams(blip(emf(), 0xF01A, 0x3D4)).pictured()
    assert not read_streams(b"words").pictured()
    assert list(read_streams(blip(emf(), 0xF01A, 0x3D4)).children()) == []


def test_pictures_of_a_document_and_a_presentation_are_items() -> None:
    stored = kept("PNG", drawn("PNG"))
    assert read(doc({0: "See the picture\r"}, streams={"Data": bytes(68) + stored})).names == ["image1.png"]
    deck = olefile.OleFileIO(io.BytesIO(ppt({1: b""})))
    root = Storage()
    for name in ("PowerPoint Document", "Current User"):
        root.put([name], deck.openstream(name).read())
    root.put(["Pictures"], stored)
    assert read(build(root)).names == ["image1.png"]


def group(art: bytes, *cuts: int) -> bytes:
    """Return a drawing group cut into two records of its kind, and Continue records behind them (MS-XLS 2.4.170)."""
    ends = [0, *cuts, len(art)]
    pieces = [art[a:b] for a, b in pairwise(ends)]
    return b"".join(record(0xEB if i < 2 else 0x3C, piece) for i, piece in enumerate(pieces))


def test_pictures_of_a_workbook_are_items_and_alone_they_ask_for_recognition() -> None:
    picture = drawn("JPEG")
    art = group(bytes(8) + kept("JPEG", picture), 30, 500, 900)
    alone = read(xls(sheet=art))
    assert alone.names == ["image1.jpg"] and alone.children[0].data == picture
    assert alone.codes == ["needs-ocr"]
    cell = record(0x203, struct.pack("<HHHd", 0, 0, 0, 5.0))
    assert read(xls(sheet=cell + art)).codes == []
    assert read(xls(sheet=record(0xEB, bytes(8)))).codes == []


def test_pictures_in_the_margins_of_a_workbook_are_items() -> None:
    art = kept("JPEG", drawn("JPEG"))
    pieces = [record(0x866, struct.pack("<H12x", 0x866) + art[at : at + 700]) for at in range(0, len(art), 700)]
    assert len(pieces) > 2
    assert read(xls(sheet=b"".join(pieces))).names == ["image1.jpg"]


@given(st.binary(max_size=120), st.sampled_from(list(NUMBERS)), st.integers(0, 60))
def test_damaged_blips_raise_nothing(noise: bytes, kind: str, at: int) -> None:
    good = kept(kind, drawn(kind, 20, 20))
    list(read_streams(good[:at] + noise + good[at + len(noise) :], kept(kind, noise)).children())


def test_many_false_heads_cost_no_more_than_their_bytes() -> None:
    heads = struct.pack("<HHI", 0x6E00, 0xF01E, 0x7FFFFFFF) * 200_000 + struct.pack("<HHI", 0x7A80, 0xF01F, 5) * 100_000
    page = kept("PNG", drawn("PNG"))
    assert [child.name for child in read_streams(heads + page).children()] == ["image1.png"]


# Sizes of pictures: which ones are too small to be items.


def picture(kind: str, width: int, height: int, **options: object) -> bytes:
    buffer = io.BytesIO()
    Image.new("L", (width, height), 255).save(buffer, kind, **options)
    return buffer.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "BMP", "TIFF"])
def test_size_is_told_by_the_header(kind: str) -> None:
    assert pixel_size(picture(kind, 321, 123)) == (321, 123)


def test_headers_of_other_kinds() -> None:
    assert pixel_size(picture("JPEG", 321, 123, exif=b"Exif\0\0" + bytes(5000), progressive=True)) == (321, 123)
    assert pixel_size(b"BM" + bytes(12) + bytes([12, 0, 0, 0, 65, 1, 123, 0])) == (321, 123)
    assert pixel_size(b"BM" + bytes(12) + bytes([40, 0, 0, 0]) + (321).to_bytes(4, "little") + b"\x85\xff\xff\xff") == (
        321,
        123,
    )
    big = b"MM\0*\0\0\0\x08\0\2" + bytes.fromhex("01000003000000010141000001010004000000010000007b")
    assert pixel_size(big) == (321, 123)
    assert pixel_size(b"\x89PNG\r\n\x1a\n") == pixel_size(b"\xff\xd8\xff") == pixel_size(b"words") == (0, 0)


def test_icons_and_logos_are_no_pages_and_a_piece_of_a_screen_is_one() -> None:
    small = [(16, 16), (256, 256), (300, 200), (442, 108), (3000, 40)]
    assert not any(is_page(picture("PNG", *sides)) for sides in small)
    large = [(934, 261), (595, 220), (640, 480), (70, 2000)]
    assert all(is_page(picture("PNG", *sides)) for sides in large)
    assert is_page(bytes(32 << 10)) and not is_page(bytes(32_000))


def test_the_same_pictures_are_items_in_every_kind_of_document() -> None:
    screen, icon = picture("PNG", 640, 480), picture("PNG", 128, 128)
    assert len(screen) < 4000
    slide = {"ppt/slides/slide1.xml": '<p:sld xmlns:p="p"/>', "ppt/media/a.png": screen, "ppt/media/b.png": icon}
    media = {"word/media/a.png": screen, "word/media/b.png": icon, "word/media/thumbnail.png": screen}
    documents = (
        docx(paragraph("text"), media),
        xlsx([("Ledger", "visible", "")], {"xl/media/a.png": screen, "xl/media/b.png": icon}),
        odf("text", "<text:p>text</text:p>", parts={"Pictures/a.png": screen, "Pictures/b.png": icon}),
        package(slide),
    )
    for document in documents:
        reading = read(document)
        assert reading.names == ["a.png"] and reading.children[0].data == screen


@given(
    st.binary(max_size=200),
    st.sampled_from([b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*"]),
)
def test_damage_is_survived(noise: bytes, start: bytes) -> None:
    assert len(pixel_size(start + noise)) == 2
