"""The parent's side of the airlock: start readers, feed them, time them out, kill, replace.

It hands bytes out and takes frames in; it parses nothing and writes nothing. A reader that dies, hangs or gives an
answer that can't be one (``answers``) costs the item it was at: its jobs are given out again, one at a time and with
the reader naming each member that it begins, until the culprit is known and passed over. A reader has so long for an
answer, and so long for all answers to one job, which nothing that it sends prolongs. It serves one custodian, and is
replaced after some hundred items: one that a hostile file has taken over sees little else.
"""

from __future__ import annotations

import math
import os
import selectors
import socket
import time
from collections import deque
from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from triage.errors import CaseError
from triage.messages import encode, say
from triage.model.messages import Message
from triage.sandbox import wire
from triage.sandbox.parent.answers import JobAnswers
from triage.sandbox.parent.forkserver import LIBRARIES, TABLES, ForkServer, server
from triage.sandbox.wire import Frames, Job
from triage.settings import Settings

# What the pool keeps of a reader process, and of a job that one has: no job is chosen and nothing is sent here.


class _Task(msgspec.Struct):
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
        return self.job.mapped or len(self.job.data)

    def close(self) -> None:
        if self.fd >= 0:
            os.close(self.fd)


class _ReaderProcess(msgspec.Struct, eq=False):
    """One reader process, by the number that its server gave it, and what it owes us.

    ``process`` is the process number that it states once it has started, 0 before; ``again`` where one before it in
    its place didn't start. ``answered`` and ``answered_cpu`` are the time and its processor time at its last answer,
    ``since`` and ``cpu`` those when it came to the first job that it owes.

    ``custodian`` is whose files it is given, None before the first; ``items`` and ``size`` are how many items and bytes
    it has had of them so far, ``kept`` the source that it may have kept for the next job.
    """

    server: ForkServer
    number: int
    sock: socket.socket
    frames: Frames = msgspec.field(default_factory=Frames)
    owed: deque[_Task] = msgspec.field(default_factory=deque)
    owed_bytes: int = 0
    out: bytearray = msgspec.field(default_factory=bytearray)
    descriptors: deque[tuple[int, int]] = msgspec.field(default_factory=deque)
    answered: float = 0.0
    answered_cpu: float = 0.0
    since: float = 0.0
    cpu: float = 0.0
    process: int = 0
    heavy: bool = False
    again: bool = False
    custodian: str | None = None
    items: int = 0
    size: int = 0
    kept: int = 0

    def has_kept(self, task: _Task) -> bool:
        return bool(task.job.kept) and task.job.kept == self.kept

    def enqueue(self, task: _Task) -> None:
        self.owed.append(task)
        self.owed_bytes += task.size
        self.items += 1
        self.size += 0 if self.has_kept(task) else task.size
        self.custodian, self.kept = task.custodian, task.job.kept
        if len(self.owed) == 1:
            self.begin()

    def begin(self) -> None:
        self.note_answer()
        self.restart_clock()

    def restart_clock(self) -> None:
        self.since, self.cpu = self.answered, self.answered_cpu

    def note_answer(self) -> None:
        self.answered = time.monotonic()
        self.answered_cpu = self._cpu()

    def cpu_since_answer(self) -> float:
        return self._cpu() - self.answered_cpu

    def spent(self) -> float:
        """Return the seconds of processor time that its job has taken, or those by the clock over CLOCK if more."""
        return max((time.monotonic() - self.since) / wire.CLOCK, self._cpu() - self.cpu)

    def _cpu(self) -> float:
        try:  # the clock of a process, by its number: clock_getcpuclockid(3)
            return time.clock_gettime((~self.process << 3) | 2) if self.process else 0.0
        except OSError:  # it has ended
            return 0.0


QUEUE_JOBS = 512  # most jobs that wait at one reader
QUEUE_BYTES = 2 << 20  # most bytes of jobs that wait at one reader, save for one job that is larger
FEW_JOBS, FEW_BYTES = 8, 1 << 16
"""What each reader takes on before one more is started: a start costs as much as a dozen mails."""
HEAVY_KIB = 400 << 10  # a reader that has used more memory than this is replaced once it is idle
_PUSH_BYTES = 1 << 17
_START_SECONDS = 60
_PLAIN = ("message/", "text/")
_LAST_PROCESS = 1 << 22  # no process of Linux has a greater number
DEATHS = 20  # a source on which readers died this often is given up
SLOW_ITEMS = 10  # items that may take the longest time in a source of no size, and one more for each MiB of it
_START = (
    "from triage.sandbox.child.worker import main;"
    "from triage.sandbox.child.worker import load_libraries,load_tables,warm_up;"
    "from triage.sandbox.parent.forkserver import serve;serve(int(sys.argv[2]),main,warm_up,load_tables,load_libraries)"
)


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
        self._readers: list[_ReaderProcess] = []
        self._again: deque[_Task] = deque()
        self._most_items = settings.reader_items or math.inf
        self._most_bytes = settings.reader_mb << 20 or math.inf
        self._various = False  # whether there are other items than mail and text
        self.deaths = 0

    def _start(self, again: bool = False) -> _ReaderProcess:
        ours, theirs = socket.socketpair()
        for end in (ours, theirs):
            end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 20)
            end.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 20)
        parent = server(_START)
        number = parent.start(theirs, self._settings)
        theirs.close()
        ours.setblocking(False)
        reader = _ReaderProcess(parent, number, ours, again=again)
        self._selector.register(ours, selectors.EVENT_READ, reader)
        return reader

    @property
    def room(self) -> bool:
        return not self._again and (len(self._readers) < self._most or any(map(self._free, self._readers)))

    @property
    def busy(self) -> bool:
        return bool(self._again) or any(r.owed for r in self._readers)

    def _free(self, reader: _ReaderProcess, jobs: int = QUEUE_JOBS, size: int = QUEUE_BYTES) -> bool:
        if not reader.owed:
            return True
        if reader.heavy or reader.owed[0].job.careful or self._is_used_up(reader):
            return False
        return len(reader.owed) < jobs and reader.owed_bytes < size

    def _nearly_idle(self, reader: _ReaderProcess) -> bool:
        return self._free(reader, FEW_JOBS, FEW_BYTES) and not any(task.fd >= 0 for task in reader.owed)

    def _is_used_up(self, reader: _ReaderProcess, more: int = 0) -> bool:
        return reader.items >= self._most_items or (reader.size + more > self._most_bytes and reader.size > 0)

    def _serves(self, reader: _ReaderProcess, task: _Task) -> bool:
        """Whether a reader may see a source beside those that it has seen."""
        if reader.custodian not in (None, task.custodian):
            return False
        return reader.has_kept(task) or not self._is_used_up(reader, task.size)

    def submit(self, job: wire.Job, fd: int = -1, custodian: str = "") -> None:
        """Give a job to the least busy reader; ``fd`` is the descriptor of a mapped job, closed when it is done."""
        task = _Task(job, JobAnswers(job, self._settings), fd, custodian)
        serving = [r for r in self._readers if self._serves(r, task)]
        if len(self._readers) < self._most and not any(map(self._nearly_idle, serving)):
            self._readers.append(self._start())
            serving.append(self._readers[-1])
        free = [r for r in self._readers if not r.owed or (r in serving and self._free(r))]
        if free:
            self._assign(min(free, key=lambda r: (r.owed_bytes + len(r.owed), r not in serving)), task)
        else:
            self._again.append(task)  # all are at another custodian's

    def _assign(self, reader: _ReaderProcess, task: _Task) -> None:
        """Give a job to a reader, or to a fresh one in place of one that may not have it, which has nothing to do."""
        if not self._serves(reader, task):
            reader = self._replace(reader)
            reader.server.load(TABLES)
            if self._various:
                reader.server.load(LIBRARIES)
        reader.enqueue(task)
        if task.fd >= 0:
            # The descriptor travels with the first byte of its own frame.
            reader.descriptors.append((len(reader.out), task.fd))
        reader.out += wire.pack(task.job)
        if len(reader.out) > _PUSH_BYTES:
            self._push(reader)

    def _push(self, reader: _ReaderProcess) -> None:
        """Send what the socket takes; a descriptor rides on the first byte of its job."""
        try:
            while reader.out:
                fds = [fd for at, fd in reader.descriptors if at == 0]
                upto = next((at for at, _ in reader.descriptors if at > 0), len(reader.out))
                with memoryview(reader.out) as view, view[:upto] as piece:
                    sent = socket.send_fds(reader.sock, [piece], fds) if fds else reader.sock.send(piece)
                del reader.out[:sent]
                reader.descriptors = deque((at - sent, fd) for at, fd in reader.descriptors if at > 0)
        except BlockingIOError:
            pass
        except OSError:
            reader.out.clear()  # it died; the read side will see the end and give its jobs out again
        want = selectors.EVENT_READ | (selectors.EVENT_WRITE if reader.out else 0)
        if self._selector.get_key(reader.sock).events != want:
            self._selector.modify(reader.sock, want, reader)

    def replies(self, wait: float = 0.05) -> Iterator[wire.Reply]:
        self._redistribute()
        for reader in self._readers:
            if reader.out:
                self._push(reader)
        for key, events in self._selector.select(wait):
            reader = key.data
            if events & selectors.EVENT_WRITE:
                self._push(reader)
            if events & selectors.EVENT_READ:
                yield from self._receive(reader)
        for reader in list(self._readers):
            if reader.owed and (code := self._overdue(reader)):
                yield from self._replace_dead(reader, code)

    def _overdue(self, reader: _ReaderProcess) -> str:
        """Return why a reader that owes an answer is to be ended, "" while it may go on."""
        silent = time.monotonic() - reader.answered
        if not reader.process:
            return "crashed" if silent > _START_SECONDS or not reader.server.alive else ""
        task = reader.owed[0]
        if reader.spent() + task.spent > self._patience(0) * (SLOW_ITEMS + (task.size >> 20)):
            return wire.ALTOGETHER  # whatever it answers meanwhile
        most = self._patience(task.size)
        return "limit-time" if silent > most * wire.CLOCK or reader.cpu_since_answer() > most else ""

    def _patience(self, size: int) -> float:
        """Return the processor time in which a reader answers for one item of a source, in seconds."""
        return wire.most_seconds(self._settings.limit_seconds, size) * 1.25 + 2

    def _redistribute(self) -> None:
        """Give out again what a dead reader owed, each to an idle reader; replace readers that grew heavy."""
        for reader in list(self._readers):
            if reader.heavy and not reader.owed:
                self._replace(reader)
        for idle in list(self._readers):
            if self._again and not idle.owed:
                self._assign(idle, self._again.popleft())

    def _receive(self, reader: _ReaderProcess) -> Iterator[wire.Reply]:
        try:
            untrusted_data, _, flags, _ = reader.sock.recvmsg(1 << 20)
        except BlockingIOError:
            return
        except OSError:
            untrusted_data, flags = b"", 0
        if not untrusted_data:
            yield from self._replace_dead(reader, "crashed")
            return
        reader.frames.feed(untrusted_data)
        try:
            if flags & socket.MSG_CTRUNC:  # the system has closed them
                raise wire.WireError("descriptors that nobody asked for")
            body = reader.frames.next()
            if body is not None:
                reader.note_answer()  # once for all that came together: asking for a process's time is slow
            while body is not None:
                if reply := self._accept(reader, wire.unpack(wire.REPLIES, body)):
                    yield reply
                body = reader.frames.next()
        except wire.WireError:
            yield from self._replace_dead(reader, "malformed")

    def _accept(self, reader: _ReaderProcess, reply: wire.Reply) -> wire.Reply | None:
        if (
            not reader.process
            and isinstance(reply, wire.Done)
            and reply.job == wire.READY
            and reply.weight <= _LAST_PROCESS
        ):
            reader.process = reply.weight
            reader.begin()
            return None
        if not reader.process or not reader.owed or reply.job != reader.owed[0].job.number:
            raise wire.WireError("a reply to no job")
        task = reader.owed[0]
        task.answers.judge(reply)
        if isinstance(reply, wire.Part):
            self._various |= not reply.type.startswith(_PLAIN)
            reader.items += reply.member != ""
        elif isinstance(reply, wire.Done):
            reader.owed.popleft()
            reader.owed_bytes -= task.size
            reader.heavy = reply.weight > HEAVY_KIB
            reader.restart_clock()
            task.close()
        elif isinstance(reply, wire.Begin):
            task.begun = reply.member
            task.resume = reply.member if reply.resume is None else reply.resume
            return None
        else:
            self._various |= isinstance(reply, wire.Shown)
            reader.items += isinstance(reply, wire.Native)
        return reply

    def _replace_dead(self, reader: _ReaderProcess, code: str) -> Iterator[wire.Reply]:
        """A reader died or was too slow: replace it, and give its jobs out again with care.

        One that didn't start has read nothing: its jobs go to another as they are, once. One that says
        what can't be has started, though its greeting may wait unread before that.
        """
        owed = list(reader.owed)
        if not reader.process and code != "malformed":
            if reader.again:
                raise CaseError("readers-not-started")
            other = self._replace(reader, again=True)
            for task in owed:
                self._assign(other, task)
            return
        self.deaths += 1
        sure = len(owed) == 1  # of several it may be at any: what it says of one waits until more has gathered
        if sure:
            owed[0].spent += reader.spent()
        self._replace(reader)
        for number, task in enumerate(owed):
            blamed = task.job.careful or task.job.view is not None or (sure and code == wire.ALTOGETHER)
            if number == 0 and blamed:
                yield from self._retry_or_give_up(task, code)
            else:
                self._again.append(self._carefully(task, {}))

    def _retry_or_give_up(self, task: _Task, code: str) -> Iterator[wire.Reply]:
        task.deaths += 1
        reading = not task.job.wants and task.job.view is None
        if task.deaths < DEATHS and reading and code != wire.ALTOGETHER:
            self._again.append(self._carefully(task, {**task.job.poison, task.begun: code}))
            return
        task.close()
        if not task.job.wants:
            yield wire.Late(
                task.job.number, "", [(wire.READER_ENDS[code].code, encode(self._sentence(task.job.view, code)))]
            )
        yield wire.Done(task.job.number, 0)

    def _sentence(self, view: wire.ViewRequest | None, code: str) -> Message:
        if view is not None and view.kind in wire.TABLES and code == "crashed":
            return say("table-reader-died", most=self._settings.limit_memory_mb)
        if view is not None and view.kind != wire.EML:
            return say(wire.READER_ENDS[code].drawing)
        if view is not None or code == wire.ALTOGETHER:
            return say(wire.READER_ENDS[code].reading)
        return say("readers-died-often", count=DEATHS)

    def _carefully(self, task: _Task, poison: dict[str, str]) -> _Task:
        resume = task.resume if task.job.careful else ""
        job = msgspec.structs.replace(task.job, careful=True, poison=poison, resume=resume, stored=wire.Stored())
        answers = JobAnswers(job, self._settings)
        return replace(task, job=job, answers=answers, resume=resume)

    def _replace(self, reader: _ReaderProcess, again: bool = False) -> _ReaderProcess:
        self._stop(reader)
        other = self._readers[self._readers.index(reader)] = self._start(again)
        return other

    def _stop(self, reader: _ReaderProcess) -> None:
        self._selector.unregister(reader.sock)
        reader.sock.close()
        reader.server.end(reader.number)

    def close(self) -> None:
        for reader in self._readers:
            self._stop(reader)
            self._again += reader.owed
        for task in self._again:
            task.close()
        self._readers.clear()
        self._again.clear()
        self._selector.close()
