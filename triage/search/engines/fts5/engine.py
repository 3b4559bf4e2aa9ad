"""The default engine: one contentless FTS5 table in the case's own database.

An item and its index entry land in one transaction, or neither does. The table keeps positions and no text; a token is
what ``text.indexed`` made. Queries become flat MATCH strings and set algebra, as FTS5's own parser overflows on deep
ones.
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from contextlib import suppress
from functools import cache
from itertools import islice
from pathlib import Path
from string import ascii_uppercase
from typing import TYPE_CHECKING, Any

import apsw

from triage.errors import CaseError
from triage.messages import say
from triage.model.items import FIELDS, ItemNo
from triage.model.messages import Message
from triage.search.distances import Distance, chain
from triage.search.engine import NO_LIMIT, Comparison, Deadline, Document, Engine, PlaceSums
from triage.search.engines.fts5.match import (
    BLOCK,
    MARKS,
    WORDS_AT_ONCE,
    match_strings,
    only_string,
    quoted,
)
from triage.search.engines.fts5.places import PLACE, PlaceReader
from triage.search.engines.fts5.read import (
    CONFIG,
    PLACES_TABLE,
    Halves,
    IndexCache,
    ItemRange,
    WordFile,
    bounded,
    counted_words,
    in_order,
    named_words,
    some_words,
    state,
)
from triage.search.evaluate import Evaluation, expanded
from triage.search.expand import CountedWords, Vocabulary, has_pattern
from triage.search.query.tree import Ids, Leaf, Node, Phrase, Word, Words, may_stand_in
from triage.store.reading import StoredTexts
from triage.store.texts import Pieces
from triage.text import indexed

if TYPE_CHECKING:
    from triage.search.engine import Places


# The whole of the table compared with the items' texts.
#
# FTS5 shows all words and places by its vocabulary. What that leaves out is compared as well: the table's record of
# how many words a row has, its settings, and its second index, of one-letter prefixes, which its own check passes
# over.

_AT_ONCE = 500_000
_ITEMS_AT_ONCE = 10_000
_FOLDED = frozenset(ascii_uppercase)
"""Letters that FTS5's tokenizer takes for others."""
_VERSIONS = {4, 5}
"""FTS5's formats of its tables; it raises the number by itself."""


def compare(db: apsw.Connection, reader: PlaceReader, texts: StoredTexts) -> Comparison:
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
    settings = dict(db.execute("SELECT k, v FROM search_fts_config"))
    for key, value in CONFIG:
        if settings.pop(key, None) != value:
            return say("index-setting-differs", name=key)
    if settings.pop("version", None) not in _VERSIONS or settings:
        return say("index-setting-differs", name=next(iter(settings), "version"))
    return None


def _all_places(db: apsw.Connection) -> Iterator[tuple[list[str], list[int], Places]]:
    """Yield words, how often each stands anywhere, and the places of these, ascending by word."""
    import numpy as np

    db.execute(PLACES_TABLE)
    places = itertools.chain.from_iterable(db.execute(f"SELECT {PLACE} FROM temp.search_places"))
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
        import numpy as np

        begins = np.cumsum([0, *times[:-1]])
        filled = (np.array(times) > 0) & (begins < len(places))
        totals = np.add.reduceat(self._mixed(places), begins[filled]) if filled.any() else np.empty(0, np.uint64)
        kept = [word for word, one in zip(words, filled.tolist(), strict=True) if one]
        for word, total in zip(kept, totals.tolist(), strict=True):
            self._by_letter[word[:1]] = (self._by_letter.get(word[:1], 0) + total) % (1 << 64)

    def compare(self, db: apsw.Connection, reader: PlaceReader, last: int) -> Message | None:
        spans = ItemRange(0, last).parts(last // _ITEMS_AT_ONCE + 1)
        for letter, total in self._by_letter.items():
            there = (self._total(reader.beginning(f"{quoted(letter)} *", span)) for span in spans)
            if sum(there) % (1 << 64) != total:
                return say("index-letter-differs", letter=letter)
        return next((say("index-letter-differs", letter=letter) for letter in self._planted(db)), None)

    def _planted(self, db: apsw.Connection) -> Iterator[str]:
        """Yield letters with which no word begins, and for which the second index has items."""
        letters = tuple(letter for letter in _possible(db) if letter not in self._by_letter)
        for at in range(0, len(letters), WORDS_AT_ONCE):
            group = letters[at : at + WORDS_AT_ONCE]
            if list(db.execute(f"{BLOCK} LIMIT 1", (_any_of(group),))):
                yield from (one for one in group if list(db.execute(f"{BLOCK} LIMIT 1", (_any_of((one,)),))))

    def _total(self, places: Places) -> int:
        return int(self._mixed(places).sum())

    def _mixed(self, places: Places) -> Any:
        import numpy as np

        return self._sums.mixed(np.zeros(len(places), np.uint64), places)


def _possible(db: apsw.Connection) -> Iterator[str]:
    """Yield the letters of which all bytes stand in the table.

    FTS5 finds a word by comparing its bytes with those of a page, so it finds nothing for any other letter. Where
    the table is large, this is all of them.
    """
    there: set[int] = set()
    for (page,) in db.execute("SELECT block FROM search_fts_data"):
        there.update(page)
        if len(there) == 256:
            break
    for begin, letters in _alphabet().items():
        if there.issuperset(begin):
            yield from (letter for letter in letters if letter.encode()[-1] in there)


@cache
def _alphabet() -> dict[bytes, list[str]]:
    """Return all letters with which a word can begin, by their bytes before the last."""
    alphabet: dict[bytes, list[str]] = {}
    for letter in (*filter(str.isalnum, map(chr, range(sys.maxunicode + 1))), *MARKS.values()):
        if letter not in _FOLDED:
            alphabet.setdefault(letter.encode()[:-1], []).append(letter)
    return alphabet


def _any_of(letters: tuple[str, ...]) -> str:
    return " OR ".join(f"{quoted(letter)} *" for letter in letters)


_COLUMNS = ", ".join(f'"{field}"' for field in FIELDS)
_INSERT = f"INSERT INTO search_fts(rowid, {_COLUMNS}) VALUES({', '.join('?' * (len(FIELDS) + 1))})"
_WITH_WORDS = "SELECT id FROM search_fts_docsize WHERE trim(hex(sz), '0')<>''"
_MERGE_PAGES = 4_000
"""Pages that one step of a merge writes, about 16 MB: other processes are kept out for a moment only."""
_MOST_STEPS = 12
_MANY_SEGMENTS = 16
_GROWN = 4
"""A term of many words takes as many look-ups for each segment: all are merged into one once a fourth is new."""
_MANY_BLOCKS = 20
"""Blocks of words, the most frequent first, below which looking all of them up is quick enough."""
_TEXTS_A_BLOCK = 8
"""Items whose texts can be looked through in the time that one block takes; then those not found yet are few enough."""


class Fts5Engine(Engine):
    """An engine over the connection that it is given, and the table there; it opens none."""

    name = "fts5"

    def __init__(self, folder: Path, db: apsw.Connection, texts: StoredTexts) -> None:
        db.execute(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_words USING fts5vocab(main, search_fts, row);"
            + PLACES_TABLE
        )
        self._db = db
        self._texts = texts
        self._file = WordFile(folder)
        self._halves = Halves(db)
        self._places = PlaceReader(db, self._halves)
        self._cache = IndexCache((b"", 0))

    def add(self, documents: Iterable[Document]) -> None:
        self._db.executemany(_INSERT, ((no, *map(_marked(fields).get, FIELDS)) for no, fields in documents))

    def replace(self, documents: Iterable[Document]) -> None:
        again = list(documents)
        self._file.remove()
        self._db.executemany("DELETE FROM search_fts WHERE rowid=?", ((no,) for no, _ in again))
        self.add(again)

    def finish(self) -> None:
        """Merge the segments: all of them where much is new, else so many pages that the next run needs no more.

        Where another process writes, or the disk is full, they stay as they are: what is found is the same.
        """
        sizes = sorted(size for (size,) in self._db.execute("SELECT count(*) FROM search_fts_idx GROUP BY segid"))
        much = sum(sizes[:-1]) * _GROWN > sum(sizes)
        if len(sizes) < 2 or not (much or len(sizes) > _MANY_SEGMENTS):
            return
        with suppress(apsw.BusyError, apsw.FullError):
            self._merge(1 << 20 if much else _MOST_STEPS)
            if much:
                self._all_words()  # counted now, as the first wildcard would have to wait for it

    def purge(self, stop: Callable[[], bool]) -> bool:
        """Merge all segments into one, as a deleted document's words stay in its segment until then; write it anew.

        Raises CaseError where the disk is full.
        """
        try:
            if self._merge(1 << 20, stop) and not stop():
                self._write_anew()
                return True
        except apsw.BusyError:
            return False
        except apsw.FullError as error:
            raise CaseError("disk-full", path=self._db.filename) from error
        return False

    def _write_anew(self) -> None:
        # While segments are merged, SQLite moves blocks from page to page and leaves copies of them between.
        with self._db:
            for table, order in (("search_fts_data", "id"), ("search_fts_idx", "segid, term")):
                ((sql,),) = self._db.execute("SELECT sql FROM sqlite_schema WHERE name=?", (table,))
                self._db.execute(sql.replace(table, "search_anew", 1))
                self._db.execute(f"INSERT INTO search_anew SELECT * FROM {table} ORDER BY {order}")
                self._db.execute(f"DROP TABLE {table}")
                self._db.execute(f"ALTER TABLE search_anew RENAME TO {table}")

    def _merge(self, steps: int, stop: Callable[[], bool] = lambda: False) -> bool:
        pages = -_MERGE_PAGES  # the first step takes segments of any size up, the others go on with them
        for _ in range(steps):
            if stop():
                break
            before = self._db.total_changes()
            with self._db:
                self._db.execute("INSERT INTO search_fts(search_fts, rank) VALUES('merge', ?)", (pages,))
            if self._db.total_changes() - before < 2:
                return True
            pages = _MERGE_PAGES
        return False

    def search(self, query: Node, clock: Deadline = NO_LIMIT) -> set[ItemNo]:
        with bounded(self._db, clock):
            cache = self._current()
            query = expanded(query, self._words(cache), clock)
            return _FtsEvaluation(self._halves, self._texts, self._places, cache, self._words(cache), clock).of(query)

    def ascending(self, query: Node, clock: Deadline = NO_LIMIT) -> Sequence[ItemNo]:
        """Return what one MATCH string finds as it comes: making a set of a million numbers takes as long again."""
        if isinstance(query, Ids):
            return self._texts.ascending(query.nos)
        with bounded(self._db, clock):
            query = query if has_pattern(query) else expanded(query, self._words(self._current()), clock)
        string = only_string(query)
        if string is None:
            return super().ascending(query, clock)
        with bounded(self._db, clock):
            return in_order(self._halves.joined(string, clock))

    def places(self, leaves: Sequence[Leaf], within: Set[ItemNo], clock: Deadline = NO_LIMIT) -> dict[Leaf, Places]:
        with bounded(self._db, clock):
            cache = self._current()
            return self._places.places(leaves, within, self._words(cache), cache, clock)

    def emptied(self) -> set[ItemNo]:
        """Return the items whose row has no word, or that have none."""
        return self._texts.numbers() - {ItemNo(n) for (n,) in self._db.execute(_WITH_WORDS)}

    def holds(self, no: ItemNo, phrases: Sequence[Phrase | Word]) -> bool:
        """Whether the table finds an item by each of some phrases; other items aren't asked for."""
        strings = [only_string(phrase) for phrase in phrases]
        if None in strings:
            return super().holds(no, phrases)
        match = " AND ".join(f"({string})" for string in strings)
        return bool(list(self._db.execute(f"{BLOCK} AND rowid=?", (match, no))))

    def vocabulary(self, *, by_name: bool = False, beginning: str = "") -> Iterable[tuple[str, int]]:
        if beginning:
            return some_words(self._db, beginning, by_name)
        return named_words(self._db) if by_name else self._all_words()

    def _all_words(self) -> CountedWords:
        now = state(self._db)
        if (kept := self._file.read(now)) is not None:
            return kept
        words = counted_words(self._db)
        if not (self._db.readonly("main") or self._db.in_transaction) and state(self._db) == now:
            self._file.write(now, words)
        return words

    def rebuild(self) -> None:
        self._file.remove()
        self._db.execute("DROP TABLE IF EXISTS search_fts")
        _create(self._db)
        self.add(self._texts.documents())

    def compare(self) -> Comparison:
        return compare(self._db, self._places, self._texts)

    def close(self) -> None:
        self._halves.close()
        self._cache = IndexCache((b"", 0))

    def _words(self, cache: IndexCache) -> Vocabulary:
        if cache.vocabulary is None:
            cache.vocabulary = Vocabulary.of(self)
        return cache.vocabulary

    def _current(self) -> IndexCache:
        """Return what was read of the index, nothing where this connection or another has written to it since."""
        # FTS5's own record of its totals and segments differs after every write; this connection's count tells apart
        # what the record doesn't: a transaction rolled back, and another in its place.
        now = state(self._db), self._db.total_changes()
        if self._cache.state != now:
            self._cache = IndexCache(now)
        return self._cache


class _FtsEvaluation(Evaluation):
    def __init__(
        self,
        halves: Halves,
        texts: StoredTexts,
        places: PlaceReader,
        cache: IndexCache,
        words: Vocabulary,
        clock: Deadline,
    ) -> None:
        super().__init__(texts, words, clock)
        self._halves = halves
        self._places = places
        self._cache = cache

    def leaf(self, leaf: Leaf) -> set[ItemNo]:
        if isinstance(leaf, Words) and len(leaf.words) > WORDS_AT_ONCE:
            return set(self._cache.items.get(leaf, lambda: frozenset(self._found(leaf))))
        return self._found(leaf)

    def _found(self, leaf: Leaf) -> set[ItemNo]:
        strings = match_strings(leaf)
        if strings is None and isinstance(leaf, Phrase):
            return self.of(chain(leaf))
        nos: set[ItemNo] = set()
        for number, string in enumerate(strings or ()):
            self.clock.check()
            if isinstance(leaf, Words):
                left = len(leaf.words) // WORDS_AT_ONCE - number
                if nos and left > _MANY_BLOCKS and self.texts.count() - len(nos) < left * _TEXTS_A_BLOCK:
                    wanted = frozenset(leaf.words)
                    return nos | {no for no in self.everything - nos if self._reads(no, leaf, wanted)}
            some = self._halves.items(string, self.clock)
            if nos:
                nos |= some  # in place: there may be a million
            else:
                nos = some
        return nos

    def _reads(self, no: ItemNo, leaf: Words, wanted: frozenset[str]) -> bool:
        self.clock.check()
        texts = (text for field, text in self.texts.raw(no) if may_stand_in(leaf, field))
        return any(not wanted.isdisjoint(indexed(text).split()) for text in texts)

    def holding(self, nos: set[ItemNo], sought: Pieces) -> Iterator[tuple[ItemNo, str]]:
        return self.texts.holding(nos, sought, self._halves.submit)

    def near(self, distance: Distance) -> set[ItemNo]:
        # Of a ``not w/N`` only the items that hold both sides are looked at.
        near, left = distance.node, set[ItemNo]()
        if near.negated:
            left = self.of(near.left)
            both = left & self.of(near.right)
            if not both:
                return left
            left -= both
        return left | self._places.decided(distance, self.texts, self._words, self._cache, self.clock)


def _marked(fields: dict[str, str]) -> dict[str, str]:
    texts = ((field, mark, fields[field].split()) for field, mark in MARKS.items() if field in fields)
    return fields | {field: mark + f" {mark}".join(words) for field, mark, words in texts}


def open_engine(folder: Path, db: apsw.Connection, texts: StoredTexts, *, create: bool) -> Fts5Engine:
    """Open the engine in the case's database, and make its table where ``create`` is set."""
    if create:
        _create(db)
    return Fts5Engine(folder, db, texts)


def _create(db: apsw.Connection) -> None:
    # One letter stands for thousands of words; with an index of their own they are as quick as one word.
    options = "content='', contentless_delete=1, tokenize='ascii', prefix='1'"
    db.execute(f"CREATE VIRTUAL TABLE search_fts USING fts5({_COLUMNS}, {options})")
    for key, value in CONFIG:
        db.execute("INSERT INTO search_fts(search_fts, rank) VALUES(?, ?)", (key, value))
