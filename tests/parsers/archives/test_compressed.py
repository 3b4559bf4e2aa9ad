"""Compressed files (gzip, bzip2, xz, zstd, compress, zlib): one child each, within the limits."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import random
import zlib

import pytest

from tests.parsers.archive_builders import compress, zstd_compressed
from tests.parsers.reading import LIMITS, read
from triage.messages import render
from triage.parsers.archives.compressed import CompressedStream, unpack_lzw
from triage.parsers.kit.contract import Limits
from triage.parsers.kit.unpacking import OverRatioError

PLAIN = b"the falcon memo\n" * 500
PACKED = {
    "gz": gzip.compress(PLAIN),
    "bz2": bz2.compress(PLAIN),
    "xz": lzma.compress(PLAIN),
    "lzma": lzma.compress(PLAIN, lzma.FORMAT_ALONE),
    "zst": zstd_compressed(PLAIN),
    "Z": compress(PLAIN),
}


@pytest.mark.parametrize("ending", PACKED)
def test_one_child_named_without_the_ending(ending: str) -> None:
    reading = read(PACKED[ending], f"memo.txt.{ending}")
    assert [(c.name, c.data) for c in reading.children] == [("memo.txt", PLAIN)]
    assert reading.codes == []


@pytest.mark.parametrize("ending", ["gz", "bz2", "xz", "zst"])
def test_streams_in_a_row_are_one_file(ending: str) -> None:
    assert read(PACKED[ending] * 2, f"a.{ending}").children[0].data == PLAIN * 2


@pytest.mark.parametrize("ending", ["gz", "bz2", "xz", "lzma", "zst"])
def test_truncated_file_keeps_what_came(ending: str) -> None:
    reading = read(PACKED[ending][:-9], f"a.{ending}")
    assert reading.codes == ["truncated"]
    assert all(PLAIN.startswith(c.data) for c in reading.children)


def test_damage_is_told_and_what_came_before_is_kept() -> None:
    packed = bytearray(gzip.compress(bytes(range(256)) * 4000, 0))
    packed[600_000] ^= 0xFF
    reading = read(bytes(packed), "a.gz")
    assert reading.codes == ["damaged"]
    assert len(reading.children[0].data) > 500_000


def test_name_in_the_gzip_header() -> None:
    buffer = io.BytesIO()
    with gzip.GzipFile("inner name.txt", "wb", fileobj=buffer) as file:
        file.write(PLAIN)
    assert read(buffer.getvalue(), "x.gz").names == ["inner name.txt"]


def test_bomb() -> None:
    reading = read(gzip.compress(bytes(30 << 20)), "bomb.gz")
    assert reading.children == [] and reading.codes == ["limit-ratio"]


def test_size_limit() -> None:
    limits = Limits(1000, LIMITS.total_bytes, 200, 1000)
    assert read(PACKED["xz"], "a.xz", limits=limits).codes == ["limit-size"]


def test_stream_reads_on_demand_and_keeps_to_the_ratio() -> None:
    stream = CompressedStream(PACKED["gz"], LIMITS)
    assert stream.read(5) == PLAIN[:5]
    assert stream.read() == PLAIN[5:]
    bomb = CompressedStream(gzip.compress(bytes(30 << 20)), LIMITS)
    assert len(bomb.read()) < 30 << 20
    with pytest.raises(OverRatioError):
        bomb.read()


@pytest.mark.parametrize("level", [0, 5, 9])
@pytest.mark.parametrize("plain", [PLAIN, bytes(range(256)) * 100, b"short"], ids=["text", "bytes", "short"])
def test_zlib_streams(level: int, plain: bytes) -> None:
    reading = read(zlib.compress(plain, level), "memo.txt.zlib5")
    assert [(c.name, c.data) for c in reading.children] == [("memo.txt", plain)] and reading.codes == []
    assert reading.extract.type == "application/zlib"


def test_truncated_zlib_keeps_what_came() -> None:
    packed = zlib.compress(bytes(range(256)) * 4000, 0)
    reading = read(packed[:100_000], "a.bin")
    assert reading.codes == ["truncated"] and len(reading.children[0].data) > 99_000
    assert read(zlib.compress(PLAIN)[:-2], "a.zlib").codes == ["truncated"]


def test_what_stands_behind_a_zlib_stream_is_told() -> None:
    reading = read(zlib.compress(bytes(range(256)) * 400, 0) + b"and more", "a.bin")
    assert reading.children[0].data == bytes(range(256)) * 400 and reading.codes == ["damaged"]
    assert "8 bytes" in render(reading.troubles[0].message)


@pytest.mark.parametrize(
    "data",
    [
        b"x^2 + y^2 = z^2 has many answers\n" * 9,
        b"x\x9c",
        b"x\x9c\x00\x01\x02\x03 no stream at all",
        zlib.compress(PLAIN)[:-2],
        zlib.compress(PLAIN) + b"something else of its own",
        zlib.compress(b""),
    ],
    ids=["text", "short", "broken", "cut", "followed", "empty"],
)
def test_what_only_begins_like_zlib_is_none(data: bytes) -> None:
    from triage.parsers.archives import compressed
    from triage.parsers.kit.contract import Probe

    assert not compressed.claims(Probe(data, "a.bin"))


def test_zlib_bomb() -> None:
    reading = read(zlib.compress(bytes(30 << 20)), "bomb.bin")
    assert reading.children == [] and reading.codes == ["limit-ratio"]


def test_a_dictionary_beyond_the_memory_limit_is_a_limit() -> None:
    packed = bytearray(PACKED["lzma"])
    packed[1:5] = (1 << 30).to_bytes(4, "little")
    reading = read(bytes(packed), "a.lzma")
    assert reading.codes == ["limit-memory"] and reading.children == []


@pytest.mark.parametrize("most", [9, 12, 16])
@pytest.mark.parametrize("kind", ["text", "same", "noise"])
def test_unpacks_what_compress_packs(most: int, kind: str) -> None:
    made = {
        "text": b"the falcon memo and the other memo; " * 3000,
        "same": b"a" * 100_000,
        "noise": random.Random(7).randbytes(60_000),
    }
    assert b"".join(unpack_lzw(compress(made[kind], most))) == made[kind]


def test_impossible_codes_of_lzw_raise() -> None:
    with pytest.raises(ValueError, match="code"):
        list(unpack_lzw(b"\x1f\x9d\x90" + b"\xff" * 20))
    with pytest.raises(ValueError, match="width"):
        list(unpack_lzw(b"\x1f\x9d\x1f" + b"\xff" * 20))
