"""Zip files with fixed times and no compression, so that they are the same bytes whatever zlib made them.

Also the traditional encryption of PKWARE's APPNOTE 6.1, which the standard library reads and doesn't write.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Sequence

from sample_corpus.catalog import Node, noise

STAMP = (2024, 6, 3, 9, 30, 0)


def zip_bytes(members: Sequence[tuple[str, bytes]]) -> bytes:
    """Return a stored zip with these members in this order."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, data in members:
            info = zipfile.ZipInfo(name, STAMP)
            info.create_system = 3
            info.external_attr = 0o644 << 16
            archive.writestr(info, data)
    return buffer.getvalue()


def zipped(key: str, members: Sequence[Node]) -> Node:
    """Write named nodes into a zip."""
    data = zip_bytes([(node.name, node.data) for node in members])
    return Node(key, data, [], list(members), media="application/zip")


def _keys(password: bytes) -> list[int]:
    keys = [0x12345678, 0x23456789, 0x34567890]
    for byte in password:
        _update(keys, byte)
    return keys


def _update(keys: list[int], byte: int) -> None:
    keys[0] = zlib.crc32(bytes([byte]), keys[0] ^ 0xFFFFFFFF) ^ 0xFFFFFFFF
    keys[1] = ((keys[1] + (keys[0] & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
    keys[2] = zlib.crc32(bytes([keys[1] >> 24]), keys[2] ^ 0xFFFFFFFF) ^ 0xFFFFFFFF


def _encrypt(plain: bytes, password: bytes) -> bytes:
    keys, out = _keys(password), bytearray()
    for byte in plain:
        mix = (keys[2] | 2) & 0xFFFF
        out.append(byte ^ ((mix * (mix ^ 1)) >> 8 & 0xFF))
        _update(keys, byte)
    return bytes(out)


def encrypted_zip(name: str, plain: bytes, password: bytes) -> bytes:
    """Return a zip with one stored member under traditional encryption (APPNOTE 6.1.5 to 6.1.7)."""
    check = zlib.crc32(plain)
    body = _encrypt(noise(name, 11) + bytes([check >> 24]) + plain, password)
    year, month, day, hour, minute, _ = STAMP
    stamp = struct.pack("<HH", hour << 11 | minute << 5, (year - 1980) << 9 | month << 5 | day)
    common = struct.pack("<HHH", 20, 1, 0) + stamp + struct.pack("<III", check, len(body), len(plain))
    raw = name.encode()
    local = b"PK\x03\x04" + common + struct.pack("<HH", len(raw), 0) + raw + body
    entry = b"PK\x01\x02" + struct.pack("<H", 20) + common + struct.pack("<HHHHHII", len(raw), 0, 0, 0, 0, 0, 0) + raw
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(entry), len(local), 0)
    return local + entry + end
