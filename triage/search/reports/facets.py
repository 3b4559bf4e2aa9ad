"""Facets: how a list of items divides, and the query that takes a part of it in or leaves it out.

The counts come from the store; here they get their names, their order and their queries.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from triage.model.items import ItemNo
from triage.model.reports import Facet, FacetValue
from triage.search.query.language import write
from triage.search.query.tree import Attribute
from triage.store.db import Store, listed
from triage.store.facts import StoredFacts, askable
from triage.store.relations import copy_groups
from triage.store.report_counts import domain, facet_counts, facet_repeats

_ROLES = {
    "single": "NOT is:family",
    "parent": "is:family AND NOT is:attachment",
    "attachment": "is:attachment",
}


_CURRENT = "NOT (is:superseded OR is:vanished OR is:purged)"


def facets(
    store: Store, nos: Sequence[ItemNo], past: Sequence[ItemNo] = (), *, collapse: bool = False
) -> tuple[Facet, ...]:
    """Return every facet of a list of items, and of ``past`` ones, which its query left out, the state.

    With ``collapse`` the copies that have a value count once for it.
    ``query`` of a value finds exactly its items when it is joined to the list's own query by AND. A value
    without one can't be asked for. An item with several tags or problems counts for each of them.
    """
    chosen, repeated = listed(nos), listed(_repeated(store, nos) if collapse else ())
    divided = tuple(_facet(store, facet, title, ask, chosen, repeated) for facet, (title, ask) in _FACETS.items())
    state = _facet(store, "state", "state", _of_state, listed({*nos, *past}), repeated)
    return (*divided, state) if any(value.value for value in state.values) else divided


def undated(store: Store, nos: Sequence[ItemNo], *, collapse: bool = False) -> tuple[int, dict[str, int]]:
    """Return how many items of a list have no date of their own, and of which months others stand in for it.

    Those are of a mail's file or its family, "" where there is none. With ``collapse`` copies count once.
    """
    these = sorted(StoredFacts(store).state("undated").intersection(nos))
    repeated = listed(_repeated(store, these) if collapse else ())
    months = _facet(store, "month", "month", _named("date"), listed(these), repeated)
    total = len(set(copy_groups(store).keys(these))) if collapse else len(these)
    return total, {value.value: value.items for value in months.values}


def _of_state(state: str) -> str:
    return f"is:{state}" if state else _CURRENT


def _repeated(store: Store, nos: Sequence[ItemNo]) -> list[int]:
    """Return the items of which another copy is listed too, as ``facet_repeats`` takes them."""
    keys = copy_groups(store).keys(nos)
    if len(count := Counter(keys)) == len(nos):
        return []
    return [key << 32 | no for no, key in zip(nos, keys, strict=True) if count[key] > 1]


def _facet(store: Store, facet: str, title: str, ask: Callable[[str], str], chosen: str, repeated: str) -> Facet:
    name, found = domain if facet == "sender" else str, Counter[str]()
    for value, count in facet_counts(store, facet, chosen).items():
        found[name(value)] += count
    if repeated != "[]":
        found -= facet_repeats(store, facet, repeated, name)
    pairs = sorted(found.items()) if facet == "month" else sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
    return Facet(title, tuple(FacetValue(value, count, ask(value)) for value, count in pairs if count))


def _named(name: str, none: str = "") -> Callable[[str], str]:
    def ask(value: str) -> str:
        if not value:
            return none
        return write(Attribute(name, value)) if askable(value) else ""

    return ask


_FACETS: dict[str, tuple[str, Callable[[str], str]]] = {
    "custodian": ("custodian", _named("custodian")),
    "type": ("type", _named("type")),
    "lang": ("language", _named("lang", "lang:none")),
    "sender": ("sender domain", _named("domain", "NOT domain:?*")),
    "month": ("month", _named("date", "NOT has:date")),
    "tag": ("tag", _named("tag", "is:untagged")),
    "problem": ("problem", _named("problem", "NOT is:problem")),
    "role": ("family role", lambda role: _ROLES[role]),
}
"""What the store counts, with its title and what makes the query of a value."""
