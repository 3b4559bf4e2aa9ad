"""Decisions and shared work as events: what another copy of the case can take over, and taking it over.

An event is known by its id, the same in every copy. Writes inside ``Store.change`` alone; decides nothing.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from triage.model.items import ItemNo
from triage.store import decision_log, worklists
from triage.store.db import Store
from triage.store.records import QUOTING, DecisionRecord
from triage.store.worklists import Worklist


class Event(NamedTuple):
    """A decision: ``item`` is the item's id, ``undoes`` the step that it takes back, as 32 digits, "" for none."""

    event: str
    item: str
    action: str
    value: str
    reviewer: str
    time: str
    how: str
    undoes: str
    derived: str

    @property
    def step(self) -> str:
        return self.event.partition(".")[0]

    def record(self, item: int, group: int, undoes: int | None) -> DecisionRecord:
        """Return its row in this copy, where the item and the steps have these numbers."""
        return DecisionRecord(
            item=item,
            action=self.action,
            value=self.value,
            reviewer=self.reviewer,
            time=self.time,
            how=self.how,
            grp=group,
            undoes=undoes,
            event=self.event,
            derived=self.derived,
        )


class ListEvent(NamedTuple):
    """A batch or a sample with its items' ids in their order; ``made.number`` is of the copy that it is read from."""

    made: Worklist
    items: tuple[str, ...]


class WorkEvent(NamedTuple):
    """What was done with a batch or a sample; ``list`` is its id."""

    event: str
    list: str
    action: str
    item: str
    value: str
    reviewer: str
    time: str


class Hidden(NamedTuple):
    """The digest of a decision whose text a seal took away, in hex: with it the rest of its step can be proved."""

    event: str
    digest: str


class Alias(NamedTuple):
    """Another id of the item of an id, in copies of the case that first read it elsewhere."""

    alias: str
    id: str


_SEALED = f"""d.{QUOTING} AND d.item IN (SELECT item FROM sealed)
AND (d.value<>'' OR d.event IN (SELECT event FROM hidden))"""
"""Notes and passages whose text this copy doesn't have, or not for others."""
_EVENTS = f"""SELECT d.undoes, d.event, i.id, d.action, d.value, d.reviewer, d.time, d.how, d.derived
FROM decision d JOIN item i ON i.n=d.item WHERE NOT ({_SEALED}) ORDER BY d.time, d.event"""
# Its item has come and, where it takes a step back, a decision of that step by the same person has or comes with it.
_THEIRS = "event>=f.undoes || '.' AND event<f.undoes || '/' AND reviewer=f.reviewer"
_HERE = "EXISTS (SELECT 1 FROM known_id k WHERE k.id={}.{})"
_READY = f"""{_HERE.format("f", "item")} AND (undoes='' OR EXISTS (SELECT 1 FROM decision WHERE {_THEIRS})
OR EXISTS (SELECT 1 FROM foreign_decision o WHERE {_THEIRS.replace("reviewer=", "o.reviewer=")}
AND {_HERE.format("o", "item")}))"""
_ASIDE = ", ".join(Event._fields)


# ---- giving


def every(store: Store) -> Iterator[Event]:
    """Yield every decision in the one order, then those kept for items that this copy doesn't have.

    Notes and passages of sealed items aren't among them until they are open again.
    """
    steps = _steps(store)
    for undoes, *row, derived in store.db.execute(_EVENTS):
        yield Event._make((*row, "" if undoes is None else steps[undoes], derived))
    for row in store.db.execute(f"SELECT {_ASIDE} FROM foreign_decision ORDER BY time, event"):
        yield Event(*row)


def hidden(store: Store) -> list[Hidden]:
    """Return the digests of decisions whose text a seal took away, those as well whose text has come back."""
    return [Hidden(*row) for row in store.db.execute("SELECT event, digest FROM hidden")]


def hide(store: Store, found: Iterable[Hidden]) -> None:
    store.db.executemany("INSERT OR IGNORE INTO hidden VALUES(?,?)", found)


def to_hide(store: Store, which: str, bindings: tuple[int, ...] = ()) -> list[Event]:
    """Return decisions, named by SQL on ``d.``, whose text a seal is about to take and whose digest isn't kept."""
    sql = f"""SELECT d.undoes, d.event, i.id, d.action, d.value, d.reviewer, d.time, d.how, d.derived
    FROM decision d JOIN item i ON i.n=d.item
    WHERE d.{QUOTING} AND d.event NOT IN (SELECT event FROM hidden) AND {which}"""
    found = store.rows(sql, bindings)
    steps = _steps(store) if any(undoes is not None for undoes, *_ in found) else {}
    return [Event._make((*row, steps.get(undoes, ""), derived)) for undoes, *row, derived in found]


def _steps(store: Store) -> dict[int, str]:
    """Return the ids of the steps that were undone, by their numbers."""
    sql = "SELECT grp, event FROM decision WHERE grp IN (SELECT undoes FROM decision WHERE undoes IS NOT NULL)"
    return {group: event.partition(".")[0] for group, event in store.db.execute(sql)}


def counting(store: Store, nos: Collection[ItemNo]) -> Iterator[tuple[ItemNo, Event]]:
    """Yield the decisions on these items that count, in the one order; ``item`` and what they undo are left out."""
    sql = f"""SELECT item, event, '', action, value, reviewer, time, how, '', derived FROM decision
    WHERE {decision_log.COUNTS} AND item IN (SELECT value FROM json_each(?)) ORDER BY time, event"""
    return ((ItemNo(n), Event(*row)) for n, *row in store.db.execute(sql, (json.dumps(list(nos)),)))


def of_steps(store: Store, steps: Collection[str]) -> Iterator[Event]:
    """Yield the decisions here that were taken in these steps; what they undo is left out."""
    groups = _Groups(store)
    known = {group for step in steps if (group := groups.known(step)) is not None}
    sql = """SELECT d.event, i.id, d.action, d.value, d.reviewer, d.time, d.how, '', d.derived FROM decision d
    JOIN item i ON i.n=d.item WHERE d.grp IN (SELECT value FROM json_each(?))"""
    return (Event(*row) for row in store.db.execute(sql, (json.dumps(list(known)),)))


def of_group(store: Store, group: int) -> Iterator[Event]:
    """Yield the decisions of a step that was taken in this copy, in no order."""
    sql = """SELECT d.event, i.id, d.action, d.value, d.reviewer, d.time, d.how, d.undoes, d.derived FROM decision d
    JOIN item i ON i.n=d.item WHERE d.grp=?"""
    undone = store.value("SELECT max(undoes) FROM decision WHERE grp=?", (group,))
    step = ""
    if undone is not None:
        step = store.value("SELECT event FROM decision WHERE grp=? LIMIT 1", (undone,)).partition(".")[0]
    for *row, undoes, derived in store.db.execute(sql, (group,)):
        yield Event._make((*row, "" if undoes is None else step, derived))


def of_openings(store: Store) -> Iterator[Event]:
    """Yield the requests to open a seal and the openings, those as well that wait for their items."""
    sql = f"""SELECT d.event, i.id, d.action, d.value, d.reviewer, d.time, d.how, '', d.derived FROM decision d
    JOIN item i ON i.n=d.item WHERE d.action IN ('ask-unseal', 'unseal')
    UNION ALL SELECT {_ASIDE} FROM foreign_decision WHERE action IN ('ask-unseal', 'unseal')"""
    return (Event(*row) for row in store.db.execute(sql))


def undone_seals(store: Store) -> Iterator[tuple[list[Event], list[Event]]]:
    """Yield the decisions of each step that sealed and was undone, with those of each step that undid it, by time."""
    sql = """SELECT s.grp, u.grp FROM decision u JOIN decision s ON s.grp=u.undoes AND s.action='seal'
    WHERE u.undoes IS NOT NULL GROUP BY 1, 2 ORDER BY min(u.time)"""
    for sealing, undoing in store.rows(sql):
        yield list(of_group(store, sealing)), list(of_group(store, undoing))


def lists(store: Store) -> Iterator[ListEvent]:
    for made in (*worklists.lists(store, "batch"), *worklists.lists(store, "sample")):
        yield ListEvent(made, tuple(item for item, _ in worklists.members(store, made.number)))


def work(store: Store) -> Iterator[WorkEvent]:
    """Yield what was done with batches and samples, in the one order."""
    sql = """SELECT s.event, w.id, s.action, s.id, s.value, s.reviewer, s.time FROM work_step s
    JOIN worklist w ON w.number=s.list ORDER BY s.time, s.event"""
    return (WorkEvent(*row) for row in store.db.execute(sql))


def aliases(store: Store) -> Iterator[Alias]:
    return (Alias(*row) for row in store.db.execute("SELECT alias, id FROM item_alias"))


# ---- taking


def take_alias(store: Store, alias: Alias) -> None:
    store.db.execute("INSERT OR IGNORE INTO item_alias VALUES(?,?)", alias)


def own_id(store: Store, item_id: str) -> str:
    """Return the id that the item of an id has in this copy, the same where it doesn't have the item."""
    sql = "SELECT i.id FROM known_id k JOIN item i ON i.n=k.n WHERE k.id=?"
    return str(store.value(sql, (item_id,)) or item_id)


class KnownEvents:
    """What this copy has already: answers for an offered event whether it is known, and raises for one that differs."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def same(self, offered: Event) -> bool | None:
        """Whether an offered decision is here in the same words; False where it has others, None where it isn't."""
        value = f"iif({_SEALED}, ?2, d.value)"
        sql = f"SELECT i.id, d.action, {value}, d.reviewer FROM decision d JOIN item i ON i.n=d.item WHERE "
        rows = self._store.rows(f"{sql} d.event=?1", (offered.event, offered.value))
        aside = "SELECT item, action, value, reviewer FROM foreign_decision WHERE event=?"
        if not rows:  # what waits is stored under the id that its item has elsewhere
            rows = [(own_id(self._store, item), *row) for item, *row in self._store.rows(aside, (offered.event,))]
        return rows[0] == (offered.item, offered.action, offered.value, offered.reviewer) if rows else None


class Taken(NamedTuple):
    """What came in: rows by group, the items that they are about, how many were put aside."""

    steps: dict[int, int]
    items: set[ItemNo]
    aside: int


def take(store: Store, offered: Iterable[Event]) -> Taken:
    """Append decisions that this copy doesn't have; those that can't stand here yet are kept aside."""
    groups = _Groups(store)
    steps, items, aside, latest = Counter[int](), set[ItemNo](), 0, store.meta("clock")
    for event in sorted(offered, key=lambda e: (e.time, e.event)):
        n = store.value("SELECT n FROM known_id WHERE id=?", (event.item,))
        undoes = groups.known(event.undoes, event.reviewer) if event.undoes else None
        if n is None or (event.undoes and undoes is None):
            store.db.execute("INSERT INTO foreign_decision VALUES(?,?,?,?,?,?,?,?,?)", event)
            aside += 1
            continue
        group = groups.of(event.step)
        decision_log.append(store, event.record(n, group, undoes))
        steps[group] += 1
        items.add(ItemNo(n))
        latest = max(latest, event.time)
    store.set_meta("clock", latest)
    return Taken(dict(steps), items, aside)


class _Groups:
    def __init__(self, store: Store) -> None:
        self._store = store
        self._next = decision_log.next_step(store)
        self._numbers: dict[str, int | None] = {}

    def known(self, step: str, reviewer: str = "") -> int | None:
        """Return the number of a step, None where this copy has none of it, or none by that reviewer."""
        if self._numbers.get(step) is None:
            sql = "SELECT grp FROM decision WHERE event>=? AND event<? LIMIT 1"
            self._numbers[step] = self._store.value(sql, (f"{step}.", f"{step}/"))
        number = self._numbers[step]
        if reviewer and not self._store.value("SELECT 1 FROM decision WHERE grp=? AND reviewer=?", (number, reviewer)):
            return None
        return number

    def of(self, step: str) -> int:
        if (number := self.known(step)) is None:
            number = self._numbers[step] = self._next
            self._next += 1
        return number


def ready(store: Store) -> list[Event]:
    """Return the decisions kept aside whose items have come since, as they came."""
    return [Event(*row) for row in store.db.execute(f"SELECT {_ASIDE} FROM foreign_decision f WHERE {_READY}")]


def adopt(store: Store, ready: Collection[Event]) -> Taken:
    """Take up decisions that were kept aside."""
    store.db.executemany("DELETE FROM foreign_decision WHERE event=?", [(event.event,) for event in ready])
    return take(store, ready)


def waiting(store: Store) -> bool:
    """Whether decisions or places in lists are kept for items that have come since."""
    sql = f"""SELECT 1 FROM foreign_decision f WHERE {_READY} UNION ALL
    SELECT 1 FROM worklist_item l WHERE item IS NULL AND {_HERE.format("l", "id")} LIMIT 1"""
    return store.value(sql) is not None


def items(store: Store, ids: Collection[str]) -> dict[str, ItemNo]:
    sql = "SELECT k.id, k.n FROM json_each(?) j JOIN known_id k ON k.id=j.value"
    return {item_id: ItemNo(n) for item_id, n in store.db.execute(sql, (json.dumps(list(ids)),))}


def members(store: Store, groups: Collection[int]) -> set[ItemNo]:
    """Return the items of the decisions that these steps took back."""
    sql = """SELECT DISTINCT item FROM decision WHERE grp IN (
    SELECT undoes FROM decision WHERE undoes IS NOT NULL AND grp IN (SELECT value FROM json_each(?)))"""
    return {ItemNo(n) for (n,) in store.db.execute(sql, (json.dumps(list(groups)),))}


def take_list(store: Store, listed: ListEvent) -> bool:
    """Keep a batch or a sample of another copy, unless it is known; returns whether it is new."""
    if store.value("SELECT 1 FROM worklist WHERE id=?", (listed.made.id,)):
        return False
    worklists.add(store, listed.made, listed.items)
    return True


def take_work(store: Store, done: WorkEvent) -> bool | None:
    """Append what was done with a list, unless it is known; None where the list isn't."""
    if store.value("SELECT 1 FROM work_step WHERE event=?", (done.event,)):
        return False
    number = store.value("SELECT number FROM worklist WHERE id=?", (done.list,))
    if number is None:
        return None
    store.db.execute(worklists.INSERT_STEP, done._replace(list=number))
    return True
