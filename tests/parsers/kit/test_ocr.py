"""Tests of kit.ocr on pictures drawn here; skipped where the optional extra isn't installed."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw, ImageFont

from triage.parsers import image
from triage.parsers.kit.contract import Context, Limits
from triage.parsers.kit.ocr import data_folder

pytest.importorskip("tesserocr", reason="the optional extra 'ocr' isn't installed")
if not data_folder():
    pytest.skip("no language data for recognition is installed", allow_module_level=True)

CONTEXT = Context("scan.png", "image/png", Limits(1 << 28, 1 << 30, 200, 1 << 26))


def drawn(*lines: str) -> bytes:
    picture = Image.new("RGB", (1100, 60 + 90 * len(lines)), "white")
    pen = ImageDraw.Draw(picture)
    for number, line in enumerate(lines):
        pen.text((30, 30 + 90 * number), line, font=ImageFont.load_default(48), fill="black")
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def test_text_in_a_picture_is_read_with_its_confidence() -> None:
    extract = image.parse(drawn("Blue heron invoice 4471"), CONTEXT)
    (text,) = [s.text for s in extract.segments if s.origin == "ocr"]
    assert "heron invoice 4471" in text
    ((_, value),) = [p for p in extract.properties if p[0] == "Recognition confidence"]
    assert int(value.split()[0]) > 60
    assert not extract.troubles


def test_a_picture_without_text_says_so() -> None:
    extract = image.parse(drawn(), CONTEXT)
    assert [t.code for t in extract.troubles] == ["no-text"]
