"""PDF 1.7 files with one font for Latin and one for Hebrew and Arabic, uncompressed, the same bytes every time.

The second font isn't embedded: its ToUnicode map (ISO 32000-1, 9.10.3) says what each code is, and a viewer shows it in
a font of the computer. Right-to-left lines are laid out in the order in which they're seen, as word processors do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sample_corpus.catalog import Node

_RTL = re.compile("[\u0590-\u07ff]")
_LTR = re.compile("[0-9A-Za-z]+(?:[.,][0-9A-Za-z]+)*")
_LINES = 44


def _latin(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _seen(line: str) -> str:
    """Return a right-to-left line in the order in which it's seen: reversed, but for numbers and Latin words."""
    return _LTR.sub(lambda run: run[0][::-1], line[::-1])


def _show(line: str) -> str:
    if not _RTL.search(line):
        return f"/F1 11 Tf ({_latin(line)}) Tj"
    return f"/F2 11 Tf <{_seen(line).encode('utf-16-be').hex()}> Tj"


def _page(lines: Sequence[str]) -> bytes:
    shown = "\n".join(f"{_show(line)}\n0 -16 Td" for line in lines)
    return f"BT\n60 780 Td\n{shown}\nET".encode("cp1252")


def _stream(data: bytes, extra: str = "") -> bytes:
    return f"<< /Length {len(data)}{extra} >>\nstream\n".encode() + data + b"\nendstream"


def _to_unicode(text: str) -> bytes:
    codes = sorted({ord(c) for c in text if ord(c) < 0x10000})
    rows = [f"<{code:04X}> <{code:04X}>" for code in codes]
    blocks = [rows[n : n + 100] for n in range(0, len(rows), 100)]
    maps = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    head = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Story def\n/CMapType 2 def\n"
    space = "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
    return f"{head}{space}{maps}\nendcmap\nend\nend".encode()


def _assemble(objects: Sequence[bytes], info: int) -> bytes:
    data, places = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info {info} 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode() + table + trailer.encode()


def _fonts(text: str) -> list[bytes]:
    """Return the objects 3 to 7: Latin, composite, descendant, descriptor, map."""
    descendant = (
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Arial /FontDescriptor 6 0 R /DW 560 "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
    )
    descriptor = (
        "<< /Type /FontDescriptor /FontName /Arial /Flags 4 /FontBBox [-665 -325 2000 1006] /ItalicAngle 0 "
        "/Ascent 905 /Descent -212 /CapHeight 716 /StemV 80 >>"
    )
    composite = (
        "<< /Type /Font /Subtype /Type0 /BaseFont /Arial /Encoding /Identity-H "
        "/DescendantFonts [5 0 R] /ToUnicode 7 0 R >>"
    )
    latin = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    simple = [part.encode() for part in (latin, composite, descendant, descriptor)]
    return [*simple, _stream(_to_unicode(text))]


def _build(contents: Sequence[bytes], text: str, title: str, author: str, date: str) -> bytes:
    first = 9
    kids = " ".join(f"{first + 2 * n} 0 R" for n in range(len(contents)))
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    objects += [f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>".encode(), *_fonts(text)]
    stamp = re.sub(r"\D", "", date)
    objects += [f"<< /Title ({_latin(title)}) /Author ({_latin(author)}) /CreationDate (D:{stamp}Z) >>".encode()]
    resources = "<< /Font << /F1 3 0 R /F2 4 0 R >> >>"
    for number, content in enumerate(contents):
        page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources {resources} "
        objects += [f"{page}/Contents {first + 2 * number + 1} 0 R >>".encode(), _stream(content)]
    return _assemble(objects, 8)


def pdf(key: str, title: str, author: str, date: str, lines: Sequence[str]) -> Node:
    """Write a document of lines; ``date`` is "2024-05-14T08:00:00"."""
    pages = [_page(lines[n : n + _LINES]) for n in range(0, len(lines), _LINES)]
    data = _build(pages, "".join(lines) + " ", title, author, date)
    texts = [("body", " ".join(lines)), ("properties", title), ("properties", author)]
    return Node(key, data, texts, media="application/pdf")


def scan(key: str, title: str) -> Node:
    """Write a page that holds a picture of lines and no text, as a scanner leaves it."""
    bars = "\n".join(f"60 {780 - 16 * n} {420 - 37 * (n % 5)} 6 re f" for n in range(30))
    pixels = "q 400 0 0 120 60 120 cm\nBI /W 8 /H 8 /CS /G /BPC 1 /F /AHx ID\nAA55AA55AA55AA55>\nEI\nQ"
    data = _build([f"0.2 g\n{bars}\n{pixels}".encode()], " ", title, "Scanner", "2024-02-12T09:00:00")
    return Node(key, data, [("properties", title), ("properties", "Scanner")], media="application/pdf")
