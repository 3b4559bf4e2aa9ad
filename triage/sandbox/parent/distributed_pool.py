"""Readers on the machines of a Dask cluster, with the interface of ``pool``. Sources are opened here and nowhere else.

Jobs go out in batches of one custodian's sources, with their bytes, and come back as frames, which are checked as those
of local readers are. What is too large to send, and what no worker could read, is read by readers on this machine: a
worker that is lost costs time and nothing else.
"""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any
from urllib.parse import urlsplit

import msgspec

from triage import __version__
from triage.errors import CaseError
from triage.sandbox import wire
from triage.sandbox.parent.answers import JobAnswers
from triage.sandbox.parent.pool import Pool
from triage.settings import Settings

# Readers on another machine: what a Dask worker runs. It opens no source; bytes come in and frames go out.
#
# A worker keeps confined readers as the broker's machine does (``parent.pool``), gives them the jobs of a batch,
# checks what they answer, and returns it as frames. Nothing that a reader made is ever pickled, nor seen as anything
# but bytes.

FRAMES, OTHER_VERSION = b"F", b"V"
"""What an answer begins with: frames follow, or the version that the worker has instead of the one asked for."""
_WAIT = 0.05
_of_thread = threading.local()


def read(version: str, settings: dict[str, int], custodian: str, jobs: Sequence[bytes]) -> bytes:
    """Read a batch of one custodian's sources, each a packed ``wire.Job`` with its data; returns what came of them."""
    if version != __version__:
        return OTHER_VERSION + __version__.encode()
    pool = _pool(Settings(**settings))
    answer = bytearray(FRAMES)
    for body in jobs:
        while not pool.room:
            _receive(pool, answer)
        pool.submit(wire.unpack(wire.JOBS, body), custodian=custodian)
    while pool.busy:
        _receive(pool, answer)
    return bytes(answer)


def _receive(pool: Pool, answer: bytearray) -> None:
    for reply in pool.replies(_WAIT):
        answer += wire.pack(reply)


def _pool(settings: Settings) -> Pool:
    """Return this thread's readers, one of them, as a worker has a thread for each."""
    single = replace(settings, workers=1)
    if getattr(_of_thread, "settings", None) != single:
        if (before := getattr(_of_thread, "pool", None)) is not None:
            before.close()
        _of_thread.settings, _of_thread.pool = single, Pool(single)
    pool: Pool = _of_thread.pool
    return pool


_BATCH_JOBS = 100
_BATCH_BYTES = 4 << 20
_LARGEST = 64 << 20  # bytes of a source above which it isn't sent
_BATCHES_AHEAD = 2  # batches for each thread of the workers, so that none waits for its next one
_CONNECT_SECONDS = 30
_LOCAL = frozenset(("127.0.0.1", "localhost", "::1"))


@dataclass
class _Batch:
    custodian: str
    jobs: list[wire.Job] = field(default_factory=list)
    size: int = 0

    def add(self, job: wire.Job) -> None:
        self.jobs.append(job)
        self.size += len(job.data)

    @property
    def full(self) -> bool:
        return len(self.jobs) >= _BATCH_JOBS or self.size >= _BATCH_BYTES


class DistributedPool:
    """Gives jobs to the workers of a scheduler; see ``Pool`` for what its methods promise."""

    def __init__(self, settings: Settings, scheduler: str) -> None:
        """``scheduler`` is an address such as tls://host:8786. Raises CaseError where there is none, or no worker."""
        self._settings = settings
        self._client = _connected(scheduler)
        self._scheduler = scheduler
        self._local = Pool(settings)
        self._gathering: _Batch | None = None
        self._sent: dict[str, tuple[Any, _Batch]] = {}
        self._finished: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._deaths = 0
        self._threads = _threads(self._client)

    @property
    def deaths(self) -> int:
        return self._deaths + self._local.deaths

    @property
    def room(self) -> bool:
        return len(self._sent) < self._most_sent and self._local.room

    @property
    def busy(self) -> bool:
        return self._gathering is not None or bool(self._sent) or self._local.busy

    @property
    def _most_sent(self) -> int:
        return max(1, _BATCHES_AHEAD * self._threads)

    def submit(self, job: wire.Job, fd: int = -1, custodian: str = "") -> None:
        """Give a job to the next batch; ``fd`` is the descriptor of a mapped job, closed when the job is done."""
        if max(job.mapped, len(job.data)) > _LARGEST:
            self._local.submit(job, fd, custodian)
            return
        if fd >= 0:
            data = os.pread(fd, job.mapped, 0)
            os.close(fd)
            job = msgspec.structs.replace(job, data=data, mapped=0)
        if self._gathering is not None and self._gathering.custodian != custodian:
            self._send()
        if self._gathering is None:
            self._gathering = _Batch(custodian)
        self._gathering.add(job)
        if self._gathering.full:
            self._send()

    def _send(self) -> None:
        batch, self._gathering = self._gathering, None
        if batch is None:
            return
        bodies = [bytes(wire.pack(job))[4:] for job in batch.jobs]
        future = self._client.submit(read, __version__, asdict(self._settings), batch.custodian, bodies, pure=False)
        self._await(future, batch)

    def _await(self, future: Any, batch: _Batch) -> None:
        self._sent[future.key] = future, batch
        future.add_done_callback(lambda done: self._finished.put(done.key))

    def replies(self, wait: float = 0.05) -> Iterator[wire.Reply]:
        if self._gathering is not None and len(self._sent) < self._most_sent // _BATCHES_AHEAD:
            self._send()  # a worker has nothing to do
        if self._local.busy:
            yield from self._local.replies(0 if self._sent else wait)
        if self._sent:
            yield from self._collect(wait)

    def _collect(self, wait: float) -> Iterator[wire.Reply]:
        try:
            future, batch = self._sent.pop(self._finished.get(timeout=max(wait, 0.001)))
        except queue.Empty:
            return
        self._threads = _threads(self._client)
        if future.status in ("pending", "lost"):  # its worker died before it handed the answer over: another reads
            self._await(future, batch)
            return
        try:
            untrusted_answer = self._answer(future)
            replies = self._checked(batch, untrusted_answer)
        except (wire.WireError, _NoAnswer):
            self._deaths += 1
            for job in batch.jobs:  # the local pool tells which of them it is that readers die of
                self._local.submit(job, custodian=batch.custodian)
            return
        yield from replies

    def _answer(self, future: Any) -> bytes:
        """Return what a worker answered. Raises _NoAnswer where workers died, CaseError where there is no scheduler."""
        if future.status == "finished":
            answer = future.result()
            if isinstance(answer, bytes):
                return answer
        if future.status == "cancelled":
            raise CaseError("scheduler-lost", scheduler=self._scheduler)
        raise _NoAnswer

    def _checked(self, batch: _Batch, untrusted_answer: bytes) -> list[wire.Reply]:
        """Return the replies in an answer; raises WireError unless they can be those to the batch, each to its end."""
        kind, body = untrusted_answer[:1], untrusted_answer[1:]
        if kind == OTHER_VERSION:
            raise CaseError("worker-has-other-version", version=body.decode("utf-8", "replace")[:20], ours=__version__)
        if kind != FRAMES:
            raise wire.WireError("no frames")
        owed = {job.number: JobAnswers(job, self._settings) for job in batch.jobs}
        frames, replies = wire.Frames(), list[wire.Reply]()
        frames.feed(body)
        while (frame := frames.next()) is not None:
            reply = wire.unpack(wire.REPLIES, frame)
            if reply.job not in owed:
                raise wire.WireError("a reply to no job")
            owed[reply.job].judge(reply)
            if isinstance(reply, wire.Done):
                del owed[reply.job]
            replies.append(reply)
        if owed:
            raise wire.WireError("jobs without an answer")
        return replies

    def close(self) -> None:
        for future, _ in self._sent.values():
            future.cancel()
        self._sent.clear()
        self._gathering = None
        self._client.close(timeout=_CONNECT_SECONDS)
        self._local.close()


class _NoAnswer(Exception):
    """No worker could finish a batch."""


def _connected(scheduler: str) -> Any:
    """Return a client of a scheduler, which speaks to nobody else; Dask's own configuration names the certificates."""
    parts = urlsplit(scheduler)
    if parts.scheme not in ("tls", "tcp") or not parts.hostname:
        raise CaseError("scheduler-wrong", scheduler=scheduler)
    if parts.scheme == "tcp" and parts.hostname not in _LOCAL:
        raise CaseError("scheduler-without-tls", scheduler=scheduler)
    try:
        import distributed
    except ImportError as error:
        raise CaseError("workers-not-installed") from error
    security = distributed.Security(require_encryption=parts.scheme == "tls")
    if parts.scheme == "tls" and security.get_connection_args("client")["ssl_context"] is None:
        raise CaseError("scheduler-unreachable", scheduler=scheduler, error="there is no certificate")
    try:
        client = distributed.Client(
            scheduler,
            security=security,
            timeout=_CONNECT_SECONDS,
            set_as_default=False,
            direct_to_workers=False,
            deserializers=["msgpack", "error"],  # an answer is bytes; nothing is unpickled here
        )
    except (OSError, ValueError, TimeoutError, TypeError) as error:
        raise CaseError("scheduler-unreachable", scheduler=scheduler, error=error) from error
    if not _threads(client):
        client.close()
        raise CaseError("scheduler-without-workers", scheduler=scheduler)
    return client


def _threads(client: Any) -> int:
    """Return how many sources the workers can read at the same time."""
    return sum(client.nthreads().values())
