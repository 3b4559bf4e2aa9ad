"""Text of a PDF page that a reader doesn't see (floor 2): invisible, white on white, tiny, or outside the page's edge.

A loaded page in, the unseen text out. Nothing is taken away from the page's own text; this only tells which of it is
hidden. Few pages hold any, so the page's objects are looked over first, and the page is drawn only where one of them is
suspicious: what leaves no mark on the drawing isn't seen. The invisible text over a scan is its recognised text, and
stays what it is.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL.Image import Image

_Box = tuple[float, float, float, float]
"""Left, bottom, right and top in the page's points."""

_WORDY = re.compile(r"\w")
_TEXT, _IMAGE, _FORM = 1, 3, 5
_INVISIBLE = (3, 7)
_LIGHT = 240
_FAINT = 16
_TINY = 1.2
_SCAN = 0.4
_MOST_OBJECTS, _MOST_CHARACTERS, _DEEPEST = 5000, 50_000, 4
_DOTS_PER_POINT = 1.5
_LONGEST_SIDE = 3000


class _Looker:
    """Looks at text objects; its buffers are made once, as PDFium is asked thousands of times."""

    def __init__(self, pdfium: Any, page: Any) -> None:
        self._pdfium = pdfium
        self._page = page
        self._sides = [ctypes.c_float() for _ in range(4)]
        self._colours = [ctypes.c_uint() for _ in range(4)]
        edge = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, edge)
        self._edge = (edge.left, edge.bottom, edge.right, edge.top)
        self.scan = 0.0

    def suspicious(self) -> set[int]:
        """Return the addresses of the text objects that may be unseen; measures on the way the largest picture."""
        found = set[int]()
        pdfium, page = self._pdfium, self._page
        for index in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
            self._look(pdfium.FPDFPage_GetObject(page, index), found, 0)
        return found

    def _look(self, shape: Any, found: set[int], depth: int) -> None:
        pdfium = self._pdfium
        kind = pdfium.FPDFPageObj_GetType(shape)
        if kind == _TEXT:
            if self._unseen(shape, outside=depth == 0):
                found.add(ctypes.addressof(shape.contents))
        elif kind == _IMAGE and depth == 0 and pdfium.FPDFPageObj_GetBounds(shape, *self._sides):
            self.scan = max(self.scan, self._share())
        elif kind == _FORM and depth < _DEEPEST:
            for index in range(min(pdfium.FPDFFormObj_CountObjects(shape), _MOST_OBJECTS)):
                self._look(pdfium.FPDFFormObj_GetObject(shape, index), found, depth + 1)

    def _share(self) -> float:
        left, bottom, right, top = (side.value for side in self._sides)
        area = (self._edge[2] - self._edge[0]) * (self._edge[3] - self._edge[1])
        return abs((right - left) * (top - bottom)) / area if area else 0.0

    def _unseen(self, shape: Any, outside: bool) -> bool:
        pdfium = self._pdfium
        if pdfium.FPDFTextObj_GetTextRenderMode(shape) in _INVISIBLE:
            return True
        colours = self._colours
        if pdfium.FPDFPageObj_GetFillColor(shape, *colours):
            red, green, blue, opaque = colours
            if opaque.value < _FAINT or (red.value >= _LIGHT and green.value >= _LIGHT and blue.value >= _LIGHT):
                return True
        if not pdfium.FPDFPageObj_GetBounds(shape, *self._sides):
            return True
        left, bottom, right, top = (side.value for side in self._sides)
        edge = self._edge
        beyond = right < edge[0] or top < edge[1] or left > edge[2] or bottom > edge[3]
        return (outside and beyond) or (min(right - left, top - bottom) < _TINY and self._tiny(shape))

    def _tiny(self, shape: Any) -> bool:
        """Whether the letters are too small to read; a full stop alone has a small box in any size."""
        size, matrix = ctypes.c_float(), self._pdfium.FS_MATRIX()
        self._pdfium.FPDFTextObj_GetFontSize(shape, size)
        self._pdfium.FPDFPageObj_GetMatrix(shape, matrix)
        return bool(size.value * max(map(abs, (matrix.a, matrix.b, matrix.c, matrix.d))) < _TINY)


@dataclass(slots=True)
class _Run:
    """Characters of one text object in a row, with the box around them in points; ``size`` is the tallest's."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float

    @property
    def box(self) -> _Box:
        return self.left, self.bottom, self.right, self.top


def hidden_text(pdfium: Any, page: Any, textpage: Any) -> list[str]:
    """Return the runs of a page's text that a reader doesn't see."""
    looker = _Looker(pdfium, page)
    suspects = looker.suspicious()
    if not suspects:
        return []
    if looker.scan > _SCAN:
        return []
    runs = [run for run in _runs(pdfium, textpage, suspects) if _WORDY.search(run.text)]
    if not runs:
        return []
    picture = _drawn(pdfium, page)
    return [run.text.strip() for run in runs if run.size < _TINY or not _marked(pdfium, page, picture, run.box)]


def _runs(pdfium: Any, textpage: Any, suspects: set[int]) -> Iterator[_Run]:
    box = [ctypes.c_double() for _ in range(4)]
    run: _Run | None = None
    owner = 0
    for index in range(min(pdfium.FPDFText_CountChars(textpage), _MOST_CHARACTERS)):
        shape = pdfium.FPDFText_GetTextObject(textpage, index)
        address = ctypes.addressof(shape.contents) if shape else 0
        if run is None and address not in suspects:
            continue
        character = chr(pdfium.FPDFText_GetUnicode(textpage, index))
        if run is not None and (address == owner or (not address and character not in "\r\n")):
            run.text += character
        else:
            if run is not None:
                yield run
            run = _Run(character, 1e9, 1e9, -1e9, -1e9, 0.0) if address in suspects else None
            owner = address
        if run is not None and address and not character.isspace():
            pdfium.FPDFText_GetCharBox(textpage, index, *box)
            left, right, bottom, top = (side.value for side in box)
            run.left, run.bottom = min(run.left, left), min(run.bottom, bottom)
            run.right, run.top = max(run.right, right), max(run.top, top)
            run.size = max(run.size, right - left, top - bottom)
    if run is not None:
        yield run


def _drawn(pdfium: Any, page: Any) -> Image:
    """Return the page as a reader sees it, grey, on white."""
    import pypdfium2

    wide, high = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    scale = min(_DOTS_PER_POINT, _LONGEST_SIDE / max(wide, high, 1.0))
    bitmap = pypdfium2.PdfBitmap.new_native(
        max(1, round(wide * scale)), max(1, round(high * scale)), pdfium.FPDFBitmap_Gray
    )
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, bitmap.width, bitmap.height)
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, bitmap.width, bitmap.height, 0, pdfium.FPDF_ANNOT)
    picture: Image = bitmap.to_pil()
    return picture


def _marked(pdfium: Any, page: Any, picture: Image, box: _Box) -> bool:
    """Whether anything is to be seen inside a box."""
    across, down = ctypes.c_int(), ctypes.c_int()
    points = []
    for x, y in (box[:2], box[2:]):
        if abs(x) > 1e6 or abs(y) > 1e6:
            return False
        pdfium.FPDF_PageToDevice(page, 0, 0, picture.width, picture.height, 0, x, y, across, down)
        points.append((across.value, down.value))
    (x0, x1), (y0, y1) = (sorted(pair) for pair in zip(*points, strict=True))
    left, top = max(x0, 0), max(y0, 0)
    right, bottom = min(x1 + 1, picture.width), min(y1 + 1, picture.height)
    if left >= right or top >= bottom:
        return False
    low, high = picture.crop((left, top, right, bottom)).getextrema()
    return float(high) - float(low) >= _FAINT  # type: ignore[arg-type]
