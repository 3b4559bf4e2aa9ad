"""Pages in black and white beside their sources: what lost marks is told, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont

from triage.sandbox.render.stamped import is_lost


def _page(tone: int | None, size: int = 22) -> Any:
    """Return a page of text, with words in another tone below it."""
    page = Image.new("L", (1200, 800), 255)
    drawer = ImageDraw.Draw(page)
    for line in range(5):
        drawer.text((150, 100 + 50 * line), "Payments to the lighthouse", 0, ImageFont.load_default(22))
    if tone is not None:
        drawer.text((150, 600), "pale words of the note", tone, ImageFont.load_default(size))
    return page


def _cut(page: Any, tone: int = 160) -> Any:
    return page.point([0 if each < tone else 255 for each in range(256)], "1")


@pytest.mark.parametrize("size", [16, 22, 60])
@pytest.mark.parametrize("tone", [165, 210, 240])
def test_a_page_that_lost_pale_words_is_told(tone: int, size: int) -> None:
    page = _page(tone, size)
    assert is_lost(page, _cut(page))
    assert not is_lost(page, _cut(page, tone + 1))


def test_a_page_that_lost_nothing_is_not() -> None:
    assert not is_lost(_page(None), _cut(_page(None)))
    assert not is_lost(_page(None), _page(None).convert("1"))
    blank = Image.new("L", (1200, 800), 255)
    assert not is_lost(blank, _cut(blank))


def test_shades_and_grain_of_a_page_are_no_marks() -> None:
    shaded = _page(None)
    for top in range(0, 800, 80):
        shaded.paste(shaded.crop((0, top, 1200, top + 40)).point(lambda tone: min(tone, 225)), (0, top))
    grained = ImageChops.add(_page(None), Image.effect_noise((1200, 800), 8), 1, -128)
    for page in (shaded, grained):
        assert not is_lost(page, _cut(page))
