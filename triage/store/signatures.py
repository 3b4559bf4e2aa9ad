"""Signatures of what people did: one for each change that decides something, by the key of the login that made it.

What is signed is one line of JSON, the statement: the case's id, the row of the audit with its actor, action, digest of
content and hash, and of a step its id and a digest over its decisions, which any copy of the case works out alike. The
row names the key; the signature, which no digest depends on, is stored beside it in the same transaction. Where the key
can't be used the row says why, and the change is stored all the same.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple, Protocol

import msgspec

from triage.errors import TriageError, VerifyError
from triage.messages import encode, plain, say
from triage.model.redactions import PART_ACTIONS
from triage.store import events
from triage.store.db import ChangeSigning, Store, now
from triage.store.events import Event, Hidden
from triage.store.records import insertion

_OF_LISTS = ("judge", "draw sample", "new batch", "take batch", "give batch", "done batch")
OF_SEALS = ("seal", "withdraw-seal", "ask-unseal", "unseal")
"""Actions on seals, of decisions and of the audit."""

ACTIONS = {"tag", "untag", "note", *PART_ACTIONS, "undo", *OF_SEALS, "palette", "merge", *_OF_LISTS}
"""Actions of the audit that a person takes, and that are signed; a run that seals along signs, too."""


class Signer(Protocol):
    """A login as it signs."""

    @property
    def login(self) -> str:
        """The login and its machine."""

    @property
    def key(self) -> str:
        """The public line of its key; raises TriageError where the key can't be used."""

    def sign(self, text: str) -> str:
        """Return the signature of a text."""


class Signature(NamedTuple):
    """A signature: ``audit`` is the row that it is of, or with which it was taken over from another copy.

    ``ids`` are the ids that items had there and not here, as JSON: {id here: id there}. Where more of them become known
    the signature is stored once more, with these; the latest counts.
    """

    audit: int
    step: str
    statement: str
    key: str
    signature: str
    ids: str = "{}"
    taken: int = 0


STATED = ("case", "audit", "actor", "action", "hash", "content", "login", "step", "decisions")
"""What a statement says."""
_COLUMNS = ", ".join(Signature._fields)


class ChangeSigner(ChangeSigning):
    """Signs the changes of a case that a person answers for."""

    def __init__(self, store: Store, signer: Signer) -> None:
        self._store, self._signer = store, signer

    def __call__(self, seq: int, actor: str, action: str, detail: dict[str, Any]) -> Callable[[str], None]:
        """Name the key in the detail of a row that is to be signed; return what signs it once its hash is known."""
        if not to_be_signed(action, detail):
            return lambda _: None
        self.unsigned = ""
        try:
            key = self._signer.key
        except (TriageError, OSError) as error:
            why = error.message if isinstance(error, TriageError) else plain(str(error))
            self.unsigned = encode(say("decision-unsigned", why=why))
            detail["signer"] = {"unsigned": encode(why)}
            return lambda _: None
        detail["signer"] = {"key": key, "login": self._signer.login}
        step, digest = "", ""
        if group := group_of(detail):
            step, digest = next(iter(digests(events.of_group(self._store, group))), ("", ""))

        def sign(row_hash: str) -> None:
            text = statement(self._store, (seq, actor, action, row_hash), detail, step, digest)
            add(self._store, Signature(seq, step, text, key, self._signer.sign(text)))

        return sign


def to_be_signed(action: str, detail: dict[str, Any]) -> bool:
    return action in ACTIONS or "sealed" in detail


def group_of(detail: dict[str, Any]) -> int:
    """Return the number of the step that a row of the audit is about, 0 for none."""
    return int(detail.get("group") or detail.get("sealed", {}).get("group", 0))


def statement(store: Store, row: tuple[int, str, str, str], detail: dict[str, Any], step: str, digest: str) -> str:
    """Return what is signed of a row of the audit, given by number, actor, action and hash."""
    seq, actor, action, row_hash = row
    stated = {"case": store.first_audit_hash(), "audit": seq, "actor": actor, "action": action, "hash": row_hash}
    stated |= {"content": detail["content"], "login": detail["signer"]["login"], "step": step, "decisions": digest}
    return json.dumps(stated, sort_keys=True, separators=(",", ":")) + "\n"


def digests(
    decisions: Iterable[Event], ids: dict[str, dict[str, str]] | None = None, hidden: Iterable[Hidden] = ()
) -> Iterator[tuple[str, str]]:
    """Yield each step with the digest over its decisions; ``ids`` are those that items of a step had elsewhere.

    Of decisions that are ``hidden`` the digest stands for the text; a step without it isn't among them.
    """
    steps: dict[str, list[bytes]] = {}
    kept = dict(hidden)
    for event in decisions:
        kept.pop(event.event, None)
        steps.setdefault(event.step, []).append(_digest(event, ids.get(event.step, {}) if ids else {}))
    for event_id, digest in kept.items():
        steps.setdefault(event_id.partition(".")[0], []).append(bytes.fromhex(digest))
    for step, lines in steps.items():
        if b"" not in lines:
            yield step, hashlib.sha256(b"".join(sorted(lines))).hexdigest()


def _digest(event: Event, there: dict[str, str]) -> bytes:
    line = json.dumps(event._replace(item=there.get(event.item, event.item)), separators=(",", ":"))
    return hashlib.sha256(line.encode()).digest()


def hidden(decisions: Iterable[Event], signed: Mapping[str, Signature]) -> Iterator[Hidden]:
    """Yield decisions as what stands for them once a seal has taken their text; ``signed`` are signatures by step."""
    for event in decisions:
        there = json.loads(signed[event.step].ids) if event.step in signed else {}
        yield Hidden(event.event, _digest(event, there).hex())


def hide(store: Store, which: str, bindings: tuple[int, ...] = ()) -> None:
    """Keep the digests of decisions, named by SQL on ``d.``, whose text a seal is about to take away."""
    found = events.to_hide(store, which, bindings)
    signed = {step: signature for step in {event.step for event in found} if (signature := of_step(store, step))}
    events.hide(store, hidden(found, signed))


def sound(signature: Signature, digest: str, verifies: Callable[[str, str, str], bool]) -> bool:
    """Whether a signature is right, and of a step whose decisions have this digest."""
    stated = json.loads(signature.statement)
    return (stated["step"], stated["decisions"]) == (signature.step, digest) and verifies(
        signature.key, signature.signature, signature.statement
    )


def of_step(store: Store, step: str) -> Signature | None:
    rows = store.rows(f"SELECT {_COLUMNS} FROM signature WHERE step=? ORDER BY rowid DESC LIMIT 1", (step,))
    return Signature(*rows[0]) if rows else None


def add(store: Store, signature: Signature) -> None:
    store.db.execute(insertion("signature", Signature), signature)


def every(store: Store) -> list[Signature]:
    rows = store.db.execute(f"SELECT {_COLUMNS} FROM signature ORDER BY audit, step, rowid")
    return [Signature(*row) for row in rows]


# The roster of a case: whose keys may open seals together, as a chain of signed changes.
#
# A change is signed by the case's approver, over one line of JSON with the SHA-256 of the change before. The key of
# the first change is the approver's, which must be the one that approved the scope, where one has. The approver
# appoints the next one; so do two people on the roster, for an approver whose key is lost. Each copy of the case
# keeps with a change the row of its audit with which it came, so that what was signed is judged by the roster of
# then, not by any clock.

ADD, REMOVE, APPOINT = "add", "remove", "appoint"
ROSTER_STATED = ("action", "case", "login", "member", "name", "number", "previous", "reason", "time")
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


def make_change(
    store: Store, roster: Roster, signer: Signer, action: str, member: str, name: str = "", why: str = ""
) -> None:
    """Sign the next change of a roster, take it in and store it, inside ``Store.change``."""
    stated = {"case": store.first_audit_hash(), "number": roster.count + 1, "previous": roster.last, "action": action}
    stated |= {"member": member, "name": name, "login": signer.login, "reason": why, "time": now()}
    text = json.dumps(stated, sort_keys=True, separators=(",", ":")) + "\n"
    change = RosterChange(roster.count + 1, text, signer.key, signer.sign(text))
    roster.apply(change)
    add_change(store, change)


def add_change(store: Store, change: RosterChange) -> None:
    row = change._replace(audit=store.audit_head()[0] + 1)
    store.db.execute(insertion("roster", RosterChange), row)


def roster_changes(store: Store) -> list[RosterChange]:
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
        self._store, self._changes = store, roster_changes(store)

    def of(self, step: str) -> Person | None:
        signature = of_step(self._store, step)
        return self.of_signature(signature) if signature else None

    def of_signature(self, signature: Signature) -> Person | None:
        """Return who made a signature that came with a row of the audit, or comes in now (0)."""
        first = [change for change in self._changes if not signature.audit or change.audit <= signature.audit]
        name = replayed(first).members.get(signature.key)
        return Person(signature.key, name, json.loads(signature.statement)["login"]) if name else None
