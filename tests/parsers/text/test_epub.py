"""EPUB books: pages in reading order, metadata, and protection."""

from __future__ import annotations

from sample_corpus.archive import ZipMember, zip_of
from tests.parsers.archive_builders import deflated
from tests.parsers.reading import read

PACKAGE = """<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Birds &amp; prey</dc:title>
<dc:creator>Noa Bar</dc:creator></metadata><manifest><item id="two" href="two.xhtml"/>
<item href="one%20a.xhtml" id="one"/>
</manifest><spine><itemref idref="one"/><itemref idref="two"/></spine></package>"""


def _book(*more: ZipMember) -> bytes:
    return zip_of(
        ZipMember(b"mimetype", b"application/epub+zip", b"application/epub+zip"),
        deflated("OEBPS/two.xhtml", b"<html><body><p>second page</p></body></html>"),
        deflated("OEBPS/one a.xhtml", b"<html><head><title>One</title></head><body><p>first page</p></body></html>"),
        deflated("OEBPS/stray.xhtml", b"<html><body>left out</body></html>"),
        deflated("OEBPS/book.opf", PACKAGE.encode()),
        deflated("OEBPS/cover.png", b"\x89PNG\r\n\x1a\n"),
        *more,
    )


def test_pages_in_reading_order_and_metadata() -> None:
    reading = read(_book(), "book.epub")
    assert reading.text().split("\n") == ["first page", "second page"]
    assert reading.text("hidden") == "left out"
    assert reading.extract.subject == "Birds & prey"
    assert ("creator", "Noa Bar") in reading.extract.properties
    assert reading.names == ["OEBPS/cover.png"]
    assert reading.codes == []


def test_protected_book_is_told() -> None:
    assert "rights-protected" in read(_book(deflated("META-INF/rights.xml", b"<rights/>"))).codes
