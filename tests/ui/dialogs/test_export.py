"""Export: the number is said before, nothing is overwritten, the result's place is shown as text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from triage.case import Case
from ui.dialogs.export import ExportDialog
from ui.main_window import MainWindow

Find = Callable[[str], MainWindow]
CTRL = Qt.KeyboardModifier.ControlModifier


def _dialog(qtbot: QtBot, window: MainWindow) -> ExportDialog:
    qtbot.keyClick(window, Qt.Key.Key_E, CTRL)
    assert isinstance(window.dialog, ExportDialog)
    return window.dialog


def test_findings_are_exported(qtbot: QtBot, find: Find, tmp_path: Path) -> None:
    window = find("heron")
    keys = window.panels["Results"].readers()[0]
    keys.setFocus()
    with qtbot.waitSignal(window.session.saved_at):
        qtbot.keyClick(keys, Qt.Key.Key_R)
    dialog, target = _dialog(qtbot, window), tmp_path / "out"
    dialog.target.setText(str(target))
    qtbot.waitUntil(lambda: dialog.go.isEnabled())
    assert dialog.count.text().startswith("1 item will be exported")
    with qtbot.waitSignal(window.session.export_finished):
        qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert (target / "manifest.json").is_file()
    assert isinstance(window.dialog, QMessageBox)
    assert str(target) in window.dialog.text()
    assert window.works.running == {}


def test_without_a_finding_it_says_what_to_do(qtbot: QtBot, opened: MainWindow, tmp_path: Path) -> None:
    dialog = _dialog(qtbot, opened)
    qtbot.waitUntil(lambda: "No item matches" in dialog.count.text())
    assert not dialog.go.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_blank_query_exports_nothing(qtbot: QtBot, opened: MainWindow) -> None:
    dialog = _dialog(qtbot, opened)
    for text in ("", "  "):
        dialog.query.setText("report")
        qtbot.waitUntil(lambda: "will be exported" in dialog.count.text())
        dialog.query.setText(text)
        qtbot.waitUntil(lambda: dialog.count.text() == "The query is blank. Write * for all items.")
        assert not dialog.go.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_decided_items_that_vanished_are_counted_as_they_are_exported(
    qtbot: QtBot, opened: MainWindow, case_path: Path, tmp_path: Path, vanished_mail: str
) -> None:
    with Case.open(case_path) as case:
        (no,) = case.search.run(f'path:"{vanished_mail}" AND NOT is:attachment').nos
        case.decisions.tag([no], "relevant", "Rae")
        case.index()
        assert case.search.run("tag:relevant").total == 0
        report = case.export.bundle(tmp_path / "out", "tag:relevant", "Rae")
    assert report.findings == 1
    dialog = _dialog(qtbot, opened)
    qtbot.waitUntil(lambda: dialog.go.isEnabled())
    assert dialog.count.text().startswith("1 item will be exported")
    assert dialog.count.text().endswith("1 of these is superseded or vanished.")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_folder_that_holds_something_is_refused(qtbot: QtBot, opened: MainWindow, tmp_path: Path) -> None:
    dialog = _dialog(qtbot, opened)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "x").write_text("x")
    dialog.query.setText("report")
    dialog.target.setText(str(tmp_path / "full"))
    qtbot.waitUntil(lambda: "not empty" in dialog.count.text())
    assert dialog.count.property("role") == "error"
    dialog.target.setText(str(tmp_path / "free"))
    qtbot.waitUntil(dialog.go.isEnabled)
    assert dialog.count.property("role") == "muted"
    dialog.target.setText(str(tmp_path / "full"))
    qtbot.waitUntil(lambda: "not empty" in dialog.count.text())
    assert not dialog.go.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
