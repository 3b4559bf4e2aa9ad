"""Pictures in the older Office formats: the rasters that a stream of drawing records holds, as children.

MS-ODRAW 2.2.27 to 2.2.31 (JPEG, PNG, DIB, TIFF). They are found by the heads of their records wherever those stand: in
Word's Data and WordDocument streams, in PowerPoint's Pictures stream and in a workbook's drawing group. Metafiles are
read for their text (``metafile``) and are no children, as in the newer formats.
"""

from __future__ import annotations

import hashlib
import re
import struct
from collections.abc import Iterator

from triage.model.items import Child
from triage.parsers.kit.drawing import metafile
from triage.parsers.kit.picture_size import is_page
from triage.parsers.kit.texts import Texts

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
        before = file_header(untrusted_stream[begin : begin + 40], end - begin) if ending == ".bmp" else b""
        is_picture = end > begin and (before or untrusted_stream).startswith(start, 0 if before else begin)
        if is_picture:
            yield ending, before + untrusted_stream[begin:end]
        head = _HEAD.search(untrusted_stream, end if is_picture else at)


def file_header(bitmap: bytes, length: int) -> bytes:
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
