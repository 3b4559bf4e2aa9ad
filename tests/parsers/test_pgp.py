from __future__ import annotations

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


def test_a_signature_is_no_trouble() -> None:
    reading = read(b"-----BEGIN PGP SIGNATURE-----\n\nabc\n", "signature.asc")
    assert (reading.extract.type, reading.codes) == ("application/pgp-signature", [])
