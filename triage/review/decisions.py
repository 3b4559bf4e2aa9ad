"""Taking and undoing decisions: append-only, one transaction with the audit row, nothing overwritten.

A step is what one key or command did: one group of decisions, undone as one. Of the tags of a single-choice group an
item carries one at most: the step that puts another one takes it off. Nothing here searches or reads sources.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

import msgspec

from triage.errors import CaseError, DecisionError, StepElsewhere
from triage.model.items import ItemNo, LastStep, Receipt
from triage.model.redactions import PART_ACTIONS
from triage.model.tags import Conflict, Foreseen, Palette, named, rivals
from triage.review import sealing
from triage.review.decision_writer import StepWriter, known, tag_name
from triage.store import decision_log, reading
from triage.store.db import Store
from triage.store.decision_log import CurrentDecision, StepRow, carrying, last_step, on_tags, person, step_rows
from triage.store.reading import ids
from triage.store.relations import copy_groups, reached, reaching

# What a step will change, before it does: rivals, followers, conflicts. A tag's rule says whom it follows to; where
# copies are coded together it also follows to all copies of what is coded. What follows never overrules a person: an
# item on which somebody decided about this tag, or put another tag of its group, is left as it is and counts as a
# conflict. Among copies that is another person: one's own word is changed.

_MOST_CONFLICTS = 2000


class TagPlan(msgspec.Struct):
    """What putting a tag on items, or taking it off, comes to.

    ``replaced`` are the tags that each item loses by it; ``following`` the items that follow, each with its cause,
    which comes before it. ``copies`` of these follow as copies.
    """

    changing: list[ItemNo] = msgspec.field(default_factory=list)
    already: int = 0
    left_alone: int = 0
    following: dict[ItemNo, ItemNo] = msgspec.field(default_factory=dict)
    copies: int = 0
    replaced: dict[ItemNo, list[str]] = msgspec.field(default_factory=dict)
    conflicts: list[Conflict] = msgspec.field(default_factory=list)

    def foreseen(self, tag: str) -> Foreseen:
        """Return it in numbers."""
        counts = Counter(conflict.reviewer for conflict in self.conflicts)
        reviewers = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        return Foreseen(
            tag=tag,
            changed=len(self.changing),
            already=self.already,
            propagated=len(self.following),
            copies=self.copies,
            replaced=len(self.replaced),
            kept=self.kept,
            left_alone=self.left_alone,
            reviewers=tuple(reviewers),
            conflicts=tuple(self.conflicts[:_MOST_CONFLICTS]),
        )

    @property
    def restated(self) -> list[ItemNo]:
        """The items that have the tag already, which it is put on again so that copies of them follow."""
        return sorted({*self.following.values()}.difference(self.changing, self.following))

    @property
    def kept(self) -> int:
        """How many items don't follow, as a person decided on them."""
        return len({conflict.no for conflict in self.conflicts if conflict.kept})


def plan_step(
    store: Store,
    palette: Palette,
    nos: Sequence[ItemNo],
    tag: str,
    put: bool,
    who: str = "",
    *,
    copies: bool = False,
    leave_decided: bool = False,
) -> TagPlan:
    """Return what a step of a person would do; ``nos`` are numbers of the case, each once.

    With ``copies`` it also does it to the copies of all items that it is done to, or was done to before.
    ``leave_decided`` leaves those alone on which anybody decided about the tag, or about another of its group.
    """
    plan, chosen = TagPlan(), set(nos)
    if leave_decided:
        decided = {no for (no, _), word in on_tags(store, nos, (tag, *rivals(palette, tag))).items() if word.own}
        nos, who = [no for no in nos if no not in decided], ""
    plan.left_alone = len(chosen) - len(nos)
    having = carrying(store, nos, tag)
    plan.changing = [no for no in nos if (no in having) != put]
    plan.already = len(nos) - len(plan.changing)
    one = named(palette, tag)
    rule = one.propagates if one else "none"
    if put:
        near = {no: cause for no, cause in reached(store, rule, plan.changing).items() if no not in chosen}
        _put(store, palette, tag, plan, plan.changing, near)
    else:
        near = plan.following = _losing(store, tag, rule, plan.changing)
    if copies:
        causes = (*nos, *plan.following) if put else (*plan.changing, *plan.following)
        along = _copies(store, causes, {*chosen, *near})
        before = len(plan.following)
        if put:
            _put(store, palette, tag, plan, (), along, who)
        else:
            plan.following |= _not_of_others(store, along, tag, who)
        plan.copies = len(plan.following) - before
    return plan


def _copies(store: Store, causes: Sequence[ItemNo], chosen: set[ItemNo]) -> dict[ItemNo, ItemNo]:
    """Return the copies of items that aren't chosen, each with the first item that it is a copy of."""
    groups, along = copy_groups(store), dict[ItemNo, ItemNo]()
    for cause in causes:
        for no in groups.of(cause):
            if no not in chosen:
                along.setdefault(no, cause)
    return along


def _not_of_others(store: Store, along: dict[ItemNo, ItemNo], tag: str, who: str) -> dict[ItemNo, ItemNo]:
    """Return those of the items that carry the tag, and not by the word of another person."""
    words = on_tags(store, carrying(store, along, tag), (tag,))
    return {no: along[no] for (no, _), word in words.items() if word.derived or word.reviewer == who}


def _put(
    store: Store,
    palette: Palette,
    tag: str,
    plan: TagPlan,
    changing: Sequence[ItemNo],
    near: dict[ItemNo, ItemNo],
    who: str = "",
) -> None:
    """Find what the items that change and those ``near`` them lose, and what speaks against it.

    Of these, those follow that don't carry the tag and on which nobody, ``who`` aside, has decided otherwise.
    """
    for no in carrying(store, near, tag):
        del near[no]
    others, both = rivals(palette, tag), [*changing, *near]
    losing = {other: carrying(store, both, other) for other in others}
    words = on_tags(store, both, (tag, *others))
    names = ids(store, {no for no, _ in words})
    for no in both:
        lost = [other for other in others if no in losing[other]]
        against = [(name, word) for name, word in _against(no, tag, lost, words) if word.own]
        kept = no in near and any(word.reviewer != who for _, word in against)
        plan.conflicts += [
            Conflict(no, names[no], word.action, name, word.reviewer, word.time, kept) for name, word in against
        ]
        if kept:
            continue
        if no in near:
            plan.following[no] = near[no]
        if lost:
            plan.replaced[no] = lost


def _against(
    no: ItemNo, tag: str, lost: Sequence[str], words: dict[tuple[ItemNo, str], CurrentDecision]
) -> Iterator[tuple[str, CurrentDecision]]:
    """Yield the decisions that stand against a tag on an item: it was taken off, or another of its group put on."""
    word = words.get((no, tag))
    if word is not None and word.action == "untag":
        yield tag, word
    yield from ((other, words[no, other]) for other in lost if (no, other) in words)


def _losing(store: Store, tag: str, rule: str, changing: Sequence[ItemNo]) -> dict[ItemNo, ItemNo]:
    """Return the items whose tag only followed from these, and from no other that keeps it."""
    near = reached(store, rule, changing)
    if not near:
        return {}
    having = carrying(store, near, tag)
    words = on_tags(store, having, (tag,))
    only = [no for no in having if (no, tag) in words and words[no, tag].derived]
    sources = reaching(store, rule, only)
    holding = carrying(store, set().union(*sources.values()), tag) - set(changing) if sources else set()
    own = {no for (no, _), word in on_tags(store, holding, (tag,)).items() if word.own}
    return {no: near[no] for no in only if not sources.get(no, set()) & own}


_OPPOSITE = {"tag": "untag", "untag": "tag", "mark": "unmark", "unmark": "mark"}
_OPPOSITE |= {"redact": "unredact", "unredact": "redact"}
_QUOTING = ("note", *PART_ACTIONS)  # what they say isn't in the audit, so that a seal can take it away
_MOST_TEXT = 20_000
_ID = re.compile("[0-9a-f]{8,64}")


def tag(
    store: Store,
    nos: Sequence[ItemNo],
    name: str,
    reviewer: str,
    how: str,
    index: sealing.Index,
    query: str = "",
    *,
    copies: bool = False,
    leave_decided: bool = False,
) -> Receipt:
    """Give items a tag, and with ``copies`` all copies of them; those that have it already are left as they are.

    One that seals is put by ``sealing``. ``query`` is what found them, for the record. ``leave_decided`` is as in
    ``plan_step``; nothing that is to be sealed is left alone.
    """
    name = tag_name(name)
    one = named(decision_log.palette(store).tags, name)
    if one is None:
        _refuse_id(store, name)
    elif one.seals:
        return sealing.seal(store, nos, one, one.words.partition(":")[0].lower(), reviewer, how, index, query=query)
    reviewer = person(reviewer)
    return _step(store, "tag", name, nos, reviewer, how, query=query, copies=copies, leave_decided=leave_decided)


def _refuse_id(store: Store, name: str) -> None:
    """Raise DecisionError for a tag that is the id of an item, or a beginning as long as lists show it."""
    if not _ID.fullmatch(name):
        return
    try:
        reading.find(store, name)
    except CaseError:
        return
    raise DecisionError("tag-is-item-id", name=name)


def untag(
    store: Store,
    nos: Sequence[ItemNo],
    name: str,
    reviewer: str,
    how: str,
    query: str = "",
    *,
    copies: bool = False,
) -> Receipt:
    """Take a tag from items, and with ``copies`` from all copies of them. A seal isn't taken off so."""
    return _step(store, "untag", tag_name(name), nos, person(reviewer), how, query=query, copies=copies)


def foresee(
    store: Store,
    nos: Sequence[ItemNo],
    name: str,
    put: bool = True,
    reviewer: str = "",
    *,
    copies: bool = False,
    leave_decided: bool = False,
) -> Foreseen:
    """Return what ``tag``, or ``untag`` (not ``put``), would do now, and which earlier decisions conflict with it."""
    name, palette = tag_name(name), decision_log.palette(store).tags
    nos, one = known(store, nos), named(palette, name)
    if put and one is None:
        _refuse_id(store, name)
    if put and one is not None and one.seals:
        new, following = sealing.reach(store, nos)
        return Foreseen(name, len(new), len(nos) - len(new), len(following), 0)
    if not put:
        sealing.refuse_untag(store, nos, name)
    plan = plan_step(store, palette, nos, name, put, reviewer, copies=copies, leave_decided=leave_decided)
    return plan.foreseen(name)


def note(store: Store, nos: Sequence[ItemNo], text: str, reviewer: str, how: str) -> Receipt:
    """Write the note of items in one step; the last one stands, an empty one takes the note back.

    Its text isn't in the audit, so that a seal can take it away. Raises DecisionError where an item is sealed.
    """
    text, reviewer = text.strip(), person(reviewer)
    if len(text) > _MOST_TEXT:
        raise DecisionError("note-too-long", size=len(text), most=_MOST_TEXT)
    with store.change(reviewer, "note") as detail:
        nos = known(store, nos)
        sealing.refuse_sealed(store, nos)
        step, before = StepWriter(store, reviewer, how), decision_log.notes(store, nos)
        changing = [no for no in nos if before.get(no, "") != text]
        for no in changing:
            step.add(no, "note", text)
        step.audit(detail, "", changing)
    return Receipt(step.group, "note", text, tuple(changing), len(nos) - len(changing))


def _step(
    store: Store,
    action: str,
    name: str,
    nos: Sequence[ItemNo],
    reviewer: str,
    how: str,
    *,
    query: str,
    copies: bool,
    leave_decided: bool = False,
) -> Receipt:
    copy_groups(store)  # outside of the change, so that they are kept
    with store.change(reviewer, action) as detail:
        nos = known(store, nos)
        if action == "untag":
            sealing.refuse_untag(store, nos, name)
        palette, put = decision_log.palette(store).tags, action == "tag"
        plan = plan_step(store, palette, nos, name, put, reviewer, copies=copies, leave_decided=leave_decided)
        step, events = StepWriter(store, reviewer, how), dict[ItemNo, str]()
        for no in (*plan.changing, *plan.restated, *plan.following):
            cause = events[plan.following[no]] if no in plan.following else ""
            for lost in plan.replaced.get(no, ()):
                step.add(no, "untag", lost, cause)
            events[no] = step.add(no, action, name, cause)
        step.audit(detail, name, plan.changing, propagated=len(plan.following), query=query)
    following, kept = tuple(plan.following), plan.kept + plan.left_alone
    already = plan.already - len(plan.restated)
    return Receipt(step.group, action, name, tuple(events), already, following, kept=kept, copies=plan.copies)


def undo(store: Store, reviewer: str, steps: Collection[int] | None = None) -> Receipt:
    """Take back the reviewer's last step that still stands; raises DecisionError where there is none.

    Raises StepElsewhere where it isn't one of the ``steps``, if they are given. What others have decided since then
    stands. A seal takes two people; once it is open, undoing goes on before it.
    """
    reviewer = person(reviewer)
    with store.change(reviewer, "undo") as detail:
        last, rows = _last(store, reviewer)
        own = next((row for row in reversed(rows) if not row.derived and row.action == "tag"), rows[-1])
        if steps is not None and last not in steps:
            nos = tuple(dict.fromkeys((own.item, *(row.item for row in reversed(rows)))))
            raise StepElsewhere(LastStep(last, own.action, own.value, own.time, nos))
        items = {row.item for row in rows}
        step = StepWriter(store, reviewer, "undo", last)
        notes = decision_log.notes(store, {row.item for row in rows if row.action == "note"}, without=last)
        for row in rows:
            value = notes.get(row.item, "") if row.action == "note" else row.value
            step.add(row.item, _OPPOSITE.get(row.action, row.action), value, row.event if row.derived else "")
        decision_log.restore(store, items)
        _one_of_each(store, rows, step)
        value = "" if own.action in _QUOTING else own.value
        detail.update(action=own.action, value=value, items=step.rows, undoes=last, group=step.group)
    return Receipt(step.group, "undo " + own.action, own.value, tuple(sorted(items)), 0)


def _last(store: Store, reviewer: str) -> tuple[int, list[StepRow]]:
    """Return the reviewer's last step to be undone, its rows from the last to the first."""
    passed_over: list[int] = []
    while (group := last_step(store, reviewer, passed_over)) is not None:
        passed_over.append(group)
        rows = step_rows(store, group)
        sealing.refuse_sealed(store, [row.item for row in rows if row.action == "seal"])
        if not any(row.action in ("seal", "ask-unseal", "unseal") for row in rows):
            return group, rows
    raise DecisionError("nothing-to-undo", who=reviewer)


def _one_of_each(store: Store, rows: Sequence[StepRow], step: StepWriter) -> None:
    """Take off again what an undo brought back beside another tag of its group, which somebody has put on since."""
    palette = decision_log.palette(store).tags
    for name in {row.value for row in rows if row.action == "untag"}:
        back = carrying(store, [row.item for row in rows if row.action == "untag" and row.value == name], name)
        others = rivals(palette, name)
        both = set().union(*(carrying(store, back, other) for other in others))
        applying = decision_log.on_tags(store, both, others)
        for no in sorted(both):
            newer = next(each for (n, _), each in applying.items() if n == no and each.action == "tag")
            step.add(no, "untag", name, newer.event, counts=True)
