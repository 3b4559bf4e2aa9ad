"""Distances whose sides stand for very many words, decided on all places of these words at once.

It serves where one MATCH string would grow too long. Places are arrays of ``read.key`` numbers, ascending. Those that
are near nothing that must stand there are dropped early. numpy is imported where it is used: that takes some hundredths
of a second, which other searches are spared.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, count, product

import apsw

from triage.arrays import are_among, distinct
from triage.errors import EngineRefusal
from triage.model.items import FIELDS, ItemNo
from triage.search.engine import Deadline
from triage.search.engines.fts5.halves import Halves
from triage.search.engines.fts5.match import MARKS, tokens
from triage.search.engines.fts5.read import ITEM_BITS, OFFSET_BITS, PLACES_TABLE, IndexCache, placed, some_words
from triage.search.proximity.at_once import Numbers, items_met
from triage.search.proximity.exact import Plan, flat, met, most_words, width
from triage.search.query.tree import Leaf, Near, Node, Or, Phrase, Prefix, Word, Words, searched_fields

_FIRST = ("body", *(field for field in FIELDS if field != "body"))
_COLUMN = "CASE col " + " ".join(f"WHEN '{field}' THEN {FIELDS.index(field)}" for field in _FIRST) + " END"
_KEY = f"(doc << {ITEM_BITS}) + (({_COLUMN}) << {OFFSET_BITS}) + offset"
_PLACES = "FROM temp.search_places WHERE term IN (SELECT value FROM json_each(?))"
_COUNT = "SELECT ifnull(sum(cnt), 0) FROM temp.search_words WHERE term IN (SELECT value FROM json_each(?))"
_FIRST_WORDS, _WORDS_AT_ONCE = 50, 1000
"""Words that are asked for in the first statement, and at most in a later one: the most frequent words come first."""
_MOST_READ = 10_000_000
"""Places that are read for one side of a distance, 80 MB."""
_PIECE = 500_000
"""Places that are decided between two looks at the clock, in about a hundredth of a second."""
_FEW_ITEMS = 2_000
"""Most items that are named to SQLite, rather than reading the places in all."""

Located = Callable[[Leaf], list[int]]
"""Returns where a leaf begins, however often it stands there; slow where that is in many items."""


class BulkReader:
    """Decides distances for one search."""

    def __init__(
        self, db: apsw.Connection, halves: Halves, located: Located, kept: IndexCache, clock: Deadline
    ) -> None:
        self._db = db
        self._halves = halves
        self._located = located
        self._kept = kept
        self._clock = clock

    def search(self, node: Near, plan: Plan) -> set[ItemNo]:
        """Return the items in which a ``normal`` distance is met; the leaves of its shorter side are read first."""
        pair = plan.pair
        if pair is None and len(choices := list(_choices(node))) > 1:
            return set().union(*[self.search(choice, Plan(choice, self._clock)) for choice in choices])
        if pair is not None and pair.at_once:
            lefts, rights = (self._side([plan.leaves[index] for index in side]) for side in (pair.lefts, pair.rights))
            item_nos: set[ItemNo] = set()
            for some in _pieces(lefts, rights):
                self._clock.check()
                item_nos.update(map(ItemNo, items_met(pair, *some, ITEM_BITS)))
            return item_nos
        first = _needed(node, count(), plan.leaves)
        places = {index: self._places(plan.leaves[index]) for index in first}
        near = _Near(places.values(), _reach(node))
        for index in set(range(len(plan.leaves))) - first:
            self._clock.check()
            places[index] = near.among(self._places(plan.leaves[index], near.items))
        _drop_far(node, count(), places, self._clock)
        return met(node, plan, [placed(places[index].tolist()) for index in range(len(plan.leaves))], self._clock)

    def _side(self, leaves: list[Leaf]) -> Numbers:
        """Return where a side of a pair begins."""
        import numpy as np

        places = [self._places(leaf) for leaf in leaves]
        return places[0] if len(places) == 1 else distinct(np.concatenate(places))

    def _places(self, leaf: Leaf, within: set[int] | None = None) -> Numbers:
        """Return where a leaf begins, at least in the items given."""
        if within is not None and not isinstance(leaf, Phrase):
            return self._of_words(self._words(leaf), within)
        return self._kept.places.get(leaf, lambda: self._all_places(leaf))

    def _all_places(self, leaf: Leaf) -> Numbers:
        import numpy as np

        words = None if isinstance(leaf, Phrase) else self._words(leaf)
        if words is not None and (words is leaf or self._count(words) <= _MOST_READ):
            return self._of_words(words)
        places = np.array(self._located(leaf), np.int64)
        places.sort()
        return places

    def _words(self, leaf: Leaf) -> Words:
        """Return the words that a leaf of one word each stands for."""
        if isinstance(leaf, Words):
            return leaf
        if isinstance(leaf, Word):
            return Words((leaf.word,), leaf.fields)
        assert isinstance(leaf, Prefix)
        by_names = {field in MARKS for field in searched_fields(leaf)}
        known = (word for by_name in by_names for word, _ in some_words(self._db, leaf.stem, by_name))
        return Words(tuple(dict.fromkeys(known)), leaf.fields)

    def _count(self, words: Words) -> int:
        """Return at how many places words stand."""
        count: int = self._db.execute(_COUNT, (json.dumps(tokens(words)),)).get
        return count

    def _of_words(self, leaf: Words, within: Collection[int] | None = None) -> Numbers:
        """Return every place of any of the words in one of the fields; both connections read half of the words.

        ``within`` are the only items whose places are wanted, None for all. Raises EngineRefusal for more places than
        can be held, and where the time is up.
        """
        import numpy as np

        where, scope = _PLACES, []
        for column, values in (("col", leaf.fields or None), ("doc", within)):
            if values is not None:
                where += f" AND {column} IN (SELECT value FROM json_each(?))"
                scope.append(json.dumps(list(values)))
        words = tokens(leaf)

        def read(some: Sequence[str]) -> Callable[[apsw.Connection], list[Numbers]]:
            return lambda db: _read(db, where, some, scope, self._clock)

        both = self._halves.both(read(words[::2]), read(words[1::2]), self._clock)
        some, more = both or (read(words)(self._db), [])
        places = np.concatenate([np.empty(0, np.int64), *some, *more])
        _refuse_too_many(len(places))
        places.sort()
        return places


def _read(db: apsw.Connection, where: str, words: Sequence[str], scope: list[str], clock: Deadline) -> list[Numbers]:
    """Return the places of words, in any order."""
    db.execute(PLACES_TABLE)
    places: list[Numbers] = []
    at, size, count = 0, _FIRST_WORDS, 0
    while at < len(words):
        clock.check()
        places.append(_keys(db, where, (json.dumps(words[at : at + size]), *scope)))
        count += len(places[-1])
        _refuse_too_many(count)
        at, size = at + size, min(2 * size, _WORDS_AT_ONCE)
    return places


def _keys(db: apsw.Connection, where: str, bindings: tuple[str, ...]) -> Numbers:
    import numpy as np

    try:
        joined = db.execute(f"SELECT group_concat({_KEY}) {where}", bindings).get
    except apsw.TooBigError:
        return np.fromiter(chain.from_iterable(db.execute(f"SELECT {_KEY} {where}", bindings)), np.int64)
    return np.fromstring(joined or "", np.int64, sep=",")


def _refuse_too_many(places: int) -> None:
    if places > _MOST_READ:
        raise EngineRefusal("distance-too-many-places", most=_MOST_READ)


def _choices(node: Near) -> Iterator[Near]:
    """Yield simpler distances, at least one of which is met wherever this one is: one for each pair of alternatives."""
    if node.negated:
        return
    for left, right in product(_by_width(node.left), _by_width(node.right)):
        yield replace(node, left=left, right=right)


def _by_width(side: Node) -> list[Node]:
    """Return the alternatives of a side: each distance in it, and its leaves, those of one width together."""
    if not isinstance(side, Or):
        return [side]
    distances: list[Node] = []
    of_width: dict[int, list[Node]] = {}
    for part in chain.from_iterable(map(_by_width, side.parts)):
        leaves = flat(part)
        if leaves is None:
            distances.append(part)
        else:
            of_width.setdefault(width(leaves[0]), []).extend(leaves)
    return distances + [Or(tuple(some)) if len(some) > 1 else some[0] for some in of_width.values()]


def _pieces(lefts: Numbers, rights: Numbers) -> Iterator[tuple[Numbers, Numbers]]:
    """Yield the places of two sides in pieces of whole items, each quick to decide."""
    import numpy as np

    longer = max(lefts, rights, key=len)
    cuts = longer[_PIECE::_PIECE] >> ITEM_BITS << ITEM_BITS
    return zip(*(np.split(side, np.searchsorted(side, cuts)) for side in (lefts, rights)), strict=True)


class _Near:
    """The surroundings of places that are needed."""

    def __init__(self, places: Iterable[Numbers], reach: int) -> None:
        import numpy as np

        self._shift = shift = reach.bit_length() + 2
        needed = np.concatenate(list(places))
        self._stretches = distinct(np.concatenate([needed - reach, needed + reach]) >> shift)
        items = distinct(self._stretches >> (ITEM_BITS - shift))
        self.items = set(items.tolist()) if len(items) <= _FEW_ITEMS else None

    def among(self, places: Numbers) -> Numbers:
        """Return those of the places that are within reach of a needed one."""
        return places[are_among(places >> self._shift, self._stretches)]


def _drop_far(node: Node, indexes: Iterator[int], places: dict[int, Numbers], clock: Deadline) -> set[int]:
    """Drop places with nothing near that must be there; return the leaves, by index, that stretches are made of."""
    match node:
        case Near(left=left, right=right, negated=negated):
            one, two = (_drop_far(side, indexes, places, clock) for side in (left, right))
            fewer, more = sorted((one, two), key=lambda side: sum(len(places[index]) for index in side))
            for dropped, kept in ((two, one),) if negated else ((more, fewer), (fewer, more)):
                clock.check()
                near = _Near([places[index] for index in kept], _reach(node))
                places.update({index: near.among(places[index]) for index in dropped})
            return one if negated else one | two
        case Or(parts=parts):
            return set().union(*[_drop_far(part, indexes, places, clock) for part in parts])
        case _:
            return {next(indexes)}


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
