"""Text in Windows metafiles: what drawings, charts and pasted tables kept as vector pictures spell out.

Both kinds are read, the older one and the enhanced one; pieces drawn on one line are joined by where they stand. Text
drawn by the numbers of a font's glyphs can't be read. Nothing here draws.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import hypot

from triage.model.items import Child
from triage.parsers.kit.compound.ole import ending_of
from triage.parsers.kit.rtf_words import CHARSETS

# Text drawn piece by piece: joins the pieces of a metafile into lines by the places they are drawn at.
#
# Shared by both kinds of metafile; reads no bytes itself.

MOST_RECORDS = 1_000_000
"""Bound of one picture; what lies beyond is a drawing, no text of a person."""
GLYPHS = 0x10
"""The option of a text record that names glyphs of a font where others name characters (MS-WMF 2.1.2.2)."""
_JOINED, _DOUBTFUL, _SAME_LINE = 0.15, 0.35, 0.3
"""Gaps, in heights of the font, under which two pieces are one word, may be one, and two heights are one line."""
_GAP = "\0"
"""Stands for a gap that may be a blank until the whole picture is known."""


@dataclass(slots=True)
class _Font:
    """A font's height, in units of the drawing, and the codec of its single bytes."""

    height: float = 12.0
    codec: str = "cp1252"


@dataclass(slots=True)
class Lines:
    """Joins pieces of text by the places they are drawn at."""

    _found: list[str] = field(default_factory=list)
    _end: float | None = None
    _y: float = 0.0
    _after_blank: bool = False
    _blanks_drawn: bool = False

    def add(self, text: str, x: float, y: float, width: float | None, height: float) -> None:
        """Add a piece whose reference point is (x, y); ``width`` is None where it isn't said."""
        text = text.replace("\0", "")
        same = bool(self._found) and abs(y - self._y) <= height * _SAME_LINE
        gap = x - self._end if same and self._end is not None else None
        follows = gap is not None and gap >= -height
        if not text.strip():
            self._after_blank |= follows and bool(text)
            return
        if not follows or gap is None:
            self._found.append(text)
        else:
            self._found[-1] += self._between(gap, height) + text
        self._after_blank = False
        self._end = None if width is None else x + width
        self._y = y

    def _between(self, gap: float, height: float) -> str:
        if self._after_blank:
            self._blanks_drawn = True
            return " "
        if gap < height * _JOINED:
            return ""
        return _GAP if gap < height * _DOUBTFUL else " "

    def go_on(self, text: str) -> None:
        """Add a piece right behind the one before."""
        if self._found:
            self._found[-1] += text.replace("\0", "")
        elif text.strip():
            self._found.append(text)

    @property
    def done(self) -> list[str]:
        """The lines so far. Where a picture draws its blanks as pieces, a small gap is only a wide letter's."""
        return [line.replace(_GAP, "" if self._blanks_drawn else " ") for line in self._found]


class _Drawing:
    """What both kinds of metafile share: fonts by number, the pen's place, and whether text is drawn from there."""

    def __init__(self) -> None:
        self.lines = Lines()
        self.fonts: dict[int, _Font] = {}
        self.font = _Font()
        self.from_pen = False
        self.moved = True

    def take(self, kind: int, body: bytes) -> None:
        """Take one record; a damaged one is passed over."""
        try:
            self._handle(kind, body)
        except (struct.error, IndexError):
            return

    def _handle(self, kind: int, body: bytes) -> None:
        """Take one record. Raises struct.error or IndexError where it is damaged."""

    def put(self, text: str, x: float, y: float, width: float | None, scale: float = 1.0) -> None:
        """Add a piece of text; one drawn from the pen's place goes on where the one before ended.

        ``scale`` is how many units of the place one unit of the font's height takes.
        """
        if self.from_pen and not self.moved:
            self.lines.go_on(text)
        else:
            self.lines.add(text, x, y, width, max(self.font.height * scale, 1.0))
        self.moved = False


# Text in enhanced Windows metafiles, and whole files in their comments. Nothing is drawn.
#
# MS-EMF 2.3.5 (ExtTextOutA and W, SmallTextOut, PolyTextOutW), 2.3.12 (transforms of the place), 2.3.3 (comments);
# MS-EMFPLUS 2.3.4.14 (DrawString).

_NO_RECTANGLE, _SMALL_BYTES = 0x100, 0x200
_DEEPEST = 1000
"""States that are kept by SaveDC at most; older ones are forgotten."""

Transform = tuple[float, float, float, float, float, float]
"""How a place is transformed (2.2.28 XForm): x becomes a*x + c*y + e, y becomes b*x + d*y + f."""
_AS_IT_IS: Transform = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def _then(first: Transform, second: Transform) -> Transform:
    a, b, c, d, e, f = second
    across = [first[i] * a + first[i + 1] * c for i in (0, 2, 4)]
    down = [first[i] * b + first[i + 1] * d for i in (0, 2, 4)]
    return across[0], down[0], across[1], down[1], across[2] + e, down[2] + f


def records(untrusted_data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield (kind, body) of each record; ends where a record is cut."""
    at = 0
    for _ in range(MOST_RECORDS):
        if at + 8 > len(untrusted_data):
            return
        kind, size = struct.unpack_from("<II", untrusted_data, at)
        if size < 8:
            return
        yield kind, untrusted_data[at + 8 : at + size]
        at += size


class _Emf(_Drawing):
    """One metafile being read."""

    def __init__(self) -> None:
        super().__init__()
        self._plus = Lines()
        self._transform = _AS_IT_IS
        self._saved: list[tuple[Transform, _Font, bool]] = []

    def read(self, data: bytes) -> list[str]:
        """Return the lines of text; those of the newer records (EMF+) where the older ones say nothing."""
        for kind, body in records(data):
            self.take(kind, body)
        return self.lines.done or self._plus.done

    def _handle(self, kind: int, body: bytes) -> None:
        match kind:
            case 83 | 84:  # ExtTextOutA, ExtTextOutW
                self._text(body, 28, kind - 82)
            case 108:
                self._small(body)
            case 97:  # PolyTextOutW
                for index in range(min(struct.unpack_from("<I", body, 28)[0], 10_000)):
                    self._text(body, 32 + 40 * index, 2)
            case 82:  # ExtCreateFontIndirectW
                number, height = struct.unpack_from("<Ii", body)
                self.fonts[number] = _Font(abs(height), CHARSETS.get(body[27], "cp1252"))
            case 37:  # SelectObject
                self.font = self.fonts.get(struct.unpack_from("<I", body)[0], self.font)
            case 22:  # SetTextAlign
                self.from_pen = bool(body[0] & 1)
            case 27:  # MoveToEx
                self.moved = True
            case 33:  # SaveDC
                self._saved.append((self._transform, self.font, self.from_pen))
                del self._saved[:-_DEEPEST]
            case 34:
                self._restore(body)
            case 35:  # SetWorldTransform
                self._turn(struct.unpack_from("<6f", body))
            case 36:  # ModifyWorldTransform: back to none, one before what is, one after it, one in its place (2.1.24)
                change, now = struct.unpack_from("<6f", body), self._transform
                mode = struct.unpack_from("<I", body, 24)[0]
                self._turn({1: _AS_IT_IS, 2: _then(change, now), 3: _then(now, change), 4: change}.get(mode, now))
            case 70:
                self._comment(body)

    def _restore(self, body: bytes) -> None:
        """Return to a state that was saved: -1 is the last one (2.3.11 RestoreDC)."""
        back = struct.unpack_from("<i", body)[0]
        if -len(self._saved) <= back < 0:
            transform, self.font, self.from_pen = self._saved[back]
            del self._saved[back:]
            self._turn(transform)

    def _turn(self, transform: Transform) -> None:
        """Take a transform; one that differs puts the pen at another place."""
        self.moved |= transform != self._transform
        self._transform = transform

    def _draw(self, text: str, x: int, y: int, width: int | None) -> None:
        a, b, c, d, e, f = self._transform
        wide = None if width is None else width * hypot(a, b)
        self.put(text, a * x + c * y + e, b * x + d * y + f, wide, hypot(c, d))

    def _text(self, body: bytes, at: int, width: int) -> None:
        """Take an EmrText object (2.2.5), whose offsets count from the record's beginning, 8 bytes before the body."""
        x, y, count, offset, options, _, _, _, _, steps = struct.unpack_from("<iiIIIiiiiI", body, at)
        if options & GLYPHS or offset < 8:
            return
        raw = body[offset - 8 : offset - 8 + count * width]
        advance = None
        if 0 < count < 65536 and 8 <= steps <= len(body) + 8 - 4 * count:
            advance = sum(struct.unpack_from(f"<{count}I", body, steps - 8))
        self._draw(raw.decode("utf-16-le" if width == 2 else self.font.codec, "replace"), x, y, advance)

    def _small(self, body: bytes) -> None:
        x, y, count, options = struct.unpack_from("<iiII", body)
        if options & GLYPHS:
            return
        start = 28 + (0 if options & _NO_RECTANGLE else 16)
        width, codec = (1, "latin-1") if options & _SMALL_BYTES else (2, "utf-16-le")
        self._draw(body[start : start + count * width].decode(codec, "replace"), x, y, None)

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


PUBLIC = b"GDIC"
"""The beginning of a public comment, which may keep files (2.3.3)."""
_SEVERAL, _MOST_FILES = 0x40000004, 16


def _files_in_comments(untrusted_data: bytes) -> Iterator[bytes]:
    """Yield the whole files that a metafile keeps beside its drawing, such as the PDF that was pasted (2.3.3.4.3)."""
    for kind, body in records(untrusted_data):
        if kind != 70 or body[4:8] != PUBLIC or len(body) < 32 or struct.unpack_from("<I", body, 8)[0] != _SEVERAL:
            continue
        for at in range(32, 32 + 16 * min(struct.unpack_from("<I", body, 28)[0], _MOST_FILES), 16):
            if at + 16 > len(body):
                break
            size, offset = struct.unpack_from("<II", body, at + 8)
            data = body[4 + offset : 4 + offset + size]  # counted from the comment's identifier
            if data:
                yield data


_PLACEABLE = b"\xd7\xcd\xc6\x9a"
_WMF = (b"\x01\x00\x09\x00", b"\x02\x00\x09\x00")
_MAKES_OBJECT = frozenset({0x2FA, 0x2FC, 0x6FF, 0x1F9, 0x142, 0xF7})
_MOST_BYTES = 64 << 20
"""Bound of one picture; what lies beyond is a drawing, no text of a person."""


def lines(untrusted_picture: bytes) -> list[str]:
    """Return the lines of text that a metafile (WMF or EMF) draws; none where it is neither."""
    head = untrusted_picture[:44]
    if head[40:44] == b" EMF":
        return _Emf().read(untrusted_picture)
    if head[:4] == _PLACEABLE:
        return _Wmf().read(untrusted_picture[22:])
    return _Wmf().read(untrusted_picture) if head[:4] in _WMF else []


def embedded_files(untrusted_picture: bytes, stem: str) -> Iterator[Child]:
    """Yield the whole files that a metafile keeps beside its drawing, such as a pasted PDF, named by ``stem``."""
    if untrusted_picture[40:44] == b" EMF":
        for number, data in enumerate(_files_in_comments(untrusted_picture), 1):
            yield Child(f"{stem}_{number}{ending_of(data, stem)}", data)


_BLIPS = (re.compile(rb"[\x40\x50]\x3d\x1a\xf0"), re.compile(rb"[\x60\x70]\x21\x1b\xf0"))
"""The beginnings of metafiles (EMF, WMF) among an older Office file's pictures: the instance, which tells by one bit
that two ids stand before the picture, and the type."""


def keeps_files(untrusted_picture: bytes) -> bool:
    """Whether a metafile may keep files beside its drawing; only then ``embedded_files`` need be asked."""
    return untrusted_picture[40:44] == b" EMF" and PUBLIC in untrusted_picture


def pictures(untrusted_data: bytes) -> Iterator[bytes]:
    """Yield the metafiles in a stream of pictures (MS-ODRAW 2.2.24, 2.2.25), unpacked.

    For bytes that only look like the head of one nothing is unpacked, and b"" stands in its place.
    """
    for blip in _BLIPS:
        for head in blip.finditer(untrusted_data):
            ids = 32 if head[0][0] & 0x10 else 16
            yield _unpacked(memoryview(untrusted_data), head.end() + 4 + ids)


def _unpacked(data: memoryview, at: int) -> bytes:
    """Return the metafile behind a picture's ids: sizes, then its bytes, deflated or as they are (2.2.31)."""
    if at + 34 > len(data):
        return b""
    size, packing = struct.unpack_from("<IB", data, at + 28)
    picture = data[at + 34 : at + 34 + size]
    if packing:  # copied only where it is one: a hostile stream may hold a head in every few bytes
        head = bytes(picture[:44])
        return bytes(picture) if head[40:] == b" EMF" or head[:4] in (_PLACEABLE, *_WMF) else b""
    try:
        return zlib.decompressobj().decompress(picture, _MOST_BYTES)
    except zlib.error:
        return b""


class _Wmf(_Drawing):
    """An older metafile being read: MS-WMF 2.3.3 (TextOut, ExtTextOut), 2.3.4 (fonts)."""

    def __init__(self) -> None:
        super().__init__()
        self._used: set[int] = set()

    def read(self, data: bytes) -> list[str]:
        """Return the lines of text of the records behind the header."""
        at = 18
        for _ in range(MOST_RECORDS):
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
        return self.lines.done

    def _place(self) -> int:
        """Return the lowest free number, which a new object gets (2.3.4)."""
        number = next(n for n in range(len(self._used) + 1) if n not in self._used)
        self._used.add(number)
        return number

    def _handle(self, kind: int, body: bytes) -> None:
        match kind:
            case 0x521:  # TextOut
                count = struct.unpack_from("<H", body)[0]
                y, x = struct.unpack_from("<hh", body, 2 + count + count % 2)
                self.put(body[2 : 2 + count].decode(self.font.codec, "replace"), x, y, None)
            case 0xA32:
                self._ext_text_out(body)
            case 0x2FB:  # CreateFontIndirect
                number = self._place()
                height = struct.unpack_from("<h", body)[0]
                self.fonts[number] = _Font(abs(height), CHARSETS.get(body[13], "cp1252"))
            case 0x12D:  # SelectObject
                self.font = self.fonts.get(struct.unpack_from("<H", body)[0], self.font)
            case 0x1F0:  # DeleteObject
                number = struct.unpack_from("<H", body)[0]
                self._used.discard(number)
                self.fonts.pop(number, None)
            case 0x12E:  # SetTextAlign
                self.from_pen = bool(body[0] & 1)
            case 0x214:  # MoveTo
                self.moved = True

    def _ext_text_out(self, body: bytes) -> None:
        y, x, count, options = struct.unpack_from("<hhHH", body)
        start = 8 + (8 if options & 6 else 0)
        if options & GLYPHS:
            return
        steps = body[start + count + count % 2 :]
        width = sum(struct.unpack_from(f"<{count}h", steps)) if count and len(steps) >= 2 * count else None
        self.put(body[start : start + count].decode(self.font.codec, "replace"), x, y, width)
