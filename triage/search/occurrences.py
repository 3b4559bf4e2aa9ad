"""How often a query's words stand in what it found: the places that ``spans`` marks, counted.

A place is a stretch of text, counted once even where several terms of the query mark it. Words under NOT don't count,
nor what a ``not w/N`` keeps away; of a distance only what takes part in meeting it. Exact texts are counted beside.

Where words stand is known by the tokens of the index itself: FTS5 keeps positions and gives them; for an engine that
doesn't, the stored texts are folded again as for the index. Nothing here decides what a query finds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Set
from functools import lru_cache
from itertools import chain

import apsw

from triage.model.items import ItemNo
from triage.search.engine import NO_LIMIT, Deadline, Engine
from triage.search.engines.fts5.places import Fts5Locator
from triage.search.proximity.exact import Places, Plan, Where, normal, roles, width
from triage.search.query import exact_text, term_matcher
from triage.search.query.tree import (
    Leaf,
    Literal,
    Near,
    Node,
    Or,
    marked,
    may_stand_in,
    searched_fields,
    term_numbers,
    terms_of,
)
from triage.store.reading import StoredTexts
from triage.store.texts.holding import Pieces

Stretch = tuple[Where, int, int]
"""An item's field, the first token and the number of tokens."""


class TextLocator:
    """Positions from the stored texts, word by word: slow and obvious."""

    def __init__(self, texts: StoredTexts) -> None:
        self._texts = texts
        self._words = lru_cache(maxsize=2048)(self._split)

    def places(self, leaf: Leaf, within: Set[ItemNo]) -> Places:
        """Return the token positions at which a leaf begins in these items, ascending, by item and field."""
        tests = [term_matcher.test(term, alone=True) for term in terms_of(leaf)]
        found: Places = {}
        for no in within:
            for field, words in self._words(no).items():
                if may_stand_in(leaf, field):
                    ends = range(len(words) - len(tests) + 1)
                    starts = [at for at in ends if all(test(words[at + n]) for n, test in enumerate(tests))]
                    if starts:
                        found[no, field] = starts
        return found

    def count(self, leaf: Leaf, within: Set[ItemNo]) -> int:
        """Return at how many places a leaf stands in these items."""
        return sum(map(len, self.places(leaf, within).values()))

    def _split(self, no: ItemNo) -> dict[str, list[str]]:
        for found, texts in self._texts.documents(no - 1):
            return {field: text.split() for field, text in texts.items()} if found == no else {}
        return {}


Locator = Fts5Locator | TextLocator
"""What says where the leaves of an expanded query stand."""


def locator(engine: Engine, db: apsw.Connection, texts: StoredTexts) -> Locator:
    """Return the locator for a case's engine."""
    return Fts5Locator(db) if engine.name == "fts5" else TextLocator(texts)


class Occurrences:
    """Counts the places of expanded queries in items."""

    def __init__(self, locator: Locator, texts: StoredTexts) -> None:
        self._locator = locator
        self._texts = texts

    def count(self, query: Node, within: Set[ItemNo], clock: Deadline = NO_LIMIT) -> int:
        """Return at how many places the query's words stand in these items. Raises EngineRefusal out of time."""
        nodes = [node for _, node in marked(query)]
        leaves = [node for node in nodes if not isinstance(node, Literal | Near)]
        if any(isinstance(node, Near) for node in nodes) or not (len(leaves) < 2 or Plan(Or(tuple(leaves))).apart):
            return self.by_item(query, within, clock).total()
        exact = sum(self._exact(node, within, clock).total() for node in nodes if isinstance(node, Literal))
        return exact + sum(self._locator.count(leaf, within) for leaf in leaves)  # no place of one can be another's

    def by_item(self, query: Node, within: Set[ItemNo], clock: Deadline = NO_LIMIT) -> Counter[ItemNo]:
        """Return the same for each of the items. Raises EngineRefusal out of time."""
        counts = Counter[ItemNo]()
        terms: dict[int, list[Stretch]] = {}
        for number, node in marked(query):
            clock.check()
            match node:
                case Literal():
                    counts += self._exact(node, within, clock)
                case Near():
                    for term, stretch in self._taking_part(node, number, within, clock):
                        terms.setdefault(term, []).append(stretch)
                case _:
                    terms.setdefault(number, []).extend(self._stretches(node, within))
        counts.update(no for (no, _), _, _ in set(chain.from_iterable(map(_longest, terms.values()))))
        return counts

    def _stretches(self, leaf: Leaf, within: Set[ItemNo]) -> Iterator[Stretch]:
        wide = width(leaf)
        for where, starts in self._locator.places(leaf, within).items():
            yield from ((where, start, wide) for start in starts)

    def _taking_part(
        self, near: Near, first: int, within: Set[ItemNo], clock: Deadline
    ) -> Iterator[tuple[int, Stretch]]:
        """Yield what takes part in meeting a distance, each with the number of its term; ``first`` is the first's."""
        whole = normal(near)
        plan = Plan(whole, clock)
        places = [self._locator.places(leaf, within) for leaf in plan.leaves]
        needed = [set(of_leaf) for of_leaf, role in zip(places, roles(whole), strict=True) if role.needed]
        taking_part: dict[Where, set[int]] = {}
        for where in set.intersection(*needed) if needed else set().union(*places):
            clock.check()
            taking_part[where] = plan.tokens([of_leaf.get(where, ()) for of_leaf in places])
        for number, role in zip(term_numbers(near, first), roles(near), strict=True):
            for where, start, wide in self._stretches(role.leaf, within) if role.taking_part else ():
                if taking_part.get(where, set()).issuperset(range(start, start + wide)):
                    yield number, (where, start, wide)

    def _exact(self, node: Literal, within: Set[ItemNo], clock: Deadline) -> Counter[ItemNo]:
        counts = Counter[ItemNo]()
        for no, text in self._texts.holding(within, Pieces(exact_text.pieces(node), searched_fields(node))):
            clock.check()
            counts[no] += sum(1 for _ in exact_text.found(node, text))
        return counts


def _longest(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Yield the stretches of a term, of those that begin together the longest: a broken word, not its half as well."""
    longest: dict[tuple[Where, int], int] = {}
    for where, start, wide in stretches:
        longest[where, start] = max(wide, longest.get((where, start), 0))
    return ((where, start, wide) for (where, start), wide in longest.items())
