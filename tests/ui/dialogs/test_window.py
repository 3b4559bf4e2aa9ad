"""Errors are shown in full until they are dismissed; the name is asked for at the first decision."""

from __future__ import annotations

from pathlib import Path

import apsw
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from tests.ui.test_keyboard import CTRL, NEVER, Key, pause, press, write
from tests.ui.waiting import settle
from triage.case import Case
from ui import preferences
from ui.case.session import Session
from ui.dialogs.window import ErrorsDialog, ReviewerDialog
from ui.main_window import MainWindow


def test_what_went_wrong_stays_until_it_is_dismissed(qtbot: QtBot, opened: MainWindow) -> None:
    long = "The case can't be written. " * 30
    for sentence in ("First.", long, "First."):
        opened.session.error_posted.emit(sentence)
    opened.session.say("Something else")
    assert opened.bar.troubles == ["First.", long]
    assert len(opened.bar.trouble.text()) < 120
    opened.bar.trouble.click()
    (dialog,) = opened.findChildren(ErrorsDialog)
    assert dialog.text.toPlainText() == f"{long}\n\nFirst."
    dialog.findChildren(QAbstractButton)[0].click()
    assert QGuiApplication.clipboard().text() == dialog.text.toPlainText()
    assert opened.bar.trouble.isVisible()
    dialog.dismiss_button.click()
    assert not opened.bar.trouble.isVisible()
    assert opened.bar.troubles == []


def test_a_database_that_breaks_while_the_case_is_open_is_told(qtbot: QtBot, opened: MainWindow) -> None:
    def work(case: Case) -> None:
        raise apsw.CorruptError("database disk image is malformed")

    with qtbot.waitSignal(opened.session.error_posted) as failed:
        opened.session.ask("rest", work, lambda nothing: None)
    assert "case.db can't be read or written" in failed.args[0], "nor is it damaged, so no backup is advised"


# ---- the reviewer's name is asked for at the first decision, and no word that is typed meanwhile becomes it.


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
