"""The lower layer of Outlook data files: nodes and blocks found by their numbers; MS-PST 2.2.

Pages and blocks are read from the map when they are asked for, so memory stays flat whatever the file's size. Read are
the ANSI form, the Unicode form and the Unicode form with pages of 4096 bytes that Outlook 2013 writes to .ost. The
two ciphers need no key.
"""

from __future__ import annotations

import struct
import zlib
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from triage.errors import FormatError
from triage.parsers.kit.contract import Data

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

NONE, PERMUTED, CYCLIC = 0, 1, 2


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
        self._letter, self._width = ("Q", 8) if self.layout.wide else ("I", 4)
        roots = struct.unpack_from(f"<4{self._letter}", untrusted_data, self.layout.roots_at)
        _, self._nodes, _, self._blocks = roots
        self._crypt = untrusted_data[self.layout.crypt_at]
        self._page = lru_cache(maxsize=256)(self._read_page)
        self.damaged_pages = 0

    def nodes(self) -> Iterator[PstNode]:
        """Yield every node of the file in the order of their numbers; pages that can't be read are passed over."""
        for entry in self._leaves(self._nodes, 0):
            number, data, subnodes, parent = struct.unpack_from(f"<3{self._letter}I", entry)
            yield PstNode(number & 0xFFFFFFFF, data, subnodes, parent)

    def node(self, number: int) -> PstNode:
        """Return a node; raises KeyError where the file has none of this number."""
        return PstNode(number, *struct.unpack_from(f"<3{self._letter}I", self._find(self._nodes, number))[1:])

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

    def subnodes(self, block: int) -> dict[int, PstNode]:
        """Return the nodes inside a node by their numbers (MS-PST 2.2.2.8.3.3)."""
        nodes: dict[int, PstNode] = {}
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
                    nodes[inner & 0xFFFFFFFF] = PstNode(inner & 0xFFFFFFFF, data, below[0], 0)
                else:
                    waiting.append((data, depth + 1))
        return nodes

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
        if not 2 * self._width <= size <= 64 or count * size > layout.count_at:
            raise FormatError("pst-page-damaged")
        entries = [page[at : at + size] for at in range(0, count * size, size)]
        return level, [int.from_bytes(entry[: self._width], "little") for entry in entries], entries

    def _below(self, entry: bytes) -> int:
        return int(struct.unpack_from(f"<3{self._letter}", entry)[2])

    def _find(self, place: int, key: int) -> bytes:
        """Find the entry with a key in the tree whose root page stands at ``place``."""
        for _ in range(_DEEPEST_TREE):
            level, keys, entries = self._page(place)
            at = bisect_right(keys, key) - 1
            if at < 0 or (level == 0 and keys[at] != key):
                raise KeyError(key)
            if level == 0:
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
