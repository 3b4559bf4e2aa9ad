"""``report.html``: the findings for reading and printing, in one file that asks for nothing.

What keeps it from loading anything is in ``page``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import BinaryIO

from triage.export import page, texts
from triage.export.contract import Dossier, Report, Writer
from triage.export.escape import line

_STYLE = """
body{font:15px/1.45 system-ui,"Segoe UI","Noto Sans","Noto Sans Hebrew","Noto Sans Arabic",Arial,sans-serif;
color:#1b1f24;background:#fff;max-width:60rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2.2rem;border-bottom:2px solid #1b1f24}
h3{font-size:1.05rem;margin:0 0 .4rem}
table{border-collapse:collapse;width:100%}
th,td{text-align:start;vertical-align:top;padding:.2rem .5rem;border-bottom:1px solid #d0d7de;overflow-wrap:anywhere}
th{font-weight:600}table.facts th{width:9.5rem;color:#57606a;font-weight:400}
thead{display:table-header-group}tr{break-inside:avoid}
td{white-space:pre-line;unicode-bidi:plaintext}
table.overview th,table.overview td:nth-child(-n+2),table.overview td:last-child{white-space:nowrap;
overflow-wrap:normal}
article{margin:1.6rem 0;padding:.8rem 1rem;border:1px solid #afb8c1;border-radius:6px}
blockquote{margin:.4rem 0;padding:.3rem .7rem;border-inline-start:3px solid #afb8c1;background:#f6f8fa;
white-space:pre-line;overflow-wrap:anywhere}
cite{display:block;font-style:normal;color:#57606a;font-size:.85em}
mark{background:#fff3a3;color:inherit;font-weight:600}
.lost{color:#a40e26;font-weight:600}
@media print{body{max-width:none;margin:0;font-size:10pt}article{border:0;border-top:1px solid #000;border-radius:0;
padding:.5rem 0}h1,h2,h3{break-after:avoid}mark{border-bottom:1px solid #000}}
@page{margin:18mm 15mm}
"""


def write(out: BinaryIO, report: Report) -> None:
    """Write the whole page piece by piece."""
    for piece in page.page(texts.title(report.order), _STYLE, _body(report)):
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
    lines = map(_line, report.dossiers)
    yield from (
        page.table(texts.OVERVIEW_HEAD, lines, "overview") if report.dossiers else [f"<p>{texts.NO_FINDINGS}</p>\n"]
    )
    yield "<h2>Items</h2>\n"
    for dossier in report.dossiers:
        yield from _article(dossier)


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    return page.table(head, ((page.cell(page.safe(value)) for value in row) for row in rows))


def _line(dossier: Dossier) -> Iterator[str]:
    yield page.cell(f'<a href="#item-{dossier.number}">{dossier.number}</a>')
    yield from (page.cell(escape(line(text))) for text in texts.overview(dossier))


def _article(dossier: Dossier) -> Iterator[str]:
    row = dossier.finding.item.row
    yield f'<article id="item-{dossier.number}">\n'
    yield f'<h3>{dossier.number}. <bdi dir="auto">{escape(line(row.subject or row.name or row.id))}</bdi></h3>\n'
    if dossier.missing:
        yield f'<p class="lost" dir="auto">The original is not in this export: {page.safe(dossier.missing)}</p>\n'
    yield from page.facts(texts.details(dossier))
    if dossier.finding.decisions:
        rows = ((d.time, d.reviewer, d.action, d.value, d.way) for d in dossier.finding.decisions)
        yield from _table(("Decided (UTC)", "By", "What", "Value", "How"), rows)
    for excerpt in dossier.excerpts:
        runs = "".join(f"<mark>{page.safe(text)}</mark>" if hit else page.safe(text) for text, hit in excerpt.runs)
        yield f'<blockquote><cite>{page.safe(excerpt.field)}</cite><div dir="auto">{runs}</div></blockquote>\n'
    yield "</article>\n"


WRITER = Writer("report.html", "the findings for reading and printing, in any browser", write)
