"""Tests of triage.proof.keys: a signature is of one version in one case, and of everything that is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from triage.errors import VerifyError
from triage.model.scope import ScopeVersion
from triage.proof.keys import LoginKeys, approving_key, signed_approval

VERSION = ScopeVersion(2, "approve", "ab" * 32, "purpose = ''", "2026-05-03T10:00:00.000Z", "rae", "why", "Rae", None)


@pytest.mark.nightly
def test_a_signature_is_of_one_version(tmp_path: Path) -> None:
    key = LoginKeys(tmp_path, "pass").secret("rae")
    version = replace(VERSION, signature=signed_approval("case", key, VERSION))
    assert approving_key("case", version) == key.public
    for other in (
        replace(version, number=3),
        replace(version, sha256="cd" * 32),
        replace(version, approver="Someone Else"),
        replace(version, reason=""),
        replace(version, time="2026-05-04T10:00:00.000Z"),
        replace(
            version,
            signature=signed_approval("case", LoginKeys(tmp_path, "pass").secret("omar"), VERSION).replace(
                "omar", "rae"
            ),
        ),
    ):
        with pytest.raises(VerifyError, match="version"):
            approving_key("case", other)
    with pytest.raises(VerifyError, match="isn't of rae"):
        approving_key("another case", version)
    for signature in (None, "", "{}", '{"key": "x", "signature": ""}', "[]"):
        with pytest.raises(VerifyError):
            approving_key("case", replace(version, signature=signature))
