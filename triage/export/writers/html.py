"""``report.html``: the findings for reading and printing, in pages that ask for nothing.

What keeps them from loading anything is in ``page``. The first page finds findings on all of them: its script is the
only one that its policy lets run, reads what the page itself holds, and writes it as text.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from html import escape
from itertools import chain, groupby
from typing import BinaryIO

from triage.export import texts
from triage.export.collect import arranged
from triage.export.contract import Report, Writer
from triage.export.document import HIT, Block, Entry, Facts, Heading, Passage, Sentence, TableBlock, blocks, findings
from triage.export.texts import line
from triage.proof.verify import page
from triage.proof.verify.page import visible

PER_PAGE = 500
"""Findings on a page."""
_NAME = "report.html"
_TAGS = {HIT: ("<mark>", "</mark>"), "": ("", "")}
_QUOTED = ('<span class="quoted">', "</span>")
_SCRIPT = """
const box = document.getElementById("find"), found = document.getElementById("found");
const said = document.getElementById("said"), most = 200;
const entries = JSON.parse(document.getElementById("entries").textContent);
const search = () => {
  const words = box.value.toLowerCase().split(/\\s+/).filter(word => word);
  const hits = words.length ? entries.filter(entry => words.every(word => entry[3].includes(word))) : [];
  said.textContent = !words.length ? "" : hits.length > most ? `${hits.length} findings; the first ${most} are listed`
    : `${hits.length} ${hits.length === 1 ? "finding" : "findings"}`;
  found.replaceChildren(...hits.slice(0, most).map(([number, place, title]) => {
    const entry = document.createElement("li"), link = document.createElement("a");
    link.href = `${place}#item-${number}`;
    link.textContent = `${number}. ${title}`;
    link.dir = "auto";
    entry.append(link);
    return entry;
  }));
};
document.getElementById("search").hidden = false;
box.addEventListener("input", search);
"""
_SEARCH = (
    '<div id="search" hidden><label>Find in titles, people and passages <input type="search" id="find"></label> '
    '<span id="said" role="status"></span><ul id="found"></ul></div>\n'
)


def write(out: BinaryIO, report: Report) -> None:
    pages_of = _page_names(report)
    search = chain([_SEARCH], _index(report, pages_of)) if pages_of else ()
    _write(out, report, chain(search, _first_page(report, pages_of)), _SCRIPT if pages_of else "")


def more(report: Report) -> Iterator[tuple[str, Callable[[BinaryIO], None]]]:
    pages_of = _page_names(report)
    entries = (block for block in findings(report) if isinstance(block, Entry))
    head = [f'<p class="said"><a href="{_NAME}">The report, and its other findings</a></p>\n']
    for name, group in groupby(entries, lambda entry: pages_of[entry.number]):
        if name != _NAME:
            body = [*head, *(piece for entry in group for piece in _html(entry, pages_of))]
            yield name, partial(_write, report=report, body=body)


def preview(report: Report) -> str:
    """Return how a report begins and what it shows of these findings, as one page."""
    cover = map(Sentence, texts.cover(report.order))
    body = (piece for block in chain(cover, findings(report)) for piece in _html(block, {}))
    return "".join(page.page(texts.title(report.order), page.STYLE, body))


def _write(out: BinaryIO, report: Report, body: Iterable[str], script: str = "") -> None:
    for piece in page.page(texts.title(report.order), page.STYLE, body, script):
        out.write(piece.encode("utf-8"))


def _page_names(report: Report) -> dict[int, str]:
    pages = ((dossier.number, at // PER_PAGE) for at, (_, dossier, _) in enumerate(arranged(report)))
    return {number: f"report-{at + 1:04d}.html" if at else _NAME for number, at in pages}


def _index(report: Report, pages_of: Mapping[int, str]) -> Iterator[str]:
    yield '<script type="application/json" id="entries">['
    for at, entry in enumerate(block for block in findings(report) if isinstance(block, Entry)):
        facts = (text for part in entry.blocks if isinstance(part, Facts) for _, text in part.pairs)
        passages = (text for part in entry.blocks if isinstance(part, Passage) for text, _ in part.runs)
        words = visible(" ".join((line(entry.title), *facts, "".join(passages)))).lower()
        row = json.dumps((entry.number, pages_of[entry.number], line(entry.title), words), ensure_ascii=False)
        yield ("," if at else "") + row.replace("<", "\\u003c")
    yield "]</script>\n"


def _first_page(report: Report, pages_of: Mapping[int, str]) -> Iterator[str]:
    linked = False
    for block in blocks(report):
        if not isinstance(block, Entry) or pages_of[block.number] == _NAME:
            yield from _html(block, pages_of)
        elif not linked:
            names = sorted({*pages_of.values()} - {_NAME})
            links = ", ".join(f'<a href="{name}">{at}</a>' for at, name in enumerate(names, 2))
            yield f'<p class="said">More findings are on pages {links}.</p>\n'
            linked = True


def _html(block: Block, pages_of: Mapping[int, str]) -> Iterator[str]:
    match block:
        case Heading(text, level):
            direction = ' dir="auto"' if level > 1 else ""  # which may be somebody's words
            yield f"<h{level + 1}{direction}>{page.safe(line(text))}</h{level + 1}>\n"
        case Sentence(text, lost):
            yield f'<p class="{"lost" if lost else "said"}" dir="auto">{page.safe(text)}</p>\n'
        case Facts(pairs, small):
            yield from page.facts(pairs, "facts small" if small else "facts")
        case TableBlock(head, rows, links):
            lines = (_linked(row, pages_of) if links else map(_cell, row) for row in rows)
            yield from page.table(head, lines, "overview" if links else "list")
        case Passage():
            yield _passage(block)
        case Entry(number, title, parts, level):
            head = f"h{level + 1}"
            yield f'<article id="item-{number}">\n'
            yield f'<{head}>{number}. <bdi dir="auto">{escape(line(title))}</bdi></{head}>\n'
            for part in parts:
                yield from _html(part, pages_of)
            yield "</article>\n"


def _linked(row: Sequence[str], pages_of: Mapping[int, str]) -> Iterator[str]:
    name = pages_of[int(row[0])]
    yield page.cell(f'<a href="{name if name != _NAME else ""}#item-{row[0]}">{row[0]}</a>')
    yield from (page.cell(escape(line(text))) for text in row[1:])


def _cell(text: str) -> str:
    return page.cell(page.safe(text))


def _passage(passage: Passage) -> str:
    runs = ((_TAGS.get(kind, _QUOTED), page.safe(text)) for text, kind in passage.runs)
    marked = "".join(f"{begin}{text}{end}" for (begin, end), text in runs)
    return f'<blockquote><cite>{page.safe(passage.origin)}</cite><div dir="auto">{marked}</div></blockquote>\n'


WRITER = Writer(_NAME, write, more)
