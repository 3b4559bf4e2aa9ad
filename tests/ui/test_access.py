"""Accessibility: names and roles for screen readers, focus that is seen, contrast, sizes of the interface."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QDockWidget,
    QFileDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui import everything, strings
from tests.ui.waiting import settle
from ui import appearance, preferences, theme
from ui.case.session import Session
from ui.columns import Room
from ui.main_window import MainWindow

NOWHERE = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane, QAccessible.Role.Window)
"""Roles that tell a screen reader nothing of what a control is for."""
OURS = (QMenu, QHeaderView, QTabBar, QDockWidget, QMainWindow, QDialog, QStackedWidget, QScrollArea)
"""Widgets that Qt makes or that only hold others; their contents are looked at."""


def _focusable(top: QWidget) -> Iterator[QWidget]:
    for widget in top.findChildren(QWidget):
        inner = widget.objectName().startswith(("qt_", "_q_")) or isinstance(widget, OURS)
        of_qt = isinstance(widget.parent(), QComboBox | QLineEdit)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not inner and not of_qt:
            yield widget


def _silent(top: QWidget) -> list[str]:
    """Return the controls that take the focus and for which a screen reader has no name or no role."""
    found = []
    for widget in _focusable(top):
        told = QAccessible.queryAccessibleInterface(widget)
        name = told.text(QAccessible.Text.Name) if told is not None else ""
        role = told.role() if told is not None else QAccessible.Role.NoRole
        if isinstance(widget, QLabel) and not widget.text():
            continue  # it says nothing yet
        if not name.strip() or role in NOWHERE:
            path = f"{type(widget).__name__} in {type(widget.parent()).__name__}"
            found.append(f"{path}: name “{name}”, role {role.name}")
    return found


def test_every_control_of_the_window_has_a_name_and_a_role(opened: MainWindow) -> None:
    for dock in opened.columns.docks.values():
        dock.show()
    silent = _silent(opened)
    assert not silent, "\n".join(silent)


def test_every_control_of_every_panel_and_view_has_a_name_and_a_role(qtbot: QtBot, opened: MainWindow) -> None:
    shown = [*everything.panels(qtbot, opened), *everything.views(qtbot, opened)]
    found = [f"{title}: {line}" for title, panel in shown for line in _silent(panel)]
    assert not found, "\n".join(found)


@pytest.mark.nightly
def test_every_control_of_every_dialog_has_a_name_and_a_role(qtbot: QtBot, opened: MainWindow, tmp_path: Path) -> None:
    shown = (one for one in everything.dialogs(qtbot, opened, tmp_path) if not isinstance(one[1], QFileDialog))
    found = [f"{title}: {line}" for title, dialog in shown for line in _silent(dialog)]
    assert not found, "\n".join(found)


def test_every_menu_entry_has_words_and_a_mnemonic_of_its_menu(window: MainWindow) -> None:
    menus = [action for action in window.menuBar().actions() if action.menu() is not None]
    assert all(action.text().startswith("&") for action in menus)
    assert all(
        action.text()
        for menu in window.actions_.menus.values()
        for action in menu.actions()
        if not action.isSeparator()
    )


# ---- focus


def _picture(widget: QWidget) -> QImage:
    top = widget.window()
    return top.grab(QRect(widget.mapTo(top, QPoint(0, 0)), widget.size())).toImage()


def _unseen(qtbot: QtBot, top: QWidget) -> list[str]:
    """Return the controls of a panel or dialog that look the same with the focus as without it."""
    controls = [one for one in _focusable(top) if one.isEnabled() and not one.visibleRegion().isEmpty()]
    window, found = top.window(), []
    window.activateWindow()
    for widget in controls:
        if isinstance(widget, QAbstractScrollArea | QLineEdit | QAbstractButton | QComboBox | QAbstractSpinBox):
            away = next((one for one in _focusable(window) if one is not widget and one.isEnabled()), None)
            if away is not None:
                away.setFocus(Qt.FocusReason.TabFocusReason)
            else:
                widget.clearFocus()
            qtbot.wait(1)
            without = _picture(widget)
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # as the Tab key does
            widget.update()
            qtbot.wait(1)
            if widget.hasFocus() and _picture(widget) == without:
                found.append(f"{type(widget).__name__} “{widget.accessibleName()}” in {type(widget.parent()).__name__}")
    return found


@pytest.mark.nightly
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_focus_is_seen_in_every_panel_and_view(qtbot: QtBot, opened: MainWindow, colours: str) -> None:
    opened.looks.set_colours(colours)
    shown = [("window", opened), *everything.panels(qtbot, opened), *everything.views(qtbot, opened)]
    unseen = []
    for title, panel in shown:
        opened.session.panel_requested.emit(title)
        settle(qtbot, opened, opened.session.jobs)
        unseen += [f"{title}: {one}" for one in _unseen(qtbot, panel)]
    opened.looks.set_colours("light")
    assert not unseen, "\n".join(unseen)


@pytest.mark.nightly
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_focus_is_seen_in_every_dialog(qtbot: QtBot, opened: MainWindow, colours: str, tmp_path: Path) -> None:
    opened.looks.set_colours(colours)
    shown = (one for one in everything.dialogs(qtbot, opened, tmp_path) if not isinstance(one[1], QFileDialog))
    unseen = [f"{title}: {one}" for title, dialog in shown for one in _unseen(qtbot, dialog)]
    opened.looks.set_colours("light")
    assert not unseen, "\n".join(unseen)


# ---- sizes


@pytest.fixture
def sized(qapp: QApplication) -> Iterator[QApplication]:
    """The application, which has its usual size afterwards."""
    yield qapp
    theme.enlarge(qapp, 100)
    theme.apply(qapp, "light")


@pytest.mark.nightly
@pytest.mark.parametrize(
    "percent",
    [min(theme.ZOOMS), max(theme.ZOOMS), *(pytest.param(p, marks=pytest.mark.nightly) for p in theme.ZOOMS[1:-1])],
)
def test_the_interface_grows_and_nothing_is_out_of_reach(
    qtbot: QtBot, sized: QApplication, percent: int, request: pytest.FixtureRequest
) -> None:
    usual = QColor(theme.colour("text")), sized.font().pointSizeF()
    preferences.put("size", str(percent))
    preferences.put("language", "en")
    theme.put_sheet(sized, appearance.prepare(sized))
    assert sized.font().pointSizeF() == pytest.approx(usual[1] * percent / 100)
    assert round(8 * percent / 100) - 1 <= theme.STEP <= round(8 * percent / 100)
    window = MainWindow(Session())
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    with qtbot.waitSignal(window.session.item_shown):
        window.open_case(request.getfixturevalue("case_path"))
    settle(qtbot, window, window.session.jobs)
    assert (window.width(), window.height()) == (1366, 768), "it needs no more than a laptop's screen"
    for room in window.findChildren(Room):
        content = room.widget()
        if room.isVisible() and content is not None:
            across, down = room.horizontalScrollBar(), room.verticalScrollBar()
            assert content.width() <= room.viewport().width() + across.maximum()
            assert content.height() <= room.viewport().height() + down.maximum()
    window.close()


def test_no_module_keeps_a_distance_from_before_a_size_was_chosen() -> None:
    for path in strings.sources():
        for node in ast.parse(path.read_text("utf-8")).body:
            kept = isinstance(node, ast.Assign | ast.AnnAssign) and re.search(r"theme\.(STEP|px)\b", ast.unparse(node))
            assert not kept, f"{path.name}:{node.lineno}: read theme.STEP where a widget is made"


def test_the_size_is_changed_by_keys_and_remembered(qtbot: QtBot, sized: QApplication) -> None:
    window = MainWindow(Session())
    qtbot.addWidget(window)
    changed = []
    window.looks.window_outdated.connect(lambda: changed.append(appearance.size()))
    for words in ("Larger interface", "Larger interface", "Smaller interface", "Interface at 100 %"):
        window.actions_.run(words)
    assert changed == [110, 125, 110, 100]
    for _ in theme.ZOOMS:
        window.actions_.run("Smaller interface")
    assert appearance.size() == 80
    preferences.put("size", "7000")
    assert appearance.size() == 100
    window.close()
