"""Scanned pages of a PDF (floor 2): drawn as a picture and recognised, as far as time allows.

Pages come in as numbers, text goes out; nothing is drawn where recognition isn't installed. What was left out is kept
by page number, so that the caller can say so.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from triage.parsers.contract import seconds_left
from triage.parsers.ocr import Recognised, available, recognise

if TYPE_CHECKING:
    from PIL.Image import Image

_DOTS_PER_INCH = 250
_MOST_PIXELS = 12_000_000
_MOST_PAGES = 1_000
_PAGE_SECONDS = 20.0
_RESERVE = 0.25


class Scans:
    """The scanned pages of one document: ``read`` recognises them; then the attributes say how each page ended.

    Pages are numbered from 0. ``confidence`` is in percent by page; ``doubtful`` are pages whose text was kept but is
    too unsure to search by, ``silent`` those on which no word was found, ``unread`` those that weren't looked at;
    ``late`` says whether time or the number of pages ended it.
    """

    def __init__(self, document: Any, pages: list[int]) -> None:
        self._document = document
        self._pages = pages
        self.confidence: dict[int, int] = {}
        self.doubtful: list[int] = []
        self.silent: list[int] = []
        self.unread: list[int] = []
        self.late = False

    def read(self) -> Iterator[Recognised]:
        """Yield the text of each page that could be recognised, in their order."""
        if not self._pages or not available():
            self.unread = list(self._pages)
            return
        reserve = seconds_left() * _RESERVE
        for count, number in enumerate(self._pages):
            seconds = seconds_left() - reserve
            if seconds <= 0 or count >= _MOST_PAGES:
                self.unread += self._pages[count:]
                self.late = True
                return
            found = self._page(number, seconds)
            if found is None:
                self.unread.append(number)
            elif not found.text:
                self.silent.append(number)
            else:
                self.confidence[number] = found.confidence
                if found.doubtful:
                    self.doubtful.append(number)
                yield found

    def _page(self, number: int, seconds: float) -> Recognised | None:
        import pypdfium2

        try:
            return recognise(_drawn(self._document, number), min(seconds, _PAGE_SECONDS))
        except (pypdfium2.PdfiumError, ValueError):
            return None


def _drawn(document: Any, number: int) -> Image:
    """Return a page as a grey picture, coarser where it is very large. Raises PdfiumError or ValueError."""
    page = document[number]
    try:
        width, height = page.get_size()
        scale = min(_DOTS_PER_INCH / 72, (_MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
        picture: Image = page.render(scale=scale, grayscale=True, may_draw_forms=False).to_pil()
        return picture
    finally:
        page.close()
