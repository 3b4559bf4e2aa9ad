"""The tags on offer: edited in a table, refused where they can't work, versioned, in force for keys and menu."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from triage.case import Case
from triage.model.tags import DEFAULT, Tag
from ui.dialogs.palette import PaletteDialog
from ui.main_window import MainWindow
from ui.panels.coding import CodingPanel

Find = Callable[[str], MainWindow]


def _dialog(qtbot: QtBot, window: MainWindow) -> PaletteDialog:
    window.actions_.run("Manage tags …")
    dialog = window.dialog
    assert isinstance(dialog, PaletteDialog)
    qtbot.waitUntil(lambda: dialog.versions.count() > 0)
    return dialog


def _write(dialog: PaletteDialog, row: int, column: int, text: str) -> None:
    item = dialog.table.item(row, column)
    assert item is not None
    item.setText(text)


@pytest.mark.nightly
def test_a_tag_is_added_and_its_key_works_at_once(qtbot: QtBot, find: Find, case_path: Path) -> None:
    window = find("heron")
    dialog = _dialog(qtbot, window)
    assert dialog.palette_() == list(DEFAULT) and not dialog.go.isEnabled()
    dialog.add.click()
    for column, text in ((0, "b"), (1, "board"), (2, "Board paper")):
        _write(dialog, 6, column, text)
    dialog._box(6, 5).setCurrentIndex(1)
    assert dialog.go.isEnabled()
    with qtbot.waitSignal(window.session.palette_changed):
        dialog.go.click()
    coding = window.panels["Coding"]
    assert isinstance(coding, CodingPanel) and coding.buttons["board"].text() == "B  Board paper"
    keys, no = window.panels["Results"].readers()[0], window.session.current
    assert no is not None
    window.activateWindow()
    keys.setFocus()
    qtbot.waitUntil(keys.hasFocus)
    qtbot.keyClick(keys, Qt.Key.Key_B)
    assert window.session.tags_of(no) == ("board",)
    qtbot.keyClick(keys, Qt.Key.Key_7, Qt.KeyboardModifier.AltModifier)
    assert window.session.tags_of(no) == ()
    said = [action.text() for action in window.actions_.menus["Code"].actions()]
    assert said.index("Board paper") == said.index("Customer content: stop") + 1
    with Case.open(case_path) as case:
        assert case.decisions.palette()[-1] == Tag("board", "B", "Board paper", "blue", "", "family")
        assert case.decisions.palette_versions()[-1].author == "Dana Levi"


def test_an_old_key_no_longer_works(qtbot: QtBot, find: Find) -> None:
    window = find("heron")
    dialog = _dialog(qtbot, window)
    _write(dialog, 3, 0, "x")
    with qtbot.waitSignal(window.session.palette_changed):
        dialog.go.click()
    keys, no = window.panels["Results"].readers()[0], window.session.current
    assert no is not None
    window.activateWindow()
    keys.setFocus()
    qtbot.waitUntil(keys.hasFocus)
    qtbot.keyClick(keys, Qt.Key.Key_H)
    assert window.session.tags_of(no) == ()
    qtbot.keyClick(keys, Qt.Key.Key_X)
    assert window.session.tags_of(no) == ("hot",)


def test_what_cannot_work_is_said_and_not_saved(qtbot: QtBot, find: Find) -> None:
    dialog = _dialog(qtbot, find("heron"))
    _write(dialog, 0, 0, "I")
    assert "The key I belongs to both 'relevant' and 'not-relevant'" in dialog.told.text()
    assert not dialog.go.isEnabled() and dialog.told.property("role") == "error"
    _write(dialog, 0, 0, "N")
    assert "that is the note" in dialog.told.text()
    _write(dialog, 0, 0, "R")
    assert dialog.told.text() == "" and not dialog.go.isEnabled()


@pytest.mark.nightly
def test_order_removal_and_versions(qtbot: QtBot, find: Find, case_path: Path) -> None:
    window = find("heron")
    dialog = _dialog(qtbot, window)
    dialog.table.setCurrentCell(3, 1)
    dialog.up.click()
    assert [tag.name for tag in dialog.palette_()][2:4] == ["hot", "unsure"]
    dialog.table.setCurrentCell(4, 1)
    dialog.drop.click()
    assert dialog.told.text() == "No longer available: Privileged?. Items keep them."
    with qtbot.waitSignal(window.session.palette_changed):
        dialog.go.click()
    again = _dialog(qtbot, window)
    assert again.versions.count() == 2 and "Dana Levi" in again.versions.item(0).text()
    again.versions.setCurrentRow(1)
    assert again.palette_() == list(DEFAULT) and again.go.isEnabled()
    with qtbot.waitSignal(window.session.palette_changed):
        again.go.click()
    with Case.open(case_path) as case:
        assert case.decisions.palette() == DEFAULT and len(case.decisions.palette_versions()) == 3
