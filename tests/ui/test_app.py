"""The start of the window: all of it is on the screen, its status bar as well."""

from __future__ import annotations

import tomllib
from configparser import ConfigParser
from pathlib import Path

import pytest
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from ui import theme
from ui.app import ICON, keep_on_screen

ROOT = Path(__file__).parents[2]


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


def test_the_icon_is_drawn_at_every_size(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    for size in (16, 48, 256):
        image = QIcon(ICON).pixmap(size, size).toImage()
        assert not image.isNull() and image.pixelColor(size // 2, 1 + size // 16).name() == "#1f5fae"


def test_the_desktop_entry_starts_what_is_installed_under_its_icon() -> None:
    entry = ConfigParser(interpolation=None)
    entry.read(ROOT / "ui" / "triage-ui.desktop", encoding="utf-8")
    fields = entry["Desktop Entry"]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    installed = project["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]
    assert fields["Exec"].split()[0] in project["project"]["gui-scripts"]
    assert {path: (ROOT / path).is_file() for path in installed} == dict.fromkeys(installed, True)
    assert f"share/icons/hicolor/scalable/apps/{fields['Icon']}.svg" in installed.values()
    assert f"share/applications/{fields['StartupWMClass']}.desktop" in installed.values()
