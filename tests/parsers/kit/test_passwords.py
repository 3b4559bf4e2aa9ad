"""Tests of triage.parsers.kit.passwords: a list that is too long for the item's time ends in time, and says so."""

from __future__ import annotations

import io
from itertools import count
from types import SimpleNamespace

import pytest

from tests.parsers.office.test_encrypted import FILLER, locked
from tests.parsers.reading import read
from triage.messages import render
from triage.parsers.kit import passwords
from triage.parsers.kit.passwords import Tries
from triage.selftest.writers.word import docx, paragraph


@pytest.fixture
def two_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    """An item has two seconds left, and each try takes 0.8 of them, whatever the machine's clock says."""
    looks = count()
    monkeypatch.setattr(passwords, "time", SimpleNamespace(monotonic=lambda: 0.8 * max(0, next(looks) - 1)))
    monkeypatch.setattr(passwords, "seconds_left", lambda: 2.0)


def test_all_are_tried_where_there_is_time() -> None:
    tries = Tries("one", "two")
    assert list(tries) == ["one", "two"] and not tries.troubles


def test_what_was_not_tried_is_counted(two_seconds: None) -> None:
    tries = Tries("one", "two", "three", "four")
    assert list(tries) == ["one", "two"]
    assert [render(t.message) for t in tries.troubles] == [
        "The time for trying passwords ran out; the last 2 of 4 were not tried."
    ]


def test_a_long_list_ends_before_the_item_s_time(two_seconds: None) -> None:
    data = locked(docx(paragraph("x"), {"word/media/a_png": FILLER}), "right")
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
