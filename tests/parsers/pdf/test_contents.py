"""Tests of triage.parsers.pdf.reader: pages whose content is damaged or missing, and such that only look so."""

from __future__ import annotations

import random
import zlib
from io import BytesIO

import pikepdf
import pytest

from tests.effort import counted
from tests.parsers.reading import Reading, read
from tests.writers.pdf import document, stream
from triage.messages import render

FLATE = "/Filter/FlateDecode"
FORM = "/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</Font<</H 6 0 R>>>>"
_random = random.Random(18)
CONTENT = b"BT /H 12 Tf 72 700 Td %s ET" % b" ".join(b"(heron%d ) Tj" % _random.randrange(10**9) for _ in range(300))
PACKED = zlib.compress(CONTENT)
CUT = PACKED[: len(PACKED) // 2]
TORN = CUT + b"\xff" * 40 + PACKED[len(CUT) + 40 :]
UNCHECKED = PACKED[:-4] + b"none"


def _pages(contents: bytes, others: dict[int, bytes]) -> Reading:
    """Return what is read of two pages, the second one sound."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents %s/Resources<</Font<</H 6 0 R>>%s>>>>"
    bodies = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>",
        3: page % (contents, b"/XObject<</X 9 0 R>>"),
        4: page % (b"7 0 R", b""),
        6: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        7: stream(b"BT /H 12 Tf 72 700 Td (second page) Tj ET", packed=True),
    }
    return read(document(bodies | others))


@pytest.mark.parametrize(
    ("contents", "others"),
    [
        (b"5 0 R", {5: stream(CUT, FLATE)}),
        (b"5 0 R", {5: stream(TORN, FLATE)}),
        (b"5 0 R", {5: stream(b"\xff" + PACKED, FLATE)}),
        (b"5 0 R", {5: stream(UNCHECKED, FLATE), 8: stream(b"q Q", packed=True)}),
        (b"[5 0 R 8 0 R]", {5: stream(b"q", packed=True), 8: stream(TORN, FLATE)}),
        (b"5 0 R", {5: stream(PACKED, "/Filter/BrotliDecode")}),
        (b"5 0 R", {5: stream(b"/X Do"), 9: stream(TORN, FLATE + FORM)}),
        (b"5 0 R", {}),
        (b"[8 0 R]", {}),
    ],
    ids=["cut", "torn", "nothing", "checksum", "part", "filter", "form", "missing", "all parts missing"],
)
def test_content_that_is_damaged_or_missing_is_reported_by_its_page(contents: bytes, others: dict[int, bytes]) -> None:
    reading = _pages(contents, others)
    assert reading.codes == ["damaged"]
    assert "page 1" in render(reading.troubles[0].message)
    assert "second page" in reading.text()


@pytest.mark.parametrize(
    ("contents", "others"),
    [
        (b"5 0 R", {5: stream(PACKED, FLATE)}),
        (b"5 0 R", {5: stream(UNCHECKED, FLATE), 7: stream(zlib.compress(b"q Q")[:-4] + b"none", FLATE)}),
        (b"5 0 R", {5: stream(b"", FLATE)}),
        (b"null", {}),
        (b"5 0 R", {5: stream(PACKED, FLATE), 8: stream(TORN, FLATE)}),
        (b"5 0 R", {5: stream(PACKED, FLATE), 8: stream(TORN, f"{FLATE}/Length1 9")}),
    ],
    ids=["sound", "a writer without checksums", "empty", "none", "of no page", "a font"],
)
def test_content_that_is_sound_or_not_there_is_no_trouble(contents: bytes, others: dict[int, bytes]) -> None:
    assert _pages(contents, others).codes == []


def test_forms_that_show_each_other_are_looked_at_once() -> None:
    count = 300
    forms = b"<</XObject<<%s>>>>" % b"".join(b"/X%d %d 0 R" % (number, number) for number in range(20, 20 + count))
    each = stream(b"q", "/Subtype/Form/Resources 5 0 R")
    bodies = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources 5 0 R>>",
        4: stream(b"q"),
        5: forms,
    }
    data = document(bodies | dict.fromkeys(range(20, 20 + count), each))
    read(document(bodies))  # what the first one loads isn't counted
    with counted() as effort:
        assert "damaged" not in read(data).codes
    assert effort.steps < 150 * count


@pytest.mark.parametrize("revision", [4, 6])
def test_an_empty_page_of_an_encrypted_file_is_no_trouble(revision: int) -> None:
    made, locked = pikepdf.new(), BytesIO()
    made.add_blank_page()
    made.save(locked, encryption=pikepdf.Encryption(owner="heron", user="", R=revision, aes=True))
    assert "damaged" not in read(locked.getvalue()).codes
