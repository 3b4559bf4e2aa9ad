"""What was written to a case since an earlier look, by whichever process. Reads only."""

from __future__ import annotations

from triage.model.items import ItemNo
from triage.model.team import Changes
from triage.store.db import Store


def since(store: Store, before: Changes | None) -> Changes:
    """Return what was written since ``before``, nothing yet where there is none."""
    audit = int(store.value("SELECT max(seq) FROM audit") or 0)
    if before is not None and before.audit == audit:
        return Changes(audit, before.decisions)
    decisions = int(store.value("SELECT max(seq) FROM decision") or 0)
    if before is None:
        return Changes(audit, decisions)
    actions = store.db.execute("SELECT DISTINCT action FROM audit WHERE seq>? AND seq<=?", (before.audit, audit))
    decided = store.db.execute("SELECT DISTINCT item FROM decision WHERE seq>? ORDER BY item", (before.decisions,))
    return Changes(audit, decisions, frozenset(action for (action,) in actions), tuple(ItemNo(n) for (n,) in decided))
