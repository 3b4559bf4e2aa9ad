"""Names of batches and samples, and the query that finds what has a name. Nothing here writes."""

from __future__ import annotations

import re

from triage.errors import DecisionError

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
    return None if not value or _ODD.search(value) else f'{field}:"{value}"'


def both(query: str | None, other: str) -> str | None:
    """Return the query for what is in both; "" stands for everything, None for what can't be asked for."""
    if query is None:
        return None
    if not query:
        return other
    return f"{query} AND {other}" if _ONE.fullmatch(query) else f"({query}) AND {other}"
