"""Pages of a mail or a text: who wrote to whom, when and about what, and the text that a reader of it sees first.

How its author arranged it, as HTML does, isn't kept. No part of it is markup here.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from triage.export.escape import right_to_left
from triage.export.production.sheets import fonts
from triage.export.production.simple_pdf import HIGH, pdf, words
from triage.model.items import Item
from triage.proof.verify.page import visible

_LETTERS, _SIZE, _LINE = 96, 9, 11  # letters of Courier in a line, and points
_LEFT, _TOP, _BELOW = 38, 46, 50
_LINES = (HIGH - _TOP - _BELOW) // _LINE


def text_pages(item: Item, timestamp: int) -> bytes:
    """Return the pages as PDF; the same item gives the same bytes."""
    lines = [visible(line.expandtabs(8)) for line in _lines(item)]
    try:
        return _written(lines)
    except UnicodeEncodeError:
        return _set(lines, timestamp)


def _lines(item: Item) -> Iterator[str]:
    row = item.row
    people = [
        ("From", row.sender),
        ("To", ", ".join(item.to)),
        ("Cc", ", ".join(item.cc)),
        ("Bcc", ", ".join(item.bcc)),
    ]
    for label, value in (*people, ("Date", item.date_raw), ("Subject", row.subject)):
        if value:
            yield f"{label}: {' '.join(value.split())}"
    yield ""
    for segment in item.segments:
        if segment.origin == "body":
            yield from segment.text.splitlines()


def _written(lines: list[str]) -> bytes:
    wrapped = [piece for line in lines for piece in _wrapped(line)]
    for piece in wrapped:
        piece.encode("cp1252")  # before any page is made
    pages = [wrapped[at : at + _LINES] for at in range(0, len(wrapped), _LINES)]
    return pdf([b"".join(_page(page)) for page in pages])


def _wrapped(line: str) -> list[str]:
    if len(line) <= _LETTERS:
        return [line]
    return textwrap.wrap(line, _LETTERS, replace_whitespace=False, drop_whitespace=False)


def _page(lines: list[str]) -> Iterator[bytes]:
    for at, line in enumerate(lines):
        if line.strip():
            yield words("C", _SIZE, _LEFT, HIGH - _TOP - at * _LINE, line)


def _set(lines: list[str], timestamp: int) -> bytes:
    """Return the pages as a typesetter makes them, which knows all scripts that the machine has fonts of."""
    import typst

    values = json.dumps([(line, right_to_left(line)) for line in lines])
    made: bytes = typst.compile(
        _template(), format="pdf", sys_inputs={"lines": values}, font_paths=fonts(), timestamp=timestamp
    )
    return made


@cache
def _template() -> bytes:
    return Path(__file__).with_name("text.typ").read_bytes()
