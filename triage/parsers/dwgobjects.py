"""The objects of an AutoCAD drawing (floor 2): where each stands, what kind it is, and where its strings are.

Open Design Specification for .dwg files: chapters 20 (common data), 24 (object map), 28 (extended data), 11 (classes).
From R2007 on all strings of an object stand together at its end. What a string means is told elsewhere.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from triage.parsers.dwgbits import Bits, check_sum

FIRST_CLASS = 500
"""The number of the first class that a drawing names itself; kinds below are the same in all drawings."""

_OBJECTS = frozenset((42, *range(48, 72), 72, 73, 79, 80, 81, 82))
_LARGEST = 1 << 26
_ENTITY_CLASS = 0x1F2


@dataclass(frozen=True, slots=True)
class Class:
    """A class that the drawing names: what it is called in DXF, and whether its things are drawn."""

    name: str
    drawn: bool


@dataclass(slots=True)
class Record:
    """An object: its kind, its bytes, where in them (in bits) what is behind the kind begins and where handles begin.

    ``place`` and ``past`` say where in the section it stands.
    """

    kind: int
    data: bytes
    at: int
    end: int
    place: int
    past: int

    def is_drawn(self, classes: dict[int, Class]) -> bool:
        """Whether it is part of the picture (an entity), not of what stands behind it."""
        known = classes.get(self.kind)
        return known.drawn if known is not None else self.kind not in _OBJECTS


class Layout:
    """How objects of a version are laid out; ``summed`` tells of versions in which nothing else proves them whole."""

    def __init__(self, magic: bytes) -> None:
        self.old = magic < b"AC1015"
        self.colored = magic >= b"AC1018"
        self.wide = magic >= b"AC1021"
        self.newer = magic >= b"AC1024"
        self.stored = magic >= b"AC1027"
        self.newest = magic >= b"AC1032"
        self.summed = not self.colored or magic == b"AC1021"

    def record(self, section: bytes, place: int) -> Record | None:
        """Return the object at a place, None where none can stand there."""
        head = Bits(section[place : place + 24])
        try:
            size = head.words()
            handles = head.chars() if self.newer else 0
            first = place + head.at // 8
            if not 0 < size <= min(_LARGEST, len(section) - first) or handles > 8 * size:
                return None
            data = section[first : first + size]
            bits = Bits(data)
            kind = self._kind(bits) if self.newer else bits.short()
            end = 8 * size - handles if self.newer else 8 * size if self.old else bits.number(4)
        except EOFError:
            return None
        if not bits.at <= end <= 8 * size or not kind:
            return None
        return Record(kind, data, bits.at, end, place, first + size + 2)

    def _kind(self, bits: Bits) -> int:
        form = bits.bits(2)
        return bits.number(1) + (0x1F0 if form else 0) if form < 2 else bits.number(2)

    def strings(self, record: Record) -> list[str]:
        """Return the strings that stand at an object's end (R2007 and later). Raises ValueError, EOFError."""
        return strings_before(record.data, record.end)

    def extended(self, record: Record) -> tuple[list[str | bytes], Bits]:
        """Return the strings of an object's extended data, and a reader of what follows. Raises EOFError."""
        bits = Bits(record.data, record.at, record.end)
        bits.handle()
        found: list[str | bytes] = []
        while size := bits.short():
            bits.handle()
            found += _extended(bits.raw(size), self.wide)
        return found, bits


def strings_before(data: bytes, end: int) -> list[str]:
    """Return the strings, empty ones too, whose stream ends before a bit that says whether there are any (20.1).

    Raises ValueError (UnicodeDecodeError) or EOFError where they make no sense.
    """
    found: list[str] = []
    at = end - 1
    if at < 0 or at >> 3 >= len(data) or not data[at >> 3] & 0x80 >> (at & 7):
        return found
    at -= 16
    size = Bits(data, at).number(2)
    if size & 0x8000:
        at -= 16
        size = size & 0x7FFF | Bits(data, at).number(2) << 15
    bits = Bits(data, at - size, at)
    while bits.at < at:
        found.append(bits.wide())
    return found


_FIXED = {2: 1, 3: 8, 5: 8, 40: 8, 41: 8, 42: 8, 70: 2, 71: 4, **dict.fromkeys(range(10, 16), 24)}


def _extended(data: bytes, wide: bool) -> Iterator[str | bytes]:
    """Yield the strings of extended data (chapter 28): a byte says what follows; of unknown ones nothing is read on."""
    at = 0
    while at < len(data):
        code = data[at]
        at += 1
        if code == 0:
            size = int.from_bytes(data[at : at + 2], "little") if wide else data[at]
            at += 2 if wide else 3
            size *= 2 if wide else 1
            raw = data[at : at + size]
            yield raw.decode("utf-16-le", "replace") if wide else raw
            at += size
        elif code == 4:
            at += 1 + (data[at] if at < len(data) else 0)
        elif code in _FIXED:
            at += _FIXED[code]
        else:
            return


def object_map(untrusted_section: bytes) -> tuple[list[int], bool]:
    """Return the places of all objects, in order of their handles, and whether the map was whole (chapter 24)."""
    data, at = untrusted_section, 0
    places: list[int] = []
    sound = True
    while True:
        size = int.from_bytes(data[at : at + 2], "big")
        end = at + size
        if size <= 2 or end > len(data):
            return places, sound and size == 2
        at += 2
        place = 0
        while at < end:
            while data[at] & 0x80 and at < end:
                at += 1
            at += 1
            value = shift = 0
            while at < end and data[at] & 0x80:
                value |= (data[at] & 0x7F) << shift
                shift += 7
                at += 1
            last = data[at] if at < end else 0
            value |= (last & 0x3F) << shift
            at += 1
            place += -value if last & 0x40 else value
            places.append(place)
        sound &= check_sum(data[end - size : end]) == int.from_bytes(data[end : end + 2], "big")
        at = end + 2


def class_list(untrusted_section: bytes, layout: Layout, codec: str, maintenance: int) -> tuple[dict[int, Class], bool]:
    """Return the classes by number (chapter 11), those before a damage, and whether the list matches its check sum."""
    found: dict[int, Class] = {}
    with suppress(EOFError, ValueError, struct.error):
        for number, name, kind in _classes(untrusted_section, layout, codec, maintenance):
            found[number] = Class(name, kind == _ENTITY_CLASS)
    end = _base(layout, maintenance) + int.from_bytes(untrusted_section[16:20], "little")
    stored = untrusted_section[end : end + 2]
    return found, len(stored) == 2 and check_sum(untrusted_section[16:end]) == int.from_bytes(stored, "little")


def _classes(data: bytes, layout: Layout, codec: str, maintenance: int) -> Iterator[tuple[int, str, int]]:
    size, base = struct.unpack_from("<I", data, 16)[0], _base(layout, maintenance)
    bits = Bits(data, 8 * base, 8 * (20 + size))
    names: Iterator[str] = iter(())
    if layout.wide:
        end = 8 * base + bits.number(4)
        names = iter(strings_before(data, end)[2::3])
        bits.end = min(end, bits.end)
    if layout.colored:
        bits.short()
        bits.at += 17
    while bits.at + 8 < bits.end:
        number = bits.short()
        bits.short()
        name = next(names, "") if layout.wide else [bits.text() for _ in range(3)][2].decode(codec, "replace")
        bits.bits(1)
        yield number, name, bits.short()
        if layout.colored:
            bits.long()
            bits.short()
            bits.short()
            bits.long()
            bits.long()


def _base(layout: Layout, maintenance: int) -> int:
    """Return where a section begins behind its mark and its size, which later versions write in eight bytes."""
    return 24 if layout.newest or (layout.newer and maintenance > 3) else 20


def header_strings(untrusted_section: bytes, layout: Layout, maintenance: int) -> list[str]:
    """Return the strings of the drawing's variables (chapter 9), from R2007 on; none where they make no sense."""
    base = _base(layout, maintenance)
    end = 8 * base + int.from_bytes(untrusted_section[base : base + 4], "little")
    if not layout.wide or not 8 * base < end <= 8 * len(untrusted_section):
        return []
    try:
        return [text for text in strings_before(untrusted_section, end) if text]
    except (EOFError, ValueError):
        return []
