"""The Jet and ACE database file: pages, table definitions, rows and long values of Access databases.

Microsoft has not published the format; what is written here follows what the mdbtools and Jackcess projects found out.
Bytes in, columns and values out. A table's rows are looked for on every page that names it as its owner, so that what
no list leads to is found; rows that were deleted and not written over yet are told as such.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from uuid import UUID

from triage.parsers.kit.charset import decode_text
from triage.parsers.kit.contract import Data

_KEY = bytes.fromhex("c7da396b")
_MASKED, _CODE_PAGE = 0x18, 0x3C
_OTHERS = (b"\2\1", b"\3\1", b"\4\1", b"\5\1")
_MOVED_HERE, _ELSEWHERE, _PLACE = 0x8000, 0x4000, 0x1FFF
"""Flags of a row: it was moved here from another place, or it says where it was moved; both mean that it's deleted."""

_BEGINNING = datetime(1899, 12, 30)
_MOST_COLUMNS = 255
_MOST_INDEXES = 512
_MOST_TORN = 10_000

BOOL, BYTE, SHORT, LONG, MONEY, FLOAT, DOUBLE, DATE, BINARY, TEXT, OLE, MEMO = range(1, 13)
GUID, NUMERIC, BIG = 15, 16, 19
_FIXED = {BYTE: "<B", SHORT: "<h", LONG: "<i", FLOAT: "<f", DOUBLE: "<d", BIG: "<q"}

Value = str | int | float | Decimal | datetime | bytes | None


@dataclass(frozen=True, slots=True)
class JetLayout:
    """Where things stand in a version of the file, by default Jet 4: bytes from a page's or an entry's start."""

    page: int = 4096
    count: int = 2
    masked: int = 128
    rows: int = 12
    columns: int = 45
    indexes: int = 51
    map: int = 55
    entries: int = 63
    index: int = 12
    entry: int = 25
    number: int = 5
    variable: int = 7
    scale: int = 12
    flags: int = 15
    fixed: int = 21


_OLD = JetLayout(
    page=2048,
    count=1,
    masked=126,
    rows=8,
    columns=25,
    indexes=31,
    map=35,
    entries=43,
    index=8,
    entry=18,
    number=1,
    variable=3,
    scale=10,
    flags=13,
    fixed=14,
)
_NEW = JetLayout()


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its type (as Jet counts them), its number, and where in a row it stands."""

    name: str
    kind: int
    number: int
    variable: int
    offset: int
    is_fixed: bool
    scale: int


@dataclass(slots=True)
class JetTable:
    """A table: the page of its definition, its columns, the pages of its rows, and those that it still uses.

    ``varies`` tells whether its rows hold values of any length; where ``used`` is None, no list tells of it.
    """

    page: int
    columns: list[Column]
    pages: list[int]
    used: set[int] | None
    varies: bool


class EncryptedError(ValueError):
    """The pages are encrypted by a key that is derived from a password."""


class Jet:
    """A database. Raises ValueError or struct.error where the header is none, EncryptedError where a key is missing."""

    def __init__(self, untrusted_data: Data) -> None:
        version = untrusted_data[0x14]
        self._data = untrusted_data
        self._layout = _NEW if version else _OLD
        head = _rc4(_KEY, untrusted_data[_MASKED : _MASKED + self._layout.masked])
        page, self._key = struct.unpack_from("<HI", head, _CODE_PAGE - _MASKED)
        self._charset = f"cp{page}" if not version and page else "cp1252"
        plain = untrusted_data[2 * self._layout.page : 2 * self._layout.page + 2] == b"\2\1"
        if plain or len(untrusted_data) < 3 * self._layout.page:
            self._key = 0  # what the header says is damaged then
        if self._key and version > 1:
            raise EncryptedError("its pages are encrypted")
        self.read: set[int] = set()
        self._pointed: set[bytes] = set()
        self.torn: list[bytes] = []
        self.torn_rows = 0

    def __len__(self) -> int:
        return len(self._data) // self._layout.page

    def page(self, number: int) -> bytes:
        """Return a page, decrypted where the database is encoded; b"" where there is none."""
        size = self._layout.page
        raw = self._data[number * size : (number + 1) * size]
        if not self._key or not number or not raw:
            return raw
        return _rc4((self._key ^ number).to_bytes(4, "little"), raw)

    def tables(self) -> list[JetTable]:
        """Return every table whose definition can be read, with the pages of its rows, in the order of the file."""
        definitions: dict[int, bytes] = {}
        owned: dict[int, list[int]] = {}
        for number in range(1, len(self)):
            page = self.page(number)
            if page[:2] == b"\1\1":
                owned.setdefault(int.from_bytes(page[4:8], "little"), []).append(number)
            elif page[:2] == b"\2\1":
                definitions[number] = page
        later = {int.from_bytes(page[4:8], "little") for page in definitions.values()}
        found = []
        for number in definitions:
            if number not in later and (columns := self._columns(number, definitions)):
                page, at, map_at = definitions[number], self._layout.columns, self._layout.map
                varies = page[at - 2 : at] != b"\0\0"
                used = self._used(page[map_at : map_at + 4])
                found.append(JetTable(number, columns, owned.get(number, []), used, varies))
        return found

    def _used(self, pointer: bytes) -> set[int] | None:
        """Return the pages in a list of used ones: bits from a page on, or pages of bits."""
        row, size = self._piece(pointer), self._layout.page
        if row[:1] == b"\0" and len(row) > 5:
            return _bits(row[5:], int.from_bytes(row[1:5], "little"))
        if row[:1] != b"\1":
            return None
        found = set[int]()
        for at in range(1, min(len(row) - 3, 2 + 4 * (len(self) // (size * 8 - 32) + 1)), 4):
            page = self.page(int.from_bytes(row[at : at + 4], "little")) if any(row[at : at + 4]) else b""
            if page[:1] == b"\5":
                found |= _bits(page[4:], at // 4 * (size - 4) * 8)
        return found

    def _columns(self, number: int, definitions: dict[int, bytes]) -> list[Column]:
        """Return the columns of a definition, which may go on over several pages; none where it makes no sense."""
        whole, seen, layout = bytearray(definitions[number]), {number}, self._layout
        after = int.from_bytes(whole[4:8], "little")
        while after in definitions and after not in seen:
            seen.add(after)
            whole += definitions[after][8:]
            after = int.from_bytes(definitions[after][4:8], "little")
        count = int.from_bytes(whole[layout.columns : layout.columns + 2], "little")
        indexes = int.from_bytes(whole[layout.indexes : layout.indexes + 4], "little")
        at = layout.entries + indexes * layout.index
        if not 0 < count <= _MOST_COLUMNS or indexes > _MOST_INDEXES or at + count * layout.entry > len(whole):
            return []
        entries = [whole[at + n * layout.entry : at + (n + 1) * layout.entry] for n in range(count)]
        at += count * layout.entry
        columns = []
        for entry in entries:
            begin = at + layout.count
            at = begin + int.from_bytes(whole[at:begin], "little")
            columns.append(self._column(entry, bytes(whole[begin:at])))
        return columns

    def _column(self, entry: bytearray, name: bytes) -> Column:
        layout = self._layout
        number, variable = (int.from_bytes(entry[p : p + 2], "little") for p in (layout.number, layout.variable))
        offset = int.from_bytes(entry[layout.fixed : layout.fixed + 2], "little")
        told = decode_text(name, self._charset if layout is _OLD else "utf-16-le")[0]
        return Column(told, entry[0], number, variable, offset, bool(entry[layout.flags] & 1), entry[layout.scale])

    def _pieces(self, page: bytes) -> Iterator[tuple[int, int, bytes]]:
        """Yield the flags, the place and the bytes of each row of a page, in the order of its list."""
        at, end = self._layout.rows, len(page)
        for number in range(min(int.from_bytes(page[at : at + 2], "little"), (end - at) // 2)):
            place = int.from_bytes(page[at + 2 + 2 * number : at + 4 + 2 * number], "little")
            begin = place & _PLACE
            yield place & ~_PLACE, begin, page[begin:end]
            end = begin or end

    def _piece(self, pointer: bytes) -> bytes:
        """Return the row that a pointer means: its number in one byte, its page in three."""
        self._pointed.add(pointer)
        page = self.page(int.from_bytes(pointer[1:4], "little"))
        if page[:1] != b"\1":
            return b""
        return next((piece for at, (_, _, piece) in enumerate(self._pieces(page)) if at == pointer[0]), b"")

    def rows(self, table: JetTable) -> Iterator[tuple[bool, list[Value]]]:
        """Yield the rows, each with whether it was deleted; one that makes no sense is counted, and kept as bytes."""
        moved = {piece[:4] for _, flags, piece in self._listed(table) if flags == _ELSEWHERE}
        for pointer, flags, piece in self._listed(table):
            whole = self._piece(piece[:4]) if flags == _ELSEWHERE else piece
            if pointer in moved:
                continue
            row = self._row(table, whole)
            unused = table.used is not None and int.from_bytes(pointer[1:], "little") not in table.used
            if row is not None:
                yield unused or bool(flags & _MOVED_HERE), row
            elif not unused and not flags & _MOVED_HERE:
                self.torn_rows += 1
                if self.torn_rows <= _MOST_TORN:
                    self.torn.append(whole)

    def _listed(self, table: JetTable) -> Iterator[tuple[bytes, int, bytes]]:
        """Yield what the pages of a table list: a pointer to each row, its flags, and its bytes."""
        for number in table.pages:
            self.read.add(number)
            for at, (flags, _, piece) in enumerate(self._pieces(self.page(number))):
                yield bytes((at & 0xFF,)) + number.to_bytes(4, "little")[:3], flags, piece

    def unread(self) -> Iterator[bytes]:
        """Yield what has not been read so far: of each page all but its rows that a pointer led to.

        Definitions, indexes and maps are left out.
        """
        pointed: dict[int, set[int]] = {}
        for pointer in self._pointed:
            pointed.setdefault(int.from_bytes(pointer[1:4], "little"), set()).add(pointer[0])
        for number in range(1, len(self) + 1):
            if number not in self.read and (page := self.page(number))[:2] not in _OTHERS:
                yield self._without(page, pointed.get(number, set())) if page[:1] == b"\1" else page

    def _without(self, page: bytes, rows: set[int]) -> bytes:
        """Return a page of data with its head and these rows blanked."""
        left, head = bytearray(page), self._layout.rows + 2
        left[:head] = bytes(head)
        for at, (_, begin, piece) in enumerate(self._pieces(page)):
            if at in rows:
                left[begin : begin + len(piece)] = bytes(len(piece))
        return bytes(left)

    def _row(self, table: JetTable, piece: bytes) -> list[Value] | None:
        try:
            count, nulls, ends = self._taken_apart(piece, table.varies)
        except (IndexError, struct.error):
            return None
        row: list[Value] = []
        for column in table.columns:
            there = column.number < count and nulls[column.number // 8] >> column.number % 8 & 1
            if column.kind == BOOL:
                row.append("Yes" if there else "No")
            elif not there:
                row.append(None)
            elif column.is_fixed:
                row.append(self._value(column, piece[self._layout.count + column.offset :]))
            else:
                at = column.variable
                row.append(self._value(column, piece[ends[at] : ends[at + 1]]) if at + 1 < len(ends) else None)
        return row

    def _taken_apart(self, piece: bytes, varies: bool) -> tuple[int, bytes, list[int]]:
        """Return how many columns a row has, which aren't null (a bit each), and where those of any length stand."""
        count = int.from_bytes(piece[: self._layout.count], "little")
        mask = len(piece) - (count + 7) // 8
        if not varies:
            ends = []
        elif self._layout is _NEW:
            varying = struct.unpack_from("<H", piece, mask - 2)[0]
            ends = [struct.unpack_from("<H", piece, mask - 4 - 2 * n)[0] for n in range(varying + 1)]
        else:
            ends = _jumped(piece, mask)
        if mask < 2 or any(after < before for before, after in pairwise(ends)):
            raise IndexError("the parts of a row don't follow each other")
        return count, piece[mask:], ends

    def _value(self, column: Column, raw: bytes) -> Value:
        try:
            return self._read(column, raw)
        except (struct.error, ValueError, OverflowError):
            return None

    def _read(self, column: Column, raw: bytes) -> Value:
        kind = column.kind
        if kind in _FIXED:
            number: int | float = struct.unpack_from(_FIXED[kind], raw)[0]
            return float(f"{number:.7g}") if kind == FLOAT else number
        if kind == MONEY:
            return Decimal(struct.unpack_from("<q", raw)[0]) / 10_000
        if kind == DATE:
            return _BEGINNING + timedelta(seconds=round(struct.unpack_from("<d", raw)[0] * 86_400))
        if kind == TEXT:
            return self._text(raw)
        if kind in (MEMO, OLE):
            long = self._long(raw)
            return self._text(long) if kind == MEMO else long
        if kind == GUID:
            return str(UUID(bytes_le=raw[:16]))
        if kind == NUMERIC:
            digits = int.from_bytes(b"".join(raw[at : at + 4][::-1] for at in range(1, 17, 4)), "big")
            return Decimal(-digits if raw[0] & 0x80 else digits).scaleb(-column.scale)
        return raw if kind == BINARY else None

    def _text(self, raw: bytes) -> str:
        """Return a text: of one code page, else in UTF-16, of which stretches may stand in single bytes."""
        if self._layout is _OLD:
            return decode_text(raw.rstrip(b"\0"), self._charset)[0]
        if not raw.startswith(b"\xff\xfe"):
            return raw.decode("utf-16-le", "replace")
        parts, narrow = [], True
        at = 2
        while at < len(raw):
            end = raw.find(b"\0", at) if narrow else _aligned(raw, at)
            end = len(raw) if end < 0 else end
            parts.append(raw[at:end].decode("latin-1" if narrow else "utf-16-le", "replace"))
            at, narrow = end + 1, not narrow
        return "".join(parts)

    def _long(self, raw: bytes) -> bytes:
        """Return a value that doesn't fit into its row: behind its head, in a row elsewhere, or in a chain of rows."""
        length = struct.unpack_from("<I", raw)[0]
        if length & 0x80000000:
            return raw[12 : 12 + (length & 0x3FFFFFFF)]
        if length & 0x40000000:
            return self._piece(raw[4:8])[: length & 0x3FFFFFFF]
        parts, pointer, seen = [], raw[4:8], set[bytes]()
        while any(pointer) and pointer not in seen:
            seen.add(pointer)
            piece = self._piece(pointer)
            parts.append(piece[4:])
            pointer = piece[:4]
        return b"".join(parts)[:length]


def _rc4(key: bytes, raw: bytes) -> bytes:
    from Cryptodome.Cipher import ARC4

    return ARC4.new(key).decrypt(raw)


def _bits(raw: bytes, first: int) -> set[int]:
    return {first + 8 * at + bit for at, byte in enumerate(raw) if byte for bit in range(8) if byte >> bit & 1}


def _aligned(raw: bytes, at: int) -> int:
    """Return where a stretch of UTF-16 ends: at a zero byte in the place of a character's first."""
    return next(
        (place for place in range(at, len(raw), 2) if raw[place] == 0 and raw[place + 1 : place + 2] != b"\0"), -1
    )


def _jumped(piece: bytes, mask: int) -> list[int]:
    """Return the places of values of any length in a row of the old kind: one byte each, and where 256 are passed."""
    varying = piece[mask - 1]
    jumps = (len(piece) - 1) // 256
    at = mask - 2 - jumps
    if (at - varying) // 256 < jumps:
        jumps -= 1
    ends, passed = [], 0
    for number in range(varying + 1):
        while passed < jumps and number == piece[mask - 2 - passed]:
            passed += 1
        ends.append(piece[at - number] + 256 * passed)
    return ends
