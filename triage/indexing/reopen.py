"""Bytes of single items again, for an export or to inspect one file; through broker and airlock.

Nothing is stored here.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass, replace
from itertools import count, groupby
from pathlib import Path
from typing import NamedTuple

import msgspec

from triage.errors import BrokerEnded, ScopeError, TriageError
from triage.indexing.remote import RemoteBroker
from triage.messages import decode, say
from triage.model.items import Item, Trouble
from triage.model.previews import Preview
from triage.sandbox.parent.pool import Pool
from triage.sandbox.wire import EML, Denied, Done, Job, Late, Native, Reply, Shown, ViewRequest, Want
from triage.scope.broker import absolute
from triage.scope.ledger import Ledger
from triage.scope.policy import Allow, Policy
from triage.scope.sources import Opened, altered
from triage.settings import Settings
from triage.store.db import stored_text


@dataclass(slots=True)
class ItemBytes:
    """An item's bytes: in memory, or behind the descriptor of a large source; ``sha256`` is theirs now."""

    data: bytes
    sha256: str
    fd: int = -1
    size: int = 0
    custodian: str = ""

    def part(self, start: int, length: int) -> bytes:
        return os.pread(self.fd, length, start) if self.fd >= 0 else self.data[start : start + length]

    def close(self) -> None:
        if self.fd >= 0:
            os.close(self.fd)
            self.fd = -1


class ViewOrder(NamedTuple):
    """What is wanted of a document whose bytes are given: its name, its custodian, its media type, the view."""

    name: str
    custodian: str
    media: str
    data: bytes
    view: ViewRequest


_numbers = count(1)


class Natives:
    """Reads items' bytes again from their sources; every opening is in the ledger. Close it at the end.

    The source opened last stays open, with what its reader knows of it, for as long as the ``scope`` is the same and so
    are its size, times and inode.
    """

    def __init__(self, scope: Callable[[], Policy], ledger: Ledger, settings: Settings) -> None:
        self._settings = settings
        self._scope = scope
        self._policy = scope()
        self._broker = RemoteBroker(self._policy, ledger, self._settings)
        self._ledger = ledger
        self._opened: Opened | None = None
        self._number = 0
        self._mapped = -1
        self._pools: dict[bool, Pool] = {}

    def use(self, ledger: Ledger) -> None:
        """Go on in this ledger, under the scope as it is now."""
        if ledger is not self._ledger or self._policy is not self._broker.policy:
            self._broker.close()
            self._ledger = ledger
            self._broker = RemoteBroker(self._policy, ledger, self._settings)

    def start(self) -> None:
        """Start the process that opens sources, which else happens when the first is opened."""
        self._broker.start()

    @property
    def unconfined(self) -> bool:
        """Whether Linux doesn't confine the process that opens sources."""
        return self._broker.unconfined

    def still_open(self) -> bool:
        """Whether the source opened last may be used on under the scope as it is now, and is what it was."""
        return self._opened is not None and self._scope() == self._policy and self._broker.unchanged(self._opened)

    def read(self, items: Sequence[Item]) -> Iterator[bytes | Trouble]:
        """Yield items' bytes, changed or not, or why there are none; those in a row of one source are had at once."""
        for _, some in groupby(items, key=lambda item: (item.root, item.raw_path, bool(item.member))):
            waiting = deque(some)
            while waiting:
                opened = self._source(waiting[0])
                if isinstance(opened, Trouble):
                    yield opened
                    waiting.popleft()
                elif waiting[0].member:
                    yield from self._members(opened, waiting)
                else:
                    with closing(self._whole(opened, waiting[0])) as item_bytes:
                        data = item_bytes.part(0, item_bytes.size)
                    yield Trouble("changed", say("source-changed-while-read")) if altered(opened) else data
                    waiting.popleft()

    def hold(self, item: Item) -> ItemBytes | Trouble:
        """Return an item's bytes without copying a large source, or the reason why they can't be had. Close it."""
        opened = self._source(item)
        if isinstance(opened, Trouble):
            return opened
        if not item.member:
            return self._whole(opened, item)
        # To the end of the answer: a reader that still owes something takes no other job.
        (data,) = list(self._members(opened, deque([item])))
        if isinstance(data, Trouble):
            return data
        return ItemBytes(data, hashlib.sha256(data).hexdigest(), size=len(data), custodian=item.row.custodian)

    def _source(self, item: Item) -> Opened | Trouble:
        if item.row.sealed:
            return Trouble("sealed", say("original-sealed"))
        if (policy := self._scope()) != self._policy:
            self.close()
            self._policy = policy
            self.use(self._ledger)
        if self._policy.for_members.rules and any(problem.code == "denied-member" for problem in item.problems):
            return Trouble("denied-member", say("original-holds-denied"))
        try:
            opened = self.open(self._policy.root(item.root), os.fsdecode(item.raw_path))
        except ScopeError as error:
            return Trouble("unreadable", error.message)
        if opened is None:
            return Trouble("unreadable", say("source-denied-now"))
        return Trouble(opened.code, say("source-unreadable-now", why=opened.why)) if opened.code else opened

    def _whole(self, opened: Opened, item: Item) -> ItemBytes:
        fd = os.dup(opened.fd) if opened.fd >= 0 else -1
        return ItemBytes(opened.data, opened.sha256, fd, opened.size, item.row.custodian)

    def _members(self, opened: Opened, waiting: deque[Item]) -> Iterator[bytes | Trouble]:
        """Yield what is had of members in one go; those not come to, as the reader died, are left in ``waiting``."""
        if self._mapped < 0:
            self._mapped = os.dup(opened.fd) if opened.fd >= 0 else _in_memory(opened.data)
        wants = tuple(Want(item.member, item.sha256, item.way) for item in waiting)
        job = Job(0, stored_text(opened.source.name), wants=wants, denials=self._policy.for_members.globs)
        source = ItemBytes(b"", opened.sha256, self._mapped, opened.size, waiting[0].row.custodian)
        replies = self.ask(source, job)
        for reply in replies:
            # A job that was given out again begins anew.
            if isinstance(reply, Denied) and waiting and reply.member == waiting[0].member:
                waiting.popleft()
                self._broker.deny_member(opened.source, reply.member, reply.path, reply.rule)
                yield Trouble("denied-member", say("member-denied-now", rule=reply.rule))
            elif isinstance(reply, Native) and waiting and reply.member == waiting[0].member:
                waiting.popleft()
                changed = altered(opened)
                why = say("source-changed-while-read" if changed else "source-lacks-member")
                yield Trouble("changed", why) if changed or reply.data is None else reply.data
        if len(waiting) == len(wants):
            waiting.popleft()
            yield Trouble("crashed", say("reader-died"))

    def open(self, root: Allow, path: str) -> Opened | None:
        """Open one source through the broker if it isn't open; None where the scope denies it. It stays ours."""
        last = self._opened
        if last and (last.source.root, last.source.relative) == (root, path) and self._broker.unchanged(last):
            return last
        self._close_source()
        with suppress(BrokerEnded):
            return self._open(root, path)
        return self._open(root, path)

    def _open(self, root: Allow, path: str) -> Opened | None:
        for chunk in self._broker.walk(root, path):
            for opened in self._broker.read(chunk):
                self._number = next(_numbers)
                self._opened = None if opened.code else opened
                return opened
        return None

    def renditions(
        self, items: Sequence[tuple[Item, bytes]], instead: Sequence[Mapping[str, str]] = ()
    ) -> Iterator[bytes | Trouble]:
        """Begin to convert mail items, whose bytes are given, and yield them as messages, or why they can't be ones.

        ``instead`` has for each what takes the place of attachments, by the SHA-256 of each. One call at a time, of
        this or of ``views``: its answers are taken to their end before the next.
        """
        views = map(_message, instead or [{}] * len(items))
        orders = [
            ViewOrder(item.row.name, item.row.custodian, item.row.type, data, view)
            for (item, data), view in zip(items, views, strict=True)
        ]
        return (answer for answer in self.views(orders) if isinstance(answer, bytes | Trouble))

    def views(self, orders: Sequence[ViewOrder]) -> Iterator[bytes | Preview | Trouble]:
        """Begin to draw documents, and yield each view, or why there is none. Take all answers before the next call."""
        numbers = [next(_numbers) for _ in orders]
        waiting = deque(zip(numbers, orders, strict=True))
        answers: dict[int, bytes | Preview | Trouble] = {}
        pool = self._readers(converting=True)

        def take(wait: float) -> None:
            while waiting and pool.room:
                number, order = waiting.popleft()
                job = Job(number, order.name, order.data, declared=order.media, view=order.view)
                pool.submit(job, custodian=order.custodian)
            for reply in pool.replies(wait):
                if isinstance(reply, Native) and reply.data is not None:
                    answers[reply.job] = reply.data
                elif isinstance(reply, Shown):
                    answers[reply.job] = reply.view
                elif isinstance(reply, Late) and reply.troubles:
                    code, untrusted_sentence = reply.troubles[0]
                    answers[reply.job] = Trouble(code, decode(untrusted_sentence))

        def taken() -> Iterator[bytes | Preview | Trouble]:
            for number in numbers:
                while number not in answers and (waiting or pool.busy):
                    take(0.05)
                yield answers.pop(number, Trouble("crashed", say("reader-died")))

        take(0)
        return taken()

    def ask(self, source: Opened | ItemBytes, job: Job, stop: threading.Event | None = None) -> Iterator[Reply]:
        """Give the reader bytes of the source opened last, and yield what it answers, until ``stop`` is set."""
        pool = self._readers(converting=False)
        mapped, fd = (source.size, os.dup(source.fd)) if source.fd >= 0 else (0, -1)
        number = next(_numbers)
        job = msgspec.structs.replace(job, number=number, data=source.data, mapped=mapped, kept=self._number)
        pool.submit(job, fd, source.custodian if isinstance(source, ItemBytes) else "")
        while pool.busy and not (stop is not None and stop.is_set()):
            yield from (reply for reply in pool.replies() if reply.job == number and not isinstance(reply, Done))

    def _readers(self, converting: bool) -> Pool:
        if converting not in self._pools:
            self._pools[converting] = Pool(self._settings if converting else replace(self._settings, workers=1))
        return self._pools[converting]

    def stop(self) -> None:
        for pool in self._pools.values():
            pool.close()
        self._pools.clear()

    def _close_source(self) -> None:
        for fd in (self._mapped, self._opened.fd if self._opened else -1):
            if fd >= 0:
                os.close(fd)
        self._opened, self._mapped = None, -1

    def close(self) -> None:
        self._close_source()
        self.stop()
        self._broker.close()


def _message(instead: Mapping[str, str]) -> ViewRequest:
    return ViewRequest(EML, sought=tuple(f"{digest} {note}" for digest, note in instead.items()))


def _in_memory(data: bytes) -> int:
    """Return a descriptor of a file in memory that holds these bytes and can't be written to."""
    fd = os.memfd_create("source")
    try:
        with open(fd, "wb", closefd=False) as file:
            file.write(data)
        return os.open(f"/proc/self/fd/{fd}", os.O_RDONLY | os.O_CLOEXEC)
    finally:
        os.close(fd)


@contextmanager
def one_file(path: Path, settings: Settings) -> Iterator[tuple[Natives, Opened]]:
    """Open one file outside any case by the same broker and airlock, its ledger thrown away; raises TriageError."""
    path = absolute(path)
    path = path.parent.resolve() / path.name  # the person named it, whatever leads to its folder
    policy = Policy("inspect one file", "the person who named it", (Allow("file", str(path.parent), "nobody"),))
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        ledger = Ledger(Path(folder) / "ledger.jsonl", b"inspect")
        stack.callback(ledger.end)
        natives = stack.enter_context(closing(Natives(lambda: policy, ledger, settings)))
        opened = natives.open(policy.allow[0], path.name)
        if opened is None or opened.code:
            why = opened.why if opened else say("link-or-no-file")
            raise TriageError("file-unreadable", path=path, error=why)
        yield natives, opened
