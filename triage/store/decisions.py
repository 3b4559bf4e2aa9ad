"""The rows of decisions: appending them, the tags that items carry, steps to be undone, an item's history.

Writes inside ``Store.change`` alone. Which of several decisions applies is for ``current_decisions`` to say.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from typing import NamedTuple

from msgspec.structs import replace

from triage.errors import DecisionError
from triage.model.items import Decision, ItemId, ItemNo
from triage.store.current_decisions import COUNTS
from triage.store.db import Store, listed
from triage.store.records import DecisionRecord, insertion
from triage.store.relations import copy_groups

_INSERT = insertion("decision", DecisionRecord)
_TAGGINGS = f"""SELECT item, reviewer, time FROM decision WHERE {COUNTS} AND action='tag'
AND item IN (SELECT value FROM json_each(?)) AND item IN (SELECT item FROM tagged WHERE tagged.tag=decision.value)"""
MOST_PERSON = 200
"""Characters of a reviewer's name."""


class StepRow(NamedTuple):
    """A decision as one of its step."""

    item: ItemNo
    action: str
    value: str
    event: str
    derived: str
    time: str


def person(reviewer: str) -> str:
    """Return a reviewer's name with its spaces in order; raises DecisionError where there is none."""
    text = " ".join(reviewer.split())
    if not text or len(text) > MOST_PERSON:
        raise DecisionError("reviewer-missing", most=MOST_PERSON)
    return text


def next_step(store: Store) -> int:
    """Return the next free number of a step."""
    return int(store.value("SELECT max(grp) FROM decision") or 0) + 1


def latest_time(store: Store) -> str:
    """Return the time of the latest decision, those that came from other copies included, "" where there is none."""
    last = str(store.value("SELECT time FROM decision ORDER BY seq DESC LIMIT 1") or "")
    return max(last, store.meta("clock"))


def append(store: Store, record: DecisionRecord) -> None:
    """Append a decision; what it does to the tags of its item isn't done with it."""
    store.db.execute(_INSERT, record)


def set_tag(store: Store, n: int, tag: str, carried: bool) -> None:
    """Let an item carry a tag, or no longer."""
    sql = "INSERT OR IGNORE INTO tagged VALUES(?,?)" if carried else "DELETE FROM tagged WHERE item=? AND tag=?"
    store.db.execute(sql, (n, tag))


def carrying(store: Store, nos: Iterable[ItemNo], tag: str) -> set[ItemNo]:
    """Return those of the items that carry a tag now."""
    sql = "SELECT item FROM tagged WHERE tag=? AND item IN (SELECT value FROM json_each(?))"
    return {ItemNo(n) for (n,) in store.db.execute(sql, (tag, listed(nos)))}


def last_step(store: Store, reviewer: str, passed_over: Collection[int]) -> int | None:
    """Return the reviewer's last own step that counts, apart from some; None where there is none.

    Where copies were merged, the numbers of steps don't rise with time.
    """
    order = "time DESC, grp DESC" if store.meta("clock") else "grp DESC"
    sql = f"""SELECT grp FROM decision WHERE reviewer=? AND grp NOT IN (SELECT value FROM json_each(?))
    AND how NOT IN ('undo', 'propagated') AND {COUNTS} ORDER BY {order} LIMIT 1"""
    step = store.value(sql, (reviewer, json.dumps(list(passed_over))))
    return None if step is None else int(step)


def step_rows(store: Store, group: int) -> list[StepRow]:
    """Return the decisions of a step, from the last to the first."""
    sql = f"SELECT {', '.join(StepRow._fields)} FROM decision WHERE grp=? ORDER BY seq DESC"
    return [StepRow(*row) for row in store.db.execute(sql, (group,))]


def is_undone(store: Store, group: int) -> bool:
    """Return whether a step was taken back."""
    return store.value("SELECT 1 FROM decision WHERE undoes=? LIMIT 1", (group,)) is not None


def tag_of_step(store: Store, group: int, no: ItemNo) -> str:
    """Return a tag that a step put on, on this item rather than another; "" where it put none on."""
    sql = "SELECT value FROM decision WHERE grp=? AND action='tag' ORDER BY item=? DESC LIMIT 1"
    return str(store.value(sql, (group, no)) or "")


def followers(store: Store, event: str, action: str) -> list[ItemNo]:
    """Return the items on which a decision of an action follows from this one, at any remove, in ascending order."""
    sql = """WITH RECURSIVE chain(item, event) AS (
    SELECT item, event FROM decision WHERE derived=:event AND action=:action
    UNION SELECT d.item, d.event FROM chain c JOIN decision d ON d.derived=c.event WHERE d.action=:action)
    SELECT DISTINCT item FROM chain ORDER BY item"""
    return [ItemNo(n) for (n,) in store.db.execute(sql, {"event": event, "action": action})]


def with_action(store: Store, action: str) -> list[tuple[ItemNo, DecisionRecord]]:
    """Return all decisions of an action, in no order."""
    sql = f"SELECT {', '.join(DecisionRecord._fields)} FROM decision WHERE action=?"
    return [(ItemNo(row[0]), DecisionRecord(*row)) for row in store.db.execute(sql, (action,))]


def history(store: Store, no: ItemNo) -> list[Decision]:
    """Return an item's decisions, oldest first."""
    sql = """SELECT d.seq, i.id, d.action, d.value, d.reviewer, d.time, d.how, d.grp, d.event, d.derived,
    EXISTS (SELECT 1 FROM signature s WHERE s.step=substr(d.event, 1, 32) AND s.step<>'')
    FROM decision d JOIN item i ON i.n=d.item WHERE d.item=? ORDER BY d.time, d.seq"""
    rows = store.db.execute(sql, (no,))
    return [replace(Decision(seq, ItemId(item), *rest), signed=bool(signed)) for seq, item, *rest, signed in rows]


def taggings(store: Store, ids: Collection[str]) -> list[tuple[ItemNo, str, str]]:
    """Return who put on the tags that these items, or their copies, carry, and when, as (item, reviewer, time)."""
    groups = copy_groups(store)
    nos = {copy for no in numbers(store, ids).values() for copy in groups.of(no)}
    return [(ItemNo(n), reviewer, time) for n, reviewer, time in store.db.execute(_TAGGINGS, (listed(nos),))]


def numbers(store: Store, ids: Collection[str]) -> dict[str, ItemNo]:
    """Return the numbers of those of these ids that the case has, by id."""
    sql = "SELECT id, n FROM item WHERE id IN (SELECT value FROM json_each(?))"
    return {item_id: ItemNo(n) for item_id, n in store.db.execute(sql, (json.dumps(list(ids)),))}
