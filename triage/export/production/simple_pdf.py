"""A PDF (ISO 32000-1) of pictures, and of letters of Windows-1252 in two fonts that every reader has.

These are Helvetica and Courier. There may be a hundred thousand of them in a production, which a typesetter would take
half an hour for.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import BinaryIO

from triage.model.previews import PagePicture

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
