from __future__ import annotations

import io
import struct
import zlib
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw, PngImagePlugin

from tests.parsers.reading import read
from triage.case import inspect
from triage.parsers.ocr import data_folder


def _picture(kind: str, size: tuple[int, int] = (64, 48), **options: Any) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", size, "white").save(buffer, kind, **options)
    return buffer.getvalue()


def recognises() -> bool:
    """Whether the optional extra is installed with its data, so that a picture is looked at."""
    return find_spec("tesserocr") is not None and bool(data_folder())


@pytest.mark.parametrize(
    ("kind", "media"),
    [("JPEG", "image/jpeg"), ("PNG", "image/png"), ("GIF", "image/gif"), ("TIFF", "image/tiff"), ("BMP", "image/bmp")],
)
def test_kind_and_size(kind: str, media: str) -> None:
    reading = read(_picture(kind), "x")
    assert reading.extract.type == media
    assert ("Size", "64 x 48") in reading.extract.properties
    assert set(reading.codes) <= {"needs-ocr", "no-text"}


def test_exif_is_searchable() -> None:
    exif = Image.Exif()
    exif[0x010E] = "Falcon prototype on the bench"
    exif[0x9C9C] = "הערה סודית".encode("utf-16-le")
    exif.get_ifd(0x8769)[0x9286] = b"UNICODE\0" + "user note".encode("utf-16")
    text = read(_picture("JPEG", exif=exif)).text("properties")
    assert "Falcon prototype on the bench" in text and "הערה סודית" in text and "user note" in text


def test_a_description_in_utf_8_is_read_as_such() -> None:
    """Exif says ASCII, programs write UTF-8."""
    text = "הצעה סודית".encode() + b"\0"
    tiff = b"II*\0" + struct.pack("<IHHHIII", 8, 1, 0x010E, 2, len(text), 26, 0) + text
    assert "הצעה סודית" in read(_picture("JPEG", exif=b"Exif\0\0" + tiff)).text("properties")


def test_iptc_is_searchable() -> None:
    caption = b"\x1c\x02\x78" + struct.pack(">H", 14) + b"falcon caption"
    block = b"8BIM\x04\x04\x00\x00" + struct.pack(">I", len(caption)) + caption
    body = b"Photoshop 3.0\x00" + block
    data = _picture("JPEG")
    marked = data[:2] + b"\xff\xed" + struct.pack(">H", len(body) + 2) + body + data[2:]
    assert "Caption: falcon caption" in read(marked).text("properties")


def test_xmp_and_comments_are_searchable() -> None:
    packet = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><dc:description>falcon xmp</dc:description></x:xmpmeta>"
    assert "falcon xmp" in read(_picture("JPEG", xmp=packet)).text("properties")
    assert "falcon gif" in read(_picture("GIF", comment=b"falcon gif")).text("properties")


def test_png_texts_are_searchable() -> None:
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", "falcon text")
    info.add_itxt("Note", "הערה", zip=True)
    text = read(_picture("PNG", pnginfo=info)).text("properties")
    assert "falcon text" in text and "הערה" in text


def test_pictures_too_small_for_words_need_no_ocr() -> None:
    assert read(_picture("GIF", (1, 1))).codes == []


def test_what_stands_behind_the_pixels_of_a_png_is_read_and_broken_pixels_are_told() -> None:
    whole = _picture("PNG")
    end = whole.index(b"IEND") - 4

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    note = whole[:end] + chunk(b"tEXt", b"Comment\0heron late") + whole[end:]
    assert "heron late" in read(note).text("properties")
    exif = Image.Exif()
    exif[0x010E] = "heron described"
    told = whole[:end] + chunk(b"eXIf", exif.tobytes().removeprefix(b"Exif\0\0")) + whole[end:]
    assert "heron described" in read(told).text("properties")
    broken = bytearray(whole)
    broken[whole.index(b"IDAT") + 6] ^= 0xFF
    assert "damaged" in read(bytes(broken)).codes and "damaged" in read(whole[: end - 20]).codes
    assert "damaged" not in read(whole).codes


def test_png_bombs_are_inert() -> None:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0))
    text = chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(200 << 20)))
    data = b"\x89PNG\r\n\x1a\n" + head + text + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    reading = read(data)
    assert reading.extract.type == "image/png"
    assert "needs-ocr" in reading.codes


def test_broken_picture_is_told_in_the_same_words_each_time() -> None:
    reading = read(b"\x89PNG\r\n\x1a\n" + bytes(40))
    assert set(reading.codes) == {"damaged", "needs-ocr"}
    assert all(" at 0x" not in said for said in (*(t.sentence for t in reading.troubles), reading.text("properties")))


@pytest.mark.skipif(not recognises(), reason="text recognition is an optional extra")
def test_a_picture_without_a_resolution_is_recognised_inside_the_airlock(tmp_path: Path) -> None:
    """Tesseract has a remark on it, which it may write nowhere."""
    picture = Image.new("L", (600, 120), 255)
    ImageDraw.Draw(picture).text((20, 30), "Falcon heron meeting", fill=0, font_size=40)
    picture.save(tmp_path / "note.png")
    parts, troubles = inspect(tmp_path / "note.png")
    assert "crashed" not in [code for code, _, _ in troubles]
    assert "heron" in " ".join(text for origin, text in parts[0].segments if origin == "ocr")
