"""Compound files of kinds without a reader: their strings; and the stories of publications."""

from __future__ import annotations

import struct

from tests.parsers.reading import Reading, read
from tests.writers.office97 import doc
from triage.parsers.kit.compound import Storage, build


def test_a_kind_without_a_reader_gives_its_strings_and_says_so() -> None:
    root = Storage()
    root.put(["VisioDocument"], b"\x01\x02The delivery goes to Haifa\x00\xff")
    reading = read(build(root), "plan.vsd")
    assert reading.extract.type == "application/vnd.visio" and reading.codes == ["unsupported"]
    assert "The delivery goes to Haifa" in reading.text()


def test_a_cut_document_is_read_as_far_as_it_goes() -> None:
    whole = doc({0: "kept in spite of all\r"})
    cut = read(whole[:-100], "a.doc")
    assert "kept in spite of all" in cut.text()
    assert "truncated" in cut.codes or "damaged" in cut.codes
    headless = read(whole[:4096], "a.doc")
    assert headless.codes


def test_chance_is_no_word() -> None:
    root = Storage()
    root.put(["Data"], b"\x01$%^&*(~~#@!\x02")
    assert read(build(root)).text() == ""


def test_a_stream_that_is_not_words_gives_its_strings() -> None:
    root = Storage()
    root.put(["WordDocument"], b"\x01\x02" + b"The delivery goes to Haifa" + bytes(100))
    reading = read(build(root), "a.doc")
    assert reading.codes == ["damaged"] and "The delivery goes to Haifa" in reading.text()


def chunk(kind: bytes, at: int, size: int, form: bytes = b"") -> bytes:
    return struct.pack("<H4sHHH4sII", 0x18, kind, 0, 1, 0, form or kind, at, size)


def publication(*chunks: bytes, content: bytes = b"", count: int | None = None) -> Reading:
    """Read a publication whose stream of stories has this table of chunks, and this content from byte 512 on."""
    head = b"CHNKINK \x04\0\x07\0".ljust(0x18, b"\0")
    head += struct.pack("<HHI", 504, len(chunks) if count is None else count, 0xFFFFFFFF)
    root = Storage()
    root.put(["Contents"], b"\xe8\xac" + "Master Page A".encode("utf-16-le"))
    root.put(["Quill", "QuillSub", "CONTENTS"], (head + b"".join(chunks)).ljust(512, b"\0") + content)
    return read(build(root), "flyer.pub")


STORY = "It’s €20, on 1.2.2004\r1234567890\r".encode("utf-16-le")


def test_stories_are_read_whole_and_first_and_loose_strings_of_the_rest() -> None:
    link = "http://example.test/here".encode("utf-16-le")
    rest = b"\xff\xff" + link + b"\xff\xff"
    reading = publication(
        chunk(b"TEXT", 512, len(STORY)), chunk(b"PL  ", 512 + len(STORY), len(rest)), content=STORY + rest
    )
    assert reading.extract.type == "application/x-mspublisher" and reading.codes == ["partial"]
    assert reading.text().splitlines()[:2] == ["It’s €20, on 1.2.2004", "1234567890"]
    assert reading.text().count("1234567890") == 1 == reading.text().count("It’s")
    assert "http://example.test/here" in reading.text() and "Master Page A" in reading.text()


def test_a_story_over_the_end_is_reported() -> None:
    reading = publication(chunk(b"TEXT", 512, 0xFFFFFFF0), content=STORY, count=0xFFFF)
    assert "1234567890" in reading.text() and set(reading.codes) == {"damaged", "partial"}


def test_without_a_story_the_loose_strings_are_kept() -> None:
    reading = publication(content="A loose string of words".encode("utf-16-le"))
    assert "A loose string of words" in reading.text() and reading.codes == ["unsupported"]
