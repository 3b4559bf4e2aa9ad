"""Sizes of pictures: which ones are too small to be items."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tests.parsers.reading import read
from tests.writers.excel import xlsx
from tests.writers.opendocument import odf
from tests.writers.package import package
from tests.writers.word import docx, paragraph
from triage.parsers.kit.drawings import is_page, pixel_size


def drawn(kind: str, width: int, height: int, **options: object) -> bytes:
    buffer = io.BytesIO()
    Image.new("L", (width, height), 255).save(buffer, kind, **options)
    return buffer.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "BMP", "TIFF"])
def test_size_is_told_by_the_header(kind: str) -> None:
    assert pixel_size(drawn(kind, 321, 123)) == (321, 123)


def test_headers_of_other_kinds() -> None:
    assert pixel_size(drawn("JPEG", 321, 123, exif=b"Exif\0\0" + bytes(5000), progressive=True)) == (321, 123)
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
    assert not any(is_page(drawn("PNG", *sides)) for sides in small)
    large = [(934, 261), (595, 220), (640, 480), (70, 2000)]
    assert all(is_page(drawn("PNG", *sides)) for sides in large)
    assert is_page(bytes(32 << 10)) and not is_page(bytes(32_000))


def test_the_same_pictures_are_items_in_every_kind_of_document() -> None:
    screen, icon = drawn("PNG", 640, 480), drawn("PNG", 128, 128)
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
