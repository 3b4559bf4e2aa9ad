"""Identifies items: a reader's Part becomes an item record with number, stable id, family, thread, custodian and date.

It reads no source and writes nothing; what it knows of a source is what ``OpenSource`` holds.
"""

from __future__ import annotations

import hashlib
import os
from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

import msgspec

from triage.errors import PROBLEM_CODES
from triage.messages import encode, say
from triage.model.messages import Message
from triage.model.tables import LANGUAGES
from triage.sandbox.wire import Part
from triage.scope.sources import Opened
from triage.store import writing
from triage.store.db import Store, stored_text
from triage.store.earlier import EarlierItem
from triage.store.reading import LEVELS, iso
from triage.store.records import ItemIdentity, ItemRecord, Member, Members
from triage.store.threads import is_mail, message_key, thread_of

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
        """Return the item that a part is: what lay where it lies in the same parent, else the same bytes there.

        Where nothing says where members lie, what has its place and name is it, whatever its bytes.
        """
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
        """Return the first of the items in a parent that have this location or hash and weren't met yet."""
        alike = self._alike[above, mark]
        while alike and alike[0] not in self._waiting:
            alike.popleft()
        return alike[0] if alike else None

    def occupant(self, member: str) -> int | None:
        """Return the item that still stands where another does now, None for none."""
        return self.members[member].n if member in self._waiting else None

    def parents(self) -> Iterator[int]:
        """Yield for each item that wasn't met again what it lies in."""
        return (one.parent for one in self._waiting.values() if one.parent is not None)


def _last(member: str) -> str:
    return member.rpartition(".")[2]


# What a source held in earlier versions, met again by its content: members of a container that grew or was reordered.
#
# An item is met again where an item of the same bytes stands in the same parent, or in what the parent was before. Of
# equal ones the earlier come first. It reads no source and writes nothing.

_TOP = 0
_MOST_VERSIONS = 50
"""Items of the same name in one parent that are looked at for one that may have replaced them."""


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
            if alike := self._by_content.get((parent, part.sha256)):
                item = alike.popleft()
                self._met.add(item.n)
                self._before[part.member] = [item.n]
                return item
        self._before[part.member] = self.versions(part)
        return None

    def pass_over(self, part: Part, number: int) -> None:
        """Take in a part whose item is known already, for the sake of what is inside it."""
        self._before[part.member] = [number, *self.versions(part)]

    def versions(self, part: Part) -> list[int]:
        """Return the items that stood where a new part stands, and that weren't met again so far."""
        return list(self._versions(part))

    def left(self, numbers: Iterable[int]) -> list[int]:
        """Return those of the items that weren't met again."""
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
    """Return by what an item is told from others in the same parent."""
    if not member:
        return "source", ""
    if message_id:
        return "message", message_id
    return ("name", name) if name else ("place", member.rpartition(".")[2])


def _hidden(kind: str) -> tuple[str, str]:
    """Return by what an item is told whose name its seal hides: its type alone."""
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
_LONGEST = 100
"""Most characters of a location that are kept."""

_json = msgspec.json.Encoder().encode


@dataclass(slots=True)
class OpenSource:
    """A source that is being read: its number, what was opened, and the items that it has given so far.

    ``items`` are by member, those of an earlier run included; ``problems`` are those on record, (code, sentence) by
    item. ``stale`` are the items that an earlier run has stored, where this one may number them differently.
    ``earlier`` are the items that other contents of its place held; ``arrived`` those that have stood where an item
    stands that the store knew; ``displaced`` is the item that its file was before, where that lies elsewhere now;
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
    denied: set[str] = field(default_factory=set)
    jobs: int = 1
    counted: int = 0

    def take_up(self, store: Store, *, anew: bool) -> None:
        """Take up what an earlier run has stored of it, to store it ``anew`` or to go on from there."""
        self.items = writing.members(store, self.number)
        self.problems |= writing.problems(store, self.number)
        if anew or writing.numbering_may_differ(store):
            in_order = not anew and "" in self.items and self.items[""].type in MAILBOXES
            identities = writing.identities(store, self.number)
            self.stale = StaleItems(self.items, identities, anew=anew, in_order=in_order)
            self.items = Members()

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

    def let_go(self) -> None:
        """Close the descriptor of a large source."""
        if self.opened.fd >= 0:
            os.close(self.opened.fd)
            self.opened.fd = -1

    def number_of(self, member: str) -> int | None:
        """Return the number of an item by its member, None where it isn't known."""
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
    """Return the thread that a message names by its first reference or itself; otherwise its family's.

    A message without either that isn't attached to another is told by its content, so that its copies are one.
    """
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
