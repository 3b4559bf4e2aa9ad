from __future__ import annotations

import random

import lz4.block
import lz4.frame
import pytest

from tests.parsers.archives import tar_of
from tests.parsers.reading import LIMITS, read
from triage.parsers.contract import Limits
from triage.parsers.lz4frames import LEGACY, _beginning, unpack

PLAIN = b"".join(b"the falcon memo %d\n" % (n * 7919) for n in range(40_000))
SKIPPED = b"\x5a\x2a\x4d\x18\x03\0\0\0abc"


def frame(plain: bytes, linked: bool = True, level: int = 0, size: int = 4, sums: bool = True) -> bytes:
    return lz4.frame.compress(
        plain, level, size, block_linked=linked, content_checksum=sums, block_checksum=sums, store_size=sums
    )


def legacy(*plains: bytes) -> bytes:
    blocks = [lz4.block.compress(plain, store_size=False) for plain in plains]
    return LEGACY + b"".join(len(one).to_bytes(4, "little") + one for one in blocks)


FILES = {
    "linked": frame(PLAIN),
    "apart": frame(PLAIN, linked=False),
    "bare": frame(PLAIN, sums=False),
    "large": frame(PLAIN, size=7, level=9),
    "legacy": legacy(PLAIN),
}


@pytest.mark.parametrize("kind", FILES)
def test_one_child(kind: str) -> None:
    reading = read(FILES[kind], "memo.txt.lz4")
    assert [(c.name, c.data) for c in reading.children] == [("memo.txt", PLAIN)] and reading.codes == []
    assert reading.extract.type == "application/x-lz4"


def test_frames_in_a_row_are_one_file() -> None:
    data = FILES["linked"] + SKIPPED + FILES["legacy"] + SKIPPED + FILES["apart"]
    assert b"".join(unpack(data)) == PLAIN * 3


def test_a_tar_inside_gives_its_members() -> None:
    reading = read(frame(tar_of({"a.txt": PLAIN[:200]})), "a.tar.lz4")
    assert [(c.name, c.data) for c in reading.children] == [("a.txt", PLAIN[:200])]


@pytest.mark.parametrize("kind", FILES)
@pytest.mark.parametrize("keep", [0.3, 0.8])
def test_truncated_file_keeps_what_came(kind: str, keep: float) -> None:
    reading = read(FILES[kind][: int(len(FILES[kind]) * keep)], "a.lz4")
    came = reading.children[0].data
    assert reading.codes == ["truncated"] and PLAIN.startswith(came)
    assert len(came) > len(PLAIN) * keep * 0.7


@pytest.mark.parametrize("kind", ["linked", "apart", "large"])
def test_damage_is_told_and_what_came_before_is_kept(kind: str) -> None:
    packed = bytearray(FILES[kind])
    packed[len(packed) // 2] ^= 0x10
    reading = read(bytes(packed), "a.lz4")
    came = reading.children[0].data
    assert reading.codes == ["damaged"] and came.startswith(PLAIN[: len(PLAIN) // 3])
    assert came.endswith(PLAIN[-1000:]) is (kind != "linked")


def test_a_stored_block_with_a_wrong_sum_stands_there_once() -> None:
    noise = random.Random(1).randbytes(1_500_000)
    packed = bytearray(lz4.frame.compress(noise, block_size=7, block_checksum=True))
    packed[1_400_000] ^= 1
    reading = read(bytes(packed), "a.lz4")
    assert reading.codes == ["damaged"] and len(reading.children[0].data) == len(noise)


def test_a_wrong_sum_of_the_whole_is_told() -> None:
    packed = bytearray(lz4.frame.compress(PLAIN, content_checksum=True))
    packed[-1] ^= 1
    reading = read(bytes(packed), "a.lz4")
    assert reading.codes == ["damaged"] and reading.children[0].data == PLAIN


def test_what_follows_is_told() -> None:
    reading = read(FILES["linked"] + b"and more", "a.lz4")
    assert reading.codes == ["damaged"] and "8 bytes" in reading.troubles[0].sentence
    assert reading.children[0].data == PLAIN


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\x04\x22\x4d\x18", "truncated"),
        (b"\x04\x22\x4d\x18\x41\x40\0\0\0\0\x99", "damaged"),
        (b"\x04\x22\x4d\x18\x40\x40\xc0\xff\xff\xff\x7f", "damaged"),
        (b"\x04\x22\x4d\x18\x60\x40\x82", "truncated"),
        (LEGACY + b"\xff\xff\xff\x70", "damaged"),
        (LEGACY + b"\xff\xff", "truncated"),
        (FILES["apart"] + SKIPPED[:-1], "truncated"),
    ],
    ids=["mark", "dictionary", "huge", "head", "huge legacy", "cut legacy", "cut skipped"],
)
def test_frames_that_cannot_be(data: bytes, code: str) -> None:
    assert read(data, "a.lz4").codes == [code]


@pytest.mark.parametrize("pack", [frame, legacy])
def test_bombs(pack: object) -> None:
    bomb = pack(bytes(8 << 20)) * 4  # type: ignore[operator]
    reading = read(bomb, "bomb.lz4")
    assert reading.children == [] and reading.codes == ["limit-ratio"]
    assert read(bomb, "bomb.lz4", limits=Limits(1000, LIMITS.total_bytes, 1000, 1000)).codes == ["limit-size"]


@pytest.mark.parametrize("plain", [PLAIN[:5000], b"a" * 70_000, b"", bytes(range(256)) * 3])
def test_what_is_read_of_a_broken_block_is_what_the_library_reads_of_a_sound_one(plain: bytes) -> None:
    packed = lz4.block.compress(plain, store_size=False)
    assert _beginning(packed, b"", 1 << 20) == plain
    assert plain.startswith(_beginning(packed[: len(packed) // 2], b"", 1 << 20))


def test_noise_in_a_block_is_bounded() -> None:
    for seed in range(50):
        assert len(_beginning(random.Random(seed).randbytes(2000), b"x" * 100, 5000)) <= 5000
