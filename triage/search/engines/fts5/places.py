"""Positions that FTS5 gives: where leaves stand, and distances decided on each candidate row.

What a phrase says is found by MATCH, with its positions; of what words say, every occurrence is read.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Set
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

import apsw

from triage.model.items import FIELDS, ItemNo
from triage.search.distances import Places, Plan, following
from triage.search.engine import Deadline, key
from triage.search.engines.fts5.bulk import BulkReader
from triage.search.engines.fts5.match import CandidateFilter, alternatives, match_strings, scoped, tokens
from triage.search.engines.fts5.read import IN_FIELDS, IN_ITEMS, OF_WORDS, Halves, IndexCache, ItemRange, items
from triage.search.query.tree import Leaf, Near, Phrase, Word, Words, searched_fields
from triage.store.db import listed

if TYPE_CHECKING:
    from triage.search.engines.fts5.bulk import Numbers

_VERIFIED = "AND search_near(search_fts)"
_LOCATE = "SELECT search_locate(search_fts) FROM search_fts WHERE search_fts MATCH ? AND rowid BETWEEN ? AND ?"
_PLACES = "SELECT rowid, search_placed(search_fts) FROM search_fts WHERE search_fts MATCH ?"
_AMONG = " AND +rowid IN (SELECT value FROM json_each(?))"
_COUNTS = "SELECT rowid, search_counted(search_fts) FROM search_fts WHERE search_fts MATCH ?"
_FEW = 5_000
"""Most items that are worth naming to SQLite rather than reading the rows of all."""


class _Located(NamedTuple):
    """Places as FTS5 gives them: in each column of a row so many offsets."""

    starts: list[int]
    counts: list[int]
    offsets: list[int]

    def places(self) -> Numbers:
        import numpy as np

        starts = np.repeat(np.array(self.starts, np.int64), np.array(self.counts, np.int64))
        return starts + np.array(self.offsets, np.int64)


class PlaceReader:
    """Reads over one connection where leaves stand.

    FTS5 goes on calling the functions that a statement was prepared with: they are registered once for a connection.
    """

    def __init__(self, db: apsw.Connection, halves: Halves) -> None:
        self._db = db
        self._halves = halves
        self._located = _Located([], [], [])
        self._holds: Callable[[apsw.FTS5ExtensionApi], bool] = lambda row: False
        db.register_fts5_function("search_locate", self._locate)
        db.register_fts5_function("search_near", lambda row, *_: self._holds(row))

    def verified(self, candidates: CandidateFilter, clock: Deadline) -> set[ItemNo]:
        """Return those items of a filter in which the distance is met in one of the columns."""
        if not candidates.match:
            return set()
        if candidates.certain:
            return self._halves.items(candidates.match, clock)
        self._holds = candidates.holds
        return items(self._db, candidates.match, _VERIFIED)

    def search(self, node: Near, plan: Plan, clock: Deadline, kept: IndexCache) -> set[ItemNo]:
        """Return the items in which a ``normal`` distance of very many words is met."""
        return BulkReader(self._db, self._halves, self._located_places, kept, clock).search(node, plan)

    def _located_places(self, leaf: Leaf, span: ItemRange) -> Numbers:
        """Return where a phrase begins in some items, in any order."""
        return self.beginning(scoped(" OR ".join(alternatives(leaf)), leaf.fields), span)

    def beginning(self, match: str, span: ItemRange) -> Numbers:
        """Return where the phrases of a MATCH string begin in some items, in any order."""
        located = self._located = _Located([], [], [])
        self._db.execute(_LOCATE, (match, *span)).fetchall()
        self._located = _Located([], [], [])
        return located.places()

    def _locate(self, api: apsw.FTS5ExtensionApi, *_: apsw.SQLiteValue) -> None:
        """Note where the phrase stands in the row that FTS5 is at, in each of the forms that fields mark it with."""
        row, located = key(api.rowid, 0), self._located
        for number in range(api.phrase_count):
            for column in api.phrase_columns(number):
                offsets = api.phrase_column_offsets(number, column)
                located.starts.append(row + key(0, column))
                located.counts.append(len(offsets))
                located.offsets.extend(offsets)


class Fts5Locator:
    """Positions from the FTS5 table; single words are read from its instance vocabulary, phrases by MATCH."""

    def __init__(self, db: apsw.Connection) -> None:
        self._db = db
        db.register_fts5_function("search_placed", _placed)
        db.register_fts5_function("search_counted", _counted)

    def places(self, leaf: Leaf, within: Set[ItemNo]) -> Places:
        """Return where a leaf begins in these items."""
        if isinstance(leaf, Word | Words):
            return self._instances(leaf, within)
        strings = match_strings(leaf)
        if strings is None and isinstance(leaf, Phrase):
            return following([self.places(replace(part, fields=searched_fields(leaf)), within) for part in leaf.parts])
        found: Places = {}
        for string in strings or ():
            for no, columns in self._placed(string, within):
                for column, offsets in json.loads(columns):
                    found[no, FIELDS[column]] = sorted({*found.get((no, FIELDS[column]), ()), *offsets})
        return found

    def count(self, leaf: Leaf, within: Set[ItemNo]) -> int:
        """Return at how many places a leaf stands in these items."""
        if isinstance(leaf, Word | Words):
            sql, bindings = _asked(leaf)
            rows = self._db.execute(f"SELECT doc, count(*) {sql} GROUP BY doc", bindings)
            return sum(count for no, count in rows if no in within)
        strings = match_strings(leaf)
        if strings is None:
            return sum(map(len, self.places(leaf, within).values()))
        found = chain.from_iterable(self._db.execute(_COUNTS, (string,)) for string in strings)
        return sum(count for no, count in found if no in within)

    def _instances(self, leaf: Word | Words, within: Set[ItemNo]) -> Places:
        found: Places = {}
        sql, bindings = _asked(leaf)
        if len(within) <= _FEW:
            sql, bindings = sql + IN_ITEMS, (*bindings, listed(within))
        for no, field, offset in self._db.execute(f"SELECT doc, col, offset {sql}", bindings):
            if no in within:
                found.setdefault((no, field), []).append(offset)
        for offsets in found.values():
            offsets.sort()
        return found

    def _placed(self, string: str, within: Set[ItemNo]) -> Iterator[tuple[ItemNo, str]]:
        among, items = (_AMONG, (listed(within),)) if len(within) <= _FEW else ("", ())
        return (row for row in self._db.execute(_PLACES + among, (string, *items)) if row[0] in within)


# These keep no state: FTS5 goes on calling the function that a statement was prepared with.


def _placed(api: apsw.FTS5ExtensionApi, *_: apsw.SQLiteValue) -> str:
    """Return where the phrases stand in the row that FTS5 is at: columns with their offsets, as JSON."""
    by_phrase = [api.phrase_locations(number) for number in range(api.phrase_count)]
    columns = enumerate(zip(*by_phrase, strict=True))
    return json.dumps([(column, list(chain(*offsets))) for column, offsets in columns if any(offsets)])


def _counted(api: apsw.FTS5ExtensionApi, *_: apsw.SQLiteValue) -> int:
    return api.inst_count


def _asked(leaf: Word | Words) -> tuple[str, tuple[str, ...]]:
    words = json.dumps(tokens(leaf))
    return (OF_WORDS + IN_FIELDS, (words, json.dumps(leaf.fields))) if leaf.fields else (OF_WORDS, (words,))
