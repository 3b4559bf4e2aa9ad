"""Work off the GUI thread: ``ask`` to read, ``change`` to write, ``run`` for what takes long.

Each lane is a thread with a Case of its own, and does its jobs one after another. Results come back to the GUI thread
by a queued signal; a job that was dropped delivers nothing. Nothing here knows what the work is about.
"""

from __future__ import annotations

import ctypes
import gc
import os
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal, Slot

from triage.case import Case, why_unreadable
from triage.errors import TriageError

# Looks for garbage in the GUI thread alone, as long as the application lives. Nothing else may turn that off or on.
#
# Python looks for it in whichever thread makes an object just then. In a thread that reads it would take apart what
# Qt owns behind the window's back, and hold up the window while it walks through all that the thread has made.
#
# What has been looked at once isn't looked at again until a case is closed: a walk through the numbers of all items
# and the whole window holds it up, and finds a hundred small objects at most. What nothing refers to is freed all the
# same.

_EVERY = 1_000
"""Milliseconds between two looks at what was made since."""
_FULL, _LATEST = 30, 10
"""So many looks after one another there is one at everything; and one at what is too much for a short pause."""
_WHOLE_AFTER = 3
"""Looks at everything, half a minute apart, after a case was closed: its objects aren't all let go of at once."""
_SHORT = 100_000
"""Objects that are looked through in some milliseconds."""


class GarbageCollector(QObject):
    """The application's only one. ``start`` may be called by whoever starts a thread, any number of times."""

    _only: GarbageCollector | None = None

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._looks = self._waited = self._whole = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_EVERY)

    @classmethod
    def start(cls) -> None:
        """Keep Python from looking by itself. Without an application nothing is changed."""
        application = QCoreApplication.instance()
        if application is not None:
            gc.disable()
            cls._only = cls._only or cls(application)

    @classmethod
    def look_at_all(cls) -> None:
        """Have everything looked at again, as a case is closed."""
        if cls._only is not None:
            gc.unfreeze()
            cls._only._whole = _WHOLE_AFTER

    def look(self) -> None:
        """Look at what is new; later, if that is much, as a thread will soon let go of most of it."""
        self._looks += 1
        self._waited += 1
        if gc.get_count()[0] < _SHORT or self._waited >= _LATEST:
            whole = self._looks >= _FULL
            gc.collect(2 if whole else 1)
            self._looks, self._waited = self._looks % _FULL, 0
            if whole:
                self._keep()
                _give_back()

    def _keep(self) -> None:
        """Let what is there now not be looked at again, unless a case was just closed."""
        if self._whole:
            self._whole -= 1
        else:
            gc.freeze()


def _give_back() -> None:
    """Give free memory back to the system, where the C library is glibc; it takes some milliseconds (malloc_trim(3)).

    Free pieces between others would stay: the process would keep more with each large text that is read.
    """
    with suppress(AttributeError):
        ctypes.CDLL(None).malloc_trim(ctypes.c_size_t(0))


T = TypeVar("T")
Done = Callable[[], object]
Failed = Callable[[TriageError], None] | None
_Turn = Callable[[], AbstractContextManager[object]]
WRITING = "writing"
_PAUSE = 0.1  # seconds between two reports of progress
_NICE = 5  # enough for the window to have a processor first, and lanes still get a share beside other programs
_LET_PASS = 0.3  # seconds for which lanes in turn wait for those ahead
_AHEAD = "item rows search".split()
"""Lanes whose results somebody waits for: they begin at once, and no lane in turn begins beside them for a moment."""
_IN_TURN = (
    "aside case columns count coverage dashboard facets hits kwic order team terms".split(),
    "names scope".split(),
)
"""Groups of lanes that compute one at a time: Python lets one thread run, and the window has to wait for each of them.

What takes seconds has a group of its own, so that nothing short waits for it.
"""


class BackgroundJob:
    """A piece of work on its way. ``drop`` lets go of the result and ends searches; ``stop`` asks long work to end."""

    def __init__(self, work: Callable[[Case], Any], done: Callable[[Any], None], failed: Failed) -> None:
        self.work, self.done, self.failed = work, done, failed
        self.lane = ""
        self.blind = False
        self.after = 0
        self.stop = threading.Event()
        self.dropped = False
        self.result: Any = None
        self.error: Exception | None = None

    def drop(self) -> None:
        """Deliver nothing, and don't start if not yet started."""
        self.dropped = True
        self.stop.set()


class _Precedence:
    """Lets the lanes ahead compute before those in turn, which wait no longer than a moment from when these began."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._ahead = 0
        self._since = 0.0

    @contextmanager
    def ahead(self) -> Iterator[None]:
        """Compute at once."""
        with self._changed:
            if not self._ahead:
                self._since = time.monotonic()
            self._ahead += 1
        try:
            yield
        finally:
            with self._changed:
                self._ahead -= 1
                self._changed.notify_all()

    @contextmanager
    def in_turn(self, turn: AbstractContextManager[object]) -> Iterator[None]:
        """Compute in turn with a group, once no lane is ahead or the moment has passed."""
        with turn:
            with self._changed:
                self._changed.wait_for(lambda: not self._ahead, self._since + _LET_PASS - time.monotonic())
            yield


class _Lane(threading.Thread):
    def __init__(
        self,
        name: str,
        open_case: Callable[[Callable[[], bool]], Case],
        land: Callable[[BackgroundJob], None],
        turn: _Turn,
    ) -> None:
        super().__init__(name=f"triage-{name}", daemon=True)
        self._open_case, self._land, self._turn = open_case, land, turn
        self._jobs: deque[BackgroundJob] = deque()
        self._running: BackgroundJob | None = None
        self._closing = False
        self._ready = threading.Condition()
        self.start()

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
        """Whether nobody waits for the job at hand any more."""
        job = self._running
        return job is not None and job.dropped

    def run(self) -> None:
        if sys.platform == "linux":  # elsewhere it would be the whole program
            os.nice(_NICE)
        case: Case | None = None
        try:
            while (job := self._next()) is not None:
                try:
                    with self._turn():
                        if job.dropped:
                            continue
                        case = case or self._open_case(self._is_dropped)
                        case.search.blind = job.blind
                        job.result = job.work(case)
                except Exception as error:  # delivered to the GUI thread, which shows or raises it
                    job.error = error
                with self._ready:  # whoever has ended the lane may let go at once of what this lands on
                    if not job.dropped:
                        self._land(job)
        finally:
            if case is not None:
                case.close()


class Jobs(QObject):
    """All lanes over one case. ``job_failed`` carries the TriageError of a job that has no ``failed`` of its own.

    ``create`` makes the case, in the first lane that is used. What is put while ``blind`` is set is asked of a case
    that refuses to tell what was decided (``Case.blind``).
    """

    job_failed = Signal(object)
    _landed = Signal(object)
    _moved = Signal(object, object)

    def __init__(self, path: Path, create: Callable[[], Case] | None = None, *, read_only: bool = False) -> None:
        super().__init__()
        GarbageCollector.start()
        self._path, self._create, self._read_only = path, create, read_only
        self._lanes: dict[str, _Lane] = {}
        self._newest: dict[str, BackgroundJob] = {}
        self._long: set[str] = set()
        precedence = _Precedence()
        self._turns: dict[str, _Turn] = dict.fromkeys(_AHEAD, precedence.ahead)
        for lanes in _IN_TURN:
            self._turns |= dict.fromkeys(lanes, partial(precedence.in_turn, threading.Lock()))
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

    def _open(self, create: Callable[[], Case] | None, stopped: Callable[[], bool]) -> Case:
        return create() if create else Case.open(self._path, read_only=self._read_only, stopped=stopped)

    def _put(self, lane: str, job: BackgroundJob) -> BackgroundJob:
        if lane not in self._lanes:
            turn = self._turns.get(lane, nullcontext)
            self._lanes[lane] = _Lane(lane, partial(self._open, self._create), self._landed.emit, turn)
            self._create = None
        job.lane, job.blind, job.after = lane, self.blind, self.written
        self._lanes[lane].put(job)
        return job

    def ask(
        self, lane: str, work: Callable[[Case], T], done: Callable[[T], None], failed: Failed = None, newest: str = ""
    ) -> BackgroundJob:
        """Read in a lane; with ``newest``, the earlier job with the same word is dropped."""
        job = BackgroundJob(work, done, failed)
        if newest:
            if (earlier := self._newest.get(newest)) is not None:
                earlier.drop()
            self._newest[newest] = job
        return self._put(lane, job)

    def change(self, work: Callable[[Case], T], done: Callable[[T], None], failed: Failed = None) -> BackgroundJob:
        """Write; writes are done one after another in the order given, and none is dropped."""
        self.unwritten += 1
        return self._put(WRITING, BackgroundJob(work, done, failed))

    def run(
        self,
        lane: str,
        work: Callable[[Case, Callable[..., None], threading.Event], T],
        moved: Callable[..., None],
        done: Callable[[T], None],
        failed: Failed = None,
    ) -> BackgroundJob:
        """Do long work that reports how far it is and looks at an event that asks it to stop."""
        last = 0.0

        def report(*progress: Any) -> None:
            nonlocal last
            if time.monotonic() - last >= _PAUSE:
                last = time.monotonic()
                self._moved.emit(job, partial(moved, *progress))

        self._long.add(lane)
        job = BackgroundJob(lambda case: work(case, report, job.stop), done, failed)
        return self._put(lane, job)

    @Slot(object, object)
    def _report(self, job: BackgroundJob, report: Callable[[], None]) -> None:
        if not job.dropped:
            report()

    @Slot(object)
    def _arrive(self, job: BackgroundJob) -> None:
        """Deliver one job in a turn of the event loop: several at once would hold up the keys between them."""
        if not self._closed:
            self._arrivals.append(job)
            self._next_arrival.start(0)
        elif self._is_awaited(job.lane):  # what else was read of a case that is closed, nobody wants
            self._deliver(job)

    def _deliver_next(self) -> None:
        job = self._arrivals.popleft()
        if self._arrivals:
            self._next_arrival.start(0)
        self._deliver(job)

    def _deliver(self, job: BackgroundJob) -> None:
        if job.lane == WRITING:
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

    def _is_awaited(self, lane: str) -> bool:
        return lane == WRITING or lane in self._long

    def close(self, seconds: float = 30.0) -> bool:
        """Finish the writes, let long work end cleanly, wait for no reader; return whether that was done in time."""
        for name, lane in self._lanes.items():
            lane.end(finish=name == WRITING)
        self._closed = True
        GarbageCollector.look_at_all()
        self._next_arrival.stop()
        while self._arrivals:
            self._landed.emit(self._arrivals.popleft())
        deadline = time.monotonic() + seconds
        awaited = [lane for name, lane in self._lanes.items() if self._is_awaited(name)]
        for lane in awaited:
            lane.join(max(0.0, deadline - time.monotonic()))
        return not any(lane.is_alive() for lane in awaited)
