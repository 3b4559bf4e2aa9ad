"""The names in the panel Suggestions: candidates with evidence, decisions, what is like one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.insight.letters import letter_files
from tests.records import case_of
from triage.case import Case
from ui.main_window import MainWindow
from ui.suggestions.names import NamesView
from ui.widgets.builders import children


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of letters in which people use code names."""
    files = letter_files(many=80) | {"dana/split.txt": "the plo ver sits here"}
    with case_of(tmp_path_factory.mktemp("letters"), files) as case:
        return case.path


@pytest.fixture
def view(qtbot: QtBot, opened: MainWindow) -> NamesView:
    """The names, in sight, with Dana at work."""
    panel = opened.panels["Suggestions"]
    opened.session.naming.name = "Dana"
    opened.run("Names")
    found: NamesView = next(one for one in panel.views if isinstance(one, NamesView))  # type: ignore[attr-defined]
    assert found.in_sight and found.empty.isVisible()
    with qtbot.waitSignal(opened.session.task_finished):
        qtbot.mouseClick(found.empty.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: found.list.topLevelItemCount() > 0)
    return found


def _press(qtbot: QtBot, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def _state(view: NamesView, word: str) -> str:
    return next(
        (line.text(3) for line in children(view.list) if line.data(0, Qt.ItemDataRole.UserRole) == word), "none"
    )


def test_a_name_has_people_and_lines_that_lead_to_their_items(qtbot: QtBot, view: NamesView) -> None:
    view.list.choose("plover")
    assert view.lines.topLevelItemCount() == 3 and "Used by" in view.people.text()
    line = children(view.lines)[1]
    with qtbot.waitSignal(view.session.item_shown) as shown:
        view.lines.setCurrentItem(line)
        view.lines.itemActivated.emit(line, 0)
    assert shown.args is not None and shown.args[0].row.id == line.data(0, Qt.ItemDataRole.UserRole)


def test_accepting_saves_a_search_and_rejecting_is_remembered(qtbot: QtBot, view: NamesView, case_path: Path) -> None:
    view.list.choose("plover")
    _press(qtbot, view.accept_button)
    qtbot.waitUntil(lambda: _state(view, "plover") == "accepted")
    assert not view.accept_button.isEnabled()
    other = next(str(line.data(0, Qt.ItemDataRole.UserRole)) for line in children(view.list) if not line.text(3))
    view.list.choose(other)
    _press(qtbot, view.reject_button)
    qtbot.waitUntil(lambda: _state(view, other) == "none")
    view.rejected.setChecked(True)
    qtbot.waitUntil(lambda: _state(view, other) == "rejected")
    with Case.open(case_path, read_only=True) as case:
        assert [search.query for search in case.search.saved()] == ["plover"]


@pytest.mark.nightly
def test_what_is_like_a_name_is_one_click_from_a_search(
    qtbot: QtBot, view: NamesView, find: Callable[[str], MainWindow]
) -> None:
    view.list.choose("plover")
    with qtbot.waitSignal(view.session.task_finished):
        _press(qtbot, view.alike_button)
    line = next(line for line in children(view.like) if line.text(1) == "as several words")
    with qtbot.waitSignal(view.session.results_changed):
        view.like.setCurrentItem(line)
        view.like.itemActivated.emit(line, 0)
    assert view.session.results is not None and view.session.results.text == '"plo ver"'
    assert view.session.results.total == 1
