"""The lower layer of Outlook data files: nodes and blocks found by their numbers; MS-PST 2.2.

Pages and blocks are read from the map when they are asked for, so memory stays flat whatever the file's size. Read are
the ANSI form, the Unicode form and the Unicode form with pages of 4096 bytes that Outlook 2013 writes to .ost.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from triage.errors import FormatError
from triage.parsers.kit.contract import Data
from triage.parsers.outlook.pst.encryption import decode

MAGIC = b"!BDN"
_DEEPEST_TREE = 12
_MOST_BLOCKS = 1 << 20


class PstLayout(NamedTuple):
    """Where things stand in one of the three forms of the file; offsets and sizes in bytes."""

    wide: bool
    page: int
    count_at: int
    roots_at: int
    crypt_at: int


_ANSI = PstLayout(False, 512, 496, 184, 461)
_UNICODE = PstLayout(True, 512, 488, 216, 513)
_LARGE_PAGES = PstLayout(True, 4096, 4056, 216, 513)


class PstNode(NamedTuple):
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
        layout = self.layout
        form = "<4Q" if layout.wide else "<4I"
        roots = untrusted_data[layout.roots_at : layout.roots_at + struct.calcsize(form)]
        _, self._nodes, _, self._blocks = struct.unpack(form, roots)
        self._crypt = untrusted_data[layout.crypt_at]
        self._page = lru_cache(maxsize=256)(self._read_page)

    def nodes(self) -> Iterator[PstNode]:
        """Yield every node of the file in the order of their numbers; pages that can't be read are passed over."""
        layout = "<QQQI4x" if self.layout.wide else "<4I"
        for entry in self._leaves(self._nodes, 0):
            number, data, subnodes, parent = struct.unpack_from(layout, entry)
            yield PstNode(number & 0xFFFFFFFF, data, subnodes, parent)

    def node(self, number: int) -> PstNode:
        """Return a node; raises KeyError where the file has none of this number."""
        layout = "<QQQI4x" if self.layout.wide else "<4I"
        _, data, subnodes, parent = struct.unpack_from(layout, self._find(self._nodes, number))
        return PstNode(number, data, subnodes, parent)

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
            inner = struct.unpack_from(f"<{count}{'Q' if self.layout.wide else 'I'}", raw, 8)
            waiting += [(one, depth + 1) for one in reversed(inner)]

    def subnodes(self, block: int) -> dict[int, PstNode]:
        """Return the nodes inside a node by their numbers (MS-PST 2.2.2.8.3.3)."""
        found: dict[int, PstNode] = {}
        waiting = [(block, 0)] if block else []
        while waiting and len(found) < _MOST_BLOCKS:
            number, depth = waiting.pop()
            raw = self._block(number)
            if depth > 3 or len(raw) < 4 or raw[0] != 2:
                raise FormatError("pst-subnodes-damaged")
            (count,) = struct.unpack_from("<H", raw, 2)
            start, size = (8, 8) if self.layout.wide else (4, 4)
            letter = "Q" if self.layout.wide else "I"
            if raw[1]:
                for at in range(start, start + count * size * 2, size * 2):
                    waiting.append((struct.unpack_from(f"<2{letter}", raw, at)[1], depth + 1))
                continue
            for at in range(start, start + count * size * 3, size * 3):
                inner, data, below = struct.unpack_from(f"<3{letter}", raw, at)
                found[inner & 0xFFFFFFFF] = PstNode(inner & 0xFFFFFFFF, data, below, 0)
        return found

    def _block(self, number: int) -> bytes:
        """Return a block's stored bytes; blocks of files with large pages may be packed."""
        number &= ~1
        entry = self._find(self._blocks, number)
        if not self.layout.wide:
            _, place, size = struct.unpack_from("<IIH", entry)
            return self._data[place : place + size]
        _, place, size, whole = struct.unpack_from("<QQHH", entry)
        raw = self._data[place : place + size]
        if len(raw) < size:
            raise FormatError("pst-block-outside")
        if self.layout.page == 4096 and size != whole:
            return zlib.decompressobj().decompress(raw, whole)
        return raw

    def _read_page(self, place: int) -> tuple[int, list[int], list[bytes]]:
        """Read one page of a tree: its level (0 holds the entries themselves), keys and entries (MS-PST 2.2.2.7.7)."""
        layout = self.layout
        page = self._data[place : place + layout.page]
        if len(page) < layout.page:
            raise FormatError("pst-page-outside")
        if layout.page == 4096:
            count, _, size, level = struct.unpack_from("<HHBB", page, layout.count_at)
        else:
            count, _, size, level = page[layout.count_at : layout.count_at + 4]
        width = 8 if layout.wide else 4
        if not 2 * width <= size <= 64 or count * size > layout.count_at:
            raise FormatError("pst-page-damaged")
        entries = [page[at : at + size] for at in range(0, count * size, size)]
        return level, [int.from_bytes(entry[:width], "little") for entry in entries], entries

    def _below(self, entry: bytes) -> int:
        return int(struct.unpack_from("<3Q" if self.layout.wide else "<3I", entry)[2])

    def _find(self, place: int, key: int) -> bytes:
        """Find the entry with a key in the tree whose root page stands at ``place``."""
        from bisect import bisect_right

        for _ in range(_DEEPEST_TREE):
            level, keys, entries = self._page(place)
            at = bisect_right(keys, key) - 1
            if at < 0:
                raise KeyError(key)
            if level == 0:
                if keys[at] != key:
                    raise KeyError(key)
                return entries[at]
            place = self._below(entries[at])
        raise FormatError("pst-index-too-deep")

    def _leaves(self, place: int, depth: int) -> Iterator[bytes]:
        try:
            level, _, entries = self._page(place)
        except (ValueError, struct.error):
            self.damaged_pages += 1
            return
        if level == 0:
            yield from entries
        elif depth < _DEEPEST_TREE:
            for entry in entries:
                yield from self._leaves(self._below(entry), depth + 1)

    damaged_pages: int = 0
