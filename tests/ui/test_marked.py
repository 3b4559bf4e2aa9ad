"""No word bypasses the translations: in a language in which every translated word bears a mark, all words bear it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui import everything
from ui.case.session import Session
from ui.i18n import language
from ui.main_window import MainWindow

MARK = "§"
DATA = re.compile(
    r"^/tmp/\S+$|^[a-z-]+:$|Dana Levi|Omar Said|\blevi\b|[Hh]eron|[Ii]nvoice|[Ww]eekly report|elusion|[Tt]riage|/tmp/|"
    r"/root|system|\.py|[0-9a-f]{16}|case|tag:relevant|It has no HTML text"
)
"""Words of the test's own records, of folders and of queries, which no language changes."""


class Marked(QTranslator):
    """Translates every text, of this program and of Qt, into itself with a mark."""

    def translate(self, context: str, text: str, comment: str = "", n: int = -1) -> str:  # type: ignore[override]
        """Return the text with the mark."""
        return MARK + text.replace(";;", f";;{MARK}")


@pytest.fixture
def marked(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[None]:
    """Everything is said in the marked language."""
    translator = Marked()
    monkeypatch.setattr(language._Language, "ours", translator)
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def _texts(widget: QWidget) -> Iterator[str]:
    yield from (widget.windowTitle(), re.sub("<[^>]*>", "", widget.toolTip()), widget.accessibleName())
    yield from (widget.accessibleDescription(), widget.statusTip(), widget.whatsThis())
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit() | QPlainTextEdit():
            yield widget.placeholderText()
        case QSpinBox():
            yield from (widget.prefix(), widget.suffix(), widget.specialValueText())
        case QComboBox():
            yield from (widget.itemText(at) for at in range(widget.count()))
        case QTabBar():
            yield from (widget.tabText(at) for at in range(widget.count()))
        case QHeaderView() if widget.model() is not None and widget.orientation() == Qt.Orientation.Horizontal:
            yield from (str(widget.model().headerData(at, widget.orientation()) or "") for at in range(widget.count()))


def _bare(top: QWidget) -> list[str]:
    """Return what is said without the mark."""
    found = []
    for widget in (top, *top.findChildren(QWidget)):
        found += [f"{type(widget).__name__}: {said}" for said in _texts(widget) if _is_bare(said)]
    for action in top.findChildren(QAction):
        found += [f"QAction: {said}" for said in (action.text(), action.toolTip()) if _is_bare(said)]
    return sorted(set(found))


def _is_bare(said: str) -> bool:
    return MARK not in said and re.search("[A-Za-z]{2}", DATA.sub("", said)) is not None


@pytest.fixture
def spoken(qtbot: QtBot, dressed: QApplication, marked: None, case_path: Path) -> Iterator[MainWindow]:
    """The window with the case open, in the marked language."""
    window = MainWindow(Session())
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    assert _bare(window) == []
    with qtbot.waitSignals([window.session.item_shown, window.session.status_changed]):
        window.open_case(case_path)
    yield window
    window.close()


def test_every_word_of_the_panels_is_translated(qtbot: QtBot, spoken: MainWindow) -> None:
    found = [f"{title}: {said}" for title, panel in everything.panels(qtbot, spoken) for said in _bare(panel)]
    found += [f"{title}: {said}" for title, view in everything.views(qtbot, spoken) for said in _bare(view)]
    assert [*found, *_bare(spoken)] == []


@pytest.mark.nightly
def test_every_word_of_the_dialogs_is_translated(qtbot: QtBot, spoken: MainWindow, tmp_path: Path) -> None:
    dialogs = everything.dialogs(qtbot, spoken, tmp_path)
    found = [f"{title}: {said}" for title, dialog in dialogs for said in _bare(dialog)]
    assert not found, "\n".join(found)
