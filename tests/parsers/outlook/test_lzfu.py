"""Compressed rich text of Outlook."""

from __future__ import annotations

import struct

import pytest

from triage.parsers.outlook.rtf_mail import unpack

# The two worked examples of MS-OXRTFCP 4.1.
PACKED = bytes.fromhex(
    "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
)
TEXT = b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
REPEATED = bytes.fromhex("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0")


def test_the_standard_s_examples() -> None:
    assert unpack(PACKED, 1000) == TEXT
    assert unpack(REPEATED, 1000) == b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"


def test_unpacked_bodies_are_passed_through() -> None:
    data = struct.pack("<IIII", len(TEXT) + 12, len(TEXT), 0x414C454D, 0) + TEXT
    assert unpack(data, 1000) == TEXT


def test_the_limit_holds() -> None:
    assert unpack(REPEATED, 9) == b"{\\rtf1 WX"


@pytest.mark.parametrize("data", [b"", b"short", b"x" * 40])
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError):
        unpack(data, 1000)


@pytest.mark.parametrize("cut", range(16, len(PACKED), 5))
def test_cut_bodies_give_what_is_there(cut: int) -> None:
    assert TEXT.startswith(unpack(PACKED[:cut], 1000)[: max(0, cut - 20)])
