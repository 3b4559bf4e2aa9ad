"""The query tree (search room): frozen nodes, pure data, each knowing its place in the text as typed.

No node can run itself, and none knows of a store or an engine. ``language.py`` makes trees from text, ``resolve.py``
replaces attributes by item numbers, each engine translates what is left in one ``match`` closed by ``assert_never``.
"""

from __future__ import annotations

from dataclasses import dataclass

from triage.model import ItemNo


@dataclass(frozen=True, slots=True)
class Place:
    """Character offsets into the query as typed, end exclusive."""

    start: int
    end: int


NOWHERE = Place(0, 0)


@dataclass(frozen=True, slots=True)
class Word:
    """Items that hold this token (folded, see ``triage.text``) in one of the fields; no fields means any field."""

    word: str
    fields: tuple[str, ...] = ()
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Prefix:
    """Items that hold a token beginning with ``stem`` (folded) in one of the fields; no fields means any field."""

    stem: str
    fields: tuple[str, ...] = ()
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Phrase:
    """Items in which the parts stand side by side, in order, in one field; a Prefix may be any part."""

    parts: tuple[Word | Prefix, ...]
    fields: tuple[str, ...] = ()
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class And:
    """Items that all parts match."""

    parts: tuple[Node, ...]
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Or:
    """Items that at least one part matches."""

    parts: tuple[Node, ...]
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Not:
    """Items of the case that the part doesn't match."""

    part: Node
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Attribute:
    """Items with a property that no engine knows (tag, custodian, type, date ...); ``resolve`` turns it into Ids."""

    name: str
    value: str
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Ids:
    """Exactly these items: what an Attribute became."""

    nos: frozenset[ItemNo]
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Everything:
    """Every item of the case: the empty query."""

    place: Place = NOWHERE


Node = Word | Prefix | Phrase | And | Or | Not | Attribute | Ids | Everything
