"""How large a picture is by its header, and so which pictures in documents become items of their own.

No pixel is decoded here, and nothing is read behind the header. Pillow tells the same in fifty times the time.
"""

from __future__ import annotations

import struct
from collections.abc import Callable

LARGE_BYTES = 32 << 10
_PIXELS, _SIDE = 100_000, 64
"""Room for a few lines of text: bullets, icons (up to 256 x 256) and logos stay below; a piece of a screen doesn't."""
RASTERS = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff")
"""The endings of picture files made of pixels, whose headers this room reads."""
_NO_SIZE = (0, 0)
_MOST_TAGS = 512


def is_page(untrusted_picture: bytes) -> bool:
    """Whether a picture may show a page or a screen: by its width and height in pixels, or by its weight in bytes.

    What is heavy counts whatever its size, as its header may lie or be of a kind that isn't known here.
    """
    if len(untrusted_picture) >= LARGE_BYTES:
        return True
    width, height = size(untrusted_picture)
    return width * height >= _PIXELS and min(width, height) >= _SIDE


def size(untrusted_picture: bytes) -> tuple[int, int]:
    """Return (width, height) in pixels of a PNG, JPEG, GIF, BMP or TIFF, (0, 0) where it can't be told."""
    for start, measure in _MEASURES.items():
        if untrusted_picture.startswith(start):
            try:
                return measure(untrusted_picture)
            except (struct.error, IndexError):
                return _NO_SIZE
    return _NO_SIZE


def _bmp(data: bytes) -> tuple[int, int]:
    """Measure a bitmap; the oldest header has two bytes for a side, and a height below 0 says from the top down."""
    old = struct.unpack_from("<I", data, 14)[0] == 12
    width, height = struct.unpack_from("<HH" if old else "<ii", data, 18)
    return abs(width), abs(height)


def _jpeg(data: bytes) -> tuple[int, int]:
    """Measure by the frame header (ISO/IEC 10918-1 B.2.2), which stands behind segments of any number."""
    at = 2
    while data[at] == 0xFF:
        kind = data[at + 1]
        if kind == 0xFF:
            at += 1
        elif 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        else:
            at += 2 + int(struct.unpack_from(">H", data, at + 2)[0])
    return _NO_SIZE


def _tiff(data: bytes) -> tuple[int, int]:
    """Measure by the first directory (TIFF 6.0, section 2): the tags 256 and 257, each a number of 16 or 32 bits."""
    order = "<" if data[:2] == b"II" else ">"
    first = struct.unpack_from(order + "I", data, 4)[0]
    sides = {256: 0, 257: 0}
    for index in range(min(struct.unpack_from(order + "H", data, first)[0], _MOST_TAGS)):
        tag, kind = struct.unpack_from(order + "HH", data, first + 2 + 12 * index)
        if tag in sides:
            sides[tag] = struct.unpack_from(order + ("H" if kind == 3 else "I"), data, first + 10 + 12 * index)[0]
    return sides[256], sides[257]


_MEASURES: dict[bytes, Callable[[bytes], tuple[int, int]]] = {
    b"\x89PNG\r\n\x1a\n": lambda data: struct.unpack_from(">II", data, 16),
    b"\xff\xd8\xff": _jpeg,
    b"GIF8": lambda data: struct.unpack_from("<HH", data, 6),
    b"BM": _bmp,
    b"II*\0": _tiff,
    b"MM\0*": _tiff,
}
