"""Where words stand on a page or picture as it is drawn: the boxes of the words sought, in pixels.

The words of a PDF page are made by what makes the text that is indexed, so both have the same words in the same order.
PDFium tells where its own characters stand; each word of the text is the one of the same letters, counted from the
page's beginning, that these characters spell. Right-to-left letters may stand there in the order of the page. Of a scan
and a picture they are the words that are recognised in it, where recognition is installed.
"""

from __future__ import annotations

import ctypes
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from triage.model.previews import MOST_MARKS, PageMark
from triage.parsers.kit.ocr import available, boxes
from triage.parsers.pdf.scan import drawn_scan
from triage.parsers.pdf.text import page_text, plain_text
from triage.text import Phrases, tokens

if TYPE_CHECKING:
    from PIL.Image import Image

_HYPHENS = "\x02\ufffe"
_LEAST = 2  # pixels of a box
_SECONDS = 15  # that recognising a page for its marks may take


def marks(page: Any, sought: Sequence[str], width: int, height: int) -> tuple[PageMark, ...]:
    """Return the boxes of what is sought, words with blanks between them, on a loaded page drawn in this size.

    Each is a PageMark with the number of what was sought for its term, and with that of the first word for its place.
    Where a page is a scan without them, it is recognised, if recognition is installed.
    """
    import pypdfium2.raw as pdfium

    textpage = page.get_textpage()
    text, _ = page_text(pdfium, textpage.raw, plain_text(pdfium, textpage.raw))
    words = [token.word for token in tokens(text)]
    places, runs = Phrases(map(str.split, sought)).among(words), _runs(pdfium, textpage.raw)
    copies, met = list[int](), Counter[str]()
    for word in words:
        copies.append(met[word])
        met[word] += 1
    found, at_page = list[PageMark](), (pdfium, page.raw, textpage.raw)
    for place, which, length in sorted(places):
        for at in range(place, place + length):
            same = runs.get(words[at]) or runs.get(words[at][::-1]) or ()
            if copies[at] < len(same):
                found += ((which, place, *box) for box in _boxes(*at_page, *same[copies[at]], width, height))
    if not found and available() and (picture := drawn_scan(pdfium, page, text)):
        return recognised(picture, sought, width, height)
    return tuple(found[:MOST_MARKS])


def recognised(picture: Image, sought: Sequence[str], width: int, height: int) -> tuple[PageMark, ...]:
    """Return the boxes of what is sought in a picture, as ``marks`` does, for the picture drawn in this size."""
    words, places = list[str](), list[tuple[int, int, int, int]]()
    across, down = width / picture.width, height / picture.height
    for text, (left, top, right, bottom) in boxes(picture, _SECONDS):
        box = int(left * across), int(top * down), round(right * across), round(bottom * down)
        for token in tokens(text):
            words.append(token.word)
            places.append(_inside(*box, width, height))
    marked, free = list[PageMark](), 0
    for place, which, length in sorted(Phrases(map(str.split, sought)).among(words), key=lambda one: (one[0], -one[2])):
        if place >= free:  # a word inside a phrase that is marked isn't another hit
            free = place + length
            marked += ((which, place, *places[at]) for at in range(place, free))
    return tuple(marked[:MOST_MARKS])


def _inside(left: int, top: int, right: int, bottom: int, width: int, height: int) -> tuple[int, int, int, int]:
    """Return a box that has a least size and is inside the picture."""
    left, top = max(0, min(left, width - _LEAST)), max(0, min(top, height - _LEAST))
    return left, top, min(max(right, left + _LEAST), width), min(max(bottom, top + _LEAST), height)


def _runs(pdfium: Any, textpage: Any) -> dict[str, list[tuple[int, int]]]:
    """Return the words that PDFium's characters spell, each with its places: the first character and how many."""
    letters, indexes, broken = list[str](), list[int](), False
    for index in range(pdfium.FPDFText_CountChars(textpage)):
        letter = chr(pdfium.FPDFText_GetUnicode(textpage, index))
        broken = letter in _HYPHENS or (broken and letter in "\r\n")
        if not broken:  # a word that a hyphen breaks at the end of a line is one
            letters.append(letter)
            indexes.append(index)
    found = defaultdict[str, list[tuple[int, int]]](list)
    for word, start, end in tokens("".join(letters)):
        found[word].append((indexes[start], indexes[end - 1] - indexes[start] + 1))
    return found


def _boxes(
    pdfium: Any, page: Any, textpage: Any, first: int, count: int, width: int, height: int
) -> Iterator[tuple[int, int, int, int]]:
    """Yield left, top, right and bottom of each line's part of some characters, inside the picture."""
    sides = [ctypes.c_double() for _ in range(4)]
    x, y = ctypes.c_int(), ctypes.c_int()
    for number in range(pdfium.FPDFText_CountRects(textpage, first, count)):
        pdfium.FPDFText_GetRect(textpage, number, *sides)
        corners = []
        for across, down in ((0, 1), (2, 3)):
            pdfium.FPDF_PageToDevice(page, 0, 0, width, height, 0, sides[across], sides[down], x, y)
            corners.append((x.value, y.value))
        (left, right), (top, bottom) = (sorted(pair) for pair in zip(*corners, strict=True))
        yield _inside(left, top, right, bottom, width, height)
