"""Start Qt, open a case, show the window."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMainWindow

from triage.model.items import ItemNo
from triage.model.reports import Results
from ui import appearance
from ui.i18n.language import tr
from ui.main_window import MainWindow
from ui.session import Session

ICON = "icons:triage-ui.svg"
_FRAMED = 200  # milliseconds after which the desktop has put its frame around a new window


class WindowHolder:
    """Holds the one window, and makes it anew over the same case where language or size were changed."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        appearance.put_on(app)
        self.window = self._made()

    def _made(self) -> MainWindow:
        window = MainWindow(Session())
        window.looks.window_outdated.connect(self.renew)
        window.show()
        QTimer.singleShot(_FRAMED, window, lambda: keep_on_screen(window))
        return window

    def renew(self) -> None:
        """Close the window and open a new one at the same place: same case, same query, same item."""
        old = self.window
        if old.works.running:
            old.session.say(tr("Work is running; this takes effect at the next start."))
            return
        path, results, no = old.session.path, old.session.results, old.session.current
        autoforward, read_only = old.session.autoforward, old.session.read_only
        self._app.setQuitOnLastWindowClosed(False)
        if old.close():
            old.deleteLater()
            appearance.put_on(self._app)
            self.window = self._made()
            self.window.session.autoforward = autoforward
            if path is not None:
                _go_on(self.window, path, results.text if results else "", no, read_only)
        self._app.setQuitOnLastWindowClosed(True)

    def complain(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Say a defect of this program in the window, and print all of it."""
        sys.__excepthook__(kind, error, trace)
        sentence = tr("An internal error: {said}. The details are on the terminal.", said=f"{kind.__name__}: {error}")
        self.window.session.error_posted.emit(sentence)


def keep_on_screen(window: QMainWindow) -> None:
    """Shrink and move a window whose frame reaches beyond the screen: its status bar would be out of sight.

    How much the frame takes is known only once the desktop has drawn it.
    """
    room, frame, inner = window.screen().availableGeometry(), window.frameGeometry(), window.geometry()
    if room.contains(frame) or window.isMaximized() or window.isFullScreen():
        return
    most = room.size() - (frame.size() - inner.size())
    window.resize(inner.size().boundedTo(most))
    frame = window.frameGeometry()
    window.move(
        max(room.left(), min(frame.left(), room.right() - frame.width() + 1)),
        max(room.top(), min(frame.top(), room.bottom() - frame.height() + 1)),
    )


def _go_on(window: MainWindow, path: Path, query: str, no: ItemNo | None, read_only: bool) -> None:
    """Open a case where another window left it."""
    session = window.session

    def found(results: Results) -> None:
        if results.text != query:  # opening a case lists all of it
            session.query_proposed.emit(query)
            return
        session.results_changed.disconnect(found)
        if no is not None:
            session.visit(no)

    session.results_changed.connect(found)
    window.open_case(path, read_only=read_only)


def put_keys_first() -> None:
    """Let the window have its turn soon though threads compute: it takes many, and Python's 5 ms for each are felt.

    While garbage is looked for no thread has a turn, and the program itself is none.
    """
    sys.setswitchinterval(0.0001)
    gc.freeze()


def run(case: Path | None, *, read_only: bool = False) -> int:
    """Open the window, with a case if one is given, until it is closed; return the exit code."""
    put_keys_first()
    app = QApplication.instance() or QApplication(["triage-ui"])
    assert isinstance(app, QApplication)
    app.setApplicationName("Triage")
    app.setDesktopFileName("triage-ui")
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    desk = WindowHolder(app)
    app.setWindowIcon(QIcon(ICON))
    sys.excepthook = desk.complain
    if case is not None:
        desk.window.open_case(case.absolute(), read_only=read_only)
    return app.exec()
