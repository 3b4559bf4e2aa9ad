"""Slip sheets: a page as PDF (ISO 32000-1) that stands for a document and has its number. No part of it is on the page.

There may be a hundred thousand of them, so they are written here where their letters are those of Windows-1252, which
the fonts that every reader of PDF has can show. Typst sets the others, from ``slip.typ``.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from triage.export.escape import line, right_to_left
from triage.export.production.simple_pdf import HIGH, WIDE, pdf, words

_MARGIN = 71  # points
_LETTERS = 80  # in a line
_FIXED = 0.6  # the width of each letter of Courier, of its size


def sheet(number: str, lines: Sequence[str], confidentiality: str, timestamp: int) -> bytes:
    """Return a sheet with a number, and with lines that say what became of the document; the same gives the same."""
    texts = [line(text) for text in (number, confidentiality, *lines)]
    try:
        return _written(texts[0], texts[2:], texts[1])
    except UnicodeEncodeError:
        return _set(texts[0], texts[2:], texts[1], timestamp)


# ---- what Windows-1252 has


def _written(number: str, lines: Sequence[str], confidentiality: str) -> bytes:
    return pdf([b"".join(_shown(number, lines, confidentiality))])


def written_sheet(number: str, lines: Sequence[str], confidentiality: str) -> bytes:
    """Return what writes a sheet on a page of a PDF; what Windows-1252 hasn't is a question mark."""
    texts = [line(text).encode("cp1252", "replace").decode("cp1252") for text in (number, confidentiality, *lines)]
    return b"".join(_shown(texts[0], texts[2:], texts[1]))


def _shown(number: str, lines: Sequence[str], confidentiality: str) -> Iterator[bytes]:
    down = HIGH // 2
    yield words("H", 22, _MARGIN, down, number)
    for piece in (piece for text in lines for piece in textwrap.wrap(text, _LETTERS)):
        down -= 18
        yield words("H", 11, _MARGIN, down, piece)
    yield words("H", 10, _MARGIN, _MARGIN, confidentiality)
    yield words("C", 10, WIDE - _MARGIN - round(len(number) * 10 * _FIXED), _MARGIN, number)


# ---- all others


def _set(number: str, lines: Sequence[str], confidentiality: str, timestamp: int) -> bytes:
    import typst

    values = {"number": _value(number), "lines": list(map(_value, lines)), "confidentiality": _value(confidentiality)}
    made: bytes = typst.compile(
        _template(), format="pdf", sys_inputs={"sheet": json.dumps(values)}, font_paths=fonts(), timestamp=timestamp
    )
    return made


@cache
def _template() -> bytes:
    return Path(__file__).with_name("slip.typ").read_bytes()


@cache
def fonts() -> Any:
    """Return the machine's fonts: looking for them takes longer than setting a page."""
    import typst

    return typst.Fonts()


def _value(text: str) -> tuple[str, bool]:
    return text, right_to_left(text)
