from __future__ import annotations

import pytest

from triage.parsers.memberinfo import dos_time, listed, names_of, unix_time

LONG = "מסמך על הרשימה של החשבונות.txt"


@pytest.mark.parametrize(
    ("raw", "fallback", "name"),
    [
        (b"plain.txt", "cp437", "plain.txt"),
        ("r\u00e9sum\u00e9.txt".encode(), "cp437", "r\u00e9sum\u00e9.txt"),
        ("\u65e5\u8a18.txt".encode("cp932"), "cp437", "\u65e5\u8a18.txt"),
        (b"gr\x81n.txt", "cp437", "gr\u00fcn.txt"),
        (b"gr\xfcn.txt", "cp1252", "gr\u00fcn.txt"),
        (b"\xb1.txt", "cp437", "\u2592.txt"),
    ],
)
def test_short_names(raw: bytes, fallback: str, name: str) -> None:
    assert names_of([raw, b"other.txt"], fallback, japanese=True) == [name, "other.txt"]


def test_where_no_one_writes_japanese_pairs_are_two_letters() -> None:
    assert names_of(["gr\u00f6\u00dfe".encode("cp437")], "cp437") == ["gr\u00f6\u00dfe"]


def test_names_are_judged_together() -> None:
    assert names_of([LONG.encode("cp1255"), "שם.txt".encode("cp1255")], "cp437") == [LONG, "שם.txt"]
    assert names_of([], "cp437") == []


def test_a_line_feed_in_a_name_moves_no_other() -> None:
    assert names_of([b"a\nb", b"c"], "cp437") == ["a b", "c"]


def test_dates() -> None:
    assert dos_time(0x4707_79D4) == "2015-08-07T15:14:40"
    assert dos_time(0) == dos_time(0xFFFFFFFF) == ""
    assert unix_time(0x525AC568) == "2013-10-13T16:08:08Z"
    assert unix_time(0) == unix_time(1 << 60) == ""


def test_lines() -> None:
    assert listed("a\n\x01b", "2013") == "a b\t2013"
    assert listed("a", "") == "a"
