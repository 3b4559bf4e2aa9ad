"""The start of the window: all of it is on the screen, its status bar as well."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from ui.app import keep_on_screen


@pytest.mark.parametrize(("wide", "high", "left", "top"), [(300, 200, 9, 9), (5000, 200, 0, 0), (300, 5000, 40, 90)])
def test_no_part_of_the_window_is_beyond_the_screen(
    qtbot: QtBot, qapp: QApplication, wide: int, high: int, left: int, top: int
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(wide, high)
    window.move(left, top)
    window.show()
    qtbot.waitExposed(window)
    keep_on_screen(window)
    room = window.screen().availableGeometry()
    assert room.contains(window.frameGeometry())
    assert wide > room.width() or window.width() == wide
    assert high > room.height() or window.height() == high


def test_one_that_hangs_over_the_edge_is_moved_in(qtbot: QtBot, qapp: QApplication) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(300, 200)
    window.show()
    qtbot.waitExposed(window)
    room = window.screen().availableGeometry()
    window.move(room.right() - 50, room.bottom() - 50)
    keep_on_screen(window)
    assert room.contains(window.frameGeometry()) and (window.width(), window.height()) == (300, 200)
