"""Start Qt, open a case, show the window (ui): ``triage-ui [CASE]``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from ui import remember, theme
from ui.main_window import MainWindow
from ui.session import Session


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window, with a case if one is named; return the exit code."""
    parser = argparse.ArgumentParser(prog="triage-ui", description="Review a case: search, read, decide, export.")
    parser.add_argument("case", nargs="?", type=Path, metavar="CASE", help="folder of the case to open")
    given = parser.parse_args(argv)
    # Threads that compute must let the window have its turn soon; Python's default of 5 ms is felt at the keyboard.
    sys.setswitchinterval(0.001)
    app = QApplication.instance() or QApplication(["triage-ui"])
    assert isinstance(app, QApplication)
    app.setApplicationName("Triage")
    app.setDesktopFileName("triage-ui")
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    theme.apply(app, remember.text("theme", "system"))
    session = Session()
    sys.excepthook = partial(_complain, session)
    window = MainWindow(session)
    window.show()
    if given.case is not None:
        window.open_case(given.case.absolute())
    return app.exec()


def _complain(session: Session, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Say a defect of this program in the window, and print all of it."""
    sys.__excepthook__(kind, error, trace)
    session.failed.emit(f"A defect of this program: {kind.__name__}: {error}. The details are on the terminal.")


if __name__ == "__main__":
    sys.exit(main())
