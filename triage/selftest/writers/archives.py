"""Archives that no library writes: ZIP members as they will stand in the file, its old encryption, RAR and ar."""

from __future__ import annotations

import io
import struct
import tarfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass


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


def tar_of(files: Mapping[str, bytes], mode: str = "w") -> bytes:
    """Return a tar archive; ``mode`` is that of ``tarfile``."""
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return target.getvalue()


def rar_of(files: Mapping[str, bytes], flags: int = 0, method: int = 0x30) -> bytes:
    """Return a RAR 2.9 archive whose members are stored; packed ones only the maker of the format may write."""

    def block(kind: int, flags: int, body: bytes) -> bytes:
        head = struct.pack("<BHH", kind, flags, 7 + len(body)) + body
        return struct.pack("<H", zlib.crc32(head) & 0xFFFF) + head

    out = b"Rar!\x1a\x07\x00" + block(0x73, 0, bytes(6))
    for name, data in files.items():
        raw = name.encode()
        body = struct.pack(
            "<IIBIIBBHI", len(data), len(data), 3, zlib.crc32(data), 0x21 << 16, 29, method, len(raw), 0o100644
        )
        out += block(0x74, 0x8000 | flags, body + raw) + data
    return out + block(0x7B, 0x4000, b"")


def ar_of(files: Mapping[str, bytes]) -> bytes:
    """Return an ar archive."""
    out = b"!<arch>\n"
    for name, data in files.items():
        fields = f"{0:<12}{0:<6}{0:<6}{'100644':<8}{len(data):<10}`\n".encode()
        out += f"{name}/".encode().ljust(16) + fields + data + b"\n" * (len(data) % 2)
    return out
