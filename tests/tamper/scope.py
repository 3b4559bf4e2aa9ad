"""Changes to scope.toml and settings.toml, for good and for a while."""

from __future__ import annotations

from pathlib import Path

from tests.indexing.test_verify_scope import edit, index
from tests.tamper.intact import DENY, SCOPE, Change

VERSIONS = ("scope versions",)


def swapped(folder: Path) -> None:
    index(folder, "dana=forbidden", "omar", deny=DENY)
    index(folder, *SCOPE, deny=DENY)


def lifted(folder: Path) -> None:
    index(folder, *SCOPE)
    index(folder, *SCOPE, deny=DENY)


CHANGES = [
    Change(17, "another approver", edit("scope.toml", "Rae Counsel", "Ann Other"), VERSIONS, "last used", "scope"),
    Change(18, "no rules", lambda f: index(f, *SCOPE, read=False), VERSIONS, "last used", "scope", in_suite=True),
    Change(19, "a limit", edit("settings.toml", "", "limit_text_mb = 1\n"), ("settings",), "_mb = 1", "settings"),
    Change(54, "an allowed path swapped for a while", swapped, VERSIONS, "forbidden/1.eml", in_suite=True),
    Change(55, "a rule lifted for a while", lifted, VERSIONS, "dana/hr/4.txt"),
]
