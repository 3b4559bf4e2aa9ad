"""The parts of a page that asks for nothing: no script, no image, no link out, as its policy forbids them all.

Every value is escaped, and each stands in an element with its own reading direction.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from html import escape

from triage.export.escape import visible


def safe(text: str) -> str:
    """Return text as HTML that shows every character that would deceive."""
    return escape(visible(text))


def page(title: str, style: str, body: Iterable[str]) -> Iterator[str]:
    """Yield a whole page piece by piece: its head, the title as its heading, and what comes below."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    yield f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{safe(title)}</title>\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">\n'
    yield '<meta name="referrer" content="no-referrer">\n<meta name="viewport" content="width=device-width">\n'
    yield f'<style>{style}</style>\n</head>\n<body>\n<h1 dir="auto">{safe(title)}</h1>\n'
    yield from body
    yield "</body>\n</html>\n"


def facts(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield a table of labels and texts."""
    yield '<table class="facts">\n'
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
