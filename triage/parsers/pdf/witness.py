"""Whether all that a page shows came back from PDFium, and what didn't.

PDFium leaves out text that has no width: in a size of 0, scaled to nothing, or a letter alone in a font that neither
the file nor PDFium has, as in the recognised text of scans and in Chinese, Japanese and Korean forms. qpdf reads which
text operators a page has (``content``), PDFium which of them gave how many characters: both see them in one order. What
is missing is decoded there and given in lines. What can't be given is counted.
"""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import repeat, takewhile
from typing import Any, NamedTuple

from triage.model.items import Trouble
from triage.parsers.kit.contract import Limits, seconds_left
from triage.parsers.kit.ocr import of_pages
from triage.parsers.pdf.content import Decoder, Show, UncountedError, is_new, shows
from triage.parsers.pdf.fonts import LoadedPage, MendedFonts
from triage.parsers.pdf.objects import Key, qpdf
from triage.parsers.pdf.pdfium_ffi import Handle, OutValues, handle, unchecked

_FORM, _DEEPEST, _STRIDE = 5, 40, 6
_WIDE = re.compile(
    "[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffef\U00020000-\U0003ffff]"
)
_SAME = 0.2
"""The part of its size by which a letter that is drawn again, to be bold or to have a shadow, is moved at most."""

_MOST = 0.8
"""The part of its letters from which on a string is taken to be missing where not all of them are."""

_LEVEL, _GAP, _FAR, _NEXT = 0.5, 0.2, 4.0, 1.8
"""Parts of the size: up to which a letter is on the line of the one before, from which on a blank stands between them,
from which on another line begins, and up to which a letter stands under the one before it."""


@dataclass(slots=True)
class _Missed:
    """What a page shows that PDFium didn't give: lines of text, those of them that nobody sees, and all that is left.

    ``count`` are characters that couldn't be read; ``uncounted`` is why the page couldn't be counted, "" where it was.
    """

    lines: list[str] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)
    count: int = 0
    uncounted: str = ""


class _Place(NamedTuple):
    """Where and how large something is drawn: its point, the direction of its line, sizes along and across it."""

    x: float
    y: float
    direction: tuple[float, float]
    wide: float
    high: float


class Witnesses:
    """Counts what the pages of a document show, which are read of it or of a copy with mended fonts."""

    def __init__(self, pdfium: Any, pages: MendedFonts) -> None:
        self._pdfium = pdfium
        self._loaded_by = pages
        self._of: dict[int, _Witness | None] = {}
        self._counts: dict[int, int] = {}
        self._uncounted: dict[str, list[int]] = {}
        self._reserve = seconds_left() / 2

    def missed(self, number: int, loaded: LoadedPage) -> _Missed:
        """Return what didn't come back of a page, counted from 0."""
        missed = self._missed(number, loaded)
        if missed.count:
            self._counts[number + 1] = missed.count
        if missed.uncounted:
            self._uncounted.setdefault(missed.uncounted, []).append(number + 1)
        return missed

    def _missed(self, number: int, loaded: LoadedPage) -> _Missed:
        if seconds_left() < self._reserve:
            return _Missed(uncounted="limit-count")
        document = loaded.document
        if id(document) not in self._of:
            pages, pdf = self._loaded_by, self._loaded_by.pdf_of(document)
            self._of[id(document)] = None if pdf is None else _Witness(self._pdfium, pdf, pages.limits)
        witness = self._of[id(document)]
        try:
            return _Missed(uncounted="damaged") if witness is None else witness.missed(number, loaded)
        except UncountedError as error:
            return _Missed(uncounted=str(error))
        except qpdf().PikepdfError:
            return _Missed(uncounted="damaged")

    def troubles(self, known: set[int]) -> Iterator[Trouble]:
        """Yield what couldn't be read, and which pages couldn't be counted; ``known`` ones are said to be damaged."""
        counts = {number: count for number, count in self._counts.items() if number not in known}
        if counts:
            pages, count = [*counts], sum(counts.values())
            yield Trouble("damaged", of_pages(pages, "page-characters-lost", "pages-characters-lost", characters=count))
        for code, numbers in self._uncounted.items():
            if pages := [number for number in numbers if number not in known]:
                yield Trouble(code, of_pages(pages, "page-uncounted", "pages-uncounted"))


class _Witness:
    """Counts what the pages of one document show; ``pdf`` is the document as qpdf reads it."""

    def __init__(self, pdfium: Any, pdf: Any, limits: Limits) -> None:
        self._pdfium = pdfium
        self._pages = [*pdf.pages]
        self._decoder = Decoder(pdfium, pdf, limits)
        self._limits = limits
        self._widths: dict[Key, int] = {}

    def missed(self, number: int, loaded: LoadedPage) -> _Missed:
        """Return what didn't come back of a page."""
        if number >= len(self._pages):
            return _Missed(uncounted="damaged")
        shown = shows(self._pages[number].obj, self._limits)
        objects = _texts(self._pdfium, loaded.page)
        drawn = [show for show in shown if show.is_drawn]
        if len(drawn) != len(objects):
            return self._unordered(shown, loaded.plain)
        given = _characters(self._pdfium, loaded.text)
        counted = [
            (show, address, self._usable(show, given[address])) for show, address in zip(drawn, objects, strict=True)
        ]
        suspects = [(show, Handle(address), got) for show, address, got in counted if got is not None]
        suspects += [(show, Handle(), 0) for show in shown if not show.is_drawn]
        if not suspects:
            return _Missed()
        decoded = self._decoder.texts(show for show, _, _ in suspects)
        lost = [
            _Lost(show, shape, text, unknown)
            for (show, shape, got), (text, unknown) in zip(suspects, decoded, strict=True)
            if got < sum(map(str.isalnum, text)) + unknown
        ]
        return self._filled(lost, drawn, objects) if lost else _Missed()

    def _usable(self, show: Show, got: int) -> int | None:
        """Return how many of a show's characters came back, None where these are all that it can have."""
        font = show.font
        width = 1 if font is None else self._widths.get(font.objgen)
        if width is None:
            width = 0 if is_new(font) else 2 if font.get("/Subtype") == "/Type0" else 1
            if font.is_indirect:
                self._widths[font.objgen] = width
        if not width:
            return 0
        # What has so many characters as its operand has bytes has them all, too.
        return got if got < len(show.operand) - 2 and got * width < show.length else None

    def _unordered(self, shown: list[Show], plain: str) -> _Missed:
        """Return what a page shows more than came back where it isn't known which of it did."""
        decoded = self._decoder.texts(shown)
        left = _letters("".join(text for text, _ in decoded)) - _letters(plain)
        missed = _Missed()
        for text, _ in decoded:
            letters = _letters(text)
            if letters and (letters & left).total() >= _MOST * letters.total():
                left -= letters
                missed.lines.append(text.strip())
        missed.count = left.total()
        return missed

    def _filled(self, lost: list[_Lost], drawn: list[Show], objects: list[int]) -> _Missed:
        """Return what was lost in lines, without what is drawn twice, or said in other words."""
        memory = OutValues(ctypes.c_float, 6)
        again = {(_font(one.show), one.show.operand) for one in lost}
        places: dict[Any, list[tuple[int, _Place]]] = {}
        for show, address in zip(drawn, objects, strict=True):
            if (key := (_font(show), show.operand)) in again:
                places.setdefault(key, []).append((address, _place(self._pdfium, Handle(address), memory)))
        missed, before = _Missed(), None
        for one in lost:
            one.place = _place(self._pdfium, one.shape, memory) if one.shape.value else None
            if _is_repeated(one, places.get((_font(one.show), one.show.operand), ())) or _is_said(one):
                continue
            missed.count += one.unknown
            if not any(map(str.isalnum, one.text)):
                continue
            between = "\n" if before is None else _between(before, one)
            for lines in (missed.lines, missed.unseen) if one.is_unseen else (missed.lines,):
                if between == "\n" or not lines:
                    lines.append(one.text)
                else:
                    lines[-1] += between + one.text
            before = one
        return missed


@dataclass(slots=True, eq=False)
class _Lost:
    show: Show
    shape: Handle
    text: str
    unknown: int
    place: _Place | None = None

    @property
    def is_unseen(self) -> bool:
        return self.place is None or not (self.place.wide and self.place.high)


def _font(show: Show) -> Any:
    return show.font.objgen if show.font is not None and show.font.is_indirect else None


def _texts(pdfium: Any, page: Any) -> list[int]:
    """Return the addresses of a page's text objects, those of its forms included, in the order of drawing."""
    ask = unchecked(pdfium)
    addresses = list[int]()

    def look(holder: Handle, depth: int) -> None:
        count, get = ask.FPDFPage_CountObjects, ask.FPDFPage_GetObject
        if depth:
            count, get = ask.FPDFFormObj_CountObjects, ask.FPDFFormObj_GetObject
        shapes = list(map(get, repeat(holder), range(max(0, count(holder)))))
        for shape, mode in zip(shapes, map(ask.FPDFTextObj_GetTextRenderMode, shapes), strict=True):
            if mode >= 0:
                addresses.append(shape.value or 0)
            elif ask.FPDFPageObj_GetType(shape) == _FORM and depth < _DEEPEST:
                look(shape, depth + 1)

    look(handle(page), 0)
    return addresses


def _characters(pdfium: Any, textpage: Any) -> Counter[int]:
    """Return how many characters came back of each text object, by its address; 0 is nobody's."""
    owner_of, text = unchecked(pdfium).FPDFText_GetTextObject, handle(textpage)
    count, index = pdfium.FPDFText_CountChars(textpage), 0
    given = Counter[int]()
    while index < count:
        address, start = owner_of(text, index).value or 0, index
        index += 1
        # An object's characters stand together: where the one further on is its own, so are those between.
        while address and owner_of(text, index + _STRIDE).value == address:
            index += _STRIDE + 1
        while address and index < count and owner_of(text, index).value == address:
            index += 1
        given[address] += index - start
    return given


def _place(pdfium: Any, shape: Handle, memory: OutValues) -> _Place:
    ask = unchecked(pdfium)
    ask.FPDFPageObj_GetMatrix(shape, memory.places[0])
    a, b, c, d, x, y = memory.values
    ask.FPDFTextObj_GetFontSize(shape, memory.places[0])
    size = memory.values[0]
    along, across = math.hypot(a, b), math.hypot(c, d)
    direction = (a / along, b / along) if along else (1.0, 0.0)
    return _Place(x, y, direction, abs(along * size), abs(across * size))


def _is_repeated(lost: _Lost, places: Any) -> bool:
    """Whether the same codes were drawn before, by another operator, where these are."""
    if lost.place is None:
        return False
    nearest = _SAME * max(lost.place.wide, lost.place.high)
    before = takewhile(lambda entry: entry[0] != lost.shape.value, places)
    return any(math.hypot(place.x - lost.place.x, place.y - lost.place.y) < nearest for _, place in before)


def _is_said(lost: _Lost) -> bool:
    """Whether the text that is to be read instead has these letters."""
    return bool(lost.show.said) and not _letters(lost.text) - _letters(lost.show.said)


def _letters(text: str) -> Counter[str]:
    """Return the letters and digits of a text, and how many there are of each."""
    return Counter(filter(str.isalnum, unicodedata.normalize("NFKC", text)))


def _between(before: _Lost, after: _Lost) -> str:
    """Return what stands between two that were lost: nothing in a word, a blank, or a line's end."""
    one, two = before.place, after.place
    if one is None or two is None:
        return "\n"
    x, y = two.x - one.x, two.y - one.y
    along = x * one.direction[0] + y * one.direction[1]
    across = x * one.direction[1] - y * one.direction[0]
    size = max(one.high, one.wide, two.high, two.wide)
    if not size:
        return "\n" if abs(across) > 1 else " " if abs(along) > 1 else ""
    is_wide = bool(_WIDE.match(before.text[-1:]) and _WIDE.match(after.text[:1]))
    if abs(across) > _LEVEL * size:
        is_under = is_wide and abs(along) < _LEVEL * size and 0 < across < _NEXT * size * max(1, len(before.text))
        return "" if is_under else "\n"
    gap = along - one.wide * sum(1.0 if _WIDE.match(letter) else 0.5 for letter in before.text)
    if gap > _FAR * size or along < -size:
        return "\n"
    return " " if gap > (2.5 * _GAP if is_wide else _GAP) * size else ""
