"""Distances whose sides stand for very many words, decided on all places of these words at once.

It serves where one MATCH string would grow too long. Places are arrays of ``read.key`` numbers, ascending. The side
that stands at fewer places is read first, and of the other one only what is near it. Where there are too many places
for the memory, a part of the items is decided after the other.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple, TypeAlias

import apsw

from triage.arrays import are_among, distinct
from triage.model.items import FIELDS, ItemNo
from triage.search.comparison import ITEM_BITS, OFFSET_BITS
from triage.search.engine import Deadline
from triage.search.engines.fts5.match import MARKS, tokens
from triage.search.engines.fts5.read import (
    IN_FIELDS,
    IN_ITEMS,
    OF_WORDS,
    PLACES_TABLE,
    Halves,
    IndexCache,
    ItemRange,
    placed,
    some_words,
)
from triage.search.proximity.at_once import Joiner, Numbers, Stretches, TooManyAtOnce, either
from triage.search.proximity.exact import Plan, met, most_words, width
from triage.search.query.tree import Leaf, Near, Node, Or, Phrase, Prefix, Word, Words, searched_fields
from triage.store.db import listed

_FIRST = ("body", *(field for field in FIELDS if field != "body"))
_COLUMN = "CASE col " + " ".join(f"WHEN '{field}' THEN {FIELDS.index(field)}" for field in _FIRST) + " END"
PLACE = f"(doc << {ITEM_BITS}) + (({_COLUMN}) << {OFFSET_BITS}) + offset"
_COUNTS = "SELECT term, cnt FROM temp.search_words WHERE term IN (SELECT value FROM json_each(?))"
_A_STATEMENT = 500_000
"""Places that a statement is to return, as text of 9 MB."""
_OF_A_WORD = 6_000_000
"""Places of one word that a statement is to return: for a part of the items SQLite goes through the places of all."""
_MOST_OF_A_LEAF = 10_000_000
"""Places that are read of one leaf, 80 MB."""
_MOST_READ = 20_000_000
"""Places that are in memory for the items that are decided at once, 160 MB."""
_FEW = 0.05
"""Share of the items up to which they are named to SQLite, rather than reading the places in all."""


Single: TypeAlias = Word | Words | Prefix
"""A leaf that stands for one word of a text at a time."""

Located = Callable[[Leaf, ItemRange], "Numbers"]
"""Returns where a phrase begins in some items, however often it stands there; slow where that is in many items."""


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
        self._all = ItemRange(0, halves.last)
        self._counted: dict[Single, dict[str, int]] = {}
        self._read = 0  # places that are in memory for the items that are being decided

    def search(self, node: Near, plan: Plan) -> set[ItemNo]:
        """Return the items in which a ``normal`` distance is met. Raises EngineRefusal where the time is up."""
        return self._decided(node, plan, self._all)

    def _decided(self, node: Near, plan: Plan, span: ItemRange) -> set[ItemNo]:
        self._clock.check()
        self._read = 0
        try:
            joiner = Joiner(node, plan.apart, self._clock.check)
            lefts, rights = self._sides(node, plan.apart, span, None)
            found = (each.firsts for each in joiner.far(lefts, rights)) if node.negated else joiner.near(lefts, rights)
            return {ItemNo(no) for places in found for no in distinct(places >> ITEM_BITS).tolist()}
        except TooManyAtOnce as many:
            if span.size > 1:
                return set().union(*[self._decided(node, plan, part) for part in span.parts(many.parts)])
            places = (self._places(leaf, span, None).tolist() for leaf in plan.leaves)
            return met(node, plan, list(map(placed, places)), self._clock)

    def _stretches(self, node: Node, apart: bool, span: ItemRange, around: _Surroundings | None) -> list[Stretches]:
        """Return where a side of a distance stands in some items, at least ``around`` what is needed."""
        match node:
            case Near():
                joiner = Joiner(node, apart, self._clock.check)
                sides = self._sides(node, apart, span, around)
                return joiner.far(*sides) if node.negated else joiner.joined(*sides)
            case Or(parts=parts):
                return either(chain.from_iterable(self._stretches(part, apart, span, around) for part in parts))
            case Word() | Words() | Prefix() | Phrase():
                return [Stretches([self._places(node, span, around)], [width(node)])]
            case _:
                raise TypeError(f"{node} can't be a side of a distance")

    def _sides(
        self, node: Near, apart: bool, span: ItemRange, around: _Surroundings | None
    ) -> tuple[list[Stretches], list[Stretches]]:
        """Return the stretches of both sides; of the one that stands at more places only those near the other."""
        reach = most_words(node.left) + most_words(node.right) + node.distance
        if around is not None:
            around.strict = True
        if node.negated or self._extent(node.left) <= self._extent(node.right):
            lefts = self._stretches(node.left, apart, span, around)
            return lefts, self._stretches(node.right, apart, span, self._surroundings(lefts, reach))
        rights = self._stretches(node.right, apart, span, around)
        return self._stretches(node.left, apart, span, self._surroundings(rights, reach)), rights

    def _surroundings(self, needed: list[Stretches], reach: int) -> _Surroundings:
        return _Surroundings(needed, reach, int(self._all.size * _FEW))

    def _extent(self, node: Node) -> int:
        """Return at about how many places a node may stand."""
        match node:
            case Near(left=left, right=right, negated=negated):
                return self._extent(left) if negated else min(self._extent(left), self._extent(right))
            case Or(parts=parts):
                return sum(map(self._extent, parts))
            case Phrase(parts=parts):
                return min(map(self._extent, parts))
            case Word() | Words() | Prefix():
                return self._count(node)
            case _:
                return 0

    def _count(self, leaf: Single) -> int:
        """Return at how many places a leaf's words stand in any field."""
        kept = self._kept.places.kept((leaf, self._all))
        return sum(self._frequencies(leaf).values()) if kept is None else len(kept)

    def _frequencies(self, leaf: Single) -> dict[str, int]:
        """Return the words that a leaf stands for, as the index has them, with the number of their places."""
        if leaf not in self._counted:
            self._counted[leaf] = dict(self._db.execute(_COUNTS, (json.dumps(self._words(leaf)),)))
        return self._counted[leaf]

    def _words(self, leaf: Single) -> Sequence[str]:
        if not isinstance(leaf, Prefix):
            return tokens(leaf)
        by_names = {field in MARKS for field in searched_fields(leaf)}
        found = chain.from_iterable(some_words(self._db, leaf.stem, by_name) for by_name in by_names)
        return tokens(Words(tuple(dict.fromkeys(word for word, _ in found)), leaf.fields))

    def _places(self, leaf: Leaf, span: ItemRange, around: _Surroundings | None) -> Numbers:
        """Return where a leaf begins in some items, at least ``around`` what is needed."""
        kept = self._kept.places.kept((leaf, self._all))
        if kept is not None:
            places = span.of(kept)
            return around.among(places) if around is not None and around.strict else places
        if around is not None and isinstance(leaf, Single) and self._drops_others(leaf, around):
            places = self._of_words(leaf, span, around)
        else:
            if around is None:
                self._limit(self._extent(leaf) * span.size / self._all.size / _MOST_OF_A_LEAF, span)
            places = self._kept.places.get((leaf, span), lambda: self._all_places(leaf, span))
            if around is not None and (around.strict or self._read + len(places) > _MOST_READ):
                places = around.among(places)
        self._read += len(places)
        self._limit(self._read / _MOST_READ, span)
        return places

    def _drops_others(self, leaf: Single, around: _Surroundings) -> bool:
        """Whether places that are far from what is needed are dropped as they are read."""
        return around.items is not None or self._count(leaf) > _MOST_OF_A_LEAF

    def _limit(self, share: float, span: ItemRange) -> None:
        """Raise TooManyAtOnce where places take more than the whole of the room that there is for them."""
        if share > 1 and span.size > 1:
            raise TooManyAtOnce(int(share) + 1)

    def _all_places(self, leaf: Leaf, span: ItemRange) -> Numbers:
        if isinstance(leaf, Single):
            return self._of_words(leaf, span, None)
        places = self._located(leaf, span)
        places.sort()
        return places

    def _of_words(self, leaf: Single, span: ItemRange, around: _Surroundings | None) -> Numbers:
        """Return the places of any of the words in one of the fields, all or those ``around`` what is needed.

        Both connections read half of them.
        """
        import numpy as np

        counted = list(self._frequencies(leaf).items())
        share = span.size / self._all.size
        if around is not None and around.items is not None:
            if not around.items:
                return np.empty(0, np.int64)
            share = min(share, len(around.items) / self._all.size)

        def read(some: Sequence[tuple[str, int]], among: ItemRange) -> Callable[[apsw.Connection], list[Numbers]]:
            scope = _Scope(leaf.fields, around, self._clock.check)
            return lambda db: [scope.read(db, *each) for each in _statements(some, among, share)]

        if len(counted) == 1 and span.size > 1:
            first, second = (read(counted, part) for part in span.parts(2))
        else:
            first, second = read(counted[::2], span), read(counted[1::2], span)
        both = self._halves.both(first, second, self._clock)
        some, more = both or (read(counted, span)(self._db), [])
        places = np.concatenate([np.empty(0, np.int64), *some, *more])
        places.sort()
        return places


class _Scope(NamedTuple):
    """Which places of words are wanted: in which fields, () for all, and around what. ``check`` looks at the clock."""

    fields: tuple[str, ...]
    around: _Surroundings | None
    check: Callable[[], None]

    def read(self, db: apsw.Connection, words: list[str], span: ItemRange) -> Numbers:
        """Return the places of words in some items, in any order."""
        import numpy as np

        self.check()
        db.execute(PLACES_TABLE)
        where, bound = f"{OF_WORDS} AND doc BETWEEN ? AND ?", [json.dumps(words), *span]
        if self.fields:
            where += IN_FIELDS
            bound.append(json.dumps(self.fields))
        if self.around is not None and self.around.items is not None:
            where += IN_ITEMS
            bound.append(listed(self.around.items))
        try:
            joined = db.execute(f"SELECT group_concat({PLACE}) {where}", tuple(bound)).get
            places = np.fromstring(joined or "", np.int64, sep=",")
        except apsw.TooBigError:
            places = np.fromiter(chain.from_iterable(db.execute(f"SELECT {PLACE} {where}", tuple(bound))), np.int64)
        return places if self.around is None else self.around.among(places)


def _statements(
    counted: Iterable[tuple[str, int]], span: ItemRange, share: float
) -> Iterator[tuple[list[str], ItemRange]]:
    """Yield for each statement the words whose places it is to return, and in which items."""
    some: list[str] = []
    size = 0.0
    for word, count in counted:
        if count * share > _A_STATEMENT:
            yield from (([word], part) for part in span.parts(int(count * share / _OF_A_WORD) + 1))
            continue
        size += count * share
        if some and size > _A_STATEMENT:
            yield some, span
            some, size = [], count * share
        some.append(word)
    if some:
        yield some, span


class _Surroundings:
    """The surroundings of stretches that are needed, ``reach`` places to both sides of where each begins.

    ``few``: most items that are named. ``strict``: all else is to be dropped, even where it needn't be read.
    """

    def __init__(self, needed: Iterable[Stretches], reach: int, few: int) -> None:
        self._needed, self._reach, self._few = needed, reach, few
        self._shift = reach.bit_length() + 2
        self.strict = False

    @cached_property
    def _blocks(self) -> Numbers:
        import numpy as np

        firsts = np.concatenate([np.empty(0, np.int64), *(some.firsts for some in self._needed)])
        return distinct(np.concatenate([firsts - self._reach, firsts + self._reach]) >> self._shift)

    @cached_property
    def items(self) -> list[int] | None:
        """The items that they are in, None where these are too many to be named."""
        items = distinct(self._blocks >> (ITEM_BITS - self._shift))
        return items.tolist() if len(items) <= self._few else None

    def among(self, places: Numbers) -> Numbers:
        """Return those of the places that are within reach of a needed one."""
        return places[are_among(places >> self._shift, self._blocks)]
