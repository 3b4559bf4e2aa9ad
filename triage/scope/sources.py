"""A source before and after it is opened, as the broker hands it on, and how it is read then."""

from __future__ import annotations

import errno
import hashlib
import os
from typing import NamedTuple

import msgspec

from triage.messages import say
from triage.model.messages import Message
from triage.scope.policy import Allow

MAPPED = 8 << 20
"""From this size in bytes on, a source goes to its reader as a descriptor and not as bytes."""

_PIECE = 1 << 18  # what stays in the processor's cache while it is hashed: a third faster than a few MiB


class Source(NamedTuple):
    """A file as found, not yet opened: its place, size in bytes, times in nanoseconds, and its folder's descriptor.

    ``links`` is how many hard links it has, on its ``device``.
    """

    root: Allow
    relative: str
    name: str
    size: int
    mtime: int
    ctime: int
    inode: int
    folder: int
    device: int = 0
    links: int = 1

    @property
    def key(self) -> str:
        """``root:relative``, as in the ledger and in the store."""
        return f"{self.root.id}:{self.relative}"


class Opened(msgspec.Struct):
    """A source that was read: its bytes, or the descriptor of a large one; or why it could not be (a Problem code)."""

    source: Source
    data: bytes = b""
    fd: int = -1
    size: int = 0
    sha256: str = ""
    code: str = ""
    why: Message | str = ""
    changed: bool = False


def read(source: Source, fd: int, most: int) -> Opened:
    """Read a source that is open, if it has no more than ``most`` bytes; a large one stays open."""
    keep = False
    try:
        before = os.fstat(fd)
        if before.st_size > most:
            return Opened(source, code="limit-size", why=say("over-max-file", size=before.st_size))
        opened = _take(source, fd, before.st_size)
        after = os.fstat(fd)
        opened.changed = (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns)
        opened.changed |= opened.size != before.st_size
        keep = opened.fd >= 0
        return opened
    except OSError as error:
        return failed(source, error)
    finally:
        if not keep:
            os.close(fd)


def _take(source: Source, fd: int, size: int) -> Opened:
    if size < MAPPED:
        data = os.read(fd, size + 1)
        while len(data) != size and (more := os.read(fd, size + 1 - len(data))):
            data += more
        return Opened(source, data, -1, len(data), hashlib.sha256(data).hexdigest())
    digest, count = hashlib.sha256(), 0
    while piece := os.pread(fd, _PIECE, count):
        digest.update(piece)
        count += len(piece)
    return Opened(source, b"", fd, count, digest.hexdigest())


def failed(source: Source, error: OSError) -> Opened:
    """Return why a source can't be opened or read."""
    vanished = error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ESTALE)
    return Opened(source, code="vanished" if vanished else "unreadable", why=error.strerror or str(error))
