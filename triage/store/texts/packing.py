"""Texts as the database holds them: a long one as a Zstandard frame (RFC 8878), which any program for those unpacks.

A frame is a blob, and all else is text, as in cases from before texts were packed. What the audit commits to is the
text itself. A frame that is damaged is never taken for another text, or for none.
"""

from __future__ import annotations

import threading
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

import apsw

from triage.errors import CaseError

if TYPE_CHECKING:
    from collections.abc import Sequence

SHORTEST = 2048
"""Characters of a text from which it is packed: most of what there is to gain is in few long texts."""
_LEVEL = -1
"""A quarter larger than by level 3, and unpacked twice as fast, which searches for exact text notice."""
_MOST = 1_000_000_000
"""Bytes of the largest value that SQLite stores by default: no text was longer before it was packed."""


class _Thread(threading.local):
    """What one thread packs and unpacks with, made once: making it takes longer than most texts do."""

    def __init__(self) -> None:
        import zstandard

        self.compress = zstandard.ZstdCompressor(level=_LEVEL).compress
        self.decompress = zstandard.ZstdDecompressor().decompress


@cache
def _threads() -> _Thread:
    return _Thread()


def packed(text: str) -> str | bytes:
    """Return a text as it is stored: a long one as a frame, unless it is blank, which SQL has to see."""
    return _threads().compress(text.encode()) if len(text) >= SHORTEST and text.strip(" ") else text


def plain(stored: str | bytes) -> str:
    """Return a text of what is stored; raises CaseError where it is damaged."""
    return stored if isinstance(stored, str) else _decoded(_unpacked(stored))


def _decoded(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise CaseError("text-damaged", error=error) from error


def _unpacked(frame: bytes) -> bytes:
    import zstandard

    if (octets := size(frame)) > _MOST:
        raise CaseError("text-damaged", error=f"{octets:,} bytes")
    try:
        return _threads().decompress(frame)
    except zstandard.ZstdError as error:
        raise CaseError("text-damaged", error=error) from error


def size(frame: bytes) -> int:
    """Return how many bytes a text has as UTF-8, by its frame, without unpacking it; raises CaseError for no frame."""
    import zstandard

    try:
        return zstandard.frame_content_size(frame)
    except zstandard.ZstdError as error:
        raise CaseError("text-damaged", error=error) from error


@lru_cache(64)
def _encoded(pieces: Sequence[str]) -> tuple[bytes, ...]:
    return tuple(map(str.encode, pieces))


def unpacked(frame: bytes, pieces: Sequence[str]) -> str | None:
    """Return the text of a frame if all these pieces stand in it; raises CaseError where it is damaged."""
    data = _unpacked(frame)
    return _decoded(data) if all(map(data.__contains__, _encoded(pieces))) else None


def _size(*values: Any) -> int:
    return size(values[0])


def teach(db: apsw.Connection) -> None:
    """Let the SQL of a connection ask how long the text of a frame is: ``unpacked_size(frame)``."""
    db.create_scalar_function("unpacked_size", _size, 1, deterministic=True)
