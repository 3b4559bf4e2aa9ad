"""Pages of a PDF that show what their text doesn't say: known by their pictures, drawn and recognised.

A page is drawn in 250 dots to the inch; the recogniser passes over letters that are enlarged much, so that a page of
coarse pictures is drawn in their own measure first.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from triage.parsers.kit.ocr import Recognised, Scans, read_scans, recognise

if TYPE_CHECKING:
    from PIL.Image import Image

_IMAGE, _PATH, _FORM = 3, 2, 5
_DOTS_PER_INCH = 250
_MOST_PIXELS = 12_000_000
_MOST_OBJECTS, _MOST_INSIDE, _DEEPEST = 5000, 200, 4
_MANY_STROKES = 200
"""Paths above which a page may show letters that are drawn."""

_ENOUGH = 200
"""Characters from which on a page's text is taken to say what it shows."""

_WORD = re.compile(r"[^\W_]{2,}")
_UNMAPPED = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")

_ENLARGED = 1.5
"""How much larger than its own pixels a picture is drawn: small letters are read better so, and none is passed over."""

_MUCH = 0.8
"""The part of 250 dpi below which another drawing is worth its time."""

_SURE = 85
"""Percent of confidence from which on a page isn't drawn again."""

_LARGE = 0.1
"""A picture's part of the largest one's area from which on it may hold the page's letters."""


def scan_measure(pdfium: Any, page: Any, text: str, is_unmapped: bool = False) -> float | None:
    """Return the pixels to the point of the finest large picture, None where a page's text says what it shows.

    It doesn't where a large picture or many strokes stand beside next to no text, or where no font says what a third of
    the text's glyphs mean (``is_unmapped``, or what the text holds). 0 stands for letters that are no picture's.
    """
    text = text.strip()
    is_unmapped = is_unmapped or len(_UNMAPPED.findall(text)) * 3 > len(text)
    if len(text) >= _ENOUGH:
        return 0.0 if is_unmapped else None
    count = min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)
    shapes = [pdfium.FPDFPage_GetObject(page, index) for index in range(count)]
    many_strokes = [pdfium.FPDFPageObj_GetType(shape) for shape in shapes].count(_PATH) > _MANY_STROKES
    shown = [(shape, list(_pictures(pdfium, shape, 1.0, 0))) for shape in shapes]
    largest = max((_area(pdfium, shape) for shape, pictures in shown if pictures), default=0.0)
    if text:
        is_scan = is_unmapped or largest > 0.4 * pdfium.FPDF_GetPageWidthF(page) * pdfium.FPDF_GetPageHeightF(page)
    else:
        is_scan = many_strokes or any(pictures for _, pictures in shown)
    if not is_scan:
        return None
    if many_strokes or is_unmapped:
        return 0.0
    sizes = [size for _, pictures in shown for size in pictures]
    least = _LARGE * max((area for area, _ in sizes), default=0.0)
    return math.sqrt(max((pixels / area for area, pixels in sizes if area > least), default=0.0))


def _area(pdfium: Any, shape: Any) -> float:
    """Return how many square points an object takes, 0 where that isn't known."""
    sides = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(shape, *sides):
        return 0.0
    left, bottom, right, top = (side.value for side in sides)
    return abs((right - left) * (top - bottom))


def _pictures(pdfium: Any, shape: Any, grown: float, depth: int) -> Iterator[tuple[float, int]]:
    """Yield the area in square points and the number of pixels of each picture, which is ``grown`` by its forms."""
    kind = pdfium.FPDFPageObj_GetType(shape)
    if kind == _IMAGE:
        wide, high = ctypes.c_uint(), ctypes.c_uint()
        pdfium.FPDFImageObj_GetImagePixelSize(shape, wide, high)
        yield _area(pdfium, shape) * grown, wide.value * high.value
    elif kind == _FORM and depth < _DEEPEST:
        matrix = pdfium.FS_MATRIX(1, 0, 0, 1, 0, 0)
        pdfium.FPDFPageObj_GetMatrix(shape, matrix)
        grown *= abs(matrix.a * matrix.d - matrix.b * matrix.c)
        for index in range(min(pdfium.FPDFFormObj_CountObjects(shape), _MOST_INSIDE)):
            yield from _pictures(pdfium, pdfium.FPDFFormObj_GetObject(shape, index), grown, depth + 1)


def drawn_scan(pdfium: Any, page: Any, text: str) -> Image | None:
    """Return a page of pypdfium2 as it is drawn to be recognised, None where its ``text`` says what it shows."""
    measure = scan_measure(pdfium, page.raw, text)
    return None if measure is None else _draw(page, _scales(page, measure)[0])


def _draw(page: Any, scale: float) -> Image:
    picture: Image = page.render(scale=scale, grayscale=True, may_draw_forms=False).to_pil()
    return picture


def recognise_pages(document: Any, measures: dict[int, float]) -> Scans:
    """Return what scanned pages say; ``measures`` has what ``scan_measure`` gives of each, by its number from 0."""
    import pypdfium2

    def page(number: int, seconds: float) -> Recognised | None:
        try:
            return _recognised(document[number], measures[number], seconds)
        except (pypdfium2.PdfiumError, ValueError):
            return None

    return read_scans(page, list(measures))


def _recognised(page: Any, measure: float, seconds: float) -> Recognised | None:
    """Return the text of a page, None where it takes too long. Raises PdfiumError or ValueError."""
    best: Recognised | None = None
    scales = _scales(page, measure)
    try:
        for scale in scales:
            recognised = recognise(_draw(page, scale), seconds / len(scales))
            if recognised and (best is None or _worth(recognised) > _worth(best)):
                best = recognised
            if recognised and recognised.confidence >= _SURE:
                break
    finally:
        page.close()
    return best


def _worth(recognised: Recognised) -> int:
    return recognised.confidence * sum(map(len, _WORD.findall(recognised.text)))


def _scales(page: Any, measure: float) -> list[float]:
    """Return the dots to the point in which a page is drawn, in the order in which they are tried."""
    width, height = page.get_size()
    finest = min(_DOTS_PER_INCH / 72, (_MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
    coarse = max(measure * _ENLARGED, 1.0)
    return [coarse, finest] if measure and coarse < finest * _MUCH else [finest]
