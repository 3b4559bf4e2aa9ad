"""Calendars: one item an entry."""

from __future__ import annotations

import zoneinfo

import pytest

from tests.effort import TIMES, counted
from tests.parsers.reading import read

EVENT = """BEGIN:VEVENT
UID:1
DTSTART;TZID=Asia/Jerusalem:20240102T103000
SUMMARY:סקירת פרויקט הנץ
DESCRIPTION:Bring the\\, numbers\\nand the plan
LOCATION:Room 5
ORGANIZER;CN="Levi, Dana";SENT-BY="mailto:assistant@north.test":mailto:dana@north.test
ATTENDEE;CN=Omar Haddad;RSVP=TRUE;PARTSTAT=DECLINED;ROLE=OPT-PARTICIPANT:mailto:omar@north.test
ATTACH;ENCODING=BASE64;VALUE=BINARY;FMTTYPE=text/plain;FILENAME=plan.txt:ZmFsY29u
X-OWN:kept too
BEGIN:VALARM
DESCRIPTION:Reminder
END:VALARM
END:VEVENT
"""


def _calendar(*entries: str) -> bytes:
    return ("BEGIN:VCALENDAR\nVERSION:2.0\nX-WR-CALNAME:Work\n" + "".join(entries) + "END:VCALENDAR\n").encode()


def test_one_event_is_one_item() -> None:
    reading = read(_calendar(EVENT), "invite.ics")
    extract = reading.extract
    assert extract.subject == "סקירת פרויקט הנץ"
    assert extract.sender == "Levi, Dana <dana@north.test>"
    assert extract.to == ["Omar Haddad <omar@north.test>"]
    assert extract.date == "2024-01-02T10:30:00+02:00"
    for part in ("Bring the, numbers\nand the plan", "Room 5", "kept too", "Reminder", "Work", "assistant@north.test"):
        assert part in reading.text()
    assert "Omar Haddad <omar@north.test> ROLE=OPT-PARTICIPANT PARTSTAT=DECLINED RSVP=TRUE" in reading.text()
    assert "2024-01-02 10:30:00 Asia/Jerusalem" in reading.text()
    assert [(c.name, c.data, c.declared) for c in reading.children] == [("plan.txt", b"falcon", "text/plain")]
    assert reading.codes == []


def test_several_events_are_children() -> None:
    other = "BEGIN:VTODO\nSUMMARY:Submit papers\nDUE:20240501\nEND:VTODO\n"
    reading = read(_calendar(EVENT, other), "work.ics")
    assert reading.names == ["סקירת פרויקט הנץ.ics", "Submit papers.ics"]
    assert "Work" in reading.text() and "Room 5" not in reading.text()
    task = read(reading.children[1].data, reading.children[1].name or "", reading.children[1].declared or "")
    assert task.extract.subject == "Submit papers" and task.extract.date == "2024-05-01"


def test_bare_event_and_broken_lines() -> None:
    reading = read(b"BEGIN:VEVENT\nSUMMARY:falcon\nthis is no property\nEND:VEVENT\n", "x")
    assert reading.extract.subject == "falcon"
    assert "this is no property" in reading.text()
    assert reading.codes == ["damaged"]


def test_declared_type_is_enough() -> None:
    assert read(b"VERSION:2.0\nSUMMARY:x\n", "", "text/calendar; charset=utf-8").extract.type == "text/calendar"


@pytest.mark.parametrize("times", TIMES)
def test_many_open_entries_cost_little(times: int) -> None:
    with counted() as effort:
        reading = read(b"BEGIN:VEVENT\n" * 10_000 * times, "a.ics")
    assert effort.steps < 1_200_000 * times
    assert reading.codes == ["damaged"]


# Time zones of calendars.

OUTLOOK = """BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
"""
OWN = """BEGIN:VTIMEZONE
TZID:Own
BEGIN:DAYLIGHT
DTSTART:19990414T020000
TZOFFSETFROM:-0330
TZOFFSETTO:-0230
RRULE:FREQ=YEARLY;BYDAY=WE;BYMONTHDAY=8,9,10,11,12,13,14;BYMONTH=4;UNTIL=20050413T053000Z
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19991020T020000
TZOFFSETFROM:-0230
TZOFFSETTO:-0330
RRULE:FREQ=YEARLY;BYDAY=3WE;BYMONTH=10;COUNT=7
RDATE:20070101T000000,20080101T000000
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:20070601T000000
TZOFFSETFROM:-0330
TZOFFSETTO:-023015
END:DAYLIGHT
END:VTIMEZONE
"""


def _date(zone: str, local: str, rules: str = "") -> str | None:
    event = f"BEGIN:VEVENT\nSUMMARY:x\nDTSTART;TZID={zone}:{local}\nEND:VEVENT\n"
    return read(f"BEGIN:VCALENDAR\n{rules}{event}END:VCALENDAR\n".encode(), "a.ics").extract.date


@pytest.mark.parametrize(
    ("zone", "local", "expected"),
    [
        ("Europe/Vienna", "20120213T100000", "2012-02-13T10:00:00+01:00"),
        ("Europe/Vienna", "20120713T100000", "2012-07-13T10:00:00+02:00"),
        ("/registry.example/2007_1/America/New_York", "20120713T100000", "2012-07-13T10:00:00-04:00"),
        ("UTC", "20120213T100000", "2012-02-13T10:00:00+00:00"),
        ("Europe/Vienna", "20120213T100000Z", "2012-02-13T10:00:00Z"),
        ("Europe/Vienna", "20120213", "2012-02-13"),
        ("No/Zone", "20120213T100000", "2012-02-13T10:00:00"),
        ("Europe", "20120213T100000", "2012-02-13T10:00:00"),
        ("../../etc/passwd", "20120213T100000", "2012-02-13T10:00:00"),
        ("Europe/Vienna", "20129913T100000", "2012-99-13T10:00:00"),
    ],
)
def test_a_zone_is_known_by_its_name(zone: str, local: str, expected: str) -> None:
    assert _date(zone, local) == expected


@pytest.mark.parametrize(
    ("zone", "rules", "local", "offset"),
    [
        *(
            ("W. Europe Standard Time", OUTLOOK, local, offset)
            for offset, times in (
                ("+01:00", ("20240330T120000", "20241027T030000", "16000101T000000")),
                ("+02:00", ("20240331T030000", "20240701T120000", "20241027T023000")),
            )
            for local in times
        ),
        *(
            ("Own", OWN, local, offset)
            for offset, times in (
                ("-02:30", ("20030410T120000", "20050601T120000")),
                ("-03:30", ("20030401T120000", "20051101T120000", "20060601T120000", "20090701T120000")),
                ("-03:30", ("19980101T120000",)),
                ("-02:30:15", ("20070701T120000",)),
            )
            for local in times
        ),
    ],
)
def test_a_zone_of_no_known_name_is_read_by_the_calendars_rules(zone: str, rules: str, local: str, offset: str) -> None:
    assert (_date(zone, local, rules) or "").endswith(offset)


def test_each_of_several_entries_keeps_its_zone() -> None:
    event = "BEGIN:VEVENT\nSUMMARY:x\nDTSTART;TZID=Own:20030410T120000\nEND:VEVENT\n"
    reading = read(f"BEGIN:VCALENDAR\n{OWN}{event * 2}END:VCALENDAR\n".encode(), "a.ics")
    assert [read(c.data, c.name or "").extract.date for c in reading.children] == ["2003-04-10T12:00:00-02:30"] * 2


def test_a_machine_without_tables_asks_the_calendar() -> None:
    rules = OUTLOOK.replace("W. Europe Standard Time", "Europe/Vienna")
    zoneinfo.reset_tzpath(to=[])
    zoneinfo.ZoneInfo.clear_cache()
    try:
        assert _date("Europe/Vienna", "20240701T100000", rules) == "2024-07-01T10:00:00+02:00"
    finally:
        zoneinfo.reset_tzpath()


@pytest.mark.parametrize(
    "broken",
    [
        OWN.replace("UNTIL=20050413T053000Z", "UNTIL=99991231").replace("COUNT=7", "COUNT=0"),
        OWN.replace("BYMONTH=4", "BYMONTH=77").replace("BYDAY=3WE", "BYDAY=9WE"),
        OWN.replace("-0230", "-9930").replace("-0330", "nonsense"),
        OWN.replace("DTSTART:", "DTSTART:x").replace("2007", "0000"),
    ],
)
def test_rules_that_make_no_sense_break_nothing(broken: str) -> None:
    assert (_date("Own", "20030410T120000", broken) or "").startswith("2003-04-10T12:00:00")


@pytest.mark.parametrize("times", TIMES)
def test_many_rules_cost_little(times: int) -> None:
    rule = OWN.partition("TZID:Own\n")[2].replace("END:VTIMEZONE\n", "")
    rules = OUTLOOK.replace("END:VTIMEZONE\n", rule * 300 * times)
    with counted() as effort:
        _date("W. Europe Standard Time", "20240701T120000", rules + "END:VTIMEZONE\n")
    assert effort.steps < 1_000_000 * times
