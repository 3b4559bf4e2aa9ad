"""The text of a Publisher document: the stream CONTENTS of its storage Quill, where all stories stand.

No standard was published; the table of chunks is as Apache POI found it out. Nothing here opens the compound file.
"""

from __future__ import annotations

import struct

from triage.parsers.kit.compound.ole import loose
from triage.parsers.kit.texts import Texts

PLACE = ["quill", "quillsub", "contents"]
"""Where the stream stands, in lower case."""

_MARK = b"CHNKINK"
_COUNT, _TABLE, _ENTRY, _MOST = 0x1A, 0x20, struct.Struct("<2x4s6x4sII"), 20
_HEAD = _TABLE + _MOST * _ENTRY.size
_BREAKS = str.maketrans("\r\x0b\x0c\x0e", "\n\n\n\n")


def read(untrusted_stream: bytes, texts: Texts) -> bool:
    """Add the text of the stories whole and loose strings of the rest; where there are no stories, nothing: False."""
    stories, rest = _stories(untrusted_stream), bytearray(untrusted_stream)
    for first, last in stories:
        text = untrusted_stream[first:last]
        texts.add("body", text.decode("utf-16-le", "replace").translate(_BREAKS))
        rest[first:last] = bytes(len(text))
        if len(text) < last - first:
            texts.trouble("damaged", "publisher-text-cut")
    if stories:
        loose(bytes(rest[_HEAD:]), texts)
        texts.trouble("partial", "publisher-partly-read")
    return bool(stories)


def _stories(untrusted_stream: bytes) -> list[tuple[int, int]]:
    """Return where each chunk of text begins and ends, as the table after the stream's head tells."""
    if not untrusted_stream.startswith(_MARK) or len(untrusted_stream) < _TABLE:
        return []
    count = min(int.from_bytes(untrusted_stream[_COUNT : _COUNT + 2], "little"), _MOST)
    table = untrusted_stream[_TABLE : _TABLE + count * _ENTRY.size]
    table = table[: len(table) // _ENTRY.size * _ENTRY.size]
    return [(at, at + size) for kind, form, at, size in _ENTRY.iter_unpack(table) if kind == form == b"TEXT" and size]
