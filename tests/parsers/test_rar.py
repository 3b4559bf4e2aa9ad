from __future__ import annotations

from tests.parsers.reading import read
from triage.selftest.builders.archives import rar_of


def test_stored_members_are_read() -> None:
    reading = read(rar_of({"a.txt": b"the falcon memo", "b\\c.txt": b"other"}), "x.rar")
    assert [c.data for c in reading.children] == [b"the falcon memo", b"other"]
    assert "a.txt" in reading.text("properties") and reading.codes == []


def test_packed_members_that_cannot_be_unpacked_are_named_and_told() -> None:
    reading = read(rar_of({"a.txt": b"??"}, method=0x33))
    assert reading.codes and set(reading.codes) <= {"unsupported", "damaged", "truncated"}
    assert "a.txt" in reading.text("properties") and "a.txt" in reading.troubles[-1].sentence


def test_encrypted_members_are_told() -> None:
    reading = read(rar_of({"a.txt": b"??"}, flags=4))
    assert reading.children == [] and reading.codes == ["encrypted"]
