"""Office's binary forms (builders): MS-DOC, MS-XLS and MS-PPT, as little of each as a reader needs.

The compound file around them is written by ``parsers.cfb`` and read by olefile.
"""

from __future__ import annotations

import struct
import zlib

from triage.parsers.kit.compound.writer import Storage
from triage.parsers.kit.compound.writer import build as compound
from triage.selftest.canary import Builder, Plant

_STORIES = (
    ("body", "the text"),
    ("note", "a footnote"),
    ("margin", "the header"),
    ("", ""),
    ("comment", "a comment"),
    ("note", "an endnote"),
    ("textbox", "a text box"),
    ("", ""),
)
"""The parts of a document's text in their order (MS-DOC 2.4.1): main, notes, headers, macros, comments ..."""


def _stored(plant: Plant, streams: dict[str, bytes], objects: str = "") -> bytes:
    """Return the compound file of the streams, with a title, and a packaged file in the storage for objects."""
    root = Storage()
    for name, content in streams.items():
        root.put([name], content)
    root.put(["\x05SummaryInformation"], _summary(plant("properties", "the title")))
    if objects:
        root.put([*objects.split("/"), "\x01Ole10Native"], _native(plant("attachment", "a packaged file").encode()))
    return compound(root)


def _summary(title: str) -> bytes:
    """Return a property set (MS-OLEPS 2.21) of a code page and a title."""
    data = title.encode() + b"\0"
    text = struct.pack("<II", 0x1E, len(data)) + data + bytes(-len(data) % 4)
    section = struct.pack("<4I", 1, 24, 2, 32) + struct.pack("<IHH", 2, 65001, 0) + text
    section = struct.pack("<II", len(section) + 8, 2) + section
    kind = bytes.fromhex("e0859ff2f94f6810ab9108002b27b3d9")
    return struct.pack("<HHI16xI", 0xFFFE, 0, 2, 1) + kind + struct.pack("<I", 48) + section


def _native(content: bytes) -> bytes:
    """Return the stream in which OLE packages a file: names, then the file."""
    body = b"\x02\0a.txt\0C:\\a.txt\0\0\0\x03\0" + struct.pack("<I", 9) + b"C:\\a.txt\0"
    body += struct.pack("<I", len(content)) + content
    return struct.pack("<I", len(body)) + body


def _doc(plant: Plant) -> bytes:
    """A document in one piece (MS-DOC 2.8.35), whose second and third paragraphs are hidden and deleted."""
    first = plant("body", "the text") + "\r"
    unseen, gone = plant("hidden", "hidden text") + "\r", plant("tracked", "a deletion") + "\r"
    parts = [first + unseen + gone]
    parts += [plant(column, place) + "\r" if column else "" for column, place in _STORIES[1:]]
    text = "".join(parts) + "\r"
    main = bytearray(0x800)
    struct.pack_into("<HH", main, 0, 0xA5EC, 0xC1)
    main[0x0B] = 2
    for index, part in enumerate(parts):
        struct.pack_into("<I", main, 0x4C + 4 * index, len(part))
    main += text.encode("utf-16-le")
    main += bytes(-len(main) % 512)
    looks = [(0, b""), (len(first), b"\x3c\x08\x01"), (len(first + unseen), b"\x00\x08\x01")]
    looks.append((len(parts[0]), b""))
    page = len(main) // 512
    main += looks_page(looks, len(text)) + bytes(4096)
    pieces = struct.pack("<IIHIH", 0, len(text), 0, 0x800, 0)
    table = b"\x02" + struct.pack("<I", len(pieces)) + pieces
    bins = struct.pack("<III", 0x800, 0x800 + 2 * len(text), page)
    struct.pack_into("<II", main, 0x1A2, 0, len(table))
    struct.pack_into("<II", main, 0xFA, len(table), len(bins))
    return _stored(plant, {"WordDocument": bytes(main), "1Table": table + bins}, "ObjectPool/_1")


def looks_page(looks: list[tuple[int, bytes]], count: int) -> bytes:
    """Return a page of character properties (MS-DOC 2.9.33): where each run begins, and what it changes."""
    page, at = bytearray(512), 510
    for index, (first, change) in enumerate(looks):
        struct.pack_into("<I", page, 4 * index, 0x800 + 2 * first)
        if change:
            at -= 2 * ((len(change) + 2) // 2)
            page[at : at + 1 + len(change)] = bytes((len(change),)) + change
            page[4 * (len(looks) + 1) + index] = at // 2
    struct.pack_into("<I", page, 4 * len(looks), 0x800 + 2 * count)
    page[511] = len(looks)
    return bytes(page)


def record(kind: int, data: bytes) -> bytes:
    """Return a record of a workbook (MS-XLS 2.1.4)."""
    return struct.pack("<HH", kind, len(data)) + data


def _wide(text: str) -> bytes:
    return struct.pack("<HB", len(text), 1) + text.encode("utf-16-le")


def _xls(plant: Plant) -> bytes:
    """A workbook of a shown and a hidden sheet with one shared string in each row (MS-XLS 2.4)."""
    strings = [plant("body", "a cell"), plant("hidden", "a hidden row"), plant("hidden", "a hidden sheet")]
    note = plant("comment", "a cell comment")
    comment = record(0x5D, struct.pack("<HHHH", 0x15, 18, 0x19, 5) + bytes(14))
    comment += record(0x1B6, bytes(10) + struct.pack("<H", len(note)) + bytes(6))
    comment += record(0x3C, b"\x01" + note.encode("utf-16-le"))
    comment += record(0x1C, struct.pack("<HHHH", 0, 0, 0, 5) + _wide("Ada"))
    unseen = record(0x208, struct.pack("<8H", 1, 0, 1, 0, 0, 0, 0x20, 0))
    cells = [record(0xFD, struct.pack("<HHHI", row, 0, 0, number)) for row, number in ((0, 0), (1, 1), (0, 2))]
    margins = record(0x14, _wide("&L" + plant("margin", "the header")))
    sheets = [unseen + cells[0] + cells[1] + margins + comment, cells[2]]
    start, end = record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0)), record(0x0A, b"")
    shared = struct.pack("<II", 3, 3) + b"".join(map(_wide, strings))
    names = (b"\x05\0Shown", b"\x06\0Unseen")
    at = len(start) + sum(10 + len(name) for name in names) + 4 + len(shared) + len(end)
    listed = b""
    for state, (name, sheet) in enumerate(zip(names, sheets, strict=True)):
        listed += record(0x85, struct.pack("<IBB", at, state, 0) + name)
        at += len(start) + len(sheet) + len(end)
    book = start + listed + record(0xFC, shared) + end
    return _stored(plant, {"Workbook": book + b"".join(start + sheet + end for sheet in sheets)}, "MBD00000001")


def atom(kind: int, data: bytes, instance: int = 0) -> bytes:
    """Return a record of a presentation that holds data (MS-PPT 2.3.1)."""
    return struct.pack("<HHI", instance << 4, kind, len(data)) + data


def holder(kind: int, *inner: bytes, instance: int = 0) -> bytes:
    """Return a record of a presentation that holds records."""
    data = b"".join(inner)
    return struct.pack("<HHI", instance << 4 | 0xF, kind, len(data)) + data


def _ppt(plant: Plant) -> bytes:
    """A presentation of a shown and a hidden slide (MS-PPT 2.4), its objects found through a persist directory."""

    def chars(text: str) -> bytes:
        return atom(0x0FA0, text.encode("utf-16-le"))

    root = Storage()
    root.put(["\x01Ole10Native"], _native(plant("attachment", "a packaged file").encode()))
    held = compound(root)
    hide = atom(0x03F9, struct.pack("<IIBBHHBB", 0, 0, 0, 0, 4, 0, 0, 0))
    said = (atom(0x0FBA, t.encode("utf-16-le"), n) for n, t in enumerate(("Ada", plant("comment", "a comment"))))
    objects = [
        holder(0x03E8),
        holder(0x03EE, chars(plant("body", "a slide")), holder(0x2EE0, *said)),
        holder(0x03EE, hide, chars(plant("hidden", "a hidden slide"))),
        holder(0x03F0, chars(plant("speaker", "the notes"))),
        atom(0x1011, struct.pack("<I", len(held)) + zlib.compress(held), 1),
    ]
    stream, entries = b"", b""
    for number, content in enumerate(objects, 1):
        entries += struct.pack("<II", 1 << 20 | number, len(stream))
        stream += content
    edit = len(stream) + 8 + len(entries)
    stream += atom(0x1772, entries) + atom(0x0FF5, struct.pack("<6IHH", 0, 0, 0, len(stream), 1, 9, 0, 0))
    user = atom(0x0FF6, struct.pack("<III", 20, 0xE391C05F, edit) + bytes(12))
    return _stored(plant, {"PowerPoint Document": stream, "Current User": user})


def _other(plant: Plant) -> bytes:
    """A drawing of the older Visio, of which loose strings are read."""
    words = plant("body", "a string").split()
    return _stored(plant, {"VisioDocument": b"\x01\xff\x03".join(f"{w} {w}".encode("utf-16-le") for w in words)})


BUILDERS = (
    Builder("doc", "report.doc", "Word 97-2003 document", _doc),
    Builder("xls", "figures.xls", "Excel 97-2003 workbook", _xls),
    Builder("ppt", "talk.ppt", "PowerPoint 97-2003 presentation", _ppt),
    Builder("vsd", "plan.vsd", "Compound file", _other),
)
