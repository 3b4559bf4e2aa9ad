"""One step of decisions as rows (review room): ids, times, what stands of them. The only writer of decision rows.

Called inside ``Store.change``. Nothing here knows palettes, rules or seals.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from triage.errors import DecisionError
from triage.model.items import ItemNo
from triage.store import current_decisions
from triage.store.db import Store, now
from triage.store.id_sets import listed

MOST_PERSON = 200
_MILLISECOND = timedelta(milliseconds=1)


class Step:
    """A step being written: what one key or command does, undone as one. ``rows`` counts its decisions so far.

    A step that ``undoes`` another one says so in its rows, and then neither counts any more (``store.standing``).
    """

    def __init__(self, store: Store, reviewer: str, how: str, undoes: int | None = None) -> None:
        self.group = int(store.value("SELECT max(grp) FROM decision") or 0) + 1
        self.rows = 0
        self._store, self._reviewer, self._how, self._undoes = store, reviewer, how, undoes
        self._id = secrets.token_hex(16)
        self._time = _later(store)

    def add(self, n: int, action: str, value: str, derived: str = "", reviewer: str = "", counts: bool = False) -> str:
        """Write a decision and what it does to ``tagged``; return its event. ``counts``: it is no part of an undo."""
        event = f"{self._id}.{self.rows}"
        self.rows += 1
        how = "propagated" if derived and self._how != "undo" else self._how
        undoes = None if counts else self._undoes
        row = (n, action, value, reviewer or self._reviewer, self._time, how, self.group, undoes, event, derived)
        columns = "item, action, value, reviewer, time, how, grp, undoes, event, derived"
        self._store.db.execute(f"INSERT INTO decision({columns}) VALUES(?,?,?,?,?,?,?,?,?,?)", row)
        if action == "tag":
            self._store.db.execute("INSERT OR IGNORE INTO tagged VALUES(?,?)", (n, value))
        elif action == "untag":
            self._store.db.execute("DELETE FROM tagged WHERE item=? AND tag=?", (n, value))
        return event


def _later(store: Store) -> str:
    """Return the time, or a millisecond after the last decision's: copies replay decisions in the order of time.

    ``clock`` is the time of the latest decision that came from another copy.
    """
    time = now()
    last = str(store.value("SELECT time FROM decision ORDER BY seq DESC LIMIT 1") or "")
    last = max(last, store.meta("clock"))
    if last < time:
        return time
    next_time = datetime.fromisoformat(last) + _MILLISECOND
    return next_time.isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Word(NamedTuple):
    """The last decision about one tag on one item that counts."""

    action: str
    reviewer: str
    time: str
    event: str
    derived: str

    @property
    def own(self) -> bool:
        """Whether a person decided it for this item: it doesn't follow from another decision."""
        return not self.derived


def last_words(store: Store, nos: Collection[ItemNo], tags: Collection[str]) -> dict[tuple[ItemNo, str], Word]:
    """Return the last decision on each of the items about each of the tags, by (item, tag); undone ones don't count."""
    sql = f"""SELECT item, value, action, reviewer, time, event, derived, max(time || event || printf('%012d', seq))
    FROM decision WHERE item IN (SELECT value FROM json_each(?)) AND action IN ('tag','untag')
    AND value IN (SELECT value FROM json_each(?)) AND {current_decisions.COUNTS_ALONE} GROUP BY item, value"""
    found = store.db.execute(sql, (listed(nos), json.dumps(list(tags))))
    return {(ItemNo(row[0]), row[1]): Word(*row[2:7]) for row in found}


def restore(store: Store, nos: Collection[ItemNo], tags: Collection[str]) -> None:
    """Make ``tagged`` say of these items and tags what the decisions that count come to."""
    words = last_words(store, nos, tags)
    pairs = [(no, tag) for no in nos for tag in tags]
    on = [pair for pair in pairs if pair in words and words[pair].action == "tag"]
    store.db.executemany("DELETE FROM tagged WHERE item=? AND tag=?", set(pairs).difference(on))
    store.db.executemany("INSERT OR IGNORE INTO tagged VALUES(?,?)", on)


def last_note(store: Store, no: ItemNo, without: int = 0) -> str:
    """Return the note that stands on an item, or would without one step; "" where there is none."""
    sql = f"""SELECT value FROM decision WHERE item=? AND action='note' AND grp<>? AND {current_decisions.COUNTS_ALONE}
    ORDER BY time DESC, event DESC, seq DESC LIMIT 1"""
    return str(store.value(sql, (no, without)) or "")


def carrying(store: Store, nos: Iterable[ItemNo], tag: str) -> set[ItemNo]:
    """Return those of the items that carry a tag now."""
    sql = "SELECT item FROM tagged WHERE tag=? AND item IN (SELECT value FROM json_each(?))"
    return {ItemNo(n) for (n,) in store.db.execute(sql, (tag, listed(nos)))}


def known(store: Store, nos: Sequence[ItemNo]) -> list[ItemNo]:
    """Return the numbers, each once; raises DecisionError for one that the case doesn't have."""
    sql = "SELECT value FROM json_each(?) WHERE value NOT IN (SELECT n FROM item) LIMIT 1"
    if (missing := store.value(sql, (listed(nos),))) is not None:
        raise DecisionError("no-such-item-nothing-changed", number=missing)
    return list(dict.fromkeys(nos))


def ids(store: Store, nos: Iterable[ItemNo]) -> dict[ItemNo, str]:
    """Return the items' ids."""
    sql = "SELECT n, id FROM item WHERE n IN (SELECT value FROM json_each(?))"
    return {ItemNo(n): item_id for n, item_id in store.db.execute(sql, (listed(nos),))}


def person(reviewer: str) -> str:
    """Return a reviewer's name with its spaces in order; raises DecisionError where there is none."""
    text = " ".join(reviewer.split())
    if not text or len(text) > MOST_PERSON:
        raise DecisionError("reviewer-missing", most=MOST_PERSON)
    return text


def tag_name(name: str) -> str:
    """Return a tag's name with its spaces in order; raises DecisionError for what no query could ask for."""
    text = " ".join(name.split())
    if not text or len(text) > 80 or any(c in text for c in '"*?'):
        raise DecisionError("bad-tag-name", name=name)
    return text
