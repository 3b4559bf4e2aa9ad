from __future__ import annotations

import random

import pytest

from triage.parsers.dwgbits import Bits, check_sum, shifted
from triage.parsers.dwgloose import loose_strings
from triage.selftest.builders.dwgwriter import Writer, crc, packed


@pytest.mark.parametrize("before", range(8))
@pytest.mark.parametrize(
    "said", ["Falcon", "the blue heron flies", "note\r\nof two lines", "x" * 3 + "long text " * 40]
)
def test_texts_are_found_at_any_bit_by_their_length(before: int, said: str) -> None:
    w = Writer(b"AC1015")
    w.bits = "1" * 40 + "0" * before
    w.text(said)
    w.bits += "0110" * 9
    assert loose_strings(packed(w.bits), "cp1252") == [said]


@pytest.mark.parametrize(("said", "codec"), [("כלל", "cp1255"), ("קוד שחף", "cp1255"), ("AB-117/3", "cp1255")])
def test_short_words_of_other_alphabets_and_codes_are_found(said: str, codec: str) -> None:
    w = Writer(b"AC1015")
    w.bits = "0" * 21
    w.text(said)
    assert loose_strings(packed(w.bits) + bytes(4), codec) == [said]


def test_wide_texts_are_found_at_any_bit() -> None:
    for before in range(8):
        bits = "1" * before + "".join(f"{b:08b}" for b in "heron הבזים".encode("utf-16-le")[:10]) + "0" * 40
        assert loose_strings(packed(bits), None) == ["heron"]


def test_chance_says_little() -> None:
    assert len(loose_strings(random.Random(1).randbytes(20_000), "cp1252")) < 40


def test_bits_are_read_from_any_place_and_not_past_the_end() -> None:
    bits = Bits(b"\xa5\x5a\xff", 3)
    assert bits.bits(5) == 5 and bits.number(2) == 0xFF5A
    with pytest.raises(EOFError):
        bits.bits(1)
    with pytest.raises(EOFError):
        Bits(b"\x40\xff").text()
    assert [int.from_bytes(b, "big") for b in shifted(b"\x80\x01")][1:3] == [2, 4]


def test_check_sums_agree() -> None:
    assert check_sum(b"Falcon") == crc(b"Falcon")
