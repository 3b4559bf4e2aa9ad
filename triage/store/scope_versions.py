"""The versions of scope.toml that were used: each is on record, and in the audit, before anything is opened under it.

Nothing here reads scope.toml or knows what it allows.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from itertools import takewhile
from typing import Any

from msgspec.structs import replace

from triage.errors import ScopeError
from triage.model.scope import ScopeVersion
from triage.secret_keys import login
from triage.store.db import Store, now

_NAMES = ScopeVersion.__struct_fields__
_COLUMNS = ", ".join(_NAMES)
_SETTINGS = """SELECT json_extract(detail, '$.settings') FROM audit WHERE action IN ('run-begin', 'scope')
AND json_extract(detail, '$.settings') IS NOT NULL ORDER BY seq DESC LIMIT 1"""


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def every(store: Store) -> list[ScopeVersion]:
    return [ScopeVersion(*row) for row in store.db.execute(f"SELECT {_COLUMNS} FROM scope_version ORDER BY number")]


def last(store: Store) -> ScopeVersion | None:
    rows = store.rows(f"SELECT {_COLUMNS} FROM scope_version ORDER BY number DESC LIMIT 1")
    return ScopeVersion(*rows[0]) if rows else None


def in_force(store: Store, text: str, settings: dict[str, int]) -> int:
    """Return the number of the version that this text is, which it gets where it isn't the last one's.

    Raises ScopeError where the case wants it approved, and nobody did.
    """
    refuse_unapproved(store, text)
    latest = last(store)
    if latest is not None and latest.sha256 == digest(text):
        return latest.number
    with store.change(login(), "scope", settings=settings) as detail:
        return add(store, detail, "use", text).number


def refuse_unapproved(store: Store, text: str) -> None:
    if unapproved(store, text):
        raise ScopeError("scope-unapproved")


def unapproved(store: Store, text: str) -> bool:
    """Whether the case wants its scope approved, and nobody approved this text as it is."""
    if not approval_required(store):
        return False
    version = approved(every(store))
    return version is None or version.sha256 != digest(text)


def add(
    store: Store,
    detail: dict[str, Any],
    action: str,
    text: str,
    reason: str = "",
    approver: str = "",
    sign: Callable[[ScopeVersion], str] | None = None,
) -> ScopeVersion:
    """Put a version on record, inside the change whose audit row gets ``detail``; ``sign`` gives its signature."""
    version = ScopeVersion(
        number=_next(store),
        action=action,
        sha256=digest(text),
        text=text,
        time=now(),
        login=login(),
        reason=reason,
        approver=approver,
        signature=None,
    )
    if sign:
        version = replace(version, signature=sign(version))
    row = {name: getattr(version, name) for name in _NAMES}
    sql = f"INSERT INTO scope_version({_COLUMNS}) VALUES({', '.join(f':{name}' for name in _NAMES)})"
    store.db.execute(sql, row)
    stated = {key: row[key] for key in ("sha256", "reason", "approver", "signature")}
    detail |= {"version": version.number, "act": action, **stated}
    return version


def _next(store: Store) -> int:
    return int(store.value("SELECT ifnull(max(number), 0) + 1 FROM scope_version"))


def approved(versions: Sequence[ScopeVersion]) -> ScopeVersion | None:
    """Return the version that approves the text of the last one, since it took another's place; None for none."""
    same = takewhile(lambda version: version.sha256 == versions[-1].sha256, reversed(versions))
    return next((version for version in same if version.approver), None)


def approving(store: Store) -> ScopeVersion | None:
    """Return the version that approves the scope in force, where the case wants it approved."""
    return approved(every(store)) if approval_required(store) else None


def approval_required(store: Store) -> bool:
    """Whether the case was created so that nothing may be opened under a version that nobody approved."""
    sql = "SELECT json_extract(detail, '$.require_approval') FROM audit WHERE seq=1"
    return bool(store.value(sql))


def last_settings(store: Store) -> dict[str, int] | None:
    """Return the settings other than the defaults that were last recorded, None where none were."""
    settings = store.value(_SETTINGS)
    return None if settings is None else dict(json.loads(settings))


def audited(store: Store) -> dict[int, tuple[str, str, str, str]]:
    """Return what the audit says of each version: action, SHA-256, reason and approver."""
    keys = ", ".join(f"json_extract(detail, '$.{key}')" for key in ("version", "act", "sha256", "reason", "approver"))
    sql = f"SELECT {keys} FROM audit WHERE action IN ('create', 'scope') AND json_extract(detail, '$.version')>0"
    return {row[0]: row[1:] for row in store.db.execute(sql)}
