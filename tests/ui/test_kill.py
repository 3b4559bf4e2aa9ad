"""Kill the window at any moment: no decision that was shown as saved is lost."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from triage.case import Case

_WINDOW = """
import os
import sys
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, sys.argv[2])
from ui import preferences
from ui.main_window import MainWindow
from ui.case.session import Session
app = QApplication([])
preferences.put("reviewer", "Dana Levi")
window = MainWindow(Session())
session = window.session
session.keyboard.rest = 0
def say(*words):
    os.write(1, (" ".join(map(str, words)) + chr(10)).encode())  # in one piece, as a kill may come in between
session.saved_at.connect(lambda time: say("label", window.bar.saved.text()))
session.decisions_saved.connect(lambda receipt: say("saved", *receipt.changed))
keys = window.panels["Results"].readers()[0]
def press():
    keys.setFocus()  # the window starts in the search line
    QTest.keyClick(keys, Qt.Key.Key_R)
    QTest.keyClick(keys, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
timer = QTimer()
timer.timeout.connect(press)
session.results_changed.connect(lambda results: timer.start(5))
window.show()
keys.setFocus()
window.open_case(Path(sys.argv[1]))
app.exec()
"""


@pytest.mark.nightly
@pytest.mark.parametrize("seed", range(4))
def test_nothing_shown_as_saved_is_lost(case_path: Path, tmp_path: Path, seed: int) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", _WINDOW, str(case_path), str(tmp_path / "own")]
    root = Path(__file__).parent.parent.parent
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment, cwd=root)
    assert process.stdout is not None
    first = process.stdout.readline()
    assert first.startswith(("label", "saved"))
    time.sleep(random.Random(seed).uniform(0, 0.3))
    process.kill()
    rest, _ = process.communicate()
    lines = [line.split() for line in (first + rest).splitlines(keepends=True) if line.endswith("\n")]
    saved = {int(no) for line in lines if line[0] == "saved" for no in line[1:]}
    with Case.open(case_path) as case:
        assert saved <= set(case.search.run("tag:relevant").nos)
        assert all(check.held for check in case.verification.run())
