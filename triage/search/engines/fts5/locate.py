"""Where leaves of a query stand, by the positions that the FTS5 index keeps. Decides nothing of what a query finds."""

from __future__ import annotations

import json
from collections.abc import Iterator, Set
from dataclasses import replace
from itertools import chain

import apsw

from triage.model.items import FIELDS, ItemNo
from triage.search.engines.fts5.match import match_strings
from triage.search.proximity.exact import Places, following
from triage.search.query.tree import Leaf, Phrase, Word, Words
from triage.store.id_sets import listed

_PLACES = "SELECT rowid, search_placed(search_fts) FROM search_fts WHERE search_fts MATCH ?"
_AMONG = " AND +rowid IN (SELECT value FROM json_each(?))"
_COUNTS = "SELECT rowid, search_counted(search_fts) FROM search_fts WHERE search_fts MATCH ?"
_WORDS = "FROM temp.search_places WHERE term IN (SELECT value FROM json_each(?))"
_FIELDS = " AND col IN (SELECT value FROM json_each(?))"
_ITEMS = " AND doc IN (SELECT value FROM json_each(?))"
_FEW = 5_000
"""Most items that are worth naming to SQLite rather than reading the rows of all."""


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
            return following([self.places(replace(part, fields=leaf.fields), within) for part in leaf.parts])
        found: Places = {}
        for string in strings or ():
            for no, placed in self._placed(string, within):
                for column, offsets in json.loads(placed):
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
            sql, bindings = sql + _ITEMS, (*bindings, listed(within))
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
    words = json.dumps(leaf.words if isinstance(leaf, Words) else [leaf.word])
    return (_WORDS + _FIELDS, (words, json.dumps(leaf.fields))) if leaf.fields else (_WORDS, (words,))
