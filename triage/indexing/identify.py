"""Identifies what was read: which stored source a file is, and which item with what record a reader's Part becomes.

It reads no source and writes nothing.
"""

from __future__ import annotations

import hashlib
import os
from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate, islice
from pathlib import Path

import msgspec

from triage.errors import PROBLEM_CODES
from triage.indexing.remote import RemoteBroker
from triage.messages import encode, say
from triage.model.messages import Message
from triage.model.tables import LANGUAGES
from triage.sandbox.wire import Part, Stored
from triage.scope.policy import Allow, Policy
from triage.scope.sources import Opened, Source
from triage.store import earlier, extent, writing
from triage.store.db import Store, stored_text
from triage.store.earlier import EarlierItem, StoredFile
from triage.store.reading import LEVELS, iso
from triage.store.records import ItemIdentity, ItemRecord, Member, Members
from triage.store.threads import is_mail, message_key, thread_of
from triage.store.writing import KnownSources

# The items of a source that is read again: which of them a part is, so that what was decided stays with it.
#
# Members may be numbered differently than before: a password opens one that was closed and was no item, or a newer
# reader gives one more. Nothing is read or written here.


class StaleItems:
    """The items that an earlier run has stored of a source and that weren't met again yet, by member.

    They are stored ``anew``, or stay as they are where that run was stopped. ``members`` has them all, met or not;
    those of the source itself are numbered as they were where they are ``in_order``.
    """

    def __init__(self, members: Members, identities: dict[str, ItemIdentity], *, anew: bool, in_order: bool) -> None:
        self.anew, self.in_order = anew, in_order
        self.members = members
        self._waiting = identities
        self._parents: dict[str, int | None] = {}  # by the members of now, of those that were met again
        self._alike: defaultdict[tuple[int | None, str], deque[str]] = defaultdict(deque)
        self._places: dict[tuple[int | None, str], str] = {}
        for member, identity in identities.items():
            self._places[identity.parent, _last(member)] = member
            for mark in (identity.location, identity.sha256):
                self._alike[identity.parent, mark].append(member)

    def meet(self, part: Part) -> Member | None:
        """Return the item that a part is, by where it lies in its parent, else its bytes, else its place and name."""
        former = self._find(part)
        if former is None:
            return None
        del self._waiting[former]
        self._parents[part.member] = self.members[former].n
        return self.members[former]

    def _find(self, part: Part) -> str | None:
        if not part.member:
            return "" if "" in self._waiting else None
        above = self._parents.get(part.member.rpartition(".")[0])
        if above is None:  # in something that is new
            return None
        own = self._places.get((above, _last(part.member)), "")
        there = self._waiting.get(own)
        if part.location and (lay_there := self._first(above, part.location)) is not None:
            return lay_there
        if there is not None and there.sha256 == part.sha256:
            return own
        if (same := self._first(above, part.sha256)) is not None or there is None:
            return same
        named = (there.name, there.message_id, there.location) == (part.name, part.message_id, part.location)
        return own if named else None

    def _first(self, above: int, mark: str) -> str | None:
        alike = self._alike[above, mark]
        while alike and alike[0] not in self._waiting:
            alike.popleft()
        return alike[0] if alike else None

    def occupant(self, member: str) -> int | None:
        """Return the item that still stands where another does now, None for none."""
        return self.members[member].n if member in self._waiting else None

    def parents(self) -> Iterator[int]:
        return (identity.parent for identity in self._waiting.values() if identity.parent is not None)


def _last(member: str) -> str:
    return member.rpartition(".")[2]


# What a source held in earlier versions, met again by its content: members of a container that grew or was reordered.
#
# An item is met again where an item of the same bytes stands in the same parent, or in what the parent was before. Of
# equal ones the earlier come first. It reads no source and writes nothing.

_TOP = 0
_MOST_VERSIONS = 50  # items of the same name in one parent that are looked at for one that may have replaced them


class EarlierItems:
    """The items of earlier versions of one source that weren't met again yet."""

    def __init__(self, items: Iterable[EarlierItem]) -> None:
        self._by_content: defaultdict[tuple[int, str], deque[EarlierItem]] = defaultdict(deque)
        self._by_label: defaultdict[tuple[int, str, str], deque[int]] = defaultdict(deque)
        self._met: set[int] = set()
        self._before: dict[str, list[int]] = {}
        for item in items:
            parent = item.parent or _TOP
            self._by_content[parent, item.sha256].append(item)
            hidden = item.name is None and item.member and not item.message_id
            label = _hidden(item.type) if hidden else _label(item.member, item.message_id, item.name or "")
            self._by_label[parent, *label].append(item.n)

    def meet(self, part: Part) -> EarlierItem | None:
        """Return the item that a part is again, None for one that is new."""
        for parent in self._parents(part.member):
            alike = self._by_content.get((parent, part.sha256))
            while alike and alike[0].n in self._met:
                alike.popleft()
            if alike:
                item = alike.popleft()
                self._met.add(item.n)
                self._before[part.member] = [item.n]
                return item
        self._before[part.member] = self.versions(part)
        return None

    def leave_out(self, numbers: Iterable[int]) -> None:
        """Take these items for met, which are known to stand where they stood."""
        self._met.update(numbers)

    def pass_over(self, part: Part, number: int) -> None:
        """Take in a part whose item is known already, for the sake of what is inside it."""
        self._before[part.member] = [number, *self.versions(part)]

    def versions(self, part: Part) -> list[int]:
        return list(self._versions(part))

    def left(self, numbers: Iterable[int]) -> list[int]:
        return [n for n in numbers if n not in self._met]

    def _versions(self, part: Part) -> Iterator[int]:
        for parent in self._parents(part.member):
            for label in (_label(part.member, part.message_id, part.name), _hidden(part.type)):
                numbers = self._by_label.get((parent, *label), deque())
                while numbers and numbers[0] in self._met:
                    numbers.popleft()
                yield from (n for n in islice(numbers, _MOST_VERSIONS) if n not in self._met)

    def _parents(self, member: str) -> list[int]:
        return self._before.get(member.rpartition(".")[0], []) if member else [_TOP]


def _label(member: str, message_id: str, name: str) -> tuple[str, str]:
    if not member:
        return "source", ""
    if message_id:
        return "message", message_id
    return ("name", name) if name else ("place", member.rpartition(".")[2])


def _hidden(kind: str) -> tuple[str, str]:
    return "type", kind


MAILBOXES = (
    "application/mbox",
    "application/vnd.ms-outlook-pst",
    "application/vnd.ms-outlook-olm",
)
"""Types whose members stand for themselves: each message in a mailbox heads a family of its own."""

_DOUBTFUL = "-doubtful"
_YEAR = 366 * 86_400
_NO_TIME = 11 * 366 * 86_400 * 1_000_000_000
"""Nanoseconds until 1981: a file's time before it is that of Unix or of FAT for none."""
_LONGEST = 100  # most characters of a location that are kept
_json = msgspec.json.Encoder().encode


@dataclass(slots=True)
class OpenSource:
    """A source that is being read: its number, what was opened, and the items that it has given so far.

    ``items`` are by member, those of an earlier run included; ``problems`` are those on record, (code, sentence) by
    item. ``stale`` are the items that an earlier run has stored, where this one may number them differently.
    ``earlier`` are the items that other contents of its place held; ``arrived`` those that have stood where an item
    stands that the store knew; ``displaced`` is the item that its file was before, where that lies elsewhere now;
    ``before`` is the source to which something may have been appended, of which ``passing`` may be passed over;
    ``denied`` the members that weren't extracted; ``jobs`` how many are to end before it is read; ``counted`` how many
    of its bytes are reported as read.
    """

    number: int
    opened: Opened
    custodian: str
    path: str
    items: Members = field(default_factory=Members)
    problems: dict[int | None, set[tuple[str, str]]] = field(default_factory=dict)
    stale: StaleItems | None = None
    earlier: EarlierItems | None = None
    arrived: dict[int, list[int]] = field(default_factory=dict)
    displaced: list[int] = field(default_factory=list)
    before: int = 0
    passing: Stored = field(default_factory=Stored)
    denied: set[str] = field(default_factory=set)
    jobs: int = 1
    counted: int = 0

    def load_stored(self, store: Store, *, anew: bool) -> None:
        """Take up what an earlier run has stored of it, to store it ``anew`` or to go on from there."""
        self.items = writing.members(store, self.number)
        self.problems |= writing.problems(store, self.number)
        if anew or extent.numbering_may_differ(store):
            in_order = not anew and "" in self.items and self.items[""].type in MAILBOXES
            identities = writing.identities(store, self.number)
            self.stale = StaleItems(self.items, identities, anew=anew, in_order=in_order)
            self.items = Members()

    def keep(self, store: Store, members: int) -> int:
        """Have so many members stand as they stood before something was appended; return of how many items."""
        assert self.earlier is not None, "it has held something else"
        before = len(self.items)
        for member, item in writing.members(store, self.before).items():
            if member and int(member.partition(".")[0]) < members:
                self.items[member] = item
                self.earlier.leave_out([item.n])
        return len(self.items) - before

    @property
    def stored(self) -> Collection[str]:
        """The members that are stored already and may be passed over."""
        if self.stale is None:
            return self.items
        return self.stale.members if self.stale.in_order else ()

    def keeps(self, number: int, part: Part) -> bool:
        """Whether an item that is read again stays as it is, as a password opened it before and none fits now."""
        closed = any(code == "encrypted" for code, _ in part.troubles)
        return closed and any(code == "password" for code, _ in self.problems.get(number, ()))

    def close_file(self) -> None:
        if self.opened.fd >= 0:
            os.close(self.opened.fd)
            self.opened.fd = -1

    def number_of(self, member: str) -> int | None:
        item = self.items.get(member)
        return item.n if item else None


def level(codes: Iterable[str]) -> int:
    """Return how far an item with Problems of these codes can be searched: the index into LEVELS."""
    return max((LEVELS.index(PROBLEM_CODES[code][0]) for code in codes), default=0)


def identify(source: OpenSource, part: Part, number: int) -> ItemRecord:
    """Return the record of an item under a number, and make it known to its source for the items inside it."""
    parent = source.items[part.member.rpartition(".")[0]] if part.member else None
    family = None if parent is None or parent.type in MAILBOXES else parent
    date, kind = _date(source, part, parent, family)
    if date is not None and kind in ("sent", "modified") and (doubt := _doubt(source, part, date)):
        part.troubles.append(("date-doubtful", encode(doubt)))
        kind += _DOUBTFUL
    sha256 = part.sha256 if part.member else source.opened.sha256
    key = f"{source.opened.source.key}\0{part.member}\0{source.opened.sha256}"  # the same in every case
    record = ItemRecord(
        n=number,
        source=source.number,
        member=part.member,
        id=hashlib.sha256(key.encode("utf-8", "surrogateescape")).hexdigest()[:20],
        parent=parent.n if parent else None,
        family=family.family if family else number,
        name=part.name if part.member else stored_text(source.opened.source.name),
        type=part.type,
        custodian=source.custodian,
        size=part.size,
        sha256=sha256,
        mih=part.mih,
        digest=part.digest or ("" if part.member else sha256),
        subject=part.subject,
        sender=part.sender,
        recipients=_json((part.to, part.cc, part.bcc)).decode(),
        date=date,
        date_kind=kind,
        date_raw=part.date_raw,
        message_id=part.message_id,
        refs=_json(part.references).decode(),
        thread=_thread(part, parent, family, sha256),
        properties=_json(part.properties).decode(),
        searchable=level(code for code, _ in part.troubles) if part.troubles else 0,
        lang=part.lang if part.lang in LANGUAGES else "",
        location=part.location[:_LONGEST],
    )
    source.items[part.member] = Member(part.member, number, record.family, record.thread, date, kind, part.type)
    return record


def _thread(part: Part, parent: Member | None, family: Member | None, sha256: str) -> str:
    """Return the thread of a message's first reference or itself, of its content without either, or its family's."""
    if key := part.references[0] if part.references else message_key(part.message_id):
        return thread_of(key)
    if is_mail(part.type) and not (parent and is_mail(parent.type)):
        return thread_of(part.digest or sha256)
    return family.thread if family else ""


def _date(source: OpenSource, part: Part, parent: Member | None, family: Member | None) -> tuple[int | None, str]:
    """Return an item's date and its kind: its own, or the file's, or for what is inside another item its family's."""
    if part.date is None and parent is None:
        return source.opened.source.mtime // 1_000_000_000, "file"
    if part.date is None and family is not None and not family.date_kind.endswith(_DOUBTFUL):
        return family.date, "family"
    return part.date, part.date_kind


def _doubt(source: OpenSource, part: Part, date: int) -> Message | None:
    """Return why an item's date is implausible: no mail or file is so old, or it is far ahead of its file's time.

    What is inside a file is held to that file's time, as it can't be younger. A file's time may be what archives and
    copies write that know none: then the last change of its record in the file system counts.
    """
    file = source.opened.source
    changed = (file.mtime if file.mtime > _NO_TIME else file.ctime) // 1_000_000_000
    if date < 0:
        return say("date-before-1970", date=repr(part.date_raw[:80]))
    if date > changed + _YEAR:
        return say("date-after-file", date=repr(part.date_raw[:80]), changed=iso(changed)[:10])
    return None


# Which stored source a file is: the one that lay there, an earlier version that is back, one moved from elsewhere.
#
# It looks with a connection of its own, so that the writing of the last batch needn't be waited for. It opens no
# source.


@dataclass(frozen=True, slots=True)
class Known:
    """The stored source that a file is; ``shared`` if another source of this run may take in members that it held."""

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
        if self._store is not None:
            self._store.close()

    def find(self, source: OpenSource, before: writing.KnownSource | None) -> Known | None:
        if self._store is None:
            return None
        s, sha256 = source.opened.source, source.opened.sha256
        if before is not None:
            self.retired.add(before.number)
        place = (s.root.id, source.path)
        here = set(earlier.at(self._store, *place))
        files = earlier.with_content(self._store, sha256, self._first)
        name = source.path.rpartition("/")[2]
        for file in sorted(files, key=lambda f: (f.number not in here, f.path.rpartition("/")[2] != name, f.number)):
            back = file.number in here and (not file.current or (file.root, file.path) == place)
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
