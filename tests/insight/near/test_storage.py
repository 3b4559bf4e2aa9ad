"""Tests of triage.insight.near.storage: kept for all copies, of no text, and never of what is sealed or gone."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import apsw
import pytest

from tests.records import case_of, mail
from triage.case import Case
from triage.errors import CaseError
from triage.insight.near import storage
from triage.insight.near.nouns import NearReport
from triage.insight.near.storage import NEAR, SIGNATURES
from triage.messages import render
from triage.model.items import ItemNo
from triage.store.derived_files import FOLDER

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
    assert near(case) == {} and case.reports.insight.near.group(no_of(case, "dana/a.txt")) == []
    assert "no texts were compared" in render(case.search.run("is:near-duplicate").notes[0])
    assert case.reports.insight.near.find() == NearReport(5, 3, 1)
    assert near(case) == dict.fromkeys(("dana/long.txt", "dana/a.txt", "omar/a.txt", "omar/b.txt"), 2)
    group = case.reports.insight.near.group(no_of(case, "omar/a.txt"))
    assert [case.search.item(one.no).path for one in group] == ["dana/long.txt", "omar/a.txt", "omar/b.txt"]
    assert [one.is_pivot for one in group] == [True, False, False]
    assert case.search.run("is:near-duplicate").notes == ()
    assert set(case.search.run("is:near-duplicate").nos) == {no_of(case, path) for path in near(case)}
    assert 1 == group[0].nearness > group[1].nearness > group[2].nearness > 0.8


def test_no_decision_follows_them_and_no_text_is_kept(case: Case) -> None:
    case.reports.insight.near.find()
    kept = (case.path / FOLDER / NEAR).read_bytes()
    assert b"plover" not in kept.lower()
    case.decisions.tag([no_of(case, "omar/b.txt")], "relevant", "Rae", "key", copies=True)
    assert case.search.run("tag:relevant").nos == (no_of(case, "omar/b.txt"),)


def test_a_seal_takes_its_rows_along(case: Case, tmp_path: Path) -> None:
    case.reports.insight.near.find()
    no, size = no_of(case, "dana/a.txt"), (case.path / FOLDER / NEAR).stat().st_size
    case.decisions.seal([no], "customer content", "Rae", "key")
    assert near(case) == {"dana/long.txt": 1, "omar/b.txt": 1}, "its copies are sealed with it"
    assert case.reports.insight.near.group(no) == [] and size
    case.reports.insight.near.find()
    assert near(case) == {"dana/long.txt": 1, "omar/b.txt": 1}
    assert case.search.run("is:near-duplicate").total == 2
    (tmp_path / "records" / "dana" / "long.txt").unlink()
    case.index()
    assert near(case) == {} and not case.search.run("is:near-duplicate").nos, "what has vanished is near nothing"


def test_a_pivot_that_is_sealed_leaves_no_number(case: Case) -> None:
    case.reports.insight.near.find()
    no = no_of(case, "dana/long.txt")
    case.decisions.seal([no], "customer content", "Rae", "key")
    assert near(case) == dict.fromkeys(("dana/a.txt", "omar/a.txt", "omar/b.txt"), 1)
    assert not any(one.is_pivot for one in case.reports.insight.near.group(no_of(case, "omar/b.txt")))
    numbers = {NEAR: ("item, content, pivot FROM near",), SIGNATURES: ("item FROM signature", "one, other FROM share")}
    for name, selected in numbers.items():
        with closing(apsw.Connection(str(case.path / FOLDER / name))) as db:
            rows = [row for one in selected for row in db.execute(f"SELECT {one}")]
            assert rows and not [row for row in rows if no in row]


def test_what_is_indexed_later_is_compared_with_what_was_there(case: Case, tmp_path: Path) -> None:
    (tmp_path / "records" / "omar" / "c.txt").write_text(LETTER.format("14"))
    case.index()
    assert near(case) == {} and not (case.path / FOLDER).exists(), "nobody has looked for any"
    case.reports.insight.near.find()
    (tmp_path / "records" / "omar" / "d.txt").write_text(LETTER.format("16"))
    case.index()
    assert near(case)["omar/d.txt"] == 4
    counts: list[tuple[int, int]] = []
    assert case.reports.insight.near.find(lambda *count: counts.append(count)) == NearReport(7, 5, 1)
    assert counts == [(0, 0)], "no text is read again"


def test_it_is_the_same_anew_and_bit_by_bit(case: Case, tmp_path: Path) -> None:
    case.reports.insight.near.find()
    for letter in "cde":
        (tmp_path / "records" / "omar" / f"{letter}.txt").write_text(LETTER.format(letter) + f"word {letter} " * 4)
        case.index()
    by_bits = (case.path / FOLDER / NEAR).read_bytes()
    shutil.rmtree(case.path / FOLDER)
    case.reports.insight.near.find()
    assert (case.path / FOLDER / NEAR).read_bytes() == by_bits


@pytest.mark.nightly
def test_a_run_that_is_killed_anywhere_goes_on_with_what_is_whole(case: Case, tmp_path: Path) -> None:
    files = {
        f"dana/{at}.txt": LETTER.format(at) + " ".join(f"word{at}x{n % 90}" for n in range(at)) for at in range(900)
    }
    for name, text in files.items():
        (tmp_path / "records" / name).write_text(text)
    case.index()
    case.close()
    command = [sys.executable, "-m", "triage", "near", str(case.path)]
    for delay in (0.2, 0.3, 0.4, 0.5, 0.7, 0.9):
        running = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        time.sleep(delay)
        running.kill()
        running.wait()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = (case.path / FOLDER / NEAR).read_bytes()
    shutil.rmtree(case.path / FOLDER)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    assert (case.path / FOLDER / NEAR).read_bytes() == after


def test_signatures_that_are_damaged_are_made_anew(case: Case) -> None:
    report = case.reports.insight.near.find()
    (case.path / FOLDER / SIGNATURES).write_bytes(b"no database at all" * 100)
    assert case.reports.insight.near.find() == report


def test_it_stops_when_asked_and_needs_a_case_that_can_be_written(case: Case) -> None:
    assert case.reports.insight.near.find(stop=lambda: True) is None and near(case) == {}
    with Case.open(case.path, read_only=True) as other, pytest.raises(CaseError):
        other.reports.insight.near.find()


def test_a_seal_that_is_set_once_texts_were_compared_leaves_no_row(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    no, save = no_of(case, "omar/b.txt"), storage.save_groups

    def seal(*arguments: Any) -> None:
        case.decisions.seal([no], "customer content", "Rae", "key")
        save(*arguments)

    monkeypatch.setattr(storage, "save_groups", seal)
    case.reports.insight.near.find()
    with closing(apsw.Connection(str(case.path / FOLDER / NEAR))) as db:
        assert no not in {item for (item,) in db.execute("SELECT item FROM near")}
    assert near(case) == dict.fromkeys(("dana/long.txt", "dana/a.txt", "omar/a.txt"), 1)
