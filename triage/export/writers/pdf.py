"""``report.pdf``: the findings as a tagged PDF for reading, printing and keeping.

It is a PDF/A-2a (ISO 19005-2) and a PDF/UA-1 (ISO 14289-1) where this machine's fonts have every character. Typst sets
it from ``report.typ``; the values reach it as the strings of a JSON document, never as markup.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from triage.export import texts
from triage.export.contract import Report, Writer
from triage.export.document import Block, Entry, Facts, Heading, Passage, Sentence, TableBlock, blocks, by_line
from triage.export.texts import line, right_to_left
from triage.proof.verify.page import visible

MOST = 500
"""Findings, and rows of a table, that are set: a PDF of many more would take minutes and gigabytes."""
_WIDE, _WIDEST = 24, 80  # characters from which on a column shares what narrow ones leave, and what counts at most

_Value = tuple[str, bool]
"""A text, and whether it is read from right to left."""


def write(out: BinaryIO, report: Report) -> None:
    """Write the document; its date is that of the order, so that the same order gives the same bytes."""
    import typst

    values: dict[str, Any] = {"title": line(texts.title(report.order)), "author": line(report.order.reviewer)}
    values["blocks"] = [part for block in _blocks(report) for part in _parts(block)]
    template, inputs = Path(__file__).with_name("report.typ").read_bytes(), {"report": json.dumps(values)}
    timestamp = int(datetime.fromisoformat(report.order.created).timestamp())
    try:
        data = typst.compile(
            template, format="pdf", sys_inputs=inputs, pdf_standards=["a-2a", "ua-1"], timestamp=timestamp
        )
    except typst.TypstError:  # no font here has one of the characters: the PDF shows boxes, and isn't a PDF/A
        data = typst.compile(template, format="pdf", sys_inputs=inputs, timestamp=timestamp)
    out.write(data)


def _blocks(report: Report) -> Iterator[Block]:
    entries = 0
    for block in blocks(report):
        if isinstance(block, TableBlock):
            rows = list(islice(block.rows, MOST + 1))
            yield block._replace(rows=rows[:MOST])
            if len(rows) > MOST:
                yield Sentence(texts.MORE_ROWS.format(count=MOST))
        elif isinstance(block, Entry) and (entries := entries + 1) > MOST:
            if entries == MOST + 1:
                yield Sentence(texts.MORE_FINDINGS.format(count=MOST))
        else:
            yield block


def _parts(block: Block) -> Iterator[dict[str, Any]]:
    match block:
        case Heading(text, level):
            yield {"kind": "heading", "level": level, "text": _value(line(text))}
        case Sentence(text, lost):
            yield {"kind": "sentence", "lost": lost, "text": _value(text)}
        case Facts(pairs, small):
            yield {"kind": "facts", "small": small, "pairs": [(_value(label), _value(text)) for label, text in pairs]}
        case TableBlock(head, lines):
            rows = list(lines)
            values = [[_value(cell) for cell in row] for row in rows]
            yield {"kind": "grid", "widths": _widths(head, rows), "head": list(map(_value, head)), "rows": values}
        case Passage(origin, runs):
            yield {"kind": "passage", "origin": _value(origin), "lines": list(map(_line, by_line(runs)))}
        case Entry(number, title, parts, level):
            yield from _parts(Heading(f"{number}. {title}", level))
            for part in parts:
                yield from _parts(part)


def _line(runs: Sequence[tuple[str, str]]) -> dict[str, Any]:
    backwards = right_to_left("".join(text for text, _ in runs))
    return {"runs": [(_value(text), kind) for text, kind in runs], "backwards": backwards}


def _value(text: str) -> _Value:
    return visible(text), right_to_left(text)


def _widths(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    """Return the share of the width that each column has; 0 is as much as a narrow one needs."""
    longest = (max([len(name), *(len(row[at]) for row in rows)]) for at, name in enumerate(head))
    return [min(characters, _WIDEST) if characters >= _WIDE else 0 for characters in longest]


WRITER = Writer("report.pdf", write)
