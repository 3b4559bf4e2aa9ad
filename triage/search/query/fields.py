"""The names that may stand before a colon in a query, and what values they take.

Text fields are searched by engines, attributes are looked up in the store. Nothing here reads a query or a store.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial

from triage.errors import PROBLEM_CODES
from triage.model.items import NAMED_ONLY, ORIGINS
from triage.model.languages import LANGUAGES
from triage.search.query import values

TEXT_FIELDS: dict[str, tuple[str, ...]] = {
    "subject": ("subject",),
    "from": ("from",),
    "to": ("to",),
    "cc": ("cc",),
    "bcc": ("bcc",),
    "participants": ("from", "to", "cc", "bcc"),
    "file": ("file",),
    "body": ("body", "alternative"),
    "footnote": ("note",),
    "headers": ("headers", *NAMED_ONLY),
    **{origin: (origin,) for origin in ORIGINS if origin not in ("body", "note", "headers")},
}
"""Name in the language to fields of the index. ``body`` covers both renderings of a mail; ``note`` is a reviewer's."""

NAMES: dict[tuple[str, ...], str] = {fields: name for name, fields in TEXT_FIELDS.items()}
"""The way back: fields of the index to their name."""

_CHECKS: dict[str, Callable[[str], object]] = {
    "date": values.dates,
    "sent": values.dates,
    "modified": values.dates,
    "decided": values.decided,
    "size": values.sizes,
    "is": partial(values.one_of, values.STATES, "is:"),
    "has": partial(values.one_of, values.HOLDINGS, "has:"),
    "id": values.beginning,
    "family": values.beginning,
    "thread": values.beginning,
    "hash": values.beginning,
    "origin": partial(values.one_of, ORIGINS, "origin:"),
    "lang": values.language,
    "problem": values.problem,
}
CLOSED: dict[str, Collection[str]] = {
    "is": values.STATES,
    "has": values.HOLDINGS,
    "origin": ORIGINS,
    "lang": (*LANGUAGES, "unknown"),
    "problem": PROBLEM_CODES,
}
"""Attributes that take certain values in every case, and which."""
_EXACT = frozenset("tag custodian all-custodians type domain path all-paths reviewer note batch sample judged".split())
ATTRIBUTES = (*sorted(_EXACT), *_CHECKS)
"""What is known of items, by names for a query; docs/query-language.md says what each of them finds."""
_TYPED = frozenset(("date", "sent", "modified", "decided"))


def is_field(text: str) -> bool:
    """Whether a text is the name of a field with its colon."""
    name = text.strip().rstrip(":").lower()
    return name in TEXT_FIELDS or name in ATTRIBUTES


def checked(name: str, value: str) -> str:
    """Return an attribute's value in the form in which the tree keeps it. Raises ``values.Unreadable``."""
    tidy = values.pattern(value)
    if name in _EXACT:
        return tidy
    _CHECKS[name](tidy)
    return tidy if name in _TYPED else tidy.lower()


def likely(name: str) -> str | None:
    """Return the known name that differs from a mistyped one by a letter, or two swapped; None where none does."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extractOne

    close = extractOne(name, (*TEXT_FIELDS, *ATTRIBUTES), scorer=OSA.distance, score_cutoff=1)
    return str(close[0]) if close else None
