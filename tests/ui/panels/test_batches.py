"""Batches: made of the results, checked out, reviewed, given back and completed, by keys and with two people."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from triage.case import Case
from ui.main_window import MainWindow
from ui.panels.batches import BatchesPanel
from ui.panels.preview import Preview

Find = Callable[[str], MainWindow]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def _panel(window: MainWindow) -> BatchesPanel:
    panel = window.panels["Batches"]
    assert isinstance(panel, BatchesPanel)
    return panel


def _press(qtbot: QtBot, widget: QWidget) -> None:
    widget.setFocus()
    qtbot.keyClick(widget, Qt.Key.Key_Space)


def _states(panel: BatchesPanel) -> dict[str, str]:
    lines = [panel.list.topLevelItem(at) for at in range(panel.list.topLevelItemCount())]
    return {line.text(0): line.text(1) for line in lines if line is not None}


def _made(qtbot: QtBot, window: MainWindow, size: int) -> BatchesPanel:
    """Make batches of the results with keys."""
    panel = _panel(window)
    qtbot.keyClick(window, Qt.Key.Key_B, CTRL | SHIFT)
    qtbot.waitUntil(panel.name.hasFocus)
    qtbot.keyClicks(panel.name, "week")
    panel.size_field.setValue(size)
    qtbot.keyClick(panel.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(panel._batches))
    return panel


@pytest.mark.nightly
def test_a_result_becomes_batches_and_the_next_one_is_opened(qtbot: QtBot, find: Find, case_path: Path) -> None:
    window = find("subject:weekly")
    panel = _made(qtbot, window, 10)
    assert _states(panel) == {"week 1": "free", "week 2": "free", "week 3": "free"}
    with qtbot.waitSignals([window.session.results_changed, window.session.item_shown]):
        qtbot.keyClick(window, Qt.Key.Key_B, CTRL)
    with Case.open(case_path) as case:
        batch = case.team.batches.named("week 1")
        assert window.session.results is not None
        assert window.session.results.nos == case.search.run(batch.query).nos
    assert (batch.state, batch.reviewer, batch.items) == ("checked out", "Dana Levi", 10)
    preview = window.panels["Item"]
    assert isinstance(preview, Preview) and preview.page is not None
    assert preview.page.hit_texts == {"weekly": 0} and preview.place_of_hit.text() == "hit 1 of 1"
    qtbot.waitUntil(lambda: _states(panel)["week 1"] == "checked out")


@pytest.mark.nightly
def test_a_batch_is_reviewed_and_completed_with_keys_alone(qtbot: QtBot, find: Find, case_path: Path) -> None:
    window = find("subject:weekly custodian:levi date:2023-05-01..2023-05-03")
    many = len(window.session.results.nos)  # type: ignore[union-attr]
    assert many >= 3
    panel = _made(qtbot, window, 0)
    with qtbot.waitSignals([window.session.results_changed, window.session.item_shown]):
        qtbot.keyClick(window, Qt.Key.Key_B, CTRL)
    qtbot.waitUntil(panel.complete_button.isEnabled)
    _press(qtbot, panel.complete_button)
    assert panel.strip.isVisible() and f"{many} items of week have no tag" in panel.strip.sentence.text()
    qtbot.keyClick(panel.strip.leave_button, Qt.Key.Key_Space)
    assert not panel.strip.isVisible()
    results = window.panels["Results"].list  # type: ignore[attr-defined]
    results.setFocus()
    for at in range(many):
        with qtbot.waitSignal(window.session.decisions_saved):
            qtbot.keyClick(results, Qt.Key.Key_I)
        if at < many - 1:
            with qtbot.waitSignal(window.session.item_shown):
                qtbot.keyClick(results, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: panel._batches[str(panel.list.chosen())].coded == many)
    _press(qtbot, panel.complete_button)
    qtbot.waitUntil(lambda: _states(panel)["week"] == "complete")
    with Case.open(case_path) as case:
        assert case.team.batches.named("week").state == "completed"


@pytest.mark.nightly
def test_what_is_left_can_be_shown_or_completed_anyway(qtbot: QtBot, find: Find, case_path: Path) -> None:
    window = find("subject:weekly")
    panel = _made(qtbot, window, 0)
    with qtbot.waitSignals([window.session.results_changed, window.session.item_shown]):
        _press(qtbot, panel.take_button)
    qtbot.waitUntil(panel.complete_button.isEnabled)
    _press(qtbot, panel.complete_button)
    with qtbot.waitSignal(window.session.results_changed):
        qtbot.keyClick(panel.strip.first, Qt.Key.Key_Space)
    assert window.session.results is not None and "is:untagged" in window.session.results.text
    _press(qtbot, panel.complete_button)
    _press(qtbot, panel.strip.second)
    qtbot.waitUntil(lambda: _states(panel)["week"] == "complete")
    _press(qtbot, panel.take_button)
    qtbot.waitUntil(lambda: _states(panel)["week"] == "checked out")
    _press(qtbot, panel.return_button)
    qtbot.waitUntil(lambda: _states(panel)["week"] == "returned")


def test_what_somebody_else_has_is_refused_in_words(qtbot: QtBot, find: Find, case_path: Path) -> None:
    window = find("subject:weekly")
    panel = _made(qtbot, window, 0)
    with Case.open(case_path) as case:
        case.team.batches.check_out("week", "Omar Said")
    _press(qtbot, panel.take_button)
    qtbot.waitUntil(panel.strip.isVisible)
    assert "Omar Said has" in panel.strip.sentence.text() and "'week'" in panel.strip.sentence.text()
    qtbot.waitUntil(lambda: _states(panel)["week"] == "checked out")
    assert (
        not panel.take_button.isEnabled() and not panel.complete_button.isEnabled() and panel.return_button.isEnabled()
    )


def test_a_batch_needs_a_name(qtbot: QtBot, find: Find) -> None:
    window = find("heron")
    panel = _panel(window)
    panel.show_it()
    with qtbot.waitSignal(window.session.message_posted) as said:
        _press(qtbot, panel.make_button)
    assert "name" in said.args[0] and panel.name.hasFocus()
