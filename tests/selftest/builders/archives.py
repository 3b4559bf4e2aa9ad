# ruff: noqa: E501  (markup stands in one piece)
"""Archives and books (builders): what lies in them, and in archives in them."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zipfile
from collections.abc import Callable
from functools import partial

from tests.selftest.plant import Builder, Plant
from tests.writers.archives import ar_of, rar_of, tar_of
from tests.writers.package import zipped
from triage.selftest.documents import LIBARCHIVE

_COMPRESSED = "compressed file (gzip, bzip2, xz, lzma, zstd, compress)"
_METHODS = (
    (zipfile.ZIP_STORED, "stored", "a stored member"),
    (zipfile.ZIP_DEFLATED, "deflated", "a deflated member"),
    (zipfile.ZIP_BZIP2, "bzip2", "a member packed with bzip2"),
    (zipfile.ZIP_LZMA, "lzma", "a member packed with lzma"),
)


def _zip(plant: Plant) -> bytes:
    inner = zipped({"deep.txt": plant("inner", "in a zip in the zip")})
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.comment = plant("properties", "the comment").encode()
        for method, name, place in _METHODS:
            archive.writestr(zipfile.ZipInfo(f"{name}.txt"), plant("attachment", place), method)
        named = zipfile.ZipInfo(f"{plant('file', 'a name of a member')}.txt")
        archive.writestr(named, plant("attachment", "a member with a name"))
        archive.writestr(zipfile.ZipInfo("inner.zip"), inner)
    return target.getvalue()


def _tar(plant: Plant, mode: str) -> bytes:
    member = plant("attachment", "a member").encode()
    return tar_of({"a.txt": member, f"{plant('file', 'a name of a member')}.txt": b"x"}, mode)


def _packed(pack: Callable[[bytes], bytes], place: str = "the content") -> Callable[[Plant], bytes]:
    return lambda plant: pack(plant("attachment", place).encode())


def _sevenzip(plant: Plant) -> bytes:
    import py7zr

    target = io.BytesIO()
    with py7zr.SevenZipFile(target, "w") as archive:
        archive.writestr(plant("attachment", "a member").encode(), plant("file", "the name of a member") + ".txt")
    return target.getvalue()


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


BUILDERS: tuple[Builder, ...] = (
    Builder("zip", "records.zip", "ZIP archive", _zip),
    Builder("tar", "records.tar", "TAR archive", partial(_tar, mode="w")),
    Builder("tar.gz", "records.tar.gz", "TAR archive", partial(_tar, mode="w:gz")),
    Builder("gz", "note.txt.gz", _COMPRESSED, _packed(gzip.compress)),
    Builder("bz2", "note.txt.bz2", _COMPRESSED, _packed(bz2.compress)),
    Builder("xz", "note.txt.xz", _COMPRESSED, _packed(lzma.compress)),
    Builder("7z", "records.7z", "7z archive", _sevenzip),
    Builder("epub", "book.epub", "EPUB book", _epub),
    Builder("rar", "records.rar", LIBARCHIVE, _packed(lambda text: rar_of({"a.txt": text}), "a stored member")),
    Builder("ar", "records.ar", LIBARCHIVE, _packed(lambda text: ar_of({"a.txt": text}), "a member")),
)
