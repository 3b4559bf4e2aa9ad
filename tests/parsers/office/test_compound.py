"""Compound files of kinds without a reader: their strings."""

from __future__ import annotations

from tests.parsers.reading import read
from triage.parsers.kit.compound.writer import Storage, build
from triage.selftest.writers.office97 import doc


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
