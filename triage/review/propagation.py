"""What a step will change, before it does: rivals, followers, conflicts. It writes nothing.

A tag's rule says whom it follows to; where copies are coded together it also follows to all copies of what is coded.
What follows never overrules a person: an item on which somebody decided about this tag, or put another tag of its
group, is left as it is and counts as a conflict. Among copies that is another person: one's own word is changed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from triage.model.items import ItemNo
from triage.model.tags import Conflict, Foreseen, Palette, named, rivals
from triage.store.current_decisions import CurrentDecision, on_tags
from triage.store.db import Store
from triage.store.decisions import carrying
from triage.store.reading import ids
from triage.store.relations import copy_groups, reached, reaching

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


def plan(
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
    made, given = TagPlan(), set(nos)
    if leave_decided:
        decided = {no for (no, _), word in on_tags(store, nos, (tag, *rivals(palette, tag))).items() if word.own}
        nos, who = [no for no in nos if no not in decided], ""
    made.left_alone = len(given) - len(nos)
    having = carrying(store, nos, tag)
    made.changing = [no for no in nos if (no in having) != put]
    made.already = len(nos) - len(made.changing)
    one = named(palette, tag)
    rule = one.propagates if one else "none"
    if put:
        near = {no: cause for no, cause in reached(store, rule, made.changing).items() if no not in given}
        _put(store, palette, tag, made, made.changing, near)
    else:
        near = made.following = _losing(store, tag, rule, made.changing)
    if copies:
        causes = (*nos, *made.following) if put else (*made.changing, *made.following)
        along = _copies(store, causes, {*given, *near})
        before = len(made.following)
        if put:
            _put(store, palette, tag, made, (), along, who)
        else:
            made.following |= _not_of_others(store, along, tag, who)
        made.copies = len(made.following) - before
    return made


def _copies(store: Store, causes: Sequence[ItemNo], given: set[ItemNo]) -> dict[ItemNo, ItemNo]:
    """Return the copies of items that aren't given, each with the first item that it is a copy of."""
    groups, along = copy_groups(store), dict[ItemNo, ItemNo]()
    for cause in causes:
        for no in groups.of(cause):
            if no not in given:
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
    made: TagPlan,
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
        made.conflicts += [
            Conflict(no, names[no], word.action, name, word.reviewer, word.time, kept) for name, word in against
        ]
        if kept:
            continue
        if no in near:
            made.following[no] = near[no]
        if lost:
            made.replaced[no] = lost


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
