from __future__ import annotations

from zlib import crc32

import pytest

from tests.parsers.mail_builders import mail
from tests.parsers.reading import read
from triage.model import Child, Trouble
from triage.parsers.yenc import cut_yencoded

DATA = bytes(range(256)) * 2


def encoded(data: bytes, begin: str = "line=128 size={size}", end: str = "size={size} crc32={crc:08x}") -> bytes:
    packed = bytes((byte + 42) & 255 for byte in data)
    for sign in (b"=", b"\0", b"\n", b"\r"):
        packed = packed.replace(sign, bytes((61, (sign[0] + 64) & 255)))
    lines = b""
    while packed:
        cut = 129 if packed[127:128] == b"=" else 128
        lines, packed = lines + packed[:cut] + b"\r\n", packed[cut:]
    size, crc = len(data), crc32(data)
    head, tail = begin.format(size=size, crc=crc), end.format(size=size, crc=crc)
    return f"=ybegin {head} name=blue heron.bin\r\n".encode() + lines + f"=yend {tail}\r\n".encode()


def test_a_file_is_cut_out_of_the_text() -> None:
    assert cut_yencoded(b"before\r\n" + encoded(DATA) + b"after") == (
        b"before\r\nafter",
        [Child("blue heron.bin", DATA)],
    )


@pytest.mark.parametrize(
    ("begin", "end", "code"),
    [
        ("part=2 total=5 line=128 size=9999", "size={size} part=2 pcrc32={crc:08x}", "truncated"),
        ("line=128 size={size}", "size=3", "damaged"),
        ("line=128 size={size}", "size={size} crc32=00000001", "damaged"),
    ],
)
def test_what_is_wrong_with_it_is_told(begin: str, end: str, code: str) -> None:
    _, (trouble, child) = cut_yencoded(encoded(DATA, begin, end))
    assert isinstance(trouble, Trouble) and trouble.code == code and "blue heron.bin" in trouble.sentence
    assert child == Child("blue heron.bin", DATA)


def test_a_mail_gives_it_as_an_attachment() -> None:
    reading = read(mail("see this\n") + encoded(b"the blue heron"), "x.eml")
    assert (reading.text("body").strip(), reading.names) == ("see this", ["blue heron.bin"])
    assert reading.children[0].data == b"the blue heron"


def test_a_text_without_an_end_stays_text() -> None:
    text = b"=ybegin line=128 size=5 name=a\r\nxyz\r\n"
    assert cut_yencoded(text) == (text, [])
