"""Words in the drawings of the older office formats: WordArt and alternative text.

MS-ODRAW 2.2.1 (record header), 2.2.9 (property tables), 2.3.22.2 (gtextUNICODE), 2.3.4.5 (wzDescription).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

_TABLES = (0xF00B, 0xF121, 0xF122)
_WORDART, _DESCRIPTION = 0x00C0, 0x0381
_ORIGINS = {_WORDART: "textbox", _DESCRIPTION: "hidden"}
_DEEPEST = 24


def words(untrusted_art: bytes) -> Iterator[tuple[str, str]]:
    """Yield (origin, text) of every WordArt ("textbox") and alternative text ("hidden") in a run of records."""
    yield from _walk(untrusted_art, 0, len(untrusted_art), 0)


def _walk(data: bytes, at: int, end: int, depth: int) -> Iterator[tuple[str, str]]:
    while at + 8 <= end:
        version, kind, size = struct.unpack_from("<HHI", data, at)
        at += 8
        stop = min(at + size, end)
        if kind in _TABLES:
            yield from properties(data[at:stop], version >> 4)
        elif version & 0xF == 0xF and depth < _DEEPEST:
            yield from _walk(data, at, stop, depth + 1)
        at = stop


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
