"""Tests of triage.parsers.ooxml: dates of core properties, whatever of them is given."""

from __future__ import annotations

import pytest

from tests.parsers.office_builders import docx, paragraph
from tests.parsers.reading import read
from triage.parsers.ooxml import iso_date


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("2024-03-01T10:00:00Z", "2024-03-01T10:00:00+00:00"),
        ("2024-03-01T10:00:00.1234567Z", "2024-03-01T10:00:00+00:00"),
        ("2024-03-01T10:00:00-07:30", "2024-03-01T17:30:00+00:00"),
        ("2024-03-01T00:30:00+01:00", "2024-02-29T23:30:00+00:00"),
        ("2024-03-01", "2024-03-01T00:00:00+00:00"),
        ("2024", "2024-01-01T00:00:00+00:00"),
        ("1 March 2024", "1 March 2024"),
        ("2024-13-01T10:00:00Z", "2024-13-01T10:00:00Z"),
        ("0000-01-01", "0000-01-01"),
    ],
)
def test_dates(written: str, read_as: str) -> None:
    assert iso_date(written) == read_as


def core(entries: str) -> str:
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        f"{entries}</cp:coreProperties>"
    )


def test_the_first_of_several_counts_and_empty_ones_don_t() -> None:
    entries = "<dc:title>Falcon</dc:title><dc:title>Heron</dc:title><dc:creator/><cp:category> </cp:category>"
    reading = read(docx(paragraph("x"), docProps__core_xml=core(entries)))
    assert ("title", "Falcon") in reading.extract.properties
    assert not {"author", "Heron"} & {part for pair in reading.extract.properties for part in pair}


def test_a_date_that_is_none_is_kept_as_it_stands() -> None:
    reading = read(docx(paragraph("x"), docProps__core_xml=core("<dcterms:created>last May</dcterms:created>")))
    assert "created: last May" in reading.text("properties")


def test_properties_of_an_unknown_kind_are_kept() -> None:
    reading = read(docx(paragraph("x"), docProps__core_xml="<about><title>Falcon</title></about>"))
    assert ("title", "Falcon") in reading.extract.properties
