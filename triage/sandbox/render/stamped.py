"""Pages of a document as image files, each with its number: drawn and stamped in the reader process.

What is stamped stands below a page. Where the page isn't empty there, it is made smaller, so that nothing is covered.
Pages come as Group IV TIFF (ITU-T T.6) in black and white, or as JPEG.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Any, BinaryIO

from triage.model.previews import JPEG, PAGES_AT_ONCE, TIFF, Stamp, StampedPages
from triage.sandbox.render.pages import PDF, flat, frames_of, most_pixels, page_of, pdf, picture
from triage.sandbox.wire import ViewRequest

_DPI = {TIFF: 200, JPEG: 150}
_BAND = 0.3  # inches below a page for what is stamped
_LETTERS = 9 / 72  # inches, the height of its letters
_LONGEST = 11.7  # inches, of a picture: as A4
_WHITE = 250  # a page is empty where nothing is darker
_DARK = 160  # what is darker is black
_TONES, _SHARE = slice(64, 192), 0.04
"""A page that has more than such a share of these tones holds pictures, and is made of dots."""


def stamped(view: ViewRequest, untrusted_file: BinaryIO, media: str) -> StampedPages:
    """Return pages from ``view.number`` on with the stamp, as many as one answer has; without one how many there are.

    Raises FormatError where they can't be drawn.
    """
    stamp = view.stamp
    if media == PDF:
        with pdf(untrusted_file) as document:
            pages = len(document)
            page_of(document, view.number)
            drawn = _pages(document, range(view.number, pages), stamp) if stamp else iter(())
            return StampedPages(pages, tuple(drawn))
    with picture(untrusted_file, media) as opened:
        frames = frames_of(opened, view.number)
        drawn = _frames(opened, range(view.number, frames), stamp) if stamp else iter(())
        return StampedPages(frames, tuple(drawn))


def _pages(document: Any, numbers: range, stamp: Stamp) -> Iterator[bytes]:
    dpi = _DPI[stamp.form]
    for number in numbers[:PAGES_AT_ONCE]:
        page = page_of(document, number)
        across, down = page.get_size()
        scale = min(dpi / 72, most_pixels(across, down))
        grey = stamp.form == TIFF
        drawn = page.render(scale=scale, grayscale=grey, rev_byteorder=not grey).to_pil()
        yield _file(drawn if grey else drawn.convert("RGB"), stamp, number, round(scale * 72))
        page.close()


def _frames(opened: Any, numbers: range, stamp: Stamp) -> Iterator[bytes]:
    dpi = _DPI[stamp.form]
    for number in numbers[:PAGES_AT_ONCE]:
        frames_of(opened, number)
        drawn = flat(opened, round(_LONGEST * dpi))
        room = max(drawn.height + round(_BAND * dpi), 2 * dpi)
        page = _paper(drawn.mode, max(drawn.width, 4 * dpi), room)
        page.paste(drawn, ((page.width - drawn.width) // 2, 0))
        yield _file(page.convert("L") if stamp.form == TIFF else page, stamp, number, dpi)


def _file(page: Any, stamp: Stamp, number: int, dpi: int) -> bytes:
    """Return a page, in grey or in colours, as an image file with the stamp."""
    band = min(round(_BAND * dpi), page.height // 4)
    page = _stamp(_with_room(page, band), stamp, f"{stamp.prefix}{stamp.first + number:0{stamp.digits}}", band, dpi)
    made = BytesIO()
    if stamp.form == TIFF:
        _black_and_white(page).save(made, "TIFF", compression="group4", dpi=(dpi, dpi))
    else:
        page.save(made, "JPEG", quality=80, dpi=(dpi, dpi))
    return made.getvalue()


def _with_room(page: Any, band: int) -> Any:
    """Return a page with nothing in its lowest ``band`` rows: as it is, or smaller."""
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
    from PIL import Image

    few = page.resize((page.width // 4, page.height // 4), Image.Resampling.NEAREST)
    if sum(few.histogram()[_TONES]) > _SHARE * few.width * few.height:
        return page.convert("1")
    return page.point([0 if tone < _DARK else 255 for tone in range(256)], "1")
