"""Pages that a production makes itself, as PDF (ISO 32000-1): slip sheets, and pages of mails and texts.

A slip sheet stands for a document and has its number; no part of the document is on it.
There may be a hundred thousand pages, so they are written here where their letters are those of Windows-1252, which
the fonts that every reader of PDF has can show. Typst sets the others, from ``slip.typ``.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from triage.export.escape import line, right_to_left
from triage.model.items import Item
from triage.model.previews import PagePicture
from triage.proof.verify.page import visible

# A PDF of pictures, and of letters of Windows-1252 in Helvetica and Courier: typst would take half an hour for a
# hundred thousand pages.

WIDE, HIGH = 595, 842
"""The size of a page, A4, in points."""
_FONT = "<</Type/Font/Subtype/Type1/BaseFont/{}/Encoding/WinAnsiEncoding>>"
_CATALOG, _PAGES, _HELVETICA, _COURIER, _FIRST = range(1, 6)


class PdfFile:
    """Writes a PDF page by page, so that none of it is kept; it must be closed, and the same pages give the same."""

    def __init__(self, out: BinaryIO) -> None:
        self._out, self._at, self._next = out, 0, _FIRST
        self._begins: dict[int, int] = {}
        self._kids: list[int] = []
        self._write(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")

    def add(self, shown: bytes) -> None:
        """Add a page that is made of ``words``."""
        fonts = f"/Font<</H {_HELVETICA} 0 R/C {_COURIER} 0 R>>"
        self._page(WIDE, HIGH, fonts, self._stream("", shown))

    def add_picture(self, picture: PagePicture) -> None:
        """Add a page that is a picture: its data is copied as it is."""
        width, height = (side * 72 / picture.dpi for side in (picture.width, picture.height))
        size = f"/Width {picture.width}/Height {picture.height}"
        how = "/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode"
        if picture.fax:
            how = "/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/CCITTFaxDecode"
            how += f"/DecodeParms<</K -1/Columns {picture.width}/Rows {picture.height}/BlackIs1 true>>"
        image = self._stream(f"/Type/XObject/Subtype/Image{size}{how}", picture.data)
        drawn = self._stream("", f"{width:.2f} 0 0 {height:.2f} 0 0 cm /I Do".encode())
        self._page(width, height, f"/XObject<</I {image} 0 R>>", drawn)

    def close(self) -> None:
        """Write what the pages have in common, and where each object lies."""
        self._object(_CATALOG, b"<</Type/Catalog/Pages %d 0 R>>" % _PAGES)
        kids = " ".join(f"{number} 0 R" for number in self._kids)
        self._object(_PAGES, f"<</Type/Pages/Kids[{kids}]/Count {len(self._kids)}>>".encode())
        self._object(_HELVETICA, _FONT.format("Helvetica").encode())
        self._object(_COURIER, _FONT.format("Courier").encode())
        table = self._at
        self._write(b"xref\n0 %d\n0000000000 65535 f \n" % self._next)
        self._write(b"".join(b"%010d 00000 n \n" % self._begins[number] for number in range(1, self._next)))
        self._write(b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (self._next, table))

    def _page(self, width: float, height: float, resources: str, shown: int) -> None:
        box = f"/MediaBox[0 0 {width:.2f} {height:.2f}]"
        page = f"<</Type/Page/Parent {_PAGES} 0 R{box}/Contents {shown} 0 R/Resources<<{resources}>>>>"
        self._kids.append(self._object(0, page.encode()))

    def _stream(self, entries: str, data: bytes) -> int:
        head = b"<<%s/Length %d>>\nstream\n" % (entries.encode(), len(data))
        return self._object(0, head + data + b"\nendstream")

    def _object(self, number: int, content: bytes) -> int:
        """Write an object with its number, the next one for 0; return it."""
        if not number:
            number, self._next = self._next, self._next + 1
        self._begins[number] = self._at
        self._write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
        return number

    def _write(self, data: bytes) -> None:
        self._at += self._out.write(data)


def pdf(pages: Sequence[bytes]) -> bytes:
    """Return a PDF of pages, each of which is made of ``words``."""
    made = BytesIO()
    file = PdfFile(made)
    for shown in pages:
        file.add(shown)
    file.close()
    return made.getvalue()


def words(font: str, size: int, across: int, up: int, text: str) -> bytes:
    """Return what writes a text on a page, from the lower left corner on; ``font`` is H or C.

    Raises UnicodeEncodeError for what Windows-1252 hasn't.
    """
    escaped = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /%s %d Tf %d %d Td (%s) Tj ET\n" % (font.encode(), size, across, up, escaped)


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


# Pages of a mail or a text: who wrote to whom, when and about what, and the text that a reader of it sees first.
#
# How its author arranged it, as HTML does, isn't kept. No part of it is markup here.

_ACROSS, _SIZE, _LINE = 96, 9, 11  # letters of Courier in a line, and points
_LEFT, _TOP, _BELOW = 38, 46, 50
_LINES = (HIGH - _TOP - _BELOW) // _LINE


def text_pages(item: Item, timestamp: int) -> bytes:
    """Return the pages as PDF; the same item gives the same bytes."""
    lines = [visible(line.expandtabs(8)) for line in _lines(item)]
    try:
        return _typed(lines)
    except UnicodeEncodeError:
        return _set_lines(lines, timestamp)


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


def _typed(lines: list[str]) -> bytes:
    wrapped = [piece for line in lines for piece in _wrapped(line)]
    for piece in wrapped:
        piece.encode("cp1252")  # before any page is made
    pages = [wrapped[at : at + _LINES] for at in range(0, len(wrapped), _LINES)]
    return pdf([b"".join(_page(page)) for page in pages])


def _wrapped(line: str) -> list[str]:
    if len(line) <= _ACROSS:
        return [line]
    return textwrap.wrap(line, _ACROSS, replace_whitespace=False, drop_whitespace=False)


def _page(lines: list[str]) -> Iterator[bytes]:
    for at, text in enumerate(lines):
        if text.strip():
            yield words("C", _SIZE, _LEFT, HIGH - _TOP - at * _LINE, text)


def _set_lines(lines: list[str], timestamp: int) -> bytes:
    """Return the pages as a typesetter makes them, which knows all scripts that the machine has fonts of."""
    import typst

    values = json.dumps([(line, right_to_left(line)) for line in lines])
    made: bytes = typst.compile(
        _text_template(), format="pdf", sys_inputs={"lines": values}, font_paths=fonts(), timestamp=timestamp
    )
    return made


@cache
def _text_template() -> bytes:
    return Path(__file__).with_name("text.typ").read_bytes()
