"""Tree to tree: attributes become item numbers, so that engines never hear of decisions.

Nothing here opens a store, nor knows how it finds what is true of items.
"""

from __future__ import annotations

from triage.model.items import ItemNo
from triage.search.query import values
from triage.search.query.tree import Attribute, Ids, Node, rebuilt
from triage.store.facts import StoredFacts


def resolve(query: Node, facts: StoredFacts) -> Node:
    """Return the same tree with every Attribute replaced by the Ids of the items that have it now."""
    if isinstance(query, Attribute):
        return Ids(_items(query, facts), query.place)
    return rebuilt(query, lambda node: resolve(node, facts))


def _items(query: Attribute, facts: StoredFacts) -> frozenset[ItemNo]:
    match query.name:
        case "date":
            return facts.dated("", *values.dates(query.value))
        case "sent" | "modified":
            return facts.dated(query.name, *values.dates(query.value))
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
