"""Text objects of a PDF page that may be out of sight (floor 2): a loaded page in, their addresses out.

Invisible, transparent, nearly white, tiny or beyond the page's edge; of the colour of the ground it stands on, or
under a box that was painted over it, as in a bad redaction. Only a suspicion: who asks looks at the page as it is
drawn. Every object of every page is asked, so this is where the time goes; bounds keep it in check on pages made of
drawings.
"""

from __future__ import annotations

import ctypes
from typing import Any

from triage.parsers.pdfcalls import FourFloats, FourNumbers, Handle, SixFloats, TwoNumbers, calls, handle, places

_TEXT, _PATH, _IMAGE, _FORM = 1, 2, 3, 5
_INVISIBLE = (3, 7)
_LIGHT = 240
_FAINT = 16
_OPAQUE = 255
TINY = 1.2
"""Points under which letters are too small to read."""

_MOST_OBJECTS, _MOST_IN_ALL, _MOST_PATHS, _MOST_COMPARED, _DEEPEST = 5000, 50_000, 1000, 20_000, 4
_BROAD, _HIGH, _STRIP, _FAR = 8.0, 4.0, 32.0, 1e6

_Colour = tuple[int, int, int]
_Box = tuple[float, float, float, float, _Colour, int, int]
"""Left, bottom, right and top of a text or a filled box, its colour, its place in the drawing order and its address."""


class Suspects:
    """One page's text objects that may be unseen: ``found`` holds their addresses.

    ``scan`` is the share of the page that its largest picture covers.
    """

    def __init__(self, pdfium: Any, page: Any) -> None:
        self._ask = ask = calls(pdfium)
        self._mode_of, self._colour_of, self._bounds_of = ask.render_mode, ask.colour, ask.bounds
        self._sides, self._colours = FourFloats(), FourNumbers()
        self._side_places, self._colour_places = places(self._sides), places(self._colours)
        self._size, self._matrix, self._modes = ctypes.c_float(), SixFloats(), TwoNumbers()
        self._size_place, self._matrix_place = ctypes.byref(self._size), ctypes.byref(self._matrix)
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
        count, get = (ask.inner_objects, ask.inner_object) if depth else (ask.objects, ask.object)
        kind_of = ask.kind
        texts: list[_Box] = []
        boxes: list[_Box] = []
        number = max(0, min(count(holder), _MOST_OBJECTS, self._left))
        self._left -= number
        for index in range(number):
            shape = get(holder, index)
            kind = kind_of(shape)
            if kind == _TEXT:
                self._text(shape, not depth, scale, texts, index)
            elif kind == _PATH:
                self._path(shape, scale, boxes, index)
            elif kind == _IMAGE and not depth and ask.bounds(shape, *self._side_places):
                self.scan = max(self.scan, self._share())
            elif kind == _FORM and depth < _DEEPEST:
                self._look(shape, depth + 1, scale * self._enlarged(shape))
        if boxes and texts:
            self._covered(texts, boxes)

    def _enlarged(self, shape: Handle) -> float:
        self._ask.matrix(shape, self._matrix_place)
        return max(map(abs, self._matrix[:4]))

    def _share(self) -> float:
        left, bottom, right, top = self._sides
        area = (self._edge[2] - self._edge[0]) * (self._edge[3] - self._edge[1])
        return abs((right - left) * (top - bottom)) / area if area else 0.0

    def _text(self, shape: Handle, on_page: bool, scale: float, texts: list[_Box], index: int) -> None:
        """Suspect a text object, or keep it for the comparison with what is painted around it."""
        address = shape.value or 0
        if self._mode_of(shape) in _INVISIBLE:
            self.found.add(address)
            return
        red = green = blue = -1
        if self._colour_of(shape, *self._colour_places):
            red, green, blue, opaque = self._colours[:]
            if opaque < _FAINT or (red >= _LIGHT and green >= _LIGHT and blue >= _LIGHT):
                self.found.add(address)
                return
        if not self._bounds_of(shape, *self._side_places):
            self.found.add(address)
            return
        left, bottom, right, top = self._sides[:]
        edge = self._edge
        beyond = on_page and (right < edge[0] or top < edge[1] or left > edge[2] or bottom > edge[3])
        if beyond or (min(right - left, top - bottom) * scale < TINY and self._tiny(shape, scale)):
            self.found.add(address)
        else:
            texts.append((left, bottom, right, top, (red, green, blue), index, address))

    def _tiny(self, shape: Handle, scale: float) -> bool:
        """Whether the letters are too small to read; a full stop alone has a small box in any size."""
        self._ask.font_size(shape, self._size_place)
        return self._size.value * self._enlarged(shape) * scale < TINY

    def _path(self, shape: Handle, scale: float, boxes: list[_Box], index: int) -> None:
        """Keep a path that fills a box in which text may stand."""
        self._paths -= 1
        ask = self._ask
        if self._paths < 0 or not ask.bounds(shape, *self._side_places):
            return
        left, bottom, right, top = self._sides[:]
        if (right - left) * scale < _BROAD or (top - bottom) * scale < _HIGH:
            return
        ask.draw_mode(shape, *places(self._modes))
        if self._modes[0] and ask.colour(shape, *self._colour_places):
            red, green, blue, opaque = self._colours[:]
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
                    inside = left <= (at + to) / 2 <= right and bottom <= (under + over) / 2 <= top
                    if inside and (painted > index or colour == ground):
                        self.found.add(address)
