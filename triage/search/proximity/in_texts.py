"""Distances decided on texts: where a plan's leaves stand among the words of each field of an item."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain

from triage.model.items import ItemNo
from triage.search.engine import Deadline, Document
from triage.search.proximity.exact import Plan
from triage.search.query.tree import Leaf, Prefix, Term, Word, Words, may_stand_in, terms_of


class TextTester:
    """Tells whether a distance, given by its plan, is met in a document's folded text."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        terms = chain.from_iterable(map(terms_of, plan.leaves))
        self._words: dict[str, set[Term]] = {}
        self._stems: dict[str, set[Term]] = {}
        for term in set(terms):
            match term:
                case Word(word=word):
                    self._words.setdefault(word, set()).add(term)
                case Words(words=words):
                    for word in words:
                        self._words.setdefault(word, set()).add(term)
                case Prefix(stem=stem):
                    self._stems.setdefault(stem, set()).add(term)
                case _:
                    raise TypeError(f"{term} was to be expanded before")

    def met(self, fields: Mapping[str, str]) -> bool:
        """Whether the distance is met in one of the fields."""
        return any(self._met_in(field, text.split()) for field, text in fields.items())

    def _met_in(self, field: str, words: list[str]) -> bool:
        wanted = self._wanted(words)
        places: dict[Term, list[int]] = {}
        for at in [at for at, word in enumerate(words) if word in wanted]:
            for term in wanted[words[at]]:
                places.setdefault(term, []).append(at)
        return bool(places) and self._plan.holds([_starts(leaf, field, places) for leaf in self._plan.leaves])

    def _wanted(self, words: list[str]) -> Mapping[str, set[Term]]:
        """Return the terms that each of a text's words stands for, where it stands for any."""
        if not self._stems:
            return self._words
        wanted = {word: set(self._words.get(word, ())) for word in set(words) if word.startswith(tuple(self._stems))}
        for stem, terms in self._stems.items():
            for word in wanted:
                if word.startswith(stem):
                    wanted[word] |= terms
        return self._words | wanted


def met_in(plan: Plan, documents: Iterable[Document], clock: Deadline) -> set[ItemNo]:
    """Return the items, given by their texts, in which a plan's distance is met. Raises EngineRefusal out of time."""
    tester = TextTester(plan)
    found: set[ItemNo] = set()
    for no, fields in documents:
        clock.check()
        if tester.met(fields):
            found.add(no)
    return found


def _starts(leaf: Leaf, field: str, places: Mapping[Term, list[int]]) -> list[int]:
    """Return where a leaf begins in a field, ascending."""
    if not may_stand_in(leaf, field):
        return []
    first, *rest = terms_of(leaf)
    starts = places.get(first, [])
    others = [frozenset(places.get(term, ())) for term in rest]
    return [at for at in starts if all(at + n in other for n, other in enumerate(others, 1))] if rest else starts
