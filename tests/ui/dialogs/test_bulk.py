"""Coding many items: the numbers are said before, it is one step, and one undo takes it back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.waiting import settle
from triage.case import Case
from ui.dialogs.bulk import BulkDialog
from ui.i18n import formatting
from ui.main_window import MainWindow

Find = Callable[[str], MainWindow]
CTRL = Qt.KeyboardModifier.ControlModifier


def _tagged(case: Path, tag: str) -> set[int]:
    with Case.open(case) as reader:
        return set(reader.search.run(f"tag:{tag}").nos)


def _dialog(window: MainWindow) -> BulkDialog:
    assert isinstance(window.dialog, BulkDialog)
    return window.dialog


def test_a_whole_result_set_in_one_step(qtbot: QtBot, find: Find, case_path: Path) -> None:
    window = find("report")
    results = window.session.results
    assert results is not None
    keys = window.panels["Results"].readers()[0]
    keys.setFocus()
    with qtbot.waitSignal(window.session.saved_at):
        qtbot.keyClick(keys, Qt.Key.Key_I)
    qtbot.keyClick(window, Qt.Key.Key_A, CTRL | Qt.KeyboardModifier.ShiftModifier)
    dialog = _dialog(window)
    qtbot.waitUntil(lambda: dialog.go.isEnabled())
    assert dialog.told.text() == (f"Relevant applied to {len(results.nos)} items.\nIt replaces another tag on 1 item.")
    with qtbot.waitSignal(window.session.saved_at):
        qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert _tagged(case_path, "relevant") == set(results.nos)
    assert _tagged(case_path, "not-relevant") == set()
    with Case.open(case_path) as case:
        assert case.decisions.history(results.nos[1])[-1].how == "bulk"
    window.activateWindow()
    keys.setFocus()
    qtbot.waitUntil(keys.hasFocus)
    with qtbot.waitSignal(window.session.decisions_saved):
        qtbot.keyClick(keys, Qt.Key.Key_Z, CTRL)
    assert _tagged(case_path, "relevant") == set()
    assert len(_tagged(case_path, "not-relevant")) == 1


def test_a_family_goes_together(qtbot: QtBot, find: Find, case_path: Path) -> None:
    window = find('subject:"with attachments"')
    qtbot.keyClick(window, Qt.Key.Key_F, CTRL | Qt.KeyboardModifier.ShiftModifier)
    dialog = _dialog(window)
    qtbot.waitUntil(lambda: dialog.go.isEnabled())
    assert dialog.go.text() == "Code 3 items"
    with qtbot.waitSignal(window.session.saved_at):
        dialog.go.click()
    assert len(_tagged(case_path, "relevant")) == 3


def test_cancel_changes_nothing(qtbot: QtBot, find: Find, case_path: Path) -> None:
    window = find("report")
    window.actions_.run("Code all results …")
    dialog = _dialog(window)
    qtbot.waitUntil(lambda: dialog.go.isEnabled())
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    settle(qtbot, window, window.session.jobs)
    assert _tagged(case_path, "relevant") == set()


def test_conflicts_are_listed_by_reviewer(qtbot: QtBot, find: Find, case_path: Path) -> None:
    window = find("report")
    results = window.session.results
    assert results is not None
    with Case.open(case_path) as case:
        case.decisions.tag(results.nos[:3], "not-relevant", "Omar Said", "key")
    window.actions_.run("Code all results …")
    dialog = _dialog(window)
    qtbot.waitUntil(lambda: dialog.go.isEnabled())
    assert dialog.against.topLevelItemCount() == 1
    head = dialog.against.topLevelItem(0)
    assert head is not None and head.text(0) == "Omar Said: 3 earlier decisions" and head.childCount() == 3
    line = head.child(0)
    assert line is not None and "tagged not-relevant" in line.text(0) and line.text(1) == "is replaced"
    with Case.open(case_path) as case:
        names = {formatting.titled(row) for row in case.search.rows(results.nos[:3])}
    listed = [head.child(at) for at in range(3)]
    assert {line.text(2) for line in listed if line is not None} == names, "a person knows items by their names"


def test_a_seal_says_what_goes_with_it(qtbot: QtBot, find: Find, case_path: Path) -> None:
    window = find('subject:"with attachments"')
    window.actions_.run("Code all results …")
    dialog = _dialog(window)
    qtbot.waitUntil(lambda: dialog.go.isEnabled())
    dialog.tag.setCurrentIndex(dialog.tag.count() - 1)
    qtbot.waitUntil(lambda: "opening takes two people" in dialog.told.text())
    assert dialog.go.text() == "Code 3 items"
    with qtbot.waitSignal(window.session.seals_changed):
        dialog.go.click()
    with Case.open(case_path) as case:
        assert case.search.run("plover").total == 0
