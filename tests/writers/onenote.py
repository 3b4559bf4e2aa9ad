"""OneNote sections: the revision store that a computer keeps, and the package of the cloud.

MS-ONESTORE, MS-ONE and MS-FSSHTTPB. Objects and spaces are numbers here, each under one GUID for its kind.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from uuid import UUID

from tests.selftest.plant import Plant

SECTION, SERIES, PAGE, OUTLINE, PARAGRAPH, TEXT, IMAGE = 0x60007, 0x60008, 0x6000B, 0x6000C, 0x6000D, 0x6000E, 0x60011
TABLE, ROW, CELL, TITLE, PAGE_DATA, FILE, FILE_DATA = 0x60022, 0x60023, 0x60024, 0x6002C, 0x20030, 0x60035, 0x80036
MANIFEST, VERSION_DATA, LISTED, STYLE, AUTHOR = 0x60037, 0x20044, 0x20001, 0x12004D, 0x120001
"""Kinds of objects by their JCID (MS-ONE 2.1.13)."""

CONTENT, BELOW, HEAD, PAGES, ENTRIES = 0x24001C1F, 0x24001C20, 0x24001D5F, 0x2C001D63, 0x24001CF6
WIDE, NARROW, ENDS, STYLES, HIDDEN = 0x1C001C22, 0x1C003498, 0x1C001E12, 0x24001E13, 0x08001E16
CACHED, ALT, WHO, LAST_WHO, CHANGED, MADE = 0x1C001CF3, 0x1C001E58, 0x1C001D75, 0x20001D79, 0x18001D77, 0x18001C65
FILE_NAME, FILE_SOURCE, FILE_BYTES, IMAGE_NAME, IMAGE_BYTES = 0x1C001D9C, 0x1C001D9D, 0x20001D9B, 0x1C001DD7, 0x20001C3F
"""Properties by their id with its type (MS-ONE 2.1.12)."""

OBJECTS, SPACES, REVISIONS, FILES, ELEMENTS = (bytes((n,)) * 16 for n in range(1, 6))
_SECTION_TYPE = UUID("7B5C52E4-D88C-4DA7-AEB1-5378D02996D3").bytes_le
_LIST_TYPE = UUID("43FF2FA1-EFD9-4C76-9EE2-10EA5722765F").bytes_le
_STORED = UUID("109ADD3F-911B-49F5-A5D0-1791EDC8AED8").bytes_le
_PACKAGED = UUID("638DE92F-A6D4-4BC1-9A36-B3FC2511A5B7").bytes_le
_FILE_BEGINS = UUID("BDE316E7-2665-4511-A4C4-8D4D0B7A9EAC").bytes_le
_FILE_ENDS = UUID("71FBA722-0F79-4A0B-BB13-899256426B24").bytes_le
_CONTEXT = UUID("84DEFAB9-AAA3-4A0D-A3A8-520C77AC7073").bytes_le
_ROLES = UUID("4A3717F8-1C14-49E7-9526-81D942DE1741").bytes_le
_NOWHERE = b"\xff" * 8 + bytes(4)

Values = dict[int, "bytes | int | list[int]"]


@dataclass
class Thing:
    """An object: its number, its kind, its properties; or the number of the file that it stands for."""

    number: int
    kind: int
    values: Values = field(default_factory=dict)
    file: int = 0

    def linked(self, type_: int) -> list[int]:
        """Return what its properties of a type (8 objects, 10 spaces) and of the arrays of that type point to."""
        return [n for pid, v in self.values.items() if pid >> 26 & 0x1E == type_ for n in v]  # type: ignore[union-attr]

    def packed(self) -> bytes:
        """Return its ObjectSpaceObjectPropSet (MS-ONESTORE 2.6.1)."""
        objects, spaces = self.linked(8), self.linked(10)
        out = struct.pack(f"<I{len(objects)}I", len(objects) | (not spaces) << 31, *objects)
        out += struct.pack(f"<I{len(spaces)}I", len(spaces), *(n | 1 << 8 for n in spaces)) if spaces else b""
        out += struct.pack("<H", len(self.values))
        out += b"".join(struct.pack("<I", pid | (pid >> 26 == 2 and v == 1) << 31) for pid, v in self.values.items())
        for pid, value in self.values.items():
            if isinstance(value, list):
                out += struct.pack("<I", len(value)) if pid >> 26 & 1 else b""
            elif isinstance(value, bytes):
                out += struct.pack("<I", len(value)) + value if pid >> 26 == 7 else value
        return out + bytes(-len(out) % 8)


@dataclass
class Revision:
    """A revision: its objects, and its root objects by their roles; ``key`` says that it is encrypted."""

    things: list[Thing]
    roots: dict[int, int] = field(default_factory=dict)
    key: bool = False


Spaces = dict[int, list[Revision]]
"""Revisions of each space, oldest first; the first space is the root."""


def wide(text: str) -> bytes:
    return text.encode("utf-16-le") + b"\0\0"


def _id(guid: bytes, number: int) -> bytes:
    return guid + struct.pack("<I", number)


def node(kind: int, body: bytes = b"", place: tuple[int, int] | None = None) -> bytes:
    """Return an entry of a list, with what it refers to."""
    said = struct.pack("<QI", *place) if place else b""
    base = 0 if place is None else 2 if kind in (0x08, 0x10, 0x90, 0xB0) else 1
    return struct.pack("<I", kind | (4 + len(said) + len(body)) << 10 | base << 27 | 1 << 31) + said + body


@dataclass
class Stored:
    """A revision store that grows; a table of contents has no groups, and shorter entries."""

    is_list: bool = False
    data: bytearray = field(default_factory=lambda: bytearray(1024))
    log: bytes = b""
    lists: int = 16
    known: set[int] = field(default_factory=set)

    def add(self, chunk: bytes) -> tuple[int, int]:
        start = len(self.data)
        self.data += chunk + bytes(-len(chunk) % 8)
        return start, len(chunk)

    def listed(self, nodes: list[bytes]) -> tuple[int, int]:
        self.lists += 1
        self.log += struct.pack("<II", self.lists, len(nodes))
        head = struct.pack("<QII", 0xA4567AB1F5F7F4C4, self.lists, 0)
        return self.add(head + b"".join(nodes) + _NOWHERE + struct.pack("<Q", 0x8BC215C38233BA4B))

    def declared(self, thing: Thing) -> bytes:
        """Return the entry that declares an object, and add its properties."""
        said = struct.pack("<II", thing.number, thing.kind)
        if self.is_list:
            is_known, place = thing.number in self.known, self.add(thing.packed())
            self.known.add(thing.number)
            return node(0x41, said[:4] + b"\5", place) if is_known else node(0x2D, said[:6] + bytes(4) + b"\1", place)
        if thing.file:
            name = f"<ifndf>{{{UUID(bytes_le=bytes((thing.file,)) * 16)}}}"
            parts = (struct.pack("<I", len(text)) + text.encode("utf-16-le") for text in (name, ".bin"))
            return node(0x72, said + b"\1" + b"".join(parts))
        return node(0xA4, said + b"\0\1", self.add(thing.packed()))

    def space(self, number: int, revisions: list[Revision]) -> tuple[int, int]:
        nodes = [node(0x14, _id(SPACES, number) + bytes(4))]
        table = [node(0x24, struct.pack("<I", at) + guid) for at, guid in enumerate((OBJECTS, SPACES))]
        for at, revision in enumerate(revisions, 1):
            base = _id(REVISIONS, number * 100 + at - 1) if at > 1 else bytes(20)
            if self.is_list:
                nodes += self.changed(_id(REVISIONS, number * 100 + at) + base, revision, [] if at > 1 else table)
                continue
            nodes.append(node(0x1E, _id(REVISIONS, number * 100 + at) + base + struct.pack("<IH", 1, 0)))
            if revision.key:
                nodes.append(node(0x7C, b"", self.add(bytes(32))))
            inner = [node(0xB4, bytes(20)), node(0x22), *table, node(0x28)]
            inner += [*map(self.declared, revision.things), node(0xB8)]
            nodes.append(node(0xB0, bytes(20), self.listed(inner)))
            nodes += [node(0x5A, _id(OBJECTS, n) + struct.pack("<I", role)) for role, n in revision.roots.items()]
            nodes.append(node(0x1C))
        manifest = self.listed(nodes)
        return self.listed([node(0x0C, _id(SPACES, number)), node(0x10, b"", manifest)])

    def changed(self, ids: bytes, revision: Revision, table: list[bytes]) -> list[bytes]:
        """Return the entries of a revision of a table of contents, which takes over the table of the one before."""
        inherited = [node(0x25, struct.pack("<II", 0, 0)), node(0x26, struct.pack("<III", 1, 1, 1))]
        nodes = [node(0x1B, ids + bytes(8) + struct.pack("<IH", 1, 0)), node(0x21, b"\0"), *(table or inherited)]
        nodes += [node(0x28), *map(self.declared, revision.things)]
        nodes += [node(0x59, struct.pack("<II", n, role)) for role, n in revision.roots.items()]
        return [*nodes, node(0x1C)]


def stored(spaces: Spaces, files: list[bytes] | None = None, is_list: bool = False) -> bytes:
    """Return a revision store; ``files`` are told by their numbers from 1, ``is_list`` makes a table of contents."""
    made = Stored(is_list)
    root = [node(0x08, _id(SPACES, n), made.space(n, revisions)) for n, revisions in spaces.items()]
    root.append(node(0x04, _id(SPACES, next(iter(spaces)))))
    held = []
    for number, data in enumerate(files or [], 1):
        padded = data + bytes(-(len(data) + 36) % 8)
        place = made.add(_FILE_BEGINS + struct.pack("<QIQ", len(data), 0, 0) + padded + _FILE_ENDS)
        held.append(node(0x94, bytes((number,)) * 16, place))
    root.append(node(0x90, b"", made.listed(held)))
    first = made.listed(root)
    log = made.add(made.log + struct.pack("<II", 1, 0) + _NOWHERE)
    made.data[:64] = (_LIST_TYPE if is_list else _SECTION_TYPE) + bytes(32) + _STORED
    struct.pack_into("<I", made.data, 96, 1)
    struct.pack_into("<QIQI12xQ", made.data, 160, *log, *first, len(made.data))
    return bytes(made.data)


def _short(guid: bytes, number: int) -> bytes:
    return b"\x80" + struct.pack("<I", number) + guid


def _count(number: int) -> bytes:
    return b"\x80" + struct.pack("<Q", number)


def _part(kind: int, body: bytes, inside: bytes | None = None) -> bytes:
    """Return a stream object with what is inside it (MS-FSSHTTPB 2.2.1.5)."""
    is_long = len(body) >= 0x7FFF
    head = 2 | (inside is not None) << 2 | kind << 3 | (0x7FFF if is_long else len(body)) << 17
    out = struct.pack("<I", head) + (_count(len(body)) if is_long else b"") + body
    end = bytes((kind << 2 | 1,)) if kind < 0x40 else struct.pack("<H", kind << 2 | 3)
    return out if inside is None else out + inside + end


def _group(things: list[Thing]) -> bytes:
    declared = given = b""
    for thing in things:
        number = _short(OBJECTS, thing.number)
        for partition, data in ((4, struct.pack("<I", thing.kind)), (1, thing.packed())):
            links = partition == 1
            objects = [_short(OBJECTS, n) for n in thing.linked(8)] if links else []
            cells = [_short(_CONTEXT, 1) + _short(SPACES, n) for n in thing.linked(10)] if links else []
            declared += _part(0x18, number + b"".join(map(_count, (partition, len(data), len(objects), len(cells)))))
            arrays = _count(len(objects)) + b"".join(objects) + _count(len(cells)) + b"".join(cells)
            given += _part(0x16, arrays + _count(len(data)) + data)
        if thing.file:
            declared += _part(0x05, number + _short(FILES, thing.file) + _count(2) + b"\0\0")
            given += _part(0x1C, b"\0\0" + _short(FILES, thing.file))
    return _part(0x1D, b"", declared) + _part(0x1E, b"", given)


def packaged(spaces: Spaces, files: list[bytes] | None = None) -> bytes:
    index, out = _part(0x0C, bytes(16)), b""

    def element(guid: bytes, number: int, kind: int, inside: bytes) -> bytes:
        return _part(0x01, _short(guid, number) + b"\0" + _count(kind), inside)

    for space, revisions in spaces.items():
        last = space * 100 + len(revisions)
        index += _part(0x0E, _short(_CONTEXT, 1) + _short(SPACES, space) + _short(ELEMENTS, space) + b"\0")
        out += element(ELEMENTS, space, 3, _part(0x0B, _short(REVISIONS, last)))
        for at, revision in enumerate(revisions, 1):
            number = space * 100 + at
            index += _part(0x0D, _short(REVISIONS, number) + _short(ELEMENTS, number) + b"\0")
            said = _part(0x1A, _short(REVISIONS, number) + (_short(REVISIONS, number - 1) if at > 1 else b"\0"))
            roots = {**revision.roots, **({3: 99} if revision.key else {})}
            said += b"".join(_part(0x0A, _short(_ROLES, role) + _short(OBJECTS, n)) for role, n in roots.items())
            said += _part(0x19, _short(ELEMENTS, number + 100_000))
            out += element(ELEMENTS, number, 4, said)
            out += element(ELEMENTS, number + 100_000, 5, _group(revision.things))
    root = _part(0x07, _short(_CONTEXT, 2) + _short(_CONTEXT, 1) + _short(SPACES, next(iter(spaces))))
    out = element(ELEMENTS, 1, 1, index) + element(ELEMENTS, 2, 2, root) + out
    for number, data in enumerate(files or [], 1):
        out += element(FILES, number, 10, _part(0x02, _count(len(data)) + data))
    head = _SECTION_TYPE + bytes(32) + _PACKAGED + bytes(4)
    return head + _part(0x7A, bytes(33), _part(0x15, b"\0", out))


def section(*pages: int) -> list[Revision]:
    return [Revision([Thing(10, SECTION, {BELOW: [11]}), Thing(11, SERIES, {PAGES: list(pages)})], {1: 10})]


def page(title: str, below: list[int], things: list[Thing], values: Values | None = None) -> Revision:
    """Return a page with a title and the objects that it shows; the numbers from 1 to 9 are its own."""
    own = [
        Thing(1, MANIFEST, {CONTENT: [2]}),
        Thing(2, PAGE, {HEAD: [3], BELOW: below, **(values or {})}),
        Thing(3, TITLE, {BELOW: [4]}),
        Thing(4, OUTLINE, {BELOW: [5]}),
        Thing(5, PARAGRAPH, {CONTENT: [6]}),
        Thing(6, TEXT, {WIDE: wide(title)}),
        Thing(7, PAGE_DATA, {CACHED: wide(title), MADE: struct.pack("<Q", 131_000_000_000_000_000)}),
    ]
    return Revision([*own, *things], {1: 1, 2: 7})


def text(number: int, said: str) -> Thing:
    return Thing(number, TEXT, {WIDE: wide(said)})


# ---- the documents of the known-answer test


def notes(plant: Plant) -> tuple[Spaces, list[bytes]]:
    """Return a section with a page that was changed, and a page that it doesn't list."""
    link = f'\ufddfHYPERLINK "http://{plant("fieldcode", "where a link leads").replace(" ", "-")}/"'
    shown, unseen = plant("body", "a paragraph"), plant("hidden", "a hidden run")
    runs = (link, shown, unseen)
    ends = [sum(map(len, runs[: n + 1])) for n in range(2)]
    paragraph: Values = {WIDE: wide("".join(runs)), ENDS: struct.pack("<2I", *ends), STYLES: [21, 22, 21]}
    name, held = plant("body", "the name of a file"), plant("attachment", "an embedded file").encode()
    things = [
        Thing(20, TEXT, paragraph),
        Thing(21, STYLE, {HIDDEN: 1}),
        Thing(22, STYLE, {HIDDEN: 0}),
        Thing(23, TABLE, {BELOW: [24]}),
        Thing(24, ROW, {BELOW: [25, 26]}),
        Thing(25, CELL, {BELOW: [27]}),
        Thing(26, CELL, {BELOW: [28]}),
        text(27, plant("body", "a table cell")),
        text(28, plant("body", "another table cell")),
        Thing(29, FILE, {FILE_NAME: wide(f"{name}.txt"), FILE_BYTES: [30]}),
        Thing(30, FILE_DATA, file=1),
        Thing(31, IMAGE, {ALT: wide(plant("hidden", "a picture's other text"))}),
        Thing(32, AUTHOR, {WHO: wide(plant("properties", "an author"))}),
    ]
    older = [text(20, plant("hidden", "text of an earlier version"))]
    before = page("", [20], older)
    now = page(plant("body", "the title of a page"), [20, 23, 29, 31], things)
    gone = page(plant("hidden", "the title of a deleted page"), [20], [text(20, plant("hidden", "a deleted page"))])
    return {1: section(2), 2: [before, now], 3: [gone]}, [held]


def contents(plant: Plant) -> bytes:
    entry = Thing(2, LISTED, {0x1C001D6B: wide(plant("body", "the name of a section") + ".one")})
    return stored({1: [Revision([Thing(1, LISTED, {ENTRIES: [2]}), entry], {1: 1})]}, is_list=True)
