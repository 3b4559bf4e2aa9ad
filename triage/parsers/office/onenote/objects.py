"""What a OneNote file is made of: object spaces, their revisions, objects, and the properties of an object.

MS-ONESTORE 2.1 for the model, which both forms of the file share, and 2.6 for sets of properties. Nothing here knows
how the file keeps them, nor what a property says.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from triage.parsers.kit.contract import Data

Id = tuple[bytes, int]
"""An ExtendedGUID (2.2.1): the bytes of a GUID, and a number."""

Ids = list[Id]
Set = dict[int, "Value"]
"""The properties of a set, each by its id with its type, without the bit of a boolean's value."""

Value = int | bytes | Ids | list[Set]

NONE: Id = (bytes(16), 0)
DEFAULT, METADATA, VERSION = 1, 2, 4
"""Roles of a revision and of a root object (2.1.8, 2.1.12)."""

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
class OneNoteRevision:
    """What one revision changed: the objects of its groups, and its root objects by their roles."""

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
    revisions: dict[Id, OneNoteRevision] = field(default_factory=dict)
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

    def space(self, number: Id) -> Space:
        """Return the space of this id, a new one where there is none yet."""
        if number not in self.spaces:
            self.spaces[number] = Space(number)
        return self.spaces[number]

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
            for thing in group:
                objects.setdefault(thing.id, thing)
        return True

    def gaps(self) -> Iterator[tuple[int, int]]:
        """Yield the stretches of the file that nothing was made of."""
        at, size = 0, len(self.data)
        for start, end in (*sorted(self.read), (size, size)):
            if at < min(start, size):
                yield at, min(start, size)
            at = max(at, end)


class ByteReader:
    """Takes values off ``data``, from ``at`` on. Raises ValueError where one runs over ``end``."""

    def __init__(self, untrusted_data: Data, at: int = 0) -> None:
        self.data = untrusted_data
        self.at = at
        self.end = len(untrusted_data)

    def take(self, size: int) -> bytes:
        """Take this many bytes."""
        start, end = self.at, self.at + size
        if end > self.end:
            raise ValueError("a value runs over the end")
        self.at = end
        return self.data[start:end]

    def number(self, size: int = 4) -> int:
        """Take an unsigned number of this many bytes."""
        return int.from_bytes(self.take(size), "little")

    def numbers(self, count: int) -> tuple[int, ...]:
        """Take unsigned numbers of four bytes each."""
        return struct.unpack(f"<{count}I", self.take(4 * count))


def properties(untrusted_set: bytes, thing: OneNoteObject) -> tuple[Set, bool]:
    """Return an object's properties (2.6.1), and whether all of them could be read."""
    reader = _PropertyReader(untrusted_set, thing)
    values: Set = {}
    try:
        reader.begin()
        reader.read(values, 0)
    except ValueError:
        return values, False
    rest = reader.data[reader.at :]  # what fills the last eight bytes up
    return values, reader.fits and len(rest) < 8 and not rest.strip(b"\0")


class _PropertyReader(ByteReader):
    """Reads one ObjectSpaceObjectPropSet. Raises ValueError where it breaks its rules."""

    def __init__(self, untrusted_set: bytes, thing: OneNoteObject) -> None:
        super().__init__(untrusted_set)
        self._thing = thing
        self._linked: list[Iterator[Id]] = []
        self.fits = True

    def begin(self) -> None:
        """Read the streams of ids before the set: objects, spaces, contexts (2.6.2 to 2.6.5)."""
        table, linked = self._thing.table, self._thing.linked
        streams: list[Ids] = []
        more = True
        while more and len(streams) < 3:
            head = self.number()
            numbers = self.numbers(head & 0xFFFFFF)
            streams.append([NONE if table is None else resolved(number, table) for number in numbers])
            more = not head >> 31 if len(streams) == 1 else bool(head >> 30 & 1)
        streams += [[]] * (3 - len(streams))
        if table is None:  # ids stand beside the set; those of spaces and contexts are pairs of both (2.7.6)
            objects, spaces, contexts = map(len, streams)
            self.fits = len(linked[0]) == objects and len(linked[1]) == spaces + contexts
            streams = [linked[0], linked[1][:spaces], linked[2][spaces:]]
        self._linked = [iter(stream) for stream in streams]

    def read(self, values: Set, depth: int) -> Set:
        """Read a PropertySet (2.6.7) into ``found``."""
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
            return self.take(self.number())
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


def resolved(number: int, table: dict[int, bytes]) -> Id:
    """Return what a CompactID (2.2.2) stands for; NONE where the table doesn't know it."""
    guid = table.get(number >> 8)
    return NONE if guid is None else (guid, number & 0xFF)
