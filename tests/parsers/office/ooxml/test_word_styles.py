"""Styles that hide text in Word documents."""

from __future__ import annotations

import pytest

from tests.parsers.reading import Reading, read
from triage.parsers.office.ooxml.word_styles import Styles
from triage.selftest.writers.word import W, docx, paragraph

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
