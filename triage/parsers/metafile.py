"""Text in Windows metafiles (floor 2): what drawings, charts and pasted tables kept as vector pictures spell out.

MS-WMF 2.3.3 (TextOut, ExtTextOut), MS-EMF 2.3.5 (ExtTextOutA and W, SmallTextOut, PolyTextOutW), MS-EMFPLUS 2.3.4.14
(DrawString). Pieces drawn on one line are joined by where they stand. Text drawn by the numbers of a font's glyphs
can't be read. Nothing here draws.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from triage.parsers.rtfwords import CHARSETS

_PLACEABLE = b"\xd7\xcd\xc6\x9a"
_WMF = (b"\x01\x00\x09\x00", b"\x02\x00\x09\x00")
_MOST_RECORDS = 1_000_000
_MOST_BYTES = 64 << 20
"""Bounds of one picture; what lies beyond is a drawing, no text of a person."""
_GLYPHS, _NO_RECTANGLE, _SMALL_BYTES = 0x10, 0x100, 0x200
_MAKES_OBJECT = frozenset({0x2FA, 0x2FC, 0x6FF, 0x1F9, 0x142, 0xF7})
_DAMAGE = (struct.error, IndexError)
_JOINED, _SAME_LINE = 0.15, 0.3
"""Gaps, in heights of the font, under which two pieces are one word, and two heights one line."""


def lines(untrusted_picture: bytes) -> list[str]:
    """Return the lines of text that a metafile (WMF or EMF) draws; none where it is neither."""
    head = untrusted_picture[:44]
    if head[40:44] == b" EMF":
        return _Emf().read(untrusted_picture)
    if head[:4] == _PLACEABLE:
        return _Wmf().read(untrusted_picture[22:])
    return _Wmf().read(untrusted_picture) if head[:4] in _WMF else []


@dataclass(slots=True)
class _Font:
    height: float = 12.0
    codec: str = "cp1252"


@dataclass(slots=True)
class _Lines:
    """Joins pieces of text by the places they are drawn at."""

    done: list[str] = field(default_factory=list)
    _end: float | None = None
    _y: float = 0.0

    def add(self, text: str, x: float, y: float, width: float | None, height: float) -> None:
        """Add a piece whose reference point is (x, y); ``width`` is None where it isn't said."""
        text = text.replace("\0", "")
        if not text.strip():
            return
        same = bool(self.done) and abs(y - self._y) <= height * _SAME_LINE
        if same and self._end is not None and 0 <= x - self._end + height < height * (1 + _JOINED):
            self.done[-1] += text
        elif same and self._end is not None and x >= self._end:
            self.done[-1] += " " + text
        else:
            self.done.append(text)
        self._end = None if width is None else x + width
        self._y = y

    def go_on(self, text: str) -> None:
        """Add a piece right behind the one before."""
        if self.done:
            self.done[-1] += text.replace("\0", "")
        elif text.strip():
            self.done.append(text)


class _Drawing:
    """What both kinds of metafile share: fonts by number, the pen's place, and whether text is drawn from there."""

    def __init__(self) -> None:
        self.found = _Lines()
        self.fonts: dict[int, _Font] = {}
        self.font = _Font()
        self.from_pen = False
        self.moved = True
        self.handlers: dict[int, Callable[[bytes], None]] = {}

    def take(self, kind: int, body: bytes) -> None:
        """Take one record; a damaged one is passed over."""
        handler = self.handlers.get(kind)
        if handler is not None:
            try:
                handler(body)
            except _DAMAGE:
                return

    def put(self, text: str, x: float, y: float, width: float | None) -> None:
        """Add a piece of text; one drawn from the pen's place goes on where the one before ended."""
        if self.from_pen and not self.moved:
            self.found.go_on(text)
        else:
            self.found.add(text, x, y, width, max(self.font.height, 1.0))
        self.moved = False

    def align(self, body: bytes) -> None:
        """Take how text is placed; the lowest bit draws it from the pen's place."""
        self.from_pen = bool(body[0] & 1)

    def move(self, body: bytes) -> None:
        """Note that the pen was moved."""
        self.moved = True


class _Wmf(_Drawing):
    def __init__(self) -> None:
        super().__init__()
        self._used: set[int] = set()
        self.handlers = {
            0x2FB: self._create_font, 0x12D: self._select, 0x1F0: self._delete, 0x521: self._text_out,
            0xA32: self._ext_text_out, 0x12E: self.align, 0x214: self.move,
        }  # fmt: skip

    def read(self, data: bytes) -> list[str]:
        at = 18
        for _ in range(_MOST_RECORDS):
            if at + 6 > len(data):
                break
            size, kind = struct.unpack_from("<IH", data, at)
            if size < 3:
                break
            if kind in _MAKES_OBJECT:
                self._place()
            else:
                self.take(kind, data[at + 6 : at + 2 * size])
            at += 2 * size
        return self.found.done

    def _place(self) -> int:
        """Return the lowest free number, which a new object gets (2.3.4)."""
        number = next(n for n in range(len(self._used) + 1) if n not in self._used)
        self._used.add(number)
        return number

    def _create_font(self, body: bytes) -> None:
        number = self._place()
        height = struct.unpack_from("<h", body)[0]
        self.fonts[number] = _Font(abs(height), CHARSETS.get(body[13], "cp1252"))

    def _select(self, body: bytes) -> None:
        number = struct.unpack_from("<H", body)[0]
        self.font = self.fonts.get(number, self.font)

    def _delete(self, body: bytes) -> None:
        number = struct.unpack_from("<H", body)[0]
        self._used.discard(number)
        self.fonts.pop(number, None)

    def _text_out(self, body: bytes) -> None:
        count = struct.unpack_from("<H", body)[0]
        y, x = struct.unpack_from("<hh", body, 2 + count + count % 2)
        self.put(body[2 : 2 + count].decode(self.font.codec, "replace"), x, y, None)

    def _ext_text_out(self, body: bytes) -> None:
        y, x, count, options = struct.unpack_from("<hhHH", body)
        start = 8 + (8 if options & 6 else 0)
        if options & _GLYPHS:
            return
        steps = body[start + count + count % 2 :]
        width = sum(struct.unpack_from(f"<{count}h", steps)) if count and len(steps) >= 2 * count else None
        self.put(body[start : start + count].decode(self.font.codec, "replace"), x, y, width)


class _Emf(_Drawing):
    def __init__(self) -> None:
        super().__init__()
        self._plus = _Lines()
        self.handlers = {
            82: self._create_font, 37: self._select, 83: self._narrow, 84: self._wide, 108: self._small, 97: self._poly,
            22: self.align, 27: self.move, 70: self._comment,
        }  # fmt: skip

    def read(self, data: bytes) -> list[str]:
        at = 0
        for _ in range(_MOST_RECORDS):
            if at + 8 > len(data):
                break
            kind, size = struct.unpack_from("<II", data, at)
            if size < 8:
                break
            self.take(kind, data[at + 8 : at + size])
            at += size
        return self.found.done or self._plus.done

    def _create_font(self, body: bytes) -> None:
        number, height = struct.unpack_from("<Ii", body)
        self.fonts[number] = _Font(abs(height), CHARSETS.get(body[27], "cp1252"))

    def _select(self, body: bytes) -> None:
        self.font = self.fonts.get(struct.unpack_from("<I", body)[0], self.font)

    def _narrow(self, body: bytes) -> None:
        self._text(body, 28, 1)

    def _wide(self, body: bytes) -> None:
        self._text(body, 28, 2)

    def _poly(self, body: bytes) -> None:
        for index in range(min(struct.unpack_from("<I", body, 28)[0], 10_000)):
            self._text(body, 32 + 40 * index, 2)

    def _text(self, body: bytes, at: int, width: int) -> None:
        """Take an EmrText object (2.2.5), whose offsets count from the record's beginning, 8 bytes before the body."""
        x, y, count, offset, options, _, _, _, _, steps = struct.unpack_from("<iiIIIiiiiI", body, at)
        if options & _GLYPHS or offset < 8:
            return
        raw = body[offset - 8 : offset - 8 + count * width]
        advance = None
        if 0 < count < 65536 and 8 <= steps <= len(body) + 8 - 4 * count:
            advance = sum(struct.unpack_from(f"<{count}I", body, steps - 8))
        self.put(raw.decode("utf-16-le" if width == 2 else self.font.codec, "replace"), x, y, advance)

    def _small(self, body: bytes) -> None:
        x, y, count, options = struct.unpack_from("<iiII", body)
        if options & _GLYPHS:
            return
        start = 28 + (0 if options & _NO_RECTANGLE else 16)
        width, codec = (1, "latin-1") if options & _SMALL_BYTES else (2, "utf-16-le")
        self.put(body[start : start + count * width].decode(codec, "replace"), x, y, None)

    def _comment(self, body: bytes) -> None:
        """Take the text of EMF+ records, which stands beside the older records or in their place."""
        at = 8
        while body[4:8] == b"EMF+" and at + 12 <= len(body):
            kind, _, size, _ = struct.unpack_from("<HHII", body, at)
            if kind == 0x401C:
                count, x, y = struct.unpack_from("<8xIff", body, at + 12)
                text = body[at + 40 : at + 40 + 2 * min(count, len(body))].decode("utf-16-le", "replace")
                self._plus.add(text, x, y, None, 1.0)
            if size < 12:
                return
            at += size


_BLIPS = {b"\x1a\xf0": (b"\x40\x3d", b"\x50\x3d"), b"\x1b\xf0": (b"\x60\x21", b"\x70\x21")}
"""The beginnings of metafiles among an older Office file's pictures: type, and instance with one id or with two."""


def in_pictures(untrusted_data: bytes) -> Iterator[list[str]]:
    """Yield the lines of each metafile that draws text in a stream of pictures (MS-ODRAW 2.2.24, 2.2.25)."""
    for kind, (one, two) in _BLIPS.items():
        at = untrusted_data.find(kind)
        while at >= 0:
            instance = untrusted_data[max(at - 2, 0) : at]
            if instance in (one, two):
                found = lines(_unpacked(untrusted_data, at + 6 + (32 if instance == two else 16)))
                if found:
                    yield found
            at = untrusted_data.find(kind, at + 2)


def _unpacked(data: bytes, at: int) -> bytes:
    """Return the metafile behind a picture's ids: sizes, then its bytes, deflated or as they are (2.2.31)."""
    if at + 34 > len(data):
        return b""
    size, packing = struct.unpack_from("<IB", data, at + 28)
    picture = data[at + 34 : at + 34 + size]
    if packing:
        return picture
    try:
        return zlib.decompressobj().decompress(picture, _MOST_BYTES)
    except zlib.error:
        return b""
