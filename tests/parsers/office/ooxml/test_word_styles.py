# ruff: noqa: E501  (markup stands in one piece)
"""Styles that hide text in Word documents; check boxes and drop-down lists of forms in the text that they stand in."""

from __future__ import annotations

import pytest

from tests.parsers.reading import Reading, read
from tests.writers.word import W, docx, paragraph
from triage.parsers.office.ooxml.docx import Styles
from triage.text import LEVEL, RAISED

HIDING = (
    '<w:style w:type="paragraph" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heir"><w:basedOn w:val="Secret"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Shown"><w:basedOn w:val="Secret"/><w:rPr><w:vanish w:val="0"/></w:rPr>'
    '</w:style><w:style w:type="paragraph" w:styleId="Plain"/>'
)


def part(styles: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:styles xmlns:w="{W}">{styles}</w:styles>'.encode()


def styled(text: str, style: str, look: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r></w:p>'


def reading(body: str, styles: str) -> Reading:
    return read(docx(body, {"word/styles.xml": part(styles)}))


def test_the_nearest_style_that_says_so_decides() -> None:
    styles = Styles(part(HIDING))
    assert [styles.hides(name) for name in ("Secret", "Heir", "Shown", "Plain", "missing", "")] == [
        True,
        True,
        False,
        None,
        None,
        None,
    ]
    found = reading("".join(styled(name, name) for name in ("Secret", "Heir", "Shown", "Plain")), HIDING)
    assert (found.text(), found.text("hidden")) == ("Shown\nPlain", "Secret\nHeir")


def test_a_run_may_show_what_its_paragraph_hides() -> None:
    found = reading(styled("kept", "Heir", '<w:vanish w:val="0"/>') + styled("gone", "Heir", "<w:b/>"), HIDING)
    assert (found.text(), found.text("hidden")) == ("kept", "gone")


def test_the_default_style_hides_paragraphs_that_name_none() -> None:
    styles = HIDING.replace('w:styleId="Secret"', 'w:default="1" w:styleId="Secret"')
    found = reading(paragraph("unseen") + styled("seen", "Plain"), styles)
    assert (found.text(), found.text("hidden")) == ("seen", "unseen")


@pytest.mark.parametrize(
    "untrusted",
    [
        part(HIDING).replace(b'"', b"'"),
        part(HIDING).replace(b"w:", b"q:").replace(b"xmlns:w", b"xmlns:q"),
        part(HIDING).replace(b"<w:", b"<").replace(b"</w:", b"</").replace(b"xmlns:w", b"xmlns").replace(b" w:", b" "),
        part(HIDING).replace(b'"Secret"', b'"S&#101;cret"'),
        part("<!-- <w:style w:styleId='Secret'> -->" + HIDING),
        part(HIDING).decode().replace("UTF-8", "UTF-16").encode("utf-16"),
        part(HIDING.replace('w:styleId="Secret"', 'w:name="a > b" w:styleId="Secret"')),
        part(HIDING)[:-20],
    ],
    ids=["quotes", "prefix", "no prefix", "reference", "comment", "utf-16", "angle", "cut"],
)
def test_styles_written_otherwise_are_read_the_same(untrusted: bytes) -> None:
    styles = Styles(untrusted)
    assert (styles.hides("Heir"), styles.hides("Shown"), styles.hides("Plain")) == (True, False, None)


@pytest.mark.parametrize("quote", ['"', "'"])
def test_of_styles_with_one_id_the_first_keeps_it(quote: str) -> None:
    again = '<w:style w:styleId="Secret"/><w:style w:styleId="Plain"><w:rPr><w:vanish/></w:rPr></w:style>'
    styles = Styles(part(HIDING + again).replace(b'"', quote.encode()))
    assert (styles.hides("Secret"), styles.hides("Heir"), styles.hides("Plain")) == (True, True, None)


def test_styles_based_on_each_other_come_to_an_end() -> None:
    circle = '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/>'
    assert Styles(part(circle + "<w:rPr><w:i/></w:rPr></w:style><w:vanish/>")).hides("a") is None


def test_the_default_style_is_known_however_it_is_written() -> None:
    written = part(HIDING).replace(b' w:styleId="Secret"', b' w:default="1" w:styleId="Secret"')
    assert Styles(written).hides("") is True
    assert Styles(written.replace(b'"', b"'")).hides("") is True
    assert Styles(written.replace(b'default="1"', b"default='1'")).hides("") is True
    assert Styles(written.replace(b' w:default="1"', b' w:name="a > b" w:default="1"')).hides("") is True


def test_of_styles_with_other_letters_in_their_ids_none_is_missed() -> None:
    named = HIDING.replace("Secret", "Geheim\u00e9")
    assert Styles(part(named)).hides("Heir") is True
    old = part(named).decode().replace("UTF-8", "windows-1252").encode("windows-1252")
    assert [Styles(old).hides(name) for name in ("Geheim\u00e9", "Heir")] == [True, True]


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


def test_a_character_style_sets_its_text_small() -> None:
    small = '<w:style w:type="character" w:styleId="Mark"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    heir = '<w:style w:type="character" w:styleId="Heir"><w:basedOn w:val="Mark"/></w:style>'
    for name, look in (("Mark", ""), ("Heir", ""), ("Mark", '<w:vertAlign w:val="baseline"/>')):
        run = f'<w:r><w:rPr><w:rStyle w:val="{name}"/>{look}</w:rPr><w:t>2</w:t></w:r>'
        expected = "quillback2" if look else f"quillback{RAISED}2{LEVEL}"
        assert reading(paragraph("quillback", run), small + heir).text() == expected
