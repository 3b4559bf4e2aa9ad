"""The time zones of a calendar: how far a local time stands from UTC (RFC 5545 3.2.19 and 3.6.5).

A zone known by its name is read from the tables of the system or of Python, the only files that are asked for here,
and never by a path. Any other is told by the calendar's own rules, of which those that repeat every year are followed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone

from triage.parsers.text.content_lines import Component

_STAMP = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d))?Z?")
_OFFSET = re.compile(r"([+-])(\d\d)(\d\d)(\d\d)?")
_NAMED = re.compile(r"[A-Z][A-Za-z0-9-]{1,15}|[A-Za-z_]{2,20}(?:/[A-Za-z0-9_+-]{1,30}){1,3}")
_BYDAY = re.compile(r"([+-]?\d)?(MO|TU|WE|TH|FR|SA|SU)")
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_MOST_RULES = 500
_MOST_DATES = 1000


def at_zone(when: datetime, untrusted_zone: str, root: Component) -> datetime | None:
    """Return a local time with its distance from UTC, or None where neither the name nor ``root`` tells the zone."""
    offset = _named(when, untrusted_zone) if "/" in untrusted_zone else None
    if offset is None:
        offset = _stated(when, untrusted_zone, root)
    if offset is None:
        # RFC 5545 3.8.3.1: an id may begin with the registry that it is from; then the zone's own name ends it.
        parts = untrusted_zone.split("/")[-3:]
        tails = ("/".join(parts[at:]) for at in range(len(parts)))
        offset = next((found for tail in tails if (found := _named(when, tail)) is not None), None)
    return None if offset is None else when.replace(tzinfo=timezone(offset))


def _named(when: datetime, untrusted_zone: str) -> timedelta | None:
    if not _NAMED.fullmatch(untrusted_zone):
        return None
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(untrusted_zone).utcoffset(when)
    except (KeyError, ValueError, OSError):  # no such zone, a folder of zones, or no tables at all
        return None


def _stated(when: datetime, zone: str, root: Component) -> timedelta | None:
    """Return the offset by the VTIMEZONE of this id: that of the last change before ``when``."""
    rules = [
        rule
        for outer in (root, *root.components)
        for found in outer.components
        if found.name == "VTIMEZONE" and found.text_of("TZID") == zone
        for rule in found.components
    ]
    changes = [(onset, rule) for rule in rules[:_MOST_RULES] for onset in _onsets(rule, when)]
    before = [change for change in changes if change[0] <= when]
    if before:
        return _offset(max(before, key=lambda change: change[0])[1], "TZOFFSETTO")
    return _offset(min(changes, key=lambda change: change[0])[1], "TZOFFSETFROM") if changes else None


def _onsets(rule: Component, when: datetime) -> Iterator[datetime]:
    """Yield the times at which a rule sets in: its first, those that are listed, and the last two up to ``when``."""
    start = stamp(rule.text_of("DTSTART"))
    if start is None:
        return
    yield start
    listed = [value for p in rule.properties if p.name == "RDATE" for value in p.value.split(",", _MOST_DATES)]
    yield from filter(None, map(stamp, listed[:_MOST_DATES]))
    repeated = dict(part.partition("=")[::2] for part in rule.text_of("RRULE").upper().split(";"))
    if repeated.get("FREQ") != "YEARLY":
        return
    until = stamp(repeated.get("UNTIL", ""))
    count = repeated.get("COUNT", "")[:4]
    last = min(when.year, until.year if until else 9999, start.year + int(count) - 1 if count.isdecimal() else 9999)
    for year in (last, last - 1):
        onset = _yearly(year, repeated, start) if year > start.year else None
        if onset is not None and (until is None or onset - timedelta(days=1) <= until):
            yield onset


def _yearly(year: int, rule: dict[str, str], start: datetime) -> datetime | None:
    """Return when a yearly rule sets in in a year (RFC 5545 3.3.10: BYMONTH, BYDAY, BYMONTHDAY), None where never."""
    from calendar import monthrange

    month = int(rule["BYMONTH"]) if rule.get("BYMONTH", "") in map(str, range(1, 13)) else start.month
    length = monthrange(year, month)[1]
    by_day = _BYDAY.fullmatch(rule.get("BYDAY", ""))
    listed = rule.get("BYMONTHDAY", "").split(",")
    days = [
        day
        for day in range(1, length + 1)
        if (by_day is None or datetime(year, month, day).weekday() == _DAYS.index(by_day[2]))
        and (listed == [""] or str(day) in listed or str(day - length - 1) in listed)
        and (by_day is not None or listed != [""] or day == start.day)
    ]
    number = int(by_day[1]) if by_day and by_day[1] else 1
    if not number or abs(number) > len(days):
        return None
    return start.replace(year=year, month=month, day=days[number - 1 if number > 0 else number])


def _offset(rule: Component, name: str) -> timedelta | None:
    match = _OFFSET.fullmatch(rule.text_of(name).strip())
    if match is None or int(match[2]) > 23:
        return None
    size = timedelta(hours=int(match[2]), minutes=int(match[3]), seconds=int(match[4] or 0))
    return None if size >= timedelta(days=1) else -size if match[1] == "-" else size


def stamp(text: str) -> datetime | None:
    """Return a date or a time (RFC 5545 3.3.4, 3.3.5) as it stands, without its zone; None where it is none."""
    match = _STAMP.fullmatch(text.strip())
    try:
        return datetime(*(int(group or 0) for group in match.groups())) if match else None  # type: ignore[arg-type]
    except ValueError:
        return None
