"""What was read of items and is still true: kept for one connection until anybody writes to the case.

A connection's own changes and those of others are told apart from nothing having happened by SQLite itself; whatever
was kept is forgotten then, so that no new item can be missed. Reads only. How much SQLite keeps by itself is bounded
here as well.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable, Sequence, Sized
from functools import cached_property
from typing import Any, Generic, TypeVar, cast
from weakref import WeakKeyDictionary

import apsw

from triage.model.items import ItemNo
from triage.store.db import Store, written_state
from triage.store.records import joined_numbers, listed, numbers

_MOST_NUMBERS = 1_000_000
"""Numbers of items that are kept as answers, about 60 MB; of one answer more in a case of more items."""

_FEW = 20_000
"""Items that are looked up in some hundredths of a second."""

_EXTENT = "SELECT (SELECT min(n) FROM item), (SELECT max(n) FROM item), (SELECT count(*) FROM item)"
_AMONG = "SELECT n FROM item WHERE n IN (SELECT value FROM json_each(?))"
_COPIES = "SELECT group_concat(n) FROM current_item WHERE digest<>'' GROUP BY digest HAVING count(*)>1"


def limit_caches(octets: int) -> None:
    """Let all connections of this process, each of which keeps pages of its own, keep about so many bytes together.

    SQLite still gets what it needs beyond that; it then reads pages again instead of keeping more
    (sqlite3_soft_heap_limit64).
    """
    apsw.soft_heap_limit(octets)


Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value", bound=Sized)


class Latest(Generic[Key, Value]):
    """Answers by question; the ones asked longest ago go first once together they are larger than ``most``.

    One that is larger by itself is kept beside those.
    """

    def __init__(self, most: int, size: Callable[[Value], int] = len) -> None:
        self._most = most
        self._size_of = size
        self._size = 0
        self._answers: OrderedDict[Key, Value] = OrderedDict()

    def get(self, key: Key, answer: Callable[[], Value]) -> Value:
        """Return the answer to a question, found by ``answer`` where it isn't kept."""
        if (stored := self.stored(key)) is not None:
            return stored
        found = self._answers[key] = answer()
        self._size += self._size_of(found) + 1
        while self._size - self._beyond() > self._most:
            self._size -= self._size_of(self._answers.popitem(last=False)[1]) + 1
        return found

    def stored(self, key: Key) -> Value | None:
        if key in self._answers:
            self._answers.move_to_end(key)
        return self._answers.get(key)

    def _beyond(self) -> int:
        """Return the size of the largest answer where it is larger than ``most`` by itself, else 0."""
        if self._size <= self._most:
            return 0
        largest = max(map(self._size_of, self._answers.values())) + 1
        return largest if largest > self._most else 0


class ReadCache:
    """What was read in one state of a case."""

    def __init__(self, store: Store, state: tuple[int, int]) -> None:
        self.state = state
        self._db = store.db
        self._columns: dict[str, dict[str, frozenset[ItemNo]]] = {}
        self._answers: Latest[Hashable, frozenset[ItemNo]] = Latest(_MOST_NUMBERS)
        self._values: dict[str, list[str]] = {}

    def numbers(self, sql: str, bindings: tuple[Any, ...]) -> frozenset[ItemNo]:
        return self.answer((sql, bindings), lambda: frozenset(numbers(self._db, sql, bindings)))

    def answer(self, key: Hashable, found: Callable[[], frozenset[ItemNo]]) -> frozenset[ItemNo]:
        """Return what ``found`` finds, found anew only where it isn't kept under the key."""
        return self._answers.get(key, found)

    def values(self, sql: str) -> list[str]:
        """Return the texts that a statement of few different ones selects."""
        if sql not in self._values:
            self._values[sql] = [value for (value,) in self._db.execute(sql)]
        return self._values[sql]

    def column(self, name: str) -> dict[str, frozenset[ItemNo]]:
        if name not in self._columns:
            rows = self._db.execute(f"SELECT {name}, group_concat(n) FROM item GROUP BY {name}")
            self._columns[name] = {value: frozenset(joined_numbers(joined)) for value, joined in rows}
        return self._columns[name]

    @cached_property
    def _unbroken(self) -> Sequence[ItemNo]:
        """The numbers of all items where none is missing between the first and the last; else none."""
        first, last, count = self._extent
        whole = count and last - first + 1 == count
        return cast("Sequence[ItemNo]", range(first, last + 1)) if whole else ()

    @cached_property
    def _extent(self) -> tuple[ItemNo, ItemNo, int]:
        ((first, last, count),) = self._db.execute(_EXTENT)
        return first, last, count

    @property
    def count(self) -> int:
        return self._extent[2]

    def items(self) -> set[ItemNo]:
        """Return the numbers of all items; they are read one by one only where some are missing between others."""
        return set(self._unbroken) or numbers(self._db, "SELECT n FROM item")

    def ascending(self, nos: Collection[ItemNo]) -> list[ItemNo]:
        """Return those of these numbers that items have, ascending."""
        found, there = sorted(nos), self._unbroken
        if found and there and there[0] <= found[0] and found[-1] <= there[-1]:
            return found
        if len(nos) <= _FEW:
            return sorted(numbers(self._db, _AMONG, (listed(nos),)))
        return sorted(self.items().intersection(nos))

    @cached_property
    def copies(self) -> list[set[ItemNo]]:
        """The items that are duplicates of one another."""
        return [joined_numbers(joined) for (joined,) in self._db.execute(_COPIES)]

    @cached_property
    def levels(self) -> dict[int, int]:
        """How many items have each value of ``searchable``."""
        counts = dict(self._db.execute("SELECT searchable, count(*) FROM current_item WHERE searchable>0 GROUP BY 1"))
        ((items,),) = self._db.execute("SELECT count(*) FROM current_item")
        return {0: items - sum(counts.values()), **counts}

    @cached_property
    def paths(self) -> list[tuple[int, str]]:
        return list(self._db.execute("SELECT number, path FROM source"))

    @cached_property
    def names(self) -> list[tuple[ItemNo, str]]:
        return list(self._db.execute("SELECT n, name FROM item WHERE name<>''"))


_caches: WeakKeyDictionary[Store, ReadCache] = WeakKeyDictionary()


def cache_of(store: Store) -> ReadCache:
    state = written_state(store.db)
    cache = _caches.get(store)
    if cache is None or cache.state != state:
        cache = _caches[store] = ReadCache(store, state)
    return cache
