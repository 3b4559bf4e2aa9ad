"""What may stand after a field that isn't text: dates, sizes, states, beginnings of ids and hashes.

The language checks values here before a tree is made, and ``resolve`` reads them again here, so that both agree.
Nothing here knows about trees or stores. Every function raises Unreadable.
"""

from __future__ import annotations

import difflib
import fnmatch
import re
from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

from triage.errors import PROBLEM_CODES, WithMessage
from triage.messages import joined, plain, say
from triage.model.items import NAMED_ONLY, ORIGINS
from triage.model.tables import LANGUAGES

STATES = tuple(
    (
        "tagged untagged disputed duplicate problem partly unsearchable sealed undated attachment family inferred "
        "contained near-duplicate superseded vanished purged"
    ).split()
)
"""What ``is:`` may ask.

tagged, untagged: has a current tag, or none. disputed: two reviewers' last words on one of its tags differ. duplicate:
another item of the case has the same digest. problem: has a Problem on record. partly, unsearchable: could be searched
only in part, or not at all. sealed: its text was taken out by a decision. undated: has no date, or is a message without
one of its own, which shows that of its file or parent. attachment: stands inside another item. family: has a parent or
children. inferred: is in its conversation by inference, as no header of it names what it answers. contained:
a later mail of its conversation quotes it in full. near-duplicate: another item has nearly the same words; both as far
as that was looked for. superseded, vanished: was in the sources and isn't any more, with a later version in its place
or without one. purged: all that was read of it was removed, as its source is no longer in scope. These three are found
only where a query asks for them.
"""

PAST = ("superseded", "vanished", "purged")
"""The states of items that aren't current."""

HOLDINGS = ("attachment", "bcc", "note", "tag", "date")
"""What ``has:`` may ask: children, blind copies, a reviewer's note, a current tag, a date."""

_MOST_LISTED = 30
_LONG = 5  # letters of a value of which two may differ
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[Tt](\d{1,2}))?)?)?")
_BY = re.compile(r"\s+by\s+", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})[/.]?(\d\d)[/.]?(\d\d)(?!\d)")
_YEAR_LAST = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_SIZE = re.compile(r"(\d{1,15})(?:\.(\d{1,3}))?(b|kb?|mb?|gb?)?", re.ASCII)
_UNITS = {"": 1, "b": 1, "k": 1 << 10, "m": 1 << 20, "g": 1 << 30}
_HEX = re.compile("[0-9a-f]+")
_T = TypeVar("_T", int, str)


class Unreadable(WithMessage, ValueError):
    """A value or a term that can't be read, and what was probably meant, None where there is no likely one."""

    def __init__(self, key: str, /, mend: str | None = None, **values: object) -> None:
        super().__init__(key, **values)
        self.mend = mend


def dates(text: str) -> tuple[str, str]:
    """Return the bounds that ``2023``, ``2023-05``, ``2023-05-02``, ``2023-05-02T14``, ``a..b``, ``a..``, ``>a`` mean.

    Two ISO 8601 days or hours, ``low`` inclusive and ``high`` exclusive, "" for an open end; they compare as strings
    with ISO dates and times in UTC. ``a..b`` includes the whole of b.
    """
    low, high = _bounds(text, lambda day: _day(day, text))
    return low or "", high or ""


def decided(text: str) -> tuple[str, str, str]:
    """Return the bounds as ``dates`` does, and the pattern of a reviewer's name, that ``2023-05-02 by Dana`` means.

    Without a name it is whoever decided.
    """
    time, *names = _BY.split(text.strip(), maxsplit=1)
    return *dates(time), pattern(names[0]) if names else "*"


def sizes(text: str) -> tuple[int, int | None]:
    """Return ``(low, high)`` in bytes, low inclusive, high exclusive or None, for ``10kb``, ``>1mb``, ``1mb..5mb``.

    kb, mb and gb are 1024, 1024², 1024³ bytes. A single size means exactly that many bytes.
    """
    low, high = _bounds(text, _bytes)
    return low or 0, high


def one_of(known: tuple[str, ...], field: str, text: str) -> str:
    """Return the one of some known values that a field names."""
    value = text.strip().lower()
    if value not in known:
        raise unknown(field, text, known)
    return value


def unknown(field: str, text: str, known: Collection[str], names: Collection[str] = ()) -> Unreadable:
    """Return what to say of a value that a field doesn't take: the nearest that it does, or else what those are.

    ``names`` are what to list where nothing is near, the known values themselves unless others are given.
    """
    by_folded = {value.casefold(): value for value in known}
    typed = text.strip("*? ").casefold()
    close = [one for one in difflib.get_close_matches(typed, by_folded, n=3) if _resembles(typed, one)]
    if close:
        near = [by_folded[value] for value in close]
        likely = (f'{field}"{value}"' if " " in value else f"{field}{value}" for value in near)
        return Unreadable("value-unknown-nearest", near[0], typed=text, near=", ".join(likely))
    listed = sorted(names or known)
    more = [say("and-more", count=len(listed) - _MOST_LISTED)] if len(listed) > _MOST_LISTED else []
    shown = joined("two-listed", [*map(plain, listed[:_MOST_LISTED]), *more]) if listed else say("none-yet")
    return Unreadable("value-unknown", typed=text, field=field, known=shown)


def _resembles(typed: str, known: str) -> bool:
    """Whether what was typed is a slip for a known value: by a letter, two of a longer one, or missing words."""
    from rapidfuzz.distance import OSA

    most = 1 if len(typed) < _LONG else 2
    return typed in known.split() or OSA.distance(typed, known, score_cutoff=most) <= most


def language(text: str) -> str:
    """Return the code of the language that ``lang:`` names by its code or its English name, "" for unknown or none."""
    name = text.strip().lower()
    codes = {word: code for code, full in LANGUAGES.items() for word in (code, full.lower())}
    codes |= {"unknown": "", "none": ""}
    if name not in codes:
        raise unknown("lang:", text, codes, [f"{code} ({full})" for code, full in LANGUAGES.items()])
    return codes[name]


def problem(text: str) -> str:
    """Return the code of a Problem that ``problem:`` names; ``*`` and ``?`` are wild."""
    value = text.strip().lower()
    if not fnmatch.filter(PROBLEM_CODES, value.replace("[", "[[]")):
        raise unknown("problem:", text, PROBLEM_CODES)
    return value


def beginning(text: str) -> str:
    """Return an id or a hash, or the beginning of one: hex digits in lower case, at least four."""
    value = text.strip().lower()
    if not _HEX.fullmatch(value) or len(value) < 4:
        raise Unreadable("no-id-or-hash", typed=text)
    return value


def pattern(text: str) -> str:
    """Return a name to compare with: blanks around it cut, letter case as typed; ``*`` and ``?`` are wild."""
    value = " ".join(text.split())
    if not value:
        raise Unreadable("name-missing")
    return value


def _bounds(text: str, stretch: Callable[[str], tuple[_T, _T | None]]) -> tuple[_T | None, _T | None]:
    """Return the first value that a range takes in and the first beyond it, None for an open end.

    ``stretch`` reads one of its ends as the first value that it takes in and the first beyond, None for no end.
    """
    value = text.strip()
    relation = re.match("[<>]=?", value)
    if relation:
        first, beyond = stretch(value[relation.end() :].strip())
        if relation[0] == ">" and beyond is None:
            raise Unreadable("no-such-day", typed=text)
        return {">": (beyond, None), ">=": (first, None), "<": (None, first), "<=": (None, beyond)}[relation[0]]
    low, dots, high = map(str.strip, value.partition(".."))
    if not low and not high:
        raise Unreadable("range-without-end")
    begin = stretch(low)[0] if low else None
    end = stretch(high if dots else low)[1] if high or not dots else None
    if begin is not None and end is not None and begin >= end:
        meant = f"{high}..{low}"
        raise Unreadable("range-backward", meant, range=meant)
    return begin, end


def _day(text: str, whole: str) -> tuple[str, str | None]:
    """Return the first day (or hour) that the text names and the one after its last, None where the calendar ends."""
    match = _DAY.fullmatch(text)
    if not match:
        raise _no_day(text, whole)
    year, month, day, hour = (int(part or 0) for part in match.groups())
    try:
        first = datetime(year, month or 1, day or 1, hour)
    except ValueError:
        raise Unreadable("no-such-day", typed=text) from None
    spelled = first.isoformat(timespec="hours") if match[4] else first.date().isoformat()
    try:
        if day:
            after = first + (timedelta(hours=1) if match[4] else timedelta(days=1))
        else:
            after = datetime(year + (month or 12) // 12, (month or 12) % 12 + 1, 1)
    except (ValueError, OverflowError):
        return spelled, None
    return spelled, after.isoformat(timespec="hours").removesuffix("T00")


def _no_day(text: str, whole: str) -> Unreadable:
    """Say how a date is to be written; offer it where it was written in another way that has one meaning."""
    if not text:
        return Unreadable("date-missing")
    two = _YEAR_LAST.fullmatch(text)
    if two and int(two[1]) < 13 and int(two[2]) < 13 and two[1] != two[2]:
        first, second = (f"{two[3]}-{month:0>2}-{day:0>2}" for month, day in ((two[2], two[1]), (two[1], two[2])))
        return Unreadable("date-ambiguous", typed=text, first=first, second=second)
    if two and (int(two[1]) == int(two[2]) < 13 or 12 < max(int(two[1]), int(two[2])) < 32):
        month, day = sorted((int(two[1]), int(two[2])))
        return Unreadable("no-date", whole.replace(text, f"{two[3]}-{month:02}-{day:02}"), typed=text)
    mend = _YEAR_FIRST.sub(r"\1-\2-\3", whole) if _YEAR_FIRST.fullmatch(text) else None
    return Unreadable("no-date", mend, typed=text)


def _bytes(text: str) -> tuple[int, int]:
    """Return a size and the next larger one."""
    match = _SIZE.fullmatch(text.lower())
    if not match:
        raise Unreadable("no-size", typed=text)
    whole, part = int(match[1]), match[2] or "0"
    unit = _UNITS[(match[3] or "")[:1]]
    thousandths = int(part.ljust(3, "0"))
    size = whole * unit + thousandths * unit // 1000
    return size, size + 1


# The names that may stand before a colon in a query, and what values they take.
#
# Text fields are searched by engines, attributes are looked up in the store. Nothing here reads a query or a store.

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
    "date": dates,
    "sent": dates,
    "modified": dates,
    "decided": decided,
    "size": sizes,
    "is": partial(one_of, STATES, "is:"),
    "has": partial(one_of, HOLDINGS, "has:"),
    "id": beginning,
    "family": beginning,
    "thread": beginning,
    "hash": beginning,
    "origin": partial(one_of, ORIGINS, "origin:"),
    "lang": language,
    "problem": problem,
}
CLOSED: dict[str, Collection[str]] = {
    "is": STATES,
    "has": HOLDINGS,
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
    tidy = pattern(value)
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
