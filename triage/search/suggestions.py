"""Words of the index that resemble one that no item holds. No query is changed here: whoever asks decides.

A million words are looked through in portions, so that other threads have their turn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from triage.model.items import NAMED_ONLY
from triage.model.queries import Suggestion
from triage.search.engine import NO_LIMIT, Deadline, Engine
from triage.search.query.tree import Leaf, Near, Node, Word, leaves, marked, searched_fields, terms_of
from triage.search.query.unparse import write
from triage.text import tokens

MOST = 3
_SHORTEST = 3  # letters of a word that others resemble
_LONG = 5  # letters of a word of which two may differ
_AT_ONCE = 20_000  # words


def suggestions(text: str, query: Node, engine: Engine, clock: Deadline = NO_LIMIT) -> tuple[Suggestion, ...]:
    """Return what may be meant by the first word of a query that no item holds and others resemble."""
    vocabulary: Sequence[tuple[str, int]] = ()
    for word in _searched(query):
        if len(word.word) >= _SHORTEST and not engine.search(word, clock):
            vocabulary = vocabulary or engine.vocabulary()
            start, end = _place(text, word)
            if end and (near := nearest(word.word, vocabulary, clock)):
                typed = text[start:end]
                return tuple(Suggestion(typed, one, count, text[:start] + one + text[end:]) for one, count in near)
    return ()


def _searched(query: Node) -> Iterator[Word]:
    """Yield the single words that a query looks for in fields that are searched by default."""
    for _, node in marked(query):
        for leaf in leaves(node) if isinstance(node, Near) else (node,):
            if isinstance(leaf, Leaf) and (not leaf.fields or set(NAMED_ONLY).isdisjoint(searched_fields(leaf))):
                yield from (replace(term, fields=()) for term in terms_of(leaf) if isinstance(term, Word))


def _place(text: str, word: Word) -> tuple[int, int]:
    """Return where a word stands in the query as typed, (0, 0) where it doesn't as one word."""
    first = word.place.start
    found = (token for token in tokens(text[first : word.place.end]) if token.word == word.word)
    token = next(found, None)
    return (first + token.start, first + token.end) if token is not None else (0, 0)


def nearest(word: str, vocabulary: Sequence[tuple[str, int]], clock: Deadline = NO_LIMIT) -> list[tuple[str, int]]:
    """Return the words that differ by fewest letters, those that most items hold first, each with its items."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    most = 1 if len(word) < _LONG else 2
    lengths = range(len(word) - most, len(word) + most + 1)
    found: list[tuple[int, int, str]] = []
    for at in range(0, len(vocabulary), _AT_ONCE):
        clock.check()
        portion = {one: count for one, count in vocabulary[at : at + _AT_ONCE] if count and len(one) in lengths}
        near = extract(word, list(portion), scorer=OSA.distance, score_cutoff=most, limit=None)
        found += [(distance, -portion[one], one) for one, distance, _ in near]
    ranked = (one for one in sorted(found) if write(Word(one[2])) == one[2])  # an operator is no word as it stands
    return [(one, -count) for _, count, one in ranked][:MOST]
