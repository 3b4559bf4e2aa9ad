"""Tests of triage.parsers.office.ooxml.package: dates of core properties, whatever of them is given."""

from __future__ import annotations

import pytest

from tests.parsers.reading import read
from tests.writers.package import linked, zipped
from tests.writers.word import W, docx, paragraph
from triage.parsers.office.ooxml.package import iso_date


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
    reading = read(docx(paragraph("x"), {"docProps/core.xml": core(entries)}))
    assert ("title", "Falcon") in reading.extract.properties
    assert not {"author", "Heron"} & {part for pair in reading.extract.properties for part in pair}


def test_a_second_part_of_core_properties_is_read_too() -> None:
    kind = "application/vnd.openxmlformats-package.core-properties+xml"
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name in ("docProps/core.xml", "more.xml")
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{types}</Types>',
        "docProps/core.xml": core("<dc:title>Falcon</dc:title>"),
        "more.xml": core("<dc:title>Heron</dc:title><dc:creator>Dana</dc:creator>"),
    }
    reading = read(zipped({"word/document.xml": f'<w:document xmlns:w="{W}"/>', **parts}))
    assert reading.text("properties").split("\n") == ["title: Falcon", "author: Dana", "title: Heron"]
    assert reading.extract.subject == "Falcon" and reading.children == []


def test_a_date_that_is_none_is_kept_as_it_stands() -> None:
    reading = read(docx(paragraph("x"), {"docProps/core.xml": core("<dcterms:created>last May</dcterms:created>")}))
    assert "created: last May" in reading.text("properties")


def test_properties_of_an_unknown_kind_are_kept() -> None:
    reading = read(docx(paragraph("x"), {"docProps/core.xml": "<about><title>Falcon</title></about>"}))
    assert ("title", "Falcon") in reading.extract.properties


def test_the_content_type_that_somebody_gave_is_read() -> None:
    reading = read(docx(paragraph("x"), {"docProps/core.xml": core("<cp:contentType>Minutes</cp:contentType>")}))
    assert ("content_type", "Minutes") in reading.extract.properties


def test_a_custom_property_may_be_called_as_what_office_counts() -> None:
    custom = '<Properties><property name="Notes"><lpwstr>codename bluebird</lpwstr></property></Properties>'
    counted = "<Properties><Notes>3</Notes><Company>Lark Ltd</Company></Properties>"
    reading = read(docx(paragraph("x"), {"docProps/custom.xml": custom, "docProps/app.xml": counted}))
    assert reading.extract.properties == [("Company", "Lark Ltd"), ("Notes", "codename bluebird")]


GOOGLE = "http://customschemas.google.com/relationships/presentationmetadata"


def google(kind: str, relation: str, name: str = "metadata") -> bytes:
    """Return a presentation as Google writes it, with a part of its own beside a slide."""
    vnd = "application/vnd.openxmlformats-officedocument.presentationml"
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    types = (
        f'<Types xmlns="{space}"><Override PartName="/ppt/{name}" ContentType="{kind}"/>'
        f'<Override PartName="/ppt/slides/slide1.xml" ContentType="{vnd}.slide+xml"/></Types>'
    )
    slide = '<p:sld xmlns:p="p" xmlns:a="a"><a:p><a:r><a:t>Falcon</a:t></a:r></a:p></p:sld>'
    return zipped(
        {
            "[Content_Types].xml": types,
            "ppt/_rels/presentation.xml.rels": linked(("r7", relation, name)),
            "ppt/presentation.xml": '<p:presentation xmlns:p="p"/>',
            "ppt/slides/slide1.xml": slide,
            f"ppt/{name}": b"\x00\xc5\x16\xda",
        }
    )


def test_what_google_keeps_for_itself_is_no_attachment() -> None:
    assert read(google("application/binary", GOOGLE)).names == []


def test_other_unknown_parts_are_attachments() -> None:
    assert read(google("application/binary", "http://example.test/attachment")).names == ["metadata"]
    assert read(google("application/pdf", GOOGLE)).names == ["metadata"]
    assert read(google("application/binary", GOOGLE, "plan.pdf")).names == ["plan.pdf"]
