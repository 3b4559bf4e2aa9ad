"""Plain text: character sets, blank files, limits."""

from __future__ import annotations

import pytest

from tests.parsers.reading import LIMITS, read
from triage.parsers import choose
from triage.parsers.kit.contract import Limits, Probe


@pytest.mark.parametrize(
    ("name", "media"),
    [
        ("a.txt", "text/plain"),
        ("a.csv", "text/csv"),
        ("a.MD", "text/markdown"),
        ("a.py", "text/x-python"),
        ("", "text/plain"),
    ],
)
def test_label_by_ending(name: str, media: str) -> None:
    reading = read("first line\nשורה שנייה".encode(), name)
    assert reading.extract.type == media
    assert reading.text() == "first line\nשורה שנייה"
    assert reading.codes == []


def test_character_set_is_guessed_and_told() -> None:
    reading = read("הפגישה על פרויקט הנץ תתקיים מחר".encode("cp1255"), "a.txt")
    assert reading.text() == "הפגישה על פרויקט הנץ תתקיים מחר"
    assert reading.codes == ["charset-guessed"]


def test_declared_charset_of_an_attachment() -> None:
    reading = read("שלום".encode("cp1255"), "a.txt", "text/plain; charset=windows-1255; name=a.txt")
    assert reading.text() == "שלום" and reading.codes == []


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "utf-32", "utf-32-le", "utf-32-be"])
def test_unicode_kinds(codec: str) -> None:
    assert read("plain words".encode(codec), "notes").text() == "plain words"


def test_control_characters_go() -> None:
    assert read(b"a\x00b\x07c\tline\n", "a.txt").text() == "abc\tline\n"


def test_blank_file_says_so() -> None:
    assert read(b" \n \n", "a.txt").codes == ["no-text"]


def test_limit_keeps_whole_lines() -> None:
    limits = Limits(LIMITS.item_bytes, LIMITS.total_bytes, 200, 23)
    reading = read(b"one line\n" * 10, "a.txt", limits=limits)
    assert reading.text() == "one line\none line\n"
    assert reading.codes == ["limit-size"]


def test_bytes_that_are_no_text_are_left_to_nobody() -> None:
    assert choose(Probe(bytes(range(1, 32)) * 40 + b"\x00", "a.dat")) is None


@pytest.mark.parametrize(
    ("name", "codes"), [("a.zip", ["damaged"]), ("a.PDF", ["damaged"]), ("a.xls", []), ("zip", [])]
)
def test_a_name_that_promises_something_else_is_told(name: str, codes: list[str]) -> None:
    reading = read(b"the falcon memo", name)
    assert reading.text() == "the falcon memo" and reading.codes == codes
