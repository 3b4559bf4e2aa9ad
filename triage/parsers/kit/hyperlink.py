"""Hyperlink objects of the older office formats: what a link says and where it leads.

MS-OSHARED 2.3.7.1. Nothing is followed.
"""

from __future__ import annotations

import struct

_MONIKER, _LOCATION, _NAME, _FRAME, _AS_TEXT = 0x01, 0x08, 0x10, 0x80, 0x100
_URL = bytes.fromhex("e0c9ea79f9bace118c8200aa004ba90b")
_FILE = bytes.fromhex("0303000000000000c000000000000046")


def hyperlink(untrusted_data: bytes, at: int) -> list[str]:
    """Return the texts of the object that begins at ``at``: name, frame, target, place in the target.

    Raises struct.error or ValueError where it is cut or its target is of a rare kind.
    """
    flags = struct.unpack_from("<4xI", untrusted_data, at)[0]
    at += 8
    found = []
    for flag in (_NAME, _FRAME, _MONIKER, _LOCATION):
        if flags & flag:
            plain = flag != _MONIKER or flags & _AS_TEXT
            text, at = _string(untrusted_data, at) if plain else _moniker(untrusted_data, at)
            found.append(text)
    return found


def _string(data: bytes, at: int) -> tuple[str, int]:
    """Return a string whose length counts characters (2.3.7.9), and where it ends."""
    return _wide(data, at + 4, 2 * int(struct.unpack_from("<I", data, at)[0]))


def _wide(data: bytes, at: int, size: int) -> tuple[str, int]:
    if at + size > len(data):
        raise ValueError("a string is cut")
    return data[at : at + size].decode("utf-16-le", "replace").split("\0")[0], at + size


def _moniker(data: bytes, at: int) -> tuple[str, int]:
    """Return where a target lies: an address (2.3.7.6) or a file's path (2.3.7.8)."""
    kind, at = data[at : at + 16], at + 16
    if kind == _URL:
        return _wide(data, at + 4, struct.unpack_from("<I", data, at)[0])
    if kind != _FILE:
        raise ValueError("the target is of a rare kind")
    ups, size = struct.unpack_from("<HI", data, at)
    narrow = data[at + 6 : at + 6 + size].split(b"\0")[0].decode("cp1252", "replace")
    at += 6 + size + 24
    size, at = struct.unpack_from("<I", data, at)[0], at + 4
    path = _wide(data, at + 6, struct.unpack_from("<I", data, at)[0])[0] if size else narrow
    return "..\\" * min(ups, 64) + path, at + size
