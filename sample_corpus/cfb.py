"""Compound files (MS-CFB 2.1 to 2.6, version 3) from a tree of storages and streams, the same bytes every time."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

Tree = dict[str, "bytes | Tree"]
"""Storages are dicts, streams are bytes."""

SECTOR, MINI, CUTOFF = 512, 64, 4096
FREE, END, FAT_SECTOR, NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF


@dataclass(slots=True)
class _Entry:
    name: str
    kind: int
    data: bytes = b""
    red: bool = False
    left: int = NONE
    right: int = NONE
    child: int = NONE
    start: int = 0
    kids: list[int] = field(default_factory=list)


def compound(tree: Tree) -> bytes:
    """Return the compound file that holds the tree."""
    entries = [_Entry("Root Entry", 5)]
    _collect(entries, 0, tree)
    mini, mini_fat = _mini_streams(entries)
    entries[0].data = mini
    sectors: list[bytes] = []
    chain: list[int] = []
    for entry in entries:
        if entry.kind == 5 or (entry.kind == 2 and len(entry.data) >= CUTOFF):
            entry.start = _append(sectors, chain, entry.data)
    mini_start = _append(sectors, chain, _numbers(mini_fat, SECTOR))
    directory = b"".join(map(_directory_entry, entries))
    directory += (b"\0" * 64 + struct.pack("<HBBIII", 0, 0, 1, NONE, NONE, NONE) + b"\0" * 48) * (-len(entries) % 4)
    directory_start = _append(sectors, chain, directory)
    return _assemble(sectors, chain, directory_start, mini_start, -(-len(mini_fat) * 4 // SECTOR))


def _assemble(sectors: list[bytes], chain: list[int], directory: int, mini_start: int, mini_count: int) -> bytes:
    count = 0
    while (len(chain) + count) * 4 > count * SECTOR:
        count += 1
    if count > 109:
        raise ValueError("too large for a header without DIFAT sectors")
    first = len(chain)
    fat = _numbers(chain + [FAT_SECTOR] * count, SECTOR)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIII", 0, count, directory, 0, CUTOFF)
    head += struct.pack("<IIII", mini_start if mini_count else END, mini_count, END, 0)
    head += _numbers([first + n for n in range(count)], 4 * 109)
    return head + b"".join(sectors) + fat


def _collect(entries: list[_Entry], parent: int, tree: Tree) -> None:
    for name, value in sorted(tree.items(), key=lambda pair: (len(pair[0]), pair[0].upper())):
        number = len(entries)
        entries[parent].kids.append(number)
        if isinstance(value, bytes):
            entries.append(_Entry(name, 2, value, start=END))
        else:
            entries.append(_Entry(name, 1))
            _collect(entries, number, value)
    kids = entries[parent].kids
    depth = len(kids).bit_length()
    entries[parent].child = _balance(entries, kids, depth)


def _balance(entries: list[_Entry], kids: list[int], depth: int) -> int:
    """Hang siblings into a balanced tree whose last level is red (MS-CFB 2.6.4), and return its top."""
    if not kids:
        return NONE
    middle = len(kids) // 2
    entry = entries[kids[middle]]
    entry.left = _balance(entries, kids[:middle], depth - 1)
    entry.right = _balance(entries, kids[middle + 1 :], depth - 1)
    entry.red = depth == 1 and entry.left == entry.right == NONE
    return kids[middle]


def _mini_streams(entries: list[_Entry]) -> tuple[bytes, list[int]]:
    mini = b""
    fat: list[int] = []
    for entry in entries:
        if entry.kind == 2 and 0 < len(entry.data) < CUTOFF:
            entry.start = len(fat)
            count = -(-len(entry.data) // MINI)
            fat += [*range(entry.start + 1, entry.start + count), END]
            mini += entry.data.ljust(count * MINI, b"\0")
    return mini, fat


def _append(sectors: list[bytes], chain: list[int], data: bytes) -> int:
    if not data:
        return END
    start, count = len(sectors), -(-len(data) // SECTOR)
    sectors += [data[n * SECTOR : (n + 1) * SECTOR].ljust(SECTOR, b"\0") for n in range(count)]
    chain += [*range(start + 1, start + count), END]
    return start


def _numbers(values: list[int], unit: int) -> bytes:
    data = struct.pack(f"<{len(values)}I", *values)
    return data + b"\xff" * (-len(data) % unit)


def _directory_entry(entry: _Entry) -> bytes:
    name = (entry.name + "\0").encode("utf-16-le")
    data = name.ljust(64, b"\0") + struct.pack("<HBB", len(name), entry.kind, 0 if entry.red else 1)
    data += struct.pack("<III", entry.left, entry.right, entry.child) + b"\0" * 36
    start = entry.start if entry.kind != 1 else 0
    return data + struct.pack("<IQ", start, len(entry.data))
