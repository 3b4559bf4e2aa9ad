"""What every test of the window needs: Qt without a screen, settings of its own, a real case on disk."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import pytest
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui import records
from tests.ui.waiting import PatientBot
from triage.case import Allow, Case, Deny, Policy
from triage.settings import Settings
from ui import preferences, theme
from ui.case.session import Session
from ui.main_window import MainWindow


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Any Qt warning fails a test, but for one that the screenless platform gives for windows with a least size."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", extend=True))


@pytest.fixture(autouse=True)
def garbage_is_collected() -> Iterator[None]:
    """Let Python look for garbage again after a test of the window: those that follow may need it."""
    yield
    gc.enable()


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """A bot that no busy machine makes impatient."""
    return PatientBot(request)


@pytest.fixture(scope="session")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case that was made and indexed once; tests work on copies."""
    base = tmp_path_factory.mktemp("window")
    records.write(base / "records")
    allow = Allow("mailboxes", str(base / "records"), "{1}", "company mail")
    deny = Deny("customers", "customer-data/**", "contract")
    policy = Policy("Sale of designs", "General counsel", (allow,), (deny,))
    with pytest.MonkeyPatch.context() as patch, Case.create(base / "case", policy) as case:
        patch.setattr(Settings, "worker_count", 1)  # two readers would number the items differently in each run
        case.index()
    return base / "case"


@pytest.fixture
def case_path(indexed: Path, tmp_path: Path) -> Path:
    """A fresh copy of the indexed case."""
    return Path(shutil.copytree(indexed, tmp_path / "case"))


@pytest.fixture
def vanished_mail(indexed: Path, tmp_path: Path) -> Iterator[str]:
    """The path of a mail that is missing in the sources, which all tests share, during one test."""
    mail = indexed.parent / "records" / "levi" / "heron-1.eml"
    mail.rename(tmp_path / mail.name)
    yield "levi/heron-1.eml"
    (tmp_path / mail.name).rename(mail)


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path) -> None:
    """Keep the person's settings out of it."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    preferences.put("reviewer", "Dana Levi")


@pytest.fixture
def dressed(qapp: QApplication) -> QApplication:
    """The application in its light colours, without the last test's window: dressing that again takes half a second."""
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    theme.apply(qapp, "light")
    return qapp


@pytest.fixture
def window(qtbot: QtBot, dressed: QApplication) -> Iterator[MainWindow]:
    """The window without a case."""
    made = MainWindow(Session())
    made.session.keyboard.rest = 0  # a test doesn't wait until letters are keys again
    made.resize(1366, 768)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    dressed.processEvents()


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow, case_path: Path) -> MainWindow:
    """The window with the case open and its first item shown."""
    with qtbot.waitSignals([window.session.item_shown, window.session.status_changed]):
        window.open_case(case_path)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)  # else keys could go to a window of the test before
    return window


def _is_shown(window: MainWindow) -> bool:
    page, at = window.panels["Item"].page, window.panels["Results"].list.currentIndex().row()  # type: ignore[attr-defined]
    return page is not None and page.item.row.no == window.session.current == window.panels["Results"].model.nos[at]  # type: ignore[attr-defined]


@pytest.fixture
def find(qtbot: QtBot, opened: MainWindow) -> Callable[[str], MainWindow]:
    """Run a query and wait until its first item is shown, and the list's first rows are."""

    def run(query: str) -> MainWindow:
        rows: Any = opened.panels["Results"]
        with qtbot.waitSignals([opened.session.results_changed, opened.session.item_shown]):
            opened.session.query_proposed.emit(query)
        qtbot.waitUntil(lambda: _is_shown(opened))  # the item before is shown with other hits in between
        qtbot.waitUntil(lambda: rows.model.row_at(0) is not None)
        return opened

    return run
