"""Work off the GUI thread: order of writes, the newest wish, cancelling, errors of the three kinds."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace

import pytest
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from tests.ui.waiting import settle
from triage.case import Case
from triage.errors import CaseError, EngineRefusal
from triage.messages import say
from ui.case.jobs import BackgroundJob, Jobs, _Lane


@pytest.fixture
def jobs(case_path: Path, qtbot: QtBot) -> Iterator[Jobs]:
    """Lanes over a real case."""
    made = Jobs(case_path)
    yield made
    assert made.close()


def test_each_lane_has_a_case_of_its_own_off_the_gui_thread(qtbot: QtBot, jobs: Jobs) -> None:
    seen: dict[str, tuple[int, int]] = {}

    def look(lane: str) -> None:
        jobs.ask(lane, lambda case: (threading.get_ident(), id(case)), lambda pair: seen.update({lane: pair}))

    look("one")
    look("two")
    qtbot.waitUntil(lambda: len(seen) == 2)
    idents = {pair[0] for pair in seen.values()}
    assert len(idents) == 2
    assert threading.get_ident() not in idents
    assert seen["one"][1] != seen["two"][1]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a thread step behind another of its program")
def test_the_window_has_a_core_before_any_lane(qtbot: QtBot, jobs: Jobs) -> None:
    lanes = list[int]()
    jobs.ask("look", lambda case: os.getpriority(os.PRIO_PROCESS, 0), lanes.append)
    jobs.change(lambda case: os.getpriority(os.PRIO_PROCESS, 0), lanes.append)
    qtbot.waitUntil(lambda: len(lanes) == 2)
    assert min(lanes) > os.getpriority(os.PRIO_PROCESS, 0)


def test_a_search_ends_once_a_newer_one_is_asked_for(qtbot: QtBot, jobs: Jobs) -> None:
    running, replaced = threading.Event(), threading.Event()
    ended, found = list[EngineRefusal](), list[int]()

    def first(case: Case) -> int:
        running.set()
        replaced.wait()
        try:
            return case.search.run("her* w/3 *ing").total
        except EngineRefusal as refusal:
            ended.append(refusal)
            raise

    jobs.ask("search", first, found.append, newest="search")
    running.wait()
    jobs.ask("search", lambda case: case.search.run("her* OR *ing").total, found.append, newest="search")
    replaced.set()
    qtbot.waitUntil(lambda: len(found) == 1)
    assert ended and found[0] > 0


def held(jobs: Jobs, lane: str, done: list[str]) -> threading.Event:
    """Begin work in a lane that goes on until the event is set."""
    inside, leave = threading.Event(), threading.Event()

    def compute(case: Case) -> str:
        inside.set()
        leave.wait()
        return lane

    jobs.ask(lane, compute, done.append)
    inside.wait()
    return leave


def test_lanes_that_nobody_waits_for_compute_one_at_a_time(qtbot: QtBot, jobs: Jobs) -> None:
    done = list[str]()
    leave = held(jobs, "facets", done)
    dropped = jobs.ask("kwic", lambda case: "dropped", done.append)
    jobs.ask("count", lambda case: "count", done.append)
    jobs.ask("item", lambda case: "item", done.append)
    qtbot.waitUntil(lambda: done == ["item"])
    dropped.drop()
    leave.set()
    qtbot.waitUntil(lambda: len(done) == 3)
    assert set(done[1:]) == {"facets", "count"}, "the next lane may be as soon as the first to land"


def test_what_is_short_does_not_wait_for_what_takes_seconds(qtbot: QtBot, jobs: Jobs) -> None:
    done = list[str]()
    leave = held(jobs, "names", done)
    jobs.run("scope", lambda case, report, stop: "scope", lambda: None, done.append)
    jobs.ask("order", lambda case: "order", done.append)
    qtbot.waitUntil(lambda: done == ["order"])
    leave.set()
    qtbot.waitUntil(lambda: len(done) == 3)


def test_what_fills_the_panels_waits_a_moment_for_a_search(
    qtbot: QtBot, jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.case.jobs._LET_PASS", 60.0)  # longer than a test may take
    done, begun = list[str](), list[str]()
    leave = held(jobs, "search", done)
    for lane in ("facets", "names"):
        jobs.ask(lane, lambda case, lane=lane: begun.append(lane), lambda _: None)
    for n in range(20):
        jobs.ask("item", lambda case: "item", done.append)
        qtbot.waitUntil(lambda n=n: len(done) == n + 1)
    assert not begun
    leave.set()
    qtbot.waitUntil(lambda: sorted(begun) == ["facets", "names"])


def test_a_long_search_delays_the_panels_by_one_moment_however_much_is_asked(
    qtbot: QtBot, jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [0.0]
    monkeypatch.setattr("ui.case.jobs.time", SimpleNamespace(monotonic=lambda: now[0]))
    monkeypatch.setattr("ui.case.jobs._LET_PASS", 1_000.0)  # longer than a test may take
    done = list[str]()
    leave = held(jobs, "search", done)
    now[0] = 1_001.0
    for lane in ("facets", "facets", "names"):
        jobs.ask(lane, lambda case, lane=lane: lane, done.append)
    qtbot.waitUntil(lambda: sorted(done) == ["facets", "facets", "names"])
    leave.set()
    qtbot.waitUntil(lambda: done[-1] == "search")


def test_writes_keep_their_order(qtbot: QtBot, jobs: Jobs) -> None:
    order: list[int] = []
    for n in range(50):
        jobs.change(lambda case, n=n: n, order.append)
    assert jobs.unwritten == 50
    qtbot.waitUntil(lambda: jobs.unwritten == 0)
    assert order == list(range(50))


def test_the_newest_wish_wins_even_over_a_result_on_its_way(qtbot: QtBot, jobs: Jobs) -> None:
    got: list[int] = []
    done = threading.Event()

    def first(case: Case) -> int:
        done.set()
        return 1

    jobs.ask("look", first, got.append, newest="x")
    done.wait()
    jobs.ask("look", lambda case: 2, got.append, newest="x")
    qtbot.waitUntil(lambda: bool(got))
    settle(qtbot, jobs, jobs)
    assert got == [2]


def test_long_work_reports_and_stops(qtbot: QtBot, jobs: Jobs) -> None:
    moved: list[int] = []
    ended: list[str] = []

    def work(case: Case, report: object, stop: threading.Event) -> str:
        report(7)  # type: ignore[operator]
        return "stopped" if stop.wait() else "not"

    job = jobs.run("long", work, moved.append, ended.append)
    qtbot.waitUntil(lambda: moved == [7])
    job.stop.set()
    qtbot.waitUntil(lambda: ended == ["stopped"])


def test_a_mistake_of_the_person_is_carried_and_a_defect_is_loud(qtbot: QtBot, jobs: Jobs) -> None:
    def refuse(case: Case) -> None:
        raise CaseError("index-locked")

    def break_(case: Case) -> None:
        raise ZeroDivisionError("a defect")

    with qtbot.waitSignal(jobs.job_failed) as failed:
        jobs.ask("look", refuse, lambda done: None)
    assert failed.args[0].message == say("index-locked")
    with capture_exceptions() as defects:
        jobs.ask("look", break_, lambda done: None)
        qtbot.waitUntil(lambda: bool(defects))
    assert defects[0][0] is ZeroDivisionError


def test_closing_finishes_the_writes_and_drops_the_rest(case_path: Path, qtbot: QtBot) -> None:
    jobs = Jobs(case_path)
    with Case.open(case_path) as case:
        nos = case.search.run("").nos[:10]
    for no in nos:
        jobs.change(lambda case, no=no: case.decisions.tag([no], "hot", "Dana", "key"), lambda receipt: None)
    assert jobs.close()
    with Case.open(case_path) as case:
        assert case.search.run("tag:hot").nos == nos


def test_a_case_that_can_not_be_opened_is_said(tmp_path: Path, qtbot: QtBot) -> None:
    jobs = Jobs(tmp_path)
    with qtbot.waitSignal(jobs.job_failed) as failed:
        jobs.ask("look", lambda case: 1, lambda done: None)
    assert "isn't a case" in str(failed.args[0])
    assert jobs.close()


def test_closing_waits_for_no_reader(case_path: Path, qtbot: QtBot) -> None:
    jobs, gate, inside = Jobs(case_path), threading.Event(), threading.Event()
    left: list[bool] = []

    def dawdle(case: Case) -> bool:
        inside.set()
        opened = gate.wait()
        left.append(opened)
        return opened

    jobs.ask("look", dawdle, lambda done: None)
    inside.wait()
    assert jobs.close()
    assert not left  # it is still in there
    gate.set()


def test_a_lane_lands_nothing_once_it_was_ended(case_path: Path) -> None:
    entered, leave, order = threading.Event(), threading.Event(), []

    def land(job: BackgroundJob) -> None:
        entered.set()
        leave.wait()
        order.append("landed")

    lane = _Lane("lane", lambda _: Case.open(case_path), land, nullcontext)
    lane.put(BackgroundJob(lambda case: 1, print, None))
    entered.wait()
    ender = threading.Thread(target=lambda: (lane.end(finish=False), order.append("ended")))
    ender.start()
    ender.join(0.1)
    assert ender.is_alive(), "it waits for what lands just now"
    leave.set()
    ender.join()
    lane.join()
    assert order == ["landed", "ended"]
