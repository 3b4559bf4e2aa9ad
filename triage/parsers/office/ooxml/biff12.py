"""Records of the binary workbook parts in xlsb: MS-XLSB 2.1.4, type and length as 7-bit groups."""

from __future__ import annotations

import struct
from collections.abc import Iterator


def records(untrusted_part: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield (type, payload) of each record; ends where a record is cut."""
    at = 0
    while at < len(untrusted_part):
        kind, at = _group(untrusted_part, at, 2)
        size, at = _group(untrusted_part, at, 4)
        yield kind, untrusted_part[at : at + size]
        at += size


def _group(data: bytes, at: int, most: int) -> tuple[int, int]:
    value = 0
    for position in range(most):
        if at >= len(data):
            break
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << (7 * position)
        if not byte & 0x80:
            break
    return value, at


def text(payload: bytes, at: int) -> tuple[str, int]:
    """Return a wide string (2.5.168) and where it ends; an absent one is ""."""
    (count,) = struct.unpack_from("<I", payload, at)
    at += 4
    if count == 0xFFFFFFFF:
        return "", at
    return payload[at : at + 2 * count].decode("utf-16-le", "replace"), at + 2 * count
