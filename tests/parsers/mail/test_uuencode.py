"""Uuencoded files in the text of a mail."""

from __future__ import annotations

import binascii

from triage.model.items import Child, Trouble
from triage.parsers.mail.uuencode import cut_uuencoded


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
