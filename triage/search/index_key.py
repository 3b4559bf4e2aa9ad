"""The key under which a login signs what it made of an index, so that nothing is believed that came with a case."""

from __future__ import annotations

import hashlib
import hmac

from triage.errors import CaseError
from triage.secret_keys import key_at, login_folder


def mac(data: bytes | memoryview) -> bytes:
    """Return the 32 bytes that only this login makes of these; raises CaseError where its key can't be had."""
    return hmac.digest(_key(), data, hashlib.sha256)


def _key() -> bytes:
    """Return the key of this login's indexes, made on first use."""
    path = login_folder() / "indexes" / "own.key"
    try:
        login_folder().mkdir(mode=0o700, parents=True, exist_ok=True)
        path.parent.mkdir(mode=0o700, exist_ok=True)
        return key_at(path)
    except OSError as error:
        raise CaseError("index-key-unreadable", path=path, error=error.strerror) from error
