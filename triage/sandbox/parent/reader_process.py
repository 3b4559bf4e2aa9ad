"""What the pool keeps of a reader process, and of a job that one has: no job is chosen and nothing is sent here."""

from __future__ import annotations

import os
import socket
import time
from collections import deque

import msgspec

from triage.sandbox import wire
from triage.sandbox.parent.answers import JobAnswers
from triage.sandbox.parent.forkserver import ForkServer
from triage.sandbox.wire import Frames, Job


class Task(msgspec.Struct):
    """A job with what its fate so far was: its descriptor, what was begun last, and the deaths it caused.

    ``begun`` is the member to blame for a death, ``resume`` the one to go on at. ``answers`` judges what the reader
    says that has it; ``spent`` is what readers spent on it before, in seconds; ``custodian`` has the source.
    """

    job: Job
    answers: JobAnswers
    fd: int = -1
    custodian: str = ""
    begun: str = ""
    resume: str = ""
    deaths: int = 0
    spent: float = 0.0

    @property
    def size(self) -> int:
        """Bytes of its source."""
        return self.job.mapped or len(self.job.data)

    def close(self) -> None:
        """Let go of the descriptor."""
        if self.fd >= 0:
            os.close(self.fd)


class ReaderProcess(msgspec.Struct, eq=False):
    """One reader process, by the number that its server gave it, and what it owes us.

    ``process`` is the process number that it states once it has started, 0 before; ``again`` where one before it in
    its place didn't start. ``heard`` and ``cpu_heard`` are the time of its last answer and its processor time then,
    ``since`` and ``cpu`` those when it came to the first job that it owes.

    ``custodian`` is whose files it is given, None before the first; ``items`` and ``size`` are how many items and bytes
    it has had of them so far, ``kept`` the source that it may have kept for the next job.
    """

    server: ForkServer
    number: int
    sock: socket.socket
    frames: Frames = msgspec.field(default_factory=Frames)
    owed: deque[Task] = msgspec.field(default_factory=deque)
    owed_bytes: int = 0
    out: bytearray = msgspec.field(default_factory=bytearray)
    handing: deque[tuple[int, int]] = msgspec.field(default_factory=deque)
    heard: float = 0.0
    cpu_heard: float = 0.0
    since: float = 0.0
    cpu: float = 0.0
    process: int = 0
    heavy: bool = False
    again: bool = False
    custodian: str | None = None
    items: int = 0
    size: int = 0
    kept: int = 0

    def has_kept(self, task: Task) -> bool:
        """Whether the source of a job is the one that it had last."""
        return bool(task.job.kept) and task.job.kept == self.kept

    def take_on(self, task: Task) -> None:
        """Note that it is given a job."""
        self.owed.append(task)
        self.owed_bytes += task.size
        self.items += 1
        self.size += 0 if self.has_kept(task) else task.size
        self.custodian, self.kept = task.custodian, task.job.kept
        if len(self.owed) == 1:
            self.begin()

    def begin(self) -> None:
        """Note that it is given a job while it has none."""
        self.hear()
        self.go_on()

    def go_on(self) -> None:
        """Note that it came to a job with its last answer."""
        self.since, self.cpu = self.heard, self.cpu_heard

    def hear(self) -> None:
        """Note that it has answered."""
        self.heard = time.monotonic()
        self.cpu_heard = self._cpu()

    def cpu_since_heard(self) -> float:
        """Return the seconds of processor time that it has used since its last answer."""
        return self._cpu() - self.cpu_heard

    def spent(self) -> float:
        """Return the seconds of processor time that its job has taken, or those by the clock over CLOCK if more."""
        return max((time.monotonic() - self.since) / wire.CLOCK, self._cpu() - self.cpu)

    def _cpu(self) -> float:
        try:  # the clock of a process, by its number: clock_getcpuclockid(3)
            return time.clock_gettime((~self.process << 3) | 2) if self.process else 0.0
        except OSError:  # it has ended
            return 0.0
