"""Where a record was begun anew because the one before was broken: what was there then, and isn't proved."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any, NamedTuple

from triage.messages import say
from triage.model.messages import Message
from triage.store import current_decisions
from triage.store.db import RECOVER, ZERO, Store


class Beginning(NamedTuple):
    """The audit row with which the record begins, and the hash of the one before; what follows is later than this.

    ``sources`` and ``decisions`` are the last numbers of those that were there, ``heads`` the lines of both ledgers.
    """

    row: int = 1
    previous: str = ZERO
    sources: int = 0
    decisions: int = 0
    heads: tuple[int, int] = (0, 0)


def recoveries(store: Store) -> list[tuple[int, str, dict[str, Any]]]:
    """Return the rows of the audit that began the record anew: number, time and detail."""
    sql = "SELECT seq, time, detail FROM audit WHERE action=? ORDER BY seq"
    return [(seq, time, json.loads(detail)) for seq, time, detail in store.db.execute(sql, (RECOVER,))]


def beginning(store: Store) -> Beginning:
    """Return where the record begins that is to be proved."""
    rows = recoveries(store)
    if not rows:
        return Beginning()
    row, _, detail = rows[-1]
    previous = store.value("SELECT hash FROM audit WHERE seq<? ORDER BY seq DESC LIMIT 1", (row,)) or ZERO
    return Beginning(row, previous, detail["sources"], detail["decisions"], tuple(detail["heads"]))


def begin(store: Store, actor: str, detail: dict[str, Any], anchors: dict[str, str]) -> None:
    """Begin the record anew: it commits to all rows as they are, and to the ends of the logs that are given."""
    with store.change(actor, RECOVER, **detail) as more:
        more["sources"] = store.value("SELECT ifnull(max(number), 0) FROM source")
        more["decisions"] = store.value("SELECT ifnull(max(seq), 0) FROM decision")
        nos = {n for (n,) in store.db.execute("SELECT item FROM decision UNION SELECT item FROM tagged")}
        current_decisions.restore(store, nos)
        for name, anchor in anchors.items():
            store.set_meta(name, anchor)


def key_differs(store: Store, path: Path) -> Message | None:
    """Return how the key of denied paths differs from the one that the audit names, None where it doesn't."""
    sql = "SELECT detail->>'ledger_key' FROM audit WHERE detail->>'ledger_key' IS NOT NULL AND seq>=?"
    rows = store.rows(f"SELECT DISTINCT * FROM ({sql})", (beginning(store).row,))
    key = hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else ""
    return say("ledger-key-differs", name=path.name) if any(known != key for (known,) in rows) else None


def key(store: Store, path: Path) -> bytes | None:
    """Return the key under which names and denied paths were recorded, None where it isn't there any more."""
    return path.read_bytes() if path.exists() and not key_differs(store, path) else None
