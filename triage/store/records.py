"""Rows of the case's main tables as named records: the one list of their columns.

A record's fields are its table's columns, in the form in which they are stored. Nothing here reads or writes.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

import apsw
import msgspec

from triage.model.items import ItemNo

DOUBTFUL = "date_kind IN ('sent-doubtful', 'modified-doubtful')"
"""Whether an item's date is implausible."""
FILE_TIME = """(item.date_kind='file' OR (item.date_kind='family' AND EXISTS (
SELECT 1 FROM item AS top WHERE top.n=item.family AND top.date_kind='file' AND top.date=item.date)))"""
"""Whether an item has no date but the time at which its file, or that of what holds it, was changed."""
UNDATED = f"""item.date IS NULL OR {FILE_TIME} OR (item.date_kind='family' AND (item.message_id<>''
OR item.type LIKE 'message/%' OR item.type='application/vnd.ms-outlook'))"""
"""Whether an item has no date of its own: none, its file's time, or as a message, that of what holds it."""
QUOTING = "action IN ('note', 'mark', 'unmark', 'redact', 'unredact')"
"""Decisions that hold words of the item that they are about."""
PLACE = """iif(i.n NOT IN (SELECT item FROM sealed), s.path, ifnull((SELECT '[sealed ' || substr(t.id, 1, 10) || ']'
FROM item t JOIN sealed ON item=t.n WHERE t.source=s.number AND t.member=''), s.path))"""
"""The path of an item's source as it may be shown: what lies inside an open file is named by it, even where sealed.

A sealed file is named by the beginning of its id, and so is a sealed item inside it.
"""


class SourceRecord(NamedTuple):
    """A row of ``source``: one content of a file. ``raw`` is the path in bytes where it isn't valid UTF-8."""

    number: int
    root: str
    path: str
    raw: bytes | None
    custodian: str
    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int
    sha256: str
    state: str
    run: int
    current: int = 1
    gone: int | None = None
    denied: int | None = None
    later: int | None = None


class SourceState(NamedTuple):
    """What a later run knows of a source that it met again, and the source's number."""

    state: str
    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int
    number: int


class ItemRecord(NamedTuple):
    """A row of ``item``; ``recipients``, ``refs`` and ``properties`` are JSON."""

    n: int
    source: int
    member: str
    id: str
    parent: int | None
    family: int
    name: str
    type: str
    custodian: str
    size: int
    sha256: str
    mih: str
    digest: str
    subject: str
    sender: str
    recipients: str
    date: int | None
    date_kind: str
    date_raw: str
    message_id: str
    refs: str
    thread: str
    properties: str
    searchable: int
    lang: str
    children: int = 0
    location: str = ""


class Member(NamedTuple):
    """The columns of an item that the items inside it depend on."""

    member: str
    n: int
    family: int
    thread: str
    date: int | None
    date_kind: str
    type: str


_Encoded = tuple[int, int, str, int | None, str, str]
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(_Encoded).decode


class Members(Mapping[str, Member]):
    """The items of one source by member, encoded: as tuples, those of a large mailbox need half as much memory more."""

    def __init__(self, members: Iterable[Member] = ()) -> None:
        self._encoded = {one.member: _encode(one[1:]) for one in members}

    def __getitem__(self, member: str) -> Member:
        return Member(member, *_decode(self._encoded[member]))

    def __setitem__(self, member: str, item: Member) -> None:
        self._encoded[member] = _encode(item[1:])

    def __contains__(self, member: object) -> bool:
        return member in self._encoded

    def __iter__(self) -> Iterator[str]:
        return iter(self._encoded)

    def __len__(self) -> int:
        return len(self._encoded)


class ItemIdentity(NamedTuple):
    """The columns of an item by which it is known when it is read again."""

    parent: int | None
    sha256: str
    name: str
    message_id: str
    location: str


class SegmentRecord(NamedTuple):
    """A row of ``segment``; ``key`` holds the item's number and the place in it."""

    key: int
    origin: str
    text: str


class ProblemRecord(NamedTuple):
    """A row of ``problem``; the table numbers it."""

    source: int | None
    item: int | None
    path: str
    code: str
    sentence: str
    searchable: int
    run: int


class DecisionRecord(NamedTuple):
    """A row of ``decision``; the table numbers it."""

    item: int
    action: str
    value: str
    reviewer: str
    time: str
    how: str
    grp: int
    undoes: int | None
    event: str
    derived: str


Record = SourceRecord | ItemRecord | SegmentRecord | ProblemRecord


def insertion(table: str, record: type[NamedTuple]) -> str:
    columns = record._fields
    return f"INSERT INTO {table}({', '.join(columns)}) VALUES({', '.join('?' * len(columns))})"


def pack(nos: Iterable[ItemNo]) -> bytes:
    """Return numbers as the compressed steps from each to the next, four bytes each, least significant first."""
    steps = [after - before for before, after in pairwise([0, *sorted(nos)])]
    return zlib.compress(struct.pack(f"<{len(steps)}I", *steps))


def unpack(packed: bytes) -> list[ItemNo]:
    """Return the numbers that ``pack`` packed, ascending."""
    steps = (step for (step,) in struct.iter_unpack("<I", zlib.decompress(packed)))
    return list(map(ItemNo, accumulate(steps)))


# Item numbers in bulk: SQLite joins them to one text, which is read at once. Row by row takes twice as long, which a
# search notices.

_read_numbers = msgspec.json.Decoder(set[ItemNo]).decode


def numbers(db: apsw.Connection, sql: str, bindings: tuple[Any, ...] = ()) -> set[ItemNo]:
    """Return the item numbers that a statement of one column selects."""
    ((joined,),) = db.execute(f"WITH found(n) AS ({sql}) SELECT group_concat(n) FROM found", bindings)
    return joined_numbers(joined)


def joined_numbers(joined: str | None) -> set[ItemNo]:
    """Return what SQLite's ``group_concat`` made of item numbers; it makes None of none."""
    return _read_numbers(f"[{joined or ''}]")


def listed(nos: Iterable[int]) -> str:
    """Return numbers as JSON, to be bound to ``json_each``; quickly, as no other thread runs meanwhile."""
    return msgspec.json.encode(list(nos)).decode()
