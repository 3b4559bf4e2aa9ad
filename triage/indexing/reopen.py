"""Bytes of single items again, for an export or to inspect one file; through broker and airlock.

Nothing is stored here.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import threading
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import msgspec

from triage.errors import ScopeError, TriageError
from triage.messages import decode, say
from triage.model.items import Item, Trouble
from triage.sandbox.parent.pool import Pool
from triage.sandbox.wire import EML, Done, Job, Late, Native, Reply, ViewRequest
from triage.scope.broker import Broker, Opened, absolute
from triage.scope.ledger import Ledger
from triage.scope.policy import Allow, Policy
from triage.settings import Settings
from triage.store.db import stored_text


@dataclass(slots=True)
class ItemBytes:
    """An item's bytes: in memory, or behind the descriptor of a large source; ``sha256`` is theirs now."""

    data: bytes
    sha256: str
    fd: int = -1
    size: int = 0

    def part(self, start: int, length: int) -> bytes:
        """Return up to ``length`` bytes from ``start`` on."""
        return os.pread(self.fd, length, start) if self.fd >= 0 else self.data[start : start + length]

    def close(self) -> None:
        """Let go of the descriptor."""
        if self.fd >= 0:
            os.close(self.fd)
            self.fd = -1


_numbers = count(1)


def ask(pool: Pool, source: Opened | ItemBytes, job: Job, stop: threading.Event | None = None) -> Iterator[Reply]:
    """Give bytes to a reader under a number of their own, and yield all that it answers, until ``stop`` is set."""
    mapped, fd = (source.size, os.dup(source.fd)) if source.fd >= 0 else (0, -1)
    pool.submit(msgspec.structs.replace(job, number=next(_numbers), data=source.data, mapped=mapped), fd)
    while pool.busy and not (stop is not None and stop.is_set()):
        yield from (reply for reply in pool.replies() if not isinstance(reply, Done))


class Natives:
    """Reads items' bytes again from their sources; every opening is in the ledger. Close it at the end.

    A ``pool`` that is given stays its owner's to close.
    """

    def __init__(self, policy: Policy, ledger: Ledger, settings: Settings, pool: Pool | None = None) -> None:
        self._policy = policy
        self._settings = settings
        self._broker = Broker(policy, ledger, settings.max_file_mb << 20)
        self._pool = pool
        self._owns = pool is None

    def read(self, item: Item) -> bytes | Trouble:
        """Return an item's bytes, or the reason why they can't be had; whether they are unchanged is for the caller."""
        held = self.hold(item)
        if isinstance(held, Trouble):
            return held
        with closing(held):
            return held.part(0, held.size)

    def hold(self, item: Item) -> ItemBytes | Trouble:
        """Return an item's bytes without copying a large source, or the reason why they can't be had. Close it."""
        if item.row.sealed:
            return Trouble("sealed", say("original-sealed"))
        try:
            root = self._policy.root(item.root)
            opened = self.open(root, os.fsdecode(item.raw_path))
        except ScopeError as error:
            return Trouble("unreadable", error.message)
        if opened is None:
            return Trouble("unreadable", say("source-denied-now"))
        if opened.code:
            return Trouble(opened.code, say("source-unreadable-now", why=opened.why))
        if not item.member:
            return ItemBytes(opened.data, opened.sha256, opened.fd, opened.size)
        try:
            # To the end of the answer: a reader that still owes something takes no other job.
            natives = [reply.data for reply in self.ask(opened, item.member) if isinstance(reply, Native)]
        finally:
            if opened.fd >= 0:
                os.close(opened.fd)
        if not natives or (data := natives[0]) is None:
            return Trouble("changed", say("source-lacks-member"))
        return ItemBytes(data, hashlib.sha256(data).hexdigest(), size=len(data))

    def open(self, root: Allow, path: str) -> Opened | None:
        """Open one source through the broker; None where the scope denies it."""
        for chunk in self._broker.walk(root, path):
            for opened in self._broker.read(chunk):
                return opened
        return None

    def rendition(self, item: Item, data: bytes | memoryview) -> bytes | Trouble:
        """Return an Outlook item, whose bytes are given, as a mail message, or the reason why it can't be one."""
        job = Job(0, item.row.name, declared=item.row.type, view=ViewRequest(EML))
        answer: bytes | Trouble = Trouble("crashed", say("reader-died"))
        for reply in ask(self._readers(), ItemBytes(bytes(data), "", size=len(data)), job):
            if isinstance(reply, Native) and reply.data is not None:
                answer = reply.data
            elif isinstance(reply, Late) and reply.troubles:
                code, untrusted_sentence = reply.troubles[0]
                answer = Trouble(code, decode(untrusted_sentence))
        return answer

    def ask(self, opened: Opened, want: str | None, passwords: tuple[str, ...] = ()) -> Iterator[Reply]:
        """Give an opened source to a reader, and yield all that it answers."""
        return ask(self._readers(), opened, Job(0, stored_text(opened.source.name), want=want, passwords=passwords))

    def _readers(self) -> Pool:
        if self._pool is None:
            self._pool = Pool(self._settings)
        return self._pool

    def close(self) -> None:
        """Stop the readers."""
        if self._pool is not None and self._owns:
            self._pool.close()
            self._pool = None


@contextmanager
def one_file(path: Path, settings: Settings) -> Iterator[tuple[Natives, Opened]]:
    """Open a single file that the person named, outside any case, by the same broker and airlock.

    The scope is that file alone and the ledger is thrown away. Raises TriageError where it can't be read.
    """
    path = absolute(path)
    policy = Policy("inspect one file", "the person who named it", (Allow("file", str(path.parent), "nobody"),))
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        ledger = Ledger(Path(folder) / "ledger.jsonl", b"inspect")
        stack.callback(ledger.end)
        natives = stack.enter_context(closing(Natives(policy, ledger, settings)))
        opened = natives.open(policy.allow[0], path.name)
        if opened is None or opened.code:
            why = opened.why if opened else say("link-or-no-file")
            raise TriageError("file-unreadable", path=path, error=why)
        if opened.fd >= 0:
            stack.callback(os.close, opened.fd)
        yield natives, opened
