"""Text in Windows metafiles: what drawings, charts and pasted tables kept as vector pictures spell out.

The older kind is read here, the enhanced one in ``emf``; pieces drawn on one line are joined by where they stand
(``drawn_text``). Text drawn by the numbers of a font's glyphs can't be read. Nothing here draws.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator

from triage.model.items import Child
from triage.parsers.kit.compound.ole import ending_of
from triage.parsers.kit.drawing import emf
from triage.parsers.kit.drawing.drawn_text import GLYPHS, MOST_RECORDS, Drawing, Font
from triage.parsers.kit.rtf_words import CHARSETS

_PLACEABLE = b"\xd7\xcd\xc6\x9a"
_WMF = (b"\x01\x00\x09\x00", b"\x02\x00\x09\x00")
_MAKES_OBJECT = frozenset({0x2FA, 0x2FC, 0x6FF, 0x1F9, 0x142, 0xF7})
_MOST_BYTES = 64 << 20
"""Bound of one picture; what lies beyond is a drawing, no text of a person."""


def lines(untrusted_picture: bytes) -> list[str]:
    """Return the lines of text that a metafile (WMF or EMF) draws; none where it is neither."""
    head = untrusted_picture[:44]
    if head[40:44] == b" EMF":
        return emf.Emf().read(untrusted_picture)
    if head[:4] == _PLACEABLE:
        return _Wmf().read(untrusted_picture[22:])
    return _Wmf().read(untrusted_picture) if head[:4] in _WMF else []


def embedded_files(untrusted_picture: bytes, stem: str) -> Iterator[Child]:
    """Yield the whole files that a metafile keeps beside its drawing, such as a pasted PDF, named by ``stem``."""
    if untrusted_picture[40:44] == b" EMF":
        for number, data in enumerate(emf.embedded_files(untrusted_picture), 1):
            yield Child(f"{stem}_{number}{ending_of(data, stem)}", data)


_BLIPS = (re.compile(rb"[\x40\x50]\x3d\x1a\xf0"), re.compile(rb"[\x60\x70]\x21\x1b\xf0"))
"""The beginnings of metafiles (EMF, WMF) among an older Office file's pictures: the instance, which tells by one bit
that two ids stand before the picture, and the type."""


def keeps_files(untrusted_picture: bytes) -> bool:
    """Whether a metafile may keep files beside its drawing; only then ``embedded_files`` need be asked."""
    return untrusted_picture[40:44] == b" EMF" and emf.PUBLIC in untrusted_picture


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


class _Wmf(Drawing):
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
                self.fonts[number] = Font(abs(height), CHARSETS.get(body[13], "cp1252"))
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
