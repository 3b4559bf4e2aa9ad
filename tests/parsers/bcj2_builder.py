"""Writes what 7-Zip's BCJ2 reads: a program taken apart into its four streams, and an archive with such a folder."""

from __future__ import annotations

import lzma
import struct
from collections.abc import Callable
from zlib import crc32

BCJ2, LZMA = b"\x03\x03\x01\x1b", b"\x03\x01\x01"


class _Coder:
    """A range coder that writes."""

    def __init__(self) -> None:
        self.out = bytearray()
        self._low, self._range, self._cache, self._waiting = 0, 0xFFFFFFFF, 0, 1
        self._chances = [1024] * 258

    def put(self, context: int, bit: bool) -> None:
        chance = self._chances[context]
        bound = (self._range >> 11) * chance
        if bit:
            self._low, self._range = self._low + bound, self._range - bound
            self._chances[context] -= chance >> 5
        else:
            self._range = bound
            self._chances[context] += (2048 - chance) >> 5
        while self._range < 1 << 24:
            self._range = self._range << 8 & 0xFFFFFFFF
            self._shift()

    def _shift(self) -> None:
        if self._low < 0xFF000000 or self._low > 0xFFFFFFFF:
            carry = self._low >> 32
            for at in range(self._waiting):
                self.out.append((self._cache if at == 0 else 0xFF) + carry & 0xFF)
            self._cache, self._waiting = self._low >> 24 & 0xFF, 0
        self._waiting += 1
        self._low = (self._low & 0x00FFFFFF) << 8

    def end(self) -> bytes:
        for _ in range(5):
            self._shift()
        return bytes(self.out)


def taken_apart(program: bytes, takes: Callable[[int], bool] = lambda at: True) -> list[bytes]:
    """Return the four streams; ``takes`` says of each place that looks like a call or jump whether its target goes."""
    main, calls, jumps, coder = bytearray(), bytearray(), bytearray(), _Coder()
    at = before = 0
    while at < len(program):
        sign = program[at]
        main.append(sign)
        at += 1
        if (sign & 0xFE == 0xE8 or (before == 0x0F and sign & 0xF0 == 0x80)) and at < len(program):
            taken = at + 4 <= len(program) and takes(at)
            coder.put(before if sign == 0xE8 else 256 if sign == 0xE9 else 257, taken)
            if taken:
                (target,) = struct.unpack_from("<I", program, at)
                absolute = struct.pack(">I", target + at + 4 & 0xFFFFFFFF)
                if sign == 0xE8:
                    calls += absolute
                else:
                    jumps += absolute
                at += 4
                sign = program[at - 1]
        before = sign
    return [bytes(main), bytes(calls), bytes(jumps), coder.end()]


def archive(members: dict[str, bytes], packed: bool = False) -> bytes:
    """Return a 7z archive of one folder; where ``packed``, what is left of the programs is under LZMA, too."""
    program = b"".join(members.values())
    main, *others = taken_apart(program, lambda at: at % 3 > 0)
    coders, sizes, streams = b"\x01\x14" + BCJ2 + b"\x04\x01\0\x01\x02\x03", [len(program)], [main, *others]
    if packed:
        filters = [{"id": lzma.FILTER_LZMA1, "preset": 1}]
        properties = lzma._encode_filter_properties(filters[0])  # type: ignore[attr-defined]
        streams = [*others, lzma.compress(main, lzma.FORMAT_RAW, filters=filters)]
        coders = b"\x02\x14" + BCJ2 + b"\x04\x01" + b"\x23" + LZMA + _number(len(properties)) + properties
        coders += b"\0\x01" + b"\x01\x02\x03\x04"
        sizes.append(len(main))
    names = b"".join((name + "\0").encode("utf-16-le") for name in members)
    inside = [len(content) for content in members.values()]
    header = b"\x01\x04\x06\0\x04\x09" + b"".join(map(_number, map(len, streams))) + b"\0"
    header += b"\x07\x0b\x01\0" + coders + b"\x0c" + b"".join(map(_number, sizes)) + b"\0"
    header += (
        b"\x08\x0d" + _number(len(members)) + (b"\x09" + b"".join(map(_number, inside[:-1])) if inside[1:] else b"")
    )
    header += b"\x0a\x01" + b"".join(struct.pack("<I", crc32(content)) for content in members.values()) + b"\0\0"
    header += b"\x05" + _number(len(members)) + b"\x11" + _number(len(names) + 1) + b"\0" + names + b"\0\0"
    body = b"".join(streams)
    start = struct.pack("<QQI", len(body), len(header), crc32(header))
    return b"7z\xbc\xaf\x27\x1c\0\x04" + struct.pack("<I", crc32(start)) + start + body + header


def _number(value: int) -> bytes:
    return bytes([value]) if value < 0x80 else b"\xff" + struct.pack("<Q", value)
