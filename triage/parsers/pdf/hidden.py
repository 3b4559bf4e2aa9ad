"""Text of a PDF page that a reader doesn't see: invisible, white on white, covered, tiny, or off the page.

Few pages hold any, so the objects are looked over first; only around suspicious text the page is drawn, and what leaves
no mark there isn't seen. The invisible text over a scan is its recognised text, and stays what it is. Every object of
every page is asked, so this is where the time goes; bounds keep it in check on pages made of drawings.
"""

from __future__ import annotations

import ctypes
import math
import re
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from typing import Any

from triage.parsers.pdf.opening import MANY, Answers, Handle, OutValues, handle, unchecked

_PATH, _IMAGE, _FORM = 2, 3, 5
_INVISIBLE = (3, 7)
_LIGHT = 240
_FAINT = 16
_OPAQUE = 255
_TINY = 1.2  # points under which letters are too small to read
_MOST_OBJECTS, _MOST_IN_ALL, _MOST_PATHS, _MOST_COMPARED, _DEEPEST = 5000, 50_000, 1000, 20_000, 4
_BROAD, _HIGH, _STRIP, _FAR = 8.0, 4.0, 32.0, 1e6
_WORDY = re.compile(r"\w")
_SCAN = 0.4
_MOST_CHARACTERS = 50_000
_STRIDE = 12
_DOTS_PER_POINT = 1.5
_LONGEST_SIDE = 3000


@dataclass(slots=True, eq=False)
class _Run:
    """Characters of one text object in a row, with the box around them in points; ``size`` is the tallest's."""

    text: str
    left: float = math.inf
    bottom: float = math.inf
    right: float = -math.inf
    top: float = -math.inf
    size: float = 0.0

    def widen(self, left: float, right: float, bottom: float, top: float) -> None:
        self.left, self.bottom = min(self.left, left), min(self.bottom, bottom)
        self.right, self.top = max(self.right, right), max(self.top, top)
        self.size = max(self.size, right - left, top - bottom)


def hidden_text(pdfium: Any, page: Any, textpage: Any) -> list[str]:
    """Return the runs of a page's text that a reader doesn't see."""
    count = min(pdfium.FPDFText_CountChars(textpage), _MOST_CHARACTERS)
    if count <= 0:
        return []
    suspects = _Suspects(pdfium, page)
    if not suspects.found or suspects.scan > _SCAN:
        return []
    runs = [run for run in _runs(pdfium, textpage, count, suspects.found) if _WORDY.search(run.text)]
    unseen = _unmarked(pdfium, page, [run for run in runs if run.size >= _TINY])
    return [run.text.strip() for run in runs if run.size < _TINY or run in unseen]


def _runs(pdfium: Any, textpage: Any, count: int, suspects: set[int]) -> list[_Run]:
    ask, text, box = unchecked(pdfium), handle(textpage), OutValues(ctypes.c_double, 4)
    owner_of = ask.FPDFText_GetTextObject
    runs: list[_Run] = []
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
            run, owner = _Run(character) if shape in suspects else None, shape
            runs += [run] if run else []
        if run is not None and shape and not character.isspace():
            ask.FPDFText_GetCharBox(text, index, *box.places)
            run.widen(*box.values)
    return runs


def _unmarked(pdfium: Any, page: Any, runs: list[_Run]) -> list[_Run]:
    """Return those of the runs where nothing is to be seen; only the part of the page around them is drawn, grey."""
    import pypdfium2

    points = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    scale = min(_DOTS_PER_POINT, _LONGEST_SIDE / max(*points, 1.0))
    width, height = (max(1, round(side * scale)) for side in points)
    boxes = {run: box for run in runs if (box := _drawn_box(pdfium, page, run, width, height))}
    if not boxes:
        return runs
    left, top = (min(box[side] for box in boxes.values()) for side in (0, 1))
    right, bottom = (max(box[side] for box in boxes.values()) for side in (2, 3))
    bitmap = pypdfium2.PdfBitmap.new_native(right - left, bottom - top, pdfium.FPDFBitmap_Gray)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, right - left, bottom - top)
    pdfium.FPDF_RenderPageBitmap(bitmap, page, -left, -top, width, height, 0, pdfium.FPDF_ANNOT)
    picture = bitmap.to_pil()

    def is_marked(box: tuple[int, int, int, int]) -> bool:
        low, high = picture.crop((box[0] - left, box[1] - top, box[2] - left, box[3] - top)).getextrema()
        return bool(high - low >= _FAINT)

    return [run for run in runs if run not in boxes or not is_marked(boxes[run])]


def _drawn_box(pdfium: Any, page: Any, run: _Run, width: int, height: int) -> tuple[int, int, int, int] | None:
    """Return where a run stands on the drawn page, in dots from the left and the top; None where that is outside."""
    across, down = ctypes.c_int(), ctypes.c_int()
    points = []
    for x, y in ((run.left, run.bottom), (run.right, run.top)):
        if abs(x) > 1e6 or abs(y) > 1e6:
            return None
        pdfium.FPDF_PageToDevice(page, 0, 0, width, height, 0, x, y, across, down)
        points.append((across.value, down.value))
    (x0, x1), (y0, y1) = (sorted(pair) for pair in zip(*points, strict=True))
    left, top, right, bottom = max(x0, 0), max(y0, 0), min(x1 + 1, width), min(y1 + 1, height)
    return (left, top, right, bottom) if left < right and top < bottom else None


_Objects = list[tuple[int, Handle]]  # objects with their places in the drawing order
# Left, bottom, right and top of a text or a filled box, its colour, its place in the drawing order and its address.
_Box = tuple[float, float, float, float, tuple[int, int, int], int, int]
_EVERYWHERE = (-math.inf, -math.inf, math.inf, math.inf)


class _Memory:
    def __init__(self) -> None:
        self.boxes, self.colours = Answers(ctypes.c_float), Answers(ctypes.c_uint)
        self.sides, self.size, self.matrix = (OutValues(ctypes.c_float, count) for count in (4, 1, 6))
        self.colour, self.modes = OutValues(ctypes.c_uint, 4), OutValues(ctypes.c_int, 2)


_memory = cache(_Memory)


class _Suspects:
    """One page's text objects that may be unseen: ``found`` holds their addresses.

    ``scan`` is the share of the page that its largest picture covers.
    """

    def __init__(self, pdfium: Any, page: Any) -> None:
        self._ask = unchecked(pdfium)
        self._memory = _memory()
        edge = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, edge)
        self._edge = (edge.left, edge.bottom, edge.right, edge.top)
        self._left, self._paths, self._compared = _MOST_IN_ALL, _MOST_PATHS, _MOST_COMPARED
        self.scan = 0.0
        self.found = set[int]()
        self._examine(handle(page), 0, 1.0)

    def _examine(self, holder: Handle, depth: int, scale: float) -> None:
        """Look at what a page or a form holds; ``scale`` is how much larger the page shows it."""
        ask = self._ask
        count, get = ask.FPDFPage_CountObjects, ask.FPDFPage_GetObject
        if depth:
            count, get = ask.FPDFFormObj_CountObjects, ask.FPDFFormObj_GetObject
        number = max(0, min(count(holder), _MOST_OBJECTS, self._left))
        self._left -= number
        texts: list[_Box] = []
        boxes: list[_Box] = []
        for first in range(0, number, MANY):
            shapes = list(map(get, repeat(holder), range(first, min(first + MANY, number))))
            modes = list(map(ask.FPDFTextObj_GetTextRenderMode, shapes))
            if max(modes) >= 0:
                texts += self._texts(first, shapes, modes, _EVERYWHERE if depth else self._edge, scale)
            if min(modes) < 0:
                others = [(first + row, shapes[row]) for row, mode in enumerate(modes) if mode < 0]
                self._others(others, depth, scale, boxes)
        if boxes and texts:
            self._covered(texts, boxes)

    def _others(self, others: _Objects, depth: int, scale: float, boxes: list[_Box]) -> None:
        paths: _Objects = []
        for index, shape in others:
            kind = self._ask.FPDFPageObj_GetType(shape)
            if kind == _PATH:
                paths.append((index, shape))
            elif kind == _IMAGE and not depth and self._ask.FPDFPageObj_GetBounds(shape, *self._memory.sides.places):
                left, bottom, right, top = self._memory.sides.values
                area = (self._edge[2] - self._edge[0]) * (self._edge[3] - self._edge[1])
                self.scan = max(self.scan, abs((right - left) * (top - bottom)) / (area or math.inf))
            elif kind == _FORM and depth < _DEEPEST:
                self._examine(shape, depth + 1, scale * self._enlarged(shape))
        self._filled(paths[: self._paths], scale, boxes)
        self._paths = max(0, self._paths - len(paths))

    def _enlarged(self, shape: Handle) -> float:
        self._ask.FPDFPageObj_GetMatrix(shape, self._memory.matrix.places[0])
        return float(max(map(abs, self._memory.matrix.values[:4])))

    def _texts(
        self, first: int, shapes: list[Handle], modes: list[int], edge: tuple[float, float, float, float], scale: float
    ) -> list[_Box]:
        """Suspect text objects; return those that seem to be in sight, to be compared with what is painted there."""
        rows = [(first + row, shapes[row], mode) for row, mode in enumerate(modes) if mode >= 0]
        shapes = [shape for _, shape, _ in rows]
        placed, sides = self._memory.boxes.of(self._ask.FPDFPageObj_GetBounds, shapes)
        coloured, colours = self._memory.colours.of(self._ask.FPDFPageObj_GetFillColor, shapes)
        low_left, low_bottom, most_right, most_top = edge
        least = _TINY / scale if scale else math.inf
        texts = []
        for (index, shape, mode), is_placed, left, bottom, right, top, is_coloured, red, green, blue, opaque in zip(
            rows, placed, *sides, coloured, *colours, strict=True
        ):
            if not is_coloured:
                red = green = blue = -1
            if (
                mode in _INVISIBLE
                or not is_placed
                or (red >= _LIGHT and green >= _LIGHT and blue >= _LIGHT)
                or (opaque < _FAINT and is_coloured)
                or (right < low_left or top < low_bottom or left > most_right or bottom > most_top)
                or ((right - left < least or top - bottom < least) and self._is_tiny(shape, scale))
            ):
                self.found.add(shape.value or 0)
            else:
                texts.append((left, bottom, right, top, (red, green, blue), index, shape.value or 0))
        return texts

    def _is_tiny(self, shape: Handle, scale: float) -> bool:
        """Whether the letters are too small to read; a full stop alone has a small box in any size."""
        self._ask.FPDFTextObj_GetFontSize(shape, self._memory.size.places[0])
        return bool(self._memory.size.values[0] * self._enlarged(shape) * scale < _TINY)

    def _filled(self, paths: _Objects, scale: float, boxes: list[_Box]) -> None:
        ask, modes, colour = self._ask, self._memory.modes, self._memory.colour
        placed, sides = self._memory.boxes.of(ask.FPDFPageObj_GetBounds, [shape for _, shape in paths])
        for (index, shape), is_placed, left, bottom, right, top in zip(paths, placed, *sides, strict=True):
            if not is_placed or (right - left) * scale < _BROAD or (top - bottom) * scale < _HIGH:
                continue
            ask.FPDFPath_GetDrawMode(shape, *modes.places)
            if modes.values[0] and ask.FPDFPageObj_GetFillColor(shape, *colour.places):
                red, green, blue, opaque = colour.values
                if opaque == _OPAQUE:
                    boxes.append((left, bottom, right, top, (red, green, blue), index, 0))

    def _covered(self, texts: list[_Box], boxes: list[_Box]) -> None:
        # Texts are kept by strips of the page, so that a box is compared with those beside it only.
        strips: dict[int, list[_Box]] = {}
        for text in texts:
            if abs(text[1] + text[3]) < _FAR:
                strips.setdefault(int((text[1] + text[3]) / 2 // _STRIP), []).append(text)
        low, high = min(strips, default=0), max(strips, default=0)
        for left, bottom, right, top, ground, painted, _ in boxes:
            for strip in range(
                max(int(max(bottom, -_FAR) // _STRIP), low), min(int(min(top, _FAR) // _STRIP), high) + 1
            ):
                beside = strips.get(strip, ())
                self._compared -= len(beside) + 1
                if self._compared < 0:
                    return
                for at, under, to, over, colour, index, address in beside:
                    if (painted > index or colour == ground) and (
                        left <= (at + to) / 2 <= right and bottom <= (under + over) / 2 <= top
                    ):
                        self.found.add(address)
