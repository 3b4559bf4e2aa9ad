"""The parts of a page that asks for nothing: no image, no link out, no script but ours, as its policy forbids all else.

Every value is escaped, and each stands in an element with its own reading direction.
"""

from __future__ import annotations

import base64
import hashlib
import re
from html import escape
from typing import Iterable, Iterator

DECEIVING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202d\u202e\ud800-\udfff\ufffe\uffff]")

STYLE = """
body{font:15px/1.45 system-ui,"Segoe UI","Noto Sans","Noto Sans Hebrew","Noto Sans Arabic",Arial,sans-serif;
color:#1b1f24;background:#fff;max-width:60rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2.2rem;border-bottom:2px solid #1b1f24}
h3,h4{font-size:1.05rem;margin:0 0 .4rem}
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
#find{font:inherit;padding:.2rem .4rem;min-width:16rem}#found{max-height:16rem;overflow:auto}
@media print{#search{display:none}}
.small{font-size:.85em;margin-top:.5rem}
.quoted{color:#57606a}
.lost{color:#a40e26;font-weight:600}
@media print{body{max-width:none;margin:0;font-size:10pt}article{border:0;border-top:1px solid #000;border-radius:0;
padding:.5rem 0}h1,h2,h3,h4{break-after:avoid}mark{border-bottom:1px solid #000}}
@page{margin:18mm 15mm}
"""
"""What a page looks like on a screen and on paper."""


def visible(text: str) -> str:
    """Return the text with every character that XML forbids or that turns letters around spelled out as ⟦U+202E⟧.

    Marks, embeddings and isolates stay: Hebrew and Arabic mail is full of them, and each value stands in a paragraph of
    its own, at whose end they end (Unicode Annex 9, P1).
    """
    if text.isascii() and text.isprintable():
        return text
    return DECEIVING.sub(lambda found: f"⟦U+{ord(found[0]):04X}⟧", text.replace("\r\n", "\n").replace("\r", "\n"))


def safe(text: str) -> str:
    """Return text as HTML that shows every character that would deceive."""
    return escape(visible(text))


def page(title: str, style: str, body: Iterable[str], script: str = "") -> Iterator[str]:
    """Yield a whole page piece by piece: its head, the title as its heading, and what comes below.

    A ``script`` of ours stands at its end; the page's policy lets no other one run.
    """
    runs = f" script-src 'sha256-{digest_of(script)}';" if script else ""
    policy = f"default-src 'none'; style-src 'sha256-{digest_of(style)}';{runs} base-uri 'none'; form-action 'none'"
    yield f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{safe(title)}</title>\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">\n'
    yield '<meta name="referrer" content="no-referrer">\n<meta name="viewport" content="width=device-width">\n'
    yield f'<style>{style}</style>\n</head>\n<body>\n<h1 dir="auto">{safe(title)}</h1>\n'
    yield from body
    yield f"<script>{script}</script>\n</body>\n</html>\n" if script else "</body>\n</html>\n"


def digest_of(text: str) -> str:
    """Return the SHA-256 of a text in base64, as policies of pages have it."""
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def facts(pairs: Iterable[tuple[str, str]], kind: str = "facts") -> Iterator[str]:
    """Yield a table of labels and texts."""
    yield f'<table class="{kind}">\n'
    for label, text in pairs:
        yield f'<tr><th scope="row" dir="auto">{safe(label)}</th><td dir="auto">{safe(text)}</td></tr>\n'
    yield "</table>\n"


def table(head: Iterable[str], rows: Iterable[Iterable[str]], kind: str = "list") -> Iterator[str]:
    """Yield a table with its head; ``rows`` are of cells that are HTML, with their tags."""
    heads = "".join(f'<th scope="col" dir="auto">{safe(name)}</th>' for name in head)
    yield f'<table class="{kind}">\n<thead><tr>{heads}</tr></thead>\n<tbody>\n'
    for row in rows:
        yield f"<tr>{''.join(row)}</tr>\n"
    yield "</tbody>\n</table>\n"


def cell(html: str) -> str:
    """Return a cell of a table around what is HTML already."""
    return f'<td dir="auto">{html}</td>'
