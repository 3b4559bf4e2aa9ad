"""Distances decided on texts are met where the reference meets them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.effort import examples
from tests.search.search_corpus import Corpus, distances, distances_of_all, rows_of_words
from triage.search.distances import Plan, met_in, normal, pruned
from triage.search.engine import NO_LIMIT
from triage.search.engines.memory import MemoryEngine
from triage.search.evaluate import expanded
from triage.search.expand import Vocabulary
from triage.search.query.tree import Near, Node


@settings(max_examples=examples(100))
@given(corpus=rows_of_words, trees=st.lists(distances | distances_of_all, min_size=4, max_size=8))
def test_a_distance_is_met_where_the_reference_meets_it(corpus: Corpus, trees: list[Node]) -> None:
    reference = MemoryEngine(corpus)  # type: ignore[arg-type]
    words = Vocabulary.of(reference)
    for tree in trees:
        ready = pruned(normal(expanded(tree, words)))
        if isinstance(ready, Near):
            assert met_in(Plan(ready), corpus.documents(), NO_LIMIT) == reference.search(tree), tree
