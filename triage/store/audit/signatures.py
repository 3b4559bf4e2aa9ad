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

from triage.errors import TriageError
from triage.messages import encode, plain, say
from triage.model.redactions import PART_ACTIONS
from triage.store import events
from triage.store.db import ChangeSigning, Store
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
    """Whether a change is one that a person answers for."""
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
    """Return the latest signature of a step, None where it isn't signed."""
    rows = store.rows(f"SELECT {_COLUMNS} FROM signature WHERE step=? ORDER BY rowid DESC LIMIT 1", (step,))
    return Signature(*rows[0]) if rows else None


def add(store: Store, signature: Signature) -> None:
    """Store a signature."""
    store.db.execute(insertion("signature", Signature), signature)


def every(store: Store) -> list[Signature]:
    """Return all signatures in the order of the rows that they came with."""
    rows = store.db.execute(f"SELECT {_COLUMNS} FROM signature ORDER BY audit, step, rowid")
    return [Signature(*row) for row in rows]
