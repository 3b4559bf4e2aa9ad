"""Checks of untrusted records of a decision file; each raises DecisionError, or another error of a field's type."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from triage.errors import DecisionError
from triage.model.redactions import LONGEST, LONGEST_REASON, read_redaction, read_value
from triage.model.tags import PaletteVersion, Tag
from triage.model.team import JUDGEMENTS
from triage.review import palette
from triage.review.decision_writer import MOST_NAME, MOST_SEED
from triage.store.audit import roster, signatures
from triage.store.audit.roster import RosterChange
from triage.store.audit.signatures import Signature
from triage.store.decisions import MOST_PERSON
from triage.store.events import Alias, Event, Hidden, ListEvent, WorkEvent
from triage.store.worklists import Worklist

# Checks of untrusted fields of a decision file; each raises DecisionError.

_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
_AHEAD = timedelta(days=1)


def exactly(untrusted: Any, names: Iterable[str]) -> None:
    """Take a record that has these fields, and no other one."""
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
    """Return the name of a person."""
    name = text(untrusted, "reviewer", MOST_PERSON, typed=True)
    if name != " ".join(name.split()):
        raise DecisionError("field-bad-blanks")
    return name


def fits(untrusted: Any, form: re.Pattern[str], name: str, *, empty: bool = False) -> str:
    """Return a text of a fixed form."""
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
    """Return the digest of a decision whose text a seal took away, of checked fields."""
    exactly(untrusted, Hidden._fields)
    return Hidden(fits(untrusted["event"], _EVENT, "event"), fits(untrusted["digest"], _DIGEST, "digest"))


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
    """Return a number of items, which is at least so many."""
    if type(untrusted) is not int or not least <= untrusted < 1 << 40:
        raise DecisionError("sample-larger-than-set")
    return untrusted


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
    exactly(stated, roster.STATED)
    if type(u["number"]) is not int or stated.pop("number") != u["number"]:
        raise DecisionError("field-bad-form", field="number")
    for name, value in stated.items():
        text(value, name, 2_000, typed=True, empty=True)
    return RosterChange(u["number"], u["statement"], text(u["key"], "key", 500), text(u["signature"], "signature", 200))


def _object(untrusted: Any, name: str, most: int) -> dict[str, Any]:
    """Return the object that is in a text of JSON."""
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
