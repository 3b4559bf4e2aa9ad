"""Lets two connections read what a MATCH string finds, half of the items each: SQLite computes in one thread.

Both read the same state of the index, or one of them reads all of it. Nothing here decides what a query finds.
"""

from __future__ import annotations

import os
from contextlib import ExitStack, closing
from typing import TYPE_CHECKING

import apsw

from triage.model.items import ItemNo
from triage.search.engine import Deadline
from triage.search.engines.fts5.read import bounded, joined, state
from triage.store.db import beside, joined_numbers

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

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
        """Return the items that a MATCH string finds, as ``joined`` does."""
        return joined_numbers(self.joined(match, clock))

    def joined(self, match: str, clock: Deadline) -> str:
        """Return the numbers of the items that a MATCH string finds, with commas between them.

        Raises apsw.InterruptError or EngineRefusal where the time is up.
        """
        last = self._db.execute(_LAST).get or 0
        thread = self._beside() if last >= _MANY else None
        if thread is None:
            return joined(self._db, match)
        before, middle = state(self._db), last // 2
        second = thread.submit(self._second, match, f"AND rowid>{middle}", before, clock)
        try:
            first = joined(self._db, match, f"AND rowid<={middle}")
        finally:
            rest = second.result()
        if rest is None or state(self._db) != before:
            return joined(self._db, match)
        return ",".join(filter(None, (first, rest)))

    def _second(self, match: str, also: str, before: bytes, clock: Deadline) -> str | None:
        """Return what the other connection finds; None where it sees another state of the index."""
        assert self._other is not None
        numbers = None
        with bounded(self._other, clock), self._other:
            if state(self._other) == before:
                numbers = joined(self._other, match, also)
        return numbers

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
