"""The report's arrangement: chosen with a preview, kept in the case as a profile, and used by the export."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from triage.case import Case
from triage.model.leaving import DATE, RECORD, TAG, THREAD, Arrangement, ReportProfile
from ui.dialogs.export import ExportDialog, ReportDialog
from ui.main_window import MainWindow

Find = Callable[[str], MainWindow]


def export_dialog(qtbot: QtBot, window: MainWindow, query: str) -> ExportDialog:
    qtbot.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    dialog = window.dialog
    assert isinstance(dialog, ExportDialog)
    dialog.query.setText(query)
    qtbot.waitUntil(lambda: dialog.go.isEnabled() and dialog._seen is not None and dialog._seen.query == query)
    return dialog


def arranging(qtbot: QtBot, dialog: ExportDialog) -> ReportDialog:
    dialog.arrange_report()
    (made,) = dialog.findChildren(ReportDialog)
    qtbot.waitUntil(lambda: "first findings would look" in made.said.text())
    return made


@pytest.mark.nightly
def test_what_is_arranged_is_previewed_kept_and_exported(
    qtbot: QtBot, find: Find, case_path: Path, tmp_path: Path
) -> None:
    window = find("heron")
    dialog = export_dialog(qtbot, window, '"second file"')
    dialog.target.setText(str(tmp_path / "out"))
    report = arranging(qtbot, dialog)
    assert "sha256" in report.preview.toPlainText()
    report.order.setCurrentIndex(2)
    report.parts[RECORD].setChecked(False)
    report.cover.setPlainText("For counsel alone.\n\nPrivileged & confidential <b>.")
    qtbot.waitUntil(lambda: "For counsel alone." in report.preview.toPlainText())
    shown = report.preview.toPlainText()
    assert "Without a tag" in shown and "confidential <b>." in shown and "sha256" not in shown
    report.accept()
    qtbot.waitUntil(lambda: "can't be the name of a profile" in report.said.text())
    report.name.setText("for counsel")
    with qtbot.waitSignal(report.profile_saved):
        report.go.click()
    qtbot.waitUntil(lambda: "for counsel" in dialog.profile.currentText())
    qtbot.waitUntil(dialog.go.isEnabled)
    with qtbot.waitSignal(window.session.export_finished):
        dialog.go.click()
    page = (tmp_path / "out" / "report.html").read_text("utf-8")
    assert "For counsel alone." in page and '<h3 dir="auto">Without a tag</h3>' in page
    with Case.open(case_path) as case:
        (kept,) = case.export.profiles()
    assert kept.arrangement.without == {RECORD} and kept.arrangement.order == TAG


@pytest.mark.nightly
def test_a_profile_is_chosen_changed_and_removed(qtbot: QtBot, find: Find, case_path: Path) -> None:
    chosen = Arrangement(TAG, frozenset((RECORD,)), "Hello.")
    with Case.open(case_path) as case:
        case.export.save_profile(ReportProfile("board", chosen, THREAD), "Rae")
    dialog = export_dialog(qtbot, find("heron"), "heron")
    qtbot.waitUntil(lambda: dialog.profile.count() == 2)
    dialog.profile.setCurrentIndex(1)
    dialog.profile.activated.emit(1)
    assert dialog._rule == THREAD, "it says what else is exported as well"
    report = arranging(qtbot, dialog)
    assert report.arrangement() == chosen
    report.order.setCurrentIndex(0)
    with qtbot.waitSignal(report.profile_saved):
        report.go.click()
    qtbot.waitUntil(lambda: dialog._profile.arrangement.order == DATE)
    report = arranging(qtbot, dialog)
    with qtbot.waitSignal(report.profile_saved):
        report.removal.click()
    qtbot.waitUntil(lambda: dialog.profile.count() == 1)
    assert dialog.profile.currentIndex() == 0
