"""What stands at the root of a compound file (floor 2): bytes in, names out, for telling its type; MS-CFB 2.2 to 2.6.

A type is asked of every compound file several times a second, and only the root's own names are wanted: the directory
is read without a model of the whole file. Whatever is out of the ordinary is left to a reader that knows every case.
"""

from __future__ import annotations

import mmap
import struct

_IN_HEADER = 109
_END = 0xFFFFFFFE
_NONE = 0xFFFFFFFF
_STORAGE, _STREAM = 1, 2
_MOST_SECTORS = 4096


def root_names(untrusted: bytes | mmap.mmap) -> frozenset[str]:
    """Return the names of the streams and storages at the root.

    Raises ValueError, IndexError or struct.error for a file that is large, cut or broken.
    """
    directory = _directory(untrusted)
    names, seen, todo = set[str](), set[int](), [struct.unpack_from("<I", directory, 76)[0]]
    while todo:
        number = todo.pop()
        if number == _NONE:
            continue
        if number in seen or number * 128 >= len(directory):
            raise ValueError("the directory's tree is broken")
        seen.add(number)
        size, kind, left, right = struct.unpack_from("<HBxII", directory, number * 128 + 64)
        if kind not in (_STORAGE, _STREAM) or not 2 <= size <= 64:
            raise ValueError("an entry at the root is neither a storage nor a stream")
        names.add(directory[number * 128 : number * 128 + size - 2].decode("utf-16-le"))
        todo += (left, right)
    return frozenset(names)


def _directory(untrusted: bytes | mmap.mmap) -> bytes:
    """Return the directory's entries, 128 bytes each."""
    header = untrusted[:512]
    version, order, shift, mini = struct.unpack_from("<HHHH", header, 26)
    count, at = struct.unpack_from("<II", header, 44)
    size = 1 << shift
    usual = (version, order, shift, mini) in ((3, 0xFFFE, 9, 6), (4, 0xFFFE, 12, 6))
    if not usual or count > _IN_HEADER or len(untrusted) % size:
        raise ValueError("the header is out of the ordinary")
    places = struct.unpack_from(f"<{count}I", header, 76)
    if struct.unpack_from("<I", header, 72)[0] or header[76 + 4 * count :].strip(b"\xff"):
        raise ValueError("the table of sectors goes on elsewhere")
    if any((place + 2) * size > len(untrusted) for place in places):
        raise ValueError("the file is cut")
    sectors: list[bytes] = []
    while at != _END:
        sector = untrusted[(at + 1) * size : (at + 2) * size]
        if len(sector) < size or len(sectors) > _MOST_SECTORS:
            raise ValueError("the directory is cut, or runs in a circle")
        sectors.append(sector)
        table, entry = divmod(at, size // 4)
        (at,) = struct.unpack_from("<I", untrusted, (places[table] + 1) * size + entry * 4)
    return b"".join(sectors)
