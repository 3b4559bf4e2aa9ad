"""What tests ask of a pool's real reader processes."""

from __future__ import annotations

from triage.sandbox.parent.pool import Pool
from triage.sandbox.wire import Job, Part


def answered(pool: Pool) -> bool:
    """Whether a small text that is given to the pool comes back as it is."""
    pool.submit(Job(1, "note.txt", b"kestrel"))
    got = []
    while pool.busy:
        got += pool.replies()
    return [text for part in got if isinstance(part, Part) for _, text in part.segments] == ["kestrel"]


def readers_of(pool: Pool) -> list[int]:
    """Return the numbers of the pool's reader processes that have said that they are there."""
    return [reader.process for reader in pool._readers if reader.process]
