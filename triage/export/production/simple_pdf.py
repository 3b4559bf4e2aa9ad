"""A PDF (ISO 32000-1) of letters of Windows-1252, in the two fonts that every reader has: Helvetica and Courier.

There may be a hundred thousand of them in a production, which a typesetter would take half an hour for.
"""

from __future__ import annotations

from collections.abc import Sequence

WIDE, HIGH = 595, 842
"""The size of a page, A4, in points."""
_FONT = "<</Type/Font/Subtype/Type1/BaseFont/{}/Encoding/WinAnsiEncoding>>"
_FIRST = 5  # number of the first page's object


def pdf(pages: Sequence[bytes]) -> bytes:
    """Return a PDF of pages, each of which is made of ``words``; the same gives the same."""
    numbers = range(_FIRST, _FIRST + 2 * len(pages), 2)
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        _FONT.format("Helvetica").encode(),
        _FONT.format("Courier").encode(),
    ]
    for number, shown in zip(numbers, pages, strict=True):
        page = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDE} {HIGH}]/Contents {number + 1} 0 R"
        objects.append(f"{page}/Resources<</Font<</H 3 0 R/C 4 0 R>>>>>>".encode())
        objects.append(b"<</Length %d>>\nstream\n%s\nendstream" % (len(shown), shown))
    made, places = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"), []
    for at, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (at, content)
    table = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    made += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(made)


def words(font: str, size: int, across: int, up: int, text: str) -> bytes:
    """Return what writes a text on a page, from the lower left corner on; ``font`` is H or C.

    Raises UnicodeEncodeError for what Windows-1252 hasn't.
    """
    escaped = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /%s %d Tf %d %d Td (%s) Tj ET\n" % (font.encode(), size, across, up, escaped)
