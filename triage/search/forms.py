"""A query as an index is asked: patterns become words, and each term is said in all forms that a text may have it in.

Tokens with several spellings stand beside the words that they are spelled as. A word that is broken at a line's end is
two tokens, of which the first stands for the whole; where something follows it, or a distance is counted from it, both
are named, as another form of the same term.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, product

from triage.search.engine import NO_LIMIT, Deadline
from triage.search.expand import Vocabulary
from triage.search.query import term_parser
from triage.search.query.tree import (
    Leaf,
    Near,
    Node,
    Or,
    Pattern,
    Phrase,
    Prefix,
    Term,
    Word,
    Words,
    rebuilt,
    searched_fields,
    terms_of,
)
from triage.text import second_half

_MOST_BROKEN = 3
"""Words of a phrase up to which all may be broken in a text at once; of more, one at a time."""


def expanded(query: Node, vocabulary: Vocabulary, clock: Deadline = NO_LIMIT, *, stretches: bool = False) -> Node:
    """Return the same tree with every Pattern replaced by the Words it stands for, the most frequent ones first.

    So are other terms that stand for a token with several spellings, and phrases and sides of distances by an Or of
    their forms; single words as well where all ``stretches`` of a text are asked for, not only whether there is one.
    """
    return _Expansion(vocabulary, clock).of(query, stretches)


class _Expansion:
    """Expands a query with the words of a vocabulary."""

    def __init__(self, vocabulary: Vocabulary, clock: Deadline) -> None:
        self._vocabulary = vocabulary
        self._clock = clock

    def of(self, node: Node, joined: bool = False) -> Node:
        """Return a node expanded; ``joined`` to others by a distance, or as one whose whole stretch matters."""
        match node:
            case Word() | Prefix() | Pattern() if not joined:
                return self._words(node, node.fields)
            case Word() | Prefix() | Pattern() | Phrase():
                return self._in_forms(node, joined)
            case _:
                return rebuilt(node, lambda part: self.of(part, joined or isinstance(node, Near)))

    def _words(self, term: Term, fields: tuple[str, ...]) -> Term:
        among = self._vocabulary.within(fields)
        match term:
            case Pattern():
                return Words(among.frequent_first(term, self._clock), term.fields, term.place)
            case Word() | Prefix() if tokens := among.tokens(term, self._clock):
                return Words(tuple(tokens), term.fields, term.place)
            case _:
                return term

    def _in_forms(self, leaf: Leaf, joined: bool) -> Node:
        """Return a leaf in each of its forms. After a phrase that isn't joined, nothing needs to follow."""
        fields, terms = searched_fields(leaf), terms_of(leaf)
        choices = [self._choices(term, fields) for term in (terms if joined else terms[:-1])]
        if not joined:
            choices.append([(self._words(terms[-1], fields),)])
        broken = [at for at, choice in enumerate(choices) if len(choice) > 1]
        forms = list(product(*choices))
        if len(broken) > _MOST_BROKEN:
            usual = forms[0]
            forms = [usual, *((*usual[:at], choices[at][1], *usual[at + 1 :]) for at in broken)]
        nodes = [_leaf(tuple(chain.from_iterable(form)), leaf) for form in forms]
        return nodes[0] if len(nodes) == 1 else Or(tuple(nodes), leaf.place, same=True)

    def _choices(self, term: Term, fields: tuple[str, ...]) -> list[tuple[Term, ...]]:
        """Return what a term stands for in a text: one token, or two that are a broken word."""
        whole, among = self._words(term, fields), self._vocabulary.within(fields)
        if isinstance(term, Words) or not (firsts := among.broken(term, self._clock)):
            return [(whole,)]
        alone, halves = term_parser.test(term, self._clock, alone=True), set(firsts)
        kept = [token for token in _tokens(whole) if token not in halves or alone(token)]
        two = (_one(firsts, term), _one(among.spelled(map(second_half, firsts)), term))
        return [(_one(kept, term),), two] if kept else [two]


def _tokens(term: Term) -> Sequence[str]:
    return term.words if isinstance(term, Words) else ()


def _one(words: Sequence[str], term: Term) -> Term:
    """Return what stands for these tokens, in place of a term."""
    return Word(words[0], (), term.place) if len(words) == 1 else Words(tuple(words), (), term.place)


def _leaf(terms: tuple[Term, ...], of: Leaf) -> Leaf:
    """Return a leaf of other terms; a word of two tokens is looked for in the fields of a word."""
    if isinstance(of, Phrase):
        return replace(of, parts=terms)
    return replace(terms[0], fields=of.fields) if len(terms) == 1 else Phrase(terms, searched_fields(of), of.place)
