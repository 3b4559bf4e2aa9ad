"""What the front door shows of an item's original: values made in the airlock and checked at its border.

Nothing here opens, draws or parses; the window takes these and never the file.
"""

from __future__ import annotations

import msgspec


class PageImage(msgspec.Struct, frozen=True, array_like=True, tag=True):
    """One page of ``pages`` as pixels: four bytes each (blue, green, red, unused), row after row."""

    pages: int
    width: int
    height: int
    data: bytes


class RichText(msgspec.Struct, frozen=True, array_like=True, tag=True):
    """Mail HTML made harmless, in parts that a text view lays out at once.

    ``notes`` name what was left out: "pictures", "tables" (nested too deeply, flattened), "rest" (too long).
    """

    parts: tuple[str, ...]
    notes: tuple[str, ...]


class SheetRows(msgspec.Struct, frozen=True, array_like=True, tag=True):
    """Rows of one sheet from ``first`` on, as the file stores their values.

    ``sheets`` are (name, hidden) pairs; ``total`` rows and ``columns`` are the whole sheet's; hidden rows and columns
    count from 0 and come with the first rows only. ``notes``: "columns" (more than are shown), "rows" (whether some
    are hidden isn't known).
    """

    sheets: tuple[tuple[str, bool], ...]
    first: int
    total: int
    columns: int
    rows: tuple[tuple[str, ...], ...]
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]
    notes: tuple[str, ...]


class CellPlaces(msgspec.Struct, frozen=True, array_like=True, tag=True):
    """Cells that hold what was sought: (sheet, row, column) from 0, in that order; ``more``: there are others."""

    places: tuple[tuple[int, int, int], ...]
    more: bool


Preview = PageImage | RichText | SheetRows | CellPlaces


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
    """Whether an office program can make pages of this media type."""
    return media in OFFICE_ENDINGS


def has_cells(media: str) -> bool:
    """Whether items of this media type can be shown as a table."""
    return media in _SHEETS


def may_have_html(media: str) -> bool:
    """Whether items of this media type may hold HTML text."""
    return media in _HTML
