"""What FTS5 has: item numbers, read in bulk, and places as whole numbers.

SQLite joins what it finds to one text, which is read at once: several times quicker than row by row. Nothing here
decides what a query finds.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import sys
from array import array
from collections.abc import Callable, Hashable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import apsw
import msgspec

from triage.errors import CaseError
from triage.files import open_plain
from triage.model.items import ItemNo
from triage.search.engine import Deadline, mac
from triage.search.engines.fts5.match import BLOCK, MARKS
from triage.search.expand import CountedWords, Vocabulary
from triage.search.query.tree import Words
from triage.store.db import beside
from triage.store.read_cache import Latest
from triage.store.records import joined_numbers
from triage.text import BORDER

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from triage.search.engine import Places


PLACES_TABLE = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_places USING fts5vocab(main, search_fts, instance)"
OF_WORDS = "FROM temp.search_places WHERE term IN (SELECT value FROM json_each(?))"
IN_FIELDS = " AND col IN (SELECT value FROM json_each(?))"
"""Where words stand: in any field, or in those that are listed as JSON."""
_JOINED = "SELECT group_concat(rowid) FROM search_fts WHERE search_fts MATCH ?"
CONFIG = (("hashsize", 32 << 20), ("automerge", 0), ("crisismerge", 1_900))
"""The table's settings. Segments, one for each batch, are merged by ``finish``; at ``crisismerge`` FTS5 does it itself,
while a run waits. It allows fewer than 2,000."""
_STEPS = 50_000
"""SQLite instructions between two looks at the clock: about a millisecond."""
_MOST_ITEMS = 1_000_000
"""Items that are kept of terms that stand for many words, about 60 MB."""
_MOST_PLACES = 4_000_000
"""Places that are kept of such terms and of phrases, 32 MB."""
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
    words: list[tuple[str, int]] = []
    for mark in sorted(MARKS.values()) if by_name else ("",):
        first, behind = mark + stem, _behind(mark + stem)
        marked = db.execute(f"{_WORDS} term>=?{' AND term<?' * bool(behind)}", (first, behind) if behind else (first,))
        words += [(word[len(mark) :], count) for word, count in marked]
    return [(word, count) for word, count in words if word != BORDER and (by_name or word[0] not in _MARKED)]


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

    def parts(self, count: int) -> list[ItemRange]:
        """Return about so many parts."""
        step = -(-self.size // count)
        firsts = range(self.first, self.last + 1, step)
        return [ItemRange(first, min(first + step - 1, self.last)) for first in firsts]


class IndexCache:
    """What was read of the table in one state, for as long as nothing is written to it."""

    def __init__(self, state: tuple[bytes, int]) -> None:
        self.state = state
        self.vocabulary: Vocabulary | None = None
        self.items: Latest[Words, frozenset[ItemNo]] = Latest(_MOST_ITEMS)
        self.places: Latest[Hashable, tuple[Places, ...]] = Latest(_MOST_PLACES, lambda some: sum(map(len, some)))
        """Where a leaf begins in all items; of a MATCH string its items, and where each of its phrases begins there."""


# Two connections read half of what is asked each, as SQLite uses one thread for a statement: both the same state of the
# index, or one of them reads all of it.

Answer = TypeVar("Answer")

_LAST = "SELECT max(id) FROM search_fts_docsize"
_MANY = 100_000
"""Items from which on it is worth it: a frequent word takes 10 ms then, and the other thread some tenths of one."""


class Halves:
    """The second connection and its thread; both begin with the first question to an index of many items."""

    def __init__(self, db: apsw.Connection) -> None:
        self._db = db
        self._opened = ExitStack()
        self._other: apsw.Connection | None = None
        self._thread: ThreadPoolExecutor | None = None

    def items(self, match: str, clock: Deadline) -> set[ItemNo]:
        return joined_numbers(self.joined(match, clock))

    def joined(self, match: str, clock: Deadline) -> str:
        """Return the numbers of the items that a MATCH string finds, with commas between them.

        Raises apsw.InterruptError or EngineRefusal where the time is up.
        """
        middle = self.last // 2

        def half(rows: str) -> Callable[[apsw.Connection], str]:
            return lambda db: joined(db, match, f"AND rowid{rows}")

        both = self.both(half(f"<={middle}"), half(f">{middle}"), clock)
        return joined(self._db, match) if both is None else ",".join(filter(None, both))

    def both(
        self, one: Callable[[apsw.Connection], Answer], other: Callable[[apsw.Connection], Answer], clock: Deadline
    ) -> tuple[Answer, Answer] | None:
        """Run two reads at the same time, the second one on the other connection, and return both results.

        Returns None where there is no other connection, or where the index changed meanwhile. Raises what they raise.
        """
        before = state(self._db)
        second = self.submit(lambda db: _if_unchanged(db, other, before, clock))
        if second is None:
            return None
        try:
            first = one(self._db)
        finally:
            rest = second.result()
        return None if rest is None or state(self._db) != before else (first, rest)

    def submit(self, work: Callable[[apsw.Connection], Answer]) -> Future[Answer] | None:
        """Let the other thread work on the second connection; None where there is none, or few items."""
        thread = self._beside() if self.last >= _MANY else None
        return None if thread is None else thread.submit(work, self._other)  # type: ignore[arg-type]

    @property
    def last(self) -> int:
        return int(self._db.execute(_LAST).get or 0)

    def _beside(self) -> ThreadPoolExecutor | None:
        """Return the thread of a second connection; None where that can't see what this one does, or wouldn't help."""
        if self._db.txn_state("main") == apsw.SQLITE_TXN_WRITE or len(os.sched_getaffinity(0)) < 2:
            return None
        if self._thread is None and (other := beside(self._db)) is not None:
            from concurrent.futures import ThreadPoolExecutor  # takes 4 ms, which a small case is spared

            self._other = self._opened.enter_context(closing(other))
            self._thread = self._opened.enter_context(ThreadPoolExecutor(1, "half"))
        return self._thread

    def close(self) -> None:
        """End the thread and close the connection; another question opens them again."""
        self._opened.close()
        self._other = self._thread = None


def _if_unchanged(
    db: apsw.Connection, read: Callable[[apsw.Connection], Answer], before: bytes, clock: Deadline
) -> Answer | None:
    """Return the result of a read; None where the connection sees another state of the index."""
    result = None
    with bounded(db, clock), db:
        if state(db) == before:
            result = read(db)
    return result


# The words of the index in a file of the case, as counting them takes FTS5 as long as reading the whole index.
#
# The file belongs to one state of the index, and is signed by the login that wrote it: any other counts as none. It
# holds words of items, so that it goes at once when a text is taken out of the index.

_NAME = "words"
_FEWEST = 10_000
"""Words below which counting them is quick enough."""
_DIGEST, _LARGEST = 32, 1 << 29
_LAYOUT = b"2"
"""Tells a file of this version from one of an earlier one, which counts as none."""


class WordFile:
    """The file in a case's folder."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / _NAME

    def read(self, state: bytes) -> CountedWords | None:
        """Return the words of the index in a state; None where there is no file of it that this login wrote."""
        with suppress(OSError, ValueError, CaseError):
            with open_plain(self._path) as file:
                untrusted = memoryview(file.read(_LARGEST))
            signature, body = untrusted[:_DIGEST], untrusted[_DIGEST:]
            if hmac.compare_digest(signature, mac(body)) and body[:_DIGEST] == _digest(state):
                return _read(body[_DIGEST:])
        return None

    def write(self, state: bytes, words: CountedWords) -> None:
        """Write the words of the index in a state, where there are many; where it can't be done, nothing is lost."""
        if len(words) < _FEWEST:
            return
        counts, starts = array("I", words.counts), array("I", words.starts)
        sizes = b"".join(len(part).to_bytes(8, "little") for part in (counts, starts))
        body = b"".join((_digest(state), sizes, counts, starts, words.text))
        new = self._path.with_name(f"{_NAME}.{os.getpid()}.new")
        with suppress(OSError, CaseError):
            try:
                with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                    file.write(mac(body))
                    file.write(body)
                new.replace(self._path)
            finally:
                new.unlink(missing_ok=True)

    def remove(self) -> None:
        self._path.unlink(missing_ok=True)


def _digest(state: bytes) -> bytes:
    return hashlib.sha256(_LAYOUT + state).digest()


def _read(body: memoryview) -> CountedWords:
    counts, starts = (int.from_bytes(body[at : at + 8], "little") * 4 for at in (0, 8))
    parts = body[16:]
    return CountedWords(parts[counts + starts :], parts[counts : counts + starts].cast("I"), parts[:counts].cast("I"))
