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
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

import apsw

from triage.errors import DecisionError
from triage.messages import plain, say
from triage.model.messages import Message
from triage.model.tags import PaletteVersion, Tag
from triage.model.team import JUDGEMENTS
from triage.review import palette
from triage.review.names import MOST_NAME, MOST_SEED
from triage.review.sharing.checks import exactly, fits, moment, person, text
from triage.store import events, palettes
from triage.store.db import DATABASE, Store, closed_on_error, now
from triage.store.events import Alias, Event, ListEvent, WorkEvent
from triage.store.worklists import Worklist

FORMAT, VERSION = "triage decisions", 1
MOST_LINE = 64 << 20
MOST_RECORDS = 5_000_000

ACTIONS = ("tag", "untag", "note", "seal", "ask-unseal", "unseal")
_MOST = {"tag": 80, "untag": 80, "note": 20_000}
_MOST_WHY = 2_000
_MOST_QUERY = 1_000_000
_WORK = {"batch": ("take", "give", "done"), "sample": ("judge",)}

_STEP = re.compile("[0-9a-f]{32}")
_EVENT = re.compile(r"[0-9a-f]{32}\.[0-9]{1,7}")
_ITEM = re.compile("[0-9a-f]{20}")
_ODD = re.compile(r'[*?"]')

_Checked = TypeVar("_Checked")
Record = Alias | Event | ListEvent | WorkEvent | PaletteVersion


@dataclass(frozen=True, slots=True)
class Header:
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
    yield from events.lists(store)
    yield from events.work(store)
    yield from palettes.versions(store)[1:]


# ---- as lines


class Chain:
    """The SHA-256 chained over lines: of the one before and the line."""

    def __init__(self) -> None:
        self.hex = "0" * 64

    def add(self, line: bytes) -> None:
        """Take in a line."""
        self.hex = hashlib.sha256(self.hex.encode() + b"\n" + line).hexdigest()


def write(path: Path, head: Header, offered: Iterable[Record]) -> tuple[Counter[str], str]:
    """Write a decision file; return how many decisions, batches, samples and steps it has, and its seal."""
    chain, counts = Chain(), Counter[str]()
    try:
        with open(path, "xb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:  # people's notes
            _put(file, chain, {"kind": FORMAT, "version": VERSION, **asdict(head)})
            for record in offered:
                kind, fields = _plain(record)
                counts[fields.get("what", kind)] += 1
                _put(file, chain, {"kind": kind, **fields})
            _put(file, Chain(), {"kind": "end", "records": counts.total(), "seal": chain.hex})
    except FileExistsError:
        raise DecisionError("file-exists", path=path) from None
    except OSError as error:
        path.unlink(missing_ok=True)
        raise DecisionError("file-unwritable", path=path, error=error.strerror) from error
    return counts, chain.hex


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
        case WorkEvent():
            return "work", record._asdict()
        case PaletteVersion():
            return "palette", asdict(record)
        case ListEvent(made, items):
            fields = {name: value for name, value in made._asdict().items() if name not in ("kind", "number")}
            return "list", {**fields, "what": made.kind, "items": list(items)}


class DecisionLines:
    """An open decision file: its header, then its records one by one, then its seal once all were read."""

    def __init__(self, path: Path) -> None:
        self._path, self._chain = path, Chain()
        self.seal = ""
        try:
            self._file = path.open("rb")
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
        if first.pop("version", None) != VERSION:
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
                if value != {"records": at - 2, "seal": before} or self._file.read(1):
                    raise self._wrong(at, say("decision-file-seal"))
                self.seal = before
                return
            if kind not in _CHECKS:
                raise self._wrong(at, say("record-unknown"))
            yield self._checked(at, value, _CHECKS[kind])
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

    seal = ""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.store = Store(path / DATABASE, write=False)
        with closed_on_error(self.store):
            self.header = self._head()

    def _head(self) -> Header:
        try:
            kinds = self.store.kinds("decision", "item", "audit", "item_alias")
            found = head(asdict(header(self.store, self._path.name, "", "")))
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
                yield _CHECKS[kind](fields)
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


# ---- checks of untrusted fields; each raises DecisionError


def head(untrusted: dict[str, Any]) -> Header:
    """Return a header of checked fields."""
    exactly(untrusted, Header.__slots__)
    return Header(**{name: text(untrusted[name], name, 300, empty=True) for name in Header.__slots__})


def alias(untrusted: dict[str, Any]) -> Alias:
    """Return another id of an item, of checked fields."""
    exactly(untrusted, Alias._fields)
    return Alias(fits(untrusted["alias"], _ITEM, "alias"), fits(untrusted["id"], _ITEM, "id"))


def decision(untrusted: dict[str, Any]) -> Event:
    """Return a decision of checked fields."""
    exactly(untrusted, Event._fields)
    u = untrusted
    action = u["action"]
    if action not in ACTIONS:
        raise DecisionError("action-unknown", action=repr(str(action)[:20]))
    value = text(u["value"], action, _MOST.get(action, _MOST_WHY), typed=True, empty=action == "note")
    if action in ("tag", "untag") and (_ODD.search(value) or value != " ".join(value.split())):
        raise DecisionError("record-bad-tag")
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


def listed(untrusted: dict[str, Any]) -> ListEvent:
    """Return a batch or a sample of checked fields."""
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
        exactly(untrusted, ())
        return {}
    exactly(untrusted, ("reading", "seed", "population", "blind"))
    population, blind = untrusted["population"], untrusted["blind"]
    if type(population) is not int or not items <= population < 1 << 40 or type(blind) is not bool:
        raise DecisionError("sample-larger-than-set")
    reading = text(untrusted["reading"], "reading", 4 * _MOST_QUERY, typed=True, empty=True)
    return {
        "reading": reading,
        "seed": text(untrusted["seed"], "seed", MOST_SEED, typed=True),
        "population": population,
        "blind": blind,
    }


def work(untrusted: dict[str, Any]) -> WorkEvent:
    """Return what was done with a list, of checked fields."""
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
    """Return a version of the tags on offer, of checked fields."""
    u = untrusted
    exactly(u, PaletteVersion.__slots__)
    if type(u["version"]) is not int or not 0 < u["version"] < 1 << 31:
        raise DecisionError("palette-without-number")
    checked = palette.checked([_tag(tag) for tag in u["tags"]])
    return PaletteVersion(u["version"], checked, person(u["author"]), moment(u["time"]))


def _tag(untrusted: dict[str, Any]) -> Tag:
    exactly(untrusted, Tag.__slots__)
    seals = untrusted.pop("seals")
    if type(seals) is not bool:
        raise DecisionError("tag-bad-seals")
    return Tag(**{name: text(value, name, 80, empty=True) for name, value in untrusted.items()}, seals=seals)


_CHECKS: dict[str, Callable[[dict[str, Any]], Record]] = {
    "alias": alias,
    "decision": decision,
    "list": listed,
    "work": work,
    "palette": tags,
}
