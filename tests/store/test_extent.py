"""A case is whole once a run over the scope came to its end; until then it tells how far it is read."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.indexing.halts import halt_after
from tests.records import mail, scope, write
from triage.case import Allow, Case
from triage.messages import render
from triage.model.runs import Extent
from triage.store import extent

_FILES = 120


def records(name: str, count: int = _FILES) -> dict[str, bytes | str]:
    return {
        f"{name}/{n:03}.eml": mail(f"{name} {n}", "heron", message_id=f"<{name}{n}@x.example>") for n in range(count)
    }


def stopped(case: Case, patch: pytest.MonkeyPatch, only: Sequence[Path] = (), after: int = 20) -> Extent:
    """Stop a run after so many answers of readers; return the extent then."""
    stop = threading.Event()
    with patch.context() as inner:
        halt_after(inner, after, stop.set)
        assert case.index(only, stop=stop).stopped
    return case.extent


def sentence(case: Case) -> str:
    message = case.extent.message
    return render(message) if message else ""


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    root = write(tmp_path / "records", {**records("dana"), "shut/x.txt": "closed", "dana/empty.txt": ""})
    with Case.create(tmp_path / "case", scope(root, deny=("shut",))) as case:
        yield case


def test_a_case_that_no_run_has_read_says_so(case: Case) -> None:
    assert case.extent == Extent() and sentence(case) == "Not the whole case: no run has read the files in scope yet."


def test_a_stopped_run_leaves_how_many_files_there_are(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    now = stopped(case, monkeypatch)
    assert not now.whole and now.unfinished and now.counted and now.walked
    assert now.files == _FILES + 1 and 0 < now.read < _FILES and now.pending == now.files - now.read - now.failed
    assert sentence(case).startswith(f"Not the whole case: {now.read} of 121 files in scope were read; {now.pending} ")
    assert case.status().extent == now and case.status().adds_up
    report = case.index()
    assert report.extent == case.extent and not sentence(case)
    assert (case.extent.whole, case.extent.files, case.extent.read, case.extent.denied) == (True, 121, 121, 1)


def test_files_added_before_a_stopped_second_run_are_missed(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    case.index()
    write(case.path.parent / "records", records("omar"))
    now = stopped(case, monkeypatch)
    assert not now.whole and now.files == 2 * _FILES + 1 and _FILES < now.read < now.files
    case.index()
    assert case.extent.whole and case.extent.files == 2 * _FILES + 1


def test_a_stopped_run_over_a_part_is_made_up_for_by_one_that_ends(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    case.index()
    root = write(case.path.parent / "records", records("omar") | records("rae", 3))
    now = stopped(case, monkeypatch, [root / "omar"])
    assert not now.whole and not now.counted and "of at least" in sentence(case)
    case.index([root / "rae"])
    assert not case.extent.whole
    case.index([root / "omar"])
    assert case.extent.whole and case.extent.files == 2 * _FILES + 4
    assert case.status().adds_up and case.status().files == 2 * _FILES + 5


def test_runs_over_parts_alone_never_make_a_case_whole(case: Case) -> None:
    case.index([case.path.parent / "records/dana"])
    assert not case.extent.whole and not case.extent.unfinished and case.extent.read == _FILES + 1
    assert sentence(case).startswith("Not the whole case: 121 of at least 121 files in scope were read.")


def test_a_run_over_one_of_two_roots_is_no_whole_one(tmp_path: Path) -> None:
    one, two = (write(tmp_path / name, records(name, 2)) for name in ("dana", "omar"))
    policy = scope(one)
    with Case.create(
        tmp_path / "case", replace(policy, allow=(*policy.allow, Allow("more", str(two), "omar", "4")))
    ) as case:
        assert case.index([one]).indexed == 2 and not case.extent.whole
        assert case.index([one, two]).indexed == 2 and case.extent.whole


def test_a_run_that_was_killed_leaves_how_many_files_there_are(case: Case) -> None:
    store = case._opened.store
    with store.change("test", "begin"):
        number = extent.begin(store, ["mail:"], whole=True, passwords=False)
    assert "of at least 0 files" in sentence(case)
    with store.change("test", "count"):
        extent.count(store, number, 7)
    assert (case.extent.files, case.extent.pending, case.extent.counted) == (7, 7, True)


def test_what_vanished_before_a_stopped_run_leaves_a_number_that_tells_nothing(case: Case) -> None:
    case.index()
    store = case._opened.store
    with store.change("test", "begin"):
        extent.count(store, extent.begin(store, ["mail:"], whole=True, passwords=False), 3)
    assert not case.extent.whole and case.extent.pending == 0
    assert "what was added, changed or removed" in sentence(case)
    certified = case.reports.coverage().sentence
    assert certified.endswith("not the whole case: 121 files in scope were read, but the last run was stopped")
