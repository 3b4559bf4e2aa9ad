"""What reports, lists and the dashboard count: items by custodian, month, tag, facet, problem and the like; work.

Reads only. Nothing here knows a query or how a report looks. A decision counts as work unless it was undone; the
undoing itself doesn't count.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from typing import NamedTuple

from triage.model.items import ItemId, ItemNo
from triage.model.reports import IndexState
from triage.model.tags import Copies
from triage.model.team import Changes
from triage.store import decision_log, extent
from triage.store.db import Store
from triage.store.decision_log import COUNTS
from triage.store.reading import LEVELS, unconfined
from triage.store.records import PLACE, UNDATED, listed
from triage.store.schema import MOST_SEGMENTS

_FACETS = {
    "custodian": "SELECT n, custodian AS value FROM item WHERE n {listed}",
    "lang": "SELECT n, lang AS value FROM item WHERE n {listed}",
    "type": "SELECT n, type AS value FROM item WHERE n {listed}",
    "sender": "SELECT n, sender AS value FROM item WHERE n {listed}",
    "month": "SELECT n, strftime('%Y-%m', date, 'unixepoch') AS value FROM item WHERE n {listed}",
    "tag": """SELECT item AS n, tag AS value FROM tagged WHERE item {listed} UNION ALL
    SELECT n, '' FROM {items} WHERE n NOT IN (SELECT item FROM tagged)""",
    "problem": """SELECT DISTINCT item AS n, code AS value FROM problem WHERE item {listed} UNION ALL
    SELECT n, '' FROM {items} WHERE n NOT IN (SELECT item FROM problem WHERE item IS NOT NULL)""",
    "role": """SELECT n, iif(parent IS NOT NULL, 'attachment', iif(children>0, 'parent', 'single')) AS value
    FROM item WHERE n {listed}""",
    "state": f"SELECT n, {extent.STATE} AS value FROM item i WHERE n {{listed}}",
}
"""The values of items by each facet."""
_LISTED = {"listed": "IN (SELECT n FROM chosen)", "items": "chosen"}
_ALL = {"listed": "IS NOT NULL", "items": "item"}
_CHOSEN = "WITH chosen(n, key) AS MATERIALIZED (SELECT value & 0xFFFFFFFF, value >> 32 FROM json_each(?))"
"""Items, each with a number that it shares with its copies."""
_GIVEN = "given(n) AS MATERIALIZED (SELECT value FROM json_each(?) WHERE value NOT IN (SELECT item FROM sealed))"
_TO = f"WITH {_GIVEN} SELECT n, recipients FROM item WHERE n IN given"
_PAGES = f"""WITH {_GIVEN} SELECT i.n, max(CAST(p.value->>1 AS INTEGER)) FROM item i, json_each(i.properties) p
WHERE i.n IN given AND p.value->>0 IN ('Pages', 'Slides') GROUP BY i.n"""
# A conversation is what ``thread:`` finds: the threads of headers that an inference joined are one.
_THREAD = f"""WITH {_GIVEN}, threads AS MATERIALIZED (SELECT DISTINCT i.thread, ifnull(j.whole, i.thread) AS whole
FROM item i LEFT JOIN joined j ON j.thread=i.thread WHERE i.n IN given AND i.thread<>''),
parts AS (SELECT DISTINCT whole, whole AS thread FROM threads
UNION SELECT t.whole, j.thread FROM threads t JOIN joined j ON j.whole=t.whole),
counts AS MATERIALIZED (SELECT p.whole, count(*) AS items FROM parts p CROSS JOIN item i ON i.thread=p.thread
WHERE i.n NOT IN (SELECT item FROM past) GROUP BY 1)
SELECT i.n, c.items FROM item i JOIN threads t ON t.thread=i.thread JOIN counts c ON c.whole=t.whole
WHERE i.n IN given"""
_DAY = 86_400
_PAST = "(SELECT item FROM past)"
_CODED = "sum(n IN (SELECT item FROM tagged))"
# Days first: many times fewer of them than of items have to be made months.
_MONTHS = f"""SELECT coalesce(strftime('%Y-%m', day, 'unixepoch'), '') AS month, sum(items), sum(coded) FROM (
    SELECT iif({UNDATED}, NULL, date - (date % {_DAY} + {_DAY}) % {_DAY}) AS day, count(*) AS items, {_CODED} AS coded
    FROM current_item AS item GROUP BY 1)
GROUP BY month ORDER BY month"""
_CUSTODIANS = f"SELECT custodian, count(*), {_CODED} FROM current_item GROUP BY 1 ORDER BY 2 DESC, 1"
_DOMAIN = re.compile(r"@([^\s@<>,;:\"'()\[\]]+)")


class Tagging(NamedTuple):
    """A part of the case: its name, its items, those with a tag."""

    name: str
    items: int
    coded: int


class ReviewerHour(NamedTuple):
    """One reviewer's decisions in one hour: hour as ``2023-05-02T10``, decisions, first and last time."""

    hour: str
    reviewer: str
    decisions: int
    first: str
    last: str


class Population:
    """All items of a case by what a report counts; each mapping is from an item's number.

    Families are counted as they are now.
    """

    def __init__(self, store: Store) -> None:
        self.family: dict[ItemNo, int] = {}
        self.distinct: dict[ItemNo, int] = {}
        self.custodian: dict[ItemNo, str] = {}
        self.family_size: dict[int, int] = {}
        digests: dict[str, int] = {}
        names: dict[str, str] = {}
        gone = {n for (n,) in store.db.execute("SELECT item FROM past")}
        for n, family, digest, custodian in store.db.execute("SELECT n, family, digest, custodian FROM item"):
            no = ItemNo(n)
            self.family[no] = family
            self.distinct[no] = digests.setdefault(digest, n) if digest else n
            self.custodian[no] = names.setdefault(custodian, custodian)
            self.family_size[family] = self.family_size.get(family, 0) + (n not in gone)


def levels(store: Store) -> dict[ItemNo, str]:
    """Return the items that are "partly" or "not" searchable."""
    sql = "SELECT n, searchable FROM item WHERE searchable>0"
    return {ItemNo(n): LEVELS[level] for n, level in store.db.execute(sql)}


def with_transport(store: Store, nos: Set[ItemNo]) -> int:
    """Return how many of the items have header fields in which words are found by name only."""
    sql = f"SELECT DISTINCT key/{MOST_SEGMENTS} FROM segment WHERE origin='transport'"
    return sum(no in nos for (no,) in store.db.execute(sql))


def problem_codes(store: Store, nos: Collection[ItemNo]) -> dict[ItemNo, tuple[str, ...]]:
    """Return the codes of the items' Problems that keep text from being searched, in order of name, each once."""
    sql = """SELECT DISTINCT item, code FROM problem WHERE searchable>0
    AND item IN (SELECT value FROM json_each(?)) ORDER BY item, code"""
    found: dict[ItemNo, list[str]] = {}
    for n, code in store.db.execute(sql, (listed(nos),)):
        found.setdefault(ItemNo(n), []).append(code)
    return {no: tuple(codes) for no, codes in found.items()}


def lost_files(store: Store) -> list[tuple[str, str]]:
    """Return the files that became no item as (path, code), by path; those that are gone since are left out."""
    sql = """SELECT s.root || ':' || s.path, min(p.code) FROM problem p JOIN source s ON s.number=p.source
    WHERE s.current=1 AND s.gone IS NULL AND s.denied IS NULL AND s.state='failed' AND p.item IS NULL
    GROUP BY 1 ORDER BY 1"""
    return store.rows(sql)


def ids(store: Store, nos: Collection[ItemNo]) -> dict[ItemNo, tuple[ItemId, str]]:
    sql = f"""SELECT i.n, i.id, s.root || ':' || {PLACE} || iif(i.member='', '', '#' || i.member)
    FROM item i JOIN source s ON s.number=i.source WHERE i.n IN (SELECT value FROM json_each(?))"""
    rows = store.db.execute(sql, (listed(nos),))
    return {ItemNo(n): (ItemId(item_id), path) for n, item_id, path in rows}


def index_state(store: Store, engine: str, program: str) -> IndexState:
    """Return what a search would search now; ``engine`` is the engine's name with its version."""
    highest = [
        int(store.value(f"SELECT max({column}) FROM {table}") or 0)
        for column, table in (("number", "run"), ("n", "item"), ("number", "source"), ("seq", "decision"))
    ]
    run, items, sources, decisions = highest
    head = ":".join(store.meta("ledger").split(":")[:2])
    return IndexState(
        run,
        head,
        items,
        sources,
        decisions,
        engine,
        program=program,
        unconfined=unconfined(store),
        extent=extent.extent(store),
    )


def domain(sender: str) -> str:
    """Return the domain of a sender written ``Name <address>``, in lower case; "" where there is none."""
    found = _DOMAIN.findall(sender)
    return found[-1].lower().strip(".") if found else ""


class Chosen(NamedTuple):
    """Some items of a case: those that are ``listed``, or all but those, whichever are fewer."""

    listed: str
    all_but: bool


def chosen(store: Store, nos: Collection[ItemNo]) -> Chosen:
    """Return items as ``facet_counts`` takes them; ``nos`` has none twice."""
    ((items,),) = store.rows("SELECT count(*) FROM item")
    if len(nos) * 2 < items:
        return Chosen(listed(nos), all_but=False)
    others = {n for (n,) in store.db.execute("SELECT n FROM item")}.difference(nos) if len(nos) < items else ()
    return Chosen(listed(others), all_but=True)


def facet_counts(store: Store, facet: str, items: Chosen) -> Counter[str]:
    """Return how many of the items have each value of a facet (a key of _FACETS); "" stands for none."""
    count = f"SELECT value, count(*) FROM ({_FACETS[facet]}) GROUP BY 1"
    these = "WITH chosen(n) AS MATERIALIZED (SELECT value FROM json_each(?)) " + count.format(**_LISTED)
    counts = Counter({value or "": n for value, n in store.db.execute(these, (items.listed,))})
    if not items.all_but:
        return counts
    return Counter({value or "": n for value, n in store.db.execute(count.format(**_ALL))}) - counts


def facet_repeats(store: Store, facet: str, chosen: str, name: Callable[[str], str]) -> Counter[str]:
    """Return how many items of each value, as ``name`` makes it, are there besides a copy that has the same value.

    ``chosen`` are items, ``listed`` as their copies' common number times 2^32 and their own.
    """
    values = _FACETS[facet].format(**_LISTED)
    sql = f"{_CHOSEN} SELECT value, key, count(*) FROM ({values}) JOIN chosen USING (n) GROUP BY 1, 2"
    repeats, met = Counter[str](), set[tuple[str, int]]()
    for value, key, count in store.db.execute(sql, (chosen,)):
        named = name(value or "")
        repeats[named] += count - ((named, key) not in met)
        met.add((named, key))
    return repeats


def whole(store: Store) -> tuple[int, int]:
    coded = f"SELECT count(DISTINCT item) FROM tagged WHERE item NOT IN {_PAST}"
    ((items, tagged),) = store.rows(f"SELECT (SELECT count(*) FROM current_item), ({coded})")
    return items, tagged


def custodians(store: Store) -> list[Tagging]:
    """Return the custodians, the one with most items first."""
    return [Tagging(*row) for row in store.db.execute(_CUSTODIANS)]


def months(store: Store) -> list[Tagging]:
    """Return the months of the items' own dates in their order, written 2023-05; "" for items without one."""
    return [Tagging(*row) for row in store.db.execute(_MONTHS)]


def tags(store: Store) -> list[tuple[str, int]]:
    """Return the tags, the most frequent first."""
    sql = f"SELECT tag, count(*) FROM tagged WHERE item NOT IN {_PAST} GROUP BY tag ORDER BY 2 DESC, 1"
    return store.rows(sql)


def problems(store: Store) -> list[tuple[str, int]]:
    """Return the codes of Problems with the number of items that have them, the most frequent first."""
    sql = f"""SELECT code, count(DISTINCT item) FROM problem WHERE item IS NOT NULL AND item NOT IN {_PAST}
    GROUP BY 1 ORDER BY 2 DESC, 1"""
    return store.rows(sql)


def hours(store: Store) -> list[ReviewerHour]:
    """Return the decisions by hour and reviewer, oldest first."""
    sql = f"""SELECT substr(time, 1, 13), reviewer, count(*), min(time), max(time) FROM decision WHERE {COUNTS}
    GROUP BY 1, 2 ORDER BY 1, 2"""
    return [ReviewerHour(*row) for row in store.db.execute(sql)]


def reviewed(store: Store) -> dict[str, int]:
    sql = f"SELECT reviewer, count(DISTINCT item) FROM decision WHERE {COUNTS} GROUP BY 1"
    return dict(store.db.execute(sql))


def coded(store: Store) -> set[ItemNo]:
    return {ItemNo(n) for (n,) in store.db.execute("SELECT item FROM tagged")}


# ---- further columns of a list, each read for a page of items in one statement, while it is shown


def column(store: Store, nos: Sequence[ItemNo], name: str) -> Mapping[ItemNo, str | int | Copies]:
    """Return a further column of a list, one of the fields of RowColumns but hits, without those for which it is blank.

    Of a sealed item only the reviewers are told.
    """
    if name == "to":
        people = ((ItemNo(n), json.loads(text)[0]) for n, text in store.db.execute(_TO, (listed(nos),)))
        return {no: ", ".join(names) for no, names in people if names}
    if name == "reviewers":
        return _reviewers_of(store, nos)
    if name == "copies":
        return decision_log.copies(store, nos)
    sql = {"pages": _PAGES, "thread": _THREAD}[name]
    return {ItemNo(n): count for n, count in store.db.execute(sql, (listed(nos),)) if count}


def _reviewers_of(store: Store, nos: Sequence[ItemNo]) -> dict[ItemNo, str | int]:
    names: dict[ItemNo, dict[str, None]] = {}
    decisions = decision_log.current(store, nos)
    for (no, _, _), decision in sorted(decisions.items(), key=lambda pair: pair[1].time, reverse=True):
        names.setdefault(no, {}).setdefault(decision.reviewer)
    return {no: ", ".join(of_item) for no, of_item in names.items()}


_OCTETS = "iif(typeof(text)='text', octet_length(text), unpacked_size(text))"


def sizes(store: Store, ids: Iterable[str] | None = None) -> tuple[int, int]:
    """Return how many items of these ids the case has now, None for all, and how many bytes of text as UTF-8."""
    which = "" if ids is None else "WHERE id IN (SELECT value FROM json_each(?))"
    sql = f"""SELECT count(*), total((SELECT total({_OCTETS}) FROM segment
    WHERE key>=n*{MOST_SEGMENTS} AND key<(n+1)*{MOST_SEGMENTS})) FROM current_item {which}"""
    ((count, octets),) = store.rows(sql, () if ids is None else (json.dumps(list(ids)),))
    return int(count), int(octets)


def changes_since(store: Store, before: Changes | None) -> Changes:
    """Return what was written since ``before``, nothing yet where there is none."""
    audit = int(store.value("SELECT max(seq) FROM audit") or 0)
    if before is not None and before.audit == audit:
        return Changes(audit, before.decisions)
    decisions = int(store.value("SELECT max(seq) FROM decision") or 0)
    if before is None:
        return Changes(audit, decisions)
    actions = store.db.execute("SELECT DISTINCT action FROM audit WHERE seq>? AND seq<=?", (before.audit, audit))
    decided = store.db.execute("SELECT DISTINCT item FROM decision WHERE seq>? ORDER BY item", (before.decisions,))
    return Changes(audit, decisions, frozenset(action for (action,) in actions), tuple(ItemNo(n) for (n,) in decided))
