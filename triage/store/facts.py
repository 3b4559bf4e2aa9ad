"""What is true of items now: the answers behind ``tag:``, ``is:``, ``date:`` and the like.

Reads only; the values come checked from the query language.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from unicodedata import normalize

from triage.messages import render, say
from triage.model import tables
from triage.model.items import ItemNo
from triage.model.tags import DEFAULT
from triage.store import decision_log, derived_files
from triage.store.db import Store
from triage.store.extent import PURGED
from triage.store.read_cache import ReadCache, cache_of
from triage.store.records import UNDATED, listed, numbers
from triage.store.report_counts import domain
from triage.store.schema import MOST_SEGMENTS
from triage.store.threads import WHOLE

_DUPLICATED = (
    "SELECT n FROM item WHERE digest IN"
    " (SELECT digest FROM current_item WHERE digest<>'' GROUP BY digest HAVING count(*)>1)"
)
_STATES = {
    "tagged": "SELECT item FROM tagged",
    "duplicate": _DUPLICATED,
    "problem": "SELECT item FROM problem WHERE item IS NOT NULL",
    "partly": "SELECT n FROM item WHERE searchable=1",
    "unsearchable": "SELECT n FROM item WHERE searchable=2",
    "sealed": "SELECT item FROM sealed",
    "undated": f"SELECT n FROM item WHERE {UNDATED}",
    "attachment": "SELECT n FROM item WHERE parent IS NOT NULL",
    "family": "SELECT n FROM item WHERE parent IS NOT NULL OR children>0",
    "inferred": "SELECT item FROM inferred",
    "superseded": f"SELECT item FROM past WHERE item IN (SELECT item FROM successor) EXCEPT {PURGED}",
    "vanished": f"SELECT item FROM past WHERE item NOT IN (SELECT item FROM successor) EXCEPT {PURGED}",
    "purged": PURGED,
}
_LISTS = "SELECT name FROM worklist UNION SELECT id FROM worklist"
_LISTED = """SELECT l.item FROM worklist_item l JOIN worklist w ON w.number=l.list
WHERE l.item IS NOT NULL AND (w.name IN wanted OR w.id IN wanted) AND """
_DECIDED = f"SELECT item FROM decision WHERE {decision_log.COUNTS} AND reviewer IN wanted"
_NAMED = {
    "tag": ("SELECT DISTINCT tag FROM tagged", "SELECT item FROM tagged WHERE tag IN wanted"),
    "reviewer": ("SELECT DISTINCT reviewer FROM decision", _DECIDED),
    "origin": (
        "SELECT DISTINCT origin FROM segment",
        f"SELECT DISTINCT key/{MOST_SEGMENTS} FROM segment WHERE origin IN wanted AND trim(text)<>''",
    ),
    "problem": (
        "SELECT DISTINCT code FROM problem",
        "SELECT item FROM problem WHERE item IS NOT NULL AND code IN wanted",
    ),
    "batch": (_LISTS, _LISTED + "w.kind='batch'"),
    "sample": (_LISTS, _LISTED + "w.kind='sample'"),
    # A judgement stands that is an item's last one in its sample; an empty one takes it back.
    "judged": (
        _LISTS,
        _LISTED
        + """w.kind='sample' AND (SELECT value FROM work_step s WHERE s.list=l.list AND s.id=l.id
        ORDER BY time DESC, event DESC LIMIT 1)<>''""",
    ),
}
"""The values that a pattern is held to, and the items that have one of the ``wanted`` values."""
_LISTED_AS = "SELECT name FROM worklist WHERE kind='{0}' UNION SELECT id FROM worklist WHERE kind='{0}'"
_KNOWN = {
    "tag": """SELECT tag FROM tagged UNION SELECT value FROM decision WHERE action IN ('tag', 'untag')
    UNION SELECT json_extract(t.value, '$.name') FROM palette, json_each(palette.tags) t""",
    **dict.fromkeys(("custodian", "all-custodians"), "SELECT custodian FROM source UNION SELECT custodian FROM item"),
    "reviewer": "SELECT reviewer FROM decision UNION SELECT actor FROM audit",
    "batch": _LISTED_AS.format("batch"),
    "sample": _LISTED_AS.format("sample"),
    "judged": _LISTED_AS.format("sample"),
    "type": "SELECT DISTINCT type FROM item",
}
"""The values of a field of which there are few, those that no item has any more among them."""
_OF_SOURCES = "SELECT i.n FROM json_each(?) wanted JOIN item i ON i.source=wanted.value"
_LIST_ID = re.compile("[0-9a-f]{32}")
_ALWAYS = {"tag": [tag.name for tag in DEFAULT], "type": tables.ALL}
_HOLDINGS = {
    "attachment": "SELECT n FROM item WHERE children>0",
    "bcc": "SELECT n FROM item WHERE recipients NOT LIKE '%,[]]'",
    "tag": "SELECT item FROM tagged",
    "date": "SELECT n FROM item WHERE date IS NOT NULL",
}
_ODD = re.compile('[*?"“”„‟«»＂〝〞＊？]')
"""Signs that mean something else inside a query's quotation marks."""
_SELECTED = render(say("batch-of-selected", count=0, query="")).lstrip("0")
"""What stands before the query in the source of a batch of selected items."""
_PLAIN = str.maketrans("‘’‚‛＇（）：", "'''''():")
"""What a query is put right to before it is read."""


class StoredFacts:
    """The facts of one case, read from its store; what was read is kept until something is written."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def _cache(self) -> ReadCache:
        return cache_of(self._store)

    def _nos(self, sql: str, bindings: tuple[Any, ...] = ()) -> frozenset[ItemNo]:
        return self._cache.numbers(sql, bindings)

    def named(self, name: str, pattern: str) -> frozenset[ItemNo]:
        """Items whose property fits the pattern, letter case aside; ``*`` is any run of characters, ``?`` any one.

        ``name`` is tag (current ones), custodian and path (of the item's own copy), all-custodians and all-paths (of
        any exact copy), type (any name of ``model.tables``, or an ending), domain (of the sender's address),
        reviewer (of a current decision), origin (of a segment that has text), batch, sample (that holds the item),
        judged (a sample in which it was judged), problem (the code of one), or lang (a code of
        ``model.tables.LANGUAGES``, "" for unknown). The pattern covers the whole value.
        """
        return self._cache.answer((name, pattern), lambda: self._named(name, pattern))

    def _named(self, name: str, pattern: str) -> frozenset[ItemNo]:
        fits = _matcher(pattern)
        match name:
            case "custodian":
                return self._having("custodian", fits)
            case "all-custodians":
                return self._with_copies(self.named("custodian", pattern))
            case "type":
                nos = self._having("type", lambda kind: any(map(fits, tables.names(kind))))
                if "/" in pattern or "*" in pattern:
                    return nos
                by_name = _matcher(f"*.{pattern}")
                return nos | {no for no, file_name in self._cache.names if by_name(file_name)}
            case "path":
                sources = [number for number, path in self._cache.paths if fits(path)]
                # A sealed item has no path: the file's name would tell what it is about.
                return frozenset(numbers(self._store.db, _OF_SOURCES, (listed(sources),)) - self.state("sealed"))
            case "all-paths":
                return self._with_copies(self.named("path", pattern)) - self.state("sealed")
            case "lang":
                return self._having("lang", pattern.__eq__)
            case "domain":
                return self._having("sender", lambda sender: fits(domain(sender)))
            case _:
                values, items = _NAMED[name]
                return self._with_values(values, pattern, items)

    def known(self, name: str, pattern: str) -> list[str] | None:
        """Return the values that items of this case can have, None where the pattern fits one or any is possible."""
        if name not in _KNOWN or (name == "type" and "/" in pattern):
            return None
        values = [*self._cache.values(_KNOWN[name]), *(_ALWAYS.get(name, ()))]
        return None if any(map(_matcher(pattern), values)) else self.values(name)

    def values(self, name: str) -> list[str]:
        """Return the values of a field of which there are few, none where there are many."""
        values = {*self._cache.values(_KNOWN[name]), *(_ALWAYS.get(name, ()))} if name in _KNOWN else ()
        return [value for value in values if not _LIST_ID.fullmatch(value)]

    def sources(self, name: str, pattern: str) -> list[str]:
        """Return the queries of which the batches, or samples, were made whose name or id the pattern fits."""
        fits, kind = _matcher(pattern), "batch" if name == "batch" else "sample"
        rows = self._store.db.execute("SELECT name, id, source FROM worklist WHERE kind=? ORDER BY number", (kind,))
        sources = [source for name, item_id, source in rows if fits(name) or fits(item_id)]
        return [source.partition(_SELECTED)[2] or source for source in sources]

    def _with_values(self, values: str, pattern: str, items: str, bindings: tuple[str, ...] = ()) -> frozenset[ItemNo]:
        """Return what a statement selects where the values that fit the pattern are ``wanted``."""
        fits = _matcher(pattern)
        wanted = json.dumps([value for value in self._cache.values(values) if fits(value)])
        return self._nos(f"WITH wanted AS (SELECT value FROM json_each(?)) {items}", (wanted, *bindings))

    def _having(self, column: str, fits: Callable[[str], bool]) -> frozenset[ItemNo]:
        having = [nos for value, nos in self._cache.column(column).items() if fits(value)]
        return having[0] if len(having) == 1 else frozenset().union(*having)

    def _with_copies(self, nos: frozenset[ItemNo]) -> frozenset[ItemNo]:
        return nos.union(*(copies for copies in self._cache.copies if not copies.isdisjoint(nos)))

    def noted(self, pattern: str) -> frozenset[ItemNo]:
        """Items with a reviewer's note that the pattern (as in ``named``) covers; a search for part of it has stars."""
        fits = _matcher(pattern)
        return frozenset(no for no, text in decision_log.notes(self._store).items() if fits(text))

    def dated(self, kind: str, low: str, high: str) -> frozenset[ItemNo]:
        """Items with a date at or after ``low`` and before ``high`` (ISO days or hours in UTC, "" where open).

        ``kind`` is "" for any date, else the item's ``date_kind`` (sent, modified). Items without a date never fit.
        """
        bounds = (_seconds(low, -(1 << 62)), _seconds(high, 1 << 62))
        only, values = ("AND date_kind IN (?, ?)", (kind, f"{kind}-doubtful")) if kind else ("", ())
        return self._nos(f"SELECT n FROM item WHERE date>=? AND date<? {only}", (*bounds, *values))

    def decided(self, low: str, high: str, reviewer: str) -> frozenset[ItemNo]:
        """Items with a decision that counts, at or after ``low`` and before ``high``, by a reviewer who fits."""
        # Times are ISO 8601 in UTC, and so are the bounds: "A" comes after every digit.
        sql = f"{_DECIDED} AND time>=? AND time<?"
        return self._with_values("SELECT DISTINCT reviewer FROM decision", reviewer, sql, (low, high or "A"))

    def sized(self, low: int, high: int | None) -> frozenset[ItemNo]:
        """Items of at least ``low`` and, unless None, less than ``high`` bytes."""
        return self._nos("SELECT n FROM item WHERE size>=? AND size<?", (low, 1 << 62 if high is None else high))

    def state(self, state: str) -> frozenset[ItemNo]:
        """Items in one of the states that ``is:`` may ask."""
        if derived := self._store.derived_states.get(state):
            path = derived_files.path_of(self._store, derived.file)
            key = state, derived_files.version(path), derived_files.made(self._store, derived.file)
            return self._cache.answer(key, lambda: derived.items(self._store))
        if state == "untagged":
            return self._cache.answer((state,), lambda: frozenset(self._cache.items() - self.state("tagged")))
        return decision_log.disputed(self._store) if state == "disputed" else self._nos(_STATES[state])

    def having(self, holding: str) -> frozenset[ItemNo]:
        """Items that have what ``has:`` may ask."""
        return frozenset(decision_log.notes(self._store)) if holding == "note" else self._nos(_HOLDINGS[holding])

    def identified(self, name: str, beginning: str) -> frozenset[ItemNo]:
        """Items by the beginning of an id or a hash (hex in lower case, 4 or more digits).

        ``name`` is id; family (the items whose family holds an item of that id); thread (the same for conversations,
        with what was inferred); or hash (sha256, digest or EDRM MIH).
        """
        ends = (beginning, beginning + "g")
        if name == "hash":
            columns = ("sha256", "digest", "mih")
            sql = " OR ".join(f"({c}>=? AND {c}<?)" for c in columns)
            return self._nos(f"SELECT n FROM item WHERE {sql}", ends * 3)
        found = "SELECT {0} FROM item WHERE id>=? AND id<?"
        if name == "id":
            return self._nos(found.format("n"), ends)
        if name == "family":
            return self._nos(f"SELECT n FROM item WHERE family IN ({found.format(name)})", ends)
        own = "SELECT {0} FROM item WHERE id>=?1 AND id<?2"
        whole = WHOLE.format(own.format("thread"))
        sql = f"SELECT n FROM item WHERE thread<>'' AND thread IN ({whole}) UNION {own.format('n')}"
        return self._nos(sql, ends)


def _seconds(bound: str, default: int) -> int:
    return int(datetime.fromisoformat(bound).replace(tzinfo=UTC).timestamp()) if bound else default


def askable(value: str) -> bool:
    """Return whether a query can ask for exactly this value."""
    return not _ODD.search(value) and bool(_typed(value))


def _typed(value: str) -> str:
    """Return a value as a query can hold it, letter case aside: no runs of blanks, invisible signs or curly quotes."""
    if not value.isascii() or not value.isprintable():
        value = "".join(c for c in value.translate(_PLAIN) if c.isprintable() or (c.isspace() and c != "\x1f"))
    return " ".join(normalize("NFC", value).casefold().split())


def _matcher(pattern: str) -> Callable[[str], bool]:
    """Return a test for a whole value: letter case aside, ``*`` any run of characters, ``?`` any one."""
    folded = _typed(pattern)
    plain = folded.strip("*")
    if folded == f"*{plain}*" and not re.search("[*?]", plain):
        return lambda value: plain in _typed(value)
    if folded == f"*{plain}" and not re.search("[*?]", plain):
        return lambda value: _typed(value).endswith(plain)
    wild = "".join({"*": ".*", "?": "."}.get(c, re.escape(c)) for c in folded)
    test = re.compile(wild, re.DOTALL).fullmatch
    return lambda value: test(_typed(value)) is not None
