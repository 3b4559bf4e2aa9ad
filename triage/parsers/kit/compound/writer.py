"""Compound files built in memory: an embedded object's storage becomes a file that a parser can read.

MS-CFB, version 3: sectors of 512 bytes, streams under 4096 bytes in the mini stream.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

_SECTOR, _MINI, _CUTOFF = 512, 64, 4096
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


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
        self.fat: list[int] = []
        self.sectors: list[bytes] = []
        self.mini = bytearray()
        self.minifat: list[int] = []

    def entry(self, name: str, kind: int, clsid: bytes = bytes(16)) -> int:
        raw = name.encode("utf-16-le")[:62]
        record = bytearray(128)
        record[: len(raw)] = raw
        struct.pack_into("<HBBIII", record, 64, len(raw) + 2, kind, 1, _FREE, _FREE, _FREE)
        record[80:96] = clsid
        self.directory.append(record)
        return len(self.directory) - 1

    def store(self, number: int, content: bytes) -> None:
        """Put a stream's content where its size says, and note it in the directory."""
        start = self.chain(content) if len(content) >= _CUTOFF else self.mini_chain(content)
        struct.pack_into("<II", self.directory[number], 116, start, len(content))

    def chain(self, content: bytes) -> int:
        if not content:
            return _END
        start = len(self.sectors)
        for at in range(0, len(content), _SECTOR):
            self.sectors.append(content[at : at + _SECTOR].ljust(_SECTOR, b"\0"))
            self.fat.append(len(self.sectors))
        self.fat[-1] = _END
        return start

    def mini_chain(self, content: bytes) -> int:
        if not content:
            return _END
        start = len(self.minifat)
        count = -(-len(content) // _MINI)
        self.minifat.extend(range(start + 1, start + count + 1))
        self.minifat[-1] = _END
        self.mini += content.ljust(count * _MINI, b"\0")
        return start

    def fill(self, number: int, storage: Storage) -> None:
        """Add a storage's entries as a balanced tree ordered by length and upper case (2.6.4)."""
        names = sorted(storage.entries, key=lambda n: (len(n.encode("utf-16-le")), n.upper()))
        numbers = []
        for name in names:
            content = storage.entries[name]
            if isinstance(content, Storage):
                child = self.entry(name, 1, content.clsid)
                self.fill(child, content)
            else:
                child = self.entry(name, 2)
                self.store(child, content)
            numbers.append(child)
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
    minifat = struct.pack(f"<{len(builder.minifat)}I", *builder.minifat)
    minifat += b"\xff" * (-len(minifat) % _SECTOR)
    minifat_start = builder.chain(minifat)
    directory_start = builder.chain(b"".join(bytes(d) for d in builder.directory))
    return _assembled(builder, directory_start, minifat_start, len(minifat) // _SECTOR)


def _assembled(builder: _CompoundBuilder, directory_start: int, minifat_start: int, minifat_count: int) -> bytes:
    fat_count = difat_count = 0
    while fat_count * 128 < len(builder.sectors) + fat_count + difat_count or difat_count * 127 < max(
        fat_count - 109, 0
    ):
        fat_count += fat_count * 128 < len(builder.sectors) + fat_count + difat_count
        difat_count = -(-max(fat_count - 109, 0) // 127)
    first = len(builder.sectors)
    places = list(range(first, first + fat_count))
    fat = builder.fat + [_FAT] * fat_count + [0xFFFFFFFC] * difat_count
    fat += [_FREE] * (fat_count * 128 - len(fat))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6xII", 0x3E, 3, 0xFFFE, 9, 6, 0, fat_count)
    difat_start = first + fat_count if difat_count else _END
    header += struct.pack(
        "<IIIIIII", directory_start, 0, _CUTOFF, minifat_start, minifat_count, difat_start, difat_count
    )
    header += struct.pack("<109I", *(places[:109] + [_FREE] * (109 - len(places[:109]))))
    return b"".join(
        [header, *builder.sectors, struct.pack(f"<{len(fat)}I", *fat), _difat(places[109:], first + fat_count)]
    )


def _difat(places: list[int], first: int) -> bytes:
    sectors = []
    for number, at in enumerate(range(0, len(places), 127)):
        piece = places[at : at + 127]
        last = at + 127 >= len(places)
        following = _END if last else first + number + 1
        sectors.append(struct.pack("<128I", *piece, *[_FREE] * (127 - len(piece)), following))
    return b"".join(sectors)
