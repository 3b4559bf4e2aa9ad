"""Tree to tree: attributes become item numbers, so that engines never hear of decisions.

Nothing here opens a store: what is true of items comes from a ``Facts``, which the store offers.
"""

from __future__ import annotations

from typing import Protocol

from triage.model.items import ItemNo
from triage.search.query import values
from triage.search.query.tree import Attribute, Ids, Node, rebuilt


class Facts(Protocol):
    """What is true of a case's items now; every method returns their numbers, none where nothing fits."""

    def named(self, name: str, pattern: str) -> frozenset[ItemNo]:
        """Items whose property fits the pattern, letter case aside; ``*`` is any run of characters, ``?`` any one.

        ``name`` is tag (current ones), custodian (of any place of the item), type (also without what stands before its
        last ``/``), path (of any place), domain (of the sender's address), reviewer (of a current decision), origin (of
        a segment that has text), batch, sample (that holds the item), judged (a sample in which it was judged), problem
        (the code of one), or lang (a code of ``model.LANGUAGES``, "" for unknown). The pattern covers the whole value.
        """

    def noted(self, pattern: str) -> frozenset[ItemNo]:
        """Items with a reviewer's note that the pattern (as in ``named``) covers; a search for part of it has stars."""

    def dated(self, kind: str, low: str, high: str) -> frozenset[ItemNo]:
        """Items with a date at or after ``low`` and before ``high`` (ISO days or hours in UTC, "" where open).

        ``kind`` is "" for any date, else the item's ``date_kind`` (sent, modified). Items without a date never fit.
        """

    def decided(self, low: str, high: str, reviewer: str) -> frozenset[ItemNo]:
        """Items with a decision of these times by a reviewer who fits the pattern; what was undone isn't one."""

    def sized(self, low: int, high: int | None) -> frozenset[ItemNo]:
        """Items of at least ``low`` and, unless None, less than ``high`` bytes."""

    def state(self, state: str) -> frozenset[ItemNo]:
        """Items in one of ``values.STATES``."""

    def having(self, holding: str) -> frozenset[ItemNo]:
        """Items that have one of ``values.HOLDINGS``."""

    def identified(self, name: str, beginning: str) -> frozenset[ItemNo]:
        """Items by the beginning of an id or a hash (hex in lower case, 4 or more digits).

        ``name`` is id; family (the items whose family holds an item of that id); thread (the same for threads); or
        hash (sha256, digest or EDRM MIH).
        """


def resolve(query: Node, facts: Facts) -> Node:
    """Return the same tree with every Attribute replaced by the Ids of the items that have it now."""
    if isinstance(query, Attribute):
        return Ids(_items(query, facts), query.place)
    return rebuilt(query, lambda node: resolve(node, facts))


def _items(query: Attribute, facts: Facts) -> frozenset[ItemNo]:
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
            return facts.state(values.state(query.value))
        case "has":
            return facts.having(values.holding(query.value))
        case "id" | "family" | "thread" | "hash":
            return facts.identified(query.name, values.beginning(query.value))
        case "lang":
            return facts.named("lang", values.language(query.value))
        case "note":
            return facts.noted(f"*{values.pattern(query.value)}*")
        case _:
            return facts.named(query.name, values.pattern(query.value))
