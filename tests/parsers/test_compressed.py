from __future__ import annotations

import bz2
import gzip
import io
import lzma

import pytest
from backports import zstd

from tests.parsers.archives import compress
from tests.parsers.reading import LIMITS, read
from triage.parsers.compressed import opened
from triage.parsers.contract import Limits
from triage.parsers.unpacking import OverRatioError

PLAIN = b"the falcon memo\n" * 500
PACKED = {
    "gz": gzip.compress(PLAIN),
    "bz2": bz2.compress(PLAIN),
    "xz": lzma.compress(PLAIN),
    "lzma": lzma.compress(PLAIN, lzma.FORMAT_ALONE),
    "zst": zstd.compress(PLAIN),
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
    stream = opened(PACKED["gz"], LIMITS)
    assert stream.read(5) == PLAIN[:5]
    assert stream.read() == PLAIN[5:]
    bomb = opened(gzip.compress(bytes(30 << 20)), LIMITS)
    assert len(bomb.read()) < 30 << 20
    with pytest.raises(OverRatioError):
        bomb.read()
