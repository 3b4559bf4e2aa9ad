"""Tables of newer iWork documents for tests: messages with numbers, cells of both forms, a document of them."""

from __future__ import annotations

import struct

from tests.writers.iwork import field, message
from tests.writers.package import zipped

TABLE, TILE, LIST, SEGMENT, MENU, RICH, STORY = 6001, 6002, 6005, 6011, 6206, 6218, 2001


def refer(number: int) -> bytes:
    """Return a reference to an object."""
    return field(1, number)


def old_cell(kind: int, flags: int, fields: bytes, version: int = 4) -> bytes:
    """Return a cell up to version 4; before that the type stands a byte later, and in 0 and 1 a word is missing."""
    kinds = (kind, 0) if version == 4 else (0, kind)
    return struct.pack("<4BI", version, *kinds, 0, flags) + (bytes(4) if version > 1 else b"") + fields


def new_cell(kind: int, flags: int, fields: bytes) -> bytes:
    """Return a cell of version 5."""
    return struct.pack("<2B6xI", 5, kind, flags) + fields


def decimal(digits: int, exponent: int) -> bytes:
    """Return a decimal128."""
    value = (digits < 0) << 127 | (exponent + 6176) << 113 | abs(digits)
    return value.to_bytes(16, "little")


def row(at: int, cells: list[bytes | None], newer: bool = True, wide: bool = False) -> bytes:
    """Return a row of a tile; None is a cell that isn't there."""
    storage, offsets = b"", []
    for cell in cells:
        offsets.append(0xFFFF if cell is None else len(storage) // (4 if wide else 1))
        storage += cell or b""
    held = struct.pack(f"<{len(offsets)}H", *offsets)
    old, new = (b"", storage) if newer else (storage, b"")
    return (
        field(1, at)
        + field(3, old)
        + field(4, b"" if newer else held)
        + field(6, new)
        + field(7, held if newer else b"")
        + field(8, int(wide))
    )


def table(name: str, rows: list[bytes], strings: dict[int, str], more: bytes = b"", tile: int = 11) -> list[bytes]:
    """Return the messages of a table (10), its rows (11) and its strings (12); ``more`` are fields of its store."""
    tiles = field(1, field(1, 0) + field(2, refer(tile)))
    store = field(3, tiles) + field(4, refer(12)) + more
    entries = b"".join(field(3, field(1, key) + field(3, said.encode())) for key, said in strings.items())
    return [
        message(10, TABLE, field(8, name.encode()) + field(4, store)),
        message(11, TILE, b"".join(field(5, r) for r in rows)),
        message(12, LIST, field(1, 1) + entries),
    ]


def document(*messages: bytes) -> bytes:
    """Return a document with one archive for each message."""
    return zipped({f"Index/Part-{at}.iwa": found for at, found in enumerate(messages)})
