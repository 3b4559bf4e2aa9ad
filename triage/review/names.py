"""Names of batches and samples, the lists that have them, and the query that finds what has a name."""

from __future__ import annotations

import re
from typing import Any

from triage.errors import DecisionError
from triage.messages import say
from triage.store import worklists
from triage.store.db import Store, now
from triage.store.facts import askable
from triage.store.worklists import Worklist

_ODD = re.compile(r'[*?"\\]')
_ONE = re.compile(r'[a-z]+:(?:"[^"]*"|[\w.@-]+)')
MOST_NAME, MOST_SEED = 80, 200


def name(untrusted_text: str, refusal: str) -> str:
    """Return a name that a query can ask for; raises DecisionError, with the key ``refusal``, where it can't be one."""
    text = " ".join(untrusted_text.split())
    if not text or len(text) > MOST_NAME or _ODD.search(text) or not text.isprintable():
        raise DecisionError(refusal, name=untrusted_text[:MOST_NAME], most=MOST_NAME)
    return text


def asked(field: str, value: str) -> str | None:
    """Return the query that finds what has a value, None where the language can't ask for it exactly."""
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
