"""Trees as the cluster understands them: exactly, or, for distances, at least as wide as they are.

A query that ``whole`` gives means what its tree means. What ``near`` gives finds every item in which a distance is met;
only where it says so, no other. The cluster's intervals are exact for two sides of one width each that share no word;
for nested distances and all others they aren't, and a direct translation misses items.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace

from triage.model.items import DEFAULT_FIELDS
from triage.search.engines.opensearch import intervals
from triage.search.engines.opensearch.index import ANY, MOST_TERMS, Query
from triage.search.expand import Vocabulary
from triage.search.proximity.exact import Plan, is_plain, most_words, roles
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

_FEW_IDS = 1_000
_NOTHING: Query = {"match_none": {}}


class _NotExact(Exception):
    """The cluster has no query that means exactly this, or none that it would take."""


def whole(node: Node) -> Query | None:
    """Return the query that means exactly what a tree without patterns means, None where there is none.

    Nor is there one for what the case knows better: numbers that it would send only to get them back.
    """
    if isinstance(node, Ids | Everything | Not):
        return None
    try:
        query = _exact(node)
    except _NotExact:
        return None
    return query if _clauses(query) <= intervals.MOST_CLAUSES else None


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
            raise _NotExact


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


def near(node: Near, plan: Plan, words: Vocabulary) -> list[tuple[Query, bool]]:
    """Return queries that together find every item in which a ``normal`` distance is met.

    Each comes with whether what it finds meets the distance for sure.
    """
    fields = dict.fromkeys(field for leaf in plan.leaves for field in searched_fields(leaf))
    found = [_near_in(inside, field, node, words) for field in fields if (inside := _within(node, field))]
    perhaps = _packed([query for _, some in found for query in some])
    if wide := [role.leaf for role in roles(node) if role.needed and _is_wide(role.leaf)]:
        held = [holding(leaf, searched_fields(leaf)) for leaf in wide]
        perhaps = [{"bool": {"filter": [query, *held]}} for query in perhaps]
    sure = _packed([query for some, _ in found for query in some])
    return [*((query, True) for query in sure), *((query, False) for query in perhaps)]


def _is_wide(leaf: Leaf) -> bool:
    """Whether a leaf stands for so many words that they are named once, instead of once for each field."""
    return isinstance(leaf, Words) and len(leaf.words) > intervals.MOST_CHOICES


def _packed(queries: Iterable[Query]) -> list[Query]:
    """Join queries by OR to as few as the cluster takes."""
    packs: list[list[Query]] = [[]]
    room = intervals.MOST_CLAUSES
    for query in queries:
        room -= _clauses(query)
        if packs[-1] and room < 0:
            packs.append([])
            room = intervals.MOST_CLAUSES - _clauses(query)
        packs[-1].append(query)
    return [_any(pack) for pack in packs if pack]


def _near_in(inside: Node, field: str, near: Near, words: Vocabulary) -> tuple[list[Query], list[Query]]:
    """Return queries for a distance, of which ``inside`` can be met in a field: what is met for sure, and perhaps."""
    with suppress(intervals.NotExact):
        return [_ruled(field, rule) for rule in intervals.exact(inside, words)], []
    sure = [_ruled(field, rule) for rule in intervals.sure(inside, words)]
    with suppress(intervals.NotExact):
        return sure, [_ruled(field, rule) for rule in intervals.perhaps(inside, words)]
    groups = [group for group in _needed(inside, words) if len(group) <= intervals.MOST_CHOICES]
    if len(groups) < 2:
        return sure, [_together(inside, field)]
    rarest = sorted(groups, key=len)[: intervals.MOST_CLAUSES // intervals.MOST_CHOICES]
    choices = list(map(intervals.one_of, rarest))
    wide = intervals.standing(choices, most_words(near), False)
    return sure, [{"bool": {"filter": [_ruled(field, wide), _together(inside, field)]}}]


def _ruled(field: str, rule: intervals.Rule) -> Query:
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
        return _NOTHING
    return queries[0] if len(queries) == 1 else {"bool": {"should": list(queries), "minimum_should_match": 1}}


def _clauses(query: Query) -> int:
    """Return how many clauses a query has, however deep."""
    if inner := query.get("bool"):
        return sum(_clauses(part) for kind in ("filter", "should", "must_not") for part in inner.get(kind, ()))
    if by_field := query.get("intervals"):
        return sum(map(intervals.size, by_field.values()))
    return 1
