"""Drawings of AutoCAD (selftest room, builders): DWG of three kinds of file, and DXF as text and binary."""

from __future__ import annotations

import struct
from collections.abc import Callable

from triage.parsers.cfb import Storage
from triage.parsers.cfb import build as compound
from triage.selftest.builders.dwgwriter import SENTINEL, DwgWriter, Writer, encoded
from triage.selftest.canary import ENGLISH, Builder, Plant

_DWG, _DXF = "AutoCAD drawing", "drawing exchange file (DXF)"
TEXT, ATTRIB, ATTDEF, LINEAR, DICTIONARY, MTEXT, HEADER, LAYER, OLE, XRECORD = 1, 2, 3, 21, 42, 44, 49, 51, 74, 79


def text(w: Writer, said: str, plain: bool = True) -> Writer:
    """Write TEXT: all that may be left out is, or nothing of it (``plain`` False)."""
    if w.version < b"AC1015":
        w.zeros(1)
        w.raw(bytes(32))
        w.zeros(8)
    elif plain:
        w.raw(b"\xff" + bytes(16))
        w.b(1, 1)
        w.raw(struct.pack("<d", 2.5))
    else:
        w.raw(b"\0" + bytes(24))
        w.b(0, 0)  # as the point before
        w.b(0, 1)
        w.raw(bytes(4))
        w.b(0)
        w.zeros(3)
        w.b(0)
        w.zeros(1)
        w.raw(bytes(16) + struct.pack("<d", 2.5) + bytes(8))
    w.text(said)
    return w


def attribute(w: Writer, value: str, tag: str, prompt: str = "") -> Writer:
    """Write ATTRIB or, with what is asked, ATTDEF."""
    text(w, value)
    w.bits += "101010" if w.version < b"AC1015" else ""
    w.text(tag)
    w.short(0)
    w.raw(b"\0")
    if prompt:
        w.text(prompt)
    return w


def lines(w: Writer, said: str) -> Writer:
    """Write MTEXT."""
    w.zeros(11 if w.version < b"AC1021" else 12)
    w.short(1)
    w.short(1)
    w.zeros(2)
    w.text(said)
    return w


def dimension(w: Writer, said: str) -> Writer:
    """Write a dimension whose measure another text stands for."""
    w.zeros(3)
    w.raw(bytes(16))
    w.zeros(1)
    w.raw(b"\0")
    w.text(said)
    w.zeros(5)
    return w


def layer(w: Writer, name: str) -> Writer:
    """Write a layer that is frozen and off."""
    w.text(name)
    w.b(0)
    w.short(0)
    w.b(0)
    w.short(3)
    w.short(7)
    return w


def header(w: Writer, name: str, path: str = "", about: str = "") -> Writer:
    """Write the header of a block, which may stand for another drawing."""
    w.text(name)
    w.b(0)
    w.short(0)
    w.b(0, 0, 0, int(bool(path)), 0)
    w.bits += "" if w.version < b"AC1015" else "0"
    if w.version >= b"AC1018":
        w.long(0)
    w.zeros(3)
    w.text(path)
    if w.version >= b"AC1015":
        w.raw(b"\0")
        w.text(about)
        w.long(0)
    return w


def dictionary(w: Writer, *names: str) -> Writer:
    """Write the names of a dictionary's entries."""
    w.long(len(names))
    if w.version >= b"AC1015":
        w.short(1)
        w.raw(b"\1")
    for name in names:
        w.text(name)
    return w


def record(w: Writer, values: list[tuple[int, str]]) -> Writer:
    """Write an XRECORD of strings, with a number and a point before them."""
    wide = w.version >= b"AC1021"
    data = struct.pack("<HH", 70, 1) + struct.pack("<H3d", 10, 1, 2, 3)
    for code, said in values:
        raw = encoded(said, w.version)
        data += struct.pack("<H", code)
        data += struct.pack("<H", len(raw) // 2) if wide else struct.pack("<HB", len(raw), 30)
        data += raw
    w.long(len(data))
    w.raw(data)
    w.short(1)
    return w


def frame(w: Writer, content: bytes) -> Writer:
    """Write an OLE2FRAME with an object that packages a file."""
    body = b"\x02\0a.txt\0C:\\a.txt\0\0\0\x03\0" + struct.pack("<I", 9) + b"C:\\a.txt\0"
    body += struct.pack("<I", len(content)) + content
    root = Storage()
    root.put(["\x01Ole10Native"], struct.pack("<I", len(body)) + body)
    data = bytes(128) + compound(root)
    w.short(2)
    w.short(0)
    w.long(len(data))
    w.raw(data)
    w.raw(b"\3")
    return w


def preview(picture: bytes, kind: int, at: int = 0) -> bytes:
    """Return a preview: a list of its parts, then these."""
    first = at + 16 + 5 + 18
    head = struct.pack("<BII", 1, first, 80) + struct.pack("<BII", kind, first + 80, len(picture))
    return SENTINEL + struct.pack("<IB", len(head) + 80 + len(picture), 2) + head + bytes(80) + picture


def cut(word: str) -> str:
    """Return a word that changes its colour and its font in the middle."""
    return f"{{{word[:3]}\\C1;{word[3:5]}}}{{\\fArial|b1|i0|c0|p34;{word[5:]}}}"


def _dwg(version: bytes) -> Callable[[Plant], bytes]:
    def build(plant: Plant) -> bytes:
        d = DwgWriter(version, classes=[("MULTILEADER", True)])
        title, custom = plant("properties", "title"), plant("properties", "a property of a user's own")
        d.summary[0], d.custom = title, [("Code", custom)]
        d.add(LAYER, layer(d.writer(), plant("properties", "a frozen layer")), drawn=False)
        block, about = plant("properties", "a block's name"), plant("properties", "a block's description")
        d.add(HEADER, header(d.writer(), block, "C:\\x\\wren.dwg", about), drawn=False)
        d.add(DICTIONARY, dictionary(d.writer(), plant("properties", "a layout's name"), "DWGPROPS"), drawn=False)
        link = plant("hidden", "the address of a link")
        d.add(TEXT, text(d.writer(), plant("body", "a line of text")), extended=["PE_URL", link])
        d.add(TEXT, text(d.writer(), plant("body", "a line with all its values"), plain=False))
        word = plant("body", "a word that changes its colour", (ENGLISH,))
        d.add(MTEXT, lines(d.writer(), f"{cut(word)}\\P{plant('body', 'several lines')}"))
        d.add(ATTDEF, attribute(d.writer(), "", "PROJECT", plant("body", "what is asked")))
        d.add(ATTRIB, attribute(d.writer(), plant("body", "a title block's entry"), "PROJECT"))
        d.add(LINEAR, dimension(d.writer(), plant("body", "a dimension's text")))
        leader = d.writer()
        leader.zeros(3)
        leader.text(plant("body", "an object of a class of its own"))
        d.add(500, leader)
        d.add(XRECORD, record(d.writer(), [(1, plant("hidden", "a record"))]), drawn=False)
        if version == b"AC1015":
            kept = [(1, "DWGPROPS COOKIE"), (2, title), (300, f"Code={custom}")]
            d.add(XRECORD, record(d.writer(), kept), drawn=False)
        d.add(OLE, frame(d.writer(), plant("attachment", "an embedded object").encode()))
        d.add(TEXT, text(d.writer(), plant("hidden", "a deleted text")), listed=False)
        d.add(TEXT, text(d.writer(), "the last"))
        return d.whole()

    return build


def pairs(plant: Plant) -> list[tuple[int, str | int | float]]:
    """Return the pairs of a drawing."""
    word = plant("body", "a word that changes its colour", (ENGLISH,))
    long = f"{'and so on ' * 26}{plant('body', 'a text in pieces')}"
    return [
        (999, plant("comment", "a comment")), (0, "SECTION"), (2, "HEADER"), (9, "$ACADVER"), (1, "AC1032"),
        (9, "$TDCREATE"), (40, 2460445.5), (9, "$PROJECTNAME"), (1, plant("properties", "the project")),
        (9, "$CUSTOMPROPERTYTAG"), (1, "Code"),
        (9, "$CUSTOMPROPERTY"), (1, plant("properties", "a property of a user's own")), (0, "ENDSEC"),
        (0, "SECTION"), (2, "TABLES"), (0, "TABLE"), (2, "LAYER"), (0, "LAYER"), (5, "10"),
        (2, plant("properties", "a frozen layer")), (70, 1), (62, -7), (0, "ENDTAB"), (0, "ENDSEC"),
        (0, "SECTION"), (2, "BLOCKS"), (0, "BLOCK"), (8, "0"), (2, plant("properties", "a block's name")),
        (10, 1.0), (1, "C:\\x\\wren.dwg"), (0, "ATTDEF"), (1, ""), (3, plant("body", "what is asked")), (2, "PROJECT"),
        (0, "ENDBLK"), (0, "ENDSEC"), (0, "SECTION"), (2, "ENTITIES"),
        (0, "TEXT"), (8, "0"), (10, 1.5), (20, 2.5), (40, 3.0), (1, plant("body", "a line of text")),
        (1001, "PE_URL"), (1000, plant("hidden", "the address of a link")),
        (0, "MTEXT"), (8, "0"), (1, f"{cut(word)}\\P{plant('body', 'several lines')}"),
        (0, "MTEXT"), (3, long[:250]), (1, long[250:]),
        (0, "ATTRIB"), (1, plant("body", "a title block's entry")), (2, "PROJECT"),
        (0, "DIMENSION"), (1, plant("body", "a dimension's text")), (2, "*D1"),
        (0, "MULTILEADER"), (304, plant("body", "a leader's text")), (0, "ENDSEC"),
        (0, "SECTION"), (2, "OBJECTS"), (0, "XRECORD"), (1, plant("hidden", "a record")), (0, "ENDSEC"), (0, "EOF"),
    ]  # fmt: skip


def written(found: list[tuple[int, str | int | float]]) -> bytes:
    """Return pairs as lines."""
    return "".join(f"{code:3}\r\n{value}\r\n" for code, value in found).encode()


def binary(found: list[tuple[int, str | int | float]], wide: bool = True) -> bytes:
    """Return pairs in the binary form; codes have one byte before R13 (``wide`` False)."""
    out = b"AutoCAD Binary DXF\r\n\x1a\0"
    for code, value in found:
        out += struct.pack("<H", code) if wide else bytes((code,)) if code < 255 else b"\xff" + struct.pack("<H", code)
        kind = "<d" if isinstance(value, float) else "<h"
        out += value.encode() + b"\0" if isinstance(value, str) else struct.pack(kind, value)
    return out


BUILDERS = (
    Builder("dwg 2000", "plan.dwg", _DWG, _dwg(b"AC1015")),
    Builder("dwg 2004", "plan.dwg", _DWG, _dwg(b"AC1018")),
    Builder("dwg 2007", "plan.dwg", _DWG, _dwg(b"AC1021")),
    Builder("dwg 2018", "plan.dwg", _DWG, _dwg(b"AC1032")),
    Builder("dxf", "plan.dxf", _DXF, lambda plant: written(pairs(plant))),
    Builder("dxf binary", "plan.dxf", _DXF, lambda plant: binary(pairs(plant))),
)
