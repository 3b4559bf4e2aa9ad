"""A source before and after it is opened, as the broker hands it on, and how it is read then."""

from __future__ import annotations

import ctypes
import errno
import hashlib
import os
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import msgspec

from triage.messages import say
from triage.model.messages import Message
from triage.scope.policy import Allow

MAPPED = 8 << 20  # from this size in bytes on, a source goes to its reader as a descriptor and not as bytes
YOUNG = 2 * 10**9  # nanoseconds after a file's last change within which another one might leave no trace in its times
_KEEP_TIMES = frozenset(
    (0xEF53, 0x58465342, 0x9123683E, 0x2FC12FC1, 0xF2F52010, 0xCA451A4E, 0x01021994, 0x794C7630, 0x73717368, 0x9660)
)
"""ext2 to ext4, XFS, Btrfs, ZFS, F2FS, bcachefs, tmpfs, overlayfs, SquashFS and ISO 9660, by their numbers.

There (statfs(2)), every write through this kernel shows in a file's times; elsewhere, as on network shares and with
FUSE or FAT, that isn't known.
"""
_PIECE = 1 << 18  # what stays in the processor's cache while it is hashed: a third faster than a few MiB


class Source(NamedTuple):
    """A file as found, not yet opened: size in bytes, times in nanoseconds, ``links`` is how many hard links it has."""

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
    """A source that was read: its bytes, or the descriptor of a large one; or why it could not be (a Problem code).

    ``stamp`` is what ``altered`` compares where the descriptor is of the source itself, not of a copy.
    ``start_sha256`` is the hash of as many of its first bytes as were asked for.
    """

    source: Source
    data: bytes = b""
    fd: int = -1
    size: int = 0
    sha256: str = ""
    code: str = ""
    why: Message | str = ""
    changed: bool = False
    stamp: tuple[int, int, int] | None = None
    start_sha256: str = ""


def read(source: Source, fd: int, most: int, folder: Path | None = None, start: int = 0) -> Opened:
    """Read a source that is open, if it has no more than ``most`` bytes, and hash its first ``start`` bytes besides.

    A large one stays open; where its times don't show whether it changes meanwhile, a copy without a name takes its
    place, in ``folder`` or that for temporary files.
    """
    keep = False
    try:
        before = _stamp(fd)
        if before[0] > most:
            return Opened(source, code="limit-size", why=say("over-max-file", size=before[0]))
        opened = _take(source, fd, before, folder, start)
        opened.changed = opened.stamp is None and (before[:2] != _stamp(fd)[:2] or opened.size != before[0])
        keep = opened.fd == fd
        return opened
    except OSError as error:
        return failed(source, error)
    finally:
        if not keep:
            os.close(fd)


def altered(opened: Opened) -> bool:
    """Whether a source that is open may hold something else by now than what was hashed; that never changes back.

    What a reader gave before this is asked is of the bytes that were hashed. Where only the time of the last change of
    any kind differs, as after a chmod, they are hashed again.
    """
    if opened.stamp is None or opened.changed or (now := _stamp(opened.fd)) == opened.stamp:
        return opened.changed and opened.stamp is not None
    opened.changed = now[:2] != opened.stamp[:2] or _digest(opened.fd)[1] != opened.sha256 or _stamp(opened.fd) != now
    opened.stamp = now
    return opened.changed


def _take(source: Source, fd: int, before: tuple[int, int, int], folder: Path | None, start: int) -> Opened:
    size, _, ctime = before
    if size < MAPPED:
        data = os.read(fd, size + 1)
        while len(data) != size and (more := os.read(fd, size + 1 - len(data))):
            data += more
        start_sha256 = hashlib.sha256(memoryview(data)[:start]).hexdigest() if start else ""
        return Opened(source, data, -1, len(data), hashlib.sha256(data).hexdigest(), start_sha256=start_sha256)
    if time.time_ns() - ctime >= YOUNG and keeps_times(fd):
        count, digest, start_sha256 = _digest(fd, start=start)
        if _stamp(fd) == before:
            return Opened(source, b"", fd, count, digest, stamp=before, start_sha256=start_sha256)
    try:
        with tempfile.TemporaryFile(dir=folder) as copy:
            count, digest, start_sha256 = _digest(fd, copy.fileno(), start)
            kept = os.open(f"/proc/self/fd/{copy.fileno()}", os.O_RDONLY | os.O_CLOEXEC)
            return Opened(source, b"", kept, count, digest, start_sha256=start_sha256)
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        return Opened(
            source, code="unreadable", why=say("no-room-for-copy", size=size, folder=folder or tempfile.gettempdir())
        )


def _stamp(fd: int) -> tuple[int, int, int]:
    now = os.fstat(fd)
    return now.st_size, now.st_mtime_ns, now.st_ctime_ns


def _digest(fd: int, copy: int = -1, start: int = 0) -> tuple[int, str, str]:
    """Return how many bytes a file has, and the SHA-256 of all and of the first ``start``.

    ``copy`` is written on the way.
    """
    digest, count, start_sha256 = hashlib.sha256(), 0, ""
    while piece := os.pread(fd, _PIECE, count):
        if count < start <= count + len(piece):
            before = digest.copy()
            before.update(memoryview(piece)[: start - count])
            start_sha256 = before.hexdigest()
        digest.update(piece)
        count += len(piece)
        rest = memoryview(piece) if copy >= 0 else b""
        while rest:
            rest = rest[os.write(copy, rest) :]
    return count, digest.hexdigest(), start_sha256


def keeps_times(fd: int) -> bool:
    statfs = (ctypes.c_long * 32)()
    return not ctypes.CDLL(None).fstatfs(fd, statfs) and statfs[0] & 0xFFFFFFFF in _KEEP_TIMES


def failed(source: Source, error: OSError) -> Opened:
    vanished = error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ESTALE)
    return Opened(source, code="vanished" if vanished else "unreadable", why=error.strerror or str(error))
