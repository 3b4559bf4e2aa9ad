"""Lets two connections read half of what is asked each, because SQLite uses one thread for a statement.

Both read the same state of the index, or one of them reads all of it. Nothing here decides what a query finds.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import ExitStack, closing
from typing import TYPE_CHECKING, TypeVar

import apsw

from triage.model.items import ItemNo
from triage.search.engine import Deadline
from triage.search.engines.fts5.read import bounded, joined, state
from triage.store.db import beside, joined_numbers

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

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
        """Return the items that a MATCH string finds, as ``joined`` does."""
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
        """The last item's number, 0 where there is none."""
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
