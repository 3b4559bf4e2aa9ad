"""The numbers of the review (store room): counts by custodian, month, tag, problem, reviewer and hour, in SQL alone.

Reads only. A decision counts unless it was undone; the undoing itself doesn't count.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import NamedTuple

from triage.model import ItemNo
from triage.store.db import Store
from triage.store.standing import COUNTS

_CODED = "LEFT JOIN (SELECT DISTINCT item FROM tagged) t ON t.item="
# An item counts for whoever has it or a duplicate of it, as ``custodian:`` finds it.
_CUSTODIANS = f"""WITH several(digest) AS MATERIALIZED (
    SELECT digest FROM item WHERE digest<>'' GROUP BY digest HAVING min(custodian)<>max(custodian)),
place(custodian, n) AS (
    SELECT custodian, n FROM item WHERE digest NOT IN several
    UNION ALL SELECT * FROM (SELECT DISTINCT d.custodian, i.n FROM several s
    JOIN item i ON i.digest=s.digest JOIN item d ON d.digest=s.digest))
SELECT custodian, count(*), count(t.item) FROM place p {_CODED}p.n GROUP BY 1 ORDER BY 2 DESC, 1"""
_MONTHS = f"""SELECT coalesce(strftime('%Y-%m', date, 'unixepoch'), ''), count(*), count(t.item)
FROM item i {_CODED}i.n GROUP BY 1 ORDER BY 1"""


class Row(NamedTuple):
    """A part of the case: its name, its items, those with a tag."""

    name: str
    items: int
    coded: int


class HourRow(NamedTuple):
    """One reviewer's decisions in one hour: hour as ``2023-05-02T10``, decisions, first and last time."""

    hour: str
    reviewer: str
    decisions: int
    first: str
    last: str


def whole(store: Store) -> tuple[int, int, int]:
    """Return how many items there are, how many have a tag, and how many decisions count."""
    return (
        int(store.value("SELECT count(*) FROM item")),
        int(store.value("SELECT count(DISTINCT item) FROM tagged")),
        int(store.value(f"SELECT count(*) FROM decision WHERE {COUNTS}")),
    )


def custodians(store: Store) -> list[Row]:
    """Return the custodians, the one with most items first."""
    return [Row(*row) for row in store.db.execute(_CUSTODIANS)]


def months(store: Store) -> list[Row]:
    """Return the months of the items' dates in their order, "" for items without one."""
    return [Row(*row) for row in store.db.execute(_MONTHS)]


def tags(store: Store) -> list[tuple[str, int]]:
    """Return the tags, the most frequent first."""
    return store.rows("SELECT tag, count(*) FROM tagged GROUP BY tag ORDER BY 2 DESC, 1")


def problems(store: Store) -> list[tuple[str, int]]:
    """Return the codes of Problems with the number of items that have them, the most frequent first."""
    sql = "SELECT code, count(DISTINCT item) FROM problem WHERE item IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1"
    return store.rows(sql)


def levels(store: Store) -> dict[int, int]:
    """Return how many items are fully (0), partly (1) and not (2) searchable."""
    return dict(store.db.execute("SELECT searchable, count(*) FROM item GROUP BY 1"))


def lost_files(store: Store) -> int:
    """Return how many files became no item."""
    sql = "SELECT count(*) FROM source WHERE current=1 AND gone IS NULL AND state='failed'"
    return int(store.value(sql))


def hours(store: Store) -> list[HourRow]:
    """Return the decisions by hour and reviewer, oldest first."""
    sql = f"""SELECT substr(time, 1, 13), reviewer, count(*), min(time), max(time) FROM decision WHERE {COUNTS}
    GROUP BY 1, 2 ORDER BY 1, 2"""
    return [HourRow(*row) for row in store.db.execute(sql)]


def reviewed(store: Store) -> dict[str, int]:
    """Return on how many items each reviewer has a decision that counts."""
    sql = f"SELECT reviewer, count(DISTINCT item) FROM decision WHERE {COUNTS} GROUP BY 1"
    return dict(store.db.execute(sql))


def coded(store: Store, nos: Collection[ItemNo]) -> int:
    """Return how many of the items have a tag."""
    sql = "SELECT count(DISTINCT item) FROM tagged WHERE item IN (SELECT value FROM json_each(?))"
    return int(store.value(sql, (json.dumps(list(nos)),)))
