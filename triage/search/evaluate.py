"""Queries as sets: an index answers leaves and distances; the rest is set algebra.

Shared by the engines that have an index. Nothing here knows how an index looks.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain, product
from typing import assert_never

from triage.errors import EngineRefusal
from triage.model.items import ItemNo
from triage.search.distances import Distance, narrowed, normal, pruned
from triage.search.engine import NO_LIMIT, Deadline
from triage.search.expand import Vocabulary
from triage.search.query import exact_text, term_parser, tree
from triage.store.reading import StoredTexts
from triage.store.texts import IN_RECORDS, Pieces
from triage.text import second_half

# A query as an index is asked: patterns become words, and each term is said in all forms that a text may have it in.
#
# Tokens with several spellings stand beside the words that they are spelled as. A word that is broken at a line's end
# is two tokens, of which the first stands for the whole; where something follows it, or a distance is counted from
# it, both are named, as another form of the same term.

_MOST_BROKEN = 3
"""Words of a phrase up to which all may be broken in a text at once; of more, one at a time."""


def expanded(
    query: tree.Node, vocabulary: Vocabulary, clock: Deadline = NO_LIMIT, *, stretches: bool = False
) -> tree.Node:
    """Return the same tree with every Pattern replaced by the Words it stands for, the most frequent ones first.

    So are other terms that stand for a token with several spellings, and phrases and sides of distances by an Or of
    their forms; single words as well where all ``stretches`` of a text are asked for, not only whether there is one.
    """
    return _Expansion(vocabulary, clock).of(query, stretches)


class _Expansion:
    def __init__(self, vocabulary: Vocabulary, clock: Deadline) -> None:
        self._vocabulary = vocabulary
        self._clock = clock

    def of(self, node: tree.Node, joined: bool = False) -> tree.Node:
        """Return a node expanded; ``joined`` to others by a distance, or as one whose whole stretch matters."""
        match node:
            case tree.Word() | tree.Prefix() | tree.Pattern() if not joined:
                return self._words(node, node.fields)
            case tree.Word() | tree.Prefix() | tree.Pattern() | tree.Phrase():
                return self._in_forms(node, joined)
            case _:
                return tree.rebuilt(node, lambda part: self.of(part, joined or isinstance(node, tree.Near)))

    def _words(self, term: tree.Term, fields: tuple[str, ...]) -> tree.Term:
        among = self._vocabulary.within(fields)
        match term:
            case tree.Pattern():
                return tree.Words(among.frequent_first(term, self._clock), term.fields, term.place)
            case tree.Word() | tree.Prefix() if tokens := among.tokens(term, self._clock):
                return tree.Words(tuple(tokens), term.fields, term.place)
            case _:
                return term

    def _in_forms(self, leaf: tree.Leaf, joined: bool) -> tree.Node:
        """Return a leaf in each of its forms. After a phrase that isn't joined, nothing needs to follow."""
        fields, terms = tree.searched_fields(leaf), tree.terms_of(leaf)
        choices = [self._choices(term, fields) for term in (terms if joined else terms[:-1])]
        if not joined:
            choices.append([(self._words(terms[-1], fields),)])
        broken = [at for at, choice in enumerate(choices) if len(choice) > 1]
        forms = list(product(*choices))
        if len(broken) > _MOST_BROKEN:
            usual = forms[0]
            forms = [usual, *((*usual[:at], choices[at][1], *usual[at + 1 :]) for at in broken)]
        nodes = [_leaf(tuple(chain.from_iterable(form)), leaf) for form in forms]
        return nodes[0] if len(nodes) == 1 else tree.Or(tuple(nodes), leaf.place, same=True)

    def _choices(self, term: tree.Term, fields: tuple[str, ...]) -> list[tuple[tree.Term, ...]]:
        """Return what a term stands for in a text: one token, or two that are a broken word."""
        words, among = self._words(term, fields), self._vocabulary.within(fields)
        if isinstance(term, tree.Words) or not (firsts := among.broken(term, self._clock)):
            return [(words,)]
        alone, halves = term_parser.test(term, self._clock, alone=True), set(firsts)
        tokens = words.words if isinstance(words, tree.Words) else ()
        kept = [token for token in tokens if token not in halves or alone(token)]
        two = (_one(firsts, term), _one(among.spelled(map(second_half, firsts)), term))
        return [(_one(kept, term),), two] if kept else [two]


def _one(words: Sequence[str], term: tree.Term) -> tree.Term:
    return tree.Word(words[0], (), term.place) if len(words) == 1 else tree.Words(tuple(words), (), term.place)


def _leaf(terms: tuple[tree.Term, ...], of: tree.Leaf) -> tree.Leaf:
    """Return a leaf of other terms; a word of two tokens is looked for in the fields of a word."""
    if isinstance(of, tree.Phrase):
        return replace(of, parts=terms)
    return (
        replace(terms[0], fields=of.fields)
        if len(terms) == 1
        else tree.Phrase(terms, tree.searched_fields(of), of.place)
    )


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
    def near(self, distance: Distance) -> set[ItemNo]:
        """Return the items in which a distance is met."""

    @cached_property
    def everything(self) -> set[ItemNo]:
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
                    return self.near(Distance(narrowed(whole), self.clock))
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
