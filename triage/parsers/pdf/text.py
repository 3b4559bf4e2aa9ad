"""The text of one PDF page: in logical order, with hyphenated words whole.

PDFium gives lines in the order of the page's content; ``order`` puts those with right-to-left letters into logical
order. Words that a hyphen breaks at a line's end are joined.
"""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Callable
from itertools import repeat
from typing import Any

from triage.parsers.pdf.order import RTL, logical_text
from triage.parsers.pdf.pdfium_ffi import OutValues, handle, unchecked

# Accents that a page draws as glyphs of their own, over or under a letter: put onto it, so that the word is found.
#
# TeX and others set them so: PDFium gives the letter and the accent as two characters, in either order, and often a
# blank beside the accent that nobody sees.

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


def _put_together(pdfium: Any, textpage: Any, letters: list[str]) -> None:
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


_FORMS = re.compile("[\ufb00-\ufdff\ufe70-\ufefe]+")
_BROKEN = re.compile("[\x02\ufffe]\r?\n?([^\\s\x02\ufffe]*)")
_SIGNS_OF_HYPHENS = "\x02\ufffe"
_BEFORE = re.compile("[^\\s\x02\ufffe]*$")

_SINGLE = re.compile(r" [^\W\d_](?=\s)")

_CODES = frozenset(map(chr, (*range(1, 9), 0x0B, 0x0C, *range(0x0E, 0x20))))
_UNUSUAL = re.compile(f"[{''.join(sorted(_CODES - {chr(2)}))}{SPACING}]")
_RARE_PAIRS = ("uu", "hh", "II", "UU")
_DOUBLED = re.compile(r"([^\W\d_])\1(?!\1)([^\W\d_])\2(?!\2)([^\W\d_])\3")
"""What a text holds whose letters are drawn twice."""

_FLAT, _SHADOW = 0.2, 0.12
"""The part of its width under which a glyph is as high as a blank; that of its height by which a shadow is moved."""

_NARROWEST_BLANK = 0.15
"""A blank's width as a part of the height of its line: fonts have a quarter, and the narrowest setting a fifth."""


def page_text(pdfium: Any, textpage: Any, text: str) -> tuple[str, list[str]]:
    """Return the text of a loaded text page, and the words that were joined in it, as they stand with their hyphen.

    ``text`` is the plain one.
    """
    blanks = text.count(" ")
    is_torn = blanks > 8 and len(_SINGLE.findall(text)) * 8 > blanks
    is_doubled = any(pair in text for pair in _RARE_PAIRS) and _DOUBLED.search(text) is not None
    lacks_signs = len(text) < pdfium.FPDFText_CountChars(textpage)
    if is_torn or is_doubled or lacks_signs or _UNUSUAL.search(text):
        text = _mended(pdfium, textpage, is_torn, is_doubled)
    plain = text.isascii()
    if not plain and RTL.search(text):
        text = logical_text(pdfium, textpage)
    if not plain and _FORMS.search(text):
        text = _FORMS.sub(lambda m: unicodedata.normalize("NFKC", m[0]), text)
    broken: list[str] = []
    if "\x02" in text or "\ufffe" in text:
        for match in _BROKEN.finditer(text):
            before = _BEFORE.search(text, max(match.start() - 80, 0), match.start())
            if before and before[0] and match[1]:
                broken.append(f"{before[0]}-{match[1]}")
        text = _BROKEN.sub(lambda match: f"{match[1]}\n" if match[1] else "-\n", text)
    return text.replace("\r\n", "\n").replace("\r", "\n"), broken


def plain_text(pdfium: Any, textpage: Any) -> str:
    """Return the text as PDFium gives it."""
    count = pdfium.FPDFText_CountChars(textpage)
    if count <= 0:
        return ""
    room = bytearray(2 * (2 * count + 2))
    got = pdfium.FPDFText_GetText(textpage, 0, count, ctypes.byref(ctypes.c_ushort.from_buffer(room)))
    return room[: 2 * max(got - 1, 0)].decode("utf-16-le", "replace")


def _mended(pdfium: Any, textpage: Any, is_torn: bool, is_doubled: bool) -> str:
    """Return the text with its words and accented letters whole, blanks that no font maps, and no letter twice."""
    ask, text, count = unchecked(pdfium), handle(textpage), pdfium.FPDFText_CountChars(textpage)
    codes = list(map(chr, map(ask.FPDFText_GetUnicode, repeat(text), range(count))))
    letters = codes.copy()
    for index in (index for index, letter in enumerate(letters) if letter in _SIGNS_OF_HYPHENS):
        # These are also what a font's own codes look like; PDFium leaves them out of its text.
        letters[index] *= bool(ask.FPDFText_IsHyphen(text, index))
    sides = OutValues(ctypes.c_double, 4)
    for index in (index for index, letter in enumerate(codes) if letter in _CODES):
        ask.FPDFText_GetCharBox(text, index, *sides.places)
        left, right, bottom, top = sides.values
        if top - bottom < (right - left) * _FLAT and ask.FPDFText_HasUnicodeMapError(text, index):
            letters[index] = " "
    if is_doubled:
        _take_shadows_away(pdfium, textpage, letters)
    if is_torn:
        _close_up(pdfium, textpage, letters)
    _put_together(pdfium, textpage, letters)
    return "".join(letters)


def _take_shadows_away(pdfium: Any, textpage: Any, letters: list[str]) -> None:
    """Take away each letter that is drawn where the same one stands already: a shadow, or an outline around it."""
    boxes = [pdfium.FS_RECTF() for _ in range(2)]
    ask, text = unchecked(pdfium), handle(textpage)
    for index in range(1, len(letters)):
        if letters[index] != letters[index - 1] or letters[index].isspace():
            continue
        if ask.FPDFText_GetTextObject(text, index).value == ask.FPDFText_GetTextObject(text, index - 1).value:
            continue  # two of a word, or of one ligature
        for box, at in zip(boxes, (index - 1, index), strict=True):
            pdfium.FPDFText_GetLooseCharBox(textpage, at, box)
        first, second = boxes
        if abs(second.left - first.left) < (first.top - first.bottom) * _SHADOW:
            letters[index - 1] = ""


def _close_up(pdfium: Any, textpage: Any, letters: list[str]) -> None:
    """Take away the blanks that PDFium supposes inside words set glyph by glyph or with wide spacing.

    A supposed blank goes where no blank of a font would fit, or where the letters beside it stand no further apart than
    the two letters before it.
    """
    boxes = [pdfium.FS_RECTF() for _ in range(3)]
    spaced = letters.copy()
    for index in range(1, len(letters) - 1):
        if spaced[index] != " " or spaced[index - 1].isspace() or not pdfium.FPDFText_IsGenerated(textpage, index):
            continue
        for box, at in zip(boxes, (max(index - 2, 0), index - 1, index + 1), strict=True):
            pdfium.FPDFText_GetLooseCharBox(textpage, at, box)
        before, last, following = boxes
        gap, usual = following.left - last.right, last.left - before.right
        tracked = index > 1 and not spaced[index - 2].isspace() and usual > 0 and gap <= usual * 1.25 + 0.3
        if tracked or (following.right > last.left and gap < (last.top - last.bottom) * _NARROWEST_BLANK):
            letters[index] = ""
