"""The people in the panel Suggestions: lists, graph and timeline lead to exactly the messages they count."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.insight.people.mailboxes import mailboxes
from tests.records import case_of
from tests.ui.views import brought
from ui.main_window import MainWindow
from ui.suggestions.people import PeopleView
from ui.widgets.builders import children


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of three people's mailboxes."""
    with case_of(tmp_path_factory.mktemp("people"), mailboxes()) as case:
        return case.path


@pytest.fixture
def view(qtbot: QtBot, opened: MainWindow) -> PeopleView:
    """The people, worked out."""
    found = brought(opened, PeopleView)
    with qtbot.waitSignal(opened.session.task_finished):
        found.empty.button.click()
    assert found.people.isVisible()
    return found


def _found(qtbot: QtBot, view: PeopleView) -> int:
    assert view.session.results is not None
    return view.session.results.total


def test_who_wrote_to_whom_leads_to_the_messages(qtbot: QtBot, view: PeopleView) -> None:
    dana = next(line for line in children(view.people) if "Dana Levi" in line.text(0))
    assert (dana.text(1), dana.text(2)) == ("57", "1") and "dana@orrin.example" in dana.toolTip(0)
    tie = next(line for line in children(view.ties) if "dana" in line.text(0) and "omar" in line.text(1))
    assert tie.text(2) == "57"
    with qtbot.waitSignal(view.session.results_changed):
        view.ties.setCurrentItem(tie)
        view.ties.itemActivated.emit(tie, 0)
    assert _found(qtbot, view) == 2 * 57, "each has a copy"


@pytest.mark.nightly
def test_a_dot_of_the_graph_and_months_of_the_timeline_search(qtbot: QtBot, view: PeopleView) -> None:
    view.graph.resize(600, 300)
    at = next(at for at, one in enumerate(view.graph.people) if one.key == "rae@orrin.example")
    with qtbot.waitSignal(view.session.results_changed):
        qtbot.mouseClick(view.graph, Qt.MouseButton.LeftButton, pos=view.graph.place_of(at).toPoint())
    assert view.session.results is not None and "rae@orrin.example" in view.session.results.text
    with qtbot.waitSignal(view.session.results_changed):
        view.bars.range_selected.emit("2023-01", "2023-02")
    assert view.session.results.text == "type:mail AND sent:2023-01..2023-02"
    assert _found(qtbot, view) > 50


def test_nothing_stays_of_a_case_that_is_closed(qtbot: QtBot, view: PeopleView, opened: MainWindow) -> None:
    with qtbot.waitSignal(opened.session.item_shown):
        opened.open_case(opened.session.path or Path())
    assert not view.people.topLevelItemCount() and not view.graph.people and view.stack.currentIndex() == 0
