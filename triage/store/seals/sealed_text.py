"""What is put away under lock: encrypted, with the key in a file of its own beside the database.

Whoever has the database alone can't read it, and nobody can once the key is gone: the original has to be read again.
"""

from __future__ import annotations

import secrets
import zlib
from contextlib import suppress
from pathlib import Path

from triage.errors import CaseError
from triage.secret_keys import key_at
from triage.store.db import Store

KEY = "seal.key"
"""What the file with the key is called in the case's folder."""

_NONCE = 12


def lock(store: Store, n: int, text: str) -> bytes:
    """Return an item's text so that only ``unlock`` can read it; the key is made at the first time."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(_NONCE)
    return nonce + AESGCM(key_at(_place(store))).encrypt(nonce, zlib.compress(text.encode(), 6), str(n).encode())


def unlock(store: Store, n: int, token: bytes) -> str:
    """Return an item's text again; raises CaseError where the key isn't there, or is another one's."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    with suppress(FileNotFoundError, InvalidTag, ValueError, TypeError):
        key = AESGCM(_place(store).read_bytes())
        return zlib.decompress(key.decrypt(token[:_NONCE], token[_NONCE:], str(n).encode())).decode()
    raise CaseError("seal-key-lost", number=n, file=_place(store))


def has_key(store: Store) -> bool:
    """Whether there is a key."""
    return _place(store).is_file()


def _place(store: Store) -> Path:
    return Path(store.db.filename).with_name(KEY)
