"""Office's binary forms: MS-DOC, MS-XLS and MS-PPT, as little of each as a reader needs.

The compound file around them is written by ``parsers.kit.compound`` and read by olefile.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping, Sequence

from tests.selftest.plant import Plant
from triage.parsers.kit.compound import Storage, build

Streams = Mapping[str, bytes]
"""Streams of a compound file by path, with slashes."""


def compound(streams: Streams) -> bytes:
    root = Storage()
    for path, content in streams.items():
        root.put(path.split("/"), content)
    return build(root)


def summary(title: str) -> bytes:
    """Return a property set (MS-OLEPS 2.21) of a code page and a title."""
    data = title.encode() + b"\0"
    text = struct.pack("<II", 0x1E, len(data)) + data + bytes(-len(data) % 4)
    section = struct.pack("<4I", 1, 24, 2, 32) + struct.pack("<IHH", 2, 65001, 0) + text
    section = struct.pack("<II", len(section) + 8, 2) + section
    kind = bytes.fromhex("e0859ff2f94f6810ab9108002b27b3d9")
    return struct.pack("<HHI16xI", 0xFFFE, 0, 2, 1) + kind + struct.pack("<I", 48) + section


def native(name: str, content: bytes) -> bytes:
    """Return the stream in which OLE packages a file: names, then the file (MS-OLEDS 2.3.6)."""
    path = f"C:\\Temp\\{name}".encode("latin-1") + b"\0"
    body = b"\x02\0" + name.encode("latin-1") + b"\0" + path + b"\0\0\x03\0"
    body += struct.pack("<I", len(path)) + path + struct.pack("<I", len(content)) + content
    return struct.pack("<I", len(body)) + body


def packaged(name: str, content: bytes) -> bytes:
    return compound({"\x01Ole10Native": native(name, content)})


def doc(
    stories: Mapping[int, str],
    looks: Sequence[tuple[int, bytes]] = ((0, b""),),
    streams: Streams | None = None,
    blocks: Mapping[int, bytes] | None = None,
) -> bytes:
    """Return a Word document in one piece (MS-DOC 2.8.35); ``stories`` by their place in 2.4.1 (0 text, 1 notes ...).

    ``looks`` are (first character, property modifiers) of the runs, in order. ``blocks`` go to the table stream, by the
    byte of the file information block where their place stands.
    """
    text = "".join(stories.get(i, "") for i in range(8))
    main = bytearray(0x800)
    struct.pack_into("<HH", main, 0, 0xA5EC, 0xC1)
    main[0x0B] = 2
    for index in range(8):
        struct.pack_into("<I", main, 0x4C + 4 * index, len(stories.get(index, "")))
    main += text.encode("utf-16-le")
    main += bytes(-len(main) % 512)
    page = len(main) // 512
    main += _looks_page(looks, len(text)) + bytes(4096)
    pieces = struct.pack("<IIHIH", 0, len(text), 0, 0x800, 0)
    table = b""
    listed = {
        0x1A2: b"\x02" + struct.pack("<I", len(pieces)) + pieces,
        0xFA: struct.pack("<III", 0x800, 0x800 + 2 * len(text), page),
        **(blocks or {}),
    }
    for at, block in listed.items():
        struct.pack_into("<II", main, at, len(table), len(block))
        table += block
    return compound({"WordDocument": bytes(main), "1Table": table, **(streams or {})})


def _looks_page(looks: Sequence[tuple[int, bytes]], count: int) -> bytes:
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


def record(kind: int, data: bytes = b"") -> bytes:
    """Return a record of a workbook (MS-XLS 2.1.4)."""
    return struct.pack("<HH", kind, len(data)) + data


def text16(text: str) -> bytes:
    """Return a string of a workbook with its length (MS-XLS 2.5.294)."""
    return struct.pack("<HB", len(text), 1) + text.encode("utf-16-le")


def xls(sheets: Sequence[tuple[str, int, bytes]], strings: Sequence[str] = (), streams: Streams | None = None) -> bytes:
    """Return a BIFF8 workbook of (name, state, records of the sheet) with these shared strings (MS-XLS 2.4)."""
    start, end = record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0)), record(0x0A)
    shared = record(0xFC, struct.pack("<II", len(strings), len(strings)) + b"".join(map(text16, strings)))
    names = [bytes((len(name), 0)) + name.encode("latin-1") for name, _, _ in sheets]
    at = len(start) + sum(10 + len(name) for name in names) + len(shared) + len(end)
    book, pages = start, b""
    for name, (_, state, records) in zip(names, sheets, strict=True):
        book += record(0x85, struct.pack("<IBB", at + len(pages), state, 0) + name)
        pages += start + records + end
    return compound({"Workbook": book + shared + end + pages, **(streams or {})})


def atom(kind: int, data: bytes, instance: int = 0) -> bytes:
    """Return a record of a presentation that holds data (MS-PPT 2.3.1)."""
    return struct.pack("<HHI", instance << 4, kind, len(data)) + data


def holder(kind: int, *inner: bytes, instance: int = 0) -> bytes:
    data = b"".join(inner)
    return struct.pack("<HHI", instance << 4 | 0xF, kind, len(data)) + data


def ppt(objects: Mapping[int, bytes], stale: bytes = b"", streams: Streams | None = None) -> bytes:
    """Return a presentation of persist objects by number (MS-PPT 2.4); ``stale`` is what an earlier edit left."""
    content, entries = stale, b""
    for number, body in objects.items():
        entries += struct.pack("<II", 1 << 20 | number, len(content))
        content += body
    directory, edit = len(content), len(content) + 8 + len(entries)
    content += atom(0x1772, entries) + atom(0x0FF5, struct.pack("<6IHH", 0, 0, 0, directory, 1, 9, 0, 0))
    user = atom(0x0FF6, struct.pack("<III", 20, 0xE391C05F, edit) + bytes(12))
    return compound({"PowerPoint Document": content, "Current User": user, **(streams or {})})


# ---- the documents of the known-answer test


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


def _beside(plant: Plant, objects: str = "") -> dict[str, bytes]:
    streams = {"\x05SummaryInformation": summary(plant("properties", "the title"))}
    if objects:
        streams[f"{objects}/\x01Ole10Native"] = native("a.txt", plant("attachment", "a packaged file").encode())
    return streams


def word(plant: Plant) -> bytes:
    """A document in one piece (MS-DOC 2.8.35), whose second and third paragraphs are hidden and deleted."""
    first = plant("body", "the text") + "\r"
    unseen, gone = plant("hidden", "hidden text") + "\r", plant("tracked", "a deletion") + "\r"
    parts = {n: plant(column, place) + "\r" for n, (column, place) in enumerate(_STORIES) if column and n}
    main = first + unseen + gone
    looks = [(0, b""), (len(first), b"\x3c\x08\x01"), (len(first + unseen), b"\x00\x08\x01"), (len(main), b"")]
    return doc({0: main, **parts}, looks, _beside(plant, "ObjectPool/_1"))


def excel(plant: Plant) -> bytes:
    """A workbook of a shown and a hidden sheet with one shared string in each row (MS-XLS 2.4)."""
    strings = [plant("body", "a cell"), plant("hidden", "a hidden row"), plant("hidden", "a hidden sheet")]
    note = plant("comment", "a cell comment")
    comment = record(0x5D, struct.pack("<HHHH", 0x15, 18, 0x19, 5) + bytes(14))
    comment += record(0x1B6, bytes(10) + struct.pack("<H", len(note)) + bytes(6))
    comment += record(0x3C, b"\x01" + note.encode("utf-16-le"))
    comment += record(0x1C, struct.pack("<HHHH", 0, 0, 0, 5) + text16("Ada"))
    unseen = record(0x208, struct.pack("<8H", 1, 0, 1, 0, 0, 0, 0x20, 0))
    cells = [record(0xFD, struct.pack("<HHHI", row, 0, 0, number)) for row, number in ((0, 0), (1, 1), (0, 2))]
    margins = record(0x14, text16("&L" + plant("margin", "the header")))
    caption = plant("hidden", "the caption of a pivot table's field")
    pivot = record(0xB1, struct.pack("<5H", 1, 1, 0, 0, len(caption)) + b"\x01" + caption.encode("utf-16-le"))
    sheets = [("Shown", 0, unseen + cells[0] + cells[1] + margins + pivot + comment), ("Unseen", 1, cells[2])]
    return xls(sheets, strings, _beside(plant, "MBD00000001"))


def powerpoint(plant: Plant) -> bytes:
    """A presentation of a shown and a hidden slide (MS-PPT 2.4), its objects found through a persist directory."""

    def chars(text: str) -> bytes:
        return atom(0x0FA0, text.encode("utf-16-le"))

    inside = packaged("a.txt", plant("attachment", "a packaged file").encode())
    hide = atom(0x03F9, struct.pack("<IIBBHHBB", 0, 0, 0, 0, 4, 0, 0, 0))
    said = (atom(0x0FBA, t.encode("utf-16-le"), n) for n, t in enumerate(("Ada", plant("comment", "a comment"))))
    objects = [
        holder(0x03E8),
        holder(0x03EE, chars(plant("body", "a slide")), holder(0x2EE0, *said)),
        holder(0x03EE, hide, chars(plant("hidden", "a hidden slide"))),
        holder(0x03F0, chars(plant("speaker", "the notes"))),
        atom(0x1011, struct.pack("<I", len(inside)) + zlib.compress(inside, 0), 1),
    ]
    return ppt(dict(enumerate(objects, 1)), streams=_beside(plant))


def visio(plant: Plant) -> bytes:
    words = plant("body", "a string").split()
    return compound(
        {"VisioDocument": b"\x01\xff\x03".join(f"{w} {w}".encode("utf-16-le") for w in words), **_beside(plant)}
    )
