"""Tests of triage.parsers.pdfhidden: what a reader doesn't see is told, and stays in the page's own text."""

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
    ],
    ids=["white", "near white", "invisible", "tiny", "right of the page", "below the page"],
)
def test_unseen_text_is_told_and_kept(content: str) -> None:
    reading = read(pdf([f"{shows('open words', y=500)} {content}"]))
    assert reading.text("hidden") == "heron secret"
    assert "open words" in reading.text() and "heron secret" in reading.text()


@pytest.mark.parametrize(
    "content",
    [
        shows("heron words"),
        f"0 0 0.5 rg 0 650 612 100 re f 1 g {shows('heron words')}",
        f"0.6 g {shows('heron words')}",
    ],
    ids=["black", "white on blue", "grey"],
)
def test_text_that_is_seen_is_not_hidden(content: str) -> None:
    reading = read(pdf([content]))
    assert reading.text("hidden") == "" and "heron words" in reading.text()


def test_the_recognised_text_of_a_scan_is_its_body() -> None:
    words = "the blue heron contract of the orchard " * 8
    reading = read(pdf([f"q 600 0 0 780 0 0 cm /I Do Q 3 Tr {shows(words)}"], extra=_SCAN))
    assert reading.text("hidden") == "" and "blue heron contract" in reading.text()
