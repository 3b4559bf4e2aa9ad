"""Pages as pixels: a PDF's pages and pictures are drawn and stamped here, in the reader process, and nowhere else.

The window gets numbers and bytes of colour, never the file. Nothing linked is fetched and no script is run.
"""

from __future__ import annotations

import ctypes
import warnings
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from itertools import repeat
from typing import TYPE_CHECKING, Any, BinaryIO

from triage.errors import FormatError
from triage.messages import say
from triage.model.previews import (
    JPEG,
    MOST_MARKS,
    PAGES_AT_ONCE,
    TIFF,
    PageImage,
    PageMark,
    PagePicture,
    Stamp,
    StampedPages,
    can_be_stamped,
)
from triage.model.previews import PDF as PICTURES
from triage.model.redactions import SCALE
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


# Pages of a document as images, each with its number: drawn and stamped in the reader process. What is redacted is
# black before anything else is done with a page. What is stamped stands below it; where the page isn't empty there, it
# is made smaller, so that nothing is covered. Pages come as Group IV TIFF (ITU-T T.6) in black and white, as JPEG, or
# as pictures for a PDF.


# Whether a page in black and white has lost what its source shows: marks with nothing black near them.
#
# Marks are what is thin and darker than its surroundings, as letters and lines are. A shaded background that turns
# white is none, and grain too fine for letters is none either.

_DARKER = 5  # by how much, of 255, a mark is darker than what is around it, once grain is smoothed
_ACROSS = 4  # how many halved pixels from its middle a mark reaches at most
_SQUARE = 4  # halved pixels of a side of the squares in which marks are looked for
_FILLED = 64  # how much of a square marks fill at least, of 255
_MOST = 4  # squares without anything black near their marks that are no loss: specks rather than a letter


def is_lost(source: Any, produced: Any) -> bool:
    """Return whether a grey page has marks that the page in black and white, of the same size, lacks."""
    from PIL import ImageChops, ImageFilter

    halved = source.reduce(2).filter(ImageFilter.BoxBlur(1))
    marks = ImageChops.subtract(_closed(halved), halved).point([255 if more >= _DARKER else 0 for more in range(256)])
    marked = marks.reduce(_SQUARE).point([255 if filled >= _FILLED else 0 for filled in range(256)])
    black = produced.convert("L").reduce(2).reduce(_SQUARE).filter(ImageFilter.MinFilter(3))
    white = black.point([255 if tone == 255 else 0 for tone in range(256)])
    return bool(ImageChops.darker(marked, white).histogram()[255] > _MOST)


def _closed(page: Any) -> Any:
    """Return the page without what is dark and thin: each pixel as light as the lightest around it, and back."""
    from PIL import ImageChops

    lighter = _dilated(page, ImageChops.lighter)
    return _dilated(lighter, ImageChops.darker)


def _dilated(page: Any, choose: Any) -> Any:
    """Return the page with what ``choose`` says of each pixel and those at most _ACROSS away, in doubling steps."""
    for across, down in ((1, 0), (0, 1)):
        reached = 0
        while reached < _ACROSS:
            step = min(max(reached, 1), _ACROSS - reached)
            ahead, behind = _moved(page, step * across, step * down), _moved(page, -step * across, -step * down)
            page = choose(page, choose(ahead, behind))
            reached += step
    return page


def _moved(page: Any, across: int, down: int) -> Any:
    made = page.copy()
    made.paste(page, (across, down))
    return made


Box = tuple[int, int, int, int]  # left, top, right and bottom in pixels
_SIDE = 4000  # pixels of a page's width and height where words are only counted
_RECOGNISED = 4000
_DPI = {TIFF: 200, JPEG: 150, PICTURES: 200}
_BAND = 0.3  # inches below a page for what is stamped
_LETTERS = 9 / 72  # inches, the height of its letters
_SMALLEST = 9  # pixels of letters that can still be read
_LONGEST = 11.7  # inches, of a picture: as A4
_WHITE = 250  # a page is empty where nothing is darker
_DARK = 160  # what is darker is black
_PALE, _AROUND = 24, 20
"""What is so much darker than the pixels around it, as far away, is black too: pale text, but no shaded background."""
_TONES, _SHARE = slice(64, 192), 0.04  # a page that has more than such a share of these tones holds pictures
_COLOURFUL = 24  # how much red, green and blue differ where something is meant to have a colour


def stamped(view: ViewRequest, untrusted_file: BinaryIO, media: str) -> StampedPages:
    """Return pages with the stamp, or how many there are; raises FormatError where one can't be drawn or made black."""
    with _opened(untrusted_file, media) as document:
        pages = document.go_to(view.number)
        if view.stamp is None:
            return StampedPages(pages, found=_counted(document, pages, view.sought))
        numbers = range(view.number, pages)[:PAGES_AT_ONCE]
        drawn = [_image(document, number, view, view.stamp) for number in numbers]
        faded = tuple(at for at, (_, lacks) in enumerate(drawn) if lacks)
        return StampedPages(pages, tuple(image for image, _ in drawn), faded=faded)


class _Pdf:
    def __init__(self, document: Any) -> None:
        self._document = document

    def go_to(self, number: int) -> int:
        """Go to a page (from 0); return how many there are."""
        self._page = page_of(self._document, number)
        return len(self._document)

    def draw(self, dpi: int, grey: bool) -> tuple[Any, int]:
        """Return the page in grey or in colours, and its dots for an inch."""
        across, down = self._page.get_size()
        scale = min(dpi / 72, most_pixels(across, down))
        drawn = self._page.render(scale=scale, grayscale=grey, rev_byteorder=not grey).to_pil()
        return drawn if grey else drawn.convert("RGB"), round(scale * 72)

    def marks(self, sought: Sequence[str], width: int, height: int) -> Sequence[PageMark]:
        return marks(self._page, sought, width, height)


class _Picture:
    """A picture's frames, by the same methods."""

    def __init__(self, opened: Any) -> None:
        self._opened = opened

    def go_to(self, number: int) -> int:
        return frames_of(self._opened, number)

    def draw(self, dpi: int, grey: bool) -> tuple[Any, int]:
        drawn = flat(self._opened, round(_LONGEST * dpi))
        return drawn.convert("L") if grey else drawn, dpi

    def marks(self, sought: Sequence[str], width: int, height: int) -> Sequence[PageMark]:
        return recognised(flat(self._opened, _RECOGNISED), sought, width, height) if available() else ()


_Document = _Pdf | _Picture


@contextmanager
def _opened(untrusted_file: BinaryIO, media: str) -> Iterator[_Document]:
    if media == PDF:
        with pdf(untrusted_file) as document:
            yield _Pdf(document)
    else:
        with picture(untrusted_file, media) as opened:
            yield _Picture(opened)


def _counted(document: _Document, pages: int, sought: Sequence[str]) -> tuple[int, ...]:
    """Return how often each phrase stands on all pages, each word of it with its place."""
    counts = Counter[int]()
    for number in range(pages if sought else 0):
        document.go_to(number)
        counts.update(which for which, _ in _complete_phrases(document.marks(sought, _SIDE, _SIDE), sought))
    return tuple(counts[which] for which in range(len(sought)))


def _complete_phrases(marked: Sequence[PageMark], sought: Sequence[str]) -> list[tuple[int, int]]:
    """Return the phrases of which each word has its place: which it is, and its number on the page."""
    boxes = Counter((which, word_number) for which, word_number, *_ in marked)
    return [phrase for phrase, count in boxes.items() if count >= len(sought[phrase[0]].split())]


def _image(document: _Document, number: int, view: ViewRequest, stamp: Stamp) -> tuple[bytes | PagePicture, bool]:
    document.go_to(number)
    grey = stamp.form == TIFF
    page, dpi = document.draw(_DPI[stamp.form], grey)
    if view.sought or view.regions:
        _blacken(page, _black_boxes(document, number, view, page.width, page.height), dpi)
    if isinstance(document, _Picture):
        page = _on_paper(page, dpi)
    band = min(round(_BAND * dpi), page.height // 4)
    page = _stamp(_with_room(page, band), stamp, f"{stamp.prefix}{stamp.first + number:0{stamp.digits}}", band, dpi)
    if stamp.form == PICTURES:
        dark = page.convert("L")
        fax = not (_is_colourful(page) or _has_tones(dark))
        data, lacks = _group4(dark, dpi) if fax else (_jpeg(page, dpi), False)
        return PagePicture(page.width, page.height, dpi, fax, _only_strip(data) if fax else data), lacks
    return _group4(page, dpi) if grey else (_jpeg(page, dpi), False)


def _group4(page: Any, dpi: int) -> tuple[bytes, bool]:
    made, plain = BytesIO(), _black_and_white(page)
    plain.save(made, "TIFF", compression="group4", dpi=(dpi, dpi), strip_size=1 << 30)
    return made.getvalue(), is_lost(page, plain)


def _only_strip(tiff: bytes) -> bytes:
    """Return the data of a TIFF with one strip (TIFF 6.0, section 3: StripOffsets, StripByteCounts)."""
    from PIL.TiffImagePlugin import TiffImageFile

    tags = TiffImageFile(BytesIO(tiff)).tag_v2
    (start,), (size,) = tags[273], tags[279]
    return tiff[start : start + size]


def _jpeg(page: Any, dpi: int) -> bytes:
    made = BytesIO()
    page.save(made, "JPEG", quality=80, dpi=(dpi, dpi))
    return made.getvalue()


def _black_boxes(
    document: _Document, number: int, view: ViewRequest, width: int, height: int
) -> Iterator[tuple[Box, str]]:
    """Yield what is to be made black on a page, and the reason of each."""
    reasons = (*view.reasons, *repeat("", len(view.sought) + len(view.regions) - len(view.reasons)))
    for which, _, *box in document.marks(view.sought, width, height) if view.sought else ():
        yield (box[0], box[1], box[2], box[3]), reasons[which]
    for (page, left, top, right, bottom), reason in zip(view.regions, reasons[len(view.sought) :], strict=True):
        if page == number:
            near = left * width // SCALE, top * height // SCALE
            yield (*near, -(-right * width // SCALE), -(-bottom * height // SCALE)), reason


def _blacken(page: Any, boxes: Iterable[tuple[Box, str]], dpi: int) -> None:
    """Make parts of a page black, each as wide as a number of half inches, so that it doesn't tell a word's length.

    Reasons are written once all is black, so that none stands half under another box.
    """
    from PIL import ImageDraw

    grid, more = dpi // 2, dpi // 50
    drawer = ImageDraw.Draw(page)
    black = list[tuple[Box, str]]()
    for (left, top, right, bottom), reason in boxes:
        left, right = (left - more) // grid * grid, -(-(right + more) // grid) * grid
        black.append(
            ((max(0, left), max(0, top - more), min(page.width, right), min(page.height, bottom + more)), reason)
        )
        drawer.rectangle(black[-1][0], "black", "white", max(1, more // 2))
    for box, reason in black:
        _write(drawer, box, reason, dpi)


def _write(drawer: Any, box: Box, reason: str, dpi: int) -> None:
    """Write a reason in the middle of a black box, in letters of which the font has all, where it fits."""
    width, height = box[2] - box[0], box[3] - box[1]
    for size in range(round(_LETTERS * dpi), _SMALLEST, -1):
        if _font(size).getlength(reason) < width * 0.9 and size < height * 0.8 and can_be_stamped(reason):
            middle = (box[0] + box[2]) // 2, (box[1] + box[3]) // 2
            drawer.text(middle, reason, "white", _font(size), anchor="mm")
            return


def _on_paper(picture: Any, dpi: int) -> Any:
    page = _paper(picture.mode, max(picture.width, 4 * dpi), max(picture.height + round(_BAND * dpi), 2 * dpi))
    page.paste(picture, ((page.width - picture.width) // 2, 0))
    return page


def _with_room(page: Any, band: int) -> Any:
    least = page.crop((0, page.height - band, page.width, page.height)).convert("L").getextrema()[0]
    if least >= _WHITE:
        return page
    small = page.resize((page.width * (page.height - band) // page.height or 1, page.height - band))
    made = _paper(page.mode, page.width, page.height)
    made.paste(small, ((page.width - small.width) // 2, 0))
    return made


def _paper(mode: str, width: int, height: int) -> Any:
    from PIL import Image

    return Image.new(mode, (width, height), "white")


def _stamp(page: Any, stamp: Stamp, number: str, band: int, dpi: int) -> Any:
    """Write into the lowest rows: words at the left and in the middle, the number at the right, smaller if need be."""
    from PIL import ImageDraw

    texts = (stamp.left, stamp.middle, number)
    edge = round(_BAND * dpi)
    size = max(6, round(_LETTERS * dpi))
    room = max(1, page.width - edge * (1 + len(texts)))
    wide = sum(_font(size).getlength(text) for text in texts)
    font = _font(max(6, int(size * min(1.0, room / max(1.0, wide)))))
    writer = ImageDraw.Draw(page)
    line = page.height - band // 2
    writer.text((edge, line), stamp.left, "black", font, anchor="lm")
    writer.text((page.width // 2, line), stamp.middle, "black", font, anchor="mm")
    writer.text((page.width - edge, line), number, "black", font, anchor="rm")
    return page


@cache
def _font(size: int) -> Any:
    from PIL import ImageFont

    return ImageFont.load_default(size)


def _black_and_white(page: Any) -> Any:
    """Return a grey page in black and white: text by its darkness, pictures as dots."""
    from PIL import ImageChops, ImageFilter

    if _has_tones(page):
        return page.convert("1")
    paler = ImageChops.subtract(page.filter(ImageFilter.BoxBlur(_AROUND)), page)
    pale = paler.point([255 if more < _PALE else 0 for more in range(256)])
    dark = page.point([0 if tone < _DARK else 255 for tone in range(256)])
    return ImageChops.darker(dark, pale).convert("1")


def _has_tones(page: Any) -> bool:
    thumbnail = _thumbnail(page)
    return bool(sum(thumbnail.histogram()[_TONES]) > _SHARE * thumbnail.width * thumbnail.height)


def _is_colourful(page: Any) -> bool:
    from PIL import ImageChops

    red, green, blue = _thumbnail(page).split()
    return any(any(ImageChops.difference(*pair).histogram()[_COLOURFUL:]) for pair in ((red, green), (green, blue)))


def _thumbnail(page: Any) -> Any:
    from PIL import Image

    return page.resize((max(1, page.width // 4), max(1, page.height // 4)), Image.Resampling.NEAREST)
