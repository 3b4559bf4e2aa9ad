"""Outlook data files: .pst and .ost, every item of every folder as a file of its own; MS-PST 2.4.

Items are found by the file's own index, so that one whose folder is gone or doesn't list it is found, too, and
reported; what folders count is compared. Memory stays flat. A password on such a file encrypts nothing.
"""

from __future__ import annotations

import struct
import zlib
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from triage.errors import FormatError
from triage.messages import say
from triage.model.items import Child, Extract, Trouble
from triage.parsers.kit.contract import PASSED, Context, Data, Probe
from triage.parsers.outlook.item import (
    BINARY,
    MULTIPLE,
    OBJECT,
    SIZES,
    TERMINATORS,
    UNICODE,
    Bag,
    Name,
    Value,
    Values,
    named_properties,
    wide,
)
from triage.parsers.outlook.msg import build_msg

# Nodes and blocks (MS-PST 2.2), read from the map when asked for, so that memory stays flat: the ANSI form, the Unicode
# form and that with pages of 4096 bytes (Outlook 2013's .ost). The two ciphers need no key.

MAGIC = b"!BDN"
_DEEPEST_TREE = 12
_MOST_BLOCKS = 1 << 20

# mpbbR and mpbbS of MS-PST 5.1; mpbbI is the inverse of mpbbR.
_R = bytes.fromhex(
    "41361362a8216ebbf416cc047f64e85d1ef2cb2a74c55e35d295479e962d9a884c7d843fdbac31b6485ff6c4d8398be7"
    "233b388ec8c1df25b120a546604e9cfbaad35651457c550007c92b9d859b09a08fadb30f63ab894bd7a7155a716642bf"
    "264a6b98faea7753b270052cfd593a867ece06eb827857c78d43afb41cd45bcde2e9274fc3087280cfb0eff5286dbe30"
    "4d3492d50e3c2232e5e4f99fc2d10a8112e1ee918376e397e6618a1779a4b7dc907a5c8c02a6ca69de501a1193b95287"
    "58fced1d37491b6ae0293399bd6cd994f340546ff0c673b8d63e6518441fdd6710f10c19ecae03a1147ba90bfff8a3c0"
    "a201f72ebc2468750dfeba2fb5d0da3d"
)
_S = bytes.fromhex(
    "14530f56b3c87a9ceb65481716159f02cc547c83000d0c0ba262a876dbd9edc7c5a4dcac8574d6d0a79bae9a967166c3"
    "6399b8dd73928e847da55ed15d93b1575150808952944f4e0a6bbc8d7f6e47464140440111cb033ff7f4e1a98f3c3af9"
    "fbf0193082092ec99da08649ee6f4d6dc42d813425871b88aafc06a11238fd4c4272641337246a757743ffe6b44b365c"
    "e4d8353d45b92cecb7312b290768a30e697b189e2139be281a5b78f523ca2ab0af3efe048ce7e5983295d3f64ae8a6ea"
    "e9f3d52f7020f21f0567ad5510cecde3273bdabad7c226d4911dd21c2233f8faf15aefcf90b68bb5bdc0bf08971e6ce2"
    "61e0c6c159abbb58de5fdf60797eb28a"
)
_I = bytes(_R.index(value) for value in range(256))

PERMUTED, CYCLIC = 1, 2


class _PstLayout(NamedTuple):
    """Where things stand in one of the three forms of the file; offsets and sizes in bytes."""

    wide: bool
    page: int
    count_at: int
    roots_at: int
    crypt_at: int


_ANSI = _PstLayout(False, 512, 496, 184, 461)
_UNICODE = _PstLayout(True, 512, 488, 216, 513)
_LARGE_PAGES = _PstLayout(True, 4096, 4056, 216, 513)


class _PstNode(NamedTuple):
    """One node: its number, its data block, the block of its subnodes, the number of the node above it."""

    number: int
    data: int
    subnodes: int
    parent: int


class PstFile:
    """One data file. Methods raise ValueError, KeyError or struct.error where the file breaks its rules."""

    def __init__(self, untrusted_data: Data) -> None:
        self._data = untrusted_data
        if untrusted_data[:4] != MAGIC:
            raise ValueError("The file doesn't begin as an Outlook data file.")
        (version,) = struct.unpack("<H", untrusted_data[10:12])
        self.layout = _ANSI if version < 20 else _LARGE_PAGES if version >= 36 else _UNICODE
        self._letter, self._width = ("Q", 8) if self.layout.wide else ("I", 4)
        roots = struct.unpack_from(f"<4{self._letter}", untrusted_data, self.layout.roots_at)
        _, self._nodes, _, self._blocks = roots
        self._crypt = untrusted_data[self.layout.crypt_at]
        self._page = lru_cache(maxsize=256)(self._read_page)
        self.damaged_pages = 0

    def nodes(self) -> Iterator[_PstNode]:
        """Yield every node of the file in the order of their numbers; pages that can't be read are passed over."""
        for entry in self._leaves(self._nodes, 0):
            number, data, subnodes, parent = struct.unpack_from(f"<3{self._letter}I", entry)
            yield _PstNode(number & 0xFFFFFFFF, data, subnodes, parent)

    def node(self, number: int) -> _PstNode:
        return _PstNode(number, *struct.unpack_from(f"<3{self._letter}I", self._find(self._nodes, number))[1:])

    def blocks(self, block: int) -> Iterator[bytes]:
        """Yield the data blocks that a node's data consists of, in the clear (MS-PST 2.2.2.8)."""
        waiting = [(block, 0)]
        seen = 0
        while waiting:
            number, depth = waiting.pop()
            seen += 1
            if seen > _MOST_BLOCKS or depth > 3:
                raise FormatError("pst-node-too-many-blocks")
            if number == 0:
                continue
            raw = self._block(number)
            if not number & 2:
                yield decode(raw, self._crypt, number & 0xFFFFFFFF)
                continue
            if len(raw) < 8 or raw[0] != 1:
                raise FormatError("pst-node-blocks-damaged")
            (count,) = struct.unpack_from("<H", raw, 2)
            inner = struct.unpack_from(f"<{count}{self._letter}", raw, 8)
            waiting += [(below, depth + 1) for below in reversed(inner)]

    def subnodes(self, block: int) -> dict[int, _PstNode]:
        """Return the nodes inside a node by their numbers (MS-PST 2.2.2.8.3.3)."""
        nodes: dict[int, _PstNode] = {}
        waiting = [(block, 0)] if block else []
        while waiting and len(nodes) < _MOST_BLOCKS:
            number, depth = waiting.pop()
            raw = self._block(number)
            if depth > 3 or len(raw) < 4 or raw[0] != 2:
                raise FormatError("pst-subnodes-damaged")
            (count,) = struct.unpack_from("<H", raw, 2)
            fields = 2 if raw[1] else 3
            for entry in range(count):
                at = self._width * (1 + entry * fields)
                inner, data, *below = struct.unpack_from(f"<{fields}{self._letter}", raw, at)
                if below:
                    nodes[inner & 0xFFFFFFFF] = _PstNode(inner & 0xFFFFFFFF, data, below[0], 0)
                else:
                    waiting.append((data, depth + 1))
        return nodes

    def _block(self, number: int) -> bytes:
        number &= ~1
        entry = self._find(self._blocks, number)
        if not self.layout.wide:
            _, offset, size = struct.unpack_from("<IIH", entry)
            return self._data[offset : offset + size]
        _, offset, size, unpacked_size = struct.unpack_from("<QQHH", entry)
        raw = self._data[offset : offset + size]
        if len(raw) < size:
            raise FormatError("pst-block-outside")
        if self.layout.page == 4096 and size != unpacked_size:
            return zlib.decompressobj().decompress(raw, unpacked_size)
        return raw

    def _read_page(self, offset: int) -> tuple[int, list[int], list[bytes]]:
        """Read one page of a tree: its level (0 holds the entries themselves), keys and entries (MS-PST 2.2.2.7.7)."""
        layout = self.layout
        page = self._data[offset : offset + layout.page]
        if len(page) < layout.page:
            raise FormatError("pst-page-outside")
        if layout.page == 4096:
            count, _, size, level = struct.unpack_from("<HHBB", page, layout.count_at)
        else:
            count, _, size, level = page[layout.count_at : layout.count_at + 4]
        if not 2 * self._width <= size <= 64 or count * size > layout.count_at:
            raise FormatError("pst-page-damaged")
        entries = [page[at : at + size] for at in range(0, count * size, size)]
        return level, [int.from_bytes(entry[: self._width], "little") for entry in entries], entries

    def _below(self, entry: bytes) -> int:
        return int(struct.unpack_from(f"<3{self._letter}", entry)[2])

    def _find(self, offset: int, key: int) -> bytes:
        for _ in range(_DEEPEST_TREE):
            level, keys, entries = self._page(offset)
            at = bisect_right(keys, key) - 1
            if at < 0 or (level == 0 and keys[at] != key):
                raise KeyError(key)
            if level == 0:
                return entries[at]
            offset = self._below(entries[at])
        raise FormatError("pst-index-too-deep")

    def _leaves(self, offset: int, depth: int) -> Iterator[bytes]:
        try:
            level, _, entries = self._page(offset)
        except (ValueError, struct.error):
            self.damaged_pages += 1
            return
        if level == 0:
            yield from entries
        elif depth < _DEEPEST_TREE:
            for entry in entries:
                yield from self._leaves(self._below(entry), depth + 1)


def decode(untrusted: bytes, method: int, block: int) -> bytes:
    """Return a block's bytes in the clear (MS-PST 5.1, 5.2); ``block`` is its identifier, for the cyclic method."""
    if method == PERMUTED:
        return untrusted.translate(_I)
    if method == CYCLIC:
        return _cyclic(untrusted, (block ^ block >> 16) & 0xFFFF)
    return untrusted


def _cyclic(untrusted: bytes, key: int) -> bytes:
    out = bytearray(untrusted)
    for at, value in enumerate(untrusted):
        low, high = key & 0xFF, key >> 8
        out[at] = (_I[(_S[(_R[(value + low) & 0xFF] + high) & 0xFF] - high) & 0xFF] - low) & 0xFF
        key = (key + 1) & 0xFFFF
    return bytes(out)


# A node's data as properties or a table (MS-PST 2.3). Raises ValueError, KeyError, IndexError or struct.error where it
# breaks its rules.


class _Heap:
    """The heap on a node (MS-PST 2.3.1): pieces of data by their numbers, with the node's subnodes behind them."""

    def __init__(self, file: PstFile, node: _PstNode) -> None:
        self.file = file
        self._blocks = list(file.blocks(node.data))
        self.subnodes = file.subnodes(node.subnodes)
        self._large = file.layout.page == 4096
        if not self._blocks or self._blocks[0][2:3] != b"\xec":
            raise FormatError("pst-no-heap")
        self.kind = self._blocks[0][3]
        (self.root,) = struct.unpack_from("<I", self._blocks[0], 4)

    def piece(self, number: int) -> bytes:
        if number == 0:
            return b""
        shift, bits = (19, 0x3FFF) if self._large else (16, 0x7FF)
        block, index = self._blocks[number >> shift], (number >> 5) & bits
        (table,) = struct.unpack_from("<H", block)
        start, end = struct.unpack_from("<HH", block, table + 4 + 2 * (index - 1))
        return block[start:end]

    def blocks(self, number: int) -> list[bytes]:
        if number & 0x1F == 0:
            return [self.piece(number)]
        return list(self.file.blocks(self.subnodes[number].data))

    def value(self, number: int) -> bytes:
        return b"".join(self.blocks(number))

    def records(self, number: int) -> Iterator[tuple[bytes, bytes]]:
        """Yield the (key, data) records of the tree on the heap with this number (MS-PST 2.3.2)."""
        kind, key_size, data_size, levels, root = struct.unpack_from("<BBBBI", self.piece(number))
        if kind != 0xB5 or levels > 8:
            raise FormatError("pst-heap-tree-damaged")
        waiting = [(root, levels)]
        while waiting:
            reference, level = waiting.pop()
            piece = self.piece(reference)
            size = key_size + (4 if level else data_size)
            entries = [piece[at : at + size] for at in range(0, len(piece) - size + 1, size)]
            if level:
                waiting += [(int.from_bytes(e[key_size:], "little"), level - 1) for e in reversed(entries)]
            else:
                yield from ((e[:key_size], e[key_size:]) for e in entries)


def properties(heap: _Heap) -> Values:
    """Return the properties of a node (a PC, MS-PST 2.3.3); those that lie in subnodes are read when asked for."""
    if heap.kind != 0xBC:
        raise FormatError("pst-no-properties")
    values: Values = {}
    for key, data in heap.records(heap.root):
        (number,) = struct.unpack("<H", key)
        kind, reference = struct.unpack("<HI", data)
        try:
            values[number, kind] = _value(heap, kind, reference, data[2:])
        except (ValueError, KeyError, IndexError, struct.error):
            values.setdefault((number, kind), b"")
    return values


def _value(heap: _Heap, kind: int, reference: int, short: bytes) -> Value | list[bytes]:
    if SIZES.get(kind, 8) <= 4:
        return short[: SIZES[kind]]
    if kind & MULTIPLE:
        return several(heap.value(reference), kind & ~MULTIPLE)
    if reference & 0x1F:
        return lambda: heap.value(reference)
    return heap.piece(reference)


def several(data: bytes, kind: int) -> list[bytes]:
    """Take the values of a multi-valued property apart (MS-PST 2.3.3.4.1 and 2.3.3.4.2)."""
    if kind not in TERMINATORS:
        size = SIZES.get(kind, 4)
        return [data[at : at + size] for at in range(0, len(data), size)]
    if len(data) < 4:
        return []
    (count,) = struct.unpack_from("<I", data)
    starts = struct.unpack_from(f"<{min(count, len(data) // 4 - 1)}I", data, 4)
    return [data[start:end] for start, end in zip(starts, (*starts[1:], len(data)), strict=True)]


def rows(heap: _Heap) -> Iterator[tuple[int, Values]]:
    """Yield the rows of a table (a TC, MS-PST 2.3.4) as (row number, its cells)."""
    info = heap.piece(heap.root)
    kind, count = info[0], info[1]
    if kind != 0x7C:
        raise FormatError("pst-no-table")
    bits_at, size = struct.unpack_from("<HH", info, 6)
    index, pages_at = struct.unpack_from("<II", info, 10)
    columns = [struct.unpack_from("<IHBB", info, 22 + 8 * column) for column in range(count)]
    pages = heap.blocks(pages_at) if size else []  # a row never lies in two of them
    for key, data in heap.records(index):
        row = _row(pages, int.from_bytes(data, "little"), size)
        if row is not None:
            yield struct.unpack("<I", key)[0], _cells(heap, row, columns, bits_at)


def _row_numbers(heap: _Heap) -> Iterator[int]:
    info = heap.piece(heap.root)
    if info[:1] != b"\x7c":
        raise FormatError("pst-no-table")
    (index,) = struct.unpack_from("<I", info, 10)
    for key, _ in heap.records(index):
        yield struct.unpack("<I", key)[0]


def _row(pages: list[bytes], index: int, size: int) -> bytes | None:
    per_page = len(pages[0]) // size if pages else 0
    if not per_page or index // per_page >= len(pages):
        return None
    row = pages[index // per_page][index % per_page * size :][:size]
    return row if len(row) == size else None


def _cells(heap: _Heap, row: bytes, columns: list[tuple[int, ...]], bits_at: int) -> Values:
    values: Values = {}
    for tag, at, size, bit in columns:
        number, kind = tag >> 16, tag & 0xFFFF
        if not row[bits_at + bit // 8] >> (7 - bit % 8) & 1:
            continue
        cell = row[at : at + size]
        if kind in TERMINATORS or kind & MULTIPLE:
            try:
                raw = heap.value(int.from_bytes(cell[:4], "little"))
            except (ValueError, KeyError, IndexError, struct.error):
                continue
            values[number, kind] = several(raw, kind & ~MULTIPLE) if kind & MULTIPLE else raw
        else:
            values[number, kind] = cell
    return values


TYPE = "application/vnd.ms-outlook-pst"
_ITEM_TYPE = "application/vnd.ms-outlook"
_FOLDER, _SEARCH, _MESSAGE, _ASSOCIATED = 0x02, 0x03, 0x04, 0x08
_STORE, _NAMES, _ROOT = 0x21, 0x61, 0x122
_RECIPIENTS, _ATTACHMENTS, _CONTENTS = 0x692, 0x671, 0x0E
_DEEPEST = 12
_BROKEN = (ValueError, KeyError, IndexError, struct.error, OverflowError)


@dataclass(slots=True)
class _Folder:
    """A folder: its name, the one above it, how many items it counts, which it lists, how many are there."""

    name: str
    parent: int
    counts: int | None
    lists: array[int] | None
    items: int = 0


@dataclass(slots=True)
class _Survey:
    """What is known of one file before its items are read."""

    file: PstFile
    folders: dict[int, _Folder] = field(default_factory=dict)
    names: dict[int, Name] = field(default_factory=dict)
    troubles: list[Trouble] = field(default_factory=list)
    lost: int = 0
    unlisted: int = 0
    hidden: int = 0


def claims(probe: Probe) -> bool:
    return probe.head[:4] == MAGIC and probe.head[8:10] in (b"SM", b"SO")


def parse(untrusted_data: Data, context: Context) -> Extract:
    store = _opened(untrusted_data)
    _survey(store)
    extract = Extract(TYPE, troubles=store.troubles)
    total = sum(folder.items for folder in store.folders.values()) + store.lost
    extract.properties = [("Items", str(total)), ("Folders", str(len(store.folders)))]
    for label, count in (
        ("Items without a folder", store.lost),
        ("Items that no folder lists", store.unlisted),
        ("Settings kept as hidden items, not read", store.hidden),
    ):
        if count:
            extract.properties.append((label, str(count)))
    described = _bag(store.file, _STORE)
    extract.subject = described.text(0x3001) or None
    if described.integer(0x67FF):  # it hides nothing (MS-PST 4.2)
        extract.properties.append(("Password", "set, not needed to read the file"))
    extract.children = _items(store, context)
    return extract


def members(untrusted_data: Data, context: Context) -> Callable[[str], Child]:
    store = _opened(untrusted_data)

    def at(location: str) -> Child:
        node = store.file.node(int(location, 16))
        number = node.parent
        while number & 0x1F == _FOLDER and number not in store.folders:
            try:
                folder = store.file.node(number)
            except KeyError:
                break
            store.folders[number] = _folder(store, folder)
            number = folder.parent
        return context.denied(f"{_path(store, node.parent)}/") or _child(store, node)

    return at


def _opened(data: Data) -> _Survey:
    store = _Survey(PstFile(data))
    names = _bag(store.file, _NAMES)
    store.names = named_properties(*(names.binary(number) or b"" for number in (2, 3, 4)))
    return store


def _survey(store: _Survey) -> None:
    for node in store.file.nodes():
        if node.number & 0x1F == _FOLDER:
            store.folders[node.number] = _folder(store, node)
    for node in store.file.nodes():
        kind = node.number & 0x1F
        if kind == _ASSOCIATED:
            store.hidden += 1
        if kind != _MESSAGE:
            continue
        folder = store.folders.get(node.parent)
        if folder is None:
            store.lost += 1
            continue
        folder.items += 1
        store.unlisted += not _is_listed(folder, node.number)
    if store.file.damaged_pages:
        store.troubles.append(Trouble("damaged", say("pst-index-damaged")))
    for number, folder in store.folders.items():
        expected = max(folder.counts or 0, len(folder.lists or ()))
        if folder.items < expected:
            path = repr(_path(store, number))
            fewer = say("folder-counts-more", folder=path, expected=expected, found=folder.items)
            store.troubles.append(Trouble("damaged", fewer))


def _bag(file: PstFile, number: int) -> Bag:
    try:
        return Bag(properties(_Heap(file, file.node(number))))
    except _BROKEN:
        return Bag()


def _folder(store: _Survey, node: _PstNode) -> _Folder:
    bag = Bag()
    lists: array[int] | None = None
    try:
        bag.values = properties(_Heap(store.file, node))
    except _BROKEN:
        store.troubles.append(Trouble("damaged", say("folder-name-unreadable")))
    try:
        contents = store.file.node(node.number & ~0x1F | _CONTENTS)
        lists = array("I", sorted(_row_numbers(_Heap(store.file, contents))))
    except KeyError:
        pass
    except _BROKEN:
        store.troubles.append(Trouble("damaged", say("folder-list-unreadable")))
    return _Folder(bag.text(0x3001), node.parent, bag.integer(0x3602), lists)


def _is_listed(folder: _Folder, number: int) -> bool:
    if folder.lists is None:
        return True
    at = bisect_left(folder.lists, number)
    return at < len(folder.lists) and folder.lists[at] == number


def _path(store: _Survey, number: int) -> str:
    """Return a folder's path from the top; a folder that is reached from nowhere begins with a mark."""
    names: list[str] = []
    seen: set[int] = set()
    while number in store.folders and number not in seen and number != _ROOT:
        seen.add(number)
        folder = store.folders[number]
        names.append(folder.name or f"folder {number:X}")
        number = folder.parent
    if number != _ROOT:
        names.append("(lost folders)")
    return "/".join(reversed(names))


def _items(store: _Survey, context: Context) -> Iterator[Child | Trouble]:
    items = (node for node in store.file.nodes() if node.number & 0x1F == _MESSAGE)
    for number, node in enumerate(items):
        if context.passes(number):
            yield PASSED
            continue
        try:
            yield context.denied(f"{_path(store, node.parent)}/") or _child(store, node)
        except _BROKEN as error:
            folder, name = repr(_where(store, node)), "item.msg"
            yield Trouble("damaged", say("item-in-folder-unreadable", folder=folder, error=error))
            path, location = f"{_path(store, node.parent)}/{name}", f"{node.number:x}"
            yield Child(name, b"", _ITEM_TYPE, location=location, path=path, lost=True)


def _where(store: _Survey, node: _PstNode) -> str:
    folder = store.folders.get(node.parent)
    if folder is None:
        return "(no folder)"
    return _path(store, node.parent) + ("" if _is_listed(folder, node.number) else " (not listed in its folder)")


def _child(store: _Survey, node: _PstNode) -> Child:
    bag = _item(store, node, 0)
    bag.values[0x0E05, UNICODE] = wide(_where(store, node))
    name = f"{bag.text(0x37).lstrip(chr(1))[:120].strip() or 'item'}.msg"
    path = f"{_path(store, node.parent)}/{name}"
    return Child(name, build_msg(bag), _ITEM_TYPE, location=f"{node.number:x}", path=path)


def _item(store: _Survey, node: _PstNode, depth: int) -> Bag:
    """Read an item with its recipients, attachments and the items inside it (MS-PST 2.4.5)."""
    heap = _Heap(store.file, node)
    bag = Bag(properties(heap), store.names)
    table = heap.subnodes.get(_RECIPIENTS)
    if table is not None:
        bag.recipients = [Bag(values, store.names) for _, values in rows(_Heap(store.file, table))]
    table = heap.subnodes.get(_ATTACHMENTS)
    if table is not None:
        for number in _row_numbers(_Heap(store.file, table)):
            if number in heap.subnodes:
                bag.attachments.append(_attachment(store, heap.subnodes[number], depth))
    return bag


def _attachment(store: _Survey, node: _PstNode, depth: int) -> Bag:
    heap = _Heap(store.file, node)
    bag = Bag(properties(heap), store.names)
    reference = bag.values.pop((0x3701, OBJECT), None)
    if isinstance(reference, bytes) and len(reference) >= 4 and depth < _DEEPEST:
        (number,) = struct.unpack_from("<I", reference)
        inner = heap.subnodes.get(number)
        if inner is not None and bag.integer(0x3705) == 5:
            bag.item = _item(store, inner, depth + 1)
        elif inner is not None:
            bag.values[0x3701, BINARY] = b"".join(store.file.blocks(inner.data))
    return bag
