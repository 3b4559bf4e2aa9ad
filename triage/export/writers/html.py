"""``report.html``: the findings for reading and printing, in one file that asks for nothing.

No script, no image, no link out; the policy in the head forbids them, so that even a mistake here could not load
anything. Every value is escaped, and each stands in an element with its own reading direction.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from html import escape
from typing import BinaryIO

from triage.export import texts
from triage.export.contract import Dossier, Excerpt, Report, Writer
from triage.export.escape import line, visible

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
_STYLE_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
_POLICY = f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; base-uri 'none'; form-action 'none'"


def write(out: BinaryIO, report: Report) -> None:
    """Write the whole page piece by piece."""
    for piece in _page(report):
        out.write(piece.encode("utf-8"))


def _page(report: Report) -> Iterator[str]:
    heading = _safe(texts.title(report.order))
    yield f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{heading}</title>\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">\n'
    yield '<meta name="referrer" content="no-referrer">\n<meta name="viewport" content="width=device-width">\n'
    yield f'<style>{_STYLE}</style>\n</head>\n<body>\n<h1 dir="auto">{heading}</h1>\n'
    yield from _facts(texts.facts(report))
    yield "<h2>Scope</h2>\n"
    yield from _facts(texts.scope(report.order))
    yield from _unsearched(report)
    yield from _overview(report)
    yield "<h2>Items</h2>\n"
    for dossier in report.dossiers:
        yield from _article(dossier)
    yield "</body>\n</html>\n"


def _safe(text: str) -> str:
    return escape(visible(text))


def _facts(pairs: Iterable[texts.Pair]) -> Iterator[str]:
    yield '<table class="facts">\n'
    for label, text in pairs:
        yield f'<tr><th scope="row" dir="auto">{_safe(label)}</th><td dir="auto">{_safe(text)}</td></tr>\n'
    yield "</table>\n"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]], kind: str = "list") -> Iterator[str]:
    yield (
        f'<table class="{kind}">\n<thead><tr>'
        + "".join(f'<th scope="col">{name}</th>' for name in head)
        + "</tr></thead>\n<tbody>\n"
    )
    for row in rows:
        yield "<tr>" + "".join(f'<td dir="auto">{value}</td>' for value in row) + "</tr>\n"
    yield "</tbody>\n</table>\n"


def _unsearched(report: Report) -> Iterator[str]:
    yield "<h2>What could not be searched</h2>\n"
    rows = texts.problems(report.order)
    if not rows:
        yield "<p>Every item that was read could be searched in full.</p>\n"
        return
    yield from _table(("Problem", "Count", "Meaning"), ((_safe(c), str(n), _safe(meaning)) for c, n, meaning in rows))


def _overview(report: Report) -> Iterator[str]:
    yield "<h2>Overview</h2>\n"
    if not report.dossiers:
        yield "<p>The query finds no item; there is nothing to list.</p>\n"
        return
    head = ("No.", "Date (UTC)", "From", "Subject or name", "Custodian", "Tags")
    yield from _table(head, map(_line, report.dossiers), "overview")


def _line(dossier: Dossier) -> list[str]:
    link = f'<a href="#item-{dossier.number}">{dossier.number}</a>'
    return [link, *map(_short, texts.overview(dossier))]


def _short(text: str) -> str:
    return escape(line(text))


def _article(dossier: Dossier) -> Iterator[str]:
    row = dossier.finding.item.row
    yield f'<article id="item-{dossier.number}">\n'
    yield f'<h3>{dossier.number}. <bdi dir="auto">{_short(row.subject or row.name or row.id)}</bdi></h3>\n'
    if dossier.missing:
        yield f'<p class="lost" dir="auto">The original is not in this export: {_safe(dossier.missing)}</p>\n'
    yield from _facts(texts.details(dossier))
    if dossier.finding.decisions:
        rows = ((d.time, d.reviewer, d.action, d.value, d.how) for d in dossier.finding.decisions)
        yield from _table(("Decided (UTC)", "By", "What", "Value", "How"), (map(_safe, row) for row in rows))
    for excerpt in dossier.excerpts:
        yield _quote(excerpt)
    yield "</article>\n"


def _quote(excerpt: Excerpt) -> str:
    runs = "".join(f"<mark>{_safe(text)}</mark>" if hit else _safe(text) for text, hit in excerpt.runs)
    return f'<blockquote><cite>{_safe(excerpt.field)}</cite><div dir="auto">{runs}</div></blockquote>\n'


WRITER = Writer("report.html", "the findings for reading and printing, in any browser", write)
