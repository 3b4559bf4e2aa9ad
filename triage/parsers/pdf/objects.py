"""The objects that stand in a PDF's bytes, also those that no table lists any more; ISO 32000-1, 7.3.10.

PDFium gives what the newest table leads to, and of that what it has a call for. Here the bytes are gone through from
the first to the last, so earlier versions of an object are seen too. Nothing is decrypted; a stream's bytes are passed
over, so what looks like an object in them isn't taken for one.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from triage.parsers.kit.contract import Data

_OPEN = re.compile(rb"(?<!\d)(\d{1,10})[\s\0]{1,8}\d{1,5}[\s\0]{1,8}obj\b")
_STOP = re.compile(
    rb">>[\s\0]{0,64}(stream(?:\r\n|\n|\r))|endobj\b|(?<!\d)(?=\d{1,10}[\s\0]{1,8}\d{1,5}[\s\0]{1,8}obj\b)"
)
_STREAM = re.compile(rb"stream(?:\r\n|\n|\r)")
_LENGTH = re.compile(rb"/Length[\s\0]{1,8}(\d{1,10})\b([\s\0]{1,8}\d{1,5}[\s\0]{1,8}R\b)?")
_PACKED = re.compile(rb"/ObjStm\b")
FILE_NAMES = rb"E(?:F|#46|mbeddedFile)|#45"
"""EF and EmbeddedFile (7.11.3, 7.11.4); any letter of a name may be written as its number (7.3.5)."""

FILE_MARKS = re.compile(rb"/(?:%s)" % FILE_NAMES)

_COUNTS = {name: re.compile(rb"/%s[\s\0]{1,8}(\d{1,10})" % name) for name in (b"N", b"First")}
_HEAD = 4000
"""Bytes within which the dictionary of an object stream ends."""

_MOST, _MOST_UNPACKED, _LARGEST_STREAM, _LARGEST_TABLE = 1_000_000, 256 << 20, 32 << 20, 1 << 20


class Object(NamedTuple):
    """One version of an object: its number, where it stands, and its bytes without those of its stream.

    ``start`` and ``end`` are the places of the stream's bytes, 0 where it has none. An object in an object stream
    (7.5.7) stands where that does.
    """

    number: int
    at: int
    head: bytes
    start: int = 0
    end: int = 0


def mentioned(untrusted_data: Data, names: dict[str, bytes]) -> frozenset[str]:
    """Return which of these names (each a pattern without the slash) the file or an object stream in it holds.

    All of them where a limit ended the search. It is far cheaper than ``Objects.all``.
    """
    objects, left, at = Objects(untrusted_data), dict(names), 0
    while left and not objects.cut:
        # The slash stands before all of them: what begins with one sign is searched for ten times as fast.
        pattern = b"/(?:%s|ObjStm\\b)" % b"|".join(b"(?P<%s>%s)" % (kind.encode(), name) for kind, name in left.items())
        found = re.compile(pattern).search(untrusted_data, at)
        if found is None:
            return frozenset(names.keys() - left.keys())
        at = found.end()
        if found.lastgroup:
            del left[found.lastgroup]
        else:
            content = objects.around(found)
            left = {kind: name for kind, name in left.items() if not re.search(b"/(?:%s)" % name, content)}
    return frozenset(names)


class Objects:
    """The objects of one file; ``cut`` says whether a limit ended the search for them."""

    def __init__(self, untrusted_data: Data) -> None:
        self._data = untrusted_data
        self._unpacked = 0
        self.cut = False

    def around(self, found: re.Match[bytes]) -> bytes:
        """Return the bytes of the object stream in whose dictionary this stands, none where it is none."""
        # Only a search for bytes is fast enough here; what it takes too much of before the dictionary does no harm.
        nearest = max(0, found.start() - _HEAD)
        start = max(nearest, self._data.rfind(b"obj", nearest, found.start()))
        stop = _STREAM.search(self._data, found.end(), found.end() + _HEAD)
        if stop is None:
            return b""
        head = self._data[start : stop.start()]
        return self._content(head, stop.end(), self._end(head, stop.end()))

    def content(self, one: Object) -> bytes:
        """Return the bytes of an object's stream, unpacked."""
        return self._content(one.head, one.start, one.end)

    def all(self) -> Iterator[Object]:
        """Yield every version of every object in the order of the bytes."""
        at, count = 0, 0
        while opened := _OPEN.search(self._data, at):
            stop = _STOP.search(self._data, opened.end())
            end = stop.start(1) if stop and stop[1] else stop.start() if stop else len(self._data)
            found = Object(int(opened[1]), opened.start(), self._data[opened.end() : end])
            at = stop.end() if stop else len(self._data)
            if stop and stop[1]:
                at = self._end(found.head, stop.end())
                found = found._replace(start=stop.end(), end=at)
            for one in (found, *self._inner(found)):
                count += 1
                yield one
            if count > _MOST:
                self.cut = True
                return

    def _end(self, head: bytes, start: int) -> int:
        """Return where a stream ends: by its length where its end mark stands there, at the next end mark otherwise."""
        length = _LENGTH.search(head)
        if length and not length[2] and self._ends_at(start + int(length[1])):
            return start + int(length[1])
        mark = self._data.find(b"endstream", start)
        end = mark if mark >= 0 else len(self._data)
        if length and length[2] and self._data.find(b" obj", start, end) >= 0:
            # What isn't packed may itself be a PDF with end marks of its own.
            for told in re.finditer(rb"\b%s[\s\0]+\d{1,5}[\s\0]+obj[\s\0]+(\d{1,10})\b" % length[1], self._data):
                if self._ends_at(start + int(told[1])):
                    return start + int(told[1])
        return end - (self._data[end - 2 : end] == b"\r\n") - (self._data[end - 1 : end] in (b"\r", b"\n"))

    def _ends_at(self, place: int) -> bool:
        return self._data[place : place + 12].lstrip().startswith(b"endstream")

    def _inner(self, holder: Object) -> Iterator[Object]:
        """Yield the objects of an object stream, nothing for any other object."""
        if not holder.end or not _PACKED.search(holder.head):
            return
        count, first = (_COUNTS[name].search(holder.head) for name in (b"N", b"First"))
        if not count or not first:
            return
        content, table = self.content(holder), int(first[1])
        self.cut = self.cut or table > _LARGEST_TABLE
        words = content[: min(table, _LARGEST_TABLE)].split()[: 2 * int(count[1])]
        numbers = [int(word) for word in words if word.isdigit() and len(word) < 11]
        # Each place once: objects that overlap would take more room than the file.
        placed = dict(zip(numbers[1::2], numbers[::2], strict=False))
        for place, after in pairwise((*sorted(placed), len(content))):
            yield Object(placed[place], holder.at, content[table + place : table + after])

    def _content(self, head: bytes, start: int, end: int) -> bytes:
        """Return the bytes of a stream; they are packed by Flate, or not at all, in all files that were met."""
        packed = self._data[start:end]
        if b"/Filter" in head:
            most = min(_LARGEST_STREAM, _MOST_UNPACKED - self._unpacked)
            unpacker = zlib.decompressobj()
            try:
                packed = unpacker.decompress(packed, most) if most > 0 else b""
            except zlib.error:
                return b""
            self.cut = self.cut or most <= 0 or bool(unpacker.unconsumed_tail)
            self._unpacked += len(packed)
        return packed
