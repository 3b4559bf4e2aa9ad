"""Queries that tell what was decided: refused while a sample is judged blind.

Nothing here knows what a sample is, nor whether one is open: whoever asks says so.
"""

from __future__ import annotations

from triage.errors import QueryError
from triage.search.query.tree import Attribute, Node, leaves

_FIELDS = frozenset(("tag", "reviewer", "decided", "note"))
_VALUES = frozenset((("is", "tagged"), ("is", "untagged"), ("is", "disputed"), ("has", "tag"), ("has", "note")))


def refuse(query: Node) -> None:
    """Raise QueryError at the place of what tells how items were coded, by whom or when."""
    for leaf in leaves(query):
        if isinstance(leaf, Attribute) and (leaf.name in _FIELDS or (leaf.name, leaf.value) in _VALUES):
            named = f"{leaf.name}:{leaf.value}" if leaf.name in ("is", "has") else f"{leaf.name}:"
            raise QueryError("query-blind", leaf.place.start, leaf.place.end, field=named)
