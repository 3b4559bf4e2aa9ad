"""What was sent to the cluster: item by item with a mark of its text, and how many items hold each word.

A database of its own in the case's folder, which can be deleted: everything is sent again then. It never says more than
is there: an item counts as sent only once the cluster has taken it, and its words count with it.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import secrets
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import apsw

from triage.errors import CaseError
from triage.model.items import NAMED_ONLY, ItemNo
from triage.search.engines.opensearch.cluster import Sent
from triage.secret_keys import login
from triage.store.db import written_state
from triage.text import BORDER

FILE = "opensearch.db"
_WAITS, _SENT, _REFUSED = 0, 1, 2
_SCHEMA = """
CREATE TABLE IF NOT EXISTS item(no INTEGER PRIMARY KEY, mark INTEGER NOT NULL, state INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS item_aside ON item(no) WHERE state<>1;
CREATE TABLE IF NOT EXISTS word(word TEXT PRIMARY KEY, items INTEGER NOT NULL, named INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sent(items INTEGER NOT NULL, marks INTEGER NOT NULL);
INSERT INTO sent SELECT 0, 0 WHERE NOT EXISTS (SELECT 1 FROM sent);
CREATE TABLE IF NOT EXISTS home(id TEXT NOT NULL, folder TEXT NOT NULL, login TEXT NOT NULL, host TEXT NOT NULL);
"""
_COUNT = """INSERT INTO word VALUES(?, ?, ?)
ON CONFLICT(word) DO UPDATE SET items=items+excluded.items, named=named+excluded.named"""
_PATIENCE = 60_000
_MARKS = 1 << 24
"""Marks are below it: the cluster adds them up as floating-point numbers, exactly up to 500 million items."""


def mark(no: ItemNo, fields: Mapping[str, str]) -> int:
    """Return what tells an item with its text from any other: 0 for no text, else 1 to 2 ** 24 - 1."""
    if not any(fields.values()):
        return 0
    digest = hashlib.blake2b(b"%d" % no, digest_size=8)
    for field in sorted(fields):
        digest.update(f"{field}\0{fields[field]}\0".encode("utf-8", "surrogatepass"))
    return 1 + int.from_bytes(digest.digest()) % (_MARKS - 1)


class HomePlace(NamedTuple):
    """Where a case is: its folder without links, and on whose computer it is opened."""

    folder: str
    login: str
    host: str

    @classmethod
    def of(cls, folder: Path) -> HomePlace:
        return cls(os.fsencode(folder.resolve()).decode("utf-8", "backslashreplace"), login(), platform.node())


class Home(NamedTuple):
    """The random id of the index that the records are of, and where the case is that it belongs to."""

    id: str
    place: HomePlace


class SentState(NamedTuple):
    """What was sent at one moment: its sums, the items on their way, those missing there, and those the case lost."""

    sent: Sent
    waiting: set[ItemNo]
    missing: set[ItemNo]
    lost: set[ItemNo]


class SentRecords:
    """The database beside the case's own; raises CaseError where the file is damaged."""

    def __init__(self, path: Path, *, write: bool) -> None:
        self._path = path
        flags = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE if write else apsw.SQLITE_OPEN_READONLY
        with self._readable(), ExitStack() as opened:
            self._db = opened.enter_context(closing(apsw.Connection(str(path), flags=flags)))
            self._db.set_busy_timeout(_PATIENCE)
            list(self._db.execute("PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA secure_delete=ON"))
            if write:
                with self._db:
                    self._db.execute(_SCHEMA)
            opened.pop_all()

    @property
    def sent(self) -> Sent:
        ((count, total),) = self._rows("SELECT items, marks FROM sent")
        return Sent(count, total)

    @property
    def home(self) -> Home | None:
        return next((Home(id_, HomePlace(*place)) for id_, *place in self._rows("SELECT * FROM home")), None)

    def home_at(self, place: HomePlace) -> Home:
        """Return the index on record; where there is none, that of a new one for a case in this place."""
        with self._changing():
            self._db.execute("UPDATE sent SET items=items")  # locks
            return self.home or self.begin(place)

    def begin(self, place: HomePlace) -> Home:
        """Forget what was sent and begin with a new index."""
        with self._changing():
            self.clear()
            return self.settle(Home(secrets.token_hex(10), place))

    def settle(self, home: Home) -> Home:
        with self._changing():
            self._db.execute("DELETE FROM home")
            self._db.execute("INSERT INTO home VALUES(?, ?, ?, ?)", (home.id, *home.place))
        return home

    def record(self, numbers: set[ItemNo]) -> SentState:
        """Return what was sent of a case's items; their set is used up."""
        lost = set[ItemNo]()
        with self._changing():
            if self._is_complete(numbers):
                return SentState(self.sent, set(), set(), set())
            for (no,) in self._rows("SELECT no FROM item WHERE state=1"):
                if no in numbers:
                    numbers.remove(no)
                else:
                    lost.add(no)
            return SentState(self.sent, self.waiting, set(numbers), lost)  # the copy is as small as what is left

    def _is_complete(self, numbers: set[ItemNo]) -> bool:
        """Whether all items were sent and no number is left out, which is known without reading each of them."""
        if not numbers or self.aside or self.sent.count != len(numbers):
            return False
        ((first, last),) = self._rows("SELECT min(no), max(no) FROM item")
        return (first, last, last - first + 1) == (min(numbers), max(numbers), len(numbers))

    def there(self, nos: Iterable[ItemNo]) -> set[ItemNo]:
        sql = "SELECT no FROM item WHERE state=1 AND no IN (SELECT value FROM json_each(?))"
        return {ItemNo(no) for (no,) in self._rows(sql, (json.dumps(list(nos)),))}

    @property
    def waiting(self) -> set[ItemNo]:
        return {ItemNo(no) for (no,) in self._rows("SELECT no FROM item WHERE state=0")}

    @property
    def aside(self) -> set[ItemNo]:
        """Return the items whose present text the cluster doesn't have for sure: those waiting, and those refused."""
        return {ItemNo(no) for (no,) in self._rows("SELECT no FROM item WHERE state<>1")}

    def with_words(self) -> set[ItemNo]:
        return {ItemNo(no) for (no,) in self._rows("SELECT no FROM item WHERE mark<>0")}

    def state(self) -> tuple[int, int]:
        """Return what changes whenever this connection or another writes."""
        with self._readable():
            return written_state(self._db)

    def await_(self, marks: Mapping[ItemNo, int], old: Iterable[Mapping[str, str]]) -> None:
        """Note that items are about to be sent; ``old`` are the texts of those that the cluster has already."""
        with self._changing():
            self._db.executemany(
                """UPDATE sent SET items=items-1, marks=marks-(SELECT mark FROM item WHERE no=?1)
                WHERE EXISTS (SELECT 1 FROM item WHERE no=?1 AND state=1)""",
                ((no,) for no in marks),
            )
            self._count(old, -1)
            self._db.executemany(
                "INSERT INTO item VALUES(?, ?, 0) ON CONFLICT(no) DO UPDATE SET mark=excluded.mark, state=0",
                marks.items(),
            )

    def note(self, texts: Mapping[ItemNo, Mapping[str, str]], refused: Collection[ItemNo]) -> None:
        """Note that items, given by their texts, have arrived, but for those refused."""
        with self._changing():
            arrived = []
            for no in texts:
                state = _REFUSED if no in refused else _SENT
                self._db.execute("UPDATE item SET state=? WHERE no=? AND state=0", (state, no))
                if state == _SENT and self._db.changes():  # else another process has noted it already
                    arrived.append(no)
            for no in arrived:
                self._db.execute("UPDATE sent SET items=items+1, marks=marks+(SELECT mark FROM item WHERE no=?)", (no,))
            self._count((texts[no] for no in arrived), 1)

    def forget(self, nos: Collection[ItemNo]) -> None:
        """Forget items that were awaited and aren't on the cluster any more."""
        with self._changing():
            self._db.executemany("DELETE FROM item WHERE no=? AND state=0", ((no,) for no in nos))

    def make_once(self, exists: Callable[[], bool], make: Callable[[], None]) -> None:
        """Make the index where it isn't there; these records are empty then. Other processes wait meanwhile."""
        with self._changing():
            self._db.execute("UPDATE sent SET items=items")  # locks
            if not exists():
                self.clear()
                make()

    def clear(self) -> None:
        with self._changing():
            self._db.execute("DELETE FROM item; DELETE FROM word; UPDATE sent SET items=0, marks=0")

    def words(self, by_name: bool, beginning: str) -> Sequence[tuple[str, int]]:
        """Return the words that begin with a stem, in order of code points, with the items that hold each."""
        column = "named" if by_name else "items"
        sql = f"SELECT word, {column} FROM word WHERE {column}>0 AND word>=? ORDER BY word"
        found: list[tuple[str, int]] = []
        for word, count in self._rows(sql, (beginning,)):
            if not word.startswith(beginning):
                break
            found.append((word, count))
        return found

    def gone_words(self) -> list[str]:
        """Return words that no item holds any more, since ``forget_words``."""
        return [word for (word,) in self._rows("SELECT word FROM word WHERE items<=0 AND named<=0")]

    def forget_words(self) -> None:
        with self._changing():
            self._db.execute("DELETE FROM word WHERE items<=0 AND named<=0")

    def close(self) -> None:
        self._db.close()

    def _count(self, texts: Iterable[Mapping[str, str]], sign: int) -> None:
        items, named = Counter[str](), Counter[str]()
        for fields in texts:
            for counter, by_name in ((items, False), (named, True)):
                some = [text.split() for field, text in fields.items() if (field in NAMED_ONLY) == by_name]
                counter.update(set().union(*some))
        words = sorted({*items, *named} - {BORDER})
        self._db.executemany(_COUNT, ((word, sign * items[word], sign * named[word]) for word in words))

    def _rows(self, sql: str, bindings: tuple[str | int, ...] = ()) -> Iterator[tuple[Any, ...]]:
        with self._readable():
            yield from self._db.execute(sql, bindings)

    @contextmanager
    def _changing(self) -> Iterator[None]:
        with self._readable(), self._db:
            yield

    @contextmanager
    def _readable(self) -> Iterator[None]:
        try:
            yield
        except (apsw.CorruptError, apsw.NotADBError, apsw.SQLError, apsw.CantOpenError) as error:
            raise CaseError("cluster-records-damaged", path=self._path, error=error) from error
