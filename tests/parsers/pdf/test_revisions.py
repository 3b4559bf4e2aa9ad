"""What earlier revisions of a PDF said."""

from __future__ import annotations

import itertools
import re

import pytest

from tests.parsers.office_builders import pdf, shows
from tests.parsers.reading import read
from triage.messages import render
from triage.parsers.pdf import objects as source
from triage.parsers.pdf import reader as pdf_module


def changed(document: bytes, objects: dict[int, str], trailer: str = "") -> bytes:
    """Append objects in an incremental update (ISO 32000-1 7.5.6)."""
    before = int(re.findall(rb"startxref\n(\d+)", document)[-1])
    body = document
    table = ""
    for number, content in objects.items():
        table += f"{number} 1\n{len(body) + 1:010} 00000 n \n"
        body += f"\n{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    tail = f"xref\n{table}trailer\n<</Root 1 0 R/Size 200/Prev {before} {trailer}>>\nstartxref\n{len(body)}\n%%EOF\n"
    return body + tail.encode()


def stream(content: str) -> str:
    return f"<</Length {len(content)}>>stream\n{content}\nendstream"


FIRST = pdf([shows("Ship the Falcon units") + " " + shows("on Monday", 72, 680), shows("second page")])


def test_what_was_replaced_in_a_later_save_is_kept_apart() -> None:
    reading = read(changed(FIRST, {11: stream(shows("Ship the units") + " " + shows("on Monday", 72, 680))}))
    assert "Ship the units" in reading.text() and "Falcon" not in reading.text()
    assert reading.text("tracked") == "Ship the Falcon units"
    assert ("Earlier revisions", "1") in reading.extract.properties and reading.codes == []


def test_every_revision_counts_and_each_line_once() -> None:
    second = changed(FIRST, {11: stream(shows("Ship the Heron units"))})
    third = changed(second, {13: stream(shows("a page of its own"))})
    assert read(changed(third, {11: stream(shows("nothing"))})).text("tracked").split("\n") == [
        "Ship the Heron units",
        "second page",
        "Ship the Falcon units",
        "on Monday",
    ]


def test_notes_titles_and_pages_that_were_taken_out() -> None:
    note = "<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/T(Dana)/Contents(call him first)>>"
    extra = f"101 0 obj\n[102 0 R]\nendobj\n102 0 obj\n{note}\nendobj\n110 0 obj\n<</Title(Falcon plan)>>\nendobj\n"
    first = pdf([shows("one"), shows("two")], extra=extra, trailer="/Info 110 0 R")
    now = {101: "[]", 110: "<</Title(plan)>>", 2: "<</Type/Pages/Kids[10 0 R]/Count 1>>"}
    gone = read(changed(first, now, "/Info 110 0 R")).text("tracked").split("\n")
    assert gone == ["two", "Title: Falcon plan", "Dana: call him first"]


def test_an_update_that_changes_no_words_says_nothing_and_one_without_objects_is_not_read() -> None:
    signed = read(changed(FIRST, {120: "<</Type/Sig>>"}))
    assert signed.text("tracked") == "" and signed.codes == []
    assert source.earlier(changed(FIRST, {})) == []


def test_the_first_end_mark_of_a_linearized_file_ends_no_revision() -> None:
    linear = changed(FIRST.replace(b"%PDF-1.7\n", b"%PDF-1.7\n9 0 obj\n<</Linearized 1>>\nendobj\n"), {11: stream("")})
    assert source.earlier(linear) == []


def test_an_end_mark_that_ends_no_document_is_passed_over() -> None:
    inside = pdf([shows("outer")], extra=f"120 0 obj\n{stream('%PDF-1.4 inner %%EOF')}\nendobj\n")
    reading = read(inside)
    assert (reading.text("tracked"), reading.codes) == ("", [])
    assert "Earlier revisions" not in dict(reading.extract.properties)


def test_more_revisions_than_are_read_are_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "_MOST", 2)
    document = FIRST
    for number in range(4):
        document = changed(document, {11: stream(shows(f"version {number}"))})
    reading = read(document)
    assert reading.text("tracked").split("\n") == ["version 2", "version 1"]
    assert reading.codes == ["limit-count"] and "changed 4 times" in render(reading.extract.troubles[0].message)


def test_the_document_is_not_lost_to_its_past(monkeypatch: pytest.MonkeyPatch) -> None:
    """A revision of many pages before one of few may not use up the time of the whole item."""
    many = pdf([shows(f"page {number}") for number in range(60)])
    document = changed(many, {2: "<</Type/Pages/Kids[10 0 R]/Count 1>>"})
    asked = itertools.count()
    monkeypatch.setattr(pdf_module, "seconds_left", lambda: 60.0 - next(asked))
    reading = read(document)
    assert (
        reading.text().strip() == "page 0" and reading.codes == []
    )  # the clock of the loop over revisions stood still
    assert "page 20" in reading.text("tracked") and "page 59" not in reading.text("tracked")
    monkeypatch.setattr(pdf_module, "seconds_left", lambda: 60.0)
    monkeypatch.setattr(source, "seconds_left", lambda: 5.0)
    reading = read(document)
    assert reading.text().strip() == "page 0" and reading.codes == ["limit-count"]
