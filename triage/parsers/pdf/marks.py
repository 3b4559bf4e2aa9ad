"""Which objects of a PDF hold certain names, by the file's bytes alone; ISO 32000-1, 7.3.5 and 7.5.7.

Opening a file twice takes time, and most files hold none of the names that qpdf is asked about. Nothing is decrypted
here, and no object is read: a name in the bytes says where to look, not what it means.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Collection
from typing import NamedTuple

from triage.parsers.kit.contract import Data

_STREAM = re.compile(rb"stream(?:\r\n|\n|\r)")
_HEADER = re.compile(rb"(?<!\d)(\d{1,9})[\s\0]{1,8}(\d{1,5})[\s\0]{1,8}obj\b")
_LONGEST_HEADER = 40
_HEAD = 4000
"""Bytes within which the dictionary of an object stream ends."""

_MOST_UNPACKED, _LARGEST_STREAM = 256 << 20, 32 << 20


class ObjectMark(NamedTuple):
    """An object in whose bytes a name stands, or the object stream that holds such an object."""

    number: int
    generation: int
    is_packed: bool


def marks(
    untrusted_data: Data, names: dict[str, bytes], once: Collection[str] = ()
) -> dict[str, dict[int, ObjectMark]]:
    """Return by these names (each a pattern without the slash) the objects that hold them, by their offset in the file.

    Object streams are unpacked, and taken for holders of all names where only qpdf can do that. Of some names the first
    holder is enough (``once``).
    """
    left = {kind: re.compile(b"/(?:%s)" % name) for kind, name in names.items()}
    marked: dict[str, dict[int, ObjectMark]] = {kind: {} for kind in names}
    streams, searched = _ObjectStreams(untrusted_data), 0
    header: re.Match[bytes] | None = None
    pattern = _any_of(names)
    while match := pattern.search(untrusted_data, searched):
        kinds = [match.lastgroup] if match.lastgroup else []
        if not kinds:
            content = streams.content(match)
            kinds = [kind for kind, name in left.items() if content is None or name.search(content)]
        header = _header(untrusted_data, searched, match.start()) or header
        searched = match.end()
        if kinds and header:
            mark = ObjectMark(int(header[1]), int(header[2]), not match.lastgroup)
            for kind in kinds:  # what an object stream holds in the open comes behind its own name
                marked[kind].setdefault(header.start(), mark)
        if done := [kind for kind in once if kind in left and marked[kind]]:
            left = {kind: name for kind, name in left.items() if kind not in done}
            pattern = _any_of({kind: names[kind] for kind in left})
    return marked


def _any_of(names: dict[str, bytes]) -> re.Pattern[bytes]:
    """Return what finds object streams and these names, each as a group."""
    # The slash stands before all of them: what begins with one sign is searched for ten times as fast.
    groups = (b"|(?P<%s>%s)" % (kind.encode(), name) for kind, name in names.items())
    return re.compile(b"/(?:ObjStm\\b%s)" % b"".join(groups))


def _header(untrusted_data: Data, start: int, end: int) -> re.Match[bytes] | None:
    """Return the last beginning of an object between two offsets."""
    header = None
    while header is None and (end := untrusted_data.rfind(b"obj", start, end)) >= 0:
        header = _HEADER.search(untrusted_data, max(0, end - _LONGEST_HEADER), end + 4)
        while header and header.end() < end:
            header = _HEADER.search(untrusted_data, header.end(), end + 4)
    return header


class _ObjectStreams:
    """The object streams of a file, unpacked up to a limit for all of them."""

    def __init__(self, untrusted_data: Data) -> None:
        self._data = untrusted_data
        self._left = _MOST_UNPACKED

    def content(self, match: re.Match[bytes]) -> bytes | None:
        """Return the bytes of the one in whose dictionary this stands, None where only qpdf may unpack it."""
        # Only a search for bytes is fast enough here; what it takes too much of before the dictionary does no harm.
        nearest = max(0, match.start() - _HEAD)
        start = max(nearest, self._data.rfind(b"obj", nearest, match.start()))
        stop = _STREAM.search(self._data, match.end(), match.end() + _HEAD)
        if stop is None:
            return b""  # the name is only spoken of
        end = self._data.find(b"endstream", stop.end(), stop.end() + self._left)
        packed = self._data[stop.end() : end if end >= 0 else stop.end() + self._left]
        unpacked = packed if b"/Filter" not in self._data[start : stop.start()] else self._unpacked(packed)
        self._left = max(0, self._left - len(packed) - len(unpacked or b""))
        return unpacked

    def _unpacked(self, packed: bytes) -> bytes | None:
        unpacker = zlib.decompressobj()
        try:
            unpacked = unpacker.decompress(packed, min(self._left, _LARGEST_STREAM) or 1)
        except zlib.error:
            return None
        return unpacked if unpacker.eof else None
