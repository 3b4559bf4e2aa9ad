"""AutoCAD drawings written bit by bit (selftest room, builders): R2000, R2004 and its kin, R2007. No canaries here.

Open Design Specification for .dwg files. Bytes of error correction are zeros, and so are the check sums that
no reader looks at.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from triage.selftest.builders.dwgpacker import masked, squeezed, squeezed_2007, woven

SENTINEL = bytes.fromhex("1f256d07d43628289d57ca3f9d44102b")
_CLASSES = bytes.fromhex("8da1c4b8c4a9f8c5c0dcf45fe7cfb68a")
_HEBREW = 34
_STEP = 0x7400
_SIZE = "s" * 32
"""Where the number of an object's bits comes when it is known."""


class Writer:
    """Bits, highest first, in the ways of a version; texts of R2007 and later are kept for the end of the object."""

    def __init__(self, version: bytes) -> None:
        self.version, self.bits, self.kept = version, "", ""

    def b(self, *values: int) -> None:
        """Write single bits."""
        self.bits += "".join(map(str, values))

    def raw(self, data: bytes) -> None:
        """Write whole bytes."""
        self.bits += "".join(f"{byte:08b}" for byte in data)

    def short(self, value: int) -> None:
        """Write a BS."""
        self.bits += _short(value)

    def long(self, value: int) -> None:
        """Write a BL."""
        self.bits += "10" if not value else "01" if value < 256 else "00"
        self.raw(b"" if not value else bytes((value,)) if value < 256 else struct.pack("<I", value))

    def zeros(self, count: int) -> None:
        """Write so many BD of zero."""
        self.bits += "10" * count

    def handle(self, number: int, code: int = 0) -> None:
        """Write a handle."""
        data = number.to_bytes((number.bit_length() + 7) // 8, "big")
        self.raw(bytes((code << 4 | len(data),)) + data)

    def text(self, said: str) -> None:
        """Write a text: in single bytes with signs by number, or in UTF-16 at the object's end."""
        data = encoded(said, self.version)
        if self.version < b"AC1021":
            self.short(len(data))
            self.raw(data)
        else:
            self.kept += _short(len(data) // 2) + "".join(f"{byte:08b}" for byte in data)


def _short(value: int) -> str:
    if value in (0, 256):
        return "10" if not value else "11"
    if value < 256:
        return f"01{value:08b}"
    return "00" + "".join(f"{byte:08b}" for byte in struct.pack("<H", value))


def encoded(said: str, version: bytes) -> bytes:
    """Return a text as a version holds it; what the Hebrew code page lacks as \\U+ and a number."""
    if version >= b"AC1021":
        return said.encode("utf-16-le")
    return "".join(s if s.encode("cp1255", "ignore") else f"\\U+{ord(s):04X}" for s in said).encode("cp1255")


def strung(kept: str) -> str:
    """Return the strings of an object with their length and the bit that says that there are some."""
    size = len(kept)
    if not size:
        return "0"
    high = "".join(f"{b:08b}" for b in struct.pack("<H", size >> 15)) if size > 0x7FFF else ""
    low = size & 0x7FFF | (0x8000 if high else 0)
    return kept + high + "".join(f"{b:08b}" for b in struct.pack("<H", low)) + "1"


def packed(bits: str) -> bytes:
    """Return bits as bytes, filled with zeros."""
    size = -(-len(bits) // 8)
    return int(bits.ljust(8 * size, "0") or "0", 2).to_bytes(size, "big")


def words(value: int) -> bytes:
    """Return an MS."""
    return struct.pack("<H", value) if value < 0x8000 else struct.pack("<HH", value & 0x7FFF | 0x8000, value >> 15)


def chars(value: int) -> bytes:
    """Return an MC without a sign."""
    out = b""
    while value >= 0x80:
        out, value = out + bytes((value & 0x7F | 0x80,)), value >> 7
    return out + bytes((value,))


def signed(value: int) -> bytes:
    """Return an MC with a sign."""
    rest, out = abs(value), b""
    while rest >= 0x40:
        out, rest = out + bytes((rest & 0x7F | 0x80,)), rest >> 7
    return out + bytes((rest | (0x40 if value < 0 else 0),))


@dataclass
class DwgWriter:
    """A drawing that grows, of a version from AC1012 (R13) to AC1032 (R2018); ``extra`` are sections, from R2004 on."""

    version: bytes = b"AC1015"
    objects: list[tuple[int, bytes, bool]] = field(default_factory=list)
    classes: list[tuple[str, bool]] = field(default_factory=list)
    summary: list[str] = field(default_factory=lambda: [""] * 8)
    custom: list[tuple[str, str]] = field(default_factory=list)
    preview: bytes = b""
    extra: dict[str, bytes] = field(default_factory=dict)
    _next: int = 0x10

    def writer(self) -> Writer:
        """Return what the body of an object is written with."""
        return Writer(self.version)

    def add(
        self, kind: int, body: Writer, drawn: bool = True, extended: Iterable[str] = (), listed: bool = True
    ) -> int:
        """Add an object with strings of extended data; one that isn't listed was deleted. Returns its handle."""
        number, self._next = self._next, self._next + 1
        newer, w = self.version >= b"AC1024", Writer(self.version)
        w.handle(number)
        for said in extended:
            data = encoded(said, self.version)
            wide = self.version >= b"AC1021"
            data = b"\0" + (struct.pack("<H", len(data) // 2) if wide else struct.pack("<BH", len(data), 0)) + data
            w.short(len(data))
            w.handle(0x0F, 5)
            w.raw(data)
        w.short(0)
        _begin(w, drawn)
        w.bits += body.bits
        if self.version >= b"AC1021":
            w.bits += strung(body.kept)
        first = Writer(self.version)
        if newer:
            first.b(1, 0)
            first.raw(struct.pack("<H", kind))
        else:
            first.short(kind)
            first.bits += "" if self.version < b"AC1015" else _SIZE
        w.bits = first.bits + w.bits
        w.bits = w.bits.replace(_SIZE, "".join(f"{byte:08b}" for byte in struct.pack("<I", len(w.bits))))
        tail = Writer(self.version)
        tail.handle(1, 4)
        data = packed(w.bits + tail.bits)
        head = words(len(data)) + (chars(8 * len(data) - len(w.bits)) if newer else b"")
        self.objects.append((number, head + data + struct.pack("<H", crc(head + data)), listed))
        return number

    def whole(self) -> bytes:
        """Return the file."""
        if self.version <= b"AC1015":
            return self._whole_2000()
        places, objects, at = {}, struct.pack("<I", 0x0DCA), 4
        for number, data, listed in self.objects:
            if listed:
                places[number] = at
            objects, at = objects + data, at + len(data)
        sections = {
            "AcDb:AcDbObjects": objects, "AcDb:Handles": _mapped(places), "AcDb:Classes": self._classes(),
            "AcDb:SummaryInfo": self._summary(), **self.extra,
        }  # fmt: skip
        if self.preview:
            sections["AcDb:Preview"] = self.preview
        return _pages_2007(self.version, sections) if self.version == b"AC1021" else _pages_2004(self.version, sections)

    def _whole_2000(self) -> bytes:
        """R2000: header, preview, classes, objects, map."""
        head, body, places = 0x40, bytearray(self.preview), {}
        classes_at = head + len(body)
        classes = self._classes()
        body += classes
        for number, data, listed in self.objects:
            if listed:
                places[number] = head + len(body)
            body += data
        listing, map_at = _mapped(places), head + len(body)
        out = self.version + bytes(5) + b"\x0f\1" + struct.pack("<I", head if self.preview else 0) + bytes(2)
        out += struct.pack("<HI", _HEBREW, 3) + struct.pack("<BII", 0, 0, 0)
        out += struct.pack("<BII", 1, classes_at, len(classes)) + struct.pack("<BII", 2, map_at, len(listing))
        return out.ljust(head, b"\0") + bytes(body) + listing

    def _classes(self) -> bytes:
        w, wide = Writer(self.version), self.version >= b"AC1021"
        if self.version >= b"AC1018":
            w.short(500 + len(self.classes))
            w.raw(bytes(2))
            w.b(1)
        for number, (name, drawn) in enumerate(self.classes, 500):
            w.short(number)
            w.short(0)
            for said in ("ObjectDBX Classes", "AcDbWren", name):
                w.text(said)
            w.b(0)
            w.short(0x1F2 if drawn else 0x1F3)
            if self.version >= b"AC1018":
                w.long(1)
                w.zeros(4)
        bits = w.bits + strung(w.kept) if wide else w.bits
        if wide:
            bits = "".join(f"{b:08b}" for b in struct.pack("<I", len(bits) + 32)) + bits
        data = packed(bits)
        later = bytes(4) if self.version >= b"AC1024" else b""
        part = struct.pack("<I", len(data)) + later + data
        return _CLASSES + part + struct.pack("<H", crc(part))

    def _summary(self) -> bytes:
        out = b"".join(_counted(said, self.version) for said in self.summary)
        out += struct.pack("<6I", 0, 0, 2_460_445, 28_800_000, 2_460_446, 32_400_000)
        out += struct.pack("<H", len(self.custom))
        out += b"".join(_counted(said, self.version) for pair in self.custom for said in pair)
        return out + bytes(8)


def _counted(said: str, version: bytes) -> bytes:
    data = encoded(said + "\0", version)
    return struct.pack("<H", len(data) // (2 if version >= b"AC1021" else 1)) + data


def _begin(w: Writer, drawn: bool) -> None:
    """Write what entities, and all other objects, begin with."""
    old, later, version = w.version < b"AC1015", w.version >= b"AC1018", w.version
    w.bits += ("0" if drawn else "") + (_SIZE if old else "") + ("10" if drawn else "")
    w.long(0)
    if later:
        w.b(1)
    if version >= b"AC1027":
        w.b(0)
    if not drawn:
        return
    if not later:
        w.bits += "11" if old else "1"
    w.short(256)
    w.b(0, 1)  # a scale of one
    w.bits += "" if old else "0000"
    if version >= b"AC1021":
        w.b(0, 0)
        w.raw(b"\0")
    if version >= b"AC1024":
        w.b(0, 0, 0)
    w.short(0)
    w.raw(b"" if old else b"\x1d")


def _mapped(places: dict[int, int]) -> bytes:
    """Return the map of objects: steps of handles and places, highest byte of a size first."""
    steps, handle, place = b"", 0, 0
    for number, at in places.items():
        steps += chars(number - handle) + signed(at - place)
        handle, place = number, at
    parts = (struct.pack(">H", len(steps) + 2) + steps, struct.pack(">H", 2))
    return b"".join(part + struct.pack(">H", crc(part)) for part in parts)


def crc(data: bytes) -> int:
    """Return the check sum of an object."""
    value = 0xC0C1
    for byte in data:
        value ^= byte
        for _ in range(8):
            value = value >> 1 ^ (0xA001 if value & 1 else 0)
    return value


def _system(kind: int, data: bytes) -> bytes:
    """Return a map of R2004 with its check sum."""
    small = squeezed(data)
    checked = zlib.adler32(small, zlib.adler32(struct.pack("<5I", kind, len(data), len(small), 2, 0), 0))
    return struct.pack("<5I", kind, len(data), len(small), 2, checked) + small


def _pages_2004(version: bytes, sections: dict[str, bytes]) -> bytes:
    """R2004, R2010 to R2018: pages of sections, a map of sections, a map of pages."""
    body, sizes, told = bytearray(), [], b""
    for number, (name, data) in enumerate(sections.items(), 1):
        pages = b""
        count = -(-len(data) // _STEP)
        for start in range(0, len(data), _STEP):
            place = 0x100 + len(body)
            small = squeezed(data[start : start + _STEP])
            head = struct.pack("<8I", 0x4163043B, number, len(small), _STEP, start, 0, 0, zlib.adler32(small, 0))
            mask = struct.pack("<I", 0x4164536B ^ place) * 8
            page = bytes(a ^ b for a, b in zip(head, mask, strict=True)) + small
            page += bytes(-len(page) % 32)
            body += page
            sizes.append(len(page))
            pages += struct.pack("<IIQ", len(sizes), len(small), start)
        told += (
            struct.pack("<QIIIIII", len(data), count, _STEP, 1, 2, number, 0) + name.encode().ljust(64, b"\0") + pages
        )
    page = _system(0x4163003B, struct.pack("<5I", len(sections), 2, _STEP, 0, len(sections)) + told)
    page += bytes(-len(page) % 32)
    body += page
    sizes.append(len(page))
    number, place = len(sizes), 0x100 + len(body)
    listed = b"".join(struct.pack("<iI", n, size) for n, size in enumerate(sizes, 1))
    listed += struct.pack("<iI", number + 1, 0x400)
    body += _system(0x41630E3B, listed).ljust(0x400, b"\0")
    head = b"AcFssFcAJMB\0".ljust(0x50, b"\0") + struct.pack("<IQI", number + 1, place - 0x100, number)
    first = version + bytes(5) + b"\x06\3" + bytes(4) + b"\x1f\6" + struct.pack("<H", _HEBREW)
    return first.ljust(0x80, b"\0") + masked(head.ljust(0x6C, b"\0")).ljust(0x80, b"\0") + bytes(body)


_WOVEN = frozenset(("AcDb:AcDbObjects", "AcDb:Handles", "AcDb:Classes"))
"""Sections of R2007 that are packed and have error correction; the others are written as they are."""


def _pages_2007(version: bytes, sections: dict[str, bytes]) -> bytes:
    """R2007: a header, a map of pages, pages of sections, a map of sections; the maps aren't packed."""
    pages, told = [bytes(0x400)], b""
    for number, (name, data) in enumerate(sections.items(), 2):
        small, wide = squeezed_2007(data), (name + "\0").encode("utf-16-le")
        size = max(len(data), 64) + -max(len(data), 64) % 32 + 232
        bare = name not in _WOVEN
        if bare:
            small, size = data, len(data)
        pages.append(data + bytes(-len(data) % 32) if bare else woven(small, 251))
        told += struct.pack("<8q", len(data), size, 0, 0, len(wide), 0, 1 if bare else 4, 1) + wide
        told += struct.pack("<7q", 0, size, number, size, len(small), 0, 0)
    pages.append(woven(told, 239))
    listed = b"".join(struct.pack("<qq", len(page), number) for number, page in enumerate(pages, 1))
    pages[0] = woven(listed, 239).ljust(0x400, b"\0")
    head = [0] * 34
    head[3] = head[27] = 1
    head[10] = head[11] = len(listed)
    head[22] = head[25] = len(told)
    head[23] = head[24] = len(pages)
    first = version + bytes(5) + b"\x32\3" + bytes(4) + b"\x1d\6" + struct.pack("<H", _HEBREW)
    said = struct.pack("<3qii", 0, 0, 0, -0x110, 0) + struct.pack("<34q", *head)
    return first.ljust(0x80, b"\0") + woven(said.ljust(712, b"\0"), 239)[:765].ljust(0x400, b"\0") + b"".join(pages)
