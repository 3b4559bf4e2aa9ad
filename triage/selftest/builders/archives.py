# ruff: noqa: E501  (markup stands in one piece)
"""Archives and books (builders): what lies in them, and in archives in them."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable

from triage.selftest.builders.package import zipped
from triage.selftest.canary import Builder, Plant

_COMPRESSED = "compressed file (gzip, bzip2, xz, lzma, zstd, compress)"


def _zip(plant: Plant) -> bytes:
    inner = zipped({"deep.txt": plant("inner", "in a zip in the zip")})
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.comment = plant("properties", "the comment").encode()
        for method, name in ((zipfile.ZIP_STORED, "stored"), (zipfile.ZIP_DEFLATED, "deflated")):
            archive.writestr(zipfile.ZipInfo(f"{name}.txt"), plant("attachment", f"a {name} member"), method)
        for method, name in ((zipfile.ZIP_BZIP2, "bzip2"), (zipfile.ZIP_LZMA, "lzma")):
            archive.writestr(
                zipfile.ZipInfo(f"{name}.txt"), plant("attachment", f"a member packed with {name}"), method
            )
        named = zipfile.ZipInfo(f"{plant('file', 'a name of a member')}.txt")
        archive.writestr(named, plant("attachment", "a member with a name"))
        archive.writestr(zipfile.ZipInfo("inner.zip"), inner)
    return target.getvalue()


def _tar(mode: str) -> Callable[[Plant], bytes]:
    def build(plant: Plant) -> bytes:
        target = io.BytesIO()
        members = {"a.txt": plant("attachment", "a member"), f"{plant('file', 'a name of a member')}.txt": "x"}
        with tarfile.open(fileobj=target, mode=mode) as archive:  # type: ignore[call-overload]
            for name, text in members.items():
                entry = tarfile.TarInfo(name)
                entry.size = len(text.encode())
                archive.addfile(entry, io.BytesIO(text.encode()))
        return target.getvalue()

    return build


def _packed(pack: Callable[[bytes], bytes]) -> Callable[[Plant], bytes]:
    return lambda plant: pack(plant("attachment", "the content").encode())


def _sevenzip(plant: Plant) -> bytes:
    import py7zr

    target = io.BytesIO()
    with py7zr.SevenZipFile(target, "w") as archive:
        archive.writestr(plant("attachment", "a member").encode(), plant("file", "the name of a member") + ".txt")
    return target.getvalue()


def rar_of(files: dict[str, bytes], flags: int = 0, method: int = 0x30) -> bytes:
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


def _rar(plant: Plant) -> bytes:
    return rar_of({"a.txt": plant("attachment", "a stored member").encode()})


def _ar(plant: Plant) -> bytes:
    data = plant("attachment", "a member").encode()
    head = f"{'a.txt/':<16}{0:<12}{0:<6}{0:<6}{644:<8}{len(data):<10}`\n".encode()
    return b"!<arch>\n" + head + data + b"\n" * (len(data) % 2)


def _epub(plant: Plant) -> bytes:
    opf = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{plant('properties', 'the title')}</dc:title></metadata><manifest>"
        '<item id="p" href="p.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="p"/></spine></package>'
    )
    box = '<container><rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
    page = (
        f'<html xmlns="http://www.w3.org/1999/xhtml"><body><p>{plant("body", "a page")}</p>'
        f'<p style="display:none">{plant("hidden", "hidden text")}</p></body></html>'
    )
    members = {"mimetype": "application/epub+zip", "META-INF/container.xml": box, "book.opf": opf, "p.xhtml": page}
    return zipped(members, zipfile.ZIP_STORED)


BUILDERS = (
    Builder("zip", "records.zip", "ZIP archive", _zip),
    Builder("tar", "records.tar", "TAR archive", _tar("w")),
    Builder("tar.gz", "records.tar.gz", "TAR archive", _tar("w:gz")),
    Builder("gz", "note.txt.gz", _COMPRESSED, _packed(gzip.compress)),
    Builder("bz2", "note.txt.bz2", _COMPRESSED, _packed(bz2.compress)),
    Builder("xz", "note.txt.xz", _COMPRESSED, _packed(lzma.compress)),
    Builder("7z", "records.7z", "7z archive", _sevenzip),
    Builder("epub", "book.epub", "EPUB book", _epub),
)

LIBARCHIVE = "archive (RAR, cabinet, LHA, ar, cpio, disc image)"
OPTIONAL = (
    Builder("rar", "records.rar", LIBARCHIVE, _rar),
    Builder("ar", "records.ar", LIBARCHIVE, _ar),
)
"""What is read only where libarchive is installed."""
