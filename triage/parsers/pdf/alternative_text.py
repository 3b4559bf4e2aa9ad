"""What a tagged PDF says of its pictures, tables and formulas: ISO 32000-1, 14.9.3 to 14.9.5.

A page's structure tree in, descriptions out that the page itself doesn't say. A reader of the page doesn't see them; a
picture's own place on its author's disk is often among them. Most tagged files hold none, and walking a tree takes a
tenth of a page's time, so the names of the entries are looked for in the file's bytes first.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from typing import Any

from triage.parsers.kit.texts import Texts
from triage.parsers.pdf.pdfium_ffi import Handle, handle, unchecked, wide

NAMES = rb"(?:Alt|ActualText)(?![a-z]|[\s\0]{0,8}(?:\([\s\0]{0,8}\)|<>))|E[\s\0]{0,8}(?:\([\w\xfe]|<[0-9A-Fa-f]{4})"
"""A description, a replacement, and what an abbreviation stands for."""

_MOST, _MOST_OF_PAGE = 1_000_000, 50_000
_WORDY = re.compile(r"\w")


class Descriptions:
    """The descriptions of one document; each is given once, where it stands first."""

    def __init__(self, pdfium: Any, document: Any, mentioned: bool) -> None:
        """``mentioned`` says whether the file's bytes hold one of NAMES, or may hide it."""
        self._pdfium = pdfium
        self._said = set[str]()
        self._left = _MOST if mentioned and pdfium.FPDFCatalog_IsTagged(document) else 0

    def add(self, page: Any, shown: str, texts: Texts) -> None:
        """Add as hidden what a page's elements say that isn't ``shown``, the page's text."""
        tree = self._pdfium.FPDF_StructTree_GetForPage(page) if self._left else None
        if not tree:
            return
        plain = f" {' '.join(shown.split())} "
        for said in self._elements(handle(tree), texts):
            if said not in self._said:
                self._said.add(said)
                if _WORDY.search(said) and f" {' '.join(said.split())} " not in plain:
                    texts.add("hidden", said)
        self._pdfium.FPDF_StructTree_Close(tree)

    def _elements(self, tree: Handle, texts: Texts) -> Iterator[str]:
        """Yield what the elements of a tree say, from the first to the last, each before those in it."""
        pdfium, ask = self._pdfium, unchecked(self._pdfium)
        calls = ("FPDF_StructElement_GetAltText", "FPDF_StructElement_GetActualText", "FPDF_StructElement_GetExpansion")
        about = [(getattr(ask, name), getattr(pdfium, name)) for name in calls]
        child, count_children = ask.FPDF_StructElement_GetChildAtIndex, ask.FPDF_StructElement_CountChildren
        count = min(self._left, _MOST_OF_PAGE)
        most = min(ask.FPDF_StructTree_CountChildren(tree), count + 1)
        waiting = [ask.FPDF_StructTree_GetChildAtIndex(tree, at) for at in reversed(range(most))]
        while waiting:
            if not count:
                self._left = 0
                texts.trouble("limit-count", "descriptions-over-count")
                return
            element = waiting.pop()
            count, self._left = count - 1, self._left - 1
            for size, say in about:
                if size(element, None, 0) > 2:
                    yield wide(say, ctypes.cast(element, pdfium.FPDF_STRUCTELEMENT))
            inside = (child(element, at) for at in reversed(range(min(count_children(element), count + 1))))
            waiting += [inner for inner in inside if inner.value]
