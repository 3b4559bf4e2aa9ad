"""What stands (store room): the tags, notes and seals that the events of a case come to, replayed in their one order.

The order is (time, event): times of one copy of a case rise strictly, so that it is the order in which things were
decided there, and it is the same in every copy that has the same events, whichever way they came. Decisions from before
events had ids keep the order of their rows.

Each row is a word about one thing of its item: one of its tags, its note, its seal. The last word stands. A step that
was undone counts for nothing, and nor do the rows of its undoing: what others said before or after it, perhaps in
another copy, stands.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import NamedTuple

from triage.model.items import ItemNo
from triage.model.tags import DEFAULT
from triage.store.db import Store
from triage.store.id_sets import listed

COUNTS = "undoes IS NULL AND grp NOT IN (SELECT undoes FROM decision WHERE undoes IS NOT NULL)"
"""The condition on a row of ``decision`` that it counts as work: neither undone nor an undoing."""

COUNTS_ALONE = "undoes IS NULL AND NOT EXISTS (SELECT 1 FROM decision AS taker WHERE taker.undoes=decision.grp)"
"""The same, quicker where only few rows are looked at: it doesn't list all that was undone."""

# Rows without an event are of one copy and came in the order of seq, even where its clock went back.
ORDERED = """SELECT *,
iif(event='', max(time) OVER (PARTITION BY item, event='' ORDER BY seq), time) AS moment,
iif(event='', printf('%012x', seq), event) AS place FROM decision"""
"""Rows of ``decision`` with ``moment`` and ``place``, by which they are ordered; a WHERE on items may follow."""

# The first step may find too many: it is there because an index answers it.
_DISPUTED = f"""WITH several(item) AS MATERIALIZED (
    SELECT item FROM decision GROUP BY item HAVING min(reviewer)<>max(reviewer)),
last(item, value, action, moment) AS (
    SELECT item, value, action, max(iif(event='', printf('%012d', seq), time || event)) FROM decision
    WHERE item IN several AND action IN ('tag', 'untag') AND {COUNTS} GROUP BY item, value, reviewer)
SELECT DISTINCT item FROM last GROUP BY item, value HAVING min(action)<>max(action)"""


class Word(NamedTuple):
    """The word that stands about one thing of an item; ``group`` is the step that it is of."""

    action: str
    value: str
    reviewer: str
    time: str
    group: int


Thing = tuple[ItemNo, str, str]
"""What a word is about: the item, "tag", "note" or "seal", and which tag ("" for the others)."""

_KINDS = {"tag": "tag", "untag": "tag", "note": "note", "seal": "seal", "unseal": "seal"}


def words(store: Store, nos: Collection[ItemNo] | None = None, without: int | None = None) -> dict[Thing, Word]:
    """Return the word that stands about each thing of these items, None for all items.

    ``without`` is a step to leave out, as if it had not been taken.
    """
    bindings: tuple[int | str | None, ...]
    given, bindings = f"WHERE {COUNTS} AND grp IS NOT ?", (without,)
    if nos is not None:
        given, bindings = f"{given} AND item IN (SELECT value FROM json_each(?))", (without, listed(nos))
    said: dict[Thing, Word] = {}
    sql = f"SELECT item, action, value, reviewer, time, grp FROM ({ORDERED} {given}) ORDER BY moment, place"
    for n, *word in store.db.execute(sql, bindings):
        if (about := thing(ItemNo(n), word[0], word[1])) is not None:
            said[about] = Word(*word)
    return said


def thing(no: ItemNo, action: str, value: str) -> Thing | None:
    """Return what a decision on an item is about, None where it has no effect."""
    kind = _KINDS.get(action)
    return None if kind is None else (no, kind, value if kind == "tag" else "")


def tags(store: Store, nos: Collection[ItemNo] | None = None) -> set[tuple[ItemNo, str]]:
    """Return the (item, tag) pairs that the decisions on these items come to, None for all items."""
    return {(no, tag) for (no, kind, tag), word in words(store, nos).items() if kind == "tag" and word.action == "tag"}


def notes(store: Store, nos: Collection[ItemNo] | None = None) -> dict[ItemNo, str]:
    """Return the notes of these items that stand, None for all items."""
    if nos is None:
        nos = {ItemNo(n) for (n,) in store.db.execute("SELECT DISTINCT item FROM decision WHERE action='note'")}
    found = words(store, nos)
    return {no: word.value for (no, kind, _), word in found.items() if kind == "note" and word.value}


def disputed(store: Store) -> frozenset[ItemNo]:
    """Return the items on which two reviewers differ: by their last words on one tag, or in a single-choice group.

    An item carries two tags of such a group only where two copies of the case were merged.
    """
    found = {ItemNo(n) for (n,) in store.db.execute(_DISPUTED)}
    sql = """SELECT item FROM tagged WHERE tag IN (SELECT value FROM json_each(?))
    GROUP BY item HAVING count(*)>1"""
    for names in groups(store):
        found.update(ItemNo(n) for (n,) in store.db.execute(sql, (json.dumps(names),)))
    return frozenset(found)


def groups(store: Store) -> list[list[str]]:
    """Return the tags of each single-choice group of the palette in force."""
    stored = store.value("SELECT tags FROM palette ORDER BY version DESC LIMIT 1")
    palette = (
        [(tag["name"], tag["group"]) for tag in json.loads(stored)]
        if stored
        else [(tag.name, tag.group) for tag in DEFAULT]
    )
    found: dict[str, list[str]] = {}
    for name, group in palette:
        if group:
            found.setdefault(group, []).append(name)
    return list(found.values())


def restore(store: Store, nos: Collection[ItemNo]) -> set[ItemNo]:
    """Make ``tagged`` say of these items what their decisions come to; return the items whose tags changed."""
    sql = "SELECT item, tag FROM tagged WHERE item IN (SELECT value FROM json_each(?))"
    before = {(ItemNo(n), tag) for n, tag in store.db.execute(sql, (listed(nos),))}
    after = tags(store, nos)
    store.db.executemany("DELETE FROM tagged WHERE item=? AND tag=?", before - after)
    store.db.executemany("INSERT OR IGNORE INTO tagged VALUES(?,?)", after - before)
    return {no for no, _ in before ^ after}
