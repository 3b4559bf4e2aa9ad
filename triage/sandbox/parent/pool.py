"""The parent's side of the airlock: start readers, feed them, time them out, kill, replace.

It hands bytes out and takes frames in; it parses nothing and writes nothing. A reader that dies, hangs or talks
nonsense costs the item it was at: its jobs are given out again, one at a time and with the reader naming each member
that it begins, until the culprit is known and passed over.
"""

from __future__ import annotations

import os
import selectors
import socket
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

import msgspec

from triage.errors import CaseError
from triage.messages import encode, say
from triage.sandbox.parent.forkserver import ForkServer, server
from triage.sandbox.wire import (
    EML,
    READY,
    REPLIES,
    Begin,
    Done,
    Frames,
    Job,
    Late,
    Native,
    Part,
    Reply,
    Shown,
    WireError,
    pack,
    unpack,
)
from triage.settings import Settings

QUEUE_JOBS = 512
"""Most jobs that wait at one reader."""
QUEUE_BYTES = 2 << 20
"""Most bytes of jobs that wait at one reader, save for one job that is larger."""
FEW_JOBS, FEW_BYTES = 8, 1 << 16
"""What each reader takes on before one more is started: a start costs as much as a dozen mails."""
HEAVY_KIB = 400 << 10
"""A reader that has used more memory than this is replaced once it is idle."""
_PUSH_BYTES = 1 << 17
_START_SECONDS = 60
DEATHS = 20
"""A source on which readers died this often is given up."""

_START = (
    "from triage.sandbox.child.worker import main;"
    "from triage.sandbox.parent.forkserver import serve;serve(int(sys.argv[2]),main)"
)


@dataclass(slots=True)
class Task:
    """A job with what its fate so far was: its descriptor, what was begun last, and the deaths it caused.

    ``begun`` is the member to blame for a death, ``resume`` the one to go on at.
    """

    job: Job
    fd: int = -1
    begun: str = ""
    resume: str = ""
    deaths: int = 0

    def close(self) -> None:
        """Let go of the descriptor."""
        if self.fd >= 0:
            os.close(self.fd)


@dataclass(slots=True, eq=False)
class ReaderProcess:
    """One reader process, by the number that its server gave it, and what it owes us.

    ``process`` is the process number that it states once it has started, 0 before; ``again`` where one before it in
    its place didn't start.
    """

    server: ForkServer
    number: int
    sock: socket.socket
    frames: Frames = field(default_factory=Frames)
    owed: deque[Task] = field(default_factory=deque)
    owed_bytes: int = 0
    out: bytearray = field(default_factory=bytearray)
    handing: deque[tuple[int, int]] = field(default_factory=deque)
    heard: float = 0.0
    process: int = 0
    heavy: bool = False
    again: bool = False


class Pool:
    """Readers, up to the number set, each started once those before it have more than a little to do.

    ``submit`` while there is ``room``; ``replies`` yields what came back.
    Replies of one job come in order and end with Done. A job that was given out again repeats Parts that were already
    delivered only from the member on at which its reader died.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._most = settings.worker_count
        self._selector = selectors.DefaultSelector()
        self._readers: list[ReaderProcess] = []
        self._again: deque[Task] = deque()
        self._patience = settings.limit_seconds * 1.25 + 2
        self.deaths = 0

    def _start(self, again: bool = False) -> ReaderProcess:
        ours, theirs = socket.socketpair()
        for end in (ours, theirs):
            end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 20)
            end.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 20)
        parent = server(_START)
        number = parent.start(theirs, self._settings)
        theirs.close()
        ours.setblocking(False)
        reader = ReaderProcess(parent, number, ours, again=again)
        self._selector.register(ours, selectors.EVENT_READ, reader)
        return reader

    @property
    def room(self) -> bool:
        """Whether a reader can take one more job now."""
        return not self._again and (self._more or any(self._free(r) for r in self._readers))

    @property
    def busy(self) -> bool:
        """Whether any job is still owed."""
        return bool(self._again) or any(r.owed for r in self._readers)

    @property
    def _more(self) -> bool:
        return len(self._readers) < self._most

    def _free(self, reader: ReaderProcess, jobs: int = QUEUE_JOBS, size: int = QUEUE_BYTES) -> bool:
        if not reader.owed:
            return True
        if reader.heavy or reader.owed[0].job.careful:
            return False
        return len(reader.owed) < jobs and reader.owed_bytes < size

    def _at_leisure(self, reader: ReaderProcess) -> bool:
        return self._free(reader, FEW_JOBS, FEW_BYTES) and not any(task.fd >= 0 for task in reader.owed)

    def submit(self, job: Job, fd: int = -1) -> None:
        """Give a job to the least busy reader; ``fd`` is the descriptor of a mapped job, closed when the job is done.

        It goes out with the next ``replies``, or at once when much has gathered.
        """
        if self._more and not any(self._at_leisure(r) for r in self._readers):
            self._readers.append(self._start())
        free = [r for r in self._readers if self._free(r)]
        self._give(min(free, key=lambda r: r.owed_bytes + len(r.owed)), Task(job, fd))

    def _give(self, reader: ReaderProcess, task: Task) -> None:
        if not reader.owed:
            reader.heard = time.monotonic()
        reader.owed.append(task)
        reader.owed_bytes += len(task.job.data)
        if task.fd >= 0:
            # The descriptor travels with the first byte of its own frame.
            reader.handing.append((len(reader.out), task.fd))
        reader.out += pack(task.job)
        if len(reader.out) > _PUSH_BYTES:
            self._push(reader)

    def _push(self, reader: ReaderProcess) -> None:
        """Send what the socket takes; a descriptor rides on the first byte of its job."""
        try:
            while reader.out:
                fds = [fd for at, fd in reader.handing if at == 0]
                upto = next((at for at, _ in reader.handing if at > 0), len(reader.out))
                with memoryview(reader.out) as view, view[:upto] as piece:
                    sent = socket.send_fds(reader.sock, [piece], fds) if fds else reader.sock.send(piece)
                del reader.out[:sent]
                reader.handing = deque((at - sent, fd) for at, fd in reader.handing if at > 0)
        except BlockingIOError:
            pass
        except OSError:
            reader.out.clear()  # it died; the read side will see the end and give its jobs out again
        want = selectors.EVENT_READ | (selectors.EVENT_WRITE if reader.out else 0)
        if self._selector.get_key(reader.sock).events != want:
            self._selector.modify(reader.sock, want, reader)

    def replies(self, wait: float = 0.05) -> Iterator[Reply]:
        """Yield what readers have said, waiting up to ``wait`` seconds for something."""
        self._rest()
        for reader in self._readers:
            if reader.out:
                self._push(reader)
        for key, events in self._selector.select(wait):
            reader = key.data
            if events & selectors.EVENT_WRITE:
                self._push(reader)
            if events & selectors.EVENT_READ:
                yield from self._hear(reader)
        now = time.monotonic()
        for reader in list(self._readers):
            if not reader.owed:
                continue
            if now - reader.heard > (self._patience if reader.process else _START_SECONDS):
                yield from self._bury(reader, "limit-time")
            elif not reader.process and not reader.server.alive:
                yield from self._bury(reader, "crashed")

    def _rest(self) -> None:
        """Give out again what a dead reader owed, each to an idle reader; replace readers that grew heavy."""
        for reader in list(self._readers):
            if reader.heavy and not reader.owed:
                self._replace(reader)
        for idle in self._readers:
            if self._again and not idle.owed:
                self._give(idle, self._again.popleft())

    def _hear(self, reader: ReaderProcess) -> Iterator[Reply]:
        try:
            untrusted_data = reader.sock.recv(1 << 20)
        except BlockingIOError:
            return
        except OSError:
            untrusted_data = b""
        if not untrusted_data:
            yield from self._bury(reader, "crashed")
            return
        reader.heard = time.monotonic()
        reader.frames.feed(untrusted_data)
        try:
            while (body := reader.frames.next()) is not None:
                yield from self._take(reader, unpack(REPLIES, body))
        except WireError:
            yield from self._bury(reader, "crashed")

    def _take(self, reader: ReaderProcess, reply: Reply) -> Iterator[Reply]:
        if not reader.process and isinstance(reply, Done) and reply.job == READY:
            reader.process = reply.weight
            return
        if not reader.owed or reply.job != reader.owed[0].job.number:
            raise WireError("a reply to no job")
        task = reader.owed[0]
        if isinstance(reply, Begin):
            task.begun = reply.member
            task.resume = reply.member if reply.resume is None else reply.resume
            return
        if isinstance(reply, Part | Late | Native | Shown):
            yield reply
            return
        reader.owed.popleft()
        reader.owed_bytes -= len(task.job.data)
        reader.heavy = reply.weight > HEAVY_KIB
        task.close()
        yield reply

    def _bury(self, reader: ReaderProcess, code: str) -> Iterator[Reply]:
        """A reader died or was too slow: replace it, and give its jobs out again with care.

        One that didn't start has read nothing: its jobs go to another as they are, once.
        """
        owed = list(reader.owed)
        if not reader.process:
            if reader.again:
                raise CaseError("readers-not-started")
            other = self._replace(reader, again=True)
            for task in owed:
                self._give(other, task)
            return
        self.deaths += 1
        self._replace(reader)
        for number, task in enumerate(owed):
            if number == 0 and (task.job.careful or task.job.view is not None):
                yield from self._blame(task, code)
            else:
                self._again.append(self._carefully(task, {}))

    def _blame(self, task: Task, code: str) -> Iterator[Reply]:
        task.deaths += 1
        whole = not task.job.wants and task.job.view is None
        if task.deaths < DEATHS and whole:
            self._again.append(self._carefully(task, {**task.job.poison, task.begun: code}))
            return
        task.close()
        if whole:
            yield Late(task.job.number, "", [(code, encode(say("readers-died-often", count=DEATHS)))])
        elif task.job.view is not None:
            slow, died = "drawing-reader-slow", "drawing-reader-died"
            if task.job.view.kind == EML:
                slow, died = "reader-slow", "reader-died"
            yield Late(task.job.number, "", [(code, encode(say(slow if code == "limit-time" else died)))])
        yield Done(task.job.number, 0)

    def _carefully(self, task: Task, poison: dict[str, str]) -> Task:
        resume = task.resume if task.job.careful else ""
        job = msgspec.structs.replace(task.job, careful=True, poison=poison, resume=resume)
        return Task(job, task.fd, task.begun, resume, task.deaths)

    def _replace(self, reader: ReaderProcess, again: bool = False) -> ReaderProcess:
        self._stop(reader)
        other = self._readers[self._readers.index(reader)] = self._start(again)
        return other

    def _stop(self, reader: ReaderProcess) -> None:
        self._selector.unregister(reader.sock)
        reader.sock.close()
        reader.server.end(reader.number)

    def close(self) -> None:
        """Kill all readers and let go of everything."""
        for reader in self._readers:
            self._stop(reader)
            self._again += reader.owed
        for task in self._again:
            task.close()
        self._readers.clear()
        self._again.clear()
        self._selector.close()
