"""The sheets of the dashboard: the same numbers as the core's, with queries that find them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.records import case_of, mail
from triage.case import Case
from ui.presenters.dashboard_sheets import Sheet, SheetLine, sheets, shortened, summary


@pytest.fixture
def case(tmp_path: Path) -> Case:
    files = {
        f"{who}/{n}.eml": mail(f"heron {n}", "valve", date=f"Tue, {n + 1:02d} {month} 202{n % 3 + 1} 10:00:00 +0000")
        for who, month in (("dana", "May"), ("omar", "Jun"))
        for n in range(6)
    }
    made = case_of(tmp_path, {**files, "dana/x.zip": b"PK\x03\x04" + bytes(30)})
    made.decisions.tag(made.search.run("custodian:dana subject:heron").nos[:4], "relevant", "Rae", "key")
    made.decisions.tag(made.search.run("custodian:dana subject:heron").nos[:1], "not-relevant", "Noa Bar", "key")
    made.search.save("valves", "valve", "Rae")
    made.search.save("broken", "valve AND custodian:dana", "Rae")
    made.team.batches.create("custodian:omar", "omar", "Rae")
    return made


def test_every_number_is_what_its_query_finds(case: Case) -> None:
    with case:
        made = sheets(case.team.progress())
        assert [sheet.key for sheet in made] == [
            "custodians",
            "terms",
            "tags",
            "reviewers",
            "hours",
            "disputed",
            "batches",
            "problems",
            "coverage",
            "months",
        ]
        asked = 0
        for sheet in made:
            for line in sheet.lines:
                assert len(line.numbers) == len(line.queries) == len(sheet.series), sheet.key
                assert 1 + len(line.numbers) + len(line.more) == len(sheet.heads), sheet.key
                for number, query in zip(line.numbers, line.queries, strict=True):
                    if query is not None and sheet.key not in ("hours", "reviewers"):
                        assert case.search.run(query).total == number, (sheet.key, line.name, query)
                        asked += 1
        assert asked > 30


def test_hours_are_divided_by_reviewer_and_the_others_are_one() -> None:
    from triage.model.team import Hour, HourPart
    from ui.presenters.dashboard_sheets import _hours

    names = [f"r{n}" for n in range(9)]
    parts = tuple(HourPart(name, at + 1, f'decided:"2023-05-02T10 by {name}"') for at, name in enumerate(names))
    sheet = _hours([Hour("2023-05-02T10:00Z", 45, parts, "decided:2023-05-02T10")])
    assert sheet.series == ("r8", "r7", "r6", "r5", "r4", "r3", "others")
    assert sheet.lines[0].numbers == (9, 8, 7, 6, 5, 4, 6) and sheet.lines[0].more == ("45",)
    assert sheet.lines[0].name == "2023-05-02 10:00" and sheet.lines[0].query == "decided:2023-05-02T10"
    assert sheet.lines[0].queries[0] == 'decided:"2023-05-02T10 by r8"'
    assert sheet.lines[0].queries[-1] == " OR ".join(f'decided:"2023-05-02T10 by r{n}"' for n in range(3))


def test_a_chart_takes_years_where_there_are_too_many_months(case: Case) -> None:
    with case:
        months = next(sheet for sheet in sheets(case.team.progress()) if sheet.key == "months")
        years = shortened(months, 4)
        assert [line.name for line in years.lines if line.name.isdigit()][:3] == ["2021", "2022", "2023"]
        for line in years.lines:
            for number, query in zip(line.numbers, line.queries, strict=True):
                assert query is not None and case.search.run(query).total == number
        assert sum(sum(line.numbers) for line in years.lines) == sum(sum(line.numbers) for line in months.lines)


def test_a_chart_keeps_the_largest_or_the_latest() -> None:
    lines = tuple(SheetLine(str(n), (n,), (None,), None) for n in (3, 9, 1, 7))
    lying = Sheet("tags", "t", ("a", "b"), ("items",), lines)
    assert [line.name for line in shortened(lying, 2).lines] == ["9", "7"]
    assert [line.name for line in shortened(lying._replace(upright=True, key="hours"), 2).lines] == ["1", "7"]
    assert shortened(lying, 4) is lying


def test_what_does_not_add_up_is_said(case: Case) -> None:
    with case:
        by_key = {sheet.key: sheet for sheet in sheets(case.team.progress())}
    assert by_key["months"].note == "Months without an item are left out."
    assert by_key["batches"].heads[-by_key["batches"].worded :] == ("State", "Reviewer")


def test_the_summary_says_of_what(case: Case) -> None:
    with case:
        assert summary(case.team.progress()).startswith("4 of 13 items coded (30.8 %)")


def test_a_reviewers_days_stand_in_one_column(case: Case) -> None:
    from ui.presenters.dashboard_sheets import _days

    with case:
        reviewers = next(sheet for sheet in sheets(case.team.progress()) if sheet.key == "reviewers")
    assert reviewers.heads[-1] == "Days" and all(" to " in line.note and "UTC" in line.note for line in reviewers.lines)
    assert _days("2026-11-25T08:00:00Z", "2026-11-25T17:30:00Z") == "2026-11-25"
    assert _days("2026-11-25T08:00:00Z", "2026-12-03T17:30:00Z") == "2026-11-25/12-03"
    assert _days("2026-11-25T08:00:00Z", "2027-01-03T17:30:00Z") == "2026-11-25/2027-01-03"
