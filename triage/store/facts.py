"""What is true of items now: the answers behind ``tag:``, ``is:``, ``date:`` and the like.

Reads only; the values come checked from the query language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Set
from datetime import UTC, datetime
from typing import Any

from triage.model.items import ItemNo
from triage.store import current_decisions
from triage.store.db import Store
from triage.store.read_cache import ReadCache, kept
from triage.store.report_counts import domain
from triage.store.schema import MOST_SEGMENTS

_DUPLICATED = (
    "SELECT n FROM item WHERE digest IN (SELECT digest FROM item WHERE digest<>'' GROUP BY digest HAVING count(*)>1)"
)
_STATES = {
    "tagged": "SELECT item FROM tagged",
    "untagged": "SELECT n FROM item WHERE n NOT IN (SELECT item FROM tagged)",
    "duplicate": _DUPLICATED,
    "problem": "SELECT item FROM problem WHERE item IS NOT NULL",
    "partly": "SELECT n FROM item WHERE searchable=1",
    "unsearchable": "SELECT n FROM item WHERE searchable=2",
    "sealed": "SELECT item FROM sealed",
    "undated": "SELECT n FROM item WHERE date IS NULL",
    "attachment": "SELECT n FROM item WHERE parent IS NOT NULL",
    "family": "SELECT n FROM item WHERE parent IS NOT NULL OR children>0",
}
_BY_ORIGIN = f"SELECT DISTINCT key/{MOST_SEGMENTS} FROM segment WHERE trim(text)<>'' AND origin"
# A judgement stands that is an item's last one in its sample; an empty one takes it back.
_LISTED = {
    "batch": "w.kind='batch'",
    "sample": "w.kind='sample'",
    "judged": """w.kind='sample' AND (SELECT value FROM work_step s WHERE s.list=l.list AND s.id=l.id
    ORDER BY time DESC, event DESC LIMIT 1)<>''""",
}
_HOLDINGS = {
    "attachment": "SELECT n FROM item WHERE children>0",
    "bcc": "SELECT n FROM item WHERE recipients NOT LIKE '%,[]]'",
    "tag": "SELECT item FROM tagged",
    "date": "SELECT n FROM item WHERE date IS NOT NULL",
}


class StoredFacts:
    """The facts of one case, read from its store; what was read is kept until something is written."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def _kept(self) -> ReadCache:
        return kept(self._store)

    def _nos(self, sql: str, bindings: tuple[Any, ...] = ()) -> frozenset[ItemNo]:
        return self._kept.numbers(sql, bindings)

    def named(self, name: str, pattern: str) -> frozenset[ItemNo]:
        """Items by a property that has a name (tag, type, batch ...); see ``triage.search.query.resolve.Facts``."""
        match name:
            case "tag":
                return self._like("SELECT DISTINCT tag FROM tagged", "SELECT item FROM tagged WHERE tag", pattern)
            case "custodian":
                return self._kept.answer((name, pattern), lambda: self._custodians(pattern))
            case "type":
                return self._kept.answer((name, pattern), lambda: self._typed(pattern))
            case "path":
                return self._kept.answer((name, pattern), lambda: self._paths(pattern))
            case "reviewer":
                sql = "SELECT DISTINCT reviewer FROM decision"
                return self._like(
                    sql, f"SELECT item FROM decision WHERE {current_decisions.COUNTS} AND reviewer", pattern
                )
            case "origin":
                return self._like("SELECT DISTINCT origin FROM segment", _BY_ORIGIN, pattern)
            case "batch" | "sample" | "judged":
                lists = self._values("SELECT name FROM worklist UNION SELECT id FROM worklist", pattern)
                sql = f"""SELECT l.item FROM worklist_item l JOIN worklist w ON w.number=l.list
                WHERE l.item IS NOT NULL AND {_LISTED[name]} AND"""
                return self._nos(f"{sql} (w.name IN ({_marks(lists)}) OR w.id IN ({_marks(lists)}))", (*lists, *lists))
            case "problem":
                sql = "SELECT item FROM problem WHERE item IS NOT NULL AND code"
                return self._like("SELECT DISTINCT code FROM problem", sql, pattern)
            case "lang":
                return self._having("lang", pattern.__eq__)
            case "domain":
                return self._kept.answer((name, pattern), lambda: self._from_domain(pattern))
            case _:
                return frozenset()

    def _values(self, sql: str, pattern: str) -> list[str]:
        fits = _matcher(pattern)
        return [value for value in self._kept.values(sql) if fits(value)]

    def _like(self, values: str, items: str, pattern: str) -> frozenset[ItemNo]:
        wanted = self._values(values, pattern)
        return self._nos(f"{items} IN ({_marks(wanted)})", tuple(wanted))

    def _having(self, column: str, fits: Callable[[str], bool]) -> frozenset[ItemNo]:
        """Return the items in a column of which a value stands that fits."""
        return frozenset().union(*(nos for value, nos in self._kept.column(column).items() if fits(value)))

    def _any_place(self, found: Set[ItemNo]) -> frozenset[ItemNo]:
        """Add the duplicates: custodians and paths of an item are those of all places where it lay."""
        return frozenset(found).union(*(copies for copies in self._kept.copies if not copies.isdisjoint(found)))

    def _custodians(self, pattern: str) -> frozenset[ItemNo]:
        return self._any_place(self._having("custodian", _matcher(pattern)))

    def _from_domain(self, pattern: str) -> frozenset[ItemNo]:
        fits = _matcher(pattern)
        return self._having("sender", lambda sender: fits(domain(sender)))

    def _typed(self, pattern: str) -> frozenset[ItemNo]:
        fits = _matcher(pattern)
        found = self._having("type", lambda kind: fits(kind) or fits(kind.rpartition("/")[2]))
        if "/" in pattern or "*" in pattern:
            return found
        by_name = _matcher(f"*.{pattern}")
        return found | frozenset(no for no, name in self._kept.names if by_name(name))

    def _paths(self, pattern: str) -> frozenset[ItemNo]:
        fits = _matcher(pattern)
        sources = {number for number, path in self._kept.paths if fits(path)}
        # A sealed item has no path: the file's name would tell what it is about.
        sealed = self.state("sealed")
        return self._any_place({no for no, source in self._kept.sources if source in sources} - sealed) - sealed

    def noted(self, pattern: str) -> frozenset[ItemNo]:
        """Items whose current note fits the pattern."""
        fits = _matcher(pattern)
        return frozenset(no for no, text in current_decisions.notes(self._store).items() if fits(text))

    def dated(self, kind: str, low: str, high: str) -> frozenset[ItemNo]:
        """Items dated from ``low`` up to and without ``high``."""
        bounds = (_seconds(low, -(1 << 62)), _seconds(high, 1 << 62))
        only, values = ("AND date_kind=?", (kind,)) if kind else ("", ())
        return self._nos(f"SELECT n FROM item WHERE date>=? AND date<? {only}", (*bounds, *values))

    def decided(self, low: str, high: str, reviewer: str) -> frozenset[ItemNo]:
        """Items with a decision that counts, at or after ``low`` and before ``high``, by a reviewer who fits."""
        names = self._values("SELECT DISTINCT reviewer FROM decision", reviewer)
        # Times are ISO 8601 in UTC, and so are the bounds: "A" comes after every digit.
        sql = f"SELECT item FROM decision WHERE {current_decisions.COUNTS} AND time>=? AND time<? AND reviewer"
        return self._nos(f"{sql} IN ({_marks(names)})", (low, high or "A", *names))

    def sized(self, low: int, high: int | None) -> frozenset[ItemNo]:
        """Items of at least ``low`` and less than ``high`` bytes."""
        return self._nos("SELECT n FROM item WHERE size>=? AND size<?", (low, 1 << 62 if high is None else high))

    def state(self, state: str) -> frozenset[ItemNo]:
        """Items in a state of ``is:``."""
        return current_decisions.disputed(self._store) if state == "disputed" else self._nos(_STATES[state])

    def having(self, holding: str) -> frozenset[ItemNo]:
        """Items that have what ``has:`` names."""
        return frozenset(current_decisions.notes(self._store)) if holding == "note" else self._nos(_HOLDINGS[holding])

    def identified(self, name: str, beginning: str) -> frozenset[ItemNo]:
        """Items by the beginning of an id or a hash."""
        ends = (beginning, beginning + "g")
        if name == "hash":
            columns = ("sha256", "digest", "mih")
            sql = " OR ".join(f"({c}>=? AND {c}<?)" for c in columns)
            return self._nos(f"SELECT n FROM item WHERE {sql}", ends * 3)
        found = "SELECT {0} FROM item WHERE id>=? AND id<?"
        if name == "id":
            return self._nos(found.format("n"), ends)
        return self._nos(f"SELECT n FROM item WHERE {name} IN ({found.format(name)})", ends)


def _marks(values: Iterable[object]) -> str:
    return ",".join("?" for _ in values)


def _seconds(bound: str, default: int) -> int:
    if not bound:
        return default
    return int(datetime.fromisoformat(bound).replace(tzinfo=UTC).timestamp())


def _matcher(pattern: str) -> Callable[[str], bool]:
    """Return a test for a whole value: letter case aside, ``*`` any run of characters, ``?`` any one."""
    folded = pattern.casefold()
    plain = folded.strip("*")
    if folded == f"*{plain}*" and not re.search("[*?]", plain):
        return lambda value: plain in value.casefold()
    if folded == f"*{plain}" and not re.search("[*?]", plain):
        return lambda value: value.casefold().endswith(plain)
    wild = "".join({"*": ".*", "?": "."}.get(c, re.escape(c)) for c in folded)
    test = re.compile(wild, re.DOTALL).fullmatch
    return lambda value: test(value.casefold()) is not None
