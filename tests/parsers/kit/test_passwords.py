"""Tests of triage.parsers.kit.passwords: a list that is too long for the item's time ends in time; agile keys."""

from __future__ import annotations

import hashlib
import io
import struct
from itertools import count
from types import SimpleNamespace
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from tests.parsers.office.test_encrypted import FILLER, locked
from tests.parsers.reading import read
from tests.writers.word import docx, paragraph
from triage.messages import render
from triage.parsers.kit import passwords
from triage.parsers.kit.passwords import Tries, secret_key


@pytest.fixture
def two_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    """An item has two seconds left, and each try takes 0.8 of them, whatever the machine's clock says."""
    looks = count()
    monkeypatch.setattr(passwords, "time", SimpleNamespace(monotonic=lambda: 0.8 * max(0, next(looks) - 1)))
    monkeypatch.setattr(passwords, "seconds_left", lambda: 2.0)


def test_all_are_tried_where_there_is_time() -> None:
    tries = Tries("one", "two")
    assert list(tries) == ["one", "two"] and not tries.troubles


def test_what_was_not_tried_is_counted(two_seconds: None) -> None:
    tries = Tries("one", "two", "three", "four")
    assert list(tries) == ["one", "two"]
    assert [render(t.message) for t in tries.troubles] == [
        "The time for trying passwords ran out; the last 2 of 4 were not tried."
    ]


def test_a_long_list_ends_before_the_item_s_time(two_seconds: None) -> None:
    data = locked(docx(paragraph("x"), {"word/media/a_png": FILLER}), "right")
    reading = read(data, "a.docx", passwords=tuple(f"wrong {n}" for n in range(5000)))
    assert set(reading.codes) == {"encrypted", "limit-time"}
    assert reading.extract.type.endswith("wordprocessingml.document")


def test_a_seven_zip_s_list_ends_in_time_too(two_seconds: None) -> None:
    import py7zr

    target = io.BytesIO()
    with py7zr.SevenZipFile(target, "w", password="right", header_encryption=True) as archive:
        archive.writestr(b"words", "a.txt")
    reading = read(target.getvalue(), "a.7z", passwords=tuple(f"wrong {n}" for n in range(5000)))
    assert set(reading.codes) == {"encrypted", "limit-time"}


_PURPOSES = {
    "encryptedVerifierHashInput": "fea7d2763b4b9e79",
    "encryptedVerifierHashValue": "d7aa0f6d3061344e",
    "encryptedKeyValue": "146e0be7abacd0d6",
}


def key_info(password: str, name: str, bits: int, key: bytes, rounds: int = 50) -> dict[str, Any]:
    """Return what a writer stores for a password (MS-OFFCRYPTO 2.3.4.12 and 2.3.4.13, written the way up)."""
    salt, verifier = bytes(range(16)), bytes(range(100, 116))
    spun = hashlib.new(name, salt + password.encode("utf-16-le")).digest()
    for number in range(rounds):
        spun = hashlib.new(name, struct.pack("<I", number) + spun).digest()
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
    info = key_info("sésame", name, bits, key)
    assert secret_key(info, "sésame") == key
    assert secret_key(info, "sesame") is None


def test_a_hash_written_with_a_dash_is_known() -> None:
    info = key_info("x", "sha256", 128, bytes(16))
    assert secret_key({**info, "passwordHashAlgorithm": "SHA-256"}, "x") == bytes(16)


def test_an_unknown_hash_is_refused() -> None:
    info = key_info("x", "sha1", 128, bytes(16))
    with pytest.raises(ValueError, match="unsupported hash"):
        secret_key({**info, "passwordHashAlgorithm": "HOMEMADE"}, "x")
