"""The headers of ARJ archives (floor 2): bytes in, members and where their bytes stand out. Nothing is unpacked here.

Every header has a checksum and is believed only where it fits; where it doesn't, the next is looked for.
"""

from __future__ import annotations

import re
import struct
import zlib
from dataclasses import dataclass

from triage.parsers.contract import Data
from triage.parsers.memberinfo import MOST_MEMBERS, dos_time, judged, strays, unix_time

MARK = b"\x60\xea"
_HEADER = re.compile(rb"\x60\xea..[\x1e-\xff]", re.DOTALL)
"""Mark, size, and the size of the fixed part."""
_LARGEST, _FIXED = 2600, 30
_MAX_EXTENSIONS = 100
_MAX_MISFITS = 10_000
_UNIX = (2, 8)
"""UNIX and NeXT, the systems whose clocks count seconds since 1970."""

_GARBLED, _GOES_ON, _CONTINUED = 0x01, 0x04, 0x08
MAIN, _NO_FILES = 2, (3, 4, 5, 6)
"""Types of headers: the archive's own; folders, labels of volumes and chapters, and what only Unix has, as links."""


@dataclass(frozen=True, slots=True)
class Header:
    """A header: the archive's own, or that of a member whose ``packed`` bytes stand from ``start`` on.

    ``shift`` is added to the letters of a garbled member's password; ``cipher`` is of the archive's own header alone.
    """

    start: int
    flags: int
    method: int
    kind: int
    shift: int
    packed: int
    size: int
    crc: int
    raw: bytes
    comment: bytes
    created: str
    date: str
    cipher: int

    @property
    def end(self) -> int:
        """Where the packed bytes end; the archive's own header has none."""
        return self.start if self.kind == MAIN else self.start + self.packed

    @property
    def is_file(self) -> bool:
        """Whether it is a member with bytes of its own."""
        return self.kind != MAIN and self.kind not in _NO_FILES

    @property
    def garbled(self) -> bool:
        """Whether it is encrypted."""
        return bool(self.flags & _GARBLED)

    @property
    def is_part(self) -> bool:
        """Whether it begins in an earlier volume or goes on in a later one."""
        return bool(self.flags & (_GOES_ON | _CONTINUED))


def header(data: Data, at: int) -> Header | None:
    """Return the header that stands here, None where there is none or its checksum doesn't fit."""
    size = int.from_bytes(data[at + 2 : at + 4], "little")
    raw = data[at + 4 : at + 4 + size]
    stated = data[at + 4 + size : at + 8 + size]
    if data[at : at + 2] != MARK or not _FIXED <= size <= _LARGEST or len(stated) < 4:
        return None
    if zlib.crc32(raw) != int.from_bytes(stated, "little") or not _FIXED <= raw[0] <= size:
        return None
    system, flags, method, kind, shift = raw[3:8]
    times = unix_time if system in _UNIX else dos_time
    name, _, rest = raw[raw[0] :].partition(b"\0")
    comment = rest.partition(b"\0")[0]
    start = _past_extensions(data, at + 8 + size)
    if kind == MAIN:
        created, changed = struct.unpack_from("<II", raw, 8)
        return Header(start, flags, 0, kind, 0, 0, 0, 0, name, comment, times(created), times(changed), raw[28])
    clock, packed, unpacked, crc = struct.unpack_from("<IIII", raw, 8)
    return Header(start, flags, method, kind, shift, packed, unpacked, crc, name, comment, "", times(clock), 0)


def _past_extensions(data: Data, at: int) -> int:
    """Return where the headers that only newer writers know end."""
    for _ in range(_MAX_EXTENSIONS):
        size = int.from_bytes(data[at : at + 2], "little")
        at += 2
        if not size:
            break
        at += size + 4
    return at


def first(data: Data, looked_through: int) -> int:
    """Return where the first header stands: at the start, or behind a program that unpacks itself; -1 for none."""
    if header(data, 0) is not None:
        return 0
    found = _HEADER.finditer(data, 1, looked_through)
    sound = (here.start() for here, _ in zip(found, range(_MAX_MISFITS), strict=False) if _is_main(data, here.start()))
    return next(sound, -1)


def _is_main(data: Data, at: int) -> bool:
    here = header(data, at)
    return here is not None and here.kind == MAIN


class Listing:
    """The archive's own header and the members from ``begin`` on, in order, and what is wrong with them."""

    def __init__(self, data: Data, begin: int) -> None:
        self._data = data
        self.main: Header | None = None
        self.members: list[Header] = []
        self._ended = False
        self._stray = 0
        self._misfits = 0
        at = begin
        while 0 <= at < len(data) and len(self.members) < MOST_MEMBERS:
            here = header(data, at)
            if here is None:
                at = self._next(at)
                continue
            if here.kind != MAIN:
                self.members.append(here)
            elif self.main is None:
                self.main = here
            at = here.end
        self.troubles = judged(len(self.members) >= MOST_MEMBERS, self._stray, self._ended)

    def _next(self, at: int) -> int:
        """Return where the next header stands behind a place where there is none; -1 where no more comes."""
        if self._data[at : at + 4] == MARK + b"\0\0":
            self._ended, at = True, at + 4
        for found in _HEADER.finditer(self._data, at):
            if header(self._data, found.start()) is not None:
                self._stray += strays(self._data, at, found.start())
                return found.start()
            self._misfits += 1
            if self._misfits > _MAX_MISFITS:
                break
        self._stray += strays(self._data, at, len(self._data))
        return -1
