"""The status bar's line of long work."""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from triage.model.runs import Progress
from ui.case.session import Session
from ui.i18n.formatting import strip_isolates
from ui.status_bar import StatusBar, WorkLine


def test_what_follows_reading_is_named_and_has_no_share(qtbot: QtBot) -> None:
    line = WorkLine("Indexing", lambda: None)
    qtbot.addWidget(line)
    line.show_progress(Progress("reading", 5, 10, 50, 0, 9, 5, 10, 2.0))
    assert "50 %" in strip_isolates(line.text.text()) and line.bar.maximum() > 0
    line.show_progress(Progress("linking", 10, 10, 100, 0, 9, 10, 10, 4.0))
    assert strip_isolates(line.text.text()) == "Indexing: linking conversations …" and line.bar.maximum() == 0
    line.show_progress(Progress("merging", 10, 10, 100, 0, 9, 10, 10, 5.0))
    assert strip_isolates(line.text.text()) == "Indexing: merging the index …"


def test_much_to_say_makes_no_window_wider(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    bar = StatusBar(Session())
    window.setStatusBar(bar)
    window.resize(1000, 300)
    window.show()
    bar._show_sums("144 items  ·  36 (42 with copies) found  ·  39 coded")
    bar.say("Coded.")
    line = bar.add_work("Indexing", lambda: None)
    line.show_progress(Progress("reading", 5, 10, 50, 0, 9, 5, 10, 2.0))
    bar.show_error("The case is locked by another program. " * 5)
    qtbot.waitUntil(bar.trouble.isVisible)
    qtbot.wait(50)
    assert window.width() == 1000 and bar.trouble.geometry().right() < bar.reviewer.geometry().left() < 1000
    assert 50 < bar.trouble.width() < bar.trouble.sizeHint().width(), "it gives way to the rest"
    assert bar.sums.width() >= bar.sums.sizeHint().width()
    before = bar.sums.width()
    bar._show_sums("144 items")
    qtbot.waitUntil(lambda: bar.sums.width() < before / 2)
