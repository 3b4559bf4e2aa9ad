"""Checks of untrusted fields of a decision file; each raises DecisionError."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from triage.errors import DecisionError
from triage.store.decisions import MOST_PERSON

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
