"""Decision files: what was decided in one copy of a case, as lines of JSON that another copy takes over.

The first line says of which case they are and how far it was indexed, the last one seals them: it holds the SHA-256
chained over all lines before it, so that no line can be changed, lost or added unseen; whoever was told the seal can
also tell a forgery. What is read is untrusted: every field is checked before anything else sees it.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

import apsw
import msgspec

from triage.errors import DecisionError
from triage.files import DATABASE, open_plain, refuse_special_files
from triage.messages import plain, say
from triage.model.messages import Message
from triage.model.redactions import LONGEST, LONGEST_REASON, read_redaction, read_value
from triage.model.tags import PaletteVersion, Tag
from triage.model.team import JUDGEMENTS
from triage.review import palette, roster, sealing
from triage.review.decision_writer import MOST_NAME, MOST_SEED
from triage.review.roster import Verifies
from triage.store import decision_log, events, signatures
from triage.store.db import Store, closed_on_error, now
from triage.store.decision_log import MOST_PERSON
from triage.store.events import Alias, Event, Hidden, ListEvent, Taken, WorkEvent
from triage.store.signatures import RosterChange, Signature
from triage.store.worklists import Worklist

# Checks of untrusted fields and records of a decision file. Each returns what it is given as one of ours, and raises
# DecisionError, or another error of a field's type, for anything else.

_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
_AHEAD = timedelta(days=1)


def exactly(untrusted: Any, names: Iterable[str]) -> None:
    if not isinstance(untrusted, dict) or untrusted.keys() != set(names):
        raise DecisionError("record-wrong-fields")


def text(untrusted: Any, name: str, most: int, *, typed: bool = False, empty: bool = False) -> str:
    """Return a text without lone surrogates, no longer than ``most``.

    One that a person ``typed`` may hold control characters, as it may here: whoever shows it takes care of them.
    """
    if not isinstance(untrusted, str) or len(untrusted) > most or not (untrusted or empty):
        raise DecisionError("field-bad-length", field=name)
    if any("\ud800" <= c <= "\udfff" or (not typed and not c.isprintable()) for c in untrusted):
        raise DecisionError("field-bad-characters", field=name)
    return untrusted


def person(untrusted: Any) -> str:
    name = text(untrusted, "reviewer", MOST_PERSON, typed=True)
    if name != " ".join(name.split()):
        raise DecisionError("field-bad-blanks")
    return name


def fits(untrusted: Any, form: re.Pattern[str], name: str, *, empty: bool = False) -> str:
    if not isinstance(untrusted, str) or not (form.fullmatch(untrusted) or (empty and not untrusted)):
        raise DecisionError("field-bad-form", field=name)
    return untrusted


def moment(untrusted: Any) -> str:
    """Return a time that isn't more than a day ahead: a clock that is wrong would have the last word for good."""
    time = fits(untrusted, _TIME, "time")
    if datetime.fromisoformat(time) > datetime.now(UTC) + _AHEAD:
        raise DecisionError("time-ahead", time=time)
    return time


Record = Alias | Event | Hidden | ListEvent | WorkEvent | PaletteVersion | Signature | RosterChange

_ON_PASSAGES = {"mark": read_value, "unmark": read_value, "redact": read_redaction, "unredact": read_redaction}
ACTIONS = ("tag", "untag", "note", *_ON_PASSAGES, "seal", "withdraw-seal", "ask-unseal", "unseal")
_MOST = {"tag": 80, "untag": 80, "note": 20_000} | dict.fromkeys(_ON_PASSAGES, LONGEST + LONGEST_REASON + 40)
_MOST_WHY = 2_000
_MOST_QUERY = 1_000_000
_MOST_IDS = 1 << 26
_WORK = {"batch": ("take", "give", "done"), "sample": ("judge",)}

_STEP = re.compile("[0-9a-f]{32}")
_EVENT = re.compile(r"[0-9a-f]{32}\.[0-9]{1,7}")
_ITEM = re.compile("[0-9a-f]{20}")
_DIGEST = re.compile("[0-9a-f]{64}")
SIGNED = ("step", "statement", "key", "signature", "ids")
CHANGED = ("number", "statement", "key", "signature")
_ODD = re.compile(r'[*?"]')


def alias(untrusted: dict[str, Any]) -> Alias:
    exactly(untrusted, Alias._fields)
    return Alias(fits(untrusted["alias"], _ITEM, "alias"), fits(untrusted["id"], _ITEM, "id"))


def decision(untrusted: dict[str, Any]) -> Event:
    exactly(untrusted, Event._fields)
    u = untrusted
    action = u["action"]
    if action not in ACTIONS:
        raise DecisionError("action-unknown", action=repr(str(action)[:20]))
    value = text(u["value"], action, _MOST.get(action, _MOST_WHY), typed=True, empty=action == "note")
    if action in ("tag", "untag") and (_ODD.search(value) or value != " ".join(value.split())):
        raise DecisionError("record-bad-tag")
    if action in _ON_PASSAGES and _ON_PASSAGES[action](value) is None:
        raise DecisionError("record-bad-passage")
    return Event(
        event=fits(u["event"], _EVENT, "event"),
        item=fits(u["item"], _ITEM, "item"),
        action=action,
        value=value,
        reviewer=person(u["reviewer"]),
        time=moment(u["time"]),
        how=text(u["how"], "how", 20),
        undoes=fits(u["undoes"], _STEP, "undoes", empty=True),
        derived=fits(u["derived"], _EVENT, "derived", empty=True),
    )


def hidden(untrusted: dict[str, Any]) -> Hidden:
    exactly(untrusted, Hidden._fields)
    return Hidden(fits(untrusted["event"], _EVENT, "event"), fits(untrusted["digest"], _DIGEST, "digest"))


def listed(untrusted: dict[str, Any]) -> ListEvent:
    u = untrusted
    exactly(u, ("id", "name", "source", "author", "time", "detail", "what", "items"))
    if u["what"] not in _WORK or not isinstance(u["items"], list) or not isinstance(u["detail"], dict):
        raise DecisionError("list-kind-unknown")
    name = text(u["name"], "name", MOST_NAME)
    if _ODD.search(name) or "\\" in name:
        raise DecisionError("record-bad-name")
    items = tuple(fits(item, _ITEM, "item") for item in u["items"])
    if len(set(items)) != len(items) or not items:
        raise DecisionError("list-bad-items")
    source = text(u["source"], "source", _MOST_QUERY, typed=True, empty=True)
    made = Worklist(
        number=0,
        id=fits(u["id"], _STEP, "id"),
        kind=u["what"],
        name=name,
        source=source,
        author=person(u["author"]),
        time=moment(u["time"]),
        detail=_detail(u["what"], u["detail"], len(items)),
    )
    return ListEvent(made, items)


def _detail(kind: str, untrusted: dict[str, Any], items: int) -> dict[str, Any]:
    if kind == "batch":
        exactly(untrusted, ("with_copies",))
        return {"with_copies": _number(untrusted["with_copies"], items)}
    exactly(untrusted, ("reading", "seed", "population", "blind", "with_copies"))
    blind, population = untrusted["blind"], _number(untrusted["population"], items)
    if type(blind) is not bool:
        raise DecisionError("sample-larger-than-set")
    reading = text(untrusted["reading"], "reading", 4 * _MOST_QUERY, typed=True, empty=True)
    return {
        "reading": reading,
        "seed": text(untrusted["seed"], "seed", MOST_SEED, typed=True),
        "population": population,
        "blind": blind,
        "with_copies": _number(untrusted["with_copies"], population),
    }


def _number(untrusted: object, least: int) -> int:
    if type(untrusted) is not int or not least <= untrusted < 1 << 40:
        raise DecisionError("sample-larger-than-set")
    return untrusted


def work(untrusted: dict[str, Any]) -> WorkEvent:
    u = untrusted
    exactly(u, WorkEvent._fields)
    judged = u["action"] == "judge"
    if u["action"] not in (action for actions in _WORK.values() for action in actions):
        raise DecisionError("work-unknown")
    if judged and u["value"] not in (*JUDGEMENTS, ""):
        raise DecisionError("judgement-unknown")
    return WorkEvent(
        fits(u["event"], _STEP, "event"),
        fits(u["list"], _STEP, "list"),
        u["action"],
        fits(u["item"], _ITEM, "item", empty=not judged),
        u["value"] if judged else person(u["value"]),
        person(u["reviewer"]),
        moment(u["time"]),
    )


def tags(untrusted: dict[str, Any]) -> PaletteVersion:
    u = untrusted
    exactly(u, PaletteVersion.__struct_fields__)
    if type(u["version"]) is not int or not 0 < u["version"] < 1 << 31:
        raise DecisionError("palette-without-number")
    checked = palette.checked([_tag(tag) for tag in u["tags"]])
    return PaletteVersion(u["version"], checked, person(u["author"]), moment(u["time"]))


def _tag(untrusted: dict[str, Any]) -> Tag:
    exactly(untrusted, Tag.__struct_fields__)
    flags = {name: untrusted.pop(name) for name in ("seals", "finding")}
    if type(flags["seals"]) is not bool:
        raise DecisionError("tag-bad-seals")
    if type(flags["finding"]) is not bool:
        raise DecisionError("record-wrong-fields")
    words = {name: text(value, name, 80, empty=True) for name, value in untrusted.items()}
    return Tag(**words, seals=flags["seals"], finding=flags["finding"])


def signed(untrusted: dict[str, Any]) -> Signature:
    """Return the signature of a step, of checked fields; nothing is known of it yet."""
    u = untrusted
    exactly(u, SIGNED)
    exactly(_object(u["statement"], "statement", 5_000), signatures.STATED)
    ids = _object(u["ids"], "ids", _MOST_IDS)
    for item in (*ids, *ids.values()):
        fits(item, _ITEM, "ids")
    return Signature(
        audit=0,
        step=fits(u["step"], _STEP, "step"),
        statement=u["statement"],
        key=text(u["key"], "key", 500),
        signature=text(u["signature"], "signature", 200),
        ids=u["ids"],
        taken=1,
    )


def changed(untrusted: dict[str, Any]) -> RosterChange:
    """Return a change of the roster, of checked fields; nothing is known of its signature yet."""
    u = untrusted
    exactly(u, CHANGED)
    stated = _object(u["statement"], "statement", 5_000)
    exactly(stated, signatures.ROSTER_STATED)
    if type(u["number"]) is not int or stated.pop("number") != u["number"]:
        raise DecisionError("field-bad-form", field="number")
    for name, value in stated.items():
        text(value, name, 2_000, typed=True, empty=True)
    return RosterChange(u["number"], u["statement"], text(u["key"], "key", 500), text(u["signature"], "signature", 200))


def _object(untrusted: Any, name: str, most: int) -> dict[str, Any]:
    try:
        value = json.loads(text(untrusted, name, most, typed=True))
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict):
        raise DecisionError("field-bad-form", field=name)
    return value


CHECKS: dict[str, Callable[[dict[str, Any]], Record]] = {
    "alias": alias,
    "decision": decision,
    "hidden": hidden,
    "list": listed,
    "work": work,
    "palette": tags,
    "signature": signed,
    "roster": changed,
}


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
    yield from decision_log.palette_versions(store)[1:]
    yield from signatures.roster_changes(store)
    yield from (signature for signature in signatures.every(store) if signature.step)


# ---- as lines


class Chain:
    """The SHA-256 chained over lines: of the one before and the line."""

    def __init__(self) -> None:
        self.hex = "0" * 64

    def add(self, line: bytes) -> None:
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
    return json.dumps({"case": head.origin, "decisions": seal}, sort_keys=True) + "\n"


def _put(file: BinaryIO, chain: Chain, value: dict[str, Any]) -> None:
    line = json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode()
    chain.add(line)
    file.write(line + b"\n")


_KINDS = {Alias: "alias", Event: "decision", Hidden: "hidden", WorkEvent: "work"}


def _plain(record: Record) -> tuple[str, dict[str, Any]]:
    match record:
        case Alias() | Event() | Hidden() | WorkEvent():
            return _KINDS[type(record)], record._asdict()
        case Signature():
            return "signature", {name: getattr(record, name) for name in SIGNED}
        case RosterChange():
            return "roster", {name: getattr(record, name) for name in CHANGED}
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
        self.store.close()

    def records(self) -> Iterator[Record]:
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
