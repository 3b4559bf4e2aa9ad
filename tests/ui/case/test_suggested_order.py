"""The list in the suggested order: exactly what was found, anew as people decide, and never under somebody's eyes."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.waiting import settle
from triage.case import Case
from triage.model.items import ItemNo
from triage.scope.ledger import read
from ui.case.suggested_order import followed, target
from ui.main_window import MainWindow
from ui.panels.results import ResultsPanel


def _panel(window: MainWindow) -> ResultsPanel:
    panel = window.panels["Results"]
    assert isinstance(panel, ResultsPanel)
    return panel


def _decide(case_path: Path, query: str, tag: str) -> None:
    with Case.open(case_path) as case:
        case.decisions.tag(case.search.run(query).nos, tag, "Dana", "key")


def _order(case_path: Path, nos: tuple[ItemNo, ...]) -> tuple[ItemNo, ...]:
    with Case.open(case_path, read_only=True) as case:
        return case.reports.insight.ordering.order(nos, target(case)).nos


def _suggest(qtbot: QtBot, window: MainWindow) -> tuple[ItemNo, ...]:
    with qtbot.waitSignal(window.session.list_ranked):
        window.run("Suggested order")
    return tuple(_panel(window).model.nos)


@pytest.fixture
def decided(case_path: Path) -> Path:
    _decide(case_path, "heron", "relevant")
    _decide(case_path, "subject:report", "not-relevant")
    return case_path


def test_the_list_is_what_was_found_in_the_order_that_the_case_suggests(
    qtbot: QtBot, decided: Path, opened: MainWindow
) -> None:
    panel = _panel(opened)
    found = tuple(panel.model.nos)
    listed = _suggest(qtbot, opened)
    assert listed == _order(decided, found) != found and sorted(listed) == sorted(found)
    assert opened.session.current == listed[0] and panel.list.currentIndex().row() == 0
    assert "suggested order" in panel.heading.text()
    with qtbot.waitSignal(opened.session.list_sorted):
        opened.run("Suggested order")
    assert "suggested order" not in panel.heading.text()
    assert sorted(panel.model.nos) == sorted(found)


def test_no_order_is_learned_of_words_that_are_still_being_read(
    qtbot: QtBot, decided: Path, opened: MainWindow
) -> None:
    panel = _panel(opened)
    found = tuple(panel.model.nos)
    with qtbot.waitSignal(opened.session.list_ranked):
        opened.run("Suggested order")
        panel.suggested._later.timeout.emit()
    assert tuple(panel.model.nos) == _order(decided, found)


@pytest.mark.nightly
def test_what_is_searched_next_is_in_that_order_too(qtbot: QtBot, decided: Path, opened: MainWindow) -> None:
    _suggest(qtbot, opened)
    with qtbot.waitSignal(opened.session.list_ranked):
        opened.session.query_proposed.emit("week")
    results = opened.session.results
    assert results is not None and len(results.order) > 20
    assert tuple(_panel(opened).model.nos) == _order(decided, tuple(results.order))


@pytest.mark.nightly
def test_a_decision_meanwhile_does_not_replace_the_order_that_was_asked_for(
    qtbot: QtBot, decided: Path, opened: MainWindow
) -> None:
    panel, gate = _panel(opened), Event()
    listed = _suggest(qtbot, opened)
    with qtbot.waitSignal(opened.session.list_sorted):
        opened.run("Suggested order")
    opened.session.ask("rest", lambda case: gate.wait(), lambda _: None)
    opened.run("Suggested order")
    panel.suggested._later.timeout.emit()
    with qtbot.waitSignal(opened.session.list_ranked):
        gate.set()
    assert tuple(panel.model.nos) == listed


@pytest.mark.nightly
def test_selected_rows_do_not_keep_an_order_back_that_is_asked_for(
    qtbot: QtBot, decided: Path, opened: MainWindow
) -> None:
    panel = _panel(opened)
    panel.list.selectAll()
    assert opened.session.selection
    assert _suggest(qtbot, opened) == _order(decided, tuple(panel.model.nos))
    assert not opened.session.selection


@pytest.mark.nightly
def test_nothing_to_learn_from_is_said_and_leaves_the_list(qtbot: QtBot, opened: MainWindow) -> None:
    before = tuple(_panel(opened).model.nos)
    with qtbot.waitSignal(opened.session.error_posted) as told:
        opened.run("Suggested order")
    assert "nothing to learn from" in str(told.args)
    assert tuple(_panel(opened).model.nos) == before and not _panel(opened).suggested.on


@pytest.mark.nightly
def test_decisions_sort_anew_what_comes_after_the_row_at_hand(qtbot: QtBot, decided: Path, opened: MainWindow) -> None:
    panel = _panel(opened)
    before = _suggest(qtbot, opened)
    opened.session.naming.name = "Dana"
    panel.list.setFocus()
    for _ in range(12):
        qtbot.keyClick(panel.list, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    at = panel.list.currentIndex().row()
    with qtbot.waitSignal(opened.session.list_ranked):
        opened.session.decide(before[at + 5 :], "relevant", True, "", leave_decided=False)
    after = tuple(panel.model.nos)
    assert panel.list.currentIndex().row() == at and after[: at + 1] == before[: at + 1]
    assert after == followed(before[: at + 1], _order(decided, before))


@pytest.mark.nightly
def test_the_order_is_remembered(qtbot: QtBot, decided: Path, opened: MainWindow) -> None:
    listed = _suggest(qtbot, opened)
    settle(qtbot, opened, opened.session.jobs)
    opened.close_case()
    with qtbot.waitSignal(opened.session.list_ranked):
        opened.open_case(decided)
    assert tuple(_panel(opened).model.nos) == listed


@pytest.mark.nightly
def test_a_blind_sample_keeps_the_order_back(qtbot: QtBot, decided: Path, opened: MainWindow) -> None:
    panel = _panel(opened)
    found = tuple(panel.model.nos)
    assert _suggest(qtbot, opened) != found
    with qtbot.waitSignal(opened.session.list_sorted):
        opened.session.veil(panel.model.nos[:3])
    assert not panel.suggested.on and sorted(panel.model.nos) == sorted(found)
    opened.run("Suggested order")
    assert not panel.suggested.on


@pytest.mark.nightly
def test_what_is_read_from_the_top_is_recorded_with_its_place(qtbot: QtBot, decided: Path, opened: MainWindow) -> None:
    listed, panel = _suggest(qtbot, opened), _panel(opened)
    opened.session.naming.name, opened.session.naming._confirmed = "Rae", True
    settle(qtbot, opened, opened.session.jobs)
    panel.list.setFocus()
    for _ in range(2):
        qtbot.keyClick(panel.list, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
        settle(qtbot, opened, opened.session.jobs)
    opened.session.visit(listed[-1])
    settle(qtbot, opened, opened.session.jobs)
    entries = [line for line in read(decided / "shown.jsonl") if line["e"] == "text"]
    places = [(line.get("place"), line.get("skipped")) for line in entries][-4:]
    assert places[:3] == [(1, 0), (2, 0), (3, 0)] and places[3][0] == len(listed) and places[3][1] > 0
    first = next(no for no in listed if not opened.session.tags_of(no))
    opened.session.visit(first)
    settle(qtbot, opened, opened.session.jobs)
    opened.session.code(first, "relevant")
    settle(qtbot, opened, opened.session.jobs)
    with Case.open(decided) as case:
        curve = case.reports.insight.ordering.review(listed)
        assert (curve.in_order, curve.relevant) == (1, 1) and curve.coded > 0
