"""Tests of triage.parsers.passwords: a list that is too long for the item's time ends in time, and says so."""

from __future__ import annotations

import io
import signal
import time
from collections.abc import Iterator

import pytest

from tests.parsers.office_builders import docx, paragraph
from tests.parsers.reading import read
from tests.parsers.test_encrypted import FILLER, locked
from triage.parsers.passwords import Tries


@pytest.fixture
def two_seconds() -> Iterator[None]:
    """Set the airlock's alarm; it must never ring."""

    def ring(*_: object) -> None:
        raise AssertionError("the time was over")

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, 2)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


def test_all_are_tried_where_there_is_time() -> None:
    tries = Tries("one", "two")
    assert list(tries) == ["one", "two"] and not tries.troubles


def test_what_was_not_tried_is_counted(two_seconds: None) -> None:
    tries = Tries("one", "two", "three", "four")
    tried = []
    for password in tries:
        tried.append(password)
        time.sleep(0.8)
    assert tried == ["one", "two"]
    assert [t.sentence for t in tries.troubles] == [
        "The time for trying passwords was over; the last 2 of 4 were not tried."
    ]


def test_a_long_list_ends_before_the_item_s_time(two_seconds: None) -> None:
    data = locked(docx(paragraph("x"), word__media__a_png=FILLER), "right")
    reading = read(data, "a.docx", passwords=tuple(f"wrong {n}" for n in range(5000)))
    assert set(reading.codes) == {"encrypted", "limit-time"}
    assert reading.extract.type.endswith("wordprocessingml.document")


def test_a_seven_zip_s_list_ends_in_time_too(two_seconds: None) -> None:
    import py7zr

    target = io.BytesIO()
    with py7zr.SevenZipFile(target, "w", password="right", header_encryption=True) as archive:
        archive.writestr(b"words", "a.txt")
    reading = read(target.getvalue(), "a.7z", passwords=tuple(f"wrong {n}" for n in range(5000)))
    assert set(reading.codes) == {"encrypted", "limit-time"}
