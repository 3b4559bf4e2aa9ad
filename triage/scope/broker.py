"""The broker: the only place in the program that opens a source file. A process of its own runs it.

It opens only what the walk found under an allowed root, after the decision is in the ledger, relative to the
descriptor of the folder in which it was found and without following a link, so that neither ``..`` nor a link put in
between can lead out. It parses nothing. A survey counts by the same walk what a scope would include, and opens nothing.
"""

from __future__ import annotations

import errno
import os
import stat
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from triage.errors import ScopeError
from triage.messages import say
from triage.model.messages import Message
from triage.model.scope import DeniedName, DeniedNames, DenyPlan, RootPlan
from triage.scope.mounts import Verdicts
from triage.scope.policy import BIND_MOUNT, HARD_LINK, NO_LINKS, NOT_A_FILE, Allow, Policy, join
from triage.scope.sources import Opened, Source, failed

CHUNK = 64  # sources decided on, and written to the ledger, at a time
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_WAY = os.O_PATH | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY
_NO_FILE = (0, 0, 0, 0)


class Broker:
    """Walks the allowed roots and opens what the policy allows; ``denials`` are path, rule and kind of what it refused.

    Whoever asks puts on record what is opened, before and after. ``beat`` is called every now and then.
    """

    def __init__(self, policy: Policy, beat: Callable[[], object] = bool) -> None:
        self._policy = policy
        self._beat = beat
        self._roots = {a.path for a in policy.allow}
        self._verdicts = Verdicts(policy)
        self._links: Counter[tuple[int, int]] | None = None
        self.denials: list[tuple[str, str, str]] = []
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

    def allowed(self, root: Allow, paths: list[str]) -> list[bool]:
        """Tell of paths under a root whether no rule denies what lies there, by any of its names."""
        if self._verdicts.outdated(root):
            os.close(self._open_root(root))
        return [self._verdicts.of(root, path).allowed for path in paths]

    def forecast(self, root: Allow, path: str = "") -> tuple[int, int]:
        """Return how many sources the walk would yield now, and their bytes; nothing is recorded."""
        files = size = 0
        looking = Broker(self._policy, self._beat)
        with suppress(ScopeError):  # what isn't there can't be counted
            for chunk in looking.walk(root, path):
                files += len(chunk)
                size += sum(max(0, source.size) for source in chunk)
                looking.denials.clear()  # there may be millions
        return files, size

    def stated(self, root: Allow, relative: str) -> tuple[int, int, int, int] | None:
        """Return size, times and inode of the file at a path, four zeros for none, None where scope or fault forbid it.

        Opens no file and follows no link. What lies under a root further in isn't there under this one.
        """
        *folders, name = relative.split("/")
        try:
            fd = self._open_root(root)
        except ScopeError:
            return None
        path = root.path
        try:
            if not self._verdicts.of(root, relative).allowed:
                return None
            for folder in folders:
                path = join(path, folder)
                if path in self._roots:
                    return _NO_FILE
                deeper = os.open(folder, _FOLDER, dir_fd=fd)
                os.close(fd)
                fd = deeper
            s = os.stat(name, dir_fd=fd, follow_symlinks=False)
            return (s.st_size, s.st_mtime_ns, s.st_ctime_ns, s.st_ino) if stat.S_ISREG(s.st_mode) else _NO_FILE
        except OSError as error:
            return _NO_FILE if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ELOOP) else None
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
                if number == len(parts) - 1:
                    last = os.stat(part, dir_fd=fd, follow_symlinks=False)
                    if not stat.S_ISDIR(last.st_mode):
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
        self._beat()
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
                links=s.st_nlink if stat.S_ISREG(s.st_mode) else 1,  # a folder by now, which has several by nature
            )

    def _open_root(self, root: Allow) -> int:
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
        self.denials.append((path, rule, kind))

    def linked_outside(self, root: Allow, file: tuple[int, int], links: int) -> Message | None:
        """Return why a file with so many hard links may not be opened: not all of them are where sources may be."""
        if links < 2 or root.allow_hard_links:
            return None
        if self._links is None:  # counted once, when the first such file is met, by a walk that opens none
            self._links = self._count_links()
        known = self._links[file]
        return say("hard-links-outside", links=links, known=known) if known < links else None

    def _count_links(self) -> Counter[tuple[int, int]]:
        links, folders = Counter[tuple[int, int]](), dict[tuple[int, int], str]()
        looking = Broker(self._policy, self._beat)
        for root in self._policy.allow:
            with suppress(ScopeError):  # what isn't there can't be counted
                for chunk in looking.walk(root):
                    if linked := [s for s in chunk if s.links > 1]:
                        s = os.fstat(chunk[0].folder)
                        folder = chunk[0].key[: -len(chunk[0].name)]
                        if folders.setdefault((s.st_dev, s.st_ino), folder) == folder:  # not by another of its names
                            links.update((s.device, s.inode) for s in linked)
        return links

    def open(self, source: Source) -> int | Opened:
        """Open a source that the walk has just yielded, once that is on record, or say why it can't be."""
        try:
            fd = os.open(source.name, _FILE, dir_fd=source.folder)
        except OSError as error:
            return failed(source, error)
        now = os.fstat(fd)
        if not stat.S_ISREG(now.st_mode):
            code, why = "unreadable", say("no-longer-a-file")
        elif linked := self.linked_outside(source.root, (now.st_dev, now.st_ino), now.st_nlink):
            code, why = HARD_LINK, linked
        else:
            return fd
        os.close(fd)
        return Opened(source, code=code, why=why)


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


def absolute(path: Path) -> Path:
    """Return the path made absolute and normalised without following links (a link is not a way into the scope)."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links


# What a scope would include, by metadata alone: it walks as an index run does, but opens and records nothing.


class Survey:
    """The files under a policy's roots, counted, no denied folder listed; ``counted`` ends it by what it raises."""

    def __init__(self, policy: Policy, earlier: Policy, counted: Callable[[int], object] = lambda files: None) -> None:
        self._earlier, self._counted, self._files = earlier, counted, 0
        self._broker = Broker(policy)
        self.new_files = self.new_bytes = 0
        self.roots = tuple(map(self._count, policy.allow))
        denials = Counter(rule for _, rule, _ in self._broker.denials)
        self.rules = tuple(DenyPlan(deny.id, deny.glob, denials.pop(deny.id, 0)) for deny in policy.deny)
        self.other = denials.total()

    def _count(self, root: Allow) -> RootPlan:
        files = size = 0
        before = len(self._broker.unlisted)
        try:
            for chunk in self._broker.walk(root):
                files += len(chunk)
                self._files += len(chunk)
                self._counted(self._files)
                size += sum(max(0, source.size) for source in chunk)
                new = [s for s in chunk if not self._earlier.judge(join(root.path, s.relative)).allowed]
                self.new_files += len(new)
                self.new_bytes += sum(max(0, source.size) for source in new)
        except ScopeError as error:
            return RootPlan(root.id, root.path, files, size, 0, error.message)
        return RootPlan(root.id, root.path, files, size, len(self._broker.unlisted) - before, None)


def denied(policy: Policy) -> DeniedNames:
    """Return the names under a policy's roots that it keeps out, a denied folder as one; nothing is opened."""
    broker, unlisted = Broker(policy), list[tuple[str, Message | str]]()
    for root in policy.allow:
        try:
            for _ in broker.walk(root):
                pass
        except ScopeError as error:
            unlisted.append((f"{root.id}:", error.message))
    reasons = {deny.id: deny.reason for deny in policy.deny}
    names = (DeniedName(path, kind, rule, reasons.get(rule, "")) for path, rule, kind in broker.denials)
    return DeniedNames(tuple(names), (*unlisted, *broker.unlisted))
