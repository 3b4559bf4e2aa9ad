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
from contextlib import contextmanager, suppress
from pathlib import Path

from triage.errors import ScopeError
from triage.messages import say
from triage.model.messages import Message
from triage.scope.ledger import Ledger
from triage.scope.mounts import Verdicts
from triage.scope.policy import BIND_MOUNT, HARD_LINK, NO_LINKS, NOT_A_FILE, Allow, Policy, join
from triage.scope.sources import Opened, Source

MAPPED = 32 << 20
"""From this size in bytes on, a source goes to its reader as a descriptor and not as bytes."""

CHUNK = 64
"""Sources decided on, and written to the ledger, at a time."""

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_WAY = os.O_PATH | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY
_PIECE = 1 << 18  # what stays in the processor's cache while it is hashed: a third faster than a few MiB


class Broker:
    """Walks the allowed roots and opens what the policy allows; ``denied`` counts what it refused, ``denials`` by rule.

    The ledger names the policy's version before anything is decided.
    """

    def __init__(self, policy: Policy, ledger: Ledger | None, max_bytes: int) -> None:
        if ledger is not None:  # without one, it only looks
            ledger.under(policy.version, policy.text)
        self._policy = policy
        self._ledger = ledger
        self._max = max_bytes
        self._roots = {a.path for a in policy.allow}
        self._verdicts = Verdicts(policy)
        self._links: Counter[tuple[int, int]] | None = None
        self.denied = self.denied_members = 0
        self.denials = Counter[str]()
        self.unlisted: list[tuple[str, Message | str]] = []

    def walk(self, root: Allow, path: str = "") -> Iterator[list[Source]]:
        """Yield the sources under a root, or under one file or folder of it, in chunks of one folder, sorted by name.

        Read a chunk before you ask for the next: its folder's descriptor lives no longer. A denied folder
        is not even listed. A folder that can't be listed is put on ``unlisted`` with the reason.
        Raises ScopeError where the root itself can't be opened.
        """
        with self._descend(root, path) as (fd, prefix, only):
            if only:
                yield list(self._files(root, fd, prefix, [only]))
            elif not prefix or self._passes(root, prefix[:-1], "folder"):
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

    def allows(self, root: Allow, relative: str) -> bool:
        """Whether no rule denies what lies at a path under a root that was walked, by any of its names."""
        return self._verdicts.of(root, relative).allowed

    def idle(self, first: bool = True) -> tuple[str, ...]:
        """Return the ids of the deny rules that have met nothing so far.

        Where this isn't the ``first`` time that everything is read, others may have met members of unchanged files.
        """
        met = self.denials.keys() | set(() if first else self._policy.for_members.rules)
        return tuple(d.id for d in self._policy.deny if d.id not in met)

    def deny_member(self, source: Source, member: str, path: str, rule: str) -> None:
        """Put on record that what is at a path inside a source was not extracted; ``member`` are its ordinals."""
        self.denied_members += 1
        self.denials[rule] += 1
        if self._ledger is not None:
            self._ledger.deny(f"{source.key}\0{member}\0{path}", rule, "member")

    def forecast(self, root: Allow, path: str = "") -> int:
        """Return about how many sources the walk will yield; it records nothing, and lists no denied folder."""
        try:
            os.close(self._open_root(root))
        except ScopeError:
            return 0
        seen, top = 0, join(root.path, path).rstrip("/") or "/"
        if Path(top).is_file():
            return 1
        for here, folders, files in os.walk(top):
            prefix = here[len(join(root.path, "")) :]
            prefix = f"{prefix}/" if prefix else ""
            folders[:] = [f for f in folders if self._verdicts.of(root, prefix + f).allowed]
            folders[:] = [
                f for f in folders if not self._verdicts.outside(root, prefix + f) and join(here, f) not in self._roots
            ]
            seen += len(files)
        return seen

    def inode(self, root_id: str, relative: str) -> int | None:
        """Return the inode of the file at a place, None where there is none, -1 where the scope or a fault forbids it.

        Opens no file and follows no link. What lies under a root further in isn't there under this one.
        """
        root = next((a for a in self._policy.allow if a.id == root_id), None)
        if root is None:
            return -1
        *folders, name = relative.split("/")
        try:
            fd = self._open_root(root)
        except ScopeError:
            return -1
        path = root.path
        try:
            if not self._verdicts.of(root, relative).allowed:
                return -1
            for folder in folders:
                path = join(path, folder)
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
    def _descend(self, root: Allow, path: str) -> Iterator[tuple[int, str, str]]:
        """Open the folder to start from, component by component; a last component that is a file comes back by name."""
        fd = self._open_root(root)
        parts = [p for p in path.split("/") if p]
        if ".." in parts:
            os.close(fd)
            raise ScopeError("path-leads-out", folder=root.path, path=path, root=root.id)
        prefix, only = "", ""
        try:
            for number, part in enumerate(parts):
                if number == len(parts) - 1 and not _is_folder(fd, part):
                    only = part
                    break
                deeper = os.open(part, _FOLDER, dir_fd=fd)
                os.close(fd)
                fd = deeper
                if source := self._verdicts.outside(root, prefix + part):
                    why = say("mounted-from-outside", path=source)
                    raise ScopeError("path-unopened", folder=root.path, path=prefix + part, error=why)
                prefix = f"{prefix}{part}/"
            yield fd, prefix, only
        except OSError as error:
            raise ScopeError("path-unopened", folder=root.path, path=path, error=error.strerror) from error
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
                    if join(root.path, path + name) in self._roots:
                        continue
                    try:
                        deeper = os.open(name, _FOLDER, dir_fd=here)
                    except OSError as error:
                        self.unlisted.append((f"{root.id}:{path}{name}/", error.strerror or say("folder-unreadable")))
                        continue
                    if self._verdicts.outdated(root):  # something was mounted meanwhile, perhaps here
                        os.close(self._open_root(root))
                        if not self._passes(root, path + name, "folder"):
                            os.close(deeper)
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
                device=s.st_dev,
                links=s.st_nlink,
            )

    def _open_root(self, root: Allow) -> int:
        """Open a root, and learn under which other names a rule may deny what lies in it."""
        fd = _open_way(root)
        try:
            self._verdicts.learn(root, fd)
            if not (verdict := self._verdicts.of(root, "")).allowed:
                raise ScopeError("path-denied", path=root.path, rule=verdict.rule)
        except ScopeError:
            os.close(fd)
            raise
        return fd

    def _passes(self, root: Allow, relative: str, kind: str) -> bool:
        verdict = self._verdicts.of(root, relative)
        if not verdict.allowed:
            self._refuse(f"{root.id}:{relative}", verdict.rule, kind)
        elif source := self._verdicts.outside(root, relative):
            self._refuse(f"{root.id}:{relative}", BIND_MOUNT, kind)
            end = "/" if kind == "folder" else ""
            self.unlisted.append((f"{root.id}:{relative}{end}", say("mounted-from-outside", path=source)))
            return False
        return verdict.allowed

    def _refuse(self, path: str, rule: str, kind: str) -> None:
        self.denied += 1
        self.denials[rule] += 1
        if self._ledger is not None:
            self._ledger.deny(path, rule, kind)

    def _linked_outside(self, root: Allow, file: tuple[int, int], links: int) -> Message | None:
        """Return why a file with so many hard links may not be opened: not all of them are where sources may be.

        They are counted once, when the first file with several is met, by a walk that opens no file.
        """
        if links < 2 or root.allow_hard_links:
            return None
        if self._links is None:
            self._links = self._count_links()
        known = self._links[file]
        return say("hard-links-outside", links=links, known=known) if known < links else None

    def _count_links(self) -> Counter[tuple[int, int]]:
        links, folders = Counter[tuple[int, int]](), dict[tuple[int, int], str]()
        looking = Broker(self._policy, None, self._max)
        for root in self._policy.allow:
            with suppress(ScopeError):  # what isn't there can't be counted
                for chunk in looking.walk(root):
                    if linked := [s for s in chunk if s.links > 1]:
                        s = os.fstat(chunk[0].folder)
                        folder = chunk[0].key[: -len(chunk[0].name)]
                        if folders.setdefault((s.st_dev, s.st_ino), folder) == folder:  # not by another of its names
                            links.update((s.device, s.inode) for s in linked)
        return links

    def read(self, sources: list[Source]) -> Iterator[Opened]:
        """Open and read sources that the walk has just yielded, each after its decision was written to the ledger."""
        assert self._ledger is not None, "it only looks"
        linked: dict[str, Message] = {}
        for source in sources:
            if why := self._linked_outside(source.root, (source.device, source.inode), source.links):
                linked[source.key] = why
                self._ledger.deny(source.key, HARD_LINK, "file")
            else:
                self._ledger.allow(source.key, source.root.id)
        self._ledger.flush()
        for source in sources:
            if source.key in linked:
                yield Opened(source, code=HARD_LINK, why=linked[source.key])
                continue
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
            if why := self._linked_outside(source.root, (before.st_dev, before.st_ino), before.st_nlink):
                return Opened(source, code=HARD_LINK, why=why)
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


def _open_way(root: Allow) -> int:
    """Open a root name by name without following a link; raises ScopeError where that can't be done."""
    fd = os.open("/", _WAY)
    try:
        for name in [*filter(None, root.path.split("/")), "."]:
            deeper = os.open(name, _WAY if name != "." else _FOLDER, dir_fd=fd)
            os.close(fd)
            fd = deeper
    except OSError as error:
        os.close(fd)
        real = os.path.realpath(root.path)
        if real != root.path:
            raise ScopeError("root-through-link", root=root.id, path=root.path, real=real) from error
        raise ScopeError("root-unopened", root=root.id, path=root.path, error=error.strerror) from error
    return fd


def _is_folder(fd: int, name: str) -> bool:
    return stat.S_ISDIR(os.stat(name, dir_fd=fd, follow_symlinks=False).st_mode)


def _failed(source: Source, error: OSError) -> Opened:
    vanished = error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ESTALE)
    return Opened(source, code="vanished" if vanished else "unreadable", why=error.strerror or str(error))


def absolute(path: Path) -> Path:
    """Return the path made absolute and normalised without following links (a link is not a way into the scope)."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links
