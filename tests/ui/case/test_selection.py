"""Several rows selected: any number of them at once, coded in one step, and nothing coded that isn't meant."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.effort import counted
from tests.ui.waiting import settle
from triage.case import Case
from triage.model.items import ItemNo
from ui.case.session import Selection
from ui.dialogs.tagging import SETS, BulkDialog
from ui.main_window import MainWindow
from ui.models.results import SUBJECT
from ui.panels.coding import CodingPanel
from ui.panels.results import ResultsPanel

Find = Callable[[str], MainWindow]
Key, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def _results(window: MainWindow) -> ResultsPanel:
    panel = window.panels["Results"]
    assert isinstance(panel, ResultsPanel)
    panel.list.setFocus()
    return panel


def _coding(window: MainWindow) -> CodingPanel:
    panel = window.panels["Coding"]
    assert isinstance(panel, CodingPanel)
    return panel


def _click(qtbot: QtBot, panel: ResultsPanel, row: int, modifier: Qt.KeyboardModifier) -> None:
    middle = panel.list.visualRect(panel.model.index(row, SUBJECT)).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, modifier, middle)


def _tagged(case_path: Path, query: str) -> set[ItemNo]:
    with Case.open(case_path) as case:
        return set(case.search.run(query).nos)


def test_runs_of_rows_are_joined_and_read_in_order() -> None:
    nos = [ItemNo(no) for no in (9, 8, 7, 6, 5, 4)]
    selection = Selection(nos, [range(4, 6), range(2), range(1, 3), range(1)])
    assert (len(selection), list(selection)) == (5, [9, 8, 7, 5, 4])
    assert not Selection(nos) and not Selection(nos, [range(2, 2)])


def test_rows_are_selected_by_keys_and_clicks(qtbot: QtBot, opened: MainWindow) -> None:
    panel, session = _results(opened), opened.session
    for _ in range(2):
        qtbot.keyClick(panel.list, Key.Key_Down, SHIFT)
    assert list(session.selection) == list(panel.model.nos[:3])
    assert panel.heading.text().endswith("3 selected")
    assert session.current == panel.model.nos[2], "the item shown is the last one"
    _click(qtbot, panel, 5, CTRL)
    qtbot.keyClick(panel.list, Key.Key_Down, CTRL)
    qtbot.keyClick(panel.list, Key.Key_Down, CTRL)
    qtbot.keyClick(panel.list, Key.Key_Space, CTRL)
    assert list(session.selection) == [panel.model.nos[row] for row in (0, 1, 2, 5, 7)]
    _click(qtbot, panel, 1, CTRL)
    assert len(session.selection) == 4 and session.current == panel.model.nos[1]
    _click(qtbot, panel, 9, SHIFT)
    assert len(session.selection) > 4
    panel.list.put_at(3)
    qtbot.keyClick(panel.list, Key.Key_End, SHIFT)
    assert list(session.selection) == list(panel.model.nos[3:])
    qtbot.keyClick(panel.list, Key.Key_Home, SHIFT)
    assert list(session.selection) == list(panel.model.nos[:4])
    qtbot.keyClick(panel.list, Key.Key_PageDown, SHIFT)
    assert panel.model.nos[0] not in list(session.selection)
    qtbot.keyClick(panel.list, Key.Key_A, CTRL)
    assert len(session.selection) == len(panel.model.nos)
    qtbot.keyClick(panel.list, Key.Key_Down)
    assert not session.selection and "selected" not in panel.heading.text()


def test_a_million_rows_are_selected_without_a_list_of_them(qtbot: QtBot, opened: MainWindow) -> None:
    panel, results = _results(opened), opened.session.results
    assert results is not None
    settle(qtbot, opened, opened.session.jobs)  # else what arrives meanwhile would be counted as well
    efforts = []
    for rows in (1_000, 1_000_000):
        panel.model.show_items((results.nos * (rows // len(results.nos) + 1))[:rows])
        QApplication.processEvents()
        with counted() as effort:
            qtbot.keyClick(panel.list, Key.Key_A, CTRL)
            panel.list.viewport().repaint()
        efforts.append(effort.steps)
    assert efforts[1] < 1.2 * efforts[0]
    assert len(opened.session.selection) == 1_000_000
    assert panel.heading.text().endswith("1,000,000 selected")
    panel.list.scrollToBottom()
    last = panel.model.index(999_999, SUBJECT)
    qtbot.waitUntil(lambda: panel.model.data(last, Qt.ItemDataRole.DisplayRole) not in ("…", None))
    assert len(opened.session.selection) == 1_000_000, "it stays while pages are read"


def test_a_key_codes_all_that_is_selected_in_one_step(qtbot: QtBot, find: Find, case_path: Path) -> None:
    window = find("report")
    panel, coding, said = _results(window), _coding(window), list[str]()
    window.session.message_posted.connect(said.append)
    nos = panel.model.nos[:4]
    with qtbot.waitSignal(window.session.decisions_saved):
        qtbot.keyClick(panel.list, Key.Key_H)
    for _ in range(3):
        qtbot.keyClick(panel.list, Key.Key_Down, SHIFT)
    assert coding.several.text() == "Keys and buttons code 4 selected items." and coding.several.isVisible()
    assert not coding.buttons["hot"].isChecked(), "only one of them is hot"
    with qtbot.waitSignal(window.session.decisions_saved):
        qtbot.keyClick(panel.list, Key.Key_H)
    assert _tagged(case_path, "tag:hot") == set(nos)
    assert said[-1] == "Hot applied to 3 items. Already tagged: 1 item."
    assert coding.buttons["hot"].isChecked()
    with qtbot.waitSignal(window.session.decisions_saved):
        qtbot.keyClick(panel.list, Key.Key_H)
    assert _tagged(case_path, "tag:hot") == set() and said[-1] == "Hot removed from 4 items."
    with qtbot.waitSignal(window.session.decisions_saved):
        qtbot.keyClick(panel.list, Key.Key_Z, CTRL)
    assert _tagged(case_path, "tag:hot") == set(nos)
    with qtbot.waitSignal(window.session.decisions_saved):
        window.actions_.run("Remove Hot")
    assert _tagged(case_path, "tag:hot") == set()


def test_a_row_that_is_not_the_item_shown_is_never_coded(qtbot: QtBot, find: Find, case_path: Path) -> None:
    window = find("report")
    panel, said = _results(window), list[str]()
    window.session.message_posted.connect(said.append)
    qtbot.keyClick(panel.list, Key.Key_Down, CTRL)
    assert window.session.current == panel.model.nos[1]
    for key in (Key.Key_R, Key.Key_C, Key.Key_Period):
        qtbot.keyClick(panel.list, key)
    assert "isn't the item shown" in said[-1]
    qtbot.keyClick(panel.list, Key.Key_Space, CTRL)
    qtbot.keyClick(panel.list, Key.Key_Space, CTRL)
    qtbot.keyClick(panel.list, Key.Key_R)
    settle(qtbot, window, window.session.jobs)
    assert _tagged(case_path, "is:tagged") == set()
    qtbot.keyClick(panel.list, Key.Key_Down)
    with qtbot.waitSignal(window.session.decisions_saved):
        qtbot.keyClick(panel.list, Key.Key_R)
    assert _tagged(case_path, "is:tagged") == {panel.model.nos[2]}


def test_an_item_outside_the_list_ends_the_selection(qtbot: QtBot, find: Find) -> None:
    window = find("report")
    panel, session = _results(window), window.session
    qtbot.keyClick(panel.list, Key.Key_A, CTRL)
    with Case.open(session.path) as case:  # type: ignore[arg-type]
        (elsewhere,) = case.search.run("kestrel").nos
    session.visit(elsewhere)
    assert session.current == elsewhere and not session.selection


def test_a_selection_ends_visibly_with_its_list(qtbot: QtBot, opened: MainWindow) -> None:
    panel, said = _results(opened), list[str]()
    opened.session.message_posted.connect(said.append)
    qtbot.keyClick(panel.list, Key.Key_Down, SHIFT)
    with qtbot.waitSignal(opened.session.results_changed):
        opened.session.query_proposed.emit("report")
    assert not opened.session.selection and "selected" not in panel.heading.text()
    assert "The list has changed: 2 items are no longer selected." in said


def test_what_is_much_or_seals_is_asked_first(qtbot: QtBot, opened: MainWindow, case_path: Path) -> None:
    panel = _results(opened)
    results = opened.session.results
    assert results is not None
    panel.model.show_items(results.nos * 2)  # more than 50 rows
    qtbot.keyClick(panel.list, Key.Key_A, CTRL)
    qtbot.keyClick(panel.list, Key.Key_H)
    dialog = opened.dialog
    assert isinstance(dialog, BulkDialog)
    qtbot.waitUntil(dialog.go.isEnabled)
    assert (dialog.which.currentText(), dialog.tag.currentText()) == (SETS[-1], "Hot")
    assert dialog.status.text() == f"Hot applied to {len(results.nos)} items."
    dialog.reject()
    opened.activateWindow()
    panel.list.setFocus()
    qtbot.waitUntil(panel.list.hasFocus)
    panel.list.put_at(0)
    qtbot.keyClick(panel.list, Key.Key_Down, SHIFT)
    qtbot.keyClick(panel.list, Key.Key_C)
    sealing = opened.dialog
    assert isinstance(sealing, BulkDialog) and sealing is not dialog
    qtbot.waitUntil(sealing.go.isEnabled)
    assert "opening takes two people" in sealing.status.text() and not sealing.leave.isEnabled()
    sealing.reject()
    settle(qtbot, opened, opened.session.jobs)
    assert _tagged(case_path, "is:tagged") == set()


@pytest.mark.nightly
def test_decided_items_are_left_alone(qtbot: QtBot, find: Find, case_path: Path) -> None:
    window = find("report")
    panel = _results(window)
    nos = panel.model.nos[:4]
    with Case.open(case_path) as case:
        case.decisions.tag([nos[0]], "not-relevant", "Omar Said", "key")
        case.decisions.tag([nos[1]], "relevant", "Omar Said", "key")
        case.decisions.untag([nos[1]], "relevant", "Omar Said", "key")
        case.decisions.tag([nos[2]], "hot", "Omar Said", "key")
    for _ in range(3):
        qtbot.keyClick(panel.list, Key.Key_Down, SHIFT)
    qtbot.keyClick(window, Key.Key_T, CTRL | SHIFT)
    dialog = window.dialog
    assert isinstance(dialog, BulkDialog)
    dialog.leave.click()
    qtbot.waitUntil(lambda: "Left alone, as a person decided: 2 items." in dialog.status.text())
    assert dialog.go.text() == "Code 2 items"
    dialog.go.click()
    qtbot.waitUntil(lambda: _tagged(case_path, "tag:relevant") == set(nos[2:]))
    assert _tagged(case_path, "tag:not-relevant") == {nos[0]}


def test_a_tag_is_removed_from_many(qtbot: QtBot, find: Find, case_path: Path) -> None:
    window = find("report")
    panel = _results(window)
    with Case.open(case_path) as case:
        case.decisions.tag(panel.model.nos[:3], "hot", "Omar Said", "key")
    qtbot.keyClick(panel.list, Key.Key_A, CTRL)
    window.actions_.run("Code selected items …")
    dialog = window.dialog
    assert isinstance(dialog, BulkDialog)
    dialog.deed.setCurrentIndex(1)
    dialog.tag.setCurrentText("Hot")
    qtbot.waitUntil(lambda: dialog.status.text().startswith("Hot removed from 3 items.\nNot tagged:"))
    dialog.go.click()
    qtbot.waitUntil(lambda: _tagged(case_path, "tag:hot") == set())


def test_a_note_is_written_on_all_that_is_selected(qtbot: QtBot, find: Find, case_path: Path) -> None:
    window = find("report")
    panel, note = _results(window), _coding(window).note
    qtbot.keyClick(panel.list, Key.Key_Down, SHIFT)
    qtbot.keyClick(panel.list, Key.Key_N)
    qtbot.waitUntil(note.hasFocus)
    assert note.placeholderText() == "Note on 2 selected items, Enter saves it"
    qtbot.keyClicks(note, "ask Omar")
    with qtbot.waitSignal(window.session.decisions_saved):
        qtbot.keyClick(note, Key.Key_Return)
    assert _tagged(case_path, "has:note") == set(panel.model.nos[:2])
    with qtbot.waitSignal(window.session.decisions_saved):
        window.session.undo()
    assert _tagged(case_path, "has:note") == set()


@pytest.mark.nightly
def test_ids_are_copied(qtbot: QtBot, opened: MainWindow, case_path: Path) -> None:
    panel = _results(opened)
    qtbot.keyClick(panel.list, Key.Key_Down, SHIFT)
    with Case.open(case_path) as case:
        wanted = [row.id for row in case.search.rows(panel.model.nos[:2])]
    qtbot.keyClick(panel.list, Key.Key_C, CTRL)
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text().split() == wanted)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_of_the_selection_is_reached_by_keys(qtbot: QtBot, opened: MainWindow) -> None:
    panel = _results(opened)
    at = QPoint(9, 9)
    QApplication.sendEvent(panel.list.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, at))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [action.text() for action in menu.actions()]
    for wanted in ("Relevant", "Remove tag", "Code selected items …", "Write a note", "Copy ids", "Select all results"):
        assert wanted in words
    menu.close()
    qtbot.keyClick(panel.list, Key.Key_F10, SHIFT)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    QApplication.activePopupWidget().close()


@pytest.mark.nightly
def test_what_is_selected_is_put_into_a_batch(qtbot: QtBot, find: Find, case_path: Path) -> None:
    window = find("report")
    panel, batches = _results(window), window.panels["Batches"]
    qtbot.keyClick(panel.list, Key.Key_Down, SHIFT)
    nos = list(window.session.selection)
    qtbot.keyClick(panel.list, Key.Key_N, CTRL | SHIFT)
    name, make = batches.name, batches.make_button  # type: ignore[attr-defined]
    qtbot.waitUntil(name.hasFocus)
    assert make.text() == "Batch 2 selected items"
    qtbot.keyClicks(name, "mine")
    qtbot.keyClick(name, Key.Key_Return)
    qtbot.waitUntil(lambda: not name.text())
    with Case.open(case_path) as case:
        (batch,) = case.team.batches.all()
        assert set(case.search.run(batch.query).nos) == set(nos)
        assert batch.source == "2 selected items of: report"
    panel.list.put_at(0)
    assert make.text() == "Create batches"
