"""Tests of triage.parsers.pdf.hidden: what a reader doesn't see is told, and stays in the page's own text."""

from __future__ import annotations

import pytest

from tests.parsers.office_builders import pdf, shows
from tests.parsers.reading import read

_SCAN = (
    "100 0 obj\n<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>"
    "stream\nA\nendstream\nendobj\n"
)


@pytest.mark.parametrize(
    "content",
    [
        f"1 1 1 rg {shows('heron secret')} 0 g",
        f"0.98 g {shows('heron secret')} 0 g",
        f"3 Tr {shows('heron secret')} 0 Tr",
        "BT /F 0.5 Tf 72 600 Td (heron secret) Tj ET",
        shows("heron secret", x=900),
        shows("heron secret", y=-300),
        f"0 0 0 rg 0 650 612 100 re f {shows('heron secret')}",
        f"{shows('heron secret')} 0 0 0 rg 60 690 200 30 re f",
        f"{shows('heron secret')} 0.2 0.6 0.3 rg 60 690 200 30 re f",
        f"q 0.05 0 0 0.05 70 650 cm {shows('heron secret', y=800)} Q",
    ],
    ids=[
        "white",
        "near white",
        "invisible",
        "tiny",
        "right of the page",
        "below the page",
        "black on black",
        "under a black box",
        "under a green box",
        "tiny by scale",
    ],
)
def test_unseen_text_is_found_and_stays_in_the_body(content: str) -> None:
    reading = read(pdf([f"{shows('open words', y=500)} {content}"]))
    assert reading.text("hidden") == "heron secret"
    assert "open words" in reading.text() and "heron secret" in reading.text()


@pytest.mark.parametrize(
    "content",
    [
        shows("heron words"),
        f"0 0 0.5 rg 0 650 612 100 re f 1 g {shows('heron words')}",
        f"0.6 g {shows('heron words')}",
        f"{shows('heron words')} 0 g 60 690 200 30 re S",
        f"0 0 0 rg 60 690 200 30 re f 0.9 g 61 691 198 28 re f 0 g {shows('heron words')}",
        f"{shows('heron words')} 0 0 0 rg 60 600 200 30 re f",
    ],
    ids=["black", "white on blue", "grey", "framed", "on a light box on a black one", "above a black box"],
)
def test_text_that_is_seen_is_not_hidden(content: str) -> None:
    reading = read(pdf([content]))
    assert reading.text("hidden") == "" and "heron words" in reading.text()


_FORM = (
    "100 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 2000 2000]/Resources<</Font<</F 3 0 R>>>>/Length {size}>>"
    "stream\n{content}\nendstream\nendobj\n"
)


def form(content: str) -> str:
    return _FORM.format(size=len(content), content=content)


def test_text_in_a_form_counts_in_the_size_that_the_page_shows() -> None:
    small, large = shows("heron secret", x=1000, y=1000), "BT /F 1 Tf 6 60 Td (heron words) Tj ET"
    assert read(pdf(["q 0.05 0 0 0.05 100 100 cm /I Do Q"], extra=form(small))).text("hidden") == "heron secret"
    assert read(pdf(["q 12 0 0 12 0 0 cm /I Do Q"], extra=form(large))).text("hidden") == ""


def test_a_box_in_a_form_covers_text_of_the_form() -> None:
    reading = read(pdf(["/I Do"], extra=form(f"{shows('heron secret')} 0 0 0 rg 60 690 200 30 re f")))
    assert reading.text("hidden") == "heron secret"


def test_the_place_of_hidden_text_among_much_other_text() -> None:
    lines = [shows(f"open words of line {number}", y=20 + 7 * number) for number in range(100)]
    lines.insert(50, f"1 g {shows('heron secret', x=400, y=300)} 0 g")
    assert read(pdf([" ".join(lines)])).text("hidden") == "heron secret"


def test_the_recognised_text_of_a_scan_is_its_body() -> None:
    words = "the blue heron contract of the orchard " * 8
    reading = read(pdf([f"q 600 0 0 780 0 0 cm /I Do Q 3 Tr {shows(words)}"], extra=_SCAN))
    assert reading.text("hidden") == "" and "blue heron contract" in reading.text()
