"""HTML pages as files: character sets, embedded pictures, limits."""

from __future__ import annotations

import base64

import pytest

from tests.effort import counted
from tests.parsers.reading import LIMITS, read
from triage.parsers import choose
from triage.parsers.kit.contract import Limits, Probe


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE html><p>x",
        b"\xef\xbb\xbf  <html><body>x",
        b"<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC 'x' 'y'><html xmlns='http://www.w3.org/1999/xhtml'/>",
        b"<!-- saved -->\n<HTML>x",
        b"<?xml version='1.0'?>\n<!-- saved --> <HTML><body>x",
        b"<?xml version='1.0'?><!DOCTYPE HTML><body>x",
        b"<?xml version='1.0'?><div xmlns='http://www.w3.org/1999/xhtml'>x</div>",
        b"<?xml:namespace prefix = o /><p>x",
        b"<table><tr><td>x",
        "<html>x".encode("utf-16"),
        "<html>x".encode("utf-32-le"),
        "<html>x".encode("utf-32-be"),
        "<html>x".encode("utf-16-be"),
    ],
)
def test_told_by_content(data: bytes) -> None:
    chosen = choose(Probe(data))
    assert chosen is not None and chosen.types[0] == "text/html"


@pytest.mark.parametrize(
    ("head", "codec"),
    [
        ('<meta charset="windows-1255">', "cp1255"),
        ("<meta http-equiv=Content-Type content='text/html; charset=iso-8859-8-i'>", "cp1255"),
        ("<?xml version='1.0' encoding='windows-1255'?>", "cp1255"),
        ("<meta charset=utf-16>", "utf-8"),
        ("", "utf-16"),
        ("", "utf-8"),
    ],
)
def test_character_sets(head: str, codec: str) -> None:
    html = f"<html><head>{head}<title>נץ</title></head><body>פרויקט הנץ חשאי מאוד</body></html>"
    html = head + html if head.startswith("<?xml") else html
    reading = read(html.encode(codec), "page.html")
    assert reading.text() == "פרויקט הנץ חשאי מאוד"
    assert reading.extract.subject == "נץ"
    assert reading.codes == []


def test_mime_charset_outranks_meta() -> None:
    data = '<meta charset="windows-1252"><p>שלום'.encode("cp1255")
    assert read(data, "a.html", "text/html; charset=windows-1255").text() == "שלום"


def test_embedded_pictures_are_children() -> None:
    picture = b"\x89PNG\r\n\x1a\n" + bytes(30)
    address = f"data:image/png;base64,{base64.b64encode(picture).decode()}"
    reading = read(f"<html><img src='{address}'><img src='{address}'>x".encode())
    assert [(c.name, c.data, c.declared) for c in reading.children] == [("embedded-1.png", picture, "image/png")]


def test_page_without_text_says_so() -> None:
    assert read(b"<html><body></body></html>").codes == ["no-text"]


def test_text_limit() -> None:
    limits = Limits(LIMITS.item_bytes, LIMITS.total_bytes, 200, 1000)
    reading = read(b"<html><p>" + b"word\n" * 1000, limits=limits)
    assert reading.codes == ["limit-size"]
    assert "word" in reading.text()


def test_sniffing_takes_no_time() -> None:
    with counted() as effort:
        choose(Probe(b"<!---->" * 580, "x"))
    assert effort.steps < 2_000


def test_the_subject_is_the_title_wherever_it_stands_in_the_head() -> None:
    page = (
        b"<html><head><meta name=viewport content='width=device-width'>\n<title>Heron &amp;\n plan</title></head><p>x"
    )
    assert read(page, "a.html").extract.subject == "Heron & plan"
    assert read(page.replace(b"title>", b"nothing>"), "a.html").extract.subject is None


@pytest.mark.parametrize("root", ["TABLE", "title", "p", "body", "table missing='http://www.w3.org/1999/xhtml-like'"])
def test_xml_of_another_vocabulary_is_no_page(root: str) -> None:
    data = f"<?xml version='1.0'?>\n<!-- made --><{root}><row missing='M'>1</row></{root.partition(' ')[0]}>".encode()
    assert read(data, "rows.sas.xml").extract.type == "application/xml"
    assert "M" in read(data, "rows").text("properties")
    assert read(data, "rows.html").extract.type == "text/html"
