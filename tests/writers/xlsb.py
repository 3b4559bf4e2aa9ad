"""Excel's binary workbooks (MS-XLSB 2.1): records, and a workbook of them."""

from __future__ import annotations

import struct
import zipfile

from tests.selftest.plant import Plant
from tests.writers.package import package, properties, relations


def varint(value: int) -> bytes:
    """Return a number in groups of seven bits, the lowest first (MS-XLSB 2.1.4)."""
    out = bytearray()
    while value > 127:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes((*out, value))


def record(kind: int, data: bytes = b"") -> bytes:
    """Return a record of a binary workbook (MS-XLSB 2.1.4)."""
    return varint(kind) + varint(len(data)) + data


def wide(text: str) -> bytes:
    """Return a string of a binary workbook with its length (MS-XLSB 2.5.168)."""
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _row(number: int, text: str, hidden: bool = False) -> bytes:
    head = record(0, struct.pack("<IIHBBB", number, 0, 300, 0, 0x10 if hidden else 0, 0))
    return head + record(6, struct.pack("<II", 0, 0) + wide(text))


def workbook(plant: Plant) -> bytes:
    """Return a workbook of a shown and a hidden sheet."""
    sheets = b"".join(
        record(156, struct.pack("<II", state, state + 1) + wide(f"rId{state + 1}") + wide(name))
        for state, name in enumerate(("Shown", "Unseen"))
    )
    shared = record(7, struct.pack("<III", 1, 0, 0))
    shown = _row(0, plant("body", "a cell")) + shared + _row(1, plant("hidden", "a hidden row"), hidden=True)
    note = b"\0" + wide(plant("comment", "a cell comment"))
    comments = record(632, wide("Ada")) + record(635, struct.pack("<I", 0) + bytes(32)) + record(637, note)
    names = plant("properties", "the title"), plant("properties", "the company"), plant("properties", "a custom one")
    parts: dict[str, str | bytes] = {
        "xl/workbook.bin": sheets,
        "xl/_rels/workbook.bin.rels": relations(*(("worksheet", f"worksheets/sheet{n}.bin") for n in (1, 2))),
        "xl/worksheets/sheet1.bin": shown,
        "xl/worksheets/sheet2.bin": _row(0, plant("hidden", "a hidden sheet")),
        "xl/sharedStrings.bin": record(19, b"\0" + wide(plant("body", "a shared string"))),
        "xl/comments1.bin": comments,
        **properties(*names),
    }
    return package(parts, zipfile.ZIP_STORED)
