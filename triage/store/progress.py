"""The numbers of the review (store room): counts by custodian, month, tag, problem, reviewer and hour, in SQL alone.

Reads only. A decision counts unless it was undone; the undoing itself doesn't count.
"""

from __future__ import annotations

from typing import NamedTuple

from triage.model.items import ItemNo
from triage.store.current_decisions import COUNTS
from triage.store.db import Store
from triage.store.reading import iso

_DAY = 86_400
_CODED = "sum(n IN (SELECT item FROM tagged))"
_CUSTODIANS = f"SELECT custodian, count(*), {_CODED} FROM item GROUP BY 1"
_DAYS = f"SELECT (date - (date % {_DAY} + {_DAY}) % {_DAY}) / {_DAY}, count(*), {_CODED} FROM item GROUP BY 1"
# An item counts for whoever has it or a duplicate of it, as ``custodian:`` finds it: these are the duplicates' ones.
_ELSEWHERE = f"""WITH several(digest) AS MATERIALIZED (
    SELECT digest FROM item WHERE digest<>'' GROUP BY digest HAVING count(*)>1)
SELECT custodian, count(*), {_CODED} FROM (SELECT DISTINCT o.custodian AS custodian, i.n AS n FROM several s
    JOIN item i ON i.digest=s.digest JOIN item o ON o.digest=s.digest AND o.custodian<>i.custodian
    ) GROUP BY 1"""


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


def whole(store: Store) -> tuple[int, int]:
    """Return how many items there are, and how many have a tag."""
    return (
        int(store.value("SELECT count(*) FROM item")),
        int(store.value("SELECT count(DISTINCT item) FROM tagged")),
    )


def custodians(store: Store) -> list[Row]:
    """Return the custodians, the one with most items first."""
    found: dict[str, Row] = {}
    for sql in (_CUSTODIANS, _ELSEWHERE):
        for custodian, items, coded in store.db.execute(sql):
            _count(found, custodian, items, coded)
    return sorted(found.values(), key=lambda row: (-row.items, row.name))


def months(store: Store) -> list[Row]:
    """Return the months of the items' dates in their order, written 2023-05, "" for items without a date."""
    found: dict[str, Row] = {}
    for day, items, coded in store.db.execute(_DAYS):
        _count(found, iso(None if day is None else day * _DAY)[:7], items, coded)
    return sorted(found.values())


def _count(rows: dict[str, Row], name: str, items: int, coded: int) -> None:
    before = rows.get(name, Row(name, 0, 0))
    rows[name] = Row(name, before.items + items, before.coded + coded)


def tags(store: Store) -> list[tuple[str, int]]:
    """Return the tags, the most frequent first."""
    return store.rows("SELECT tag, count(*) FROM tagged GROUP BY tag ORDER BY 2 DESC, 1")


def problems(store: Store) -> list[tuple[str, int]]:
    """Return the codes of Problems with the number of items that have them, the most frequent first."""
    sql = "SELECT code, count(DISTINCT item) FROM problem WHERE item IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1"
    return store.rows(sql)


def levels(store: Store, items: int) -> tuple[int, int, int]:
    """Return how many of all items are fully, partly and not searchable."""
    found = dict(store.db.execute("SELECT searchable, count(*) FROM item WHERE searchable>0 GROUP BY 1"))
    partly, not_at_all = found.get(1, 0), found.get(2, 0)
    return items - partly - not_at_all, partly, not_at_all


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


def coded(store: Store) -> set[ItemNo]:
    """Return the items that have a tag."""
    return {ItemNo(n) for (n,) in store.db.execute("SELECT item FROM tagged")}
