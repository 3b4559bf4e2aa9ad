"""What a zip's directory lists: bytes in, names out, for telling its type; APPNOTE.TXT 4.3.12 and 4.3.16.

A type is asked of every office document, and only names are wanted. Whatever is out of the ordinary is left to a reader
that knows more cases.
"""

from __future__ import annotations

import mmap
import struct

_END = struct.Struct("<4sHHHHIIH")
_ENTRY = struct.Struct("<4s24xHHH12x")


def listed_names(untrusted: bytes | mmap.mmap) -> frozenset[str]:
    """Return the names of the members, as far as all of them are ASCII.

    Raises ValueError or struct.error for an archive with a comment, in pieces, with more than 65,534 members, or with a
    broken directory.
    """
    tail = untrusted[-_END.size :]
    mark, disk, first, here, count, size, at, comment = _END.unpack(tail)
    if mark != b"PK\x05\x06" or disk or first or comment or here != count or count == 0xFFFF:
        raise ValueError("the end of the directory is out of the ordinary")
    if at + size + _END.size != len(untrusted):
        raise ValueError("the directory isn't where it should be")
    directory, names, at = untrusted[at : at + size], set[str](), 0
    for _ in range(count):
        mark, name, extra, remark = _ENTRY.unpack_from(directory, at)
        raw = directory[at + _ENTRY.size : at + _ENTRY.size + name]
        if mark != b"PK\x01\x02" or not raw.isascii() or b"\0" in raw:
            raise ValueError("an entry of the directory is out of the ordinary")
        names.add(raw.decode("ascii"))
        at += _ENTRY.size + name + extra + remark
    if at != size:
        raise ValueError("the directory is longer than its entries")
    return frozenset(names)
