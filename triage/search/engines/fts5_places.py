"""Distances over very many words (search room): decided on where each side stands, read from FTS5 leaf by leaf.

It serves where one MATCH string would grow too long. What few phrases say is found by MATCH, with its positions; of
what many words say, every occurrence is read, in the items that are still in question.
"""

from __future__ import annotations

import json
from itertools import chain

import apsw

from triage.model import FIELDS, ItemNo
from triage.search.clock import Clock
from triage.search.engines.fts5_match import alternatives, scoped
from triage.search.places import Places, always_needed, met
from triage.search.proximity import Leaf, Plan
from triage.search.query import Near, Words

_LOCATE = "SELECT search_locate(search_fts) FROM search_fts WHERE search_fts MATCH ?"
_OCCURRENCES = """SELECT doc, col, group_concat(offset) FROM temp.search_places
WHERE term IN (SELECT value FROM json_each(?))"""
_IN_ITEMS = " AND doc IN (SELECT value FROM json_each(?))"
_BY_FIELD = " GROUP BY doc, col"
_MOST_PHRASES = 100


class PlaceReader:
    """Reads over one connection where leaves stand."""

    def __init__(self, db: apsw.Connection) -> None:
        self._db = db
        self._located: Places = {}
        db.register_fts5_function("search_locate", self._locate)

    def search(self, node: Near, plan: Plan, clock: Clock) -> set[ItemNo]:
        """Return the items in which a ``normal`` distance is met; leaves of few words are read first."""
        places: list[Places] = [{} for _ in plan.leaves]
        needed = always_needed(node)
        within: set[ItemNo] | None = None
        for index in sorted(range(len(places)), key=lambda index: _extent(plan.leaves[index])):
            clock.check()
            places[index] = self._places(plan.leaves[index], within)
            if index in needed:
                within = {no for no, _ in places[index]}
        return met(node, plan, places, clock)

    def _places(self, leaf: Leaf, within: set[ItemNo] | None) -> Places:
        """Return where a leaf begins, at least in the items given."""
        if isinstance(leaf, Words) and len(leaf.words) > _MOST_PHRASES:
            return self._many(leaf, within)
        return self._few(scoped(" OR ".join(alternatives(leaf) or ()), leaf.fields))

    def _few(self, match: str) -> Places:
        located: Places = {}
        self._located = located
        self._db.execute(_LOCATE, (match,)).fetchall()
        self._located = {}
        return located

    def _locate(self, api: apsw.FTS5ExtensionApi, *_: apsw.SQLiteValue) -> None:
        """Note where the phrases stand in the row that FTS5 is at."""
        rows = [api.phrase_locations(number) for number in range(api.phrase_count)]
        no = ItemNo(api.rowid)
        for field, offsets in zip(FIELDS, zip(*rows, strict=True), strict=True):
            if any(offsets):
                self._located[no, field] = offsets[0] if len(offsets) == 1 else sorted(set(chain(*offsets)))

    def _many(self, leaf: Words, within: set[ItemNo] | None) -> Places:
        """Return where any of the words stands, every occurrence read by itself."""
        sql, bindings = _OCCURRENCES, [json.dumps(leaf.words)]
        if within is not None:
            sql, bindings = sql + _IN_ITEMS, [*bindings, json.dumps(list(within))]
        return {
            (no, field): sorted(map(int, offsets.split(",")))
            for no, field, offsets in self._db.execute(sql + _BY_FIELD, bindings)
            if not leaf.fields or field in leaf.fields
        }


def _extent(leaf: Leaf) -> int:
    """Return a rough measure of how much there is to read for a leaf."""
    return len(leaf.words) if isinstance(leaf, Words) else 0
