"""Number formats: what a cell shows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.effort import counted
from tests.parsers.reading import LIMITS, read
from tests.writers.excel import S, xlsx
from triage.parsers.kit.cells import (
    BUILTIN,
    CellStyle,
    Grid,
    _NumberFormat,
    general,
    is_date,
    iso,
    narrow,
    sections,
    shown,
)
from triage.parsers.kit.texts import Texts


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (1599.99, "#,##0.00", "1,599.99"),
        (-1599.99, "$#,##0.00;[Red]($#,##0.00)", "($1,599.99)"),
        (0.025, "0%", "3%"),
        (0.025, "0.00%", "2.50%"),
        (198356388, "0.00E+00", "1.98E+08"),
        (1.59999999933227e19, "0.00E+000", "1.60E+019"),
        (0.00012, "0.0E-0", "1.2E-4"),
        (12000, "0.0E-0", "1.2E4"),
        (74.37424333770608, "0.000000000000000", "74.374243337706100"),
        (1.005, "0.00", "1.01"),
        (5, "000", "005"),
        (123456789, "000-00-0000", "123-45-6789"),
        (19.99, '0" dollars and ".00" cents"', "19 dollars and .99 cents"),
        (5_000_000, '[>999999]#,,"M";[>999]#,"K";#', "5M"),
        (0, "0;-0;nil", "nil"),
        (7, ";;;", ""),
        (1234.5, "[$€-1] #,##0.0", "€ 1,234.5"),
        (45352.25, "yyyy-mm-dd hh:mm", "2024-03-01 06:00"),
        (45352.75, "d mmmm yyyy, h:mm AM/PM", "1 March 2024, 6:00 PM"),
        (1.5, "[h]:mm:ss", "36:00:00"),
        (45352, "dddd", "Friday"),
        (2.5, "General", "2.5"),
        (0.0, "m/d/yyyy h:mm", "1/0/1900 0:00"),
        (0.5, "dd.mm.yy hh:mm", "00.01.00 12:00"),
        (2.5, "# ?/?", "2 1/2"),
        (-2.5, "# ?/?", "-2 1/2"),
        (0.25, "# ?/?", "1/4"),
        (0.25, "0 ?/?", "0 1/4"),
        (5, "# ?/?", "5"),
        (5, '# ?/?" kg"', "5 kg"),
        (5, "# ?/100", "5"),
        (0.25, '"x "# ?/?', "x 1/4"),
        (0, "# ??/??", "0"),
        (-0.001, "# ?/?", "0"),
        (0.99, "# ?/?", "1"),
        (-123.456, "# ??/??", "-123 26/57"),
        (123.456, "# ?/?", "123 1/2"),
        (0.3, "# ?/?", "2/7"),
        (1.3, "# ?/?", "1 1/3"),
        (0.123251512342345, "# ?? / ?????????", "480894 / 3901729"),
        (3.14159265358979, "# ???/???", "3 16/113"),
        (2.5, "?/2", "5/2"),
        (2.5, "?/?", "5/2"),
        (0, "?/?", "0/1"),
        (2.5, "# ?/8", "2 4/8"),
        (-2.3, "# ??/16", "-2 5/16"),
        (2.345, "# ??/100", "2 35/100"),
        (1234.5, "#,##0 ?/?", "1,234 1/2"),
        (-2.5, "# ?/?;(# ?/?)", "(2 1/2)"),
        (0.5, "0 00/00", "0 01/2"),
        (2.5, '#" and "?/?', "2 and 1/2"),
        (2.5, "0/", "2.5"),
        (0.25, "# ?/?", "1/4"),
        (321.321, "# ?/?", "321 1/3"),
        (321.321, "#/##", "26027/81"),
        # Thousands and what is divided by them.
        (1021.02, '[>999999]#.000,,"M";[>999]#.000,"K";#.000', "1.021K"),
        (1_000_000, "#,##0.0,,", "1.0"),
        (1_000_000, "#,##0.0,", "1,000.0"),
        (1_234_567, '$0.0,,"M"', "$1.2M"),
        (1234, "#.0000,,", ".0012"),
        (1e24, "#,##0,,,,,,", "1,000,000"),
        (1_234_567.89, "#\\ ##0.00", "1234 567.89"),
        (1234.567, "#'##0.00", "1'234.57"),
        (123, "#\\ ##0", "123"),
        (-1234.5, "#\\ ##0.0", "-1 234.5"),
        (5, "0,000", "0,005"),
        (5, "0#", "05"),
        (1e20, "0.0000000000", "100000000000000000000.0000000000"),
        # Powers of ten.
        (0, "0.00E+00", "0.00E+00"),
        (12345, "##0.0E+0", "12.3E+3"),
        (999.96, "##0.0E+0", "1.0E+3"),
        (0.0000123457, "####0.0E+0", "1.2E-5"),
        (-1.23457e-13, "###0.0E+0", "-1234.6E-16"),
        (9.996, "0.00E+00", "1.00E+01"),
        # Places without a digit are empty, and signs stand first.
        (0, '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-', "-"),
        (0, "#,###", ""),
        (0, "#.#", "."),
        (5, "0.##", "5."),
        (1.5, "0.0?", "1.5"),
        (-5, "$#,##0.00", "-$5.00"),
        (-12.343, "(00.0)", "-(12.3)"),
        (-0.001, "0.00", "0.00"),
        # The section that applies.
        (10, '[<10]#" Wow"', "10"),
        (1, '[<      10]#" Wow"', "1 Wow"),
        (-11, '[=-10]#" Wow"', "-11"),
        (-9, '[>-10]#" Big"', "-9 Big"),
        (10, '[<10]#" Wow";@', "10"),
        (7, '[>10]0" many";[<5]0" few"', "7 few"),
        (-5, "0.00;@", "-5.00"),
        (-5, "[<0](0);0", "(5)"),
        (-5, "[>=0]0;(0)", "(5)"),
        (-5, "[>=10]#,##0;[<10]0.0", "-5.0"),
        (7, "[>1.2.3]0.0", "7.0"),
        (0.75, "[=0]0;[<4.2][hh]:mm:ss;[hh]:mm", "18:00:00"),
    ],
)
def test_formats(value: float, code: str, text: str) -> None:
    assert shown(value, code) == text


def test_codes_that_show_dates() -> None:
    assert is_date("m/d/yyyy") and not is_date("#,##0") and not is_date("General")
    assert is_date("[=0]0;[h]:mm") and not is_date('0;-0;0;"x"d')


def test_a_code_that_is_too_long_to_be_one_shows_the_number() -> None:
    assert shown(2.5, '"' + "x" * 2000 + '"0') == "2.5" and shown(2.5, "0." + "0" * 400) == "2.5" + "0" * 399


def test_whole_numbers_are_whole() -> None:
    assert general(2.0) == "2" and general(123456789012345.0) == "123456789012345" and general(0.1) == "0.1"


@pytest.mark.parametrize(
    ("value", "full", "cell"),
    [
        (5715.046400000001, "5715.0464", "5715.0464"),
        (0.1 + 0.2, "0.3", "0.3"),
        (8.21643286573146, "8.21643286573146", "8.216432866"),
        (-1 / 3, "-0.333333333333333", "-0.333333333"),
        (1234567890.123, "1234567890.123", "1234567890"),
        (0.0000200001, "0.0000200001", "2.00001E-05"),
        (1.00000000001667e-12, "1.00000000001667E-12", "1E-12"),
        (6.06161699786838e-17, "6.06161699786838E-17", "6.06162E-17"),
        (4111111111111111.0, "4111111111111111", "4111111111111111"),
        (2.5e300, "2.5E+300", "2.5E+300"),
        (12345678911.63, "12345678911.63", "12345678912"),
        (-12345678912.5, "-12345678912.5", "-12345678913"),
        (99999999999.6, "99999999999.6", "1E+11"),
        (1.2345678925, "1.2345678925", "1.234567893"),
    ],
)
def test_numbers_without_a_format_as_in_the_formula_bar_and_in_the_cell(value: float, full: str, cell: str) -> None:
    assert (general(value), narrow(value)) == (full, cell)


@given(st.floats(min_value=-1e300, max_value=1e300) | st.just(float("nan")))
def test_any_number_is_shown(value: float) -> None:
    assert float(general(value)) == pytest.approx(value, nan_ok=True)
    assert narrow(value)


@given(st.floats(), st.text(alphabet='0#?,.;%E+-@yYmdhsge/[]"\\_* $AMP<>=4', max_size=24), st.booleans())
def test_no_code_is_refused(value: float, code: str, from_1904: bool) -> None:
    assert isinstance(shown(value, code, from_1904), str)


@given(
    st.floats(min_value=-1e300, max_value=1e300) | st.floats(min_value=-9999, max_value=9999),
    st.sampled_from(
        ["0", "#,##0", "0.00", "#,##0.000", "$#,##0.00_)", '"GBP "0.0%', "0,", "#,##0.0,,", "0 - 0", "#.00"]
    ),
)
def test_what_python_formats_is_what_the_pieces_make(value: float, code: str) -> None:
    number, by_pieces = (_NumberFormat(sections(code)[0]) for _ in range(2))
    by_pieces._plain = None
    assert number.text(value, "") == by_pieces.text(value, "")
    assert (number._plain is None) == (code in ("0 - 0", "#.00"))


@pytest.mark.parametrize(
    ("hidden", "body"),
    [
        ([(1, 1)], "0 2 16383 -1"),
        ([(0, 99_999)], "-1"),
        ([(2, 1), (-1, 2), (16_383, 16_383)], "0 1 2 -1"),
        ([(0, 0), (2, 2), (0, 2)], "16383 -1"),
    ],
)
def test_columns_are_hidden_up_to_the_last_that_a_sheet_has(hidden: list[tuple[int, int]], body: str) -> None:
    texts = Texts(LIMITS)
    grid = Grid(texts, [CellStyle()], False, False)
    for first, last in hidden:
        grid.hide_columns(first, last)
    for column in (0, 1, 2, 16_383, -1):
        grid.number(column, column, 0)
    grid.end_row()
    assert next(s.text.strip("\n") for s in texts.segments() if s.origin == "body") == body.replace(" ", "\t")


def test_many_hidden_columns_take_linear_time() -> None:
    grid = Grid(Texts(LIMITS), [CellStyle()], False, False)
    with counted() as effort:
        for column in range(3000):
            grid.hide_columns(column, 16_383)
        for column in range(3000):
            grid.number(column, column, 0)
    assert effort.steps < 200_000


# Dates and times in cells, in both calendars and in East Asian formats.

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
        # Moments.
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
def test_times(value: float, code: str, text: str) -> None:
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
