"""OneNote's other packaging: .one files as SharePoint, OneDrive and newer programs hand them out.

MS-ONESTORE 2.7 and 2.8, and MS-FSSHTTPB 2.2.1 for the stream of elements that it is. Bytes in, a Store out. What is
torn is passed over, and isn't marked as read.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from uuid import UUID

from triage.parsers.kit.contract import Data
from triage.parsers.kit.texts import Texts
from triage.parsers.office.onenote.objects import (
    NONE,
    ByteReader,
    Id,
    Ids,
    OneNoteObject,
    OneNoteRevision,
    OneNoteStore,
    Space,
)

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

_ID_FORMS = {4: (0, 3), 32: (1, 6), 64: (2, 7), 128: (4, 8)}
"""By the lowest bit of an id's first byte: how many bytes its number goes on for, and how many bits say the form."""

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


def read_package(untrusted_data: Data, texts: Texts) -> OneNoteStore:
    """Read a file; what can't be followed is told in ``texts``."""
    reader = _FsshttpReader(untrusted_data, texts)
    reader.elements()
    reader.assemble()
    return reader.store


class _FsshttpReader(ByteReader):
    """Takes one file apart into ``store``."""

    def __init__(self, untrusted_data: Data, texts: Texts) -> None:
        super().__init__(untrusted_data, _BEGIN)
        self._texts = texts
        self._now = _Element()
        self._named = NONE
        self._elements: dict[Id, _Element] = {}
        self._cells: list[tuple[tuple[Id, Id], Id]] = []
        self._mapped: dict[Id, Id] = {}
        self._groups: dict[Id, list[OneNoteObject]] = {}
        self._sealed: set[Id] = set()
        self.store = OneNoteStore(untrusted_data)

    def _compact(self) -> int:
        """Return a Compact Unsigned 64-bit Integer (2.2.1.1): the lowest bit that is set says how long it is."""
        first = self.take(1)
        size = (first[0] & -first[0]).bit_length()
        if size == 8:
            return self.number(8)
        return int.from_bytes(first + self.take(size - 1), "little") >> size if size else 0

    def _id(self) -> Id:
        """Return an Extended GUID (2.2.1.7)."""
        first = self.take(1)
        if first == b"\0":
            return NONE
        more, shift = _ID_FORMS.get(first[0] & -first[0], (0, 0))
        if not shift:
            raise ValueError("an id makes no sense")
        number = int.from_bytes(first + self.take(more), "little") >> shift
        return self.take(16), number

    def _cell(self) -> tuple[Id, Id]:
        return self._id(), self._id()

    def elements(self) -> None:
        """Read the stream of elements to its end; one that makes no sense is passed over."""
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
            head = int.from_bytes(self.take(2), "little")
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
                self._read_object(*self._declared())
            case 0x1C:  # an object's reference to a blob
                thing, _ = self._declared()
                self._linked()
                thing.file = _key(self._id())

    def _begin_element(self) -> None:
        number = self._id()
        if self.take(1) != b"\0":
            self.take(24)  # a serial number
        if self._compact() == _FRAGMENT:
            self._texts.trouble("partial", "onenote-fragments")
        self._now = self._elements.setdefault(number, _Element())
        self._named = number

    def _declared(self) -> tuple[OneNoteObject, int]:
        """Return the object that the next data of a group is for, and its partition; IndexError where none is left."""
        number, partition = self._now.declared.popleft()
        return self._now.objects.setdefault(number, OneNoteObject(number, 0)), partition

    def _linked(self) -> tuple[Ids, Ids, Ids]:
        objects = [self._id() for _ in range(self._compact())]
        cells = [self._cell() for _ in range(self._compact())]
        return objects, [cell[1] for cell in cells], [cell[0] for cell in cells]

    def _read_object(self, thing: OneNoteObject, partition: int) -> None:
        linked = self._linked()
        size = self._compact()
        start = self.at
        data = self.take(size)
        if self.at < self.end:
            raise ValueError("an object is longer than it says")
        if partition == _METADATA:
            thing.kind = int.from_bytes(data[:4], "little")
        elif partition == _DATA:
            thing.start, thing.end, thing.linked = start, self.at, linked
        elif partition == _FILE:
            thing.file = _key(thing.id)
            self.store.files[thing.file] = (start, self.at)

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


def _key(number: Id) -> str:
    return f"{number[0].hex()}-{number[1]}"
