"""Visio drawings before 2013: the text of shapes, the strings of their cells, and embedded objects.

A drawing's streams (``visiopacked``) hold chunks: a header, then what it announces. Of these the text of a shape is
known for sure; of all others the strings are taken, from what was unpacked and never from what is packed.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from itertools import chain

from triage.model.items import Child, Trouble
from triage.parsers.kit.compound.ole import WIDE, unwrap
from triage.parsers.kit.texts import Texts, speaks
from triage.parsers.office.visio.packed_streams import VisioDrawing, VisioStream

PLACE = ["visiodocument"]
"""Where the stream stands, in lower case."""
MARK = b"Visio (TM) Drawing"

_WIDE_FROM = 11
"""The version from which on text is UTF-16."""
_TEXT = 0x0E
_CHUNKED = (0xC, 0xD, 0x8)
"""Upper half of a stream's form where it holds chunks."""
_MASTERS, _OBJECT, _OBJECT_PART = 0x1D, 0x0D, 0x1F
_REMARKS, _NAMES, _NAME = 0x0A, 0x32, 0x33
"""Kinds of streams in which nothing is chance: remarks on a master, all names (up to version 5), one name."""
_WORDLESS = (0x14, 0x16, 0x23, 0x2B, 0xD7)
"""Kinds of streams in which strings would be chance or mere fonts: pointers, colours, icons."""

_LISTING = (0x71, 0x70, 0x6B, 0x6A, 0x69, 0x66, 0x65, 0x2C)
_FOLLOWED = (0x64, 0x65, 0x66, 0x69, 0x6A, 0x6B, 0x6F, 0x71, 0x92, 0xA9, 0xB4, 0xB6, 0xB9, 0xC7)
_UNFOLLOWED = (0x1F, 0xC9, 0x2D, 0xD1)
"""Kinds of chunks after which eight bytes follow, four, or none, whatever the header says."""

_QUOTED = re.compile(rb"\x02.\x60(.)", re.DOTALL)
"""How the formula of a cell begins that is a string: its length in letters follows."""
_NARROW = re.compile(rb"[\x20-\x7e\xa0-\xff\t\r\n]{4,}")


def read(untrusted_document: bytes, codec: str, texts: Texts) -> Iterator[Child | Trouble]:
    """Add what the stream VisioDocument says; return its embedded objects.

    ``codec`` is that of text before Visio 2003, which has one byte a letter.
    """
    drawing = VisioDrawing(untrusted_document)
    words = _VisioWords(texts, "utf-16-le" if drawing.version >= _WIDE_FROM else codec)
    objects: list[bytearray] = []
    for stream in drawing.streams():
        if stream.kind == _OBJECT:
            objects.append(bytearray())
        elif stream.kind == _OBJECT_PART and stream.above[-1:] == (_OBJECT,):
            objects[-1] += stream.data[4 : 4 + int.from_bytes(stream.data[:4], "little")]  # its size stands before
        elif stream.form >> 4 in _CHUNKED:
            _chunks(stream, drawing.version, words)
        elif stream.kind not in _WORDLESS:
            words.strings(stream, drawing.version)
        if texts.full:
            break
    for text in words.others:
        texts.add("hidden", text)
    if drawing.broken or words.broken:
        texts.trouble("damaged", "visio-streams-broken")
    if drawing.limit:
        texts.trouble("limit-size", "visio-over-limit")
    texts.trouble("partial", "visio-partly-read")
    return chain.from_iterable(unwrap(bytes(whole), f"Object {number}") for number, whole in enumerate(objects, 1))


def _chunks(stream: VisioStream, version: int, words: _VisioWords) -> None:
    """Read the chunks of a stream; where their chain breaks, the rest is read as loose strings."""
    data, at = stream.data, 0
    in_master = _MASTERS in stream.above
    while True:
        while data[at : at + 64] == bytes(64):
            at += 64
        while at < len(data) and not data[at]:
            at += 1
        try:
            kind, size, head, tail = _header(data, at, version)
        except struct.error:
            return
        if kind > 0xFF or at + head + size > len(data):
            words.broken = True
            words.keep(data[at:])
            return
        content = data[at + head : at + head + size]
        if kind == _TEXT:
            words.shape(content[8:], in_master)
        else:
            words.keep(content)
        at += head + size + tail


def _header(data: bytes, at: int, version: int) -> tuple[int, int, int, int]:
    """Return (kind, size, bytes before, bytes after) of the chunk at this place. Raises struct.error at the end."""
    if version < 6:
        kind, size = struct.unpack_from("<H6xI", data, at)
        return kind, size, 12, 0
    kind, listed, size, level, flag = struct.unpack_from("<I4xIIHB", data, at)
    if kind in _UNFOLLOWED:
        return kind, size, 19, 0
    tail = 8 if listed or kind in _LISTING else 0
    if version >= _WIDE_FROM:
        deep = level == 3 and flag not in (0x50, 0x54)
        if listed or deep or (level == 2 and (flag == 0x55 or (flag == 0x54 and kind == 0xAA))):
            tail += 4
        if kind in _FOLLOWED and tail not in (4, 12):
            tail += 4
    return kind, size, 19, tail


def _whole(text: str) -> bool:
    """Whether nothing but letters and the like was decoded, as in a string that states its length."""
    return text.isprintable() and "\ufffd" not in text


class _VisioWords:
    """Gathers text: of shapes as body, of masters as margin, and other strings, each once, as hidden."""

    def __init__(self, texts: Texts, codec: str) -> None:
        self.broken = False
        self._texts = texts
        self._codec = codec
        self._wide = codec == "utf-16-le"
        self.others: dict[str, None] = {}

    def shape(self, untrusted_text: bytes, in_master: bool) -> None:
        """Add the text of a shape, which ends with NUL."""
        width = 2 if self._wide else 1
        text = untrusted_text[: len(untrusted_text) // width * width].decode(self._codec, "replace")
        if not self._wide and not untrusted_text.isascii():
            self._texts.trouble("charset-guessed", "visio-charset-guessed", charset=self._codec)
        self._texts.add("margin" if in_master else "body", text.partition("\0")[0].rstrip("\n"))

    def strings(self, stream: VisioStream, version: int) -> None:
        """Keep what a stream without chunks says."""
        if stream.kind == _REMARKS or (stream.kind == _NAME and version >= 6):
            first = stream.head + (4 if stream.kind == _NAME else 0)
            for text in stream.data[first:].decode(self._codec, "replace").split("\0"):
                if _whole(text):
                    self.others[text.strip()] = None
        else:
            self.keep(stream.data, stream.kind == _NAMES and version < 6)

    def keep(self, untrusted_data: bytes, sure: bool = False) -> None:
        """Keep the strings of cells, which state their length, and what else looks like words (or is one for sure)."""
        rest = bytearray(untrusted_data)
        width, done = 2 if self._wide else 1, 0
        for match in _QUOTED.finditer(untrusted_data):
            start, end = match.end(), match.end() + match[1][0] * width
            if match.start() < done or end > len(rest) or any(untrusted_data[end : end + width]):
                continue
            text = untrusted_data[start:end].decode(self._codec, "replace")
            if len(text) > 1 and _whole(text):
                self.others[text] = None
                rest[match.start() : end] = bytes(end - match.start())
                done = end
        for match in (WIDE if self._wide else _NARROW).finditer(rest):
            text = match[0].decode(self._codec, "replace")
            ended = self._wide or not any(rest[match.end() : match.end() + 1])
            # In words of western languages half of the letters are plain ones; in bytes of numbers they seldom are.
            if ended and not sure and self._codec == "cp1252":
                ended = 2 * sum(c.isascii() and c.isalpha() for c in text) >= len(text)
            if ended and (sure or speaks(text)):
                self.others[text.strip()] = None
