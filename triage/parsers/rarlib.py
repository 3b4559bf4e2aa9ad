"""Packed RAR members (floor 2), through the system's libarchive where there is one; no program is run.

The library is optional: Python's ``libarchive`` (libarchive-c) binds it, and Linux desktops, macOS and Windows 11 carry
it. Encrypted members stay closed, as it can't read them.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from triage.parsers.contract import Data, as_file

_NAMES = {
    "linux": ("libarchive.so.13", "libarchive.so"),
    "darwin": (
        "libarchive.13.dylib",
        "/opt/homebrew/opt/libarchive/lib/libarchive.dylib",
        "/usr/lib/libarchive.2.dylib",
    ),
    "win32": ("archiveint.dll", "archive.dll", "libarchive.dll"),
}


@lru_cache(maxsize=1)
def library() -> Any | None:
    """Return the binding, or None where it or the system's library is missing."""
    for name in _NAMES.get(sys.platform, ()):
        try:
            ctypes.CDLL(name)
        except OSError:
            continue
        os.environ["LIBARCHIVE"] = name  # else the binding runs programs to look for it
        try:
            import libarchive
        except Exception:  # a binding that doesn't fit the library is none
            return None
        return libarchive
    return None


def members(data: Data) -> Iterator[tuple[str, Iterator[bytes]]]:
    """Yield (untrusted name, pieces of the content) of the files in order; take the pieces before the next name.

    Raises ValueError with libarchive's words at damage, encryption or a missing volume.
    """
    binding = library()
    if binding is None:
        return
    kind = "rar5" if data[6:8] == b"\x01\x00" else "rar"
    try:
        with binding.stream_reader(as_file(data), format_name=kind, block_size=1 << 16) as archive:
            for entry in archive:
                if entry.isfile:
                    yield entry.pathname or "", _told(entry.get_blocks(), binding)
    except binding.ArchiveError as error:
        raise ValueError(error.msg) from error


def _told(pieces: Iterator[bytes], binding: Any) -> Iterator[bytes]:
    try:
        yield from pieces
    except binding.ArchiveError as error:
        raise ValueError(error.msg) from error
