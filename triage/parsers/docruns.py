"""The runs of a Word 97-2003 document (floor 2): the piece table joined with the character properties.

MS-DOC 2.8.35 (Clx), 2.9.177 (Pcd), 2.9.73 (FcCompressed), 2.8.25 and 2.9.41 (ChpxFkp), 2.6.1 (Sprms).
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from triage.parsers.docold import DELETED, HIDDEN, INSERTED, SPECIAL, OldFonts, old_look
from triage.parsers.docsprms import modifiers

_FLAGS = {0x0800: DELETED, 0x0801: INSERTED, 0x083C: HIDDEN, 0x0855: SPECIAL}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: characters ``first`` to ``last``, from byte ``offset`` on, each ``width`` bytes wide."""

    first: int
    last: int
    offset: int
    width: int


@dataclass(frozen=True, slots=True)
class Run:
    """Text with one set of flags (DELETED, INSERTED, HIDDEN, SPECIAL); ``symbol`` is the character a symbol shows.

    It stands from byte ``at`` of the main stream on, each character ``width`` bytes wide.
    """

    text: str
    flags: int
    symbol: str = ""
    at: int = 0
    width: int = 1


def pieces(main: bytes, table: bytes, old: bool) -> list[Piece]:
    """Return the pieces in order. Raises struct.error or ValueError where the piece table is damaged."""
    offset, size = struct.unpack_from("<II", main, 0x160 if old else 0x1A2)
    clx = table[offset : offset + size]
    if old and not (main[0x0A] & 4 and clx):
        first, last = struct.unpack_from("<II", main, 0x18)
        return [Piece(0, last - first, first, 1)]
    at = 0
    while at < len(clx) and clx[at] == 1:
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    if at >= len(clx) or clx[at] != 2:
        raise ValueError("no piece table")
    size = struct.unpack_from("<I", clx, at + 1)[0]
    body = clx[at + 5 : at + 5 + size]
    count = (len(body) - 4) // 12
    bounds = struct.unpack_from(f"<{count + 1}I", body)
    found = []
    for index in range(count):
        place = struct.unpack_from("<I", body, 4 * (count + 1) + 8 * index + 2)[0]
        packed = bool(place & 0x40000000)
        width = 1 if packed or old else 2
        start = (place & 0x3FFFFFFF) // 2 if packed else place & 0x3FFFFFFF
        found.append(Piece(bounds[index], bounds[index + 1], start, width))
    return found


class Runs:
    """All text of a document, by character position."""

    def __init__(self, main: bytes, table: bytes, old: bool) -> None:
        self._main = main
        self.pieces = pieces(main, table, old)
        self.broken = any(p.last < p.first or p.offset + (p.last - p.first) * p.width > len(main) for p in self.pieces)
        self.fonts = OldFonts(main) if old else None
        self._starts, self._looks = _looks(main, table, old)

    def between(self, first: int, last: int) -> Iterator[Run]:
        """Yield the runs of the characters from ``first`` up to ``last``."""
        for piece in self.pieces:
            low, high = max(first, piece.first), min(last, piece.last)
            if low < high:
                start = piece.offset + (low - piece.first) * piece.width
                yield from self._looked(start, start + (high - low) * piece.width, piece.width)

    def _looked(self, start: int, end: int, width: int) -> Iterator[Run]:
        """Yield the runs of the bytes from ``start`` to ``end`` of the main stream."""
        end = min(end, len(self._main))
        index = max(bisect_right(self._starts, start) - 1, 0)
        while start < end:
            following = self._starts[index + 1] if index + 1 < len(self._starts) else end
            stop = min(max(following, start + width), end)
            stop -= (stop - start) % width
            if stop <= start:
                stop = end
            raw = self._main[start:stop]
            flags, symbol, font = self._looks[index] if index < len(self._looks) else (0, "", -1)
            yield Run(self._decoded(raw, width, font), flags, symbol, start, width)
            start = stop
            index += 1

    def _decoded(self, raw: bytes, width: int, font: int) -> str:
        if width == 2:
            return raw.decode("utf-16-le", "replace")
        return self.fonts.decoded(raw, font) if self.fonts else raw.decode("cp1252", "replace")


def _looks(main: bytes, table: bytes, old: bool) -> tuple[list[int], list[tuple[int, str, int]]]:
    """Return the byte where each run of character properties starts, and (flags, symbol, font) of each, in order."""
    offset, size = struct.unpack_from("<II", main, 0xB8 if old else 0xFA)
    plc = table[offset : offset + size]
    width = 2 if old else 4
    count = max((len(plc) - 4) // (4 + width), 0)
    starts: list[int] = []
    looks: list[tuple[int, str, int]] = []
    for index in range(count):
        at = 4 * (count + 1) + width * index
        page = int.from_bytes(plc[at : at + width], "little") & 0x3FFFFF
        block = main[page * 512 : page * 512 + 512]
        if len(block) == 512:
            _page(block, old, starts, looks)
    if starts != sorted(starts):
        order = sorted(range(len(starts)), key=starts.__getitem__)
        starts, looks = [starts[i] for i in order], [looks[i] for i in order]
    return starts or [0], looks or [(0, "", -1)]


def _page(block: bytes, old: bool, starts: list[int], looks: list[tuple[int, str, int]]) -> None:
    count = min(block[511], 101)
    for index in range(count):
        starts.append(struct.unpack_from("<I", block, 4 * index)[0])
        at = block[4 * (count + 1) + index] * 2
        grpprl = block[at + 1 : at + 1 + block[at]] if at else b""
        looks.append(old_look(grpprl) if old else (*_look(grpprl), -1))


def _look(grpprl: bytes) -> tuple[int, str]:
    """Return (flags, symbol) of a list of property modifiers."""
    flags, symbol = 0, ""
    for code, operand in modifiers(grpprl):
        if code in _FLAGS and operand:
            flags = flags | _FLAGS[code] if operand[0] & 1 else flags & ~_FLAGS[code]
        elif code == 0x6A09 and len(operand) == 4:
            symbol = _symbol(struct.unpack_from("<H", operand, 2)[0])
        elif (code == 0x6870 and operand[:4] == b"\xff\xff\xff\x00") or (
            code == 0x4A43 and len(operand) == 2 and operand[0] <= 2 and operand[1] == 0
        ):
            flags |= HIDDEN
    return flags, symbol


def _symbol(code: int) -> str:
    if 0xD800 <= code <= 0xF8FF or code < 0x20:  # a picture of a font's own, which no text can show
        return " "
    return chr(code)
