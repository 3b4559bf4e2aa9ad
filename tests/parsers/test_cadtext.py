from __future__ import annotations

import struct

import pytest

from triage.parsers.cadtext import CODE_PAGES, day_and_time, flowing, moment_of, plain


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"Falcon \U+05D0\U+05d1", "Falcon אב"),
        ("%%c50 %%P1 90%%d 10%%%", "⌀50 ±1 90° 10%"),
        ("%%uFal%%ucon %%oup%%O", "Falcon up"),
        ("%%065%%066", "AB"),
        (r"\M+182A0", "あ"),
        ("100% of C:\\Users", "100% of C:\\Users"),
    ],
)
def test_signs_of_one_line_are_undone(written: str, read: str) -> None:
    assert plain(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"{Fal\C1;con}", "Falcon"),
        (r"\pi-2,l2,t2;{\fArial|b0|i0|c0|p34;Fal}{\H2.5x;\LCON\l}", "FalCON"),
        (r"one\Ptwo\~three\Nfour", "one\ntwo three\nfour"),
        (r"\S1/2; \S+0.1^-0.2; \S3#4;", "1/2 +0.1/-0.2 3/4"),
        (r"C:\\work\{1\}", r"C:\work{1}"),
        (r"a^Ib^Jc^Md ^ e", "a\tb\ncd ^e"),
        (r"\A1;%%c\U+05D0", "⌀א"),
    ],
)
def test_formatting_of_several_lines_is_undone(written: str, read: str) -> None:
    assert flowing(written) == read


def test_a_code_without_its_end_stays() -> None:
    assert flowing(r"\Falcon and more") == r"\Falcon and more"


def test_code_pages_by_number() -> None:
    assert [CODE_PAGES[n] for n in (30, 34, 35, 39, 22, 44)] == [
        "cp1252",
        "cp1255",
        "cp1256",
        "cp936",
        "cp932",
        "cp1258",
    ]
    for name in CODE_PAGES:
        b"a ".decode(name)


def test_days_are_told_as_dates() -> None:
    assert moment_of(2_460_445, 28_800_000) == "2024-05-14T08:00:00"
    assert moment_of(0, 0) == moment_of(9_999_999, 0) == ""
    assert day_and_time("2460445.5") == day_and_time(struct.pack("<d", 2460445.5)) == "2024-05-14T12:00:00"
    assert day_and_time("nan") == day_and_time("inf") == day_and_time("x") == day_and_time(b"1") == ""
