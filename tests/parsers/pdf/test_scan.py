"""Tests of scans, drawn here; those that recognise are skipped where the extra is missing."""

from __future__ import annotations

import io
from itertools import count

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PIL import Image, ImageDraw, ImageFont

from tests.parsers.office_builders import pdf, shows
from tests.parsers.reading import read
from triage.messages import render
from triage.parsers.kit import ocr
from triage.parsers.kit.ocr import Scans, available
from triage.parsers.pdf.reader import _scales, recognise_pages, scan_measure

recognising = pytest.mark.skipif(not available(), reason="the optional extra 'ocr' or its data isn't installed")


def _page(*lines: str) -> Image.Image:
    picture = Image.new("L", (1275, 1650), 255)
    pen = ImageDraw.Draw(picture)
    for number, line in enumerate(lines):
        pen.text((90, 90 + 80 * number), line, font=ImageFont.load_default(44), fill=0)
    return picture


def _scan(*pages: Image.Image) -> bytes:
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=150)
    return out.getvalue()


@recognising
def test_scanned_pages_are_read_with_their_confidence() -> None:
    reading = read(_scan(_page("The blue heron contract"), _page("signed in the orchard")))
    first, second = reading.text("ocr").split("\f")[:2]
    assert "blue heron contract" in first and "signed in the orchard" in second
    told = dict(reading.extract.properties)["Recognition confidence"]
    assert told.startswith("page 1: ") and "page 2: " in told
    assert reading.codes == []


@recognising
def test_a_scan_that_holds_no_text_is_reported() -> None:
    assert read(_scan(_page())).codes == ["no-text"]


@recognising
def test_time_ends_the_recognising_and_keeps_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    left = count(1_000.0, -300.0)  # seconds, of which a quarter is kept for what follows
    monkeypatch.setattr(ocr, "seconds_left", lambda: next(left))
    reading = read(_scan(*[_page(f"Sheet {number}", "the quick brown heron") for number in range(4)]))
    told = render(reading.troubles[0].message)
    assert reading.codes == ["needs-ocr"] and "2 pages (3, 4)" in told and "the time for it ran out" in told
    confidence = dict(reading.extract.properties)["Recognition confidence"]
    assert "page 1: " in confidence and "page 2: " in confidence and "page 3: " not in confidence


@recognising
def test_a_coarse_picture_is_not_enlarged_until_its_rows_are_passed_over() -> None:
    """A table on a slide: few words, in letters that are large already."""
    picture = Image.new("L", (1377, 648), 255)
    pen = ImageDraw.Draw(picture)
    for row, name in enumerate(("Heron", "Orchard", "Lantern", "Harvest")):
        for column, cell in enumerate((name, str(5 * row + 3), f"{17 * row + 22}%", f"{1199 + 137 * row} sec")):
            pen.text((60 + 330 * column, 60 + 150 * row), cell, font=ImageFont.load_default(34), fill=0)
    out = io.BytesIO()
    picture.save(out, "PDF", resolution=72)
    said = read(out.getvalue()).text("ocr")
    assert all(word in said for word in ("Heron", "Orchard", "Lantern", "Harvest", "1199", "1336", "1473", "1610"))


@pytest.mark.parametrize(
    ("side", "content", "scales"),
    [
        (612, "q 612 0 0 792 0 0 cm /I Do Q", [1.5, 250 / 72]),
        (612, "q 0 612 -792 0 792 0 cm /I Do Q", [1.5, 250 / 72]),
        (2550, "q 612 0 0 792 0 0 cm /I Do Q", [250 / 72]),
        (612, "q 245 0 0 317 0 0 cm /I Do Q q 612 0 0 792 0 0 cm /I Do Q", [250 / 72]),
        (612, "q 6 0 0 8 0 0 cm /I Do Q q 612 0 0 792 0 0 cm /I Do Q", [1.5, 250 / 72]),
        (612, "q 612 0 0 792 0 0 cm /I Do Q" + " 1 1 m 9 9 l S" * 300, [250 / 72]),
        (612, "", [250 / 72]),
    ],
    ids=["coarse", "lying", "fine", "a finer one beside it", "a finer dot beside it", "drawn letters", "no picture"],
)
def test_a_page_is_drawn_in_the_measure_of_its_pictures_first(side: int, content: str, scales: list[float]) -> None:
    entries = f"/Type/XObject/Subtype/Image/Width {side}/Height {side * 792 // 612}/ColorSpace/DeviceGray"
    picture = f"100 0 obj\n<<{entries}/BitsPerComponent 8/Length 1>>stream\nA\nendstream\nendobj\n"
    page = pypdfium2.PdfDocument(pdf([content], extra=picture))[0]
    assert _scales(page, scan_measure(pdfium, page, "") or 0.0) == pytest.approx(scales)


def test_without_recognition_every_page_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("triage.parsers.kit.ocr.available", lambda: False)
    reading = read(_scan(_page("one"), _page("two")))
    assert [render(t.message) for t in reading.troubles] == [
        "Each of 2 pages (1, 2) shows pictures of text, which the optional extra 'ocr' reads."
    ]


def test_pages_with_text_are_not_drawn() -> None:
    document = pypdfium2.PdfDocument(pdf([shows("plain words")]))
    assert recognise_pages(document, {}) == Scans([], [], [])
