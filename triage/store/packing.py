"""Texts as the database holds them: a long one as a Zstandard frame (RFC 8878), which any program for those unpacks.

A frame is a blob, and shorter texts are stored as text. What the audit commits to is the
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
from triage.text import unmarked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SHORTEST = 2048
"""Characters of a text from which it is packed: most of what there is to gain is in few long texts."""
_LEVEL = -1
"""A quarter larger than by level 3, and unpacked twice as fast, which searches for exact text notice."""
_MOST = 1_000_000_000
"""Bytes of the largest value that SQLite stores by default: no text was longer before it was packed."""
_AT_ONCE = 16 << 20
"""Most bytes of text that are unpacked in one call."""
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
    """Return a text of what is stored, as it is shown and given away; raises CaseError where it is damaged."""
    return unmarked(whole(stored))


def whole(stored: str | bytes) -> str:
    """Return the same with the marks of what stands small, which an index is made of."""
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


def unpacked_at_once(data: bytes, frames: Sequence[tuple[int, int]]) -> Iterator[bytes]:
    """Return as UTF-8 the texts of frames in ``data``, which are given as (offset, length) in bytes.

    They are unpacked in one call, which releases the GIL, or one after the other where they are large. Raises CaseError
    for a damaged one, at the latest when it is its turn.
    """
    import zstandard

    if frames and sum(size(data[at : at + min(length, _HEADER)]) for at, length in frames) <= _AT_ONCE:
        segments = zstandard.BufferWithSegments(data, array("Q", chain.from_iterable(frames)).tobytes())
        with suppress(zstandard.ZstdError):  # unpacked one by one, each damaged frame has the same error
            texts = _threads().decompress_all(segments)
            return (texts[number].tobytes() for number in range(len(texts)))
    return (unpacked(data[at : at + length]) for at, length in frames)


def _size(*values: Any) -> int:
    return size(values[0])


def teach(db: apsw.Connection) -> None:
    """Let the SQL of a connection ask how long the text of a frame is: ``unpacked_size(frame)``."""
    db.create_scalar_function("unpacked_size", _size, 1, deterministic=True)
