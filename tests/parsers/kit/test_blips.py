"""Pictures inside older Office files: which ones become items."""

from __future__ import annotations

import io
import struct
from itertools import pairwise

import olefile
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tests.parsers.metafiles import blip, emf
from tests.parsers.office_builders import xls
from tests.parsers.reading import read
from tests.writers.office97 import doc, ppt, record
from triage.parsers.kit.compound import Storage, build
from triage.parsers.kit.contract import Limits
from triage.parsers.kit.drawings import Drawings
from triage.parsers.kit.texts import Texts

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
def test_damage_raises_nothing(noise: bytes, kind: str, at: int) -> None:
    good = kept(kind, drawn(kind, 20, 20))
    list(read_streams(good[:at] + noise + good[at + len(noise) :], kept(kind, noise)).children())


def test_many_false_heads_cost_no_more_than_their_bytes() -> None:
    heads = struct.pack("<HHI", 0x6E00, 0xF01E, 0x7FFFFFFF) * 200_000 + struct.pack("<HHI", 0x7A80, 0xF01F, 5) * 100_000
    page = kept("PNG", drawn("PNG"))
    assert [child.name for child in read_streams(heads + page).children()] == ["image1.png"]
