"""A small writer of Outlook data files: MS-PST, Unicode or ANSI, with a chosen cipher.

It writes what a reader needs: the two trees, blocks, heaps with properties, tables of items, recipients, attachments.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import accumulate

from tests.selftest.plant import Plant
from tests.writers.outlook import BINARY, INTEGER, UNICODE
from triage.parsers.outlook.item import Bag
from triage.parsers.outlook.pst import _I, _R, _S

_SHORT = {2: 2, 3: 4, 0x0B: 1}
_LARGEST = 3000
_BLOCK = 8000


def scramble(data: bytes, method: int, block: int) -> bytes:
    """Undo what the reader does to decode."""
    if method == 1:
        return data.translate(_R)
    if method == 0:
        return data
    key = (block ^ block >> 16) & 0xFFFF
    out = bytearray(data)
    for at, value in enumerate(data):
        low, high = key & 0xFF, key >> 8
        out[at] = (_I[(_S.index((_R[(value + low) & 0xFF] + high) & 0xFF) - high) & 0xFF] - low) & 0xFF
        key = (key + 1) & 0xFFFF
    return bytes(out)


@dataclass
class PstBuilder:
    """Collects nodes; ``build`` gives the file. Node numbers carry their kind in the low five bits."""

    wide: bool = True
    crypt: int = 1
    out: bytearray = field(default_factory=lambda: bytearray(1024))
    blocks: list[tuple[int, int, int]] = field(default_factory=list)
    nodes: dict[int, tuple[int, int, int]] = field(default_factory=dict)
    folders: dict[int, list[int]] = field(default_factory=dict)
    next_block: int = 4
    next_node: int = 0x10000

    def block(self, data: bytes, internal: bool = False) -> int:
        number = self.next_block | (2 if internal else 0)
        self.next_block += 4
        raw = data if internal else scramble(data, self.crypt, number)
        self.blocks.append((number, len(self.out), len(raw)))
        self.out += raw
        return number

    def data(self, data: bytes) -> int:
        """Write a node's data, over several blocks where it is long."""
        if len(data) <= _BLOCK:
            return self.block(data)
        inner = [self.block(data[at : at + _BLOCK]) for at in range(0, len(data), _BLOCK)]
        return self.block(struct.pack("<BBHI", 1, 1, len(inner), len(data)) + self._numbers(*inner), internal=True)

    def _numbers(self, *numbers: int) -> bytes:
        return struct.pack(f"<{len(numbers)}{'Q' if self.wide else 'I'}", *numbers)

    def subnodes(self, nodes: dict[int, tuple[int, int]]) -> int:
        if not nodes:
            return 0
        body = b"".join(self._numbers(number, *places) for number, places in sorted(nodes.items()))
        head = struct.pack("<BBH", 2, 0, len(nodes)) + (bytes(4) if self.wide else b"")
        return self.block(head + body, internal=True)

    def properties(self, values: dict[tuple[int, int], bytes], subnodes: dict[int, tuple[int, int]]) -> int:
        """Write a property heap; long values go to subnodes, which are added to ``subnodes``."""
        heap = _Heap(0xBC)
        records = b""
        for (number, kind), value in sorted(values.items()):
            if kind in _SHORT:
                place = int.from_bytes(value, "little")
            elif len(value) > _LARGEST:
                place = 0x8001 + 32 * len(subnodes) | 0x1F
                subnodes[place] = (self.data(value), 0)
            else:
                place = heap.add(value)
            records += struct.pack("<HHI", number, kind, place)
        heap.root = heap.add(struct.pack("<BBBBI", 0xB5, 2, 6, 0, heap.add(records)))
        return self.block(heap.bytes())

    def table(self, rows: dict[int, dict[tuple[int, int], bytes]]) -> int:
        """Write a table whose cells are numbers or lie in the heap."""
        heap = _Heap(0x7C)
        columns = sorted({tag for row in rows.values() for tag in row})
        bits_at = 4 + 4 * len(columns)
        size = bits_at + (len(columns) + 7) // 8
        matrix, index = b"", b""
        for at, (number, row) in enumerate(sorted(rows.items())):
            cells, bits = struct.pack("<I", number), bytearray(size - bits_at)
            for column, tag in enumerate(columns):
                value = row.get(tag)
                if value is None:
                    cells += bytes(4)
                    continue
                bits[column // 8] |= 0x80 >> column % 8
                cells += value.ljust(4, b"\0") if tag[1] == 3 else struct.pack("<I", heap.add(value))
            matrix += cells + bits
            index += struct.pack("<II" if self.wide else "<IH", number, at)
        tree = struct.pack("<BBBBI", 0xB5, 4, 4 if self.wide else 2, 0, heap.add(index))
        info = struct.pack(
            "<BB4HIII", 0x7C, len(columns), bits_at, bits_at, bits_at, size, heap.add(tree), heap.add(matrix), 0
        )
        for column, (number, kind) in enumerate(columns):
            info += struct.pack("<IHBB", number << 16 | kind, 4 + 4 * column, 4, column)
        heap.root = heap.add(info)
        return self.block(heap.bytes())

    def folder(self, number: int, name: str, parent: int, count: int | None = None) -> int:
        values = {(0x3001, 0x1F): name.encode("utf-16-le")}
        if count is not None:
            values[0x3602, 3] = struct.pack("<I", count)
        self.nodes[number] = (self.properties(values, {}), 0, parent)
        self.folders[number] = []
        return number

    def message(self, bag: Bag, folder: int, listed: bool = True) -> int:
        number = self.next_node << 5 | 4
        self.next_node += 1
        self.nodes[number] = (*self.item(bag), folder)
        if listed and folder in self.folders:
            self.folders[folder].append(number)
        return number

    def item(self, bag: Bag) -> tuple[int, int]:
        """Write an item with its recipients and attachments; returns its data and its subnodes."""
        inner: dict[int, tuple[int, int]] = {}
        data = self.properties(_plain(bag), inner)
        if bag.recipients:
            inner[0x692] = (self.table({at: _plain(person) for at, person in enumerate(bag.recipients)}), 0)
        if bag.attachments:
            numbers = [at << 5 | 5 for at in range(1, len(bag.attachments) + 1)]
            inner[0x671] = (self.table({number: {} for number in numbers}), 0)
            for number, attachment in zip(numbers, bag.attachments, strict=True):
                inner[number] = self._attachment(attachment)
        return data, self.subnodes(inner)

    def _attachment(self, bag: Bag) -> tuple[int, int]:
        inner: dict[int, tuple[int, int]] = {}
        values = _plain(bag)
        if bag.item is not None:
            inner[0x9004] = self.item(bag.item)
            values[0x3701, 0x0D] = struct.pack("<II", 0x9004, 0)
        data = self.properties(values, inner)
        return data, self.subnodes(inner)

    def names(self, names: dict[int, str]) -> None:
        """Write the node that says what identifiers from 0x8000 up are called."""
        entries, strings = b"", b""
        for number, name in names.items():
            raw = name.encode("utf-16-le")
            entries += struct.pack("<IHH", len(strings), 5, number - 0x8000)
            strings += struct.pack("<I", len(raw)) + raw + bytes(-len(raw) % 4)
        self.nodes[0x61] = (self.properties({(3, 0x102): entries, (4, 0x102): strings}, {}), 0, 0)

    def build(self) -> bytes:
        for number, items in self.folders.items():
            self.nodes[number & ~0x1F | 0x0E] = (self.table({item: {} for item in items}), 0, 0)
        node, block = ("<QQQI4x", "<QQHH4x") if self.wide else ("<4I", "<IIHH")
        nodes = self._tree([struct.pack(node, number, *places) for number, places in sorted(self.nodes.items())])
        blocks = self._tree([struct.pack(block, *places, 2) for places in sorted(self.blocks)])
        self.out[:12] = b"!BDN" + bytes(4) + b"SM" + struct.pack("<H", 23 if self.wide else 14)
        roots = self._numbers(0, nodes, 0, blocks)
        at, crypt_at = (216, 513) if self.wide else (184, 461)
        self.out[at : at + len(roots)] = roots
        self.out[crypt_at] = self.crypt
        return bytes(self.out)

    def _tree(self, entries: list[bytes], level: int = 0) -> int:
        width, room = (8, 488) if self.wide else (4, 496)
        size = len(entries[0])
        per_page = room // size
        above = []
        for at in range(0, len(entries), per_page):
            some = entries[at : at + per_page]
            page = b"".join(some).ljust(room, b"\0") + bytes((len(some), per_page, size, level))
            place = len(self.out)
            self.out += page.ljust(512, b"\0")
            above.append((some[0][:width], place))
        if len(above) == 1:
            return above[0][1]
        return self._tree([key + self._numbers(0, place) for key, place in above], level + 1)


class _Heap:
    def __init__(self, kind: int) -> None:
        self.kind = kind
        self.root = 0
        self._pieces: list[bytes] = []

    def add(self, piece: bytes) -> int:
        if not piece:
            return 0
        self._pieces.append(piece)
        return len(self._pieces) << 5

    def bytes(self) -> bytes:
        starts = list(accumulate(map(len, self._pieces), initial=12))
        table = starts[-1]
        head = struct.pack("<HBBI4x", table, 0xEC, self.kind, self.root)
        return head + b"".join(self._pieces) + struct.pack(f"<HH{len(starts)}H", len(self._pieces), 0, *starts)


def _plain(bag: Bag) -> dict[tuple[int, int], bytes]:
    return {tag: value for tag, value in bag.values.items() if isinstance(value, bytes)}


# ---- the documents of the known-answer test


def _bag(texts: Mapping[int, str], numbers: Mapping[int, int] | None = None) -> Bag:
    bag = Bag({(prop, UNICODE): text.encode("utf-16-le") for prop, text in texts.items()})
    bag.values |= {(prop, INTEGER): struct.pack("<i", number) for prop, number in (numbers or {}).items()}
    return bag


def outlook_archive(plant: Plant) -> bytes:
    """A data file with a mail in a folder, a file and a mail attached to it, and a mail that no folder lists."""
    root, inbox = 0x122, 0x8022
    texts = {0x1A: "IPM.Note", 0x37: plant("subject"), 0x1000: plant("attachment", "a message's text")}
    mail = _bag({**texts, 0x0C1A: plant("from"), 0x0C1E: "SMTP", 0x0C1F: "a@wren.example"})
    for kind, column in enumerate(("to", "cc", "bcc"), 1):
        mail.recipients.append(_bag({0x3001: plant(column), 0x39FE: f"{column}@wren.example"}, {0x0C15: kind}))
    file = _bag({0x3707: "a.txt"}, {0x3705: 1})
    file.values[0x3701, BINARY] = plant("inner", "a file attached to a message").encode()
    held = _bag({0x3001: "inside"}, {0x3705: 5})
    held.item = _bag({0x1A: "IPM.Note", 0x37: "inside", 0x1000: plant("inner", "a message attached to a message")})
    mail.attachments += [file, held]
    data = PstBuilder()
    data.folder(root, "", root)
    data.folder(inbox, "Inbox", root)
    data.message(mail, inbox)
    lost = {0x1A: "IPM.Note", 0x37: "lost", 0x1000: plant("attachment", "a message that no folder lists")}
    data.message(_bag(lost), inbox, listed=False)
    return data.build()
