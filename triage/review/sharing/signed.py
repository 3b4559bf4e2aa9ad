"""What of another copy is signed: by whom, and whether it is what was signed.

What isn't signed is only taken over where whoever merges says so, and never seals an item, withdraws a seal or opens
one.
"""

from __future__ import annotations

import json
from collections import defaultdict

import msgspec

from triage.errors import DecisionError
from triage.review import roster, unsealing
from triage.review.roster import Verifies
from triage.review.sharing.exchange import DecisionLines, Header, Offer, signed_text
from triage.store import events
from triage.store.audit import signatures
from triage.store.audit.roster import RosterChange
from triage.store.audit.signatures import Signature
from triage.store.db import Store
from triage.store.events import Event, Hidden, Taken


class Offered(msgspec.Struct):
    """What another copy offers: decisions as they came, new and hidden ones, signatures of steps, its roster."""

    offered: list[Event] = msgspec.field(default_factory=list)
    decisions: list[Event] = msgspec.field(default_factory=list)
    hidden: list[Hidden] = msgspec.field(default_factory=list)
    signatures: dict[str, Signature] = msgspec.field(default_factory=dict)
    roster: list[RosterChange] = msgspec.field(default_factory=list)


def check_file(other: Offer, verifies: Verifies, *, unsigned: bool) -> None:
    """Raise DecisionError unless a decision file is signed as a whole, or may be ``unsigned``."""
    key, value = other.signature
    if not isinstance(other, DecisionLines) or (unsigned and not value):
        return
    if not value:
        raise DecisionError("merge-file-unsigned", name=other.header.case)
    if not verifies(key, value, signed_text(other.header, other.seal)):
        raise DecisionError("merge-file-signature-wrong", name=other.header.case, key=key)


def check(store: Store, head: Header, offer: Offered, verifies: Verifies, *, unsigned: bool) -> list[Event]:
    """Return the new decisions to be taken over; raises DecisionError where one isn't what was signed, or unsigned."""
    ids = {step: json.loads(signature.ids) for step, signature in offer.signatures.items()}
    digests = dict(signatures.digests(offer.offered, ids, offer.hidden))
    signed_steps = {
        step
        for step, signature in offer.signatures.items()
        if signatures.sound(signature, digests.get(step, ""), verifies)
        and json.loads(signature.statement)["case"] in (head.origin, store.first_audit_hash())
    }
    unproved = [event for event in offer.decisions if event.step not in signed_steps]
    for event in unproved:
        if event.step in offer.signatures:
            raise DecisionError("merge-signature-wrong", event=event.event, who=event.reviewer, id=event.item)
    if unproved and not unsigned:
        reviewers = ", ".join(sorted({event.reviewer for event in unproved})[:5])
        raise DecisionError("merge-unsigned", count=len(unproved), who=reviewers, name=head.case)
    proved = {step: signature for step, signature in offer.signatures.items() if step in signed_steps}
    roster.refuse_other_names(store, offer.decisions, proved)
    barred = {event.step for event in unproved if event.action in signatures.OF_SEALS}
    barred |= unsealing.left_out(store, [event for event in offer.decisions if event.step not in barred], proved)
    return [event for event in offer.decisions if event.step not in barred]


def adopt(store: Store) -> Taken:
    """Take up the decisions kept aside whose items have come since; a signature learns the ids that these have here."""
    waiting = events.ready(store)
    ids = defaultdict[str, dict[str, str]](dict)
    for event in waiting:
        if (here := events.own_id(store, event.item)) != event.item:
            ids[event.step][here] = event.item
    for step, there in ids.items():
        if (signature := signatures.of_step(store, step)) and signature.taken:
            added = json.dumps(json.loads(signature.ids) | there)
            signatures.add(store, signature._replace(audit=store.audit_head()[0] + 1, ids=added))
    return events.adopt(store, waiting)


def take(store: Store, offer: Offered) -> None:
    """Store the signatures of the new decisions, in the change that takes these over."""
    new = {event.step for event in offer.decisions} & offer.signatures.keys()
    ids = defaultdict[str, dict[str, str]](dict)
    for event in offer.offered:
        if event.step in new:
            there = json.loads(offer.signatures[event.step].ids).get(event.item, event.item)
            if (here := events.own_id(store, event.item)) != there:
                ids[event.step][here] = there
    cleared = (one for one in offer.offered if one.step in new and one.action == "note" and not one.value)
    events.hide(store, signatures.hidden(cleared, offer.signatures))
    events.hide(store, (hidden for hidden in offer.hidden if hidden.event.partition(".")[0] in new))
    row = store.audit_head()[0] + 1
    for step in sorted(new):
        if not signatures.of_step(store, step):
            signatures.add(store, offer.signatures[step]._replace(audit=row, ids=json.dumps(ids[step])))
