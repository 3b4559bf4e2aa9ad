"""``report.docx``: the findings as a Word document, for those who pass a report on and comment it.

python-docx gives the document, its styles and its properties; what the body holds is written as WordprocessingML here,
piece by piece. A tree of it would take a second for two hundred findings, and hold up every other thread when it goes.
Hebrew and Arabic stand right to left: a paragraph whose first strong letter is right-to-left gets ``w:bidi``, and each
run of such letters ``w:rtl`` (ECMA-376 17.3.1.6 and 17.3.2.30).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from html import escape
from itertools import chain, groupby, islice
from typing import Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from triage.export import texts
from triage.export.contract import Report, Writer
from triage.export.document import (
    HIT,
    QUOTED,
    Block,
    Entry,
    Facts,
    Heading,
    Passage,
    Sentence,
    TableBlock,
    blocks,
    by_line,
)
from triage.export.texts import MAY_TURN, RIGHT_TO_LEFT, STRONG, line, right_to_left
from triage.proof.verify.page import visible

_MAIN = "word/document.xml"
_TABLE = (
    '<w:tblPr><w:tblStyle w:val="LightGrid-Accent1"/><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/>'
    '<w:tblLook w:val="0420" w:firstRow="1" w:noVBand="1"/></w:tblPr>'
)
_ROOM = 8640  # twips between the margins of python-docx's own document
_LETTER, _MARGINS = 125, 300  # twips that a letter and the margins of a cell need
_NARROW = 10  # letters of a column that others don't make narrower
_WEIGHED, _MOST_WEIGHED = 300, 40  # rows that say how wide columns are, and letters of a line that count at most
_BOLD = HIT
_FORMS = {"": "", _BOLD: "<w:b/><w:bCs/>", QUOTED: '<w:color w:val="57606A"/>'}
Run = tuple[str, str]
"""Text, and "", _BOLD or QUOTED."""


def write(out: BinaryIO, report: Report) -> None:
    """Write the document; its dates are those of the order, so that the same order gives the same bytes."""
    created = datetime.fromisoformat(report.order.created)
    write_blocks(out, texts.title(report.order), report.order.reviewer, created, blocks(report))


def write_blocks(out: BinaryIO, title: str, author: str, created: datetime, parts: Iterable[Block]) -> None:
    import docx

    document = docx.Document()
    core = document.core_properties
    core.title, core.author, core.comments = line(title)[:255], line(author)[:255], ""
    core.created = core.modified = created.replace(tzinfo=None)
    blank = _Parts(document.part.package)
    with ZipFile(out, "w") as full:
        for name, data in blank.items():
            if name != _MAIN:
                full.writestr(ZipInfo(name), data, ZIP_DEFLATED)  # not dated by the clock
        before, section, after = blank[_MAIN].partition(b"<w:sectPr")  # the body's last element
        main = ZipInfo(_MAIN)
        main.compress_type = ZIP_DEFLATED
        with full.open(main, "w") as part:
            part.write(before)
            part.write(_paragraph([(title, "")], "Title").encode())
            for block in parts:
                for xml in _xml(block):
                    part.write(xml.encode())
            part.write(section + after)


class _Parts(dict[str, bytes]):
    """The parts of a package by name. A ZIP that python-docx writes has the clock's dates, which 1980 to 2107 bound."""

    def __init__(self, package: Any) -> None:
        from docx.opc.pkgwriter import PackageWriter

        super().__init__()
        for part in package.parts:  # as ``OpcPackage.save`` does
            part.before_marshal()
        PackageWriter._write_content_types_stream(self, package.parts)
        PackageWriter._write_pkg_rels(self, package.rels)
        PackageWriter._write_parts(self, package.parts)

    def write(self, uri: Any, data: bytes) -> None:  # which these three call
        self[uri.membername] = data


def _xml(block: Block) -> Iterator[str]:
    match block:
        case Heading(text, level):
            yield _paragraph([(line(text), "")], f"Heading{level}")
        case Sentence(text, lost):
            yield _paragraph([(text, _BOLD if lost else "")])
        case Facts(pairs):
            yield _pairs(pairs)
        case TableBlock(head, rows):
            yield from _table(head, rows)
        case Passage(origin, runs):
            *others, last = by_line(runs)
            named: list[Run] = [(f"[{origin}] ", "")]
            for line_runs in others:
                yield _passage_line(named, line_runs, tight=True)
                named = []
            yield _passage_line(named, last)
        case Entry(number, title, parts, level):
            yield _paragraph([(f"{number}. {line(title)}", "")], f"Heading{level}")
            for part in parts:
                yield from _xml(part)


def _passage_line(named: list[Run], runs: Sequence[Run], *, tight: bool = False) -> str:
    return _paragraph([*named, *runs], "Quote", "".join(text for text, _ in runs), tight=tight)


def _pairs(pairs: Iterable[texts.Pair]) -> str:
    return "".join(_paragraph([(f"{label}: ", _BOLD), (text, "")], "", text, tight=True) for label, text in pairs)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    rows = iter(rows)
    first = list(islice(rows, _WEIGHED))
    widths = _widths([head, *first])
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    yield f"<w:tbl>{_TABLE}<w:tblGrid>{grid}</w:tblGrid>{_row(head, widths, repeat=True)}"
    for row in chain(first, rows):
        yield _row(row, widths)
    yield "</w:tbl>"


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    """Return how wide columns are, in twips: as their longest lines need, and together as much as there is room for."""
    longest = [max(len(piece) for text in column for piece in text.split("\n")) for column in zip(*rows, strict=True)]
    widths = [min(letters, _MOST_WEIGHED) * _LETTER + _MARGINS for letters in longest]
    narrow = sum(width for width, letters in zip(widths, longest, strict=True) if letters <= _NARROW)
    if narrow > _ROOM // 2 or narrow == sum(widths):
        return [width * _ROOM // sum(widths) for width in widths]
    room, rest = _ROOM - narrow, sum(widths) - narrow
    return [w if letters <= _NARROW else w * room // rest for w, letters in zip(widths, longest, strict=True)]


def _row(values: Sequence[str], widths: Sequence[int], *, repeat: bool = False) -> str:
    sized = (
        (f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>', line(value))
        for value, width in zip(values, widths, strict=True)
    )
    cells = "".join(f"<w:tc>{size}{_paragraph([(text, '')])}</w:tc>" for size, text in sized)
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if repeat else ''}</w:trPr>{cells}</w:tr>"


def _paragraph(runs: Iterable[Run], style: str = "", leading: str | None = None, *, tight: bool = False) -> str:
    """Return a paragraph; its direction is that of ``leading``, or of its own text. The order is that of CT_PPr."""
    runs = list(runs)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    turned = "<w:bidi/>" if right_to_left("".join(text for text, _ in runs) if leading is None else leading) else ""
    spaced = '<w:spacing w:after="0"/>' if tight else ""
    pieces = "".join(_runs(text, kind) for text, kind in runs)
    return f"<w:p><w:pPr>{named}{turned}{spaced}</w:pPr>{pieces}</w:p>"


def _runs(text: str, kind: str) -> str:
    if text.isascii() and text.isprintable():
        return _run(text, kind, False)
    return "".join(_run(piece, kind, right) for piece, right in by_direction(visible(text)))


def _run(text: str, kind: str, right_to_left: bool) -> str:
    form = _FORMS[kind] + ("<w:rtl/>" if right_to_left else "")
    shown = escape(text, quote=False).replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    shown = shown.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    return f'<w:r><w:rPr>{form}</w:rPr><w:t xml:space="preserve">{shown}</w:t></w:r>'


def by_direction(text: str) -> Iterator[tuple[str, bool]]:
    """Split text into runs of one direction; what has none (blanks, signs, digits) stays with what is before it."""
    if text.isascii() or not MAY_TURN.search(text):
        yield text, False
        return
    backwards = False
    marked = []
    for character in text:
        kind = unicodedata.bidirectional(character)
        backwards = kind in RIGHT_TO_LEFT if kind in STRONG else backwards
        marked.append((backwards, character))
    for backwards, group in groupby(marked, key=lambda pair: pair[0]):
        yield "".join(character for _, character in group), backwards


WRITER = Writer("report.docx", write)
