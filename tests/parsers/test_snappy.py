from __future__ import annotations

import struct

import pytest

from tests.parsers.archives import tar_of
from tests.parsers.reading import LIMITS, read
from triage.parsers.contract import Limits
from triage.parsers.snappy import MAGIC, block
from triage.parsers.sums import crc32c

PLAIN = b"the falcon memo\n" * 3000


def chunk(kind: int, body: bytes, plain: bytes | None = None) -> bytes:
    if plain is not None:
        value = crc32c(plain)
        body = struct.pack("<I", ((value >> 15 | value << 17) + 0xA282EAD8) & 0xFFFFFFFF) + body
    return struct.pack("<I", kind | len(body) << 8) + body


def packed(plain: bytes) -> bytes:
    """A block of one literal and copies of it, for plain bytes that are sixteen over and over."""
    size = len(plain)
    out = bytes((size & 0x7F | 0x80, size >> 7 & 0x7F | 0x80, size >> 14, 15 << 2)) + plain[:16]
    left = size - 16
    while left:
        step = min(left, 64)
        out += bytes(((step - 1) << 2 | 2, 16, 0))
        left -= step
    return out


def framed(*plains: bytes) -> bytes:
    return MAGIC + b"".join(chunk(0, packed(plain), plain) for plain in plains)


def test_a_file_is_one_child() -> None:
    data = framed(PLAIN) + chunk(0xFE, b"\0" * 9) + chunk(1, b"the heron", b"the heron") + framed(PLAIN)
    reading = read(data, "memo.txt.sz")
    assert [(c.name, c.data) for c in reading.children] == [("memo.txt", PLAIN + b"the heron" + PLAIN)]
    assert reading.codes == [] and reading.extract.type == "application/x-snappy-framed"


def test_a_tar_inside_gives_its_members() -> None:
    tar = tar_of({"a.txt": PLAIN[:200]})
    parts = [tar[at : at + 65536] for at in range(0, len(tar), 65536)]
    reading = read(MAGIC + b"".join(chunk(1, part, part) for part in parts), "a.tar.sz")
    assert reading.names == ["a.txt"] and reading.label == "TAR archive"


def test_a_damaged_chunk_is_told_and_those_behind_it_are_read() -> None:
    bad = bytearray(framed(PLAIN))
    bad[-1] = 0xFF
    reading = read(bytes(bad) + chunk(1, b"the heron", b"the heron"), "a.sz")
    assert reading.codes == ["damaged"]
    assert reading.children[0].data.startswith(PLAIN[:40_000]) and reading.children[0].data.endswith(b"the heron")


def test_a_wrong_checksum_is_told_and_the_bytes_are_kept() -> None:
    reading = read(MAGIC + chunk(1, b"the heron", b"the kestrel"), "a.sz")
    assert reading.children[0].data == b"the heron" and reading.codes == ["damaged"]


@pytest.mark.parametrize("cut", [2, 1000, 2200])
def test_truncated_file_keeps_what_came(cut: int) -> None:
    reading = read(framed(PLAIN)[:-cut], "a.sz")
    assert reading.codes == ["truncated"] and PLAIN.startswith(reading.children[0].data)
    assert len(reading.children[0].data) > 16


def test_unknown_chunks_are_told() -> None:
    assert read(framed(PLAIN) + chunk(0x33, b"x"), "a.sz").codes == ["damaged"]
    assert read(framed(PLAIN) + chunk(0x99, b"x"), "a.sz").codes == []


def test_bomb() -> None:
    reading = read(framed(*[PLAIN] * 30), "a.sz", limits=Limits(64 << 20, 64 << 20, 10, 1000))
    assert reading.children == [] and reading.codes == ["limit-ratio"]
    assert read(framed(PLAIN), "a.sz", limits=Limits(1000, LIMITS.total_bytes, 200, 1000)).codes == ["limit-size"]


def test_copies_and_literals_of_all_widths() -> None:
    assert block(b"\x09" + b"\x08abc" + bytes([(6 - 4) << 2 | 1, 3]), 100) == b"abcabcabc"
    assert block(b"\x06\x08abc" + bytes([2 << 2 | 3, 3, 0, 0, 0]), 100) == b"abcabc"
    long = bytes(range(256)) * 2
    assert block(b"\x80\x04" + bytes((61 << 2,)) + (511).to_bytes(2, "little") + long, 512) == long


@pytest.mark.parametrize("data", [b"\x09\x08abc\x09\x09", b"\x09\x08abc\x09\x00", b"\x81\x80\x04\x00a", b"\xff" * 12])
def test_blocks_that_cannot_be(data: bytes) -> None:
    with pytest.raises(ValueError):
        block(data, 65_536)


def test_a_block_never_goes_beyond_its_stated_size() -> None:
    assert block(b"\x05\x08abc" + bytes([63 << 2 | 2, 1, 0]), 100) == b"abccc"
    assert block(b"\x00", 0) == b""
