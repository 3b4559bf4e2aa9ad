"""Merging: the union of two copies' events. Nothing is overwritten; where two people differ is listed.

Whatever the order in which copies are merged, the same events come to the same tags (see
``store.decision_log``): merging twice changes nothing more, and A with B is as B with A.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any

import msgspec
from msgspec.structs import replace

from triage.errors import DecisionError
from triage.messages import joined, plain, say
from triage.model.items import ItemId, ItemNo
from triage.model.messages import Message
from triage.model.tags import PaletteVersion, rivals
from triage.model.team import Disagreement, LastWord, MergeReport
from triage.review import batches, exchange, palette, roster, sealing
from triage.review.exchange import Header, Offer, Offered, Record
from triage.review.roster import Verifies
from triage.store import decision_log, events, worklists
from triage.store.db import Store
from triage.store.decision_log import CurrentDecision, Subject, person
from triage.store.events import Alias, Event, Hidden, ListEvent, Taken, WorkEvent
from triage.store.reading import ids
from triage.store.signatures import RosterChange, Signature

# Where two copies differ: decisions of two people who didn't know of one another's. Writes nothing.

Words = dict[Subject, LastWord]


class Local:
    """What was decided here about some items and isn't known there, noted before anything is merged."""

    def __init__(self, store: Store, known_there: Collection[str], nos: Collection[ItemNo]) -> None:
        self._store = store
        self.notes = decision_log.notes(store, nos)
        self._ours = _words((no, e) for no, e in events.counting(store, nos) if e.event not in known_there)

    def against(self, offered: Iterable[Event]) -> Iterator[Disagreement]:
        """Yield where what was offered, merged by now, differs from it."""
        taken = {event.event for event in offered}
        nos = {no for no, _, _ in self._ours}
        theirs = _words((no, e) for no, e in events.counting(self._store, nos) if e.event in taken)
        now = decision_log.current(self._store, nos)
        names = ids(self._store, nos)
        palette = decision_log.palette(self._store).tags
        for (no, kind, value), ours in sorted(self._ours.items()):
            for about, other in _facing((no, kind, value), ours, theirs, rivals(palette, value)):
                if other.reviewer == ours.reviewer:
                    continue
                group = next((tag.group for tag in palette if tag.name == value), "") if about != value else ""
                both = [value] if about == value or kind == "note" else sorted((value, about))
                stands = [_stands(now, (no, kind, each if kind == "tag" else "")) for each in both]
                yield Disagreement(
                    no,
                    ItemId(names[no]),
                    group or about or kind,
                    ours,
                    other,
                    ", ".join(each for each in stands if each),
                )


def _words(decided: Iterable[tuple[ItemNo, Event]]) -> Words:
    found: Words = {}
    for no, event in decided:
        about = decision_log.subject(no, event.action, event.value)
        if about is not None and about[1] not in ("seal", "mark", "redact"):
            found[about] = _word(event)
    return found


def _word(decision: Event | CurrentDecision) -> LastWord:
    return LastWord(decision.reviewer, decision.action, decision.value, decision.time)


def _facing(thing: Subject, ours: LastWord, theirs: Words, others: Iterable[str]) -> Iterator[tuple[str, LastWord]]:
    """Yield what stands against a word there: the opposite, another note, another tag of the group; and about what."""
    no, kind, value = thing
    word = theirs.get(thing)
    if word is not None and (word.action, word.value) != (ours.action, ours.value):
        yield value, word
    if ours.action == "tag":
        for other in others:
            word = theirs.get((no, kind, other))
            if word is not None and word.action == "tag":
                yield other, word


def _stands(now: dict[Subject, CurrentDecision], thing: Subject) -> str:
    word = now.get(thing)
    return "" if word is None or word.action == "untag" else word.value


def standing_now(store: Store) -> Iterator[Disagreement]:
    """Yield where two reviewers differ now: the earlier word first, then the later one."""
    nos = decision_log.disputed(store)
    by_person: dict[Subject, dict[str, LastWord]] = {}
    for no, event in events.counting(store, nos):
        about = decision_log.subject(no, event.action, event.value)
        if about is not None and about[1] == "tag":
            by_person.setdefault(about, {}).pop(event.reviewer, None)
            by_person[about][event.reviewer] = _word(event)
    now, names, palette = decision_log.current(store, nos), ids(store, nos), decision_log.palette(store).tags
    for (no, kind, tag), words in sorted(by_person.items()):
        *earlier, last = words.values()
        for other in earlier:
            if other.action != last.action:
                yield Disagreement(no, ItemId(names[no]), tag, other, last, _stands(now, (no, kind, tag)))
        for rival in rivals(palette, tag):
            one, two = now.get((no, kind, tag)), now.get((no, kind, rival))
            if tag < rival and one and two and one.action == two.action == "tag":
                first, second = sorted(map(_word, (one, two)), key=lambda word: word.time)
                group = next(each.group for each in palette if each.name == tag)
                yield Disagreement(no, ItemId(names[no]), group, first, second, ", ".join(sorted((tag, rival))))


class _Sorted(Offered):
    ids: set[str] = msgspec.field(default_factory=set)
    lists: list[ListEvent] = msgspec.field(default_factory=list)
    work: list[WorkEvent] = msgspec.field(default_factory=list)
    palettes: list[PaletteVersion] = msgspec.field(default_factory=list)
    known: int = 0

    @property
    def records(self) -> int:
        return len(self.ids) + len(self.lists) + len(self.work) + len(self.palettes)


class _DryError(Exception):
    """Takes a merge back that was only to be seen."""


def merge(
    store: Store,
    other: Offer,
    seal: str,
    reviewer: str,
    finish_seals: Callable[[], set[ItemNo]],
    verifies: Verifies,
    *,
    approver: str = "",
    unsigned: bool = False,
    dry: bool = False,
) -> MergeReport:
    """Take over what another copy has and this one doesn't, in one transaction.

    ``seal`` is what the other's seal must be, "" where nobody told it; ``finish_seals`` seals and opens items as the
    decisions then say; ``verifies`` checks signatures; ``approver`` is the key whose roster is taken over. What isn't
    signed is taken over where ``unsigned`` says so, but for seals, requests and grants. ``dry`` says what would be
    done, and does nothing. Raises DecisionError.
    """
    head = other.header
    reports: list[MergeReport] = []
    with suppress(_DryError), store.change(person(reviewer), "merge", case=head.case, origin=head.origin) as detail:
        offer = _offer(store, other.records())
        if seal and seal != other.seal:
            raise DecisionError("merge-other-seal", name=head.case, seal=other.seal or say("no-value"))
        _refuse_strangers(store, head, offer)
        _refuse_unlawful(store, offer.decisions)
        exchange.check_file(other, verifies, unsigned=unsigned)
        notes = tuple(roster.take(store, offer.roster, approver, verifies))
        left_out = len(offer.decisions)
        offer.decisions = exchange.check(store, head, offer, verifies, unsigned=unsigned)
        left_out -= len(offer.decisions)
        detail.update(audit=head.audit, index=head.index, seal=other.seal, key=other.signature[0])
        exchange.take(store, offer)
        report = _merged(store, head, offer, detail, set if dry else finish_seals, dry, person(reviewer))
        notes += (say("merge-seals-left-out", count=left_out),) if left_out else ()
        steps = {event.step for event in offer.decisions}
        hidden = sum(one.event.partition(".")[0] in steps and one.event not in offer.ids for one in offer.hidden)
        notes += (say("merge-notes-hidden", count=hidden),) if hidden else ()
        reports.append(replace(report, notes=(*report.notes, *notes)))
        if dry:
            raise _DryError
    return reports[0]


def _offer(store: Store, offered: Iterable[Record]) -> _Sorted:
    """Sort what is offered by what this copy has; raises DecisionError where the same decision has other words."""
    found, known = _Sorted(), events.KnownEvents(store)
    for record in offered:
        match record:
            case Alias():
                events.take_alias(store, record)
            case RosterChange():
                found.roster.append(record)
            case Signature():
                found.signatures[record.step] = record
            case Hidden():
                found.hidden.append(record)
            case Event():
                found.offered.append(record)
                record = record._replace(item=events.own_id(store, record.item))
                if (same := known.same(record)) is False or record.event in found.ids:
                    raise DecisionError("merge-decision-differs", event=record.event, id=record.item)
                found.ids.add(record.event)
                found.known += bool(same)
                if not same:
                    found.decisions.append(record)
            case ListEvent():
                found.lists.append(record)
            case WorkEvent():
                found.work.append(record)
            case PaletteVersion():
                found.palettes.append(record)
    return found


def _refuse_strangers(store: Store, head: Header, offer: _Sorted) -> None:
    if head.origin == store.first_audit_hash() or not offer.records:
        return
    ids = {event.item for event in offer.decisions} | {item for made in offer.lists for item in made.items}
    if not offer.known and not events.items(store, ids):
        raise DecisionError("merge-no-common-item", name=head.case)


def _refuse_unlawful(store: Store, offered: Collection[Event]) -> None:
    """Raise DecisionError for the first offered decision that nobody could have made in this program.

    An undo takes back its own person's step, and of seals only pending ones; a seal is opened by one person after
    another has asked.
    """
    for event, key in (*_undoings(store, offered), *_openings(store, offered)):
        raise DecisionError(key, event=event.event, who=event.reviewer, id=event.item)


def _undoings(store: Store, offered: Collection[Event]) -> Iterator[tuple[Event, str]]:
    undoing = [event for event in offered if event.undoes]
    undone = {event.undoes for event in undoing}
    whose, seals = dict[str, set[str]](), dict[str, list[Event]]()
    for event in (*events.of_steps(store, undone), *offered):
        if event.step in undone:
            whose.setdefault(event.step, set()).add(event.reviewer)
            if event.action == "seal":
                seals.setdefault(event.step, []).append(event)
    lawful = {(e.step, e.undoes) for e in undoing if e.undoes in seals and sealing.withdraws(seals[e.undoes], [e])}
    for event in undoing:
        if event.undoes in seals and (event.step, event.undoes) not in lawful:
            yield event, "merge-undoes-seal"
        elif event.reviewer not in whose.get(event.undoes, {event.reviewer}):
            yield event, "merge-undoes-others-step"


def _openings(store: Store, offered: Collection[Event]) -> Iterator[tuple[Event, str]]:
    opening = [event for event in offered if event.action == "unseal"]
    if not opening:
        return
    lawful = sealing.lawful([*events.of_openings(store), *offered], sealing.names_differ)
    for event in opening:
        if event.event not in lawful:
            yield event, "merge-opens-seal-alone"


def _merged(
    store: Store,
    head: Header,
    offer: _Sorted,
    detail: dict[str, Any],
    finish_seals: Callable[[], set[ItemNo]],
    dry: bool,
    who: str,
) -> MergeReport:
    adopted = exchange.adopt(store)
    local = Local(store, offer.ids, events.items(store, {event.item for event in offer.decisions}).values())
    taken = events.take(store, offer.decisions)
    lists = [made for made in offer.lists if events.take_list(store, made)]
    work = [events.take_work(store, done) for done in offer.work]
    worklists.adopt(store)
    retagged, notes = palette.merge(store, offer.palettes, who)
    changed = _restored(store, [adopted, taken], local) | finish_seals()
    kinds = Counter(made.made.kind for made in lists)
    steps = Counter(adopted.steps) + Counter(taken.steps)
    detail.update(steps=_runs(steps), items=steps.total(), aside=taken.aside)
    return MergeReport(
        other=head.case,
        seal=detail["seal"],
        offered=offer.records,
        known=offer.known + len(offer.lists) - len(lists) + work.count(False) + len(offer.palettes) - retagged,
        added=len(offer.decisions) + len(lists) + work.count(True) + retagged,
        aside=taken.aside,
        adopted=sum(adopted.steps.values()),
        reviewers=tuple(Counter(event.reviewer for event in offer.decisions).most_common()),
        batches=kinds["batch"],
        samples=kinds["sample"],
        changed=tuple(sorted(changed)),
        conflicts=tuple(local.against(offer.decisions)),
        same_case=head.origin == store.first_audit_hash(),
        disputed=len(decision_log.disputed(store)),
        notes=(*notes, *_notes(store, lists, work)),
        dry=dry,
    )


def _runs(steps: Mapping[int, int]) -> list[list[int]]:
    """Return steps as [first, last, decisions in each], so that many small ones make a short row of the audit."""
    runs: list[list[int]] = []
    for group, decisions in sorted(steps.items()):
        if runs and runs[-1][1] == group - 1 and runs[-1][2] == decisions:
            runs[-1][1] = group
        else:
            runs.append([group, group, decisions])
    return runs


def _restored(store: Store, takings: Iterable[Taken], local: Local) -> set[ItemNo]:
    """Make the tags what the decisions come to; return the items whose tags or note are others now."""
    items = set[ItemNo]().union(*(taken.items | events.members(store, taken.steps.keys()) for taken in takings))
    after = decision_log.notes(store, items)
    return decision_log.restore(store, items) | {no for no in items if after.get(no, "") != local.notes.get(no, "")}


def _notes(store: Store, lists: list[ListEvent], work: list[bool | None]) -> Iterator[Message]:
    if lost := work.count(None):
        yield say("merge-steps-left-out", count=lost)
    for batch in batches.all_of(store):
        if batch.contested:
            holders = joined("two-named", list(map(plain, batch.contested)))
            yield say("merge-batch-contested", name=batch.name, reviewers=holders)
    named = Counter(made.name for kind in ("batch", "sample") for made in worklists.lists(store, kind))
    for name in {made.made.name for made in lists}:
        if named[name] > 1:
            yield say("merge-same-name", count=named[name], name=name)


def adopt(store: Store, finish_seals: Callable[[], set[ItemNo]]) -> int:
    """Take up what was kept aside for items that have come since; returns how many decisions, one audit row with it."""
    if not events.waiting(store):
        return 0
    with store.change("triage", "adopt") as detail:
        taken = exchange.adopt(store)
        lists = worklists.adopt(store)
        decision_log.restore(store, taken.items | events.members(store, taken.steps.keys()))
        finish_seals()
        detail.update(steps=_runs(taken.steps), items=sum(taken.steps.values()), lists=lists)
    return sum(taken.steps.values())
