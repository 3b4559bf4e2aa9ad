"""Coding: keys, shown at once, on disk before it says saved, undone from the same place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from triage.case import Case
from triage.model import ItemNo
from ui.main_window import MainWindow
from ui.panels.coding import CodingPanel

Find = Callable[[str], MainWindow]
CTRL = Qt.KeyboardModifier.ControlModifier


def _coding(window: MainWindow) -> CodingPanel:
    panel = window.panels["Coding"]
    assert isinstance(panel, CodingPanel)
    return panel


def _list(window: MainWindow) -> QWidget:
    widget = window.panels["Results"].readers()[0]
    widget.setFocus()
    return widget


def _now(window: MainWindow) -> ItemNo:
    assert window.session.current is not None
    return window.session.current


def _on_disk(case: Path, no: ItemNo) -> tuple[str, ...]:
    with Case.open(case) as reader:
        return reader.rows([no])[0].tags


def _saved(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.session.jobs is not None and not window.session.jobs.unwritten, timeout=10_000)


def test_a_key_shows_at_once_and_is_on_disk_when_it_says_saved(qtbot: QtBot, find: Find, case_path: Path) -> None:
    window = find("heron")
    no, at_saving = _now(window), []
    window.session.saved.connect(lambda time: at_saving.append(_on_disk(case_path, no)))
    with qtbot.waitSignal(window.session.saved, timeout=10_000):
        qtbot.keyClick(_list(window), Qt.Key.Key_R)
        assert window.session.tags_of(no) == ("relevant",)
        assert _coding(window).buttons["relevant"].isChecked()
        assert window.bar.saved.text() == "saving …"
    assert at_saving == [("relevant",)]
    assert window.bar.saved.text().startswith("saved ")


def test_one_of_a_group_replaces_the_other_and_undo_brings_it_back(qtbot: QtBot, find: Find, case_path: Path) -> None:
    window = find("heron")
    no, keys = _now(window), _list(window)
    for key in (Qt.Key.Key_R, Qt.Key.Key_H, Qt.Key.Key_I):
        qtbot.keyClick(keys, key)
    assert set(window.session.tags_of(no)) == {"not-relevant", "hot"}
    _saved(window, qtbot)
    assert set(_on_disk(case_path, no)) == {"not-relevant", "hot"}
    with qtbot.waitSignal(window.session.changed, timeout=10_000):
        qtbot.keyClick(keys, Qt.Key.Key_Z, CTRL)
    assert set(_on_disk(case_path, no)) == {"relevant", "hot"}
    qtbot.waitUntil(lambda: set(window.session.tags_of(no)) == {"relevant", "hot"})
    assert _coding(window).buttons["relevant"].isChecked()
    assert not _coding(window).buttons["not-relevant"].isChecked()


def test_the_same_key_takes_the_tag_off(qtbot: QtBot, find: Find, case_path: Path) -> None:
    window = find("heron")
    no, keys = _now(window), _list(window)
    qtbot.keyClick(keys, Qt.Key.Key_P)
    qtbot.keyClick(keys, Qt.Key.Key_P)
    assert window.session.tags_of(no) == ()
    _saved(window, qtbot)
    assert _on_disk(case_path, no) == ()


def test_a_review_needs_no_mouse(qtbot: QtBot, opened: MainWindow, case_path: Path) -> None:
    """Search, code ten items, repeat, note, undo, all by keys with the list or the text in focus."""
    window = opened
    qtbot.keyClick(window, Qt.Key.Key_L, CTRL)
    bar = window.panels["Search"].line  # type: ignore[attr-defined]
    with qtbot.waitSignals([window.session.searched, window.session.shown], timeout=10_000):
        qtbot.keyClicks(bar, "report")
        qtbot.keyClick(bar, Qt.Key.Key_Return)
    qtbot.keyClick(bar, Qt.Key.Key_Escape)
    keys = window.panels["Results"].readers()[0]
    qtbot.waitUntil(keys.hasFocus)
    coded = []
    for n in range(10):
        coded.append(_now(window))
        qtbot.keyClick(keys, Qt.Key.Key_R if n % 2 == 0 else Qt.Key.Key_I)
        qtbot.keyClick(keys, Qt.Key.Key_Right, CTRL)
    qtbot.keyClick(keys, Qt.Key.Key_Period)
    coded.append(_now(window))
    reader = window.panels["Item"].readers()[0]
    reader.setFocus()
    qtbot.keyClick(reader, Qt.Key.Key_H)
    qtbot.keyClick(reader, Qt.Key.Key_N)
    note = _coding(window).note
    qtbot.waitUntil(note.hasFocus)
    qtbot.keyClicks(note, "ask Omar about this r")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    qtbot.waitUntil(keys.hasFocus)
    _saved(window, qtbot)
    for n, no in enumerate(coded[:10]):
        assert _on_disk(case_path, no) == (("relevant",) if n % 2 == 0 else ("not-relevant",))
    assert set(_on_disk(case_path, coded[10])) == {"not-relevant", "hot"}
    with Case.open(case_path) as case:
        last = case.decisions(coded[10])[-1]
    assert (last.action, last.value, last.reviewer) == ("note", "ask Omar about this r", "Dana Levi")


def test_history_says_who_what_when(qtbot: QtBot, find: Find) -> None:
    window = find("heron")
    qtbot.keyClick(_list(window), Qt.Key.Key_U)
    history = _coding(window).history
    qtbot.waitUntil(lambda: history.count() == 1)
    assert "Dana Levi tagged unsure" in history.item(0).text()
    assert "(key)" in history.item(0).text()


def test_going_on_after_coding_is_a_switch(qtbot: QtBot, find: Find, case_path: Path) -> None:
    window = find("report")
    first = _now(window)
    window.actions_.run("Go to the next item after coding")
    qtbot.keyClick(_list(window), Qt.Key.Key_R)
    assert _now(window) != first
    _saved(window, qtbot)
    assert _on_disk(case_path, first) == ("relevant",)
    assert _on_disk(case_path, _now(window)) == ()


def test_alt_and_a_number_work_while_typing(qtbot: QtBot, find: Find) -> None:
    window = find("heron")
    bar = window.panels["Search"].line  # type: ignore[attr-defined]
    bar.setFocus()
    qtbot.keyClick(bar, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert window.session.tags_of(_now(window)) == ("hot",)


def test_customer_content_closes_the_view(qtbot: QtBot, find: Find) -> None:
    window = find("heron")
    preview = window.panels["Item"]
    qtbot.keyClick(_list(window), Qt.Key.Key_C)
    assert "heron" not in preview.reader.toPlainText()  # type: ignore[attr-defined]
    assert preview.closed.isVisible()  # type: ignore[attr-defined]
    _saved(window, qtbot)
    keys = _list(window)
    qtbot.keyClick(keys, Qt.Key.Key_Right, CTRL)
    qtbot.waitUntil(lambda: not preview.closed.isVisible())  # type: ignore[attr-defined]
    qtbot.keyClick(keys, Qt.Key.Key_Left, CTRL)
    qtbot.waitUntil(preview.closed.isVisible)  # type: ignore[attr-defined]


def test_undo_without_a_decision_says_so(qtbot: QtBot, find: Find) -> None:
    window = find("heron")
    with qtbot.waitSignal(window.session.failed, timeout=10_000) as failed:
        _coding(window).undo.click()
    assert "nothing to undo" in failed.args[0]
    assert window.bar.trouble.isVisible()


def test_a_note_begun_stays_with_its_item(qtbot: QtBot, find: Find) -> None:
    window = find("report")
    note, keys = _coding(window).note, _list(window)
    note.setText("half a sent")
    qtbot.keyClick(keys, Qt.Key.Key_Right, CTRL)
    assert note.text() == ""
    qtbot.keyClick(keys, Qt.Key.Key_Left, CTRL)
    assert note.text() == "half a sent"
