"""``report.html``: the findings for reading and printing, in one file that asks for nothing.

What keeps it from loading anything is in ``page``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import BinaryIO

from triage.export import page, texts
from triage.export.contract import Report, Writer
from triage.export.document import HIT, Block, Entry, Facts, Grid, Heading, Passage, Sentence, blocks
from triage.export.escape import line

_TAGS = {HIT: ("<mark>", "</mark>"), "": ("", "")}
_QUOTED = ('<span class="quoted">', "</span>")


def write(out: BinaryIO, report: Report) -> None:
    """Write the whole page piece by piece."""
    body = (piece for block in blocks(report) for piece in _html(block))
    for piece in page.page(texts.title(report.order), page.STYLE, body):
        out.write(piece.encode("utf-8"))


def _html(block: Block) -> Iterator[str]:
    match block:
        case Heading(text, level):
            yield f'<h{level + 1} dir="auto">{page.safe(line(text))}</h{level + 1}>\n'
        case Sentence(text, lost):
            yield f'<p class="{"lost" if lost else "said"}" dir="auto">{page.safe(text)}</p>\n'
        case Facts(pairs, small):
            yield from page.facts(pairs, "facts small" if small else "facts")
        case Grid(head, rows, links):
            yield from page.table(head, (_row(row, links) for row in rows), "overview" if links else "list")
        case Passage():
            yield _passage(block)
        case Entry(number, title, parts):
            yield f'<article id="item-{number}">\n'
            yield f'<h3>{number}. <bdi dir="auto">{escape(line(title))}</bdi></h3>\n'
            for part in parts:
                yield from _html(part)
            yield "</article>\n"


def _row(row: Sequence[str], links: bool) -> Iterator[str]:
    first, *others = row
    yield page.cell(f'<a href="#item-{first}">{first}</a>' if links else page.safe(first))
    yield from (page.cell(escape(line(text)) if links else page.safe(text)) for text in others)


def _passage(passage: Passage) -> str:
    runs = ((_TAGS.get(kind, _QUOTED), page.safe(text)) for text, kind in passage.runs)
    marked = "".join(f"{begin}{text}{end}" for (begin, end), text in runs)
    return f'<blockquote><cite>{page.safe(passage.origin)}</cite><div dir="auto">{marked}</div></blockquote>\n'


WRITER = Writer("report.html", "the findings for reading and printing, in any browser", write)
