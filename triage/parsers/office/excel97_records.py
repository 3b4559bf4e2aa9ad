"""Records and strings of the older binary workbooks: BIFF5 to BIFF8.

MS-XLS 2.1.4 (records), 2.5.293 to 2.5.296 (strings), 2.4.265 (shared strings, which go on over Continue records).
"""

from __future__ import annotations

import struct
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from triage.parsers.kit.cells import Grid, general
from triage.parsers.kit.ole import hyperlink, strings
from triage.parsers.kit.texts import Texts

CONTINUE = 0x3C


@dataclass(slots=True)
class ExcelRecord:
    """One record: its number, where it starts, its payload, and the payloads of the Continue records after it."""

    kind: int
    at: int
    data: bytes
    more: list[bytes] = field(default_factory=list)

    @property
    def whole(self) -> bytes:
        """The payload with those of the Continue records, for what doesn't begin anew in them."""
        return b"".join([self.data, *self.more])


def records(untrusted_stream: bytes) -> Iterator[ExcelRecord]:
    """Yield the records with their continuations; ends where a record is cut."""
    at = 0
    record: ExcelRecord | None = None
    while at + 4 <= len(untrusted_stream):
        kind, size = struct.unpack_from("<HH", untrusted_stream, at)
        data = untrusted_stream[at + 4 : at + 4 + size]
        if kind == CONTINUE and record is not None:
            record.more.append(data)
        else:
            if record is not None:
                yield record
            record = ExcelRecord(kind, at, data)
        at += 4 + size
    if record is not None:
        yield record


def wide(data: bytes, at: int, count: int) -> tuple[str, int]:
    """Return ``count`` characters that stand after their flags byte, and where they end (formatting is passed over)."""
    flags, at = data[at], at + 1
    runs = extra = 0
    if flags & 8:
        runs, at = struct.unpack_from("<H", data, at)[0], at + 2
    if flags & 4:
        extra, at = struct.unpack_from("<I", data, at)[0], at + 4
    size = count * 2 if flags & 1 else count
    text = data[at : at + size].decode("utf-16-le" if flags & 1 else "latin-1", "replace")
    return text, at + size + 4 * runs + extra


def string_list(record: ExcelRecord, at: int, count: int, readings: list[str] | None = None) -> list[str]:
    """Return ``count`` strings of a record from ``at`` on, which may go on over Continue records.

    Reading aids (phonetic runs) are added to ``readings``. Stops at damage; what comes after is missing.
    """
    source = _Continued([record.data[at:], *record.more])
    strings = []
    try:
        for _ in range(count):
            text, reading = source.string()
            strings.append(text)
            if reading and readings is not None:
                readings.append(reading)
    except (IndexError, struct.error):
        pass
    return strings


def _reading(extra: bytes) -> str:
    """Return the reading aid in what follows a string (ExtRst, RPHSSub), "" where there is none."""
    if len(extra) < 14 or extra[:2] != b"\1\0":
        return ""
    count = int(struct.unpack_from("<H", extra, 12)[0])
    return extra[14 : 14 + 2 * count].decode("utf-16-le", "replace")


class _Continued:
    """Reads over the borders of Continue records; a string's flags stand again where its characters go on."""

    def __init__(self, chunks: list[bytes]) -> None:
        self._data = b"".join(chunks)
        self._ends = list(accumulate(map(len, chunks)))
        self._at = 0

    def _take(self, size: int) -> bytes:
        self._at += size
        if self._at > len(self._data):
            raise IndexError("a string is cut")
        return self._data[self._at - size : self._at]

    def string(self) -> tuple[str, str]:
        """Return the next string (2.5.293 XLUnicodeRichExtendedString) and its reading aid."""
        count, flags = struct.unpack("<HB", self._take(3))
        runs = struct.unpack("<H", self._take(2))[0] if flags & 8 else 0
        extra = struct.unpack("<I", self._take(4))[0] if flags & 4 else 0
        parts = []
        number = bisect_left(self._ends, self._at)
        while count:
            if self._at >= self._ends[number]:
                number = bisect_right(self._ends, self._at)
                flags = self._take(1)[0]
            width = 2 if flags & 1 else 1
            step = min((self._ends[number] - self._at) // width, count)
            raw = self._take(step * width if step else self._ends[number] - self._at)
            if step:
                parts.append(raw.decode("utf-16-le" if width == 2 else "latin-1", "replace"))
            count -= step
        self._take(4 * runs)
        return "".join(parts), _reading(self._take(extra))


def continued_text(record: ExcelRecord, count: int) -> str:
    """Return the text of a TxO record, which stands in the Continue records after it (2.4.329)."""
    parts = []
    for data in record.more:
        if count <= 0 or not data:
            break
        width = 2 if data[0] & 1 else 1
        text = data[1 : 1 + count * width].decode("utf-16-le" if width == 2 else "latin-1", "replace")
        parts.append(text)
        count -= len(text)
    return "".join(parts)


_OPERAND = {
    0x1F: 8,
    0x20: 7,
    0x22: 3,
    **dict.fromkeys((0x1C, 0x1D), 1),
    **dict.fromkeys((0x1E, 0x21, 0x29), 2),
    **dict.fromkeys((0x01, 0x02, 0x23, 0x24, 0x2A, 0x2C), 4),
    **dict.fromkeys((0x26, 0x27, 0x28, 0x39, 0x3A, 0x3C), 6),
    **dict.fromkeys((0x25, 0x2B, 0x2D), 8),
    **dict.fromkeys((0x3B, 0x3D), 10),
}
"""Bytes after a formula token of BIFF8, by the token without its class (2.5.198)."""


def formula_strings(tokens: bytes) -> list[str]:
    """Return the string constants of a parsed formula; stops at the first token that isn't known."""
    strings = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        at += 1
        if token == 0x17 and at + 2 <= len(tokens):
            text, at = wide(tokens, at + 1, tokens[at])
            strings.append(text)
            continue
        if token == 0x19 and at + 3 <= len(tokens):
            jump = tokens[at] & 0x04
            at += 3 + (2 * (struct.unpack_from("<H", tokens, at + 1)[0] + 1) if jump else 0)
            continue
        base = token if token < 0x20 else 0x20 | (token & 0x1F)
        if base in _OPERAND:
            at += _OPERAND[base]
        elif not 0x03 <= token <= 0x16:
            break
    return strings


# What a workbook's records say beside its cells: links, linked workbooks, queries, lists to choose from.
#
# MS-XLS 2.4 names the records. Nothing that lies elsewhere is fetched; what a workbook keeps of it goes to "hidden",
# and how it is reached to "fieldcode". Damage raises struct.error or IndexError, which the book counts.

_TEXT, _NUMBER, _BOOLEAN, _ERROR = 2, 1, 4, 0x10
_LONG_PIECE = 200

_CAPTIONS = {0xB0: (40, 44, 2), 0xB1: (8, 10, 1), 0xB2: (6, 8, 1), 0xC5: (12, 14, 1)}
"""What names a pivot table and its data, a field of it, an item, a value (2.4.313 SxView, Sxvd, SXVI, SXDI).

Where the lengths of the names stand, where the names begin, and how many there are.
"""

KINDS = (0x1AE, 0x5A, 0xDC, 0xCD, 0x876, 0x1BE, 0x1B8, 0x894, 0x800, *_CAPTIONS)
"""Records that are read here."""


def _path(virtual: str) -> str:
    """Return a path as people write it; in a workbook signs of control stand for drives and borders (VirtualPath)."""
    if virtual[:2] == "\x01\x01":
        virtual = ("\\\\" if virtual[2:3] == "@" else virtual[2:3] + ":\\") + virtual[3:]
    return virtual.lstrip("\x01\x02").translate({3: "\\", 4: "..\\"})


class WorkbookExtras:
    """Takes records and puts what they say into ``texts``.

    ``long`` returns a string of the book's version, its length in two bytes; ``usual`` one whose length is in one byte
    before Excel 97, and where it ends.
    """

    def __init__(
        self, texts: Texts, long: Callable[[bytes, int], str], usual: Callable[[bytes, int], tuple[str, int]]
    ) -> None:
        self._texts = texts
        self._long = long
        self._usual = usual
        self._pieces: list[str] = []
        self._left: list[int] = []
        self._listed: set[str] = set()
        self._captioned: set[str] = set()

    def take(self, record: ExcelRecord) -> None:
        """Take a record of KINDS. Raises struct.error or IndexError where it is cut."""
        data = record.data
        match record.kind:
            case 0x1AE:
                self._other_book(record)
            case 0x5A:
                self._cached_row(record.whole)
            case 0xDC:
                self._query(data)
            case 0xCD:
                self._piece(data)
            case 0x876:
                self._connection(record.whole)
            case 0x1BE:
                self._validation(record.whole)
            case 0x1B8:
                self._link(record.whole)
            case 0xB0 | 0xB1 | 0xB2 | 0xC5:
                self._captions(data, *_CAPTIONS[record.kind])
            case 0x894:  # the comment on a defined name (NameCmt)
                name, comment = struct.unpack_from("<12xHH", data)
                self._texts.add("hidden", wide(data, wide(data, 16, name)[1], comment)[0])
            case 0x800:  # what shows where the pointer rests on a link (HLinkTooltip)
                self._texts.add("annotation", data[10:].decode("utf-16-le", "replace").strip("\0"))

    def _captions(self, data: bytes, lengths: int, at: int, names: int) -> None:
        """Add the captions of a pivot table, each once; 0xFFFF stands for none."""
        for count in struct.unpack_from(f"<{names}H", data, lengths):
            if count not in (0, 0xFFFF):
                text, at = wide(data, at, count)
                if text not in self._captioned:
                    self._captioned.add(text)
                    self._texts.add("hidden", text)

    def _other_book(self, record: ExcelRecord) -> None:
        """Add a linked workbook's path and the names of its sheets (2.4.271 SupBook)."""
        sheets, size = struct.unpack_from("<HH", record.data)
        if not size or size == 0x401 or record.data[2:4] == b"\x01\x3a":
            return
        path, *names = string_list(record, 2, 1 + sheets) or [""]
        self._texts.add("fieldcode", _path(path))
        for name in names:
            self._texts.add("hidden", name)

    def _cached_row(self, data: bytes) -> None:
        """Add the values that are kept of a row in a linked workbook (2.4.65 CRN)."""
        last, first = struct.unpack_from("<BB", data)
        grid, at = Grid(self._texts, [], False, True), 4
        for column in range(first, last + 1):
            kind, at = data[at], at + 1
            if kind == _TEXT:
                text, at = self._usual(data, at)
                if text:
                    grid.text(text, column, 0)
                continue
            if kind == _NUMBER:
                grid.text(general(struct.unpack_from("<d", data, at)[0]), column, 0)
            elif kind == _BOOLEAN:
                grid.text("TRUE" if data[at] else "FALSE", column, 0)
            elif kind == _ERROR:
                grid.error(data[at], column, 0)
            at += 8
        grid.end_row()

    def _query(self, data: bytes) -> None:
        """Note how many pieces of text come for a query, its connection, form data and parameters (2.4.80 DbQuery)."""
        parameters, query, form, saved, connection = struct.unpack_from("<2x5H", data)
        self.end()
        self._left = [count for count in (query, connection, form, *[1] * parameters, saved) if count]

    def _piece(self, data: bytes) -> None:
        """Take a piece of a query's text, or a value on its own that a pivot table keeps (2.4.304 SXString)."""
        if data[:2] == b"\xff\xff":
            return
        text = self._long(data, 0)
        if not self._left:
            self._texts.add("hidden", text)
            return
        self._pieces.append(text)
        if len(self._pieces) == self._left[0]:
            del self._left[0]
            self._flush()

    def _flush(self) -> None:
        self._texts.add("fieldcode", "".join(self._pieces))
        self._pieces.clear()

    def end(self) -> None:
        """Add what came of a query whose end is missing."""
        self._flush()
        self._left = []

    def _connection(self, data: bytes) -> None:
        """Add the names, files and commands of a connection (2.4.84 DConn).

        What stands between its strings depends on the kind of source, so that they are found by their form.
        """
        at, end, parts = 4, 0, [""]
        while at + 5 <= len(data):
            count, flags = struct.unpack_from("<HB", data, at)
            is_string = count > 1 and flags < 2 and at + 3 + (count << flags) <= len(data)
            text, after = wide(data, at + 2, count) if is_string else ("", 0)
            if not is_string or not text.isprintable():
                at += 1
                continue
            if len(parts[-1]) < _LONG_PIECE or at > end + 4:
                parts.append("")
            parts[-1] += text
            at = end = after
        for part in parts:
            self._texts.add("fieldcode", part)

    def _validation(self, data: bytes) -> None:
        """Add a cell's prompt and error message, and once the entries it lets one choose from (2.4.95 Dv)."""
        at = 4
        for _ in range(4):
            count = struct.unpack_from("<H", data, at)[0]
            text, at = wide(data, at + 2, count)
            self._texts.add("annotation", text.strip("\0"))
        for _ in range(2):
            size = struct.unpack_from("<H", data, at)[0]
            for text in formula_strings(data[at + 4 : at + 4 + size]):
                if text not in self._listed:
                    self._listed.add(text)
                    self._texts.add("fieldcode", "\n".join(entry.strip() for entry in text.split("\0")))
            at += 4 + size

    def _link(self, data: bytes) -> None:
        """Add what a hyperlink says and where it leads (2.4.140 HLink); what can't be told apart, as loose strings."""
        try:
            parts = hyperlink(data, 24)
        except (struct.error, ValueError, IndexError):
            parts = strings(data[32:])
        for text in parts:
            self._texts.add("fieldcode", text)
