"""Tests of the dates that items have: their own, their file's or their parent's, and implausible ones."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.records import mail, scope, write, zipped
from triage.case import Case
from triage.messages import render

CHANGED = datetime(2024, 3, 1, tzinfo=UTC).timestamp()
_AHEAD = "Mon, 1 Jan 2035 10:00:00 +0000"
_INNER = mail("Inner", "held", date=_AHEAD).decode()
FILES: dict[str, bytes | str] = {
    "sound.eml": mail(date="Fri, 28 Feb 2025 10:00:00 +0000"),
    "late.eml": mail("Late", date="Tue, 4 Mar 2025 10:00:00 +0000"),
    "old.eml": mail("Old", date="Fri, 1 Jan 04 10:00:00 +0000").replace(b" 04 ", b" 1904 "),
    "epoch.eml": mail("Epoch", date="Thu, 1 Jan 1970 00:00:00 +0000"),
    "broken.eml": mail("Broken", date="yesterday"),
    "none.eml": "From: a@x.example\nSubject: None\n\nnone",
    "note.txt": "a note",
    "holder.eml": f"From: a@x.example\nDate: {_AHEAD}\nMIME-Version: 1.0\n"
    "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nx\n--b\nContent-Type: text/plain\n"
    "Content-Disposition: attachment; filename=a.txt\n\nattached\n"
    f"--b\nContent-Type: message/rfc822\n\n{_INNER}\n--b--\n",
}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    folder = tmp_path_factory.mktemp("dates")
    root = write(folder / "records", {f"d/{name}": content for name, content in FILES.items()})
    zipped(
        root / "d/box.zip", {"1.eml": mail("In it", date="Mon, 1 Jan 2035 10:00:00 +0000"), "2.eml": b"Subject: x\n\ny"}
    )
    for path in root.rglob("*.*"):
        os.utime(path, (CHANGED, CHANGED))
    with Case.create(folder / "case", scope(root)) as case:
        case.index()
        yield case


def _names(case: Case, query: str) -> list[str]:
    return sorted(case.search.item(no).row.name for no in case.search.run(query).nos)


def test_an_implausible_date_is_told_and_kept(case: Case) -> None:
    doubtful = ["1.eml", "holder.eml", "late.eml", "old.eml"]
    inner = [name for name in _names(case, "problem:date-doubtful") if name not in doubtful]
    assert len(inner) == 1 and _names(case, "subject:inner") == inner
    item = case.search.item(case.search.run("subject:late").nos[0])
    assert (item.row.date, item.date_kind, item.date_raw) == (
        "2025-03-04T10:00:00Z",
        "sent-doubtful",
        "Tue, 4 Mar 2025 10:00:00 +0000",
    )
    assert item.row.doubtful and item.row.searchable == "fully"
    assert ["(2024-03-01 UTC)" in render(problem.message) for problem in item.problems] == [True]
    assert _names(case, "date:1904") == _names(case, "sent:1904") == ["old.eml"]


def test_doubtful_dates_come_last_in_either_order(case: Case) -> None:
    nos = case.search.run("*").nos
    for descending in (False, True):
        rows = case.search.rows(case.search.sorted(nos, "date", descending))
        kinds = [
            "file" if row.file_time else "doubtful" if row.doubtful else "dated" if row.date else "undated"
            for row in rows
        ]
        assert kinds == sorted(kinds, key=["dated", "doubtful", "file", "undated"].index) and "file" in kinds
        few = case.search.sorted(nos[:1], "date", descending)
        assert list(few) == list(nos[:1])
        dated = [row.date for row in rows if row.date and not row.doubtful and not row.file_time]
        assert dated == sorted(dated, reverse=descending)


def test_what_has_only_the_time_of_its_file_is_undated_whatever_it_shows(case: Case) -> None:
    undated = ["2.eml", "a.txt", "box.zip", "broken.eml", "none.eml", "note.txt"]
    assert _names(case, "is:undated") == undated
    rows = case.search.rows(case.search.run("is:undated").nos)
    assert sorted(row.name for row in rows if row.file_time) == [name for name in undated if name != "a.txt"]
    item = case.search.item(case.search.run("subject:none").nos[0])
    assert (item.row.date, item.date_kind) == ("2024-03-01T00:00:00Z", "file")
    assert "none.eml" in _names(case, "date:2024-03-01") and "note.txt" in _names(case, "date:2024-03-01")


@pytest.mark.parametrize("range_", ["date:2001", "date:>2024-06", "sent:2001..2002", "modified:2001"])
def test_a_date_range_says_how_many_items_without_a_certain_date_lie_outside_it(case: Case, range_: str) -> None:
    (note,) = [note for note in case.search.run(range_).notes if note.key == "dates-outside"]
    query = str(dict(note.values)["query"])
    found = case.search.run(query)
    assert found.total == dict(note.values)["count"] > 0 and range_ in query
    assert {"old.eml", "note.txt", "a.txt"} - set(_names(case, range_)) <= set(_names(case, query))
    assert note in case.reports.hits(range_ + " a", reviewer=None).notes and note in case.reports.coverage(range_).notes
    assert f"outside {range_}: {found.total}" in render(note)


def test_a_range_that_holds_them_all_says_nothing(case: Case) -> None:
    assert not case.search.run("holder").notes
    (note,) = case.search.run("date:1900..2100").notes
    assert dict(note.values)["count"] == 1, "a.txt alone, which has no time at all"


def test_months_are_what_their_queries_find(case: Case) -> None:
    nos = case.search.run("*").nos
    (months,) = [facet for facet in case.reports.facets(nos) if facet.name == "month"]
    assert sum(value.items for value in months.values) == len(nos)
    assert all(case.search.run(value.query).total == value.items for value in months.values)


def test_the_time_of_a_file_that_knows_none_says_nothing(tmp_path: Path) -> None:
    root = write(tmp_path / "records", {"d/1.eml": mail(date="Tue, 2 May 2023 10:00:00 +0000")})
    os.utime(root / "d/1.eml", (0, 315_532_800))
    with Case.create(tmp_path / "case", scope(root)) as case:
        case.index()
        assert case.search.run("problem:date-doubtful").total == 0
