from __future__ import annotations

import gzip

import pytest

from tests.pace import timed
from tests.parsers.reading import LIMITS, read
from triage.parsers.contract import Limits
from triage.selftest.builders.webarchive import chunked, message, record

HTTP = {"Content_Type": "application/http; msgtype=response"}
PAGE = b"<html><body>the falcon memo</body></html>"
OK = "HTTP/1.1 200 OK"


def answer(body: bytes = PAGE, address: str = "https://example.com/docs/page.html", **head: str) -> bytes:
    return record("response", message(OK, body, **head), WARC_Target_URI=address, **HTTP)


def test_captures_are_children_and_heads_are_text() -> None:
    info = record("warcinfo", b"software: crawler\r\n", Content_Type="application/warc-fields")
    asked = message("POST /form HTTP/1.1", b"name=x", User_Agent="browser", Content_Type="text/plain")
    request = record("request", asked, Content_Type="application/http; msgtype=request")
    page = answer(Content_Type="text/html; charset=utf-8", Server="falcon-server")
    thing = record("resource", b"%PDF", WARC_Target_URI="<file:///a%20b.pdf>", Content_Type="application/pdf")
    other = record("conversion", b"text", WARC_Target_URI="http://[bad")
    reading = read(info + request + page + thing + other, "a.warc")
    assert [(c.name, c.data, c.declared) for c in reading.children] == [
        ("request", b"name=x", "text/plain"), ("page.html", PAGE, "text/html; charset=utf-8"),
        ("a b.pdf", b"%PDF", "application/pdf"), ("conversion", b"text", None),
    ]  # fmt: skip
    assert reading.text("properties") == "warcinfo 2024-05-06T07:08:09Z\nsoftware: crawler"
    headers = reading.text("headers")
    assert "POST /form HTTP/1.1" in headers and "User-Agent: browser" in headers and "name=x" not in headers
    assert "response 2024-05-06T07:08:09Z https://example.com/docs/page.html" in headers and "falcon-server" in headers
    assert reading.codes == [] and reading.extract.type == "application/warc"


def test_codings_of_the_way_are_undone() -> None:
    packed = chunked(gzip.compress(PAGE))
    reading = read(answer(packed, Transfer_Encoding="chunked", Content_Encoding="gzip"), "a.warc")
    assert [c.data for c in reading.children] == [PAGE] and reading.codes == []


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://example.com/", "example.com"),
        ("https://example.com/a/b/?q=1", "b"),
        ("https://example.com/%D7%A9.txt#x", "ש.txt"),
        ("dns:example.com", "example.com"),
        ("", "response"),
    ],
)
def test_names(address: str, name: str) -> None:
    assert read(answer(address=address), "a.warc").names == [name]


def test_an_archive_of_gzip_members_leads_here() -> None:
    packed = gzip.compress(record("warcinfo", b"x: y")) + gzip.compress(answer()) + gzip.compress(answer())
    (child,) = read(packed, "a.warc.gz").children
    assert child.name == "a.warc"
    assert [c.data for c in read(child.data, child.name).children] == [PAGE, PAGE]


def test_an_end_that_is_cut_is_told_and_what_there_is_kept() -> None:
    reading = read((answer() + answer(PAGE * 9))[:-200], "a.warc")
    assert [len(c.data) for c in reading.children] == [len(PAGE), len(PAGE) * 9 - 196]
    assert reading.codes == ["truncated"]
    assert read(answer() + b"WARC/1.0\r\nWARC-Type: resp", "a.warc").codes == ["truncated"]


def test_a_capture_that_was_cut_when_it_was_made() -> None:
    cut = record("resource", b"begin", WARC_Truncated="length", WARC_Target_URI="http://a/b")
    reading = read(cut, "a.warc")
    assert [c.data for c in reading.children] == [b"begin"] and reading.codes == ["truncated"]


def test_what_stands_between_records_is_told() -> None:
    wrong = answer().replace(b"Content-Length: 60", b"Content-Length: 30", 1)
    assert wrong != answer()
    reading = read(wrong + answer() + b"\r\nrest", "a.warc")
    assert reading.codes == ["damaged", "damaged"] and reading.children[-1].data == PAGE


def test_gaps_are_counted_not_told_without_end() -> None:
    assert read((record("resource", b"") + b"x\r\n") * 500, "a.warc").codes == ["damaged"] * 100


def test_a_capture_that_was_stored_before() -> None:
    again = record("revisit", message("HTTP/1.1 304 Not Modified", b"", Etag="k7"), **HTTP)
    reading = read(again, "a.warc")
    assert reading.children == [] and reading.codes == ["external"] and "Etag: k7" in reading.text("headers")


def test_limits() -> None:
    narrow = Limits(100, LIMITS.total_bytes, 200, 1000)
    reading = read(record("resource", b"x" * 101) + record("metadata", b"y" * 101), "a.warc", limits=narrow)
    assert reading.children == [] and reading.codes == ["limit-size", "limit-size"]
    bomb = answer(gzip.compress(bytes(30 << 20)), Content_Encoding="gzip")
    assert read(bomb, "a.warc").codes == ["limit-ratio"]


@pytest.mark.parametrize("length", ["-5", "9" * 30, "x", "²"])
def test_lengths_that_are_none(length: str) -> None:
    data = f"WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: {length}\r\n\r\nbody\r\n\r\n".encode()
    assert read(data, "a.warc").codes == ["damaged"]


def test_a_long_head_without_an_end_takes_no_time() -> None:
    with timed() as pace:
        read(b"WARC/1.0\r\n" + b"A: b\r\n c\r\n" * 200_000, "a.warc")
        read(b"WARC/1.0\r\n\r\n" * 20_000, "a.warc")
    assert pace.millions < 40
