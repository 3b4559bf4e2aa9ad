"""How ZIP members are packed: methods 0, 8, 9, 12, 14, 93, 95, 98 (APPNOTE 4.4.5), piece by piece."""

from __future__ import annotations

import bz2
import lzma
import struct
from collections.abc import Callable, Iterator

from triage.errors import EarlyEndError, FormatError
from triage.parsers.kit.unpacking import CHUNK, Inflate, unpacked, zstd_decompressor
from triage.parsers.kit.zip.directory import ZipEntry


def _deflate64(packed: bytes, entry: ZipEntry) -> Iterator[bytes]:
    import inflate64

    inflate = inflate64.Inflater()
    for at in range(0, len(packed), 4096):
        yield inflate.inflate(packed[at : at + 4096])
    if not inflate.eof:
        raise EarlyEndError("packed-ends-early")


def _lzma(packed: bytes, entry: ZipEntry) -> Iterator[bytes]:
    """APPNOTE 5.8: version, size of the properties, properties, data; an end mark only where flag bit 1 is set."""
    _, size = struct.unpack_from("<HH", packed)
    level, dictionary = struct.unpack_from("<BI", packed, 4)
    if level >= 225 or dictionary > 256 << 20:
        raise FormatError("lzma-properties-out-of-range")
    options = {"id": lzma.FILTER_LZMA1, "lc": level % 9, "lp": level // 9 % 5, "pb": level // 45}
    options["dict_size"] = max(dictionary, 4096)
    unpack = lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=[options])
    left = entry.size
    for piece in unpacked(unpack, packed[4 + size :]) if left or entry.flags & 2 else ():
        yield piece
        left -= len(piece)
        if left <= 0 and not entry.flags & 2:
            return


def _ppmd(packed: bytes, entry: ZipEntry) -> Iterator[bytes]:
    """APPNOTE 5.10: order, memory and restoration in two bytes, then PPMd version I revision 1."""
    import pyppmd

    (settings,) = struct.unpack_from("<H", packed)
    memory = ((settings >> 4) & 0xFF) + 1
    decoder = pyppmd.Ppmd8Decoder((settings & 0xF) + 1, memory << 20, settings >> 12)
    data, left = packed[2:], entry.size
    while left > 0:
        piece = decoder.decode(data, min(left, CHUNK))
        data = b""
        if not piece:
            raise EarlyEndError("packed-ends-early")
        left -= len(piece)
        yield piece


METHODS: dict[int, Callable[[bytes, ZipEntry], Iterator[bytes]]] = {
    0: lambda packed, entry: iter((packed,)),
    8: lambda packed, entry: unpacked(Inflate(-15), packed),
    9: _deflate64,
    12: lambda packed, entry: unpacked(bz2.BZ2Decompressor(), packed),
    14: _lzma,
    93: lambda packed, entry: unpacked(zstd_decompressor(), packed),
    95: lambda packed, entry: unpacked(lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=256 << 20), packed),
    98: _ppmd,
}
"""What yields a member's unpacked bytes by the number of its method.

It raises what the decompressor raises, and EOFError for data that end early.
"""
