"""Opening Office files with the passwords of the context: MS-OFFCRYPTO through msoffcrypto-tool.

The passwords that Office itself uses where no one chose one are tried first. Nothing is guessed, and no password is
ever put into a trouble's sentence.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import struct
import time
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import Any, cast

from triage.messages import say
from triage.model.items import Trouble
from triage.parsers.kit.contract import Context, Data, as_file, seconds_left
from triage.parsers.kit.texts import Texts

DEFAULTS = ("VelvetSweatshop", "/01Hannes Ruescher/01")
"""What Excel and PowerPoint use for files that only look protected (MS-OFFCRYPTO 2.3.4, 2.4.2.3)."""

_RESERVE = 0.3
_SIZE, _BLOCK = 8, 16  # the size in front (MS-OFFCRYPTO 2.3.4.4), and a block of AES
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

_FILLER = b"\x36"
_RIGHTS = "DRMEncrypted".encode("utf-16-le")


class Tries:
    """Passwords in their order, as far as time allows; ``troubles`` then says how many were not tried. A key may take a
    tenth of a second, and part of the time is kept for reading what opens.
    """

    def __init__(self, *passwords: str) -> None:
        self._passwords = passwords
        self.troubles: list[Trouble] = []

    def __iter__(self) -> Iterator[str]:
        # The alarm itself says nothing any more once it has rung, and a try that begins too late is cut off by it.
        begun = now = time.monotonic()
        room, longest = seconds_left(), 0.0
        for count, password in enumerate(self._passwords):
            before, now = now, time.monotonic()
            longest = max(longest, now - before)
            if now - begun > room * (1 - _RESERVE) or now - begun + longest > room * (1 - _RESERVE / 3):
                left, all_ = len(self._passwords) - count, len(self._passwords)
                self.troubles.append(Trouble("limit-time", say("passwords-out-of-time", left=left, all=all_)))
                return
            yield password


def decrypted(untrusted_data: Data, context: Context, texts: Texts) -> bytes | None:
    """Return the decrypted file, or None, with a trouble, where none of the passwords opens it."""
    import msoffcrypto

    _keep_in_memory()
    try:
        office = msoffcrypto.OfficeFile(as_file(untrusted_data))
    except Exception as error:  # msoffcrypto raises many kinds for broken headers
        if untrusted_data.find(_RIGHTS) >= 0:
            texts.trouble("rights-protected", "rights-managed")
        texts.trouble("encrypted", "encryption-unknown", error=error)
        return None
    tries = Tries(DEFAULTS[0], *context.passwords)
    for password in tries:
        with contextlib.suppress(Exception):  # a wrong password and a broken file look alike here
            if not _fits(office, password):
                continue
            package = _unlocked(office)
            context.fitted.append(password)
            return package
    texts.troubles += tries.troubles
    texts.trouble("encrypted", "password-needed-tried")
    return None


def _fits(office: Any, password: str) -> bool:
    if office.format != "ooxml":
        office.load_key(password=password)
    elif office.type == "agile":
        key = secret_key(office.info, password)
        if key is None:
            return False
        office.load_key(secret_key=key)
    else:
        office.load_key(password=password, verify_password=True)
    return True


def secret_key(info: Mapping[str, Any], password: str) -> bytes | None:
    """Return the key of a file with agile encryption (MS-OFFCRYPTO 2.3.4.10 to 2.3.4.13); None for a wrong password.

    ``info`` is what msoffcrypto-tool read of the key encryptor. The hundred thousand rounds are made once for each
    password. Raises ValueError for an unknown hash and for values that no cipher takes.
    """
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    name, size = str(info["passwordHashAlgorithm"]).replace("-", "").lower(), int(info["passwordKeyBits"]) // 8
    salt = info["passwordSalt"]
    iterated = _iterated(name, salt + password.encode("utf-16-le"), int(info["spinValue"]))

    def opened(purpose: bytes, field: str) -> bytes:
        key = hashlib.new(name, iterated + purpose).digest()[:size].ljust(size, _FILLER)
        decryptor = Cipher(algorithms.AES(key), modes.CBC(salt[:_BLOCK].ljust(_BLOCK, _FILLER))).decryptor()
        return decryptor.update(info[field]) + decryptor.finalize()

    verifier = hashlib.new(name, opened(_VERIFIER_INPUT, "encryptedVerifierHashInput")).digest()
    # A hash that is no multiple of the cipher's block is filled up, so what was stored may be longer.
    if not opened(_VERIFIER_VALUE, "encryptedVerifierHashValue").startswith(verifier):
        return None
    return opened(_KEY_VALUE, "encryptedKeyValue")[:size]


def _iterated(name: str, start: bytes, rounds: int) -> bytes:
    """Return the hash of the salted password, hashed again with each round's number before it (2.3.4.11)."""
    make = _hash(name)
    digest: bytes = make(start).digest()
    for number in map(struct.Struct("<I").pack, range(rounds)):
        digest = make(number + digest).digest()
    return digest


def _hash(name: str) -> Callable[[bytes], Any]:
    # The interpreter's own hashes begin sooner than OpenSSL's, which counts for a few bytes.
    for module in _HASHES.get(name, ()):
        with contextlib.suppress(ImportError, AttributeError):
            return cast(Callable[[bytes], Any], getattr(import_module(module), name))
    return lambda data: hashlib.new(name, data)


def _unlocked(office: Any) -> bytes:
    """Return the decrypted file; of ECMA-376 standard encryption the whole blocks only, for some writers add a rest."""
    if office.format == "ooxml" and office.type == "standard":
        from msoffcrypto.method.ecma376_standard import ECMA376Standard

        with office.file.openstream("EncryptedPackage") as stream:
            locked = stream.read()
        blocks = len(locked) - (len(locked) - _SIZE) % _BLOCK
        return bytes(ECMA376Standard.decrypt(office.secret_key, io.BytesIO(locked[:blocks])))
    target = io.BytesIO()
    office.decrypt(target)
    return target.getvalue()


def _keep_in_memory() -> None:
    # msoffcrypto-tool copies into temporary files, which the airlock doesn't give.
    from types import SimpleNamespace

    from msoffcrypto.format import doc97, ppt97, xls97

    for module in (doc97, ppt97, xls97):
        module.tempfile = SimpleNamespace(TemporaryFile=io.BytesIO)
