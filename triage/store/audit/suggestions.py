"""What people decided about suggestions, as the audit has it. Reads only."""

from __future__ import annotations

import json

from triage.model.tags import SuggestionDecision
from triage.store.db import Store

_ACTIONS = {f"{decided} {kind}": (decided, kind) for decided in ("accept", "reject") for kind in ("name", "person")}
_DECISIONS = """SELECT time, actor, action, detail FROM audit
WHERE action IN (SELECT value FROM json_each(?)) ORDER BY seq"""


def decisions(store: Store) -> list[SuggestionDecision]:
    """Return who accepted or rejected which suggestion, in the order in which they did."""
    found = []
    for time, actor, action, text in store.rows(_DECISIONS, (json.dumps(list(_ACTIONS)),)):
        detail, (decided, kind) = json.loads(text), _ACTIONS[action]
        what = str(detail.get("name") or detail.get("suggestion") or "")
        found.append(SuggestionDecision(time, actor, kind, what, f"{decided}ed", tuple(detail.get("ends", ()))))
    return found


def rejected_names(store: Store) -> frozenset[str]:
    """Return the words that were rejected as names, by the last word on each."""
    last = {one.what: one.decided for one in decisions(store) if one.kind == "name"}
    return frozenset(word for word, decided in last.items() if decided == "rejected")
