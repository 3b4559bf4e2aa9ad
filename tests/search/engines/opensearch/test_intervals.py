"""Distances as a real node's intervals, over crowded texts: few words, so that most stretches overlap or touch others.

A rule that is exact on ordinary texts may fail here: a word stands inside the phrase beside it, twice in a row, or on
both sides of a distance.
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.search.search_corpus import Corpus, RawTexts, engine_over
from triage.search.engines.memory import MemoryEngine
from triage.search.query.tree import Near, Node, Or, Phrase, Prefix, Word

pytestmark = [pytest.mark.nightly, pytest.mark.xdist_group("cluster")]

_WORDS = ("a", "b", "c", "ab", "abc", "d")
_ROWS, _TREES = 300, 40


class _Chance(random.Random):
    """Makes crowded texts, and distances over their words."""

    def texts(self) -> RawTexts:
        return [(field, self._row()) for field in ("body", "subject")[: self.choice((1, 1, 2))]]

    def _row(self) -> str:
        return " ".join(self.choices(_WORDS, k=self.randint(2, 14)))

    def near(self, deep: int) -> Near:
        sides = self._side(deep), self._side(deep)
        return Near(*sides, self.randint(1, 6), ordered=self.random() < 0.35, negated=self.random() < 0.3)

    def _side(self, deep: int) -> Node:
        kind = self.random()
        if deep and kind < 0.35:
            return self.near(deep - 1)
        if kind < 0.6:
            return Or(tuple(self._side(deep - 1) if deep else self._leaf() for _ in range(self.randint(2, 3))))
        return self._leaf()

    def _leaf(self) -> Node:
        word = Word(self.choice(_WORDS))
        phrase = Phrase((word, *map(Word, self.choices(_WORDS, k=self.randint(1, 2)))))
        return self.choice((word, word, word, phrase, phrase, Prefix("ab"), Prefix("a"), Phrase((word, Prefix("ab")))))


@pytest.mark.parametrize("seed", range(2))
def test_crowded_distances_are_met_where_the_reference_meets_them(seed: int, tmp_path: Path) -> None:
    chance = _Chance(seed)
    corpus = Corpus({no: chance.texts() for no in range(1, _ROWS + 1)})
    reference = MemoryEngine(corpus)  # type: ignore[arg-type]
    with engine_over("opensearch", corpus, tmp_path) as engine:
        for number in range(_TREES):
            tree = chance.near(number % 3)
            assert engine.search(tree) == reference.search(tree), tree


def test_equal_phrases_and_words_count_the_words_between(tmp_path: Path) -> None:
    texts = ("a b c a b", "a b c c a b", "a b a b", "a a", "a c a", "a b b")
    corpus = Corpus({no: [("body", text)] for no, text in enumerate(texts, 1)})
    phrase = Phrase((Word("a"), Word("b")))
    with engine_over("opensearch", corpus, tmp_path) as engine:
        assert engine.search(Near(phrase, phrase, 2)) == {1, 3}
        assert engine.search(Near(Word("a"), Word("a"), 2)) == {3, 4, 5}
        assert engine.search(Near(Word("a"), Word("a"), 2, negated=True)) == {1, 2, 6}
        assert engine.search(Near(Word("a"), phrase, 4, negated=True)) == {4, 5, 6}
