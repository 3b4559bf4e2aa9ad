"""Start Qt, open a case, show the window."""

from __future__ import annotations

import ctypes
import gc
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMainWindow

from triage.case import limit_caches
from ui import appearance, theme
from ui.case.session import Session
from ui.i18n.language import tr
from ui.main_window import MainWindow

ICON = "icons:triage-ui.svg"
_ARENAS, _MAPPED_FROM = -8, -3  # M_ARENA_MAX and M_MMAP_THRESHOLD of mallopt(3)
_PAGES = 24 << 20  # bytes that all threads keep of the database together; without a bound, 36 MB within minutes
_FRAMED = 200  # milliseconds after which the desktop has put its frame around a new window


class WindowHolder:
    """Holds the one window, and makes it anew over the same case where language or size were changed."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self.window = self._made()

    def _made(self) -> MainWindow:
        sheet = appearance.prepare(self._app)
        window = MainWindow(Session())
        theme.put_sheet(self._app, sheet)
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
        path, read_only, autoforward = old.session.path, old.session.read_only, old.session.autoforward
        self._app.setQuitOnLastWindowClosed(False)
        if old.close():
            old.deleteLater()
            self.window = self._made()
            self.window.session.autoforward = autoforward
            if path is not None:
                self.window.open_case(path, read_only=read_only)  # where the reviewer was, as at any start
        self._app.setQuitOnLastWindowClosed(True)

    def show_defect(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
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


def put_keys_first() -> None:
    """Let the window have its turn soon though threads compute: it takes many, and Python's 5 ms for each are felt.

    The program itself is no garbage (``ui.case.jobs``), and isn't looked through for it.
    """
    sys.setswitchinterval(0.0001)
    gc.freeze()


def limit_memory() -> None:
    """Bound what is kept of databases, and let all threads share two heaps, where the C library is glibc.

    Large pieces are given back at once. Each thread would keep the most that any of its searches needed: a third of
    what a window with many items holds.
    """
    limit_caches(_PAGES)
    if sys.platform == "linux":
        with suppress(AttributeError):  # another C library has no such setting
            mallopt = ctypes.CDLL(None).mallopt
            mallopt(_ARENAS, 2)
            mallopt(_MAPPED_FROM, 128 << 10)


def run(case: Path | None, *, read_only: bool = False) -> int:
    """Open the window, with a case if one is given, until it is closed; return the exit code."""
    put_keys_first()
    limit_memory()
    app = QApplication.instance() or QApplication(["triage-ui"])
    assert isinstance(app, QApplication)
    app.setApplicationName("Triage")
    app.setDesktopFileName("triage-ui")
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    holder = WindowHolder(app)
    app.setWindowIcon(QIcon(ICON))
    sys.excepthook = holder.show_defect
    if case is not None:
        holder.window.open_case(case.absolute(), read_only=read_only)
    return app.exec()
