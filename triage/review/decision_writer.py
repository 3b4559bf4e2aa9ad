"""One step of decisions, written row by row with ids and times, and the checks of names that decisions carry.

Steps are written inside ``Store.change``. Nothing here knows palettes, rules or seals.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence
from typing import Any

from triage.errors import DecisionError
from triage.messages import say
from triage.model.items import ItemNo
from triage.store import decision_log, reading, worklists
from triage.store.db import Store, now
from triage.store.facts import askable
from triage.store.records import DecisionRecord
from triage.store.worklists import Worklist


class StepWriter:
    """A step being written: what one key or command does, undone as one. ``rows`` counts its decisions so far.

    A step that ``undoes`` another one says so in its rows, and then neither counts any more: see
    ``store.decision_log``.
    """

    def __init__(self, store: Store, reviewer: str, how: str, undoes: int | None = None) -> None:
        self.group = decision_log.next_step(store)
        self.rows = 0
        self._store, self._reviewer, self._how, self._undoes = store, reviewer, how, undoes
        self._id = secrets.token_hex(16)
        self._time = now(after=decision_log.latest_time(store))  # copies replay decisions in the order of time

    def add(self, n: int, action: str, value: str, derived: str = "", reviewer: str = "", counts: bool = False) -> str:
        """Write a decision and what it does to ``tagged``; return its event. ``counts``: it is no part of an undo."""
        event = f"{self._id}.{self.rows}"
        self.rows += 1
        how = "propagated" if derived and self._how != "undo" else self._how
        undoes = None if counts else self._undoes
        record = DecisionRecord(
            item=n,
            action=action,
            value=value,
            reviewer=reviewer or self._reviewer,
            time=self._time,
            how=how,
            grp=self.group,
            undoes=undoes,
            event=event,
            derived=derived,
        )
        decision_log.append(self._store, record)
        if action in ("tag", "untag"):
            decision_log.set_tag(self._store, n, value, carried=action == "tag")
        return event

    def audit(self, detail: dict[str, Any], value: str, nos: Sequence[ItemNo], **more: Any) -> None:
        """Put the step into its audit row: ``items`` counts its decisions, ``first`` names some of the items.

        What is "" of ``more`` is left out.
        """
        first = list(reading.ids(self._store, nos[:20]).values())
        detail.update(value=value, items=self.rows, group=self.group, how=self._how, first=first)
        detail.update({name: value for name, value in more.items() if value != ""})


def known(store: Store, nos: Sequence[ItemNo]) -> list[ItemNo]:
    """Return the numbers, each once; raises DecisionError for one that the case doesn't have."""
    if (missing := reading.missing(store, nos)) is not None:
        raise DecisionError("no-such-item-nothing-changed", number=missing)
    return list(dict.fromkeys(nos))


def tag_name(name: str) -> str:
    """Return a tag's name with its spaces in order; raises DecisionError for what no query could ask for."""
    text = " ".join(name.split())
    if not text or len(text) > 80 or any(c in text for c in '"*?'):
        raise DecisionError("bad-tag-name", name=name)
    return text


# Names of batches and samples, the lists that have them, and the query that finds what has a name.

_ODD = re.compile(r'[*?"\\]')
_ONE = re.compile(r'[a-z]+:(?:"[^"]*"|[\w.@-]+)')
MOST_NAME, MOST_SEED = 80, 200


def list_name(untrusted_text: str, refusal: str) -> str:
    """Return a name that a query can ask for; raises DecisionError, with the key ``refusal``, where it can't be one."""
    text = " ".join(untrusted_text.split())
    if not text or len(text) > MOST_NAME or _ODD.search(text) or not text.isprintable():
        raise DecisionError(refusal, name=untrusted_text[:MOST_NAME], most=MOST_NAME)
    return text


def query_for(field: str, value: str) -> str | None:
    return f'{field}:"{value}"' if askable(value) else None


def both(query: str | None, other: str) -> str | None:
    """Return the query for what is in both; "" stands for everything, None for what can't be asked for."""
    if query is None:
        return None
    if not query:
        return other
    return f"{query} AND {other}" if _ONE.fullmatch(query) else f"({query}) AND {other}"


def new_list(store: Store, kind: str, title: str, source: str, author: str, detail: dict[str, Any]) -> Worklist:
    """Return a batch or sample to be added to the store; raises DecisionError where another has its name."""
    if worklists.lists(store, kind, title):
        raise DecisionError("batch-name-taken" if kind == "batch" else "sample-name-taken", name=title)
    return Worklist(
        number=0,
        id=worklists.new_id(),
        kind=kind,
        name=title,
        source=source,
        author=author,
        time=now(),
        detail=detail,
    )


def find_list(store: Store, kind: str, untrusted_name: str) -> Worklist:
    """Return the batch or sample of a name or an id; raises DecisionError where none or several have it."""
    text = " ".join(untrusted_name.split())
    matches = worklists.lists(store, kind, text) if text else []
    if not matches:
        known = ", ".join(each.name for each in worklists.lists(store, kind)[:20]) or say("none-yet")
        raise DecisionError("no-such-batch" if kind == "batch" else "no-such-sample", name=text, known=known)
    if len(matches) > 1:
        ids = ", ".join(each.id for each in matches)
        key = "batch-ambiguous" if kind == "batch" else "sample-ambiguous"
        raise DecisionError(key, many=len(matches), name=text, ids=ids)
    return matches[0]
