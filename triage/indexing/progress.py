"""How far an index run is: bytes of files, and within a mailbox or archive those of its members; how many files.

Nothing is decided by it.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from contextlib import closing, suppress

from triage.errors import TriageError
from triage.indexing.identify import OpenSource
from triage.indexing.remote import RemoteBroker
from triage.model.runs import Progress
from triage.sandbox.wire import Part
from triage.scope.policy import Allow
from triage.store import extent
from triage.store.db import Store

_PAUSE = 0.1  # seconds between two reports
_PATIENCE = 5.0  # seconds for which a run that is stopped waits until its files are counted


class RunProgress:
    """Counts what is done and tells ``tell`` of it, if anybody listens."""

    def __init__(self, tell: Callable[[Progress], None] | None) -> None:
        self._tell = tell
        self._told, self._start = 0.0, time.monotonic()
        self._done = 0
        self._total: tuple[int, int] | None = None
        self._counting: threading.Thread | None = None
        self._noted = False

    @property
    def seconds(self) -> float:
        """Seconds since the start."""
        return time.monotonic() - self._start

    def forecast(self, broker: Callable[[], RemoteBroker], places: Sequence[tuple[Allow, str]]) -> None:
        """Count in another thread, with a broker of its own, what there is; the walk itself decides and records.

        The program may end meanwhile, which lets nothing more be started (RuntimeError).
        """

        def count() -> None:
            with suppress(TriageError, RuntimeError), closing(broker()) as looking:
                counted = [looking.forecast(root, below) for root, below in places]
                self._total = sum(files for files, _ in counted), sum(size for _, size in counted)

        self._counting = threading.Thread(target=count, daemon=True)
        self._counting.start()

    def note_files(self, store: Store, run: int) -> None:
        """Store how many files there are once that is known; within a change."""
        if not self._noted and (total := self._total) is not None:
            self._noted = True
            extent.count(store, run, total[0])

    def files(self, seen: int) -> tuple[int, bool]:
        """Return how many files there are and True; or how many were ``seen`` and False, where counting takes long."""
        if self._counting is not None:
            self._counting.join(_PATIENCE)
        return (max(seen, self._total[0]), True) if self._total is not None else (seen, False)

    def passed(self, size: int) -> None:
        """Count a file that needn't be read, or can't be."""
        self._done += size

    def meet(self, part: Part, source: OpenSource) -> None:
        """Count a member of a file by what it takes there, at most as much as that has."""
        if part.member and "." not in part.member:
            counted = min(part.taken, source.opened.size - source.counted)
            source.counted += counted
            self._done += counted

    def end(self, source: OpenSource) -> None:
        """Count what wasn't counted of a file that is read."""
        self._done += source.opened.size - source.counted

    def is_due(self) -> bool:
        """Whether there is to be another report."""
        return self._tell is not None and time.monotonic() - self._told > _PAUSE

    def report(self, stage: str, files: int, items: int, problems: int, size: int) -> None:
        """Tell how far it is."""
        if self._tell:
            self._told = time.monotonic()
            total_files, total = self._total or (None, None)
            self._tell(
                Progress(
                    stage=stage,
                    files=files,
                    total_files=total_files,
                    items=items,
                    problems=problems,
                    bytes=size,
                    done_bytes=self._done,
                    total_bytes=total,
                    seconds=self.seconds,
                )
            )
