"""Whether a page in black and white has lost what its source shows: marks with nothing black near them.

Marks are what is thin and darker than its surroundings, as letters and lines are. A shaded background that turns
white is none, and grain too fine for letters is none either.
"""

from __future__ import annotations

from typing import Any

_DARKER = 5
"""By how much, of 255, a mark is darker than what is around it, once grain is smoothed."""
_ACROSS = 4
"""How many halved pixels from its middle a mark reaches at most."""
_SQUARE = 4
"""Halved pixels of a side of the squares in which marks are looked for."""
_FILLED = 64
"""How much of a square marks fill at least, of 255."""
_MOST = 4
"""Squares without anything black near their marks that are no loss: specks rather than a letter."""


def is_lost(source: Any, produced: Any) -> bool:
    """Return whether a grey page has marks that the page in black and white, of the same size, lacks."""
    from PIL import ImageChops, ImageFilter

    halved = source.reduce(2).filter(ImageFilter.BoxBlur(1))
    marks = ImageChops.subtract(_closed(halved), halved).point([255 if more >= _DARKER else 0 for more in range(256)])
    marked = marks.reduce(_SQUARE).point([255 if filled >= _FILLED else 0 for filled in range(256)])
    black = produced.convert("L").reduce(2).reduce(_SQUARE).filter(ImageFilter.MinFilter(3))
    white = black.point([255 if tone == 255 else 0 for tone in range(256)])
    return bool(ImageChops.darker(marked, white).histogram()[255] > _MOST)


def _closed(page: Any) -> Any:
    """Return the page without what is dark and thin: each pixel as light as the lightest around it, and back."""
    from PIL import ImageChops

    lighter = _spread(page, ImageChops.lighter)
    return _spread(lighter, ImageChops.darker)


def _spread(page: Any, choose: Any) -> Any:
    """Return the page with what ``choose`` says of each pixel and those at most _ACROSS away, in doubling steps."""
    for across, down in ((1, 0), (0, 1)):
        reached = 0
        while reached < _ACROSS:
            step = min(max(reached, 1), _ACROSS - reached)
            one, other = _moved(page, step * across, step * down), _moved(page, -step * across, -step * down)
            page = choose(page, choose(one, other))
            reached += step
    return page


def _moved(page: Any, across: int, down: int) -> Any:
    """Return the page moved; its edge stays."""
    made = page.copy()
    made.paste(page, (across, down))
    return made
