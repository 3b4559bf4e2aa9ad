"""PDFium's calls that are made for every object and character of a page, at half of their usual price.

ctypes spends more on checking and wrapping what goes in and out than PDFium on the answer. Here nothing is checked:
handles go in as they came out, places to write to as ``byref`` of the right kind, numbers as they are. A handle lives
as long as the page that it came from; whoever calls keeps the page open.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from ctypes import PYFUNCTYPE, c_int, c_uint, c_ulong, c_void_p
from functools import cache
from typing import Any

_Call = Callable[..., Any]

FourFloats, SixFloats, FourDoubles = ctypes.c_float * 4, ctypes.c_float * 6, ctypes.c_double * 4
FourNumbers, TwoNumbers = ctypes.c_uint * 4, ctypes.c_int * 2
"""Array types, made once: ctypes forgets those of which no array is left, and each takes as long as thirty calls."""

MANY = 256
"""Objects that PDFium is asked of in one go."""


class Handle(c_void_p):
    """Something of PDFium's; ``value`` is its address, None where there is nothing."""


def handle(typed: Any) -> Handle:
    """Return a handle that came from one of pypdfium2's own calls."""
    return Handle(ctypes.cast(typed, c_void_p).value)


def places(array: Any) -> tuple[Any, ...]:
    """Return where each of an array's values is written to."""
    size = ctypes.sizeof(array) // len(array)
    return tuple(ctypes.byref(array, size * number) for number in range(len(array)))


class Answers:
    """Room for four values about each of ``MANY`` objects: asked in one go, they cost a third of a loop's time."""

    def __init__(self, kind: type[ctypes.c_float] | type[ctypes.c_uint]) -> None:
        size = ctypes.sizeof(kind)
        self._columns = [(kind * MANY)() for _ in range(4)]
        self._places = [[ctypes.byref(column, size * row) for row in range(MANY)] for column in self._columns]

    def of(self, call: _Call, objects: list[Handle]) -> tuple[list[int], list[list[Any]]]:
        """Return whether the values are known of each object, and four lists of them; at most ``MANY`` are asked."""
        known = list(map(call, objects, *self._places))
        return known, [column[: len(known)] for column in self._columns]


class Calls:
    """The calls, each with what it takes and gives."""

    def __init__(self, pdfium: Any) -> None:
        self.boxes, self.colours = Answers(ctypes.c_float), Answers(ctypes.c_uint)

        def bare(name: str, gives: Any = c_int) -> _Call:
            return PYFUNCTYPE(gives)(ctypes.cast(getattr(pdfium, name), c_void_p).value or 0)

        self.objects = bare("FPDFPage_CountObjects")
        """Page to number of objects."""
        self.object = bare("FPDFPage_GetObject", Handle)
        """Page, index to object."""
        self.inner_objects = bare("FPDFFormObj_CountObjects")
        """Form object to number of objects."""
        self.inner_object = bare("FPDFFormObj_GetObject", Handle)
        """Form object, index to object."""
        self.kind = bare("FPDFPageObj_GetType")
        """Object to its type, 0 for nothing."""
        self.bounds = bare("FPDFPageObj_GetBounds")
        """Object, places of four floats (left, bottom, right, top) to whether they are known."""
        self.colour = bare("FPDFPageObj_GetFillColor")
        """Object, places of four unsigned ints (red, green, blue, opacity) to whether they are known."""
        self.matrix = bare("FPDFPageObj_GetMatrix")
        """Object, place of six floats (a to f, ISO 32000-1, 8.3.3) to whether they are known."""
        self.draw_mode = bare("FPDFPath_GetDrawMode")
        """Path, places of two ints (how it is filled, whether it is stroked) to whether they are known."""
        self.render_mode = bare("FPDFTextObj_GetTextRenderMode")
        """Text object to its render mode (ISO 32000-1, 9.3.6)."""
        self.font_size = bare("FPDFTextObj_GetFontSize")
        """Text object, place of a float to whether it is known."""
        self.owner = bare("FPDFText_GetTextObject", Handle)
        """Text page, index of a character to its text object, nothing for a character that PDFium supposed."""
        self.letter = bare("FPDFText_GetUnicode", c_uint)
        """Text page, index of a character to its code."""
        self.letter_box = bare("FPDFText_GetCharBox")
        """Text page, index of a character, places of four doubles (left, right, bottom, top) to whether it is known."""
        self.trunks = bare("FPDF_StructTree_CountChildren")
        """Structure tree to number of its elements, -1 for none."""
        self.trunk = bare("FPDF_StructTree_GetChildAtIndex", Handle)
        """Structure tree, index to element."""
        self.branches = bare("FPDF_StructElement_CountChildren")
        """Element to number of its children, -1 for none."""
        self.branch = bare("FPDF_StructElement_GetChildAtIndex", Handle)
        """Element, index to child, nothing where it isn't an element."""
        self.alternative = bare("FPDF_StructElement_GetAltText", c_ulong)
        self.replacement = bare("FPDF_StructElement_GetActualText", c_ulong)
        self.expansion = bare("FPDF_StructElement_GetExpansion", c_ulong)
        """Element, nothing, 0 to the size of its text in bytes (ISO 32000-1, 14.9.3 to 14.9.5)."""


@cache
def calls(pdfium: Any) -> Calls:
    """Return the calls of the library, made once for a process."""
    return Calls(pdfium)
