"""Text objects of a PDF page that may be out of sight: a loaded page in, their addresses out.

Invisible, transparent, nearly white, tiny or beyond the page's edge; of the colour of the ground it stands on, or
under a box that was painted over it, as in a bad redaction. Only a suspicion: who asks looks at the page as it is
drawn. Every object of every page is asked, so this is where the time goes; bounds keep it in check on pages made of
drawings.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from functools import cache
from itertools import repeat
from typing import Any

from triage.parsers.pdf.pdfium_ffi import (
    MANY,
    Calls,
    FourFloats,
    FourNumbers,
    Handle,
    SixFloats,
    TwoNumbers,
    calls,
    handle,
    places,
)

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


class _Room:
    """Where PDFium writes what it is asked, made once, and where that is."""

    def __init__(self) -> None:
        self.sides, self.colours = FourFloats(), FourNumbers()
        self.side_places, self.colour_places = places(self.sides), places(self.colours)
        self.size, self.matrix, self.modes = ctypes.c_float(), SixFloats(), TwoNumbers()
        self.size_place, self.matrix_place = ctypes.byref(self.size), ctypes.byref(self.matrix)
        self.mode_places = places(self.modes)


_room = cache(_Room)


class Suspects:
    """One page's text objects that may be unseen: ``found`` holds their addresses.

    ``scan`` is the share of the page that its largest picture covers.
    """

    def __init__(self, pdfium: Any, page: Any) -> None:
        self._ask = calls(pdfium)
        self._room = _room()
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
        number = max(0, min(count(holder), _MOST_OBJECTS, self._left))
        self._left -= number
        texts: list[_Texts] = []
        boxes: list[_Box] = []
        for first in range(0, number, MANY):
            shapes = list(map(get, repeat(holder), range(first, min(first + MANY, number))))
            modes = list(map(ask.render_mode, shapes))
            if max(modes) >= 0:
                texts.append(self._texts(first, shapes, modes, not depth, scale))
            if min(modes) < 0:
                others = [(first + row, shapes[row]) for row, mode in enumerate(modes) if mode < 0]
                self._others(others, depth, scale, boxes)
        if boxes and texts:
            self._covered([box for some in texts for box in some.boxes(self.found)], boxes)

    def _others(self, others: _Objects, depth: int, scale: float, boxes: list[_Box]) -> None:
        """Look at what isn't text: keep filled boxes, weigh pictures, look into forms."""
        paths: _Objects = []
        for index, shape in others:
            kind = self._ask.kind(shape)
            if kind == _PATH:
                paths.append((index, shape))
            elif kind == _IMAGE and not depth and self._ask.bounds(shape, *self._room.side_places):
                self.scan = max(self.scan, self._share())
            elif kind == _FORM and depth < _DEEPEST:
                self._look(shape, depth + 1, scale * self._enlarged(shape))
        self._filled(paths[: self._paths], scale, boxes)
        self._paths = max(0, self._paths - len(paths))

    def _enlarged(self, shape: Handle) -> float:
        self._ask.matrix(shape, self._room.matrix_place)
        return max(map(abs, self._room.matrix[:4]))

    def _share(self) -> float:
        left, bottom, right, top = self._room.sides
        area = (self._edge[2] - self._edge[0]) * (self._edge[3] - self._edge[1])
        return abs((right - left) * (top - bottom)) / area if area else 0.0

    def _texts(self, first: int, shapes: list[Handle], modes: list[int], on_page: bool, scale: float) -> _Texts:
        """Suspect text objects; those that seem to be in sight are kept to be compared with what is painted there."""
        texts = _Texts(self._ask, first, shapes, modes)
        unseen = texts.unseen()
        edge = self._edge if on_page else _EVERYWHERE
        unseen.update(texts.beyond(*edge))
        least = TINY / scale if scale else math.inf
        unseen.update(row for row in texts.thin(least) if self._tiny(texts.shapes[row], scale))
        self.found.update(texts.shapes[row].value or 0 for row in unseen)
        return texts

    def _tiny(self, shape: Handle, scale: float) -> bool:
        """Whether the letters are too small to read; a full stop alone has a small box in any size."""
        self._ask.font_size(shape, self._room.size_place)
        return self._room.size.value * self._enlarged(shape) * scale < TINY

    def _filled(self, paths: _Objects, scale: float, boxes: list[_Box]) -> None:
        """Keep the paths that fill a box in which text may stand."""
        ask = self._ask
        known, sides = ask.boxes.of(ask.bounds, [shape for _, shape in paths])
        for (index, shape), sure, left, bottom, right, top in zip(paths, known, *sides, strict=True):
            if not sure or (right - left) * scale < _BROAD or (top - bottom) * scale < _HIGH:
                continue
            ask.draw_mode(shape, *self._room.mode_places)
            if self._room.modes[0] and ask.colour(shape, *self._room.colour_places):
                red, green, blue, opaque = self._room.colours[:]
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


class _Texts:
    """The text objects among some objects: where they stand, their colours, how they are drawn."""

    def __init__(self, ask: Calls, first: int, shapes: list[Handle], modes: list[int]) -> None:
        rows = [row for row, mode in enumerate(modes) if mode >= 0]
        self.shapes = [shapes[row] for row in rows]
        self._modes = [modes[row] for row in rows]
        self._indexes = [first + row for row in rows]
        self._placed, self.sides = ask.boxes.of(ask.bounds, self.shapes)
        coloured, self._colours = ask.colours.of(ask.colour, self.shapes)
        for row in (row for row, known in enumerate(coloured) if not known) if 0 in coloured else ():
            for column, value in zip(self._colours, (-1, -1, -1, _OPAQUE), strict=True):
                column[row] = value

    def unseen(self) -> set[int]:
        """Return the rows of those that are invisible, see-through or nearly white, or stand nobody knows where."""
        rows = set[int]()
        if max(self._modes) >= min(_INVISIBLE):
            rows.update(row for row, mode in enumerate(self._modes) if mode in _INVISIBLE)
        if 0 in self._placed:
            rows.update(row for row, placed in enumerate(self._placed) if not placed)
        red, green, blue, opaque = self._colours
        if min(opaque) < _FAINT or (max(red) >= _LIGHT and max(green) >= _LIGHT and max(blue) >= _LIGHT):
            light = (r >= _LIGHT and g >= _LIGHT and b >= _LIGHT for r, g, b in zip(red, green, blue, strict=True))
            rows.update(n for n, (pale, much) in enumerate(zip(light, opaque, strict=True)) if pale or much < _FAINT)
        return rows

    def beyond(self, left: float, bottom: float, right: float, top: float) -> list[int]:
        """Return the rows of those that stand outside of a box; on most pages none does, which is seen at once."""
        lefts, lows, rights, highs = self.sides
        if min(rights) >= left and min(highs) >= bottom and max(lefts) <= right and max(lows) <= top:
            return []
        boxes = enumerate(zip(lefts, lows, rights, highs, strict=True))
        return [n for n, (a, b, c, d) in boxes if c < left or d < bottom or a > right or b > top]

    def thin(self, least: float) -> list[int]:
        """Return the rows of those that are narrower or lower than so much."""
        boxes = enumerate(zip(*self.sides, strict=True))
        return [row for row, (left, low, right, high) in boxes if right - left < least or high - low < least]

    def boxes(self, unless: set[int]) -> Iterator[_Box]:
        """Yield the boxes of the texts whose addresses aren't among some."""
        red, green, blue, _ = self._colours
        inks = zip(red, green, blue, strict=True)
        for index, shape, ink, *box in zip(self._indexes, self.shapes, inks, *self.sides, strict=True):
            if shape.value not in unless:
                yield *box, ink, index, shape.value or 0
