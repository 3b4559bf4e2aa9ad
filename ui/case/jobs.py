"""Work off the GUI thread: ``ask`` to read, ``change`` to write, ``run`` and ``command`` for what takes long.

One thread writes, and three read, each with a Case of its own and one request after another: the item at hand and the
rows of the list; searches; the rest. What takes long has a thread that ends with it. Results come back to the GUI
thread by a queued signal; a request that was dropped delivers nothing. Nothing here knows what the work is about.
"""

from __future__ import annotations

import gc
import threading
import time
from collections import deque
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Literal, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal, Slot

from triage.case import Case, why_unreadable
from triage.errors import TriageError

T = TypeVar("T")
Done = Callable[[], object]
Failed = Callable[[TriageError], None] | None
Reader = Literal["item", "searches", "rest"]
_PAUSE = 0.1  # seconds between two reports of progress
_GARBAGE, _GARBAGE_NAME = 1_000, "garbage"  # milliseconds between two looks for it


def _collect_garbage_here() -> None:
    """Let Python look for garbage in the GUI thread alone, for as long as the application lives.

    It looks in whichever thread makes an object just then. A reader would take apart widgets and timers that Qt lets
    no other thread touch: PySide6 (6.11) warns, and crashes.
    """
    application = QCoreApplication.instance()
    if application is None:
        return
    gc.disable()
    if application.findChild(QTimer, _GARBAGE_NAME) is None:
        timer = QTimer(application)
        timer.setObjectName(_GARBAGE_NAME)
        timer.timeout.connect(lambda: gc.collect(1))  # at all of it, as a case is closed, takes 100 ms
        timer.start(_GARBAGE)


class BackgroundJob:
    """A piece of work on its way: it is given a function that opens the case of the thread in which it is done.

    ``drop`` lets go of the result and ends searches; ``stop`` asks long work to end.
    """

    def __init__(self, work: Callable[[Callable[[], Case]], Any], done: Callable[[Any], None], failed: Failed) -> None:
        self.work, self.done, self.failed = work, done, failed
        self.writes = self.stoppable = self.blind = False
        self.awaited = False  # delivered though the case was closed
        self.after = 0
        self.stop = threading.Event()
        self.dropped = False
        self.result: Any = None
        self.error: Exception | None = None

    def drop(self) -> None:
        """Deliver nothing, and don't start if not yet started."""
        self.dropped = True
        self.stop.set()


class _Worker(threading.Thread):
    """Does jobs one after another, with a case of its own that it opens for the first that needs one."""

    def __init__(
        self, name: str, open_case: Callable[[Callable[[], bool]], Case], land: Callable[[BackgroundJob], None]
    ) -> None:
        super().__init__(name=f"triage-{name}", daemon=True)
        self._open_case, self._land = open_case, land
        self._jobs: deque[BackgroundJob] = deque()
        self._running: BackgroundJob | None = None
        self._case: Case | None = None
        self._closing = False
        self._ready = threading.Condition()
        self.start()

    @property
    def idle(self) -> bool:
        with self._ready:
            return not self._jobs and self._running is None

    @property
    def stoppable(self) -> bool:
        """Whether what runs ends cleanly, and soon, once it is to stop."""
        job = self._running
        return job is not None and job.stoppable

    def put(self, job: BackgroundJob) -> None:
        with self._ready:
            self._jobs.append(job)
            self._ready.notify()

    def end(self, *, finish: bool) -> None:
        """Leave after the jobs at hand (``finish``), or at once."""
        with self._ready:
            self._closing = True
            if not finish:
                for job in (*self._jobs, *((self._running,) if self._running else ())):
                    job.drop()
            self._ready.notify()

    def _next(self) -> BackgroundJob | None:
        with self._ready:
            self._running = None
            self._ready.wait_for(lambda: self._jobs or self._closing)
            self._running = self._jobs.popleft() if self._jobs else None
            return self._running

    def _is_dropped(self) -> bool:
        job = self._running
        return job is not None and job.dropped

    def _opened(self, job: BackgroundJob) -> Case:
        case = self._case = self._case or self._open_case(self._is_dropped)
        case.search.blind = job.blind
        return case

    def run(self) -> None:
        try:
            while (job := self._next()) is not None:
                if job.dropped:
                    continue
                try:
                    job.result = job.work(partial(self._opened, job))
                except Exception as error:  # delivered to the GUI thread, which shows or raises it
                    job.error = error
                with self._ready:  # whoever has ended the worker may let go at once of what this lands on
                    if not job.dropped:
                        self._land(job)
        finally:
            if self._case is not None:
                self._case.close()


class Jobs(QObject):
    """All threads over one case. ``job_failed`` carries the TriageError of a job that has no ``failed`` of its own.

    ``create`` makes the case, in the first thread that is used. What is asked while ``blind`` is set is asked of a case
    that refuses to tell what was decided (``Case.blind``).
    """

    job_failed = Signal(object)
    _landed = Signal(object)
    _moved = Signal(object, object)

    def __init__(self, path: Path, create: Callable[[], Case] | None = None, *, read_only: bool = False) -> None:
        super().__init__()
        _collect_garbage_here()
        self._path, self._create, self._read_only = path, create, read_only
        self._workers: dict[str, _Worker] = {}
        self._long: list[_Worker] = []  # each ends with its only job
        self._newest: dict[str, BackgroundJob] = {}
        self.unwritten = 0  # writes that were ordered and haven't come back
        self.written = 0  # writes that have
        self.after = 0  # how many had when what is being delivered was asked for
        self.blind = False
        self._arrivals: deque[BackgroundJob] = deque()
        self._closed = False
        self._next_arrival = QTimer(self)
        self._next_arrival.setSingleShot(True)
        self._next_arrival.timeout.connect(self._deliver_next)
        self._landed.connect(self._arrive, Qt.ConnectionType.QueuedConnection)
        self._moved.connect(self._report, Qt.ConnectionType.QueuedConnection)

    @property
    def idle(self) -> bool:
        return not self._arrivals and all(worker.idle for worker in (*self._workers.values(), *self._long))

    def _worker(self, name: str) -> _Worker:
        create, self._create = self._create, None

        def open_case(stopped: Callable[[], bool]) -> Case:
            return create() if create else Case.open(self._path, read_only=self._read_only, stopped=stopped)

        return _Worker(name, open_case, self._landed.emit)

    def _put(self, thread: Reader | Literal["writer"], job: BackgroundJob) -> BackgroundJob:
        if thread not in self._workers:
            self._workers[thread] = self._worker(thread)
        job.blind, job.after = self.blind, self.written
        self._workers[thread].put(job)
        return job

    def ask(
        self,
        reader: Reader,
        work: Callable[[Case], T],
        done: Callable[[T], None],
        failed: Failed = None,
        newest: str = "",
        stop: threading.Event | None = None,
    ) -> BackgroundJob:
        """Read; an earlier request of the same kind (``newest``) is dropped: it doesn't begin, or ends.

        Work that a search isn't all of may look at ``stop``, which is set then; it ends cleanly before the case closes.
        """
        job = BackgroundJob(lambda opened: work(opened()), done, failed)
        if stop is not None:
            job.stop, job.stoppable = stop, True
        if newest:
            if (earlier := self._newest.get(newest)) is not None:
                earlier.drop()
            self._newest[newest] = job
        return self._put(reader, job)

    def change(self, work: Callable[[Case], T], done: Callable[[T], None], failed: Failed = None) -> BackgroundJob:
        """Write; writes are done one after another in the order given, and none is dropped."""
        self.unwritten += 1
        job = BackgroundJob(lambda opened: work(opened()), done, failed)
        job.awaited = job.writes = True
        return self._put("writer", job)

    def run(
        self,
        work: Callable[[Case, Callable[..., None], threading.Event], T],
        moved: Callable[..., None],
        done: Callable[[T], None],
        failed: Failed = None,
    ) -> BackgroundJob:
        return self._begin(lambda opened, *way: work(opened(), *way), moved, done, failed)

    def command(
        self,
        work: Callable[[Callable[..., None], threading.Event], T],
        moved: Callable[..., None],
        done: Callable[[T], None],
        failed: Failed = None,
    ) -> BackgroundJob:
        return self._begin(lambda _, *way: work(*way), moved, done, failed)

    def _begin(
        self, work: Callable[..., Any], moved: Callable[..., None], done: Callable[[Any], None], failed: Failed
    ) -> BackgroundJob:
        last = 0.0

        def report(*progress: Any) -> None:
            nonlocal last
            if time.monotonic() - last >= _PAUSE:
                last = time.monotonic()
                self._moved.emit(job, partial(moved, *progress))

        job = BackgroundJob(lambda opened: work(opened, report, job.stop), done, failed)
        job.awaited, job.blind, job.after = True, self.blind, self.written
        self._long = [worker for worker in self._long if worker.is_alive()]
        self._long.append(self._worker("job"))
        self._long[-1].put(job)
        self._long[-1].end(finish=True)
        return job

    @Slot(object, object)
    def _report(self, job: BackgroundJob, report: Callable[[], None]) -> None:
        if not job.dropped:
            report()

    @Slot(object)
    def _arrive(self, job: BackgroundJob) -> None:
        # Several in one turn of the event loop would hold up the keys between them.
        if not self._closed:
            self._arrivals.append(job)
            self._next_arrival.start(0)
        elif job.awaited:  # what else was read of a case that is closed, nobody wants
            self._deliver(job)

    def _deliver_next(self) -> None:
        job = self._arrivals.popleft()
        if self._arrivals:
            self._next_arrival.start(0)
        self._deliver(job)

    def _deliver(self, job: BackgroundJob) -> None:
        if job.writes:
            self.unwritten -= 1
            self.written += 1
        if job.dropped:
            return
        self.after = job.after
        if job.error is None:
            job.done(job.result)
            return
        error = job.error if isinstance(job.error, TriageError) else why_unreadable(self._path, job.error)
        if error is None:
            raise job.error
        if job.failed is not None:
            job.failed(error)
        else:
            self.job_failed.emit(error)

    def close(self, seconds: float = 30.0) -> bool:
        """Finish the writes, let long work end cleanly, wait for no reader; return whether that was done in time."""
        for name, worker in self._workers.items():
            worker.end(finish=name == "writer")
        for worker in self._long:
            worker.end(finish=False)
        self._closed = True
        gc.collect()
        self._next_arrival.stop()
        while self._arrivals:
            self._landed.emit(self._arrivals.popleft())
        deadline = time.monotonic() + seconds
        readers = (worker for name, worker in self._workers.items() if name == "writer" or worker.stoppable)
        awaited = [*self._long, *readers]
        for worker in awaited:
            worker.join(max(0.0, deadline - time.monotonic()))
        return not any(worker.is_alive() for worker in awaited)
