"""Which decisions apply: the tags, notes and seals that a case's decisions come to, replayed in their one order.

The order is (time, event): times of one copy of a case rise strictly, so that it is the order in which things were
decided there, and it is the same in every copy that has the same events, whichever way they came. Decisions from before
events had ids keep the order of their rows.

Each row decides about one subject of its item: one of its tags, its note, its seal. The last one applies. A step that
was undone counts for nothing, and nor do the rows of its undoing: what others decided before or after it, perhaps in
another copy, applies. No other module works out which of several decisions applies.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import NamedTuple

from triage.model.items import ItemNo
from triage.store import palettes
from triage.store.db import Store, listed

COUNTS = "undoes IS NULL AND NOT EXISTS (SELECT 1 FROM decision AS undoing WHERE undoing.undoes=decision.grp)"
"""The condition on a row of ``decision`` that it counts as work: neither undone nor an undoing."""

# Rows without an event are of one copy and came in the order of seq, even where its clock went back.
ORDERED = """SELECT *,
iif(event='', max(time) OVER (PARTITION BY item, event='' ORDER BY seq), time) AS moment,
iif(event='', printf('%012x', seq), event) AS place FROM decision"""
"""Rows of ``decision`` with ``moment`` and ``place``, by which they are ordered; a WHERE on items may follow."""

_SUBJECT = "CASE action WHEN 'untag' THEN 'tag' WHEN 'unseal' THEN 'seal' ELSE action END"
_TAG = "iif(action IN ('tag', 'untag'), value, '')"
_IN = "IN (SELECT value FROM json_each(?))"
_LAST = f"""SELECT item, {_SUBJECT}, {_TAG}, action, value, reviewer, time, grp, event, derived, max(moment || place)
FROM ({ORDERED} {{items}}) AS decision WHERE {COUNTS} {{conditions}} GROUP BY item, {_SUBJECT}, {_TAG} {{by}}"""
# The first step may find too many: it is there because an index answers it.
_DISPUTED = f"""WITH several(item) AS MATERIALIZED (
    SELECT item FROM decision GROUP BY item HAVING min(reviewer)<>max(reviewer)),
last AS ({_LAST.format(items="WHERE item IN several", conditions="AND action IN ('tag', 'untag')", by=", reviewer")})
SELECT DISTINCT item FROM last GROUP BY item, value HAVING min(action)<>max(action)"""


class CurrentDecision(NamedTuple):
    """The decision that applies to one subject of an item; ``group`` is the step that it is of."""

    action: str
    value: str
    reviewer: str
    time: str
    group: int
    event: str
    derived: str

    @property
    def own(self) -> bool:
        """Whether a person decided it for this item: it doesn't follow from another decision."""
        return not self.derived


Subject = tuple[ItemNo, str, str]
"""What a decision is about: the item; "tag", "note", "seal" or "ask-unseal"; and which tag ("" for the others)."""

_SUBJECTS = {"tag": "tag", "untag": "tag", "note": "note", "seal": "seal", "unseal": "seal"}


def subject(no: ItemNo, action: str, value: str) -> Subject | None:
    """Return what a decision on an item is about, None where it has no effect."""
    kind = _SUBJECTS.get(action)
    return None if kind is None else (no, kind, value if kind == "tag" else "")


def current(
    store: Store,
    nos: Collection[ItemNo] | None = None,
    actions: Collection[str] = tuple(_SUBJECTS),
    names: Collection[str] | None = None,
    without: int | None = None,
) -> dict[Subject, CurrentDecision]:
    """Return the decision that applies to each subject of these items, None for all items.

    Only decisions with these ``actions`` count, and only those whose value is among ``names`` if they are given.
    ``without`` is a step to leave out, as if it had not been taken.
    """
    items, conditions = "", f"AND grp IS NOT ? AND action {_IN}"
    bindings: list[int | str | None] = [without, json.dumps(list(actions))]
    if nos is not None:
        items = f"WHERE item {_IN}"
        bindings.insert(0, listed(nos))
    if names is not None:
        conditions += f" AND value {_IN}"
        bindings.append(json.dumps(list(names)))
    rows = store.db.execute(_LAST.format(items=items, conditions=conditions, by=""), bindings)
    return {(ItemNo(row[0]), row[1], row[2]): CurrentDecision(*row[3:10]) for row in rows}


def by_item(store: Store, nos: Collection[ItemNo] | None, actions: Collection[str]) -> dict[ItemNo, CurrentDecision]:
    """Return the last decision with one of these actions, which are all about one subject, on each of the items."""
    return {no: decision for (no, _, _), decision in current(store, nos, actions).items()}


def on_tags(store: Store, nos: Collection[ItemNo], names: Collection[str]) -> dict[tuple[ItemNo, str], CurrentDecision]:
    """Return the decision that applies to each of the items and each of these tags, by (item, tag)."""
    decisions = current(store, nos, ("tag", "untag"), names)
    return {(no, tag): decision for (no, _, tag), decision in decisions.items()}


def tags(store: Store, nos: Collection[ItemNo] | None = None) -> set[tuple[ItemNo, str]]:
    """Return the (item, tag) pairs that the decisions on these items come to, None for all items."""
    decisions = current(store, nos, ("tag", "untag"))
    return {(no, tag) for (no, _, tag), decision in decisions.items() if decision.action == "tag"}


def notes(store: Store, nos: Collection[ItemNo] | None = None, without: int | None = None) -> dict[ItemNo, str]:
    """Return the notes that apply to these items, None for all items; ``without`` is a step to leave out."""
    if nos is None:
        nos = {ItemNo(n) for (n,) in store.db.execute("SELECT DISTINCT item FROM decision WHERE action='note'")}
    decisions = current(store, nos, ("note",), without=without)
    return {no: decision.value for (no, _, _), decision in decisions.items() if decision.value}


def disputed(store: Store) -> frozenset[ItemNo]:
    """Return the items on which two reviewers differ: by their last words on one tag, or in a single-choice group.

    An item carries two tags of such a group only where two copies of the case were merged.
    """
    nos = {ItemNo(n) for (n,) in store.db.execute(_DISPUTED)}
    sql = f"SELECT item FROM tagged WHERE tag {_IN} GROUP BY item HAVING count(*)>1"
    for names in palettes.groups(store):
        nos.update(ItemNo(n) for (n,) in store.db.execute(sql, (json.dumps(names),)))
    return frozenset(nos)


def restore(store: Store, nos: Collection[ItemNo]) -> set[ItemNo]:
    """Make ``tagged`` say of these items what their decisions come to; return the items whose tags changed."""
    sql = f"SELECT item, tag FROM tagged WHERE item {_IN}"
    before = {(ItemNo(n), tag) for n, tag in store.db.execute(sql, (listed(nos),))}
    after = tags(store, nos)
    store.db.executemany("DELETE FROM tagged WHERE item=? AND tag=?", before - after)
    store.db.executemany("INSERT OR IGNORE INTO tagged VALUES(?,?)", after - before)
    return {no for no, _ in before ^ after}
