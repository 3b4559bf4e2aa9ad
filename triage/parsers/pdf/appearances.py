"""Words that a PDF's annotations only draw: stamps, signatures and buttons; ISO 32000-1, 12.5.5.

PDFium gives a page's text without that of its annotations, and of these only the codes of their glyphs. Once an
annotation's appearance is part of the page, its text is read like the page's. That changes the document, so nobody else
may read the one that comes in here.
"""

from __future__ import annotations

from typing import Any

from triage.parsers.kit.contract import seconds_left
from triage.parsers.kit.texts import Texts
from triage.parsers.pdf.text import page_text

_MOST_PAGES, _RESERVE = 500, 0.5


def add_drawn(pdfium: Any, document: Any, drawn: dict[int, list[int]], texts: Texts) -> None:
    """Add the lines that annotations draw: ``drawn`` are their indexes on their page, by its number from 0.

    It takes half of the time that is left, at most; what is left out is told.
    """
    reserve = seconds_left() * _RESERVE
    for count, (number, indexes) in enumerate(drawn.items()):
        if count >= _MOST_PAGES or seconds_left() < reserve:
            texts.trouble("limit-count", "drawn-words-over-count", count=len(drawn), most=count)
            return
        for line in _drawn_lines(pdfium, document, number, set(indexes)):
            texts.add("annotation", line)


def _drawn_lines(pdfium: Any, document: Any, number: int, indexes: set[int]) -> list[str]:
    """Return the lines that a page has more of once these annotations are part of it."""
    page = pdfium.FPDF_LoadPage(document, number)
    before = set(_lines(pdfium, page))
    _keep(pdfium, page, indexes)
    done = pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
    pdfium.FPDF_ClosePage(page)
    if done != pdfium.FLATTEN_SUCCESS:
        return []
    page = pdfium.FPDF_LoadPage(document, number)
    lines = [line for line in _lines(pdfium, page) if line not in before]
    pdfium.FPDF_ClosePage(page)
    return lines


def _keep(pdfium: Any, page: Any, indexes: set[int]) -> None:
    """Take all other annotations away, and have the kept ones shown."""
    for index in reversed(range(pdfium.FPDFPage_GetAnnotCount(page))):
        if index not in indexes:
            pdfium.FPDFPage_RemoveAnnot(page, index)
            continue
        note = pdfium.FPDFPage_GetAnnot(page, index)
        pdfium.FPDFAnnot_SetFlags(note, pdfium.FPDF_ANNOT_FLAG_PRINT)
        pdfium.FPDFPage_CloseAnnot(note)


def _lines(pdfium: Any, page: Any) -> list[str]:
    textpage = pdfium.FPDFText_LoadPage(page) if page else None
    if not textpage:
        return []
    text = page_text(pdfium, textpage).text
    pdfium.FPDFText_ClosePage(textpage)
    return text.splitlines()
