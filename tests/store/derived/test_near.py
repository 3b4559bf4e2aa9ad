"""Tests of triage.store.derived.near: kept for all copies, of no text, and never of what is sealed or gone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import apsw
import pytest

from tests.records import case_of, mail
from triage.case import Case
from triage.errors import CaseError
from triage.model.items import ItemNo
from triage.model.tags import NearReport
from triage.store.derived import near as near_duplicates
from triage.store.derived.near import FILE, FOLDER

LETTER = "Dear Omar the price of the plover line is {} per ton and " + " ".join(f"point{n}" for n in range(80)) + " "


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    files: dict[str, bytes | str] = {
        "dana/long.txt": LETTER.format("10") + "with one more word",
        "dana/a.txt": LETTER.format("10"),
        "omar/a.txt": LETTER.format("10"),
        "omar/b.txt": LETTER.format("12"),
        "omar/other.eml": mail("Gannets", "a letter about gannets that is like none of the others here at all"),
        "omar/short.txt": "too short",
    }
    with case_of(tmp_path, files) as made:
        yield made


def no_of(case: Case, path: str) -> ItemNo:
    (no,) = case.search.run(f'path:"{path}"').nos
    return no


def near(case: Case) -> dict[str, int]:
    nos = case.search.run("").nos
    return {case.search.item(row.no).path: row.near for row in case.reports.columns(nos, {"near"}) if row.near}


def test_each_item_tells_how_many_others_are_near_it(case: Case) -> None:
    assert near(case) == {} and case.reports.near_duplicates(no_of(case, "dana/a.txt")) == []
    assert case.reports.find_near_duplicates() == NearReport(5, 3, 1)
    assert near(case) == dict.fromkeys(("dana/long.txt", "dana/a.txt", "omar/a.txt", "omar/b.txt"), 2)
    group = case.reports.near_duplicates(no_of(case, "omar/a.txt"))
    assert [case.search.item(one.no).path for one in group] == ["dana/long.txt", "omar/a.txt", "omar/b.txt"]
    assert [one.is_pivot for one in group] == [True, False, False]
    assert 1 == group[0].nearness > group[1].nearness > group[2].nearness > 0.8


def test_no_decision_follows_them_and_no_text_is_kept(case: Case) -> None:
    case.reports.find_near_duplicates()
    kept = (case.path / FOLDER / FILE).read_bytes()
    assert b"plover" not in kept.lower()
    case.decisions.tag([no_of(case, "omar/b.txt")], "relevant", "Rae", copies=True)
    assert case.search.run("tag:relevant").nos == (no_of(case, "omar/b.txt"),)


def test_a_seal_takes_its_rows_along(case: Case, tmp_path: Path) -> None:
    case.reports.find_near_duplicates()
    no, size = no_of(case, "dana/a.txt"), (case.path / FOLDER / FILE).stat().st_size
    case.decisions.seal([no], "customer content", "Rae")
    assert near(case) == {"dana/long.txt": 1, "omar/b.txt": 1}, "its copies are sealed with it"
    assert case.reports.near_duplicates(no) == [] and size
    case.reports.find_near_duplicates()
    assert near(case) == {"dana/long.txt": 1, "omar/b.txt": 1}
    (tmp_path / "records" / "dana" / "long.txt").unlink()
    case.index()
    assert near(case) == {}, "what has vanished is near nothing"


def test_what_came_since_is_near_nothing_yet(case: Case, tmp_path: Path) -> None:
    case.reports.find_near_duplicates()
    (tmp_path / "records" / "omar" / "c.txt").write_text(LETTER.format("14"))
    case.index()
    assert "omar/c.txt" not in near(case)
    assert case.reports.find_near_duplicates() == NearReport(6, 4, 1)
    assert near(case)["omar/c.txt"] == 3


def test_it_stops_when_asked_and_needs_a_case_that_can_be_written(case: Case) -> None:
    assert case.reports.find_near_duplicates(stop=lambda: True) is None and near(case) == {}
    with Case.open(case.path, read_only=True) as other, pytest.raises(CaseError):
        other.reports.find_near_duplicates()


def test_a_seal_that_is_set_once_texts_were_compared_leaves_no_row(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    no, save = no_of(case, "omar/b.txt"), near_duplicates.save

    def seal(*arguments: Any) -> None:
        case.decisions.seal([no], "customer content", "Rae")
        save(*arguments)

    monkeypatch.setattr(near_duplicates, "save", seal)
    case.reports.find_near_duplicates()
    with closing(apsw.Connection(str(case.path / FOLDER / FILE))) as db:
        assert no not in {item for (item,) in db.execute("SELECT item FROM near")}
    assert near(case) == dict.fromkeys(("dana/long.txt", "dana/a.txt", "omar/a.txt"), 1)
