"""PGP messages: signed text, encrypted text, and keys."""

from __future__ import annotations

import base64

import pytest

from tests.parsers.reading import read

SIGNED = """-----BEGIN PGP SIGNED MESSAGE-----
Hash: SHA256

The signed word
- -- Ada
-----BEGIN PGP SIGNATURE-----

abc
-----END PGP SIGNATURE-----
"""


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"-----BEGIN PGP MESSAGE-----\n\nabc\n", "x.asc"),
        (b"\x85\x01\x0c\x03abcd", "x.pgp"),
        (b"\xc1\xc0\x4c\x03ab", "x.gpg"),
    ],
)
def test_encrypted_is_told(data: bytes, name: str) -> None:
    assert read(data, name).codes == ["encrypted"]


def test_clear_signed_text_is_text() -> None:
    reading = read(SIGNED.encode(), "x.asc")
    assert (reading.text(), reading.codes) == ("The signed word\n-- Ada", [])


@pytest.mark.parametrize("kind", ["PUBLIC", "PRIVATE"])
def test_a_key_names_its_owner(kind: str) -> None:
    packet = b"\xcd\x0eAda <a@x.test>"
    block = f"-----BEGIN PGP {kind} KEY BLOCK-----\n\n{base64.b64encode(packet).decode()}\n-----END\n"
    assert read(block.encode(), "x.asc").text("properties") == "Ada <a@x.test>"


def test_a_signature_is_no_trouble() -> None:
    reading = read(b"-----BEGIN PGP SIGNATURE-----\n\nabc\n", "signature.asc")
    assert (reading.extract.type, reading.codes) == ("application/pgp-signature", [])


def test_the_names_of_a_key_are_read() -> None:
    old, new, long = b"Ada <ada@lark.example>", "בן <ben@lark.example>".encode(), b"x" * 300
    packets = b"\x99\x00\x03key" + b"\xb4" + bytes([len(old)]) + old + b"\xcd" + bytes([len(new)]) + new
    packets += b"\xcd" + bytes([192 + (300 - 192 >> 8), 300 - 192 & 255]) + long + b"\xcd\xff\x00"
    block = b"-----BEGIN PGP PUBLIC KEY BLOCK-----\nVersion: 1\n\n" + base64.encodebytes(packets)
    reading = read(block + b"=abcd\n-----END PGP PUBLIC KEY BLOCK-----\n", "a.asc")
    assert reading.text("properties").split("\n") == [old.decode(), new.decode(), long.decode()]
    broken = read(b"-----BEGIN PGP PUBLIC KEY BLOCK-----\n\n!\n", "a.asc")
    assert broken.text("properties") == "key without a name" and broken.codes == []


def test_every_signed_message_and_what_stands_outside_is_read() -> None:
    one = b"-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n%s\n-----BEGIN PGP SIGNATURE-----\n\nAAAA\n"
    end = b"-----END PGP SIGNATURE-----\n"
    reading = read(one % b"- -heron" + end + b"outside\n" + one % b"second" + end, "a.asc")
    assert reading.text().split() == ["-heron", "outside", "second"]


def test_many_beginnings_take_linear_time() -> None:
    reading = read(b"-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA1\n\n" * 100_000 + b"heron", "a.asc")
    assert reading.text().endswith("heron")
