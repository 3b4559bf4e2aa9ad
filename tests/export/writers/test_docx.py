"""report.docx: opens in python-docx, right-to-left where it must be."""

from __future__ import annotations

import io
import sys
import time
import unicodedata
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from tests.effort import counted
from tests.export.records import ARABIC, CHOSEN, HEBREW, HOSTILE, Records, report_of, sample, written
from triage.export.writers.docx import by_direction, write
from triage.model.items import ItemNo, Segment, Span


def document(records: Records) -> Any:
    return docx.Document(io.BytesIO(written(write, report_of(records, CHOSEN))))


def test_it_holds_what_the_page_holds() -> None:
    opened = document(sample())
    rows = [" | ".join(cell.text for cell in row.cells) for table in opened.tables for row in table.rows]
    text = "\n".join([*(p.text for p in opened.paragraphs), *rows])
    for said in (
        "Findings: Bluebird",
        HEBREW,
        HOSTILE,
        "General Counsel, 2 May 2024",
        "invoice⟦U+202E⟧fdp.exe",
        "2024-05-02T10:00:00Z | Dana Levi | tag | relevant | key",
        "Originals left out: 4",
    ):
        assert said in text
    overview = next(table for table in opened.tables if table.rows[0].cells[0].text == "No.")
    assert [cell.text for cell in overview.rows[1].cells][3] == HEBREW
    assert len(overview.rows) == 5
    assert overview.style.name == "Light Grid Accent 1"
    named = {p.style.name for p in opened.paragraphs}
    assert named == {"Title", "Heading 1", "Heading 2", "Normal", "Quote"}
    assert opened.core_properties.author == "Dana Levi"


def test_right_to_left_runs_and_paragraphs_are_marked() -> None:
    for paragraph in document(sample()).paragraphs:
        for run in paragraph.runs:
            letters = [c for c in run.text if "\u0590" <= c <= "\u06ff"]
            assert bool(letters) == bool(run.font.rtl)
        if paragraph.text.startswith(("הצעה", f"[body] {ARABIC}")):
            assert paragraph._p.pPr.find(qn("w:bidi")) is not None


def test_bidi_stands_where_the_schema_wants_it() -> None:
    subject = next(p for p in document(sample()).paragraphs if p.text == f"Subject: {HEBREW}")
    assert [child.tag for child in subject._p.pPr] == [qn("w:bidi"), qn("w:spacing")]


def test_mixed_text_is_split_by_direction_and_nothing_is_lost() -> None:
    mixed = "Re: שלום 12, Avi مرحبا!"
    assert list(by_direction(mixed)) == [("Re: ", False), ("שלום 12, ", True), ("Avi ", False), ("مرحبا!", True)]
    assert list(by_direction("")) == [("", False)]


def test_lines_and_tabs_of_a_text_are_kept() -> None:
    records = sample()
    records.change(ItemNo(1), segments=(Segment("body", "one\ttwo\r\nthree & <four>"),))
    said = [paragraph.text for paragraph in document(records).paragraphs]
    at = said.index("[body] one\ttwo")
    assert said[at + 1] == "three & <four>"


def test_a_long_report_takes_time_in_proportion() -> None:
    records = Records()
    for at in range(300):
        records.add(f"{at}".encode(), subject=HEBREW)
    report = report_of(records)
    with counted() as effort:
        write(io.BytesIO(), report)
    assert effort.steps < 2_000_000


@pytest.mark.parametrize("clock", [0, 4_400_000_000])
def test_a_clock_that_no_zip_can_state_changes_nothing(clock: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time", lambda: clock)
    assert document(sample()).paragraphs


def test_hits_are_bold() -> None:
    records = sample()
    records.hits[ItemNo(1)] = [Span(0, "body", 7, 11, 0)]
    quotes = [p for p in document(records).paragraphs if p.style.name == "Quote"]
    assert [run.text for p in quotes for run in p.runs if run.bold] == ["keep"]


def test_every_letter_that_is_written_from_right_to_left_is_known() -> None:
    letters = [chr(code) for code in range(sys.maxunicode + 1) if unicodedata.bidirectional(chr(code)) in ("R", "AL")]
    assert len(letters) > 1000
    assert all(list(by_direction(letter)) == [(letter, True)] for letter in letters)
    assert list(by_direction("Fähre … Пар")) == [("Fähre … Пар", False)]


def test_columns_are_as_wide_as_their_words_and_rows_stay_on_one_page() -> None:
    overview = next(table for table in document(sample()).tables if table.rows[0].cells[0].text == "No.")
    widths = [int(column.get(qn("w:w"))) for column in overview._tbl.tblGrid.iterchildren()]
    assert sum(widths) <= 8640 and widths[0] == min(widths) < 800 and widths[3] == max(widths)
    for row in overview.rows:
        assert row._tr.trPr.find(qn("w:cantSplit")) is not None
        assert [int(cell._tc.tcPr.find(qn("w:tcW")).get(qn("w:w"))) for cell in row.cells] == widths


def test_each_line_of_a_passage_has_a_direction_of_its_own() -> None:
    records = sample()
    records.change(ItemNo(1), segments=(Segment("body", f"{HEBREW}\n\nOn Monday Avi wrote:\n> {HEBREW}\n"),))
    paragraphs = document(records).paragraphs
    at = [p.text for p in paragraphs].index("On Monday Avi wrote:")
    turned = [p._p.pPr.find(qn("w:bidi")) is not None for p in (paragraphs[at - 2], paragraphs[at], paragraphs[at + 1])]
    assert turned == [True, False, True]
