"""The roster of a case: whose keys may open seals together, as a chain of signed changes.

A change is signed by the case's approver, over one line of JSON with the SHA-256 of the change before. The key of the
first change is the approver's, which must be the one that approved the scope, where one has. The approver appoints the
next one; so do two people on the roster, for an approver whose key is lost. Each copy of the case keeps with a change
the row of its audit with which it came, so that what was signed is judged by the roster of then, not by any clock.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from typing import NamedTuple

import msgspec

from triage.errors import VerifyError
from triage.store.audit import signatures
from triage.store.audit.signatures import Signature, Signer
from triage.store.db import Store, now
from triage.store.records import insertion

ADD, REMOVE, APPOINT = "add", "remove", "appoint"
STATED = ("action", "case", "login", "member", "name", "number", "previous", "reason", "time")
"""What the statement of a change says; ``login`` is the signer's, ``member`` the key that is added or removed."""


class RosterChange(NamedTuple):
    """A change of the roster; ``audit`` is the row of this copy's audit with which it came."""

    number: int
    statement: str
    key: str
    signature: str
    audit: int = 0


class Person(NamedTuple):
    """Who signed something: the key, the name that the roster has for it, and the login."""

    key: str
    name: str
    login: str

    def is_another(self, other: Person) -> bool:
        """Whether these are two people: with two keys, names and logins."""
        return (
            raw(self.key) != raw(other.key)
            and self.name.casefold() != other.name.casefold()
            and self.login != other.login
        )


class Roster(msgspec.Struct):
    """What changes come to: names by key, all keys that a name (folded) ever had, who asks for which approver."""

    approver: str = ""
    members: dict[str, str] = msgspec.field(default_factory=dict)
    bound: dict[str, set[str]] = msgspec.field(default_factory=dict)
    appointing: dict[str, list[Person]] = msgspec.field(default_factory=dict)
    count: int = 0
    last: str = ""

    def apply(self, change: RosterChange) -> None:
        """Take in the next change; raises VerifyError where it isn't that, or isn't by who may make it."""
        try:
            stated = json.loads(change.statement)
            action, member, name = str(stated["action"]), str(stated["member"]), str(stated["name"])
            follows = (stated["number"], stated["previous"]) == (self.count + 1, self.last)
        except (ValueError, LookupError, TypeError):
            follows = False
        if not follows:
            raise VerifyError("roster-changes-differ", number=change.number)
        if self.approver in ("", change.key):
            self.approver = change.key
            self.appointing.clear()
            self._approved(action, member, name)
        elif action == APPOINT and change.key in self.members:
            self._appoint(member, Person(change.key, self.members[change.key], str(stated["login"])))
        else:
            raise VerifyError("roster-change-by-others", number=change.number, key=change.key, approver=self.approver)
        self.count += 1
        self.last = hashlib.sha256(change.statement.encode()).hexdigest()

    def _approved(self, action: str, member: str, name: str) -> None:
        if action == ADD:
            self.members[member] = name
            self.bound.setdefault(name.casefold(), set()).add(raw(member))
        elif action == REMOVE:
            self.members.pop(member, None)
        else:
            self.approver = member

    def _appoint(self, member: str, person: Person) -> None:
        supporters = self.appointing.setdefault(member, [])
        supporters.append(person)
        if any(person.is_another(other) for other in supporters):
            self.approver = member
            self.appointing.clear()

    def is_of_another(self, name: str, key: str) -> bool:
        """Whether a name is one that only other keys have, or had."""
        return raw(key) not in self.bound.get(name.casefold(), {raw(key)})


def raw(key: str) -> str:
    """Return a key without its name, which anybody may choose; base64 has "+" among its digits."""
    return key.split("+", 2)[-1]


def replayed(
    changes: Iterable[RosterChange], case: str = "", verifies: Callable[[str, str, str], bool] | None = None
) -> Roster:
    """Return what changes come to; with ``verifies`` each is checked to be signed, and of the ``case``."""
    roster = Roster()
    for change in changes:
        signed = not verifies or verifies(change.key, change.signature, change.statement)
        if not signed or (verifies and json.loads(change.statement)["case"] != case):
            raise VerifyError("roster-signature-wrong", number=change.number, key=change.key)
        roster.apply(change)
    return roster


def make(store: Store, roster: Roster, signer: Signer, action: str, member: str, name: str = "", why: str = "") -> None:
    """Sign the next change of a roster, take it in and store it, inside ``Store.change``."""
    stated = {"case": store.first_audit_hash(), "number": roster.count + 1, "previous": roster.last, "action": action}
    stated |= {"member": member, "name": name, "login": signer.login, "reason": why, "time": now()}
    text = json.dumps(stated, sort_keys=True, separators=(",", ":")) + "\n"
    change = RosterChange(roster.count + 1, text, signer.key, signer.sign(text))
    roster.apply(change)
    add(store, change)


def add(store: Store, change: RosterChange) -> None:
    """Store a change, inside ``Store.change``."""
    row = change._replace(audit=store.audit_head()[0] + 1)
    store.db.execute(insertion("roster", RosterChange), row)


def every(store: Store) -> list[RosterChange]:
    """Return all changes in their order."""
    rows = store.db.execute(f"SELECT {', '.join(RosterChange._fields)} FROM roster ORDER BY number")
    return [RosterChange(*row) for row in rows]


def approval_key(store: Store, before: int) -> str:
    """Return the key of the last approval of the scope before a row of the audit, "" where there is none."""
    sql = """SELECT detail->>'signature' FROM audit WHERE action='scope' AND seq<?
    AND coalesce(detail->>'signature', '')<>'' ORDER BY seq DESC LIMIT 1"""
    text = store.value(sql, (before,))
    return str(json.loads(text)["key"]) if text else ""


class Signers:
    """Who signed which step, of those whose keys were on the roster when the step came in."""

    def __init__(self, store: Store) -> None:
        self._store, self._changes = store, every(store)

    def of(self, step: str) -> Person | None:
        """Return who signed a step of this copy."""
        signature = signatures.of_step(self._store, step)
        return self.of_signature(signature) if signature else None

    def of_signature(self, signature: Signature) -> Person | None:
        """Return who made a signature that came with a row of the audit, or comes in now (0)."""
        first = [change for change in self._changes if not signature.audit or change.audit <= signature.audit]
        name = replayed(first).members.get(signature.key)
        return Person(signature.key, name, json.loads(signature.statement)["login"]) if name else None
