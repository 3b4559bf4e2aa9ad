"""Text objects of a PDF page that may be out of sight: a loaded page in, their addresses out.

Invisible, transparent, nearly white, tiny or beyond the page's edge; of the colour of the ground it stands on, or
under a box that was painted over it, as in a bad redaction. Only a suspicion: who asks looks at the page as it is
drawn. Every object of every page is asked, so this is where the time goes; bounds keep it in check on pages made of
drawings.
"""

from __future__ import annotations

import ctypes
import math
from functools import cache
from itertools import repeat
from typing import Any

from triage.parsers.pdf.pdfium_ffi import MANY, Answers, Handle, Room, handle, unchecked

_PATH, _IMAGE, _FORM = 2, 3, 5
_INVISIBLE = (3, 7)
_LIGHT = 240
_FAINT = 16
_OPAQUE = 255
TINY = 1.2
"""Points under which letters are too small to read."""

_MOST_OBJECTS, _MOST_IN_ALL, _MOST_PATHS, _MOST_COMPARED, _DEEPEST = 5000, 50_000, 1000, 20_000, 4
_BROAD, _HIGH, _STRIP, _FAR = 8.0, 4.0, 32.0, 1e6

_Objects = list[tuple[int, Handle]]
"""Objects with their places in the drawing order."""

_Box = tuple[float, float, float, float, tuple[int, int, int], int, int]
"""Left, bottom, right and top of a text or a filled box, its colour, its place in the drawing order and its address."""

_EVERYWHERE = (-math.inf, -math.inf, math.inf, math.inf)


class _Memory:
    """Where PDFium writes what it is asked, made once."""

    def __init__(self) -> None:
        self.boxes, self.colours = Answers(ctypes.c_float), Answers(ctypes.c_uint)
        self.sides, self.size, self.matrix = (Room(ctypes.c_float, count) for count in (4, 1, 6))
        self.colour, self.modes = Room(ctypes.c_uint, 4), Room(ctypes.c_int, 2)


_memory = cache(_Memory)


class Suspects:
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
        self._look(handle(page), 0, 1.0)

    def _look(self, holder: Handle, depth: int, scale: float) -> None:
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
        """Look at what isn't text: keep filled boxes, weigh pictures, look into forms."""
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
                self._look(shape, depth + 1, scale * self._enlarged(shape))
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
        least = TINY / scale if scale else math.inf
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
        return bool(self._memory.size.values[0] * self._enlarged(shape) * scale < TINY)

    def _filled(self, paths: _Objects, scale: float, boxes: list[_Box]) -> None:
        """Keep the paths that fill a box in which text may stand."""
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
        """Suspect texts in a box that was painted over them, or before them in their own colour.

        Texts are kept by strips of the page, so that a box is compared with those beside it only.
        """
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
