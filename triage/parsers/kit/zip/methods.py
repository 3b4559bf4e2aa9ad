"""How ZIP members are packed (floor 2): methods 0, 8, 9, 12, 14, 93, 95, 98 (APPNOTE 4.4.5), piece by piece."""

from __future__ import annotations

import bz2
import lzma
import struct
import zlib
from collections.abc import Callable, Iterator

from triage.parsers.kit.unpacking import CHUNK, inflated, zstd_decompressor
from triage.parsers.kit.zip.directory import Entry


def pieces(method: int, packed: bytes, entry: Entry) -> Iterator[bytes]:
    """Yield the unpacked bytes of a member; raises what the decompressor raises, EOFError for data that end early."""
    return METHODS[method](packed, entry)


def _feeder(packed: bytes) -> Callable[[int], bytes]:
    at = 0

    def feed(size: int) -> bytes:
        nonlocal at
        piece = packed[at : at + size]
        at += len(piece)
        return piece

    return feed


def _stored(packed: bytes, entry: Entry) -> Iterator[bytes]:
    yield packed


def _deflate(packed: bytes, entry: Entry) -> Iterator[bytes]:
    inflate = zlib.decompressobj(-15)
    data = packed
    while not inflate.eof:
        piece = inflate.decompress(data, CHUNK)
        data = inflate.unconsumed_tail
        if piece:
            yield piece
        elif not inflate.eof:
            raise EOFError("the packed data ends too early")


def _deflate64(packed: bytes, entry: Entry) -> Iterator[bytes]:
    import inflate64

    inflate = inflate64.Inflater()
    for at in range(0, len(packed), 4096):
        yield inflate.inflate(packed[at : at + 4096])
    if not inflate.eof:
        raise EOFError("the packed data ends too early")


def _bzip2(packed: bytes, entry: Entry) -> Iterator[bytes]:
    yield from inflated(bz2.BZ2Decompressor(), _feeder(packed))


def _xz(packed: bytes, entry: Entry) -> Iterator[bytes]:
    yield from inflated(lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=256 << 20), _feeder(packed))


def _lzma(packed: bytes, entry: Entry) -> Iterator[bytes]:
    """APPNOTE 5.8: version, size of the properties, properties, data; an end mark only where flag bit 1 is set."""
    _, size = struct.unpack_from("<HH", packed)
    level, dictionary = struct.unpack_from("<BI", packed, 4)
    if level >= 225 or dictionary > 256 << 20:
        raise ValueError("LZMA properties out of range")
    options = {"id": lzma.FILTER_LZMA1, "lc": level % 9, "lp": level // 9 % 5, "pb": level // 45}
    options["dict_size"] = max(dictionary, 4096)
    unpack = lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=[options])
    feed = _feeder(packed[4 + size :])
    left = entry.size
    while not unpack.eof and (left > 0 or entry.flags & 2):
        data = feed(CHUNK) if unpack.needs_input else b""
        if unpack.needs_input and not data:
            raise EOFError("the packed data ends too early")
        piece = unpack.decompress(data, CHUNK)
        left -= len(piece)
        yield piece


def _zstd(packed: bytes, entry: Entry) -> Iterator[bytes]:
    yield from inflated(zstd_decompressor(), _feeder(packed))


def _ppmd(packed: bytes, entry: Entry) -> Iterator[bytes]:
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
            raise EOFError("the packed data ends too early")
        left -= len(piece)
        yield piece


METHODS: dict[int, Callable[[bytes, Entry], Iterator[bytes]]] = {
    0: _stored,
    8: _deflate,
    9: _deflate64,
    12: _bzip2,
    14: _lzma,
    93: _zstd,
    95: _xz,
    98: _ppmd,
}
"""Method number to reader."""
