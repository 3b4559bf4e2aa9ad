"""What people decided about items, as a ranking learns from it: relevant or not, by their own decisions alone.

It reads decisions, also as they were at an earlier one, and keeps nothing.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable

import msgspec

from triage.model.items import ItemNo
from triage.store.current_decisions import COUNTS, ORDERED
from triage.store.db import Store
from triage.store.relations import copy_groups

# The name stands for the decisions up to one of them, also inside the two fragments.
_DECISIONS = f"""WITH decision AS (SELECT * FROM main.decision WHERE seq<=?1)
SELECT item, action, value, reviewer, time, derived='', seq FROM ({ORDERED}) AS decision
WHERE {COUNTS} AND action IN ('tag', 'untag') AND value IN (SELECT value FROM json_each(?2)) ORDER BY moment, place"""


class OwnLabels(msgspec.Struct, frozen=True):
    """Which items are relevant (True) or not, in the order in which that was decided; ``first`` decision to ``last``.

    Items on which people differ are left out, with all their copies. ``by`` is who decided last on each item, and when.
    ``others`` are the items that carry a tag as well: it only followed from another item's, or people differ.
    """

    of: dict[ItemNo, bool]
    by: dict[ItemNo, tuple[str, str]]
    others: frozenset[ItemNo]
    first: int
    last: int


class _Decided(msgspec.Struct):
    """The last words on an item: by tag, and by reviewer and tag."""

    carried: dict[str, tuple[bool, bool, int]] = msgspec.field(default_factory=dict)
    words: dict[tuple[str, str], bool] = msgspec.field(default_factory=dict)
    by: tuple[str, str] = ("", "")


def last_decision(store: Store) -> int:
    """Return the number of the last decision, 0 where there is none."""
    return int(store.value("SELECT max(seq) FROM decision") or 0)


def labels(store: Store, relevant: Collection[str], not_relevant: Collection[str], last: int) -> OwnLabels:
    """Return what people decided up to the decision ``last``, by tags that make items relevant or not relevant."""
    decided: dict[ItemNo, _Decided] = {}
    bindings = (last, json.dumps([*relevant, *not_relevant]))
    for no, action, tag, reviewer, time, own, seq in store.db.execute(_DECISIONS, bindings):
        item = decided.pop(no, None) or _Decided()
        decided[no] = item  # at the end: by the last decision on it
        item.carried[tag] = (action == "tag", bool(own), seq)
        item.words[reviewer, tag] = action == "tag"
        if own and action == "tag":
            item.by = reviewer, time
    found, disputed, tagged, seqs = dict[ItemNo, bool](), set[ItemNo](), set[ItemNo](), list[int]()
    for no, item in decided.items():
        standing = {tag: (own, seq) for tag, (carries, own, seq) in item.carried.items() if carries}
        tagged.update([no] if standing else ())
        own_tags = [tag for tag, (own, _) in standing.items() if own]
        if _differ(item.words) or (standing.keys() & set(relevant) and standing.keys() & set(not_relevant)):
            disputed.add(no)
        elif own_tags:
            found[no] = any(tag in relevant for tag in own_tags)
            seqs += [standing[tag][1] for tag in own_tags]
    agreed = _agreed(store, found, disputed)
    by = {no: decided[no].by for no in agreed}
    return OwnLabels(agreed, by, frozenset(tagged - agreed.keys()), min(seqs, default=0), last)


def _differ(words: dict[tuple[str, str], bool]) -> bool:
    """Whether two reviewers' last words on a tag differ."""
    by_tag: dict[str, bool] = {}
    return any(by_tag.setdefault(tag, carries) != carries for (_, tag), carries in words.items())


def _agreed(store: Store, found: dict[ItemNo, bool], disputed: Iterable[ItemNo]) -> dict[ItemNo, bool]:
    """Return what was decided of items of which no copy is disputed, nor decided otherwise."""
    groups = copy_groups(store)
    nos = list(found)
    keys = dict(zip(nos, groups.keys(nos), strict=True))
    odd, by_key = set(groups.keys(list(disputed))), dict[int, bool]()
    for no in nos:
        if by_key.setdefault(keys[no], found[no]) != found[no]:
            odd.add(keys[no])
    return {no: relevant for no, relevant in found.items() if keys[no] not in odd}
