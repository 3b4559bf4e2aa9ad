"""Queries that tell what was decided: refused while a sample is judged blind.

Nothing here knows what a sample is, nor whether one is open: whoever asks says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from triage.errors import QueryError
from triage.search.query.tree import And, Attribute, Node, Not, Or

_FIELDS = frozenset(("tag", "reviewer", "decided", "note"))
_VALUES = frozenset((("is", "tagged"), ("is", "untagged"), ("is", "disputed"), ("has", "tag"), ("has", "note")))


def attributes(query: Node) -> Iterator[Attribute]:
    """Yield the attributes that a query asks for, in the order in which they stand in it."""
    match query:
        case Attribute():
            yield query
        case And(parts=parts) | Or(parts=parts):
            for part in parts:
                yield from attributes(part)
        case Not(part=part):
            yield from attributes(part)


def refuse(query: Node) -> None:
    """Raise QueryError at the place of what tells how items were coded, by whom or when."""
    for one in attributes(query):
        if one.name in _FIELDS or (one.name, one.value) in _VALUES:
            named = f"{one.name}:{one.value}" if one.name in ("is", "has") else f"{one.name}:"
            raise QueryError("query-blind", one.place.start, one.place.end, field=named)
