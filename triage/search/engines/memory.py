"""The reference engine: reads every text of the case and does what the query says, word by word.

Slow and obvious, without an index of its own; every other engine must find the same items. Keep it so plain that it can
be checked by reading.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import assert_never

import apsw

from triage.errors import EngineRefusal
from triage.model.items import NAMED_ONLY, ItemNo
from triage.search.engine import NO_LIMIT, Comparison, Deadline, Document, Engine
from triage.search.query import exact_text, term_parser, tree
from triage.store.reading import StoredTexts
from triage.store.reading import fields as folded_fields
from triage.text import BORDER

Positions = frozenset[int]

_WORDS_KEPT = 100_000


class MemoryEngine(Engine):
    """Searches a case's texts without an index; those of the items ``only`` where they are given."""

    name = "memory"

    def __init__(self, texts: StoredTexts, only: set[ItemNo] | None = None) -> None:
        self._texts = texts
        self._only = only

    def search(self, query: tree.Node, clock: Deadline = NO_LIMIT) -> set[ItemNo]:
        tester = _ItemTester(self._texts, clock)
        numbers = self._texts.numbers() if self._only is None else self._only
        return {no for no, fields in self._documents() if tester.matches(query, no, fields)} | {
            no for no in numbers - tester.seen if tester.matches(query, no, {})
        }

    def compare(self) -> Comparison:
        return Comparison(self._texts.count(), True)

    def vocabulary(self, *, by_name: bool = False, beginning: str = "") -> Sequence[tuple[str, int]]:
        counts: Counter[str] = Counter()
        for _, fields in self._documents():
            texts = [text for field, text in fields.items() if (field in NAMED_ONLY) == by_name]
            counts.update({word for text in texts for word in text.split()} - {BORDER})
        return sorted(pair for pair in counts.items() if pair[0].startswith(beginning))

    def _documents(self) -> Iterator[Document]:
        return self._texts.documents() if self._only is None else read_some(self._texts, self._only)


class _ItemTester:
    def __init__(self, texts: StoredTexts, clock: Deadline) -> None:
        self.seen: set[ItemNo] = set()
        self._texts = texts
        self._clock = clock
        self._tests: dict[tree.Term, term_parser.Tests] = {}

    def matches(self, query: tree.Node, no: ItemNo, fields: dict[str, str]) -> bool:
        self._clock.check()
        self.seen.add(no)
        return self._matches(query, no, {field: text.split() for field, text in fields.items()})

    def _matches(self, query: tree.Node, no: ItemNo, fields: dict[str, list[str]]) -> bool:
        match query:
            case tree.Word() | tree.Prefix() | tree.Pattern() | tree.Words() | tree.Phrase():
                return any(
                    self._places(query, words) for field, words in fields.items() if tree.may_stand_in(query, field)
                )
            case tree.Near():
                return any(self._stand(query, field, words) for field, words in fields.items())
            case tree.Literal():
                phrase = exact_text.phrase(query)
                return self._matches(phrase, no, fields) and exact_text.holds(query, self._texts.raw(no))
            case tree.And(parts=parts):
                return all(self._matches(part, no, fields) for part in parts)
            case tree.Or(parts=parts):
                return any(self._matches(part, no, fields) for part in parts)
            case tree.Not(part=part):
                return not self._matches(part, no, fields)
            case tree.Ids(nos=nos):
                return no in nos
            case tree.Everything():
                return True
            case tree.Attribute(name=name):
                raise EngineRefusal("attribute-unresolved", field=name)
            case _:
                assert_never(query)

    def _places(self, leaf: tree.Leaf, words: list[str]) -> list[Positions]:
        tests = list(map(self._test, tree.terms_of(leaf)))
        places = ((start, end) for start in range(len(words)) for end in term_parser.ends(tests, words, start))
        return [frozenset(range(start, end)) for start, end in places]

    def _stand(self, node: tree.Node, field: str, words: list[str]) -> list[Positions]:
        """Return the positions that make each of the places where a side of a distance stands in a field."""
        self._clock.check()
        match node:
            case tree.Word() | tree.Prefix() | tree.Pattern() | tree.Words() | tree.Phrase():
                return self._places(node, words) if tree.may_stand_in(node, field) else []
            case tree.Or(parts=parts):
                return [place for part in parts for place in self._stand(part, field, words)]
            case tree.Near():
                lefts, rights = self._stand(node.left, field, words), self._stand(node.right, field, words)
                if node.negated:
                    return [left for left in lefts if not any(_near(left, right, node) for right in rights)]
                return list({left | right for left in lefts for right in rights if _near(left, right, node)})
            case _:
                raise EngineRefusal("distance-joins-words")

    def _test(self, term: tree.Term) -> term_parser.Tests:
        """Return whether a term stands for a word; each word is decided once, as most come again."""
        if term not in self._tests:
            alone, broken = term_parser.tests(term, self._clock)
            self._tests[term] = term_parser.Tests(lru_cache(_WORDS_KEPT)(alone), lru_cache(_WORDS_KEPT)(broken))
        return self._tests[term]


def read_some(texts: StoredTexts, numbers: Iterable[ItemNo]) -> Iterator[Document]:
    """Yield the documents of some items, ascending."""
    return ((no, folded_fields(texts.raw(no))) for no in sorted(numbers))


def _near(left: Positions, right: Positions, near: tree.Near) -> bool:
    """Whether two places use different words and stand near enough, in the order asked for."""
    if left & right or (near.ordered and max(left) > min(right)):
        return False
    between = max(min(left), min(right)) - min(max(left), max(right)) - 1
    return between < near.distance


def with_missing(
    counts: dict[str, int], texts: StoredTexts, missing: set[ItemNo], by_name: bool, beginning: str
) -> list[tuple[str, int]]:
    """Return an index's words, as ``Engine.vocabulary``, with those of the items that it lacks."""
    rest = MemoryEngine(texts, missing).vocabulary(by_name=by_name, beginning=beginning) if missing else ()
    return sorted((Counter(counts) + Counter(dict(rest))).items())


def open_engine(folder: Path, db: apsw.Connection, texts: StoredTexts, *, create: bool) -> MemoryEngine:
    return MemoryEngine(texts)
