"""Dates and times in cells, in both calendars and in East Asian formats."""

from __future__ import annotations

import pytest

from tests.parsers.reading import read
from tests.writers.excel import S, xlsx
from triage.parsers.kit.cells import BUILTIN, is_date, iso, shown

LATE = 2_957_003
"""31 December 9999 in a book that counts from 1904."""


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (3.14159, "[s].000", "271433.376"),
        (3.14159, "[hh]:mm:ss.0", "75:23:53.4"),
        (3.14159, 's:m" @ hour "[hh]', "53:23 @ hour 75"),
        (3.14159, '"It was "[h]" [yes, "h"] hours and "mm:ss', "It was 75 [yes, 75] hours and 23:53"),
        (0, '[s]" [yes, "ss"] seconds"', "0 [yes, 00] seconds"),
        (1.1376, "[h]:mm:ss", "27:18:09"),
        (1 / 24, "[h]:mm", "1:00"),
        (0.1234, "mm:ss.00;@", "57:41.76"),
        (41224.99998842, "hh:mm:ss", "23:59:59"),
    ],
)
def test_times_that_are_counted(value: float, code: str, text: str) -> None:
    assert shown(value, code) == text


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (36191.1702084375, "h:m:s.00", "4:5:6.01"),
        (36191.1702084375, "hh:mm:ss.000 am/pm", "04:05:06.009 AM"),
        (0.75, "h a/p", "6 p"),
        (0.75, "h A/P", "6 P"),
        (0.6, '上午/下午h"时"mm"分"', "下午2时24分"),
        (42605.368761574071, "yyyy-dd HH:mm:ss MM", "2016-23 08:51:01 08"),
        (42605.368761574071, "h mmm", "8 Aug"),
        (42605.368761574071, "mm:ss", "51:01"),
        (45352.9999999, "yyyy-mm-dd", "2024-03-01"),
        (45352.9999999, "d h:mm", "2 0:00"),
        (367, "yyyy.mm.dd", "1901.01.01"),
        (0.5, "dddd", "Saturday"),
        (1, "dddd", "Sunday"),
        (60, "m/d/yyyy", "2/29/1900"),
        (61, "dddd m/d", "Thursday 3/1"),
    ],
)
def test_moments(value: float, code: str, text: str) -> None:
    assert shown(value, code) == text


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("[$-411]ge.m.d", "H14.7.1"),
        ('[$-411]ggge"年"m"月"d"日"', "平成14年7月1日"),
        ("[$-404]e/m/d", "91/7/1"),
        ("e/m/d", "2002/7/1"),
        (BUILTIN[31], "2002年7月1日"),
        (BUILTIN[56], "7月1日"),
        (BUILTIN[57], "2002年7月"),
    ],
)
def test_east_asian_dates(code: str, text: str) -> None:
    assert shown(37438, code) == text and is_date(code)


def test_east_asian_codes_that_files_name_by_number() -> None:
    assert all(is_date(BUILTIN[number]) for number in [*range(27, 37), *range(50, 59)])
    cells = '<row><c r="A1" s="1"><v>37438</v></c></row>'
    styles = f'<styleSheet xmlns="{S}"><cellXfs><xf numFmtId="0"/><xf numFmtId="56"/></cellXfs></styleSheet>'
    reading = read(xlsx([("Plan", "visible", f"<sheetData>{cells}</sheetData>")], {"xl/styles.xml": styles}))
    assert reading.text() == "Plan\n7月1日" and reading.text("alternative") == "2002-07-01"


def test_before_the_calendar() -> None:
    assert shown(-3.14159, "[h]:m:s.000", from_1904=True) == "-75:23:53.376"
    assert shown(-1, "m/d/yyyy", from_1904=True) == "-1/2/1904"
    assert shown(-1, "d-m;(d-m)", from_1904=True) == "(2-1)"
    assert shown(-1, "[h]:mm") == "-1" and shown(-1, "d;d") == "-1"


def test_after_the_calendar() -> None:
    assert shown(LATE, "yyyy", from_1904=True) == "9999" and iso(LATE, from_1904=True) == "9999-12-31"
    assert shown(LATE + 1, "yyyy", from_1904=True) == "2957004" and iso(LATE + 1, from_1904=True) == ""
    assert shown(2958465.9999999, "yyyy h:mm") == "2958465.9999999" and iso(2958465.9999999) == ""


def test_dates_behind_the_format() -> None:
    assert iso(45352) == "2024-03-01" and iso(45352.5) == "2024-03-01 12:00:00" and iso(0.25) == "06:00:00"
    assert iso(43890, from_1904=True) == "2024-03-01" and iso(-1) == ""
    assert iso(59) == "1900-02-28" and iso(61) == "1900-03-01"
    assert iso(41224.99998842) == "2012-11-11 23:59:59"
