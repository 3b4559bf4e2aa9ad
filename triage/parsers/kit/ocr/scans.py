"""Pages that show text as pictures: recognised one by one, as far as time allows, for PDF and for TIFF.

What a page is and how it is drawn is its format's business. What was left out is kept by page number and told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from triage.messages import say
from triage.model.items import Trouble
from triage.model.messages import Message
from triage.parsers.kit.contract import seconds_left
from triage.parsers.kit.ocr.recognition import Recognised, available

_MOST_PAGES = 1_000
_PAGE_SECONDS = 20.0
_RESERVE = 0.25


class Scans:
    """The scanned pages of one document: ``read`` recognises them; then the attributes say how each page ended.

    ``page`` recognises one page by its number within some seconds; None says that it couldn't. Numbers begin at 0.
    ``confidence`` is in percent by page; ``doubtful`` are pages whose text was kept but is too unsure to search by,
    ``silent`` those on which no word was found, ``unread`` those that weren't looked at; ``late`` says whether time or
    the number of pages ended it.
    """

    def __init__(self, page: Callable[[int, float], Recognised | None], pages: list[int]) -> None:
        self._page = page
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
            found = self._page(number, min(seconds, _PAGE_SECONDS))
            if found is None:
                self.unread.append(number)
            elif not found.text:
                self.silent.append(number)
            else:
                self.confidence[number] = found.confidence
                if found.doubtful:
                    self.doubtful.append(number)
                yield found

    def told(self) -> Iterator[tuple[str, str]]:
        """Yield the property that tells how sure the text of each page is."""
        if self.confidence:
            by_page = (f"page {number + 1}: {percent} %" for number, percent in self.confidence.items())
            yield "Recognition confidence", ", ".join(by_page)

    def troubles(self) -> Iterator[Trouble]:
        """Yield what is missing or unsure, and on which pages."""
        for code, numbers, (one, many) in (
            ("needs-ocr", self.unread, self._why_unread()),
            ("needs-ocr", self.doubtful, ("page-unsure", "pages-unsure")),
            ("no-text", self.silent, ("page-without-words", "pages-without-words")),
        ):
            if numbers:
                yield Trouble(code, of_pages([n + 1 for n in numbers], one, many))

    def _why_unread(self) -> tuple[str, str]:
        if not available():
            return "page-needs-ocr", "pages-need-ocr"
        if self.late:
            return "page-out-of-time", "pages-out-of-time"
        return "page-not-recognised", "pages-not-recognised"


def of_pages(numbers: list[int], one: str, many: str) -> Message:
    """Return a sentence about pages, counted from 1, by the key for one or for many; the first ten are named."""
    if len(numbers) == 1:
        return say(one, page=numbers[0])
    shown = ", ".join(str(n) for n in numbers[:10]) + (" ..." if len(numbers) > 10 else "")
    return say(many, count=len(numbers), pages=shown)
