"""The key of a login as it signs what is decided in a case, and checking those signatures."""

from __future__ import annotations

import base64
import platform
from collections.abc import Callable
from functools import cached_property

from triage.errors import TriageError, VerifyError
from triage.proof.keys import LoginKeys, SecretKey
from triage.proof.note import PublicKey, encoded


class LoginSigner:
    """A login's key, read on first use; one that can't be used is tried once."""

    def __init__(self, keys: Callable[[], LoginKeys]) -> None:
        self._keys = keys

    @property
    def login(self) -> str:
        """The login and its machine."""
        return f"{self._keys().owner}@{platform.node()}"

    @cached_property
    def _secret(self) -> SecretKey | TriageError:
        try:
            return self._keys().secret(self._keys().owner)
        except TriageError as error:
            return error

    @property
    def key(self) -> str:
        """The public line of the key; raises TriageError where the key can't be used."""
        return self._usable.public.line

    def sign(self, text: str) -> str:
        """Return the signature of a text, encoded; raises TriageError where the key can't be used."""
        return encoded(self._usable.sign(text).value)

    @property
    def _usable(self) -> SecretKey:
        if isinstance(self._secret, TriageError):
            raise self._secret
        return self._secret


def verifies(untrusted_key: str, untrusted_signature: str, text: str) -> bool:
    """Whether a signature is that of a text by the key of this public line."""
    try:
        key = PublicKey.parse(untrusted_key)
        value = base64.b64decode(untrusted_signature, validate=True)
        return encoded(value) == untrusted_signature and key.verifies(value, text)
    except (VerifyError, ValueError):
        return False
