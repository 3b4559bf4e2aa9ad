"""The signature of a person who approves a version of the scope: over one line of JSON that says what is approved.

It is stored with the version, as JSON with the signature and the key's public form. Whose key that is, the heads of the
case and whoever knows the key tell.
"""

from __future__ import annotations

import base64
import json

import msgspec

from triage.errors import VerifyError
from triage.model.scope import ScopeVersion
from triage.proof.keys import SecretKey
from triage.proof.note import PublicKey, encoded


def statement(case: str, version: ScopeVersion) -> str:
    """Return what is signed: the version without its text, which the SHA-256 stands for, and the id of the case."""
    stated = {key: value for key, value in msgspec.to_builtins(version).items() if key not in ("text", "signature")}
    return json.dumps({"case": case, **stated}, sort_keys=True, separators=(",", ":")) + "\n"


def signed(case: str, key: SecretKey, version: ScopeVersion) -> str:
    """Return the signature of a version by this key."""
    value = encoded(key.sign(statement(case, version)).value)
    return json.dumps({"key": key.public.line, "signature": value})


def signer(case: str, version: ScopeVersion) -> PublicKey:
    """Return the key that signed a version; raises VerifyError where the signature isn't of this version."""
    try:
        untrusted = json.loads(version.signature or "")
        key = PublicKey.parse(str(untrusted["key"]))
        value = base64.b64decode(str(untrusted["signature"]), validate=True)
    except (VerifyError, ValueError, KeyError, TypeError) as error:
        raise VerifyError("scope-approval-unsigned", version=version.number, who=version.approver) from error
    if not key.verifies(value, statement(case, version)):
        raise VerifyError("scope-approval-wrong", version=version.number, who=version.approver, line=key.line)
    return key
