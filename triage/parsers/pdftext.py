"""The text of one PDF page (floor 2): in logical order, with hyphenated words whole; and what a page shows besides.

PDFium gives lines in the order of the page's content. Lines with right-to-left letters are put into logical order by
where their words stand (Unicode Annex 9, read backwards). Words that a hyphen breaks at a line's end are joined.
"""

from __future__ import annotations

import ctypes
import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import Any

_RTL = re.compile("[\u0590-\u065f\u066a-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]")
_FORMS = re.compile("[\ufb00-\ufdff\ufe70-\ufefe]+")
_BROKEN = re.compile("[\x02\ufffe]\r?\n?([^\\s\x02\ufffe]*)")
_BEFORE = re.compile("[^\\s\x02\ufffe]*$")
_LETTER = re.compile(r"[^\W\d_]")
_UNMAPPED = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")

_SIGNS = "()[]{}<>«»\"'“”‘’.,:;!?،؛؟-–—"

_SINGLE = re.compile(r" [^\W\d_](?=\s)")

_OF_ONE_GLYPH = 64
"""Characters that one glyph is taken to stand for, at most."""

IMAGE, PATH, FORM = 3, 2, 5


@dataclass(slots=True)
class PageText:
    """``text`` as it reads; ``broken`` the words that were joined, as they stand with their hyphen."""

    text: str
    broken: list[str]


def page_text(pdfium: Any, textpage: Any) -> PageText:
    """Return the text of a loaded text page."""
    text = _plain(pdfium, textpage)
    blanks = text.count(" ")
    if blanks > 8 and len(_SINGLE.findall(text)) * 8 > blanks:
        text = _closed_up(pdfium, textpage)
    plain = text.isascii()
    if not plain and _RTL.search(text):
        text = _logical(pdfium, textpage)
    if not plain and _FORMS.search(text):
        text = _FORMS.sub(lambda m: unicodedata.normalize("NFKC", m[0]), text)
    broken = []
    if "\x02" in text or "\ufffe" in text:
        broken = [word for match in _BROKEN.finditer(text) if (word := _with_hyphen(match))]
        text = _BROKEN.sub(lambda match: f"{match[1]}\n" if match[1] else "-\n", text)
    return PageText(text.replace("\r\n", "\n").replace("\r", "\n"), broken)


def _with_hyphen(match: re.Match[str]) -> str:
    """Return a broken word with its hyphen, "" where there is no word on one side of it."""
    before = _BEFORE.search(match.string, max(match.start() - 80, 0), match.start())
    return f"{before[0]}-{match[1]}" if before and before[0] and match[1] else ""


def _plain(pdfium: Any, textpage: Any) -> str:
    count = pdfium.FPDFText_CountChars(textpage)
    if count <= 0:
        return ""
    room = bytearray(2 * (2 * count + 2))
    got = pdfium.FPDFText_GetText(textpage, 0, count, ctypes.byref(ctypes.c_ushort.from_buffer(room)))
    return room[: 2 * max(got - 1, 0)].decode("utf-16-le", "replace")


def _closed_up(pdfium: Any, textpage: Any) -> str:
    """Return the text without the blanks that PDFium supposes inside words set with wide letter spacing.

    A supposed blank goes where the letters beside it stand no further apart than the two letters before it.
    """
    from pypdfium2.raw import FS_RECTF

    count = pdfium.FPDFText_CountChars(textpage)
    letters = [chr(pdfium.FPDFText_GetUnicode(textpage, index)) for index in range(count)]
    boxes = [FS_RECTF() for _ in range(3)]
    for index in range(2, count - 1):
        if letters[index] != " " or not pdfium.FPDFText_IsGenerated(textpage, index):
            continue
        if letters[index - 2].isspace() or letters[index - 1].isspace():
            continue
        for box, at in zip(boxes, (index - 2, index - 1, index + 1), strict=True):
            pdfium.FPDFText_GetLooseCharBox(textpage, at, box)
        usual = boxes[1].left - boxes[0].right
        if usual > 0 and boxes[2].left - boxes[1].right <= usual * 1.25 + 0.3:
            letters[index] = ""
    return "".join(letters)


@dataclass(slots=True)
class _Glyph:
    """What one glyph stands for, mostly one character, and its box: left, right, bottom, top."""

    text: str
    box: tuple[float, float, float, float]

    @property
    def left(self) -> float:
        return self.box[0]


class _Word:
    """A word with its glyphs in PDFium's order."""

    def __init__(self) -> None:
        self.glyphs: list[_Glyph] = []

    @cached_property
    def text(self) -> str:
        return "".join(g.text for g in self.glyphs)

    @cached_property
    def left(self) -> float:
        return min(g.left for g in self.glyphs)

    @cached_property
    def rtl(self) -> bool:
        return _RTL.search(self.text) is not None

    @cached_property
    def ltr(self) -> bool:
        return not self.rtl and _LETTER.search(self.text) is not None

    @property
    def neutral(self) -> bool:
        return not self.rtl and not self.ltr

    def logical(self) -> str:
        """Return the word's characters in logical order: signs around a right-to-left word go where they stand."""
        core = [at for at, glyph in enumerate(self.glyphs) if glyph.text.strip(_SIGNS)]
        if not self.rtl or not core:
            return self.text
        middle = self.glyphs[core[0] : core[-1] + 1]
        centre = (middle[0].left + middle[-1].left) / 2
        around = sorted(self.glyphs[: core[0]] + self.glyphs[core[-1] + 1 :], key=lambda g: -g.left)
        before = [g for g in around if g.left > centre]
        after = [g for g in around if g.left <= centre]
        turned = len(middle) > 1 and all(_RTL.match(g.text) for g in middle) and middle[0].left < middle[-1].left
        return "".join(g.text for g in (*before, *(middle[::-1] if turned else middle), *after))


def _logical(pdfium: Any, textpage: Any) -> str:
    """Return the page's text with each line that holds right-to-left letters in logical order."""
    lines = []
    line: list[_Glyph] = []
    sides = [ctypes.c_double() for _ in range(4)]
    for index in range(pdfium.FPDFText_CountChars(textpage)):
        character = chr(pdfium.FPDFText_GetUnicode(textpage, index))
        if character in "\r\n":
            if character == "\n":
                lines.append(_order(line))
                line = []
            continue
        pdfium.FPDFText_GetCharBox(textpage, index, *sides)
        box = (sides[0].value, sides[1].value, sides[2].value, sides[3].value)
        if line and line[-1].box == box and _of_one_glyph(line[-1].text, character, box):
            # PDFium gives the characters that one glyph stands for from the last to the first.
            kept = line[-1].text
            line[-1].text = kept + character if _mirrored(pdfium, textpage, index) else character + kept
        else:
            line.append(_Glyph(character, box))
    lines.append(_order(line))
    return "\n".join(lines)


def _of_one_glyph(text: str, character: str, box: tuple[float, float, float, float]) -> bool:
    """Whether a character whose box is that of ``text`` belongs to its glyph, and both read from right to left."""
    rtl = _RTL.match(text) is not None and _RTL.match(character) is not None
    return rtl and box[0] < box[1] and len(text) < _OF_ONE_GLYPH


def _mirrored(pdfium: Any, textpage: Any, index: int) -> bool:
    """Whether a character is drawn as in a mirror; PDFium turns such text twice."""
    from pypdfium2.raw import FS_MATRIX

    matrix = FS_MATRIX()
    pdfium.FPDFText_GetMatrix(textpage, index, matrix)
    return bool(matrix.a * matrix.d - matrix.b * matrix.c < 0)


def _order(line: list[_Glyph]) -> str:
    text = "".join(glyph.text for glyph in line)
    if not _RTL.search(text):
        return text
    words = sorted(_words(line), key=lambda w: w.left)
    rightward = sum(len(_RTL.findall(w.text)) for w in words) <= sum(len(w.text) for w in words if w.ltr)
    ordered = words if rightward else words[::-1]
    return " ".join(w.logical() for w in _turn(ordered, turn_rtl=rightward))


def _words(line: list[_Glyph]) -> list[_Word]:
    words: list[_Word] = []
    fresh = True
    for glyph in line:
        if glyph.text.isspace():
            fresh = True
            continue
        if fresh:
            words.append(_Word())
        words[-1].glyphs.append(glyph)
        fresh = False
    return words


def _turn(words: list[_Word], turn_rtl: bool) -> list[_Word]:
    """Return the words with each run against the line's direction turned around; a neutral inside a run goes along."""
    ordered: list[_Word] = []
    run: list[_Word] = []
    for word in words:
        against = word.rtl if turn_rtl else (word.ltr or word.neutral)
        if against or (run and word.neutral):
            run.append(word)
            continue
        ordered.extend(_back(run, turn_rtl))
        run = []
        ordered.append(word)
    ordered.extend(_back(run, turn_rtl))
    return ordered


def _back(run: list[_Word], turn_rtl: bool) -> list[_Word]:
    """Return a run reversed; neutrals at the end of a right-to-left run stay where they are."""
    end = len(run)
    while turn_rtl and end and run[end - 1].neutral:
        end -= 1
    return run[:end][::-1] + run[end:]


def needs_ocr(pdfium: Any, page: Any, text: str) -> bool:
    """Whether a page shows what its text doesn't say: a large picture or many strokes beside next to no text."""
    stripped = text.strip()
    if len(stripped) >= 200:
        return len(_UNMAPPED.findall(stripped)) * 3 > len(stripped)
    area = pdfium.FPDF_GetPageWidthF(page) * pdfium.FPDF_GetPageHeightF(page)
    pictured, strokes = _shown(pdfium, page, area)
    if not stripped:
        return pictured > 0 or strokes > 200
    return pictured > 0.4 or len(_UNMAPPED.findall(stripped)) * 3 > len(stripped)


def _shown(pdfium: Any, page: Any, area: float) -> tuple[float, int]:
    """Return (largest picture's share of the page, number of paths), looking at 5,000 objects at most."""
    share, strokes = 0.0, 0
    sides = [ctypes.c_float() for _ in range(4)]
    for index in range(min(pdfium.FPDFPage_CountObjects(page), 5000)):
        shape = pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(shape)
        strokes += kind == PATH
        picture = kind == IMAGE or (kind == FORM and _holds_picture(pdfium, shape, 0))
        if picture and area > 0 and pdfium.FPDFPageObj_GetBounds(shape, *sides):
            left, bottom, right, top = (s.value for s in sides)
            share = max(share, abs((right - left) * (top - bottom)) / area, 0.001)
    return share, strokes


def _holds_picture(pdfium: Any, form: Any, depth: int) -> bool:
    for index in range(min(pdfium.FPDFFormObj_CountObjects(form), 200) if depth < 4 else 0):
        inner = pdfium.FPDFFormObj_GetObject(form, index)
        kind = pdfium.FPDFPageObj_GetType(inner)
        if kind == IMAGE or (kind == FORM and _holds_picture(pdfium, inner, depth + 1)):
            return True
    return False
