"""The headers of LHA archives, levels 0 to 3 (floor 2): bytes in, members and where their bytes stand out.

A header is believed where its checksum fits. Where members don't follow on each other, the next are looked for by
their headers. Nothing is unpacked here.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from triage.parsers.contract import Data
from triage.parsers.memberinfo import MOST_MEMBERS, dos_time, judged, strays, unix_time
from triage.parsers.sums import crc16

METHOD = re.compile(rb"-(?:lh|lz|pm)[0-9a-z]-")
FOLDER = "-lhd-"
_MAX_FIELDS = 100
_MAX_HEADER = 1 << 16
_MAX_MISFITS = 1_000
_SHORTEST = 22
_DOS, _UNIX = "M", "U"

_CRC, _NAME, _FOLDER_NAME, _COMMENT, _SIZES = 0x00, 0x01, 0x02, 0x3F, 0x42
_WIDE_NAME, _WIDE_FOLDER, _CHARSET, _CLOCK = 0x44, 0x45, 0x46, 0x54


@dataclass(frozen=True, slots=True)
class Member:
    """One member: ``raw`` is its whole name with "/" between folders, in ``charset`` where the header states one.

    ``at`` is where its header stands, ``start`` where its ``packed`` bytes do; ``size`` is what they unpack to.
    ``sound`` says that nothing speaks against the header: sum, checksum and fields fit. ``system`` is a letter.
    """

    at: int
    start: int
    method: str
    packed: int
    size: int
    crc: int | None
    raw: bytes
    system: str
    date: str = ""
    charset: str = ""
    comment: bytes = b""
    sound: bool = False

    @property
    def end(self) -> int:
        """Where the packed bytes end."""
        return self.start + self.packed


@dataclass(slots=True)
class _Fields:
    """The fields behind a header: ``known`` by number, ``end`` where they end, ``whole`` where nothing is amiss."""

    end: int
    known: dict[int, bytes] = field(default_factory=dict)
    crc_at: int = 0
    whole: bool = True


def _fields(data: Data, at: int, size: int, width: int, limit: int) -> _Fields:
    """Read the fields from ``at`` on: a number, a body, and the size of the next in ``width`` bytes; 0 ends them."""
    fields = _Fields(at)
    for _ in range(_MAX_FIELDS):
        if not size:
            return fields
        if size <= width or fields.end + size > limit:
            break
        piece = data[fields.end : fields.end + size]
        if piece[0] == _CRC and size >= width + 3:
            fields.crc_at = fields.end + 1
        fields.known.setdefault(piece[0], piece[1 : size - width])
        fields.end += size
        size = int.from_bytes(piece[size - width :], "little")
    fields.whole = False
    return fields


def header(data: Data, at: int) -> Member | None:
    """Return the member whose header stands here, None where there is none."""
    head = data[at : at + 32].ljust(32, b"\0")
    if at + _SHORTEST > len(data) or not METHOD.fullmatch(head, 2, 7) or head[20] > 3:
        return None
    return (_short_header if head[20] < 2 else _long_header)(data, at, head)


def _short_header(data: Data, at: int, head: bytes) -> Member | None:
    """Read levels 0 and 1: the header's size and sum in a byte each, name, checksum; level 1 has fields behind it."""
    base = data[at + 2 : at + 2 + head[0]]
    packed, size, clock = struct.unpack_from("<III", head, 7)
    after = 20 + head[21]
    if len(base) < 20 or after > len(base):
        return None
    name, _, remark = base[20:after].partition(b"\0")
    crc = int.from_bytes(base[after : after + 2], "little") if after + 2 <= len(base) else None
    system = base[after + 2 : after + 3].decode("latin-1")
    sound = len(base) == head[0] and sum(base) & 0xFF == head[1]
    start = at + 2 + len(base)
    member = Member(at, start, head[2:7].decode(), packed, size, crc, name, system, dos_time(clock), "", remark, sound)
    if head[20]:
        limit = min(start + min(packed, _MAX_HEADER), len(data))
        fields = _fields(data, start, int.from_bytes(base[-2:], "little"), 2, limit)
        member = replace(member, start=fields.end, packed=packed - (fields.end - start))
        return _completed(data, member, fields, fields.end)
    if system == _UNIX and after + 8 <= len(base):
        member = replace(member, date=unix_time(struct.unpack_from("<I", base, after + 4)[0]) or member.date)
    return member


def _long_header(data: Data, at: int, head: bytes) -> Member | None:
    """Read levels 2 and 3: the size of the whole header, and the name among the fields."""
    packed, size, clock = struct.unpack_from("<III", head, 7)
    if head[20] == 2:
        whole, first, width, after = *struct.unpack_from("<H", head), *struct.unpack_from("<H", head, 24), 2, 26
    else:
        whole, first, width, after = *struct.unpack_from("<II", head, 24), 4, 32
    if not after <= whole <= _MAX_HEADER:
        return None
    fields = _fields(data, at + after, first, width, min(at + whole, len(data)))
    crc = int.from_bytes(head[21:23], "little")
    system = chr(head[23])
    member = Member(at, at + whole, head[2:7].decode(), packed, size, crc, b"", system, unix_time(clock), sound=True)
    return _completed(data, member, fields, at + whole)


def _completed(data: Data, member: Member, fields: _Fields, end: int) -> Member:
    """Add what the fields of a header that ends at ``end`` say."""
    known = fields.known
    sound = member.sound and fields.whole
    if fields.crc_at:
        raw, at = data[member.at : end], fields.crc_at - member.at
        sound &= crc16(raw[:at] + b"\0\0" + raw[at + 2 :]) == int.from_bytes(raw[at : at + 2], "little")
    name, folder, charset = known.get(_NAME, member.raw), known.get(_FOLDER_NAME, b""), ""
    if _WIDE_NAME in known or _WIDE_FOLDER in known:
        wide = (known.get(_WIDE_FOLDER, b""), known.get(_WIDE_NAME, b""))
        folder, name = (part.decode("utf-16-le", "replace").replace("\uffff", "/").encode() for part in wide)
        charset = "utf-8"
    elif len(known.get(_CHARSET, b"")) >= 4:
        number = int.from_bytes(known[_CHARSET][:4], "little")
        charset = "utf-8" if number == 65001 else f"cp{number}"
    if charset != "utf-8":
        folder = folder.replace(b"\xff", b"/")
    if folder and not folder.endswith(b"/"):
        folder += b"/"
    sizes = known.get(_SIZES, b"")
    packed, size = struct.unpack_from("<QQ", sizes) if len(sizes) >= 16 else (member.packed, member.size)
    clock = known.get(_CLOCK, b"")
    date = unix_time(int.from_bytes(clock[:4], "little")) or member.date
    comment = known.get(_COMMENT, b"") or member.comment
    return replace(
        member, raw=folder + name, charset=charset, packed=packed, size=size, date=date, comment=comment, sound=sound
    )


def first(data: Data, looked_through: int) -> int:
    """Return where the first header stands: at the start, or behind a program that unpacks itself; -1 for none."""
    if header(data, 0) is not None:
        return 0
    return next(_sound_ones(data, 1, looked_through, iter(range(_MAX_MISFITS))), -1) if looked_through else -1


def _sound_ones(data: Data, begin: int, end: int, misfits: Iterator[int]) -> Iterator[int]:
    """Yield where headers stand against which nothing speaks; each that is none takes one from ``misfits``."""
    for found in METHOD.finditer(data, begin + 2, end):
        member = header(data, found.start() - 2)
        if member is not None and member.sound:
            yield member.at
        elif next(misfits, None) is None:
            return


class Listing:
    """The members from ``begin`` on, in order, and what is wrong with them."""

    def __init__(self, data: Data, begin: int) -> None:
        self._data = data
        self.members: list[Member] = []
        self._ended = False
        self._stray = 0
        self._misfits = iter(range(_MAX_MISFITS))
        at = begin
        while at >= 0 and len(self.members) < MOST_MEMBERS:
            member = header(data, at)
            if member is not None:
                self.members.append(member)
                at = member.end
            else:
                at = self._next(at)
        self.troubles = judged(at >= 0, self._stray, self._ended)

    def _next(self, at: int) -> int:
        """Return where the next header stands behind a place where there is none; -1 where no more comes.

        A size that no checksum vouches for may have led too far.
        """
        last = self.members[-1] if self.members else None
        self._ended |= self._data[at : at + 1] == b"\0"
        begin = at if last is None or last.sound else last.start
        found = next(_sound_ones(self._data, begin, len(self._data), self._misfits), -1)
        if last is not None and 0 <= found < last.end:
            self.members[-1] = replace(last, packed=found - last.start)
        self._stray += strays(self._data, at, len(self._data) if found < 0 else found)
        return found
