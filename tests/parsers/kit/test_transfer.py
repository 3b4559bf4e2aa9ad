"""Transfer encodings of mail: quoted-printable, base64, uuencode, damage in them, and uuencoded files in a text."""

from __future__ import annotations

import base64
import binascii

import pytest

from triage.model.items import Child, Trouble
from triage.parsers.kit.transfer import cut_uuencoded, decode_base64, decode_transfer


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


def encoded(name: str, data: bytes, end: bytes = b"`\nend\n") -> bytes:
    lines = b"".join(binascii.b2a_uu(data[at : at + 45]) for at in range(0, len(data), 45))
    return f"begin 644 {name}\n".encode() + lines + end


def test_files_are_cut_out_of_the_text() -> None:
    data = bytes(range(256))
    text, found = cut_uuencoded(
        b"before\n" + encoded("a.bin", data) + b"between\n" + encoded("b.txt", b"hi") + b"after"
    )
    assert text == b"before\nbetween\nafter"
    assert found == [Child("a.bin", data), Child("b.txt", b"hi")]


def test_prose_that_begins_like_a_file_stays_text() -> None:
    text = b"begin 644 times a day\nand go on.\nend\n"
    assert cut_uuencoded(text) == (text, [])


def test_a_file_without_its_end_is_told() -> None:
    _, found = cut_uuencoded(encoded("a.txt", b"x" * 90, end=b""))
    assert [type(one) for one in found] == [Trouble, Child]
    assert isinstance(found[1], Child) and found[1].data == b"x" * 90


@pytest.mark.parametrize("blanks", [b" ", b"  ", b"\t ", b"   "])
def test_blanks_after_a_soft_line_break_were_added_on_the_way(blanks: bytes) -> None:
    assert decode_transfer(b"quill=" + blanks + b"\r\nback= x", "quoted-printable")[0] == b"quillback= x"
