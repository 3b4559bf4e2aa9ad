"""Where on a page the words of terms stand: the query's hits, and what is marked beside them. Knows no widget.

A text may hold a hundred thousand hits. As objects they would make every collection of garbage hold up the window; so
they are kept in arrays, and made of them when they are asked for.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import partial
from typing import NamedTuple

import msgspec

from triage.case import Case
from triage.model.items import LISTED, Item, ItemNo, Span
from triage.model.previews import PageText
from ui.case.session import Session

TermSpan = tuple[int, int, int]
"""Start, end, and the number of the term: ``Span.term``."""


class Hit(NamedTuple):
    """The part and UTF-16 offsets of a hit there; in the item its segment or field (``source``) and ``at``."""

    part: int
    start: int
    end: int
    source: int | str = -1
    at: int = 0


class Hits(msgspec.Struct):
    _numbers: array[int] = msgspec.field(default_factory=partial(array, "q"))
    """Part, start, end, number of the source, at; for each hit."""
    _sources: list[int | str] = msgspec.field(default_factory=list)

    def add(self, hit: Hit) -> None:
        if not self._sources or self._sources[-1] != hit.source:
            self._sources.append(hit.source)
        self._numbers.extend((hit.part, hit.start, hit.end, len(self._sources) - 1, hit.at))

    def last_before(self, source: int | str, at: int) -> int:
        """Return the number of the last hit in a segment or field that begins at ``at`` or before, -1 for none."""
        wanted = {n for n, known in enumerate(self._sources) if known == source}
        offsets = enumerate(zip(self._numbers[3::5], self._numbers[4::5], strict=True))
        return max((n for n, (number, offset) in offsets if offset <= at and number in wanted), default=-1)

    def __len__(self) -> int:
        return len(self._numbers) // 5

    def __iter__(self) -> Iterator[Hit]:
        return map(self.__getitem__, range(len(self)))

    def __getitem__(self, index: int) -> Hit:
        part, start, end, source, at = self._numbers[5 * index : 5 * index + 5]
        return Hit(part, start, end, self._sources[source], at)


def apart(spans: Iterable[TermSpan], length: int) -> list[TermSpan]:
    """Return the spans of a text of this length in order and apart: one inside another is lit with it.

    What is marked beside the query is lit where no hit is.
    """
    placed, beside, at = list[TermSpan](), list[TermSpan](), 0
    for span in spans:
        if span[2] >= LISTED:
            beside.append(span)
        elif span[0] >= at:
            placed.append(span)
            at = span[1]
    if not beside:
        return placed
    covered = bytearray(length)
    for start, end, _ in placed:
        covered[start:end] = b"\1" * (end - start)
    for start, end, term in beside:
        placed += ((start + free.start(), start + free.end(), term) for free in re.finditer(b"\0+", covered[start:end]))
        covered[start:end] = b"\1" * (end - start)
    return sorted(placed)


def within(spans: list[TermSpan], first: int, last: int) -> tuple[TermSpan, ...]:
    """Return those of spans in order that begin in a stretch, relative to it and clipped at its end."""
    inside = spans[bisect_left(spans, (first,)) : bisect_left(spans, (last,))]
    return tuple((start - first, min(end, last) - first, term) for start, end, term in inside if end > start)


def sheets(item: Item, spans: dict[int | str, list[TermSpan]]) -> dict[int, PageText]:
    """Return the pages of a PDF (from 0) on which something was hit: a form feed stands between pages in its text."""
    pages: dict[int, PageText] = {}
    for index, segment in enumerate(item.segments if item.row.type == "application/pdf" else ()):
        if segment.origin == "body" and index in spans:
            begins = [0, *(feed.end() for feed in re.finditer("\f", segment.text)), len(segment.text) + 1]
            numbers = {bisect_right(begins, start) - 1 for start, _, _ in spans[index]}
            for number in sorted(numbers):
                first, last = begins[number], begins[number + 1] - 1
                inside = within(sorted(spans[index]), first, last)
                pages[number] = PageText(segment.text[first:last], tuple(apart(inside, last - first)))
    return pages


# Which words are marked in an item: those of the query, or of an open sample, and those of the lists switched on.
#
# It knows the session, and no widget; where the words stand the case says.


class MarkedWords(NamedTuple):
    """A query, and terms that are marked beside it: their numbers count from LISTED."""

    query: str = ""
    terms: tuple[str, ...] = ()

    def spans(self, item: Item, case: Case) -> list[Span]:
        return case.search.spans(self.query, item, self.terms) if self.query.strip() or self.terms else []


def marked_words(session: Session, no: ItemNo | None) -> MarkedWords:
    """Return what is marked in an item: the query of the list, or of an open sample it is in, and the lists' terms."""
    source, items = session.sample
    query = source if no in items else session.results.text if session.results else ""
    return MarkedWords(query, session.memory.highlights.terms)
