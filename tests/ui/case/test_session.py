"""The session: a key that is pressed right after an undo decides nothing on the strength of what was shown before."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_letter_after_an_undo_waits_until_it_shows_what_that_left(
    qtbot: QtBot, find: Callable[[str], MainWindow]
) -> None:
    window = find("heron")
    session, keys = window.session, window.panels["Results"].readers()[0]
    keys.setFocus()
    first = session.current
    assert first is not None
    with qtbot.waitSignal(session.saved_at):
        qtbot.keyClick(keys, Qt.Key.Key_H)
    qtbot.waitUntil(lambda: session.tags_of(first) == ("hot",))
    ignored: list[bool] = []
    session.keyboard.letter_ignored.connect(lambda: ignored.append(True))
    qtbot.keyClick(keys, Qt.Key.Key_Z, CTRL)
    qtbot.keyClick(keys, Qt.Key.Key_H)  # what is shown is hot still
    qtbot.waitUntil(lambda: session.unwritten == 0 and not session.tags_of(first))
    qtbot.waitUntil(lambda: not session.keyboard.suspended)
    assert ignored
    with qtbot.waitSignal(session.saved_at):
        qtbot.keyClick(keys, Qt.Key.Key_H)
    qtbot.waitUntil(lambda: session.tags_of(first) == ("hot",))


def test_an_undo_that_fails_leaves_letters_to_be_keys(qtbot: QtBot, find: Callable[[str], MainWindow]) -> None:
    session = find("heron").session
    with qtbot.waitSignal(session.error_posted):
        session.undo()
    qtbot.waitUntil(lambda: not session.keyboard.suspended)
    session.undo()
    session.close()
    assert not session.keyboard.suspended
