"""What a SQLite database has given up and not written over yet (floor 2): rows in free pages, and free room in others.

Deleted is what nobody sees and anybody may ask for. The file format as sqlite.org describes it: the list of free pages
(1.5), b-tree pages (1.6), records (2.1). A row is taken where its parts add up to its size; what else lies about comes
as bytes, as SQLite writes over the beginning of a row that it frees beside others.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from itertools import islice

from triage.parsers.contract import Data

Value = str | int | float | bytes | None

_FREE = struct.Struct(">II")
_HEADER = struct.Struct(">BHHHB")
_ENCODINGS = {2: "utf-16-le", 3: "utf-16-be"}
_LEAVES, _INNER = (10, 13), (2, 5)
_WIDTHS = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)
MOST_LEFT = 64 << 20
"""Bytes of free pages, and of others, that are looked at."""


def left_behind(untrusted_data: Data) -> Iterator[list[Value] | bytes]:
    """Yield each row that free pages still hold, and the bytes of free room in which no row is made out."""
    head = untrusted_data[:100]
    size = int.from_bytes(head[16:18], "big")
    size = 65536 if size == 1 else size
    if len(head) < 100 or size < 512:
        return
    pages = _Pages(untrusted_data, size)
    free = pages.free(_FREE.unpack_from(head, 32)[0])
    usable, encoding = size - head[20], _ENCODINGS.get(head[59], "utf-8")
    for number, spoilt in islice(free.items(), MOST_LEFT // size):
        rows = list(_rows(pages[number], spoilt, usable, encoding))
        if rows:
            yield from rows
        else:
            yield pages[number]
    for number in range(1, min(pages.last, MOST_LEFT // size) + 1):
        if number not in free:
            yield _gaps(pages[number], 100 if number == 1 else 0)


class _Pages:
    """The pages of a database, counted from 1."""

    def __init__(self, data: Data, size: int) -> None:
        self._data, self._size = data, size
        self.last = len(data) // size

    def __getitem__(self, number: int) -> bytes:
        return self._data[(number - 1) * self._size : number * self._size]

    def free(self, trunk: int) -> dict[int, int]:
        """Return the numbers of the free pages, and how many bytes of each the list itself has written over."""
        found: dict[int, int] = {}
        while 0 < trunk <= self.last and trunk not in found:
            page = self[trunk]
            after, count = _FREE.unpack_from(page)
            leaves = struct.unpack_from(f">{min(count, self._size // 4 - 2)}I", page, 8)
            found[trunk] = 8 + 4 * len(leaves)
            for leaf in leaves:
                if 0 < leaf <= self.last:
                    found.setdefault(leaf, 0)
            trunk = after
        return found


def _rows(page: bytes, spoilt: int, usable: int, encoding: str) -> Iterator[list[Value]]:
    """Yield the rows that the page's cell pointers lead to, as far as the pointers make sense."""
    at = max(8, spoilt)
    while at + 2 < usable:
        place = int.from_bytes(page[at : at + 2], "big")
        at += 2
        if not at <= place < usable:
            return
        for skip, numbers in ((0, 2), (0, 1), (4, 1)):  # a table's leaf, an index's leaf, an inner page of an index
            row = _row(page, place + skip, numbers, usable, encoding)
            if row is not None:
                yield row
                break


def _row(page: bytes, at: int, numbers: int, usable: int, encoding: str) -> list[Value] | None:
    """Return the row of a cell, None where its parts don't add up; what lies on other pages is left out."""
    try:
        size, at = _number(page, at)
        if numbers == 2:
            _, at = _number(page, at)
        begin = at
        length, at = _number(page, at)
        kinds = []
        while at < begin + length <= usable:
            kind, at = _number(page, at)
            kinds.append(kind)
    except IndexError:
        return None
    if not kinds or at != begin + length or length + sum(map(_width, kinds)) != size:
        return None
    end, row = begin + _local(size, usable, numbers == 2), list[Value]()
    for kind in kinds:
        row.append(_value(kind, page[at : min(at + _width(kind), end)], encoding))
        at += _width(kind)
    return row


def _number(page: bytes, at: int) -> tuple[int, int]:
    """Return a number of one to nine bytes (1.6), and where it ends."""
    value = 0
    for place in range(at, at + 8):
        value = value << 7 | page[place] & 0x7F
        if page[place] < 0x80:
            return value, place + 1
    return value << 8 | page[at + 8], at + 9


def _width(kind: int) -> int:
    return _WIDTHS[kind] if kind < len(_WIDTHS) else (kind - 12) // 2 if kind >= 12 else 1 << 62


def _local(size: int, usable: int, is_table: bool) -> int:
    """Return how many bytes of a cell lie on its own page."""
    most = usable - 35 if is_table else (usable - 12) * 64 // 255 - 23
    if size <= most:
        return size
    least = (usable - 12) * 32 // 255 - 23
    part = least + (size - least) % (usable - 4)
    return part if part <= most else least


def _value(kind: int, raw: bytes, encoding: str) -> Value:
    if kind >= 12:
        return raw.decode(encoding, "replace") if kind % 2 else raw
    if kind == 7:
        return float(struct.unpack(">d", raw)[0]) if len(raw) == 8 else None
    return None if kind == 0 else kind - 8 if kind in (8, 9) else int.from_bytes(raw, "big", signed=True)


def _gaps(page: bytes, begin: int) -> bytes:
    """Return what stands between a page's pointers and its cells, and in the blocks that its cells left free."""
    kind, block, count, cells, _ = _HEADER.unpack_from(page, begin)
    pointers = begin + (8 if kind in _LEAVES else 12) + 2 * count
    if kind not in (*_LEAVES, *_INNER) or not pointers <= (cells or 65536) <= len(page):
        return b""
    parts, before = [page[pointers : cells or 65536]], 0
    while before < block <= len(page) - 4:
        before = block
        block, length = struct.unpack_from(">HH", page, before)
        parts.append(page[before + 4 : before + length])
    return b"\0".join(parts)
