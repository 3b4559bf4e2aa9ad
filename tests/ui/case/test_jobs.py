"""Work off the GUI thread: order of writes, the newest wish, cancelling, errors of the three kinds."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import get_args

import pytest
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from tests.ui.waiting import settle
from triage.case import Case
from triage.errors import CaseError, EngineRefusal
from triage.messages import say
from ui.case.jobs import BackgroundJob, Jobs, Reader, _Worker


@pytest.fixture
def jobs(case_path: Path, qtbot: QtBot) -> Iterator[Jobs]:
    """Threads over a real case."""
    made = Jobs(case_path)
    yield made
    assert made.close()


def _threads() -> set[str]:
    return {thread.name for thread in threading.enumerate() if thread.name.startswith("triage-")}


def test_each_thread_has_a_case_of_its_own_off_the_gui_thread(qtbot: QtBot, jobs: Jobs) -> None:
    cases: dict[int, set[int]] = {}

    def look(case: Case) -> tuple[int, int]:
        return threading.get_ident(), id(case)

    def note(pair: tuple[int, int]) -> None:
        cases.setdefault(pair[0], set()).add(pair[1])

    for reader in get_args(Reader) * 2:
        jobs.ask(reader, look, note)
    jobs.change(look, note)
    jobs.run(lambda case, report, stop: look(case), lambda: None, note)
    qtbot.waitUntil(lambda: jobs.idle and len(cases) == 5)
    assert threading.get_ident() not in cases
    assert len(set[int]().union(*cases.values())) == sum(map(len, cases.values())) == 5


@pytest.mark.parametrize("ends", [True, False])
def test_long_work_has_a_thread_only_while_it_runs(qtbot: QtBot, jobs: Jobs, ends: bool) -> None:
    done, leave = list[str](), threading.Event()
    inside = threading.Event()

    def work(report: object, stop: threading.Event) -> str:
        inside.set()
        (leave if ends else stop).wait()
        return "done"

    job = jobs.command(work, lambda: None, done.append)
    inside.wait()
    for reader in get_args(Reader):
        jobs.ask(reader, lambda case: "read", done.append)
    jobs.change(lambda case: "written", done.append)
    qtbot.waitUntil(lambda: sorted(done) == ["read", "read", "read", "written"])
    assert "triage-job" in _threads()
    (leave if ends else job.stop).set()
    qtbot.waitUntil(lambda: done[-1] == "done")
    qtbot.waitUntil(lambda: "triage-job" not in _threads())


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

    jobs.ask("searches", first, found.append, newest="search")
    running.wait()
    jobs.ask("searches", lambda case: case.search.run("her* OR *ing").total, found.append, newest="search")
    replaced.set()
    qtbot.waitUntil(lambda: len(found) == 1)
    assert ended and found[0] > 0


def test_a_newer_request_makes_older_ones_void_and_interrupts_the_one_that_runs(qtbot: QtBot, jobs: Jobs) -> None:
    inside, stop = threading.Event(), threading.Event()
    begun, got = list[int](), list[int]()

    def work(number: int, case: Case) -> int:
        begun.append(number)
        if number == 1:
            inside.set()
            stop.wait()
        return number

    jobs.ask("rest", partial(work, 1), got.append, newest="page", stop=stop)
    inside.wait()
    jobs.ask("rest", partial(work, 2), got.append, newest="page")
    jobs.ask("rest", partial(work, 0), got.append, newest="another kind")
    jobs.ask("rest", partial(work, 3), got.append, newest="page")
    qtbot.waitUntil(lambda: got == [0, 3])
    assert begun == [1, 0, 3]


def test_a_reader_that_is_busy_holds_up_no_other(qtbot: QtBot, jobs: Jobs) -> None:
    done, leave = list[str](), threading.Event()
    for busy in get_args(Reader):
        jobs.ask(busy, lambda case: leave.wait(), lambda _: None)
        others = [reader for reader in get_args(Reader) if reader != busy]
        for other in others:
            jobs.ask(other, lambda case, other=other: other, done.append)
        qtbot.waitUntil(lambda others=others: sorted(done) == sorted(others))
        leave.set()
        qtbot.waitUntil(lambda: jobs.idle)
        leave.clear()
        done.clear()


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

    jobs.ask("rest", first, got.append, newest="x")
    done.wait()
    jobs.ask("rest", lambda case: 2, got.append, newest="x")
    qtbot.waitUntil(lambda: bool(got))
    settle(qtbot, jobs, jobs)
    assert got == [2]


def test_long_work_reports_and_stops(qtbot: QtBot, jobs: Jobs) -> None:
    moved: list[int] = []
    ended: list[str] = []

    def work(case: Case, report: object, stop: threading.Event) -> str:
        report(7)  # type: ignore[operator]
        return "stopped" if stop.wait() else "not"

    job = jobs.run(work, moved.append, ended.append)
    qtbot.waitUntil(lambda: moved == [7])
    job.stop.set()
    qtbot.waitUntil(lambda: ended == ["stopped"])


def test_a_mistake_of_the_person_is_carried_and_a_defect_is_loud(qtbot: QtBot, jobs: Jobs) -> None:
    def refuse(case: Case) -> None:
        raise CaseError("index-locked")

    def break_(case: Case) -> None:
        raise ZeroDivisionError("a defect")

    with qtbot.waitSignal(jobs.job_failed) as failed:
        jobs.ask("rest", refuse, lambda done: None)
    assert failed.args[0].message == say("index-locked")
    with capture_exceptions() as defects:
        jobs.ask("rest", break_, lambda done: None)
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
        jobs.ask("rest", lambda case: 1, lambda done: None)
    assert "isn't a case" in str(failed.args[0])
    assert jobs.close()


def test_closing_waits_for_a_reader_that_ends_cleanly_once_it_is_stopped(case_path: Path, qtbot: QtBot) -> None:
    jobs, stop, inside, ended = Jobs(case_path), threading.Event(), threading.Event(), list[bool]()

    def work(case: Case) -> None:
        inside.set()
        ended.append(stop.wait())

    jobs.ask("rest", work, lambda _: None, stop=stop)
    inside.wait()
    assert jobs.close()
    assert ended == [True]


def test_closing_waits_for_no_reader(case_path: Path, qtbot: QtBot) -> None:
    jobs, gate, inside = Jobs(case_path), threading.Event(), threading.Event()
    left: list[bool] = []

    def dawdle(case: Case) -> bool:
        inside.set()
        opened = gate.wait()
        left.append(opened)
        return opened

    jobs.ask("rest", dawdle, lambda done: None)
    inside.wait()
    assert jobs.close()
    assert not left  # it is still in there
    gate.set()


def test_a_worker_lands_nothing_once_it_was_ended(case_path: Path) -> None:
    entered, leave, order = threading.Event(), threading.Event(), []

    def land(job: BackgroundJob) -> None:
        entered.set()
        leave.wait()
        order.append("landed")

    worker = _Worker("reader", lambda _: Case.open(case_path), land)
    worker.put(BackgroundJob(lambda opened: opened().status(), print, None))
    entered.wait()
    ender = threading.Thread(target=lambda: (worker.end(finish=False), order.append("ended")))
    ender.start()
    ender.join(0.1)
    assert ender.is_alive(), "it waits for what lands just now"
    leave.set()
    ender.join()
    worker.join()
    assert order == ["landed", "ended"]


class _Circle:
    """Refers to itself, so that only a search for garbage finds it."""

    cleared: list[threading.Thread]

    def __init__(self, cleared: list[threading.Thread]) -> None:
        self.cleared, self.itself = cleared, self

    def __del__(self) -> None:
        self.cleared.append(threading.current_thread())


def _make_much(_: Case) -> int:
    return len([[number] for number in range(100_000)])


def test_garbage_is_cleared_in_the_gui_thread_alone(qtbot: QtBot, case_path: Path) -> None:
    cleared: list[threading.Thread] = []
    jobs, done = Jobs(case_path), []
    for _ in range(20):
        _Circle(cleared)
        jobs.ask("rest", _make_much, done.append)
    qtbot.waitUntil(lambda: len(done) == 20 and len(cleared) == 20)
    jobs.close()
    assert set(cleared) == {threading.main_thread()}
