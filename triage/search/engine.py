"""What every search engine offers: the one interface between queries and an index, and how that is compared.

An engine never hears of decisions, files or persons. Its index is disposable: it can be made again from the store.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, NoReturn

from triage.errors import CaseError, EngineRefusal
from triage.model.items import FIELDS, ItemNo
from triage.model.messages import Message
from triage.search.query.tree import And, Ids, Leaf, Node, Phrase, Word
from triage.secret_keys import key_at, login_folder
from triage.text import BORDER

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]
    Places = NDArray[np.int64]


# Whether an index holds what the items' texts fold to: each word at its place in its field, and no other.
#
# Both sides are summed up for each item, under a key that is drawn anew for each check: whoever changed an index
# could not know which changes cancel out.

FIELD_BITS, OFFSET_BITS = 5, 31
ITEM_BITS = FIELD_BITS + OFFSET_BITS
_AT_ONCE = 500_000
_A_PHRASE = 8
"""Words of a text that are looked for as one phrase where an index can't be read as a whole."""
_MOST_PHRASES = 40


def key(no: int, column: int, offset: int = 0) -> int:
    """Return a word's place as one number: places of one field follow one another, and no two fields are near."""
    return (no << ITEM_BITS) + (column << OFFSET_BITS) + offset


@dataclass(frozen=True)
class Comparison:
    """What a comparison showed: the items whose words differ, and what else is wrong with the index, None for nothing.

    ``items`` is how many were compared, and ``whole`` whether all of the index was: else only that each word of these
    items is found, not whether others are found that they don't hold.
    """

    items: int
    whole: bool
    differing: frozenset[ItemNo] = frozenset()
    wrong: Message | None = None


class PlaceSums:
    """For each item two sums over (field, place, word): of its text, and of the index."""

    def __init__(self, last: int) -> None:
        import numpy as np

        # Python's hashes of text have a key that is drawn for each process, unless the environment names one.
        self._salt = secrets.token_hex(8) if "PYTHONHASHSEED" in os.environ else ""
        self._factor = np.uint64(secrets.randbits(64) | 1)
        self._texts, self._index = (np.zeros(last + 1, np.uint64) for _ in range(2))
        self._strange: set[int] = set()

    def add_texts(
        self, documents: Iterable[tuple[ItemNo, dict[str, str]]], marks: Mapping[str, str]
    ) -> Iterator[tuple[ItemNo, list[int]]]:
        """Add the folded texts of items; yields each item with the number of words in each of FIELDS.

        ``marks`` are what the index has before each word of a field.
        """
        import numpy as np

        words: list[str] = []
        places: list[Places] = []
        for no, fields in documents:
            counts = [0] * len(FIELDS)
            for column, field in enumerate(FIELDS):
                if field in fields:
                    new = self._salted(fields[field].split(), marks.get(field, ""))
                    first = key(no, column)
                    places.append(np.arange(first, first + len(new)))
                    words += new
                    counts[column] = len(new)
            yield no, counts
            if len(words) >= _AT_ONCE:
                self._add(self._texts, _hashes(words), np.concatenate(places))
                words, places = [], []
        if places:
            self._add(self._texts, _hashes(words), np.concatenate(places))

    def _salted(self, words: list[str], mark: str = "") -> list[str]:
        before = self._salt + mark
        return (before + f" {before}".join(words)).split() if before and words else words

    def add_index(self, words: Sequence[str], times: Sequence[int], places: Places) -> None:
        """Add places of the index: those of the first word, as many ``times``, then those of the next."""
        import numpy as np

        hashes = np.repeat(_hashes(list(map(self._salt.__add__, words))), times)[: len(places)]
        items = places >> ITEM_BITS
        known = (items >= 0) & (items < len(self._index))
        if not known.all():
            self._strange.update(items[~known].tolist()[:_AT_ONCE])
            hashes, places = hashes[known], places[known]
        self._add(self._index, hashes, places)

    def mixed(self, hashes: Hashes, places: Places) -> Hashes:
        """Return numbers of 64 bits that hashes and places make together under this object's key."""
        import numpy as np

        # The finalizer of splitmix64 (Steele, Lea, Flood 2014): every bit depends on every other.
        mixed = places.astype(np.uint64) * self._factor + hashes
        for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
            mixed ^= mixed >> np.uint64(shift)
            mixed *= np.uint64(factor)
        return mixed ^ (mixed >> np.uint64(31))

    def _add(self, sums: Hashes, hashes: Hashes, places: Places) -> None:
        import numpy as np

        np.add.at(sums, places >> ITEM_BITS, self.mixed(hashes, places))

    def differing(self) -> set[ItemNo]:
        """Return the items whose sums differ, and those that only the index has."""
        import numpy as np

        differing = np.flatnonzero(self._texts != self._index).tolist()
        return set(map(ItemNo, [*differing, *self._strange]))


def _hashes(words: list[str]) -> Hashes:
    """Return Python's own hashes of words: SipHash (PEP 456)."""
    import numpy as np

    return np.fromiter(map(hash, words), np.int64, len(words)).view(np.uint64)


def sampled(
    holds: Callable[[ItemNo, Sequence[Phrase | Word]], bool], documents: Iterable[tuple[ItemNo, dict[str, str]]]
) -> Comparison:
    """Look for the words of some items, in pieces of their texts from all of its parts, by an engine's ``holds``."""
    count = 0
    differing: set[ItemNo] = set()
    for no, fields in documents:
        count += 1
        phrases = [phrase for field, text in fields.items() for phrase in _phrases(field, text.split())]
        some = phrases[:: len(phrases) // _MOST_PHRASES + 1]
        if some and not holds(no, some):
            differing.add(no)
    return Comparison(count, False, frozenset(differing))


def _phrases(field: str, words: list[str]) -> Iterator[Phrase | Word]:
    """Yield a field's words as phrases, none across the border of two texts."""
    for at in range(0, len(words), _A_PHRASE):
        for is_border, run in groupby(words[at : at + _A_PHRASE], BORDER.__eq__):
            parts = () if is_border else tuple(map(Word, run))
            if len(parts) == 1:
                yield Word(parts[0].word, (field,))
            elif parts:
                yield Phrase(parts, (field,))


Document = tuple[ItemNo, dict[str, str]]
"""An item's number and its folded text (``text.indexed``) by field; fields without text are left out."""


class CpuTime:
    """The seconds of CPU that all threads which ask have used together, each since it first asked."""

    def __init__(self) -> None:
        self._local = threading.local()
        self._threads: list[list[float]] = []

    def __call__(self) -> float:
        now = time.thread_time()
        try:
            self._local.first_and_last[1] = now
        except AttributeError:
            self._local.first_and_last = [now, now]
            self._threads.append(self._local.first_and_last)
        return sum(last - first for first, last in self._threads)


class Deadline:
    """A bound on a search, in seconds of CPU in all its threads: a busy machine must not turn answers into refusals.

    What waits for a cluster is given ``time.monotonic`` as its ``clock``, and another key of a refusal. It ends early
    once ``stopped`` says so, which is asked from more than one thread.
    """

    def __init__(
        self,
        seconds: float,
        clock: Callable[[], float] | None = None,
        *,
        stopped: Callable[[], bool] = lambda: False,
        refusal: str = "search-out-of-time",
    ) -> None:
        self.seconds = seconds
        self.stopped = stopped
        self._clock = clock or CpuTime()
        self._refusal = refusal
        self._end = self._clock() + seconds

    @property
    def over(self) -> bool:
        return self._clock() > self._end or self.stopped()

    @property
    def left(self) -> float:
        """Seconds left, never below a hundredth."""
        return max(0.01, self._end - self._clock())

    def check(self) -> None:
        """Raise EngineRefusal where the time has run out, or nobody waits any more."""
        if self.over:
            self.stop()

    def stop(self) -> NoReturn:
        if self.stopped():
            raise EngineRefusal("search-stopped")
        raise EngineRefusal(self._refusal, seconds=self.seconds)


NO_LIMIT = Deadline(float("inf"), lambda: 0.0)
"""For callers that wait as long as it takes."""


class Engine:
    """One search engine over one case; the methods that keep an index do nothing where there is none."""

    name: str

    def add(self, documents: Iterable[Document]) -> None:
        """Index documents; called inside the store's transaction that adds the items."""

    def replace(self, documents: Iterable[Document]) -> None:
        """Index documents whose items are indexed already and have other texts now; called like ``add``."""

    def commit(self) -> None:
        """Make what was added durable, right after the store's transaction was committed.

        An engine with files of its own catches up here or in ``open`` with whatever a kill made it miss.
        """

    def finish(self) -> None:
        """End an index run: merge segments, as far as it is worth it."""

    def purge(self, stop: Callable[[], bool]) -> bool:
        """Take the words of documents that were replaced out of the index's files; return whether none is left.

        Called outside of a transaction, after a seal; may take long, and ends early once ``stop`` says so.
        """
        return True

    def search(self, query: Node, clock: Deadline = NO_LIMIT) -> set[ItemNo]:
        """Return the numbers of all items that match; the query's attributes were resolved before.

        Raises EngineRefusal for what it can't answer exactly, or not before the clock runs out.
        """
        raise NotImplementedError

    def ascending(self, query: Node, clock: Deadline = NO_LIMIT) -> Sequence[ItemNo]:
        """Return what ``search`` does, in ascending order."""
        return sorted(self.search(query, clock))

    def places(
        self, leaves: Sequence[Leaf], within: Set[ItemNo], clock: Deadline = NO_LIMIT
    ) -> Mapping[Leaf, Places] | None:
        """Return where leaves of an expanded query begin in some items; None where the index can't tell."""
        return None

    def emptied(self) -> set[ItemNo]:
        """Return the items of which the index holds no word, as far as that can be told without reading it."""
        return set()

    def holds(self, no: ItemNo, phrases: Sequence[Phrase | Word]) -> bool:
        """Whether the index finds an item by each of some phrases of its tokens."""
        return bool(self.search(And((*phrases, Ids(frozenset((no,)))))))

    def rebuild(self) -> None:
        """Throw the index away and make it anew from the texts; called inside a step of the store.

        An engine whose index is outside of the case's database may leave the second half to the next opening.
        """

    def unused_indexes(self) -> Sequence[str]:
        """Return the names of indexes outside of the case that were made for it and that nothing uses any more."""
        return ()

    def compare(self) -> Comparison | None:
        """Compare all of the index with the texts of all items; None where it can't be read as a whole.

        Called outside of a transaction; nothing is written.
        """
        return None

    def vocabulary(self, *, by_name: bool = False, beginning: str = "") -> Iterable[tuple[str, int]]:
        """Return every token of the index with the number of items that hold it, in order of code points.

        Only those ``beginning`` with a stem, if there is one, which takes as long as there are such tokens.
        ``by_name``: those of each field of ``model.items.NAMED_ONLY``, in any order, instead of those of the others.
        """
        raise NotImplementedError

    def close(self) -> None:
        """Let go of files and locks."""


# The key under which a login signs what it made of an index, so that nothing is believed that came with a case.


def mac(data: bytes | memoryview) -> bytes:
    """Return the 32 bytes that only this login makes of these; raises CaseError where its key can't be had."""
    return hmac.digest(_key(), data, hashlib.sha256)


def _key() -> bytes:
    path = login_folder() / "indexes" / "own.key"
    try:
        login_folder().mkdir(mode=0o700, parents=True, exist_ok=True)
        path.parent.mkdir(mode=0o700, exist_ok=True)
        return key_at(path)
    except OSError as error:
        raise CaseError("index-key-unreadable", path=path, error=error.strerror) from error
