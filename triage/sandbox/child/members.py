"""Single members of a source, for an export or to be looked at, without reading the others.

The containers on the way to the last member stay open, so that the next one costs little. A member whose location in
its container was recorded is found there, and its hash shows whether it still is; otherwise the container is walked on
to it as when it was indexed.
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
import mmap
import os
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from triage.model.items import Child, Trouble
from triage.parsers import by_type
from triage.parsers.kit.contract import Data
from triage.sandbox.child.parsing import LimitedParsing
from triage.sandbox.wire import Job, Want
from triage.settings import Settings

_PIECE = 1 << 20
_PASSING = ("limit-time", "limit-memory", "limit-stopped")
"""Troubles after which the next member is looked for from the start."""
_SILENCE = 1.0  # longest time without a sign that a walk goes on, in seconds


class _Container:
    """A container on the way: how far the walk through it is, the member had last, and what is open inside that.

    ``media`` is its type as indexed, which says how its members are found by location; "" where it is to be walked.
    """

    def __init__(self, parsing: SourceMembers, data: Data, name: str, declared: str, media: str) -> None:
        self._parsing = parsing
        self._data = data
        self._context = parsing.context(name, declared)
        self._media = media
        self._at: Callable[[str], Child | None] | None = None
        self._walk: Iterator[Child] | None = None
        self._next = 0
        self._inner: _Container | None = None
        self._number = -1
        self._child: Child | None = None

    def inside(self, child: Child, media: str) -> _Container:
        if self._inner is None:
            self._inner = _Container(self._parsing, child.data, child.name or "", child.declared or "", media)
        return self._inner

    def member(self, number: int, location: str) -> Child | None:
        if number != self._number:
            self._inner, self._number = None, number
            self._child = self._located(location) if location and self._media else self._walked(number)
        return self._child

    def _located(self, location: str) -> Child | None:
        child = self._parsing.attempt(partial(self._find, location))
        if isinstance(child, Trouble):
            self._parsing.troubles.append(child)
            return None
        return child and (self._parsing.instead(child) or child)

    def _find(self, location: str) -> Child | None:
        if self._at is None:
            form = by_type(self._media)
            self._at = (form.members and form.members(self._data, self._context)) if form else None
        return self._at(location) if self._at else None

    def _walked(self, number: int) -> Child | None:
        if self._walk is None or number < self._next:
            extract = self._parsing.extract(self._data, self._context)
            self._parsing.troubles += extract.troubles
            self._walk, self._next = self._parsing.children(extract, self._parsing.troubles), 0
        shown = time.monotonic()
        for child in self._walk:
            self._next += 1
            if self._next > number:
                return child
            if time.monotonic() > shown + _SILENCE:
                shown = time.monotonic()
                self._parsing.alive()
        return None


class SourceMembers(LimitedParsing):
    """The members of one source, and the ``troubles`` in finding one; ``alive`` is called during a long walk."""

    def __init__(self, data: Data, name: str, settings: Settings, job: Job) -> None:
        super().__init__(settings, len(data), job)
        self.denied: Child | None = None
        self.alive: Callable[[], None] = lambda: None
        self.troubles: list[Trouble] = []
        self._data = data
        self._name = name
        self._tops: dict[bool, _Container] = {}

    def native(self, want: Want) -> bytes | None:
        """Return the bytes of a member, or of what is in its place now, None where nothing is."""
        if not want.member:
            return self._data[:]
        self._allowance.renew()
        self.troubles.clear()
        self.denied = None
        ordinals = [int(ordinal) for ordinal in want.member.split(".")]
        data = None
        if len(want.way) == len(ordinals) and any(location for _, location in want.way):
            data = self._find(ordinals, want.way)
        if self.denied is None and (data is None or hashlib.sha256(data).hexdigest() != want.sha256):
            data = self._find(ordinals, [("", "")] * len(ordinals))
        if data is None and any(trouble.code in _PASSING for trouble in self.troubles):
            self._tops.clear()
        return data

    def _find(self, ordinals: list[int], way: Sequence[tuple[str, str]]) -> bytes | None:
        media = way[0][0]
        if bool(media) not in self._tops:
            self._tops[bool(media)] = _Container(self, self._data, self._name, "", media)
        container = self._tops[bool(media)]
        child: Child | None = None
        for number, (media, location) in zip(ordinals, way, strict=True):
            if child is not None:
                container = container.inside(child, media)
            child = container.member(number, location)
            if child is None:
                return None
            if child.denied:
                self.denied = child
                return None
        return child.data if child and not child.lost else None


class KeptSource:
    """The source whose members were wanted last, which stays mapped; ``mapped_kib`` is how much that is."""

    def __init__(self) -> None:
        self._number = 0
        self._stack = contextlib.ExitStack()
        self._members: SourceMembers | None = None
        self.mapped_kib = 0

    def has(self, job: Job) -> bool:
        return bool(job.kept) and job.kept == self._number

    def members(self, job: Job, fd: int, settings: Settings, alive: Callable[[], None]) -> SourceMembers:
        """Return the members of a job's source, with what is known of them where it is the one before's."""
        if self._members is None or not self.has(job):
            self._members = None
            self._stack.close()
            data = self._stack.enter_context(whole(job, fd))
            self._number, self.mapped_kib = job.kept, job.mapped >> 10
            self._members = SourceMembers(data, job.name, settings, job)
        elif fd >= 0:
            os.close(fd)
        self._members.alive = alive
        return self._members


@contextlib.contextmanager
def whole(job: Job, fd: int) -> Iterator[Data]:
    """Yield a job's data, memory-mapped where they came as a descriptor, or read where they can't be mapped."""
    if not job.mapped:
        yield job.data
        return
    try:
        data = _mapped(fd, job.mapped)
    finally:
        os.close(fd)
    try:
        yield data
    finally:
        if isinstance(data, mmap.mmap):
            _let_go(data)


def _mapped(fd: int, size: int) -> Data:
    try:
        return mmap.mmap(fd, size, flags=mmap.MAP_PRIVATE, prot=mmap.PROT_READ)  # not every file system can share maps
    except OSError:
        pieces, at = [], 0
        while piece := os.pread(fd, min(_PIECE, size - at), at):
            pieces.append(piece)
            at += len(piece)
        if at < size:
            raise
        return b"".join(pieces)


def _let_go(data: mmap.mmap) -> None:
    """Close a map; where a parser's leavings still hold a view of it, they are looked for first."""
    try:
        data.close()
    except BufferError:
        gc.collect()
        with contextlib.suppress(BufferError):  # its memory goes when the view does
            data.close()
