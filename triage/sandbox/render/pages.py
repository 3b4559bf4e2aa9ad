"""Pages as pixels: a PDF's pages and pictures are drawn here, in the reader process, and nowhere else.

The window gets numbers and bytes of colour, never the file. Nothing linked is fetched and no script is run.
"""

from __future__ import annotations

import ctypes
import warnings
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, BinaryIO

from triage.errors import FormatError
from triage.messages import say
from triage.model.previews import MOST_MARKS, PageImage, PageMark
from triage.parsers.kit.ocr import available, boxes
from triage.parsers.pdf.opening import use_machine_fonts
from triage.parsers.pdf.reader import drawn_scan
from triage.parsers.pdf.text import page_text, plain_text
from triage.sandbox.wire import MOST_PAGES, MOST_PIXELS, MOST_SIDE, ViewRequest
from triage.text import Phrases, tokens

if TYPE_CHECKING:
    from PIL.Image import Image


# Where words stand on a page or picture as it is drawn: the boxes of the words sought, in pixels.
#
# The words of a PDF page are made by what makes the text that is indexed, so both have the same words in the same
# order. PDFium tells where its own characters stand; each word of the text is the one of the same letters, counted
# from the page's beginning, that these characters spell. Right-to-left letters may stand there in the order of the
# page. Of a scan and a picture they are the words that are recognised in it, where recognition is installed.

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
    marked, at_page = list[PageMark](), (pdfium, page.raw, textpage.raw)
    for start, which, length in sorted(places):
        for at in range(start, start + length):
            same = runs.get(words[at]) or runs.get(words[at][::-1]) or ()
            if copies[at] < len(same):
                marked += ((which, start, *box) for box in _boxes(*at_page, *same[copies[at]], width, height))
    if not marked and available() and (picture := drawn_scan(pdfium, page, text)):
        return recognised(picture, sought, width, height)
    return tuple(marked[:MOST_MARKS])


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
    for start, which, length in sorted(Phrases(map(str.split, sought)).among(words), key=lambda m: (m[0], -m[2])):
        if start >= free:  # a word inside a phrase that is marked isn't another hit
            free = start + length
            marked += ((which, start, *places[at]) for at in range(start, free))
    return tuple(marked[:MOST_MARKS])


def _inside(left: int, top: int, right: int, bottom: int, width: int, height: int) -> tuple[int, int, int, int]:
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
    runs = defaultdict[str, list[tuple[int, int]]](list)
    for word, start, end in tokens("".join(letters)):
        runs[word].append((indexes[start], indexes[end - 1] - indexes[start] + 1))
    return runs


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


PDF = "application/pdf"
_LEAST_WIDTH = 16
_WIDEST = 4000
_BITMAP_BGRX = 3  # FPDFBitmap_BGRx: four bytes a pixel, the last unused
_PASSWORD, _SECURITY = 4, 5


def draw(view: ViewRequest, untrusted_file: BinaryIO, media: str) -> PageImage:
    """Draw a page of a PDF or a frame of a picture, with what is sought marked; raises FormatError if it can't be."""
    width = max(_LEAST_WIDTH, min(view.width, _WIDEST))
    if media == PDF:
        return _page(view.number, width, view.sought, untrusted_file)
    return _frame(view.number, width, view.sought, untrusted_file, media)


def _page(number: int, width: int, sought: Sequence[str], untrusted_file: BinaryIO) -> PageImage:
    with pdf(untrusted_file) as document:
        pages = len(document)
        page = page_of(document, number)
        across, down = page.get_size()
        scale = _scale(across, down, width)
        bitmap = page.render(scale=scale, prefer_bgrx=True, force_bitmap_format=_BITMAP_BGRX)
        marked = marks(page, sought, bitmap.width, bitmap.height) if sought else ()
        return PageImage(pages, bitmap.width, bitmap.height, _packed(bitmap), marked)


@contextmanager
def pdf(untrusted_file: BinaryIO) -> Iterator[Any]:
    """Open a PDF; raises FormatError for what PDFium can't open, or can't do with it afterwards."""
    import logging

    import pypdfium2

    logging.getLogger("pypdfium2").setLevel(logging.ERROR)
    use_machine_fonts(True)
    try:
        document = pypdfium2.PdfDocument(untrusted_file)
        document.init_forms()
        yield document
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", 0) in (_PASSWORD, _SECURITY)
        failed = say("view-password") if locked else say("view-pdfium-failed", error=str(error).rstrip("."))
        raise FormatError(failed) from error


def page_of(document: Any, number: int) -> Any:
    """Return a page (from 0) that has a size; raises FormatError where there is none."""
    pages = len(document)
    if not 0 <= number < pages <= MOST_PAGES:
        raise FormatError("view-no-such-page", pages=pages, number=number + 1)
    page = document[number]
    across, down = page.get_size()
    if not (across > 0 and down > 0):
        raise FormatError("view-page-without-size")
    return page


def _scale(across: float, down: float, width: int) -> float:
    return min(width / across, most_pixels(across, down))


def most_pixels(across: float, down: float) -> float:
    """Return the most pixels for a unit of a page of such a size that the wire's bounds allow."""
    most: float = min((MOST_PIXELS * 0.98 / (across * down)) ** 0.5, (MOST_SIDE - 2) / down, (MOST_SIDE - 2) / across)
    return most


def _packed(bitmap: Any) -> bytes:
    """Return a bitmap's rows without the gaps between them."""
    row, data = bitmap.width * 4, bytes(bitmap.buffer)
    if bitmap.stride == row:
        return data[: row * bitmap.height]
    return b"".join(data[at : at + row] for at in range(0, bitmap.stride * bitmap.height, bitmap.stride))


def _frame(number: int, width: int, sought: Sequence[str], untrusted_file: BinaryIO, media: str) -> PageImage:
    with picture(untrusted_file, media) as opened:
        frames = frames_of(opened, number)
        large = flat(opened, _WIDEST) if sought and available() else None
        drawn = flat(opened, width)
    marked = recognised(large, sought, *drawn.size) if large is not None else ()
    return PageImage(frames, drawn.width, drawn.height, drawn.tobytes("raw", "BGRX"), marked)


@contextmanager
def picture(untrusted_file: BinaryIO, media: str) -> Iterator[Any]:
    """Open a picture; raises FormatError for what Pillow can't open, or can't do with it afterwards."""
    from PIL import Image, UnidentifiedImageError

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(untrusted_file) as opened:
                yield opened
        except MemoryError:
            raise
        except UnidentifiedImageError as error:
            raise FormatError("view-no-picture", media=media) from error
        except Exception as error:  # Pillow raises a dozen kinds for broken or unknown pictures
            why = error if isinstance(error, FormatError) else str(error)[:150]
            raise FormatError("view-picture-failed", media=media, error=why) from error


def frames_of(opened: Any, number: int) -> int:
    """Go to a frame (from 0) of a picture and return how many there are; raises FormatError where it hasn't that."""
    frames = min(getattr(opened, "n_frames", 1), MOST_PAGES)
    if not 0 <= number < frames:
        raise FormatError("view-no-such-page", pages=frames, number=number + 1)
    opened.seek(number)
    return frames


def flat(picture: Any, width: int) -> Any:
    """Return a frame as plain colours on white, upright as the camera noted, no wider than ``width``."""
    from PIL import Image, ImageOps

    picture.draft("RGB", (width, width * picture.height // max(1, picture.width)))
    upright = ImageOps.exif_transpose(picture)
    scale = min(1.0, _scale(upright.width, upright.height, width))
    size = max(1, int(upright.width * scale)), max(1, int(upright.height * scale))
    if upright.mode.startswith("I"):
        upright = upright.convert("I").point(lambda value: value / 256).convert("L")
    if upright.mode in ("P", "PA", "LA", "La", "RGBa") or "transparency" in upright.info:
        upright = upright.convert("RGBA")
    upright = upright.resize(size, Image.Resampling.BILINEAR) if size != upright.size else upright
    if upright.mode != "RGBA":
        return upright.convert("RGB")
    ground = Image.new("RGB", upright.size, "white")
    ground.paste(upright, mask=upright.getchannel("A"))
    return ground
