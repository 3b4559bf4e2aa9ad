"""The reviewer's name is asked for at the first decision, and no word that is typed meanwhile becomes it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.test_keyboard import CTRL, NEVER, Key, pause, press, write
from tests.ui.waiting import settle
from triage.case import Case
from ui import preferences
from ui.case.session import Session
from ui.dialogs.reviewer import ReviewerDialog
from ui.main_window import MainWindow


@pytest.fixture
def nameless(qtbot: QtBot, dressed: QApplication, case_path: Path) -> MainWindow:
    """A window with a case at its first item, whose reviewer has given no name yet."""
    preferences.put("reviewer", "")
    window = MainWindow(Session())
    window.session.keyboard.rest = NEVER
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    with qtbot.waitSignals([window.session.item_shown, window.session.status_changed]):
        window.open_case(case_path)
    window.activateWindow()
    settle(qtbot, window, window.session.jobs)
    return window


def _decide(qtbot: QtBot, window: MainWindow) -> ReviewerDialog:
    """Press R on the first item."""
    assert window.dialog is None, "nothing is asked before there is a decision"
    press(Key.Key_Escape)
    pause(window)
    press(Key.Key_R)
    dialog = window.dialog
    assert isinstance(dialog, ReviewerDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


@pytest.mark.nightly
def test_words_typed_on_confirm_nothing(qtbot: QtBot, nameless: MainWindow, case_path: Path) -> None:
    session = nameless.session
    dialog, before, no = _decide(qtbot, nameless), session.reviewer, session.current
    assert no is not None and session.tags_of(no) == (), "nothing is shown that isn't recorded"
    for _ in range(2):
        write("heron nine")
        press(Key.Key_Return)
        assert dialog.isVisible() and dialog.name.text() == before
        pause(nameless)
    press(Key.Key_Tab)
    dialog.name.selectAll()
    write(" Noa  Bar ")
    with qtbot.waitSignal(session.decisions_saved):
        press(Key.Key_Return)
    assert session.reviewer == preferences.text("reviewer") == nameless.bar.reviewer.text() == "Noa Bar"
    with Case.open(case_path) as case:
        assert [(d.reviewer, d.value) for d in case.decisions.history(no)] == [("Noa Bar", "relevant")]


@pytest.mark.nightly
def test_escape_drops_what_waits_and_says_so(qtbot: QtBot, nameless: MainWindow, case_path: Path) -> None:
    _decide(qtbot, nameless)
    session, coding = nameless.session, nameless.panels["Coding"]
    with qtbot.waitSignal(session.error_posted) as posted:
        press(Key.Key_Escape)
    assert "Nothing was recorded" in posted.args[0]
    assert session.current is not None and session.tags_of(session.current) == ()
    for words in ("Check out the next batch", "Undo your last decision"):
        nameless.actions_.run(words)
        assert isinstance(nameless.dialog, ReviewerDialog)
        nameless.dialog.reject()
    coding.note.setText("pay by Friday")  # type: ignore[attr-defined]
    coding.note.returnPressed.emit()  # type: ignore[attr-defined]
    nameless.dialog.reject()
    assert coding.note.text() == "pay by Friday", "it waits in its line"  # type: ignore[attr-defined]
    assert preferences.text("reviewer") == "" and session.unwritten == 0


def test_the_name_is_changed_from_the_menu(qtbot: QtBot, opened: MainWindow) -> None:
    opened.actions_.run("Reviewer's name …")
    dialog = opened.dialog
    assert isinstance(dialog, ReviewerDialog)
    qtbot.waitUntil(dialog.name.hasFocus)
    press(Key.Key_A, CTRL)
    assert dialog.windowModality() == Qt.WindowModality.WindowModal
    write("Omar Said")
    press(Key.Key_Return)
    assert opened.session.reviewer == "Omar Said" and opened.session.jobs is not None
