"""Coding many items says the numbers before and is one step; tags are edited in a table and versioned."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.waiting import settle
from triage.case import Case
from triage.model.tags import DEFAULT, Tag
from ui.dialogs.tagging import BulkDialog, PaletteDialog
from ui.i18n import formatting
from ui.main_window import MainWindow
from ui.panels.coding import CodingPanel

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
    assert dialog.status.text() == (
        f"Relevant applied to {len(results.nos)} items.\nIt replaces another tag on 1 item."
    )
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
    qtbot.waitUntil(lambda: "opening takes two people" in dialog.status.text())
    assert dialog.go.text() == "Code 3 items"
    with qtbot.waitSignal(window.session.seals_changed):
        dialog.go.click()
    with Case.open(case_path) as case:
        assert case.search.run("plover").total == 0


# ---- the tags on offer: edited in a table, refused where they can't work, versioned, in force for keys and menu.


def _palette_dialog(qtbot: QtBot, window: MainWindow) -> PaletteDialog:
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
    dialog = _palette_dialog(qtbot, window)
    assert dialog.edited_palette() == list(DEFAULT) and not dialog.go.isEnabled()
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
    dialog = _palette_dialog(qtbot, window)
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
    dialog = _palette_dialog(qtbot, find("heron"))
    _write(dialog, 0, 0, "I")
    assert "The key I belongs to both 'relevant' and 'not-relevant'" in dialog.status.text()
    assert not dialog.go.isEnabled() and dialog.status.property("role") == "error"
    _write(dialog, 0, 0, "N")
    assert "that is the note" in dialog.status.text()
    _write(dialog, 0, 0, "R")
    assert dialog.status.text() == "" and not dialog.go.isEnabled()


@pytest.mark.nightly
def test_order_removal_and_versions(qtbot: QtBot, find: Find, case_path: Path) -> None:
    window = find("heron")
    dialog = _palette_dialog(qtbot, window)
    dialog.table.setCurrentCell(3, 1)
    dialog.up.click()
    assert [tag.name for tag in dialog.edited_palette()][2:4] == ["hot", "unsure"]
    dialog.table.setCurrentCell(4, 1)
    dialog.drop.click()
    assert dialog.status.text() == "No longer available: Privileged?. Items keep them."
    with qtbot.waitSignal(window.session.palette_changed):
        dialog.go.click()
    again = _palette_dialog(qtbot, window)
    assert again.versions.count() == 2 and "Dana Levi" in again.versions.item(0).text()
    again.versions.setCurrentRow(1)
    assert again.edited_palette() == list(DEFAULT) and again.go.isEnabled()
    with qtbot.waitSignal(window.session.palette_changed):
        again.go.click()
    with Case.open(case_path) as case:
        assert case.decisions.palette() == DEFAULT and len(case.decisions.palette_versions()) == 3
