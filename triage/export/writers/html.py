"""``report.html``: the findings for reading and printing, in one file that asks for nothing.

What keeps it from loading anything is in ``page``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import BinaryIO

from triage.export import page, texts
from triage.export.contract import Dossier, Report, Writer
from triage.export.escape import line


def write(out: BinaryIO, report: Report) -> None:
    """Write the whole page piece by piece."""
    for piece in page.page(texts.title(report.order), page.STYLE, _body(report)):
        out.write(piece.encode("utf-8"))


def _body(report: Report) -> Iterator[str]:
    yield from page.facts(texts.facts(report))
    for heading, pairs in texts.sections(report.order):
        yield f"<h2>{heading}</h2>\n"
        yield from page.facts(pairs)
    yield "<h2>What could not be searched</h2>\n"
    problems = [(code, str(count), meaning) for code, count, meaning in texts.problems(report.order)]
    yield from _table(texts.PROBLEMS_HEAD, problems) if problems else [f"<p>{texts.NO_PROBLEMS}</p>\n"]
    yield "<h2>Overview</h2>\n"
    lines = (_line(dossier, copies) for dossier, copies in report.entries)
    yield from (
        page.table(texts.OVERVIEW_HEAD, lines, "overview") if report.dossiers else [f"<p>{texts.NO_FINDINGS}</p>\n"]
    )
    yield "<h2>Items</h2>\n"
    for dossier, copies in report.entries:
        yield from _article(dossier, copies)


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    return page.table(head, ((page.cell(page.safe(value)) for value in row) for row in rows))


def _line(dossier: Dossier, copies: Sequence[Dossier]) -> Iterator[str]:
    yield page.cell(f'<a href="#item-{dossier.number}">{dossier.number}</a>')
    yield from (page.cell(escape(line(text))) for text in texts.overview(dossier, copies))


def _article(dossier: Dossier, copies: Sequence[Dossier]) -> Iterator[str]:
    row = dossier.finding.item.row
    yield f'<article id="item-{dossier.number}">\n'
    yield f'<h3>{dossier.number}. <bdi dir="auto">{escape(line(row.subject or row.name or row.id))}</bdi></h3>\n'
    if dossier.missing:
        yield f'<p class="lost" dir="auto">The original is not in this export: {page.safe(dossier.missing)}</p>\n'
    yield from page.facts(texts.details(dossier, copies))
    if decisions := texts.decisions(dossier, copies):
        rows = ((d.time, d.reviewer, d.action, d.value, d.way) for d in decisions)
        yield from _table(("Decided (UTC)", "By", "What", "Value", "How"), rows)
    for excerpt in dossier.excerpts:
        runs = "".join(f"<mark>{page.safe(text)}</mark>" if hit else page.safe(text) for text, hit in excerpt.runs)
        yield f'<blockquote><cite>{page.safe(excerpt.field)}</cite><div dir="auto">{runs}</div></blockquote>\n'
    yield "</article>\n"


WRITER = Writer("report.html", "the findings for reading and printing, in any browser", write)
