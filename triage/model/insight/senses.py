"""The lines of a word that has several senses, sorted by whether they are likely meant."""

from __future__ import annotations

import msgspec

from triage.model.items import ItemId
from triage.model.reports import Interval


class SenseLine(msgspec.Struct, frozen=True):
    """A line of a word. ``number`` is its place in reading order; ``same`` counts the lines with the same words.

    ``score`` is above 0 where it is rather meant, None while too little is marked; ``mark`` is "meant", "not" or "",
    by ``reviewer``. One that was ``drawn`` teaches nothing.
    """

    number: int
    id: ItemId
    date: str
    sender: str
    left: str
    hit: str
    right: str
    same: int
    score: float | None
    mark: str
    reviewer: str
    drawn: bool


class SenseReport(msgspec.Struct, frozen=True):
    """All different lines of a word, the likeliest meant first; ``hits`` counts all lines, in so many ``items``.

    ``next`` are the numbers of the lines to mark next, the most telling first. Of the drawn lines that were judged
    ``right`` of ``judged`` are meant, among those that are sorted as meant; ``precision`` is what that says of all.
    """

    reading: str
    hits: int
    items: int
    lines: tuple[SenseLine, ...]
    next: tuple[int, ...]
    drawn: int
    right: int
    judged: int
    precision: Interval | None
