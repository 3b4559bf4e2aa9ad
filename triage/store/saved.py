"""Saved searches and what their runs found. Nothing here runs a search or explains a difference."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import NamedTuple

import msgspec

from triage.errors import CaseError
from triage.model.items import ItemId, ItemNo
from triage.model.reports import IndexState, SavedRun, SavedSearch
from triage.store.db import Store
from triage.store.records import listed, pack, unpack

_SEARCHES = """SELECT s.name, s.version, s.query, s.author, s.time,
(SELECT count(*) FROM saved_run r WHERE r.name=s.name),
(SELECT total FROM saved_run r WHERE r.name=s.name ORDER BY number DESC LIMIT 1)
FROM saved s WHERE s.version=(SELECT max(version) FROM saved m WHERE m.name=s.name)"""
_RUNS = """SELECT r.name, r.number, r.version, s.query, r.reading, r.time, r.author, r.total, r.state
FROM saved_run r JOIN saved s ON s.name=r.name AND s.version=r.version WHERE r.name=?"""


def searches(store: Store) -> list[SavedSearch]:
    """Return the latest version of every saved search, by name."""
    return [SavedSearch(*row) for row in store.db.execute(f"{_SEARCHES} ORDER BY s.name")]


def search(store: Store, name: str) -> SavedSearch | None:
    """Return the latest version of a saved search, None where there is none of that name."""
    found = store.rows(f"{_SEARCHES} AND s.name=?", (name,))
    return SavedSearch(*found[0]) if found else None


def add(store: Store, name: str, version: int, query: str, author: str, time: str) -> None:
    store.db.execute("INSERT INTO saved VALUES(?,?,?,?,?)", (name, version, query, author, time))


def runs(store: Store, name: str) -> list[SavedRun]:
    """Return the runs of a saved search, oldest first."""
    rows = store.db.execute(f"{_RUNS} ORDER BY r.number", (name,))
    return [
        SavedRun(*columns) for columns in ([*row, msgspec.json.decode(state, type=IndexState)] for *row, state in rows)
    ]


def add_run(store: Store, run: SavedRun, found: Collection[ItemNo], unread: Collection[ItemNo]) -> None:
    """Add a run with the items that it found and those that were not fully searchable; inside ``Store.change``."""
    row = (run.name, run.number, run.version, run.reading, run.time, run.author, run.total)
    packed = (json.dumps(msgspec.to_builtins(run.index)), pack(found), pack(unread))
    store.db.execute("INSERT INTO saved_run VALUES(?,?,?,?,?,?,?,?,?,?)", (*row, *packed))


def found(store: Store, name: str, number: int) -> tuple[set[ItemNo], set[ItemNo]]:
    rows = store.rows("SELECT found, unread FROM saved_run WHERE name=? AND number=?", (name, number))
    if not rows:
        raise CaseError("no-such-run", name=name, number=number)
    return set(unpack(rows[0][0])), set(unpack(rows[0][1]))


class Origin(NamedTuple):
    """Where an item is from: its id, its source, and what was known of that file (see ``origins``)."""

    id: ItemId
    source: int
    known: str


def origins(store: Store, nos: Collection[ItemNo], sources: int) -> dict[ItemNo, Origin]:
    """Return where items are from, and what was known of their files when the highest source's number was ``sources``.

    "same": it had been met with this content; "failed": it couldn't be read; "other": it had other content; "": it was
    not known.
    """
    sql = """SELECT i.n, i.id, s.number, iif(s.number<=:sources, 'same',
    (SELECT iif(e.state='failed', 'failed', 'other') FROM source e
    WHERE e.root=s.root AND e.path=s.path AND e.number<=:sources ORDER BY e.number DESC LIMIT 1))
    FROM item i JOIN source s ON s.number=i.source WHERE i.n IN (SELECT value FROM json_each(:nos))"""
    rows = store.db.execute(sql, {"nos": listed(nos), "sources": sources})
    return {ItemNo(n): Origin(ItemId(item_id), source, known or "") for n, item_id, source, known in rows}


def decided(store: Store, after: int, until: int) -> tuple[set[ItemNo], set[ItemNo]]:
    """Return the items with a decision numbered above ``after`` up to ``until``, and those sealed or opened by one."""
    sql = "SELECT DISTINCT item, action IN ('seal', 'withdraw-seal', 'unseal') FROM decision WHERE seq>? AND seq<=?"
    rows = store.rows(sql, (after, until))
    return {ItemNo(n) for n, _ in rows}, {ItemNo(n) for n, seals in rows if seals}
