"""The unpackers of old methods, against packers of the tests' own."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from tests.parsers import lzh_builder
from triage.parsers.lzbits import Unpacker
from triage.parsers.lzhuff import StaticHuffman, code_of
from triage.parsers.lzold import AdaptiveHuffman, Fastest, Lz5, Lzs

_CHANCE = random.Random(7)
PLAINS = {
    "none": b"",
    "one": b"x",
    "run": b"a" * 3000,
    "text": b"".join(b"the heron paid invoice %d to the falcon\n" % (n * 7919) for n in range(400)),
    "noise": _CHANCE.randbytes(5000),
    "far": _CHANCE.randbytes(9000) * 2,
}


def _static(
    window: int, width: int, distances: int, history: bytes
) -> tuple[Callable[..., bytes], Callable[..., Unpacker]]:
    return (
        lambda plain: lzh_builder.static(plain, window, width),
        lambda packed, size: StaticHuffman(packed, size, distances, history),
    )


METHODS: dict[str, tuple[Callable[..., bytes], Callable[..., Unpacker]]] = {
    "lh5": _static(1 << 13, 4, 14, b" " * (1 << 13)),
    "lh7": _static(1 << 16, 5, 17, b" " * (1 << 16)),
    "arj": _static(26_624, 5, 17, b""),
    "lh1": (lzh_builder.lh1, AdaptiveHuffman),
    "lzs": (lzh_builder.lzs, Lzs),
    "lz5": (lzh_builder.lz5, Lz5),
    "fastest": (lzh_builder.fastest, Fastest),
}


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("plain", PLAINS)
def test_what_was_packed_comes_out(method: str, plain: str) -> None:
    pack, unpacker = METHODS[method]
    data = PLAINS[plain]
    assert b"".join(unpacker(pack(data), len(data)).pieces()) == data


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("cut", [0.0, 0.3, 0.9])
def test_packed_data_that_end_early_give_what_came(method: str, cut: float) -> None:
    pack, unpacker = METHODS[method]
    data = PLAINS["text"]
    packed = pack(data)
    packed = packed[: int(len(packed) * cut)]
    came = b""
    with pytest.raises(EOFError):
        for piece in unpacker(packed, len(data)).pieces():
            came += piece
    assert data.startswith(came) and len(came) >= len(data) * cut * 0.6


@pytest.mark.parametrize("method", METHODS)
def test_noise_ends_in_an_error_or_at_the_size(method: str) -> None:
    for seed in range(60):
        packed = random.Random(seed).randbytes(300)
        size = 0
        try:
            for piece in METHODS[method][1](packed, 100_000).pieces():
                size += len(piece)
        except (EOFError, ValueError):
            pass
        assert size <= 100_000


def test_pieces_are_bounded_and_the_window_moves_with_them() -> None:
    """One block with one copy over and over: a bomb, whose bytes come piece by piece."""
    pieces = list(StaticHuffman(lzh_builder.bomb(3 << 24, 4), 3 << 24, 14, b" " * 8192).pieces())
    assert sum(map(len, pieces)) == 3 << 24 and max(map(len, pieces)) < 300_000
    assert set(map(bytes, {piece[:1] for piece in pieces})) == {b" "}


def test_counts_of_lh1_are_halved_when_they_are_full() -> None:
    data = bytes(random.Random(3).choices(b"etaoinshrdlu", k=40_000))
    assert b"".join(AdaptiveHuffman(lzh_builder.lh1(data), len(data)).pieces()) == data


def test_codes_longer_than_the_quick_table() -> None:
    lengths = [*range(1, 16), 16, 16]
    code = code_of(lengths)
    assert code.width == 11 and code.quick[0] == 0 << 5 | 1
    assert code.find(0b1111_1111_1111_1111) == 16 << 5 | 16
    assert code.find(0b1111_1111_1110_0000) == 11 << 5 | 12


def test_codes_that_cannot_be() -> None:
    with pytest.raises(ValueError, match="more codes"):
        code_of([1, 1, 1])
    with pytest.raises(ValueError, match="no code"):
        code_of([16]).find(0xFFFF)


def test_copies_before_the_start() -> None:
    """LHA finds blanks there, ARJ nothing."""
    bits = lzh_builder.Bits()
    bits.put(1, 16)
    bits.put(0, 10)
    bits.put(0, 9)
    bits.put(256, 9)
    bits.put(0, 5)
    bits.put(4, 5)
    bits.put(0, 3)
    packed = bits.done()
    assert b"".join(StaticHuffman(packed, 3, 17, b" " * 64).pieces()) == b"   "
    with pytest.raises(ValueError, match="before the start"):
        list(StaticHuffman(packed, 3, 17).pieces())
