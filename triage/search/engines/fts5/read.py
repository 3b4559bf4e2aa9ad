"""What FTS5 has: item numbers, read in bulk, and places as whole numbers.

SQLite joins what it finds to one text, which is read at once: several times quicker than row by row. Nothing here
decides what a query finds.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

import apsw
import msgspec

from triage.model.items import FIELDS, ItemNo
from triage.search.counted_words import CountedWords
from triage.search.engine import Deadline
from triage.search.engines.fts5.match import BLOCK, MARKS
from triage.search.expand import Vocabulary
from triage.search.place_numbers import FIELD_BITS, ITEM_BITS, OFFSET_BITS
from triage.search.proximity.exact import Where
from triage.search.query.tree import Leaf, Words
from triage.store.db import joined_numbers
from triage.store.read_cache import Latest
from triage.text import BORDER

if TYPE_CHECKING:
    from triage.search.proximity.at_once import Numbers

PLACES_TABLE = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_places USING fts5vocab(main, search_fts, instance)"
OF_WORDS = "FROM temp.search_places WHERE term IN (SELECT value FROM json_each(?))"
IN_FIELDS = " AND col IN (SELECT value FROM json_each(?))"
IN_ITEMS = " AND doc IN (SELECT value FROM json_each(?))"
"""Where words stand: in any field and item, or in those that are listed as JSON."""
_JOINED = "SELECT group_concat(rowid) FROM search_fts WHERE search_fts MATCH ?"
CONFIG = (("hashsize", 32 << 20), ("automerge", 0), ("crisismerge", 1_900))
"""The table's settings. Segments, one for each batch, are merged by ``finish``; at ``crisismerge`` FTS5 does it itself,
while a run waits. It allows fewer than 2,000."""
_STEPS = 50_000
"""SQLite instructions between two looks at the clock: about a millisecond."""
_MOST_ITEMS = 1_000_000
"""Items that are kept of terms that stand for many words, about 60 MB."""
_MOST_PLACES = 4_000_000
"""Places that are kept of such terms, and of phrases next to them, 32 MB."""
_WORDS = "SELECT term, doc FROM temp.search_words WHERE"
_DEFAULT = f"{_WORDS} term<?1 UNION ALL {_WORDS} term>?2"
_BY_NAME = f"{_WORDS} term>?1 AND term<?2"
_MARKED = frozenset((BORDER, *MARKS.values()))
_LAST_MARKED = max(MARKS.values()) + chr(0x10FFFF)
_SURROGATES = range(0xD800, 0xE000)
_item_list = msgspec.json.Decoder(list[ItemNo]).decode


@contextmanager
def bounded(db: apsw.Connection, clock: Deadline) -> Iterator[None]:
    """Let the clock interrupt what a connection does meanwhile. Raises EngineRefusal then."""
    mine = object()
    db.set_progress_handler(lambda: clock.over, _STEPS, id=mine)
    try:
        yield
    except apsw.InterruptError:
        clock.stop()
    finally:
        db.set_progress_handler(None, id=mine)


def joined(db: apsw.Connection, match: str, also: str = "") -> str:
    """Return the numbers of the items that a MATCH string finds and that meet a condition, with commas between them."""
    try:
        ((numbers,),) = db.execute(f"{_JOINED} {also}", (match,))
    except apsw.TooBigError:
        return ",".join(map(str, chain.from_iterable(db.execute(f"{BLOCK} {also}", (match,)))))
    return numbers or ""


def items(db: apsw.Connection, match: str, also: str = "") -> set[ItemNo]:
    """Return the items that a MATCH string finds and that meet a condition beside it, "" for none."""
    return joined_numbers(joined(db, match, also))


def in_order(numbers: str) -> list[ItemNo]:
    """Return joined item numbers, ascending."""
    found = _item_list(f"[{numbers}]")
    found.sort()
    return found


def named_words(db: apsw.Connection) -> list[tuple[str, int]]:
    """Return the words of each field that is searched by name alone, one after the other, with their items."""
    marked = db.execute(_BY_NAME, (min(MARKS.values()), _LAST_MARKED))
    return [(term[1:], count) for term, count in marked if term[1:] != BORDER]


def counted_words(db: apsw.Connection) -> CountedWords:
    """Return every word of the other fields, in order of code points, with the number of items that hold it."""
    return CountedWords.of(db.execute(_DEFAULT, (BORDER, _LAST_MARKED)))


def some_words(db: apsw.Connection, stem: str, by_name: bool) -> list[tuple[str, int]]:
    """Return the words that begin with a stem, ``by_name`` of fields that are searched by name alone.

    It takes a few milliseconds for a few thousand.
    """
    found: list[tuple[str, int]] = []
    for mark in sorted(MARKS.values()) if by_name else ("",):
        first, behind = mark + stem, _behind(mark + stem)
        marked = db.execute(f"{_WORDS} term>=?{' AND term<?' * bool(behind)}", (first, behind) if behind else (first,))
        found += [(word[len(mark) :], count) for word, count in marked]
    return [(word, count) for word, count in found if word != BORDER and (by_name or word[0] not in _MARKED)]


def _behind(stem: str) -> str:
    """Return the first text, in order of code points, behind all that begin with a stem; "" where there is none."""
    head = stem.rstrip(chr(sys.maxunicode))
    if not head:
        return ""
    following = ord(head[-1]) + 1
    return head[:-1] + chr(_SURROGATES.stop if following in _SURROGATES else following)


def state(db: apsw.Connection) -> bytes:
    """Return FTS5's own record of its totals and segments, which differs after every write."""
    return b"|".join(block for (block,) in db.execute("SELECT block FROM search_fts_data WHERE id IN (1, 10)"))


class ItemRange(NamedTuple):
    """Items from one number to another."""

    first: int
    last: int

    @property
    def size(self) -> int:
        """How many items there may be."""
        return self.last - self.first + 1

    def of(self, places: Numbers) -> Numbers:
        """Return those of places, which are ascending, that are in these items."""
        first, end = places.searchsorted((self.first << ITEM_BITS, (self.last + 1) << ITEM_BITS))
        return places[first:end]

    def parts(self, many: int) -> list[ItemRange]:
        """Return about so many parts."""
        step = -(-self.size // many)
        firsts = range(self.first, self.last + 1, step)
        return [ItemRange(first, min(first + step - 1, self.last)) for first in firsts]


class IndexCache:
    """What was read of the table in one state, for as long as nothing is written to it."""

    def __init__(self, state: tuple[bytes, int]) -> None:
        self.state = state
        self.vocabulary: Vocabulary | None = None
        self.items: Latest[Words, frozenset[ItemNo]] = Latest(_MOST_ITEMS)
        self.places: Latest[tuple[Leaf, ItemRange], Numbers] = Latest(_MOST_PLACES)


def placed(found: Iterable[int]) -> dict[Where, list[int]]:
    """Return keys as places by item and field, ascending."""
    by_field: dict[int, list[int]] = {}
    for one in sorted(found):
        by_field.setdefault(one >> OFFSET_BITS, []).append(one & (1 << OFFSET_BITS) - 1)
    many = (1 << FIELD_BITS) - 1
    return {(ItemNo(at >> FIELD_BITS), FIELDS[at & many]): offsets for at, offsets in by_field.items()}
