"""``report.docx`` (export room): the findings as a Word document, for those who pass a report on and comment it.

Made with python-docx. Hebrew and Arabic stand right to left: a paragraph whose first strong letter is right-to-left
gets ``w:bidi``, and each run of such letters ``w:rtl`` (ECMA-376 17.3.1.6 and 17.3.2.30).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING, Any, BinaryIO

from triage.export import texts
from triage.export.contract import Dossier, Report
from triage.export.escape import line, visible

if TYPE_CHECKING:
    from docx.document import Document

_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_STRONG = frozenset({"L", "R", "AL"})
_AFTER_BIDI = tuple(  # w:bidi stands before these in a paragraph's properties (ECMA-376 17.3.1.26, CT_PPrBase)
    f"w:{name}"
    for name in (
        "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc",
        "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr",
        "pPrChange",
    )
)  # fmt: skip


class _Body:
    """The document's text, written from top to bottom.

    python-docx looks through all that is there before it adds a paragraph or finds a style; here each paragraph is put
    before a last one and names its style by id, so that the time grows with the text and not with its square.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._last = document.add_paragraph()

    def paragraph(self, text: str = "", style: str = "") -> Any:
        """Add a paragraph and return it; ``style`` is a style's id in python-docx's template."""
        paragraph = self._last.insert_paragraph_before()
        if style:
            paragraph._p.style = style
        _text(paragraph, text)
        return paragraph

    def pairs(self, pairs: Iterable[texts.Pair]) -> None:
        """Add a line for each (label, text)."""
        for label, text in pairs:
            paragraph = self.paragraph()
            paragraph.paragraph_format.space_after = 0
            _direction(paragraph, text)
            _runs(paragraph, f"{label}: ", bold=True)
            _runs(paragraph, text)

    def table(self, head: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
        """Add a table with a heading row."""
        table = self._document.add_table(rows=len(rows) + 1, cols=len(head), style="Light Grid Accent 1")
        self._last._p.addprevious(table._tbl)
        cells = iter(table._cells)  # taken once: asking for each cell is quadratic
        for row in (head, *rows):
            for value in row:
                _text(next(cells).paragraphs[0], line(value))

    def end(self) -> None:
        """Take away the last, empty paragraph."""
        self._last._p.getparent().remove(self._last._p)


def write(out: BinaryIO, report: Report) -> None:
    """Write the document; its dates are those of the order, so that the same order gives the same text."""
    import docx

    document = docx.Document()
    _properties(document, report)
    body = _Body(document)
    body.paragraph(texts.title(report.order), "Title")
    body.pairs(texts.facts(report))
    body.paragraph("Scope", "Heading1")
    body.pairs(texts.scope(report.order))
    _unsearched(body, report)
    _overview(body, report)
    body.paragraph("Items", "Heading1")
    for dossier in report.dossiers:
        _item(body, dossier)
    body.end()
    document.save(out)


def _properties(document: Document, report: Report) -> None:
    core = document.core_properties
    core.title = line(texts.title(report.order))[:255]
    core.author = line(report.order.reviewer)[:255]
    core.comments = ""
    core.created = core.modified = datetime.fromisoformat(report.order.created).replace(tzinfo=None)


def _unsearched(body: _Body, report: Report) -> None:
    body.paragraph("What could not be searched", "Heading1")
    rows = texts.problems(report.order)
    if rows:
        body.table(("Problem", "Count", "Meaning"), [(code, str(n), meaning) for code, n, meaning in rows])
    else:
        body.paragraph("Every item that was read could be searched in full.")


def _overview(body: _Body, report: Report) -> None:
    body.paragraph("Overview", "Heading1")
    if not report.dossiers:
        body.paragraph("The query finds no item; there is nothing to list.")
        return
    head = ("No.", "Date (UTC)", "From", "Subject or name", "Custodian", "Tags")
    body.table(head, [(str(d.number), *texts.overview(d)) for d in report.dossiers])


def _item(body: _Body, dossier: Dossier) -> None:
    row = dossier.finding.item.row
    body.paragraph(f"{dossier.number}. {line(row.subject or row.name or row.id)}", "Heading2")
    body.pairs(texts.details(dossier))
    for decision in dossier.finding.decisions:
        body.paragraph(texts.decision(decision), "ListBullet")
    for excerpt in dossier.excerpts:
        paragraph = body.paragraph(style="Quote")
        _direction(paragraph, excerpt.text)
        _runs(paragraph, f"[{excerpt.field}] ")
        for text, hit in excerpt.runs:
            _runs(paragraph, text, bold=hit)


def _text(paragraph: Any, text: str) -> None:
    _direction(paragraph, text)
    _runs(paragraph, text)


def _direction(paragraph: Any, text: str) -> None:
    first = next((kind for kind in map(unicodedata.bidirectional, text) if kind in _STRONG), "L")
    if first in _RIGHT_TO_LEFT:
        from docx.oxml import OxmlElement

        paragraph._p.get_or_add_pPr().insert_element_before(OxmlElement("w:bidi"), *_AFTER_BIDI)


def _runs(paragraph: Any, text: str, *, bold: bool = False) -> None:
    for piece, right_to_left in _by_direction(visible(text)):
        run = paragraph.add_run(piece)
        run.bold = bold or None
        if bold and right_to_left:
            run.font.cs_bold = True
        if right_to_left:
            run.font.rtl = True


def _by_direction(text: str) -> Iterator[tuple[str, bool]]:
    """Split text into runs of one direction; what has none (blanks, signs, digits) stays with what is before it."""
    if text.isascii():
        yield text, False
        return
    direction = False
    marked = []
    for character in text:
        kind = unicodedata.bidirectional(character)
        direction = kind in _RIGHT_TO_LEFT if kind in _STRONG else direction
        marked.append((direction, character))
    for right_to_left, group in groupby(marked, key=lambda pair: pair[0]):
        yield "".join(character for _, character in group), right_to_left
