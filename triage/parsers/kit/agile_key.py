"""The key of an Office file from a password: agile encryption, MS-OFFCRYPTO 2.3.4.11 to 2.3.4.13.

A password's hash takes a hundred thousand rounds, more than all else of a document; here they are made once for each
password. Numbers, salts and cipher texts come as msoffcrypto-tool reads them from the file; no password is kept.
"""

from __future__ import annotations

import contextlib
import hashlib
import struct
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, cast

_VERIFIER_INPUT = bytes.fromhex("fea7d2763b4b9e79")
_VERIFIER_VALUE = bytes.fromhex("d7aa0f6d3061344e")
_KEY_VALUE = bytes.fromhex("146e0be7abacd0d6")
_HASHES = {
    "sha1": ("_sha1",),
    "sha256": ("_sha2", "_sha256"),
    "sha384": ("_sha2", "_sha512"),
    "sha512": ("_sha2", "_sha512"),
}
"""Modules of the interpreter with its own hashes, since Python 3.12 and before."""

_BLOCK = 16
_FILLER = b"\x36"


def secret_key(info: Mapping[str, Any], password: str) -> bytes | None:
    """Return the key that the package is encrypted with, or None where the password doesn't fit.

    ``info`` is what msoffcrypto-tool read of the password's key encryptor (2.3.4.10). Raises ValueError for an unknown
    hash and for values that no cipher takes.
    """
    name, size = str(info["passwordHashAlgorithm"]).replace("-", "").lower(), int(info["passwordKeyBits"]) // 8
    salt = info["passwordSalt"]
    iterated = _iterated(name, salt + password.encode("utf-16-le"), int(info["spinValue"]))

    def opened(purpose: bytes, field: str) -> bytes:
        key = hashlib.new(name, iterated + purpose).digest()[:size].ljust(size, _FILLER)
        return _decrypted(info[field], key, salt[:_BLOCK].ljust(_BLOCK, _FILLER))

    said = hashlib.new(name, opened(_VERIFIER_INPUT, "encryptedVerifierHashInput")).digest()
    # A hash that is no multiple of the cipher's block is filled up, so what was stored may be longer.
    if not opened(_VERIFIER_VALUE, "encryptedVerifierHashValue").startswith(said):
        return None
    return opened(_KEY_VALUE, "encryptedKeyValue")[:size]


def _iterated(name: str, start: bytes, rounds: int) -> bytes:
    """Return the hash of the salted password, hashed again with each round's number before it (2.3.4.11)."""
    make = _hash(name)
    found: bytes = make(start).digest()
    for number in map(struct.Struct("<I").pack, range(rounds)):
        found = make(number + found).digest()
    return found


def _hash(name: str) -> Callable[[bytes], Any]:
    """Return the quickest maker of a hash for a few bytes: the interpreter's own begins sooner than OpenSSL's."""
    for module in _HASHES.get(name, ()):
        with contextlib.suppress(ImportError, AttributeError):
            return cast(Callable[[bytes], Any], getattr(import_module(module), name))
    return lambda data: hashlib.new(name, data)


def _decrypted(untrusted: bytes, key: bytes, start: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    decryptor = Cipher(algorithms.AES(key), modes.CBC(start)).decryptor()
    return decryptor.update(untrusted) + decryptor.finalize()
