"""Archives: tar, and RAR and ar, which no library writes."""

from __future__ import annotations

import io
import struct
import tarfile
import zlib
from collections.abc import Mapping

import py7zr
from py7zr.helpers import ArchiveTimestamp


def tar_of(files: Mapping[str, bytes], mode: str = "w") -> bytes:
    """Return a tar archive; ``mode`` is that of ``tarfile``."""
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return target.getvalue()


def seven_zip_of(files: Mapping[str, bytes]) -> bytes:
    """Return a 7z archive whose bytes follow from its members alone, not from the time."""
    target = io.BytesIO()
    with py7zr.SevenZipFile(target, "w") as archive:
        for name, data in files.items():
            archive.writestr(data, name)
        for member in archive.header.files_info.files:
            member |= dict.fromkeys(("creationtime", "lastwritetime", "lastaccesstime"), ArchiveTimestamp(0))
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
