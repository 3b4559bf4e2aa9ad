"""PDF 1.7 files with Helvetica for Latin and pen strokes for Hebrew and Arabic, the same bytes every time.

The strokes are a Type 3 font (ISO 32000-1, 9.6.5) whose ToUnicode map (9.10.3) says what each code is. Right-to-left
lines are laid out in the order in which they're seen, as word processors do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from sample_corpus.catalog import Node
from sample_corpus.strokes import STROKES, drawing, width
from tests.writers.pdf import document, stream, to_unicode

_RTL = re.compile("[\u0590-\u07ff]")
_LTR = re.compile("[0-9A-Za-z]+(?:[.,][0-9A-Za-z]+)*")
_LINES = 40


def _latin(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _seen(line: str) -> str:
    """Return a right-to-left line in the order in which it's seen: reversed, but for numbers and Latin words."""
    return _LTR.sub(lambda run: run[0][::-1], line[::-1])


def _show(line: str, codes: dict[str, int]) -> str:
    if not _RTL.search(line):
        return f"/F1 11 Tf ({_latin(line)}) Tj"
    shown = []
    for foreign, run in groupby(_seen(line), key=codes.__contains__):
        text = "".join(run)
        letters = "".join(f"{codes[c]:02X}" for c in text) if foreign else ""
        shown.append(f"/F2 12 Tf <{letters}> Tj" if foreign else f"/F1 11 Tf ({_latin(text)}) Tj")
    return " ".join(shown)


def _page(lines: Sequence[str], codes: dict[str, int]) -> bytes:
    shown = "\n".join(f"{_show(line, codes)}\n0 -18 Td" for line in lines)
    return f"BT\n2 Tw\n60 780 Td\n{shown}\nET".encode("cp1252")


def _map(codes: dict[str, int]) -> bytes:
    rows = "\n".join(f"<{code:02X}> <{ord(letter):04X}>" for letter, code in codes.items())
    return to_unicode(f"{len(codes)} beginbfchar\n{rows}\nendbfchar", "<00> <FF>")


def _pens(codes: dict[str, int], first: int) -> list[bytes]:
    """Return the objects of the stroke font: the font, its map, and a drawing for each letter."""
    names = {code: f"/g{code}" for code in codes.values()}
    procs = " ".join(f"{name} {first + 1 + code} 0 R" for code, name in names.items())
    font = (
        "<< /Type /Font /Subtype /Type3 /FontBBox [-100 -400 900 1100] /FontMatrix [0.001 0 0 0.001 0 0] "
        f"/FirstChar 1 /LastChar {len(codes)} /Widths [{' '.join(str(width(c)) for c in codes)}] /Resources << >> "
        f"/Encoding << /Type /Encoding /Differences [1 {' '.join(names.values())}] >> "
        f"/CharProcs << {procs} >> /ToUnicode {first + 1} 0 R >>"
    )
    return [font.encode(), stream(_map(codes)), *(stream(drawing(letter).encode()) for letter in codes)]


def _build(contents: Sequence[bytes], codes: dict[str, int], title: str, author: str, date: str) -> bytes:
    pens = _pens(codes, 5) if codes else []
    first = 5 + len(pens)
    kids = " ".join(f"{first + 2 * n} 0 R" for n in range(len(contents)))
    stamp = re.sub(r"\D", "", date)
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    objects += [f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>".encode()]
    objects += [f"<< /Title ({_latin(title)}) /Author ({_latin(author)}) /CreationDate (D:{stamp}Z) >>".encode()]
    objects += [b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>", *pens]
    fonts = "/F1 4 0 R /F2 5 0 R" if codes else "/F1 4 0 R"
    for number, content in enumerate(contents):
        page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << {fonts} >> >> "
        objects += [f"{page}/Contents {first + 2 * number + 1} 0 R >>".encode(), stream(content)]
    return document(dict(enumerate(objects, 1)), "/Info 3 0 R")


def pdf(key: str, title: str, author: str, date: str, lines: Sequence[str]) -> Node:
    """Write a document of lines; ``date`` is "2024-05-14T08:00:00"."""
    letters = sorted(set("".join(lines)) & STROKES.keys())
    codes = {letter: code for code, letter in enumerate(letters, 1)}
    pages = [_page(lines[n : n + _LINES], codes) for n in range(0, len(lines), _LINES)]
    data = _build(pages, codes, title, author, date)
    texts = [("body", " ".join(lines)), ("properties", title), ("properties", author)]
    return Node(key, data, texts, media="application/pdf")


def scan(key: str, title: str) -> Node:
    """Write a page that holds a picture of lines and no text, as a scanner leaves it."""
    bars = "\n".join(f"60 {780 - 16 * n} {420 - 37 * (n % 5)} 6 re f" for n in range(30))
    pixels = "q 400 0 0 120 60 120 cm\nBI /W 8 /H 8 /CS /G /BPC 1 /F /AHx ID\nAA55AA55AA55AA55>\nEI\nQ"
    data = _build([f"0.2 g\n{bars}\n{pixels}".encode()], {}, title, "Scanner", "2024-02-12T09:00:00")
    return Node(key, data, [("properties", title), ("properties", "Scanner")], media="application/pdf")
