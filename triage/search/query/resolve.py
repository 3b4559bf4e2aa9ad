"""Attributes of a query: they become item numbers, so that engines never hear of decisions.

While a sample is judged blind, those that tell what was decided are refused; whether one is, whoever asks says. Nothing
here opens a store, nor knows how it finds what is true of items.
"""

from __future__ import annotations

from triage.errors import QueryError
from triage.model.items import ItemNo
from triage.search.query import values
from triage.search.query.tree import Attribute, Ids, Node, leaves, rebuilt
from triage.store.facts import StoredFacts

_TELLING_FIELDS = frozenset(("tag", "reviewer", "decided", "note"))
_TELLING_VALUES = frozenset((("is", "tagged"), ("is", "untagged"), ("is", "disputed"), ("has", "tag"), ("has", "note")))


def refuse_telling(query: Node) -> None:
    """Raise QueryError at the place of what tells how items were coded, by whom or when."""
    for leaf in leaves(query):
        if isinstance(leaf, Attribute) and (leaf.name in _TELLING_FIELDS or (leaf.name, leaf.value) in _TELLING_VALUES):
            named = f"{leaf.name}:{leaf.value}" if leaf.name in ("is", "has") else f"{leaf.name}:"
            raise QueryError("query-blind", leaf.place.start, leaf.place.end, field=named)


def resolve(query: Node, facts: StoredFacts) -> Node:
    """Return the same tree with every Attribute replaced by the Ids of the items that have it now."""
    if isinstance(query, Attribute):
        return Ids(_items(query, facts), query.place)
    return rebuilt(query, lambda node: resolve(node, facts))


def left_out(query: Node | None, facts: StoredFacts) -> frozenset[ItemNo]:
    """Return the items that are superseded or vanished, unless a query asks for such by ``is:``."""
    asked = (
        {leaf.value for leaf in leaves(query) if isinstance(leaf, Attribute) and leaf.name == "is"} if query else set()
    )
    return frozenset().union(*(facts.state(state) for state in values.PAST if state not in asked))


def _items(query: Attribute, facts: StoredFacts) -> frozenset[ItemNo]:
    match query.name:
        case "date" | "sent" | "modified":
            return facts.dated("" if query.name == "date" else query.name, *values.dates(query.value))
        case "decided":
            return facts.decided(*values.decided(query.value))
        case "size":
            return facts.sized(*values.sizes(query.value))
        case "is":
            return facts.state(query.value)
        case "has":
            return facts.having(query.value)
        case "id" | "family" | "thread" | "hash":
            return facts.identified(query.name, query.value)
        case "lang":
            return facts.named("lang", values.language(query.value))
        case "note":
            return facts.noted(f"*{query.value}*")
        case _:
            return facts.named(query.name, query.value)
