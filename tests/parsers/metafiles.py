"""Builds small Windows metafiles for tests, record by record (MS-WMF, MS-EMF)."""

from __future__ import annotations

import struct
import zlib


def wmf(*records: tuple[int, bytes], placeable: bool = False) -> bytes:
    """Return a WMF of these records (kind, body)."""
    body = b"".join(struct.pack("<IH", 3 + (len(b) + 1) // 2, kind) + b + bytes(len(b) % 2) for kind, b in records)
    head = b"\x01\x00\x09\x00\x00\x03" + struct.pack("<IHIH", 9 + len(body) // 2, 2, 0, 0)
    return (b"\xd7\xcd\xc6\x9a" + bytes(18) if placeable else b"") + head + body + struct.pack("<IH", 3, 0)


def emf(*records: tuple[int, bytes]) -> bytes:
    """Return an EMF of these records (kind, body)."""
    body = b"".join(struct.pack("<II", kind, 8 + len(b) + -len(b) % 4) + b + bytes(-len(b) % 4) for kind, b in records)
    head = struct.pack("<II", 1, 88) + bytes(32) + b" EMF" + bytes(44)
    return head + body + struct.pack("<II", 14, 8)


def emf_text(text: str, x: int, y: int, width: int = 0, options: int = 0) -> tuple[int, bytes]:
    """Return an ExtTextOutW record, each character ``width`` wide where that isn't 0."""
    raw = text.encode("utf-16-le")
    raw += bytes(-len(raw) % 4)
    steps = struct.pack(f"<{len(text)}I", *[width] * len(text)) if width else b""
    at = 76 + len(raw) if width else 0
    fixed = bytes(28) + struct.pack("<iiIIIiiiiI", x, y, len(text), 76, options, 0, 0, 0, 0, at)
    return 84, fixed + raw + steps


def blip(picture: bytes, kind: int, instance: int, packed: bool = True) -> bytes:
    """Return a picture as older Office files keep it (MS-ODRAW 2.2.24, 2.2.25); an odd instance has a second id."""
    data = zlib.compress(picture) if packed else picture
    ids = bytes(32 if instance & 1 else 16)
    inner = ids + struct.pack("<I24xIBB", len(picture), len(data), 0 if packed else 0xFE, 0xFE) + data
    return struct.pack("<HHI", instance << 4, kind, len(inner)) + inner
