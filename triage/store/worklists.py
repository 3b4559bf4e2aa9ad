"""Batches and samples in the store: lists of items under a name, and what was done with each.

Writes inside ``Store.change`` alone; decides nothing.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from triage.model.items import ItemId, ItemNo
from triage.store.db import Store, now
from triage.store.records import insertion, listed, pack, unpack


class Worklist(NamedTuple):
    """A batch or a sample as it was made; ``detail`` is what else belongs to its kind."""

    number: int
    id: str
    kind: str
    name: str
    source: str
    author: str
    time: str
    detail: dict[str, Any]


class WorkStep(NamedTuple):
    """One thing done with a list: the columns of ``work_step``."""

    event: str
    list: int
    action: str
    id: str
    value: str
    reviewer: str
    time: str


INSERT_STEP = insertion("work_step", WorkStep)


class WorklistTally(NamedTuple):
    """The items of a list: all, those that this case doesn't have, families, those with a tag."""

    items: int = 0
    missing: int = 0
    families: int = 0
    coded: int = 0


def new_id() -> str:
    """Return an id that no other copy of a case gives: 32 hexadecimal digits."""
    return secrets.token_hex(16)


def lists(store: Store, kind: str, name: str = "") -> list[Worklist]:
    """Return the lists of a kind, oldest first; only those of a name or an id if it is given."""
    sql = "SELECT number, id, kind, name, source, author, time, detail FROM worklist WHERE kind=?"
    more = " AND (name=? COLLATE NOCASE OR id=?)" if name else ""
    rows = store.db.execute(f"{sql}{more} ORDER BY time, number", (kind, name, name) if name else (kind,))
    return [Worklist._make((*row, json.loads(detail))) for *row, detail in rows]


def handles(store: Store, kind: str) -> dict[int, str]:
    """Return by what a query tells each list of a kind from the others: its name, or its id where others share it."""
    sql = """SELECT number, iif(count(*) OVER (PARTITION BY name COLLATE NOCASE)>1, id, name)
    FROM worklist WHERE kind=?"""
    return dict(store.db.execute(sql, (kind,)))


def add(store: Store, made: Worklist, ids: Sequence[str]) -> int:
    """Keep a list with its items' ids in their order; returns its number, whatever ``made.number`` says."""
    sql = "INSERT INTO worklist(id, kind, name, source, author, time, detail) VALUES(?,?,?,?,?,?,?)"
    detail = json.dumps(made.detail, ensure_ascii=False, sort_keys=True)
    store.db.execute(sql, (made.id, made.kind, made.name, made.source, made.author, made.time, detail))
    number = int(store.db.last_insert_rowid())
    store.db.executemany(
        "INSERT INTO worklist_item VALUES(?,?,?,(SELECT n FROM known_id WHERE id=?))",
        ((number, place, item_id, item_id) for place, item_id in enumerate(ids)),
    )
    return number


def adopt(store: Store) -> int:
    """Join the items of lists to items that have come into the case since; returns how many."""
    if not store.value("SELECT 1 FROM worklist_item WHERE item IS NULL LIMIT 1"):
        return 0
    store.db.execute(
        "UPDATE worklist_item SET item=(SELECT n FROM known_id k WHERE k.id=worklist_item.id)"
        " WHERE item IS NULL AND EXISTS (SELECT 1 FROM known_id k WHERE k.id=worklist_item.id)"
    )
    return int(store.db.changes())


def add_step(store: Store, number: int, action: str, value: str, reviewer: str, item_id: str = "") -> WorkStep:
    """Append what was done with a list. Its time is later than that of every step on record."""
    time = now(after=store.value("SELECT max(time) FROM work_step") or "")
    step = WorkStep(new_id(), number, action, item_id, value, reviewer, time)
    store.db.execute(INSERT_STEP, step)
    return step


def steps(store: Store, lists: Iterable[Worklist]) -> dict[int, list[WorkStep]]:
    """Return what was done with each of these lists, in the order that is the same in every copy."""
    sql = """SELECT event, list, action, id, value, reviewer, time FROM work_step
    WHERE list IN (SELECT value FROM json_each(?)) ORDER BY time, event"""
    found: dict[int, list[WorkStep]] = {}
    for row in store.db.execute(sql, (listed(made.number for made in lists),)):
        found.setdefault(row[1], []).append(WorkStep(*row))
    return found


def tallies(store: Store, lists: Iterable[Worklist]) -> dict[int, WorklistTally]:
    """Return the counts of each of these lists by its number; families are counted by their first items.

    Items that are superseded or vanished, and that nobody coded, are no longer to be coded and don't count.
    """
    sql = """SELECT l.list, count(*), count(*)-count(l.item), sum(i.family=i.n),
    sum(l.item IN (SELECT item FROM tagged))
    FROM worklist_item l LEFT JOIN item i ON i.n=l.item WHERE l.list IN (SELECT value FROM json_each(?))
    AND (l.item IS NULL OR l.item NOT IN (SELECT item FROM past) OR l.item IN (SELECT item FROM tagged)) GROUP BY 1"""
    rows = store.db.execute(sql, (listed(made.number for made in lists),))
    return {row[0]: WorklistTally(*(count or 0 for count in row[1:])) for row in rows}


def members(store: Store, number: int) -> list[tuple[ItemId, ItemNo | None]]:
    """Return a list's items in its order: id, and number where this case has it."""
    sql = "SELECT id, item FROM worklist_item WHERE list=? ORDER BY place"
    return [(ItemId(i), None if n is None else ItemNo(n)) for i, n in store.db.execute(sql, (number,))]


def families(store: Store, nos: Iterable[ItemNo]) -> list[tuple[int, list[tuple[ItemNo, ItemId]]]]:
    """Return the whole families of items, by the number of their first item, each in order."""
    sql = """SELECT family, n, id FROM item WHERE family IN (
    SELECT family FROM item WHERE n IN (SELECT value FROM json_each(?))) ORDER BY family, n"""
    found: dict[int, list[tuple[ItemNo, ItemId]]] = {}
    for family, n, item_id in store.db.execute(sql, (listed(nos),)):
        found.setdefault(family, []).append((ItemNo(n), ItemId(item_id)))
    return list(found.items())


def keep_set(store: Store, number: int, nos: Iterable[ItemNo]) -> None:
    store.db.execute("INSERT INTO sample_set VALUES(?,?)", (number, pack(nos)))


def kept_set(store: Store, number: int) -> set[ItemNo] | None:
    """Return the set that a sample was drawn from, None where it was drawn in another copy of the case."""
    packed = store.value("SELECT found FROM sample_set WHERE list=?", (number,))
    return None if packed is None else set(unpack(packed))


def listed_items(store: Store, kind: str) -> dict[int, set[ItemNo]]:
    sql = """SELECT l.list, l.item FROM worklist_item l JOIN worklist w ON w.number=l.list
    WHERE w.kind=? AND l.item IS NOT NULL"""
    found: dict[int, set[ItemNo]] = {}
    for number, n in store.db.execute(sql, (kind,)):
        found.setdefault(number, set()).add(ItemNo(n))
    return found
