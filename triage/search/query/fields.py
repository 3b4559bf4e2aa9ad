"""The names that may stand before a colon in a query, and what values they take.

Text fields are searched by engines, attributes are looked up in the store. Nothing here reads a query or a store.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable
from functools import partial

from triage.model.items import NAMED_ONLY, ORIGINS
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

ATTRIBUTES: dict[str, str] = {
    "tag": "a current tag; * and ? are wild",
    "custodian": "whose records the item was found in; not those in which only a copy of it was",
    "all-custodians": "whose records the item or any exact copy of it was found in",
    "type": "the type of the file: pdf, docx, eml ...",
    "domain": "the domain of the sender's address, all of it; * and ? are wild",
    "lang": "language of the text: he, ar, en, german ... or none; a guess by script and small words",
    "path": "the place of the file, not of a copy of it; * and ? are wild",
    "all-paths": "the place of the file or of any exact copy; * and ? are wild",
    "reviewer": "who took a decision that stands",
    "decided": 'when a decision was taken that stands, as date; and by whom: "2023-05-02T14 by Dana Levi"',
    "note": "words of a reviewer's note",
    "batch": "the name or id of a batch that the item is in; * and ? are wild",
    "sample": "the name or id of a sample that the item was drawn into; * and ? are wild",
    "judged": "the name or id of a sample in which the item was judged; * and ? are wild",
    "problem": "the code of a Problem on record: encrypted, needs-ocr ...; * and ? are wild",
    "origin": "where text comes from: comment, tracked, hidden, ocr ...",
    "date": "2023, 2023-05, 2023-05-02, 2023-05-02T14 (an hour), a..b, a.., ..b, >a, <b; in UTC",
    "sent": "as date, for sent dates alone",
    "modified": "as date, for dates of last change alone",
    "size": "500, 10kb, >1mb, 1mb..5mb",
    "is": ", ".join(values.STATES),
    "has": ", ".join(values.HOLDINGS),
    "id": "an item's id or its beginning",
    "family": "the id of any member of the family",
    "thread": "the id of any item of the conversation; also what is in it by inference (is:inferred)",
    "hash": "SHA-256, duplicate hash or EDRM MIH, or its beginning",
}
"""Attributes and what stands after their colon."""

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
_EXACT = frozenset("tag custodian all-custodians type domain path all-paths reviewer note batch sample judged".split())
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
    """Return the known name that a mistyped one most resembles, None where none does."""
    close = difflib.get_close_matches(name, [*TEXT_FIELDS, *ATTRIBUTES], n=1, cutoff=0.7)
    return close[0] if close else None
