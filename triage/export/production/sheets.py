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

_WIDE, _HIGH, _MARGIN = 595, 842, 71  # A4, in points
_LETTERS = 80  # in a line
_FIXED = 0.6  # the width of each letter of Courier, of its size
_FONT = "<</Type/Font/Subtype/Type1/BaseFont/{}/Encoding/WinAnsiEncoding>>"


def sheet(number: str, lines: Sequence[str], confidentiality: str, timestamp: int) -> bytes:
    """Return a sheet with a number, and with lines that say what became of the document; the same gives the same."""
    texts = [line(text) for text in (number, confidentiality, *lines)]
    try:
        return _written(texts[0], texts[2:], texts[1])
    except UnicodeEncodeError:
        return _set(texts[0], texts[2:], texts[1], timestamp)


# ---- what Windows-1252 has


def _written(number: str, lines: Sequence[str], confidentiality: str) -> bytes:
    page = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {_WIDE} {_HIGH}]/Contents 4 0 R"
    page += "/Resources<</Font<</H 5 0 R/C 6 0 R>>>>>>"
    shown = b"".join(_shown(number, lines, confidentiality))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        page.encode(),
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(shown), shown),
        _FONT.format("Helvetica").encode(),
        _FONT.format("Courier").encode(),
    ]
    made, places = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"), []
    for at, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (at, content)
    table = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    made += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(made)


def _shown(number: str, lines: Sequence[str], confidentiality: str) -> Iterator[bytes]:
    down = _HIGH // 2
    yield _text("H", 22, _MARGIN, down, number)
    for piece in (piece for text in lines for piece in textwrap.wrap(text, _LETTERS)):
        down -= 18
        yield _text("H", 11, _MARGIN, down, piece)
    yield _text("H", 10, _MARGIN, _MARGIN, confidentiality)
    yield _text("C", 10, _WIDE - _MARGIN - round(len(number) * 10 * _FIXED), _MARGIN, number)


def _text(font: str, size: int, across: int, up: int, text: str) -> bytes:
    escaped = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /%s %d Tf %d %d Td (%s) Tj ET\n" % (font.encode(), size, across, up, escaped)


# ---- all others


def _set(number: str, lines: Sequence[str], confidentiality: str, timestamp: int) -> bytes:
    import typst

    values = {"number": _value(number), "lines": list(map(_value, lines)), "confidentiality": _value(confidentiality)}
    made: bytes = typst.compile(
        _template(), format="pdf", sys_inputs={"sheet": json.dumps(values)}, font_paths=_fonts(), timestamp=timestamp
    )
    return made


@cache
def _template() -> bytes:
    return Path(__file__).with_name("slip.typ").read_bytes()


@cache
def _fonts() -> Any:
    """Return the machine's fonts: looking for them takes longer than setting a page."""
    import typst

    return typst.Fonts()


def _value(text: str) -> tuple[str, bool]:
    return text, right_to_left(text)
