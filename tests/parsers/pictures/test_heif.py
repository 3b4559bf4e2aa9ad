"""EXIF data of HEIF pictures."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tests.parsers.reading import read
from triage.parsers.pictures.image import heif_exif


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
