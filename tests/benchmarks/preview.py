"""Look at items in every view and measure the longest stall of the event loop while each is opened and scrolled.

``python -m tests.benchmarks.preview CASE QUERY VIEW [QUERY VIEW ...]``, offscreen; VIEW counts from 1 as its key does.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from tests.benchmarks.keys import Watch, wait, wait_for
from ui import preferences, theme
from ui.app import put_keys_first
from ui.case.session import Session
from ui.main_window import MainWindow
from ui.panels.preview import Preview


def look(window: MainWindow, query: str, view: int) -> None:
    """Open what a query finds first in a view, scroll it through twenty times, go to ten hits; print the stalls."""
    session, preview = window.session, window.panels["Item"]
    assert isinstance(preview, Preview)
    watch, began = Watch(), time.perf_counter()
    session.query_proposed.emit(query)
    wait_for(session.item_shown, 20)
    shown = time.perf_counter() - began
    wait(400)
    first = max(watch.gaps[1:]), max(watch.own[1:])
    watch = Watch()
    preview.look_at(view - 1)
    wait(2500)
    for _ in range(20):
        preview.turn_pages(1)
        wait(40)
    for _ in range(10):
        preview.step(1)
        wait(40)
    wait(500)
    name = type(preview.view).__name__
    print(
        f"{query!r} in {name}: shown after {shown * 1e3:.0f} ms; longest stall while it opened {first[0]:.0f} ms"
        f" (own {first[1]:.0f}), while it was looked at {max(watch.gaps[1:]):.0f} ms (own {max(watch.own[1:]):.0f})"
    )


def main() -> int:
    """Measure, print, leave."""
    case, *rest = sys.argv[1:]
    put_keys_first()
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(Path(case) / ".bench-settings"))
    app = QApplication([])
    preferences.put("reviewer", "Bench")
    theme.apply(app, "light")
    window = MainWindow(Session())
    window.resize(1366, 768)
    window.show()
    window.session.open(Path(case).absolute())
    wait_for(window.session.item_shown)
    wait(500)
    for query, view in zip(rest[::2], rest[1::2], strict=True):
        look(window, query, int(view))
    window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
