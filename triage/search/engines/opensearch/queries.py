"""Trees as the cluster understands them: exactly, or, for distances, at least as wide as they are.

A query that ``whole`` gives means what its tree means. What ``near`` gives finds every item in which a distance is met;
only where it says so, no other. The cluster's intervals are exact for two sides of one width each that share no word;
for nested distances and all others they aren't, and a direct translation misses items.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import islice, product
from typing import Any, NamedTuple

from triage.model.items import DEFAULT_FIELDS
from triage.search.distances import Distance, is_plain, most_words
from triage.search.engines.opensearch.cluster import ANY, MOST_TERMS, Query
from triage.search.expand import Vocabulary
from triage.search.query.tree import (
    And,
    Everything,
    Ids,
    Leaf,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Word,
    Words,
    searched_fields,
    terms_of,
)

# Distances as the cluster's intervals: exactly, or what is met for sure, or what may be met; pure translation.
#
# An intervals query yields the shortest stretches only: one that holds another is dropped. So what is exact combines
# stretches that cover the same number of words each, and never two widths in one rule.

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


def _bounded(rules: Iterable[Rule]) -> list[Rule]:
    """Return rules that the cluster takes. Raises NotExact."""
    bounded = list(islice(rules, _MOST_RULES + 1))
    if len(bounded) > _MOST_RULES or any(size(rule) > MOST_CLAUSES for rule in bounded):
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
    """Return stretches that are only where a ``normal`` distance, or a part of one, is met."""
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
    """Return stretches of which one is wherever a ``normal`` distance, or a part of one, is met.

    In each stretch that meets a part of the distance, there is one that meets the part's rule. So the whole's rule may
    allow as many words between as fit where the distance is met, and not fewer.
    """
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


_FEW_IDS = 1_000


def whole(node: Node) -> Query | None:
    """Return the query that means exactly what a tree without patterns means, None where there is none.

    Nor is there one for what the case knows better: numbers that it would send only to get them back.
    """
    if isinstance(node, Ids | Everything | Not):
        return None
    try:
        query = _exact(node)
    except NotExact:
        return None
    return query if _clauses(query) <= MOST_CLAUSES else None


def holding(leaf: Leaf, fields: Iterable[str]) -> Query:
    """Return the query for items in which a leaf stands in one of the fields; a phrase's words may stand anywhere."""
    if not isinstance(leaf, Phrase) and tuple(fields) == DEFAULT_FIELDS:
        fields = (ANY,)
    return _any([query for field in fields for query in _in_field(leaf, field)])


def _exact(node: Node) -> Query:
    match node:
        case Word() | Prefix() | Words():
            return holding(node, searched_fields(node))
        case Phrase() if is_plain(node):
            text = " ".join(term.word for term in node.parts if isinstance(term, Word))
            return _any([{"match_phrase": {field: {"query": text}}} for field in searched_fields(node)])
        case And(parts=parts):
            return {"bool": {"filter": list(map(_exact, parts))}}
        case Or(parts=parts):
            return _any(list(map(_exact, parts)))
        case Not(part=part):
            return {"bool": {"must_not": [_exact(part)]}}
        case Ids(nos=nos) if len(nos) <= _FEW_IDS:
            return {"terms": {"no": sorted(nos)}}
        case Everything():
            return {"match_all": {}}
        case _:
            raise NotExact


def _in_field(leaf: Leaf, field: str) -> list[Query]:
    match leaf:
        case Word(word=word):
            return [{"term": {field: {"value": word}}}]
        case Prefix(stem=stem):
            return [{"prefix": {field: {"value": stem}}}]
        case Words(words=words):
            pieces = (words[at : at + MOST_TERMS] for at in range(0, len(words), MOST_TERMS))
            return [{"terms": {field: list(piece)}} for piece in pieces]
        case Phrase(parts=parts):
            return [{"bool": {"filter": [_any(_in_field(part, field)) for part in parts]}}]
        case _:
            raise TypeError(f"{leaf} was to be expanded before")


def near(distance: Distance, words: Vocabulary) -> list[tuple[Query, bool]]:
    """Return queries that together find every item in which a distance is met.

    Each comes with whether what it finds meets the distance for sure.
    """
    node = distance.node
    fields = dict.fromkeys(field for leaf in distance.leaves for field in searched_fields(leaf))
    found = [_near_in(inside, field, node, words) for field in fields if (inside := _within(node, field))]
    perhaps = _packed([query for _, some in found for query in some])
    if wide := [role.leaf for role in distance.roles if role.needed and _is_wide(role.leaf)]:
        held = [holding(leaf, searched_fields(leaf)) for leaf in wide]
        perhaps = [{"bool": {"filter": [query, *held]}} for query in perhaps]
    sure = _packed([query for some, _ in found for query in some])
    return [*((query, True) for query in sure), *((query, False) for query in perhaps)]


def _is_wide(leaf: Leaf) -> bool:
    """Whether a leaf stands for so many words that they are named once, instead of once for each field."""
    return isinstance(leaf, Words) and len(leaf.words) > MOST_CHOICES


def _packed(queries: Iterable[Query]) -> list[Query]:
    """Join queries by OR to as few as the cluster takes."""
    packs: list[list[Query]] = []
    room = 0
    for query in queries:
        clauses = _clauses(query)
        if not packs or clauses > room:
            packs.append([])
            room = MOST_CLAUSES
        packs[-1].append(query)
        room -= clauses
    return list(map(_any, packs))


def _near_in(inside: Node, field: str, near: Near, words: Vocabulary) -> tuple[list[Query], list[Query]]:
    """Return queries for a distance, of which ``inside`` can be met in a field: what is met for sure, and perhaps."""
    with suppress(NotExact):
        return [_ruled(field, rule) for rule in exact(inside, words)], []
    sure = list[Query]()
    with suppress(NotExact):
        sure = [_ruled(field, rule) for rule in _bounded(source.rule for source in _sure(inside, words))]
    with suppress(NotExact):
        return sure, [_ruled(field, rule) for rule in _bounded(source.rule for source in _perhaps(inside, words))]
    groups = [group for group in _needed(inside, words) if len(group) <= MOST_CHOICES]
    if len(groups) < 2:
        return sure, [_together(inside, field)]
    rarest = sorted(groups, key=len)[: MOST_CLAUSES // MOST_CHOICES]
    wide = standing(list(map(one_of, rarest)), most_words(near), False)
    return sure, [{"bool": {"filter": [_ruled(field, wide), _together(inside, field)]}}]


def _ruled(field: str, rule: Rule) -> Query:
    return {"intervals": {field: rule}}


def _within(node: Node, field: str) -> Node | None:
    """Return what of a distance can be met in a field, None where none can."""
    match node:
        case Near(left=left, right=right, negated=negated):
            one, two = _within(left, field), _within(right, field)
            if one is None or (two is None and not negated):
                return None
            return one if two is None else replace(node, left=one, right=two)
        case Or(parts=parts):
            inside = tuple(part for part in (_within(part, field) for part in parts) if part is not None)
            return Or(inside) if inside else None
        case Word() | Prefix() | Words() | Phrase():
            return node if field in searched_fields(node) else None
        case _:
            raise TypeError(f"{node} isn't part of a distance")


def _together(node: Node, field: str) -> Query:
    """Return the query for items that hold in a field all that a distance can't be met without."""
    match node:
        case Near(left=left, right=right, negated=negated):
            one = _together(left, field)
            return one if negated else {"bool": {"filter": [one, _together(right, field)]}}
        case Or(parts=parts):
            return _any([_together(part, field) for part in parts])
        case Words() if _is_wide(node):
            return {"match_all": {}}
        case Word() | Prefix() | Words() | Phrase():
            return _any(_in_field(node, field))
        case _:
            raise TypeError(f"{node} isn't part of a distance")


def _needed(node: Node, words: Vocabulary) -> list[Sequence[str]]:
    """Return groups of words: where a distance is met, one word of each group stands in the stretch that meets it."""
    match node:
        case Near(left=left, right=right, negated=negated):
            one = _needed(left, words)
            return one if negated else [*one, *_needed(right, words)]
        case Or(parts=parts):
            rarest = [min(_needed(part, words), key=len) for part in parts]
            return [list(dict.fromkeys(word for group in rarest for word in group))]
        case Word(word=word):
            return [[word]]
        case Words(words=choice):
            return [choice]
        case Prefix(stem=stem):
            return [words.within(node.fields).beginning(stem)]
        case Phrase():
            return [group for term in terms_of(node) for group in _needed(term, words)]
        case _:
            raise TypeError(f"{node} isn't part of a distance")


def _any(queries: Sequence[Query]) -> Query:
    if not queries:
        return {"match_none": {}}
    return queries[0] if len(queries) == 1 else {"bool": {"should": list(queries), "minimum_should_match": 1}}


def _clauses(query: Query) -> int:
    if inner := query.get("bool"):
        return sum(_clauses(part) for kind in ("filter", "should", "must_not") for part in inner.get(kind, ()))
    if by_field := query.get("intervals"):
        return sum(map(size, by_field.values()))
    return 1
