from __future__ import annotations

import random

import pytest

from triage.parsers.dwgpacked import BrokenError, unpacked, unpacked_2007, without_parity
from triage.selftest.builders.dwgpacker import squeezed, squeezed_2007


def sample(seed: int) -> bytes:
    """Bytes that repeat themselves near and far, for short and for long."""
    rng = random.Random(seed)
    pieces = [rng.randbytes(rng.choice((3, 40, 300))) for _ in range(6)]
    out = b"".join(rng.choice(pieces)[: rng.randrange(2, 300)] for _ in range(60))
    return out + bytes(2000) + out[:900] + rng.randbytes(0x4000) + out


@pytest.mark.parametrize("seed", range(8))
def test_what_was_packed_comes_out(seed: int) -> None:
    data = sample(seed)
    packed = squeezed(data)
    assert len(packed) < len(data) - 1000
    assert unpacked(packed, len(data)) == data and unpacked(packed, 100) == data[:100]


@pytest.mark.parametrize("packed", [b"", b"\x05abc", b"\x01abcd\x40", b"\x01abcd\x4c\xff\x11", b"\x00\x00\x00"])
def test_what_ends_early_keeps_what_came(packed: bytes) -> None:
    with pytest.raises(BrokenError) as caught:
        unpacked(packed, 1000)
    assert caught.value.data == {b"\x05abc": b"abc"}.get(packed, b"abcd" if b"abcd" in packed else b"")


def test_a_copy_may_run_into_itself_and_stops_at_the_most() -> None:
    assert unpacked(b"\x01abcd\x20\x00\xff\x00\x00\x11", 300) == b"abcd" + b"d" * 296
    assert len(unpacked(b"\x01abcd\x20" + bytes(5000) + b"\xff\x00\x00\x11", 1000)) == 1000


@pytest.mark.parametrize("size", [1, 63, 64, 65, 500, 70_000])
def test_r2007_comes_out(size: int) -> None:
    data = random.Random(size).randbytes(size)
    packed = squeezed_2007(data)
    assert unpacked_2007(packed, 1 << 20).rstrip(b"\0") == data.rstrip(b"\0")
    assert unpacked_2007(packed, 10) == data[:10].ljust(min(10, len(unpacked_2007(packed, 10))), b"\0")


@pytest.mark.parametrize(
    ("count", "turned"),
    [
        (9, [8, *range(8)]),
        (11, [10, 9, *range(1, 9), 0]),
        (15, [14, 13, *range(9, 13), *range(1, 9), 0]),
        (16, [*range(8, 16), *range(8)]),
        (17, [*range(9, 17), 8, *range(8)]),
        (18, [17, *range(9, 17), *range(1, 9), 0]),
        (19, [18, 17, 16, *range(8, 16), *range(8)]),
        (31, [30, *range(26, 30), *range(18, 26), *range(10, 18), *range(2, 10), 1, 0]),
        (40, [*range(24, 32), *range(16, 24), *range(8, 16), *range(8), *range(32, 40)]),
    ],
)
def test_r2007_turns_what_stands_for_itself(count: int, turned: list[int]) -> None:
    head = bytes((count - 8,)) if count < 23 else bytes((15, count - 23))
    assert list(unpacked_2007(head + bytes(range(count)), 100)) == turned


@pytest.mark.parametrize(
    ("instruction", "length", "back"),
    [
        (b"\x31\x00", 3, 2), (b"\xf0\x08", 15, 17), (b"\x12\x02\x00", 5, 3), (b"\x00\x02\x00", 0x13, 3),
        (b"\x00\x02\x80", 0x23, 3), (b"\x23\x03\x00\x08", 11, 3), (b"\x28\x01\x00\x01\x00", 0x108, 2),
    ],
)  # fmt: skip
def test_r2007_copies_by_each_kind_of_instruction(instruction: bytes, length: int, back: int) -> None:
    plain = bytes(range(32))
    found = unpacked_2007(bytes((15, 9)) + b"".join(plain[at : at + 8] for at in (24, 16, 8, 0)) + instruction, 1000)
    assert found[:32] == plain
    assert found[32:] == ((plain[-back:] * length)[:length])


def test_r2007_that_makes_no_sense_keeps_what_came() -> None:
    with pytest.raises(BrokenError) as caught:
        unpacked_2007(b"\x00abcdefgh\x1f\xff\xff", 1000)
    assert caught.value.data == b"abcdefgh"
    with pytest.raises(BrokenError):
        unpacked_2007(b"", 10)


def test_woven_blocks_lose_their_parity() -> None:
    blocks = [bytes((n,)) * 251 + b"\xff" * 4 for n in range(3)]
    woven = bytes(block[at] for at in range(255) for block in blocks)
    assert without_parity(woven, 251, 3) == b"\0" * 251 + b"\1" * 251 + b"\2" * 251
