"""The broker: the only place in the program that opens a source file.

It opens only what the walk found under an allowed root, after the decision is in the ledger, relative to the
descriptor of the folder in which it was found and without following a link, so that neither ``..`` nor a link put in
between can lead out. It parses nothing.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from triage.errors import ScopeError
from triage.messages import say
from triage.model.messages import Message
from triage.scope.ledger import Ledger
from triage.scope.policy import NO_LINKS, NOT_A_FILE, Allow, Policy

MAPPED = 32 << 20
"""From this size in bytes on, a source goes to its reader as a descriptor and not as bytes."""

CHUNK = 64
"""Sources decided on, and written to the ledger, at a time."""

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY
_PIECE = 1 << 18  # what stays in the processor's cache while it is hashed: a third faster than a few MiB


@dataclass(frozen=True, slots=True)
class Source:
    """A file as found, not yet opened: its place, size in bytes, times in nanoseconds, and its folder's descriptor."""

    root: Allow
    relative: str
    name: str
    size: int
    mtime: int
    ctime: int
    inode: int
    folder: int

    @property
    def key(self) -> str:
        """``root:relative``, as in the ledger and in the store."""
        return f"{self.root.id}:{self.relative}"


@dataclass(slots=True)
class Opened:
    """A source that was read: its bytes, or the descriptor of a large one; or why it could not be (a Problem code)."""

    source: Source
    data: bytes = b""
    fd: int = -1
    size: int = 0
    sha256: str = ""
    code: str = ""
    why: Message | str = ""
    changed: bool = False


class Broker:
    """Walks the allowed roots and opens what the policy allows; ``denied`` counts what it refused, ``denials`` by rule.

    The ledger names the policy's version before anything is decided.
    """

    def __init__(self, policy: Policy, ledger: Ledger, max_bytes: int) -> None:
        ledger.under(policy.version, policy.text)
        self._policy = policy
        self._ledger = ledger
        self._max = max_bytes
        self._roots = {a.path for a in policy.allow}
        self.denied = 0
        self.denials = Counter[str]()
        self.unlisted: list[tuple[str, Message | str]] = []

    def walk(self, root: Allow, below: str = "") -> Iterator[list[Source]]:
        """Yield the sources under a root, or under one file or folder of it, in chunks of one folder, sorted by name.

        Read a chunk before you ask for the next: its folder's descriptor lives no longer. A denied folder
        is not even listed. A folder that can't be listed is put on ``unlisted`` with the reason.
        Raises ScopeError where the root itself can't be opened.
        """
        with self._descend(root, below) as (fd, prefix, only):
            if only:
                yield list(self._files(root, fd, prefix, [only]))
            else:
                yield from self._tree(root, fd, prefix)

    def unchanged(self, opened: Opened) -> bool:
        """Whether what was opened is still there as the walk found it, by size, times and inode. It opens no file."""
        source = opened.source
        try:
            with self._descend(source.root, source.relative) as (fd, _, name):
                now = os.stat(name or ".", dir_fd=fd, follow_symlinks=False)
        except (ScopeError, OSError):
            return False
        stated = (source.size, source.mtime, source.ctime, source.inode)
        return not opened.changed and stated == (now.st_size, now.st_mtime_ns, now.st_ctime_ns, now.st_ino)

    def idle(self) -> tuple[str, ...]:
        """Return the ids of the deny rules that have met nothing so far."""
        return tuple(d.id for d in self._policy.deny if d.id not in self.denials)

    def forecast(self, root: Allow, below: str = "") -> int:
        """Return about how many sources the walk will yield; it records nothing, and lists no denied folder."""
        seen, top = 0, f"{root.path}/{below}".rstrip("/")
        if Path(top).is_file():
            return 1
        for here, folders, files in os.walk(top):
            prefix = here[len(root.path) + 1 :]
            prefix = f"{prefix}/" if prefix else ""
            folders[:] = [f for f in folders if self._policy.decide(root, prefix + f).allowed]
            seen += len(files)
        return seen

    def inode(self, root_id: str, relative: str) -> int | None:
        """Return the inode of the file at a place, None where there is none, -1 where the scope or a fault forbids it.

        Opens no file and follows no link. What lies under a root further in isn't there under this one.
        """
        root = next((a for a in self._policy.allow if a.id == root_id), None)
        if root is None or not self._policy.decide(root, relative).allowed:
            return -1
        *folders, name = relative.split("/")
        try:
            fd = os.open(root.path, _FOLDER & ~os.O_NOFOLLOW)
        except OSError:
            return -1
        path = root.path
        try:
            for folder in folders:
                path = f"{path}/{folder}"
                if path in self._roots:
                    return None
                deeper = os.open(folder, _FOLDER, dir_fd=fd)
                os.close(fd)
                fd = deeper
            s = os.stat(name, dir_fd=fd, follow_symlinks=False)
            return s.st_ino if stat.S_ISREG(s.st_mode) else None
        except OSError as error:
            return None if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ELOOP) else -1
        finally:
            os.close(fd)

    @contextmanager
    def _descend(self, root: Allow, below: str) -> Iterator[tuple[int, str, str]]:
        """Open the folder to start from, component by component; a last component that is a file comes back by name."""
        try:
            fd = os.open(root.path, _FOLDER & ~os.O_NOFOLLOW)
        except OSError as error:
            raise ScopeError("root-unopened", root=root.id, path=root.path, error=error.strerror) from error
        parts = [p for p in below.split("/") if p]
        if ".." in parts:
            os.close(fd)
            raise ScopeError("path-leads-out", folder=root.path, path=below, root=root.id)
        prefix, only = "", ""
        try:
            for number, part in enumerate(parts):
                if number == len(parts) - 1 and not _is_folder(fd, part):
                    only = part
                    break
                deeper = os.open(part, _FOLDER, dir_fd=fd)
                os.close(fd)
                fd, prefix = deeper, f"{prefix}{part}/"
            yield fd, prefix, only
        except OSError as error:
            raise ScopeError("path-unopened", folder=root.path, path=below, error=error.strerror) from error
        finally:
            os.close(fd)

    def _tree(self, root: Allow, fd: int, prefix: str) -> Iterator[list[Source]]:
        """Walk a folder by an explicit stack, so that no nesting of folders can exhaust Python's."""
        stack = [(fd, prefix, *self._list(root, fd, prefix))]
        try:
            while stack:
                here, path, files, folders = stack[-1]
                if files:
                    names, files[:] = files[:CHUNK], files[CHUNK:]
                    yield list(self._files(root, here, path, names))
                elif folders:
                    name = folders.pop(0)
                    if f"{root.path}/{path}{name}" in self._roots:
                        continue
                    try:
                        deeper = os.open(name, _FOLDER, dir_fd=here)
                    except OSError as error:
                        self.unlisted.append((f"{root.id}:{path}{name}/", error.strerror or say("folder-unreadable")))
                        continue
                    stack.append((deeper, f"{path}{name}/", *self._list(root, deeper, f"{path}{name}/")))
                else:
                    stack.pop()
                    if here != fd:
                        os.close(here)
        finally:
            for here, *_ in stack[1:]:
                os.close(here)

    def _list(self, root: Allow, fd: int, prefix: str) -> tuple[list[str], list[str]]:
        files: list[str] = []
        folders: list[str] = []
        try:
            with os.scandir(fd) as entries:
                for entry in entries:
                    if entry.is_symlink():
                        self._refuse(f"{root.id}:{prefix}{entry.name}", NO_LINKS, "link")
                    elif entry.is_dir(follow_symlinks=False):
                        if self._passes(root, f"{prefix}{entry.name}", "folder"):
                            folders.append(entry.name)
                    elif entry.is_file(follow_symlinks=False):
                        files.append(entry.name)
                    else:
                        self._refuse(f"{root.id}:{prefix}{entry.name}", NOT_A_FILE, "special")
        except OSError as error:
            self.unlisted.append((f"{root.id}:{prefix}", error.strerror or say("folder-unreadable")))
        return sorted(files), sorted(folders)

    def _files(self, root: Allow, fd: int, prefix: str, names: list[str]) -> Iterator[Source]:
        for name in names:
            relative = prefix + name
            if not self._passes(root, relative, "file"):
                continue
            try:
                s = os.stat(name, dir_fd=fd, follow_symlinks=False)
            except OSError:
                # Listed and gone: the open will say so, and that goes on record.
                yield Source(root=root, relative=relative, name=name, size=-1, mtime=0, ctime=0, inode=0, folder=fd)
                continue
            if stat.S_ISLNK(s.st_mode):
                self._refuse(f"{root.id}:{relative}", NO_LINKS, "link")
                continue
            yield Source(
                root=root,
                relative=relative,
                name=name,
                size=s.st_size,
                mtime=s.st_mtime_ns,
                ctime=s.st_ctime_ns,
                inode=s.st_ino,
                folder=fd,
            )

    def _passes(self, root: Allow, relative: str, kind: str) -> bool:
        verdict = self._policy.decide(root, relative)
        if not verdict.allowed:
            self._refuse(f"{root.id}:{relative}", verdict.rule, kind)
        return verdict.allowed

    def _refuse(self, path: str, rule: str, kind: str) -> None:
        self.denied += 1
        self.denials[rule] += 1
        self._ledger.deny(path, rule, kind)

    def read(self, sources: list[Source]) -> Iterator[Opened]:
        """Open and read sources that the walk has just yielded, each after its decision was written to the ledger."""
        for source in sources:
            self._ledger.allow(source.key, source.root.id)
        self._ledger.flush()
        for source in sources:
            opened = self._read(source)
            if opened.code:
                self._ledger.failed(source.key, opened.code)
            else:
                self._ledger.close(source.key, opened.size, opened.sha256)
            yield opened

    def _read(self, source: Source) -> Opened:
        try:
            fd = os.open(source.name, _FILE, dir_fd=source.folder)
        except OSError as error:
            return _failed(source, error)
        keep = False
        try:
            before = os.fstat(fd)
            if not stat.S_ISREG(before.st_mode):
                return Opened(source, code="unreadable", why=say("no-longer-a-file"))
            if before.st_size > self._max:
                return Opened(source, code="limit-size", why=say("over-max-file", size=before.st_size))
            opened = self._take(source, fd, before.st_size)
            after = os.fstat(fd)
            opened.changed = (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns)
            opened.changed |= opened.size != before.st_size
            keep = opened.fd >= 0
            return opened
        except OSError as error:
            return _failed(source, error)
        finally:
            if not keep:
                os.close(fd)

    def _take(self, source: Source, fd: int, size: int) -> Opened:
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


def _is_folder(fd: int, name: str) -> bool:
    return stat.S_ISDIR(os.stat(name, dir_fd=fd, follow_symlinks=False).st_mode)


def _failed(source: Source, error: OSError) -> Opened:
    vanished = error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ESTALE)
    return Opened(source, code="vanished" if vanished else "unreadable", why=error.strerror or str(error))


def absolute(path: Path) -> Path:
    """Return the path made absolute and normalised without following links (a link is not a way into the scope)."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links
