"""Two people open a seal: one asks, another grants; with keys, logins and names on the roster that differ.

What was opened with a version that had no rosters was opened by two names, and stays so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from triage.errors import DecisionError
from triage.model.items import ItemNo
from triage.model.tags import Seal
from triage.review import roster
from triage.review.decision_writer import person
from triage.review.roster import Verifies
from triage.store import current_decisions, events
from triage.store.audit.roster import Person, Signers, openings_before
from triage.store.audit.signatures import Signature, Signer
from triage.store.db import Store
from triage.store.events import Event

SEALS = ("seal", "unseal")


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


def alone(store: Store) -> set[ItemNo]:
    """Return the items whose seal was opened, but not by two people."""
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
    """Return the steps of another copy that ask to open seals, or open them, and aren't by people of the roster."""
    of_seals = [event for event in decided if event.action in ("ask-unseal", "unseal")]
    if not of_seals:
        return set()
    signers, new = Signers(store), {event.step for event in of_seals}

    def signer(event: Event) -> Person | None:
        signature = signatures.get(event.step) if event.step in new else None
        return signers.of_signature(signature) if signature else signers.of(event.step)

    good = lawful([*events.of_openings(store), *of_seals], by_two_people(signer))
    good |= {event.event for event in of_seals if event.action == "ask-unseal" and signer(event)}
    return {event.step for event in of_seals if event.event not in good}


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
