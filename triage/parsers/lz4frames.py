"""What lz4 packs (floor 2): frames of LZ4's frame format, those of its first version, and frames that hold no data.

The library gets a block at a time, checks the checksums and gives 8 MiB at most. Of a block in which something is wrong
it gives nothing; what stands before that is then read here.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import Any

from triage.parsers.contract import Data
from triage.parsers.unpacking import CHUNK

FRAME, LEGACY = b"\x04\x22\x4d\x18", b"\x02\x21\x4c\x18"
_SKIPPED = b"\x2a\x4d\x18"
_BLOCK, _LEGACY_BLOCK = 4 << 20, 8 << 20
_PLAIN = 1 << 31
_WINDOW = 1 << 16
_ENDS = "the packed data ends too early"


def unpack(packed: Data) -> Iterator[bytes]:
    """Yield what the frames hold; raises EOFError where they end too early, ValueError for damage."""
    at = 0
    while at < len(packed):
        mark = packed[at : at + 4]
        if mark == FRAME:
            at = yield from _Frame(packed, at).pieces()
        elif mark == LEGACY:
            at = yield from _legacy(packed, at + 4)
        elif _is_skipped(mark):
            at += 8 + _number(packed, at + 4)
        else:
            raise ValueError(f"{len(packed) - at} bytes of something else follow")
    if at > len(packed):
        raise EOFError(_ENDS)


def _is_skipped(mark: bytes) -> bool:
    return mark[1:] == _SKIPPED and mark[0] >> 4 == 5


def _number(packed: Data, at: int) -> int:
    raw = packed[at : at + 4]
    if len(raw) < 4:
        raise EOFError(_ENDS)
    return int.from_bytes(raw, "little")


class _Frame:
    """A frame that begins at ``at``."""

    def __init__(self, packed: Data, at: int) -> None:
        flags = packed[at + 4] if at + 4 < len(packed) else 0
        if flags & 1:
            raise ValueError("it is packed with a dictionary that isn't in it")
        self._packed = packed
        self._linked = not flags & 32
        self._block_sum, self._whole_sum = (4 if flags & 16 else 0), (4 if flags & 4 else 0)
        self._at = at + 7 + (8 if flags & 8 else 0)
        self._head = packed[at : self._at]
        self._tail = b""
        """What copies of the next block may reach, where it isn't for itself."""

    def pieces(self) -> Generator[bytes, None, int]:
        """Yield what the blocks hold, and return where the frame ends. What stands for itself is read past a damage."""
        engine, damage = self._begun(), ""
        while size := _number(self._packed, self._at):
            found = yield from self._block(engine, size)
            if self._at > len(self._packed):
                raise EOFError(_ENDS)
            if found and self._linked:
                raise ValueError(found)
            if found:
                engine, damage = self._begun(), damage or found
        end = self._at + 4 + self._whole_sum
        if damage:
            raise ValueError(damage)
        yield from self._fed(engine, self._packed[self._at : end])
        return end

    def _begun(self) -> Any:
        """Return an engine that knows the frame's header."""
        import lz4.frame

        engine = lz4.frame.LZ4FrameDecompressor()
        for _ in self._fed(engine, self._head):
            pass
        return engine

    def _fed(self, engine: Any, part: bytes) -> Iterator[bytes]:
        try:
            piece = engine.decompress(part, CHUNK)
            while piece:
                yield piece
                piece = b"" if engine.needs_input or engine.eof else engine.decompress(b"", CHUNK)
        except RuntimeError as error:
            raise ValueError(str(error)) from error

    def _block(self, engine: Any, size: int) -> Generator[bytes, None, str]:
        """Yield what the block holds, as far as it can be read, go to the next, and return what is wrong with it."""
        plain, size = size & _PLAIN, size & ~_PLAIN
        if size > _BLOCK:
            raise ValueError("a block too large")
        begin, self._at = self._at, self._at + 4 + size + self._block_sum
        given, damage = 0, ""
        try:
            for piece in self._fed(engine, self._packed[begin : self._at]):
                given += len(piece)
                self._tail = (self._tail + piece)[-_WINDOW:]
                yield piece
        except ValueError as error:
            damage = str(error)
        if damage or self._at > len(self._packed):
            block = self._packed[begin + 4 : begin + 4 + size]
            yield (block if plain else _beginning(block, self._tail if self._linked else b"", _BLOCK))[given:]
        return damage


def _legacy(packed: Data, at: int) -> Generator[bytes, None, int]:
    """Yield what the blocks of a legacy frame hold, up to another frame or the end; return where it ends."""
    import lz4.block

    damage = ""
    while at < len(packed):
        size, mark = _number(packed, at), packed[at : at + 4]
        if mark in (FRAME, LEGACY) or _is_skipped(mark):
            break
        if size > 2 * _LEGACY_BLOCK:
            raise ValueError("a block too large")
        block = packed[at + 4 : at + 4 + size]
        at += 4 + size
        try:
            yield lz4.block.decompress(block, uncompressed_size=_LEGACY_BLOCK)
        except lz4.block.LZ4BlockError as error:
            damage = damage or str(error)
            yield _beginning(block, b"", _LEGACY_BLOCK)
        if at > len(packed):
            raise EOFError(_ENDS)
    if damage:
        raise ValueError(damage)
    return at


def _beginning(block: bytes, tail: bytes, most: int) -> bytes:
    """Return what a block behind ``tail`` holds, sequence by sequence, up to its end or to what can't be."""
    out, at = bytearray(tail), 0
    try:
        while at < len(block) and len(out) - len(tail) < most:
            token = block[at]
            literals, at = _length(block, token >> 4, at + 1)
            out += block[at : at + literals]
            at += literals + 2
            if at > len(block):
                break
            back = int.from_bytes(block[at - 2 : at], "little")
            length, at = _length(block, token & 15, at)
            length, start = min(length + 4, most), len(out) - back
            if start < 0 or not back:
                break
            out += out[start : start + length] if back >= length else (out[start:] * (length // back + 1))[:length]
    except IndexError:
        pass
    return bytes(out[len(tail) : len(tail) + most])


def _length(block: bytes, length: int, at: int) -> tuple[int, int]:
    """Return a length of which a token gives a beginning, and where it ends. Raises IndexError where the block does."""
    if length == 15:
        more = 255
        while more == 255:
            more = block[at]
            at += 1
            length += more
    return length, at
