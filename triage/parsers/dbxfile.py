"""The structures of Outlook Express stores (floor 2): trees of entries, and texts in chains of 512 bytes, by place.

The maker never described the form; what is known of it was found by inspection. Every object begins with its own place
in the file, which is what tells a sound one; a chain never goes twice over the same bytes, so that all end.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field

from triage.parsers.contract import Data

MAGIC = b"\xcf\xad\x12\xfe"
_COUNT, _ROOT, _INFO_SIZE, _HEADER = 0xC4, 0xE4, 0x1C, 0x24BC
_NODE = struct.Struct("<IIIIBBHI")
_BRANCH = struct.Struct("<III")
_MOST_BRANCHES = 51
_ENTRY = struct.Struct("<IIHBB")
_PIECE = struct.Struct("<IIII")
_TEXT, _STEP = 0x200, 0x210
_FREED = (0x1FC, _STEP)
_LOST = 4
"""Bytes at the start of a freed piece of text that a link to the piece before it replaces."""
_MARKS = (struct.pack("<I", _TEXT), struct.pack("<II", *_FREED))
"""What stands behind the place of a piece of text, and of a freed one."""
_NAME_AT, _KEY_AT = 0x105, 0x05
_LARGEST = 1 << 16
"""Bytes of an entry of the index; their length is told in two."""
_OVERLAP = 2
"""How many times its own size a store's index may claim before it is held for one made to hurt."""


@dataclass(slots=True)
class Entry:
    """What a tree lists: its place, numbers that stand in it directly and values by their index."""

    at: int
    numbers: dict[int, int] = field(default_factory=dict)
    values: dict[int, bytes] = field(default_factory=dict)

    def number(self, index: int) -> int:
        """Return a number, 0 where it is missing."""
        return self.numbers.get(index) or int.from_bytes(self.values.get(index, b"")[:4], "little")

    def text(self, index: int) -> bytes:
        """Return a text as it stands, without the zero that ends it."""
        return self.values.get(index, b"").partition(b"\0")[0]


@dataclass(slots=True)
class Chain:
    """A text put together from its pieces; ``fault`` says where it broke off, ``freed`` that it was deleted."""

    data: bytes
    fault: str = ""
    freed: bool = False


class DbxFile:
    """One store: its entries, and the texts that they point to or that nothing points to any more."""

    def __init__(self, data: Data) -> None:
        self._data = data
        self._used = bytearray(len(data) // _STEP + 2)
        self._left = _OVERLAP * len(data) + _LARGEST
        self.faults: list[str] = []

    @property
    def kind(self) -> int:
        """Which database it is: 0xC5 for messages, 0xC6 for the list of folders."""
        return self._data[4]

    @property
    def count(self) -> int:
        """How many entries the header counts."""
        return self._long(_COUNT)

    @property
    def described(self) -> tuple[bytes, bytes]:
        """The folder's name and the key of its account, as the store of messages itself gives them."""
        info = self._data[_HEADER : _HEADER + min(self._long(_INFO_SIZE), 0x1000)]
        return info[_NAME_AT : _NAME_AT + 0x100].partition(b"\0")[0], info[_KEY_AT:_NAME_AT].partition(b"\0")[0]

    def _long(self, at: int) -> int:
        return int.from_bytes(self._data[at : at + 4], "little")

    def entries(self) -> Iterator[Entry]:
        """Yield what the tree lists, in its order; what is wrong goes into ``faults``."""
        waiting: list[tuple[int, bool]] = [(self._long(_ROOT), True)]
        seen: set[int] = set()
        while waiting:
            at, is_node = waiting.pop()
            if not at or at in seen:
                continue
            seen.add(at)
            if self._left < 0:
                self._fault("it lists more than the store could hold")
                return
            if is_node:
                waiting += reversed(self._node(at))
                continue
            entry = self._entry(at)
            if entry is not None:
                yield entry

    def _node(self, at: int) -> list[tuple[int, bool]]:
        """Return what a node of the tree points to, in order: nodes (True) and entries."""
        head = self._data[at : at + _NODE.size]
        if len(head) < _NODE.size or self._long(at) != at:
            self._fault("a part of the index is missing")
            return []
        _, _, first, _, _, count, _, _ = _NODE.unpack(head)
        if count > _MOST_BRANCHES:
            self._fault("a part of the index has too many entries")
            count = _MOST_BRANCHES
        body = self._data[at + _NODE.size : at + _NODE.size + count * _BRANCH.size]
        self._left -= len(head) + len(body)
        found = [(first, True)]
        for value, child, _ in _BRANCH.iter_unpack(body[: len(body) - len(body) % _BRANCH.size]):
            found += (value, False), (child, True)
        return found

    def _entry(self, at: int) -> Entry | None:
        head = self._data[at : at + _ENTRY.size]
        if len(head) < _ENTRY.size or self._long(at) != at:
            self._fault("the index lists what isn't there")
            return None
        _, size, _, count, _ = _ENTRY.unpack(head)
        body = self._data[at + _ENTRY.size : at + _ENTRY.size + min(size, _LARGEST)]
        self._left -= len(head) + len(body)
        entry, inside = Entry(at), body[4 * count :]
        places: list[tuple[int, int]] = []
        for (word,) in struct.iter_unpack("<I", body[: min(4 * count, len(body) & ~3)]):
            index, value = word & 0x7F, word >> 8
            if word & 0x80:
                entry.numbers.setdefault(index, value)
            else:
                places.append((value, index))
        if len(body) < size or any(start > len(inside) for start, _ in places):
            self._fault("an entry of the index is damaged")
        ends = sorted({start for start, _ in places} | {len(inside)})
        for start, index in places:
            end = next((end for end in ends if end > start), len(inside))
            entry.values.setdefault(index, inside[start:end])
        return entry

    def _fault(self, said: str) -> None:
        if said not in self.faults:
            self.faults.append(said)

    def chain(self, at: int, most: int) -> Chain:
        """Put together the text whose first piece is at a place, of at most so many bytes."""
        pieces: list[bytes] = []
        size, freed, fault = 0, False, ""
        while at:
            piece = self._piece(at)
            if piece is None:
                fault = "a piece of it is missing" if at < len(self._data) else "the file ends before it"
                break
            if self._used[at // _STEP]:
                fault = "it runs into a text that was read already"
                break
            self._used[at // _STEP] = 1
            text, at, lost = piece
            freed = freed or lost
            pieces.append(text)
            size += len(text)
            if size > most:
                fault = f"it has more than {most >> 20} MiB"
                break
        return Chain(b"".join(pieces), fault, freed)

    def _piece(self, at: int) -> tuple[bytes, int, bool] | None:
        """Return a piece's text, where the next one is, and whether it was freed; None where there is none."""
        head = self._data[at : at + _PIECE.size]
        if at % 4 or len(head) < _PIECE.size:
            return None
        place, room, size, following = _PIECE.unpack(head)
        if place != at:
            return None
        start = at + _PIECE.size
        if (room, size) == _FREED:
            return bytes([32] * _LOST) + self._data[start + _LOST : start + _TEXT], following, True
        return (self._data[start : start + size], following, False) if size <= room <= _TEXT else None

    def unlisted(self, most: int) -> Iterator[tuple[int, Chain]]:
        """Yield the texts that no entry led to, with their places; to be asked for when all entries were read."""
        places, pointed = self._loose()
        for wanted in (False, True):  # first those that begin somewhere, then those that go round
            for at in places:
                if not self._used[at // _STEP] and (wanted or not pointed[at // _STEP]):
                    yield at, self.chain(at, most)

    def is_mute(self) -> bool:
        """Whether something in it looks like a piece of a text, but none was read."""
        return not any(self._used) and any(self._data.find(mark) >= 0 for mark in _MARKS)

    def _loose(self) -> tuple[list[int], bytearray]:
        """Return the places of pieces that no text has, and which of them another one leads to."""
        places, pointed = array("Q"), bytearray(len(self._used))
        for mark in _MARKS:
            for at in self._marked(mark):
                piece = None if self._used[at // _STEP] else self._piece(at)
                if piece is None or not piece[0].strip(b"\0 "):
                    continue
                places.append(at)
                if piece[1] != at and piece[1] // _STEP < len(pointed):
                    pointed[piece[1] // _STEP] = 1
        return sorted(places), pointed

    def _marked(self, mark: bytes) -> Iterator[int]:
        """Yield where objects begin that have this behind their own place."""
        found = self._data.find(mark, 4)
        while found >= 0:
            at = found - 4
            sound = not at % 4 and self._long(at) == at
            if sound:
                yield at
            found = self._data.find(mark, found + (_STEP if sound else 1))
