"""Two people open a seal: one asks, another grants; with keys, logins and names on the roster that differ.

Only a seal that is pending is withdrawn by one person, by whom it was set, soon after that and with the same key.

What was opened with a version that had no rosters was opened by two names, and stays so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta

from triage.errors import DecisionError, TriageError
from triage.model.items import ItemNo
from triage.model.tags import PENDING, Seal
from triage.review import roster
from triage.review.roster import Verifies
from triage.store import current_decisions, events
from triage.store.audit.roster import Person, Signers, openings_before, raw
from triage.store.audit.signatures import Signature, Signer, of_step
from triage.store.db import Store
from triage.store.decisions import person
from triage.store.events import Event

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
    last = current_decisions.by_item(store, None, SEALS)
    opened = {no: decision.event for no, decision in last.items() if decision.action == "unseal"}
    if not opened:
        return set()
    decided, signers = list(events.of_openings(store)), Signers(store)
    before = openings_before(store)
    fits = by_two_people(lambda event: signers.of(event.step))
    good = lawful(
        decided, lambda asked, opened: names_differ(asked, opened) if opened.event in before else fits(asked, opened)
    )
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
    requests = current_decisions.by_item(store, list(nos), ("ask-unseal",))
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
    request = current_decisions.by_item(store, [standing.no], ("ask-unseal",)).get(standing.no)
    if standing.asked_by and request:
        other = Signers(store).of(request.event.partition(".")[0])
        if other is None or not Person(key, now.members[key], signer.login).is_another(other):
            raise DecisionError("unsealing-one-person", who=standing.asked_by, id=standing.id, key=key)
    if now.members[key].casefold() != reviewer.casefold():
        raise DecisionError("unsealing-other-name", name=now.members[key], who=reviewer)
