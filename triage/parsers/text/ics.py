"""iCalendar files: events, tasks and journals as readable text, with who called whom.

A file with one entry is one item; a calendar with several is a container with one child for each entry, as reviewers
decide on entries. Every property is kept as text, known or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from triage.messages import say
from triage.model.items import Child, Extract, Segment, Trouble
from triage.parsers.kit.contract import Context, Data, Probe
from triage.parsers.kit.texts import clean
from triage.parsers.text.content_lines import Component, Property, parse_components
from triage.parsers.text.ics_zones import at_zone, stamp
from triage.parsers.text.plain import charset_of, read_text

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
    """Tell by the first line; by the name or the declared type where the bytes are text."""
    if _START.match(probe.head):
        return True
    named = probe.extension in ("ics", "ical", "vcs", "ifb") or probe.declared.startswith("text/calendar")
    return named and probe.is_text and b":" in probe.head


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Read the calendar."""
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
        for found in component.properties:
            yield f"{found.name.capitalize()}: {_value(found)}"
        yield from component.broken


def _value(found: Property) -> str:
    if found.name in _PEOPLE:
        part = " ".join(f"{name}={found.parameter(name)}" for name in _PARTICIPATION if found.parameter(name))
        return " ".join(filter(None, (_person(found), part, found.extras())))
    if found.name in _DATES:
        zone = found.parameter("TZID")
        return ", ".join(_date(value, " ") for value in found.value.split(",")) + (f" {zone}" if zone else "")
    if found.data() is not None:
        return f"[{found.parameter('FMTTYPE') or 'file'}]"
    return f"{found.text()} {found.extras()}".rstrip()


def _person(found: Property) -> str:
    address = re.sub(r"(?i)^mailto:", "", found.text().strip())
    name = ", ".join(found.parameters.get("CN", ()))
    return clean(f"{name} <{address}>" if name and name != address else address)


def _moment(found: Property, root: Component) -> str:
    """Return a date as ISO 8601, with its distance from UTC where its time zone is known."""
    local = stamp(found.value) if "T" in found.value and not found.value.strip().endswith("Z") else None
    zoned = at_zone(local, found.parameter("TZID"), root) if local and found.parameter("TZID") else None
    return zoned.isoformat() if zoned else _date(found.value, "T")


def _date(value: str, between: str) -> str:
    """Return a date (RFC 5545 3.3.4, 3.3.5) as ISO 8601, or as it stands where it is none."""
    match = _STAMP.fullmatch(value.strip())
    if match is None:
        return value.strip()
    day = f"{match[1]}-{match[2]}-{match[3]}"
    return f"{day}{between}{match[4]}:{match[5]}:{match[6]}{match[7]}" if match[4] else day


def _cut(text: str) -> tuple[list[str], str]:
    """Return the entries as text, and what stands outside them."""
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
        whole = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{zones}{piece.rstrip()}\r\nEND:VCALENDAR\r\n"
        yield Child(f"{name}.ics", whole.encode("utf-8", "replace"), f"{TYPE}; charset=utf-8")


def _attachments(root: Component) -> Iterator[Child | Trouble]:
    for line in (line for component in root.walk() for line in component.properties):
        if data := line.data():
            name = line.parameter("FILENAME") or line.parameter("X-FILENAME") or line.name.lower()
            yield Child(clean(name), data, line.parameter("FMTTYPE") or None)
        elif line.name == "ATTACH" and "BASE64" in line.parameters.get("ENCODING", ()):
            yield Trouble("damaged", say("attachment-base64-broken"))
