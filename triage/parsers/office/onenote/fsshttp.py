"""OneNote's other packaging: .one files as SharePoint, OneDrive and newer programs hand them out.

MS-ONESTORE 2.7 and 2.8, and MS-FSSHTTPB 2.2.1 for the stream of elements that it is. Bytes in, a Store out. What is
torn is passed over, and isn't marked as read.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from uuid import UUID

from triage.parsers.kit.contract import Data
from triage.parsers.kit.texts import Texts
from triage.parsers.office.onenote.objects import NONE, Id, Ids, OneNoteObject, OneNoteRevision, OneNoteStore, Space

PACKAGED = UUID("638DE92F-A6D4-4BC1-9A36-B3FC2511A5B7").bytes_le
"""What stands at byte 48 of such a file (MS-ONESTORE 2.8.1)."""

_BEGIN = 68
_CONTEXT = UUID("84DEFAB9-AAA3-4A0D-A3A8-520C77AC7073").bytes_le
_ROLES = UUID("4A3717F8-1C14-49E7-9526-81D942DE1741").bytes_le
_KEY, _ROOT_SPACE = 3, 2
_METADATA, _DATA, _FILE = 4, 1, 2
"""Partitions of an object (MS-ONESTORE 2.7.6)."""

_BLOB, _FRAGMENT = 0x02, 6
_IS_BINARY = 0x10000
"""A bit of the kind of objects that hold what only a key can read (MS-ONESTORE 2.6.14)."""


@dataclass(slots=True)
class _Element:
    """A data element (2.2.1.12): what was read of it, whatever its kind."""

    revision: Id = NONE
    base: Id = NONE
    roots: list[tuple[Id, Id]] = field(default_factory=list)
    groups: Ids = field(default_factory=list)
    current: Id = NONE
    declared: list[tuple[Id, int]] = field(default_factory=list)
    objects: dict[Id, OneNoteObject] = field(default_factory=dict)
    given: int = 0


def read_package(untrusted_data: Data, texts: Texts) -> OneNoteStore:
    """Read a file; what can't be followed is told in ``texts``."""
    reader = _FsshttpReader(untrusted_data, texts)
    reader.elements()
    reader.assemble()
    return reader.store


class _FsshttpReader:
    """Takes one file apart into ``store``."""

    def __init__(self, untrusted_data: Data, texts: Texts) -> None:
        self._data = untrusted_data
        self._texts = texts
        self._at = _BEGIN
        self._end = len(untrusted_data)
        self._now = _Element()
        self._named = NONE
        self._partition = 0
        self._elements: dict[Id, _Element] = {}
        self._cells: list[tuple[tuple[Id, Id], Id]] = []
        self._mapped: dict[Id, Id] = {}
        self._groups: dict[Id, list[OneNoteObject]] = {}
        self._sealed: set[Id] = set()
        self.store = OneNoteStore(untrusted_data)

    def _take(self, size: int) -> bytes:
        taken = self._data[self._at : self._at + size]
        if self._at + size > self._end:
            raise ValueError("a value runs over the end")
        self._at += size
        return taken

    def _number(self) -> int:
        """Return a Compact Unsigned 64-bit Integer (2.2.1.1): the lowest bit that is set says how long it is."""
        first = self._take(1)[0]
        if not first:
            return 0
        size = (first & -first).bit_length()
        if size == 8:
            return int.from_bytes(self._take(8), "little")
        return int.from_bytes(bytes((first,)) + self._take(size - 1), "little") >> size

    def _id(self) -> Id:
        """Return an Extended GUID (2.2.1.7)."""
        first = self._take(1)[0]
        if not first:
            return NONE
        for mask, size in ((7, 1), (63, 2), (127, 3)):
            if first & mask == (mask + 1) >> 1:
                number = int.from_bytes(bytes((first,)) + self._take(size - 1), "little") >> mask.bit_length()
                return self._take(16), number
        if first != 128:
            raise ValueError("an id makes no sense")
        number = int.from_bytes(self._take(4), "little")
        return self._take(16), number

    def _cell(self) -> tuple[Id, Id]:
        return self._id(), self._id()

    def elements(self) -> None:
        """Read the stream of elements to its end; one that makes no sense is passed over."""
        begun = 0
        try:
            while self._at + 1 < len(self._data):
                first = self._data[self._at]
                if first & 1:  # an end, in one byte or in two
                    self._at += 2 if first & 2 else 1
                    continue
                start = self._at
                kind, size = self._head(first)
                end = self._at + size
                self._end = min(end, len(self._data))
                if not self._tried(kind, end):
                    self.store.read.append((begun, start))
                    begun = self._end
                self._at, self._end = end, len(self._data)
        except (struct.error, IndexError, ValueError):
            self._torn()
        self.store.read.append((begun, min(self._at, len(self._data))))

    def _torn(self) -> None:
        self._texts.trouble("damaged", "onenote-torn")

    def _tried(self, kind: int, end: int) -> bool:
        """Take what a stream object says; False where it can't be read."""
        take = _TAKEN.get(kind)
        try:
            if take is not None:
                take(self)
            if end > self._end:
                self._texts.trouble("truncated", "onenote-cut")
        except (struct.error, IndexError, ValueError):
            self._torn()
            return False
        return end <= self._end or kind == _BLOB

    def _head(self, first: int) -> tuple[int, int]:
        """Take the head of a stream object (2.2.1.5)."""
        if not first & 2:
            head = int.from_bytes(self._take(2), "little")
            return head >> 3 & 0x3F, head >> 9
        head = int.from_bytes(self._take(4), "little")
        size = head >> 17
        return head >> 3 & 0x3FFF, self._number() if size == 0x7FFF else size

    def _serial(self) -> None:
        if self._take(1) != b"\0":
            self._take(24)

    def _begun(self) -> None:
        number = self._id()
        self._serial()
        if self._number() == _FRAGMENT:
            self._texts.trouble("partial", "onenote-fragments")
        self._now = self._elements.setdefault(number, _Element())
        self._named = number

    def _blobbed(self) -> None:
        size = self._number()
        found = min(size, self._end - self._at)
        self.store.files[_key(self._named)] = (self._at, self._at + found)

    def _cell_mapped(self) -> None:
        self._cells.append((self._cell(), self._id()))

    def _revision_mapped(self) -> None:
        revision = self._id()
        self._mapped[revision] = self._id()

    def _root_declared(self) -> None:
        root, cell = self._id(), self._cell()
        if root[1] == _ROOT_SPACE:
            self.store.root = cell[1]

    def _cell_read(self) -> None:
        self._now.current = self._id()

    def _revision_read(self) -> None:
        self._now.revision = self._id()
        self._now.base = self._id()

    def _revision_rooted(self) -> None:
        self._now.roots.append((self._id(), self._id()))

    def _group_named(self) -> None:
        self._now.groups.append(self._id())

    def _declared(self) -> None:
        number = self._id()
        self._now.declared.append((number, self._number()))

    def _blob_declared(self) -> None:
        number = self._id()
        self._id()
        self._now.declared.append((number, self._number()))

    def _linked(self) -> tuple[Ids, Ids, Ids]:
        objects = [self._id() for _ in range(self._number())]
        cells = [self._cell() for _ in range(self._number())]
        return objects, [cell[1] for cell in cells], [cell[0] for cell in cells]

    def _given(self) -> OneNoteObject:
        """Return the object that the next data of a group is for, and its partition; IndexError where none is left."""
        now = self._now
        number, partition = now.declared[now.given]
        now.given += 1
        self._partition = partition
        return now.objects.setdefault(number, OneNoteObject(number, 0))

    def _object_read(self) -> None:
        thing = self._given()
        linked = self._linked()
        size = self._number()
        start = self._at
        data = self._take(size)
        if self._at < self._end:
            raise ValueError("an object is longer than it says")
        if self._partition == _METADATA:
            thing.kind = int.from_bytes(data[:4], "little")
        elif self._partition == _DATA:
            thing.start, thing.end, thing.linked = start, self._at, linked
        elif self._partition == _FILE:
            thing.file = _key(thing.id)
            self.store.files[thing.file] = (start, self._at)

    def _blob_referred(self) -> None:
        thing = self._given()
        self._linked()
        thing.file = _key(self._id())

    def assemble(self) -> None:
        """Put the elements together: for each cell its revisions, then what no cell leads to in a space of its own."""
        used: set[Id] = set()
        for (context, number), mapped in self._cells:
            cell = self._elements.get(mapped)
            if cell is None:
                self._texts.trouble("damaged", "onenote-part-missing")
                continue
            space = self.store.space(number)
            space.current[NONE if context[0] == _CONTEXT else context] = cell.current
            self._chain(space, cell.current, used)
        stray = self.store.space(_STRAY)
        for number in self._mapped:
            self._chain(stray, number, used)
        groups = [self._group(number) for number in self._elements if number not in self._groups]
        stray.revisions[NONE] = OneNoteRevision(NONE, NONE, groups)

    def _group(self, number: Id) -> list[OneNoteObject]:
        """Return the objects of a group, one list for all revisions that name it; note where a key is needed for it."""
        if number not in self._groups:
            element = self._elements.get(number)
            if element is None:
                self._texts.trouble("damaged", "onenote-part-missing")
            group = self._groups[number] = [] if element is None else list(element.objects.values())
            if any(thing.kind & _IS_BINARY for thing in group):
                self._sealed.add(number)
        return self._groups[number]

    def _chain(self, space: Space, number: Id, used: set[Id]) -> None:
        """Add a revision and those that it is based on, the oldest first."""
        chain: list[OneNoteRevision] = []
        while number != NONE and number not in space.revisions and number not in used:
            mapped = self._mapped.get(number, number)
            element = self._elements.get(mapped)
            if element is None:
                self._texts.trouble("damaged", "onenote-part-missing")
                break
            used.add(number)
            roots = {root[1]: thing for root, thing in element.roots if root[0] == _ROLES}
            groups = [self._group(group) for group in element.groups]
            is_sealed = _KEY in roots or not self._sealed.isdisjoint(element.groups)
            chain.append(OneNoteRevision(number, element.base, groups, roots, is_encrypted=is_sealed))
            number = element.base
        for revision in reversed(chain):
            space.revisions[revision.id] = revision


_STRAY: Id = (b"", 0)


def _key(number: Id) -> str:
    return f"{number[0].hex()}-{number[1]}"


_TAKEN = {
    0x01: _FsshttpReader._begun,
    _BLOB: _FsshttpReader._blobbed,
    0x0E: _FsshttpReader._cell_mapped,
    0x0D: _FsshttpReader._revision_mapped,
    0x07: _FsshttpReader._root_declared,
    0x0B: _FsshttpReader._cell_read,
    0x1A: _FsshttpReader._revision_read,
    0x0A: _FsshttpReader._revision_rooted,
    0x19: _FsshttpReader._group_named,
    0x18: _FsshttpReader._declared,
    0x05: _FsshttpReader._blob_declared,
    0x16: _FsshttpReader._object_read,
    0x1C: _FsshttpReader._blob_referred,
}
