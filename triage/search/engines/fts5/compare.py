"""The whole of the table held against the items' texts: words and places, counts of words, settings, first letters.

FTS5 shows all words and places by its vocabulary. What that leaves out is compared as well: the table's record of how
many words a row has, its settings, and its second index, of one-letter prefixes, which its own check passes over.
"""

from __future__ import annotations

import string
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

import apsw

from triage.messages import say
from triage.model.items import ItemNo
from triage.model.messages import Message
from triage.search.comparison import Comparison, PlaceSums
from triage.search.engines.fts5.bulk import PLACE
from triage.search.engines.fts5.match import BLOCK, MARKS, WORDS_AT_ONCE, quoted
from triage.search.engines.fts5.places import PlaceReader
from triage.search.engines.fts5.read import CONFIG, PLACES_TABLE, ItemRange
from triage.store.reading import StoredTexts

if TYPE_CHECKING:
    from triage.search.comparison import Places

_AT_ONCE = 500_000
_ITEMS_AT_ONCE = 10_000
_FOLDED = frozenset(string.ascii_uppercase)
"""Letters that FTS5's tokenizer takes for others."""
_VERSIONS = {4, 5}
"""FTS5's formats of its tables; it raises the number by itself."""


def compare(db: apsw.Connection, reader: PlaceReader, texts: StoredTexts) -> Comparison:
    """Compare all of the table with the texts of all items."""
    items = texts.numbers()
    last = max(items, default=0)
    sums = PlaceSums(last)
    differing = _other_sizes(db, sums.add_texts(texts.documents(), MARKS))
    letters = _Letters(sums)
    for words, times, places in _all_places(db):
        sums.add_index(words, times, places)
        letters.add(words, times, places)
    differing |= sums.differing()
    wrong = _settings(db) or (None if differing else letters.compare(db, reader, last))
    return Comparison(len(items), True, frozenset(differing), wrong)


def _other_sizes(db: apsw.Connection, counted: Iterable[tuple[ItemNo, list[int]]]) -> set[ItemNo]:
    """Return the items of which the table records other counts of words than they have, or that it lacks."""
    stored = dict(db.execute("SELECT id, sz FROM search_fts_docsize"))
    other = {no for no, counts in counted if stored.pop(no, None) != b"".join(map(_varint, counts))}
    return other | set(map(ItemNo, stored))


def _varint(number: int) -> bytes:
    """Return a number as SQLite writes it: seven bits a byte, the highest first (its file format, section 1.6)."""
    groups = [number & 0x7F]
    while number := number >> 7:
        groups.append(number & 0x7F | 0x80)
    return bytes(reversed(groups))


def _settings(db: apsw.Connection) -> Message | None:
    """Return what is wrong with the table's settings."""
    found = dict(db.execute("SELECT k, v FROM search_fts_config"))
    for key, value in CONFIG:
        if found.pop(key, None) != value:
            return say("index-setting-differs", name=key)
    if found.pop("version", None) not in _VERSIONS or found:
        return say("index-setting-differs", name=next(iter(found), "version"))
    return None


def _all_places(db: apsw.Connection) -> Iterator[tuple[list[str], list[int], Places]]:
    """Yield words, how often each stands anywhere, and the places of these, ascending by word."""
    import numpy as np

    db.execute(PLACES_TABLE)
    places = chain.from_iterable(db.execute(f"SELECT {PLACE} FROM temp.search_places"))
    for words, times in _portions(db.execute("SELECT term, cnt FROM temp.search_words")):
        yield words, times, np.fromiter(islice(places, sum(times)), np.int64)
    if more := list(islice(places, _AT_ONCE)):
        yield [""], [len(more)], np.array(more, np.int64)


def _portions(counted: Iterable[tuple[str, int]]) -> Iterator[tuple[list[str], list[int]]]:
    """Yield words and their counts so that few places come together; a frequent word comes several times."""
    words: list[str] = []
    times: list[int] = []
    size = 0
    for word, count in counted:
        for part in (*[_AT_ONCE] * (count // _AT_ONCE), count % _AT_ONCE):
            if size + part > _AT_ONCE and words:
                yield words, times
                words, times, size = [], [], 0
            words.append(word)
            times.append(part)
            size += part
    yield words, times


class _Letters:
    """The places of all words by their first letters, to be compared with what the second index has."""

    def __init__(self, sums: PlaceSums) -> None:
        self._sums = sums
        self._by_letter: dict[str, int] = {}

    def add(self, words: list[str], times: list[int], places: Places) -> None:
        """Add places of words."""
        import numpy as np

        begins = np.cumsum([0, *times[:-1]])
        filled = (np.array(times) > 0) & (begins < len(places))
        totals = np.add.reduceat(self._mixed(places), begins[filled]) if filled.any() else np.empty(0, np.uint64)
        kept = [word for word, one in zip(words, filled.tolist(), strict=True) if one]
        for word, total in zip(kept, totals.tolist(), strict=True):
            self._by_letter[word[:1]] = (self._by_letter.get(word[:1], 0) + total) % (1 << 64)

    def compare(self, db: apsw.Connection, reader: PlaceReader, last: int) -> Message | None:
        """Return with which letter something is wrong, None where nothing is."""
        spans = ItemRange(0, last).parts(last // _ITEMS_AT_ONCE + 1)
        for letter, total in self._by_letter.items():
            there = (self._total(reader.beginning(f"{quoted(letter)} *", span)) for span in spans)
            if sum(there) % (1 << 64) != total:
                return say("index-letter-differs", letter=letter)
        return next((say("index-letter-differs", letter=letter) for letter in self._planted(db)), None)

    def _planted(self, db: apsw.Connection) -> Iterator[str]:
        """Yield letters with which no word begins, and for which the second index has items."""
        for letters, match in _possible():
            if not self._by_letter.keys().isdisjoint(letters):
                letters = tuple(letter for letter in letters if letter not in self._by_letter)
                match = _any_of(letters)
            if match and list(db.execute(f"{BLOCK} LIMIT 1", (match,))):
                yield from (one for one in letters if list(db.execute(f"{BLOCK} LIMIT 1", (_any_of((one,)),))))

    def _total(self, places: Places) -> int:
        return int(self._mixed(places).sum())

    def _mixed(self, places: Places) -> Any:
        import numpy as np

        return self._sums.mixed(np.zeros(len(places), np.uint64), places)


@cache
def _possible() -> list[tuple[tuple[str, ...], str]]:
    """Return all letters with which a word can begin, in groups, each with the query for words that begin so."""
    letters = (*filter(str.isalnum, map(chr, range(sys.maxunicode + 1))), *MARKS.values())
    others = tuple(letter for letter in letters if letter not in _FOLDED)
    groups = (others[at : at + WORDS_AT_ONCE] for at in range(0, len(others), WORDS_AT_ONCE))
    return [(group, _any_of(group)) for group in groups]


def _any_of(letters: tuple[str, ...]) -> str:
    return " OR ".join(f"{quoted(letter)} *" for letter in letters)
