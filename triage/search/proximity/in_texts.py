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
        places: dict[Term, list[int]] = {}
        stems = tuple(self._stems)
        for at, word in enumerate(words):
            terms = self._words.get(word, ())
            if stems and word.startswith(stems):
                terms = set(terms).union(*(of for stem, of in self._stems.items() if word.startswith(stem)))
            for term in terms:
                places.setdefault(term, []).append(at)
        return self._plan.holds([_starts(leaf, field, places) for leaf in self._plan.leaves])


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
