"""Access databases (Jet 4 and the older Jet 3) written page by page."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, field

from triage.selftest.canary import Plant

LONG, TEXT, OLE, MEMO = 4, 10, 11, 12
MOVED, ELSEWHERE, DELETED = 0x8000, 0x4000, 0xC000
_KEY = bytes.fromhex("c7da396b")
Columns = list[tuple[str, int]]
"""Names and types."""


def rc4(key: bytes, data: bytes) -> bytes:
    """Return the data under a key of RC4, which is what the pages of an encoded database are."""
    box, at = list(range(256)), 0
    for n in range(256):
        at = (at + box[n] + key[n % len(key)]) & 0xFF
        box[n], box[at] = box[at], box[n]
    out, one, other = bytearray(), 0, 0
    for byte in data:
        one = (one + 1) & 0xFF
        other = (other + box[one]) & 0xFF
        box[one], box[other] = box[other], box[one]
        out.append(byte ^ box[(box[one] + box[other]) & 0xFF])
    return bytes(out)


@dataclass
class Database:
    """A database that grows: ``old`` is Jet 3; ``pages`` are those after the header."""

    old: bool = False
    version: int = 1
    pages: list[bytes] = field(default_factory=list)
    _maps: list[bytes] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.size = 2048 if self.old else 4096
        self.pages += [b"", b""]

    def text(self, said: str) -> bytes:
        """Return a text as a field holds it: in single bytes where they do."""
        if self.old:
            return said.encode("cp1252", "replace")
        return b"\xff\xfe" + said.encode("latin-1") if said.isascii() else said.encode("utf-16-le")

    def row(self, columns: Columns, values: list[object]) -> bytes:
        """Return a row: numbers first, then what has any length, its places, and a bit for each value that is there."""
        wide = "<B" if self.old else "<H"
        fixed = b"".join(struct.pack("<i", v or 0) for (_, k), v in zip(columns, values, strict=True) if k == LONG)
        body, places = struct.pack(wide, len(columns)) + fixed, []
        for (_, kind), value in zip(columns, values, strict=True):
            if kind != LONG:
                places.append(len(body))
                body += self.text(value) if isinstance(value, str) else value or b""  # type: ignore[operator]
        ends = [*places, len(body)]
        mask = sum(1 << n for n, value in enumerate(values) if value is not None)
        tail = mask.to_bytes((len(columns) + 7) // 8, "little")
        if not places:
            return body + tail
        if not self.old:
            return body + struct.pack(f"<{len(ends)}HH", *reversed(ends), len(places)) + tail
        told = bytes(end & 0xFF for end in reversed(ends))
        jumps = (len(body) + len(told) + 1 + len(tail)) // 256
        passed = [next((n for n, end in enumerate(ends) if end >= 256 * (j + 1)), 0xFF) for j in range(jumps)]
        return body + told + bytes(reversed(passed)) + bytes((len(places),)) + tail

    def put(self, owner: int, rows: list[tuple[int, bytes]]) -> int:
        """Add a page of data with these flags and rows; returns its number."""
        head = struct.pack("<BBHI", 1, 1, 0, owner) + (b"" if self.old else bytes(4)) + struct.pack("<H", len(rows))
        end, data = self.size, b""
        for flags, row in rows:
            end -= len(row)
            data = row + data
            head += struct.pack("<H", end | flags)
        self.pages.append(head.ljust(end, b"\0") + data)
        return len(self.pages)

    def define(self, at: int, columns: Columns, used: list[int]) -> None:
        """Write the definition of a table at a page that was kept free, with a map of the pages it uses."""
        bits = sum(1 << page for page in used)
        self._maps.append(b"\0" + bytes(4) + bits.to_bytes(64, "little"))
        pointer = bytes((len(self._maps) - 1, 1, 0, 0))
        counts = struct.pack("<HHH", len(columns), sum(kind != LONG for _, kind in columns), len(columns))
        page = bytearray(b"\2\1" + bytes(18 if self.old else 38) + b"\x4e" + counts + bytes(8) + pointer * 2)
        form = "<BHH8xBHH" if self.old else "<B4xHH6xB5xHH"
        offset = variable = 0
        for number, (_, kind) in enumerate(columns):
            if kind == LONG:
                page += struct.pack(form, kind, number, variable, 3, offset, 4)
                offset += 4
            else:
                page += struct.pack(form, kind, number, variable, 2, 0, 255)
                variable += 1
        for name, _ in columns:
            told = name.encode("cp1252") if self.old else name.encode("utf-16-le")
            page += struct.pack("<B" if self.old else "<H", len(told)) + told
        struct.pack_into("<I", page, 8, len(page) - 8)
        self.pages[at - 1] = bytes(page).ljust(self.size, b"\0")

    def keep(self) -> int:
        """Keep a page free for a definition; returns its number."""
        self.pages.append(b"")
        return len(self.pages)

    def table(self, columns: Columns, rows: list[list[object]], gone: list[list[object]] | None = None) -> int:
        """Add a table with its rows, and with rows that were deleted; returns the page of its definition."""
        at = self.keep()
        listed = [(0, self.row(columns, values)) for values in rows]
        listed += [(DELETED, self.row(columns, values)) for values in gone or ()]
        self.define(at, columns, [self.put(at, listed)])
        return at

    def inline(self, data: bytes) -> bytes:
        """Return a long value as it stands in a row."""
        return struct.pack("<I", len(data) | 0x80000000) + bytes(8) + data

    def elsewhere(self, data: bytes) -> bytes:
        """Return the head of a long value that stands in a row of another page."""
        number = self.put(int.from_bytes(b"LVAL", "little"), [(0, data)])
        return struct.pack("<I", len(data) | 0x40000000) + b"\0" + number.to_bytes(3, "little") + bytes(4)

    def chained(self, data: bytes, step: int = 1500) -> bytes:
        """Return the head of a long value that stands in rows of several pages."""
        pointer = bytes(4)
        for at in reversed(range(0, len(data), step)):
            number = self.put(int.from_bytes(b"LVAL", "little"), [(0, pointer + data[at : at + step])])
            pointer = b"\0" + number.to_bytes(3, "little")
        return struct.pack("<I", len(data)) + pointer + bytes(4)

    def whole(self, catalog: list[tuple[str, int, int]], key: int = 0) -> bytes:
        """Return the file; ``catalog`` names its objects: name, type, and the page of a table's definition."""
        columns = [("Id", LONG), ("Type", LONG), ("Flags", LONG), ("Name", TEXT), ("LvProp", OLE)]
        listed = [("MSysObjects", 1, 2), *catalog]
        page = self.put(2, [(0, self.row(columns, [page, kind, 0, name, None])) for name, kind, page in listed])
        self.define(2, columns, [page])
        self.put(0, [(0, row) for row in self._maps])
        self.pages[0] = self.pages.pop()
        masked = bytearray(126 if self.old else 128)
        struct.pack_into("<HI", masked, 0x3C - 0x18, 1252, key)
        name = b"Standard ACE DB\0" if self.version > 1 else b"Standard Jet DB\0"
        head = b"\0\1\0\0" + name + struct.pack("<I", 0 if self.old else self.version) + rc4(_KEY, bytes(masked))
        told = [rc4((key ^ n).to_bytes(4, "little"), page) if key else page for n, page in enumerate(self.pages, 1)]
        return head.ljust(self.size, b"\0") + b"".join(told)


def attached(data: bytes) -> bytes:
    """Return an attachment as its field holds it: packed, behind a head of its own."""
    return b"\1\0\0\0" + struct.pack("<I", len(data) + 12) + zlib.compress(struct.pack("<III", 12, 1, 0) + data, 0)


# ---- the documents of the known-answer test


def access_database(plant: Plant) -> bytes:
    db = Database()
    columns = [("ID", LONG), ("said", TEXT), (plant("body", "the name of a column"), MEMO), ("note", MEMO)]
    long = (plant("body", "a long text") + " and more" * 300).encode("utf-16-le")
    short = plant("body", "a short memo").encode("utf-16-le")
    values: list[object] = [1, plant("body", "a row"), db.inline(short), db.chained(long)]
    name = plant("body", "the name of a table")
    main = db.table(columns, [values], [[2, plant("hidden", "a deleted row"), None, None]])
    file = db.elsewhere(attached(plant("attachment", "an attachment").encode()))
    files = db.table([("FileData", OLE), ("FileName", TEXT)], [[file, "note.txt"]])
    queries = db.table([("Expression", TEXT)], [[plant("fieldcode", "a saved query")]])
    form = plant("properties", "the name of a form")
    return db.whole([(name, 1, main), ("f_Data", 1, files), ("MSysQueries", 1, queries), (form, -32768, 99)])
