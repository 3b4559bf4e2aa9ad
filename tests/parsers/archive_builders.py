"""Archives that only tests write: encrypted ZIP members, compress, cpio, LHA, cabinets, disc images, 7z with BCJ2."""

from __future__ import annotations

import hashlib
import hmac
import lzma
import struct
import sys
import zlib

from Cryptodome.Cipher import AES
from Cryptodome.Util import Counter

from sample_corpus.archive import ZipMember


def zstd_compressed(plain: bytes) -> bytes:
    """A Zstandard frame."""
    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd
    return zstd.compress(plain)


def deflated(name: str, plain: bytes) -> ZipMember:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return ZipMember(name.encode(), packer.compress(plain) + packer.flush(), plain, 8)


def aes_member(name: str, plain: bytes, password: str) -> ZipMember:
    """A member encrypted with AES-256 in the manner of AE-2, stored."""
    salt = bytes(range(16))
    keys = hashlib.pbkdf2_hmac("sha1", password.encode(), salt, 1000, 66)
    aes = AES.new(keys[:32], AES.MODE_CTR, counter=Counter.new(128, initial_value=1, little_endian=True))
    cipher = aes.encrypt(plain)
    tag = hmac.new(keys[32:64], cipher, "sha1").digest()[:10]
    extra = struct.pack("<HHH2sBH", 0x9901, 7, 2, b"AE", 3, 0)
    return ZipMember(name.encode(), salt + keys[64:] + cipher + tag, b"", 99, 1, extra)


def compress(data: bytes, most: int = 16) -> bytes:
    """Pack as compress 4.0 does, codes of 9 bits and more in groups of eight."""
    table = {bytes((byte,)): byte for byte in range(256)}
    codes: list[tuple[int, int]] = []
    width, free, string = 9, 257, b""
    for byte in data:
        longer = string + bytes((byte,))
        if longer in table:
            string = longer
            continue
        codes.append((table[string], width))
        if free < 1 << most:
            table[longer] = free
            free += 1
        string = bytes((byte,))
        if free > 1 << width and width < most:
            width += 1
    if string:
        codes.append((table[string], width))
    return b"\x1f\x9d" + bytes((most | 0x80,)) + _groups(codes)


def _groups(codes: list[tuple[int, int]]) -> bytes:
    out = bytearray()
    at = 0
    while at < len(codes):
        width = codes[at][1]
        group = [code for code, w in codes[at : at + 8] if w == width]
        bits = sum(code << (number * width) for number, code in enumerate(group))
        last = at + len(group) == len(codes)
        out += bits.to_bytes((len(group) * width + 7) // 8 if last else width, "little")
        at += len(group)
    return bytes(out)


def cpio_of(files: dict[str, bytes]) -> bytes:
    out = b""
    for name, data in {**files, "TRAILER!!!": b""}.items():
        raw = name.encode() + b"\0"
        mode = 0 if name == "TRAILER!!!" else 0o100644
        fields = [1, mode, 0, 0, 1, 0, len(data), 0, 0, 0, 0, len(raw), 0]
        head = b"070701" + b"".join(b"%08X" % value for value in fields) + raw
        out += head + bytes(-len(head) % 4) + data + bytes(-len(data) % 4)
    return out


def lha_of(files: dict[str, bytes]) -> bytes:
    """Return an archive of stored members with headers of level 0."""
    out = b""
    for name, data in files.items():
        check = 0
        for byte in data:
            check ^= byte
            for _ in range(8):
                check = check >> 1 ^ (0xA001 if check & 1 else 0)
        raw = name.encode()
        base = b"-lh0-" + struct.pack("<III", len(data), len(data), 0x4707_79D4) + b"\x20\0"
        base += bytes((len(raw),)) + raw + struct.pack("<H", check)
        out += bytes((len(base), sum(base) & 0xFF)) + base + data
    return out + b"\0"


def cab_of(files: dict[str, bytes], method: int = 0) -> bytes:
    """Return a cabinet of one folder and one block: stored, or packed by MSZIP (``method`` 1)."""
    whole = b"".join(files.values())
    engine = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = b"CK" + engine.compress(whole) + engine.flush() if method else whole
    entries, begin = b"", 0
    for name, data in files.items():
        entries += struct.pack("<IIHHHH", len(data), begin, 0, 0x3AA6, 0x5C40, 0xA0) + name.encode() + b"\0"
        begin += len(data)
    block = 44 + len(entries)
    size = block + 8 + len(packed)
    head = struct.pack("<4sIIIIIBBHHHHH", b"MSCF", 0, size, 0, 44, 0, 3, 1, 1, len(files), 0, 7, 0)
    return (
        head
        + struct.pack("<IHH", block, 1, method)
        + entries
        + struct.pack("<IHH", 0, len(packed), len(whole))
        + packed
    )


def iso_of(files: dict[str, bytes]) -> bytes:
    """Return a disc image (ECMA-119 with Joliet names) whose files all stand in its root."""

    def both(value: int, code: str) -> bytes:
        return struct.pack("<" + code, value) + struct.pack(">" + code, value)

    def record(name: bytes, at: int, size: int, flags: int) -> bytes:
        body = b"\0" + both(at, "I") + both(size, "I") + bytes((124, 5, 2, 0, 0, 0, 0, flags, 0, 0)) + both(1, "H")
        body += bytes((len(name),)) + name + b"\0" * (1 - len(name) % 2)
        return bytes((len(body) + 1,)) + body

    def volume(kind: int, escape: bytes) -> bytes:
        head = bytes((kind,)) + b"CD001\1\0" + bytes(32) + b"RECORDS".ljust(32) + bytes(8) + both(at, "I")
        head += escape.ljust(32, b"\0") + both(1, "H") * 2 + both(2048, "H") + both(10, "I")
        head += struct.pack("<IIII", 19, 0, 0, 0)  # where its path tables should be; nothing reads them
        return (head + record(b"\0", 19, 2048, 2)).ljust(881, b" ") + b"\1".ljust(1167, b"\0")

    at, listed, body = 20, record(b"\0", 19, 2048, 2) + record(b"\1", 19, 2048, 2), b""
    for name, data in files.items():
        listed += record(name.encode("utf-16-be"), at, len(data), 0)
        body += data + bytes(-len(data) % 2048)
        at += -(-len(data) // 2048)
    ends = b"\xffCD001\1".ljust(2048, b"\0")
    return bytes(32768) + volume(1, b"") + volume(2, b"%/E") + ends + listed.ljust(2048, b"\0") + body


def branched_7z(files: dict[str, bytes]) -> bytes:
    """Return a 7z archive of one folder under BCJ2; what stands in the files must look like no call or jump."""

    def number(value: int) -> bytes:
        return bytes([value]) if value < 0x80 else b"\xff" + struct.pack("<Q", value)

    whole = b"".join(files.values())
    packed = lzma.compress(whole, lzma.FORMAT_RAW, filters=[{"id": lzma.FILTER_LZMA2, "dict_size": 1 << 24}])
    streams = [packed, b"", b"", bytes(5)]  # the rest, targets of calls and of jumps, and no bit in a range coder
    names = b"".join((name + "\0").encode("utf-16-le") for name in files)
    inside = [number(len(data)) for data in files.values()]
    header = b"\x01\x04\x06\0\x04\x09" + b"".join(number(len(stream)) for stream in streams) + b"\0"
    coders = b"\x02\x21\x21\x01\x18" + b"\x14\x03\x03\x01\x1b\x04\x01" + b"\x01\0" + b"\0\x02\x03\x04"
    header += b"\x07\x0b\x01\0" + coders + b"\x0c" + number(len(whole)) * 2 + b"\0"
    header += b"\x08\x0d" + number(len(files)) + (b"\x09" + b"".join(inside[:-1]) if inside[1:] else b"") + b"\x0a\x01"
    header += b"".join(struct.pack("<I", zlib.crc32(data)) for data in files.values()) + b"\0\0"
    header += b"\x05" + number(len(files)) + b"\x11" + number(len(names) + 1) + b"\0" + names + b"\0\0"
    body = b"".join(streams)
    start = struct.pack("<QQI", len(body), len(header), zlib.crc32(header))
    return b"7z\xbc\xaf\x27\x1c\0\x04" + struct.pack("<I", zlib.crc32(start)) + start + body + header
