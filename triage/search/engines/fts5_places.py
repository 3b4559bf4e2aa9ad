"""Distances over very many words (search room): decided on FTS5's list of places, every occurrence of each word.

Reads all occurrences of the words, wherever they stand, so it serves where a MATCH string would grow too long.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import apsw

from triage.model import ItemNo
from triage.search.clock import Clock
from triage.search.proximity import Leaf, Plan
from triage.search.query import Near, Node, Or, Phrase, Prefix, Word, Words
from triage.text import BORDER

Where = tuple[ItemNo, str]
"""An item and one of its fields."""

Places = dict[Where, list[int]]

_OF_WORD = "SELECT doc, col, offset FROM temp.search_places WHERE term = ?"
_OF_STEM = "SELECT doc, col, offset FROM temp.search_places WHERE term >= ? AND term < ? AND term <> ?"
_LAST = "\U0010ffff"


def by_places(db: apsw.Connection, node: Node, plan: Plan, clock: Clock) -> set[ItemNo]:
    """Return the items in which a ``normal`` distance is met."""
    places = [_places(db, leaf, clock) for leaf in plan.leaves]
    found: set[ItemNo] = set()
    for where in _needed(node, iter(places)):
        if where[0] not in found and plan.holds([of_leaf.get(where, ()) for of_leaf in places]):
            found.add(where[0])
    return found


def _needed(node: Node, places: Iterator[Places]) -> set[Where]:
    """Return the fields of items that hold what must stand there for the node to be met."""
    match node:
        case Near(left=left, right=right, negated=negated):
            one, two = _needed(left, places), _needed(right, places)
            return one if negated else one & two
        case Or(parts=parts):
            return set().union(*[_needed(part, places) for part in parts])
        case _:
            return set(next(places))


def _places(db: apsw.Connection, leaf: Leaf, clock: Clock) -> Places:
    """Return where a leaf begins, ascending in each field."""
    match leaf:
        case Word(word=word):
            found = _gathered(db.execute(_OF_WORD, (word,)), leaf.fields)
        case Prefix(stem=stem):
            found = _gathered(db.execute(_OF_STEM, (stem, stem + _LAST, BORDER)), leaf.fields)
        case Words(words=words):
            found = _gathered(_rows(db, words, clock), leaf.fields)
        case Phrase(parts=parts):
            found = _phrase([_places(db, _word(part, leaf.fields), clock) for part in parts])
        case _:
            raise TypeError(f"{leaf} was to be expanded before")
    for offsets in found.values():
        offsets.sort()
    return found


def _rows(db: apsw.Connection, words: tuple[str, ...], clock: Clock) -> Iterator[tuple[ItemNo, str, int]]:
    for word in words:
        clock.check()
        yield from db.execute(_OF_WORD, (word,))


def _gathered(rows: Iterator[tuple[ItemNo, str, int]] | apsw.Cursor, fields: tuple[str, ...]) -> Places:
    found: Places = defaultdict(list)
    for no, field, offset in rows:
        if not fields or field in fields:
            found[no, field].append(offset)
    return dict(found)


def _word(part: object, fields: tuple[str, ...]) -> Word:
    if not isinstance(part, Word):
        raise TypeError(f"{part} was to be chained before")
    return Word(part.word, fields)


def _phrase(parts: list[Places]) -> Places:
    """Return where words follow one another directly, by where each stands."""
    first, *rest = parts
    found: Places = {}
    for where, starts in first.items():
        if not all(where in part for part in rest):
            continue
        offsets = [set(part[where]) for part in rest]
        found[where] = [start for start in starts if all(start + i in part for i, part in enumerate(offsets, 1))]
    return found
