"""Places that FTS5 gives: where leaves stand, and distances decided on them.

What a phrase says is found by MATCH, with its places; of what stands for many words, every occurrence is read.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

import apsw

from triage.arrays import distinct
from triage.model.items import FIELDS, ItemNo
from triage.search.distances import Distance, following, in_texts
from triage.search.engine import ITEM_BITS, OFFSET_BITS, Deadline, key
from triage.search.engines.fts5.match import (
    NO_WORD,
    Narrowing,
    alternatives,
    match_strings,
    narrowing,
    quoted,
    scoped,
    tokens,
)
from triage.search.engines.fts5.read import IN_FIELDS, OF_WORDS, PLACES_TABLE, Halves, IndexCache, ItemRange
from triage.search.engines.memory import read_some
from triage.search.expand import Vocabulary
from triage.search.query.tree import Leaf, Phrase, Prefix, Words, searched_fields
from triage.store.reading import StoredTexts

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from triage.search.engine import Places

    Mask: TypeAlias = NDArray[np.bool_]

Key = TypeVar("Key", bound="Leaf | str")

_FIRST = ("body", *(field for field in FIELDS if field != "body"))
_COLUMN = "CASE col " + " ".join(f"WHEN '{field}' THEN {FIELDS.index(field)}" for field in _FIRST) + " END"
PLACE = f"(doc << {ITEM_BITS}) + (({_COLUMN}) << {OFFSET_BITS}) + offset"
_COUNTS = "SELECT term, cnt FROM temp.search_words WHERE term IN (SELECT value FROM json_each(?))"
# The function says no of each row, so that no row is handed back.
_LOCATE = "SELECT 1 FROM search_fts WHERE search_fts MATCH ? AND rowid BETWEEN ? AND ? AND search_locate(search_fts)"
_A_STATEMENT = 500_000
"""Places that a statement is to return, as text of 9 MB."""
_MOST_READ = 10_000_000
"""Places that are in memory for the items that are decided at once, 80 MB."""
_MOST_COUNTED = 500
"""Words of a leaf, the most frequent ones, whose places are counted to know what reading them takes; of the others so
many are read together."""
_A_TEXT, _A_PLACE, _A_WORD = 700, 0.2, 10
"""Microseconds that it takes to read an item's texts, a place from the index, and the places of one word more."""


class _Sink:
    """The places of the phrases of one leaf, as FTS5 gives them: in each column of a row so many offsets."""

    def __init__(self) -> None:
        self._starts, self._counts, self.offsets = (array("q") for _ in range(3))

    def add(self, start: int, offsets: Sequence[int]) -> None:
        self._starts.append(start)
        self._counts.append(len(offsets))
        self.offsets.extend(offsets)

    def places(self) -> Places:
        import numpy as np

        starts, counts, offsets = (np.array(some, np.int64) for some in (self._starts, self._counts, self.offsets))
        return distinct(np.repeat(starts, counts) + offsets)


class PlaceReader:
    """Reads over one connection where leaves stand.

    FTS5 goes on calling the function that a statement was prepared with: it is registered once for a connection.
    """

    def __init__(self, db: apsw.Connection, halves: Halves) -> None:
        self._db = db
        self._halves = halves
        self._row: Callable[[apsw.FTS5ExtensionApi], None] = lambda row: None
        db.register_fts5_function("search_locate", lambda row, *_: self._row(row))

    def decided(
        self, distance: Distance, texts: StoredTexts, words: Vocabulary, cache: IndexCache, clock: Deadline
    ) -> set[ItemNo]:
        """Return the items in which a distance is met, of a negated one those that hold both sides.

        What stands at the fewest places is read first, and of the others only what is in the same items. Raises
        EngineRefusal.
        """
        counts = {leaf: self._count(leaf, words) for leaf in distance.leaves}
        narrow = narrowing(distance, counts)
        if narrow.certain:
            return self._halves.items(narrow.match, clock)
        needed = {role.leaf for role in distance.roles if role.needed}
        rest = [leaf for leaf in distance.leaves if leaf not in narrow.phrases]
        rest.sort(key=lambda leaf: (leaf not in needed, counts[leaf]))
        costs = [_cost(leaf, counts[leaf]) if cache.places.stored(leaf) is None else 0 for leaf in rest]
        met: set[ItemNo] = set()
        for span in self._everything.parts(sum(counts.values()) // _MOST_READ + 1):
            clock.check()
            among, places = self._narrowed(narrow, span, cache)
            for number, leaf in enumerate(rest):
                if among.sum() * _A_TEXT < sum(costs[number:]):
                    documents = read_some(texts, _numbers(among))
                    met.update(*map(distance.items, in_texts(distance.leaves, documents, clock)))
                    break
                places[leaf] = self._places(leaf, _Reading(span, among, words, cache, clock))
                if leaf in needed:
                    among &= self._mask(places[leaf] >> ITEM_BITS)
            else:
                met |= distance.items({leaf: _within(among, some) for leaf, some in places.items()})
        return met

    def places(
        self, leaves: Iterable[Leaf], within: Set[ItemNo], words: Vocabulary, cache: IndexCache, clock: Deadline
    ) -> dict[Leaf, Places]:
        """Return where leaves begin in some items."""
        among = self._mask([no for no in within if no <= self._everything.last])
        return {leaf: self._places(leaf, _Reading(self._everything, among, words, cache, clock)) for leaf in leaves}

    def beginning(self, match: str, span: ItemRange) -> Places:
        """Return where the phrases of a MATCH string begin in some items."""
        return self._located(match, {"": range(1)}, span, None)[1][""]

    @property
    def _everything(self) -> ItemRange:
        return ItemRange(1, max(1, self._halves.last))

    def _mask(self, nos: Places | Sequence[int]) -> Mask:
        import numpy as np

        mask = np.zeros(self._everything.last + 1, np.bool_)
        mask[nos] = True
        return mask

    def _count(self, leaf: Leaf, words: Vocabulary) -> int:
        """Return at about how many places a leaf stands, at most."""
        if isinstance(leaf, Prefix):
            return sum(words.within(leaf.fields).counts(leaf).values())
        if isinstance(leaf, Phrase):
            return min(self._count(replace(part, fields=searched_fields(leaf)), words) for part in leaf.parts)
        some = json.dumps(tokens(leaf)[:_MOST_COUNTED])  # type: ignore[arg-type]
        return sum(count for _, count in self._db.execute(_COUNTS, (some,)))

    def _narrowed(self, narrow: Narrowing, span: ItemRange, cache: IndexCache) -> tuple[Mask, dict[Leaf, Places]]:
        import numpy as np

        if not narrow.match:
            among = self._mask([])
            among[span.first : span.last + 1] = True
            return among, {}

        def read() -> tuple[Places, ...]:
            rows, places = self._located(narrow.match, narrow.phrases, span, None)
            return np.array(rows, np.int64), *places.values()

        rows, *places = cache.places.get((narrow.match, span, *narrow.phrases), read)
        return self._mask(rows), dict(zip(narrow.phrases, places, strict=True))

    def _places(self, leaf: Leaf, how: _Reading) -> Places:
        match leaf:
            case Prefix():
                return self._places(Words(how.words.within(leaf.fields).frequent_first(leaf), leaf.fields), how)
            case Phrase() if match_strings(leaf) is None:
                parts = (replace(part, fields=searched_fields(leaf)) for part in leaf.parts)
                return following([self._places(part, how) for part in parts])
            case _:
                if how.span != self._everything:
                    return self._read(leaf, how)
                # Phrases of few items are found quickly; of words, those of other items are read with them.
                everywhere = how.among is None or how.among[1:].all()
                if not isinstance(leaf, Words) and not everywhere and how.cache.places.stored(leaf) is None:
                    return self._read(leaf, how)
                (places,) = how.cache.places.get(leaf, lambda: (self._read(leaf, how._replace(among=None)),))
                return _within(how.among, places)

    def _read(self, leaf: Leaf, how: _Reading) -> Places:
        if isinstance(leaf, Words):
            return self._of_words(leaf, how)
        phrases = alternatives(leaf) or [quoted(NO_WORD)]
        match = scoped(" OR ".join(phrases), leaf.fields)
        return self._located(match, {leaf: range(len(phrases))}, how.span, how.among)[1][leaf]

    def _located(
        self, match: str, phrases: Mapping[Key, range], span: ItemRange, among: Mask | None
    ) -> tuple[list[int], dict[Key, Places]]:
        """Return the rows that a MATCH string finds among some items, and where some of its phrases begin there."""
        rows: list[int] = []
        sinks = {leaf: _Sink() for leaf in phrases}
        wanted = [(number, sinks[leaf]) for leaf, numbers in phrases.items() for number in numbers]

        def locate(row: apsw.FTS5ExtensionApi) -> None:
            no = row.rowid
            if among is None or among[no]:
                rows.append(no)
                for number, sink in wanted:
                    for column in row.phrase_columns(number):
                        sink.add(key(no, column), row.phrase_column_offsets(number, column))

        self._row = locate
        self._db.execute(_LOCATE, (match, *span)).fetchall()
        return rows, {leaf: sink.places() for leaf, sink in sinks.items()}

    def _of_words(self, leaf: Words, how: _Reading) -> Places:
        """Return the places of any of the words in one of the fields; both connections read half of them."""
        import numpy as np

        frequent, rare = tokens(leaf)[:_MOST_COUNTED], tokens(leaf)[_MOST_COUNTED:]
        pieces: list[Sequence[str]] = list(_statements(self._db.execute(_COUNTS, (json.dumps(frequent),))))
        pieces += (rare[at : at + _MOST_COUNTED] for at in range(0, len(rare), _MOST_COUNTED))

        def read(some: Sequence[Sequence[str]]) -> Callable[[apsw.Connection], list[Places]]:
            def places(words: Sequence[str], db: apsw.Connection) -> Places:
                how.clock.check()
                return _within(how.among, _places_of(db, words, leaf.fields, how.span))

            return lambda db: [places(words, db) for words in some]

        both = self._halves.both(read(pieces[::2]), read(pieces[1::2]), how.clock)
        some, more = both or (read(pieces)(self._db), [])
        return np.sort(np.concatenate([np.empty(0, np.int64), *some, *more]))


class _Reading(NamedTuple):
    """How places are read: of which items, None for all in a range, and with what."""

    span: ItemRange
    among: Mask | None
    words: Vocabulary
    cache: IndexCache
    clock: Deadline


def _within(among: Mask | None, places: Places) -> Places:
    kept: Places = places if among is None else places[among[places >> ITEM_BITS]]
    return kept


def _cost(leaf: Leaf, count: int) -> float:
    return count * _A_PLACE + (len(tokens(leaf)) * _A_WORD if isinstance(leaf, Words) else 0)


def _numbers(among: Mask) -> set[ItemNo]:
    import numpy as np

    return set(map(ItemNo, np.flatnonzero(among).tolist()))


def _places_of(db: apsw.Connection, words: Sequence[str], fields: tuple[str, ...], span: ItemRange) -> Places:
    import numpy as np

    db.execute(PLACES_TABLE)
    where, bound = f"{OF_WORDS} AND doc BETWEEN ? AND ?", [json.dumps(words), *span]
    if fields:
        where += IN_FIELDS
        bound.append(json.dumps(fields))
    try:
        places = db.execute(f"SELECT group_concat({PLACE}) {where}", tuple(bound)).get
        return np.fromstring(places or "", np.int64, sep=",")
    except apsw.TooBigError:
        return np.fromiter(chain.from_iterable(db.execute(f"SELECT {PLACE} {where}", tuple(bound))), np.int64)


def _statements(counted: Iterable[tuple[str, int]]) -> Iterator[list[str]]:
    """Yield words that together stand at so many places as a statement is to return."""
    some: list[str] = []
    size = 0
    for word, count in counted:
        if some and size + count > _A_STATEMENT:
            yield some
            some, size = [], 0
        some.append(word)
        size += count
    if some:
        yield some
