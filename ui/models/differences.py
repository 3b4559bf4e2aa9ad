"""Where two items' texts differ, word by word within the lines that differ. Pure functions; knows no widget.

Blanks alone make no difference. Where two stretches are too long to be compared in a moment, both are marked whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from triage.model.items import Item
from ui.i18n import formatting
from ui.i18n.language import tr
from ui.models.page import people_of

MOST = 40_000_000
"""Most comparisons (of lines with lines, or words with words) that are made for one stretch: about half a second."""

_WORDS = re.compile(r"\w+|[^\w\s]")
_LINES = re.compile(r"[^\n]*\S[^\n]*\n?")  # but for blank ones

Stretch = tuple[int, int]
"""Characters from, to."""


class Differences(NamedTuple):
    """The stretches that differ, one pair for each difference; one of a pair is empty where the other has more."""

    pairs: tuple[tuple[Stretch, Stretch], ...]

    def of(self, side: int) -> list[Stretch]:
        return [pair[side] for pair in self.pairs]


def text_of(item: Item) -> str:
    """Return what is compared of an item: who wrote to whom, about what, its file's name, and all of its text."""
    row = item.row
    lines = [(tr("From"), row.sender), *((name, ", ".join(people)) for name, people, _ in people_of(item))]
    lines += [(tr("Subject"), row.subject), (tr("Date"), formatting.moment(row.date or "")), (tr("File"), row.name)]
    head = "".join(f"{name}: {formatting.safe_line(value)}\n" for name, value in lines if value)
    return "\n".join([head, *(formatting.safe_text(segment.text).rstrip() + "\n" for segment in item.segments)])


def differences(first: str, second: str) -> Differences:
    lines = _pieces(first, _LINES), _pieces(second, _LINES)
    pairs: list[tuple[Stretch, Stretch]] = []
    for left, right in _unlike(first, second, *lines):
        words = _pieces(first, _WORDS, *left), _pieces(second, _WORDS, *right)
        pairs += _unlike(first, second, *words, starts=(left[0], right[0]))
    return Differences(tuple(pairs))


def _pieces(text: str, pattern: re.Pattern[str], start: int = 0, end: int | None = None) -> list[Stretch]:
    return [match.span() for match in pattern.finditer(text, start, len(text) if end is None else end)]


def _unlike(
    first: str,
    second: str,
    left: Sequence[Stretch],
    right: Sequence[Stretch],
    starts: tuple[int, int] = (0, 0),
) -> Iterator[tuple[Stretch, Stretch]]:
    """Yield the stretches of pieces that differ; ``starts`` is where in each text the pieces are looked for."""
    first_pieces = [" ".join(first[start:end].split()) for start, end in left]
    second_pieces = [" ".join(second[start:end].split()) for start, end in right]
    for a, b, c, d in _runs(first_pieces, second_pieces):
        yield _stretch(left, a, b, starts[0]), _stretch(right, c, d, starts[1])


def _runs(first: list[str], second: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield runs of unlike pieces: from and to in one, from and to in the other."""
    same = 0
    while same < min(len(first), len(second)) and first[same] == second[same]:
        same += 1
    if (len(first) - same) * (len(second) - same) > MOST:
        yield same, len(first), same, len(second)
        return
    from rapidfuzz.distance import Indel

    run: list[int] = []
    for code in Indel.opcodes(first, second):
        if code.tag == "equal":
            if run:
                yield run[0], code.src_start, run[1], code.dest_start
            run = []
        elif not run:
            run = [code.src_start, code.dest_start]
    if run:
        yield run[0], len(first), run[1], len(second)


def _stretch(pieces: Sequence[Stretch], start: int, end: int, least: int) -> Stretch:
    """Return from where to where pieces reach; where there are none, an empty stretch at their place."""
    if start < end:
        return pieces[start][0], pieces[end - 1][1]
    at = pieces[start][0] if start < len(pieces) else pieces[-1][1] if pieces else least
    return at, at
