"""A large mailbox or archive is read by several readers, each its share, and a source that was begun is resumed.

Which members make a share is for ``wire``. Nothing is read or written here.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import count

import msgspec

from triage.indexing.identify import OpenSource
from triage.sandbox import wire
from triage.sandbox.wire import Job, Part


class Shares:
    """First shares of large files; the others follow once a reader has said that the file can be shared.

    At most so many ``readers`` share one.
    """

    def __init__(self, readers: int) -> None:
        self._readers = max(1, readers)
        self._first: dict[int, tuple[Job, int]] = {}
        self._due: list[tuple[Job, int, OpenSource]] = []

    def first(self, job: Job, fd: int, source: OpenSource) -> Job:
        """Return the job as it is to be given out: from where an earlier run stopped, and perhaps a share of it."""
        # What a source held before is met again in the order in which all its members come.
        if source.earlier is not None or (source.stale is not None and not source.stale.in_order):
            return job
        share = (0, self._readers) if fd >= 0 else (0, 1)
        if share[1] > 1:
            self._first[job.number] = (job, os.dup(fd))
        return msgspec.structs.replace(job, share=share, resume=_resume(source, share))

    def meet(self, part: Part, source: OpenSource) -> None:
        """Take note of what a source is: where it can be shared, the other shares are due."""
        if part.job in self._first:
            job, fd = self._first.pop(part.job)
            if part.type in wire.SHARED:
                others = [(number, self._readers) for number in range(1, self._readers)]
                jobs = (msgspec.structs.replace(job, share=one, resume=_resume(source, one)) for one in others)
                self._due += [(one, os.dup(fd), source) for one in jobs]
                source.jobs += len(others)
            os.close(fd)

    def due(self, numbers: count[int]) -> Iterator[tuple[Job, int, OpenSource]]:
        """Yield the jobs that are due, with their numbers, descriptors and sources."""
        while self._due:
            job, fd, source = self._due.pop()
            yield msgspec.structs.replace(job, number=next(numbers)), fd, source

    def drop(self, job: int) -> None:
        """Let go of what is kept for a job that ended before it was known what its source is."""
        if job in self._first:
            os.close(self._first.pop(job)[1])

    def close(self) -> None:
        """Let go of everything."""
        for _, fd in self._first.values():
            os.close(fd)
        for _, fd, _ in self._due:
            os.close(fd)
        self._first.clear()
        self._due.clear()


def _resume(source: OpenSource, share: tuple[int, int]) -> str:
    """Return the last of a share's members up to which all are stored: what is inside it may not be."""
    last, number = "", wire.next_in_share(0, share)
    while (member := str(number)) in source.stored:
        last, number = member, wire.next_in_share(number + 1, share)
    return last
