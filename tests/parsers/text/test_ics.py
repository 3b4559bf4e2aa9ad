"""Calendars: one item an entry."""

from __future__ import annotations

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
