"""The versions of a case's scope. Nouns only."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ScopeVersion:
    """A text of scope.toml as it was put on record, with its number, its SHA-256, and when, by whom and why.

    ``action`` is create, use, approve or apply. ``approver`` is the person who approved it, "" for nobody; the
    ``signature`` is by that person's key.
    """

    number: int
    action: str
    sha256: str
    text: str
    time: str
    login: str
    reason: str
    approver: str
    signature: str | None
