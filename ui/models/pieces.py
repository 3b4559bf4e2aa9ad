"""What a page is made of: runs of text and the places of hits, kept in arrays. Knows no widget.

A text may hold a hundred thousand hits. As objects they would make every collection of garbage hold up the window; so
runs and hits are made of arrays when they are asked for.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import NamedTuple, overload


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


class Hits(Sequence[Hit]):
    """Hits in reading order."""

    def __init__(self) -> None:
        self._numbers = array("q")  # part, start, end, number of the place, at; for each hit
        self._places: list[int | str] = []

    def add(self, hit: Hit) -> None:
        """Add the next hit."""
        if not self._places or self._places[-1] != hit.place:
            self._places.append(hit.place)
        self._numbers.extend((hit.part, hit.start, hit.end, len(self._places) - 1, hit.at))

    def last_before(self, place: int | str, at: int) -> int:
        """Return the number of the last hit in a place that begins at ``at`` or before, -1 where there is none."""
        numbers, found = self._numbers, -1
        wanted = {n for n, one in enumerate(self._places) if one == place}
        for n, (which, where) in enumerate(zip(numbers[3::5], numbers[4::5], strict=True)):
            if where <= at and which in wanted:
                found = n
        return found

    def __len__(self) -> int:
        return len(self._numbers) // 5

    @overload
    def __getitem__(self, index: int) -> Hit: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Hit]: ...
    def __getitem__(self, index: int | slice) -> Hit | Sequence[Hit]:
        """Return a hit, or several."""
        if isinstance(index, slice):
            return [self[n] for n in range(*index.indices(len(self)))]
        if not -len(self) <= index < len(self):
            raise IndexError(index)
        at = 5 * (index % len(self))
        part, start, end, place, where = self._numbers[at : at + 5]
        return Hit(part, start, end, self._places[place], where)

    def __eq__(self, other: object) -> bool:
        same = isinstance(other, Hits) and self._numbers == other._numbers
        return same and self._places == other._places  # type: ignore[attr-defined]

    __hash__ = None  # type: ignore[assignment]


class PagePart(Sequence[TextRun]):
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

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @overload
    def __getitem__(self, index: int) -> TextRun: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[TextRun]: ...
    def __getitem__(self, index: int | slice) -> TextRun | Sequence[TextRun]:
        """Return a run, or several."""
        return tuple(self)[index]
