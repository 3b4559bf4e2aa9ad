"""Identifies items: a reader's Part becomes an item record with number, stable id, family, thread, custodian and date.

It reads no source and writes nothing; what it knows of a source is what ``OpenSource`` holds.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

import msgspec

from triage.errors import PROBLEM_CODES
from triage.indexing.again import StaleItems
from triage.indexing.earlier import EarlierItems
from triage.messages import encode, say
from triage.model.languages import LANGUAGES
from triage.model.messages import Message
from triage.sandbox.wire import Part
from triage.scope.sources import Opened
from triage.store import writing
from triage.store.db import Store, stored_text
from triage.store.reading import LEVELS, iso
from triage.store.records import ItemRecord, Member, Members
from triage.store.threads import is_mail, message_key, thread_of

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
