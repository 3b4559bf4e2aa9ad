"""Bodies of Outlook items: plain text, HTML and rich text beside each other."""

from __future__ import annotations

import struct

from tests.parsers.mail_builders import wide
from triage.model.items import Extract
from triage.parsers.outlook.item import Bag, Value, bodies

LIMIT = 1 << 20


def _said(**values: Value) -> list[tuple[str, str]]:
    """Return (origin, text) of the bodies: "plain" and "html" as text, "rtf" as bytes that aren't compressed."""
    places = {"plain": (0x1000, 0x1F), "html": (0x1013, 0x102), "rtf": (0x1009, 0x102)}
    extract, _ = _read(Bag({places[name]: value for name, value in values.items()}))
    assert not extract.troubles
    return [(s.origin, s.text) for s in extract.segments]


def _read(bag: Bag) -> tuple[Extract, list[str]]:
    extract = Extract("x/x")
    return extract, bodies(bag, LIMIT, extract)


def _stored(rtf: bytes) -> bytes:
    """Return RTF in the packed form that isn't compressed (MS-OXRTFCP 2.2.1)."""
    return struct.pack("<III", len(rtf) + 12, len(rtf), 0x414C454D) + bytes(4) + rtf


def test_html_stands_beside_the_plain_text_or_alone() -> None:
    assert _said(plain=wide("one\r\ntwo"), html=b"<p>three</p>") == [("body", "one\ntwo"), ("alternative", "three")]
    assert _said(html=b"<p>three</p>") == [("body", "three")]


def test_the_code_page_for_internet_text_counts() -> None:
    page = {(0x3FDE, 3): struct.pack("<i", 1255), (0x1013, 0x102): "<p>עיט</p>".encode("cp1255")}
    assert [s.text for s in _read(Bag(dict(page)))[0].segments] == ["עיט"]


def test_rtf_counts_only_where_it_says_something_else() -> None:
    assert _said(plain=wide("same words"), rtf=_stored(rb"{\rtf1 same\par words}")) == [("body", "same words")]
    assert _said(plain=wide("a"), rtf=_stored(rb"{\rtf1 blue heron}")) == [("body", "a"), ("alternative", "blue heron")]


def test_html_wrapped_in_rtf_is_the_html_body() -> None:
    wrapped = rb"{\rtf1\ansi\fromhtml1 {\*\htmltag <p>}blue heron{\*\htmltag </p>}}"
    assert _said(rtf=_stored(wrapped)) == [("body", "blue heron")]


def test_every_body_is_given_as_written() -> None:
    bag = Bag({(0x1000, 0x1F): wide("$1.00"), (0x1013, 0x102): b"<p>$1.00", (0x1009, 0x102): _stored(rb"{\rtf1 $100}")})
    assert _read(bag)[1] == ["$1.00", "<p>$1.00", "$100"]


def test_a_broken_rtf_body_is_told() -> None:
    extract, _ = _read(Bag({(0x1009, 0x102): b"nothing that is compressed RTF"}))
    assert not extract.segments and [t.code for t in extract.troubles] == ["damaged"]
