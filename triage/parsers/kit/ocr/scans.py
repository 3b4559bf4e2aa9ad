"""Pages that show text as pictures (floor 2): recognised one by one, as far as time allows, for PDF and for TIFF.

What a page is and how it is drawn is its format's business. What was left out is kept by page number and told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from triage.messages import say
from triage.model.items import Trouble
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
        unread = "was not read" if available() else "the optional extra 'ocr' reads"
        why = "; the time for it was over" if self.late else ""
        for code, numbers, what in (
            ("needs-ocr", self.unread, f"shows pictures of text, which {unread}{why}"),
            ("needs-ocr", self.doubtful, "shows text that was read by a machine that is unsure of it"),
            ("no-text", self.silent, "shows a picture in which no text was recognised"),
        ):
            if numbers:
                yield Trouble(code, say(f"{pages_named([n + 1 for n in numbers])} {what}."))


def pages_named(numbers: list[int]) -> str:
    """Return pages by their numbers, counted from 1; of many the first ten."""
    shown = ", ".join(str(n) for n in numbers[:10]) + (" ..." if len(numbers) > 10 else "")
    return f"Page {shown}" if len(numbers) == 1 else f"Each of {len(numbers)} pages ({shown})"
