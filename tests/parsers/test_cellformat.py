from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.parsers.cellformat import general, is_date, iso, narrow, shown


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
    ],
)
def test_formats(value: float, code: str, text: str) -> None:
    assert shown(value, code) == text


def test_dates_behind_the_format() -> None:
    assert is_date("m/d/yyyy") and not is_date("#,##0") and not is_date("General")
    assert iso(45352) == "2024-03-01" and iso(45352.5) == "2024-03-01 12:00:00" and iso(0.25) == "06:00:00"
    assert iso(43890, from_1904=True) == "2024-03-01" and iso(-1) == ""
    assert iso(59) == "1900-02-28" and iso(61) == "1900-03-01"


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
    ],
)
def test_numbers_without_a_format_as_in_the_formula_bar_and_in_the_cell(value: float, full: str, cell: str) -> None:
    assert (general(value), narrow(value)) == (full, cell)


@given(st.floats(min_value=-1e300, max_value=1e300) | st.just(float("nan")))
def test_any_number_is_shown(value: float) -> None:
    assert float(general(value)) == pytest.approx(value, nan_ok=True)
    assert narrow(value)


@given(st.floats(), st.text(alphabet='0#?,.;%E+-@yYmdhs/[]"\\_* $AMP', max_size=24))
def test_no_code_is_refused(value: float, code: str) -> None:
    assert isinstance(shown(value, code), str)
