"""Where words stand, by the tokens of the index itself: positions of leaves, and how many there are.

FTS5 keeps positions and gives them; for an engine that doesn't, the stored texts are folded again as for the index.
Nothing here decides what a query finds.
"""

from __future__ import annotations

from collections.abc import Set
from functools import lru_cache

import apsw

from triage.model.items import ItemNo
from triage.search.engine import Engine
from triage.search.engines.fts5.locate import Fts5Locator
from triage.search.proximity.exact import Places
from triage.search.query import term_matcher
from triage.search.query.tree import Leaf, may_stand_in, terms_of
from triage.store.reading import StoredTexts


class TextLocator:
    """Positions from the stored texts, word by word: slow and obvious."""

    def __init__(self, texts: StoredTexts) -> None:
        self._texts = texts
        self._words = lru_cache(maxsize=2048)(self._split)

    def places(self, leaf: Leaf, within: Set[ItemNo]) -> Places:
        """Return the token positions at which a leaf begins in these items, ascending, by item and field."""
        tests = [term_matcher.test(term) for term in terms_of(leaf)]
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
