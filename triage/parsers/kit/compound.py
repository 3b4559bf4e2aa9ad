"""A file's bytes as every parser gets them, and compound files (MS-CFB) in them: read at speed, and built in memory.

Nothing here opens a file.
"""

from __future__ import annotations

import io
import mmap
import struct
import sys
import uuid
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from operator import attrgetter
from typing import Any, BinaryIO, cast
from weakref import WeakValueDictionary

Data = bytes | mmap.mmap
"""A whole file: bytes, or a read-only map of a large one. Slicing either gives bytes."""


def as_file(data: Data, end: int | None = None) -> BinaryIO:
    """Return a seekable binary file over the data, or over what stands before ``end``; nothing is copied."""
    is_plain = isinstance(data, bytes) and end is None
    return io.BytesIO(data) if is_plain else cast(BinaryIO, _DataFile(data, len(data) if end is None else end))


class _DataFile(io.RawIOBase):
    """A file over a map or a part of the data; mmap itself lacks ``seekable`` and closes with its reader."""

    def __init__(self, data: Data, end: int) -> None:
        self._data = data
        self._end = end
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = 0) -> int:
        base = (0, self._at, self._end)[whence]
        self._at = max(0, base + offset)
        return self._at

    def read(self, size: int | None = -1) -> bytes:
        end = self._end if size is None or size < 0 else min(self._at + size, self._end)
        piece = self._data[self._at : end]
        self._at += len(piece)
        return piece

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        piece = self.read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)


# Files that keep to the rules of MS-CFB are read straight from their bytes, all others through olefile, which knows
# every kind of damage. Chains end with the length that their stream states, so that a circle costs no more.

_END, _FREE, _LARGEST = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFA
_STORAGE, _STREAM, _ROOT = 1, 2, 5
_CUTOFF, _MINI = 4096, 64
_IN_HEADER = 109
SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = struct.Struct("<IIIxxxxIIIII")
_ENTRY = struct.Struct("<64sHBxIII16s4x16xIII")
_PLAIN = {struct.pack("<5HI", version, 0xFFFE, shift, 6, 0, 0): 1 << shift for version, shift in ((3, 9), (4, 12))}
"""What the header says from its version on, and the size of a sector by that."""


@dataclass(slots=True)
class CompoundEntry:
    """A storage with its ``kids``, sorted by name, or a stream; ``clsid`` as stored, ``path`` from below the root."""

    name: str
    storage: bool
    clsid: bytes
    start: int
    size: int
    path: tuple[str, ...]
    kids: list[CompoundEntry] = field(default_factory=list)

    def kid(self, name: str) -> CompoundEntry | None:
        """Return the entry of this name (in any case, MS-CFB 2.6.4), or None."""
        lower = name.lower()
        return next((kid for kid in self.kids if kid.name.lower() == lower), None)


class CompoundFile:
    """An open compound file: ``root`` and, where it breaks a rule, ``issue``, which says how. Raises OSError."""

    def __init__(self, untrusted_data: Data) -> None:
        self._data = untrusted_data
        self.issue = ""
        try:
            self._sound: _Sound | None = _Sound(untrusted_data)
            self.root = self._sound.root
        except (ValueError, IndexError, struct.error):
            self._sound = None
            self.root = _modelled(self._ole.root, ())
            self.issue = broken_rule(self._ole)

    def find(self, path: str) -> CompoundEntry | None:
        """Return what stands at a path such as "Macros/VBA/dir", in any case, or None."""
        here: CompoundEntry | None = self.root
        for name in path.split("/"):
            here = here.kid(name) if here is not None else None
        return here

    def entries(self) -> Iterator[CompoundEntry]:
        """Yield all storages and streams below the root in the order of the tree, each storage before what it holds."""
        todo = self.root.kids[::-1]
        while todo:
            entry = todo.pop()
            yield entry
            todo += reversed(entry.kids)

    def streams(self) -> list[CompoundEntry]:
        return [entry for entry in self.entries() if not entry.storage]

    def read(self, entry: CompoundEntry) -> bytes:
        """Return a stream's bytes: fewer than ``entry.size`` where its chain is cut. Raises OSError and the like."""
        if self._sound is not None:
            try:
                return self._sound.read(entry)
            except (ValueError, IndexError):
                pass
        return bytes(self._ole.openstream(list(entry.path)).read())

    @cached_property
    def _ole(self) -> Any:
        import olefile

        return olefile.OleFileIO(as_file(self._data))


_open: WeakValueDictionary[int, CompoundFile] = WeakValueDictionary()
"""The files that are in use, by the identity of their bytes; nothing is kept here that nobody else keeps."""


def compound(untrusted_data: Data) -> CompoundFile:
    """Open a file, or return it where it is open already, as for the probe that told its type. Raises OSError."""
    file = _open.get(id(untrusted_data))
    if file is None:
        file = _open[id(untrusted_data)] = CompoundFile(untrusted_data)
    return file


def broken_rule(ole: Any) -> str:
    """Return the first rule that a file breaks, in the words of olefile, "" where it breaks none that counts."""
    if not ole.parsing_issues:
        return ""
    # A storage with a size that holds nothing is likely a stream whose kind was overwritten; others lose nothing by it.
    sized = (e for e in ole.direntries if e is not None and e.entry_type == _STORAGE and e.size)
    allowed = _ALLOWED if not all(e.kids for e in sized) else (*_ALLOWED, _SIZED)
    return next((str(issue) for _, issue in ole.parsing_issues if str(issue) not in allowed), "")


_ALLOWED = ("incorrect OLE header (transaction_signature_number>0)", "incorrect OLE stream size")
"""What olefile complains of and the standard allows: counted savings (2.2), and anything at all in the high half of a
size where sectors have 512 bytes, which no reader heeds (2.6.1)."""
_SIZED = "OLE storage with size>0"


def _modelled(entry: Any, path: tuple[str, ...]) -> CompoundEntry:
    # What is neither storage nor stream is no entry of ours.
    clsid = uuid.UUID(entry.clsid).bytes_le if entry.clsid else bytes(16)
    kids = [_modelled(kid, (*path, kid.name)) for kid in entry.kids if kid.entry_type in (_STORAGE, _STREAM)]
    return CompoundEntry(entry.name, entry.entry_type != _STREAM, clsid, entry.isectStart, entry.size, path, kids)


class _Sound:
    """A file that keeps to the rules. Raises ValueError, IndexError or struct.error where it doesn't."""

    def __init__(self, untrusted: bytes | mmap.mmap) -> None:
        self._data = untrusted
        header = untrusted[:512]
        head = _HEADER.unpack_from(header, 40)
        directories, tables, directory, cutoff, self._mini_table, self._mini_tables, more, mores = head
        self._sector = _PLAIN.get(header[26:40], 0)
        is_plain = header[:24] == SIGNATURE + bytes(16) and self._sector and cutoff == _CUTOFF
        if not is_plain or (self._sector == 512 and directories):
            raise ValueError("the header is out of the ordinary")
        self._table = self._tables(header, tables, more, mores)
        self._starts, self._mini_starts = {directory}, set[int]()
        if self._mini_tables:
            self._claim(self._mini_table, self._starts)
        if mores:
            self._claim(more, self._starts)
        self._directory = self._chained(self._data, self._table, directory, self._sector, None)
        record = _ENTRY.unpack_from(self._directory)
        if record[2] != _ROOT:
            raise ValueError("the first entry isn't the root")
        self.root = self._entry(record, ())
        self._grow(self.root, record[5])

    def _claim(self, start: int, starts: set[int]) -> None:
        if start in starts:
            raise ValueError("two streams begin at the same place")
        if start < _LARGEST or starts is self._mini_starts:
            starts.add(start)

    def _tables(self, header: bytes, count: int, more: int, mores: int) -> array[int]:
        """Return the file allocation table (2.3), found through the header and the sectors that go on with it."""
        numbers = [*struct.unpack_from(f"<{_IN_HEADER}I", header, 76)]
        width = self._sector // 4
        for _ in range(mores):
            *listed, more = struct.unpack(f"<{width}I", self._sector_bytes(more))
            numbers += listed
        used = [number for number in numbers if number < _LARGEST]
        if (mores and more not in (_END, _FREE)) or numbers[: len(used)] != used or (mores and len(used) != count):
            raise ValueError("the list of tables is out of the ordinary")
        table = b"".join(map(self._sector_bytes, used))
        sectors = -(-len(self._data) // self._sector) - 1
        return _numbers(table)[:sectors]

    def _sector_bytes(self, number: int) -> bytes:
        piece = self._data[(number + 1) * self._sector : (number + 2) * self._sector]
        if len(piece) < self._sector:
            raise ValueError("a sector is cut")
        return piece

    def _entry(self, record: tuple[Any, ...], path: tuple[str, ...]) -> CompoundEntry:
        """Return the entry of a record of the directory (2.6.1), below ``path``."""
        raw, length, kind, _, _, _, clsid, start, low, high = record
        if not 2 <= length <= 64 or length & 1:
            raise ValueError("an entry is out of the ordinary")
        size = low if self._sector == 512 else low | high << 32
        if kind == _STORAGE and size:
            raise ValueError("a storage has a size")
        if size >= _CUTOFF or (kind == _ROOT and size):
            self._claim(start, self._starts)
        elif kind == _STREAM and size:
            self._claim(start, self._mini_starts)
        name = raw[: length - 2].decode("utf-16-le")
        return CompoundEntry(name, kind != _STREAM, clsid, start, size, (*path, name) if kind != _ROOT else ())

    def _grow(self, root: CompoundEntry, first: int) -> None:
        """Hang all entries into the tree, each at most once (2.6.4); ``first`` is the top of those below the root."""
        seen = {0}
        storages = [(root, first)]
        while storages:
            here, first = storages.pop()
            todo, names = [first], set[str]()
            while todo:
                number = todo.pop()
                if number == _FREE:
                    continue
                record = _ENTRY.unpack_from(self._directory, number * _ENTRY.size)
                _, _, kind, left, right, below, *_ = record
                if number in seen or kind not in (_STORAGE, _STREAM):
                    raise ValueError("the directory's tree is broken")
                seen.add(number)
                todo += (left, right)
                kid = self._entry(record, here.path)
                names.add(kid.name.lower())
                here.kids.append(kid)
                # What hangs below a stream is out of the ordinary, too; olefile tells what it makes of it.
                if kind == _STORAGE:
                    storages.append((kid, below))
                elif below != _FREE:
                    raise ValueError("something stands below a stream")
            if len(names) < len(here.kids):
                raise ValueError("two entries have the same name")
            here.kids.sort(key=attrgetter("name"))

    def read(self, entry: CompoundEntry) -> bytes:
        if entry.storage:
            raise ValueError("a storage has no bytes")
        if not entry.size:
            return b""
        if entry.size >= _CUTOFF:
            return self._chained(self._data, self._table, entry.start, self._sector, entry.size)
        minis, table = self._minis
        return self._chained(minis, table, entry.start, _MINI, entry.size)

    @cached_property
    def _minis(self) -> tuple[bytes, array[int]]:
        """The stream of small streams and its table (2.4, 2.5)."""
        size = self.root.size
        stream = self._chained(self._data, self._table, self.root.start, self._sector, size)
        length = self._mini_tables * self._sector
        table = self._chained(self._data, self._table, self._mini_table, self._sector, length)
        count = -(-size // _MINI)
        if count * 4 > length:
            raise ValueError("the table of small streams is too short")
        return stream, _numbers(table)[:count]

    def _chained(self, data: Data, table: array[int], start: int, width: int, size: int | None) -> bytes:
        """Return the bytes of a chain of sectors: ``size`` of them, or all where no size is known.

        Sectors of the file itself are counted from behind its header.
        """
        shift = width if data is self._data else 0
        chain: list[int] = []
        following = start
        for _ in range(len(table) if size is None else -(-size // width)):
            if following == _END:
                break
            chain.append(following)
            following = table[following]
        # Sectors that follow one another are taken together.
        begins = [number for number, at in enumerate(chain) if not number or at != chain[number - 1] + 1]
        pieces = [
            data[chain[first] * width + shift : (chain[last - 1] + 1) * width + shift]
            for first, last in pairwise([*begins, len(chain)])
        ]
        content = b"".join(pieces)
        is_whole = len(content) == len(chain) * width if size is None else len(content) >= size
        is_cut_before = len(content) - len(pieces[-1]) < begins[-1] * width
        if not is_whole or is_cut_before or (size is None and following != _END):
            raise ValueError("a chain is cut")
        return content[:size]


def _numbers(raw: bytes) -> array[int]:
    numbers = array("I", raw)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


# Files built in memory (MS-CFB version 3), so that an embedded storage becomes a file that a parser can read.

_SECTOR = 512
_IN_SECTOR = 128
"""How many numbers of sectors stand in a sector."""
_FAT, _DIFAT = 0xFFFFFFFD, 0xFFFFFFFC


@dataclass(slots=True)
class Storage:
    """A storage: its class id and, by name, the streams (bytes) and storages in it."""

    clsid: bytes = bytes(16)
    entries: dict[str, bytes | Storage] = field(default_factory=dict)

    def put(self, path: list[str], content: bytes) -> None:
        """Add a stream, with the storages on the way to it."""
        here = self
        for name in path[:-1]:
            inner = here.entries.setdefault(name, Storage())
            if not isinstance(inner, Storage):
                return
            here = inner
        here.entries[path[-1]] = content


class _CompoundBuilder:
    def __init__(self) -> None:
        self.directory: list[bytearray] = []
        self.body, self.fat = bytearray(), list[int]()
        self.mini, self.minifat = bytearray(), list[int]()

    def entry(self, name: str, kind: int, clsid: bytes = bytes(16)) -> int:
        raw = name.encode("utf-16-le")[:62]
        record = bytearray(128)
        record[: len(raw)] = raw
        struct.pack_into("<HBBIII", record, 64, len(raw) + 2, kind, 1, _FREE, _FREE, _FREE)
        record[80:96] = clsid
        self.directory.append(record)
        return len(self.directory) - 1

    def chain(self, content: bytes, mini: bool = False) -> int:
        if not content:
            return _END
        body, fat, width = (self.mini, self.minifat, _MINI) if mini else (self.body, self.fat, _SECTOR)
        start, count = len(fat), -(-len(content) // width)
        fat += [*range(start + 1, start + count), _END]
        body += content.ljust(count * width, b"\0")
        return start

    def fill(self, number: int, storage: Storage) -> None:
        """Add a storage's entries as a balanced tree ordered by length and upper case (2.6.4)."""
        numbers = []
        for name in sorted(storage.entries, key=lambda n: (len(n.encode("utf-16-le")), n.upper())):
            content = storage.entries[name]
            if isinstance(content, Storage):
                numbers.append(self.entry(name, 1, content.clsid))
                self.fill(numbers[-1], content)
            else:
                numbers.append(self.entry(name, 2))
                start = self.chain(content, len(content) < _CUTOFF)
                struct.pack_into("<II", self.directory[numbers[-1]], 116, start, len(content))
        struct.pack_into("<I", self.directory[number], 76, self.balance(numbers))

    def balance(self, numbers: list[int]) -> int:
        if not numbers:
            return _FREE
        middle = len(numbers) // 2
        left, right = self.balance(numbers[:middle]), self.balance(numbers[middle + 1 :])
        struct.pack_into("<II", self.directory[numbers[middle]], 68, left, right)
        return numbers[middle]


def build(root: Storage) -> bytes:
    """Return the bytes of a compound file that holds this storage as its root."""
    builder = _CompoundBuilder()
    top = builder.entry("Root Entry", 5, root.clsid)
    builder.fill(top, root)
    mini_start = builder.chain(bytes(builder.mini))
    struct.pack_into("<II", builder.directory[top], 116, mini_start, len(builder.mini))
    minifat = _packed(builder.minifat)
    minifat_start = builder.chain(minifat)
    directory_start = builder.chain(b"".join(builder.directory))
    first, fat_count, difat_count = len(builder.fat), 0, 0
    while fat_count * _IN_SECTOR < first + fat_count + difat_count:
        fat_count += 1
        difat_count = -(-max(fat_count - _IN_HEADER, 0) // (_IN_SECTOR - 1))
    tables = list(range(first, first + fat_count))
    fat = builder.fat + [_FAT] * fat_count + [_DIFAT] * difat_count
    difat = _difat(tables[_IN_HEADER:], first + fat_count)
    header = SIGNATURE + bytes(16)
    header += struct.pack("<HHHHH6xIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, fat_count, directory_start, 0)
    header += struct.pack("<III", _CUTOFF, minifat_start, len(minifat) // _SECTOR)
    header += struct.pack("<II", first + fat_count if difat_count else _END, difat_count)
    header += _packed(tables[:_IN_HEADER], _IN_HEADER)
    return b"".join([header, builder.body, _packed(fat), difat])


def _packed(numbers: list[int], count: int = 0) -> bytes:
    count = count or -(-len(numbers) // _IN_SECTOR) * _IN_SECTOR
    return struct.pack(f"<{len(numbers)}I", *numbers) + b"\xff" * (4 * (count - len(numbers)))


def _difat(tables: list[int], first: int) -> bytes:
    width = _IN_SECTOR - 1
    lists = [tables[at : at + width] for at in range(0, len(tables), width)]
    nexts = [*range(first + 1, first + len(lists)), _END]
    return b"".join(
        _packed(numbers, width) + _packed([following], 1) for numbers, following in zip(lists, nexts, strict=False)
    )
