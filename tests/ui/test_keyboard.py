"""Who types words decides nothing: where the keys go, and when letters are none."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.waiting import settle
from ui.keyboard import REST, Keyboard
from ui.main_window import MainWindow
from ui.models.results import DATE, TAGS

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
NEVER = 10**9  # milliseconds: what ends then, ends when a test says so


def write(text: str) -> None:
    """Press the keys of a text."""
    for letter in text:
        press(letter)


def press(key: Key | str, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press a key as a keyboard does: what has the focus gets it."""
    window = QGuiApplication.focusWindow()
    assert window is not None
    QTest.keyClick(window, key, modifiers)


@pytest.fixture
def resting(opened: MainWindow) -> MainWindow:
    """A window in which letters are ignored until ``pause``."""
    opened.session.keyboard.rest = NEVER
    pause(opened)
    return opened


def pause(window: MainWindow) -> None:
    """Let as much time go by as it takes until letters are keys again."""
    keyboard = window.session.keyboard
    keyboard._resting.stop()
    keyboard._last_turn.stop()


def _search(window: MainWindow, query: str) -> None:
    press(Key.Key_L, CTRL)
    write(query)
    press(Key.Key_Return)


def _list(window: MainWindow) -> QWidget:
    return window.panels["Results"].readers()[0]


def _tags(window: MainWindow) -> tuple[str, ...]:
    assert window.session.current is not None
    return window.session.tags_of(window.session.current)


def test_a_search_leads_to_the_list_where_letters_are_ignored_for_a_moment(qtbot: QtBot, resting: MainWindow) -> None:
    assert Keyboard().rest == REST == 500
    _search(resting, "heron")
    qtbot.waitUntil(_list(resting).hasFocus)
    for key in (Key.Key_R, Key.Key_H, Key.Key_N, Key.Key_C, Key.Key_Period):
        press(key)
    press(Key.Key_1, ALT)
    assert _tags(resting) == () and _list(resting).hasFocus()
    assert "ignored" in resting.bar.message.text()
    pause(resting)
    press(Key.Key_R)
    assert _tags(resting) == ("relevant",)


def _a_key(window: MainWindow) -> None:
    press(Key.Key_X)


def _a_click(window: MainWindow) -> None:
    line = window.panels["Search"].line  # type: ignore[attr-defined]
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, NONE, line.mapTo(window, QPoint(20, 8)))


def _a_composition(window: MainWindow) -> None:
    QApplication.sendEvent(QApplication.focusWidget(), QInputMethodEvent("に", []))
    QApplication.sendEvent(QApplication.focusWidget(), QInputMethodEvent())


@pytest.mark.nightly
def test_who_goes_on_typing_keeps_the_focus(qtbot: QtBot, resting: MainWindow) -> None:
    line = resting.panels["Search"].line  # type: ignore[attr-defined]
    for touch in (_a_key, _a_click, _a_composition):
        slow = threading.Event()  # the search takes until somebody has touched something
        resting.session.ask("searches", lambda case, slow=slow: slow.wait(), lambda _: None)
        with qtbot.waitSignal(resting.session.results_changed):
            _search(resting, "heron")
            touch(resting)
            slow.set()
        assert line.hasFocus()
    resting.session.search_again()
    settle(qtbot, resting, resting.session.jobs)
    assert line.hasFocus(), "nor later, when the same is found again"


def test_a_word_is_ignored_to_its_end(resting: MainWindow) -> None:
    keyboard = resting.session.keyboard
    press(Key.Key_Escape)
    keyboard.ignore_letters()
    keyboard._resting.setInterval(10)
    press(Key.Key_R)
    assert keyboard._resting.interval() == NEVER, "each letter begins the pause anew"
    pause(resting)
    press(Key.Key_E)  # is no key
    press(Key.Key_R)
    assert _tags(resting) == ()
    keyboard._resting.stop()
    keyboard._resting.timeout.emit()  # its time has come, and keys that were pressed before wait to be handled
    press(Key.Key_R)
    assert _tags(resting) == ()


@pytest.mark.nightly
def test_what_a_person_goes_to_takes_letters_at_once(resting: MainWindow) -> None:
    press(Key.Key_L, CTRL)
    press(Key.Key_Escape)
    press(Key.Key_R)
    assert _tags(resting) == ("relevant",)
    press(Key.Key_F6)
    press(Key.Key_H)
    press(Key.Key_Right, CTRL)
    press(Key.Key_H)
    assert _tags(resting) == ("hot",), "the next row of the same list"
    QApplication.sendEvent(QApplication.focusWidget(), QInputMethodEvent("に", []))
    press(Key.Key_R)
    press(Key.Key_1, ALT)
    assert _tags(resting) == ("hot",), "it is a key of what is being composed"
    QApplication.sendEvent(QApplication.focusWidget(), QInputMethodEvent())
    pause(resting)
    press(Key.Key_1, ALT)
    assert set(_tags(resting)) == {"hot", "relevant"}
    repeated = {c.words for c in resting.actions_.commands if resting.actions_.by_words[c.words].autoRepeat()}
    assert {"Next item", "Next hit", "Scroll down"} <= repeated
    assert not repeated & {c.words for c in resting.actions_.commands if c.menu in ("Code", "", "Case")}


def test_letters_are_ignored_after_another_item_came_under_the_cursor(qtbot: QtBot, resting: MainWindow) -> None:
    press(Key.Key_Escape)
    with qtbot.waitSignal(resting.session.results_changed):
        resting.session.search("heron")
    press(Key.Key_R)
    assert _tags(resting) == ()
    pause(resting)
    with qtbot.waitSignal(resting.session.results_changed):
        resting.session.search_again()
    press(Key.Key_R)
    assert _tags(resting) == ("relevant",), "the item is the same"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_whatever_moves_the_focus_makes_letters_wait(qtbot: QtBot, resting: MainWindow) -> None:
    def ignored() -> bool:
        waiting = resting.session.keyboard._resting.isActive()
        press(Key.Key_R)
        pause(resting)
        return waiting and _tags(resting) == ()

    heads = resting.panels["Results"].list.horizontalHeader()  # type: ignore[attr-defined]
    for column in (DATE, TAGS):  # of which one can't be sorted by
        press(Key.Key_L, CTRL)
        at = QPoint(heads.sectionViewportPosition(column) + 9, heads.height() // 2)
        QTest.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, NONE, at)
        assert ignored(), "a heading was clicked"
    press(Key.Key_B, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert resting.panels["Batches"].name.hasFocus()  # type: ignore[attr-defined]
    resting.columns.docks["Batches"].toggleViewAction().trigger()
    assert _list(resting).hasFocus() and ignored(), "a panel was closed"
    press(Key.Key_N)
    write("pay by")
    press(Key.Key_Return)
    assert _list(resting).hasFocus() and ignored(), "a note was saved"
    menu = resting.actions_.menus["Code"]
    menu.popup(resting.mapToGlobal(QPoint(50, 50)))
    qtbot.waitExposed(menu)
    menu.close()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is resting.windowHandle())
    assert ignored(), "a menu was open"
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    other.close()
    resting.activateWindow()
    qtbot.waitUntil(_list(resting).hasFocus)
    assert ignored(), "the window came back"
    button = resting.panels["Coding"].buttons["hot"]  # type: ignore[attr-defined]
    button.setFocus(Qt.FocusReason.OtherFocusReason)
    press(Key.Key_Space)
    pause(resting)
    for key in (Key.Key_A, Key.Key_Space):
        press(key)
    assert _tags(resting) == (), "a blank within words presses no button"
    pause(resting)
    press(Key.Key_Space)
    assert _tags(resting) == ("hot",)
