"""How PDFium is called: its strings, and calls for every object and character of a page at half their usual price.

ctypes spends more on checking and wrapping what goes in and out than PDFium on the answer. What ``unchecked`` gives
checks nothing: handles go in as they came out, addresses to write to as ``byref`` of the right kind, numbers as they
are. A handle lives as long as the page that it came from; whoever calls keeps the page open.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from ctypes import PYFUNCTYPE, c_int, c_void_p
from functools import cache
from typing import Any

_Call = Callable[..., Any]
_LIBRARY_VERSION = 2
_uses_machine_fonts = True


def use_machine_fonts(wanted: bool) -> None:
    """Have PDFium draw with the machine's fonts, or with those of the file and its own only.

    Reading does without: how wide a font is that isn't in the file decides where PDFium sees words, and what it leaves
    out, and the text of a file must be the same everywhere. PDFium takes its fonts when it starts, so it starts anew,
    for reading each time: one font stands in for all that are missing, and keeps the width and weight in which it was
    last drawn. While a document is open, everything stays as it is.
    """
    import gc

    import pypdfium2.raw as pdfium
    from pypdfium2.internal import ObjectTracker

    global _uses_machine_fonts
    if wanted and _uses_machine_fonts:
        return
    if any(ObjectTracker.values()):
        gc.collect()  # what nobody holds any more
    if any(ObjectTracker.values()):
        return
    paths = None if wanted else (ctypes.POINTER(ctypes.c_char) * 1)()
    pdfium.FPDF_DestroyLibrary()
    pdfium.FPDF_InitLibraryWithConfig(pdfium.FPDF_LIBRARY_CONFIG(version=_LIBRARY_VERSION, m_pUserFontPaths=paths))
    _uses_machine_fonts = wanted


MANY = 256
"""Objects that PDFium is asked of in one go."""


class Handle(c_void_p):
    """Something of PDFium's; ``value`` is its address, None where there is nothing."""


def handle(typed: Any) -> Handle:
    """Return a handle that came from one of pypdfium2's own calls."""
    return Handle(ctypes.cast(typed, c_void_p).value)


class UncheckedCalls:
    """PDFium's calls by their names, each made when it is first asked for."""

    def __init__(self, pdfium: Any) -> None:
        self._pdfium = pdfium

    def __getattr__(self, name: str) -> _Call:
        checked = getattr(self._pdfium, name)
        gives_pointer = hasattr(checked.restype, "contents")
        call = PYFUNCTYPE(Handle if gives_pointer else c_int)(ctypes.cast(checked, c_void_p).value or 0)
        setattr(self, name, call)
        return call


unchecked = cache(UncheckedCalls)
"""Gives the unchecked calls of the library ``pypdfium2.raw``."""


class OutValues:
    """Memory in which PDFium writes ``count`` values, made once: each ctypes array takes as long as thirty calls."""

    def __init__(self, kind: type[ctypes.c_float | ctypes.c_double | ctypes.c_int | ctypes.c_uint], count: int) -> None:
        self.values: Any = (kind * count)()
        self.places = [ctypes.byref(self.values, ctypes.sizeof(kind) * at) for at in range(count)]


class Answers:
    """Room for four values about each of ``MANY`` objects: asked in one go, they cost a third of a loop's time."""

    def __init__(self, kind: type[ctypes.c_float | ctypes.c_uint]) -> None:
        self._columns = [OutValues(kind, MANY) for _ in range(4)]

    def of(self, call: _Call, objects: list[Handle]) -> tuple[list[int], list[list[Any]]]:
        """Return whether the values are known of each object, and four lists of them; at most ``MANY`` are asked."""
        known = list(map(call, objects, *(column.places for column in self._columns)))
        return known, [column.values[: len(known)] for column in self._columns]


_STRING = bytearray(1024)
_STRING_PLACE = ctypes.byref(ctypes.c_ushort.from_buffer(_STRING))
"""Room for all but long strings, so that each takes one call."""


def wide(ask: _Call, *about: Any) -> str:
    """Return a UTF-16 string from one of PDFium's calls that tell its size in bytes, and write it where it has room.

    FPDFAttachment_GetName, FPDFJavaScriptAction_GetScript and the annotation calls return through ``unsigned short``
    buffers, FPDF_GetMetaText through an untyped one; an array of shorts serves both.
    """
    size = ask(*about, _STRING_PLACE, len(_STRING))
    if size <= 2:
        return ""
    room = _STRING
    if size > len(room):
        room = bytearray(size + 2)  # an array type of each length would take ten times as long to make
        ask(*about, ctypes.byref(ctypes.c_ushort.from_buffer(room)), size)
    return room[: size - 2].decode("utf-16-le", "replace").replace("\r", "\n").strip("\0")


def narrow(ask: _Call, *about: Any) -> str:
    """Return a UTF-8 string from one of PDFium's calls that tell its size in bytes."""
    size = ask(*about, None, 0)
    if size <= 1:
        return ""
    buffer = ctypes.create_string_buffer(size)
    ask(*about, buffer, size)
    return buffer.raw[: size - 1].decode("utf-8", "replace")
