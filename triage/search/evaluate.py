"""Queries as sets: an index answers leaves and distances; the rest is set algebra.

Shared by the engines that have an index. Nothing here knows how an index looks.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import assert_never

from triage.errors import EngineRefusal
from triage.model.items import ItemNo
from triage.search.engine import Deadline
from triage.search.expand import Vocabulary
from triage.search.forms import expanded
from triage.search.proximity.exact import Plan, narrowed, normal, pruned
from triage.search.query import exact_text, tree
from triage.store.reading import StoredTexts
from triage.store.texts.holding import IN_RECORDS, Pieces

_CHECK_EVERY = 64


class Evaluation(ABC):
    """One search; patterns were expanded before. ``items`` are all that there are, None for those of the texts.

    ``words`` are those of the index.
    """

    def __init__(
        self, texts: StoredTexts, words: Vocabulary, clock: Deadline, items: set[ItemNo] | None = None
    ) -> None:
        self.texts = texts
        self._words = words
        self.clock = clock
        self._items = items
        self._answers: dict[tree.Node, set[ItemNo]] = {}

    @abstractmethod
    def leaf(self, leaf: tree.Leaf) -> set[ItemNo]:
        """Return the items in which a term or phrase stands."""

    @abstractmethod
    def near(self, near: tree.Near, plan: Plan) -> set[ItemNo]:
        """Return the items in which a ``normal`` distance is met, of which ``plan`` was made."""

    @cached_property
    def everything(self) -> set[ItemNo]:
        """The numbers of all items."""
        return self.texts.numbers() if self._items is None else self._items

    def of(self, node: tree.Node) -> set[ItemNo]:
        """Return the items that match. Raises EngineRefusal where the clock runs out."""
        self.clock.check()
        if node not in self._answers:
            answer = self.at_once(node)
            self._answers[node] = self._answer(node) if answer is None else answer
        return self._answers[node]

    def at_once(self, node: tree.Node) -> set[ItemNo] | None:
        """Return what the index says of a whole tree, None where its parts are to be asked one by one."""
        return None

    def _answer(self, node: tree.Node) -> set[ItemNo]:
        match node:
            case tree.Word() | tree.Prefix() | tree.Pattern() | tree.Words() | tree.Phrase():
                return self.leaf(node)
            case tree.Near():
                whole = pruned(normal(node))
                if isinstance(whole, tree.Near):
                    whole = narrowed(whole)
                    return self.near(whole, Plan(whole, self.clock))
                return set() if whole is None else self.of(whole)
            case tree.Literal():
                return self._literal(node, None)
            case tree.And(parts=parts):
                return self._all(parts)
            case tree.Or(parts=parts):
                return set().union(*map(self.of, parts))
            case tree.Not(part=part):
                return self.everything - self.of(part)
            case tree.Ids(nos=nos):
                return set(self.texts.ascending(nos)) if self._items is None else self._items.intersection(nos)
            case tree.Everything():
                return self.everything
            case tree.Attribute(name=name):
                raise EngineRefusal("attribute-unresolved", field=name)
            case _:
                assert_never(node)

    def _literal(self, literal: tree.Literal, within: set[ItemNo] | None) -> set[ItemNo]:
        """Return the items, among some (None: among all), whose text as written holds the literal."""
        looked_up = self.of(expanded(exact_text.phrase(literal), self._words, self.clock))
        matches: set[ItemNo] = set()
        among = looked_up if within is None else looked_up & within
        for number, (no, text) in enumerate(self.holding(among, self._sought(literal))):
            if number % _CHECK_EVERY == 0:
                self.clock.check()
            if no not in matches and exact_text.stands(literal, text):
                matches.add(no)
        return matches

    def _sought(self, literal: tree.Literal) -> Pieces:
        """Return what to look for in the texts as written, and in the records of items that may hold it in theirs."""
        fields = tree.searched_fields(literal)
        named = tuple(field for field in fields if field in IN_RECORDS)
        phrase = exact_text.phrase(replace(literal, fields=named))
        in_records = self.of(expanded(phrase, self._words, self.clock)) if named else set[ItemNo]()
        return Pieces(exact_text.pieces(literal), fields, in_records, exact_text.in_utf8(literal))

    def holding(self, nos: set[ItemNo], sought: Pieces) -> Iterator[tuple[ItemNo, str]]:
        """Yield the texts as written of items in which pieces stand."""
        return self.texts.holding(nos, sought)

    def _all(self, parts: tuple[tree.Node, ...]) -> set[ItemNo]:
        """Intersect the parts: what an index knows first, then exclusions, exact texts last, only in what is left."""
        left: set[ItemNo] | None = None
        for part in sorted(parts, key=lambda part: (isinstance(part, tree.Literal), isinstance(part, tree.Not))):
            if left is not None and not left:
                break
            if isinstance(part, tree.Not):
                left = (self.everything if left is None else left) - self.of(part.part)
            elif isinstance(part, tree.Literal):
                left = self._literal(part, left)
            else:
                left = self.of(part) if left is None else left & self.of(part)
        return left or set()
