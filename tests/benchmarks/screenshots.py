"""Screenshots of the real window over the sample case: every panel and dialog, theme, language and size.

    python tests/benchmarks/screenshots.py OUT --languages en he --themes light dark --sizes 1366x768 2560x1440

Writes ``OUT/en-light-1366x768/hits.png`` and so on; the case is made once, in ``OUT/case``. Runs without a screen
(QT_QPA_PLATFORM=offscreen) as well as on one. It is a tool for the eye: nothing is compared.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from itertools import product
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from PySide6.QtCore import QEvent, QLocale, QMessageLogContext, QSettings, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

from tests.benchmarks.scenes import Script
from tests.ui import layout
from triage.case import Case
from triage.selftest import sample
from ui import preferences
from ui.app import WindowHolder

_SETTLE = 0.5  # seconds without a sign of work before a picture is taken


def settle(app: QApplication, seconds: float = _SETTLE) -> None:
    """Let the window work for so long."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        app.processEvents()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # type: ignore[call-overload]  # as an event loop does
        time.sleep(0.01)


class Shots:
    """Takes the pictures of one combination."""

    def __init__(self, app: QApplication, folder: Path, only: list[str]) -> None:
        self._app, self._folder, self._only = app, folder, only
        folder.mkdir(parents=True, exist_ok=True)

    def take(self, name: str, widget: QWidget | None) -> None:
        """Take a picture of a widget, if it is wanted, and say what in it is cut off."""
        if self._only and name not in self._only:
            return
        if widget is None:
            sys.stdout.write(f"{self._folder.name}/{name}: nothing is there\n")
            return
        widget.grab().save(str(self._folder / f"{name}.png"))
        for said in layout.cut(widget):
            sys.stdout.write(f"{self._folder.name}/{name}: {said}\n")


def shoot(app: QApplication, out: Path, case: Path, look: tuple[str, str, str, str], only: list[str]) -> None:
    """Take every picture of one language, theme, size of the window and size of the interface."""
    language, theme, size, zoom = look
    for key, value in (("language", language), ("theme", theme), ("size", zoom), ("reviewer", "Dana Levi")):
        preferences.put(key, value)
    wide, high = map(int, size.split("x"))
    desk = WindowHolder(app)
    window = desk.window
    window.resize(wide, high)
    name = f"{language}-{theme}-{size}{'' if zoom == '100' else f'-{zoom}'}"
    shots = Shots(app, out / name, only)
    with TemporaryDirectory(dir=out) as folder:
        copy = Path(copytree(case, Path(folder) / "2026-014"))
        for scene in Script(window, case, copy).scenes():
            scene.lead()
            settle(app, scene.wait)
            shots.take(scene.name, scene.what())
            if (window.width(), window.height()) != (wide, high):
                sys.stdout.write(f"{name}/{scene.name}: the window is {window.width()}x{window.height()}\n")
                window.resize(wide, high)
    window.close()
    window.deleteLater()
    settle(app, 0.1)


def _heard(kind: QtMsgType, context: QMessageLogContext, said: str) -> None:
    """Pass on what Qt says, but for what the platform without a screen says of every window."""
    if "propagateSizeHints" not in said:
        sys.stdout.write(f"Qt: {said}\n")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--languages", nargs="+", default=["en", "he"])
    parser.add_argument("--themes", nargs="+", default=["light", "dark"])
    parser.add_argument("--sizes", nargs="+", default=["1366x768", "2560x1440"])
    parser.add_argument("--zooms", nargs="+", default=["100"])
    parser.add_argument("--only", nargs="+", default=[])
    return parser.parse_args()


def _each_size(given: argparse.Namespace) -> int:
    """Take the pictures of each size in a process of its own, so that each has a screen of that size."""
    failed = 0
    for size in given.sizes:
        wide, high = map(int, size.split("x"))
        screen = {"name": size, "x": 0, "y": 0, "width": wide, "height": high, "dpr": 1}
        config = given.out / f"{size}.json"
        config.write_text(json.dumps({"screens": [{**screen, "logicalDpi": 96, "logicalBaseDpi": 96}]}), "utf-8")
        looks = ["--languages", *given.languages, "--themes", *given.themes, "--zooms", *given.zooms]
        command = [sys.executable, __file__, str(given.out), *looks, "--sizes", size]
        command += ["--only", *given.only] if given.only else []
        there = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"}
        failed |= subprocess.run(command, env=there, check=False).returncode
    return failed


def main() -> int:
    """Take the pictures."""
    given = _arguments()
    out = given.out = given.out.absolute()
    if not (out / "case").is_dir():
        with Case.create(out / "case", sample.policy()) as case:
            case.index()
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        return _each_size(given)
    settings = out / f"settings-{'-'.join(given.sizes)}"
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(settings))
    qInstallMessageHandler(_heard)
    app = QApplication([])
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    app.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus)
    for look in product(given.languages, given.themes, given.sizes, given.zooms):
        (settings / "Triage" / "triage-ui.ini").unlink(missing_ok=True)
        shoot(app, out, out / "case", look, given.only)
    return 0


if __name__ == "__main__":
    sys.exit(main())
