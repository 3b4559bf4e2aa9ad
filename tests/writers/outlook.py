"""Outlook's messages (MS-OXMSG 2) and transport envelopes (MS-OXTNEF).

The compound file around a message is written by ``parsers.kit.compound`` and read by olefile.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence

from triage.parsers.kit.compound import Storage

INTEGER, BOOLEAN, OBJECT, UNICODE, TIME, BINARY = 0x0003, 0x000B, 0x000D, 0x001F, 0x0040, 0x0102
Property = tuple[int, int, int | str | bytes]
"""Property id, type (MS-OXCDATA 2.11.1) and value; a TIME is in 100 ns since 1601."""


def properties(header: bytes, values: Sequence[Property]) -> Storage:
    """Return a storage with the property stream (MS-OXMSG 2.4) and the values of variable length beside it."""
    storage, table = Storage(), header
    for number, kind, value in sorted(values, key=lambda v: v[0]):
        tag = kind | number << 16
        if isinstance(value, int):
            table += struct.pack("<IIq", tag, 6, value)
        elif kind == OBJECT:
            table += struct.pack("<IIII", tag, 6, 0xFFFFFFFF, 1)
        else:
            data = value.encode("utf-16-le") if isinstance(value, str) else value
            table += struct.pack("<IIII", tag, 6, len(data) + 2 * (kind == UNICODE), 0)
            storage.entries[f"__substg1.0_{tag:08X}"] = data
    storage.entries["__properties_version1.0"] = table
    return storage


def recipient(name: str, address: str, kind: int, number: int) -> Storage:
    """Return the storage of a recipient: 1 to, 2 cc, 3 bcc (MS-OXOMSG 2.2.3.1)."""
    values: list[Property] = [
        (0x0C15, INTEGER, kind),
        (0x0FFE, INTEGER, 6),
        (0x3000, INTEGER, number),
        (0x3001, UNICODE, name),
        (0x3002, UNICODE, "SMTP"),
        (0x3003, UNICODE, address),
        (0x39FE, UNICODE, address),
    ]
    return properties(bytes(8), values)


def message(
    values: Sequence[Property],
    recipients: Sequence[Storage] = (),
    attachments: Sequence[Storage] = (),
    *,
    top: bool = True,
) -> Storage:
    """Return a message; not ``top`` is one that lies in another (MS-OXMSG 2.4.1.1, 2.4.1.2)."""
    counts = struct.pack("<IIII", *2 * (len(recipients), len(attachments)))
    storage = properties(bytes(8) + counts + bytes(8 if top else 0), values)
    for kind, parts in (("recip", recipients), ("attach", attachments)):
        storage.entries |= {f"__{kind}_version1.0_#{number:08X}": part for number, part in enumerate(parts)}
    return storage


def tnef_attribute(level: int, number: int, kind: int, data: bytes) -> bytes:
    """Return an attribute with its checksum (MS-OXTNEF 2.1.3.1)."""
    return struct.pack("<BHHI", level, number, kind, len(data)) + data + struct.pack("<H", sum(data) & 0xFFFF)


def tnef_properties(values: Mapping[tuple[int, int], bytes]) -> bytes:
    """Return a list of properties of variable size (MS-OXTNEF 2.1.3.4)."""
    out = struct.pack("<I", len(values))
    for (number, kind), value in values.items():
        out += struct.pack("<HHII", kind, number, 1, len(value)) + value + bytes(-len(value) % 4)
    return out


def tnef(*attributes: bytes) -> bytes:
    """Return an envelope of these attributes."""
    return struct.pack("<IH", 0x223E9F78, 1) + b"".join(attributes)
