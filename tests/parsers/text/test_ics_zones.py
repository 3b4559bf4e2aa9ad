"""Time zones of calendars."""

from __future__ import annotations

import zoneinfo

import pytest

from tests.effort import TIMES, counted
from tests.parsers.reading import read

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
    ("local", "offset"),
    [
        ("20240330T120000", "+01:00"),
        ("20240331T030000", "+02:00"),
        ("20240701T120000", "+02:00"),
        ("20241027T023000", "+02:00"),
        ("20241027T030000", "+01:00"),
        ("16000101T000000", "+01:00"),
    ],
)
def test_a_zone_of_no_known_name_is_told_by_the_calendar(local: str, offset: str) -> None:
    assert (_date("W. Europe Standard Time", local, OUTLOOK) or "").endswith(offset)


@pytest.mark.parametrize(
    ("local", "offset"),
    [
        ("20030410T120000", "-02:30"),
        ("20030401T120000", "-03:30"),
        ("20050601T120000", "-02:30"),
        ("20051101T120000", "-03:30"),
        ("20060601T120000", "-03:30"),
        ("20070701T120000", "-02:30:15"),
        ("20090701T120000", "-03:30"),
        ("19980101T120000", "-03:30"),
    ],
)
def test_rules_that_end_days_that_are_listed_and_weeks_of_a_month(local: str, offset: str) -> None:
    assert (_date("Own", local, OWN) or "").endswith(offset)


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
