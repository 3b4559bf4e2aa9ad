"""``report.docx``: the findings as a Word document, for those who pass a report on and comment it.

python-docx gives the document, its styles and its properties; what the body holds is written as WordprocessingML here,
piece by piece. A tree of it would take a second for two hundred findings, and hold up every other thread when it goes.
Hebrew and Arabic stand right to left: a paragraph whose first strong letter is right-to-left gets ``w:bidi``, and each
run of such letters ``w:rtl`` (ECMA-376 17.3.1.6 and 17.3.2.30).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING, BinaryIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from triage.export import texts
from triage.export.contract import Dossier, Report, Writer
from triage.export.escape import line, visible

if TYPE_CHECKING:
    from docx.document import Document

_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_MAY_TURN = re.compile("[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""What may be written from right to left: the blocks that Unicode keeps for it (UAX 9, 3.2), and the mark."""
_STRONG = frozenset({"L", "R", "AL"})
_MAIN = "word/document.xml"
_TABLE = (
    '<w:tblPr><w:tblStyle w:val="LightGrid-Accent1"/><w:tblW w:w="5000" w:type="pct"/>'
    '<w:tblLook w:val="0420" w:firstRow="1" w:noVBand="1"/></w:tblPr>'
)
Run = tuple[str, bool]
"""Text, and whether it is bold."""


def write(out: BinaryIO, report: Report) -> None:
    """Write the document; its dates are those of the order, so that the same order gives the same bytes."""
    import docx

    document, empty = docx.Document(), BytesIO()
    _properties(document, report)
    document.save(empty)
    with ZipFile(empty) as blank, ZipFile(out, "w") as full:
        for name in blank.namelist():
            if name != _MAIN:
                full.writestr(ZipInfo(name), blank.read(name), ZIP_DEFLATED)  # not dated by the clock
        before, section, after = blank.read(_MAIN).partition(b"<w:sectPr")  # the body's last element
        main = ZipInfo(_MAIN)
        main.compress_type = ZIP_DEFLATED
        with full.open(main, "w") as part:
            part.write(before)
            for xml in _body(report):
                part.write(xml.encode())
            part.write(section + after)


def _properties(document: Document, report: Report) -> None:
    core = document.core_properties
    core.title = line(texts.title(report.order))[:255]
    core.author = line(report.order.reviewer)[:255]
    core.comments = ""
    core.created = core.modified = datetime.fromisoformat(report.order.created).replace(tzinfo=None)


def _body(report: Report) -> Iterator[str]:
    """Yield the body's content from top to bottom, as XML."""
    yield _paragraph([(texts.title(report.order), False)], "Title")
    yield _pairs(texts.facts(report))
    for heading, pairs in texts.sections(report.order):
        yield _heading(heading)
        yield _pairs(pairs)
    yield _heading("What could not be searched")
    problems = [(code, str(count), meaning) for code, count, meaning in texts.problems(report.order)]
    yield from _table(texts.PROBLEMS_HEAD, problems) if problems else [_paragraph([(texts.NO_PROBLEMS, False)])]
    yield _heading("Overview")
    rows = [(str(d.number), *texts.overview(d, copies)) for d, copies in report.entries]
    yield from _table(texts.OVERVIEW_HEAD, rows) if rows else [_paragraph([(texts.NO_FINDINGS, False)])]
    yield _heading("Items")
    yield from (_item(dossier, copies) for dossier, copies in report.entries)


def _heading(text: str) -> str:
    return _paragraph([(text, False)], "Heading1")


def _item(dossier: Dossier, copies: Sequence[Dossier]) -> str:
    row = dossier.finding.item.row
    parts = [_paragraph([(f"{dossier.number}. {line(row.subject or row.name or row.id)}", False)], "Heading2")]
    parts.append(_pairs(texts.details(dossier, copies)))
    parts += [_paragraph([(texts.decision(one), False)], "ListBullet") for one in texts.decisions(dossier, copies)]
    for excerpt in dossier.excerpts:
        parts.append(_paragraph([(f"[{excerpt.field}] ", False), *excerpt.runs], "Quote", excerpt.text))
    return "".join(parts)


def _pairs(pairs: Iterable[texts.Pair]) -> str:
    return "".join(_paragraph([(f"{label}: ", True), (text, False)], "", text, tight=True) for label, text in pairs)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    grid = "<w:gridCol/>" * len(head)
    yield f"<w:tbl>{_TABLE}<w:tblGrid>{grid}</w:tblGrid>{_row(head, repeat=True)}"
    yield from map(_row, rows)
    yield "</w:tbl>"


def _row(values: tuple[str, ...], *, repeat: bool = False) -> str:
    """Return a table row; one that repeats is the heading on every page."""
    cells = "".join(f"<w:tc>{_paragraph([(line(value), False)])}</w:tc>" for value in values)
    return f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' if repeat else ''}{cells}</w:tr>"


def _paragraph(runs: Iterable[Run], style: str = "", leading: str | None = None, *, tight: bool = False) -> str:
    """Return a paragraph; its direction is that of ``leading``, or of its own text. The order is that of CT_PPr."""
    runs = list(runs)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    turned = "<w:bidi/>" if _turned("".join(text for text, _ in runs) if leading is None else leading) else ""
    spaced = '<w:spacing w:after="0"/>' if tight else ""
    pieces = "".join(_runs(text, bold) for text, bold in runs)
    return f"<w:p><w:pPr>{named}{turned}{spaced}</w:pPr>{pieces}</w:p>"


def _runs(text: str, bold: bool) -> str:
    if text.isascii() and text.isprintable():
        return _run(text, bold, False)
    return "".join(_run(piece, bold, right) for piece, right in by_direction(visible(text)))


def _run(text: str, bold: bool, right_to_left: bool) -> str:
    form = ("<w:b/><w:bCs/>" if bold else "") + ("<w:rtl/>" if right_to_left else "")
    shown = escape(text).replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    shown = shown.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    return f'<w:r><w:rPr>{form}</w:rPr><w:t xml:space="preserve">{shown}</w:t></w:r>'


def _turned(text: str) -> bool:
    if text.isascii() or not _MAY_TURN.search(text):
        return False
    first = next((kind for kind in map(unicodedata.bidirectional, text) if kind in _STRONG), "L")
    return first in _RIGHT_TO_LEFT


def by_direction(text: str) -> Iterator[tuple[str, bool]]:
    """Split text into runs of one direction; what has none (blanks, signs, digits) stays with what is before it."""
    if text.isascii() or not _MAY_TURN.search(text):
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


WRITER = Writer("report.docx", "the same report as a Word document", write)
