"""What went wrong is told in full, can be copied, and stays until it is dismissed."""

from __future__ import annotations

import apsw
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from triage.case import Case
from ui.dialogs.errors import ErrorsDialog
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
    dialog.away.click()
    assert not opened.bar.trouble.isVisible()
    assert opened.bar.troubles == []


def test_a_database_that_breaks_while_the_case_is_open_is_told(qtbot: QtBot, opened: MainWindow) -> None:
    def work(case: Case) -> None:
        raise apsw.CorruptError("database disk image is malformed")

    with qtbot.waitSignal(opened.session.error_posted) as failed:
        opened.session.ask("aside", work, lambda nothing: None)
    assert "case.db can't be read or written" in failed.args[0], "nor is it damaged, so no backup is advised"
