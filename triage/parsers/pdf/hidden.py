"""Text of a PDF page that a reader doesn't see: invisible, white on white, covered, tiny, or off the page.

A loaded page in, the unseen text out. Nothing is taken away from the page's own text; this only tells which of it is
hidden. Few pages hold any, so the page's objects are looked over first (``hidden_candidates``), and what is around the
suspicious ones is drawn: what leaves no mark on the drawing isn't seen. The invisible text over a scan is its
recognised text, and stays what it is.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from triage.parsers.pdf.hidden_candidates import TINY, Suspects
from triage.parsers.pdf.pdfium_ffi import Room, handle, unchecked

if TYPE_CHECKING:
    from PIL.Image import Image

_Box = tuple[int, int, int, int]
"""Left, top, right and bottom in dots of the drawn page; right and bottom are not inside."""

_WORDY = re.compile(r"\w")
_FAINT = 16
_SCAN = 0.4
_MOST_CHARACTERS = 50_000
_STRIDE = 12
_DOTS_PER_POINT = 1.5
_LONGEST_SIDE = 3000


@dataclass(slots=True, eq=False)
class _Run:
    """Characters of one text object in a row, with the box around them in points; ``size`` is the tallest's."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float

    def widen(self, left: float, right: float, bottom: float, top: float) -> None:
        """Take a character's box in."""
        self.left, self.bottom = min(self.left, left), min(self.bottom, bottom)
        self.right, self.top = max(self.right, right), max(self.top, top)
        self.size = max(self.size, right - left, top - bottom)


def hidden_text(pdfium: Any, page: Any, textpage: Any) -> list[str]:
    """Return the runs of a page's text that a reader doesn't see."""
    count = min(pdfium.FPDFText_CountChars(textpage), _MOST_CHARACTERS)
    if count <= 0:
        return []
    suspects = Suspects(pdfium, page)
    if not suspects.found or suspects.scan > _SCAN:
        return []
    runs = [run for run in _runs(pdfium, textpage, count, suspects.found) if _WORDY.search(run.text)]
    unseen = _Drawing(pdfium, page).unmarked([run for run in runs if run.size >= TINY])
    return [run.text.strip() for run in runs if run.size < TINY or run in unseen]


def _runs(pdfium: Any, textpage: Any, count: int, suspects: set[int]) -> Iterator[_Run]:
    ask, text, box = unchecked(pdfium), handle(textpage), Room(ctypes.c_double, 4)
    owner_of = ask.FPDFText_GetTextObject
    run: _Run | None = None
    owner = None
    index = -1
    while (index := index + 1) < count:
        shape = owner_of(text, index).value
        if run is None and shape not in suspects:
            # An object's characters stand together: where the one further on is its own, so are those between.
            if shape and owner_of(text, index + _STRIDE).value == shape:
                index += _STRIDE
            continue
        character = chr(ask.FPDFText_GetUnicode(text, index))
        if run is not None and (shape == owner or (not shape and character not in "\r\n")):
            run.text += character
        else:
            if run is not None:
                yield run
            run = _Run(character, 1e9, 1e9, -1e9, -1e9, 0.0) if shape in suspects else None
            owner = shape
        if run is not None and shape and not character.isspace():
            ask.FPDFText_GetCharBox(text, index, *box.places)
            run.widen(*box.values)
    if run is not None:
        yield run


class _Drawing:
    """A page as a reader sees it, grey, on white; only the part that is asked for is drawn."""

    def __init__(self, pdfium: Any, page: Any) -> None:
        self._pdfium = pdfium
        self._page = page
        wide, high = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
        scale = min(_DOTS_PER_POINT, _LONGEST_SIDE / max(wide, high, 1.0))
        self._width, self._height = max(1, round(wide * scale)), max(1, round(high * scale))

    def unmarked(self, runs: list[_Run]) -> list[_Run]:
        """Return those of the runs where nothing is to be seen."""
        boxes = [self._box(run) for run in runs]
        inside = [box for box in boxes if box is not None]
        if not inside:
            return runs
        left, top = min(box[0] for box in inside), min(box[1] for box in inside)
        right, bottom = max(box[2] for box in inside), max(box[3] for box in inside)
        picture = self._drawn(left, top, right - left, bottom - top)
        return [
            run
            for run, box in zip(runs, boxes, strict=True)
            if box is None or not _marked(picture, (box[0] - left, box[1] - top, box[2] - left, box[3] - top))
        ]

    def _box(self, run: _Run) -> _Box | None:
        """Return where a run stands on the drawing, None where that is outside of it."""
        across, down = ctypes.c_int(), ctypes.c_int()
        points = []
        for x, y in ((run.left, run.bottom), (run.right, run.top)):
            if abs(x) > 1e6 or abs(y) > 1e6:
                return None
            self._pdfium.FPDF_PageToDevice(self._page, 0, 0, self._width, self._height, 0, x, y, across, down)
            points.append((across.value, down.value))
        (x0, x1), (y0, y1) = (sorted(pair) for pair in zip(*points, strict=True))
        left, top = max(x0, 0), max(y0, 0)
        right, bottom = min(x1 + 1, self._width), min(y1 + 1, self._height)
        return (left, top, right, bottom) if left < right and top < bottom else None

    def _drawn(self, left: int, top: int, width: int, height: int) -> Image:
        """Return a part of the page."""
        import pypdfium2

        pdfium = self._pdfium
        bitmap = pypdfium2.PdfBitmap.new_native(width, height, pdfium.FPDFBitmap_Gray)
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
        pdfium.FPDF_RenderPageBitmap(bitmap, self._page, -left, -top, self._width, self._height, 0, pdfium.FPDF_ANNOT)
        picture: Image = bitmap.to_pil()
        return picture


def _marked(picture: Image, box: _Box) -> bool:
    """Whether anything is to be seen inside a box."""
    low, high = picture.crop(box).getextrema()
    return float(high) - float(low) >= _FAINT  # type: ignore[arg-type]
