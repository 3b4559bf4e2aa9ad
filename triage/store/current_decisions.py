"""Which decisions apply: the tags, notes and seals that a case's decisions come to, replayed in their one order.

The order is (time, event): times of one copy of a case rise strictly, so that it is the order in which things were
decided there, and it is the same in every copy that has the same events, whichever way they came.

Each row decides about one subject of its item: one of its tags or passages, its note, its seal. The last one applies. A
step that was undone counts for nothing, and nor do the rows of its undoing: what others decided before or after it,
perhaps in another copy, applies. No other module works out which of several decisions applies.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection
from typing import NamedTuple
from weakref import WeakKeyDictionary

from triage.model.items import ItemNo
from triage.model.redactions import MarkedPassage, Redaction, read_redaction, read_value
from triage.model.tags import Copies
from triage.store import palettes
from triage.store.db import Store, listed
from triage.store.relations import copy_groups

COUNTS = "undoes IS NULL AND NOT EXISTS (SELECT 1 FROM decision AS undoing WHERE undoing.undoes=decision.grp)"
"""The condition on a row of ``decision`` that it counts as work: neither undone nor an undoing."""

_SUBJECT = """CASE action WHEN 'untag' THEN 'tag' WHEN 'unmark' THEN 'mark' WHEN 'unredact' THEN 'redact'
WHEN 'unseal' THEN 'seal' ELSE action END"""
_WHICH = "iif(action IN ('tag', 'untag', 'mark', 'unmark', 'redact', 'unredact'), value, '')"
_IN = "IN (SELECT value FROM json_each(?))"
_LAST = f"""SELECT item, {_SUBJECT}, {_WHICH}, action, value, reviewer, time, grp, event, derived, max(time || event)
FROM decision WHERE {COUNTS} {{conditions}} GROUP BY item, {_SUBJECT}, {_WHICH} {{by}}"""
# The first step may find too many: it is there because an index answers it.
_DISPUTED = f"""WITH several(item) AS MATERIALIZED (
    SELECT item FROM decision {{given}} GROUP BY item HAVING min(reviewer)<>max(reviewer)),
last AS ({_LAST.format(conditions="AND item IN several AND action IN ('tag', 'untag')", by=", reviewer")})
SELECT DISTINCT item FROM last GROUP BY item, value HAVING min(action)<>max(action)"""


class CurrentDecision(NamedTuple):
    """The decision that applies to one subject of an item; ``group`` is the step that it is of."""

    action: str
    value: str
    reviewer: str
    time: str
    group: int
    event: str
    derived: str

    @property
    def own(self) -> bool:
        """Whether a person decided it for this item: it doesn't follow from another decision."""
        return not self.derived


Subject = tuple[ItemNo, str, str]
"""What a decision is about: the item; "tag", "note", "mark", "redact", "seal" or "ask-unseal"; which tag or passage."""

_SUBJECTS = {
    "tag": "tag",
    "untag": "tag",
    "note": "note",
    "mark": "mark",
    "unmark": "mark",
    "redact": "redact",
    "unredact": "redact",
    "seal": "seal",
    "unseal": "seal",
}


def subject(no: ItemNo, action: str, value: str) -> Subject | None:
    """Return what a decision on an item is about, None where it has no effect."""
    kind = _SUBJECTS.get(action)
    return None if kind is None else (no, kind, value if kind in ("tag", "mark", "redact") else "")


def current(
    store: Store,
    nos: Collection[ItemNo] | None = None,
    actions: Collection[str] = tuple(_SUBJECTS),
    names: Collection[str] | None = None,
    without: int | None = None,
) -> dict[Subject, CurrentDecision]:
    """Return the decision that applies to each subject of these items, None for all items.

    Only decisions with these ``actions`` count, and only those whose value is among ``names`` if they are given.
    ``without`` is a step to leave out, as if it had not been taken.
    """
    conditions = f"AND grp IS NOT ? AND action {_IN}"
    bindings: list[int | str | None] = [without, json.dumps(list(actions))]
    if nos is not None:
        conditions += f" AND item {_IN}"
        bindings.append(listed(nos))
    if names is not None:
        conditions += f" AND value {_IN}"
        bindings.append(json.dumps(list(names)))
    rows = store.db.execute(_LAST.format(conditions=conditions, by=""), bindings)
    return {(ItemNo(row[0]), row[1], row[2]): CurrentDecision(*row[3:10]) for row in rows}


def by_item(store: Store, nos: Collection[ItemNo] | None, actions: Collection[str]) -> dict[ItemNo, CurrentDecision]:
    """Return the last decision with one of these actions, which are all about one subject, on each of the items."""
    return {no: decision for (no, _, _), decision in current(store, nos, actions).items()}


def on_tags(store: Store, nos: Collection[ItemNo], names: Collection[str]) -> dict[tuple[ItemNo, str], CurrentDecision]:
    """Return the decision that applies to each of the items and each of these tags, by (item, tag)."""
    decisions = current(store, nos, ("tag", "untag"), names)
    return {(no, tag): decision for (no, _, tag), decision in decisions.items()}


def tags(store: Store, nos: Collection[ItemNo] | None = None) -> set[tuple[ItemNo, str]]:
    """Return the (item, tag) pairs that the decisions on these items come to, None for all items."""
    decisions = current(store, nos, ("tag", "untag"))
    return {(no, tag) for (no, _, tag), decision in decisions.items() if decision.action == "tag"}


def notes(store: Store, nos: Collection[ItemNo] | None = None, without: int | None = None) -> dict[ItemNo, str]:
    """Return the notes that apply to these items, None for all items; ``without`` is a step to leave out."""
    if nos is None:
        nos = {ItemNo(n) for (n,) in store.db.execute("SELECT DISTINCT item FROM decision WHERE action='note'")}
    decisions = current(store, nos, ("note",), without=without)
    return {no: decision.value for (no, _, _), decision in decisions.items() if decision.value}


def passages(store: Store, nos: Collection[ItemNo]) -> dict[ItemNo, list[MarkedPassage]]:
    """Return the passages that are marked in those of these items that have any, in the order of the text."""
    found: dict[ItemNo, set[MarkedPassage]] = {}
    for (no, _, value), decision in current(store, nos, ("mark", "unmark")).items():
        if decision.action == "mark" and (passage := read_value(value)) is not None:
            found.setdefault(no, set()).add(passage)
    return {no: sorted(each) for no, each in found.items()}


_REDACTORS = f"SELECT DISTINCT item, value, reviewer FROM decision WHERE {COUNTS} AND action='redact' AND item {_IN}"


def redactions(store: Store, nos: Collection[ItemNo] | None = None) -> dict[ItemNo, dict[Redaction, frozenset[str]]]:
    """Return what is redacted in those of these items that have any, None for all, each with who redacted it."""
    if nos is None:
        nos = {ItemNo(n) for (n,) in store.db.execute("SELECT DISTINCT item FROM decision WHERE action='redact'")}
    people: dict[tuple[ItemNo, str], set[str]] = {}
    for n, value, reviewer in store.db.execute(_REDACTORS, (listed(nos),)):
        people.setdefault((ItemNo(n), value), set()).add(reviewer)
    found: dict[ItemNo, dict[Redaction, frozenset[str]]] = {}
    for (no, _, value), decision in current(store, nos, ("redact", "unredact")).items():
        if decision.action == "redact" and (redaction := read_redaction(value)) is not None:
            found.setdefault(no, {})[redaction] = frozenset(people[no, value])
    return found


class _Disputes(NamedTuple):
    """The disputed items as of a decision's number; ``basis`` is what else they follow from."""

    basis: tuple[object, ...]
    seq: int
    nos: frozenset[ItemNo]


_known_disputes: WeakKeyDictionary[Store, _Disputes] = WeakKeyDictionary()


def disputed(store: Store) -> frozenset[ItemNo]:
    """Return the items on which two reviewers differ, and those of which copies are coded differently.

    Reviewers differ by their last words on one tag, or in a single-choice group; an item carries two tags of such a
    group only where two copies of the case were merged. Of what was worked out before, only that is worked out anew on
    which somebody decided since.
    """
    groups, settled = copy_groups(store), not store.db.in_transaction
    basis, known = (groups, tuple(map(tuple, palettes.groups(store)))), _known_disputes.get(store)
    seq = int(store.value("SELECT max(seq) FROM decision") or 0)
    if not settled or known is None or known.basis != basis:
        nos = frozenset(_differing(store, None))
    elif known.seq == seq:
        return known.nos
    else:
        new = store.db.execute("SELECT DISTINCT item FROM decision WHERE seq>?", (known.seq,))
        touched = {copy for (n,) in new for copy in groups.of(ItemNo(n))}
        nos = known.nos - touched | _differing(store, touched)
    if settled:
        _known_disputes[store] = _Disputes(basis, seq, nos)
    return nos


def disputed_count(store: Store) -> int:
    """Return how many items that are in the sources now are disputed."""
    return len(disputed(store).difference(n for (n,) in store.db.execute("SELECT item FROM past")))


def _differing(store: Store, nos: Collection[ItemNo] | None) -> set[ItemNo]:
    """Return the disputed ones of these items, whose copies are all among them; None stands for all items."""
    given, bindings = ("", ()) if nos is None else (f"WHERE item {_IN}", (listed(nos),))
    found = {ItemNo(n) for (n,) in store.db.execute(_DISPUTED.format(given=given), bindings)}
    several = f"SELECT item FROM (SELECT * FROM tagged {given}) WHERE tag {_IN} GROUP BY item HAVING count(*)>1"
    for names in palettes.groups(store):
        found.update(ItemNo(n) for (n,) in store.db.execute(several, (*bindings, json.dumps(names))))
    groups, coded = copy_groups(store), defaultdict[int, set[frozenset[str]]](set)
    decided = _decided(store, nos)
    for key, tags_ in zip(groups.keys(list(decided)), decided.values(), strict=True):
        coded[key].add(tags_)
    differing = [ItemNo(key) for key, each in coded.items() if len(each) > 1]
    return found.union(*map(groups.of, differing))


def _decided(store: Store, nos: Collection[ItemNo] | None) -> dict[ItemNo, frozenset[str]]:
    """Return the tags of those of the items, None for all, on which a decision on a tag counts; maybe none of them."""
    given, bindings = ("", ()) if nos is None else (f"AND item {_IN}", (listed(nos),))
    sql = f"SELECT DISTINCT item FROM decision WHERE action IN ('tag', 'untag') AND {COUNTS} {given}"
    carried = defaultdict[ItemNo, set[str]](set)
    for n, tag in store.db.execute(f"SELECT item, tag FROM tagged WHERE true {given}", bindings):
        carried[ItemNo(n)].add(tag)
    return {ItemNo(n): frozenset(carried.get(ItemNo(n), ())) for (n,) in store.db.execute(sql, bindings)}


def copies(store: Store, nos: Collection[ItemNo]) -> dict[ItemNo, Copies]:
    """Return of these items those that have copies, or are disputed, with who has the copies and what they carry."""
    groups = copy_groups(store)
    of = {no: groups.of(no) for no in nos}
    odd = _differing(store, {copy for others in of.values() for copy in others})
    each = sorted({copy for no, others in of.items() if len(others) > 1 or no in odd for copy in others})
    sql = f"SELECT n, custodian FROM item WHERE n {_IN}"
    custodian: dict[ItemNo, str] = dict(store.db.execute(sql, (listed(each),)))
    decided = _decided(store, each)
    found = {}
    for no, others in of.items():
        if no in custodian:
            undecided = len(others) - len(decided.keys() & set(others))
            holders = sorted(Counter(custodian[other] for other in others).items())
            differ = not odd.isdisjoint(others)
            found[no] = Copies(others, tuple(holders), undecided if undecided < len(others) else 0, differ)
    return found


def restore(store: Store, nos: Collection[ItemNo]) -> set[ItemNo]:
    """Make ``tagged`` say of these items what their decisions come to; return the items whose tags changed."""
    sql = f"SELECT item, tag FROM tagged WHERE item {_IN}"
    before = {(ItemNo(n), tag) for n, tag in store.db.execute(sql, (listed(nos),))}
    after = tags(store, nos)
    store.db.executemany("DELETE FROM tagged WHERE item=? AND tag=?", before - after)
    store.db.executemany("INSERT OR IGNORE INTO tagged VALUES(?,?)", after - before)
    return {no for no, _ in before ^ after}
