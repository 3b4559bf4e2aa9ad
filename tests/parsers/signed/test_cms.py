"""Cryptographic messages: signed, compressed, cut short."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.parsers.signed.cms import is_cms, is_cut, is_encrypted, is_smime, signed_content
from triage.selftest.writers.signed import cms, der

_COMPRESSED = bytes.fromhex("2a864886f70d0109100109")


def _compressed(content: bytes) -> bytes:
    held = der(0x30, der(0x06, bytes.fromhex("2a864886f70d010701")), der(0xA0, der(0x04, zlib.compress(content))))
    return der(0x30, der(0x06, _COMPRESSED), der(0xA0, der(0x30, der(0x02, b"\0"), der(0x30), held)))


def test_signed_content_comes_out() -> None:
    assert signed_content(cms("signed", b"blue heron" * 100)) == b"blue heron" * 100
    assert signed_content(cms("detached")) is None and signed_content(cms("enveloped")) is None


def test_compressed_content_comes_out_up_to_the_limit() -> None:
    assert signed_content(_compressed(b"blue heron")) == b"blue heron"
    assert signed_content(_compressed(bytes(100_000)), limit=500) == bytes(500)


def test_content_in_pieces_of_no_stated_length_is_joined() -> None:
    pieces = b"\x24\x80" + der(0x04, b"blue ") + der(0x04, b"heron") + b"\0\0"
    held = b"\x30\x80" + der(0x06, bytes.fromhex("2a864886f70d010701")) + b"\xa0\x80" + pieces + b"\0\0\0\0"
    inner = b"\x30\x80" + der(0x02, b"\1") + der(0x31) + held + der(0x31) + b"\0\0"
    whole = b"\x30\x80" + der(0x06, bytes.fromhex("2a864886f70d010702")) + b"\xa0\x80" + inner + b"\0\0\0\0"
    assert signed_content(whole) == b"blue heron"


def test_content_of_a_time_stamped_file_comes_out() -> None:
    stamped = der(0x30, der(0x02, b"\1"), der(0x16, b"http://x.test"), der(0x04, b"blue heron"), der(0xA0, der(0x30)))
    assert (
        signed_content(der(0x30, der(0x06, bytes.fromhex("2a864886f70d010910011f")), der(0xA0, stamped)))
        == b"blue heron"
    )


def test_what_there_is_of_a_message_cut_short_comes_out() -> None:
    whole = cms("signed", b"blue heron" * 100)
    assert not is_cut(whole) and is_cut(whole[:700])
    assert (signed_content(whole[:700]) or b"").startswith(b"blue heron" * 50)


def test_kinds() -> None:
    assert is_encrypted(cms("enveloped")) and not is_encrypted(cms("signed", b"x"))
    assert is_cms(cms("signed", b"x")[:30]) and not is_cms(b"0123456789abcdef")


@pytest.mark.parametrize(("name", "told"), [("smime.P7M", True), ("a.p7c", True), ("a.p7s", False), (None, False)])
def test_names(name: str | None, told: bool) -> None:
    assert is_smime(name) is told


@given(st.binary(max_size=60), st.integers(0, 80))
def test_broken_messages_never_raise(noise: bytes, at: int) -> None:
    whole = cms("signed", b"blue heron" * 5)
    signed_content(whole[:at] + noise + whole[at + len(noise) :])
    is_encrypted(whole[:at])
