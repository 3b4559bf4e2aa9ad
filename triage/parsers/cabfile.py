"""What a cabinet holds (floor 2): header, folders, files and blocks of data by MS-CAB 2, unpacked block by block.

Nothing is unpacked before it is asked for, and no count or place in the file is trusted to stand inside it.
"""

from __future__ import annotations

import contextlib
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from triage.parsers.charset import decode_text
from triage.parsers.contract import Data
from triage.parsers.forward import Frame
from triage.parsers.lzx import FRAME, WINDOWS, Decoder

MAGIC = b"MSCF"
STORED, MSZIP, QUANTUM, LZX = range(4)
FROM_BEFORE, TO_NEXT, THROUGH = 0xFFFD, 0xFFFE, 0xFFFF
"""Numbers that stand for a folder which began in the cabinet before, goes on in the next, or does both."""

_HEADER = struct.Struct("<4s4xI4xI4xBBHHHHH")
EMPTY = _HEADER.size
"""How many bytes a cabinet has that holds nothing."""

_FOLDER = struct.Struct("<IHH")
_FILE = struct.Struct("<IIHHHH")
_BLOCK = struct.Struct("<IHH")
_PREVIOUS, _NEXT, _RESERVE = 1, 2, 4
_UTF8, _ATTRIBUTES = 0x80, ((1, "read-only"), (2, "hidden"), (4, "system"), (0x40, "run after unpacking"))
_NAME = 256
_CARRIED = 1 << 16


@dataclass(frozen=True, slots=True)
class File:
    """A file as listed: ``begin`` and ``size`` are bytes of its unpacked folder, ``date`` ISO without zone or ""."""

    name: str
    folder: int
    begin: int
    size: int
    date: str
    attributes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Folder:
    """One packed stream: where its blocks begin, how many it says there are, its compression and the window of LZX."""

    at: int
    blocks: int
    method: int
    window: int


@dataclass(slots=True)
class Cabinet:
    """A cabinet's lists. ``sound`` says whether all listed files were found; ``notes`` are its reserved bytes.

    ``before`` and ``after`` name the cabinets that it continues and that continue it, "" where there is none; ``part``
    counts from 0. ``end`` is where the cabinet says that it ends.
    """

    folders: list[Folder] = field(default_factory=list)
    files: list[File] = field(default_factory=list)
    sound: bool = True
    before: str = ""
    after: str = ""
    part: int = 0
    end: int = 0
    reserve: int = 0
    notes: list[bytes] = field(default_factory=list)

    def folder_of(self, file: File) -> int:
        """Return the number of the folder here in which a file lies; -1 for one that isn't there."""
        if file.folder in (FROM_BEFORE, THROUGH):
            number = 0
        else:
            number = len(self.folders) - 1 if file.folder == TO_NEXT else file.folder
        return number if number < len(self.folders) else -1

    def began_before(self, number: int) -> bool:
        """Whether a folder's data begin in the cabinet before."""
        return number == 0 and any(file.folder in (FROM_BEFORE, THROUGH) for file in self.files)


def opened(untrusted_data: Data) -> Cabinet:
    """Return a cabinet's lists as far as they can be read; raises ValueError where there is no whole header."""
    if len(untrusted_data) < _HEADER.size:
        raise ValueError("the cabinet ends in its header")
    _, size, listed, _, _, folders, files, flags, _, part = _HEADER.unpack(untrusted_data[: _HEADER.size])
    cabinet, at = Cabinet(part=part, end=size), _HEADER.size
    room = 0
    if flags & _RESERVE:
        header, room, cabinet.reserve = struct.unpack("<HBB", untrusted_data[at : at + 4].ljust(4, b"\0"))
        cabinet.notes.append(untrusted_data[at + 4 : at + 4 + header])
        at += 4 + header
    if flags & _PREVIOUS:
        cabinet.before, at = _two_names(untrusted_data, at)
    if flags & _NEXT:
        cabinet.after, at = _two_names(untrusted_data, at)
    for _ in range(folders):
        raw = untrusted_data[at : at + _FOLDER.size]
        if len(raw) < _FOLDER.size:
            cabinet.sound = False
            break
        place, blocks, method = _FOLDER.unpack(raw)
        cabinet.folders.append(Folder(place, blocks, method & 0xF, method >> 8 & 0x1F))
        cabinet.notes.append(untrusted_data[at + _FOLDER.size : at + _FOLDER.size + room])
        at += _FOLDER.size + room
    found = [_listed(untrusted_data, listed, files)]
    if len(found[0]) < files and listed != at:
        found.append(_listed(untrusted_data, at, files))
    cabinet.files = max(found, key=len)
    cabinet.sound = cabinet.sound and len(found[0]) == files
    return cabinet


def _two_names(data: Data, at: int) -> tuple[str, int]:
    """Read the names of a neighbouring cabinet and of its disk (MS-CAB 2.1, szCabinetPrev); return the first."""
    first, at = _zero_ended(data, at)
    _, at = _zero_ended(data, at)
    return decode_text(first)[0] or "?", at


def _zero_ended(data: Data, at: int) -> tuple[bytes, int]:
    raw = data[at : at + _NAME].partition(b"\0")[0]
    return raw, at + len(raw) + 1


def _listed(data: Data, at: int, count: int) -> list[File]:
    """Read entries of files (MS-CAB 2.3), up to the first that can't be one."""
    entries: list[tuple[bytes, tuple[int, ...]]] = []
    for _ in range(count):
        raw = data[at : at + _FILE.size + _NAME + 1]
        if len(raw) <= _FILE.size:
            break
        name, zero, _ = raw[_FILE.size :].partition(b"\0")
        if not name or not zero:
            break
        entries.append((name, _FILE.unpack_from(raw)))
        at += _FILE.size + len(name) + 1
    names = _names([(name, fields[5]) for name, fields in entries])
    return [
        File(name, fields[2], fields[1], fields[0], _date(fields[3], fields[4]), _attributes(fields[5]))
        for name, (_, fields) in zip(names, entries, strict=True)
    ]


def _names(raw: list[tuple[bytes, int]]) -> list[str]:
    """Decode names: UTF-8 by their flag (MS-CAB 2.3, _A_NAME_IS_UTF), the others in one character set together."""
    others = [name for name, flags in raw if not flags & _UTF8 and not name.isascii()]
    together = iter(decode_text(b"\n".join(others))[0].split("\n"))
    alike = others and len(decode_text(b"\n".join(others))[0].split("\n")) == len(others)
    names = []
    for name, flags in raw:
        if flags & _UTF8 or name.isascii():
            text = decode_text(name, "utf-8")[0]
        else:
            text = next(together) if alike else decode_text(name)[0]
        names.append(text.replace("\\", "/"))
    return names


def _date(day: int, time: int) -> str:
    """Return the date and time of DOS as ISO 8601 in local time; "" where it is no date."""
    month, date, hour, minute, second = day >> 5 & 15, day & 31, time >> 11, time >> 5 & 63, time % 32 * 2
    if not (1 <= month <= 12 and 1 <= date <= 31 and hour < 24 and minute < 60 and second < 60):
        return ""
    return f"{1980 + (day >> 9)}-{month:02}-{date:02} {hour:02}:{minute:02}:{second:02}"


def _attributes(flags: int) -> tuple[str, ...]:
    return tuple(said for bit, said in _ATTRIBUTES if flags & bit)


@dataclass(frozen=True, slots=True)
class Block:
    """A block of data as it stands: its bytes, what they unpack to, and whether its checksum is wrong."""

    packed: bytes
    size: int
    wrong: bool


def blocks(data: Data, folder: Folder, reserve: int) -> Iterator[Block]:
    """Yield a folder's blocks (MS-CAB 2.4); raises EOFError where they run over the end of the file."""
    at = folder.at
    for _ in range(folder.blocks):
        head = data[at : at + _BLOCK.size]
        if len(head) < _BLOCK.size:
            raise EOFError("a block of data stands outside the cabinet")
        stated, packed, size = _BLOCK.unpack(head)
        begin = at + _BLOCK.size + reserve
        body = data[begin : begin + packed]
        at = begin + packed
        wrong = bool(stated) and stated not in (
            _checksum(body) ^ _checksum(head[4:]),
            _checksum(data[begin - reserve - 4 : at]) if reserve else -1,
        )
        yield Block(body, size, wrong)
        if len(body) < packed:
            raise EOFError("a block of data runs over the end of the cabinet")


def begins_well(data: Data, folder: Folder, reserve: int) -> bool:
    """Whether a folder's first block is there, with its right checksum."""
    try:
        return not next(blocks(data, folder, reserve)).wrong
    except (EOFError, StopIteration):
        return False


def lengths(data: Data, folder: Folder, reserve: int) -> tuple[int, int]:
    """Return how many packed bytes a folder's blocks take and what they should unpack to, by their headers alone."""
    at, packed, size = folder.at, 0, 0
    for _ in range(folder.blocks):
        head = data[at : at + _BLOCK.size]
        if len(head) < _BLOCK.size:
            break
        _, more, gives = _BLOCK.unpack(head)
        packed, size = packed + more, size + gives
        at += _BLOCK.size + reserve + more
    return packed, packed if folder.method == STORED else size


def _checksum(body: bytes) -> int:
    """Return the checksum of MS-CAB 3.1: 32-bit words folded by exclusive or, the last bytes in reverse order."""
    whole = len(body) // 4
    last = int.from_bytes(body[whole * 4 :], "big")
    words, value = whole, int.from_bytes(body[: whole * 4], "little")
    while words > 1:
        half = (words + 1) // 2
        value = (value >> 32 * half) ^ (value & ((1 << 32 * half) - 1))
        words = half
    return value ^ last


def frames(data: Data, folder: Folder, reserve: int) -> Iterator[Frame]:
    """Yield what a folder unpacks to, block by block; raises ValueError for a compression that can't be unpacked."""
    found = blocks(data, folder, reserve)
    if folder.method == STORED:
        return (_frame(Block(block.packed, len(block.packed), block.wrong), block.packed) for block in found)
    if folder.method == MSZIP:
        return _inflated(found)
    if folder.method == LZX and folder.window in WINDOWS:
        return _unlzx(found, Decoder(folder.window))
    raise ValueError(f"packed by method {folder.method}, which can't be unpacked")


def _frame(block: Block, unpacked: bytes, why: str = "", doubt: str = "") -> Frame:
    why = why or "a block of data ends too early"
    wrong = "its checksum is wrong" if block.wrong else ""
    return Frame(unpacked, max(0, block.size - len(unpacked)), why, doubt or wrong)


def _inflated(found: Iterator[Block]) -> Iterator[Frame]:
    """Unpack MSZIP (MS-MCI 3): each block is Deflate of its own, with the 32 KiB before it as its past."""
    past, doubt = b"", ""
    for block in found:
        unpacked, why = _one_inflated(block.packed[2:], past, block.size) if block.size else (b"", "")
        if block.packed[:2] != b"CK" and len(unpacked) < block.size:
            unpacked, why = b"", "a block of data has no MSZIP signature"
        frame = _frame(block, unpacked, why, doubt)
        yield frame
        if frame.missing:
            doubt = "what was packed before it is damaged or isn't there"
        past = (past + unpacked + b" " * min(FRAME, frame.missing))[-FRAME:]


def _one_inflated(packed: bytes, past: bytes, most: int) -> tuple[bytes, str]:
    """Return what Deflate gives and what is wrong with it; zlib gives nothing of a call that fails, so small ones."""
    try:
        return _engine(past).decompress(packed, most), ""
    except zlib.error as error:
        why = str(error)
    engine, out = _engine(past), bytearray()
    with contextlib.suppress(zlib.error):
        for at in range(0, len(packed), 16):
            out += engine.decompress(packed[at : at + 16])
    return bytes(out[:most]), why


def _engine(past: bytes) -> zlib._Decompress:
    return zlib.decompressobj(-15, zdict=past) if past else zlib.decompressobj(-15)


def _unlzx(found: Iterator[Block], decoder: Decoder) -> Iterator[Frame]:
    """Unpack LZX: each block is a frame of one stream; what a block leaves over begins the next."""
    rest = b""
    for block in found:
        packed = rest[:_CARRIED] + block.packed
        try:
            unpacked, used = decoder.frame(packed, min(block.size, FRAME))
        except (ValueError, EOFError) as error:
            yield _frame(block, decoder.partial(), str(error))
            raise type(error)("the packed data before it are damaged") from None
        yield _frame(block, unpacked)
        rest = packed[used:]
