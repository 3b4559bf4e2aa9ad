"""Accents that a page draws as glyphs of their own, over or under a letter: put onto it, so that the word is found.

TeX and others set them so: PDFium gives the letter and the accent as two characters, in either order, and often a blank
beside the accent that nobody sees.
"""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Callable
from typing import Any

from triage.parsers.pdf.pdfium_ffi import OutValues, handle, unchecked

SPACING = "`\u00a8\u00af\u00b4\u00b8\u02c6\u02c7\u02c9\u02d8-\u02dd"
_COMBINING = dict(
    zip(
        "`\u00b4\u02c6\u02dc\u00af\u02c9\u02d8\u02d9\u00a8\u02da\u02dd\u02c7\u00b8\u02db",
        "\u0300\u0301\u0302\u0303\u0304\u0304\u0306\u0307\u0308\u030a\u030b\u030c\u0327\u0328",
        strict=True,
    )
)
_DOTLESS = {"\u0131": "i", "\u0237": "j"}
_NEIGHBOURS = tuple(step * side for step in range(1, 13) for side in (1, -1))
_OVER, _UNDER = (0.5, 1.7), (0.5, 1.5)
"""Between which parts of the letter's height an accent's lower edge is over that of the letter, or a cedilla's upper
edge under the letter's."""

_TOUCHING = 0.15
"""The part of a line's height up to which two letters belong to one word."""

_Box = tuple[float, float, float, float]
"""Left, right, bottom and top."""


def put_together(pdfium: Any, textpage: Any, letters: list[str]) -> None:
    """Change a page's characters so that each accent that is drawn over or under a neighbour is part of it."""
    ask, text, sides = unchecked(pdfium), handle(textpage), OutValues(ctypes.c_double, 4)

    def box(index: int) -> _Box:
        ask.FPDFText_GetCharBox(text, index, *sides.places)
        left, right, bottom, top = sides.values
        return left, right, bottom, top

    for index in [index for index, sign in enumerate(letters) if sign in _COMBINING]:
        mark = _COMBINING[letters[index]]
        for at in (index + step for step in _NEIGHBOURS if 0 <= index + step < len(letters)):
            whole = unicodedata.normalize("NFC", _DOTLESS.get(letters[at], letters[at]) + mark)
            if letters[at].isalpha() and len(whole) == 1 and _belongs(box(index), box(at)):
                letters[at], letters[index] = whole, ""
                for blank in (index - 1, index + 1):
                    if ask.FPDFText_IsGenerated(text, blank) and _is_inside(letters, blank, box):
                        letters[blank] = ""
                break


def _belongs(accent: _Box, letter: _Box) -> bool:
    """Whether an accent's middle is over or under a letter, near enough to be meant for it."""
    height = letter[3] - letter[2]
    over, under = accent[2] - letter[2], letter[3] - accent[3]
    is_near = _OVER[0] * height < over < _OVER[1] * height or _UNDER[0] * height < under < _UNDER[1] * height
    return letter[0] <= (accent[0] + accent[1]) / 2 <= letter[1] and is_near


def _is_inside(letters: list[str], blank: int, box: Callable[[int], _Box]) -> bool:
    """Whether the letters beside a blank stand as near to each other as those of a word."""
    if letters[blank : blank + 1] != [" "]:
        return False
    before = next((at for at in range(blank - 1, max(blank - 4, -1), -1) if letters[at]), blank)
    after = next((at for at in range(blank + 1, min(blank + 4, len(letters))) if letters[at]), blank)
    if not (letters[before] + letters[after]).isalpha():
        return False
    (_, right, bottom, top), left = box(before), box(after)[0]
    return left - right < (top - bottom) * _TOUCHING
