"""What every search engine offers, and how long a query may take: the one interface between queries and an index.

An engine never hears of decisions, files or persons. Its index is disposable: it can be made again from the store.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from typing import NoReturn

from triage.errors import EngineRefusal
from triage.model.items import ItemNo
from triage.search.comparison import Comparison
from triage.search.query.tree import And, Ids, Node, Phrase, Word

Document = tuple[ItemNo, dict[str, str]]
"""An item's number and its folded text (``text.indexed``) by field; fields without text are left out."""


class Deadline:
    """A time bound in seconds, running from when it is made; ``clock`` may count the thread's own time alone.

    It ends early once ``stopped`` says so, which is asked from more than one thread.
    """

    def __init__(
        self,
        seconds: float,
        clock: Callable[[], float] = time.monotonic,
        *,
        stopped: Callable[[], bool] = lambda: False,
    ) -> None:
        self.seconds = seconds
        self._clock = clock
        self._stopped = stopped
        self._end = clock() + seconds

    @property
    def over(self) -> bool:
        """Whether the time has run out, or nobody waits any more."""
        return self._clock() > self._end or self._stopped()

    @property
    def left(self) -> float:
        """Seconds left, never below a hundredth."""
        return max(0.01, self._end - self._clock())

    def check(self) -> None:
        """Raise EngineRefusal where the time has run out, or nobody waits any more."""
        if self.over:
            self.stop()

    def stop(self) -> NoReturn:
        """Raise EngineRefusal: the time isn't enough, or nobody waits any more."""
        if self._stopped():
            raise EngineRefusal("search-stopped")
        raise EngineRefusal("search-out-of-time", seconds=min(self.seconds, 60))


NO_LIMIT = Deadline(float("inf"))
"""For callers that wait as long as it takes."""


class Engine:
    """One search engine over one case; the methods that keep an index do nothing where there is none."""

    name: str

    def add(self, documents: Iterable[Document]) -> None:
        """Index documents; called inside the store's transaction that adds the items."""

    def replace(self, documents: Iterable[Document]) -> None:
        """Index documents whose items are indexed already and have other texts now; called like ``add``."""

    def commit(self) -> None:
        """Make what was added durable; called right after the store's transaction was committed.

        An engine with files of its own catches up here or in ``open`` with whatever a kill made it miss.
        """

    def finish(self) -> None:
        """Called at the end of an index run: merge segments, as far as it is worth it."""

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

    def compare(self) -> Comparison | None:
        """Compare all of the index with the texts of all items; None where it can't be read as a whole.

        Called outside of a transaction; nothing is written.
        """
        return None

    def vocabulary(self, *, by_name: bool = False, beginning: str = "") -> Sequence[tuple[str, int]]:
        """Return every token of the index with the number of items that hold it, in order of code points.

        Only those ``beginning`` with a stem, if there is one, which takes as long as there are such tokens.
        ``by_name``: those of each field of ``model.NAMED_ONLY``, in any order, instead of those of the other fields.
        """
        raise NotImplementedError

    def close(self) -> None:
        """Let go of files and locks."""
