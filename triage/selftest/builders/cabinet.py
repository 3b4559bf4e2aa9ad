# ruff: noqa: E501  (markup and records stand in one piece)
"""Cabinets and compiled help files (selftest room, builders): their members, names, and what no list names."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from functools import reduce

from triage.selftest.canary import ENGLISH, HEBREW, Builder, Plant

STORED, MSZIP, QUANTUM, LZX = range(4)
_FRAME = 1 << 15


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of a cabinet as it is to be written: its kind, and for each block the packed bytes and what they give."""

    method: int
    blocks: list[tuple[bytes, int]]


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of a cabinet's list; a name in bytes is written as it is, one in letters as UTF-8 with its flag."""

    name: str | bytes
    size: int
    begin: int = 0
    folder: int = 0
    attributes: int = 0x20
    date: tuple[int, int] = (0x3AA6, 0x5C40)


def stored(data: bytes) -> Folder:
    """Return a folder that isn't packed."""
    pieces = [data[at : at + _FRAME] for at in range(0, len(data), _FRAME)]
    return Folder(STORED, [(piece, len(piece)) for piece in pieces])


def mszip(data: bytes) -> Folder:
    """Return a folder packed with Deflate, each block resting on the one before."""
    blocks = []
    for at in range(0, len(data), _FRAME):
        piece, past = data[at : at + _FRAME], data[max(0, at - _FRAME) : at]
        engine = (
            zlib.compressobj(9, zlib.DEFLATED, -15, zdict=past) if past else zlib.compressobj(9, zlib.DEFLATED, -15)
        )
        blocks.append((b"CK" + engine.compress(piece) + engine.flush(), len(piece)))
    return Folder(MSZIP, blocks)


def checksum(data: bytes, begin: int = 0) -> int:
    """Return the checksum of a block: words in exclusive or, and what is left over as a number of its own."""
    whole = len(data) // 4 * 4
    words = struct.unpack(f"<{whole // 4}I", data[:whole])
    return reduce(lambda one, other: one ^ other, words, begin) ^ int.from_bytes(data[whole:], "big")


def cab_of(
    folders: list[Folder],
    files: list[Listed],
    before: str = "",
    after: str = "",
    reserve: tuple[bytes, bytes, bytes] | None = None,
    part: int = 0,
) -> bytes:
    """Return a cabinet; ``reserve`` is what stands in its reserved fields: of the header, each folder, each block."""
    in_head, in_folder, in_block = reserve or (b"", b"", b"")
    head = struct.pack("<HBB", len(in_head), len(in_folder), len(in_block)) + in_head if reserve else b""
    for name in (before, after):
        head += name.encode() + b"\0disk\0" if name else b""
    entries = b""
    for file in files:
        raw, flag = (file.name, 0) if isinstance(file.name, bytes) else (file.name.encode(), 0x80)
        entries += struct.pack("<IIHHHH", file.size, file.begin, file.folder, *file.date, file.attributes | flag)
        entries += raw + b"\0"
    listed = 36 + len(head) + len(folders) * (8 + len(in_folder))
    table, body, at = b"", b"", listed + len(entries)
    for folder in folders:
        table += struct.pack("<IHH", at + len(body), len(folder.blocks), folder.method) + in_folder
        for packed, size in folder.blocks:
            sizes = struct.pack("<HH", len(packed), size)
            body += struct.pack("<I", checksum(sizes, checksum(packed))) + sizes + in_block + packed
    flags = bool(before) | bool(after) << 1 | bool(reserve) << 2
    return (
        struct.pack("<4sIIIIIBBHHHHH", b"MSCF", 0, at + len(body), 0, listed, 0, 3, 1, len(folders), len(files), flags, 7, part)
        + head + table + entries + body
    )  # fmt: skip


def _cabinet(plant: Plant) -> bytes:
    one = plant("attachment", "a stored member").encode()
    two, three = (plant("attachment", f"a packed member, the {said}").encode() for said in ("first", "second"))
    rest = plant("attachment", "bytes of no listed member").encode()
    packed = two + b"\n" * _FRAME + three
    files = [
        Listed("stored.txt", len(one)),
        Listed("first.txt", len(two), 0, 1),
        Listed(f"folder\\{plant('file', 'the name of a member')}.txt", len(packed) - len(two), len(two), 1),
    ]
    note = plant("hidden", "the reserved field").encode()
    cabinet = cab_of([stored(one), mszip(packed + rest)], files, reserve=(note, b"", b"\0" * 4))
    return cabinet + plant("attachment", "what stands behind the end").encode()


def number(value: int) -> bytes:
    """Return a number as a help file's directory writes it: seven bits a byte, the high ones first."""
    out = bytes((value & 0x7F,))
    while value := value >> 7:
        out = bytes((value & 0x7F | 0x80,)) + out
    return out


def chm_of(
    entries: list[tuple[str, int, int, int]], content: bytes, language: int = 0x409, chunk: int = 0x1000
) -> bytes:
    """Return a compiled help file; entries are name, section, begin, size, and ``content`` is section 0."""
    chunks: list[bytes] = []
    body, limit = b"", chunk - 40
    for name, section, begin, size in sorted(entries):
        raw = name.encode()
        entry = number(len(raw)) + raw + number(section) + number(begin) + number(size)
        if len(body) + len(entry) > limit:
            chunks.append(body)
            body = b""
        body += entry
    chunks.append(body)
    directory = struct.pack(
        "<4sIIIIIIiiiiII", b"ITSP", 1, 0x54, 10, chunk, 2, 1, -1, 0, len(chunks) - 1, -1, len(chunks), language
    )
    directory += bytes(16) + struct.pack("<Iiii", 0x54, -1, -1, -1)
    for place, body in enumerate(chunks):
        following = place + 1 if place + 1 < len(chunks) else -1
        head = struct.pack("<4sIIii", b"PMGL", chunk - 20 - len(body), 0, place - 1, following)
        directory += (head + body).ljust(chunk, b"\0")
    begin = 0x60 + 0x18 + len(directory)
    head = struct.pack("<4sIIIII", b"ITSF", 3, 0x60, 1, 0, language) + bytes(32)
    head += struct.pack("<QQQQQ", 0x60, 0x18, 0x78, len(directory), begin)
    return head + struct.pack("<IIQII", 0x1FE, 0, begin + len(content), 0, 0) + directory + content


def plain_chm(files: dict[str, bytes], language: int = 0x409) -> bytes:
    """Return a compiled help file whose files all lie in section 0."""
    entries, content = [], b""
    for name, data in files.items():
        entries.append((name, 0, len(content), len(data)))
        content += data
    return chm_of(entries, content, language)


def system(title: bytes, language: int = 0x409) -> bytes:
    """Return the table #SYSTEM with a title and a language."""
    records = [(3, title + b"\0"), (4, struct.pack("<I", language) + bytes(32))]
    return struct.pack("<I", 3) + b"".join(struct.pack("<HH", code, len(raw)) + raw for code, raw in records)


def _help(plant: Plant) -> bytes:
    words = plant("hidden", "the contents")
    sitemap = f'<HTML><BODY><UL><LI><OBJECT type="text/sitemap"><param name="Name" value="{words}"></OBJECT></UL></BODY></HTML>'
    topic = f'<html><meta charset="utf-8"><body><p>{plant("attachment", "a topic")}</p></body></html>'
    older = f"<html><body><p>{plant('attachment', 'a topic of no stated character set', (ENGLISH, HEBREW))}</p></body></html>"
    title = plant("subject", "the title", (ENGLISH, HEBREW))
    files = {
        "/#SYSTEM": system(title.encode("cp1255"), 0x40D),
        "/contents.hhc": sitemap.encode(),
        "/html/topic.htm": topic.encode(),
        "/html/older.htm": older.encode("cp1255"),
        f"/html/{plant('file', 'the name of a topic')}.htm": b"<html><body>x</body></html>",
    }
    return plain_chm(files, 0x40D)


BUILDERS = (
    Builder("cab", "records.cab", "Microsoft cabinet", _cabinet),
    Builder("chm", "manual.chm", "compiled help file", _help),
)
