"""Queries as sets: an index answers leaves, distances and exact texts; the rest is set algebra.

Shared by the engines that have an index. Nothing here knows how an index looks.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, assert_never

from triage.errors import EngineRefusal
from triage.model.items import ItemNo
from triage.search.deadline import Deadline
from triage.search.engine import ItemTexts
from triage.search.proximity.exact import Leaf
from triage.search.query import exact_text
from triage.search.query.tree import (
    And,
    Attribute,
    Everything,
    Ids,
    Literal,
    Near,
    Node,
    Not,
    Or,
    Pattern,
    Phrase,
    Prefix,
    Word,
    Words,
)


class Index(Protocol):
    """What an index answers; patterns were expanded before."""

    def everything(self) -> set[ItemNo]:
        """Return the numbers of all items."""

    def leaf(self, leaf: Leaf) -> set[ItemNo]:
        """Return the items in which a term or phrase stands."""

    def near(self, near: Near) -> set[ItemNo]:
        """Return the items in which a distance is met."""


def evaluate(query: Node, index: Index, texts: ItemTexts, clock: Deadline) -> set[ItemNo]:
    """Return the items that match. Raises EngineRefusal where the clock runs out."""

    known: dict[Node, set[ItemNo]] = {}

    def of(node: Node) -> set[ItemNo]:
        clock.check()
        if node not in known:
            known[node] = answer(node)
        return known[node]

    def answer(node: Node) -> set[ItemNo]:
        match node:
            case Word() | Prefix() | Pattern() | Words() | Phrase():
                return index.leaf(node)
            case Near():
                return index.near(node)
            case Literal():
                return exact(node, index.leaf(exact_text.phrase(node)), texts, clock)
            case And(parts=parts):
                return _all(parts, of, index, lambda node, within: exact(node, within, texts, clock))
            case Or(parts=parts):
                return set().union(*map(of, parts))
            case Not(part=part):
                return index.everything() - of(part)
            case Ids(nos=nos):
                return set(nos) & index.everything()
            case Everything():
                return index.everything()
            case Attribute(name=name):
                raise EngineRefusal("attribute-unresolved", field=name)
            case _:
                assert_never(node)

    return of(query)


def exact(node: Literal, within: set[ItemNo], texts: ItemTexts, clock: Deadline) -> set[ItemNo]:
    """Return those of the items whose text as written holds the literal."""
    found: set[ItemNo] = set()
    for no, field, text in texts.holding(within, exact_text.piece(node)):
        clock.check()
        if no not in found and exact_text.holds(node, [(field, text)]):
            found.add(no)
    return found


def _all(
    parts: tuple[Node, ...],
    of: Callable[[Node], set[ItemNo]],
    index: Index,
    exact_in: Callable[[Literal, set[ItemNo]], set[ItemNo]],
) -> set[ItemNo]:
    """Intersect the parts: what an index knows first, then exclusions, exact texts last and only in what is left."""
    found: set[ItemNo] | None = None
    for part in sorted(parts, key=_cost):
        if found is not None and not found:
            return found
        if isinstance(part, Not):
            found = (index.everything() if found is None else found) - of(part.part)
        elif isinstance(part, Literal):
            looked_up = index.leaf(exact_text.phrase(part))
            found = exact_in(part, looked_up if found is None else looked_up & found)
        else:
            found = of(part) if found is None else found & of(part)
    return set() if found is None else found


def _cost(node: Node) -> int:
    return 2 if isinstance(node, Literal) else 1 if isinstance(node, Not) else 0
