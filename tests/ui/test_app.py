"""The start of the window: all of it is on the screen, its status bar as well."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import tomllib
from configparser import ConfigParser
from pathlib import Path

import pytest
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from tests.records import case_of
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


HEAPS = """
import ctypes, sys, threading
from ui.app import limit_memory

if sys.argv[1] == "held":
    limit_memory()
library = ctypes.CDLL(None)
library.malloc.restype = ctypes.c_void_p
barrier = threading.Barrier(6)

def take():
    barrier.wait()  # all at once, as a heap that is in use by another thread makes the library begin a new one
    assert library.malloc(4096)
    barrier.wait()

threads = [threading.Thread(target=take) for _ in range(6)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
library.fopen.restype = ctypes.c_void_p
library.fclose.argtypes = (ctypes.c_void_p,)
library.malloc_info.argtypes = (ctypes.c_int, ctypes.c_void_p)
to = library.fopen(sys.argv[2].encode(), b"w")
library.malloc_info(0, to)
library.fclose(to)
"""


@pytest.mark.nightly
@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "malloc_info"), reason="only glibc tells how many heaps there are")
def test_threads_share_two_heaps(tmp_path: Path) -> None:
    heaps = {}
    for how in ("held", "free"):
        command = [sys.executable, "-c", HEAPS, how, str(tmp_path / how)]
        subprocess.run(command, check=True, env={**os.environ, "PYTHONPATH": str(Path.cwd())})
        heaps[how] = (tmp_path / how).read_text().count("<heap ")
    assert heaps["held"] <= 2 < heaps["free"]


START = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from ui.app import WindowHolder
app = QApplication([])
desk = WindowHolder(app)
desk.window.session.item_shown.connect(lambda item: app.quit())
desk.window.open_case(Path(sys.argv[1]))
app.exec()
print("styled" if app.styleSheet() else "plain", *sys.modules)
desk.window.close()
"""


@pytest.mark.nightly
def test_the_first_item_needs_nothing_of_exports(tmp_path: Path) -> None:
    with case_of(tmp_path, {"dana/1.txt": "heron"}) as case:
        command = [sys.executable, "-c", START, str(case.path)]
    asked = subprocess.run(command, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE)
    styled, *loaded = asked.stdout.decode().split()
    assert styled == "styled" and "triage.case.search" in loaded
    assert not {"triage.case.export", "triage.export", "ssl", "http.client", "triage.parsers"} & set(loaded)
