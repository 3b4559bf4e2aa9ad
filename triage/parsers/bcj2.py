"""Programs in 7z archives (floor 2): folders packed by BCJ2, which py7zr doesn't unpack; bytes in, bytes out.

7-Zip takes the targets of calls and jumps out of x86 programs and packs them apart. Four streams belong together: what
is left, the targets of calls, those of jumps, and one bit, coded by a range coder, for each place that looks like a
call or a jump. Streams are unpacked by py7zr; nothing here reads an archive's header.
"""

from __future__ import annotations

import io
import re
from itertools import accumulate
from typing import Any

METHOD = b"\x03\x03\x01\x1b"
_BRANCH = re.compile(rb"[\xe8\xe9]|(?<=\x0f)[\x80-\x8f]")
_TOP, _BITS, _SPEED = 1 << 24, 11, 5
_JUMP, _JUMPS = 256, 257
"""The contexts of E9 and of conditional jumps; that of a call is the byte before it."""


class _Bits:
    """A range coder's bits, each with a chance of its own in every context."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 5
        self._range, self._code = 0xFFFFFFFF, int.from_bytes(data[1:5], "big")
        self._chances = [1 << _BITS - 1] * 258

    def next(self, context: int) -> bool:
        """Return the next bit. Raises IndexError where the stream ends too early."""
        if self._range < _TOP:
            self._range <<= 8
            self._code = (self._code << 8 | self._data[self._at]) & 0xFFFFFFFF
            self._at += 1
        chance = self._chances[context]
        bound = (self._range >> _BITS) * chance
        bit = self._code >= bound
        if bit:
            self._range -= bound
            self._code -= bound
            self._chances[context] = chance - (chance >> _SPEED)
        else:
            self._range = bound
            self._chances[context] = chance + ((1 << _BITS) - chance >> _SPEED)
        return bit


def joined(main: bytes, calls: bytes, jumps: bytes, coded: bytes, size: int) -> bytes:
    """Return the program of ``size`` bytes. Raises IndexError or ValueError where a stream ends too early."""
    out, bits = bytearray(), _Bits(coded)
    at = from_calls = from_jumps = before = 0
    while len(out) < size:
        if at < len(main) and _branches(before, main[at]):
            to = at
        else:
            found = _BRANCH.search(main, at + 1)
            to = found.start() if found else len(main)
        out += main[at : to + 1]
        if to >= len(main) or len(out) >= size:
            break
        sign, at = main[to], to + 1
        before = out[-2] if len(out) > 1 else 0
        if not bits.next(before if sign == 0xE8 else _JUMP if sign == 0xE9 else _JUMPS):
            before = sign
            continue
        if sign == 0xE8:
            target, from_calls = calls[from_calls : from_calls + 4], from_calls + 4
        else:
            target, from_jumps = jumps[from_jumps : from_jumps + 4], from_jumps + 4
        if len(target) < 4:
            raise ValueError("a stream of targets ends too early")
        out += (int.from_bytes(target, "big") - len(out) - 4 & 0xFFFFFFFF).to_bytes(4, "little")
        before = out[-1]
    if len(out) < size:
        raise ValueError("the program ends too early")
    return bytes(out[:size])


def _branches(before: int, sign: int) -> bool:
    return sign & 0xFE == 0xE8 or (before == 0x0F and sign & 0xF0 == 0x80)


def members(archive: Any, wanted: set[str], most: int) -> tuple[dict[str, bytes], dict[str, Exception]]:
    """Return wanted members of an open archive, by their numbers among all entries, and what broke off the others.

    Only folders packed by BCJ2 are unpacked; ``most`` bounds the bytes of a folder's streams.
    """
    entries = [(str(number), entry) for number, entry in enumerate(archive.files) if entry.folder is not None]
    found: dict[str, bytes] = {}
    broken: dict[str, Exception] = {}
    for folder in archive.header.main_streams.unpackinfo.folders:
        inside = [(number, entry.uncompressed) for number, entry in entries if entry.folder is folder]
        if not any(number in wanted for number, _ in inside) or not is_branched(folder):
            continue
        try:
            content = unpacked(archive, folder, most)
        except MemoryError:
            raise
        except Exception as error:  # py7zr, lzma and others raise a dozen kinds
            broken |= {number: error for number, _ in inside}
            continue
        ends = accumulate((size for _, size in inside), initial=0)
        found |= {number: content[at : at + size] for (number, size), at in zip(inside, ends, strict=False)}
    return found, broken


def is_branched(folder: Any) -> bool:
    """Whether a folder is packed by BCJ2."""
    return any(coder["method"] == METHOD for coder in folder.coders)


def unpacked(archive: Any, folder: Any, most: int) -> bytes:
    """Return what a folder of an open archive holds. Raises ValueError, IndexError and what py7zr raises.

    ``most`` bounds the bytes of all its streams together; raises OverflowError where they are more.
    """
    if sum(folder.unpacksizes) > most:
        raise OverflowError(f"what it is packed in with others unpacks to over {most >> 20} MiB")
    if any(coder["numoutstreams"] != 1 for coder in folder.coders):
        raise ValueError("one of its coders is unknown")
    return _Folder(archive, folder).whole()


class _Folder:
    """The streams of a folder: which coder makes which out of which."""

    def __init__(self, archive: Any, folder: Any) -> None:
        self._archive, self._folder = archive, folder
        streams = archive.header.main_streams
        earlier = 0
        for other in streams.unpackinfo.folders:
            if other is folder:
                break
            earlier += len(other.packed_indices)
        self._first = earlier
        self._pack = streams.packinfo
        self._makers = {bond.incoder: bond.outcoder for bond in folder.bindpairs}
        self._inputs = list(accumulate((coder["numinstreams"] for coder in folder.coders), initial=0))

    def whole(self) -> bytes:
        """Return what comes out of the coder that feeds no other."""
        fed = set(self._makers.values())
        if len(fed) < len(self._folder.bindpairs):
            raise ValueError("two of its coders are fed by the same one")  # so none is met twice below
        last = next(number for number in range(len(self._folder.coders)) if number not in fed)
        return self._made(last)

    def _made(self, number: int) -> bytes:
        """Return a coder's output."""
        coder, size = self._folder.coders[number], self._folder.unpacksizes[number]
        first = self._inputs[number]
        inputs = [self._input(first + at) for at in range(coder["numinstreams"])]
        if coder["method"] == METHOD and len(inputs) == 4:
            main, calls, jumps, coded = inputs
            return joined(main, calls, jumps, coded, size)
        if len(inputs) != 1:
            raise ValueError("one of its coders is unknown")
        return _plain(coder, inputs[0], size, self._folder.password)

    def _input(self, index: int) -> bytes:
        if index in self._makers:
            return self._made(self._makers[index])
        packed = self._first + self._folder.packed_indices.index(index)
        self._archive.fp.seek(self._archive.afterheader + self._pack.packpos + self._pack.packpositions[packed])
        found: bytes = self._archive.fp.read(self._pack.packsizes[packed])
        return found


def _plain(coder: dict[str, Any], packed: bytes, size: int, password: str | None) -> bytes:
    """Undo one coder with one input."""
    from py7zr.compressor import SevenZipDecompressor

    engine, source = SevenZipDecompressor([coder], len(packed), [size], None, password), io.BytesIO(packed)
    out = bytearray()
    while len(out) < size:
        before = source.tell()
        piece = engine.decompress(source, size - len(out))
        out += piece
        if not piece and source.tell() == before:
            break
    return bytes(out)
