"""The words to mark on a page image: hits of the page's text become words to look for, and their boxes marks.

The reader process knows no query and no term. It is asked for words and says where each of them stands, so a word that
is no hit at one place of the page isn't marked there.
"""

from __future__ import annotations

from bisect import bisect_left

from triage.model.previews import PageMark, PageText
from triage.text import tokens


class PageWords:
    """The words of a page's hits: ``sought`` is what the reader process is asked for."""

    def __init__(self, page: PageText) -> None:
        words = list(tokens(page.text))
        starts = [word.start for word in words]
        self._numbers: dict[str, int] = {}
        self._terms: dict[int, int] = {}
        self._places: dict[tuple[int, int], int] = {}
        for start, end, term in page.spans:
            first = bisect_left(starts, start)
            phrase = " ".join(word.word for word in words[first : bisect_left(starts, end)])
            if phrase:
                number = self._numbers.setdefault(phrase, len(self._numbers))
                self._terms.setdefault(number, term)
                self._places.setdefault((number, first), term)
        self._whole = page.whole
        self.sought = tuple(self._numbers)

    def marks(self, boxes: tuple[PageMark, ...]) -> tuple[PageMark, ...]:
        """Return those of the boxes that are hits, with their terms.

        Where the page hasn't the words that were indexed, as after its font was mended, all boxes are taken.
        """
        at_hits = [(self._places[box[0], box[1]], *box[1:]) for box in boxes if (box[0], box[1]) in self._places]
        if self._whole and at_hits:
            return tuple(at_hits)
        return tuple((self._terms[box[0]], *box[1:]) for box in boxes)
