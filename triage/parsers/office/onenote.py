"""OneNote sections and tables of contents: pages with title, text and files; earlier versions as hidden text.

MS-ONESTORE 2.3.1 and 2.8.1 for the two forms of such a file. What can't be followed is reported, and its loose strings
are kept. Libraries don't replace it: onenote-converter 0.1.2 and aspose-note-foss 26.9 lose words of each file tried.
"""

from __future__ import annotations

import re
import struct
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from uuid import UUID

from triage.messages import say
from triage.model.items import Child, Extract, Trouble
from triage.parsers.kit.contract import Context, Data, Limits, Probe
from triage.parsers.kit.ole import MOST_STRINGS, WIDE, bounded, ending_of, filetime, loose
from triage.parsers.kit.texts import Texts, looks_like_words
from triage.parsers.kit.unpacking import UnpackingBudget

# What a OneNote file is made of: object spaces, their revisions, objects, and the properties of an object. MS-ONESTORE
# 2.1 for the model, which both forms of the file share, and 2.6 for sets of properties. Nothing here knows how the file
# keeps them, nor what a property says.

Id = tuple[bytes, int]  # an ExtendedGUID (2.2.1): the bytes of a GUID, and a number
Ids = list[Id]
Set = dict[int, "Value"]  # the properties of a set, each by its id with its type, without the bit of a boolean's value
Value = int | bytes | Ids | list[Set]

NONE: Id = (bytes(16), 0)
DEFAULT, METADATA, VERSION = 1, 2, 4  # roles of a revision and of a root object (2.1.8, 2.1.12)
_DEEPEST, _MOST_SETS = 32, 10_000
_MOST_STEPS = 5_000_000


@dataclass(slots=True)
class OneNoteObject:
    """One version of an object: its JCID (2.6.14), and where in the file the set of its properties stands.

    What its set points to is resolved by ``table`` (GUIDs by their index) or stands in ``linked`` in the order of use:
    objects, spaces, contexts. ``file`` says which file it stands for, and ``ending`` how such a file's name ends.
    """

    id: Id
    kind: int
    start: int = 0
    end: int = 0
    table: dict[int, bytes] | None = None
    linked: tuple[Ids, Ids, Ids] = ((), (), ())  # type: ignore[assignment]
    file: str = ""
    ending: str = ""


@dataclass(slots=True)
class _OneNoteRevision:
    id: Id
    base: Id
    groups: list[list[OneNoteObject]] = field(default_factory=list)
    roots: dict[int, Id] = field(default_factory=dict)
    table: dict[int, bytes] = field(default_factory=dict)
    is_encrypted: bool = False


@dataclass(slots=True)
class Space:
    """An object space: its revisions, oldest first, and those that are current by context."""

    id: Id
    revisions: dict[Id, _OneNoteRevision] = field(default_factory=dict)
    current: dict[Id, Id] = field(default_factory=dict)


@dataclass(slots=True)
class OneNoteStore:
    """A whole file: its spaces in their order, files by what names them, and which bytes of it were made out.

    ``files`` gives (start, end) in the file; ``steps`` is how much work is left before a hostile file is given up.
    """

    data: Data
    spaces: dict[Id, Space] = field(default_factory=dict)
    root: Id = NONE
    files: dict[str, tuple[int, int]] = field(default_factory=dict)
    read: list[tuple[int, int]] = field(default_factory=list)
    steps: int = _MOST_STEPS

    def view(self, space: Space, context: Id = NONE) -> tuple[dict[int, Id], dict[Id, OneNoteObject]]:
        """Return root objects and all objects of a context's current revision, each in its newest version."""
        roots: dict[int, Id] = {}
        objects: dict[Id, OneNoteObject] = {}
        seen: set[Id] = set()
        number = space.current.get(context, NONE)
        while number in space.revisions and number not in seen:
            seen.add(number)
            revision = space.revisions[number]
            roots = {**revision.roots, **roots}
            if not self.gather((group[::-1] for group in reversed(revision.groups)), objects):
                break
            number = revision.base
        return roots, objects

    def gather(self, groups: Iterable[list[OneNoteObject]], objects: dict[Id, OneNoteObject]) -> bool:
        """Add the objects that aren't known yet, as far as ``steps`` allows; False where it doesn't."""
        for group in groups:
            self.steps -= len(group) + 1
            if self.steps < 0:
                return False
            for obj in group:
                objects.setdefault(obj.id, obj)
        return True

    def gaps(self) -> Iterator[tuple[int, int]]:
        at, size = 0, len(self.data)
        for start, end in (*sorted(self.read), (size, size)):
            if at < min(start, size):
                yield at, min(start, size)
            at = max(at, end)


class _ByteReader:
    """Takes values off ``data``, from ``at`` on. Raises ValueError where one runs over ``end``."""

    def __init__(self, untrusted_data: Data, at: int = 0) -> None:
        self.data = untrusted_data
        self.at = at
        self.end = len(untrusted_data)

    def next_bytes(self, size: int) -> bytes:
        start, end = self.at, self.at + size
        if end > self.end:
            raise ValueError("a value runs over the end")
        self.at = end
        return self.data[start:end]

    def number(self, size: int = 4) -> int:
        return int.from_bytes(self.next_bytes(size), "little")

    def numbers(self, count: int) -> tuple[int, ...]:
        return struct.unpack(f"<{count}I", self.next_bytes(4 * count))


def properties(untrusted_set: bytes, obj: OneNoteObject) -> tuple[Set, bool]:
    """Return an object's properties (2.6.1), and whether all of them could be read."""
    reader = _PropertyReader(untrusted_set, obj)
    values: Set = {}
    try:
        reader.begin()
        reader.read(values, 0)
    except ValueError:
        return values, False
    rest = reader.data[reader.at :]  # what fills the last eight bytes up
    return values, reader.fits and len(rest) < 8 and not rest.strip(b"\0")


class _PropertyReader(_ByteReader):
    """Reads one ObjectSpaceObjectPropSet. Raises ValueError where it breaks its rules."""

    def __init__(self, untrusted_set: bytes, obj: OneNoteObject) -> None:
        super().__init__(untrusted_set)
        self._object = obj
        self._linked: list[Iterator[Id]] = []
        self.fits = True

    def begin(self) -> None:
        """Read the streams of ids before the set: objects, spaces, contexts (2.6.2 to 2.6.5)."""
        table, linked = self._object.table, self._object.linked
        streams: list[Ids] = []
        more = True
        while more and len(streams) < 3:
            head = self.number()
            numbers = self.numbers(head & 0xFFFFFF)
            streams.append([NONE if table is None else _resolved(number, table) for number in numbers])
            more = not head >> 31 if len(streams) == 1 else bool(head >> 30 & 1)
        streams += [[]] * (3 - len(streams))
        if table is None:  # ids stand beside the set; those of spaces and contexts are pairs of both (2.7.6)
            objects, spaces, contexts = map(len, streams)
            self.fits = len(linked[0]) == objects and len(linked[1]) == spaces + contexts
            streams = [linked[0], linked[1][:spaces], linked[2][spaces:]]
        self._linked = [iter(stream) for stream in streams]

    def read(self, values: Set, depth: int) -> Set:
        if depth > _DEEPEST:
            raise ValueError("sets stand too deep in one another")
        for number in self.numbers(self.number(2)):
            values[number & 0x7FFFFFFF] = self._value(number, depth)
        return values

    def _value(self, number: int, depth: int) -> Value:
        kind = number >> 26 & 0x1F
        if kind in (1, 2):
            return number >> 31
        if 3 <= kind <= 6:
            return self.number(1 << kind - 3)
        if kind == 7:
            return self.next_bytes(self.number())
        if 8 <= kind <= 13:
            count = self.number() if kind & 1 else 1
            return list(islice(self._linked[(kind - 8) // 2], count))
        if kind in (16, 17):
            count = self.number() if kind == 16 else 1
            if kind == 16 and count:
                self.number()
            if count > _MOST_SETS:
                raise ValueError("there are too many sets")
            return [self.read({}, depth + 1) for _ in range(count)]
        raise ValueError(f"a property of the unknown type {kind}")


def _resolved(number: int, table: dict[int, bytes]) -> Id:
    """Return what a CompactID (2.2.2) stands for; NONE where the table doesn't know it."""
    guid = table.get(number >> 8)
    return NONE if guid is None else (guid, number & 0xFF)


STORED = UUID("109ADD3F-911B-49F5-A5D0-1791EDC8AED8").bytes_le  # what stands at byte 48 of such a file (2.3.1)
_FILE_BEGINS = UUID("BDE316E7-2665-4511-A4C4-8D4D0B7A9EAC").bytes_le
_FILE_ENDS = UUID("71FBA722-0F79-4A0B-BB13-899256426B24").bytes_le
_FILE_HEAD, _FOOTER = 36, 7 + 16
_TABLE_STARTS, _TABLE_ENTRY, _TABLE_INHERITS = (0x21, 0x22), 0x24, (0x25, 0x26)
# Entries that declare an object as older files do, that revise one, that declare a file (and where its name is).
_OLD, _REVISED, _FILES = (0x2D, 0x2E), (0x41, 0x42), {0x72: 9, 0x73: 12}
_DECLARES = frozenset((*_OLD, *_REVISED, *_FILES, 0xA4, 0xA5, 0xC4, 0xC5))
# Entries that begin a revision (2.5.6 to 2.5.8) or give it a role (2.5.17, 2.5.18): where role and context stand.
_STARTS = {0x1B: 48, 0x1E: 40, 0x1F: 40}
_ROLES = {**_STARTS, 0x5C: 20, 0x5D: 20}
_CONTEXTS = {0x1F: 46, 0x5D: 24}
_HEAD = 1024  # bytes of the header (2.3.1)
_LOGGED, _LOG, _ROOT, _LENGTH = 96, 160, 172, 196
_BEGIN = 0xA4567AB1F5F7F4C4
# Bytes of a fragment at least, and how many times the size of the file all fragments may have together.
_LEAST, _MOST_TIMES = 36, 4
_NOWHERE = frozenset((0, 0xFFFFFFFF, 0xFFFFFFFFFFFFFFFF))
_TERMINATOR, _SENTINEL = 0xFF, 1

# How a place and its size are written, by their format: bytes, and what they count.
_STARTING = ((8, 1), (4, 1), (2, 8), (4, 8))
_SIZED = ((4, 1), (8, 1), (1, 8), (2, 8))
Place = tuple[int, int]  # start and end in the file


def _id(raw: bytes, at: int = 0) -> Id:
    return raw[at : at + 16], int(struct.unpack_from("<I", raw, at + 16)[0])


@dataclass(frozen=True, slots=True)
class _ListNode:
    """An entry of a list (2.4.3): its id, its data behind what it refers to, and the place of that, if any."""

    kind: int
    body: bytes
    place: Place = (0, 0)


class _OneNoteLists:
    def __init__(self, untrusted_data: Data, texts: Texts, read: list[Place]) -> None:
        self._data = untrusted_data
        self._texts = texts
        self._read = read
        self._seen: set[int] = set()
        self._head = untrusted_data[:_HEAD].ljust(_HEAD, b"\0")
        if len(untrusted_data) >= _HEAD:
            read.append((0, _HEAD))
        if struct.unpack_from("<Q", self._head, _LENGTH)[0] > len(untrusted_data):
            texts.trouble("truncated", "onenote-cut")
        self._left = _MOST_TIMES * len(untrusted_data)
        start, size = struct.unpack_from("<QI", self._head, _ROOT)
        self.root = start, start + size
        self._counts = self._log()

    def note_break(self, why: str) -> None:
        self._texts.trouble("damaged", "onenote-list-broken", what=say(why))

    def each(self, span: Place, take: Callable[[_ListNode], None]) -> None:
        """Hand out the entries of the list that stands there; one that is cut is passed over and noted."""
        for node in self.nodes(span):
            try:
                take(node)
            except struct.error:
                self.note_break("onenote-entry-cut")

    def _log(self) -> dict[int, int] | None:
        """Return how many entries of each list were written (2.3.3), None where the log can't be read to its end."""
        left = struct.unpack_from("<I", self._head, _LOGGED)[0]
        start, size = struct.unpack_from("<QI", self._head, _LOG)
        counts: dict[int, int] = {}
        seen: set[int] = set()
        while left and start not in seen and size >= 20 and start + size <= len(self._data) and self._left >= 0:
            seen.add(start)
            self._left -= size
            log = self._data[start : start + size]
            self._read.append((start, start + size))
            for number, count in struct.iter_unpack("<II", log[: (size - 12) // 8 * 8]):
                if number == _SENTINEL:
                    left -= 1
                    if not left:
                        return counts
                elif number:
                    counts[number] = count
            start, size = struct.unpack_from("<QI", log, size - 12)
        self._texts.trouble("damaged", "onenote-log-unreadable")
        return None

    def nodes(self, span: Place) -> Iterator[_ListNode]:
        (start, end), left, is_first = span, None, True
        while start not in _NOWHERE and start not in self._seen and start + _LEAST <= end <= len(self._data):
            self._left -= end - start
            if self._left < 0:
                break
            fragment = self._data[start:end]
            begin, number = struct.unpack_from("<QI", fragment)
            if begin != _BEGIN:
                break
            if is_first and self._counts is not None:
                left = self._counts.get(number, 0)
            is_first = False
            self._seen.add(start)
            self._read.append((start, end))
            for node in islice(self._entries(fragment), left):
                left = None if left is None else left - 1
                yield node
            start, size = struct.unpack_from("<QI", fragment, len(fragment) - 20)
            end = start + size
            if left == 0 or (left is None and start in _NOWHERE):
                return
        self.note_break("onenote-next-piece")

    def _entries(self, fragment: bytes) -> Iterator[_ListNode]:
        at, end = 16, len(fragment) - 20
        while at + 4 <= end:
            head: int = struct.unpack_from("<I", fragment, at)[0]
            size = head >> 10 & 0x1FFF
            if head & 0x3FF == _TERMINATOR or not head:
                return
            node = _node(head, fragment[at + 4 : at + size]) if 4 <= size <= end - at else None
            if node is None:
                self.note_break("onenote-entry-size")
                return
            yield node
            at += size


def _node(head: int, body: bytes) -> _ListNode | None:
    """Take an entry apart; what it refers to (2.2.4.2) stands before its own data. None where that has no room."""
    kind, base = head & 0x3FF, head >> 27 & 0xF
    if base not in (1, 2):
        return _ListNode(kind, body)
    width, times = _STARTING[head >> 23 & 3]
    sized, by = _SIZED[head >> 25 & 3]
    if len(body) < width + sized:
        return None
    start = int.from_bytes(body[:width], "little")
    size = int.from_bytes(body[width : width + sized], "little") * by
    if start == (1 << 8 * width) - 1:
        return _ListNode(kind, body[width + sized :])
    return _ListNode(kind, body[width + sized :], (start * times, start * times + size))


class StoreReader:
    """Takes one file apart into ``store``: the lists of spaces, their revisions (2.1.9), groups of objects (2.1.13).

    A later list of the same space takes the place of an earlier one, whose revisions stay as older ones.
    """

    def __init__(self, untrusted_data: Data, texts: Texts) -> None:
        self._data = untrusted_data
        self._texts = texts
        self.store = OneNoteStore(untrusted_data)
        self._lists = _OneNoteLists(untrusted_data, texts, self.store.read)
        self._groups: dict[int, list[OneNoteObject]] = {}
        self._space = Space(NONE)
        self._kinds: dict[Id, int] = {}
        self._now: _OneNoteRevision | None = None
        self._lists.each(self._lists.root, self._read_root_entry)
        self._find_unlisted_files()

    def _read_root_entry(self, node: _ListNode) -> None:
        if node.kind == 0x04:
            self.store.root = _id(node.body)
        elif node.kind == 0x08:
            number = _id(node.body)
            self._space = self.store.spaces.setdefault(number, Space(number))
            for inner in self._lists.nodes(node.place):
                if inner.kind == 0x10:
                    self._kinds, self._now = {}, None
                    self._lists.each(inner.place, self._read_entry)
        elif node.kind == 0x90:
            for inner in self._lists.nodes(node.place):
                if inner.kind == 0x94:
                    self._file(inner)

    def _file(self, node: _ListNode) -> None:
        """Note where a file's bytes stand (2.6.13)."""
        start, end = node.place
        size = self._size(start)
        if size is None:
            self._lists.note_break("onenote-file-bytes")
            return
        begin = start + _FILE_HEAD
        there = max(0, min(begin + size, end, len(self._data)) - begin)
        if there < size:
            self._texts.trouble("truncated", "onenote-files-cut")
        self._add_file(str(UUID(bytes_le=node.body[:16])), begin, begin + there)

    def _size(self, start: int) -> int | None:
        head = self._data[start : start + _FILE_HEAD]
        is_head = head.startswith(_FILE_BEGINS) and len(head) == _FILE_HEAD
        return int(struct.unpack_from("<Q", head, 16)[0]) if is_head else None

    def _add_file(self, name: str, begin: int, end: int) -> None:
        self.store.files[name] = (begin, end)
        self.store.read.append((begin - _FILE_HEAD, end))

    def _find_unlisted_files(self) -> None:
        known = dict(self.store.files.values())
        at = self._data.find(_FILE_BEGINS)
        while at >= 0:
            begin, size = at + _FILE_HEAD, self._size(at) or 0
            after = known.get(begin, begin)
            end = begin + size
            if begin not in known and size and _FILE_ENDS in self._data[end : end + _FOOTER]:
                after = end
                self._add_file(str(at), begin, after)
            at = self._data.find(_FILE_BEGINS, after)

    def _read_entry(self, node: _ListNode) -> None:
        kind, body = node.kind, node.body
        if kind in _ROLES:
            number = _id(body)
            if kind in _STARTS:
                self._now = self._new_revision(number, _id(body, 20))
            if struct.unpack_from("<I", body, _ROLES[kind])[0] == DEFAULT:
                context = _id(body, _CONTEXTS[kind]) if kind in _CONTEXTS else NONE
                self._space.current[context] = number
        elif self._now is not None:
            self._read_change(node, self._now)

    def _new_revision(self, number: Id, base: Id) -> _OneNoteRevision:
        """Return a new revision; where that on which it is based isn't there, it is the one before."""
        known = self._space.revisions
        if base != NONE and base not in known:
            self._lists.note_break("onenote-revision-missing")
            base = next(reversed(known), NONE)
        return known.setdefault(number, _OneNoteRevision(number, base))

    def _read_change(self, node: _ListNode, now: _OneNoteRevision) -> None:
        kind, body = node.kind, node.body
        if kind == 0xB0:
            group = self._groups.get(node.place[0])
            if group is None:  # one that several revisions name is read once
                group = self._groups[node.place[0]] = []
                self._lists.each(node.place, partial(self._read_object_entry, now, group))
            now.groups.append(group)
        elif kind == 0x59:
            number, role = struct.unpack_from("<II", body)
            now.roots[role] = _resolved(number, now.table)
        elif kind == 0x5A:
            now.roots[struct.unpack_from("<I", body, 20)[0]] = _id(body)
        elif kind == 0x7C:
            now.is_encrypted = True
        else:
            if kind in _DECLARES and not now.groups:
                now.groups.append([])
            self._read_object_entry(now, now.groups[-1] if now.groups else [], node)

    def _read_object_entry(self, now: _OneNoteRevision, group: list[OneNoteObject], node: _ListNode) -> None:
        """Take an entry that extends the table of ids (2.1.3), or one that declares or revises an object (2.1.5)."""
        kind, body = node.kind, node.body
        if kind in _TABLE_STARTS:
            now.table = {}
        elif kind == _TABLE_ENTRY:
            now.table[struct.unpack_from("<I", body)[0]] = body[4:20]
        elif kind in _TABLE_INHERITS:
            self._inherit(kind, body, now)
        elif kind in _DECLARES:
            number = _resolved(struct.unpack_from("<I", body)[0], now.table)
            obj = OneNoteObject(number, 0, *node.place, table=now.table)
            if kind in _REVISED:
                obj.kind = self._kinds.get(number, 0)
            else:
                jcid = struct.unpack_from("<I", body, 4)[0]
                obj.kind = (jcid & 0x3FF) | 0x20000 if kind in _OLD else jcid
            if kind in _FILES:
                obj.file, at = _string(body, _FILES[kind])
                obj.ending, _ = _string(body, at)
            self._kinds[number] = obj.kind
            self.store.read.append(node.place)
            group.append(obj)

    def _inherit(self, kind: int, body: bytes, now: _OneNoteRevision) -> None:
        """Take over entries of the table of the revision before (2.5.11, 2.5.12)."""
        base = self._space.revisions.get(now.base)
        old = base.table if base is not None else {}
        first, second, *third = struct.unpack_from("<II" if kind == 0x25 else "<III", body)
        count, to = (second, third[0]) if third else (1, second)
        self.store.steps -= len(old)
        for at, guid in list(old.items()) if self.store.steps >= 0 else ():
            if first <= at < first + count:
                now.table[at - first + to] = guid


def _string(body: bytes, at: int) -> tuple[str, int]:
    """Return a counted string (2.2.3), and where it ends: the reference to a file, or the ending of its name."""
    end = at + 4 + 2 * int(struct.unpack_from("<I", body, at)[0])
    return body[at + 4 : end].decode("utf-16-le", "replace").rstrip("\0"), end


# OneNote's other packaging: .one files as SharePoint, OneDrive and newer programs hand them out. MS-ONESTORE 2.7 and
# 2.8, and MS-FSSHTTPB 2.2.1 for the stream of elements that it is. Bytes in, a Store out. What is torn is passed over,
# and isn't marked as read.

PACKAGED = UUID("638DE92F-A6D4-4BC1-9A36-B3FC2511A5B7").bytes_le
"""What stands at byte 48 of such a file (MS-ONESTORE 2.8.1)."""

_PACKAGE_BEGIN = 68
_CONTEXT = UUID("84DEFAB9-AAA3-4A0D-A3A8-520C77AC7073").bytes_le
_ROOT_ROLES = UUID("4A3717F8-1C14-49E7-9526-81D942DE1741").bytes_le
_KEY, _ROOT_SPACE = 3, 2
_METADATA, _DATA, _FILE = 4, 1, 2  # partitions of an object (MS-ONESTORE 2.7.6)
_BLOB, _FRAGMENT = 0x02, 6
_IS_BINARY = 0x10000  # a bit of the kind of objects that hold what only a key can read (MS-ONESTORE 2.6.14)
# By the lowest bit of an id's first byte: how many bytes its number goes on for, and how many bits say the form.
_ID_FORMS = {4: (0, 3), 32: (1, 6), 64: (2, 7), 128: (4, 8)}
_STRAY: Id = (b"", 0)


@dataclass(slots=True)
class _Element:
    """A data element (2.2.1.12): what was read of it, whatever its kind; ``declared`` are objects still to come."""

    base: Id = NONE
    roots: list[tuple[Id, Id]] = field(default_factory=list)
    groups: Ids = field(default_factory=list)
    current: Id = NONE
    declared: deque[tuple[Id, int]] = field(default_factory=deque)
    objects: dict[Id, OneNoteObject] = field(default_factory=dict)


class PackageReader(_ByteReader):
    """Takes one file apart into ``store``; what can't be followed is reported in ``texts``."""

    def __init__(self, untrusted_data: Data, texts: Texts) -> None:
        super().__init__(untrusted_data, _PACKAGE_BEGIN)
        self._texts = texts
        self._now = _Element()
        self._named = NONE
        self._elements: dict[Id, _Element] = {}
        self._cells: list[tuple[tuple[Id, Id], Id]] = []
        self._mapped: dict[Id, Id] = {}
        self._groups: dict[Id, list[OneNoteObject]] = {}
        self._sealed: set[Id] = set()
        self.store = OneNoteStore(untrusted_data)
        self._elements_of_stream()
        self._assemble()

    def _compact(self) -> int:
        """Return a Compact Unsigned 64-bit Integer (2.2.1.1): the lowest bit that is set says how long it is."""
        first = self.next_bytes(1)
        size = (first[0] & -first[0]).bit_length()
        if size == 8:
            return self.number(8)
        return int.from_bytes(first + self.next_bytes(size - 1), "little") >> size if size else 0

    def _id(self) -> Id:
        """Return an Extended GUID (2.2.1.7)."""
        first = self.next_bytes(1)
        if first == b"\0":
            return NONE
        more, shift = _ID_FORMS.get(first[0] & -first[0], (0, 0))
        if not shift:
            raise ValueError("an id makes no sense")
        number = int.from_bytes(first + self.next_bytes(more), "little") >> shift
        return self.next_bytes(16), number

    def _cell(self) -> tuple[Id, Id]:
        return self._id(), self._id()

    def _elements_of_stream(self) -> None:
        begun, size = 0, len(self.data)
        try:
            while self.at + 1 < size:
                first = self.data[self.at]
                if first & 1:  # an end, in one byte or in two
                    self.at += 2 if first & 2 else 1
                    continue
                start = self.at
                kind, length = self._head(first)
                end = self.at + length
                self.end = min(end, size)
                if not self._is_read(kind, end):
                    self.store.read.append((begun, start))
                    begun = self.end
                self.at, self.end = end, size
        except ValueError:
            self._texts.trouble("damaged", "onenote-torn")
        self.store.read.append((begun, min(self.at, size)))

    def _head(self, first: int) -> tuple[int, int]:
        """Take the head of a stream object (2.2.1.5): its kind and its length."""
        if not first & 2:
            head = int.from_bytes(self.next_bytes(2), "little")
            return head >> 3 & 0x3F, head >> 9
        head = self.number(4)
        size = head >> 17
        return head >> 3 & 0x3FFF, self._compact() if size == 0x7FFF else size

    def _is_read(self, kind: int, end: int) -> bool:
        """Take what a stream object says; False where it can't be read."""
        try:
            self._read(kind)
        except (IndexError, ValueError):
            self._texts.trouble("damaged", "onenote-torn")
            return False
        if end > self.end:
            self._texts.trouble("truncated", "onenote-cut")
        return end <= self.end or kind == _BLOB

    def _read(self, kind: int) -> None:
        """Take a stream object, by its kind; it belongs to the data element that began last."""
        now = self._now
        match kind:
            case 0x01:  # a data element begins
                self._begin_element()
            case 0x02:  # a blob
                size = self._compact()
                self.store.files[_key(self._named)] = (self.at, min(self.at + size, self.end))
            case 0x0E:  # a cell is mapped to its element
                self._cells.append((self._cell(), self._id()))
            case 0x0D:  # a revision is mapped to its element
                revision, element = self._id(), self._id()
                self._mapped[revision] = element
            case 0x07:  # a root is declared
                root, cell = self._id(), self._cell()
                if root[1] == _ROOT_SPACE:
                    self.store.root = cell[1]
            case 0x0B:  # a cell's current revision
                now.current = self._id()
            case 0x1A:  # a revision and its base
                _, now.base = self._id(), self._id()
            case 0x0A:  # a root object
                now.roots.append((self._id(), self._id()))
            case 0x19:  # a group of objects
                now.groups.append(self._id())
            case 0x18:  # an object is declared
                now.declared.append((self._id(), self._compact()))
            case 0x05:  # an object with a blob is declared
                number, _, partition = self._id(), self._id(), self._compact()
                now.declared.append((number, partition))
            case 0x16:  # an object's data
                self._read_object(*self._next_declared())
            case 0x1C:  # an object's reference to a blob
                obj, _ = self._next_declared()
                self._linked()
                obj.file = _key(self._id())

    def _begin_element(self) -> None:
        number = self._id()
        if self.next_bytes(1) != b"\0":
            self.next_bytes(24)  # a serial number
        if self._compact() == _FRAGMENT:
            self._texts.trouble("partial", "onenote-fragments")
        self._now = self._elements.setdefault(number, _Element())
        self._named = number

    def _next_declared(self) -> tuple[OneNoteObject, int]:
        """Return the object that the next data of a group is for, and its partition; IndexError where none is left."""
        number, partition = self._now.declared.popleft()
        return self._now.objects.setdefault(number, OneNoteObject(number, 0)), partition

    def _linked(self) -> tuple[Ids, Ids, Ids]:
        objects = [self._id() for _ in range(self._compact())]
        cells = [self._cell() for _ in range(self._compact())]
        return objects, [cell[1] for cell in cells], [cell[0] for cell in cells]

    def _read_object(self, obj: OneNoteObject, partition: int) -> None:
        linked = self._linked()
        size = self._compact()
        start = self.at
        data = self.next_bytes(size)
        if self.at < self.end:
            raise ValueError("an object is longer than it says")
        if partition == _METADATA:
            obj.kind = int.from_bytes(data[:4], "little")
        elif partition == _DATA:
            obj.start, obj.end, obj.linked = start, self.at, linked
        elif partition == _FILE:
            obj.file = _key(obj.id)
            self.store.files[obj.file] = (start, self.at)

    def _assemble(self) -> None:
        """Put the elements together: for each cell its revisions, then what no cell leads to in a space of its own."""
        used: set[Id] = set()
        for (context, number), mapped in self._cells:
            cell = self._elements.get(mapped)
            if cell is None:
                self._texts.trouble("damaged", "onenote-part-missing")
                continue
            space = self.store.spaces.setdefault(number, Space(number))
            space.current[NONE if context[0] == _CONTEXT else context] = cell.current
            self._chain(space, cell.current, used)
        stray = self.store.spaces.setdefault(_STRAY, Space(_STRAY))
        for number in self._mapped:
            self._chain(stray, number, used)
        groups = [self._group(number) for number in self._elements if number not in self._groups]
        stray.revisions[NONE] = _OneNoteRevision(NONE, NONE, groups)

    def _group(self, number: Id) -> list[OneNoteObject]:
        if number not in self._groups:
            element = self._elements.get(number)
            if element is None:
                self._texts.trouble("damaged", "onenote-part-missing")
            group = self._groups[number] = [] if element is None else list(element.objects.values())
            if any(obj.kind & _IS_BINARY for obj in group):
                self._sealed.add(number)
        return self._groups[number]

    def _chain(self, space: Space, number: Id, used: set[Id]) -> None:
        """Add a revision and those that it is based on, the oldest first."""
        chain: list[_OneNoteRevision] = []
        while number != NONE and number not in space.revisions and number not in used:
            mapped = self._mapped.get(number, number)
            element = self._elements.get(mapped)
            if element is None:
                self._texts.trouble("damaged", "onenote-part-missing")
                break
            used.add(number)
            roots = {root[1]: obj for root, obj in element.roots if root[0] == _ROOT_ROLES}
            groups = [self._group(group) for group in element.groups]
            is_sealed = _KEY in roots or not self._sealed.isdisjoint(element.groups)
            chain.append(_OneNoteRevision(number, element.base, groups, roots, is_encrypted=is_sealed))
            number = element.base
        for revision in reversed(chain):
            space.revisions[revision.id] = revision


def _key(number: Id) -> str:
    return f"{number[0].hex()}-{number[1]}"


# What the properties of OneNote's objects say: texts, the runs that aren't shown, links, moments. MS-ONE 2.1.12 for the
# properties, 2.2 and 2.3 for what each means. Nothing here knows how objects hang together.

ENDS, STYLES, HIDDEN = 0x1C001E12, 0x24001E13, 0x08001E16
"""Where the runs of a text end, the styles of the runs, and whether a style hides its text."""

TITLES = (0x1C001CF3, 0x1C001D3C, 0x1C001CA5)  # the title of a page, as it is kept beside the page's own text
SECTIONS = (0x1C00349B, 0x1C001D69)
LISTED = 0x1C001D6B
ALT, LINK, AUTHOR, RIVAL, TAG = 0x1C001E58, 0x1C001E20, 0x1C001D75, 0x1C001D9E, 0x1C003468
FILE_NAME, FILE_SOURCE, IMAGE_NAME, ENDING = 0x1C001D9C, 0x1C001D9D, 0x1C001DD7, 0x1C003424
CREATED, CHANGED = 0x18001C65, 0x18001D77
"""Names of a section, name of a file in a table of contents; a picture's other text, the link under it, who wrote, who
wrote otherwise at the same time, what a tag is called; names of files and their ending; moments as FILETIME."""

_WIDE, _NARROW, _LANGUAGE = 0x1C001C22, 0x1C003498, 0x10001CFE
# Fonts, names of styles, initials, marks of lists: no one looks for them.
_UNSEARCHED = {0x1C001C0A, 0x1C001C52, 0x1C00345A, 0x1C00348A, 0x1C001DF8, 0x1C001C1A, 0x1C001CDA, 0x1C001E5B}
_KNOWN = _UNSEARCHED | {*TITLES, *SECTIONS, LISTED, ALT, LINK, AUTHOR, RIVAL, TAG, FILE_NAME, FILE_SOURCE, IMAGE_NAME}
_KNOWN |= {ENDING, ENDS, _WIDE, _NARROW}
_GUID = 16
_BREAKS = {ord("\r"): "\n", ord("\x0b"): "\n", 0: None, 0xFFFC: None}
_FIELD = re.compile('\ufddf *([^"\n]{0,40}"[^"]*"|\\S*)')
_QUOTED = re.compile('"([^"]+)"')
_CODE_PAGES = {0x08: "cp1253", 0x0D: "cp1255", 0x1F: "cp1254"}
_CODE_PAGES |= dict.fromkeys((0x02, 0x19, 0x22, 0x23), "cp1251") | dict.fromkeys((0x01, 0x20, 0x29), "cp1256")
"""Of languages whose letters aren't those of western Europe, by the lower bits of their number."""


def _wide(value: object) -> str:
    return value.decode("utf-16-le", "replace").translate(_BREAKS) if isinstance(value, bytes) else ""


def texts_of(properties: Set, hides: Iterator[bool]) -> Iterator[tuple[str, str]]:
    """Yield (origin, text) of a text (MS-ONE 2.2.5, 2.2.89), first what is shown; ``hides`` says it of each run."""
    raw, narrow = properties.get(_WIDE), properties.get(_NARROW)
    text, other = raw.decode("utf-16-le", "replace") if isinstance(raw, bytes) else "", ""
    if isinstance(narrow, bytes):
        single = narrow.decode("cp1252", "replace")
        is_it = not text.strip("\0")
        # OneNote is known to write Latin 1 so, but the standard only calls it "extended ASCII".
        language = properties.get(_LANGUAGE)
        codec = _CODE_PAGES.get(language & 0x3FF) if isinstance(language, int) and not narrow.isascii() else None
        other = (narrow.decode(codec, "replace") if codec else "") or ("" if is_it else single)
        text = single if is_it else text
    runs = [(run, hide and not run.startswith("\ufddf")) for run, hide in _runs(text, properties.get(ENDS), hides)]
    visible = "".join(run for run, is_hidden in runs if not is_hidden)
    yield "body", _FIELD.sub("", visible).translate(_BREAKS)
    yield "alternative", other
    for run, is_hidden in runs:
        if is_hidden:
            yield "hidden", run.translate(_BREAKS)
    for match in _FIELD.finditer(visible):
        yield "fieldcode", " ".join(_QUOTED.findall(match[1])) or match[1]


def _runs(text: str, ends: object, hides: Iterator[bool]) -> Iterator[tuple[str, bool]]:
    """Yield the runs of a text, and whether each is hidden; the places in ``ends`` count units of UTF-16."""
    if not isinstance(ends, bytes):
        yield text, next(hides, False)
        return
    units, at = text.encode("utf-16-le", "surrogatepass"), 0
    for (end,) in struct.iter_unpack("<I", ends[: len(ends) // 4 * 4]):
        is_hidden = next(hides, False)
        if end > at // 2:
            yield units[at : 2 * end].decode("utf-16-le", "surrogatepass"), is_hidden
            at = min(2 * end, len(units))
    if at < len(units):
        yield units[at:].decode("utf-16-le", "surrogatepass"), next(hides, False)


def _moment(value: object) -> str:
    return filetime(value) if isinstance(value, int) else ""


def others(properties: Set) -> Iterator[str | bytes]:
    """Yield the values of properties whose meaning isn't known, as texts where they are, sets within sets included."""
    for number, value in properties.items():
        if isinstance(value, bytes):
            if number not in _KNOWN and len(value) > 3 and len(value) != _GUID:
                text = value.decode("utf-16-le", "replace")[:-1]
                is_text = value.endswith(b"\0\0") and text.replace("\n", " ").isprintable() and "\ufffd" not in text
                yield text if is_text else value
        elif isinstance(value, list):
            for inner in value:
                if isinstance(inner, dict):
                    yield from others(inner)


def _linked(properties: Set, number: int) -> Ids:
    value = properties.get(number)
    return [inner for inner in value if isinstance(inner, tuple)] if isinstance(value, list) else []


# The pages of a OneNote section: each with its title and text, its files, and what no page shows any more. MS-ONE 2.1
# and 2.2 for how pages hang together. Text of earlier versions, of deleted pages and of pages in conflict is hidden;
# where it is the same as what was added already, it isn't added again. Files are named here, given by ``onenote``.

# Properties that lead to the objects which one shows, in the order in which a reader sees them: the head of a page,
# marks of a list, content, what is inside or below; entries of a table of contents; objects in a text.
_BELOW = (0x24001D5F, 0x24001C26, 0x24001C1F, 0x24001C20, 0x24001CF6, 0x24003458)
_SPACES = 0x2C001D63
_LAST_AUTHOR = 0x20001D79
# Properties that lead to a file (picture, its twin for the web, embedded file), and those that name it.
_FILE_PROPERTIES = {0x20001C3F: IMAGE_NAME, 0x200034C8: IMAGE_NAME, 0x20001D9B: FILE_NAME}
# Where texts beside an object's own go; what is listed goes where its object is shown.
_ORIGINS = {
    **dict.fromkeys(TITLES, "hidden"),
    **dict.fromkeys(SECTIONS, "properties"),
    ALT: "hidden",
    LINK: "fieldcode",
    TAG: "annotation",
    LISTED: "",
    FILE_SOURCE: "properties",
    IMAGE_NAME: "properties",
}
_IMAGE, _ROW, _CELL, _PAGE = 0x11, 0x23, 0x24, 0x37
_INDEX = 0xFFFF
_INSIDE, _OUTSIDE = "<ifndf>", "<file>"
_LEAST_GAP = 5
# How many times the size of the file the sets of its objects may have together; each is read a few times at most.
_MOST_SET_TIMES = 6
_RUNS = re.compile(rb"[\x20-\x7e\xa0-\xff]{6,}")
_ASCII = b" " + bytes(range(65, 91)) + bytes(range(97, 123))


@dataclass(frozen=True, slots=True)
class _OneNoteFile:
    """A file as a page names it: its name, the path that it came from, the ending of its form, whether it is shown."""

    name: str
    source: str = ""
    ending: str = ""
    is_picture: bool = False


class _OneNotePages:
    """Reads the pages of a store into ``texts``; ``files`` are those that an object names, by their reference."""

    def __init__(self, store: OneNoteStore, texts: Texts, extract: Extract) -> None:
        self._store = store
        self._texts = texts
        self._extract = extract
        self._done: set[Id] = set()
        self._seen: set[int] = set()
        self._added: dict[str, set[str]] = {}
        self._counts = {"body": 0, "hidden": 0}
        self._objects: dict[Id, OneNoteObject] = {}
        self._hides: dict[Id, bool] = {}
        self._title = ""
        self._left_bytes = _MOST_SET_TIMES * len(store.data)
        self._people: dict[str, None] = {}
        self._made: list[str] = []
        self._changed: list[str] = []
        self._searched = self._missing = self._outside = 0
        self._pictured = False
        self.files: dict[str, _OneNoteFile] = {}
        self._locked = self.encrypted = False

    def read(self) -> None:
        listed = self._space(self._store.root, "body")
        for number in listed:
            for rival in self._space(number, "body"):
                self._space(rival, "hidden")
        for number in tuple(self._store.spaces):
            if number not in self._done:
                self._space(number, "hidden" if listed else "body", False)
        for space in self._store.spaces.values():
            self._earlier(space)
        if self._store.steps < 0:
            self._texts.trouble("limit-count", "onenote-too-many-revisions")
        self._add_leftovers()
        self._finish()

    def _space(self, number: Id, origin: str, is_listed: bool = True) -> Ids:
        """Read the current version of a space, once; returns the spaces that it leads to."""
        if number in self._done:
            return []
        self._done.add(number)
        space = self._store.spaces.get(number, Space(number))
        self._begin(space)
        roots, self._objects = self._store.view(space)
        if DEFAULT not in roots:
            if is_listed:
                self._texts.trouble("damaged", "onenote-page-missing")
            return []
        self._texts.cut("body", "hidden")
        self._head(roots)
        self._add(origin, self._title)
        return self._walk(roots[DEFAULT], origin)

    def _begin(self, space: Space) -> None:
        """Note whether a space is encrypted: what its objects say can't be read then, unless it isn't so after all."""
        self._locked = any(revision.is_encrypted for revision in space.revisions.values())
        self.encrypted = self.encrypted or self._locked
        self._hides.clear()

    def _head(self, roots: dict[int, Id]) -> None:
        top = self._objects.get(roots[DEFAULT])
        page = self._of(roots.get(METADATA, NONE))
        version = self._of(roots.get(VERSION, NONE))
        self._title = ""
        if top is None or top.kind & _INDEX != _PAGE:
            return
        self._title = next(filter(None, (_wide(page.get(number)) for number in TITLES)), "")
        made, changed = _moment(page.get(CREATED)), _moment(version.get(CHANGED))
        author = "".join(_wide(self._of(who).get(AUTHOR)) for who in _linked(version, _LAST_AUTHOR))
        self._made += filter(None, [made])
        self._changed += filter(None, [changed])
        facts = (("page", self._title), ("created", made), ("modified", changed), ("last author", author))
        self._texts.add("properties", "; ".join(f"{name}: {value}" for name, value in facts if value))

    def _of(self, number: Id) -> Set:
        obj = self._objects.get(number)
        return {} if obj is None else self._properties(obj)

    def _properties(self, obj: OneNoteObject) -> Set:
        """Return an object's properties; where they are torn, what looks like words in them is kept, too."""
        if obj.start >= obj.end:
            return {}
        self._left_bytes -= max(0, min(obj.end, len(self._store.data)) - obj.start)
        if self._left_bytes < 0:
            self._texts.trouble("limit-size", "onenote-overlap")
            return {}
        raw = self._store.data[obj.start : obj.end]
        values, is_whole = properties(raw, obj)
        if not is_whole and self._locked:
            return {}
        if not is_whole:
            self._texts.trouble("damaged", "onenote-torn")
            self._add_loose_strings(raw)
        return values

    def _walk(self, top: Id, origin: str) -> Ids:
        """Tell what an object shows and all that is below it, each object once; returns the spaces that it leads to."""
        stack: list[Id | tuple[str, int]] = [top]
        spaces: Ids = []
        met: set[Id] = set()
        while stack:
            entry = stack.pop()
            if isinstance(entry[0], str):  # the end of a table's cell or row
                if self._counts[origin] > entry[1]:
                    self._texts.end_with(origin, entry[0])
                continue
            obj = self._objects.get(entry)
            if obj is None:
                self._texts.trouble("damaged", "onenote-part-missing")
            if obj is None or entry in met:
                continue
            met.add(entry)
            values = self._properties(obj)
            self._add_object(obj, values, origin)
            spaces += _linked(values, _SPACES)
            mark = {_ROW: "\n", _CELL: "\t"}.get(obj.kind & _INDEX)
            if mark:
                stack.append((mark, self._counts[origin]))
            stack += reversed([below for number in _BELOW if number in values for below in _linked(values, number)])
        return spaces

    def _earlier(self, space: Space) -> None:
        self._begin(space)
        groups = {id(g): g for revision in reversed(space.revisions.values()) for g in reversed(revision.groups)}
        self._objects = {}
        self._store.gather(groups.values(), self._objects)
        self._texts.cut("hidden")
        for group in groups.values():
            for obj in group if self._store.steps >= 0 else ():
                if id(obj) not in self._seen:
                    self._add_object(obj, self._properties(obj), "hidden")

    def _add_object(self, obj: OneNoteObject, values: Set, origin: str) -> None:
        self._seen.add(id(obj))
        shown = self._add_texts(obj, values, origin)
        for number in values:
            if number in _ORIGINS:
                text = _wide(values[number])
                self._add(_ORIGINS[number] or origin, text)
                if number in SECTIONS and origin == "body":
                    self._extract.subject = self._extract.subject or text or None
            elif number in (AUTHOR, RIVAL):
                if who := _wide(values[number]):
                    self._people[who] = None
            elif number == FILE_NAME:
                name = _wide(values[number])
                self._add(origin, "" if name == shown else name)
            elif number in _FILE_PROPERTIES:
                self._note_files(values, number, _FILE_PROPERTIES[number], origin)
        for value in others(values):
            if isinstance(value, str):
                self._add("properties", value)
            else:
                self._add_loose_strings(value)

    def _add_texts(self, obj: OneNoteObject, values: Set, origin: str) -> str:
        """Tell an object's text, in a picture what OneNote recognised in it; returns what is shown."""
        if obj.kind & _INDEX == _IMAGE:
            self._pictured = True
            origin = "ocr"
        (_, shown), *others = texts_of(values, map(self._is_hidden, _linked(values, STYLES)))
        if origin == "body" and shown == self._title:
            self._title = ""  # it came before all else
        else:
            self._add(origin, shown)
        for other, text in others:
            self._add(other, text)
        return shown

    def _is_hidden(self, style: Id) -> bool:
        if style not in self._hides:
            self._hides[style] = self._of(style).get(HIDDEN) == 1
        return self._hides[style]

    def _note_files(self, values: Set, number: int, naming: int, origin: str) -> None:
        name = _wide(values.get(naming))
        source = _wide(values.get(FILE_SOURCE)) if naming == FILE_NAME else ""
        for container in _linked(values, number):
            obj = self._objects.get(container)
            if obj is None or not obj.file:
                self._missing += origin == "body"  # of what is no longer shown, files may be gone
            elif obj.file.startswith(_OUTSIDE):
                self._outside += 1
                self._add("properties", obj.file.removeprefix(_OUTSIDE))
            else:
                ending = obj.ending or _wide(self._properties(obj).get(ENDING))
                inside = obj.file.removeprefix(_INSIDE)  # MS-ONESTORE 2.5.27; the list of files has the name alone
                reference = obj.file if inside == obj.file else inside.strip("{}").lower()
                self.files.setdefault(reference, _OneNoteFile(name, source, ending, naming != FILE_NAME))

    def _add(self, origin: str, text: str) -> None:
        """Add a line; other than on a page, the same is added once, and as hidden only what is nowhere else."""
        text = text.strip("\n")
        if not text or text.isspace() or self._texts.full:
            return
        origins = self._added.setdefault(text, set())
        if origin == "body" or not (origins if origin == "hidden" else origin in origins):
            origins.add(origin)
            self._counts[origin] = self._counts.get(origin, 0) + 1
            self._texts.add(origin, text)

    def _add_loose_strings(self, raw: bytes) -> None:
        """Keep what looks like words: in UTF-16, and in single bytes where most are letters of ASCII."""
        raw, self._searched = raw[: max(0, MOST_STRINGS - self._searched)], self._searched + len(raw)
        runs = [match[0].decode("utf-16-le") for match in WIDE.finditer(raw)]
        for match in _RUNS.finditer(raw):
            if len(match[0].translate(None, _ASCII)) * 3 <= len(match[0]):
                runs.append(match[0].decode("cp1252", "replace"))
        for text in runs:
            if text not in self._added and looks_like_words(text):
                self._add("hidden", text)

    def _add_leftovers(self) -> None:
        """Read as loose strings what nothing was made of: room that became free, and what no list leads to."""
        gave_up = self._store.steps < 0 or self._left_bytes < 0
        for start, end in [(0, len(self._store.data))] if gave_up else self._store.gaps():
            if end - start > _LEAST_GAP:
                size = min(end - start, MOST_STRINGS + 1)
                self._add_loose_strings(self._store.data[start : start + size])
        bounded(self._searched, self._texts)

    def _finish(self) -> None:
        self._missing += sum(key not in self._store.files for key in self.files)
        if self._missing:
            self._texts.trouble("damaged", "onenote-files-missing", count=self._missing)
        if self._outside:
            self._texts.trouble("external", "onenote-files-beside", count=self._outside)
        made, changed = min(self._made, default=None), max(self._changed, default=None)
        self._extract.date = changed or made
        facts = [*(("author", name) for name in self._people), ("created", made), ("modified", changed)]
        for name, value in facts:
            if value:
                self._extract.properties.append((name, value))
                self._texts.add("properties", f"{name}: {value}")
        if not self.encrypted:
            self._texts.report_missing_text(self._pictured, bool(self._store.files))


TYPE = "application/onenote"
_HEADERS = (bytes.fromhex("e4525c7b8cd8a74d"), bytes.fromhex("a12fff43d9ef764c"))
_TYPE_ENDS, _FORM = 16, slice(48, 64)


def claims(probe: Probe) -> bool:
    return probe.head[:8] in _HEADERS


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Read the pages; of a form that isn't known nor like the older one, loose strings are kept."""
    texts = Texts(context.limits)
    extract = Extract(TYPE, troubles=texts.troubles)
    form = untrusted_data[_FORM]
    store = (PackageReader if form == PACKAGED else StoreReader)(untrusted_data, texts).store
    if form not in (STORED, PACKAGED) and not store.spaces:
        texts = Texts(context.limits)
        loose(untrusted_data[_TYPE_ENDS : _TYPE_ENDS + MOST_STRINGS + 1], texts)
        texts.trouble("partial", "onenote-form-unknown")
        return Extract(TYPE, texts.segments(), texts.troubles)
    pages = _OneNotePages(store, texts, extract)
    pages.read()
    if pages.encrypted:
        texts.trouble("encrypted", "onenote-encrypted")
    extract.segments = texts.segments()
    extract.children = _children(store, pages, context.limits)
    return extract


def _children(store: OneNoteStore, pages: _OneNotePages, limits: Limits) -> Iterator[Child | Trouble]:
    """Yield the files in the order in which pages name them, then those that no page names, each place once."""
    budget = UnpackingBudget(limits)
    names = {**pages.files, **{key: _OneNoteFile("") for key in store.files if key not in pages.files}}
    spans: set[tuple[int, int]] = set()
    for number, (key, file) in enumerate(names.items(), 1):
        span = store.files.get(key)
        if span is not None and span not in spans and span[0] < span[1]:
            spans.add(span)
            start, end = span
            unpacked = budget.collect([store.data[start:end]], end - start, file.name or f"file {number}")
            if unpacked.trouble is not None:
                yield unpacked.trouble
            if unpacked.data and (not pages.encrypted or ending_of(unpacked.data, "")):
                name = _name(file, unpacked.data, number)
                yield Child(name, unpacked.data, came_from=(file.source,) if file.source else ())


def _name(file: _OneNoteFile, data: bytes, number: int) -> str:
    """Return a file's name; that of a picture with the ending of its form, where it has another one."""
    if file.name and not file.is_picture:
        return file.name
    ending = file.ending if file.ending.startswith(".") else ending_of(data, "")
    name = file.name or f"file {number}"
    return name if name.lower().endswith(ending.lower()) else name + ending
