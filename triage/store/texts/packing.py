"""Texts as the database holds them: a long one as a Zstandard frame (RFC 8878), which any program for those unpacks.

A frame is a blob, and all else is text, as in cases from before texts were packed. What the audit commits to is the
text itself. A frame that is damaged is never taken for another text, or for none.
"""

from __future__ import annotations

import threading
from array import array
from contextlib import suppress
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any

import apsw

from triage.errors import CaseError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SHORTEST = 2048
"""Characters of a text from which it is packed: most of what there is to gain is in few long texts."""
_LEVEL = -1
"""A quarter larger than by level 3, and unpacked twice as fast, which searches for exact text notice."""
_MOST = 1_000_000_000
"""Bytes of the largest value that SQLite stores by default: no text was longer before it was packed."""

_AT_ONCE = 16 << 20
"""Bytes of texts that are unpacked at once."""
_HEADER = 18
"""Most bytes of a frame's header, in which its size stands (RFC 8878, section 3.1.1.1)."""


class _Thread(threading.local):
    """What one thread packs and unpacks with, made once: making it takes longer than most texts do."""

    def __init__(self) -> None:
        import zstandard

        self.compress = zstandard.ZstdCompressor(level=_LEVEL).compress
        decompressor = zstandard.ZstdDecompressor()
        self.decompress, self.decompress_all = decompressor.decompress, decompressor.multi_decompress_to_buffer


@cache
def _threads() -> _Thread:
    return _Thread()


def packed(text: str) -> str | bytes:
    """Return a text as it is stored: a long one as a frame, unless it is blank, which SQL has to see."""
    return _threads().compress(text.encode()) if len(text) >= SHORTEST and text.strip(" ") else text


def plain(stored: str | bytes) -> str:
    """Return a text of what is stored; raises CaseError where it is damaged."""
    return stored if isinstance(stored, str) else decoded(unpacked(stored))


def decoded(data: bytes) -> str:
    """Return a text of its UTF-8; raises CaseError where that is damaged."""
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise CaseError("text-damaged", error=error) from error


def unpacked(frame: bytes) -> bytes:
    """Return the text of a frame as UTF-8; raises CaseError where it is damaged."""
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


def unpacked_at_once(row: bytes, frames: Sequence[tuple[int, int]]) -> Iterator[bytes]:
    """Return the texts of frames that stand in a row of bytes, (offset, length) each, as UTF-8.

    Where they are large together each is unpacked as it is asked for. Raises CaseError where one is damaged, at the
    latest when it is asked for.
    """
    import zstandard

    if frames and sum(size(row[at : at + _HEADER]) for at, _ in frames) <= _AT_ONCE:
        stretches = zstandard.BufferWithSegments(row, array("Q", chain.from_iterable(frames)).tobytes())
        with suppress(zstandard.ZstdError):
            texts = _threads().decompress_all(stretches)
            return (texts[number].tobytes() for number in range(len(texts)))
    return (unpacked(row[at : at + length]) for at, length in frames)


def _size(*values: Any) -> int:
    return size(values[0])


def teach(db: apsw.Connection) -> None:
    """Let the SQL of a connection ask how long the text of a frame is: ``unpacked_size(frame)``."""
    db.create_scalar_function("unpacked_size", _size, 1, deterministic=True)
