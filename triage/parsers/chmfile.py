"""What a compiled help file holds (floor 2): its directory of files, and the two sections in which their bytes lie.

The format (ITSF) has no standard; it was described by Matthew Russotto and in the CHM specification of P. Wilkinson.
Section 0 holds files as they are, section 1 in LZX that begins anew every few frames, so that a damage ends there.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from triage.parsers.charset import decode_text
from triage.parsers.contract import Data
from triage.parsers.forward import Frame
from triage.parsers.lzx import FRAME, LONGEST, WINDOWS, Decoder

MAGIC = b"ITSF"
_PARTS = struct.Struct("<4sIIIII32xQQQQ")
_DIRECTORY = struct.Struct("<4sIII I4xIiiii I")
_CHUNK = 0x1000
_LIST_HEADER = 20
_MOST_FILES = 200_000
_MOST_NAME = 1 << 14
_NEVER = 1 << 40
_STORAGE = "::DataSpace/Storage/"
_CONTROL = f"{_STORAGE}MSCompressed/ControlData"
_BEGINNING = re.compile(rb"[\x01-\xff](?=/|::DataSpace/)")
_TABLE = "Transform/{7FC28940-9D31-11D0-9B27-00A0C91E9C7C}/InstanceData/ResetTable"


@dataclass(frozen=True, slots=True)
class Entry:
    """A file as listed: ``begin`` and ``size`` are bytes of its section."""

    name: str
    section: int
    begin: int
    size: int


@dataclass(slots=True)
class Help:
    """A help file's directory. ``bad`` counts pieces of it that can't be read; ``content`` is where section 0 begins.

    ``language`` is Windows' number of the language; ``end`` where the file says that it ends, 0 where it doesn't.
    """

    data: Data
    content: int = 0
    language: int = 0
    end: int = 0
    bad: int = 0
    more: bool = False
    entries: list[Entry] = field(default_factory=list)
    _by_name: dict[str, Entry] = field(default_factory=dict)

    def inner(self, name: str, most: int = 1 << 22) -> bytes:
        """Return up to ``most`` bytes of a file in section 0, b"" where it isn't there."""
        if not self._by_name:
            self._by_name = {entry.name: entry for entry in reversed(self.entries)}
        entry = self._by_name.get(name)
        if entry is None or entry.section:
            return b""
        begin = self.content + entry.begin
        return self.data[begin : begin + min(entry.size, most)]

    def place(self, name: str) -> tuple[int, int]:
        """Return where a file of section 0 begins and ends in the whole, (0, 0) where it isn't there."""
        self.inner(name, 0)
        entry = self._by_name.get(name)
        if entry is None or entry.section:
            return 0, 0
        begin = min(self.content + entry.begin, len(self.data))
        return begin, min(begin + entry.size, len(self.data))


def opened(untrusted_data: Data) -> Help:
    """Return the directory, read piece by piece; raises ValueError where there is none."""
    data = untrusted_data
    if len(data) < _PARTS.size:
        raise ValueError("the help file ends in its header")
    _, version, size, _, _, language, head, _, at, length = _PARTS.unpack(data[: _PARTS.size])
    stated = int.from_bytes(data[0x58:0x60], "little") if version >= 3 and size >= 0x60 else at + length
    book = Help(data, content=stated, language=language)
    book.end = int.from_bytes(data[head + 8 : head + 16], "little") if head < len(data) else 0
    _list(book, _chunks(data, at))
    if book.bad:
        again = replace(book, bad=0, more=False, entries=[])
        _list(again, _signed_chunks(data))
        if len(again.entries) > len(book.entries):
            again.bad = max(1, again.bad)
            book = again
    for place in (book.content, at + length):
        book.content = place
        if book.inner(_CONTROL, 8)[4:] == b"LZXC":
            break
    else:
        book.content = stated
    if not book.entries:
        raise ValueError("the help file has no directory that can be read")
    return book


def _list(book: Help, chunks: Iterator[tuple[bytes, int]]) -> None:
    for chunk, size in chunks:
        book.bad += not _listed(chunk, size, book)
        if len(book.entries) >= _MOST_FILES:
            book.more = True
            return


def _chunks(data: Data, at: int) -> Iterator[tuple[bytes, int]]:
    """Yield the pieces of the directory in their order, as its header says, and how long they should be."""
    head = data[at : at + _DIRECTORY.size]
    if len(head) < _DIRECTORY.size or head[:4] != b"ITSP":
        yield b"", 0
        return
    fields = _DIRECTORY.unpack(head)
    length, size, count = fields[2], fields[4], fields[10]
    if not 0x40 <= length <= 0x400 or not 0x100 <= size <= 1 << 20:
        yield b"", 0
        return
    for number in range(count):
        begin = at + length + number * size
        yield data[begin : begin + size], size
        if begin + size > len(data):
            return


def _signed_chunks(data: Data) -> Iterator[tuple[bytes, int]]:
    """Yield what looks like pieces of the directory by the signature, as far as they stand side by side."""
    begin = data.find(b"PMGL")
    while begin >= 0 and (chunk := data[begin : begin + _CHUNK])[:4] in (b"PMGL", b"PMGI"):
        yield chunk, _CHUNK
        begin += _CHUNK


def _listed(chunk: bytes, size: int, book: Help) -> bool:
    """Take the entries of a piece of the directory; False where it can't be read to its end."""
    if chunk[:4] == b"PMGI":
        return True
    if chunk[:4] != b"PMGL" or len(chunk) < _LIST_HEADER:
        return False
    end = min(size - int.from_bytes(chunk[4:8], "little"), len(chunk))
    at, sound = _LIST_HEADER, len(chunk) == size and end >= _LIST_HEADER
    end = end if end >= _LIST_HEADER else len(chunk)
    while at < end and len(book.entries) < _MOST_FILES:
        entry, following = _entry(chunk, at, end)
        likely = entry is not None and _is_likely(entry)
        if not likely:
            sound = False
            found = _next_likely(chunk, at + 1, end)
            following = min(following, found) if entry is not None else found
        if entry is not None:
            book.entries.append(entry)
        at = following
    return sound


def _entry(chunk: bytes, at: int, end: int) -> tuple[Entry | None, int]:
    """Read an entry; None where it runs over the end. Also where the next one begins."""
    length, at = _number(chunk, at)
    name = chunk[at : at + length]
    if not 0 < length <= _MOST_NAME or len(name) < length:
        return None, end
    section, at = _number(chunk, at + length)
    begin, at = _number(chunk, at)
    size, at = _number(chunk, at)
    if at > end:
        return None, end
    return Entry(decode_text(name, "utf-8")[0], section, begin, size), at


def _is_likely(entry: Entry) -> bool:
    """Whether an entry is as every compiler writes them: a path, of a section that there may be."""
    return entry.section <= 1 and entry.name.startswith(("/", "::")) and entry.name.isprintable()


def _next_likely(chunk: bytes, at: int, end: int) -> int:
    """Return where the next entry begins that looks like one, ``end`` where none does."""
    for match in _BEGINNING.finditer(chunk, at, end):
        entry, _ = _entry(chunk, match.start(), end)
        if entry is not None and _is_likely(entry):
            return match.start()
    return end


def _number(chunk: bytes, at: int) -> tuple[int, int]:
    """Read a number of seven bits a byte, the high ones first (ENCINT)."""
    value = 0
    for k in range(at, min(at + 9, len(chunk))):
        value = value << 7 | chunk[k] & 0x7F
        if chunk[k] < 0x80:
            return value, k + 1
    return 0, len(chunk) + 1


@dataclass(frozen=True, slots=True)
class Section:
    """A packed section: where its bytes lie, its window, how many frames stand between resets, where frames begin."""

    begin: int
    end: int
    window: int
    interval: int
    size: int
    table: tuple[int, ...]
    guessed: bool

    def frame_at(self, number: int) -> int | None:
        """Return where a frame begins by the table, None where that says nothing usable."""
        place = self.begin + self.table[number] if 0 <= number < len(self.table) else -1
        return place if self.begin <= place < self.end else None


def section(book: Help, number: int) -> Section:
    """Return a packed section, ``guessed`` where it doesn't say how it is packed; ValueError where it isn't there."""
    prefix = f"{_STORAGE}{_section_name(book, number)}/"
    control = book.inner(f"{prefix}ControlData")
    begin, end = book.place(f"{prefix}Content")
    if begin == end:
        raise ValueError("its packed part isn't there")
    guessed = len(control) < 20 or control[4:8] != b"LZXC"
    version, interval, window = (2, 2, 2) if guessed else struct.unpack_from("<III", control, 8)
    unit = FRAME if version >= 2 else 1
    bits = (window * unit).bit_length() - 1
    if bits not in WINDOWS or window * unit != 1 << bits:
        bits, guessed = 16, True
    places, size = _reset_table(book.inner(f"{prefix}{_TABLE}", 1 << 26))
    if not size:
        size = int.from_bytes(book.inner(f"{prefix}SpanInfo")[:8], "little")
    wanted = max((entry.begin + entry.size for entry in book.entries if entry.section == number), default=0)
    return Section(begin, end, bits, interval * unit // FRAME or _NEVER, size or wanted, places, guessed)


def _section_name(book: Help, number: int) -> str:
    """Return the name of a section by the list of names, which are counted UTF-16."""
    raw, at = book.inner("::DataSpace/NameList", 4096), 4
    for _ in range(min(number, len(raw))):
        at += 4 + 2 * int.from_bytes(raw[at : at + 2], "little")
    length = int.from_bytes(raw[at : at + 2], "little")
    name = raw[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace")
    return name or ("MSCompressed" if number == 1 else "")


def _reset_table(raw: bytes) -> tuple[tuple[int, ...], int]:
    """Return where frames begin and the unpacked size, nothing and 0 where the table contradicts itself."""
    if len(raw) < 0x28:
        return (), 0
    _, count, entry, at, size, _, frame = struct.unpack_from("<IIIIQQQ", raw)
    count = min(count, (len(raw) - at) // 8)
    if entry != 8 or frame != FRAME or count <= 0 or not (count - 1) * FRAME < size <= count * FRAME:
        return (), 0
    return struct.unpack_from(f"<{count}Q", raw, at), size


def frames(data: Data, part: Section) -> Iterator[Frame]:
    """Yield what a section unpacks to, frame by frame; after a damage from the next reset on that can be found."""
    at, lost, decoder = part.begin, "", Decoder(part.window)
    for number in range(-(-part.size // FRAME)):
        size = min(FRAME, part.size - number * FRAME)
        if number % part.interval == 0:
            at, lost, decoder = _reset(data, part, number, at, lost)
        if lost:
            if at < 0:
                raise ValueError(lost)
            yield Frame(b"", size, lost)
            continue
        try:
            unpacked, used = decoder.frame(data[at : min(at + LONGEST, part.end)], size)
        except (ValueError, EOFError) as error:
            kept, lost = decoder.partial(), str(error)
            yield Frame(kept, size - len(kept), lost)
            continue
        at += used
        following = part.frame_at(number + 1)
        doubt = "its packed data don't end where they should" if following not in (None, at) else ""
        yield Frame(unpacked, doubt=doubt)


def _reset(data: Data, part: Section, number: int, at: int, lost: str) -> tuple[int, str, Decoder]:
    """Return where the next stretch begins, what forbids to read it, and a decoder for it.

    The table and the end of the stretch before should say the same; where they don't, what unpacks is believed.
    """
    stated, following = part.frame_at(number), part.frame_at(number + 1)
    places = [place for place in (None if lost else at, stated) if place is not None]
    if len(set(places)) < 2 and places:
        return places[0], "", Decoder(part.window)
    fair = []
    for place in places:
        size = min(FRAME, part.size - number * FRAME)
        try:
            _, used = Decoder(part.window).frame(data[place : min(place + LONGEST, part.end)], size)
        except (ValueError, EOFError):
            continue
        if place + used == following:
            return place, "", Decoder(part.window)
        fair.append(place)
    best = (fair or places or [-1])[-1]
    return best, "" if best >= 0 else lost, Decoder(part.window)
