"""Attributes of a query: they become item numbers, so that engines never hear of decisions.

While a sample is judged blind, those that tell what was decided are refused; whether one is, whoever asks says. Nothing
here opens a store, nor knows how it finds what is true of items.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from triage.errors import QueryError
from triage.messages import say
from triage.model.items import ItemNo
from triage.model.messages import Message
from triage.model.type_names import short
from triage.search.query import values
from triage.search.query.language import quoted, write
from triage.search.query.tree import Attribute, Ids, Node, leaves, rebuilt
from triage.store.facts import StoredFacts

if TYPE_CHECKING:
    from triage.search.query.language import Reading

_TELLING_FIELDS = frozenset(("tag", "reviewer", "decided", "note"))
_TELLING_VALUES = frozenset((("is", "tagged"), ("is", "untagged"), ("is", "disputed"), ("has", "tag"), ("has", "note")))


def refuse_telling(query: Node) -> None:
    """Raise QueryError at the place of what tells how items were coded, by whom or when."""
    for leaf in leaves(query):
        if isinstance(leaf, Attribute) and (leaf.name in _TELLING_FIELDS or (leaf.name, leaf.value) in _TELLING_VALUES):
            named = f"{leaf.name}:{leaf.value}" if leaf.name in ("is", "has") else f"{leaf.name}:"
            raise QueryError("query-blind", leaf.place.start, leaf.place.end, field=named)


def resolve(query: Node, facts: StoredFacts, text: str | None) -> Node:
    """Return the same tree with every Attribute replaced by the Ids of the items that have it now.

    Raises QueryError for a name that nothing in the case ever had, and offers the nearest in the text as typed. Without
    a text, as for searches that were saved, such a name finds nothing.
    """
    if isinstance(query, Attribute):
        nos = _items(query, facts)
        if not nos and text is not None:
            _refuse_unknown(query, facts, text)
        return Ids(nos, query.place)
    return rebuilt(query, lambda node: resolve(node, facts, text))


def with_dates_outside(reading: Reading, facts: StoredFacts) -> Reading:
    """Return a reading with a note for each date range: how many items with no certain date lie outside it."""
    notes: dict[Message, None] = {}
    for leaf in leaves(reading.query):
        if isinstance(leaf, Attribute) and leaf.name in ("date", "sent", "modified"):
            uncertain = facts.state("undated") | facts.named("problem", "date-doubtful")
            outside = uncertain - _items(leaf, facts) - left_out(None, facts)
            asked = f"(is:undated OR problem:date-doubtful) NOT {write(leaf)}"
            if outside:
                notes[say("dates-outside", count=len(outside), range=write(leaf), query=asked)] = None
    return replace(reading, notes=(*reading.notes, *notes)) if notes else reading


def _refuse_unknown(query: Attribute, facts: StoredFacts, text: str) -> None:
    """Raise QueryError for a value that its field can't have in this case."""
    name, value = query.name, query.value
    if name == "decided":
        name, value = "reviewer", values.decided(value)[2]
    known = facts.known(name, value)
    if known is None:
        return
    types = {short(kind) for kind in known if "/" in kind} if name == "type" else ()
    error = values.unknown(f"{name}:", value, known, types)
    mend = None
    if error.mend:
        written = write(Attribute(query.name, query.value.replace(value, error.mend))).partition(":")[2]
        mend = text[: query.place.start] + written + text[query.place.end :]
    place = query.place
    raise QueryError(error.message, place.start, place.end, mend, quoted(text, place.start, place.end))


def left_out(query: Node | None, facts: StoredFacts) -> frozenset[ItemNo]:
    """Return the items that are superseded, vanished or purged, unless a query asks for such by ``is:``."""
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
