"""What may stand after a field that isn't text: dates, sizes, states, beginnings of ids and hashes.

The language checks values here before a tree is made, and ``resolve`` reads them again here, so that both agree.
Nothing here knows about trees or stores. Every function raises Unreadable.
"""

from __future__ import annotations

import difflib
import fnmatch
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar

from triage.errors import PROBLEM_CODES, WithMessage
from triage.model.items import LANGUAGES

STATES = tuple(
    (
        "tagged untagged disputed duplicate problem partly unsearchable sealed undated attachment family inferred "
        "superseded vanished"
    ).split()
)
"""What ``is:`` may ask.

tagged, untagged: has a current tag, or none. disputed: two reviewers' last words on one of its tags differ. duplicate:
another item of the case has the same digest. problem: has a Problem on record. partly, unsearchable: could be searched
only in part, or not at all. sealed: its text was taken out by a decision. undated: has no date, or is a message without
one of its own, which shows that of its file or parent. attachment: stands inside another item. family: has a parent or
children. inferred: is in its conversation by inference, as no header of it names what it answers. superseded,
vanished: was in the sources and isn't any more, with a later version in its place or without one; found only where a
query asks for it.
"""

PAST = ("superseded", "vanished")
"""The states of items that aren't current."""

HOLDINGS = ("attachment", "bcc", "note", "tag", "date")
"""What ``has:`` may ask: children, blind copies, a reviewer's note, a current tag, a date."""

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
        near = difflib.get_close_matches(value, known, n=1, cutoff=0.8)
        mend = near[0] if near else None
        raise Unreadable("value-unknown", mend, typed=text, field=field, known=", ".join(known))
    return value


def language(text: str) -> str:
    """Return the code of the language that ``lang:`` names by its code or its English name, "" for unknown or none."""
    name = text.strip().lower()
    codes = {word: code for code, full in LANGUAGES.items() for word in (code, full.lower())}
    codes |= {"unknown": "", "none": ""}
    if name not in codes:
        known = ", ".join(f"{code} ({full})" for code, full in LANGUAGES.items())
        raise Unreadable("language-unknown", known=known, typed=text)
    return codes[name]


def problem(text: str) -> str:
    """Return the code of a Problem that ``problem:`` names; ``*`` and ``?`` are wild."""
    value = text.strip().lower()
    if not fnmatch.filter(PROBLEM_CODES, value.replace("[", "[[]")):
        if near := difflib.get_close_matches(value, PROBLEM_CODES, n=1):
            raise Unreadable("problem-code-nearest", typed=text, near=near[0])
        raise Unreadable("problem-code-unknown", typed=text, known=", ".join(PROBLEM_CODES))
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
    found = _DAY.fullmatch(text)
    if not found:
        raise _no_day(text, whole)
    year, month, day, hour = (int(part or 0) for part in found.groups())
    try:
        first = datetime(year, month or 1, day or 1, hour)
    except ValueError:
        raise Unreadable("no-such-day", typed=text) from None
    spelled = first.isoformat(timespec="hours") if found[4] else first.date().isoformat()
    try:
        if day:
            after = first + (timedelta(hours=1) if found[4] else timedelta(days=1))
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
    found = _SIZE.fullmatch(text.lower())
    if not found:
        raise Unreadable("no-size", typed=text)
    whole, part = int(found[1]), found[2] or "0"
    unit = _UNITS[(found[3] or "")[:1]]
    thousandths = int(part.ljust(3, "0"))
    size = whole * unit + thousandths * unit // 1000
    return size, size + 1
