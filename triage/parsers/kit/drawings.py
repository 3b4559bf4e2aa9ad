"""Pictures and drawings in documents: how large they are, what metafiles spell out, records of Office's drawings."""

from __future__ import annotations

import hashlib
import re
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from math import hypot
from typing import NamedTuple

from triage.model.items import Child
from triage.parsers.kit.charset import CHARSETS
from triage.parsers.kit.ole import ending_of
from triage.parsers.kit.texts import Texts

# How large a picture is by its header, which decides what becomes an item. Pillow takes fifty times the time.

LARGE_BYTES = 32 << 10
_PIXELS, _SIDE = 100_000, 64
"""Room for a few lines of text: bullets, icons (up to 256 x 256) and logos stay below; a piece of a screen doesn't."""
RASTERS = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff")
_NO_SIZE = (0, 0)
_MOST_TAGS = 512


def is_page(untrusted_picture: bytes) -> bool:
    """Whether a picture may show a page: by its sides in pixels, or by its weight, as its header may lie."""
    if len(untrusted_picture) >= LARGE_BYTES:
        return True
    width, height = pixel_size(untrusted_picture)
    return width * height >= _PIXELS and min(width, height) >= _SIDE


def pixel_size(untrusted_picture: bytes) -> tuple[int, int]:
    """Return (width, height) in pixels of a PNG, JPEG, GIF, BMP or TIFF, (0, 0) where it can't be told."""
    for start, measure in _MEASURES.items():
        if untrusted_picture.startswith(start):
            try:
                return measure(untrusted_picture)
            except (struct.error, IndexError):
                return _NO_SIZE
    return _NO_SIZE


def _bmp(data: bytes) -> tuple[int, int]:
    # The oldest header has two bytes for a side; a height below 0 says from the top down.
    old = struct.unpack_from("<I", data, 14)[0] == 12
    width, height = struct.unpack_from("<HH" if old else "<ii", data, 18)
    return abs(width), abs(height)


def _jpeg(data: bytes) -> tuple[int, int]:
    """Measure by the frame header (ISO/IEC 10918-1 B.2.2), which stands behind segments of any number."""
    at = 2
    while data[at] == 0xFF:
        kind = data[at + 1]
        if kind == 0xFF:
            at += 1
        elif 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        else:
            at += 2 + int(struct.unpack_from(">H", data, at + 2)[0])
    return _NO_SIZE


def _tiff(data: bytes) -> tuple[int, int]:
    """Measure by the first directory (TIFF 6.0, section 2): the tags 256 and 257, each a number of 16 or 32 bits."""
    order = "<" if data[:2] == b"II" else ">"
    first = struct.unpack_from(order + "I", data, 4)[0]
    sides = {256: 0, 257: 0}
    for index in range(min(struct.unpack_from(order + "H", data, first)[0], _MOST_TAGS)):
        tag, kind = struct.unpack_from(order + "HH", data, first + 2 + 12 * index)
        if tag in sides:
            sides[tag] = struct.unpack_from(order + ("H" if kind == 3 else "I"), data, first + 10 + 12 * index)[0]
    return sides[256], sides[257]


_MEASURES: dict[bytes, Callable[[bytes], tuple[int, int]]] = {
    b"\x89PNG\r\n\x1a\n": lambda data: struct.unpack_from(">II", data, 16),
    b"\xff\xd8\xff": _jpeg,
    b"GIF8": lambda data: struct.unpack_from("<HH", data, 6),
    b"BM": _bmp,
    b"II*\0": _tiff,
    b"MM\0*": _tiff,
}


# Text in metafiles, joined by where its pieces are drawn; text drawn by the numbers of a font's glyphs can't be read.

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

    def append_to_last(self, text: str) -> None:
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

    def read_record(self, kind: int, body: bytes) -> None:
        try:
            self._handle(kind, body)
        except (struct.error, IndexError):
            return

    def _handle(self, kind: int, body: bytes) -> None:
        pass

    def put(self, text: str, x: float, y: float, width: float | None, scale: float = 1.0) -> None:
        """Add text, behind the last piece if drawn from the pen. ``scale`` is the size of a font's unit on the page."""
        if self.from_pen and not self.moved:
            self.lines.append_to_last(text)
        else:
            self.lines.add(text, x, y, width, max(self.font.height * scale, 1.0))
        self.moved = False


# MS-EMF 2.3.5 (texts), 2.3.12 (transforms), 2.3.3 (comments); MS-EMFPLUS 2.3.4.14 (DrawString).

_NO_RECTANGLE, _SMALL_BYTES = 0x100, 0x200
_DEEPEST_STATE = 1000
"""States that are kept by SaveDC at most; older ones are forgotten."""

Transform = tuple[float, float, float, float, float, float]
"""How a place is transformed (2.2.28 XForm): x becomes a*x + c*y + e, y becomes b*x + d*y + f."""
_AS_IT_IS: Transform = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def _then(first: Transform, second: Transform) -> Transform:
    a, b, c, d, e, f = second
    across = [first[i] * a + first[i + 1] * c for i in (0, 2, 4)]
    down = [first[i] * b + first[i + 1] * d for i in (0, 2, 4)]
    return across[0], down[0], across[1], down[1], across[2] + e, down[2] + f


def metafile_records(untrusted_data: bytes) -> Iterator[tuple[int, bytes]]:
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
        for kind, body in metafile_records(data):
            self.read_record(kind, body)
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
                del self._saved[:-_DEEPEST_STATE]
            case 34:
                self._restore(body)
            case 35:  # SetWorldTransform
                self._apply(struct.unpack_from("<6f", body))
            case 36:  # ModifyWorldTransform: back to none, one before what is, one after it, one in its place (2.1.24)
                change, now = struct.unpack_from("<6f", body), self._transform
                mode = struct.unpack_from("<I", body, 24)[0]
                self._apply({1: _AS_IT_IS, 2: _then(change, now), 3: _then(now, change), 4: change}.get(mode, now))
            case 70:
                self._comment(body)

    def _restore(self, body: bytes) -> None:
        """Return to a state that was saved: -1 is the last one (2.3.11 RestoreDC)."""
        back = struct.unpack_from("<i", body)[0]
        if -len(self._saved) <= back < 0:
            transform, self.font, self.from_pen = self._saved[back]
            del self._saved[back:]
            self._apply(transform)

    def _apply(self, transform: Transform) -> None:
        # A transform that differs puts the pen at another place.
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
        # EMF+ records stand beside the older ones or in their place.
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
    for kind, body in metafile_records(untrusted_data):
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
    """Yield the metafiles in a stream (MS-ODRAW 2.2.24, 2.2.25), unpacked; b"" for what only looks like one."""
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
        at = 18
        for _ in range(MOST_RECORDS):
            if at + 6 > len(data):
                break
            size, kind = struct.unpack_from("<IH", data, at)
            if size < 3:
                break
            if kind in _MAKES_OBJECT:
                self._new_number()
            else:
                self.read_record(kind, data[at + 6 : at + 2 * size])
            at += 2 * size
        return self.lines.done

    def _new_number(self) -> int:
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
                number = self._new_number()
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


# MS-ODRAW 2.2.1 and MS-PPT 2.3.1 (the same header), MS-ODRAW 2.2.9 (property tables), 2.3.22.2 (gtextUNICODE), 2.3.4.5
# (wzDescription).

TABLES = (0xF00B, 0xF121, 0xF122)
_TAG_DATA = 0x138B
_WORDART, _DESCRIPTION = 0x00C0, 0x0381
_ORIGINS = {_WORDART: "textbox", _DESCRIPTION: "hidden"}
_DEEPEST = 40


class OfficeRecord(NamedTuple):
    """A record: ``at`` its offset, ``persist`` its object's number; ``cut`` where it claims more than is there."""

    kind: int
    instance: int
    container: bool
    at: int
    data: bytes
    persist: int = -1
    cut: bool = False


def records(data: bytes, start: int = 0) -> Iterator[OfficeRecord]:
    """Yield the records that follow one another in ``data``; the last may be cut."""
    at = start
    while at + 8 <= len(data):
        head, kind, size = struct.unpack_from("<HHI", data, at)
        end = at + 8 + size
        yield OfficeRecord(kind, head >> 4, head & 0xF == 0xF, at, data[at + 8 : end], cut=end > len(data))
        at = end


def inside(record: OfficeRecord, depth: int = 0) -> Iterator[OfficeRecord]:
    """Yield all records below one, depth first; the data of binary tags counts as records (MS-PPT 2.4.23)."""
    if depth < _DEEPEST and (record.container or record.kind == _TAG_DATA) and not _is_package(record):
        for inner in records(record.data):
            yield inner
            yield from inside(inner, depth + 1)


def is_broken(record: OfficeRecord, depth: int = 0) -> bool:
    """Whether a record, or one that is held in it, claims more bytes than are there."""
    if record.cut or depth > _DEEPEST or not record.container or _is_package(record):
        return record.cut
    return any(is_broken(inner, depth + 1) for inner in records(record.data))


def _is_package(record: OfficeRecord) -> bool:
    """Whether a record holds a zip, as later versions keep beside the records what these can't say (MS-PPT 2.11)."""
    return record.data[:4] == b"PK\x03\x04"


def words(untrusted_art: bytes) -> Iterator[tuple[str, str]]:
    """Yield (origin, text) of every WordArt ("textbox") and alternative text ("hidden") in a run of records."""
    for top in records(untrusted_art):
        for record in (top, *inside(top)):
            if record.kind in TABLES:
                yield from properties(record.data, record.instance)


def properties(table: bytes, count: int) -> Iterator[tuple[str, str]]:
    """Yield (origin, text) of the strings in one property table of ``count`` entries."""
    at = 6 * count
    for index in range(min(count, len(table) // 6)):
        code, value = struct.unpack_from("<HI", table, 6 * index)
        if not code & 0x8000:
            continue
        origin = _ORIGINS.get(code & 0x3FFF)
        if origin:
            text = table[at : at + value].decode("utf-16-le", "replace").rstrip("\0")
            yield origin, text.replace("\r", "\n")
        at += value


# Rasters (MS-ODRAW 2.2.27 to 2.2.31), found by the heads of their records in whatever stream they stand. Metafiles are
# read for their text and are no children, as in the newer formats.

_HEAD = re.compile(
    rb"(?:[\xa0\xb0]\x46|[\x20\x30]\x6e)[\x1d\x2a]\xf0|[\x00\x10]\x6e\x1e\xf0|[\x80\x90]\x7a\x1f\xf0|[\x40\x50]\x6e\x29\xf0"
)
"""A record's instance and type; the lowest bit of the instance tells that two ids stand before the picture."""
_METAFILES = re.compile(rb"[\x40\x50]\x3d\x1a\xf0|[\x60\x70]\x21\x1b\xf0|[\x20\x30]\x54\x1c\xf0")
_KINDS = {
    0x1D: (".jpg", b"\xff\xd8\xff"),
    0x2A: (".jpg", b"\xff\xd8\xff"),
    0x1E: (".png", b"\x89PNG\r\n"),
    0x1F: (".bmp", b"BM"),
    0x29: (".tif", b""),
}
_ID, _TAG = 16, 1


class Drawings:
    """The streams of a file that hold pictures; ``texts`` gets what their metafiles draw."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._streams: list[tuple[bytes, bool]] = []

    def read(self, untrusted_stream: bytes) -> None:
        """Read the metafiles of a stream, and note whether one of them keeps files beside its drawing."""
        keeping = False
        for picture in pictures(untrusted_stream):
            self._texts.add("textbox", "\n".join(lines(picture)))
            keeping = keeping or keeps_files(picture)
        self._streams.append((untrusted_stream, keeping))

    def pictured(self) -> bool:
        return any(_HEAD.search(stream) or _METAFILES.search(stream) for stream, _ in self._streams)

    def children(self) -> Iterator[Child]:
        """Yield each picture that may show text (``is_page``) once, numbered among all, and the files in metafiles."""
        seen: set[bytes] = set()
        for stream, keeping in self._streams:
            for ending, picture in _rasters(stream):
                digest = hashlib.sha256(picture).digest()
                if digest not in seen:
                    seen.add(digest)
                    if is_page(picture):
                        yield Child(f"image{len(seen)}{ending}", picture)
            for number, picture in enumerate(pictures(stream) if keeping else (), 1):
                yield from embedded_files(picture, f"metafile{number}")


def _rasters(untrusted_stream: bytes) -> Iterator[tuple[str, bytes]]:
    head = _HEAD.search(untrusted_stream)
    while head is not None:
        at = head.end()
        ending, start = _KINDS[untrusted_stream[at - 2]]
        begin = at + 4 + _TAG + _ID * (2 if untrusted_stream[head.start()] & 0x10 else 1)
        end = at + 4 + int.from_bytes(untrusted_stream[at : at + 4], "little")
        before = _file_header(untrusted_stream[begin : begin + 40], end - begin) if ending == ".bmp" else b""
        is_picture = end > begin and (before or untrusted_stream).startswith(start, 0 if before else begin)
        if is_picture:
            yield ending, before + untrusted_stream[begin:end]
        head = _HEAD.search(untrusted_stream, end if is_picture else at)


def _file_header(bitmap: bytes, length: int) -> bytes:
    """Return the file header that a bitmap lacks here (MS-WMF 2.2.2.9), b"" for one that has it or is none."""
    try:
        size = struct.unpack_from("<I", bitmap)[0]
        if size == 12:
            bits = struct.unpack_from("<H", bitmap, 10)[0]
            palette = 3 << bits if bits <= 8 else 0
        elif 40 <= size <= 124:
            bits, packing, used = struct.unpack_from("<14xHI12xI", bitmap)
            palette = 4 * (used or (1 << bits if bits <= 8 else 0)) + (12 if size == 40 and packing == 3 else 0)
        else:
            return b""
    except struct.error:
        return b""
    return b"BM" + struct.pack("<III", min(14 + length, 0xFFFFFFFF), 0, min(14 + size + palette, 0xFFFFFFFF))
