"""Exif in HEIF pictures, read from the file's boxes; no pixel is decoded.

ISO/IEC 14496-12 4.2 (boxes), 8.11.3 (iloc), 8.11.6 (iinf); ISO/IEC 23008-12 annex A (the Exif item).
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from itertools import islice

from triage.parsers.kit.contract import Data

_MOST_BOXES, _MOST_ITEMS, _MOST_PIECES = 10_000, 10_000, 64
_MOST_META, _MOST_PIECE = 8 << 20, 1 << 20
"""Bounds in bytes: of a box that is looked into, and of each piece of the Exif item."""


def exif(untrusted_data: Data) -> bytes:
    """Return the Exif item as the TIFF that it is, b"" where there is none or its place can't be told."""
    try:
        meta = next(_inside(untrusted_data, b"meta", 0, len(untrusted_data)), b"")[4:]
        number = _exif_item(next(_inside(meta, b"iinf", 0, len(meta)), b""))
        places = _places(next(_inside(meta, b"iloc", 0, len(meta)), b""), number)
    except (struct.error, IndexError):
        return b""
    held = next(_inside(meta, b"idat", 0, len(meta)), b"")
    item = b"".join((held if inner else untrusted_data)[at : at + size] for inner, at, size in places)
    return item[4 + int.from_bytes(item[:4], "big") :]


def _inside(untrusted_data: Data, wanted: bytes, at: int, end: int) -> Iterator[bytes]:
    """Yield what the boxes of one kind hold, among those that follow one another."""
    for _ in range(_MOST_BOXES):
        if at + 8 > end:
            return
        size, kind = struct.unpack(">I4s", untrusted_data[at : at + 8])
        head = 8
        if size == 1:
            size, head = int.from_bytes(untrusted_data[at + 8 : at + 16], "big"), 16
        stop = end if size == 0 else min(at + size, end)
        if stop < at + head:
            return
        if kind == wanted:
            yield untrusted_data[at + head : min(stop, at + head + _MOST_META)]
        at = stop


def _exif_item(table: bytes) -> int:
    """Return the number of the item of type "Exif", -1 where there is none. Raises struct.error where it is cut."""
    start = 8 if table[:1] not in (b"", b"\0") else 6
    for entry in _inside(table, b"infe", start, len(table)):
        number, _, kind = struct.unpack_from(">IH4s" if entry[0] == 3 else ">HH4s", entry, 4)
        if kind == b"Exif":
            return int(number)
    return -1


def _places(table: bytes, wanted: int) -> list[tuple[bool, int, int]]:
    """Return (whether it lies in the box ``idat``, place, size) of each piece of an item."""
    stream = io.BytesIO(table)

    def number(size: int) -> int:
        return int.from_bytes(stream.read(size), "big")

    version, sizes = number(4) >> 24, number(2)
    offset_size, length_size, base_size = (sizes >> 12) & 15, (sizes >> 8) & 15, (sizes >> 4) & 15
    index_size = sizes & 15 if version else 0
    wide = 4 if version == 2 else 2
    for _ in range(min(number(wide), _MOST_ITEMS)):
        item = number(wide)
        method = number(2) & 15 if version else 0
        number(2)  # the file that holds it
        base, pieces = number(base_size), number(2)
        if item == wanted and method < 2:
            sides = ((number(index_size), number(offset_size), number(length_size)) for _ in range(pieces))
            return [(method == 1, base + at, min(n, _MOST_PIECE)) for _, at, n in islice(sides, _MOST_PIECES)]
        stream.seek(pieces * (index_size + offset_size + length_size), io.SEEK_CUR)
    return []
