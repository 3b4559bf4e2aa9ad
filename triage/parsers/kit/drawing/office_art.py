"""Records of the older office formats' drawings and presentations, and the words in drawings.

MS-ODRAW 2.2.1 and MS-PPT 2.3.1 (record header, which is the same), MS-ODRAW 2.2.9 (property tables), 2.3.22.2
(gtextUNICODE), 2.3.4.5 (wzDescription).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

TABLES = (0xF00B, 0xF121, 0xF122)
_TAG_DATA = 0x138B
_WORDART, _DESCRIPTION = 0x00C0, 0x0381
_ORIGINS = {_WORDART: "textbox", _DESCRIPTION: "hidden"}
_DEEPEST = 40


class OfficeRecord(NamedTuple):
    """One record: type, instance, whether it holds records, its place and payload; ``persist`` its object's number.

    ``cut`` says whether it claims more bytes than are there.
    """

    kind: int
    instance: int
    container: bool
    at: int
    data: bytes
    persist: int = -1
    cut: bool = False


def records(data: bytes, start: int = 0) -> Iterator[OfficeRecord]:
    """Yield the records that follow one another in ``data``; the last may be cut."""
    at = start
    while at + 8 <= len(data):
        head, kind, size = struct.unpack_from("<HHI", data, at)
        end = at + 8 + size
        yield OfficeRecord(kind, head >> 4, head & 0xF == 0xF, at, data[at + 8 : end], cut=end > len(data))
        at = end


def inside(record: OfficeRecord, depth: int = 0) -> Iterator[OfficeRecord]:
    """Yield all records below one, depth first; the data of binary tags counts as records (MS-PPT 2.4.23)."""
    if depth < _DEEPEST and (record.container or record.kind == _TAG_DATA) and not _is_package(record):
        for inner in records(record.data):
            yield inner
            yield from inside(inner, depth + 1)


def is_broken(record: OfficeRecord, depth: int = 0) -> bool:
    """Whether a record, or one that is held in it, claims more bytes than are there."""
    if record.cut or depth > _DEEPEST or not record.container or _is_package(record):
        return record.cut
    return any(is_broken(inner, depth + 1) for inner in records(record.data))


def _is_package(record: OfficeRecord) -> bool:
    """Whether a record holds a zip, as later versions keep beside the records what these can't say (MS-PPT 2.11)."""
    return record.data[:4] == b"PK\x03\x04"


def words(untrusted_art: bytes) -> Iterator[tuple[str, str]]:
    """Yield (origin, text) of every WordArt ("textbox") and alternative text ("hidden") in a run of records."""
    for top in records(untrusted_art):
        for record in (top, *inside(top)):
            if record.kind in TABLES:
                yield from properties(record.data, record.instance)


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
