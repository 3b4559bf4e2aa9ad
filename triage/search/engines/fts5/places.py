"""Positions that FTS5 gives: where leaves stand, and distances decided on each candidate row or side leaf by leaf.

The latter serves where one MATCH string would grow too long. What a phrase says is found by MATCH, with its positions;
of what words say, every occurrence is read. Places that are near nothing that must stand there are dropped at once.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import replace
from itertools import chain, count

import apsw

from triage.model.items import FIELDS, ItemNo
from triage.search.engine import Deadline
from triage.search.engines.fts5.halves import Halves
from triage.search.engines.fts5.match import CandidateFilter, alternatives, match_strings, scoped, tokens
from triage.search.engines.fts5.read import ITEM_BITS, IndexCache, items, key, keys, placed
from triage.search.proximity.exact import Places, Plan, following, met, most_words
from triage.search.query.tree import Leaf, Near, Node, Or, Phrase, Word, Words, searched_fields
from triage.store.db import listed

_VERIFIED = "AND search_near(search_fts)"
_LOCATE = "SELECT search_locate(search_fts) FROM search_fts WHERE search_fts MATCH ?"

_PIECE = 500_000
"""Places that are decided at once, in about a tenth of a second."""

_FEW_ITEMS = 2_000
"""Most items that are named to SQLite, rather than reading the places in all."""


_PLACES = "SELECT rowid, search_placed(search_fts) FROM search_fts WHERE search_fts MATCH ?"
_AMONG = " AND +rowid IN (SELECT value FROM json_each(?))"
_COUNTS = "SELECT rowid, search_counted(search_fts) FROM search_fts WHERE search_fts MATCH ?"
_WORDS = "FROM temp.search_places WHERE term IN (SELECT value FROM json_each(?))"
_FIELDS = " AND col IN (SELECT value FROM json_each(?))"
_ITEMS = " AND doc IN (SELECT value FROM json_each(?))"
_FEW = 5_000
"""Most items that are worth naming to SQLite rather than reading the rows of all."""


class PlaceReader:
    """Reads over one connection where leaves stand.

    FTS5 goes on calling the functions that a statement was prepared with: they are registered once for a connection.
    """

    def __init__(self, db: apsw.Connection, halves: Halves) -> None:
        self._db = db
        self._halves = halves
        self._located: list[int] = []
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
        """Return the items in which a ``normal`` distance is met; the leaves of its shorter side are read first."""
        pair = plan.pair
        if pair is not None and pair.direct:
            one, two = (self._keys(leaf, kept, clock) for leaf in plan.leaves)
            return set(map(ItemNo, pair.directly(one, two, ITEM_BITS)))
        if pair is not None and pair.at_once:
            left, right = ([plan.leaves[index] for index in side] for side in (pair.lefts, pair.rights))
            found: set[ItemNo] = set()
            for lefts, rights in _pieces(self._side(left, kept, clock), self._side(right, kept, clock)):
                clock.check()
                found.update(map(ItemNo, pair.met(lefts, rights, ITEM_BITS)))
            return found
        first = _needed(node, count(), plan.leaves)
        places: dict[int, Sequence[int]] = {index: self._keys(plan.leaves[index], kept, clock) for index in first}
        near = _Near(places.values(), _reach(node))
        for index in set(range(len(plan.leaves))) - first:
            clock.check()
            places[index] = near.among(self._keys(plan.leaves[index], kept, clock, near.items))
        clock.check()
        return met(node, plan, [placed(places[index]) for index in range(len(plan.leaves))], clock)

    def _side(self, leaves: list[Leaf], kept: IndexCache, clock: Deadline) -> Sequence[int]:
        """Return where a side of a pair begins, ascending."""
        places = [self._keys(leaf, kept, clock) for leaf in leaves]
        return places[0] if len(places) == 1 else sorted(chain.from_iterable(places))

    def _keys(self, leaf: Leaf, kept: IndexCache, clock: Deadline, within: set[int] | None = None) -> Sequence[int]:
        """Return where a leaf begins, at least in the items given, ascending."""
        if isinstance(leaf, Words):
            if within is not None:
                return keys(self._db, leaf, clock, within)
            return kept.places.get(leaf, lambda: keys(self._db, leaf, clock))
        located: list[int] = []
        self._located = located
        match = scoped(" OR ".join(alternatives(leaf)), leaf.fields)
        self._db.execute(_LOCATE, (match,)).fetchall()
        self._located = []
        located.sort()  # columns of a row come in any order
        return located

    def _locate(self, api: apsw.FTS5ExtensionApi, *_: apsw.SQLiteValue) -> None:
        """Note where the phrase stands in the row that FTS5 is at."""
        row, located, offsets = key(api.rowid, 0), self._located, api.phrase_column_offsets
        for column in api.phrase_columns(0):
            start = row + key(0, column)
            located += [start + offset for offset in offsets(0, column)]


def _pieces(lefts: Sequence[int], rights: Sequence[int]) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    """Cut two ascending lists of places into pieces of whole items, each quick to decide."""
    longer = max(lefts, rights, key=len)
    cuts = [longer[at] >> ITEM_BITS << ITEM_BITS for at in range(_PIECE, len(longer), _PIECE)]
    left = right = 0
    for cut in cuts:
        to_left, to_right = bisect_left(lefts, cut), bisect_left(rights, cut)
        yield lefts[left:to_left], rights[right:to_right]
        left, right = to_left, to_right
    yield lefts[left:], rights[right:]


class _Near:
    """The surroundings of places that are needed."""

    def __init__(self, places: Iterable[Sequence[int]], reach: int) -> None:
        self._shift = shift = reach.bit_length() + 2
        found = list(chain.from_iterable(places))
        self._stretches = {place - reach >> shift for place in found} | {place + reach >> shift for place in found}
        items = {stretch >> (ITEM_BITS - shift) for stretch in self._stretches}
        self.items = items if len(items) <= _FEW_ITEMS else None

    def among(self, places: Sequence[int]) -> list[int]:
        """Return those of the places that are within reach of a needed one."""
        shift, stretches = self._shift, self._stretches
        return [place for place in places if place >> shift in stretches]


def _needed(node: Node, indexes: Iterator[int], leaves: list[Leaf]) -> set[int]:
    """Return the leaves, by index, one of which takes part whenever the node is met; of two choices the shorter."""
    match node:
        case Near(left=left, right=right, negated=negated):
            one, two = _needed(left, indexes, leaves), _needed(right, indexes, leaves)
            return one if negated or _extent(one, leaves) <= _extent(two, leaves) else two
        case Or(parts=parts):
            return set().union(*[_needed(part, indexes, leaves) for part in parts])
        case _:
            return {next(indexes)}


def _extent(indexes: set[int], leaves: list[Leaf]) -> int:
    """Return a rough measure of how much there is to read."""
    return sum(len(leaf.words) if isinstance(leaf, Words) else 1 for leaf in (leaves[index] for index in indexes))


def _reach(node: Node) -> int:
    """Return how many words lie at most between any two places that decide together."""
    match node:
        case Near(left=left, right=right):
            return _reach(left) + _reach(right) + node.distance
        case Or(parts=parts):
            return max(map(_reach, parts))
        case _:
            return most_words(node)


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
    words = json.dumps(tokens(leaf))
    return (_WORDS + _FIELDS, (words, json.dumps(leaf.fields))) if leaf.fields else (_WORDS, (words,))
