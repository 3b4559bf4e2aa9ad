"""Which stored source a file is: the one that lay there, an earlier version that is back, one moved from elsewhere.

It looks with a connection of its own, so that the writing of the last batch needn't be waited for. It opens no source.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from triage.indexing.identify import OpenSource
from triage.indexing.remote import RemoteBroker
from triage.scope.policy import Allow, Policy
from triage.scope.sources import Source
from triage.store import earlier, writing
from triage.store.db import Store, stored_text
from triage.store.earlier import StoredFile
from triage.store.writing import KnownSources


@dataclass(frozen=True, slots=True)
class Known:
    """The stored source that a file is, its state, and where it lay before if it was moved.

    ``shared``: another source of this run may be taking in members that it held.
    """

    number: int
    state: str
    moved: StoredFile | None = None
    shared: bool = False


class Places:
    """The places of stored sources during one run, whose first new source gets the number ``first``.

    ``moved`` are those that were met somewhere else; ``retired`` those at whose place something else was read,
    ``unreadable`` those at whose place nothing could be.
    """

    def __init__(self, store: Store, broker: RemoteBroker, policy: Policy, first: int) -> None:
        self._store = Store(Path(store.db.filename), write=False) if first > 1 else None
        self._broker = broker
        self._policy = policy
        self._first = first
        self._custodians: dict[tuple[str, str], str] = {}
        self.retired: set[int] = set()
        self._shared: set[int] = set()
        self.moved: set[int] = set()
        self.unreadable: set[int] = set()

    def close(self) -> None:
        """Close the connection."""
        if self._store is not None:
            self._store.close()

    def find(self, source: OpenSource, before: writing.KnownSource | None) -> Known | None:
        """Return the stored source that a file with other content than ``before`` is; None for a new one."""
        if self._store is None:
            return None
        s, sha256 = source.opened.source, source.opened.sha256
        if before is not None:
            self.retired.add(before.number)
        place = (s.root.id, source.path)
        held = set(earlier.at(self._store, *place))
        files = earlier.with_content(self._store, sha256, self._first)
        name = source.path.rpartition("/")[2]
        for file in sorted(files, key=lambda f: (f.number not in held, f.path.rpartition("/")[2] != name, f.number)):
            back = file.number in held and (not file.current or (file.root, file.path) == place)
            if file.number not in self.moved and (back or self._left(file, s.inode)):
                self.moved.add(file.number)
                moved = None if (file.root, file.path) == place else file
                return Known(file.number, file.state, moved, file.number in self._shared)
        return None

    def unread(self, source: OpenSource) -> int | None:
        """Return the stored source that stands for a file at this place that couldn't be read, None for none."""
        return None if self._store is None else earlier.unread(self._store, source.opened.source.root.id, source.path)

    def removed(self) -> list[int]:
        """Return the sources that were there under roots which the scope no longer has."""
        if self._store is None:
            return []
        removed = set(writing.roots(self._store)) - {root.id for root in self._policy.allow}
        known = [before for root in removed for before in writing.known_sources(self._store, root, "").values()]
        return [before.number for before in known if before.there]

    def others(self, source: OpenSource) -> list[int]:
        """Return the stored sources whose place a source has, however often it moved, unless they were moved away."""
        if self._store is None:
            return []
        numbers = earlier.at(self._store, source.opened.source.root.id, source.path, source.number)
        others = [n for n in numbers if n != source.number and n not in self.moved]
        self._shared.update(earlier.with_members(self._store, others))
        return others

    def custodian(self, source: Source) -> str:
        """Return whose a file is, by its folder."""
        key = (source.root.id, source.relative.rpartition("/")[0])
        if key not in self._custodians:
            self._custodians[key] = stored_text(source.root.custodian_of(source.relative))
        return self._custodians[key]

    def root_of(self, number: int) -> list[int]:
        """Return the number of the item that a stored source itself is, nothing where it became none."""
        return [] if self._store is None else earlier.root_of(self._store, number)

    def _left(self, file: StoredFile, inode: int) -> bool:
        """Whether a file isn't where it was any more, so that another one with its content and inode may be it."""
        if file.number in self.unreadable or not (file.current or file.number in self.retired):
            return False
        if file.gone is not None:
            return True
        now = self._broker.inode(file.root, file.raw_path)
        return not now or (now != file.inode == inode and now > 0)

    def missing(self, root: Allow, known: KnownSources, unlisted: set[str]) -> tuple[list[int], list[int]]:
        """Return what a walk didn't meet: gone, and denied now; not what lies where nothing could be listed."""
        gone, denied, unmet = list[int](), list[int](), KnownSources()
        for path, before in known.items():
            folders = accumulate(path.split("/")[:-1], lambda above, name: f"{above}{name}/", initial=f"{root.id}:")
            if before.number not in self.moved and before.gone is None and unlisted.isdisjoint(folders):
                unmet[path] = before
        for before, allowed in zip(unmet.values(), self._broker.allowed(root, [*unmet]), strict=True):
            if allowed or before.denied is None:
                (gone if allowed else denied).append(before.number)
        return gone, denied
