# ruff: noqa: E501  (markup stands in one piece)
"""Tests of triage.parsers.office.ooxml.symbols: check boxes and drop-down lists of forms in the text that they stand in."""

from __future__ import annotations

import pytest

from tests.parsers.reading import read
from triage.selftest.writers.word import docx, paragraph


def field(form: str, code: str, look: str = "") -> str:
    start = f'<w:r>{look}<w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="n"/><w:enabled/>{form}</w:ffData></w:fldChar></w:r>'
    return f'{start}<w:r><w:instrText> {code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'


def box(state: str, look: str = "") -> str:
    return field(f"<w:checkBox><w:sizeAuto/>{state}</w:checkBox>", "FORMCHECKBOX", look)


def choice(state: str) -> str:
    entries = "".join(f'<w:listEntry w:val="{entry}"/>' for entry in ("Heron", "Falcon", "Kite"))
    return field(f"<w:ddList>{state}{entries}</w:ddList>", "FORMDROPDOWN")


@pytest.mark.parametrize(
    ("state", "sign"),
    [
        ('<w:default w:val="0"/>', "☐"),
        ('<w:default w:val="1"/>', "☒"),
        ("<w:default/>", "☒"),
        ("", "☐"),
        ('<w:default w:val="0"/><w:checked/>', "☒"),
        ('<w:default w:val="1"/><w:checked w:val="0"/>', "☐"),
        ('<w:default w:val="off"/><w:checked w:val="true"/>', "☒"),
    ],
)
def test_a_check_box_shows_its_state(state: str, sign: str) -> None:
    reading = read(docx(paragraph("paid: ", box(state), " in cash")))
    assert reading.text() == f"paid: {sign} in cash"
    assert reading.text("fieldcode").strip() == "FORMCHECKBOX"


def test_a_check_box_that_is_not_shown_is_hidden() -> None:
    reading = read(docx(paragraph("seen", box('<w:default w:val="1"/>', "<w:rPr><w:vanish/></w:rPr>"))))
    assert (reading.text(), reading.text("hidden")) == ("seen", "☒")


@pytest.mark.parametrize(
    ("state", "chosen"),
    [
        ("", "Heron"),
        ('<w:default w:val="2"/>', "Kite"),
        ('<w:result w:val="1"/><w:default w:val="2"/>', "Falcon"),
        ('<w:result w:val="9"/><w:default w:val="2"/>', "Kite"),
        ('<w:result w:val="-1"/>', "Heron"),
        ('<w:result w:val="many"/>', "Heron"),
    ],
)
def test_what_was_chosen_of_a_list_is_shown_and_the_rest_is_kept(state: str, chosen: str) -> None:
    reading = read(docx(paragraph("owner: ", choice(state), ".")))
    assert reading.text() == f"owner: {chosen}."
    others = [entry for entry in ("Heron", "Falcon", "Kite") if entry != chosen]
    assert reading.text("fieldcode").split("\n")[:2] == others


def test_a_list_without_entries_shows_nothing() -> None:
    reading = read(docx(paragraph("a", field('<w:ddList><w:result w:val="1"/></w:ddList>', "FORMDROPDOWN"), "b")))
    assert reading.text() == "ab"


def test_other_texts_of_a_field_are_kept() -> None:
    form = '<w:helpText w:val="Ask Dana"/><w:statusText w:val="Only once"/><w:textInput><w:default w:val="nobody"/></w:textInput>'
    reading = read(docx(paragraph(field(form, "FORMTEXT"), "x")))
    assert {"Ask Dana", "Only once", "nobody"} < set(reading.text("fieldcode").split("\n"))
