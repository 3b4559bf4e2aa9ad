"""Compound files built in memory: an embedded object's storage becomes a file that a parser can read.

MS-CFB, version 3: sectors of 512 bytes, streams under 4096 bytes in the mini stream.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

_SECTOR, _MINI, _CUTOFF = 512, 64, 4096
_IN_SECTOR, _IN_HEADER = 128, 109
"""How many numbers of sectors stand in a sector, and how many of its tables in the header."""
_FREE, _END, _FAT, _DIFAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFC


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
        """Put content into sectors, small ones if ``mini``; return the number of the first."""
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
    places = list(range(first, first + fat_count))
    fat = builder.fat + [_FAT] * fat_count + [_DIFAT] * difat_count
    difat = _difat(places[_IN_HEADER:], first + fat_count)
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6xIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, fat_count, directory_start, 0)
    header += struct.pack("<III", _CUTOFF, minifat_start, len(minifat) // _SECTOR)
    header += struct.pack("<II", first + fat_count if difat_count else _END, difat_count)
    header += _packed(places[:_IN_HEADER], _IN_HEADER)
    return b"".join([header, builder.body, _packed(fat), difat])


def _packed(numbers: list[int], count: int = 0) -> bytes:
    """Return numbers of sectors as bytes, with free ones up to ``count`` numbers or to the end of a sector."""
    count = count or -(-len(numbers) // _IN_SECTOR) * _IN_SECTOR
    return struct.pack(f"<{len(numbers)}I", *numbers) + b"\xff" * (4 * (count - len(numbers)))


def _difat(places: list[int], first: int) -> bytes:
    """Return the sectors that go on with the header's list of tables, each with the number of the next at its end."""
    width = _IN_SECTOR - 1
    lists = [places[at : at + width] for at in range(0, len(places), width)]
    nexts = [*range(first + 1, first + len(lists)), _END]
    return b"".join(_packed(one, width) + _packed([after], 1) for one, after in zip(lists, nexts, strict=False))
