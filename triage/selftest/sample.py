"""The sample case: the fictional company's records that come with the program.

It only says where they lie and what their scope is; ``triage demo`` and the window make a case of them.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from triage.case import Allow, Deny, Policy
from triage.errors import CaseError

CANARIES = ("quillwreathe", "ostrelune")
"""Words that stand only in places which the sample's scope denies; they must turn up nowhere."""

_PACKAGE = Path(__file__).parents[1]
_PLACES = (_PACKAGE.parent / "sample_corpus", _PACKAGE / "_sample_corpus")


def folder() -> Path:
    """Return the folder of the sample records; raises CaseError where the program was installed without them."""
    for place in _PLACES:
        if (place / "answers.toml").is_file():
            return place.resolve()
    raise CaseError("sample-records-missing")


def answers() -> dict[str, Any]:
    """Return ``answers.toml``: the scope, and what each planted query must find."""
    return tomllib.loads((folder() / "answers.toml").read_text("utf-8"))


def policy() -> Policy:
    """Return the scope of the sample case, with the roots at the place where they lie on this machine."""
    scope, root = answers()["scope"], folder() / "files"
    return Policy(
        scope["purpose"],
        scope["approved_by"],
        tuple(Allow(a["id"], str(root / a["path"]), a["custodian"], a.get("basis", "")) for a in scope["allow"]),
        tuple(Deny(d["id"], d["glob"], d.get("reason", "")) for d in scope["deny"]),
    )
