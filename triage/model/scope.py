"""The versions of a case's scope, and what they would include. Nouns only."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from triage.model.messages import Message


class ScopeVersion(msgspec.Struct, frozen=True):
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


class RootPlan(msgspec.Struct, frozen=True):
    """What an allowed root would give: files and bytes, and how many folders of it can't be listed.

    ``error`` says why it can't be opened at all.
    """

    id: str
    path: str
    files: int
    bytes: int
    unlisted: int
    error: Message | None


class DenyPlan(msgspec.Struct, frozen=True):
    """What a deny rule would keep out: names, of which a folder counts as one, as nothing in it is listed."""

    id: str
    glob: str
    names: int


class DeniedName(msgspec.Struct, frozen=True):
    """A name that the scope keeps out: root and path, "file", "folder", "link" or "special", the rule, and its reason.

    Of what no deny rule names, such as a link, the reason is "".
    """

    path: str
    kind: str
    rule: str
    reason: str


class DeniedNames(msgspec.Struct, frozen=True):
    """The names that the scope keeps out now, and the folders and roots that can't be listed, with why."""

    names: tuple[DeniedName, ...]
    unlisted: tuple[tuple[str, Message | str], ...]


class Removal(msgspec.Struct, frozen=True):
    """What was read and isn't in scope any more: sources, their bytes and items, and the decisions on these."""

    sources: int
    bytes: int
    items: int
    decided: int
    decisions: int


class ScopePlan(msgspec.Struct, frozen=True):
    """What scope.toml would include now, by metadata alone, compared with the ``version`` recorded last (0 for none).

    ``new_files`` are those that this version doesn't include. ``removal`` is what was read that scope.toml leaves out.
    ``other`` counts links and what else is no regular file.
    """

    version: int
    changed: bool
    unapproved: bool
    roots: tuple[RootPlan, ...]
    rules: tuple[DenyPlan, ...]
    other: int
    new_files: int
    new_bytes: int
    removal: Removal


class ScopeDiff(msgspec.Struct, frozen=True):
    """How two texts of the scope differ, as ``diff -u`` writes it; versions are numbers, "" is scope.toml."""

    before: str
    after: str
    lines: tuple[str, ...]


class PurgeReceipt(msgspec.Struct, frozen=True):
    """What a purge removed by a version of the scope, and the files in the case's folder that say so.

    ``words`` of it were searched for afterwards, and none was found.
    """

    version: int
    sha256: str
    removal: Removal
    words: int
    files: tuple[str, ...]


class ProofQuestions(msgspec.Struct, frozen=True):
    """What a proof is to answer as well: about folders, lists of hashes, all items. ``disclose`` gives keys away."""

    absent: Sequence[Path] = ()
    against: Sequence[Path] = ()
    items_root: bool = False
    disclose: bool = False
