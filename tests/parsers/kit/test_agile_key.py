"""Tests of triage.parsers.kit.agile_key: keys that a package was locked with come out, whatever hash was chosen."""

from __future__ import annotations

import hashlib
import struct
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from triage.parsers.kit.agile_key import secret_key

_PURPOSES = {
    "encryptedVerifierHashInput": "fea7d2763b4b9e79",
    "encryptedVerifierHashValue": "d7aa0f6d3061344e",
    "encryptedKeyValue": "146e0be7abacd0d6",
}


def locked(password: str, name: str, bits: int, key: bytes, rounds: int = 50) -> dict[str, Any]:
    """Return what a writer stores for a password (MS-OFFCRYPTO 2.3.4.12 and 2.3.4.13, written the way up)."""
    salt, verifier = bytes(range(16)), bytes(range(100, 116))
    spun = hashlib.new(name, salt + password.encode("utf-16-le")).digest()
    for count in range(rounds):
        spun = hashlib.new(name, struct.pack("<I", count) + spun).digest()
    told = {
        "encryptedVerifierHashInput": verifier,
        "encryptedVerifierHashValue": hashlib.new(name, verifier).digest(),
        "encryptedKeyValue": key,
    }
    info: dict[str, Any] = {
        "passwordSalt": salt,
        "passwordHashAlgorithm": name.upper(),
        "passwordKeyBits": bits,
        "spinValue": rounds,
    }
    for field, plain in told.items():
        derived = hashlib.new(name, spun + bytes.fromhex(_PURPOSES[field])).digest()
        cipher = Cipher(algorithms.AES(derived[: bits // 8].ljust(bits // 8, b"\x36")), modes.CBC(salt)).encryptor()
        info[field] = cipher.update(plain + bytes(-len(plain) % 16)) + cipher.finalize()
    return info


@pytest.mark.parametrize(
    ("name", "bits"), [("sha1", 128), ("sha1", 256), ("sha256", 192), ("sha384", 256), ("sha512", 256)]
)
def test_the_key_comes_out_with_the_right_password_only(name: str, bits: int) -> None:
    key = bytes(range(50, 50 + bits // 8))
    info = locked("sésame", name, bits, key)
    assert secret_key(info, "sésame") == key
    assert secret_key(info, "sesame") is None


def test_a_hash_written_with_a_dash_is_known() -> None:
    info = locked("x", "sha256", 128, bytes(16))
    assert secret_key({**info, "passwordHashAlgorithm": "SHA-256"}, "x") == bytes(16)


def test_an_unknown_hash_is_refused() -> None:
    info = locked("x", "sha1", 128, bytes(16))
    with pytest.raises(ValueError, match="unsupported hash"):
        secret_key({**info, "passwordHashAlgorithm": "HOMEMADE"}, "x")
