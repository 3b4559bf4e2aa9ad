"""What the front door shows of an item's original: values made in the airlock and checked at its border.

Nothing here opens, draws or parses; the window takes these and never the file.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from triage.model.items import BODY_FORMAT, TRANSPORT, Item

MOST_ROWS, MOST_COLUMNS, MOST_CELL = 1_000, 512, 32_767
"""Rows in one answer, columns of a table, and characters of a cell (a workbook's own limit)."""
MOST_PLACES = 10_000
"""Cells in one answer to what is sought."""
MOST_MARKS = 20_000
"""Boxes of marked words on a page."""
LAST_ROW = 1 << 31
"""No row, column, sheet or page has a number that a window can't count."""

LeftOut = Literal["pictures", "tables", "rest"]
SheetNote = Literal["columns", "rows"]
_Number = Annotated[int, Meta(ge=0, lt=LAST_ROW)]
_Hidden = Annotated[frozenset[_Number], Meta(max_length=1 << 20)]
_Cells = Annotated[tuple[Annotated[str, Meta(max_length=MOST_CELL)], ...], Meta(max_length=MOST_COLUMNS)]


PageMark = tuple[_Number, _Number, _Number, _Number, _Number, _Number]
"""A box around a marked word, or a line's part of it: term, number of the word on its page, left, top, right, bottom.

A phrase has several boxes with the number of its first word.
"""


class PageImage(msgspec.Struct, frozen=True, array_like=True, tag=True, forbid_unknown_fields=True):
    """One page of ``pages`` as pixels: four bytes each (blue, green, red, unused), row after row; and its marks."""

    pages: _Number
    width: _Number
    height: _Number
    data: bytes
    marks: Annotated[tuple[PageMark, ...], Meta(max_length=MOST_MARKS)] = ()


class PageText(msgspec.Struct, frozen=True):
    """What is to be marked on a page: stretches of a text, each with its term. ``whole``: it is all text of the page.

    Otherwise the words are marked wherever they stand on it.
    """

    text: str = ""
    spans: tuple[tuple[int, int, int], ...] = ()
    whole: bool = True


class RichText(msgspec.Struct, frozen=True, array_like=True, tag=True, forbid_unknown_fields=True):
    """Mail HTML made harmless, in parts that a text view lays out at once.

    ``notes`` name what was left out: "pictures", "tables" (nested too deeply, flattened), "rest" (too long).
    """

    parts: Annotated[tuple[str, ...], Meta(max_length=1_000)]
    notes: tuple[LeftOut, ...]


class SheetRows(msgspec.Struct, frozen=True, array_like=True, tag=True, forbid_unknown_fields=True):
    """Rows of one sheet from ``first`` on, as the file stores their values.

    ``sheets`` are (name, hidden) pairs; ``total`` rows and ``columns`` are the whole sheet's; hidden rows and columns
    count from 0 and come with the first rows only. ``notes``: "columns" (more than are shown), "rows" (whether some
    are hidden isn't known).
    """

    sheets: Annotated[tuple[tuple[str, bool], ...], Meta(max_length=1 << 16)]
    first: _Number
    total: _Number
    columns: _Number
    rows: Annotated[tuple[_Cells, ...], Meta(max_length=MOST_ROWS)]
    hidden_rows: _Hidden
    hidden_columns: _Hidden
    notes: tuple[SheetNote, ...]


class CellPlaces(msgspec.Struct, frozen=True, array_like=True, tag=True, forbid_unknown_fields=True):
    """Cells that hold what was sought: (sheet, row, column) from 0, in that order; ``more``: there are others."""

    places: Annotated[tuple[tuple[_Number, _Number, _Number], ...], Meta(max_length=MOST_PLACES)]
    more: bool


FORMS = TIFF, JPEG, PDF = "tiff", "jpeg", "pdf"
"""As what pages are produced: Group IV TIFF (ITU-T T.6) of 200 dpi in black and white, JPEG of 150 dpi, or one PDF of
pictures for each document, each page of which is as either."""
PAGES_AT_ONCE = 20
"""Most pages in one answer with stamped ones."""


class Stamp(msgspec.Struct, frozen=True, array_like=True):
    """What is put below each page of a document that is produced as image files of a form, one of FORMS.

    The number of the document's first page is ``first``; it is written with ``prefix`` and at least ``digits`` digits.
    """

    form: str
    prefix: str
    digits: int
    first: int
    left: str = ""
    middle: str = ""


def can_be_stamped(text: str) -> bool:
    """Return whether the font of what is written on pages has all letters: those of Windows-1252."""
    return text == text.encode("cp1252", "ignore").decode("cp1252")


class PagePicture(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """A page of a PDF: Group IV data (ITU-T T.6) of black and white where ``fax``, else a JPEG."""

    width: Annotated[int, Meta(ge=1, lt=1 << 16)]
    height: Annotated[int, Meta(ge=1, lt=1 << 16)]
    dpi: Annotated[int, Meta(ge=1, lt=1 << 16)]
    fax: bool
    data: bytes


class StampedPages(msgspec.Struct, frozen=True, array_like=True, tag=True, forbid_unknown_fields=True):
    """Pages of a document of ``pages`` in all, as image files, or as pictures for a PDF.

    Where only their number was asked for there are none, and ``found`` says how often each phrase stands on them.
    ``faded`` are those of the images (from 0) that lack marks of their page.
    """

    pages: _Number
    images: Annotated[tuple[bytes | PagePicture, ...], Meta(max_length=PAGES_AT_ONCE)] = ()
    found: Annotated[tuple[_Number, ...], Meta(max_length=MOST_MARKS)] = ()
    faded: Annotated[tuple[_Number, ...], Meta(max_length=PAGES_AT_ONCE)] = ()


Preview = PageImage | RichText | SheetRows | CellPlaces | StampedPages


class NativeBytes(msgspec.Struct, frozen=True):
    """Bytes of an item's original from ``start`` on; ``total`` is its size."""

    start: int
    total: int
    data: bytes


_KINDS = "avif bmp gif jp2 jpeg png tiff vnd.adobe.photoshop vnd.microsoft.icon webp x-pcx x-portable-anymap"
_PICTURES = frozenset(f"image/{kind}" for kind in _KINDS.split())
_XML = "application/vnd.openxmlformats-officedocument"
_ODF = "application/vnd.oasis.opendocument"
_SHEETS = frozenset(
    (
        f"{_XML}.spreadsheetml.sheet",
        f"{_ODF}.spreadsheet",
        "application/vnd.ms-excel",
        "application/vnd.ms-excel.sheet.binary.macroenabled.12",
        "text/csv",
        "text/tab-separated-values",
    )
)
OFFICE_ENDINGS = {
    f"{_XML}.wordprocessingml.document": "docx",
    f"{_XML}.presentationml.presentation": "pptx",
    f"{_ODF}.text": "odt",
    f"{_ODF}.presentation": "odp",
    "application/msword": "doc",
    "application/vnd.ms-powerpoint": "ppt",
    "text/rtf": "rtf",
    "application/rtf": "rtf",
}
"""Documents of which an office program can make pages, each media type with its usual ending."""
_HTML = frozenset(
    ("text/html", "application/xhtml+xml", "message/rfc822", "message/x-emlx", "application/vnd.ms-outlook")
)


def drawn_directly(media: str) -> bool:
    """Whether the reader process can draw pages of this media type by itself."""
    return media == "application/pdf" or media in _PICTURES


def drawn_by_office(media: str) -> bool:
    return media in OFFICE_ENDINGS


def has_cells(media: str) -> bool:
    return media in _SHEETS


_HTML_PART = re.compile(r"^content-type:.*html", re.IGNORECASE | re.MULTILINE)


def may_have_html(item: Item) -> bool:
    """Whether an item may hold HTML text, as far as is on record of it; nothing is opened.

    Of mail that was indexed before such records were kept nothing is known; and an attached page counts here.
    """
    media = item.row.type
    if media not in _HTML or media in ("text/html", "application/xhtml+xml"):
        return media in _HTML
    formats = dict(item.properties).get(BODY_FORMAT)
    if formats is not None:
        return "HTML" in formats
    packed = [segment.text for segment in item.segments if segment.origin == TRANSPORT]
    return media == "application/vnd.ms-outlook" or not packed or any(map(_HTML_PART.search, packed))
