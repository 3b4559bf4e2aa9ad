"""What tests ask of a pool's real reader processes."""

from __future__ import annotations

import pytest

from triage.sandbox.child.worker import SourceReading
from triage.sandbox.parent import pool
from triage.sandbox.parent.distributed_pool import DistributedPool
from triage.sandbox.parent.pool import Pool
from triage.sandbox.wire import Job, Part, Reply
from triage.settings import Settings


def read_by(module: str, patch: pytest.MonkeyPatch) -> None:
    """Let pools start the readers of ``tests.sandbox.module``."""
    start = pool._START.replace("triage.sandbox.child.worker import main", f"tests.sandbox.{module} import main")
    patch.setattr(pool, "_START", start)


def parts_of(data: bytes, name: str, settings: Settings | None = None) -> list[Part]:
    """Return the parts that a reader in this process makes of a source."""
    replies: list[Reply] = []
    SourceReading(Job(1, name, data), settings or Settings(), replies.append).read(data, name, "")
    return [reply for reply in replies if isinstance(reply, Part)]


def replies_of(readers: Pool | DistributedPool) -> list[Reply]:
    """Return all that readers still owe."""
    replies: list[Reply] = []
    while readers.busy:
        replies += readers.replies()
    return replies


def answered(readers: Pool) -> bool:
    """Whether a small text that is given to them comes back as it is."""
    readers.submit(Job(1, "note.txt", b"kestrel"))
    return [text for part in replies_of(readers) if isinstance(part, Part) for _, text in part.segments] == ["kestrel"]


def readers_of(readers: Pool) -> list[int]:
    """Return the numbers of a pool's reader processes that have said that they are there."""
    return [reader.process for reader in readers._readers if reader.process]
