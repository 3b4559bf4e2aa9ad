"""A whole review by real keys: make a case, scope it, index, search, code 50 items, export, verify. Nothing is clicked.

``python -m tests.ui.session OUT`` on an X display (Xvfb with a window manager will do) with xdotool installed,
which sends the keys to whatever window has the focus. The case and the export lie in OUT afterwards, and a picture of
each step in OUT/pictures. Exits with 1 where the case, the decisions or the export aren't what the keys should make.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "xcb"

from PySide6.QtCore import QEventLoop, QLocale, QSettings
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QMessageBox, QTableWidget, QWidget

from triage.case import Case
from ui import preferences
from ui.app import ICON, WindowHolder
from ui.dialogs.export import ExportDialog
from ui.dialogs.scope import NewCase
from ui.dialogs.window import ReviewerDialog

RECORDS = Path(__file__).parent.parent.parent / "sample_corpus" / "files"
WANTED = 50
QUERY = "varenholm OR price* OR harvest OR from:orrelane"
_SECONDS = 120
_TAGS = {"r": "relevant", "i": "not-relevant", "u": "unsure"}


class Hands:
    """Presses keys as a keyboard does, and waits until what they do is there to be seen."""

    def __init__(self, app: QApplication, desk: WindowHolder, pictures: Path) -> None:
        self.app, self.window, self.session, self.pictures = app, desk.window, desk.window.session, pictures
        pictures.mkdir(parents=True)

    def pause(self, seconds: float = 0.15) -> None:
        """Let the window work for a while."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self.app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
            time.sleep(0.002)

    def until(self, what: str, holds: Callable[[], object]) -> None:
        """Wait for something."""
        ends = time.monotonic() + _SECONDS
        while not holds():
            self.pause(0.05)
            if time.monotonic() > ends:
                self.take("stuck")
                raise SystemExit(f"waited {_SECONDS} s for {what}")
        self.pause()

    def press(self, *keys: str) -> None:
        """Press keys one after another, by their names in X."""
        for key in keys:
            subprocess.run(["xdotool", "key", "--clearmodifiers", key], check=True)
            self.pause(0.08)

    def write(self, text: str) -> None:
        """Type a text."""
        subprocess.run(["xdotool", "type", "--delay", "8", text], check=True)
        self.pause()

    def take(self, name: str) -> None:
        """Take a picture of the screen."""
        self.pause(0.4)
        screen = QGuiApplication.primaryScreen()
        screen.grabWindow(0).save(str(self.pictures / f"{name}.png"))

    def in_front(self, kind: type[QWidget]) -> Callable[[], bool]:
        """Return a test whether such a dialog has the keys."""
        return lambda: isinstance(QApplication.activeWindow(), kind)


def make_case(hands: Hands, folder: Path) -> None:
    """Fill in the wizard: where the case lies, what may be read, what never."""
    hands.press("ctrl+n")
    hands.until("the wizard", hands.in_front(NewCase))
    wizard = QApplication.activeWindow()
    assert isinstance(wizard, NewCase)
    hands.write(str(folder))
    hands.press("Tab", "Tab")
    hands.write("Suspected use of forecasts for a purpose that the terms forbid")
    hands.press("Tab")
    hands.write("General counsel and works council, 3 May 2026")
    hands.press("Return")
    hands.until("the page of folders", lambda: wizard.currentPage() is wizard.allow)
    _go_to(hands, wizard.allow.add)
    hands.press("space")
    hands.until("the dialog for a folder", lambda: QApplication.activeWindow() not in (None, wizard))
    hands.write(str(RECORDS))
    hands.press("Return")
    hands.until("the folder in the table", lambda: wizard.allow.table.rowCount() == 1)
    _go_to(hands, wizard.allow.table)
    _edit(hands, wizard.allow.table, 1, "{2}")
    _edit(hands, wizard.allow.table, 2, "Policy 4, company mail")
    hands.take("scope")
    hands.press("alt+n")
    hands.until("the page of patterns", lambda: wizard.currentPage() is wizard.deny)
    _go_to(hands, wizard.deny.add)
    hands.press("space")
    hands.write("customer-data/**")
    hands.press("Tab")
    hands.write("the customer's own data")
    hands.press("Return", "alt+n")
    hands.until("the summary", lambda: wizard.currentPage() not in (wizard.allow, wizard.deny))
    hands.pause(0.8)
    hands.press("Return")
    hands.until("the case", lambda: hands.session.path is not None)


def _go_to(hands: Hands, wanted: QWidget) -> None:
    """Press Tab until a widget has the focus, once letters are keys again."""
    hands.pause(0.8)
    for _ in range(30):
        focus = QApplication.focusWidget()
        if wanted is focus or (focus is not None and wanted.isAncestorOf(focus)):
            return
        hands.press("Tab")
    raise SystemExit(f"Tab doesn't lead to {wanted.accessibleName() or wanted}")


def search(hands: Hands, text: str) -> None:
    """Type a query and wait for what it finds."""
    hands.press("ctrl+l", "ctrl+a")
    hands.write(text)
    hands.press("Return")
    hands.until("the results", lambda: hands.session.results is not None and hands.session.results.text == text)


def _edit(hands: Hands, table: QTableWidget, column: int, text: str) -> None:
    """Go to a cell of the first row by keys and write into it."""
    for _ in range(10):
        if table.currentColumn() == column:
            break
        hands.press("Tab")
    if isinstance(QApplication.focusWidget(), QTableWidget):
        hands.press("F2")
    hands.write(text)
    hands.press("Return")


def _shown(hands: Hands) -> Any:
    """Return the panel that shows the item."""
    return hands.window.panels["Item"]


def code(hands: Hands, count: int) -> dict[str, str]:
    """Code so many items one after another, each by one key and Enter; return the tag of each by its id."""
    chance, coded = Random(1), dict[str, str]()
    hands.pause(0.8)  # until letters are keys again
    for number in range(count):
        key = chance.choice("rriu")
        item = _shown(hands).page.item.row
        hands.press(key)
        if number == 0:
            hands.until("the question for the name", hands.in_front(ReviewerDialog))
            hands.pause(0.8)
            hands.press("Tab")
            hands.write("Dana Levi")
            hands.press("Return")
            hands.until("the window", lambda: QApplication.activeWindow() is hands.window)
            hands.pause(0.8)
        hands.until("the decision", lambda item=item: bool(hands.session.tags_of(item.no)))  # type: ignore[misc]
        coded[item.id] = _TAGS[key]
        if number == 20:
            hands.take("coding")
        before = hands.session.current
        hands.press("Return")
        hands.until("the next item", lambda before=before: hands.session.current != before)  # type: ignore[misc]
        hands.until("its text", lambda: _shown(hands).page.item.row.no == hands.session.current)
    return coded


def export(hands: Hands, target: Path) -> None:
    """Export what is relevant."""
    hands.press("ctrl+e")
    hands.until("the dialog of the export", hands.in_front(ExportDialog))
    dialog = QApplication.activeWindow()
    assert isinstance(dialog, ExportDialog)
    _go_to(hands, dialog.target)
    hands.press("ctrl+a")
    hands.write(str(target))
    hands.until("the count", dialog.go.isEnabled)
    hands.take("export")
    hands.press("Return")
    hands.until("the export", (target / "manifest.json").is_file)
    hands.until("what was exported", hands.in_front(QMessageBox))
    hands.pause(0.8)
    hands.press("Return")
    hands.until("the window", lambda: QApplication.activeWindow() is hands.window)


def command(hands: Hands, words: str) -> None:
    """Run a command by its name."""
    hands.press("ctrl+k")
    hands.until("the list of commands", lambda: QApplication.activeWindow() is not hands.window)
    hands.write(words)
    hands.press("Return")


def main() -> int:
    """Play the session, then look at what it has left on disk."""
    out = Path(sys.argv[1]).absolute()
    out.mkdir(parents=True)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(out / "settings"))
    app = QApplication(["triage-ui"])
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    preferences.put("theme", "light")
    desk = WindowHolder(app)
    app.setWindowIcon(QIcon(ICON))
    hands = Hands(app, desk, out / "pictures")
    hands.window.showMaximized()
    hands.until("the window", lambda: QApplication.activeWindow() is hands.window)
    make_case(hands, out / "2026-014")
    hands.press("ctrl+i")
    hands.until("the index", lambda: hands.session.status is not None and hands.session.status.items > 100)
    hands.until("the end of indexing", lambda: not hands.window.works.running)
    search(hands, QUERY)
    hands.take("search")
    coded = code(hands, WANTED)
    export(hands, out / "findings")
    command(hands, "Verify the case")
    hands.pause(1)
    hands.until("the verification", lambda: not hands.window.works.running)
    hands.take("verified")
    hands.press("ctrl+q")
    hands.until("the end", lambda: not hands.window.isVisible())
    return _check(out, coded)


def _check(out: Path, coded: dict[str, str]) -> int:
    """Compare the case and the export with what was pressed."""
    with Case.open(out / "2026-014") as case:
        found = {row.id: row.tags for one in coded for row in case.search.rows([case.search.find(one)])}
        wrong = [one for one, tag in coded.items() if found[one] != (tag,)]
        sound = all(check.held for check in case.verification.run())
    bundle = (
        subprocess.run(
            [sys.executable, str(out / "findings" / "verify.py"), str(out / "findings")], check=False
        ).returncode
        == 0
    )
    print(f"{len(coded)} items coded, {len(wrong)} not as pressed; case verified: {sound}; export verified: {bundle}")
    return int(bool(wrong) or not sound or not bundle or len(coded) != WANTED)


if __name__ == "__main__":
    sys.exit(main())
