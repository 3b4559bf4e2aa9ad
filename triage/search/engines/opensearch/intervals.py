"""Distances as the cluster's intervals: exactly, or what is met for sure, or what may be met; pure translation.

An intervals query yields the shortest stretches only: one that holds another is dropped. So what is exact combines
stretches that cover the same number of words each, and never two widths in one rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import product
from typing import Any, NamedTuple

from triage.search.expand import Vocabulary
from triage.search.proximity.exact import is_plain, most_words
from triage.search.query.tree import Near, Node, Or, Phrase, Prefix, Word, Words, terms_of

Rule = dict[str, Any]
"""A rule of an intervals query, as JSON."""

MOST_CHOICES = 350
"""Words of one side of a distance that the cluster is asked for."""
MOST_CLAUSES = 800
"""Words that one query names; the cluster's own bound is 1,024, and it fails where that is passed."""
_MOST_RULES = 100
"""Rules of one distance: each pair of a left and a right source has one."""
_NO_WORD = "NONE"
"""Begins words that stand in no text, as those are folded and have no capital letter."""


class NotExact(Exception):
    """The cluster has no query that means exactly this, or none that it would take."""


class _Source(NamedTuple):
    """Stretches of one width, or of that width at least, and the words that they may be of.

    ``overlaps``: two of them may share a word of a text. ``texts``: what a plain one is of.
    """

    rule: Rule
    width: int
    words: frozenset[str]
    overlaps: bool = True
    texts: tuple[str, ...] = ()


_Translation = Callable[[Node, Vocabulary], list[_Source]]


def exact(node: Node, words: Vocabulary) -> list[Rule]:
    """Return rules of which one is met just where a ``normal`` distance, or a part of one, is. Raises NotExact."""
    if isinstance(node, Near) and not node.negated:
        return _bounded(rule for pair in _pairs(node, words, _sources) for rule in _near(*pair, node))
    return _bounded(source.rule for source in _sources(node, words))


def sure(node: Node, words: Vocabulary) -> list[Rule]:
    """Return rules that are met only where a ``normal`` distance is; there may be none."""
    with suppress(NotExact):
        return _bounded(source.rule for source in _sure(node, words))
    return []


def perhaps(node: Node, words: Vocabulary) -> list[Rule]:
    """Return rules of which one is met wherever a ``normal`` distance is. Raises NotExact.

    In each stretch that meets a part of the distance, there is one that meets the part's rule. So the whole's rule may
    allow as many words between as fit where the distance is met, and not fewer.
    """
    return _bounded(source.rule for source in _perhaps(node, words))


def _bounded(found: Iterable[Rule]) -> list[Rule]:
    """Return rules that the cluster takes. Raises NotExact."""
    bounded = []
    for rule in found:
        bounded.append(rule)
        if size(rule) > MOST_CLAUSES or len(bounded) > _MOST_RULES:
            raise NotExact
    return bounded


def standing(parts: Sequence[Rule], gaps: int, ordered: bool) -> Rule:
    """Return the rule for a stretch in which all parts are met, with at most so many words between them.

    Equal parts are made to differ: the cluster would take them together, and count no words between.
    """
    different = [_again(part, parts[:number].count(part)) for number, part in enumerate(parts)]
    return {"all_of": {"ordered": ordered, "max_gaps": gaps, "intervals": different}}


def one_of(texts: Sequence[str]) -> Rule:
    """Return the rule for one of some words, or phrases with a blank between words."""
    choice = [{"match": {"query": text, "ordered": True, "max_gaps": 0}} for text in dict.fromkeys(texts)]
    return choice[0] if len(choice) == 1 else {"any_of": {"intervals": choice}}


def size(rule: Rule) -> int:
    """Return how many words a rule names."""
    ((kind, asked),) = rule.items()
    if kind == "match":
        return len(asked["query"].split(" "))
    return sum(map(size, asked["intervals"])) + sum(map(size, asked.get("filter", {}).values()))


def _pairs(near: Near, words: Vocabulary, sources: _Translation) -> Iterator[tuple[_Source, _Source]]:
    left, right = sources(near.left, words), sources(near.right, words)
    if len(left) * len(right) > _MOST_RULES:
        raise NotExact
    return product(left, right)


def _sure(node: Node, words: Vocabulary) -> list[_Source]:
    with suppress(NotExact):
        return _sources(node, words)
    match node:
        case Or(parts=parts):
            return [source for part in parts for source in _sure(part, words)]
        case Near(negated=True):
            return _apart(node, words, exactly=False)
        case Near():
            return [
                _Source(rule, max(one.width, other.width), one.words | other.words)
                for one, other in _pairs(node, words, _sure)
                for rule in _near(one, other, node)
            ]
        case _:
            raise NotExact


def _perhaps(node: Node, words: Vocabulary) -> list[_Source]:
    with suppress(NotExact):
        return _sources(node, words)
    match node:
        case Or(parts=parts):
            return [source for part in parts for source in _perhaps(part, words)]
        case Near(negated=True, left=left):
            return _perhaps(left, words)
        case Near():
            return [_anywhere(*pair, most_words(node)) for pair in _pairs(node, words, _perhaps)]
        case _:
            raise NotExact


def _anywhere(one: _Source, other: _Source, most: int) -> _Source:
    """Return what holds both sources and is of so many words at most; one may be inside the other."""
    rule = standing((one.rule, other.rule), most - one.width - other.width, False)
    least = one.width + other.width if one.words.isdisjoint(other.words) else max(one.width, other.width)
    return _Source(rule, least, one.words | other.words)


def _near(one: _Source, other: _Source, near: Near) -> list[Rule]:
    """Return the rules for two sources near each other; where they may share a word, each may only follow the other."""
    both = (one.rule, other.rule)
    if near.ordered or one.words.isdisjoint(other.words):
        return [standing(both, near.distance - 1, near.ordered)]
    return [standing(order, near.distance - 1, True) for order in (both, both[::-1])]


def _sources(node: Node, words: Vocabulary) -> list[_Source]:
    match node:
        case Word(word=word):
            return [_plain((word,))]
        case Words(words=choice):
            return [_plain(choice)]
        case Prefix(stem=stem):
            return [_plain(words.within(node.fields).beginning(stem))]
        case Phrase() if is_plain(node):
            return [_plain((" ".join(term.word for term in terms_of(node) if isinstance(term, Word)),))]
        case Or(parts=parts):
            return _joined([source for part in parts for source in _sources(part, words)])
        case Near(negated=True):
            return _apart(node, words, exactly=True)
        case Near(ordered=True, distance=1):
            return [_directly(one, other) for one, other in _pairs(node, words, _sources)]
        case _:
            raise NotExact


def _plain(texts: Sequence[str]) -> _Source:
    """Return the source of some words, or of one phrase with a blank between words."""
    if not 0 < len(texts) <= MOST_CHOICES:
        raise NotExact
    inside = [word for text in texts for word in text.split(" ")]
    width = len(texts[0].split(" "))
    words = frozenset(inside)
    return _Source(one_of(texts), width, words, width > 1 and len(words) < width, tuple(texts))


def _joined(sources: list[_Source]) -> list[_Source]:
    """Return sources with all plain words as one."""
    single = [text for source in sources if source.width == 1 for text in source.texts]
    others = [source for source in sources if source.width > 1 or not source.texts]
    return [*([_plain(single)] if single else []), *others]


def _directly(one: _Source, other: _Source) -> _Source:
    overlaps = one.overlaps or other.overlaps or not one.words.isdisjoint(other.words)
    return _Source(
        standing((one.rule, other.rule), 0, True), one.width + other.width, one.words | other.words, overlaps
    )


def _can_tell(source: _Source, other: _Source, near: Near) -> bool:
    """Whether no stretch inside one of the others is taken for one near it, or each is near another one then."""
    same = source.width == 1 and other.texts and source.words <= frozenset(other.texts) and not near.ordered
    return bool(same) or source.words.isdisjoint(other.words)


def _apart(near: Near, words: Vocabulary, *, exactly: bool) -> list[_Source]:
    """Return the left sides that no right one is near: all of them where ``exactly`` is set, else some."""
    sources, away = _sources(near.left, words), _sources(near.right, words)
    if exactly and not all(_can_tell(source, other, near) for source, other in product(sources, away)):
        raise NotExact
    return [_apart_from(source, away, near) for source in sources]


def _apart_from(source: _Source, away: list[_Source], near: Near) -> _Source:
    """Return those of a source's stretches that none of the others is near; where none can be inside them, all those.

    Between a stretch and the nearest of the others there are some more of its own kind, none to ``most``: for each
    number of them there is a rule of which that whole is a shortest stretch.
    """
    rule, most = source.rule, (near.distance - 1) // source.width
    if source.overlaps or (most + 1) * (most + 2) * size(rule) * len(away) > MOST_CLAUSES:
        raise NotExact
    for other, more in product(away, range(most + 1)):
        own = [source.rule] * (more + 1)
        for parts in ([*own, other.rule], [other.rule, *own])[: 1 if near.ordered else 2]:
            between = standing(parts, near.distance - 1 - more * source.width, True)
            rule = {"all_of": {"intervals": [rule], "filter": {"not_contained_by": between}}}
    return _Source(rule, source.width, source.words, source.overlaps)


def _again(rule: Rule, number: int) -> Rule:
    """Return a rule that means the same and differs for every number."""
    if not number:
        return rule
    return {"all_of": {"intervals": [rule], "filter": {"not_containing": one_of((f"{_NO_WORD}{number}",))}}}
