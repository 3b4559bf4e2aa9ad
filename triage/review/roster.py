"""Changing the roster of a case, taking over another copy's, and whose names decisions from there may have."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence

from triage.errors import DecisionError, VerifyError
from triage.messages import say
from triage.model.messages import Message
from triage.secret_keys import login
from triage.store import decision_log, signatures
from triage.store.db import Store
from triage.store.decision_log import person
from triage.store.events import Event
from triage.store.signatures import ADD, APPOINT, Roster, RosterChange, Signature, Signer

Verifies = Callable[[str, str, str], bool]
"""Whether a key's public line, a signature and a text fit."""


def current(store: Store, verifies: Verifies) -> Roster:
    """Return the roster as it is; raises VerifyError where a change of it isn't signed as it must be."""
    return signatures.replayed(signatures.roster_changes(store), store.first_audit_hash(), verifies)


def change(store: Store, signer: Signer, verifies: Verifies, steps: Sequence[tuple[str, str, str]], why: str) -> Roster:
    """Make changes, given by action, key and name, in one step; returns the roster then.

    Raises DecisionError where somebody else has to, CaseError where the key can't be used.
    """
    key = signer.key
    with store.change(login(), "roster", reason=why) as detail:
        now = current(store, verifies)
        approver = now.approver or signatures.approval_key(store, store.audit_head()[0] + 1) or key
        if key != approver and not (steps[0][0] == APPOINT and key in now.members):
            raise DecisionError("roster-not-approver", approver=approver, key=key)
        for action, member, name in steps:
            on_it = {signatures.raw(other): who for other, who in now.members.items()}
            if action == ADD and signatures.raw(member) in on_it:
                raise DecisionError("roster-has-key", key=member, who=on_it[signatures.raw(member)])
            signatures.make_change(store, now, signer, action, member, person(name) if action == ADD else "", why)
        detail |= {"changes": [now.count - len(steps) + 1, now.count], "key": key}
    return now


# ---- from another copy


def take(store: Store, offered: list[RosterChange], approver: str, verifies: Verifies) -> Iterator[Message]:
    """Take over what continues the roster here, inside a merge; yield why what doesn't was left out.

    A first roster is taken over where its first key is that of the ``approver``, or approved the scope here.
    """
    own, case = signatures.roster_changes(store), store.first_audit_hash()
    offered = [change for change in offered if json.loads(change.statement)["case"] == case]
    if any(theirs.statement != ours.statement for theirs, ours in zip(offered, own, strict=False)):
        yield say("merge-roster-differs")
        return
    trusted = approver or signatures.approval_key(store, store.audit_head()[0] + 1)
    if offered and not own and offered[0].key != trusted:
        yield say("merge-roster-of-other-approver", key=offered[0].key)
        return
    try:
        signatures.replayed(offered, case, verifies)
    except VerifyError as error:
        raise DecisionError("merge-roster-wrong", why=error) from error
    for change in offered[len(own) :]:
        signatures.add_change(store, change)


def refuse_other_names(store: Store, decided: list[Event], by_step: dict[str, Signature]) -> None:
    """Raise DecisionError for a decision in a name that the roster has with other keys than the one that signed it.

    What was sealed along with another's seal has the name of whoever sealed that.
    """
    now = signatures.replayed(signatures.roster_changes(store))
    others = [
        event
        for event in decided
        if event.step in by_step and now.is_of_another(event.reviewer, by_step[event.step].key)
    ]
    along = _sealed_along(store, decided) if others else set()
    for event in others:
        if event.event not in along:
            key = by_step[event.step].key
            raise DecisionError("merge-name-of-another", event=event.event, who=event.reviewer, id=event.item, key=key)


def _sealed_along(store: Store, decided: list[Event]) -> set[str]:
    """Return the decisions that follow from a seal by the same person, at any remove, on items that they seal."""
    whose = {record.event: record.reviewer for _, record in decision_log.with_action(store, "seal")}
    sealed = {(event.step, event.item) for event in decided if event.action == "seal"}
    for event in sorted(decided, key=lambda event: (event.time, len(event.event), event.event)):  # causes first
        if event.action == "seal" and (not event.derived or whose.get(event.derived) == event.reviewer):
            whose[event.event] = event.reviewer
    return {
        event.event
        for event in decided
        if event.derived and whose.get(event.derived) == event.reviewer
        if event.action in ("tag", "seal") and (event.step, event.item) in sealed
    }
