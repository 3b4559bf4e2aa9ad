"""Office's binary forms (builders): MS-DOC, MS-XLS and MS-PPT, as little of each as a reader needs."""

from __future__ import annotations

import struct
import zlib

from triage.selftest.canary import Builder, Plant
from triage.selftest.writers import office97 as forms

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
    """Return the stream with a title, and that of a packaged file in the storage for objects."""
    streams = {"\x05SummaryInformation": forms.summary(plant("properties", "the title"))}
    if objects:
        streams[f"{objects}/\x01Ole10Native"] = forms.native("a.txt", plant("attachment", "a packaged file").encode())
    return streams


def _doc(plant: Plant) -> bytes:
    """A document in one piece (MS-DOC 2.8.35), whose second and third paragraphs are hidden and deleted."""
    first = plant("body", "the text") + "\r"
    unseen, gone = plant("hidden", "hidden text") + "\r", plant("tracked", "a deletion") + "\r"
    parts = {n: plant(column, place) + "\r" for n, (column, place) in enumerate(_STORIES) if column and n}
    main = first + unseen + gone
    looks = [(0, b""), (len(first), b"\x3c\x08\x01"), (len(first + unseen), b"\x00\x08\x01"), (len(main), b"")]
    return forms.doc({0: main, **parts}, looks, _beside(plant, "ObjectPool/_1"))


def _xls(plant: Plant) -> bytes:
    """A workbook of a shown and a hidden sheet with one shared string in each row (MS-XLS 2.4)."""
    strings = [plant("body", "a cell"), plant("hidden", "a hidden row"), plant("hidden", "a hidden sheet")]
    note = plant("comment", "a cell comment")
    comment = forms.record(0x5D, struct.pack("<HHHH", 0x15, 18, 0x19, 5) + bytes(14))
    comment += forms.record(0x1B6, bytes(10) + struct.pack("<H", len(note)) + bytes(6))
    comment += forms.record(0x3C, b"\x01" + note.encode("utf-16-le"))
    comment += forms.record(0x1C, struct.pack("<HHHH", 0, 0, 0, 5) + forms.text16("Ada"))
    unseen = forms.record(0x208, struct.pack("<8H", 1, 0, 1, 0, 0, 0, 0x20, 0))
    cells = [forms.record(0xFD, struct.pack("<HHHI", row, 0, 0, number)) for row, number in ((0, 0), (1, 1), (0, 2))]
    margins = forms.record(0x14, forms.text16("&L" + plant("margin", "the header")))
    sheets = [("Shown", 0, unseen + cells[0] + cells[1] + margins + comment), ("Unseen", 1, cells[2])]
    return forms.xls(sheets, strings, _beside(plant, "MBD00000001"))


def _ppt(plant: Plant) -> bytes:
    """A presentation of a shown and a hidden slide (MS-PPT 2.4), its objects found through a persist directory."""

    def chars(text: str) -> bytes:
        return forms.atom(0x0FA0, text.encode("utf-16-le"))

    inside = forms.packaged("a.txt", plant("attachment", "a packaged file").encode())
    hide = forms.atom(0x03F9, struct.pack("<IIBBHHBB", 0, 0, 0, 0, 4, 0, 0, 0))
    said = (forms.atom(0x0FBA, t.encode("utf-16-le"), n) for n, t in enumerate(("Ada", plant("comment", "a comment"))))
    objects = [
        forms.holder(0x03E8),
        forms.holder(0x03EE, chars(plant("body", "a slide")), forms.holder(0x2EE0, *said)),
        forms.holder(0x03EE, hide, chars(plant("hidden", "a hidden slide"))),
        forms.holder(0x03F0, chars(plant("speaker", "the notes"))),
        forms.atom(0x1011, struct.pack("<I", len(inside)) + zlib.compress(inside), 1),
    ]
    return forms.ppt(dict(enumerate(objects, 1)), streams=_beside(plant))


def _other(plant: Plant) -> bytes:
    """A drawing of the older Visio, of which loose strings are read."""
    words = plant("body", "a string").split()
    return forms.compound(
        {"VisioDocument": b"\x01\xff\x03".join(f"{w} {w}".encode("utf-16-le") for w in words), **_beside(plant)}
    )


BUILDERS = (
    Builder("doc", "report.doc", "Word 97-2003 document", _doc),
    Builder("xls", "figures.xls", "Excel 97-2003 workbook", _xls),
    Builder("ppt", "talk.ppt", "PowerPoint 97-2003 presentation", _ppt),
    Builder("vsd", "plan.vsd", "Compound file", _other),
)
