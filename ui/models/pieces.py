"""What a page is made of: runs of text and the places of hits, kept in arrays. Knows no widget.

A text may hold a hundred thousand hits. As objects they would make every collection of garbage hold up the window; so
runs and hits are made of arrays when they are asked for.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple


class TextRun(NamedTuple):
    """Text of one kind: name (of a head line), value, label (of a segment), text, quote; ``hit`` is an index or -1.

    A run of kind "fold" is the line before a quotation; it isn't the item's text.
    """

    kind: str
    text: str
    term: int = -1
    hit: int = -1


class Hit(NamedTuple):
    """A hit's place: the part and its UTF-16 offsets there; in the item the segment or field (``place``) and ``at``."""

    part: int
    start: int
    end: int
    place: int | str = -1
    at: int = 0


@dataclass
class Hits:
    """Hits in reading order."""

    _numbers: array[int] = field(default_factory=partial(array, "q"))
    """Part, start, end, number of the place, at; for each hit."""
    _places: list[int | str] = field(default_factory=list)

    def add(self, hit: Hit) -> None:
        """Add the next hit."""
        if not self._places or self._places[-1] != hit.place:
            self._places.append(hit.place)
        self._numbers.extend((hit.part, hit.start, hit.end, len(self._places) - 1, hit.at))

    def last_before(self, place: int | str, at: int) -> int:
        """Return the number of the last hit in a place that begins at ``at`` or before, -1 where there is none."""
        wanted = {n for n, one in enumerate(self._places) if one == place}
        offsets = enumerate(zip(self._numbers[3::5], self._numbers[4::5], strict=True))
        return max((n for n, (number, offset) in offsets if offset <= at and number in wanted), default=-1)

    def __len__(self) -> int:
        return len(self._numbers) // 5

    def __iter__(self) -> Iterator[Hit]:
        return map(self.__getitem__, range(len(self)))

    def __getitem__(self, index: int) -> Hit:
        """Return a hit by its number, counted from 0."""
        part, start, end, place, at = self._numbers[5 * index : 5 * index + 5]
        return Hit(part, start, end, self._places[place], at)


class PagePart:
    """The runs of one part of a page."""

    def __init__(self) -> None:
        self._pieces: list[tuple[str, str, array[int]]] = []  # start, end, term, number; for each hit of the text

    def add(self, kind: str, text: str, lit: array[int]) -> None:
        """Add a text with its hits: four numbers each, in order and apart."""
        self._pieces.append((kind, text, lit))

    def text(self) -> str:
        """Return all of its text."""
        return "".join(text for _, text, _ in self._pieces)

    def __iter__(self) -> Iterator[TextRun]:
        for kind, text, lit in self._pieces:
            at = 0
            for n in range(0, len(lit), 4):
                start, end, term, number = lit[n : n + 4]
                if start > at:
                    yield TextRun(kind, text[at:start])
                yield TextRun(kind, text[start:end], term, number)
                at = end
            if at < len(text):
                yield TextRun(kind, text[at:])
