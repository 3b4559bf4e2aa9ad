"""Links and mounts: the other names under which a folder can be reached. No source is opened or listed here.

A folder that is mounted somewhere else, or in which something lies that is, has other names as well, which
``/proc/self/mountinfo`` lists; a rule that denies one of them applies.
"""

from __future__ import annotations

import errno
import os
import re
import select
from functools import cache
from pathlib import Path
from threading import Lock

import msgspec

from triage.errors import CaseError, ScopeError
from triage.scope.policy import Allow, Policy, Verdict, below, check_roots, join


class Mount(msgspec.Struct, frozen=True):
    """A mount: the folder ``root`` of a device's file system is to be seen at ``point``."""

    number: str
    device: str
    root: str
    point: str


class Names(msgspec.Struct, frozen=True):
    """Other names of what lies in a folder.

    ``aliases`` are pairs of a path in it, "" for itself, and an absolute path that leads to the same. ``mounted`` are
    the paths in it at which something is mounted, each with pairs of another name of that and the point of the mount
    that gives the name, "" if no other mount shows the same.
    """

    aliases: list[tuple[str, str]]
    mounted: dict[str, list[tuple[str, str]]]


class Mounts:
    def __init__(self) -> None:
        self._fd = os.open("/proc/self/mountinfo", os.O_RDONLY | os.O_CLOEXEC)
        self._news = select.poll()
        self._news.register(self._fd, select.POLLPRI)
        self._lock = Lock()
        self.version = 0
        self._read()

    def refresh(self) -> int:
        """Read the mounts again if they have changed; the number returned is another one then."""
        with self._lock:
            if self._news.poll(0):
                self._read()
        return self.version

    def _read(self) -> None:
        data = b""
        while piece := os.pread(self._fd, 1 << 16, len(data)):  # one page at a time
            data += piece
        fields = [[_unescaped(field) for field in line.split(b" ")[:5]] for line in data.splitlines()]
        self._mounts = [Mount(number, device, root, point) for number, _, device, root, point in fields]
        self.version += 1

    def names(self, fd: int) -> Names:
        path = str(Path(f"/proc/self/fd/{fd}").readlink())
        number = Path(f"/proc/self/fdinfo/{fd}").read_text().partition("mnt_id:")[2].split()[0]
        own = next((mount for mount in self._mounts if mount.number == number), None)
        if own is None:  # it was unmounted meanwhile
            raise ScopeError("mounts-unreadable", error=os.strerror(errno.ENOENT))
        names = self._aliases(own, _inside(own.root, below(own.point, path) or ""))
        aliases = [(inside, name) for inside, name, _ in names]
        mounted: dict[str, list[tuple[str, str]]] = {}
        for mount in self._mounts:
            if (point := below(path, mount.point)) and mount != own:
                names = self._aliases(mount, mount.root)
                shown = mounted.setdefault(point, [])
                shown += [(name, by.point if self._shown_twice(by) else "") for inside, name, by in names if not inside]
                aliases += [(_inside(point, inside), name) for inside, name, _ in names]
        return Names(aliases, mounted)

    def _aliases(self, own: Mount, path: str) -> list[tuple[str, str, Mount]]:
        """Return where a path of a mount's file system, or something in it, is to be seen by other mounts."""
        names: list[tuple[str, str, Mount]] = []
        for mount in self._mounts:
            if mount.device != own.device or mount == own:
                continue
            if (inside := below(mount.root, path)) is not None:
                names.append(("", _inside(mount.point, inside), mount))
            elif (inside := below(path, mount.root)) is not None:
                names.append((inside, mount.point, mount))
        return names

    def _shown_twice(self, mount: Mount) -> bool:
        return any(not inside for inside, *_ in self._aliases(mount, mount.root))


def _inside(folder: str, path: str) -> str:
    """Return a path in a folder, "" for the folder itself, without a slash at its end: it may be a file."""
    return join(folder, path) if path else folder


def _unescaped(field: bytes) -> str:
    return os.fsdecode(re.sub(rb"\\([0-7]{3})", lambda octal: bytes([int(octal[1], 8)]), field))


@cache
def mounts() -> Mounts:
    """Return this process's view of its mounts; raises ScopeError where the system doesn't list them."""
    try:
        return Mounts()
    except OSError as error:
        raise ScopeError("mounts-unreadable", error=error.strerror) from error


class Verdicts:
    """What a policy says of sources under every name that they have. ``learn`` a root before asking about it."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._mounts = mounts()
        self._names: dict[str, Names] = {}
        self._versions: dict[str, int] = {}

    def outdated(self, root: Allow) -> bool:
        return self._mounts.refresh() != self._versions.get(root.id)

    def learn(self, root: Allow, fd: int) -> None:
        """Learn the other names of what lies under an open root; another thread may go on asking meanwhile."""
        version = self._mounts.refresh()
        if self._versions.get(root.id) != version:
            self._names[root.id] = self._mounts.names(fd)
            self._versions[root.id] = version

    def of(self, root: Allow, relative: str) -> Verdict:
        verdict = self._policy.decide(root, relative)
        if verdict.allowed and (aliases := self._names[root.id].aliases):
            for start, name in aliases:
                inside = below(start, relative)
                if inside is not None and (rule := self._policy.rule_at(_inside(name, inside))):
                    return Verdict(False, rule)
        return verdict

    def outside(self, root: Allow, relative: str) -> str:
        """Return where what is mounted at this path lies, if there is no root over that; else "".

        A root isn't over what is only mounted into it from elsewhere.
        """
        names = self._names[root.id].mounted.get(relative, [])
        for name, point in names:
            over = self._policy.innermost(name)[0]
            if over is not None and not (point and below(over.path, point)):
                return ""
        return names[0][0] if names else ""


def check_ways(policy: Policy, case: Path) -> None:
    """Raise ScopeError where a root or rule goes through a link or a root is denied; CaseError for a case in a root."""
    for root in policy.allow:
        real = os.path.realpath(root.path)
        if real != root.path:
            raise ScopeError("root-through-link", root=root.id, path=root.path, real=real)
    check_roots(policy)
    for denial in policy.deny:
        start = re.match(r"(/[^*?]*)(?:/|\Z)", denial.glob)
        if start and (real := os.path.realpath(start[1])) != os.path.normpath(start[1]):
            raise ScopeError("glob-through-link", rule=denial.id, path=start[1], real=real)
    if root_over := root_among(policy, case):
        raise CaseError("case-among-sources", folder=root_over.path)


def root_among(policy: Policy, path: Path) -> Allow | None:
    """Return the allowed root in which a path lies under any of its names, None where it lies in none."""
    paths = names_of(path)
    return next((root for root in policy.allow if any(below(root.path, p) is not None for p in paths)), None)


def names_of(path: Path, *, inside: bool = False) -> list[str]:
    """Return all names under which a path is known, and, if asked, other names of what is mounted ``inside``."""
    real = Path(os.path.realpath(path))
    there = next(p for p in (real, *real.parents) if p.exists())
    fd = os.open(there, os.O_PATH | os.O_CLOEXEC)
    try:
        mounts().refresh()
        aliases = mounts().names(fd).aliases
    finally:
        os.close(fd)
    names = [str(there), *(name for under, name in aliases if not under)]
    mounted = [name for under, name in aliases if under] if inside and real == there else []
    return [_inside(name, str(real.relative_to(there)) if real != there else "") for name in names] + mounted
