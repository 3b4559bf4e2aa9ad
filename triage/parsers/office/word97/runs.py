"""The runs of a Word 97-2003 document: the piece table joined with the character properties.

MS-DOC 2.8.35 (Clx), 2.9.177 (Pcd), 2.9.73 (FcCompressed), 2.8.25 and 2.9.41 (ChpxFkp), 2.6.1 (Sprms).
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from triage.errors import FormatError
from triage.parsers.office.word97.sprms import modifiers
from triage.parsers.office.word97.word95 import DELETED, HIDDEN, INSERTED, SPECIAL, OldFonts, old_look

_FLAGS = {0x0800: DELETED, 0x0801: INSERTED, 0x083C: HIDDEN, 0x0855: SPECIAL}
_FIELD_DATA, _PLACE = 0x0806, 0x6A03
_CHANGES = {0x4804: "inserter", 0x6805: "inserted", 0x4863: "deleter", 0x6864: "deleted"}


@dataclass(frozen=True, slots=True)
class DocPiece:
    """A stretch of text: characters ``first`` to ``last``, from byte ``offset`` on, each ``width`` bytes wide."""

    first: int
    last: int
    offset: int
    width: int


@dataclass(frozen=True, slots=True)
class Look:
    """Properties of a run: ``flags`` (DELETED, INSERTED, HIDDEN, SPECIAL), ``symbol`` is the character a symbol shows.

    ``form`` is where a form field's settings stand in the stream Data (-1: none). A tracked change has the numbers of
    who inserted and who deleted it (-1: not known) and the dates as Word writes them.
    """

    flags: int = 0
    symbol: str = ""
    font: int = -1
    form: int = -1
    inserter: int = -1
    inserted: int = 0
    deleter: int = -1
    deleted: int = 0


_PLAIN = Look()


@dataclass(frozen=True, slots=True)
class DocRun:
    """Text of one look, from byte ``at`` of the main stream on, each character ``width`` bytes wide."""

    text: str
    look: Look = _PLAIN
    at: int = 0
    width: int = 1


def pieces(main: bytes, table: bytes, old: bool) -> list[DocPiece]:
    """Return the pieces in order. Raises struct.error or ValueError where the piece table is damaged."""
    offset, size = struct.unpack_from("<II", main, 0x160 if old else 0x1A2)
    clx = table[offset : offset + size]
    if old and not (main[0x0A] & 4 and clx):
        first, last = struct.unpack_from("<II", main, 0x18)
        return [DocPiece(0, last - first, first, 1)]
    at = 0
    while at < len(clx) and clx[at] == 1:
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    if at >= len(clx) or clx[at] != 2:
        raise FormatError("word-without-piece-table")
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
        found.append(DocPiece(bounds[index], bounds[index + 1], start, width))
    return found


class Runs:
    """All text of a document, by character position."""

    def __init__(self, main: bytes, table: bytes, old: bool) -> None:
        self._main = main
        self.pieces = pieces(main, table, old)
        self.broken = any(p.last < p.first or p.offset + (p.last - p.first) * p.width > len(main) for p in self.pieces)
        self.fonts = OldFonts(main) if old else None
        self._starts, self._looks = _looks(main, table, old)

    def between(self, first: int, last: int) -> Iterator[DocRun]:
        """Yield the runs of the characters from ``first`` up to ``last``."""
        for piece in self.pieces:
            low, high = max(first, piece.first), min(last, piece.last)
            if low < high:
                start = piece.offset + (low - piece.first) * piece.width
                yield from self._looked(start, start + (high - low) * piece.width, piece.width)

    def _looked(self, start: int, end: int, width: int) -> Iterator[DocRun]:
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
            look = self._looks[index] if index < len(self._looks) else _PLAIN
            yield DocRun(self._decoded(raw, width, look.font), look, start, width)
            start = stop
            index += 1

    def _decoded(self, raw: bytes, width: int, font: int) -> str:
        if width == 2:
            return raw.decode("utf-16-le", "replace")
        return self.fonts.decoded(raw, font) if self.fonts else raw.decode("cp1252", "replace")


def _looks(main: bytes, table: bytes, old: bool) -> tuple[list[int], list[Look]]:
    """Return the byte where each run of character properties starts, and the look of each, in order."""
    offset, size = struct.unpack_from("<II", main, 0xB8 if old else 0xFA)
    plc = table[offset : offset + size]
    width = 2 if old else 4
    count = max((len(plc) - 4) // (4 + width), 0)
    starts: list[int] = []
    looks: list[Look] = []
    for index in range(count):
        at = 4 * (count + 1) + width * index
        page = int.from_bytes(plc[at : at + width], "little") & 0x3FFFFF
        block = main[page * 512 : page * 512 + 512]
        if len(block) == 512:
            _page(block, old, starts, looks)
    if starts != sorted(starts):
        order = sorted(range(len(starts)), key=starts.__getitem__)
        starts, looks = [starts[i] for i in order], [looks[i] for i in order]
    return starts or [0], looks or [_PLAIN]


def _page(block: bytes, old: bool, starts: list[int], looks: list[Look]) -> None:
    count = min(block[511], 101)
    for index in range(count):
        starts.append(struct.unpack_from("<I", block, 4 * index)[0])
        at = block[4 * (count + 1) + index] * 2
        grpprl = block[at + 1 : at + 1 + block[at]] if at else b""
        looks.append(Look(*old_look(grpprl)) if old else _look(grpprl))


@lru_cache(1024)
def _look(grpprl: bytes) -> Look:
    """Return the look that a list of property modifiers gives."""
    flags, symbol, place, holds_field_data, changes = 0, "", -1, False, {}
    for code, operand in modifiers(grpprl):
        if code in _FLAGS and operand:
            flags = flags | _FLAGS[code] if operand[0] & 1 else flags & ~_FLAGS[code]
        elif code == 0x6A09 and len(operand) == 4:
            symbol = _symbol(struct.unpack_from("<H", operand, 2)[0])
        elif (code == 0x6870 and operand[:4] == b"\xff\xff\xff\x00") or (
            code == 0x4A43 and len(operand) == 2 and operand[0] <= 2 and operand[1] == 0
        ):
            flags |= HIDDEN
        elif code in _CHANGES:
            changes[_CHANGES[code]] = int.from_bytes(operand, "little")
        elif code == _FIELD_DATA and operand:
            holds_field_data = bool(operand[0] & 1)
        elif code == _PLACE:
            place = int.from_bytes(operand, "little")
    return Look(flags, symbol, form=place if holds_field_data else -1, **changes)


def _symbol(code: int) -> str:
    if 0xD800 <= code <= 0xF8FF or code < 0x20:  # a picture of a font's own, which no text can show
        return " "
    return chr(code)
