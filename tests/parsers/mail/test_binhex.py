"""BinHex files: the file inside, alone and in mails."""

from __future__ import annotations

import struct

import pytest

from tests.parsers.mail_builders import mail
from tests.parsers.reading import read
from triage.parsers.mail.binhex import _ALPHABET, _expanded


def binhex(name: bytes, data: bytes) -> bytes:
    raw = bytes((len(name),)) + name + b"\0TEXTttxt" + struct.pack(">HII", 0, len(data), 0) + b"\0\0" + data + bytes(4)
    raw = raw.replace(b"\x90", b"\x90\0")
    bits = "".join(f"{value:08b}" for value in raw)
    bits += "0" * (-len(bits) % 6)
    text = bytes(_ALPHABET[int(bits[at : at + 6], 2)] for at in range(0, len(bits), 6))
    lines = b"\r\n".join(text[at : at + 64] for at in range(0, len(text), 64))
    return b"(This file must be converted with BinHex 4.0)\r\n:" + lines + b":\r\n"


def test_the_file_is_a_child() -> None:
    reading = read(binhex("Frösche.txt".encode("mac_roman"), b"Falcon \x90 " * 20), "x.hqx")
    assert [(child.name, child.data) for child in reading.children] == [("Frösche.txt", b"Falcon \x90 " * 20)]
    assert (reading.codes, dict(reading.extract.properties)["Type"]) == ([], "TEXT")


@pytest.mark.parametrize(
    ("packed", "whole"),
    [
        (b"a\x90\x04b", b"aaaab"),
        (b"a\x90\0b", b"a\x90b"),
        (b"\x90\0\x90\x03", b"\x90\x90\x90"),
        (b"a\x90\x90b", b"a" * 144 + b"b"),
    ],
)
def test_run_lengths(packed: bytes, whole: bytes) -> None:
    assert _expanded(packed, 1000) == whole


def test_a_name_that_windows_wrote_is_known_by_the_name_around_it() -> None:
    data = binhex("Frösche.txt".encode("cp1252"), b"Falcon")
    assert read(data, "Frösche.txt.hqx").names == ["Frösche.txt"]


def test_a_cut_file_is_told() -> None:
    data = binhex(b"a.txt", b"Falcon " * 50)
    reading = read(data[: len(data) // 2], "x.hqx")
    assert reading.codes == ["truncated"]
    assert reading.children[0].data.startswith(b"Falcon Falcon")


def test_a_mail_that_holds_one_stays_a_mail() -> None:
    assert read(mail(binhex(b"a", b"x").decode("latin-1"))).extract.type == "message/rfc822"


def test_rubbish_is_told() -> None:
    assert read(b"(This file must be converted with BinHex 4.0)\n:!!:", "x.hqx").codes == ["damaged"]
