"""Compressed streams: a forward-only file for ``tar``, and a format with one child.

Several streams in a row are read as one, as their tools do. What was unpacked before a damage is kept.
"""

from __future__ import annotations

import bz2
import io
import lzma
import zlib
from collections.abc import Callable, Iterator
from typing import Any

from triage.errors import FormatError
from triage.messages import say
from triage.model.items import Child, Extract, Trouble
from triage.parsers.kit import unpacking
from triage.parsers.kit.charset import decode_text
from triage.parsers.kit.contract import Context, Data, Limits, Probe
from triage.zstd import zstd

_ENDINGS = {"tgz": "tar", "tbz2": "tar", "tbz": "tar", "txz": "tar", "svgz": "svg", "emz": "emf", "wmz": "wmf"}
_ZLIB_ENDINGS = ("zlib", "zz", "zl")
_MEMORY = 256 << 20
_CLEAR = 256
_NARROWEST, _WIDEST = 9, 16
_LZW_PIECE = 1 << 16


_KINDS: dict[str, tuple[bytes, str, Callable[[], Any]]] = {
    "gzip": (b"\x1f\x8b\x08", "application/gzip", lambda: unpacking.Inflate(31)),
    "bzip2": (b"BZh", "application/x-bzip2", bz2.BZ2Decompressor),
    "xz": (b"\xfd7zXZ\0", "application/x-xz", lambda: lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_MEMORY)),
    "lzma": (b"]\0\0", "application/x-lzma", lambda: lzma.LZMADecompressor(lzma.FORMAT_ALONE, memlimit=_MEMORY)),
    "zstd": (b"\x28\xb5\x2f\xfd", "application/zstd", lambda: zstd().ZstdDecompressor()),
    "compress": (b"\x1f\x9d", "application/x-compress", object),  # read by unpack_lzw instead
    "zlib": (b"", "application/zlib", lambda: unpacking.Inflate(15)),
}
TYPES = tuple(media for _, media, _ in _KINDS.values())


def kind_of(head: bytes) -> str | None:
    """Return the compressor whose signature stands at the start, or None."""
    kind = next((kind for kind, (magic, *_) in _KINDS.items() if magic and head.startswith(magic)), None)
    if kind == "lzma" and (len(head) < 13 or head[12] not in (0, 0xFF)):
        return None
    if kind == "bzip2" and (len(head) < 10 or head[4:10] not in (b"1AY&SY", b"\x17rE8P\x90")):
        return None
    return kind


def pieces(data: Data, kind: str) -> Iterator[bytes]:
    """Yield what a compressed file unpacks to; raises EOFError where it ends too early, else as its library does."""
    if kind == "compress":
        yield from unpack_lzw(data)
        return
    at = yield from unpacking.unpacked(_KINDS[kind][2](), data)
    while True:
        while kind == "xz" and data[at : at + 4] == b"\0\0\0\0":  # stream padding
            at += 4
        if kind == "zlib" and at < len(data):  # its end is sure; what stands behind it is no more of it
            raise FormatError("other-bytes-follow", count=len(data) - at)
        if kind_of(data[at : at + 16]) != kind:
            return
        at = yield from unpacking.unpacked(_KINDS[kind][2](), data, at)


class _LzwTable:
    """The strings known so far, each as a shorter string and one more byte."""

    def __init__(self, first_free: int) -> None:
        self.free = first_free
        self._prefix = [0] * (1 << _WIDEST)
        self._last = bytearray(1 << _WIDEST)

    def spell(self, code: int, previous: int, most: int) -> bytes:
        if previous < 0:
            if code > 255:
                raise FormatError("lzw-first-code")
            return bytes((code,))
        if code > self.free:
            raise FormatError("lzw-unknown-code")
        backwards = bytearray()
        walk = previous if code == self.free else code
        while walk > 255:
            backwards.append(self._last[walk])
            walk = self._prefix[walk]
        backwards.append(walk)
        backwards.reverse()
        if code == self.free:
            backwards.append(walk)
        if self.free < most:
            self._prefix[self.free], self._last[self.free] = previous, walk
            self.free += 1
        return bytes(backwards)


def unpack_lzw(packed: Data) -> Iterator[bytes]:
    """Yield what the Unix program compress packed (4.0): LZW with codes of 9 to 16 bits, in groups of eight; a change
    of width or a cleared table skips to the end of a group. Raises FormatError for a header or code that can't be.
    """
    most, block = packed[2] & 0x1F, bool(packed[2] & 0x80)
    if not _NARROWEST <= most <= _WIDEST:
        raise FormatError("lzw-width-out-of-range")
    table = _LzwTable(257 if block else 256)
    out = bytearray()
    at, width, previous = 3, _NARROWEST, -1
    while at < len(packed):
        group = packed[at : at + width]
        at += width
        bits, wider = int.from_bytes(group, "little"), width
        for number in range(len(group) * 8 // width):
            code = (bits >> (number * width)) & ((1 << width) - 1)
            if code == _CLEAR and block:
                table.free, wider, previous = 257, _NARROWEST, -1
                break
            out += table.spell(code, previous, 1 << most)
            previous = code
            if table.free > (1 << width) - 1 and width < most:
                wider = width + 1
                break
        width = wider
        if len(out) >= _LZW_PIECE:
            yield bytes(out)
            out.clear()
    yield bytes(out)


class CompressedStream(io.RawIOBase):
    """A compressed file, read forward with a check of its ratio; without limits only its start can be read."""

    def __init__(self, data: Data, limits: Limits | None) -> None:
        kind = kind_of(data[:16])
        if kind is None:
            raise ValueError("no compressor's signature")
        self._pieces = pieces(data, kind)
        self._left = b""
        self._error: Exception | None = None
        self._out = 0
        self._most = max(unpacking.RATIO_FREE, len(data) * limits.ratio) if limits else unpacking.RATIO_FREE

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1) -> bytes:
        """Return up to ``size`` bytes; an error, also OverRatioError, comes after what was unpacked before it."""
        if size is None or size < 0:
            size = 1 << 62
        parts, count = [self._left], len(self._left)
        while count < size and self._error is None and (piece := self._next()):
            parts.append(piece)
            count += len(piece)
        if not count and self._error is not None:
            raise self._error
        content = b"".join(parts)
        self._left = content[size:]
        return content[:size]

    def _next(self) -> bytes:
        try:
            piece = next(self._pieces, b"")
            self._out += len(piece)
            if self._out > self._most:
                raise unpacking.OverRatioError
        except Exception as error:
            self._error = error
            return b""
        return piece


def claims(probe: Probe) -> bool:
    # zlib's two bytes are no proof, so its beginning is unpacked.
    return kind_of(probe.head) is not None or _is_zlib(probe)


def _is_zlib(probe: Probe) -> bool:
    """Whether it is one zlib stream: the check of RFC 1950 2.2, and bytes come out, up to a sound end if it is near."""
    head = probe.head
    if len(head) < 8 or head[0] & 0x8F != 8 or head[1] & 0x20 or int.from_bytes(head[:2], "big") % 31:
        return False
    engine = zlib.decompressobj()
    try:
        out = engine.decompress(head, unpacking.RATIO_FREE)
    except zlib.error:
        return False
    if engine.eof or not out:
        return bool(out) and len(head) == len(probe.data) and not engine.unused_data
    return len(head) < len(probe.data) or probe.extension in _ZLIB_ENDINGS


def parse(untrusted_data: Data, context: Context) -> Extract:
    kind = kind_of(untrusted_data[:16]) or "zlib"
    extract = Extract(_KINDS[kind][1])
    extract.children = _children(untrusted_data, kind, context)
    return extract


def _children(data: Data, kind: str, context: Context) -> Iterator[Child | Trouble]:
    stem, _, ending = context.name.rpartition(".")
    inner = f"{stem}.{_ENDINGS[ending.lower()]}" if ending.lower() in _ENDINGS else stem
    name = (_stated_name(data) if kind == "gzip" else "") or (inner if stem else context.name or "unpacked")
    if denied := context.denied(name):
        yield denied
        return
    refused: list[str] = []
    unpacked = unpacking.UnpackingBudget(context.limits).collect(_watched(pieces(data, kind), refused), len(data), name)
    if unpacked.data is not None:
        yield Child(name, unpacked.data, packed=0)  # it is all there is: counted at its start, nothing would be left
    if refused:
        yield Trouble("limit-memory", say("unpacking-needs-memory", name=unpacking.shown(name), most=_MEMORY >> 20))
    elif unpacked.trouble is not None:
        yield unpacked.trouble


def _watched(pieces: Iterator[bytes], refused: list[str]) -> Iterator[bytes]:
    # Its memory bound is a limit, which the decompressor reports like a damage.
    try:
        yield from pieces
    except lzma.LZMAError as error:
        if "emory usage limit" in str(error):
            refused.append(str(error))
        raise


def _stated_name(data: Data) -> str:
    """Return the original name in a gzip header (RFC 1952 2.3), "" where there is none."""
    head = data[:2048]
    if len(head) < 12 or not head[3] & 8:
        return ""
    at = 10
    if head[3] & 4:
        at += 2 + int.from_bytes(head[10:12], "little")
    end = head.find(b"\0", at)
    return decode_text(head[at:end])[0] if end > at else ""
