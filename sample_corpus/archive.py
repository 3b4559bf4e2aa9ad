"""Zip files: with fixed times and no compression, the same bytes whatever zlib made them; with members as given."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from sample_corpus.catalog import Node, noise
from tests.writers.package import Stamp
from tests.writers.package import zipped as zipped_members

STAMP: Stamp = (2024, 6, 3, 9, 30, 0)


@dataclass
class ZipMember:
    """A ZIP member as it will stand in the file; ``data`` is packed already, ``plain`` gives checksum and size."""

    name: bytes
    data: bytes
    plain: bytes
    method: int = 0
    flags: int = 0
    extra: bytes = b""
    listed: bool = True
    stamp: tuple[int, int] = (0, 0x21)
    """Time and date as MS-DOS counts them."""


def zip_of(*members: ZipMember, directory: bool = True) -> bytes:
    """Lay members out as APPNOTE 4.3 says; members with ``listed`` False stay out of the directory."""
    out, listing = bytearray(), bytearray()
    for m in members:
        at = len(out)
        sizes = (zlib.crc32(m.plain), len(m.data), len(m.plain), len(m.name), len(m.extra))
        common = struct.pack("<HHHHHIIIHH", 20, m.flags, m.method, *m.stamp, *sizes)
        out += b"PK\x03\x04" + common + m.name + m.extra + m.data
        if m.listed:
            listing += b"PK\x01\x02\x14\x00" + common + bytes(10) + struct.pack("<I", at) + m.name + m.extra
    if directory:
        count = sum(m.listed for m in members)
        end = struct.pack("<HHHHIIH", 0, 0, count, count, len(listing), len(out), 0)
        out += listing + b"PK\x05\x06" + end
    return bytes(out)


def old_encryption(plain: bytes, secret: bytes, header: bytes) -> bytes:
    """Encrypt as APPNOTE 6.1 says; the last of the header's twelve bytes is the check byte."""
    keys = [0x12345678, 0x23456789, 0x34567890]

    def crc(value: int, byte: int) -> int:
        return ~zlib.crc32(bytes((byte,)), ~value & 0xFFFFFFFF) & 0xFFFFFFFF

    def update(byte: int) -> None:
        keys[0] = crc(keys[0], byte)
        keys[1] = ((keys[1] + (keys[0] & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        keys[2] = crc(keys[2], keys[1] >> 24)

    for byte in secret:
        update(byte)
    out = bytearray()
    for byte in header + plain:
        temp = (keys[2] | 2) & 0xFFFF
        out.append(byte ^ ((temp * (temp ^ 1)) >> 8 & 0xFF))
        update(byte)
    return bytes(out)


def zip_bytes(members: Sequence[tuple[str, bytes]]) -> bytes:
    """Return a stored zip with these members in this order."""
    return zipped_members(dict(members), zipfile.ZIP_STORED, STAMP)


def zipped(key: str, members: Sequence[Node]) -> Node:
    """Write named nodes into a zip."""
    data = zip_bytes([(node.name, node.data) for node in members])
    return Node(key, data, [], list(members), media="application/zip")


def encrypted_zip(name: str, plain: bytes, password: bytes) -> bytes:
    """Return a zip with one stored member under traditional encryption (APPNOTE 6.1.5 to 6.1.7)."""
    year, month, day, hour, minute, _ = STAMP
    stamp = hour << 11 | minute << 5, (year - 1980) << 9 | month << 5 | day
    data = old_encryption(plain, password, noise(name, 11) + bytes([zlib.crc32(plain) >> 24]))
    return zip_of(ZipMember(name.encode(), data, plain, flags=1, stamp=stamp))
