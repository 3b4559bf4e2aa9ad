"""The start header of a 7z archive, and one of our own where it is lost. Nothing is unpacked here."""

from __future__ import annotations

import re
import struct
from typing import cast
from zlib import crc32

from triage.parsers.kit.contract import Data, as_file

_START = struct.Struct("<IQQI")
_HEADERS = re.compile(rb"\x17\x06|\x01\x04")
_TAIL = 1 << 20
"""Bytes from the end in which a header is looked for whose place isn't known."""
_MOST_HEADERS = 64


def goes_on(data: Data) -> bool:
    """Whether a sound start header says that the list of files stands further on than the archive goes."""
    if len(data) < 32:
        return True
    stated, at, size, _ = _START.unpack(data[8:32])
    return bool(stated == crc32(data[12:32]) and 32 + at + size > len(data))


def is_empty(data: Data) -> bool:
    """Whether the header names no stream and no file, which py7zr takes for damage: header, streams, end marks."""
    stated, at, size, check = _START.unpack(data[8:32])
    header = data[32 + at : 32 + at + size] if size <= 32 else b"?"
    return bool(stated == crc32(data[12:32]) and check == crc32(header) and not header.strip(b"\0\x01\x04\x08"))


class _Mended:
    """An archive behind a start header of our own; sliced as any data is, without a copy."""

    def __init__(self, head: bytes, data: Data) -> None:
        self._head = head
        self._data = data

    def __len__(self) -> int:
        return len(self._data)

    def __getitem__(self, part: slice) -> bytes:
        begin, end, _ = part.indices(len(self))
        return self._head[begin:end] + self._data[max(begin, 32) : max(end, 32)]


def mended(data: Data) -> Data | None:
    """Return the archive with a start header that points to the header at its end; None where that isn't to be found.

    Writers put zeros first and fill them in last, so that an archive whose writing broke off has none.
    """
    import py7zr

    if crc32(data[12:32]) == _START.unpack(data[8:32])[0]:
        return None
    end = max(32, len(data) - _TAIL)
    tail = data[end:]
    for place in [match.start() for match in _HEADERS.finditer(tail)][: -_MOST_HEADERS - 1 : -1]:
        start = struct.pack("<QQI", end + place - 32, len(tail) - place, crc32(tail[place:]))
        candidate = cast(Data, _Mended(data[:8] + struct.pack("<I", crc32(start)) + start, data))
        try:
            with py7zr.SevenZipFile(as_file(candidate)) as archive:
                if archive.namelist():
                    return candidate
        except MemoryError:
            raise
        except py7zr.exceptions.PasswordRequired:
            return candidate
        except Exception:  # noqa: S112  what only looks like a header breaks in any way
            continue
    return None
