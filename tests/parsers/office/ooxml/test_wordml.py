# ruff: noqa: E501  (markup stands in one piece)
"""Tests of triage.parsers.office.ooxml.docx: who changed a Word document and when, and what its content controls are called."""

from __future__ import annotations

from tests.parsers.reading import Reading, read
from tests.writers.word import W, docx, paragraph
from triage.parsers.office.ooxml import docx as wordml
from triage.text import LEVEL, RAISED


def values(reading: Reading, name: str) -> list[str]:
    return [value for key, value in reading.extract.properties if key == name]


def change(tag: str, author: str, date: str = "") -> str:
    return f'<w:{tag} w:author="{author}"{f" w:date={chr(34)}{date}{chr(34)}" if date else ""}/>'


def test_who_made_a_change_and_when_is_a_property() -> None:
    inserted = '<w:ins w:author="Dana Levi" w:date="2024-03-05T11:00:00Z"><w:r><w:t>Eagle</w:t></w:r></w:ins>'
    looks = f"<w:r><w:rPr><w:b/>{change('rPrChange', 'Dana Levi', '2024-03-01T10:00:00Z')}</w:rPr><w:t>x</w:t></w:r>"
    moved = '<w:moveFrom w:author="Noa Katz"><w:r><w:t>moved</w:t></w:r></w:moveFrom>'
    reading = read(docx(paragraph("Project ", inserted, looks, moved)))
    assert values(reading, "Changed by") == [
        "Dana Levi (2024-03-01T10:00:00+00:00 to 2024-03-05T11:00:00+00:00); Noa Katz"
    ]
    assert "Changed by: Dana Levi" in reading.text("properties") and "Noa Katz" in reading.text("properties")
    assert reading.text() == "Project Eaglex"


def test_changes_of_every_kind_and_in_every_part_are_asked() -> None:
    kinds = ("ins", "del", "moveFrom", "moveTo", "pPrChange", "sectPrChange", "tblPrChange", "tcPrChange", "trPrChange")
    kinds += ("tblPrExChange", "numberingChange", "cellIns", "cellDel", "cellMerge")
    body = "".join(f"<w:p><w:pPr>{change(kind, 'by ' + kind)}</w:pPr></w:p>" for kind in kinds)
    header = f'<w:hdr xmlns:w="{W}"><w:p><w:pPr>{change("pPrChange", "of the header", "2024-03-01T10:00:00Z")}</w:pPr></w:p></w:hdr>'
    reading = read(docx(body + paragraph("x"), {"word/header1.xml": header}))
    assert values(reading, "Changed by") == [
        "; ".join([*(f"by {kind}" for kind in kinds), "of the header (2024-03-01T10:00:00+00:00)"])
    ]


def test_a_date_that_is_none_and_a_change_by_nobody() -> None:
    reading = read(docx(paragraph(change("ins", "Dana", "last May"), change("del", ""), "x")))
    assert values(reading, "Changed by") == ["Dana"]
    assert values(read(docx(paragraph("x"))), "Changed by") == []


def test_titles_and_tags_of_content_controls_are_properties_once_each() -> None:
    control = '<w:sdt><w:sdtPr><w:alias w:val="Codename"/><w:tag w:val="heron"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
    reading = read(docx(control.format(paragraph("one")) + paragraph(control.format("<w:r><w:t>two</w:t></w:r>"))))
    assert reading.text() == "one\ntwo"
    assert values(reading, "Content controls") == ["Codename; heron"]
    assert reading.text("properties").count("Codename") == 1


def test_names_without_number_meet_a_limit() -> None:
    most = wordml.MOST
    reading = read(docx(paragraph("x", *(change("ins", f"author {i}") for i in range(most + 5)))))
    assert reading.codes == ["limit-count"]
    assert values(reading, "Changed by")[0].endswith(f"author {most - 1}")


def test_what_stands_small_is_marked() -> None:
    small = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>'
    assert read(docx(paragraph("quillback", small, " said"))).text() == f"quillback{RAISED}2{LEVEL} said"
