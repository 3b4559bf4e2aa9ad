"""The key of a login as it signs what is decided in a case, and versions of the scope; and checking both."""

from __future__ import annotations

import base64
import json
import platform
from collections.abc import Callable
from functools import cached_property

import msgspec

from triage.errors import TriageError, VerifyError
from triage.model.scope import ScopeVersion
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


# The signature of a person who approves a version of the scope: over one line of JSON that says what is approved.
#
# It is stored with the version, as JSON with the signature and the key's public form. Whose key that is, the heads of
# the case and whoever knows the key tell.


def _approval(case: str, version: ScopeVersion) -> str:
    """Return what is signed: the version without its text, which the SHA-256 stands for, and the id of the case."""
    stated = {key: value for key, value in msgspec.to_builtins(version).items() if key not in ("text", "signature")}
    return json.dumps({"case": case, **stated}, sort_keys=True, separators=(",", ":")) + "\n"


def signed_approval(case: str, key: SecretKey, version: ScopeVersion) -> str:
    """Return the signature of a version by this key."""
    value = encoded(key.sign(_approval(case, version)).value)
    return json.dumps({"key": key.public.line, "signature": value})


def approving_key(case: str, version: ScopeVersion) -> PublicKey:
    """Return the key that signed a version; raises VerifyError where the signature isn't of this version."""
    try:
        untrusted = json.loads(version.signature or "")
        key = PublicKey.parse(str(untrusted["key"]))
        value = base64.b64decode(str(untrusted["signature"]), validate=True)
    except (VerifyError, ValueError, KeyError, TypeError) as error:
        raise VerifyError("scope-approval-unsigned", version=version.number, who=version.approver) from error
    if not key.verifies(value, _approval(case, version)):
        raise VerifyError("scope-approval-wrong", version=version.number, who=version.approver, line=key.line)
    return key
