"""A file's bytes, in memory or mapped, as every parser gets them; nothing here opens a file."""

from __future__ import annotations

import io
import mmap
from typing import BinaryIO, cast

Data = bytes | mmap.mmap
"""A whole file: bytes, or a read-only map of a large one. Slicing either gives bytes."""


def as_file(data: Data) -> BinaryIO:
    """Return a seekable binary file over the data, without copying a map."""
    return io.BytesIO(data) if isinstance(data, bytes) else cast(BinaryIO, _MapFile(data))


class _MapFile(io.RawIOBase):
    """A file over a map; mmap itself lacks ``seekable`` and closes with its reader."""

    def __init__(self, data: mmap.mmap) -> None:
        self._data = data
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = 0) -> int:
        base = (0, self._at, len(self._data))[whence]
        self._at = max(0, base + offset)
        return self._at

    def read(self, size: int | None = -1) -> bytes:
        end = len(self._data) if size is None or size < 0 else self._at + size
        piece = self._data[self._at : end]
        self._at += len(piece)
        return piece

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        piece = self.read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)
