"""Positions that FTS5 gives: where leaves stand, and distances decided on them.

What a phrase says is found by MATCH, with its positions; of what words say, every occurrence is read.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import replace
from functools import cached_property, reduce
from itertools import chain, product
from operator import or_
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import apsw

from triage.arrays import are_among, distinct
from triage.model.items import FIELDS, ItemNo
from triage.search.distances import Places, Plan, Where, following, met, most_words, width
from triage.search.engine import ITEM_BITS, OFFSET_BITS, Deadline, key
from triage.search.engines.fts5.match import MARKS, CandidateFilter, alternatives, match_strings, scoped, tokens
from triage.search.engines.fts5.read import (
    IN_FIELDS,
    IN_ITEMS,
    OF_WORDS,
    PLACES_TABLE,
    Halves,
    IndexCache,
    ItemRange,
    items,
    placed,
    some_words,
)
from triage.search.query.tree import Leaf, Near, Node, Or, Phrase, Prefix, Word, Words, searched_fields
from triage.store.records import listed

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Mask: TypeAlias = NDArray[np.bool_]


# Distances whose sides stand for very many words, decided on all places of these words at once, where one MATCH string
# would grow too long. The side that stands at fewer places is read first, and of the other one only what is near it.
# Where there are too many places for the memory, a part of the items is decided after the other.
#
# It decides as ``distances`` does for one field after the other. A place is a whole number whose lower bits tell the
# field and the position, so that places of two fields are never near. NumPy is imported where it is used: that takes
# some hundredths of a second, which other searches are spared.

Numbers: TypeAlias = "NDArray[np.int64]"

_AT_ONCE = 500_000
"""Places or pairs that are tried between two looks at the clock, in some hundredths of a second."""
_MOST = 4_000_000
"""Pairs of stretches that are kept, 32 MB for each of their leaves."""


class TooManyAtOnce(Exception):
    """There is more than the memory is meant for: the items are to be decided in about so many ``parts``."""

    def __init__(self, parts: int = 2) -> None:
        super().__init__()
        self.parts = parts


class Stretches:
    """Stretches that are made of the same leaves: where each leaf begins in each of them, and how wide it is."""

    def __init__(self, starts: list[Numbers], widths: list[int]) -> None:
        self.starts, self.widths = starts, widths

    def __len__(self) -> int:
        return len(self.starts[0])

    @property
    def of_one_leaf(self) -> bool:
        """Whether they are the places of one leaf, ascending, and all of one length."""
        return len(self.starts) == 1

    @cached_property
    def firsts(self) -> Numbers:
        import numpy as np

        return reduce(np.minimum, self.starts)

    @cached_property
    def lasts(self) -> Numbers:
        import numpy as np

        return reduce(np.maximum, [starts + (width - 1) for starts, width in self.leaves()])

    def leaves(self) -> Iterator[tuple[Numbers, int]]:
        return zip(self.starts, self.widths, strict=True)

    def some(self, which: Mask | Numbers) -> Stretches:
        return Stretches([some[which] for some in self.starts], self.widths)


class Joiner:
    """Joins the two sides of a distance.

    ``apart``: no token of a text can belong to both. ``check`` is called now and then, and may raise.
    """

    def __init__(self, near: Near, apart: bool, check: Callable[[], None]) -> None:
        self._far, self._ordered, self._apart, self._check = near.distance, near.ordered, apart, check

    def joined(self, lefts: list[Stretches], rights: list[Stretches]) -> list[Stretches]:
        """Return the stretches of a left and a right one each that are near. Raises TooManyAtOnce."""
        return [self._both(left, right) for left, right in product(lefts, rights)]

    def far(self, lefts: list[Stretches], rights: list[Stretches]) -> list[Stretches]:
        """Return the left stretches with no right one near."""
        return [left.some(~self._near_any(left, rights)) for left in lefts]

    def near(self, lefts: list[Stretches], rights: list[Stretches]) -> Iterator[Numbers]:
        """Yield a place of left stretches that are near a right one, or of right ones that are near a left one."""
        for left, right in product(lefts, rights):
            if _simple(left, right) and len(right) < len(left):
                ranges = [(-high, -low) for low, high in self._ranges(left, right)]
                yield right.firsts[self._counted(right, left, ranges)]
            else:
                yield left.firsts[self._near_any(left, [right])]

    def _near_any(self, left: Stretches, rights: list[Stretches]) -> Mask:
        import numpy as np

        return reduce(or_, [self._near_one(left, right) for right in rights], np.zeros(len(left), np.bool_))

    def _near_one(self, left: Stretches, right: Stretches) -> Mask:
        import numpy as np

        if _simple(left, right):
            return self._counted(left, right, self._ranges(left, right))
        near = np.zeros(len(left), np.bool_)
        for which, _ in self._pairs(left, right):
            near[which] = True
        return near

    def _ranges(self, left: Stretches, right: Stretches) -> list[tuple[int, int]]:
        """Return how far from the start of a left stretch a right one's may lie: behind it, and before it."""
        (width,), (right_width,) = left.widths, right.widths
        behind = (width, width - 1 + self._far)
        if self._ordered:
            return [behind]
        before = (1 - self._far - right_width, -right_width)
        return [(before[0], behind[1])] if self._apart else [before, behind]

    def _counted(self, side: Stretches, other: Stretches, ranges: list[tuple[int, int]]) -> Mask:
        import numpy as np

        near = np.zeros(len(side), np.bool_)
        for at in range(0, len(side), _AT_ONCE):
            self._check()
            some = side.firsts[at : at + _AT_ONCE]
            for low, high in ranges:
                end = np.searchsorted(other.firsts, some + high, "right")
                near[at : at + _AT_ONCE] |= end > np.searchsorted(other.firsts, some + low)
        return near

    def _both(self, left: Stretches, right: Stretches) -> Stretches:
        import numpy as np

        if self._ordered and self._far == 1 and _simple(left, right):  # one right behind the other
            (width,), (right_width,) = left.widths, right.widths
            if len(right) < len(left):
                before = right.firsts - width
                follow = before[are_among(before, left.firsts)]
            else:
                follow = left.firsts[are_among(left.firsts + width, right.firsts)]
            return Stretches([follow], [width + right_width])
        lefts, rights = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
        kept = 0
        for which, others in self._pairs(left, right):
            lefts.append(which)
            rights.append(others)
            kept += len(which)
            if kept > _MOST:
                raise TooManyAtOnce
        starts = left.some(np.concatenate(lefts)).starts + right.some(np.concatenate(rights)).starts
        return Stretches(starts, left.widths + right.widths)

    def _pairs(self, left: Stretches, right: Stretches) -> Iterator[tuple[Numbers, Numbers]]:
        import numpy as np

        if not len(left) or not len(right):
            return
        order = np.argsort(right.firsts, kind="stable")
        firsts, longest = right.firsts[order], int((right.lasts - right.firsts).max())
        lows = left.lasts + 1 if self._ordered else left.firsts - self._far - longest
        begins = np.searchsorted(firsts, lows)
        counts = np.maximum(np.searchsorted(firsts, left.lasts + self._far, "right") - begins, 0)
        for rows in _pieces(counts):
            self._check()
            which = np.repeat(np.arange(rows.start, rows.stop), counts[rows])
            steps = np.arange(len(which)) - np.repeat(np.cumsum(counts[rows]) - counts[rows], counts[rows])
            others = order[np.repeat(begins[rows], counts[rows]) + steps]
            if not self._ordered:
                kept = self._fitting(left.some(which), right.some(others))
                which, others = which[kept], others[kept]
            yield which, others

    def _fitting(self, left: Stretches, right: Stretches) -> Mask:
        """Return of each pair whether it is near enough and no token belongs to both stretches."""
        fitting: Mask = left.firsts - right.lasts <= self._far
        if not self._apart:
            for (start, width), (right_start, right_width) in product(left.leaves(), right.leaves()):
                fitting &= (start + width <= right_start) | (right_start + right_width <= start)
        return fitting


def _simple(left: Stretches, right: Stretches) -> bool:
    return left.of_one_leaf and right.of_one_leaf


def either(groups: Iterable[Stretches]) -> list[Stretches]:
    """Return the stretches of several alternatives, those of leaves of one width together."""
    import numpy as np

    by_width = defaultdict[int, list["Numbers"]](list)
    others: list[Stretches] = []
    for group in groups:
        if group.of_one_leaf:
            by_width[group.widths[0]].append(group.starts[0])
        else:
            others.append(group)
    alone = ((some[0] if len(some) == 1 else distinct(np.concatenate(some)), width) for width, some in by_width.items())
    return [Stretches([places], [width]) for places, width in alone] + others


def _pieces(counts: Numbers) -> Iterator[slice]:
    import numpy as np

    ends, at = np.cumsum(counts), 0
    while at < len(counts):
        before = int(ends[at - 1]) if at else 0
        end = max(at + 1, int(np.searchsorted(ends, before + _AT_ONCE, "right")))
        yield slice(at, end)
        at = end


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

Located = Callable[[str, ItemRange], "Numbers"]
"""Returns where the phrases of a MATCH string begin in some items, in any order; slow where that is in many items."""


class BulkReader:
    """Decides distances for one search."""

    def __init__(
        self, db: apsw.Connection, halves: Halves, located: Located, cache: IndexCache, clock: Deadline
    ) -> None:
        self._db = db
        self._halves = halves
        self._located = located
        self._cache = cache
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
        kept = self._cache.places.stored((leaf, self._all))
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
        kept = self._cache.places.stored((leaf, self._all))
        if kept is not None:
            places = span.of(kept)
            return around.among(places) if around is not None and around.strict else places
        if (
            around is not None
            and isinstance(leaf, Single)
            and (around.items is not None or self._count(leaf) > _MOST_OF_A_LEAF)
        ):
            places = self._of_words(leaf, span, around)  # what is far from what is needed is dropped as it is read
        else:
            if around is None:
                self._limit(self._extent(leaf) * span.size / self._all.size / _MOST_OF_A_LEAF, span)
            places = self._cache.places.get((leaf, span), lambda: self._all_places(leaf, span))
            if around is not None and (around.strict or self._read + len(places) > _MOST_READ):
                places = around.among(places)
        self._read += len(places)
        self._limit(self._read / _MOST_READ, span)
        return places

    def _limit(self, share: float, span: ItemRange) -> None:
        if share > 1 and span.size > 1:
            raise TooManyAtOnce(int(share) + 1)

    def _all_places(self, leaf: Leaf, span: ItemRange) -> Numbers:
        if isinstance(leaf, Single):
            return self._of_words(leaf, span, None)
        places = self._located(scoped(" OR ".join(alternatives(leaf)), leaf.fields), span)
        places.sort()
        return places

    def _of_words(self, leaf: Single, span: ItemRange, around: _Surroundings | None) -> Numbers:
        """Return the places of any of the words in one of the fields; both connections read half of them."""
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
        return places[are_among(places >> self._shift, self._blocks)]


# Distances decided on each candidate row, and where leaves stand.

_VERIFIED = "AND search_near(search_fts)"
_LOCATE = "SELECT search_locate(search_fts) FROM search_fts WHERE search_fts MATCH ? AND rowid BETWEEN ? AND ?"
_PLACES = "SELECT rowid, search_placed(search_fts) FROM search_fts WHERE search_fts MATCH ?"
_AMONG = " AND +rowid IN (SELECT value FROM json_each(?))"
_COUNTED = "SELECT rowid, search_counted(search_fts) FROM search_fts WHERE search_fts MATCH ?"
_MOST_NAMED = 5_000
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

    def search(self, node: Near, plan: Plan, clock: Deadline, cache: IndexCache) -> set[ItemNo]:
        """Return the items in which a ``normal`` distance of very many words is met."""
        return BulkReader(self._db, self._halves, self.beginning, cache, clock).search(node, plan)

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
        places: Places = {}
        among, nos = (_AMONG, (listed(within),)) if len(within) <= _MOST_NAMED else ("", ())
        for string in strings or ():
            for no, columns in self._db.execute(_PLACES + among, (string, *nos)):
                for column, offsets in json.loads(columns) if no in within else ():
                    places[no, FIELDS[column]] = sorted({*places.get((no, FIELDS[column]), ()), *offsets})
        return places

    def count(self, leaf: Leaf, within: Set[ItemNo]) -> int:
        """Return at how many places a leaf stands in these items."""
        if isinstance(leaf, Word | Words):
            sql, bindings = _asked(leaf)
            rows = self._db.execute(f"SELECT doc, count(*) {sql} GROUP BY doc", bindings)
            return sum(count for no, count in rows if no in within)
        strings = match_strings(leaf)
        if strings is None:
            return sum(map(len, self.places(leaf, within).values()))
        counted = chain.from_iterable(self._db.execute(_COUNTED, (string,)) for string in strings)
        return sum(count for no, count in counted if no in within)

    def _instances(self, leaf: Word | Words, within: Set[ItemNo]) -> Places:
        places = defaultdict[Where, list[int]](list)
        sql, bindings = _asked(leaf)
        if len(within) <= _MOST_NAMED:
            sql, bindings = sql + IN_ITEMS, (*bindings, listed(within))
        for no, field, offset in self._db.execute(f"SELECT doc, col, offset {sql}", bindings):
            if no in within:
                places[no, field].append(offset)
        for offsets in places.values():
            offsets.sort()
        return dict(places)


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
