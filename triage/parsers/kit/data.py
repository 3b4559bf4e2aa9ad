"""A file's bytes, in memory or mapped, as every parser gets them; nothing here opens a file."""

from __future__ import annotations

import io
import mmap
from typing import BinaryIO, cast

Data = bytes | mmap.mmap
"""A whole file: bytes, or a read-only map of a large one. Slicing either gives bytes."""


def as_file(data: Data, end: int | None = None) -> BinaryIO:
    """Return a seekable binary file over the data, or over what stands before ``end``; nothing is copied."""
    whole = isinstance(data, bytes) and end is None
    return io.BytesIO(data) if whole else cast(BinaryIO, _DataFile(data, len(data) if end is None else end))


class _DataFile(io.RawIOBase):
    """A file over a map or a part of the data; mmap itself lacks ``seekable`` and closes with its reader."""

    def __init__(self, data: Data, end: int) -> None:
        self._data = data
        self._end = end
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = 0) -> int:
        base = (0, self._at, self._end)[whence]
        self._at = max(0, base + offset)
        return self._at

    def read(self, size: int | None = -1) -> bytes:
        end = self._end if size is None or size < 0 else min(self._at + size, self._end)
        piece = self._data[self._at : end]
        self._at += len(piece)
        return piece

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        piece = self.read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)
