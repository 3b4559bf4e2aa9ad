"""Archives of old (selftest room, builders): LHA, ARJ, lz4 and snappy, packed as simply as their methods allow."""

from __future__ import annotations

import struct
import zlib

from triage.selftest.canary import Builder, Plant

_COMPRESSED = "compressed file (gzip, bzip2, xz, lzma, zstd, compress, lz4, snappy)"


def _sum(data: bytes, polynomial: int, value: int) -> int:
    for byte in data:
        value ^= byte
        for _ in range(8):
            value = value >> 1 ^ (polynomial if value & 1 else 0)
    return value


def _bits(*pairs: tuple[int, int]) -> bytes:
    """Return numbers in as many bits each, the highest first."""
    text = "".join(f"{value:0{count}b}" for value, count in pairs)
    text += "0" * (-len(text) % 8)
    return int("1" + text, 2).to_bytes(len(text) // 8 + 1, "big")[1:]


def static(data: bytes, width: int) -> bytes:
    """Pack as lh5 (``width`` 4) or ARJ (5): one block of letters alone, whose codes of eight bits are themselves."""
    head = ((len(data), 16), (0, 5), (10, 5), (256, 9), (0, 2 * width))
    return _bits(*head, *((byte, 8) for byte in data))


def _lettered(data: bytes, mark: int) -> bytes:
    """Pack as lzs (``mark`` 1) or ARJ's fastest (0): a bit before each letter says that it is one."""
    return _bits(*(pair for byte in data for pair in ((mark, 1), (byte, 8))))


def _lz5(data: bytes) -> bytes:
    return b"".join(b"\xff" + data[at : at + 8] for at in range(0, len(data), 8))


def lha_member(name: bytes, data: bytes, method: bytes = b"-lh0-", packed: bytes | None = None) -> bytes:
    """Return a member of an LHA archive with a header of level 0."""
    packed = data if packed is None else packed
    fixed = method + struct.pack("<III", len(packed), len(data), 0x4707_79D4) + b"\x20\0"
    base = fixed + bytes((len(name),)) + name + struct.pack("<H", _sum(data, 0xA001, 0))
    return bytes((len(base), sum(base) & 0xFF)) + base + packed


def _lha_long(level: int, data: bytes, **fields: bytes) -> bytes:
    """Return a member with a header of level 2 or 3, whose fields are named by their numbers."""
    form = "<H" if level == 2 else "<I"
    width = struct.calcsize(form)
    bodies = [bytes((int(number[1:], 16),)) + body for number, body in fields.items()]
    sizes = [*(len(body) + width for body in bodies), 0]
    chain = b"".join(body + struct.pack(form, size) for body, size in zip(bodies, sizes[1:], strict=True))
    fixed = b"-lh0-" + struct.pack("<III", len(data), len(data), 1_381_680_488) + bytes((0x20, level))
    fixed += struct.pack("<H", _sum(data, 0xA001, 0)) + b"U"
    size = 2 + len(fixed) + width + len(chain) + (4 if level == 3 else 0)
    first = struct.pack(form, sizes[0])
    if level == 2:
        padding = b"\0" if size & 0xFF == 0 else b""
        return struct.pack("<H", size + len(padding)) + fixed + first + chain + padding + data
    return b"\4\0" + fixed + struct.pack("<I", size) + first + chain + data


def _lha(plant: Plant) -> bytes:
    def content(place: str) -> bytes:
        return plant("attachment", place).encode()

    wide = {"x44": f"{plant('file', 'a name in UTF-16')}.txt".encode("utf-16-le")}
    wide["x45"] = f"{plant('properties', 'a folder')}\uffff".encode("utf-16-le")
    coded = {"x01": f"{plant('file', 'a name with a code page')}.txt".encode(), "x46": struct.pack("<I", 65001)}
    packed, letters, groups = content("a packed member"), content("a member of lzs"), content("a member of lz5")
    return b"".join((
        lha_member(b"stored.txt", content("a stored member")),
        lha_member(b"packed.txt", packed, b"-lh5-", static(packed, 4)),
        lha_member(b"lzs.txt", letters, b"-lzs-", _lettered(letters, 1)),
        lha_member(b"lz5.txt", groups, b"-lz5-", _lz5(groups)),
        lha_member(f"{plant('properties', 'a member of no known method')}".encode(), b"?", b"-lh2-"),
        _lha_long(2, content("a member of level 2"), **wide),
        _lha_long(3, content("a member of level 3"), **coded),
        _lha_long(2, b"1", x01=b"noted.txt", x3f=plant("comment", "a member's comment").encode()),
        b"\0",
    ))  # fmt: skip


def _arj_header(fixed: bytes, name: str, comment: str) -> bytes:
    raw = bytes((len(fixed) + 1,)) + fixed + name.encode() + b"\0" + comment.encode() + b"\0"
    return b"\x60\xea" + struct.pack("<H", len(raw)) + raw + struct.pack("<I", zlib.crc32(raw)) + b"\0\0"


def arj_member(name: str, data: bytes, method: int = 0, packed: bytes | None = None, comment: str = "") -> bytes:
    """Return a member of an ARJ archive."""
    packed = data if packed is None else packed
    numbers = struct.pack("<IIIIHHH", 0x4A21_6000, len(packed), len(data), zlib.crc32(data), 0, 0, 0)
    return _arj_header(bytes((11, 1, 0, 0, method, 0, 0)) + numbers, name, comment) + packed


def _arj(plant: Plant) -> bytes:
    def content(place: str) -> bytes:
        return plant("attachment", place).encode()

    main = bytes((11, 1, 0, 0, 0, 2, 0)) + struct.pack("<IIIIHHH", 0x4A21_6000, 0x4A21_6000, 0, 0, 0, 0, 0)
    packed, fastest = content("a packed member"), content("a member packed as fast as may be")
    return b"".join((
        _arj_header(main, f"{plant('properties', 'its own name')}.arj", plant("properties", "the comment")),
        arj_member("stored.txt", content("a stored member"), comment=plant("comment", "a member's comment")),
        arj_member("packed.txt", packed, 1, static(packed, 5)),
        arj_member("fastest.txt", fastest, 4, _lettered(fastest, 0)),
        arj_member(f"{plant('file', 'a name of a member')}.txt", content("a member with a name")),
        b"\x60\xea\0\0",
    ))  # fmt: skip


def _lz4(plant: Plant) -> bytes:
    """Return a frame of the first version with letters alone, one that holds nothing, and one with a block as it is."""
    first, second = (plant("attachment", place).encode() + b"\n" for place in ("a frame", "a legacy frame"))
    frame = b"\x04\x22\x4d\x18\x60\x40\x82" + struct.pack("<I", len(first) | 1 << 31) + first + bytes(4)
    more, rest = b"\xff" * ((len(second) - 15) // 255), (len(second) - 15) % 255
    block = b"\xf0" + more + bytes((rest,)) + second
    return b"\x02\x21\x4c\x18" + struct.pack("<I", len(block)) + block + b"\x50\x2a\x4d\x18\3\0\0\0..." + frame


def _snappy(plant: Plant) -> bytes:
    """Return a chunk as it is, and one with letters alone."""

    def chunk(kind: int, body: bytes, data: bytes) -> bytes:
        value = _sum(data, 0x82F63B78, 0xFFFFFFFF) ^ 0xFFFFFFFF
        masked = ((value >> 15 | value << 17) + 0xA282EAD8) & 0xFFFFFFFF
        return struct.pack("<II", kind | len(body) + 4 << 8, masked) + body

    first, second = (plant("attachment", place).encode() + b"\n" for place in ("a plain chunk", "a packed chunk"))
    block = bytes((len(second) & 0x7F | 0x80, len(second) >> 7, 61 << 2)) + struct.pack("<H", len(second) - 1) + second
    return b"\xff\x06\x00\x00sNaPpY" + chunk(1, first, first) + chunk(0, block, second)


BUILDERS = (
    Builder("lzh", "records.lzh", "LHA archive", _lha),
    Builder("arj", "records.arj", "ARJ archive", _arj),
    Builder("lz4", "note.txt.lz4", _COMPRESSED, _lz4),
    Builder("sz", "note.txt.sz", _COMPRESSED, _snappy),
)
