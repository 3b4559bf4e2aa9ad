"""Scanned pages of a PDF: drawn as a picture and recognised.

Pages come in as numbers, text goes out; which pages, and how long, is ``scans``' business. A page is drawn in 250 dots
to the inch; the recogniser passes over letters that are enlarged much, so that a page of coarse pictures is drawn in
their own measure first.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from triage.parsers.kit.ocr.recognition import Recognised, recognise
from triage.parsers.pdf.text import FORM, IMAGE, MANY_STROKES, PATH, page_text, unmapped

if TYPE_CHECKING:
    from PIL.Image import Image

_DOTS_PER_INCH = 250
_MOST_PIXELS = 12_000_000
_MOST_OBJECTS, _MOST_INSIDE, _DEEPEST = 5000, 200, 3
_WORD = re.compile(r"[^\W_]{2,}")

_ENLARGED = 1.5
"""How much larger than its own pixels a picture is drawn: small letters are read better so, and none is passed over."""

_MUCH = 0.8
"""The part of 250 dpi below which another drawing is worth its time."""

_SURE = 85
"""Percent of confidence from which on a page isn't drawn again."""

_LARGE = 0.1
"""A picture's part of the largest one's area from which on it may hold the page's letters."""


def reader(document: Any) -> Callable[[int, float], Recognised | None]:
    """Return what recognises a page of a document by its number (see ``scans``)."""

    def page(number: int, seconds: float) -> Recognised | None:
        import pypdfium2

        try:
            return _recognised(document[number], seconds)
        except (pypdfium2.PdfiumError, ValueError):
            return None

    return page


def _recognised(page: Any, seconds: float) -> Recognised | None:
    """Return the text of a page, None where it takes too long. Raises PdfiumError or ValueError."""
    best: Recognised | None = None
    scales = _scales(page)
    try:
        for scale in scales:
            found = recognise(_drawn(page, scale), seconds / len(scales))
            if found and (best is None or _worth(found) > _worth(best)):
                best = found
            if found and found.confidence >= _SURE:
                break
    finally:
        page.close()
    return best


def _worth(found: Recognised) -> int:
    return found.confidence * sum(map(len, _WORD.findall(found.text)))


def _drawn(page: Any, scale: float) -> Image:
    """Return a page as a grey picture."""
    picture: Image = page.render(scale=scale, grayscale=True, may_draw_forms=False).to_pil()
    return picture


def _scales(page: Any) -> list[float]:
    """Return the dots to the point in which a page is drawn, in the order in which they are tried."""
    width, height = page.get_size()
    finest = min(_DOTS_PER_INCH / 72, (_MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
    own = _own_measure(page)
    coarse = max(own * _ENLARGED, 1.0)
    return [coarse, finest] if own and coarse < finest * _MUCH else [finest]


def _own_measure(page: Any) -> float:
    """Return the pixels to the point of the finest large picture on a page; 0 where letters are drawn otherwise."""
    import pypdfium2.raw as pdfium

    textpage = pdfium.FPDFText_LoadPage(page)
    text = page_text(pdfium, textpage).text.strip() if textpage else ""
    pdfium.FPDFText_ClosePage(textpage)
    kinds = [pdfium.FPDFPageObj_GetType(shape) for shape in _objects(pdfium, page)]
    if kinds.count(PATH) > MANY_STROKES or (text and unmapped(text)):
        return 0.0
    pictures = list(_pictures(pdfium, _objects(pdfium, page), 1.0, 0))
    large = max((area for area, _ in pictures), default=0.0) * _LARGE
    return math.sqrt(max((pixels / area for area, pixels in pictures if area >= large), default=0.0))


def _objects(pdfium: Any, page: Any) -> Iterator[Any]:
    for index in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        yield pdfium.FPDFPage_GetObject(page, index)


def _pictures(pdfium: Any, shapes: Iterable[Any], grown: float, depth: int) -> Iterator[tuple[float, int]]:
    """Yield the area in square points and the number of pixels of each picture, which is ``grown`` by its forms."""
    sides, wide, high = [ctypes.c_float() for _ in range(4)], ctypes.c_uint(), ctypes.c_uint()
    for shape in shapes:
        kind = pdfium.FPDFPageObj_GetType(shape)
        if kind == IMAGE and pdfium.FPDFPageObj_GetBounds(shape, *sides):
            left, bottom, right, top = (side.value for side in sides)
            area = abs((right - left) * (top - bottom)) * grown
            if area > 0 and pdfium.FPDFImageObj_GetImagePixelSize(shape, wide, high):
                yield area, wide.value * high.value
        elif kind == FORM and depth < _DEEPEST:
            matrix = pdfium.FS_MATRIX(1, 0, 0, 1, 0, 0)
            pdfium.FPDFPageObj_GetMatrix(shape, matrix)
            count = min(pdfium.FPDFFormObj_CountObjects(shape), _MOST_INSIDE)
            inside = (pdfium.FPDFFormObj_GetObject(shape, index) for index in range(count))
            yield from _pictures(pdfium, inside, grown * abs(matrix.a * matrix.d - matrix.b * matrix.c), depth + 1)
