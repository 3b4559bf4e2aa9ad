"""Records of the older office formats' drawings and presentations, and the words in drawings.

MS-ODRAW 2.2.1 and MS-PPT 2.3.1 (record header, which is the same), MS-ODRAW 2.2.9 (property tables), 2.3.22.2
(gtextUNICODE), 2.3.4.5 (wzDescription).
"""

from __future__ import annotations

import hashlib
import re
import struct
from collections.abc import Iterator
from typing import NamedTuple

from triage.model.items import Child
from triage.parsers.kit import metafile
from triage.parsers.kit.picture_size import is_page
from triage.parsers.kit.texts import Texts

TABLES = (0xF00B, 0xF121, 0xF122)
_TAG_DATA = 0x138B
_WORDART, _DESCRIPTION = 0x00C0, 0x0381
_ORIGINS = {_WORDART: "textbox", _DESCRIPTION: "hidden"}
_DEEPEST = 40


class OfficeRecord(NamedTuple):
    """One record: type, instance, whether it holds records, its place and payload; ``persist`` its object's number.

    ``cut`` says whether it claims more bytes than are there.
    """

    kind: int
    instance: int
    container: bool
    at: int
    data: bytes
    persist: int = -1
    cut: bool = False


def records(data: bytes, start: int = 0) -> Iterator[OfficeRecord]:
    """Yield the records that follow one another in ``data``; the last may be cut."""
    at = start
    while at + 8 <= len(data):
        head, kind, size = struct.unpack_from("<HHI", data, at)
        end = at + 8 + size
        yield OfficeRecord(kind, head >> 4, head & 0xF == 0xF, at, data[at + 8 : end], cut=end > len(data))
        at = end


def inside(record: OfficeRecord, depth: int = 0) -> Iterator[OfficeRecord]:
    """Yield all records below one, depth first; the data of binary tags counts as records (MS-PPT 2.4.23)."""
    if depth < _DEEPEST and (record.container or record.kind == _TAG_DATA) and not _is_package(record):
        for inner in records(record.data):
            yield inner
            yield from inside(inner, depth + 1)


def is_broken(record: OfficeRecord, depth: int = 0) -> bool:
    """Whether a record, or one that is held in it, claims more bytes than are there."""
    if record.cut or depth > _DEEPEST or not record.container or _is_package(record):
        return record.cut
    return any(is_broken(inner, depth + 1) for inner in records(record.data))


def _is_package(record: OfficeRecord) -> bool:
    """Whether a record holds a zip, as later versions keep beside the records what these can't say (MS-PPT 2.11)."""
    return record.data[:4] == b"PK\x03\x04"


def words(untrusted_art: bytes) -> Iterator[tuple[str, str]]:
    """Yield (origin, text) of every WordArt ("textbox") and alternative text ("hidden") in a run of records."""
    for top in records(untrusted_art):
        for record in (top, *inside(top)):
            if record.kind in TABLES:
                yield from properties(record.data, record.instance)


def properties(table: bytes, count: int) -> Iterator[tuple[str, str]]:
    """Yield (origin, text) of the strings in one property table of ``count`` entries."""
    at = 6 * count
    for index in range(min(count, len(table) // 6)):
        code, value = struct.unpack_from("<HI", table, 6 * index)
        if not code & 0x8000:
            continue
        origin = _ORIGINS.get(code & 0x3FFF)
        if origin:
            text = table[at : at + value].decode("utf-16-le", "replace").rstrip("\0")
            yield origin, text.replace("\r", "\n")
        at += value


# Pictures in the older Office formats: the rasters that a stream of drawing records holds, as children.
#
# MS-ODRAW 2.2.27 to 2.2.31 (JPEG, PNG, DIB, TIFF). They are found by the heads of their records wherever those stand:
# in Word's Data and WordDocument streams, in PowerPoint's Pictures stream and in a workbook's drawing group.
# Metafiles are read for their text (``metafile``) and are no children, as in the newer formats.

_HEAD = re.compile(
    rb"(?:[\xa0\xb0]\x46|[\x20\x30]\x6e)[\x1d\x2a]\xf0|[\x00\x10]\x6e\x1e\xf0|[\x80\x90]\x7a\x1f\xf0|[\x40\x50]\x6e\x29\xf0"
)
"""A record's instance and type; the lowest bit of the instance tells that two ids stand before the picture."""
_METAFILES = re.compile(rb"[\x40\x50]\x3d\x1a\xf0|[\x60\x70]\x21\x1b\xf0|[\x20\x30]\x54\x1c\xf0")
_KINDS = {
    0x1D: (".jpg", b"\xff\xd8\xff"),
    0x2A: (".jpg", b"\xff\xd8\xff"),
    0x1E: (".png", b"\x89PNG\r\n"),
    0x1F: (".bmp", b"BM"),
    0x29: (".tif", b""),
}
_ID, _TAG = 16, 1


class Drawings:
    """The streams of a file that hold pictures; ``texts`` gets what their metafiles draw."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._streams: list[tuple[bytes, bool]] = []

    def read(self, untrusted_stream: bytes) -> None:
        """Read the metafiles of a stream, and note whether one of them keeps files beside its drawing."""
        keeping = False
        for picture in metafile.pictures(untrusted_stream):
            self._texts.add("textbox", "\n".join(metafile.lines(picture)))
            keeping = keeping or metafile.keeps_files(picture)
        self._streams.append((untrusted_stream, keeping))

    def pictured(self) -> bool:
        """Whether there is a picture of any kind, metafiles included."""
        return any(_HEAD.search(stream) or _METAFILES.search(stream) for stream, _ in self._streams)

    def children(self) -> Iterator[Child]:
        """Yield the pictures that may show text (``is_page``), each one once, numbered among all that there are.

        Of metafiles the files that they keep beside their drawing are yielded.
        """
        seen: set[bytes] = set()
        for stream, keeping in self._streams:
            for ending, picture in _rasters(stream):
                digest = hashlib.sha256(picture).digest()
                if digest not in seen:
                    seen.add(digest)
                    if is_page(picture):
                        yield Child(f"image{len(seen)}{ending}", picture)
            for number, picture in enumerate(metafile.pictures(stream) if keeping else (), 1):
                yield from metafile.embedded_files(picture, f"metafile{number}")


def _rasters(untrusted_stream: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield (ending, file) of each picture; one that runs over the stream's end is cut there."""
    head = _HEAD.search(untrusted_stream)
    while head is not None:
        at = head.end()
        ending, start = _KINDS[untrusted_stream[at - 2]]
        begin = at + 4 + _TAG + _ID * (2 if untrusted_stream[head.start()] & 0x10 else 1)
        end = at + 4 + int.from_bytes(untrusted_stream[at : at + 4], "little")
        before = _file_header(untrusted_stream[begin : begin + 40], end - begin) if ending == ".bmp" else b""
        is_picture = end > begin and (before or untrusted_stream).startswith(start, 0 if before else begin)
        if is_picture:
            yield ending, before + untrusted_stream[begin:end]
        head = _HEAD.search(untrusted_stream, end if is_picture else at)


def _file_header(bitmap: bytes, length: int) -> bytes:
    """Return the file header that a bitmap lacks here (MS-WMF 2.2.2.9), b"" for one that has it or is none."""
    try:
        size = struct.unpack_from("<I", bitmap)[0]
        if size == 12:
            bits = struct.unpack_from("<H", bitmap, 10)[0]
            palette = 3 << bits if bits <= 8 else 0
        elif 40 <= size <= 124:
            bits, packing, used = struct.unpack_from("<14xHI12xI", bitmap)
            palette = 4 * (used or (1 << bits if bits <= 8 else 0)) + (12 if size == 40 and packing == 3 else 0)
        else:
            return b""
    except struct.error:
        return b""
    return b"BM" + struct.pack("<III", min(14 + length, 0xFFFFFFFF), 0, min(14 + size + palette, 0xFFFFFFFF))
