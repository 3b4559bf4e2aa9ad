"""The middle layer of Outlook data files: a node's data as properties or as a table; MS-PST 2.3.

Works on one node at a time. Raises ValueError, KeyError, IndexError or struct.error where the node breaks its rules.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from triage.errors import FormatError
from triage.parsers.outlook.mapi import MULTIPLE, SIZES, TERMINATORS, Value
from triage.parsers.outlook.pst.nodes import PstFile, PstNode

Values = dict[tuple[int, int], Value | list[bytes]]


class Heap:
    """The heap on a node (MS-PST 2.3.1): pieces of data by their numbers, with the node's subnodes behind them."""

    def __init__(self, file: PstFile, node: PstNode) -> None:
        self.file = file
        self._blocks = list(file.blocks(node.data))
        self.subnodes = file.subnodes(node.subnodes)
        self._large = file.layout.page == 4096
        if not self._blocks or self._blocks[0][2:3] != b"\xec":
            raise FormatError("pst-no-heap")
        self.kind = self._blocks[0][3]
        (self.root,) = struct.unpack_from("<I", self._blocks[0], 4)

    def piece(self, number: int) -> bytes:
        """Return the piece of the heap with this number (a HID); b"" for none."""
        if number == 0:
            return b""
        shift, bits = (19, 0x3FFF) if self._large else (16, 0x7FF)
        block, index = self._blocks[number >> shift], (number >> 5) & bits
        (table,) = struct.unpack_from("<H", block)
        start, end = struct.unpack_from("<HH", block, table + 4 + 2 * (index - 1))
        return block[start:end]

    def blocks(self, number: int) -> list[bytes]:
        """Return the blocks of data that a number (a HNID) names: a piece of the heap, or a subnode's."""
        if number & 0x1F == 0:
            return [self.piece(number)]
        return list(self.file.blocks(self.subnodes[number].data))

    def value(self, number: int) -> bytes:
        """Return the data that a number (a HNID) names."""
        return b"".join(self.blocks(number))

    def records(self, number: int) -> Iterator[tuple[bytes, bytes]]:
        """Yield the (key, data) records of the tree on the heap with this number (MS-PST 2.3.2)."""
        kind, key_size, data_size, levels, root = struct.unpack_from("<BBBBI", self.piece(number))
        if kind != 0xB5 or levels > 8:
            raise FormatError("pst-heap-tree-damaged")
        waiting = [(root, levels)]
        while waiting:
            place, level = waiting.pop()
            piece = self.piece(place)
            size = key_size + (4 if level else data_size)
            entries = [piece[at : at + size] for at in range(0, len(piece) - size + 1, size)]
            if level:
                waiting += [(int.from_bytes(e[key_size:], "little"), level - 1) for e in reversed(entries)]
            else:
                yield from ((e[:key_size], e[key_size:]) for e in entries)


def properties(heap: Heap) -> Values:
    """Return the properties of a node (a PC, MS-PST 2.3.3); those that lie in subnodes are read when asked for."""
    if heap.kind != 0xBC:
        raise FormatError("pst-no-properties")
    values: Values = {}
    for key, data in heap.records(heap.root):
        (number,) = struct.unpack("<H", key)
        kind, place = struct.unpack("<HI", data)
        try:
            values[number, kind] = _value(heap, kind, place, data[2:])
        except (ValueError, KeyError, IndexError, struct.error):
            values.setdefault((number, kind), b"")
    return values


def _value(heap: Heap, kind: int, place: int, short: bytes) -> Value | list[bytes]:
    if SIZES.get(kind, 8) <= 4:
        return short[: SIZES[kind]]
    if kind & MULTIPLE:
        return several(heap.value(place), kind & ~MULTIPLE)
    if place & 0x1F:
        return lambda: heap.value(place)
    return heap.piece(place)


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


def rows(heap: Heap) -> Iterator[tuple[int, Values]]:
    """Yield the rows of a table (a TC, MS-PST 2.3.4) as (row number, its cells)."""
    info = heap.piece(heap.root)
    kind, count = info[0], info[1]
    if kind != 0x7C:
        raise FormatError("pst-no-table")
    bits_at, size = struct.unpack_from("<HH", info, 6)
    index, place = struct.unpack_from("<II", info, 10)
    columns = [struct.unpack_from("<IHBB", info, 22 + 8 * column) for column in range(count)]
    pages = heap.blocks(place) if size else []  # a row never lies in two of them
    for key, data in heap.records(index):
        row = _row(pages, int.from_bytes(data, "little"), size)
        if row is not None:
            yield struct.unpack("<I", key)[0], _cells(heap, row, columns, bits_at)


def row_numbers(heap: Heap) -> Iterator[int]:
    """Yield the numbers of a table's rows: for a folder's contents, the nodes of its items."""
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


def _cells(heap: Heap, row: bytes, columns: list[tuple[int, ...]], bits_at: int) -> Values:
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
