"""The log of decisions and what it comes to: the palette, which decisions apply, appending, undoing, an item's history.

Writes inside ``Store.change`` alone. No other module works out which of several decisions applies.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

import msgspec
from msgspec.structs import replace

from triage.errors import DecisionError
from triage.model.items import Decision, ItemId, ItemNo
from triage.model.redactions import MarkedPassage, Redaction, read_redaction, read_value
from triage.model.tags import DEFAULT, Copies, PaletteVersion, Tag
from triage.store.db import Store
from triage.store.records import DecisionRecord, insertion, listed
from triage.store.relations import copy_groups

# Versions of the palette, the tags on offer. Nothing here checks a palette or takes a decision.

_VERSIONS = "SELECT version, tags, author, time FROM palette ORDER BY version"


def palette_versions(store: Store) -> list[PaletteVersion]:
    """Return every version, the built-in one first."""
    return [PaletteVersion(0, DEFAULT), *(_version(row) for row in store.db.execute(_VERSIONS))]


def palette(store: Store) -> PaletteVersion:
    rows = store.rows(f"{_VERSIONS} DESC LIMIT 1")
    return _version(rows[0]) if rows else PaletteVersion(0, DEFAULT)


def _version(row: tuple[Any, ...]) -> PaletteVersion:
    version, tags, author, time = row
    return PaletteVersion(version, tuple(Tag(**fields) for fields in json.loads(tags)), author, time)


def add_palette(store: Store, made: PaletteVersion) -> None:
    tags = json.dumps([msgspec.to_builtins(tag) for tag in made.tags], ensure_ascii=False)
    row = (made.version, tags, made.author, made.time)
    store.db.execute("INSERT INTO palette(version, tags, author, time) VALUES(?,?,?,?)", row)


def tag_groups(store: Store) -> list[Sequence[str]]:
    """Return the tags of each single-choice group of the palette in force."""
    by_group: dict[str, list[str]] = {}
    for tag in palette(store).tags:
        if tag.group:
            by_group.setdefault(tag.group, []).append(tag.name)
    return list(by_group.values())


# Which decisions apply: the tags, notes and seals that a case's decisions come to, replayed in their one order.
#
# The order is (time, event): times of one copy of a case rise strictly, so that it is the order in which things were
# decided there, and it is the same in every copy that has the same events, whichever way they came.
#
# Each row decides about one subject of its item: one of its tags or passages, its note, its seal. The last one
# applies. A step that was undone counts for nothing, and nor do the rows of its undoing: what others decided before
# or after it, perhaps in another copy, applies.

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

_SUBJECTS = {prefix + kind: kind for kind in ("tag", "mark", "redact", "seal") for prefix in ("", "un")}
_SUBJECTS["note"] = "note"


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
    return {no: decision for (no, _, _), decision in current(store, nos, actions).items()}


def on_tags(store: Store, nos: Collection[ItemNo], names: Collection[str]) -> dict[tuple[ItemNo, str], CurrentDecision]:
    """Return the decision that applies to each of the items and each of these tags, by (item, tag)."""
    decisions = current(store, nos, ("tag", "untag"), names)
    return {(no, tag): decision for (no, _, tag), decision in decisions.items()}


def tags(store: Store, nos: Collection[ItemNo] | None = None) -> set[tuple[ItemNo, str]]:
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
    seq = int(store.value("SELECT max(seq) FROM decision") or 0)
    if not seq:  # which are copies takes a while to find in a large case
        return frozenset()
    groups, settled = copy_groups(store), not store.db.in_transaction
    basis, known = (groups, tuple(map(tuple, tag_groups(store)))), _known_disputes.get(store)
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
    for names in tag_groups(store):
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


_INSERT = insertion("decision", DecisionRecord)
_TAGGINGS = f"""SELECT item, reviewer, time FROM decision WHERE {COUNTS} AND action='tag'
AND item IN (SELECT value FROM json_each(?)) AND item IN (SELECT item FROM tagged WHERE tagged.tag=decision.value)"""
MOST_PERSON = 200
"""Characters of a reviewer's name."""


class StepRow(NamedTuple):
    """A decision as one of its step."""

    item: ItemNo
    action: str
    value: str
    event: str
    derived: str
    time: str


def person(reviewer: str) -> str:
    """Return a reviewer's name with its spaces in order; raises DecisionError where there is none."""
    text = " ".join(reviewer.split())
    if not text or len(text) > MOST_PERSON:
        raise DecisionError("reviewer-missing", most=MOST_PERSON)
    return text


def next_step(store: Store) -> int:
    return int(store.value("SELECT max(grp) FROM decision") or 0) + 1


def latest_time(store: Store) -> str:
    """Return the time of the latest decision, those that came from other copies included, "" where there is none."""
    last = str(store.value("SELECT time FROM decision ORDER BY seq DESC LIMIT 1") or "")
    return max(last, store.meta("clock"))


def append(store: Store, record: DecisionRecord) -> None:
    store.db.execute(_INSERT, record)


def set_tag(store: Store, n: int, tag: str, carried: bool) -> None:
    sql = "INSERT OR IGNORE INTO tagged VALUES(?,?)" if carried else "DELETE FROM tagged WHERE item=? AND tag=?"
    store.db.execute(sql, (n, tag))


def carrying(store: Store, nos: Iterable[ItemNo], tag: str) -> set[ItemNo]:
    sql = "SELECT item FROM tagged WHERE tag=? AND item IN (SELECT value FROM json_each(?))"
    return {ItemNo(n) for (n,) in store.db.execute(sql, (tag, listed(nos)))}


def last_step(store: Store, reviewer: str, passed_over: Collection[int]) -> int | None:
    """Return the reviewer's last own step that counts, apart from some; None where there is none.

    Where copies were merged, the numbers of steps don't rise with time.
    """
    order = "time DESC, grp DESC" if store.meta("clock") else "grp DESC"
    sql = f"""SELECT grp FROM decision WHERE reviewer=? AND grp NOT IN (SELECT value FROM json_each(?))
    AND how NOT IN ('undo', 'propagated') AND {COUNTS} ORDER BY {order} LIMIT 1"""
    step = store.value(sql, (reviewer, json.dumps(list(passed_over))))
    return None if step is None else int(step)


def step_rows(store: Store, group: int) -> list[StepRow]:
    """Return the decisions of a step, from the last to the first."""
    sql = f"SELECT {', '.join(StepRow._fields)} FROM decision WHERE grp=? ORDER BY seq DESC"
    return [StepRow(*row) for row in store.db.execute(sql, (group,))]


def is_undone(store: Store, group: int) -> bool:
    return store.value("SELECT 1 FROM decision WHERE undoes=? LIMIT 1", (group,)) is not None


def tag_of_step(store: Store, group: int, no: ItemNo) -> str:
    """Return a tag that a step put on, on this item rather than another; "" where it put none on."""
    sql = "SELECT value FROM decision WHERE grp=? AND action='tag' ORDER BY item=? DESC LIMIT 1"
    return str(store.value(sql, (group, no)) or "")


def followers(store: Store, event: str, action: str) -> list[ItemNo]:
    """Return the items on which a decision of an action follows from this one, at any remove, in ascending order."""
    sql = """WITH RECURSIVE chain(item, event) AS (
    SELECT item, event FROM decision WHERE derived=:event AND action=:action
    UNION SELECT d.item, d.event FROM chain c JOIN decision d ON d.derived=c.event WHERE d.action=:action)
    SELECT DISTINCT item FROM chain ORDER BY item"""
    return [ItemNo(n) for (n,) in store.db.execute(sql, {"event": event, "action": action})]


def with_action(store: Store, action: str) -> list[tuple[ItemNo, DecisionRecord]]:
    sql = f"SELECT {', '.join(DecisionRecord._fields)} FROM decision WHERE action=?"
    return [(ItemNo(row[0]), DecisionRecord(*row)) for row in store.db.execute(sql, (action,))]


def history(store: Store, no: ItemNo) -> list[Decision]:
    """Return an item's decisions, oldest first."""
    sql = """SELECT d.seq, i.id, d.action, d.value, d.reviewer, d.time, d.how, d.grp, d.event, d.derived,
    EXISTS (SELECT 1 FROM signature s WHERE s.step=substr(d.event, 1, 32) AND s.step<>'')
    FROM decision d JOIN item i ON i.n=d.item WHERE d.item=? ORDER BY d.time, d.seq"""
    rows = store.db.execute(sql, (no,))
    return [replace(Decision(seq, ItemId(item), *rest), signed=bool(signed)) for seq, item, *rest, signed in rows]


def taggings(store: Store, ids: Collection[str]) -> list[tuple[ItemNo, str, str]]:
    """Return who put on the tags that these items, or their copies, carry, and when, as (item, reviewer, time)."""
    groups = copy_groups(store)
    nos = {copy for no in numbers_by_id(store, ids).values() for copy in groups.of(no)}
    return [(ItemNo(n), reviewer, time) for n, reviewer, time in store.db.execute(_TAGGINGS, (listed(nos),))]


def numbers_by_id(store: Store, ids: Collection[str]) -> dict[str, ItemNo]:
    sql = "SELECT id, n FROM item WHERE id IN (SELECT value FROM json_each(?))"
    return {item_id: ItemNo(n) for item_id, n in store.db.execute(sql, (json.dumps(list(ids)),))}
