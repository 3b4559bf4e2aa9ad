"""Seals: an item's text leaves index, preview, results and exports; who, when and why stay.

A seal takes along what lies inside the item and, where there is text, every item with the same content, now and in
later index runs. It is undone by two people (see ``unsealing``): one asks, another grants; only while it is pending
can whoever set it withdraw it. Nothing here searches; the index is told by a callback.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from triage.errors import DecisionError, TriageError
from triage.model.items import ItemNo, Receipt
from triage.model.tags import PENDING, Seal, Tag
from triage.review import roster
from triage.review.decision_writer import StepWriter, known
from triage.review.roster import Verifies
from triage.secret_keys import login
from triage.store import decision_log, events, reading, sealed
from triage.store.db import Store
from triage.store.decision_log import carrying, person
from triage.store.events import Event
from triage.store.signatures import Person, Signature, Signer, Signers, of_step, raw

# Two people open a seal: one asks, another grants; with keys, logins and names on the roster that differ. Only a seal
# that is pending is withdrawn by one person, by whom it was set, soon after that and with the same key.

SEALS = ("seal", "unseal")
_WITHDRAWABLE = timedelta(minutes=1)
"""How long a seal is pending at most: longer than any window leaves for it."""


def names_differ(request: Event, opening: Event) -> bool:
    """Whether a seal was opened after a request by another name."""
    return request.time < opening.time and request.reviewer.casefold() != opening.reviewer.casefold()


def lawful(decided: Iterable[Event], fits: Callable[[Event, Event], bool]) -> set[str]:
    """Return the openings for which there is a request that fits, and what follows from them at any remove."""
    requests, openings = defaultdict[str, list[Event]](list), dict[str, Event]()
    for event in decided:
        if event.action == "unseal":
            openings[event.event] = event
        elif event.action == "ask-unseal":
            requests[event.item].append(event)
    good = {
        event.event
        for event in openings.values()
        if not event.derived and any(fits(request, event) for request in requests[event.item])
    }
    return {event for event in openings if _root(openings, event) in good}


def _root(openings: Mapping[str, Event], event: str) -> str:
    met = set[str]()
    while (opening := openings.get(event)) and opening.derived and event not in met:
        met.add(event)
        event = opening.derived
    return event


def by_two_people(signer: Callable[[Event], Person | None]) -> Callable[[Event, Event], bool]:
    """Return what tells whether two people signed a request and an opening, by who signed each."""

    def fits(request: Event, opening: Event) -> bool:
        if not names_differ(request, opening):
            return False
        asking, granting = signer(request), signer(opening)
        return asking is not None and granting is not None and asking.is_another(granting)

    return fits


def withdraws(sealing: Iterable[Event], undoing: Iterable[Event]) -> bool:
    """Whether a step that undoes another one withdraws a seal while it is pending, by the one who set it."""
    seal = next((event for event in sealing if event.action == "seal" and event.how == PENDING), None)
    withdrawal = next((event for event in undoing if event.action == "withdraw-seal"), None)
    if seal is None or withdrawal is None or seal.reviewer != withdrawal.reviewer:
        return False
    later = datetime.fromisoformat(withdrawal.time) - datetime.fromisoformat(seal.time)
    return timedelta(0) <= later <= _WITHDRAWABLE


def _same_key(first: Signature | None, second: Signature | None) -> bool:
    return (raw(first.key) if first else "") == (raw(second.key) if second else "")


def can_withdraw(store: Store, sealing: Iterable[Event], undoing: Iterable[Event], signer: Signer) -> bool:
    """Whether ``withdraws``, and this login has signed the seal; one that can't sign withdraws what isn't signed."""
    sealing = list(sealing)
    signature, key = of_step(store, sealing[0].step) if sealing else None, ""
    with suppress(TriageError, OSError):
        key = raw(signer.key)
    return withdraws(sealing, undoing) and key == (raw(signature.key) if signature else "")


def _withdrawn(store: Store) -> set[ItemNo]:
    """Return the items whose seal was undone in another way than ``withdraws`` has it, or more than once."""
    found, once = set[str](), set[str]()
    for sealing, undoing in events.undone_seals(store):
        keys = [of_step(store, step[0].step) for step in (sealing, undoing)]
        if sealing[0].step in once or not withdraws(sealing, undoing) or not _same_key(*keys):
            found.update(event.item for event in sealing if event.action == "seal")
        once.add(sealing[0].step)
    return set(events.items(store, found).values())


def _repeated(store: Store, withdrawals: Iterable[Event]) -> set[str]:
    """Return the steps that withdraw a seal which another step, known here or offered before, has withdrawn.

    A seal that was set on the item in between would be opened by them.
    """
    first = {sealing[0].step: undoing[0].step for sealing, undoing in events.undone_seals(store)}
    by_time = sorted(withdrawals, key=lambda event: (event.time, event.step))
    return {event.step for event in by_time if first.setdefault(event.undoes, event.step) != event.step}


def alone(store: Store) -> set[ItemNo]:
    """Return the items whose seal was opened, but not by two people, nor withdrawn while it was pending."""
    return _withdrawn(store) | _opened_alone(store)


def _opened_alone(store: Store) -> set[ItemNo]:
    last = decision_log.by_item(store, None, SEALS)
    opened = {no: decision.event for no, decision in last.items() if decision.action == "unseal"}
    if not opened:
        return set()
    decided, signers = list(events.of_openings(store)), Signers(store)
    good = lawful(decided, by_two_people(lambda event: signers.of(event.step)))
    return {no for no, event in opened.items() if event not in good}


def left_out(store: Store, decided: list[Event], signatures: Mapping[str, Signature]) -> set[str]:
    """Return the steps of another copy that ask to open seals, or open them, and aren't by people of the roster.

    Those that withdraw a seal are among them where another key has signed the seal, or it was withdrawn before.
    """
    withdrawals = [event for event in decided if event.action == "withdraw-seal"]
    barred = {
        event.step
        for event in withdrawals
        if not _same_key(signatures.get(event.step), signatures.get(event.undoes) or of_step(store, event.undoes))
    }
    barred |= _repeated(store, (event for event in withdrawals if event.step not in barred)) if withdrawals else set()
    of_seals = [event for event in decided if event.action in ("ask-unseal", "unseal")]
    if not of_seals:
        return barred
    signers, new = Signers(store), {event.step for event in of_seals}

    def signer(event: Event) -> Person | None:
        signature = signatures.get(event.step) if event.step in new else None
        return signers.of_signature(signature) if signature else signers.of(event.step)

    good = lawful([*events.of_openings(store), *of_seals], by_two_people(signer))
    good |= {event.event for event in of_seals if event.action == "ask-unseal" and signer(event)}
    return barred | {event.step for event in of_seals if event.event not in good}


# ---- here


def asked(store: Store, nos: Iterable[ItemNo]) -> dict[ItemNo, tuple[str, str, str]]:
    """Return who asked to open the seals of items, why and when; only those who were on the roster."""
    signers = Signers(store)
    requests = decision_log.by_item(store, list(nos), ("ask-unseal",))
    return {
        no: (request.reviewer, request.value, request.time)
        for no, request in requests.items()
        if signers.of(request.event.partition(".")[0])
    }


def check(store: Store, standing: Seal, reviewer: str, signer: Signer, verifies: Verifies) -> None:
    """Raise DecisionError unless this person can ask for a seal to be opened, or grant it where somebody has asked."""
    now, reviewer = roster.current(store, verifies), person(reviewer)
    if standing.asked_by.casefold() == reviewer.casefold():
        raise DecisionError("unsealing-own-request", who=reviewer, id=standing.id)
    key = signer.key
    if not now.approver:
        raise DecisionError("unsealing-without-roster")
    if key not in now.members:
        raise DecisionError("unsealing-not-on-roster", key=key, approver=now.approver)
    if now.is_of_another(reviewer, key):
        raise DecisionError("roster-name-of-another", who=reviewer, key=key)
    request = decision_log.by_item(store, [standing.no], ("ask-unseal",)).get(standing.no)
    if standing.asked_by and request:
        other = Signers(store).of(request.event.partition(".")[0])
        if other is None or not Person(key, now.members[key], signer.login).is_another(other):
            raise DecisionError("unsealing-one-person", who=standing.asked_by, id=standing.id, key=key)
    if now.members[key].casefold() != reviewer.casefold():
        raise DecisionError("unsealing-other-name", name=now.members[key], who=reviewer)


Index = Callable[[list[tuple[ItemNo, dict[str, str]]]], None]
"""Indexes documents anew, inside the transaction; one without text is found by no word."""

_MOST_WHY = 2_000


def seals(store: Store, no: ItemNo | None = None) -> list[Seal]:
    """Return the seals that apply, the latest last; of one item, or of all."""
    nos = sealed.every(store) if no is None else sealed.among(store, [no])
    asking = asked(store, nos)
    item_ids = reading.ids(store, nos)
    made = []
    for n, last in decision_log.by_item(store, nos, ("seal",)).items():
        by, why, time = asking.get(n, ("", "", ""))
        by, why = (by, why) if time > last.time else ("", "")
        made.append(
            Seal(
                no=n,
                id=item_ids[n],
                reviewer=last.reviewer,
                time=last.time,
                why=last.value,
                derived=not last.own,
                asked_by=by,
                asked_why=why,
            )
        )
    return sorted(made, key=lambda seal: (seal.time, seal.no))


# ---- sealing


def seal(
    store: Store, nos: Sequence[ItemNo], tag: Tag, why: str, reviewer: str, how: str, index: Index, query: str = ""
) -> Receipt:
    """Seal items and what follows from them in one step; those that are sealed already are left as they are."""
    reviewer, why = person(reviewer), _reason(why)
    with store.change(reviewer, "seal") as detail:
        nos = known(store, nos)
        new, following = reach(store, nos)
        step, events = StepWriter(store, reviewer, how), dict[ItemNo, str]()
        for no in (*new, *following):
            events[no] = _mark(store, step, no, tag.name, why, events[following[no]] if no in following else "")
        _put_away(store, events, index)
        step.audit(detail, why, new, tag=tag.name, propagated=len(following), query=query)
    return Receipt(step.group, "seal", tag.name, tuple(events), len(nos) - len(new), tuple(following))


def reach(store: Store, nos: Sequence[ItemNo]) -> tuple[list[ItemNo], dict[ItemNo, ItemNo]]:
    """Return those of the items that aren't sealed yet, and what follows, each with its cause, causes first.

    A copy whose seal two people have opened isn't sealed again by another item's.
    """
    shut = sealed.among(store, nos)
    new = [no for no in nos if no not in shut]
    following: dict[ItemNo, ItemNo] = {}
    front: Iterable[ItemNo] = new
    while front:
        met = {**sealed.copies(store, front), **sealed.inside(store, front)}
        for no in {*sealed.among(store, met), *_opened(store, met)}:
            del met[no]
        ordered = sorted(met, key=lambda no: (met[no] not in front, no))
        fresh = {no: met[no] for no in ordered if no not in following and no not in new}
        following.update(_causes_first(fresh, {*new, *following}))
        front = [no for no in fresh if no in following]
    return new, following


def _causes_first(fresh: dict[ItemNo, ItemNo], had: set[ItemNo]) -> dict[ItemNo, ItemNo]:
    """Return them in an order in which each one's cause comes before it; those without one are left out."""
    ordered: dict[ItemNo, ItemNo] = {}
    waiting = dict(fresh)
    while ready := [no for no, cause in waiting.items() if cause in had or cause in ordered]:
        ordered.update((no, waiting.pop(no)) for no in ready)
    return ordered


def _opened(store: Store, nos: Iterable[ItemNo], along: bool = False) -> set[ItemNo]:
    """Return those of the items whose seal two people have opened, by name or also ``along`` with another's."""
    last_decisions = decision_log.by_item(store, set(nos), SEALS)
    return {no for no, last in last_decisions.items() if last.action == "unseal" and (along or last.own)}


def _mark(store: Store, step: StepWriter, no: ItemNo, tag: str, why: str, cause: str, reviewer: str = "") -> str:
    """Write the decisions of one item's seal, and return the event of it."""
    if not carrying(store, [no], tag):
        step.add(no, "tag", tag, cause, reviewer)
    return step.add(no, "seal", why, cause, reviewer)


def _put_away(store: Store, nos: Iterable[ItemNo], index: Index) -> None:
    these = list(nos)
    sealed.put_away(store, these)
    index([(no, {}) for no in these])


def keep_sealed(
    store: Store,
    again: Sequence[ItemNo],
    fresh: Sequence[ItemNo],
    versions: Mapping[int, Sequence[int]],
    detail: dict[str, Any],
) -> set[ItemNo]:
    """Keep seals through an index run: return the items whose text was put away at once.

    ``again`` are stored anew, and stay sealed where they were; ``fresh`` are new. Either are sealed where they lie in a
    sealed item or have its content. Items that stand in the place of sealed ones, which ``versions`` names, are sealed,
    and so is whatever has their content. Called in the transaction that stores them; ``detail`` is that of its audit
    row.
    """
    kept = sealed.among(store, again)
    sealed.put_away(store, kept)
    sealed.suppress_problems(store)
    replaced = _replacing(store, versions)
    done = _seal_along(store, replaced, None if replaced else [*again, *fresh], detail)
    return kept | done


def _replacing(store: Store, versions: Mapping[int, Sequence[int]]) -> dict[ItemNo, ItemNo]:
    """Return the items that stand in the place of sealed ones, each with one of these, and aren't sealed."""
    if not versions or not sealed.count(store):
        return {}
    shut = sealed.among(store, {ItemNo(n) for before in versions.values() for n in before})
    met = {ItemNo(n): ItemNo(old) for n, before in versions.items() for old in before if old in shut}
    left_out = sealed.among(store, met) | _opened(store, met, along=True)
    return {no: cause for no, cause in met.items() if no not in left_out}


def propagate(store: Store, index: Index) -> set[ItemNo]:
    """Seal along what decisions from another copy could not: items that only this copy has; return those."""
    if not _new_alike(store, None):
        return set()
    with store.change("triage", "items") as detail:
        done = _seal_along(store, {}, None, detail)
        index([(no, {}) for no in done])
    return done


def unsealed(store: Store) -> set[ItemNo]:
    """Return the items in a sealed one, or with its content, that aren't sealed and weren't opened by two people."""
    return set(_new_alike(store, None))


def _new_alike(store: Store, nos: Sequence[ItemNo] | None) -> dict[ItemNo, ItemNo]:
    """Return the items to be sealed along, each with its cause; one that two people opened isn't among them."""
    met = sealed.alike(store, nos)
    left_out = sealed.among(store, met) | _opened(store, met, along=True)
    return {no: cause for no, cause in met.items() if no not in left_out}


def _seal_along(
    store: Store, first: dict[ItemNo, ItemNo], nos: Sequence[ItemNo] | None, detail: dict[str, Any]
) -> set[ItemNo]:
    """Seal the ``first`` items for their causes, then those of the others that are alike to sealed ones.

    The audit row of which ``detail`` is says so.
    """
    step, done = StepWriter(store, "", "propagated"), set[ItemNo]()
    met = first
    while met := met or _new_alike(store, nos):
        for no, cause in met.items():
            event, who, why, tag = _cause(store, cause)
            _mark(store, step, no, tag, why, event, who)
        sealed.put_away(store, met)
        done.update(met)
        met = {}
    if step.rows:
        detail["sealed"] = {"group": step.group, "items": step.rows}
    return done


def _cause(store: Store, no: ItemNo) -> tuple[str, str, str, str]:
    """Return event, person, reason and tag of the seal that applies to an item.

    The tag was put on in the seal's step, or the item carried it before.
    """
    last = decision_log.by_item(store, [no], ("seal",))[no]
    tag = decision_log.tag_of_step(store, last.group, no) or "customer-content"
    return last.event, last.reviewer, last.value, tag


def finish(store: Store, index: Index) -> set[ItemNo]:
    """Seal and open what the decisions say and the store doesn't have so yet, as after a merge; return those items.

    What one person alone has opened, by a decision from elsewhere, stays sealed.
    """
    shut = sealed.every(store)
    decided = {no for no, last in decision_log.by_item(store, None, SEALS).items() if last.action == "seal"}
    to_seal, to_open = decided - shut, shut - decided - alone(store)
    _put_away(store, sorted(to_seal), index)
    _bring_back(store, sorted(to_open), index)
    return to_seal | to_open


def withdraw(store: Store, group: int, reviewer: str, index: Index, signer: Signer) -> Receipt:
    """Take back a step that sealed, while its seals are pending: all is as if it had not been taken, but on record.

    Raises DecisionError where another person or login took it, or longer ago, or it was taken back before, or one of
    its items has to stay sealed.
    """
    reviewer = person(reviewer)
    with store.change(reviewer, "withdraw-seal") as detail:
        if decision_log.is_undone(store, group):
            raise DecisionError("seal-not-pending")
        rows = decision_log.step_rows(store, group)
        nos = sorted({row.item for row in rows if row.action == "seal"})
        step = StepWriter(store, reviewer, "undo", group)
        for row in rows:
            action = "untag" if row.action == "tag" else "withdraw-seal"
            step.add(row.item, action, row.value, row.event if row.derived else "")
        taken = events.of_group(store, group), events.of_group(store, step.group)
        if not can_withdraw(store, *taken, signer) or sealed.among(store, nos) != set(nos):
            raise DecisionError("seal-not-pending")
        decision_log.restore(store, nos)
        sealed.restore(store, nos)
        if _new_alike(store, nos):
            raise DecisionError("seal-not-pending")
        index([(no, reading.document(store, no)) for no in nos])
        own = [row for row in rows if row.action == "seal" and not row.derived]
        step.audit(detail, own[0].value, [row.item for row in own], undoes=group)
    return Receipt(step.group, "withdraw-seal", own[0].value, tuple(nos), 0)


# ---- opening


def ask(store: Store, no: ItemNo, why: str, reviewer: str, how: str, signer: Signer, verifies: Verifies) -> Receipt:
    """Ask that an item's seal be opened; another person grants it. Raises DecisionError where somebody has asked."""
    reviewer = person(reviewer)
    with store.change(reviewer, "ask-unseal", login=login()) as detail:
        standing = _standing(store, no)
        if standing.asked_by:
            raise DecisionError("unsealing-asked", who=standing.asked_by, id=standing.id)
        why = _reason(why)
        check(store, standing, reviewer, signer, verifies)
        step = StepWriter(store, reviewer, how)
        step.add(no, "ask-unseal", why)
        step.audit(detail, why, [no])
    return Receipt(step.group, "ask-unseal", why, (no,), 0)


def grant(
    store: Store, no: ItemNo, reviewer: str, how: str, index: Index, signer: Signer, verifies: Verifies
) -> Receipt:
    """Open an item's seal, and those that followed from it; the second person's word.

    Raises DecisionError where nobody has asked, or the same person has.
    """
    reviewer = person(reviewer)
    with store.change(reviewer, "unseal", login=login()) as detail:
        standing = _standing(store, no)
        if not standing.asked_by:
            raise DecisionError("unsealing-not-asked", id=standing.id)
        check(store, standing, reviewer, signer, verifies)
        followers = decision_log.followers(store, _cause(store, no)[0], "seal")  # at any remove
        shut = sealed.among(store, followers)
        step, following = StepWriter(store, reviewer, how), [n for n in followers if n in shut and n != no]
        first = ""
        for n in (no, *following):
            tag = _cause(store, n)[3]
            step.add(n, "untag", tag, first)
            event = step.add(n, "unseal", standing.asked_why, first)
            first = first or event
        _bring_back(store, [no, *following], index)
        step.audit(detail, standing.asked_why, [no], asked=standing.asked_by, propagated=len(following))
    return Receipt(step.group, "unseal", standing.asked_why, (no, *following), 0, tuple(following))


def _standing(store: Store, no: ItemNo) -> Seal:
    known(store, [no])
    found = seals(store, no)
    if not found:
        raise DecisionError("item-not-sealed", id=reading.ids(store, [no])[no])
    return found[0]


def _bring_back(store: Store, nos: Sequence[ItemNo], index: Index) -> None:
    sealed.restore(store, nos)
    index([(no, reading.document(store, no)) for no in nos])


def _reason(why: str) -> str:
    text = " ".join(why.split())
    if not text or len(text) > _MOST_WHY:
        raise DecisionError("seal-reason-missing", most=_MOST_WHY)
    return text


# ---- what a seal forbids


def refuse_untag(store: Store, nos: Sequence[ItemNo], tag: str) -> None:
    """Raise DecisionError where the tag is one that a seal put on."""
    if any(_cause(store, no)[3] == tag for no in sealed.among(store, nos)):
        refuse_sealed(store, nos)


def refuse_sealed(store: Store, nos: Sequence[ItemNo]) -> None:
    """Raise DecisionError where some of the items are sealed still."""
    shut = sorted(sealed.among(store, nos))
    if len(shut) > 1:
        raise DecisionError("items-sealed", count=len(shut))
    if shut:
        raise DecisionError("item-sealed", id=reading.ids(store, shut)[shut[0]])
