"""iCalendar files: events, tasks and journals as readable text, with who called whom.

A file with one entry is one item; a calendar with several is a container with one child for each entry, as reviewers
decide on entries. Every property is kept as text, known or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone

from triage.messages import say
from triage.model.items import Child, Extract, Segment, Trouble
from triage.parsers.kit.contract import Context, Data, Probe
from triage.parsers.kit.texts import clean
from triage.parsers.text.plain import charset_of, read_text
from triage.parsers.text.vcf import Component, Property, parse_components

# Time zones (RFC 5545 3.2.19 and 3.6.5): by name from the tables of the system or of Python, never by a path; any other
# by the calendar's own rules, of which those that repeat every year are followed.

_LOCAL_STAMP = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d))?Z?")
_OFFSET = re.compile(r"([+-])(\d\d)(\d\d)(\d\d)?")
_NAMED = re.compile(r"[A-Z][A-Za-z0-9-]{1,15}|[A-Za-z_]{2,20}(?:/[A-Za-z0-9_+-]{1,30}){1,3}")
_BYDAY = re.compile(r"([+-]?\d)?(MO|TU|WE|TH|FR|SA|SU)")
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_MOST_RULES = 500
_MOST_DATES = 1000


def _at_zone(when: datetime, untrusted_zone: str, root: Component) -> datetime | None:
    offset = _named(when, untrusted_zone) if "/" in untrusted_zone else None
    if offset is None:
        offset = _stated(when, untrusted_zone, root)
    if offset is None:
        # RFC 5545 3.8.3.1: an id may begin with the registry that it is from; then the zone's own name ends it.
        parts = untrusted_zone.split("/")[-3:]
        tails = ("/".join(parts[at:]) for at in range(len(parts)))
        offset = next((offset_of_tail for tail in tails if (offset_of_tail := _named(when, tail)) is not None), None)
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
        for zone_rules in outer.components
        if zone_rules.name == "VTIMEZONE" and zone_rules.text_of("TZID") == zone
        for rule in zone_rules.components
    ]
    changes = [(onset, rule) for rule in rules[:_MOST_RULES] for onset in _onsets(rule, when)]
    before = [change for change in changes if change[0] <= when]
    if before:
        return _offset(max(before, key=lambda change: change[0])[1], "TZOFFSETTO")
    return _offset(min(changes, key=lambda change: change[0])[1], "TZOFFSETFROM") if changes else None


def _onsets(rule: Component, when: datetime) -> Iterator[datetime]:
    """Yield the times at which a rule sets in: its first, those that are listed, and the last two up to ``when``."""
    start = _stamp(rule.text_of("DTSTART"))
    if start is None:
        return
    yield start
    listed = [value for p in rule.properties if p.name == "RDATE" for value in p.value.split(",", _MOST_DATES)]
    yield from filter(None, map(_stamp, listed[:_MOST_DATES]))
    repeated = dict(part.partition("=")[::2] for part in rule.text_of("RRULE").upper().split(";"))
    if repeated.get("FREQ") != "YEARLY":
        return
    until = _stamp(repeated.get("UNTIL", ""))
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


def _stamp(text: str) -> datetime | None:
    """Return a date or a time (RFC 5545 3.3.4, 3.3.5) as it stands, without its zone; None where it is none."""
    match = _LOCAL_STAMP.fullmatch(text.strip())
    try:
        return datetime(*(int(group or 0) for group in match.groups())) if match else None  # type: ignore[arg-type]
    except ValueError:
        return None


TYPE = "text/calendar"
_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*BEGIN:(?:VCALENDAR|VEVENT|VTODO|VJOURNAL|VFREEBUSY|VTIMEZONE|VALARM)", re.IGNORECASE
)
_ENTRIES = ("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY")
_PEOPLE = ("ORGANIZER", "ATTENDEE", "CONTACT")
_PARTICIPATION = ("ROLE", "PARTSTAT", "RSVP", "CUTYPE")
_STAMP = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?")
_DATES = frozenset(
    ("DTSTART", "DTEND", "DUE", "DTSTAMP", "CREATED", "LAST-MODIFIED", "COMPLETED", "RECURRENCE-ID", "EXDATE")
)
_ZONE = re.compile(r"BEGIN:VTIMEZONE.{0,20000}?END:VTIMEZONE\r?\n", re.DOTALL)
_EDGE = re.compile(r"^(BEGIN|END):(VEVENT|VTODO|VJOURNAL|VFREEBUSY)[ \t]*\r?(?:\n|\Z)", re.IGNORECASE | re.MULTILINE)


def claims(probe: Probe) -> bool:
    if _START.match(probe.head):
        return True
    named = probe.extension in ("ics", "ical", "vcs", "ifb") or probe.declared.startswith("text/calendar")
    return named and probe.is_text and b":" in probe.head


def parse(untrusted_data: Data, context: Context) -> Extract:
    text, troubles = read_text(untrusted_data, charset_of(context.declared), context.limits)
    root, sound = parse_components(text)
    extract = Extract(TYPE, troubles=troubles)
    if not sound:
        extract.troubles.append(Trouble("damaged", say("ics-lines-broken")))
    entries = [inner for outer in (root, *root.components) for inner in outer.components if inner.name in _ENTRIES]
    pieces, rest = _cut(text) if len(entries) > 1 else ([], "")
    if len(pieces) == len(entries) > 1:
        extract.segments = _segments(parse_components(rest)[0])
        extract.children = _entries(pieces, entries, rest)
        return extract
    extract.segments = _segments(root)
    extract.children = _attachments(root)
    for entry in entries[:1]:
        extract.subject = clean(entry.text_of("SUMMARY")) or None
        organizer = entry.first("ORGANIZER")
        extract.sender = _person(organizer) if organizer else None
        extract.to = [_person(line) for line in entry.properties if line.name == "ATTENDEE"]
        start = entry.first("DTSTART") or entry.first("DUE") or entry.first("DTSTAMP")
        extract.date = _moment(start, root) if start else None
    return extract


def _segments(root: Component) -> list[Segment]:
    text = clean("\n".join(_lines(root)))
    return [Segment("body", text)] if text.strip() else []


def _lines(root: Component) -> Iterator[str]:
    for component in root.walk():
        if component is not root:
            yield ""
            yield component.name.removeprefix("V").capitalize()
        for line in component.properties:
            yield f"{line.name.capitalize()}: {_value(line)}"
        yield from component.broken


def _value(line: Property) -> str:
    if line.name in _PEOPLE:
        part = " ".join(f"{name}={line.parameter(name)}" for name in _PARTICIPATION if line.parameter(name))
        return " ".join(filter(None, (_person(line), part, line.extras())))
    if line.name in _DATES:
        zone = line.parameter("TZID")
        return ", ".join(_date(value, " ") for value in line.value.split(",")) + (f" {zone}" if zone else "")
    if line.data() is not None:
        return f"[{line.parameter('FMTTYPE') or 'file'}]"
    return f"{line.text()} {line.extras()}".rstrip()


def _person(line: Property) -> str:
    address = re.sub(r"(?i)^mailto:", "", line.text().strip())
    name = ", ".join(line.parameters.get("CN", ()))
    return clean(f"{name} <{address}>" if name and name != address else address)


def _moment(line: Property, root: Component) -> str:
    local = _stamp(line.value) if "T" in line.value and not line.value.strip().endswith("Z") else None
    zoned = _at_zone(local, line.parameter("TZID"), root) if local and line.parameter("TZID") else None
    return zoned.isoformat() if zoned else _date(line.value, "T")


def _date(value: str, between: str) -> str:
    """Return a date (RFC 5545 3.3.4, 3.3.5) as ISO 8601, or as it stands where it is none."""
    match = _STAMP.fullmatch(value.strip())
    if match is None:
        return value.strip()
    day = f"{match[1]}-{match[2]}-{match[3]}"
    return f"{day}{between}{match[4]}:{match[5]}:{match[6]}{match[7]}" if match[4] else day


def _cut(text: str) -> tuple[list[str], str]:
    pieces: list[str] = []
    outside: list[str] = []
    at, open_name = 0, ""
    for edge in _EDGE.finditer(text):
        name = edge[2].upper()
        if edge[1].upper() == "BEGIN" and not open_name:
            outside.append(text[at : edge.start()])
            at, open_name = edge.start(), name
        elif edge[1].upper() == "END" and open_name == name:
            pieces.append(text[at : edge.end()])
            at, open_name = edge.end(), ""
    return pieces, "".join((*outside, text[at:]))


def _entries(pieces: list[str], entries: list[Component], rest: str) -> Iterator[Child | Trouble]:
    zones = "".join(_ZONE.findall(rest[:100_000])) if len(pieces) < 1000 else ""
    for number, (piece, entry) in enumerate(zip(pieces, entries, strict=True), 1):
        name = clean(entry.text_of("SUMMARY"))[:100].replace("\n", " ").strip() or f"entry {number}"
        calendar = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{zones}{piece.rstrip()}\r\nEND:VCALENDAR\r\n"
        yield Child(f"{name}.ics", calendar.encode("utf-8", "replace"), f"{TYPE}; charset=utf-8")


def _attachments(root: Component) -> Iterator[Child | Trouble]:
    for line in (line for component in root.walk() for line in component.properties):
        if data := line.data():
            name = line.parameter("FILENAME") or line.parameter("X-FILENAME") or line.name.lower()
            yield Child(clean(name), data, line.parameter("FMTTYPE") or None)
        elif line.name == "ATTACH" and "BASE64" in line.parameters.get("ENCODING", ()):
            yield Trouble("damaged", say("attachment-base64-broken"))
