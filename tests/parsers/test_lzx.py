from __future__ import annotations

import random
import time

import pytest

from tests.parsers.lzxpack import ALIGNED, FRAME, RAW, VERBATIM, Packer
from triage.parsers.lzx import LONGEST, Decoder


def made(size: int, seed: int = 7) -> bytes:
    """Return words in an order by chance: long and short matches, near and far."""
    rng = random.Random(seed)
    words = [bytes(rng.choices(range(97, 123), k=rng.randrange(2, 12))) for _ in range(400)]
    out = b" ".join(rng.choices(words, k=size // 6)) + b"-" * 700
    return out[:size].ljust(size, b".")


def calling(size: int) -> bytes:
    """Return bytes with calls in them, also right before the ends of frames."""
    rng = random.Random(9)
    out = bytearray(made(size))
    for at in [*(rng.randrange(size - 5) for _ in range(size // 100)), *(FRAME - n for n in range(3, 16)), size - 11]:
        out[at] = 0xE8
        out[at + 1 : at + 5] = rng.randrange(-size, 2 * size).to_bytes(4, "little", signed=True)
    return bytes(out)


def unpacked(packed: bytes, size: int, window: int) -> bytes:
    decoder, out, at = Decoder(window), b"", 0
    while len(out) < size:
        piece, used = decoder.frame(packed[at : at + LONGEST], min(FRAME, size - len(out)))
        out, at = out + piece, at + used
    assert at == len(packed)
    return out


@pytest.mark.parametrize("window", range(15, 22))
def test_each_window_and_kind_of_block(window: int) -> None:
    data = made(70_001)
    packed = Packer(window).pack(data, (VERBATIM, ALIGNED), 30_001)
    assert unpacked(b"".join(packed), len(data), window) == data
    assert len(b"".join(packed)) * 2 < len(data)


@pytest.mark.parametrize("block", [7_777, FRAME, 40_001])
def test_raw_blocks_of_odd_length_and_over_the_ends_of_frames(block: int) -> None:
    data = made(70_001)
    packed = Packer(16).pack(data, (RAW, RAW, VERBATIM, RAW, ALIGNED), block)
    assert unpacked(b"".join(packed), len(data), 16) == data


@pytest.mark.parametrize("size", [70_001, 20_000])
def test_targets_of_calls_become_relative_again(size: int) -> None:
    data = calling(70_001)
    packed = Packer(16, calls=size).pack(data)
    assert unpacked(b"".join(packed), len(data), 16) == data


def test_what_is_trimmed_is_out_of_reach() -> None:
    data = made(110_000)
    packed = b"".join(Packer(15).pack(data, (VERBATIM,)))
    assert unpacked(packed, len(data), 15) == data


@pytest.mark.parametrize("window", [0, 14, 22, 63])
def test_a_window_that_there_is_none_of_is_refused(window: int) -> None:
    with pytest.raises(ValueError, match="window"):
        Decoder(window)


def test_what_came_before_a_cut_is_kept() -> None:
    data = made(FRAME)
    packed = b"".join(Packer(15).pack(data))
    decoder = Decoder(15)
    with pytest.raises(EOFError):
        decoder.frame(packed[: len(packed) // 2], FRAME)
    kept = decoder.partial()
    assert len(kept) > 10_000 and data.startswith(kept[:-600])


def test_damage_ends_in_an_error_soon() -> None:
    whole = b"".join(Packer(16, calls=9_000).pack(calling(FRAME), (VERBATIM, RAW, ALIGNED), 9_001))
    rng, errors = random.Random(5), 0
    begun = time.process_time()
    for _ in range(150):
        damaged = bytearray(whole)
        for _ in range(rng.choice((1, 4, 40))):
            damaged[rng.randrange(rng.choice((60, len(whole))))] ^= 1 << rng.randrange(8)
        decoder = Decoder(16)
        try:
            assert len(decoder.frame(bytes(damaged), FRAME)[0]) == FRAME
        except (ValueError, EOFError):
            errors += 1
            assert len(decoder.partial()) <= 2 * FRAME
    assert errors > 50 and time.process_time() - begun < 20


def test_trees_that_are_none_are_refused() -> None:
    decoder = Decoder(15)
    with pytest.raises(ValueError, match=r"no code|break off|known kind|before the data"):
        decoder.frame(b"\x00\x20" + b"\x11\x11" * 200, FRAME)
