"""Screenshots of the real window over the sample case: every panel and dialog, theme, language and size.

    python tests/benchmarks/screenshots.py OUT --languages en he --themes light dark --sizes 1366x768 2560x1440

Writes ``OUT/en-light-1366x768/hits.png`` and so on; the case is made once, in ``OUT/case``. Runs without a screen
(QT_QPA_PLATFORM=offscreen) as well as on one. It is a tool for the eye: nothing is compared.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QWidget, QWizard

from triage import sample
from triage.case import Case
from ui import remember
from ui.app import Desk
from ui.main_window import MainWindow

HITS = "varenholm OR price* OR meeting"
RTL = "של OR من OR lang:he"
WRONG = "(invoice AND w/5 heron"
TERMS = "varenholm\nharvest w/10 price*\nprice* OR tier*\nקרן OR כרם OR גפן\nclause AND 7.2\n(unfinished"
_SETTLE = 0.5  # seconds without a sign of work before a picture is taken


def settle(app: QApplication, seconds: float = _SETTLE) -> None:
    """Let the window work for so long."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        app.processEvents()
        time.sleep(0.01)


class Shots:
    """Takes the pictures of one combination."""

    def __init__(self, app: QApplication, folder: Path, only: list[str]) -> None:
        self._app, self._folder, self._only = app, folder, only
        folder.mkdir(parents=True, exist_ok=True)

    def wanted(self, name: str) -> bool:
        """Return whether this picture is to be taken."""
        return not self._only or name in self._only

    def take(self, name: str, widget: QWidget, wait: float = _SETTLE) -> None:
        """Take a picture of a widget once it has settled."""
        settle(self._app, wait)
        widget.grab().save(str(self._folder / f"{name}.png"))


def scenes(window: MainWindow, case: Path) -> Iterator[tuple[str, Callable[[], object], float]]:
    """Yield each picture's name, what leads to it, and the seconds that it needs."""
    session = window.session
    yield "welcome", lambda: None, 0.3
    yield "opened", lambda: window.open_case(case), 2.5
    yield "query", lambda: session.wanted.emit(HITS), 1.5
    yield "error", lambda: _type(window, WRONG), 1.0
    yield "rtl", lambda: session.wanted.emit(RTL), 1.5
    yield "nothing", lambda: session.wanted.emit("nosuchword"), 1.0
    yield "back", lambda: session.wanted.emit(HITS), 1.5
    yield "coded", lambda: _code(window), 2.0
    for title, panel in window.panels.items():
        if panel.place not in ("top", "centre"):
            yield f"panel-{title.lower().replace(' ', '-')}", lambda title=title: _raise(window, title), 1.0
        if title == "Terms":
            yield "panel-terms-report", lambda: _run_terms(window), 3.0


def _raise(window: MainWindow, title: str) -> None:
    """Bring a panel to the front, with the facets beside it."""
    if window.panels[title].place != "left":
        window.session.raised.emit("Facets")
    window.session.raised.emit(title)


def _type(window: MainWindow, text: str) -> None:
    panel = window.panels["Search"]
    panel.line.setText(text)  # type: ignore[attr-defined]
    panel.run()  # type: ignore[attr-defined]


def _code(window: MainWindow) -> None:
    """Code some of what was found, so that lists and charts have something to show."""
    nos = list(window.session.listed)
    for tag, these in (("relevant", nos[:14]), ("not-relevant", nos[14:24]), ("unsure", nos[24:27]), ("hot", nos[2:5])):
        window.session.decide(these, tag, True)


def _run_terms(window: MainWindow) -> None:
    panel = window.panels["Terms"]
    panel.list.setPlainText(TERMS)  # type: ignore[attr-defined]
    panel.run_list()  # type: ignore[attr-defined]


def dialogs(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Yield every dialog that a command opens, one after the other, and the wizard's pages."""
    for command in window.actions_.commands:
        if not command.words.endswith("…") and command.words not in ("Commands", "Keys", "Reviewer's name"):
            continue
        if command.words in ("Open a case …", "Save the search …"):
            continue
        window.dialog = None
        window.actions_.run(command.words)
        dialog = window.dialog
        if dialog is None:
            continue
        name = f"dialog-{command.words.rstrip(' …').lower().replace(' ', '-').replace(':', '')}"
        yield name, dialog
        if isinstance(dialog, QWizard):
            yield from _pages(name, dialog)
        dialog.close()


def _pages(name: str, wizard: QWizard) -> Iterator[tuple[str, QWidget]]:
    basics, allow, deny = wizard.basics, wizard.allow, wizard.deny  # type: ignore[attr-defined]
    basics.folder.setText("/cases/2026-014")
    basics.purpose.setText("Suspected sale of designs")
    basics.approved.setText("General counsel, 3 May 2026")
    wizard.next()
    allow.put("/mail/dana", "Dana Levi", "company mail")
    yield f"{name}-2", wizard
    wizard.next()
    deny.put("customer-data/**", "contract")
    yield f"{name}-3", wizard
    wizard.next()
    yield f"{name}-4", wizard


def shoot(app: QApplication, out: Path, case: Path, look: tuple[str, str, str, str], only: list[str]) -> None:
    """Take every picture of one language, theme, size of the window and size of the interface."""
    language, theme, size, zoom = look
    for key, value in (("language", language), ("theme", theme), ("size", zoom), ("reviewer", "Dana Levi")):
        remember.put(key, value)
    wide, high = map(int, size.split("x"))
    desk = Desk(app)
    window = desk.window
    window.setMinimumSize(0, 0)
    window.resize(wide, high)
    shots = Shots(app, out / f"{language}-{theme}-{size}{'' if zoom == '100' else f'-{zoom}'}", only)
    for name, lead, wait in scenes(window, case):
        lead()
        settle(app, wait)
        if shots.wanted(name):
            shots.take(name, window, 0.1)
            if (window.width(), window.height()) != (wide, high):
                sys.stdout.write(f"{name}: the window is {window.width()}x{window.height()}, not {size}\n")
    for name, dialog in dialogs(window):
        if shots.wanted(name):
            shots.take(name, dialog)
    window.close()
    window.deleteLater()
    settle(app, 0.1)


def main() -> int:
    """Take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--languages", nargs="+", default=["en", "he"])
    parser.add_argument("--themes", nargs="+", default=["light", "dark"])
    parser.add_argument("--sizes", nargs="+", default=["1366x768", "2560x1440"])
    parser.add_argument("--zooms", nargs="+", default=["100"])
    parser.add_argument("--only", nargs="+", default=[])
    given = parser.parse_args()
    out: Path = given.out.absolute()
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(out / "settings"))
    if not (out / "case").is_dir():
        with Case.create(out / "case", sample.policy()) as case:
            case.index()
    app = QApplication([])
    app.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus)
    for language in given.languages:
        for theme in given.themes:
            for size in given.sizes:
                for zoom in given.zooms:
                    (out / "settings" / "Triage" / "triage-ui.ini").unlink(missing_ok=True)
                    shoot(app, out, out / "case", (language, theme, size, zoom), given.only)
    return 0


if __name__ == "__main__":
    sys.exit(main())
