"""Saved searches: saved with real keys, listed with their runs, run again, and what moved with its reason."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from triage.case import Case
from ui.i18n import formatting
from ui.main_window import MainWindow
from ui.panels.saved import SavedPanel

Find = Callable[[str], MainWindow]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def _panel(window: MainWindow) -> SavedPanel:
    panel = window.panels["Saved searches"]
    assert isinstance(panel, SavedPanel)
    return panel


def _head(panel: SavedPanel, at: int = 0) -> QTreeWidgetItem:
    head = panel.tree.topLevelItem(at)
    assert head is not None
    return head


def _save(qtbot: QtBot, window: MainWindow, name: str, runs: int) -> SavedPanel:
    panel = _panel(window)
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    assert panel.name.hasFocus()
    qtbot.keyClicks(panel.name, name)
    qtbot.keyClick(panel.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.tree.topLevelItemCount() > 0 and _head(panel).childCount() == runs)
    return panel


@pytest.fixture
def untagged(qtbot: QtBot, find: Find) -> MainWindow:
    """The window with a saved search of herons that nobody has decided."""
    window = find("heron AND is:untagged")
    _save(qtbot, window, "herons to do", 1)
    return window


def test_a_query_is_saved_and_listed(qtbot: QtBot, untagged: MainWindow, case_path: Path) -> None:
    panel = _panel(untagged)
    with Case.open(case_path) as case:
        saved = case.search.saved()
    assert [(one.name, one.query, one.runs, one.author) for one in saved] == [
        ("herons to do", "heron AND is:untagged", 1, "Dana Levi")
    ]
    head = _head(panel)
    assert (head.text(0), head.text(1), head.text(3)) == ("herons to do", "4", "heron AND is:untagged")
    assert panel.name.text() == ""


@pytest.mark.nightly
def test_what_moved_is_said_with_its_reason(qtbot: QtBot, untagged: MainWindow, case_path: Path) -> None:
    panel, results = _panel(untagged), untagged.session.results
    assert results is not None
    with qtbot.waitSignal(untagged.session.saved_at):
        untagged.session.decide([results.nos[-1]], "hot", True, "key")
    panel.tree.setCurrentItem(_head(panel))
    panel.run_button.setFocus()
    with qtbot.waitSignal(untagged.session.results_changed):
        qtbot.keyClick(panel.run_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: _head(panel).childCount() == 2)
    assert _head(panel).text(1) == "3"
    panel.compare_button.setFocus()
    qtbot.keyClick(panel.compare_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: panel.moves.topLevelItemCount() == 1)
    move = panel.moves.topLevelItem(0)
    assert move is not None
    assert (move.text(0), move.text(1)) == ("- tag or note changed", "1")
    assert "run 1 found 4, run 2 found 3" in panel.status.text()
    line = move.child(0)
    assert line is not None
    with Case.open(case_path) as case:
        (row,) = case.search.rows(results.nos[-1:])
    assert line.text(0) == formatting.titled(row) and row.id in line.toolTip(0), "a person knows items by their names"
    panel.moves.setCurrentItem(line)
    panel.moves.setFocus()
    qtbot.keyClick(panel.moves, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: untagged.session.current == results.nos[-1])


@pytest.mark.nightly
def test_one_run_alone_cannot_be_compared(qtbot: QtBot, untagged: MainWindow) -> None:
    panel = _panel(untagged)
    panel.tree.setCurrentItem(_head(panel))
    panel.compare_button.click()
    qtbot.waitUntil(lambda: "a difference needs two runs" in panel.status.text())


def test_enter_searches_again(qtbot: QtBot, untagged: MainWindow) -> None:
    panel = _panel(untagged)
    with qtbot.waitSignal(untagged.session.results_changed):
        untagged.session.query_proposed.emit("kestrel")
    qtbot.keyClick(untagged, Qt.Key.Key_S, CTRL | SHIFT)
    assert panel.tree.hasFocus()
    panel.tree.setCurrentItem(_head(panel))
    with qtbot.waitSignal(untagged.session.results_changed):
        qtbot.keyClick(panel.tree, Qt.Key.Key_Return)
    assert untagged.session.results is not None
    assert untagged.session.results.text == "heron AND is:untagged"


@pytest.mark.nightly
def test_a_changed_query_is_a_new_version(qtbot: QtBot, untagged: MainWindow) -> None:
    with qtbot.waitSignal(untagged.session.results_changed):
        untagged.session.query_proposed.emit("heron")
    panel = _save(qtbot, untagged, "herons to do", 2)
    assert _head(panel).text(0) == "herons to do  (version 2)"


def test_a_search_needs_a_name(qtbot: QtBot, find: Find) -> None:
    window = find("heron")
    panel = _panel(window)
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    with qtbot.waitSignal(window.session.message_posted) as said:
        qtbot.keyClick(panel.name, Qt.Key.Key_Return)
    assert said.args == ["Give the search a name first."]
