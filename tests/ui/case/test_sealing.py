"""A seal hides at once and can be cancelled for a moment; what isn't cancelled stays sealed whatever happens."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.waiting import settle
from triage.case import Case, verify
from triage.model.items import ItemNo
from ui.case.deciding import GRACE
from ui.case.session import Session
from ui.dialogs.tagging import BulkDialog
from ui.main_window import MainWindow
from ui.panels.preview import Preview
from ui.panels.results import ResultsPanel

Find = Callable[[str], MainWindow]
Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
WORDS = "by Friday, the invoice says"


def _results(window: MainWindow) -> ResultsPanel:
    panel = window.panels["Results"]
    assert isinstance(panel, ResultsPanel)
    return panel


def _preview(window: MainWindow) -> Preview:
    panel = window.panels["Item"]
    assert isinstance(panel, Preview)
    return panel


def _keys(window: MainWindow) -> QWidget:
    _results(window).list.setFocus()
    return _results(window).list


def _now(window: MainWindow) -> ItemNo:
    assert window.session.current is not None
    return window.session.current


def _sealed(case_path: Path) -> set[ItemNo]:
    with Case.open(case_path) as case:
        return set(case.search.run("is:sealed").nos)


def _seal(qtbot: QtBot, window: MainWindow) -> ItemNo:
    """Seal by a key, and wait until it is on disk."""
    no = _now(window)
    with qtbot.waitSignal(window.session.seals_changed):
        qtbot.keyClick(_keys(window), Key.Key_C)
    assert window.session.sealing.pending and window.session.sealing.timer.isActive()
    return no


@pytest.mark.nightly
def test_esc_cancels_a_seal_that_hid_the_text_at_once(qtbot: QtBot, find: Find, case_path: Path) -> None:
    window = find("heron")
    no, bar, preview = _now(window), _results(window).sealing, _preview(window)
    assert WORDS in preview.reader.toPlainText() and not bar.isVisible()
    with qtbot.waitSignal(window.session.seals_changed):
        qtbot.keyClick(_keys(window), Key.Key_C)
        assert preview.closed.isVisible() and "press Esc now" in preview.closed.sentence.text()
        assert bar.isVisible() and not bar.leave_button.isVisible(), "the line stays as long as Esc cancels"
        assert bar.sentence.text() == "Sealing 1 item. Esc to cancel."
    assert bar.sentence.text() == "Sealing 2 items, 1 of them attachments or duplicates. Esc to cancel."
    assert window.session.sealing.timer.interval() == GRACE == 8000
    assert no in _sealed(case_path) and len(_sealed(case_path)) == 2, "it is on disk while it is pending"
    with qtbot.waitSignal(window.session.decisions_saved):
        qtbot.keyClick(_keys(window), Key.Key_Escape)
        assert not bar.isVisible()
    qtbot.waitUntil(lambda: not preview.closed.isVisible() and WORDS in preview.reader.toPlainText())
    assert window.bar.message.toolTip() and "Sealing cancelled: 2 items" in window.bar.message.text()
    assert _sealed(case_path) == set() and window.session.tags_of(no) == ()
    with Case.open(case_path) as case:
        assert [d.action for d in case.decisions.history(no)] == ["tag", "seal", "withdraw-seal", "untag"]
    qtbot.waitUntil(lambda: _coding_lines(window)[0].count("Dana Levi") == 1 and len(_coding_lines(window)) == 4)
    assert "Dana Levi withdrew the seal: customer content" in " ".join(_coding_lines(window))
    window.panels["Search"].line.setFocus()  # type: ignore[attr-defined]
    qtbot.keyClick(window.panels["Search"].line, Key.Key_Escape)  # type: ignore[attr-defined]
    qtbot.waitUntil(_results(window).list.hasFocus)
    assert all(check.held for check in verify(case_path))


def _coding_lines(window: MainWindow) -> list[str]:
    history = window.panels["Coding"].history  # type: ignore[attr-defined]
    return [history.item(at).text() for at in range(history.count())] or [""]


@pytest.mark.parametrize("way", ["next item", "time", "close"])
def test_a_seal_is_final_when_the_moment_ends(qtbot: QtBot, find: Find, case_path: Path, way: str) -> None:
    window = find("heron")
    no = _seal(qtbot, window)
    if way == "next item":
        qtbot.keyClick(_keys(window), Key.Key_Right, CTRL)
    elif way == "time":
        window.session.sealing.timer.timeout.emit()
        qtbot.waitUntil(lambda: "two people can open it" in _preview(window).closed.sentence.text())
    else:
        window.close_case()
    assert not window.session.sealing.pending and not _results(window).sealing.isVisible()
    if way != "close":
        assert "Opening takes two people" in window.bar.message.text()
        qtbot.keyClick(_keys(window), Key.Key_Escape)
        qtbot.keyClick(_keys(window), Key.Key_Z, CTRL)
        qtbot.waitUntil(lambda: "takes two people" in " ".join(window.bar.troubles))
    assert no in _sealed(case_path)


@pytest.mark.nightly
def test_what_the_program_moves_ends_nothing_and_undo_cancels(qtbot: QtBot, find: Find, case_path: Path) -> None:
    window = find("heron")
    session, no = window.session, _now(window)
    session.autoforward = True
    with qtbot.waitSignal(session.seals_changed):
        qtbot.keyClick(_keys(window), Key.Key_C)
    assert session.current != no and session.sealing.pending
    with qtbot.waitSignal(session.decisions_saved):
        qtbot.keyClick(_keys(window), Key.Key_Z, CTRL)
    assert _sealed(case_path) == set() and not session.sealing.pending
    session.autoforward = False
    session.visit(no)
    session.code(no, "customer-content")
    assert session.sealing.cancel(), "before it is on disk"
    assert not _results(window).sealing.isVisible()
    settle(qtbot, window, session.jobs)
    assert _sealed(case_path) == set() and not session.is_closed(no)


@pytest.mark.nightly
def test_a_selection_is_sealed_the_same_way(qtbot: QtBot, find: Find, case_path: Path) -> None:
    window = find("heron")
    qtbot.keyClick(_keys(window), Key.Key_A, CTRL)
    qtbot.keyClick(_keys(window), Key.Key_C)
    dialog = window.dialog
    assert isinstance(dialog, BulkDialog)
    qtbot.waitUntil(dialog.go.isEnabled)
    with qtbot.waitSignal(window.session.seals_changed):
        dialog.accept()
    many = len(_sealed(case_path))
    assert many > 2 and _results(window).sealing.sentence.text().startswith(f"Sealing {many} items")
    with qtbot.waitSignal(window.session.decisions_saved):
        _results(window).sealing.first.click()
    assert _sealed(case_path) == set()


@pytest.mark.nightly
def test_other_windows_hide_what_is_pending_and_show_it_again(
    qtbot: QtBot, find: Find, case_path: Path, dressed: object
) -> None:
    window = find("heron")
    other = MainWindow(Session())
    qtbot.addWidget(other)
    other.show()
    with qtbot.waitSignals([other.session.item_shown, other.session.status_changed]):
        other.open_case(case_path)
    no = _now(window)
    with qtbot.waitSignal(other.session.item_shown):
        other.session.visit(no)
    window.session.code(no, "customer-content")
    qtbot.waitUntil(_preview(other).closed.isVisible)
    assert other.session.is_closed(no) and not other.session.sealing.pending
    assert not _results(other).sealing.isVisible()
    window.session.sealing.cancel()
    qtbot.waitUntil(lambda: not _preview(other).closed.isVisible() and WORDS in _preview(other).reader.toPlainText())
    other.close()


@pytest.mark.nightly
def test_rows_that_say_so_open_an_item_again(qtbot: QtBot, find: Find, case_path: Path) -> None:
    """Rows that are read between the withdrawal and the next look at the case say already that the item is open."""
    window = find("heron")
    no = _seal(qtbot, window)
    qtbot.waitUntil(_preview(window).closed.isVisible)
    settle(qtbot, window, window.session.jobs)
    window.session.watch._opened += 1  # it looks no more
    with Case.open(case_path) as case:
        case.decisions.undo("Dana Levi", case.decisions.history(no)[-1].group)
        (row,) = case.search.rows([no])
    window.session.learn([row])
    qtbot.waitUntil(lambda: not _preview(window).closed.isVisible() and WORDS in _preview(window).reader.toPlainText())
