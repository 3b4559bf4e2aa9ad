"""The query tree: frozen nodes, pure data, each knowing its place in the text as typed.

No node can run itself, and none knows of a store or an engine. ``language.py`` makes trees from text,
``snapshot.resolve`` replaces attributes by item numbers, each engine translates what is left in one ``match`` closed by
``assert_never``.
A leaf without fields is looked for in those of ``searched_fields``. ``shown`` is a term's folded text as it was typed,
"" where it wasn't; like its place, it makes no difference to a tree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import msgspec

from triage.model.items import DEFAULT_FIELDS, IDENTIFIERS, ItemNo
from triage.text import words


class Place(msgspec.Struct, frozen=True):
    """Character offsets into the query as typed, end exclusive."""

    start: int
    end: int


NOWHERE = Place(0, 0)


@dataclass(frozen=True, slots=True)
class Word:
    """Items that hold this token (folded, see ``triage.text``) in one of the fields."""

    word: str
    fields: tuple[str, ...] = ()
    place: Place = field(default=NOWHERE, compare=False)
    shown: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Prefix:
    """Items that hold a token beginning with ``stem`` (folded) in one of the fields."""

    stem: str
    fields: tuple[str, ...] = ()
    place: Place = field(default=NOWHERE, compare=False)
    shown: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Pattern:
    """Items that hold a token which the pattern fits, in one of the fields.

    ``kind`` says how ``text`` is to be read: "wild" (folded; ``*`` any run of characters, ``?`` any one), "fuzzy"
    (folded; up to ``distance`` letters more, fewer, other or swapped), "stem" (folded; the same English stem), "regex"
    (covers the whole token), "prefixes" (folded; with or without Hebrew or Arabic one-letter prefixes). Tokens in
    ``struck`` don't count; ``struck_shown`` are they as typed. Before an index is asked, ``expand`` makes Words of it.
    """

    kind: str
    text: str
    distance: int = 0
    fields: tuple[str, ...] = ()
    struck: tuple[str, ...] = ()
    place: Place = field(default=NOWHERE, compare=False)
    shown: str = field(default="", compare=False)
    struck_shown: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Words:
    """Items that hold at least one of these tokens in one of the fields: what a Pattern became."""

    words: tuple[str, ...]
    fields: tuple[str, ...] = ()
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Items in which the parts stand side by side, in order, in one field; the parts' own fields are empty."""

    parts: tuple[Term, ...]
    fields: tuple[str, ...] = ()
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Literal:
    """Items whose text as written holds ``text`` from word edge to word edge, as ``exact_text`` compares them."""

    text: str
    fields: tuple[str, ...] = ()
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Near:
    """Items in which both sides stand at most ``distance - 1`` words apart in one field, using different words of it.

    ``ordered``: the left side ends before the right begins. ``negated``: the left side stands somewhere with no right
    side so near. A side is a Word, Prefix, Pattern, Words, Phrase, Near or an Or of them. The stretch of a nested Near
    goes from its first word to its last; what stands inside that stretch is no words apart.
    """

    left: Node
    right: Node
    distance: int
    ordered: bool = False
    negated: bool = False
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class And:
    """Items that all parts match."""

    parts: tuple[Node, ...]
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Or:
    """Items that at least one part matches.

    ``same``: the parts are words and phrases that stand for one term, as where a word is broken at a line's end.
    """

    parts: tuple[Node, ...]
    place: Place = field(default=NOWHERE, compare=False)
    same: bool = False


@dataclass(frozen=True, slots=True)
class Not:
    """Items of the case that the part doesn't match."""

    part: Node
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Attribute:
    """Items with a property that no engine knows (tag, custodian, type, date ...); ``resolve`` turns it into Ids."""

    name: str
    value: str
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Ids:
    """Exactly these items: what an Attribute became."""

    nos: frozenset[ItemNo]
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Everything:
    """Every item of the case: the empty query."""

    place: Place = field(default=NOWHERE, compare=False)


Term = Word | Prefix | Pattern | Words
"""What stands for one token of the text."""

Leaf = Term | Phrase
"""What stands for tokens that follow one another: all that a distance can join."""

Node = Leaf | Literal | Near | And | Or | Not | Attribute | Ids | Everything


def leaves(query: Node) -> Iterator[Node]:
    """Yield the nodes that join no others, from left to right."""
    match query:
        case And(parts=parts) | Or(parts=parts):
            for part in parts:
                yield from leaves(part)
        case Not(part=part):
            yield from leaves(part)
        case Near(left=left, right=right):
            yield from leaves(left)
            yield from leaves(right)
        case _:
            yield query


def marked(query: Node, number: int = 0) -> Iterator[tuple[int, Leaf | Literal | Near]]:
    """Yield the leaves, exact texts and distances whose places are marked and counted: those that aren't under NOT.

    Each comes with the number of its first term: leaves and exact texts count from 0, from left to right, all of them.
    """
    match query:
        case And(parts=parts) | Or(parts=parts):
            for part in parts:
                yield from marked(part, number)
                if not (isinstance(query, Or) and query.same):
                    number += len(set(term_numbers(part)))
        case Word() | Prefix() | Pattern() | Words() | Phrase() | Literal() | Near():
            yield number, query
        case _:
            return


def term_numbers(query: Node, first: int = 0) -> Iterator[int]:
    """Yield for each leaf and exact text of a query the number of the term that it is, or is a form of."""
    match query:
        case And(parts=parts) | Or(parts=parts):
            sides: Sequence[Node] = parts
        case Not(part=part):
            sides = (part,)
        case Near(left=left, right=right):
            sides = (left, right)
        case Word() | Prefix() | Pattern() | Words() | Phrase() | Literal():
            yield first
            return
        case _:
            return
    for side in sides:
        numbers = list(term_numbers(side, first))
        yield from numbers
        if not (isinstance(query, Or) and query.same):
            first += len(set(numbers))


def rebuilt(node: Node, change: Callable[[Node], Node]) -> Node:
    """Return a node with each of those that it joins changed; itself where it joins none."""
    match node:
        case And(parts=parts) | Or(parts=parts):
            return replace(node, parts=tuple(map(change, parts)))
        case Not(part=part):
            return replace(node, part=change(part))
        case Near(left=left, right=right):
            return replace(node, left=change(left), right=change(right))
        case _:
            return node


def terms_of(leaf: Leaf) -> tuple[Term, ...]:
    """Return the terms of which a leaf is made, one for each token that it covers."""
    return leaf.parts if isinstance(leaf, Phrase) else (leaf,)


def may_stand_in(leaf: Leaf | Literal, field_name: str) -> bool:
    """Whether a field is one of those in which a leaf is looked for."""
    return field_name in searched_fields(leaf)


def searched_fields(leaf: Leaf | Literal) -> tuple[str, ...]:
    """Return the fields in which a leaf is looked for: those that it names, else those that its kind is found in.

    An identifier of a message is found by several words side by side; one word, as a server's name, would be in all.
    """
    several = len(words(leaf.text)) > 1 if isinstance(leaf, Literal) else isinstance(leaf, Phrase)
    return leaf.fields or (_PHRASE_FIELDS if several else DEFAULT_FIELDS)


_PHRASE_FIELDS = (*DEFAULT_FIELDS, IDENTIFIERS)
