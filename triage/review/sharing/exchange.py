"""Decision files: what was decided in one copy of a case, as lines of JSON that another copy takes over.

The first line says of which case they are and how far it was indexed, the last one seals them: it holds the SHA-256
chained over all lines before it, so that no line can be changed, lost or added unseen; whoever was told the seal can
also tell a forgery. What is read is untrusted: every field is checked before anything else sees it.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

import apsw
import msgspec

from triage.errors import DecisionError
from triage.files import DATABASE, open_plain, refuse_special_files
from triage.messages import plain, say
from triage.model.messages import Message
from triage.model.tags import PaletteVersion
from triage.review import roster, sealing
from triage.review.roster import Verifies
from triage.review.sharing.record_checks import CHANGED, CHECKS, SIGNED, Record, exactly, text
from triage.store import events, palettes
from triage.store.audit import roster as recorded_roster
from triage.store.audit import signatures
from triage.store.audit.roster import RosterChange
from triage.store.audit.signatures import Signature
from triage.store.db import Store, closed_on_error, now
from triage.store.events import Alias, Event, Hidden, ListEvent, Taken, WorkEvent

FORMAT, VERSIONS = "triage merge", (1, 2)
MOST_LINE = 64 << 20
MOST_RECORDS = 5_000_000

_Checked = TypeVar("_Checked")


class Header(msgspec.Struct, frozen=True):
    """Where records are from: the case's name, how it began, what was indexed, the audit's end as ``rows:hash``.

    ``origin`` is what all copies of one case have in common: the hash of the audit row with which it began.
    """

    case: str
    origin: str
    index: str
    audit: str
    time: str
    program: str


def header(store: Store, case: str, index: str, program: str) -> Header:
    """Return the header of a case's records now."""
    rows, last = store.audit_head()
    case = "".join(c if c.isprintable() else "\ufffd" for c in case[:300])
    return Header(case, store.first_audit_hash(), index, f"{rows}:{last}", now(), program)


def records(store: Store) -> Iterator[Record]:
    """Yield all that another copy can take over: decisions, batches and samples, what was done with them, palettes.

    First come the other ids of items, by which the copy knows which items are meant.
    """
    yield from events.aliases(store)
    yield from events.every(store)
    yield from (hidden for hidden in events.hidden(store) if hidden.digest)
    yield from events.lists(store)
    yield from events.work(store)
    yield from palettes.versions(store)[1:]
    yield from recorded_roster.every(store)
    yield from (signature for signature in signatures.every(store) if signature.step)


# ---- as lines


class Chain:
    """The SHA-256 chained over lines: of the one before and the line."""

    def __init__(self) -> None:
        self.hex = "0" * 64

    def add(self, line: bytes) -> None:
        """Take in a line."""
        self.hex = hashlib.sha256(self.hex.encode() + b"\n" + line).hexdigest()


def write(
    path: Path, head: Header, offered: Iterable[Record], sign: Callable[[str], dict[str, str]]
) -> tuple[Counter[str], str]:
    """Write a decision file, signed; return how many decisions, batches, samples and steps it has, and its seal."""
    chain, counts = Chain(), Counter[str]()
    try:
        with open(path, "xb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:  # people's notes
            _put(file, chain, {"kind": FORMAT, "version": VERSIONS[-1], **msgspec.to_builtins(head)})
            for record in offered:
                kind, fields = _plain(record)
                counts[fields.get("what", kind)] += 1
                _put(file, chain, {"kind": kind, **fields})
            _put(
                file,
                Chain(),
                {"kind": "end", "records": counts.total(), "seal": chain.hex, **sign(signed_text(head, chain.hex))},
            )
    except FileExistsError:
        raise DecisionError("file-exists", path=path) from None
    except OSError as error:
        path.unlink(missing_ok=True)
        raise DecisionError("file-unwritable", path=path, error=error.strerror) from error
    return counts, chain.hex


def signed_text(head: Header, seal: str) -> str:
    """Return what the signature of a whole file is over."""
    return json.dumps({"case": head.origin, "decisions": seal}, sort_keys=True) + "\n"


def _put(file: BinaryIO, chain: Chain, value: dict[str, Any]) -> None:
    line = json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode()
    chain.add(line)
    file.write(line + b"\n")


def _plain(record: Record) -> tuple[str, dict[str, Any]]:
    match record:
        case Alias():
            return "alias", record._asdict()
        case Event():
            return "decision", record._asdict()
        case Hidden():
            return "hidden", record._asdict()
        case Signature():
            return "signature", {name: getattr(record, name) for name in SIGNED}
        case RosterChange():
            return "roster", {name: getattr(record, name) for name in CHANGED}
        case WorkEvent():
            return "work", record._asdict()
        case PaletteVersion():
            return "palette", msgspec.to_builtins(record)
        case ListEvent(made, items):
            fields = {name: value for name, value in made._asdict().items() if name not in ("kind", "number")}
            return "list", {**fields, "what": made.kind, "items": list(items)}


class DecisionLines:
    """An open decision file: its header, then its records one by one, then its seal once all were read."""

    def __init__(self, path: Path) -> None:
        self._path, self._chain = path, Chain()
        self.seal, self.signature = "", ("", "")
        try:
            self._file = open_plain(path.resolve())
        except OSError as error:
            raise DecisionError("file-unreadable", path=path, error=error.strerror) from error
        try:
            self.header = self._head()
        except DecisionError:
            self.close()
            raise

    def _head(self) -> Header:
        first = self._next(1)
        if first.pop("kind", None) != FORMAT:
            raise self._wrong(1, say("no-decision-file"))
        if first.pop("version", None) not in VERSIONS:
            raise self._wrong(1, say("decision-file-version"))
        return self._checked(1, first, head)

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def records(self) -> Iterator[Record]:
        """Yield the records, checked; raises DecisionError where one is wrong, or the seal at the end."""
        for at in range(2, MOST_RECORDS + 3):
            before = self._chain.hex
            value = self._next(at)
            kind = value.pop("kind", None)
            if kind == "end":
                self.signature = str(value.pop("key", "")), str(value.pop("signature", ""))
                if value != {"records": at - 2, "seal": before} or self._file.read(1):
                    raise self._wrong(at, say("decision-file-seal"))
                self.seal = before
                return
            if kind not in CHECKS:
                raise self._wrong(at, say("record-unknown"))
            yield self._checked(at, value, CHECKS[kind])
        raise self._wrong(MOST_RECORDS + 2, say("too-many-records", most=MOST_RECORDS))

    def _next(self, at: int) -> dict[str, Any]:
        line = self._file.readline(MOST_LINE + 1)
        if not line.endswith(b"\n") or len(line) > MOST_LINE:
            short = len(line) <= MOST_LINE
            raise self._wrong(at, say("decision-file-ends-early" if short else "decision-file-long-line"))
        self._chain.add(line[:-1])
        try:
            value = json.loads(line)
        except (ValueError, RecursionError):
            raise self._wrong(at, say("line-not-json")) from None
        if not isinstance(value, dict):
            raise self._wrong(at, say("line-not-record"))
        return value

    def _checked(self, at: int, untrusted: dict[str, Any], check: Callable[[dict[str, Any]], _Checked]) -> _Checked:
        try:
            return check(untrusted)
        except (DecisionError, ValueError, KeyError, TypeError) as error:
            raise self._wrong(at, _why(error)) from None

    def _wrong(self, at: int, why: Message) -> DecisionError:
        return DecisionError("decision-file-wrong", path=self._path, line=at, why=why)


class OtherFolder:
    """Another copy's folder as an offer, in one moment of it: opened for reading alone, checked as a file is."""

    seal, signature = "", ("", "")

    def __init__(self, path: Path) -> None:
        self._path = path
        refuse_special_files(path)
        self.store = Store(path / DATABASE, write=False)
        with closed_on_error(self.store):
            self.header = self._head()

    def _head(self) -> Header:
        try:
            kinds = self.store.kinds("decision", "item", "audit", "item_alias", "signature", "roster")
            found = head(msgspec.to_builtins(header(self.store, self._path.name, "", "")))
        except (DecisionError, ValueError, TypeError, apsw.Error) as error:
            raise self._wrong(_why(error)) from error
        if kinds != {"table"}:
            raise self._wrong(say("copy-no-case"))
        return found

    def close(self) -> None:
        """Close the database."""
        self.store.close()

    def records(self) -> Iterator[Record]:
        """Yield the records, checked."""
        try:
            for at, record in enumerate(records(self.store)):
                kind, fields = _plain(record)
                if at == MOST_RECORDS:
                    raise DecisionError("too-many-records", most=MOST_RECORDS)
                yield CHECKS[kind](fields)
        except (DecisionError, ValueError, KeyError, TypeError, apsw.Error) as error:
            raise self._wrong(_why(error)) from error

    def _wrong(self, why: Message) -> DecisionError:
        return DecisionError("copy-wrong", path=self._path, why=why)


def _why(error: Exception) -> Message:
    """Return what is wrong with a record, as a clause."""
    if isinstance(error, DecisionError):
        return error.message
    return plain(str(error)) if str(error) else say("field-wrong")


Offer = DecisionLines | OtherFolder
"""What another copy offers: where it is from, its records, and what sealed them, known once all were read."""


def head(untrusted: dict[str, Any]) -> Header:
    """Return a header of checked fields."""
    exactly(untrusted, Header.__struct_fields__)
    return Header(**{name: text(untrusted[name], name, 300, empty=True) for name in Header.__struct_fields__})


# What of another copy is signed, by whom, and whether it is what was signed. What isn't signed is only taken over where
# whoever merges says so, and never seals an item, withdraws a seal or opens one.


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
    barred |= sealing.left_out(store, [event for event in offer.decisions if event.step not in barred], proved)
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
