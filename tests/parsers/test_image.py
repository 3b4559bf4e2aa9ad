"""Pictures: kind, size, metadata, and which ones need OCR."""

from __future__ import annotations

import contextlib
import io
import struct
import zlib
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont, PngImagePlugin

from tests.parsers.reading import read
from triage.case import inspect
from triage.messages import render
from triage.parsers.image import captions, heif_exif
from triage.parsers.kit import ocr
from triage.parsers.kit.ocr import data_folder


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


def chunk(kind: bytes, body: bytes) -> bytes:
    """Return a chunk of a PNG (Third Edition, 5.3)."""
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def dataset(number: int, value: bytes, record: int = 2) -> bytes:
    return struct.pack(">BBBH", 0x1C, record, number, len(value)) + value


def resource(block: bytes) -> bytes:
    return b"8BIM\x04\x04\0\0" + struct.pack(">I", len(block)) + block


def _with_resource(block: bytes, **options: Any) -> bytes:
    """Return a JPEG with a block in Photoshop's image resource for captions."""
    body = b"Photoshop 3.0\x00" + resource(block)
    data = _picture("JPEG", **options)
    return data[:2] + b"\xff\xed" + struct.pack(">H", len(body) + 2) + body + data[2:]


def _caption(text: bytes) -> bytes:
    return dataset(0, b"\0\2") + dataset(120, text)


def test_iptc_is_searchable() -> None:
    marked = _with_resource(dataset(120, b"falcon caption"))
    assert "Caption: falcon caption" in read(marked).text("properties")


def test_captions_in_a_resource_inside_another_are_read_and_nothing_is_called_damaged() -> None:
    reading = read(_with_resource(resource(_caption(b"falcon caption"))))
    assert "Caption: falcon caption" in reading.text("properties") and "damaged" not in reading.codes


def test_broken_captions_take_nothing_else_with_them() -> None:
    exif = Image.Exif()
    exif[0x010E] = "heron described"
    reading = read(_with_resource(_caption(b"falcon caption")[:-4], exif=exif, comment=b"falcon comment"))
    text = reading.text("properties")
    assert "damaged" in reading.codes and "Caption: falcon cap" in text
    assert "heron described" in text and "falcon comment" in text and "Size: 64 x 48" in text


def test_captions_are_in_the_letters_of_the_macintosh_that_wrote_them() -> None:
    exif = Image.Exif()
    exif[0x0131] = "Adobe Photoshop CS2 Macintosh"
    assert "Caption: Skåne" in read(_with_resource(_caption("Skåne".encode("mac_roman")), exif=exif)).text("properties")
    packet = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><d>Skåne</d></x:xmpmeta>".encode()
    told = _with_resource(_caption("Skåne".encode("mac_roman")), xmp=packet)
    assert "Caption: Skåne" in read(told).text("properties")


def test_numbers_of_one_byte_are_shown_as_numbers() -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 5: b"\0", 6: 37.0})
    text = read(_picture("JPEG", exif=exif)).text("properties")
    assert "GPSAltitudeRef: 0" in text and "GPSLatitudeRef: N" in text


def test_xmp_is_unescaped() -> None:
    said = b"<d>Heron &amp; Sons&#xA;second &lt;line&gt; &amp;amp;</d>"
    packet = b"<x:xmpmeta>" + said + b'<e b="x &quot;y&quot;"/></x:xmpmeta>'
    text = read(_picture("JPEG", xmp=packet)).text("properties")
    assert "Heron & Sons\nsecond <line> &amp;" in text and 'x "y"' in text


def test_profiles_in_the_texts_of_a_png_are_read() -> None:
    def profile(kind: str, data: bytes) -> tuple[str, str]:
        digits = data.hex()
        lines = "\n".join(digits[at : at + 72] for at in range(0, len(digits), 72))
        return f"Raw profile type {kind}", f"\n{kind}\n{len(data):8}\n{lines}\n"

    exif = Image.Exif()
    exif[0x010E] = "heron described"
    caption = _caption(b"falcon caption")
    block = resource(caption) + b"8BIM\x04\x25\x00\x00" + bytes(4)
    packet = b"<x:xmpmeta><d>falcon xmp</d></x:xmpmeta>"
    for kinds in (
        {"8bim": block, "iptc": caption, "APP1": exif.tobytes(), "xmp": packet},
        {"iptc": block, "exif": exif.tobytes(), "APP1": b"http://ns.adobe.com/xap/1.0/\0" + packet},
    ):
        info = PngImagePlugin.PngInfo()
        for kind, data in kinds.items():
            info.add_text(*profile(kind, data), zip=True)
        reading = read(_picture("PNG", pnginfo=info))
        text = reading.text("properties")
        assert text.count("Caption: falcon caption") == 1 and "Raw profile" not in text
        assert "ImageDescription: heron described" in text and text.count("XMP: falcon xmp") == 1
        assert "damaged" not in reading.codes
    odd = PngImagePlugin.PngInfo()
    odd.add_text("Raw profile type iptc", "no hex digits")
    assert "no hex digits" in read(_picture("PNG", pnginfo=odd)).text("properties")


def test_a_camera_s_raw_pictures_tell_who_took_them() -> None:
    def tags(*entries: tuple[int, int, int], following: int = 0) -> bytes:
        rows = b"".join(struct.pack("<HHII", tag, kind, 1 if kind != 2 else 7, value) for tag, kind, value in entries)
        return struct.pack("<H", len(entries)) + rows + struct.pack("<I", following)

    unsized = b"II*\0" + struct.pack("<I", 16) + b"FALCON\0\0" + tags((0x010F, 2, 8))
    assert "Make: FALCON" in read(unsized).text("properties")
    preview = [(256, 3, 32), (257, 3, 32), (258, 3, 8), (259, 3, 1), (262, 3, 1), (0x010F, 2, 200)]
    preview += [(273, 4, 300), (277, 3, 1), (278, 3, 32), (279, 4, 1024)]
    second = tags((259, 3, 6))
    canon = b"II*\0" + struct.pack("<I", 16) + b"CR\x02\0" + bytes(4) + tags(*preview, following=210)
    canon = canon.ljust(200, b"\0") + b"FALCON\0\0\0\0" + second
    reading = read(canon.ljust(300, b"\0") + bytes([255]) * 1024)
    assert "Make: FALCON" in reading.text("properties") and "needs-ocr" in reading.codes
    assert "no-text" not in reading.codes


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


def test_what_stands_behind_the_pixels_of_a_png_is_read_and_broken_pixels_are_reported() -> None:
    whole = _picture("PNG")
    end = whole.index(b"IEND") - 4
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


@pytest.mark.nightly
def test_png_bombs_are_inert() -> None:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0))
    text = chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(200 << 20)))
    data = b"\x89PNG\r\n\x1a\n" + head + text + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    reading = read(data)
    assert reading.extract.type == "image/png"
    assert "needs-ocr" in reading.codes


def test_broken_picture_is_reported_in_the_same_words_each_time() -> None:
    reading = read(b"\x89PNG\r\n\x1a\n" + bytes(40))
    assert set(reading.codes) == {"damaged", "needs-ocr"}
    texts = [*(render(trouble.message) for trouble in reading.troubles), reading.text("properties")]
    assert not any(" at 0x" in text for text in texts)


def test_without_recognition_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "_engine", lambda: None)
    (trouble,) = read(_picture("PNG")).troubles
    assert (trouble.code, "the optional extra 'ocr'" in render(trouble.message)) == ("needs-ocr", True)


@pytest.mark.skipif(not recognises(), reason="text recognition is an optional extra")
def test_a_picture_without_a_resolution_is_recognised_inside_the_airlock(tmp_path: Path) -> None:
    """Tesseract has a remark on it, which it may write nowhere."""
    picture = Image.new("L", (600, 120), 255)
    ImageDraw.Draw(picture).text((20, 30), "Falcon heron meeting", fill=0, font_size=40)
    picture.save(tmp_path / "note.png")
    parts, troubles = inspect(tmp_path / "note.png")
    assert "crashed" not in [code for code, _, _ in troubles]
    assert "heron" in " ".join(text for origin, text in parts[0].segments if origin == "ocr")


@pytest.mark.skipif(not recognises(), reason="the optional extra 'ocr' or its data isn't installed")
def test_every_page_of_a_fax_is_read() -> None:
    pages = [Image.new("L", (1275, 600), 255) for _ in range(3)]
    for page, said in zip(pages, ("The blue heron contract", "", "signed in the orchard"), strict=True):
        ImageDraw.Draw(page).text((90, 90), said, font=ImageFont.load_default(44), fill=0)
    out = io.BytesIO()
    pages[0].save(out, "TIFF", save_all=True, append_images=pages[1:])
    reading = read(out.getvalue(), "fax.tif")
    first, second = reading.text("ocr").split("\f")
    assert "blue heron contract" in first and "signed in the orchard" in second
    assert ("Pages", "3") in reading.extract.properties
    assert [(t.code, render(t.message).partition(" ")[2][:2]) for t in reading.troubles] == [("no-text", "2 ")]


# EXIF data of HEIF pictures.


def box(kind: bytes, *content: bytes) -> bytes:
    body = b"".join(content)
    return struct.pack(">I4s", 8 + len(body), kind) + body


def tiff() -> bytes:
    tags = Image.Exif()
    tags[0x010F], tags[0x010E] = "Falcon Cameras", "heron on the bench"
    return tags.tobytes().removeprefix(b"Exif\0\0")


def picture(version: int = 0, wide_items: bool = False, inside: bool = False) -> bytes:
    """Return a HEIC file whose second item is Exif, in two pieces; inside ``idat`` or behind all boxes."""
    content = struct.pack(">I", 6) + b"Exif\0\0" + tiff()
    number = ">I" if version == 2 else ">H"
    names = ((1, b"hvc1"), (2, b"Exif"))
    entry = ">BBBBIH4s" if wide_items else ">BBBBHH4s"
    infos = [box(b"infe", struct.pack(entry, 3 if wide_items else 2, 0, 0, 0, n, 0, k), b"\0") for n, k in names]
    count = struct.pack(">BBBBI", 1, 0, 0, 0, 2) if wide_items else struct.pack(">IH", 0, 2)
    head = box(b"ftyp", b"heic\0\0\0\0heic")

    def meta(start: int) -> bytes:
        rows = b""
        for item, pieces in ((1, ((0, 1),)), (2, ((0, 9), (9, len(content) - 9)))):
            method = struct.pack(">H", int(inside)) if version else b""
            rows += struct.pack(number, item) + method + b"\0\0" + struct.pack(">IH", start, len(pieces))
            rows += b"".join((b"\0" if version else b"") + struct.pack(">II", *piece) for piece in pieces)
        sizes = struct.pack(">BBBBH", version, 0, 0, 0, 0x4441 if version else 0x4440)
        held = box(b"idat", content) if inside else b""
        table = box(b"iloc", sizes, struct.pack(number, 2), rows)
        return box(b"meta", bytes(4), box(b"iinf", count, *infos), held, table)

    place = 0 if inside else len(head) + len(meta(0)) + 8
    return head + meta(place) + (b"" if inside else box(b"mdat", content))


@pytest.mark.parametrize(("version", "wide_items", "inside"), [(0, False, False), (1, True, True), (2, True, False)])
def test_exif_of_a_heic_is_read_though_its_pixels_are_not(version: int, wide_items: bool, inside: bool) -> None:
    reading = read(picture(version, wide_items, inside))
    assert reading.extract.type == "image/heic" and "needs-ocr" in reading.codes
    assert ("Make", "Falcon Cameras") in reading.extract.properties
    assert "ImageDescription: heron on the bench" in reading.text("properties")


def test_a_heic_without_exif_has_none() -> None:
    assert heif_exif(box(b"ftyp", b"heic\0\0\0\0") + box(b"mdat", b"x")) == b""
    assert heif_exif(picture().replace(b"Exif\0", b"hvc1\0", 1)) == b""
    assert heif_exif(picture()[:120]) == b""


@given(st.binary(max_size=80), st.integers(0, 300), st.integers(0, 2))
def test_damage_raises_nothing(noise: bytes, at: int, version: int) -> None:
    good = picture(version)
    heif_exif(good[:at] + noise + good[at + len(noise) :])
    read(good[:at] + noise) if at > 12 else heif_exif(noise)


# IPTC captions in pictures.


VERSION = dataset(0, b"\0\2")


def test_repeated_sets_are_joined_and_unknown_ones_are_numbered() -> None:
    block = VERSION + dataset(25, b"coast") + dataset(15, b"S") + dataset(25, b"birds")
    assert list(captions(block, "")) == [("Keywords", "coast; birds"), ("IPTC 2:15", "S")]


def test_a_resource_inside_another_is_unwrapped_and_what_follows_it_is_no_caption() -> None:
    inner = resource(VERSION + dataset(120, b"heron at rest"))
    assert list(captions(resource(inner) + b"8BIM\x04\x25\0\0", "")) == [("Caption", "heron at rest")]
    named = b"8BIM\x04\x04\x03abc" + struct.pack(">I", 18) + dataset(120, b"heron at rest")
    assert list(captions(named, "")) == [("Caption", "heron at rest")]


def test_a_long_value_has_its_size_behind_the_size_of_that() -> None:
    long = b"heron " * 8000
    block = VERSION + b"\x1c\x02\x78\x80\x04" + struct.pack(">I", len(long)) + long + dataset(80, b"Dana")
    assert dict(captions(block, "")) == {"Caption": long.decode(), "By-line": "Dana"}


@pytest.mark.parametrize(
    ("raw", "declared", "elsewhere"),
    [
        ("Skåne".encode(), b"\x1b%G", ""),
        ("Skåne".encode(), b"", ""),
        ("Skåne".encode("mac_roman"), b"", "a bird site in Skåne, Sweden"),
        ("Skåne".encode("mac_roman"), b"", "Adobe Photoshop CS2 Macintosh"),
        ("Skåne".encode("cp1252"), b"", "Adobe Photoshop CS2 Macintosh, Skåne"),
        ("Skåne".encode("cp1252"), b"", ""),
    ],
)
def test_letters_are_known_by_what_is_declared_or_stands_elsewhere(raw: bytes, declared: bytes, elsewhere: str) -> None:
    block = (dataset(90, declared, 1) if declared else b"") + VERSION + dataset(120, raw)
    assert list(captions(block, elsewhere)) == [("Caption", "Skåne")]


def test_a_broken_block_gives_what_stands_before_the_damage() -> None:
    for broken in (dataset(120, b"heron at rest")[:-3], dataset(120, b"heron at rest") + b"noise"):
        entries = captions(VERSION + broken, "")
        name, text = next(entries)
        assert name == "Caption" and text.startswith("heron at r")
        with pytest.raises(ValueError, match="damaged or truncated"):
            list(entries)
    assert list(captions(VERSION + dataset(80, b"Dana") + bytes(3), "")) == [("By-line", "Dana")]


@given(st.binary(max_size=300), st.booleans())
def test_damage_raises_nothing_but_value_errors(noise: bytes, wrapped: bool) -> None:
    with contextlib.suppress(ValueError):
        list(captions(resource(noise) if wrapped else b"\x1c\x02" + noise, "Macintosh"))
