"""Transfer encodings of mail: quoted-printable, base64, uuencode, and damage in them."""

from __future__ import annotations

import base64
import binascii

from triage.parsers.kit.transfer import decode_base64, decode_transfer


def test_quoted_printable() -> None:
    assert decode_transfer(b"caf=C3=A9 =\nnoir", "quoted-printable") == ("café noir".encode(), None)


def test_an_unknown_encoding_leaves_the_bytes() -> None:
    assert decode_transfer(b"abc=3D", "x-rot13") == (b"abc=3D", None)


def test_base64_with_foreign_characters_in_it() -> None:
    assert decode_base64(b"SGVs\r\nbG8*g d29y bGQ=")[0] == b"Hello world"


def test_two_padded_runs_are_joined() -> None:
    data = base64.b64encode(b"one, ") + b"\n" + base64.b64encode(b"two") + b"\n"
    assert decode_base64(data) == (b"one, two", None)
    assert decode_base64(base64.b64encode(b"ab") + base64.b64encode(b"cd")) == (b"abcd", None)


def test_prose_after_the_padding_is_kept() -> None:
    data = base64.b64encode(b"Hi") + b"\n_____________\nA list's footer."
    assert decode_base64(data)[0] == b"Hi\n_____________\nA list's footer."


def test_a_cut_end_is_told() -> None:
    whole = base64.b64encode(b"Hello world, all")
    data, trouble = decode_base64(whole[:17])
    assert data == b"Hello world,"
    assert trouble is not None and trouble.code == "truncated"


def test_missing_padding_is_no_trouble() -> None:
    assert decode_base64(b"SGk") == (b"Hi", None)


def test_uuencoded_part() -> None:
    lines = b"begin 644 a.txt\n" + binascii.b2a_uu(b"Falcon") + b"`\nend\n"
    assert decode_transfer(lines, "x-uuencode") == (b"Falcon", None)
